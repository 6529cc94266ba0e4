"""The tables of a page: cells with their spans, as a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from partnergraph.document.blocks import Block, Row, Run, Runs
from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers.layout import grids
from partnergraph.readers.web.words import Words

MOST_COLUMNS, MOST_ROWS = 1_000, 65_534  # that a cell may span, by the HTML standard
MOST_PLACES = 1_000_000  # cells of a grid; the largest table of the field we know has 300,000
MOST_CARRIED = 200_000  # cells that reach into rows below theirs; 5,000 rows below three are 15,000
_ORDER = {"thead": 0, "tfoot": 2}


@dataclass(slots=True)
class Cell:
    """A cell as the page writes it; `alternative`: what its pictures say if they are not shown."""

    head: bool
    columns: int
    rows: int
    words: Words = field(default_factory=Words)
    unseen: Words = field(default_factory=Words)
    alternative: str = ""
    left_out: bool = False


@dataclass(slots=True)
class Line:
    """A row as the page writes it: the group it is in, and its number in the table."""

    group: int
    section: str
    number: int
    hidden: bool
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table while it is read; `number` counts the tables of the page."""

    number: int
    hidden: bool
    caption: Words = field(default_factory=Words)
    lines: list[Line] = field(default_factory=list)
    section: str = "tbody"
    group: int = 0

    def begin_group(self, section: str) -> None:
        """A `thead`, `tbody` or `tfoot` begins."""
        self.section, self.group = section, self.group + 1

    def begin_row(self, hidden: bool) -> None:
        """A row begins."""
        self.lines.append(Line(self.group, self.section, len(self.lines) + 1, hidden))

    def place(self, number: int) -> Place:
        """Where a row stands."""
        return Place(f"table {self.number} row", number)


def grid(table: Table, path: Path) -> Block | None:
    """A table as a block; None where it says nothing. Raises ReadError for one too large."""
    ordered = sorted(table.lines, key=lambda line: _ORDER.get(line.section, 1))
    laid = _laid(ordered)
    starts = sorted({start for row in laid for start, _, _ in row})
    if len(laid) < len(ordered) or len(starts) * len(laid) > MOST_PLACES:
        raise ReadError(
            str(path), f"its table {table.number} has too many places", "give the part needed"
        )
    pairs = [
        (line, _row(table, line, row, starts)) for line, row in zip(ordered, laid, strict=True)
    ]
    told = [(line, row) for line, row in pairs if any(row.cells)]
    if not told:
        return None
    rows = [row for _, row in told]
    header = _header([line for line, _ in told], rows)
    hidden = table.hidden or all(row.hidden for row in rows)
    caption = table.caption.runs(table.place(1))
    kept = grids.without_repeats(rows, header)
    return Block("table", caption, rows=kept, header=header, hidden=hidden)


_Laid = list[tuple[int, int, Cell]]


def _laid(lines: Sequence[Line]) -> list[_Laid]:
    """Of each row the first columns, widths and cells of what stands in it, from above too.

    Those that come after too many carried cells are left out.
    """
    laid: list[_Laid] = []
    reaching: list[tuple[int, int, Cell, int]] = []
    carried = 0
    for at, line in enumerate(lines):
        reaching = [r for r in reaching if r[3] and lines[at - 1].group == line.group]
        row: _Laid = [(start, width, cell) for start, width, cell, _ in reaching]
        carried += len(row)
        if carried > MOST_CARRIED:
            break
        taken = sorted((start, start + width) for start, width, _ in row)
        reaching = [(start, width, cell, left - 1) for start, width, cell, left in reaching]
        column = 0
        for cell in line.cells:
            if cell.left_out:
                continue
            column, taken = _free(column, taken)
            row.append((column, cell.columns, cell))
            if cell.rows != 1:
                reaching.append((column, cell.columns, cell, (cell.rows or MOST_ROWS) - 1))
            column += cell.columns
        laid.append(sorted(row, key=lambda entry: entry[0]))
    return laid


def _free(column: int, taken: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]]:
    """The first column from one on that no cell from above takes, and what is taken behind it."""
    while taken and taken[0][0] <= column:
        column = max(column, taken[0][1])
        taken = taken[1:]
    return column, taken


def _row(table: Table, line: Line, laid: _Laid, starts: Sequence[int]) -> Row:
    """A row with a cell in each column in which some cell of the table begins."""
    own: dict[int, Runs] = {}
    at = 0
    cells: list[Runs] = [()] * len(starts)
    places: dict[Place, None] = {}
    for cell in line.cells:
        pieces = (piece for part in cell.words.lines for piece in part.pieces)
        places |= dict.fromkeys(place for text, place in pieces if place and text.strip())
    place = next(iter(places), table.place(line.number))
    for start, width, cell in laid:
        while at < len(starts) and starts[at] < start:
            at += 1
        if id(cell) not in own:
            own[id(cell)] = _said(cell, place, cell in line.cells)
        behind = at
        while behind < len(starts) and starts[behind] < start + width:
            cells[behind] = own[id(cell)]
            behind += 1
    return Row(tuple(cells), tuple(places) or (place,), line.hidden)


def _said(cell: Cell, place: Place, own: bool) -> Runs:
    """A cell's words, at another row's place where it reaches into that row from above."""
    runs = cell.words.runs(place)
    if not runs and cell.alternative:
        runs = (Run(cell.alternative, place),)
    return runs if own else tuple(Run(run.text, place) for run in runs)


def _header(lines: Sequence[Line], rows: Sequence[Row]) -> int:
    """How many rows are header: those in `thead`, or of nothing but `th`, with titles above."""
    over = 0
    while over < len(rows) - 1 and _is_title(rows[over]):
        over += 1
    count = over
    while count < len(rows) and _heads(lines[count], rows[count]):
        count += 1
    if 0 < count < len(rows) and count > over:
        return count
    return grids.header_of(rows)


def _is_title(row: Row) -> bool:
    return len(row.cells) > 1 and len(set(grids.words(row)) - {""}) == 1


def _heads(line: Line, row: Row) -> bool:
    if line.section == "thead":
        return True
    told = [cell for cell in line.cells if cell.words]
    return bool(told) and all(cell.head for cell in told) and not _is_title(row)
