"""Tables of cells that span as grids: a block's rows, each cell in every place it covers."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from partnergraph.document.blocks import Row, Run, Runs
from partnergraph.document.places import Place
from partnergraph.readers.layout.grids import header_of
from partnergraph.readers.office.nodes import Cell, Paragraph, TableRow

MOST_COLUMNS = 1_000  # Word takes 63, LibreOffice Writer is slow with more than some hundred
_MOST_PLACES = 4_000_000  # cells of a grid; 60,000 rows of Word's widest table

Words = Callable[[Cell], Sequence[str]]
"""The lines of a cell."""


def filled(rows: Sequence[TableRow]) -> list[list[Cell | None]]:
    """The cell that covers each place, row by row; None where no cell does."""
    width = min(max((_end(cell) for row in rows for cell in row.cells), default=0), MOST_COLUMNS)
    width = min(width, _MOST_PLACES // max(len(rows), 1))
    grid: list[list[Cell | None]] = [[None] * width for _ in rows]
    left = _MOST_PLACES
    for number, row in enumerate(rows):
        for cell in row.cells:
            covered = grid[number : number + min(cell.height, max(left // cell.width, 1))]
            left -= len(covered) * cell.width
            _fill(covered, cell, width)
    return grid


def _fill(rows: Sequence[list[Cell | None]], cell: Cell, width: int) -> None:
    for row in rows:
        for column in range(cell.column, min(_end(cell), width)):
            if row[column] is None:
                row[column] = cell


def _end(cell: Cell) -> int:
    return cell.column + cell.width


def placed(
    grid: Sequence[Sequence[Cell | None]],
    rows: Sequence[TableRow],
    words: Words,
    places: Sequence[Place],
) -> tuple[Row, ...]:
    """The rows of a block: the words of each cell with the place of each row that it covers."""
    made = []
    for cells, row, place in zip(grid, rows, places, strict=True):
        known: dict[int, Runs] = {}
        for cell in cells:
            if cell is not None and id(cell) not in known:
                known[id(cell)] = tuple(Run(line, place) for line in words(cell))
        runs = tuple(() if cell is None else known[id(cell)] for cell in cells)
        made.append(Row(runs, (place,), row.hidden))
    return tuple(made)


def header(
    grid: Sequence[Sequence[Cell | None]], rows: Sequence[TableRow], made: Sequence[Row]
) -> int:
    """How many of a table's first rows are header: as the file says, else by their words.

    A header whose cell groups several columns goes on in the next row, which names these, where the
    cells beside it reach down or leave their places empty: so timetables, budgets and matrices do.
    """
    said = next((n for n, row in enumerate(rows) if not row.header), len(rows))
    count = said if 0 < said < len(rows) else header_of(made)
    while 0 < count < len(rows) - 1 and _goes_on(grid[count - 1], grid[count], made[count]):
        count += 1
    return count


def _goes_on(head: Sequence[Cell | None], below: Sequence[Cell | None], words: Row) -> bool:
    """Whether a row names the columns that cells of the header's last row group."""
    grouped = {id(cell) for cell in head if cell and 1 < cell.width < len(head)}
    named = [n for n, cell in enumerate(head) if cell and id(cell) in grouped]
    beside = [n for n in range(len(head)) if n not in named]
    if not named or not beside or any(head[n] is below[n] for n in named):
        return False
    if not all(head[n] is below[n] or not words.cells[n] for n in beside):
        return False
    return any(words.cells[n] for n in named)


def align(rows: Sequence[TableRow], widths: Sequence[int] = (), narrow: int = 0) -> None:
    """Gives cells the columns that a person sees.

    `widths`: of the columns as the file counts them; one of less than `narrow` holds no letter. A
    grid has a line wherever one row's cells end; lines between which no letter finds room are one
    (cells drawn by hand never end quite at the same place), and lines where no cell ends are none.
    """
    edges = sorted({edge for row in rows for cell in row.cells for edge in _edges(cell)})
    columns = dict(zip(edges, range(len(edges)), strict=True))
    joined = _joined(edges, widths, narrow)
    said = [_edges(cell) for row in rows for cell in row.cells if _says(cell)]
    if all(joined[first] < joined[last] for first, last in said):
        columns = joined
    for row in rows:
        for cell in row.cells:
            first, last = _edges(cell)
            cell.column, cell.width = columns[first], columns[last] - columns[first]
        row.cells = [cell for cell in row.cells if cell.width]


def _says(cell: Cell) -> bool:
    return any(not isinstance(node, Paragraph) or node.pieces for node in cell.nodes)


def _edges(cell: Cell) -> tuple[int, int]:
    return cell.column, cell.column + cell.width


def _joined(edges: Sequence[int], widths: Sequence[int], narrow: int) -> dict[int, int]:
    """The number of each line, those that stand as one having the same."""
    if not all(widths):
        widths = []
    at = [0, *accumulate(widths)]
    made: dict[int, int] = {}
    count, begun = -1, 0
    for edge in edges:
        known = edge < len(at)
        if count < 0 or not known or at[edge] - begun >= narrow:
            count += 1
            begun = at[edge] if known else begun
        made[edge] = count
    return made
