"""What goes on over the end of a column or page: paragraphs, tables, rows of tables."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from partnergraph.readers.layout.geometry.pieces import CUT, Grid, Piece
from partnergraph.readers.layout.geometry.prose import joined
from partnergraph.records.ids import fold

_NEAR = 8.0  # points by which columns of a table may stand elsewhere on the next page
_SHORT = 25  # words of a table's cell; columns of prose have more
_SLACK = 30.0  # points; a page ends a line or two early to keep lines together
_SENTENCE = re.compile(r"[.!?:;…][”\"’')\]]*$")
_OPEN = re.compile(
    r"(?:[,\-–(&/]|\b(?:and|or|of|the|to|for|in|with|et|ou|de|des|la|le|les|y|o|del|en))$", re.I
)

Shared = list[tuple[int, list[str]]]
"""A row of a table: its cells on each page that it stands on."""


@dataclass(slots=True)
class Chain:
    """Pieces of one paragraph, in the order they are read."""

    pieces: list[Piece]

    @property
    def first(self) -> Piece:
        """Where it begins: it says what kind it is."""
        return self.pieces[0]


@dataclass(slots=True)
class Table:
    """A table, however many pages it goes over."""

    grids: list[Grid]
    rows: list[Shared] = field(default_factory=list)
    header: int = 0
    hidden: bool = False


def chained(pieces: Iterable[Piece | Grid]) -> list[Chain | Table]:
    """Pieces put together over pages; running lines and notes between them stand behind."""
    made: list[Chain | Table] = []
    last: Chain | Table | None = None
    for piece in pieces:
        if piece.kind in ("running", "note"):
            made.append(Chain([piece]) if isinstance(piece, Piece) else Table([piece]))
            continue
        if isinstance(piece, Grid):
            if (rest := _rest(made, piece)) and isinstance(made[-2], Table):
                last = made[-2]
                last.rows[-1] = _over(last.rows[-1], rest, piece.page)
                made.pop()
            if isinstance(last, Table) and _same_table(last, piece):
                _append(last, piece)
                continue
            if piece.otherwise and not _is_row(piece):
                inner = chained(piece.otherwise)
                made += inner
                last = inner[-1]
                continue
            last = _table(piece)
        elif isinstance(last, Chain) and _goes_on(last.pieces[-1], piece):
            last.pieces.append(piece)
            continue
        else:
            last = Chain([piece])
        made.append(last)
    return made


def _rest(made: Sequence[Chain | Table], grid: Grid) -> list[str] | None:
    """The row that a lone text above a grid at the head of a page is.

    None, unless a cell goes on in it of the table before, with which the grid goes on, too.
    """
    if len(made) < 2 or not isinstance(made[-1], Chain) or not isinstance(made[-2], Table):
        return None
    table, piece = made[-2], made[-1].first
    before = table.grids[-1]
    if len(made[-1].pieces) > 1 or piece.page != grid.page or not _same_table(table, grid):
        return None
    row = ["" for _ in before.sides]
    for index, (left, right) in enumerate(before.sides):
        if left - 1 <= piece.x0 < right:
            row[index] = piece.text
            said = " ".join(cells[index] for _, cells in table.rows[-1])
            return row if _continues(said, piece.text) else None
    return None


def _is_row(grid: Grid) -> bool:
    """Whether a frame of one row is a table of its own: short cells, no columns of prose."""
    cells = [cell for cell in grid.rows[0] if cell]
    return len(cells) > 1 and max(len(cell.split()) for cell in cells) <= _SHORT


def _table(grid: Grid) -> Table:
    rows = [[(grid.page, row)] for row in grid.rows]
    return Table([grid], rows, grid.header, grid.hidden)


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a piece at the head of a page or column goes on with the one at the foot before."""
    below = piece.page == before.page and piece.y0 >= before.y1
    if below or piece.page - before.page > 1 or piece.mark or before.hidden != piece.hidden:
        return False
    if abs(before.size - piece.size) > 0.08 * before.size or piece.alone or before.alone:
        return False
    end, start = before.text.rstrip(), piece.text.lstrip()
    if not end or not start or _SENTENCE.search(end):
        return False
    if start[0].islower() or end.endswith(CUT):
        return True
    return before.full and before.bold == piece.bold and bool(_OPEN.search(end))


