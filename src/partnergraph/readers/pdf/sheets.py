"""A page of PDF as a sheet: upright, cropped, each word once, what is hidden marked."""

from collections.abc import Iterable, Iterator
from typing import Any

from partnergraph.readers.layout.geometry.shapes import Area, Rule, Sheet, Word
from partnergraph.readers.pdf.drawing import Drawer, Drawing
from partnergraph.readers.pdf.forms import values
from partnergraph.readers.pdf.turning import Turn, most
from partnergraph.readers.pdf.words import Drawn, TextPage

_SCAN = 0.5  # of a page's area; a scan with margins cut still covers more than half
_FEW = 8  # visible words on a scanned page: a stamp or a page number put on it later
_COPY = 0.2  # of a font's size: how far a shadow or an overprint is moved
_ABOUT = (-1, 0, 1)
_ASCENT, _DESCENT = 0.75, 0.25  # of a font's size: what most faces take above and below the line


def sheet(page: Any, number: int, fonts: dict[int, bool], form: Any, tagged: bool) -> Sheet:
    """A page's words and rules. `number` counts from 1; `form` is its document's, or None."""
    drawing = Drawer(page).draw()
    text = TextPage(page, fonts, tagged)
    try:
        drawn = list(text.words())
    finally:
        text.close()
    if form is not None:
        drawn.extend(values(page, form))
    turn = _turn(page, drawn)
    return _made(number, turn, drawn, drawing)


def _turn(page: Any, drawn: list[Drawn]) -> Turn:
    """The page's own rotation, and what turns most of its text upright."""
    box = Area(*page.get_bbox())
    quarters = page.get_rotation() // 90
    seen = most(
        ((word.style.quarters - quarters) % 4, len(word.text))
        for word in drawn
        if word.style.quarters >= 0
    )
    return Turn(box, (quarters + seen) % 4)


def _made(number: int, turn: Turn, drawn: list[Drawn], drawing: Drawing) -> Sheet:
    width, height = turn.size
    made = Sheet(number, width, height)
    page = Area(0, 0, width, height)
    made.level, made.upright = _rules(drawing.lines, turn, page)
    made.filled = [
        area for area in (turn.area(*one) for one in drawing.filled) if _meet(area, page)
    ]
    pictures = [turn.area(*one) for one in drawing.pictures]
    shown = _shown(drawn, pictures, page)
    behind = [*made.filled, *pictures]
    made.words = list(_once(_upright(shown, turn, page, behind)))
    made.turned = list(_turned(shown, turn, page))
    scanned = any(_size(one) >= _SCAN * _size(page) for one in pictures)
    if scanned and len(made.words) + len(made.turned) < _FEW:
        made.unread = "a picture (a scan?) without text"
    return made


def _shown(drawn: list[Drawn], pictures: list[Area], page: Area) -> list[Drawn]:
    """The words, those that are drawn invisible over a scan as if they were seen."""
    unseen = [word for word in drawn if word.style.invisible]
    if not unseen:
        return drawn
    scanned = any(_size(one) >= _SCAN * _size(page) for one in pictures)
    if not scanned and len(unseen) < len(drawn):
        return drawn
    return [word._replace(style=word.style._replace(invisible=False)) for word in drawn]


def _rules(lines: Iterable[Area], turn: Turn, page: Area) -> tuple[list[Rule], list[Rule]]:
    level, upright = [], []
    for line in lines:
        x0, y0, x1, y1 = turn.area(*line)
        if x1 < 0 or y1 < 0 or x0 > page.x1 or y0 > page.y1:
            continue
        if x1 - x0 >= y1 - y0:
            level.append(Rule((y0 + y1) / 2, max(x0, 0.0), min(x1, page.x1)))
        else:
            upright.append(Rule((x0 + x1) / 2, max(y0, 0.0), min(y1, page.y1)))
    return level, upright


def _upright(drawn: list[Drawn], turn: Turn, page: Area, behind: list[Area]) -> Iterator[Word]:
    point, twice, height = turn.point, 2 * page.x1, page.y1
    for word in drawn:
        style = word.style
        if style.quarters != turn.quarters:
            continue
        x0, _ = point(word.x0, word.y0)
        x1, _ = point(word.x1, word.y1)
        if x1 < x0:
            x0, x1 = x1, x0
        _, base = point(word.x, word.y)
        if not (0 <= x0 + x1 <= twice and 0 <= base - style.size / 4 <= height):
            continue
        hidden = style.invisible or (style.white and not _stands_on((x0 + x1) / 2, base, behind))
        top, bottom = base - _ASCENT * style.size, base + _DESCENT * style.size
        yield Word(
            word.text,
            x0,
            top,
            x1,
            bottom,
            base,
            style.size,
            style.bold,
            hidden,
            word.glued,
            style.artifact,
        )


def _stands_on(x: float, base: float, behind: list[Area]) -> bool:
    return any(area.holds(x, base - 1) for area in behind)


def _turned(drawn: list[Drawn], turn: Turn, page: Area) -> Iterator[Word]:
    """Lines that run in another direction, each as one word in its box; slanting ones are left."""
    line: list[Drawn] = []
    for word in drawn:
        if word.style.quarters in (turn.quarters, -1) or word.style.invisible:
            continue
        if line and not _goes_on(line[-1], word):
            yield from _as_one(line, turn, page)
            line = []
        line.append(word)
    if line:
        yield from _as_one(line, turn, page)


def _goes_on(before: Drawn, word: Drawn) -> bool:
    if before.style.quarters != word.style.quarters:
        return False
    size = before.style.size
    if word.style.quarters % 2:
        across, gap = abs(before.x - word.x), max(word.y0 - before.y1, before.y0 - word.y1)
    else:
        across, gap = abs(before.y - word.y), max(word.x0 - before.x1, before.x0 - word.x1)
    return across < 0.5 * size and gap < size


def _as_one(line: list[Drawn], turn: Turn, page: Area) -> Iterator[Word]:
    x0, y0 = min(word.x0 for word in line), min(word.y0 for word in line)
    x1, y1 = max(word.x1 for word in line), max(word.y1 for word in line)
    area = turn.area(x0, y0, x1, y1)
    if page.holds((area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2):
        style, text = line[0].style, " ".join(word.text for word in line)
        yield Word(text, *area, area.y1, style.size, style.bold, False, False, style.artifact)


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """Words without those drawn again in nearly the same place (a shadow, a bold overprint)."""
    texts: set[str] = set()
    places: set[tuple[str, int, int]] = set()
    for word in words:
        reach = _COPY * word.size or 1.0
        x, y = round(word.x0 / reach), round(word.base / reach)
        around = ((word.text, x + i, y + j) for i in _ABOUT for j in _ABOUT)
        if word.text in texts and any(place in places for place in around):
            continue
        texts.add(word.text)
        places.add((word.text, x, y))
        yield word


def _size(area: Area) -> float:
    return max(area.x1 - area.x0, 0) * max(area.y1 - area.y0, 0)


def _meet(area: Area, page: Area) -> bool:
    return area.x0 < page.x1 and area.x1 > 0 and area.y0 < page.y1 and area.y1 > 0
