"""Where a table on a sheet begins, what of it is its header, and what begins another table.

Numbers decide by how people lay out sheets: a header names (nearly) every column; what stands above
it has one text or a label with its value; below it columns hold values of one kind.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from partnergraph.document.blocks import Row, said
from partnergraph.readers.layout.grids import words
from partnergraph.records.ids import fold

_FULL = 0.75  # of a table's columns that its header names; blank ones stand above marks and notes
_MOST_WORDS = 12  # as in grids
_MOST_HEADER_ROWS = 4  # group, subgroup, name, unit is the tallest header seen
_VALUE = re.compile(r"^[\W\d]*\d[\W\d]*$|^(?:true|false)$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def filled(row: Row) -> list[int]:
    """The columns in which a row has words."""
    return [column for column, cell in enumerate(row.cells) if cell]


def is_line(row: Row) -> bool:
    """Whether a row says one thing only, in one cell or in one that spans."""
    told = {cell for cell in row.cells if cell}
    return len(told) < 2 or len({fold(said(cell)) for cell in told} - {""}) < 2


def is_labels(row: Row) -> bool:
    """Whether a row is a label ending in a colon with its value, or several of such."""
    cells = [said(cell) for cell in row.cells if cell]
    return len(cells) % 2 == 0 and all(cell.endswith((":", "：")) for cell in cells[::2])


def header_at(rows: Sequence[Row]) -> tuple[int, int]:
    """At which of some rows a table begins, and how many rows from there on are its header.

    Where no table begins it is behind the last row.
    """
    at = _named(rows)
    if at is None:
        return len(rows), 0
    if len(rows) > at + 1 and _is_value_row(rows, at):
        return at, 0
    count = 1
    while at and count < _MOST_HEADER_ROWS and _is_group(rows[at - 1], rows[at]):
        at, count = at - 1, count + 1
    while at + count + 1 < len(rows) and count < _MOST_HEADER_ROWS:
        if not _refines(rows[at + count - 1], rows[at + count]):
            break
        count += 1
    return at, count


def begins_anew(table: Sequence[Row], header: int, band: Sequence[Row], strong: bool) -> bool:
    """Whether rows behind an empty one have a header of their own, and so are another table.

    `strong`: whether the first of them is in bold and the next is not.
    """
    rows = [row for row in band if not is_line(row)]
    if len(rows) < 2 or not _heads(rows[0], rows[1:]) or _recurs(rows[0], [*table, *rows[1:]]):
        return False
    here, there = _extent(rows), _extent(table[:header] or table)
    return here != there or strong or _contrast(rows[0], rows[1:])


def within(table: Sequence[Row], band: Sequence[Row]) -> bool:
    """Whether rows have words only in the columns in which a table has some."""
    here, there = _extent(band), _extent(table)
    return there[0] <= here[0] and here[1] <= there[1]


def _named(rows: Sequence[Row]) -> int | None:
    """The first row that names nearly as many columns as the widest two rows fill."""
    counts = sorted((len(filled(row)) for row in rows if not is_line(row)), reverse=True)
    if not counts or counts[0] < 2:
        return None
    widest = counts[min(1, len(counts) - 1)]
    for at, row in enumerate(rows):
        corner = not row.cells[0] and row.cells[1:2] != ((),)
        if is_line(row) or is_labels(row):
            continue
        if len(filled(row)) + corner >= ceil(_FULL * widest):
            return at
    return None


def _is_value_row(rows: Sequence[Row], at: int) -> bool:
    """Whether a row has numbers where those below it have them: so it names no columns."""
    values = [column for column in filled(rows[at]) if _VALUE.match(said(rows[at].cells[column]))]
    if not values or all(_YEAR.match(said(rows[at].cells[column])) for column in values):
        return False
    return all(_values(column, rows[at + 1 :]) for column in values)


def _values(column: int, rows: Sequence[Row]) -> bool:
    """Whether what stands in a column is numbers, dates and codes without letters."""
    cells = [said(row.cells[column]) for row in rows[:50] if row.cells[column]]
    return bool(cells) and all(_VALUE.match(cell) for cell in cells)


def _is_group(above: Row, row: Row) -> bool:
    """Whether a row above one that names columns puts these into groups."""
    return not is_line(above) and not is_labels(above) and _refines(above, row)


def _refines(above: Row, below: Row) -> bool:
    """Whether a row only names parts of what the row above it names, or what that leaves out."""
    upper, lower = words(above), words(below)
    spans = {word for word, count in Counter(filter(None, upper)).items() if count > 1}
    parts, over = 0, ""
    for up, low in zip(upper, lower, strict=True):
        over = up or over
        if not low or low == up:
            continue
        if up and up not in spans and (not _alone(upper, up)):
            return False
        parts += 1
    return parts > 1 and _disjoint(above, below, spans)


def _alone(upper: Sequence[str], word: str) -> bool:
    """Whether a group's name stands before columns that it covers without being merged."""
    at = upper.index(word)
    return upper[at + 1 : at + 2] == ("",) or list(upper[at + 1 : at + 2]) == [""]


def _disjoint(above: Row, below: Row, spans: set[str]) -> bool:
    cells = [said(cell) for cell in below.cells if cell]
    if any(len(cell.split()) > _MOST_WORDS or _VALUE.match(cell) for cell in cells):
        return False
    open_columns = any(not cell for cell in above.cells[1:]) and any(not c for c in below.cells)
    return bool(spans) or open_columns


def _heads(row: Row, rest: Sequence[Row]) -> bool:
    """Whether a row may name the columns of those below it."""
    first, last = _extent([row, *rest])
    cells = [said(cell) for cell in row.cells[first : last + 1]]
    if any(not cell for cell in cells[1:]):
        return False
    return not any(
        len(cell.split()) > _MOST_WORDS or cell.endswith(".") or _VALUE.match(cell)
        for cell in cells
        if not _YEAR.match(cell)
    ) and any(cells)


def _recurs(row: Row, others: Sequence[Row]) -> bool:
    """Whether a cell stands again in its column, as names of columns do not."""
    told = words(row)
    return any(
        word and word == other
        for row_words in map(words, others)
        for word, other in zip(told, row_words, strict=True)
    )


def _contrast(row: Row, rest: Sequence[Row]) -> bool:
    return any(
        _values(column, rest) and not _VALUE.match(said(row.cells[column]))
        for column in filled(row)
    )


def _extent(rows: Sequence[Row]) -> tuple[int, int]:
    columns = {column for row in rows for column in filled(row)}
    return (min(columns), max(columns)) if columns else (0, 0)
