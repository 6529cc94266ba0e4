"""Readings to rows: what all good readings of a section agree on, and whose the details are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partnergraph.extractors.matrix.headers import OTHER
from partnergraph.extractors.matrix.reading import Choice, Readings
from partnergraph.extractors.matrix.units import Unit
from partnergraph.extractors.matrix.weights import ACTIVITY, AGENCIES, DETAIL, OBJECTIVE, PART, Fit

PROTEST = 3.0
UNREAD = "stands in a column that is not read"
Fact = tuple[object, ...]


@dataclass(slots=True)
class Row:
    """A row by the numbers of its units; an objective with its parts and notes."""

    number: int
    activity: int
    objectives: list[list[int]] = field(default_factory=list)
    agencies: list[int] = field(default_factory=list)
    details: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """The rows of a section, and units that are no part of one, with the reason."""

    rows: list[Row]
    unowned: list[int]
    doubtful: dict[int, str]


def table_of(
    units: Sequence[Unit],
    fits: Sequence[Fit],
    readings: Readings,
    margin: float,
    doubted: Sequence[int] = (),
) -> Table:
    """The rows of the best reading as far as the others that come within `margin` agree.

    A unit that by itself looks much more like something else is in doubt too, and so is a
    `doubted` one in a row without agencies.
    """
    best, choices = readings[0]
    agreed = set(_facts(choices))
    for unit, (choice, fit) in enumerate(zip(choices, fits, strict=True)):
        if fit.scores.get(choice.part, 0.0) < max(fit.scores.values()) - PROTEST:
            agreed = {fact for fact in agreed if unit not in fact[1:]}
    for score, others in readings[1:]:
        if score < best - margin:
            break
        agreed &= set(_facts(others))
    served = {unit for row in _rows(choices) if row.agencies for unit in _texts(row)}
    agreed = {fact for fact in agreed if served.issuperset(set(doubted).intersection(fact[1:]))}
    owners = _owners(units, choices)
    made = Table([], [], {})
    rows = _rows(choices)
    for row in rows:
        if ("activity", row.activity) in agreed:
            made.rows.append(_agreed(row, agreed))
    _rest(made, units, choices, rows, owners)
    return made


def _rest(
    made: Table,
    units: Sequence[Unit],
    choices: list[Choice],
    rows: list[Row],
    owners: dict[int, int | None],
) -> None:
    kept = {unit for row in made.rows for cell in _cells(row) for unit in cell}
    known = {row.activity: row for row in made.rows}
    for unit, choice in enumerate(choices):
        if unit in kept:
            continue
        owner = owners.get(unit)
        if choice.part == DETAIL and owner in known:
            known[owner].details.append(unit)
        elif choice.part == DETAIL:
            made.unowned.append(unit)
        else:
            unread = units[unit].column == OTHER
            made.doubtful[unit] = UNREAD if unread else _reason(choice, rows)


def _reason(choice: Choice, rows: list[Row]) -> str:
    if not any(row.number == choice.row for row in rows):
        return "no activity to put it to"
    names = {ACTIVITY: "an activity", OBJECTIVE: "an objective", PART: "an objective's part"}
    named = {**names, AGENCIES: "agencies"}.get(choice.part)
    return f"{named}, but of which row is unclear" if named else "fits no column of the matrix"


def _cells(row: Row) -> list[list[int]]:
    return [[row.activity], *row.objectives, row.agencies]


def _texts(row: Row) -> list[int]:
    return [row.activity, *(unit for cell in row.objectives for unit in cell)]


def is_complete(choices: list[Choice], columns: Sequence[str]) -> bool:
    """Whether each row of a reading has a cell in each column."""
    return all(
        (row.objectives or "objective" not in columns) and (row.agencies or "agency" not in columns)
        for row in _rows(choices)
    )


def _agreed(row: Row, agreed: set[Fact]) -> Row:
    return Row(
        row.number,
        row.activity,
        [cell for cell in row.objectives if ("objective", row.activity, *cell) in agreed],
        [unit for unit in row.agencies if ("agencies", row.activity, unit) in agreed],
    )


def _facts(choices: list[Choice]) -> list[Fact]:
    facts: list[Fact] = []
    for row in _rows(choices):
        facts.append(("activity", row.activity))
        facts += [("objective", row.activity, *cell) for cell in row.objectives]
        facts += [("agencies", row.activity, unit) for unit in row.agencies]
    return facts


def _rows(choices: list[Choice]) -> list[Row]:
    rows: dict[int, Row] = {}
    for unit, choice in enumerate(choices):
        if choice.part == ACTIVITY:
            rows[choice.row] = Row(choice.row, unit)
    last: list[int] | None = None
    for unit, choice in enumerate(choices):
        row = rows.get(choice.row)
        if choice.part == OBJECTIVE:
            last = [unit]
            if row:
                row.objectives.append(last)
        elif choice.part == PART and last:
            last.append(unit)
        elif choice.part == AGENCIES and row:
            row.agencies.append(unit)
    return list(rows.values())


def _owners(units: Sequence[Unit], choices: list[Choice]) -> dict[int, int | None]:
    """The activity that each unit of details belongs to; None where it is unclear."""
    owners: dict[int, int | None] = {}
    candidates: list[int] = []
    awaiting: list[int] = []
    before: int | None = None
    for unit, choice in enumerate(choices):
        if choice.part not in (ACTIVITY, DETAIL):
            continue
        goes_on = _goes_on(units, before, unit)
        if _page_between(units, before, unit) and not goes_on:
            candidates, awaiting = [], []
        if choice.part == ACTIVITY:
            candidates.append(unit)
            owners[unit] = unit
        else:
            pool = awaiting if units[unit].bullet and len(candidates) > 1 else candidates
            owner = owners[before] if goes_on and before is not None else _only(units, pool, owners)
            owners[unit] = owner
            if owner is not None:
                awaiting = [other for other in awaiting if owners[other] != owner]
        if units[unit].text.endswith(":"):
            awaiting.append(unit)
        before = unit
    return owners


def _page_between(units: Sequence[Unit], before: int | None, unit: int) -> bool:
    start = 0 if before is None else before + 1
    return any(other.start == "fresh" for other in units[start : unit + 1])


def _goes_on(units: Sequence[Unit], before: int | None, unit: int) -> bool:
    """Whether a unit goes on where the last one of its column stopped."""
    if before is None:
        return False
    last, this = units[before], units[unit]
    if unit == before + 1 and last.block == this.block:
        return True
    if this.lower:
        return not last.ended
    return this.bullet and last.bullet and last.text.endswith((";", "and", "or", ","))


def _only(units: Sequence[Unit], pool: list[int], owners: dict[int, int | None]) -> int | None:
    """The owner, where just one is possible."""
    possible = {owners[other] for other in pool}
    return possible.pop() if len(possible) == 1 else None
