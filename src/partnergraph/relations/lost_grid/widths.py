"""How wide the columns are printed, learned from lines that break within a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from partnergraph.relations.lost_grid.printed import Row

_FEWEST = 2
_MANY = 12
_APART = 1.15
_FAR_APART = 1.4
_LONG = 1.06
_SHARE = 0.12
_TWO = 0.66
_CLEARLY_TWO = 0.85
_ONE_LINE = 0.5
_ENDED = re.compile(r"[.;:?!][”\"’')\]]*$|[;,] (?:and|or|et|ou|y|o)$")
_ITEM = re.compile(r"[-–—•▪●◦○■□‣∙·*]|\(?\w{1,3}\)")


def reach(rows: Sequence[Row]) -> int | None:
    """An upper bound of the width of the column that some rows stand in.

    A line broke because the next word did not fit. Words that were cut at a line's end and joined
    again make lines too wide, never too narrow: so the shortest broken line tells.
    """
    bounds = [
        row.width + 1 + len(following.words[0].text)
        for row, following in pairwise(rows)
        if not _ENDED.search(row.text)
    ]
    return min(bounds, default=None)


def runs(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Rows cut where a line ends a statement, so that two columns seldom share a run."""
    start = 0
    for place, row in enumerate(rows, start=1):
        last = place == len(rows)
        if last or _ENDED.search(row.text) or _ITEM.match(rows[place].text):
            yield rows[start:place]
            start = place


class Widths(NamedTuple):
    """Two column widths: texts that reach beyond `border` stand in the wide one.

    `often`: many lines were measured.
    """

    narrow: float
    border: float
    wide: float
    often: bool

    def wideness(self, bound: int | None, longest: int) -> float:
        """From -1 (narrow) to 1 (wide); a text of one line tells only if it is too long for one."""
        if bound is None:
            return _ONE_LINE if longest > self.narrow * _LONG else 0.0
        span = (self.wide - self.narrow) / 3
        return max(-1.0, min(1.0, (bound - self.border) / span))


def learn(bounds: Iterable[int]) -> Widths | None:
    """The two widths that a document's texts fall into; None where there is just one."""
    values = sorted(bounds)
    if len(values) < 2 * _FEWEST:
        return None
    best = max(range(_FEWEST, len(values) - _FEWEST + 1), key=lambda cut: _between(values, cut))
    narrow, wide = values[:best], values[best:]
    low, high = sum(narrow) / len(narrow), sum(wide) / len(wide)
    few = len(values) < _MANY
    apart, two = (_FAR_APART, _CLEARLY_TWO) if few else (_APART, _TWO)
    rare = min(len(narrow), len(wide)) < _SHARE * len(values)
    if rare or high < low * apart or _between(values, best) < two * _spread(values):
        return None
    return Widths(low, (narrow[-1] + wide[0]) / 2, high, not few)


def _between(values: list[int], cut: int) -> float:
    low, high = values[:cut], values[cut:]
    gap = sum(high) / len(high) - sum(low) / len(low)
    return len(low) * len(high) * gap * gap / len(values)


def _spread(values: list[int]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values)
