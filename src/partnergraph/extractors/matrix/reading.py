"""Units to rows: the readings of a section that stay plausible, unit by unit.

A row has a cell in each column, cells of one column come in the order of the rows, and the columns
in the order of the header. A scrambled text breaks the last rule only, and each breach has a
price. What another reading that is nearly as good reads otherwise is contested.
"""

from collections.abc import Iterator, Sequence
from math import inf
from typing import Any, NamedTuple

from partnergraph.extractors.matrix.likeness import Comparison
from partnergraph.extractors.matrix.units import Unit
from partnergraph.extractors.matrix.weights import (
    ACTIVITY,
    AGENCIES,
    COLUMN,
    DETAIL,
    NOISE,
    OBJECTIVE,
    PART,
    Fit,
)

BEAM = 30
DROP = 6.5
NEAR = 3.0
_MISSING = {"activity": 8.0, "objective": 3.0, "agency": 3.0}
_EARLY = {"activity": 1.0, "objective": 1.0, "agency": 2.0}
_LAG = 0.4
_EXTRA = 0.3
_LATE = 0.7
_SWITCH = {"line": 2.5, "middle": 5.0}
_JOIN = 2.0
_PARTED = 1.5
_BEHIND = 1.5


class Choice(NamedTuple):
    """What a unit was read as, and in which row (counted from 1)."""

    part: str
    row: int


Readings = list[tuple[float, list[Choice]]]


class Order(NamedTuple):
    """How far the order of cells is to be trusted: what its breaches cost, what likeness is worth.

    `unserved`: a further objective before the row's agencies; `served`: one behind them;
    `back`: a detail behind its activity's objective, a part of an objective behind the next
    activity; `plain`: details in a block of
    their own that nothing but their place tells from an objective.
    """

    breach: float
    likeness: float
    unserved: float
    served: float
    back: float
    plain: float


SCRAMBLED = Order(1.0, 3.0, 1.0, 0.0, 0.0, 0.0)
UNKNOWN = Order(3.0, 1.0, 1.0, 3.0, 0.0, 0.0)
REGULAR = Order(3.0, 1.0, 0.0, 3.0, 1.5, 1.5)


class Reading(NamedTuple):
    """A reading so far: its score, the rows begun in each column, what is still open."""

    score: float
    begun: tuple[int, int, int]
    filled: tuple[int, int]
    open: tuple[bool, bool, bool, bool]
    column: str
    statements: tuple[tuple[int, ...], ...]
    early: tuple[tuple[int, int], ...]
    path: Any

    def choices(self) -> list[Choice]:
        """The choices made, in the order of the units."""
        made: list[Choice] = []
        link = self.path
        while link:
            link, choice = link
            made.append(choice)
        return made[::-1]


_START = Reading(0.0, (0, 0, 0), (0, 0), (False, False, False, False), "", (), (), None)
_INDEX = {"activity": 0, "objective": 1, "agency": 2}


def _plausible(grown: list[Reading]) -> list[Reading]:
    """Those near the best of all, and near the best of those that stand where they stand."""
    best: dict[tuple[object, ...], float] = {}
    for reading in grown:
        key = reading[1:5]
        if reading.score > best.get(key, -inf):
            best[key] = reading.score
    least = max(best.values()) - DROP
    kept = [
        reading
        for reading in grown
        if reading.score > least and reading.score > best[reading[1:5]] - NEAR
    ]
    return sorted(kept, key=lambda reading: -reading.score)[:BEAM]


