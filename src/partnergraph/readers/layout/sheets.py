"""Tables on a sheet: which of its rows are tables, which are lines above, between and beside them.

A sheet is cut at its empty rows and columns. What stands apart is a table of its own where it has a
header of its own; else it goes on what is above it. Rows that say one thing only are lines.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from partnergraph.document.blocks import Block, Row, Run, Runs, said
from partnergraph.readers.layout import grids, labels
from partnergraph.readers.layout.headers import (
    begins_anew,
    filled,
    header_at,
    is_labels,
    is_line,
    within,
)

_NOTE = re.compile(r"^(?:[*†‡¹²³]|[(\[]?\d{1,2}[)\]]\s)|[.!]$|^[^\W\d_][^:]{0,40}:\s")


@dataclass(slots=True)
class _Table:
    """A table that may go on: its rows, its header's count, lines behind it that may be its."""

    rows: list[Row]
    header: int
    waiting: list[Row] = field(default_factory=list)


def blocks(rows: Sequence[Row], strong: frozenset[int] = frozenset()) -> Iterator[Block]:
    """What stands on a sheet, from top to bottom; of what is side by side the left part first.

    In go its rows that are not empty, all of one width, each with its number in its first place;
    `strong` are the numbers of rows whose cells are all in bold.
    """
    for part in _beside(rows):
        yield from _stacked(part, strong)


def _stacked(rows: Sequence[Row], strong: frozenset[int]) -> Iterator[Block]:
    table: _Table | None = None
    for band in _bands(rows):
        if table and all(map(is_line, band)):
            table.waiting += band
        elif table and _goes_on(table, band, strong):
            table.rows += [*table.waiting, *band]
            table.waiting = []
        else:
            yield from _closed(table)
            parts = _beside(band)
            for part in parts[:-1]:
                yield from _closed((yield from _begun(part)))
            table = yield from _begun(parts[-1])
    yield from _closed(table)


def _bands(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that follow each other without an empty one between them."""
    band: list[Row] = []
    for row in rows:
        if band and row.places[0].number > band[-1].places[-1].number + 1:
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _goes_on(table: _Table, band: Sequence[Row], strong: frozenset[int]) -> bool:
    """Whether rows behind an empty one belong to the table above it."""
    if grids.words(band[0]) in map(grids.words, table.rows[: table.header]):
        return True
    numbers = [row.places[0].number for row in band if not is_line(row)]
    bold = (numbers[0] in strong and not numbers[1:2]) or (
        numbers[1:2] and (numbers[0] in strong and numbers[1] not in strong)
    )
    if len(_beside(band)) > 1 or not within(table.rows, band):
        return False
    return not begins_anew(table.rows, table.header, band, bool(bold))


def _begun(rows: Sequence[Row]) -> Generator[Block, None, "_Table | None"]:
    """The lines that stand above a table; gives the table, if there is one."""
    at, header = header_at(rows)
    if (at == len(rows) - 1 and len(filled(rows[at])) == 2) or all(map(is_labels, rows[at:])):
        at = len(rows)
    for row in rows[:at]:
        yield from _line(row)
    return _Table(list(rows[at:]), header) if at < len(rows) else None


def _closed(table: _Table | None) -> Iterator[Block]:
    """A table that is done, and the lines behind it."""
    if not table:
        return
    rows = list(table.rows)
    notes: list[Row] = []
    while len(rows) > table.header + 1 and _is_note(rows[-1]):
        notes.insert(0, rows.pop())
    kept = grids.without_repeats(_trimmed(rows), table.header)
    hidden = all(row.hidden for row in kept)
    yield Block("table", rows=kept, header=table.header, hidden=hidden)
    for row in [*notes, *table.waiting]:
        yield from _line(row)


def _is_note(row: Row) -> bool:
    """Whether a last row is no row of the table but says something about it."""
    columns = filled(row)
    if len(row.cells) < 3 or not is_line(row) or columns[0] != 0:
        return False
    return bool(_NOTE.search(said(row.cells[0])))


def _trimmed(rows: Sequence[Row]) -> list[Row]:
    """Rows without the empty columns before and behind all that they say."""
    columns = [column for row in rows for column in (*filled(row)[:1], *filled(row)[-1:])]
    first, last = min(columns), max(columns) + 1
    return [replace(row, cells=row.cells[first:last]) for row in rows]


def _line(row: Row) -> Iterator[Block]:
    """A row that is in no table: a paragraph, a label with its value, or several."""
    cells = _told(row)
    if len(cells) == 2 or is_labels(row):
        pairs = zip(cells[::2], cells[1::2], strict=True)
        made: Iterator[Block] = (
            Block("label", label=_bare(label), runs=value) for label, value in pairs
        )
    elif len(cells) == 1:
        made = labels.of_lines([(run,) for run in cells[0]])
    else:
        made = iter([Block("paragraph", tuple(run for cell in cells for run in cell))])
    for block in made:
        yield replace(block, hidden=row.hidden)


def _told(row: Row) -> list[Runs]:
    """The cells of a row that say something, one that spans once."""
    told: list[Runs] = []
    for cell in row.cells:
        if cell and (not told or cell is not told[-1]):
            told.append(cell)
    return told


def _bare(label: Runs) -> Runs:
    """A label without its colon."""
    last = label[-1]
    return (*label[:-1], Run(last.text.rstrip(" :："), last.place))


def _beside(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows cut at empty columns, where what stands there is a table or a note of its own.

    Lines above stay with the left part.
    """
    body = [row for row in rows if not is_line(row)]
    groups = _groups(body)
    if len(groups) < 2:
        return [list(rows)]
    joined = groups[:1]
    for group in groups[1:]:
        if _stands_alone(joined[-1], body) and _apart(group, body):
            joined.append(group)
        else:
            joined[-1] = range(joined[-1].start, group.stop)
    if len(joined) < 2:
        return [list(rows)]
    return [part for part in (_columns(rows, group, joined) for group in joined) if part]


def _groups(rows: Sequence[Row]) -> list[range]:
    """The columns of some rows, cut where one is empty."""
    used = sorted({column for row in rows for column in filled(row)})
    groups: list[range] = []
    for column in used:
        if groups and column == groups[-1].stop:
            groups[-1] = range(groups[-1].start, column + 1)
        else:
            groups.append(range(column, column + 1))
    return groups


def _stands_alone(group: range, rows: Sequence[Row]) -> bool:
    """Whether some columns have two rows, the first with a name for each of two columns or more."""
    parts = [row.cells[group.start : group.stop] for row in rows]
    told = [part for part in parts if any(part)]
    return len(group) > 1 and len(told) > 1 and all(told[0])


def _apart(group: range, rows: Sequence[Row]) -> bool:
    """Whether some columns are a table of their own, or a note beside one: without a header."""
    if len(group) > 1:
        return _stands_alone(group, rows)
    _, header = header_at(rows)
    at, _ = header_at(rows)
    return at < len(rows) and not any(row.cells[group.start] for row in rows[at : at + header])


def _columns(rows: Sequence[Row], group: range, groups: Sequence[range]) -> list[Row]:
    """What rows say in some columns; what stands between two groups belongs to the left one."""
    at = list(groups).index(group)
    start = group.start if at else 0
    stop = groups[at + 1].start if at + 1 < len(groups) else None
    made = (replace(row, cells=row.cells[start:stop]) for row in rows)
    seen: set[int] = set()
    if at:  # a line that spans the groups stands in the left one
        seen = {i for i, row in enumerate(rows) if is_line(row) and any(row.cells[:start])}
    return [row for i, row in enumerate(made) if any(row.cells) and i not in seen]
