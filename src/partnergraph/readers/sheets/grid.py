"""The rows of a sheet: cells in their columns, merged ones carried into each place they cover."""

from bisect import bisect_left, bisect_right
from pathlib import Path

from partnergraph.document.blocks import Row, Runs
from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers.layout.spaces import runs_of
from partnergraph.readers.sheets.cells import Cells

MOST_PLACES = 20_000_000  # of all rows, empty ones counted; 20,000 rows of 1,000 columns


def rows_of(cells: Cells, unit: str, path: Path) -> tuple[list[Row], frozenset[int]]:
    """The rows that show something, all of one width, and the numbers of those all in bold.

    Raises ReadError where merged cells or a far column make them too many places.
    """
    numbers = sorted(cells.rows)
    width = max((column for row in cells.rows.values() for column in row), default=-1) + 1
    columns = sorted({column for row in cells.rows.values() for column in row})
    kept = _kept(columns)
    if len(numbers) * len(kept) > MOST_PLACES:
        raise ReadError(
            str(path), f"{unit[:-4]} is too wide and long to read", "give the part that is needed"
        )
    carried = _carried(cells, numbers, width, path)
    rows = []
    for number in numbers:
        place = Place(unit, number)
        told = {column: runs_of(text, place) for column, text in cells.rows[number].items()}
        for left, right, text in carried.get(number, ()):
            runs = told.get(left) or runs_of(text, place)
            told |= dict.fromkeys(range(left, right + 1), runs)
        rows.append(_row(told, kept, place, number in cells.hidden))
    strong = frozenset(number for number in numbers if number not in cells.plain)
    return [row for row in rows if any(row.cells)], strong


def _kept(columns: list[int]) -> list[int]:
    """The columns that show something, and one for any number of empty ones between two."""
    kept: list[int] = []
    for column in columns:
        if kept and column > kept[-1] + 1:
            kept.append(column - 1)
        kept.append(column)
    return kept


def _row(told: dict[int, Runs], kept: list[int], place: Place, hidden: bool) -> Row:
    return Row(tuple(told.get(column, ()) for column in kept), (place,), hidden)


_Carried = dict[int, list[tuple[int, int, str]]]


def _carried(cells: Cells, numbers: list[int], width: int, path: Path) -> _Carried:
    """By row the columns, first and last, that a merged cell covers there, and its text."""
    carried: _Carried = {}
    places = 0
    for merged in cells.merged:
        text = cells.rows.get(merged.top, {}).get(merged.left, "")
        first, last = bisect_left(numbers, merged.top), bisect_right(numbers, merged.bottom)
        right = min(merged.right, width - 1)
        places += (last - first) * max(right - merged.left + 1, 0) if text else 0
        if places > MOST_PLACES:
            raise ReadError(str(path), "its merged cells cover too much", "save the file anew")
        for number in numbers[first:last] if text else ():
            carried.setdefault(number, []).append((merged.left, right, text))
    return carried
