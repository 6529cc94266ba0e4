"""Cells in turn: each row's cells follow each other in the order of the header.

The first hypothesis about a lost grid, and the plain one: a cell goes into the next column, an
empty cell is left out, a row has an activity. All ways to put the cells into columns are compared
exactly (shortest paths from both ends); what one that is nearly as good reads otherwise is unclear.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from math import inf
from typing import NamedTuple

from partnergraph.relations.lost_grid.bodies import LIKELY, NOT, OPEN, SURE
from partnergraph.relations.lost_grid.cells import Unit
from partnergraph.relations.lost_grid.headers import ACTIVITY, OBJECTIVE, OTHER, WHO

# What is against a reading, in empty cells: one may be empty anywhere, so all else is told by it.
_EMPTY = 1.0
_JOINED = 2.5  # two blocks in one cell: less likely than two empty cells
_PARTED = 1.5  # a column begins with what can only go on
_STRAY = 2.0  # a text that can only go on, between rows: a footnote, or a cell out of order
_NO_ACTIVITY = 4.0  # a row without an activity is none: more than all its cells empty
_MISFIT = 4.0  # bodies among texts, a text among bodies
_SEEMING = 0.6  # words in capitals may be a title
_UNLIKE = 1.0  # a text says what to do in a column that does not, or the reverse
_MARGIN = 0.5  # below the least of these, above nothing: a draw is unclear, a hint decides it

STRAY = -1
Label = tuple[int, bool]
"""A column's number, or STRAY, and whether a row begins."""


class Turn(NamedTuple):
    """Where a cell belongs: its column and its number, and whether a row begins with it.

    `sure`: the column is the only one; `parted`: so is whether a row begins.
    """

    number: int
    column: str
    begins: bool
    sure: bool
    parted: bool


class Reading(NamedTuple):
    """The best reading of some cells and what is against it, in empty cells."""

    turns: tuple[Turn, ...]
    cost: float

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(turn.begins for turn in self.turns)

    @property
    def unclear(self) -> int:
        """How many cells it cannot put anywhere."""
        return sum(not (turn.sure and turn.parted) for turn in self.turns)


Hint = Callable[[Unit, str], float]
"""What speaks against a text in a column by what the sure cells of that column are like."""


def no_hint(unit: Unit, column: str) -> float:
    """Nothing known of columns yet."""
    del unit, column
    return 0.0


def fit(unit: Unit, column: str) -> float:
    """What speaks against a cell in a column by its own words."""
    if column == WHO:
        return {SURE: 0.0, LIKELY: 0.0, OPEN: 0.0, NOT: _MISFIT}[unit.level]
    if unit.level == SURE or (unit.level == OPEN and column == ACTIVITY):
        return _MISFIT
    if column == OTHER:
        return 0.0 if is_stamp(unit.text) or unit.level == OPEN else _SEEMING
    return _SEEMING if unit.level == LIKELY or is_stamp(unit.text) else 0.0


@lru_cache(1024)
def is_stamp(text: str) -> bool:
    """Whether a cell is mostly a date or an amount: `2012-2014`, `USD 50,000`, `Q3 2031`.

    >>> is_stamp("Q3 2031"), is_stamp("Train 20 nurses by 2013")
    (True, False)
    """
    words = text.split()
    return bool(words) and 2 * sum(any(map(str.isdigit, word)) for word in words) >= len(words)


