"""Running heads and feet: what stands in the margins of page after page, and page numbers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from partnergraph.readers.layout.geometry.lines import Line, lines_of, said
from partnergraph.readers.layout.geometry.shapes import Area, Sheet

_ZONE = 0.17  # of a page's height; letterheads with a logo take up to 150 points of 842
_MOST = 6  # lines at either end of a page that may be running ones
_SHIFT = 15.0  # points by which the same line may stand higher or lower: a line more or less
_PARTED = 2.0  # sizes; parts of a running line stand left, centred and right
_ROWS = 6.0  # sizes; a table's row stands no further from the next but two
_GAP = 1.5  # sizes from base to top; what stands closer to the text belongs to it
_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.?|pag\.|página|pág\.|seite|صفحة)\s*)?"
    r"(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|de|sur|von|\|)\s*\d{1,4})?\W*",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:page|página|pág\.|seite)\s+\d{1,4}(?:\s*(?:/|of|de|sur|von)\s*\d{1,4})?$", re.I
)
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b", re.I)


class Edge(NamedTuple):
    """A line in a margin: what its parts say (whatever the numbers), where it stands, its words."""

    keys: frozenset[str]
    at: float
    top: bool
    line: Line
    apart: bool
    number: bool


def edges(sheet: Sheet, tables: Sequence[Area]) -> list[Edge]:
    """The lines in a page's margins; not those of a table that reaches into the page."""
    zone = _ZONE * sheet.height
    low = [word for word in sheet.words if word.base < zone]
    high = [word for word in sheet.words if word.base > sheet.height - zone]
    body = [w.base for w in sheet.words if zone <= w.base <= sheet.height - zone]
    first, last = min(body, default=sheet.height / 2), max(body, default=sheet.height / 2)
    heads = _edges(lines_of(low)[:_MOST], sheet, tables, True, first)
    feet = _edges(lines_of(high)[-_MOST:][::-1], sheet, tables, False, last)
    return heads + feet


def _edges(
    lines: Sequence[Line], sheet: Sheet, tables: Sequence[Area], top: bool, body: float
) -> list[Edge]:
    """From the page's edge inwards."""
    made = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if any(_reaches(area, line, sheet) for area in tables):
            continue
        if _is_row(line, lines[index + 1 : index + 4], top):
            break
        gap = abs((following.base if following else body) - line.base)
        text = line.text
        keys = frozenset(_key(said(part)) for part in line.parts(_PARTED))
        at = line.base if top else sheet.height - line.base
        apart = gap > _GAP * line.size
        made.append(Edge(keys, at, top, line, apart, bool(_NUMBER.fullmatch(text))))
    return made


def _reaches(area: Area, line: Line, sheet: Sheet) -> bool:
    deep = area.y1 > 0.3 * sheet.height and area.y0 < 0.7 * sheet.height
    return deep and area.y0 - 2 <= line.base <= area.y1 + 2


def _is_row(line: Line, inwards: Sequence[Line], top: bool) -> bool:
    """Whether a line's parts stand in columns with the lines further inwards: a table's row.

    At the foot of a page, where lines of an address stand so too, three parts or with two of them.
    """
    parts = line.parts(1.0)
    if len(parts) < 2:
        return False
    near = [one for one in inwards if abs(one.base - line.base) <= _ROWS * line.size]
    xs = [part[0].x0 for part in parts]
    shared = [many for many in (_shared(xs, one) for one in near) if many > 1]
    return len(shared) > (0 if top else 1) or any(many > 2 for many in shared)


def _shared(xs: Sequence[float], line: Line) -> int:
    """How many parts of a line begin at some of these x."""
    begun = [part[0].x0 for part in line.parts(1.0)]
    return sum(any(abs(x - other) <= 2 for other in begun) for x in xs)


def running(
    own: Sequence[Edge], others: Sequence[tuple[int, Sequence[Edge]]], sheet: Sheet
) -> set[int]:
    """Which words (by `id`) of a page run over pages. `others` are pages near it, by number."""
    found: list[Edge] = []
    for top in (True, False):
        side = [edge for edge in own if edge.top is top]
        repeated = [_repeats(edge, others, sheet.number) for edge in side]
        depth = max(
            (i + 1 for i, is_one in enumerate(repeated) if is_one and side[i].apart), default=0
        )
        found += side[:depth]
        found += [edge for index, edge in enumerate(side) if _is_number(edge, index)]
    return {id(word) for edge in found for word in edge.line.words}


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _repeats(edge: Edge, others: Sequence[tuple[int, Sequence[Edge]]], own: int) -> bool:
    keys = {key for key in edge.keys if edge.number or key.strip("#. -–|/")}
    least = (len(keys) + 1) // 2
    return any(
        len(keys & other.keys) >= max(least, 1)
        and _alike(edge, other, number, own)
        and other.top is edge.top
        and abs(other.at - edge.at) < _SHIFT
        for number, page in others
        for other in page
    )


def _alike(edge: Edge, other: Edge, number: int, own: int) -> bool:
    """Whether a line is set as on another page; a title may return as a smaller running head."""
    size, known = edge.line.size, other.line.size
    return abs(size - known) < 0.1 * size or (number < own and known > size)


def _is_number(edge: Edge, index: int) -> bool:
    """Whether the outermost line is a page's number, printed once or more."""
    if index > 1 or not edge.apart:
        return False
    return edge.number or (not edge.top and bool(_NUMBERED.search(edge.line.text)))


def artifacts(sheet: Sheet) -> set[int]:
    """Words in the margins that the file itself says are no part of its text."""
    zone = _ZONE * sheet.height
    return {
        id(word)
        for word in sheet.words
        if word.artifact and not zone <= word.base <= sheet.height - zone
    }
