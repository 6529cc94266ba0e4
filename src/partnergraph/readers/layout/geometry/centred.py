"""Rows of tables whose cells are centred upright: their lines stand at half steps to each other.

A cell of two lines beside one of a line gives three baselines, of which none is shared. What tells
the row is that all its cells have their middle at one height.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from partnergraph.readers.layout.geometry.lines import SPACE, Line

_HALF = (0.3, 0.9)  # sizes; between lines of one row, but not of one cell
_STEP = 1.4  # sizes; lines of one cell stand no further apart
_SPACES = (SPACE, 0.3)  # sizes; cells of a narrow table come closer than stretched words do
_MOST = 12  # lines of a row
_EVEN = 0.25  # sizes by which the middles of a row's cells may differ


class Tall(Line):
    """Lines of one row of cells, laid side by side: `lines` are what it consists of."""

    __slots__ = ("lines",)

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__([word for line in lines for word in line.words])
        self.lines = lines
        self.base, self.size = lines[0].base, max(line.size for line in lines)


def rows_laid(lines: Sequence[Line]) -> list[Line]:
    """Lines, those of one row of cells that are centred upright as one; as they are if none are."""
    made: list[Line] = []
    at = 0
    while at < len(lines):
        many = _reach(lines, at)
        made.append(Tall(lines[at : at + many]) if many > 1 else lines[at])
        at += many
    return made


def plain(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines as they stand on the page."""
    for line in lines:
        if isinstance(line, Tall):
            yield from line.lines
        else:
            yield line


def _reach(lines: Sequence[Line], at: int) -> int:
    """How many lines from one on make a row of cells with one middle; 1 if they do not."""
    size = lines[at].size
    most, half = at + 1, False
    last = min(len(lines), at + _MOST)
    while most < last and lines[most].base - lines[most - 1].base < _STEP * size:
        most += 1
    for stop in range(at + 2, most + 1):
        group = lines[at:stop]
        half = half or _is_half(group[-2], group[-1])
        ends = stop == len(lines) or not _is_half(group[-1], lines[stop])
        if half and ends and any(_is_row(group, space) for space in _SPACES):
            return stop - at
    return 1


def _is_half(before: Line, line: Line) -> bool:
    low, high = _HALF
    return low * line.size < line.base - before.base < high * line.size


def _is_row(group: Sequence[Line], space: float) -> bool:
    """Whether lines fall into cells side by side that have their middle at one height."""
    cells = list(_cells(group, space))
    if len(cells) < 2:
        return False
    size = group[0].size
    middles = [(cell[0].base + cell[-1].base) / 2 for cell in cells]
    if max(middles) - min(middles) > _EVEN * size:
        return False
    steps = [(b.base - a.base) / size for cell in cells for a, b in pairwise(cell)]
    return all(0.9 < step < _STEP for step in steps) and len({len(cell) for cell in cells}) > 1


def _cells(group: Sequence[Line], space: float) -> Iterator[list[Line]]:
    """The lines of each cell: runs of words of several lines whose extents meet stand in one.

    A run ends where words stand further apart than `space`.
    """
    runs = sorted((Line(run) for line in group for run in line.parts(space)), key=_left)
    cell: list[Line] = []
    right = 0.0
    for run in runs:
        if cell and run.x0 > right:
            yield sorted(cell, key=_base)
            cell = []
        right = max(right, run.x1) if cell else run.x1
        cell.append(run)
    yield sorted(cell, key=_base)


def _left(line: Line) -> float:
    return line.x0


def _base(line: Line) -> float:
    return line.base