class _Lattice:
    """All ways through the columns: states are a column and whether its row has its activity."""

    def __init__(self, units: Sequence[Unit], columns: Sequence[str], hint: Hint) -> None:
        self.units, self.columns, self.hint = units, columns, hint
        count = len(columns)
        act = columns.index(ACTIVITY)
        self.states = [(k, has) for k in range(count) for has in (False, True) if has or k != act]
        self.states = [(k, has) for k, has in self.states if not (has and k < act)]
        self.moves = [
            (old, new, new[0], *move) for old in self.states for new in self.states
            for move in self._moves(old, new)
        ]  # fmt: skip
        self.moves += [(state, state, STRAY, False, 0.0) for state in self.states]
        said: list[Label] = [(column, begins) for _, _, column, begins, _ in self.moves]
        self.labels = list(dict.fromkeys(said))
        self.numbers = [self.labels.index(label) for label in said]

    def _moves(self, old: tuple[int, bool], new: tuple[int, bool]) -> list[tuple[bool, float]]:
        """The ways from one cell to the next: whether a row begins, and how many stay empty."""
        found: list[tuple[bool, float]] = []
        act = self.columns.index(ACTIVITY)
        if new[0] >= old[0] and new[1] == (old[1] or new[0] == act):
            found.append((False, _EMPTY * max(new[0] - old[0] - 1, 0)))
        if new[1] == (new[0] == act):
            found.append((True, self.closing(old) + self.opening(new)))
        return found

    def closing(self, state: tuple[int, bool]) -> float:
        """What a row lacks behind its last cell."""
        missing = _EMPTY * (len(self.columns) - 1 - state[0])
        return missing if state[1] else missing + _NO_ACTIVITY

    def opening(self, state: tuple[int, bool]) -> float:
        """What a row lacks before its first cell."""
        return _EMPTY * state[0]

    @cached_property
    def fits(self) -> list[list[float]]:
        """What speaks against each cell in each column."""
        return [[fit(u, c) + self.hint(u, c) for c in self.columns] for u in self.units]

    @cached_property
    def stray(self) -> list[bool]:
        """Whether each cell could belong to no row."""
        return [unit.goes_on and unit.level == NOT for unit in self.units]

    @cached_property
    def joined(self) -> list[float]:
        """What each cell costs behind another in its column."""
        return [0.0 if unit.goes_on else _JOINED for unit in self.units]

    @cached_property
    def parted(self) -> list[float]:
        """What each cell costs at the beginning of a column."""
        return [_PARTED if u.goes_on and u.level == NOT else 0.0 for u in self.units]

    @cached_property
    def steps(self) -> list[list[float]]:
        """What each cell costs behind the one before it, for each of the moves."""
        return [self._steps(number) for number in range(len(self.units))]

    def _steps(self, number: int) -> list[float]:
        fits, parted, joined = self.fits[number], self.parted[number], self.joined[number]
        bodies = self.units[number].level >= LIKELY
        behind = [_EMPTY if bodies and column == WHO else joined for column in self.columns]
        stray = _STRAY if self.stray[number] else inf
        return [
            stray if new == STRAY
            else empty + fits[new] + (parted if begins or old[0] != new else behind[new])
            for old, _, new, begins, empty in self.moves
        ]  # fmt: skip

    def read(self) -> Reading:
        """The best way, and what of it all ways within the margin share."""
        first = {
            s: self.opening(s) + self.fits[0][s[0]] if s[1] == (self.columns[s[0]] == ACTIVITY)
            else inf for s in self.states
        }  # fmt: skip
        forward = [first]
        for n in range(1, len(self.units)):
            costs = dict.fromkeys(self.states, inf)
            before = forward[-1]
            for (old, new, _, _, _), step in zip(self.moves, self.steps[n], strict=True):
                cost = before[old] + step
                if cost < costs[new]:
                    costs[new] = cost
            forward.append(costs)
        backward = {state: self.closing(state) for state in self.states}
        best = min(forward[-1][state] + backward[state] for state in self.states)
        turns: list[Turn] = []
        for n in range(len(self.units) - 1, 0, -1):
            least = [inf] * len(self.labels)
            costs = dict.fromkeys(self.states, inf)
            before = forward[n - 1]
            moves = zip(self.moves, self.numbers, self.steps[n], strict=True)
            for (old, new, _, _, _), label, step in moves:
                cost = step + backward[new]
                if cost < costs[old]:
                    costs[old] = cost
                cost += before[old]
                if cost < least[label]:
                    least[label] = cost
            turns.append(self._turn(dict(zip(self.labels, least, strict=True))))
            backward = costs
        labels: dict[Label, float] = {}
        for state in self.states:
            began = state[0], True
            labels[began] = min(labels.get(began, inf), forward[0][state] + backward[state])
        turns.append(self._turn(labels))
        return Reading(tuple(turns[::-1]), best)

    def _turn(self, labels: dict[Label, float]) -> Turn:
        best = min(labels, key=lambda label: labels[label])
        near = [label for label, cost in labels.items() if cost < labels[best] + _MARGIN]
        return Turn(
            best[0],
            OTHER if best[0] == STRAY else self.columns[best[0]],
            best[1],
            sure=all(column == best[0] for column, _ in near),
            parted=all(begins == best[1] for _, begins in near),
        )


def in_turn(units: Sequence[Unit], columns: Sequence[str], hint: Hint = no_hint) -> Reading:
    """The best reading of cells that follow each other in the order of the header."""
    return _Lattice(units, columns, hint).read() if units else Reading((), 0.0)


def hint_of(read: Sequence[tuple[Sequence[Unit], Reading]]) -> Hint:
    """What the sure cells of a document tell of its columns: whether they say what to do."""
    counts: dict[str, list[int]] = {ACTIVITY: [0, 0], OBJECTIVE: [0, 0]}
    for units, reading in read:
        for unit, turn in zip(units, reading.turns, strict=True):
            if turn.sure and turn.parted and turn.column in counts and not unit.goes_on:
                counts[turn.column][unit.orders] += 1
    shares = {column: _share(*told) for column, told in counts.items()}
    ordering = [column for column, share in shares.items() if share is not None and share >= _MOST]
    stating = [
        column for column, share in shares.items() if share is not None and share <= 1 - _MOST
    ]
    if not (ordering and stating):
        return no_hint

    def hint(unit: Unit, column: str) -> float:
        against = stating if unit.orders else ordering
        return _UNLIKE if column in against and unit.level == NOT else 0.0

    return hint


_MOST = 0.75  # of a column's sure cells have its form
_FEWEST = 3  # sure cells of a column before its form is known


def _share(without: int, with_: int) -> float | None:
    return with_ / (with_ + without) if with_ + without >= _FEWEST else None
