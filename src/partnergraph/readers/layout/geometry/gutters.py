"""Gutters: white strips between columns of words, over as many lines as they go on."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from partnergraph.readers.layout.geometry.lines import WIDE_SPACE, Line, is_even
from partnergraph.readers.layout.geometry.shapes import Rule

_BESIDE = 2.0  # sizes; columns whose lines stand at other heights still have text side by side
_TIGHT = 0.15  # sizes; a long cell may come as close to the next column as a word to a word
_BEFORE = 2.0  # points; what stands before a column's first letters belongs to it
_EVEN = 0.3  # points by which words set flush left at one x stand apart at most
_ALIGNED = 3  # lines; so many wide gaps that end at one x are a column's edge, however narrow
_MOST_OPEN = 120  # strips at one height; a line of the widest table has 60 columns
_INFINITE = 1e9
_NARROWEST = 0.5  # sizes; justified lines stretch spaces to that now and then
_SURE = ((2, 1.4), (3, 0.9), (5, 0.6))
"""How many lines a gutter parts at least to be one, by its width in sizes: a gap that lines share
by chance is narrow or short."""

_TYPED = ((2, 0.9),)  # a typewriter's spaces are never stretched


class Gutter(NamedTuple):
    """A strip between x0 and x1, free in the lines `first` to `last` (indices, inclusive).

    `parted` are lines with words on both sides, `free` is the last line that nothing crosses it in,
    `even` says whether what stands behind it is set flush left.
    """

    x0: float
    x1: float
    first: int
    last: int
    parted: int
    free: int
    even: bool

    @property
    def edge(self) -> float:
        """The x at which the column to its right begins."""
        return max((self.x0 + self.x1) / 2, self.x1 - _BEFORE)


class _Open(NamedTuple):
    x0: float
    x1: float
    first: int
    last: int
    parted: int
    ruled: bool
    left: float
    right: float
    edge: float
    aligned: int


def gutters(lines: Sequence[Line], upright: Sequence[Rule] = ()) -> list[Gutter]:
    """All gutters of some lines (in order of their baselines), also short ones within longer ones.

    A gap with an upright rule in it needs no width.
    """
    found: list[Gutter] = []
    active: list[_Open] = []
    rules = sorted(upright)
    ats = [rule.at for rule in rules]
    for index, line in enumerate(lines):
        edges = {round(one.edge) for one in active if one.aligned >= _ALIGNED - 1}
        even = is_even(line.words)
        narrowest = (WIDE_SPACE if even else _NARROWEST) * line.size
        inner = _gaps(line, rules, ats, set() if even else edges, narrowest)
        free = [(-_INFINITE, line.x0, False), *inner, (line.x1, _INFINITE, False)]
        beside = _BESIDE * min(line.size, lines[max(index - 1, 0)].size)
        kept = _meeting(active, free, line, index, beside)
        covered = [(one.x0, one.x1) for one in kept]
        for one in active:
            if not _within(one.x0, one.x1, covered):
                _close(one, lines, index - 1, found)
        for x0, x1, ruled in inner:
            if x1 - x0 < narrowest and not ruled:
                continue
            if not _within(x0, x1, covered):
                kept.append(_Open(x0, x1, index, index, 1, ruled, line.base, line.base, x1, 1))
        if len(kept) > _MOST_OPEN:
            kept = sorted(kept, key=lambda one: (one.parted, one.x1 - one.x0))[-_MOST_OPEN:]
        kept.sort()
        active = kept
    for one in active:
        _close(one, lines, len(lines) - 1, found)
    return found


def _gaps(
    line: Line, rules: Sequence[Rule], ats: Sequence[float], edges: set[int], narrowest: float
) -> list[tuple[float, float, bool]]:
    gaps = []
    words = sorted(line.words, key=lambda w: w.x0)
    right = words[0].x1
    for word in words[1:]:
        ruled = bool(ats) and word.x0 > right and _has_rule(right, word.x0, line.base, rules, ats)
        gap = word.x0 - right
        tight = edges and gap >= _TIGHT * line.size and round(word.x0) in edges
        if gap >= narrowest or ruled or tight:
            gaps.append((right, word.x0, ruled))
        right = max(right, word.x1)
    return gaps


def _has_rule(
    x0: float, x1: float, base: float, rules: Sequence[Rule], ats: Sequence[float]
) -> bool:
    for rule in rules[bisect_left(ats, x0 - 0.5) : bisect_left(ats, x1 + 0.5)]:
        if rule.start - 1 <= base <= rule.stop + 8:
            return True
    return False


def _meeting(
    active: list[_Open],
    free: list[tuple[float, float, bool]],
    line: Line,
    index: int,
    beside: float,
) -> list[_Open]:
    """What is left of open gutters beside a line: both lists go from left to right."""
    made: list[_Open] = []
    start, size, base = 0, line.size, line.base
    for one in active:
        while start < len(free) and free[start][1] <= one.x0:
            start += 1
        at = start
        while at < len(free) and free[at][0] < one.x1:
            x0, x1 = max(free[at][0], one.x0), min(free[at][1], one.x1)
            inner = 0 < at < len(free) - 1
            ruled = one.ruled and (free[at][2] or not inner)
            even = inner and abs(free[at][1] - one.edge) <= _EVEN
            wide = x1 - x0 >= _NARROWEST * size
            tight = even and not wide and one.aligned >= _ALIGNED - 1
            if tight:
                x0 = max(one.x0, x1 - _NARROWEST * size)
            if wide or ((ruled or tight) and x1 > x0):
                aligned = one.aligned + even
                edge = one.edge
                if inner and free[at][1] < edge - _EVEN:
                    edge, aligned = free[at][1], 1
                left = base if at else one.left
                right = base if at < len(free) - 1 else one.right
                last = index if abs(left - right) < beside else one.last
                parted = one.parted + inner
                made.append(
                    one._replace(
                        x0=x0,
                        x1=x1,
                        last=last,
                        parted=parted,
                        ruled=ruled,
                        left=left,
                        right=right,
                        edge=edge,
                        aligned=aligned,
                    )
                )
            at += 1
    made.sort()
    return _without_doubles(made)


def _without_doubles(made: list[_Open]) -> list[_Open]:
    """Of gutters that have become one strip, the one that begins first."""
    kept: list[_Open] = []
    for one in made:
        if kept and kept[-1].x1 > one.x0:
            if one.first < kept[-1].first:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _within(x0: float, x1: float, strips: list[tuple[float, float]]) -> bool:
    at = bisect_left(strips, (x1, 0.0))
    return at > 0 and strips[at - 1][1] > x0


def _close(one: _Open, lines: Sequence[Line], free: int, found: list[Gutter]) -> None:
    size = lines[one.last].size
    width = (one.x1 - one.x0) / size if size else 0
    least_of = _TYPED if is_even(lines[one.first].words) else _SURE
    sure = any(one.parted >= many and width >= least for many, least in least_of)
    if sure or (one.ruled and one.parted >= 1) or one.aligned >= _ALIGNED:
        even = one.aligned > 1
        found.append(Gutter(one.x0, one.x1, one.first, one.last, one.parted, free, even))