def _same_table(table: Table, grid: Grid) -> bool:
    """Whether a grid at the head of a page goes on with the table at the foot of the one before."""
    before = table.grids[-1]
    if grid.page - before.page != 1 or before.hidden != grid.hidden:
        return False
    if not _aligned(before, grid):
        return False
    if repeated(table, grid):
        return True
    other = grid.header > 0 and table.grids[0].header > 0
    return before.room <= grid.first + _SLACK and not other


def _aligned(before: Grid, grid: Grid) -> bool:
    """Whether columns stand where they stood; a column without words on a page may be lost."""
    if before.sides and grid.sides:
        return _matched(before, grid)
    if len(before.xs) != len(grid.xs):
        return False
    pairs = list(zip(before.xs, grid.xs, strict=True))
    both = pairs if before.ruled and grid.ruled else pairs[1:-1]
    return all(abs(a - b) <= _NEAR for a, b in both)


def _matched(before: Grid, grid: Grid) -> bool:
    found: list[int] = []
    for left, right in grid.sides:
        for index, (a, b) in enumerate(before.sides):
            alike = (abs(left - a), abs(right - b), abs(left + right - a - b) / 2)
            if min(alike) <= _NEAR and index not in found:
                found.append(index)
                break
    if len(found) < max(len(grid.sides), 2) or found != sorted(found):
        return False
    if len(grid.sides) < len(before.sides):
        spread = [[""] * len(before.sides) for _ in grid.rows]
        for cells, row in zip(spread, grid.rows, strict=True):
            for index, cell in zip(found, row, strict=True):
                cells[index] = cell
        grid.rows, grid.sides = spread, before.sides
    return True


def repeated(table: Table, grid: Grid) -> int:
    """How many of a grid's first rows repeat the table's first ones."""
    many = 0
    for row, known in zip(grid.rows, table.rows, strict=False):
        said = [" ".join(cells[i] for _, cells in known) for i in range(len(row))]
        if list(map(fold, row)) != list(map(fold, said)) or not any(row):
            break
        many += 1
    return many


def _append(table: Table, grid: Grid) -> None:
    many = repeated(table, grid)
    table.grids.append(grid)
    if many:
        table.header = max(table.header, many)
    rows = grid.rows[many:]
    if rows and table.rows and len(table.rows) > table.header and _split(table, rows[0]):
        table.rows[-1] = _over(table.rows[-1], rows[0], grid.page)
        rows = rows[1:]
    table.rows += [[(grid.page, row)] for row in rows]


def _over(held: Shared, row: list[str], page: int) -> Shared:
    """A row that goes on over the page; a word cut there stands whole on the first page."""
    before, after = list(held[-1][1]), list(row)
    for index, (a, b) in enumerate(zip(before, after, strict=True)):
        if a and b and CUT in joined(a, b):
            head, _, rest = b.partition(" ")
            before[index], after[index] = joined(a, head), rest
    return [*held[:-1], (held[-1][0], before), (page, after)]


def _split(table: Table, row: Sequence[str]) -> bool:
    """Whether a page's first row is the rest of the row above."""
    last = [" ".join(cells[i] for _, cells in table.rows[-1]) for i in range(len(row))]
    filled = [i for i, cell in enumerate(row) if cell]
    if not filled:
        return False
    going = sum(_continues(last[i], row[i]) for i in filled)
    begun = sum(bool(last[i]) for i in filled)
    if row[0]:
        return _continues(last[0], row[0]) and 2 * going > begun
    always = all(known[0][1][0] for known in table.rows)
    return always or any(_continues(last[i], row[i]) for i in filled)


def _continues(before: str, after: str) -> bool:
    if not before:
        return False
    if _SENTENCE.search(before):
        return False
    return after[:1].islower() or bool(_OPEN.search(before)) or before.endswith(CUT)
