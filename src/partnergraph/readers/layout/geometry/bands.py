"""The bands of a region: lines one below the other that the same gutters part into columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from partnergraph.readers.layout.geometry.gutters import Gutter, gutters
from partnergraph.readers.layout.geometry.lines import Line
from partnergraph.readers.layout.geometry.shapes import Rule

_MOST = 300  # gutters of a page, the largest first; 20 tables of 15 columns have so many
_CLOSE = 4  # lines of other columns that may stand between two of one
_SHARED = 0.5  # of a band's lines that a gutter runs through to be one of its columns' edges


@dataclass(frozen=True, slots=True)
class Band:
    """Lines `first` to `last` that some gutters part into columns."""

    first: int
    last: int
    cuts: tuple[float, ...]


def bands(lines: Sequence[Line], upright: Sequence[Rule]) -> list[Band]:
    """The bands of some lines that fall into columns, from top to bottom."""
    found = gutters(lines, upright)
    found.sort(key=lambda g: (_height(lines, g) * min(g.x1 - g.x0, 30.0), g.parted), reverse=True)
    taken: list[Band] = []
    found = found[:_MOST]
    for gutter in found:
        if any(gutter.first <= band.last and band.first <= gutter.last for band in taken):
            continue
        taken.append(_band(lines, gutter, found, taken))
    return sorted(taken, key=lambda band: band.first)


def _height(lines: Sequence[Line], gutter: Gutter) -> float:
    return lines[gutter.last].base - lines[gutter.first].top


def _band(
    lines: Sequence[Line], best: Gutter, found: Sequence[Gutter], taken: Sequence[Band]
) -> Band:
    low = max((b.last + 1 for b in taken if b.last < best.first), default=0)
    high = min((b.first - 1 for b in taken if b.first > best.last), default=len(lines) - 1)
    fellows = [g for g in found if _runs_along(g, best)]
    first = max(low, min(g.first for g in fellows))
    last = min(high, max(g.last for g in fellows))
    first, last = _reach(lines, best, first, last, low, high)
    cuts: list[float] = []
    for gutter in fellows:
        if all(not (gutter.x0 - 1 < cut < gutter.x1 + 1) for cut in cuts):
            cuts.append(gutter.edge)
    return Band(first, last, tuple(sorted(cuts)))


def _runs_along(gutter: Gutter, best: Gutter) -> bool:
    """Whether a gutter is an edge of the columns that another one parts.

    Nothing crosses it there, though most of the cells beside it may be empty.
    """
    if gutter.even and gutter.first <= best.first and gutter.free >= best.last:
        return True
    shared = min(gutter.last, best.last) - max(gutter.first, best.first) + 1
    return shared >= _SHARED * (best.last - best.first + 1) and shared >= _SHARED * (
        gutter.last - gutter.first + 1
    )


def _reach(
    lines: Sequence[Line], best: Gutter, first: int, last: int, low: int, high: int
) -> tuple[int, int]:
    """A band with the lines above and below that stand in one of its columns and go on there."""
    at = last
    while at < min(high, last + _CLOSE) and _on_one_side(lines[at + 1], best):
        at += 1
        if _near(lines[at], reversed(lines[first:at]), best):
            last = at
    at = first
    while at > max(low, first - _CLOSE) and _on_one_side(lines[at - 1], best):
        at -= 1
        if _near(lines[at], iter(lines[at + 1 : last + 1]), best):
            first = at
    return first, last


def _near(line: Line, others: Iterator[Line], gutter: Gutter) -> bool:
    """Whether a line stands close to the next one in its column, of the same size."""
    left = line.x1 <= gutter.x1
    for other in islice(others, _CLOSE):
        beside = [w for w in other.words if (w.x0 < gutter.x0 if left else w.x1 > gutter.x1)]
        if beside:
            size = beside[0].size
            near = abs(other.base - line.base) < 1.7 * max(line.size, size)
            return near and abs(line.size - size) < 0.1 * line.size
    return False


def _on_one_side(line: Line, gutter: Gutter) -> bool:
    return line.x1 <= gutter.x1 or line.x0 >= gutter.x0
