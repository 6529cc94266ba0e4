"""A region of a page to pieces in reading order: columns one after the other, tables row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnergraph.readers.layout.geometry.bands import Band, bands
from partnergraph.readers.layout.geometry.centred import Tall, plain, rows_laid
from partnergraph.readers.layout.geometry.fields import labels_of
from partnergraph.readers.layout.geometry.lines import Line, lines_of, said
from partnergraph.readers.layout.geometry.pieces import Grid, Piece
from partnergraph.readers.layout.geometry.prose import pieces_of
from partnergraph.readers.layout.geometry.rows import grid_of
from partnergraph.readers.layout.geometry.sections import candidates, fits, gaps_of
from partnergraph.readers.layout.geometry.shapes import Area, Rule, Word
from partnergraph.readers.layout.geometry.telling import (
    CARDS,
    LABELS,
    PROSE,
    TABLE,
    cells_of,
    told,
    without_marks_cut,
)

_DEEPEST = 6  # columns in columns; a page with a side bar and two columns in a box has three


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that is laid out already and stands somewhere: a table, a box."""

    area: Area
    pieces: tuple[Piece | Grid, ...]


@dataclass(slots=True)
class Region:
    """Words of a page, what is placed among them, and the lines drawn there."""

    page: int
    words: list[Word]
    placed: list[Placed]
    level: Sequence[Rule]
    upright: Sequence[Rule]
    right: float | None = None


def laid_out(region: Region, depth: int = 0) -> Iterator[Piece | Grid]:
    """The pieces of a region in reading order."""
    lines = _lines(region)
    if not lines:
        return
    region.right = max(line.x1 for line in lines)
    if depth >= _DEEPEST:
        yield from _plain(region, lines)
        return
    if not region.placed:
        lines = rows_laid(lines)
    at = 0
    for band in _tables(region, lines):
        yield from _in_bands(region, list(plain(lines[at : band.first])), depth)
        yield from _grids(region, lines[band.first : band.last + 1], band.cuts)
        at = band.last + 1
    yield from _in_bands(region, list(plain(lines[at:])), depth)


def _in_bands(region: Region, lines: Sequence[Line], depth: int) -> Iterator[Piece | Grid]:
    at = 0
    for band in bands(lines, region.upright) if lines else ():
        yield from _plain(region, lines[at : band.first])
        yield from _banded(region, lines[band.first : band.last + 1], band.cuts, depth)
        at = band.last + 1
    yield from _plain(region, lines[at:])


def _tables(region: Region, lines: Sequence[Line]) -> Iterator[Band]:
    """The tables of a region that rows over all columns part, or whose cells are centred."""
    if region.placed:
        return
    over = candidates(lines)
    if not over and not any(isinstance(line, Tall) for line in lines):
        return
    rest = [index for index in range(len(lines)) if index not in over]
    rows = [lines[index] for index in rest]
    for band in bands(rows, region.upright):
        first, last = rest[band.first], rest[band.last]
        within, held = lines[first : last + 1], rows[band.first : band.last + 1]
        at = [index - first for index in sorted(over) if first < index < last]
        cuts = without_marks_cut(held, band.cuts)
        if not cuts or not (at or any(isinstance(line, Tall) for line in held)):
            continue
        if fits(within, at, cuts) and told(held, cuts, region.level) == TABLE:
            yield Band(first, last, cuts)


def _banded(
    region: Region, lines: Sequence[Line], cuts: tuple[float, ...], depth: int
) -> Iterator[Piece | Grid]:
    cuts = without_marks_cut(lines, cuts)
    if not cuts:
        yield from _plain(region, lines)
        return
    kind = told(lines, cuts, region.level)
    if any(isinstance(line, Spot) for line in lines) or kind in (PROSE, CARDS):
        yield from _columns(region, lines, cuts, depth)
    elif kind == LABELS:
        yield from labels_of(lines, cuts, region.page)
    elif twin := _twin(lines, cuts):
        yield from _columns(region, lines, (twin,), depth)
    else:
        yield from _grids(region, lines, cuts)


def _grids(
    region: Region, lines: Sequence[Line], cuts: tuple[float, ...]
) -> Iterator[Piece | Grid]:
    """A band's table; two, if its header comes again below a text that stands between them."""
    again = _again(lines)
    first = again - 1
    if again < 3 or gaps_of(lines[first]) or not gaps_of(lines[first - 1]):
        yield grid_of(lines, cuts, region.page, region.level)
        return
    yield grid_of(lines[:first], cuts, region.page, region.level)
    yield from _plain(region, list(plain(lines[first:again])))
    yield from _grids(region, lines[again:], cuts)


def _again(lines: Sequence[Line]) -> int:
    """Where the first line comes again; 0 if it does not, or is but one run of words."""
    if len(lines) < 4 or not gaps_of(lines[0]):
        return 0
    told = lines[0].text
    return next((i for i in range(2, len(lines) - 1) if lines[i].text == told), 0)


def _twin(lines: Sequence[Line], cuts: tuple[float, ...]) -> float:
    """The edge between two tables that stand side by side under the same header, if they do."""
    half, odd = divmod(len(cuts) + 1, 2)
    cells = [said(words) for words in cells_of(lines[0], cuts)]
    if odd or half < 2 or not all(cells) or cells[:half] != cells[half:]:
        return 0.0
    return cuts[half - 1]


def _columns(
    region: Region, lines: Sequence[Line], cuts: tuple[float, ...], depth: int
) -> Iterator[Piece | Grid]:
    edges = (float("-inf"), *cuts, float("inf"))
    words = [word for line in lines if not isinstance(line, Spot) for word in line.words]
    spots = [line.placed for line in lines if isinstance(line, Spot)]
    for left, right in pairwise(edges):
        inner = [word for word in words if left <= (word.x0 + word.x1) / 2 < right]
        placed = [one for one in spots if left <= (one.area.x0 + one.area.x1) / 2 < right]
        if len(inner) == len(words) and len(placed) == len(spots):
            yield from _plain(region, lines)
        else:
            part = Region(region.page, inner, placed, region.level, region.upright)
            yield from laid_out(part, depth + 1)


class Spot(Line):
    """The place of something that is laid out already, as a line among lines."""

    __slots__ = ("placed",)

    def __init__(self, placed: Placed, size: float) -> None:
        area = placed.area
        self.placed = placed
        self.words = [Word("", *area, area.y0 + size, size)]
        self.x0, self.x1, self.base, self.size, self.bold = (
            area.x0,
            area.x1,
            area.y0 + size,
            size,
            False,
        )


def _lines(region: Region) -> list[Line]:
    lines: list[Line] = lines_of(region.words)
    if region.placed:
        size = sorted(line.size for line in lines)[len(lines) // 2] if lines else 10.0
        lines += [Spot(one, size) for one in region.placed]
        lines.sort(key=lambda line: line.base)
    return lines


def _plain(region: Region, lines: Sequence[Line]) -> Iterator[Piece | Grid]:
    group: list[Line] = []
    for line in lines:
        if isinstance(line, Spot):
            yield from pieces_of(group, region.page, region.right)
            yield from line.placed.pieces
            group = []
        else:
            group.append(line)
    yield from pieces_of(group, region.page, region.right)
