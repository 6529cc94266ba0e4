"""Rows of a matrix: an activity with its details, its objectives, and who is listed for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from partnergraph.relations.lost_grid.bodies import NOT, is_empty
from partnergraph.relations.lost_grid.cells import Unit, apart
from partnergraph.relations.lost_grid.headers import ACTIVITY, OBJECTIVE, OTHER, WHO
from partnergraph.relations.lost_grid.turns import STRAY, Reading, Turn

UNREAD = "stands in a column that is not read"
_UNCLEAR = {
    ACTIVITY: "an activity, but of which row is unclear",
    OBJECTIVE: "an objective, but of which row is unclear",
    WHO: "names, but of which row is unclear",
    OTHER: UNREAD,
}
_NO_COLUMN = "a cell, but of which column is unclear"
_STRAY = "goes on about something, but about what is unclear"
_NO_OWNER = "details, but of which activity is unclear"


@dataclass(slots=True)
class Row:
    """A row; an objective with its parts and notes, those listed with their column's number.

    `empty` are cells that say so (`n/a`).
    """

    activity: Unit
    details: list[Unit] = field(default_factory=list)
    objectives: list[list[Unit]] = field(default_factory=list)
    listed: list[tuple[Unit, int]] = field(default_factory=list)
    empty: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """The rows of a section, and units that are no part of one, each with the reason."""

    rows: list[Row] = field(default_factory=list)
    unclear: list[tuple[Unit, str]] = field(default_factory=list)

    def doubt(self, units: Iterable[Unit], column: str) -> None:
        """Some units of a column whose row is unclear."""
        self.unclear += [(unit, _UNCLEAR[column]) for unit in units]


def rows_of(units: Sequence[Unit], reading: Reading) -> Table:
    """The rows of a reading, as far as it is sure of them."""
    table = Table()
    row: Row | None = None
    early: list[tuple[Unit, Turn]] = []
    for unit, turn in zip(units, reading.turns, strict=True):
        if turn.number == STRAY:
            table.unclear.append((unit, _STRAY))
            continue
        if turn.begins or not turn.parted:
            table.unclear += [(u, _UNCLEAR[t.column]) for u, t in early]
            row, early = None, []
        if not turn.sure or not turn.parted:
            table.unclear.append((unit, _NO_COLUMN if not turn.sure else _UNCLEAR[turn.column]))
        elif turn.column == ACTIVITY and row is None and unit.goes_on:
            table.unclear.append((unit, _UNCLEAR[ACTIVITY]))
        elif turn.column == ACTIVITY and row is None:
            row = Row(unit)
            table.rows.append(row)
            for other, there in early:
                _put(table, row, other, there)
            early = []
        elif row is None:
            early.append((unit, turn))
        else:
            _put(table, row, unit, turn)
    table.unclear += [(unit, _UNCLEAR[turn.column]) for unit, turn in early]
    return table


def none_of(units: Sequence[Unit], reading: Reading) -> Table:
    """A section of which nothing is clear."""
    table = Table()
    for unit, turn in zip(units, reading.turns, strict=True):
        table.doubt([unit], turn.column)
    return table


def out_of_place(units: Sequence[Unit], reading: Reading) -> int:
    """How many texts begin a column, or stand between rows, that can only go on about something.

    Footnotes and remarks may stand there.
    """
    found, before = 0, -1
    for unit, turn in zip(units, reading.turns, strict=True):
        begins = turn.begins or before != turn.number
        column = turn.column != OTHER or turn.number == STRAY
        goes_on = unit.goes_on and not (unit.aside or unit.note)
        found += begins and column and goes_on and unit.level == NOT
        before = turn.number
    return found


def _put(table: Table, row: Row, unit: Unit, turn: Turn) -> None:
    if turn.column == ACTIVITY:
        row.details.append(unit)
    elif turn.column == WHO:
        row.listed.append((unit, turn.number))
    elif turn.column == OTHER:
        table.unclear.append((unit, UNREAD))
    elif is_empty(unit.text):
        row.empty.append(unit)
    else:
        for part in apart(unit):
            if row.objectives and (part.goes_on or part.start == "middle"):
                row.objectives[-1].append(part)
            else:
                row.objectives.append([part])


def give_details(table: Table, units: Sequence[Unit], begun: Sequence[bool]) -> None:
    """Give details, units of the activities' column that begin none, to the activity they are of.

    `units` are all of that column in their order. Where several activities could own some, they
    stay unclear.
    """
    rows = {id(row.activity): row for row in table.rows}
    owners: dict[int, Row | None] = {}
    candidates: list[int] = []
    awaiting: list[int] = []
    for place, unit in enumerate(units):
        goes_on = place > 0 and _goes_on(units[place - 1], unit)
        if unit.start == "fresh" and not goes_on:
            candidates, awaiting = [], []
        if begun[place]:
            candidates.append(place)
            owners[place] = rows.get(id(unit))
        else:
            pool = awaiting if unit.bullet and len(candidates) > 1 else candidates
            owners[place] = owners[place - 1] if goes_on else _only(pool, owners)
            owner = owners[place]
            if owner is None:
                table.unclear.append((unit, _NO_OWNER))
            else:
                owner.details.append(unit)
                awaiting = [other for other in awaiting if owners[other] is not owner]
        if unit.text.endswith(":"):
            awaiting.append(place)


def _goes_on(last: Unit, unit: Unit) -> bool:
    """Whether a unit goes on where the last one of its column stopped."""
    if unit.block == last.block:
        return True
    if unit.lower:
        return not last.ended
    return unit.bullet and last.bullet and last.text.endswith((";", "and", "or", ","))


def _only(pool: Sequence[int], owners: dict[int, Row | None]) -> Row | None:
    """The owner, where just one is possible."""
    possible = {id(owners[other]): owners[other] for other in pool}
    return next(iter(possible.values())) if len(possible) == 1 else None
