"""Themes of a meeting that a sentence counts up: `… on: (1) Skilling Migrants; (2) …; and (3) ….`

Out: a Topic of kind `theme` for each, PART_OF and discussed by the Session or Roundtable it stands
in, else the Document. Only a sentence that says so counts: it speaks of themes, areas or
priorities, or of what a forum or meeting is for. Other enumerations are prose.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import announced
from partnergraph.relations.page import Page

_KINDS = ("paragraph", "item", "label")
_ENDS = re.compile(r"(?<!\bto):\s*$")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-z]|[ivx]{2,5})\)(?=\s)")
_JOINT = re.compile(r"(?:\s*[;,])?(?:\s+(?:and|or|et|ou|y|as well as))?\s*$|[.\s]+$")
_SERIES = (
    tuple(map(str, range(1, 100))),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)
_LONGEST_LEAD_IN = 600


class Themes(NamedTuple):
    """A sentence that counts up themes: all its words, and each theme with its number."""

    sentence: Passage
    themes: tuple[tuple[str, Passage], ...]


def read_page(page: Page) -> str | None:
    """Make a Topic of each theme."""
    free = (part for part in page.parts if part.words and not _is_owned(page, part))
    found = [themes for part in free for themes in _counted(part)]
    for number, themes in enumerate(found, start=1):
        for code, words in themes.themes:
            _write(page, f"{number}-{code}", code, words, themes.sentence)
        page.draft.take_words(themes.sentence, "themes that a sentence counts up")
    if not found:
        return None
    where = page.draft.text.locator(found[0].sentence.numbers)
    return f"{len(found[0].themes)} themes are counted up at {where}"


def _is_owned(page: Page, part: Part) -> bool:
    """Whether a block is a question's or recommendation's own words."""
    return part.words.words[0].place in page.draft.owners


def _write(page: Page, free: str, code: str, words: Passage, sentence: Passage) -> None:
    draft = page.draft
    free = free if draft.has_part("Topic", code) else code
    if draft.has_part("Topic", free):
        return
    theme = draft.part("Topic", free, words, kind="theme")
    draft.property(theme, code=code)
    position = draft.text.position(words.words[0])
    where = draft.container(position, "Session", "Roundtable") or draft.document
    draft.link("PART_OF", theme, where)
    draft.link("DISCUSSES", where, theme, within=sentence)


def _counted(part: Part) -> Iterator[Themes]:
    """The sentences of a block that count up themes."""
    if part.block.kind not in _KINDS or not _NUMBER.search(part.words.text):
        return
    before = f"{part.label.text}: " if part.label else ""
    for sentence in part.words.sentences():
        themes = tuple(_themes(before, sentence))
        if themes:
            yield Themes(part.label + sentence, themes)
        before = ""


def _themes(before: str, sentence: Passage) -> Iterator[tuple[str, Passage]]:
    """What a sentence counts up, if it, or the label before it, says that these are themes."""
    told = sentence.text
    markers = _in_order(_NUMBER.finditer(told))
    if len(markers) < 2:
        return
    first = markers[0].start()
    lead_in = before + told[max(0, first - _LONGEST_LEAD_IN) : first]
    if not (_ENDS.search(lead_in) and announced.themes(lead_in)):
        return
    for marker, end in zip(markers, [*(m.start() for m in markers[1:]), len(told)], strict=True):
        item = _JOINT.sub("", told[marker.end() : end])
        if item.strip():
            yield marker[1], sentence[marker.end() : marker.end() + len(item)]


def _in_order(markers: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers or letters that count up from the first of their kind."""
    found = list(markers)
    runs = [
        [m for m, code in zip(found, series, strict=False) if m[1] == code] for series in _SERIES
    ]
    return max(runs, key=len)
