"""What a page prints around a matrix: page numbers, running titles, footnotes, addresses."""

import re
from collections.abc import Callable, Collection, Iterator

from partnergraph.document.words import Text
from partnergraph.extractors.matrix.blocks import Pages
from partnergraph.ids import fold

_PAGE = re.compile(
    r"[-–—\s|]*(?:(?:page|p[aá]gina|p[aá]g|p|seite)\.?\s*)?"
    r"(?:\d{1,3}|[ivxl]{1,6})(?:\s*(?:/|of|de|sur|von)\s*\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?:\[?\d{1,2}\]?|\*{1,3}|†)\s*"
    r"(?:See|Cf|Ibid|Source|Available|As defined|Adapted|Voir|V[eé]ase|Fuente|Disponible)\b"
    r"|(?:Source|Fuente|Footnote)\s?s?:"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_RULE = re.compile(r"[-+=_:|*–—\s]+")
_COUNT = re.compile(r"^\W*\d+\W+|\W+(?:(?:page|p)\W*)?\d+(?:\W+\d+)?\W*$", re.IGNORECASE)
_OFTEN = 3


def furniture_of(
    text: Text, headers: Collection[int], pages: Pages, is_agencies: Callable[[str], bool]
) -> dict[int, str]:
    """Positions of lines that belong to the page and not to the matrix, and what they are."""
    found = {
        position: what
        for position, line in enumerate(text.lines)
        if position not in headers and not line.blank and (what := _of_line(line.text.strip()))
    }
    for first, last in _footnotes(text, found):
        found.update(dict.fromkeys(range(first, last + 1), "footnote"))
    edges = {p for p in range(len(text.lines)) if p in found or pages.begins(p)}
    for position in _running(text, {*headers, *found}, edges, is_agencies):
        found[position] = "running title"
    return found


def _of_line(line: str) -> str | None:
    if _PAGE.fullmatch(line) and re.search(r"\d|^[ivxl]+$", line):
        return "page number"
    if _ADDRESS.fullmatch(line):
        return "address"
    if _RULE.fullmatch(line) and len(line) > 3:
        return "rule"
    return None


def _footnotes(text: Text, found: Collection[int]) -> Iterator[tuple[int, int]]:
    for first, last in text.paragraphs():
        for position in range(first, last + 1):
            if _FOOTNOTE.match(text.lines[position].text.strip()):
                stops = (p for p in range(position + 1, last + 1) if p in found)
                yield position, next(stops, last + 1) - 1
                break


def _running(
    text: Text,
    taken: Collection[int],
    edges: Collection[int],
    is_agencies: Callable[[str], bool],
) -> Iterator[int]:
    first = next((p for p, line in enumerate(text.lines) if not line.blank), 0)
    lone: dict[str, list[int]] = {}
    for position, line in enumerate(text.lines):
        told = line.text.strip()
        if position not in taken and told and _is_title(told):
            lone.setdefault(fold(_COUNT.sub("", told)), []).append(position)
    for words, places in lone.items():
        if not words or len(places) < _OFTEN:
            continue
        at_edge = sum(_at_edge(text, place, edges) for place in places)
        if 2 * at_edge >= len(places) and not is_agencies(text.lines[places[0]].text.strip()):
            yield from (place for place in places if place != first)


def _is_title(line: str) -> bool:
    return len(line) > 3 and line[-1] not in ".;:,)" and not line[0].islower()


def _at_edge(text: Text, position: int, edges: Collection[int]) -> bool:
    """Whether a page's number or beginning stands right beside a line."""
    if position in edges:
        return True
    for step in (-1, 1):
        place = position + step
        while 0 <= place < len(text.lines) and text.lines[place].blank:
            place += step
        if not 0 <= place < len(text.lines) or place in edges:
            return True
    return False
