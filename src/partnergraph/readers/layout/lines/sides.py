"""Columns of prose, or of labels, that stand side by side: the left one first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from partnergraph.readers.layout.labels import labelled
from partnergraph.readers.layout.lines.gaps import WIDEST, gaps
from partnergraph.readers.layout.lines.line import Line

_NARROWEST = 20  # characters; the narrowest columns of prose that pages print
_FULL = 0.7  # of a column's width; ragged lines of prose seldom leave more


def in_order(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of one page with its columns of prose after each other.

    A line in columns comes as two of its number, with a blank one between the columns. Tables are
    left as they are: their cells do not fill their columns, and begin together.
    """
    gutter = _gutter(lines)
    if not gutter:
        yield from lines
        return
    zone: list[Line] = []
    for line in lines:
        if not _crosses(line, gutter):
            zone.append(line)
            continue
        yield from _parted(zone, gutter)
        zone = []
        yield line
    yield from _parted(zone, gutter)


def _gutter(lines: Sequence[Line]) -> int:
    """The column of characters that most gaps of a page have in common; 0 where too few have."""
    count: Counter[int] = Counter()
    for line in lines:
        for first, behind in gaps(line):
            if first >= _NARROWEST or behind >= _NARROWEST:
                count.update(range(max(first, _NARROWEST), behind))
    if not count:
        return 0
    most = max(count.values())
    best = [column for column, n in count.items() if n == most]
    return best[-1] if most > 1 else 0


def _crosses(line: Line, gutter: int) -> bool:
    if len(line.text) > WIDEST:
        return True
    return any(start <= gutter < stop for start, stop in line.segments)


def _parted(zone: Sequence[Line], gutter: int) -> Iterator[Line]:
    both = [i for i, line in enumerate(zone) if _left(line, gutter) and _right(line, gutter)]
    if len(both) < 2:
        yield from zone
        return
    first, last = both[0], both[-1]
    while first and zone[first - 1].words and not _left(zone[first - 1], gutter):
        first -= 1
    while last + 1 < len(zone) and zone[last + 1].words:
        last += 1
    inner = zone[first : last + 1]
    if not _side_by_side(inner, gutter):
        yield from zone
        return
    yield from zone[:first]
    blank = replace(zone[first], text="", typed="")
    yield from (line.within(0, gutter) for line in inner)
    yield blank
    shift = min(_right_start(line, gutter) for line in inner if _right(line, gutter))
    yield from (line.within(shift) for line in inner)
    yield blank
    yield from zone[last + 1 :]


def _left(line: Line, gutter: int) -> str:
    return line.text[:gutter].strip()


def _right(line: Line, gutter: int) -> str:
    return line.text[gutter:].strip()


def _right_start(line: Line, gutter: int) -> int:
    return len(line.text) - len(line.text[gutter:].lstrip())


def _side_by_side(zone: Sequence[Line], gutter: int) -> bool:
    both = [line for line in zone if _left(line, gutter) and _right(line, gutter)]
    sides = ([_left(line, gutter) for line in zone], [_right(line, gutter) for line in zone])
    filled = [[said for said in side if said] for side in sides]
    if all(_labels(side, both) for side in filled):
        return len(both) > 1
    return len(both) > 2 and all(map(_prose, filled)) and not _rows(zone, gutter)


def _labels(side: Sequence[str], both: Sequence[Line]) -> bool:
    """Whether most lines of a column are labelled (`Lead agency: ILO`)."""
    said = sum(bool(labelled((Line(1, line).run(),))) for line in side)
    return said >= len(side) * 0.6 and said >= 2


def _prose(side: Sequence[str]) -> bool:
    """Whether lines fill a column and go on in each other."""
    width = max(map(len, side))
    if width < _NARROWEST or sum(len(said.split()) for said in side) < 3 * len(side):
        return False
    wide = sum("   " in said and not _GAP_BEHIND_LABEL.search(said) for said in side)
    full = sum(len(said) >= _FULL * width for said in side)
    on = sum(b[:1].islower() or a.endswith("-") for a, b in pairwise(side))
    return 4 * wide < len(side) and 5 * full >= 2 * len(side) and 3 * on >= len(side) - 1


_GAP_BEHIND_LABEL = re.compile(r"[:：]\s{3}")


def _rows(zone: Sequence[Line], gutter: int) -> bool:
    """Whether both columns begin anew in the same lines, as the cells of a row do."""
    left = _starts([_left(line, gutter) for line in zone])
    right = _starts([_right(line, gutter) for line in zone])
    return 2 * len(left & right) >= max(min(len(left), len(right)), 1)


def _starts(side: Sequence[str]) -> set[int]:
    """The lines of a column that need not have begun there, and begin with a capital."""
    width = max(map(len, side))
    return {
        k
        for k, (above, said) in enumerate(pairwise(side), start=1)
        if said[:1].isupper() and len(above) + 1 + len(said.split(" ", 1)[0]) <= width
    }