class Reader:
    """Reads the units of one section."""

    def __init__(
        self,
        units: Sequence[Unit],
        fits: Sequence[Fit],
        likeness: Comparison,
        columns: tuple[str, ...],
        gaps: float,
        order: Order,
    ) -> None:
        """`gaps`: how regularly a blank line stands between two cells, from 0 to 1."""
        last = "agency" in columns and columns[-1] == "agency"
        self._order = order if last else order._replace(served=0.0)
        self._switches = {start: price * gaps for start, price in _SWITCH.items()}
        self._units, self._fits, self._likeness = units, fits, likeness
        self._columns = frozenset(columns)
        self._rank = {
            column: rank for rank, column in enumerate(dict.fromkeys((*columns, *_INDEX)))
        }

    def read(self) -> Readings:
        """The best readings, best first, each with its score."""
        readings = [_START]
        for number in range(len(self._units)):
            grown = [new for reading in readings for new in self._grow(reading, number)]
            readings = _plausible(grown or [self._noise(reading, number) for reading in readings])
        closed = [(self._close(reading), reading) for reading in readings]
        closed.sort(key=lambda pair: -pair[0])
        return [(score, reading.choices()) for score, reading in closed]

    def _close(self, reading: Reading) -> float:
        activities, _, _ = reading.begun
        rows = max(reading.begun)
        score = reading.score - _MISSING["activity"] * (rows - activities)
        for column, filled in zip(("objective", "agency"), reading.filled, strict=True):
            if column in self._columns:
                score -= _MISSING[column] * (rows - filled)
        return score

    def _grow(self, reading: Reading, number: int) -> Iterator[Reading]:
        fit = self._fits[number]
        if self._units[number].column:
            yield from self._ruled(reading, fit, number)
            return
        for part, score in fit.scores.items():
            if part == NOISE:
                yield self._noise(reading, number)
                continue
            score -= self._switch(reading, number, COLUMN[part])
            if part == ACTIVITY:
                yield self._activity(reading, score, fit, number)
            elif part == OBJECTIVE:
                yield from self._objective(reading, score, fit, number)
            elif part == AGENCIES:
                yield from self._agencies(reading, score, fit, number)
            elif reading.begun[0 if part == DETAIL else 1]:
                yield self._more(reading, score, part, fit, number)

    def _noise(self, reading: Reading, number: int) -> Reading:
        fit = self._fits[number]
        return self._made(reading, fit.scores.get(NOISE, 0.0), NOISE, 0, fit, number)

    def _ruled(self, reading: Reading, fit: Fit, number: int) -> Iterator[Reading]:
        """Cells of a ruled row, its activity first: all belong to the row begun last."""
        row, objective, _ = reading.begun
        for part, score in fit.scores.items():
            if part == ACTIVITY:
                yield self._made(reading, score, part, row + 1, fit, number)
            elif part == PART and row and objective == row:
                yield self._more(reading, score, part, fit, number)
            elif part != PART:
                yield self._made(reading, score, part if row else NOISE, row, fit, number)

    def _switch(self, reading: Reading, number: int, column: str) -> float:
        """The price of another column within a block."""
        unit = self._units[number]
        if (
            not number
            or unit.start not in self._switches
            or reading.column in ("agency", "", column)
        ):
            return 0.0
        return 0.0 if column == "agency" else self._switches[unit.start]

    def _begin(self, reading: Reading, column: str, row: int) -> float:
        """The price of a row's cell before the cells left of it, or long before other columns."""
        rank = self._rank[column]
        price = 0.0
        for other, place in self._rank.items():
            begun = reading.begun[_INDEX[other]]
            if place < rank and begun < row:
                price += max(_EARLY[column], _EARLY[other]) if place == rank - 1 else _LAG
            elif begun < row - 1:
                price += _LAG
        return price * self._order.breach

    def _activity(self, reading: Reading, score: float, fit: Fit, number: int) -> Reading:
        row = reading.begun[0] + 1
        score -= self._begin(reading, "activity", row)
        beside = self._rank["activity"] < self._rank["objective"]
        if beside and reading.begun[1] >= row > reading.begun[2] and "agency" in self._columns:
            score -= _PARTED
        mine = (number,)
        for early_row, objective in reading.early:
            if early_row == row:
                score += self._order.likeness * self._likeness(objective, mine)
        return self._made(reading, score, ACTIVITY, row, fit, number)

    def _objective(
        self, reading: Reading, score: float, fit: Fit, number: int
    ) -> Iterator[Reading]:
        activities, current, agencies = reading.begun
        if current:
            price = _EXTRA + _LATE * self._order.breach * (max(activities, agencies) > current)
            if reading.column == "objective" and self._units[number].start == "line":
                price = 0.0
            elif "agency" in self._columns:
                price += self._order.unserved if agencies < current else self._order.served
            likeness = self._row_likeness(reading, number, current)
            yield self._made(reading, score - price + likeness, OBJECTIVE, current, fit, number)
        for row in {current + 1, max(current + 1, activities), max(current + 1, agencies)}:
            price = self._begin(reading, "objective", row)
            likeness = self._row_likeness(reading, number, row)
            yield self._made(reading, score - price + likeness, OBJECTIVE, row, fit, number)

    def _agencies(self, reading: Reading, score: float, fit: Fit, number: int) -> Iterator[Reading]:
        activities, objectives, current = reading.begun
        if reading.open[3]:
            yield self._made(reading, score + 1.0, AGENCIES, current, fit, number)
        for row in {current + 1, max(current + 1, activities), max(current + 1, objectives)}:
            price = self._begin(reading, "agency", row) + _BEHIND * (objectives > row)
            yield self._made(reading, score - price, AGENCIES, row, fit, number)

    def _more(self, reading: Reading, score: float, part: str, fit: Fit, number: int) -> Reading:
        is_open = reading.open[0 if part == DETAIL else 1]
        if fit.lower:
            score += _JOIN if is_open else -_JOIN
        if part == PART and fit.numbered:
            score += 4.0 if reading.open[2] else -1.0
        activities, objectives, _ = reading.begun
        if reading.column == "objective" if part == DETAIL else activities > objectives:
            score -= self._order.back
        if part == DETAIL and self._units[number].plain:
            score -= self._order.plain
        row = reading.begun[0 if part == DETAIL else 1]
        return self._made(reading, score, part, row, fit, number)

    def _row_likeness(self, reading: Reading, number: int, row: int) -> float:
        if row > len(reading.statements):
            return 0.0
        return self._order.likeness * self._likeness(number, reading.statements[row - 1])

    def _made(
        self, reading: Reading, score: float, part: str, row: int, fit: Fit, number: int
    ) -> Reading:
        _, begun, filled, opened, column, statements, early, path = reading
        activities, objectives, agencies = begun
        open_activity, open_objective, awaits, listing = opened
        if part == ACTIVITY:
            activities, statements = row, (*statements, (number,))
            open_activity = not fit.ended
        elif part == DETAIL:
            open_activity = not fit.ended
            statements = (*statements[:-1], (*statements[-1], number))
        elif part == OBJECTIVE:
            filled = (filled[0] + (row > objectives), filled[1])
            if row > activities:
                early = (*early, (row, number))
            objectives, open_objective, awaits = row, not fit.ended, fit.awaits
        elif part == PART:
            open_objective, awaits = not fit.ended, awaits or fit.awaits
        elif part == AGENCIES:
            filled = (filled[0], filled[1] + (row > agencies))
            agencies, listing = row, fit.listing
        return Reading(
            reading.score + score,
            (activities, objectives, agencies),
            filled,
            (open_activity, open_objective, awaits, listing),
            COLUMN.get(part, column),
            statements,
            early,
            (path, Choice(part, row)),
        )
