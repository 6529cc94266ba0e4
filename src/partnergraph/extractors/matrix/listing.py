"""A cell of agencies cut between the names it lists."""

import re
from collections.abc import Iterator

from partnergraph.extractors.matrix.clues import lists

WITH = re.compile(rf"(?:^|,?\s+)(?:{'|'.join(lists()['listing']['joints'])})\s+", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\s|[-–•*▪·]\s|(?:and|et|y|&|the|le|la|les|el|los)\s|l[’'](?=[A-ZÀ-Þ])"
    rf"|(?:{'|'.join(lists()['listing']['roles'])})\s?:\s)*",
    re.IGNORECASE,
)
_LINK_AT_END = re.compile(r"\s+(?:and|et|y|e|&|und|/)\s*$", re.IGNORECASE)


def split(separator: re.Pattern[str], text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where the parts between separators begin and end, `offset` added; brackets stay whole."""
    outside = _outside_brackets(text) if "(" in text else None
    start = 0
    for match in separator.finditer(text):
        if outside is not None and match.start() not in outside:
            continue
        yield from _trimmed(text, start, match.start(), offset)
        start = match.end()
    yield from _trimmed(text, start, len(text), offset)


def _trimmed(text: str, start: int, stop: int, offset: int) -> Iterator[tuple[int, int]]:
    piece = text[start:stop]
    lead = _LEAD.match(piece)
    start += lead.end() if lead else 0
    stop -= len(piece) - len(_LINK_AT_END.sub("", piece).rstrip(" .-–"))
    if start < stop:
        yield offset + start, offset + stop


def _outside_brackets(text: str) -> set[int]:
    depth, outside = 0, set()
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth <= 0:
            outside.add(place)
    return outside
