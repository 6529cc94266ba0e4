"""The meeting that a document is of: a Session named by its title, on its days.

A paper is headed with it (a quoted title over a line with days), or a sentence says that it was
held (*the fourth session, entitled “…”, was held in … on …*).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.mentions.dates import first_date
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_QUOTED = re.compile(r"[“\"«*]{1,3}\s?(?P<title>[^“”\"«»*]{12,300}?)\s?[”\"»*]{1,3}")
_HELD = re.compile(
    r"(?<![\w-])(?P<kind>(?:[\w-]{1,30} ){0,4}(?:session|meeting|conference|workshop|seminar"
    r"|consultation|dialogue|forum|roundtable|hearing))\b[^.]{0,160}?"
    r"\b(?:entitled|titled|on the theme|on|sur|sobre|intitulée?|titulad[ao])"
    r" (?P<quoted>[“\"«*]{1,3}[^“”\"«»*]{12,300}[”\"»*]{1,3})[^.]{0,20}\b(?:was |were )?held\b"
    r"(?P<where>[^.]{0,160})",
    re.IGNORECASE,
)
_ORDINARY = {"the", "a", "an", "this", "our", "of"}
_LINE = 30  # words of a line with days


def known(page: Page) -> Thing | None:
    """The meeting, if this document has named one so far."""
    return page.draft.known("Session", "meeting")


def made(page: Page, words: Passage, days: str = "") -> Thing:
    """The meeting that some words name, on these days."""
    meeting = known(page)
    if meeting is None:
        meeting = page.draft.part("Session", "meeting", words, kind="meeting")
        page.draft.link("PART_OF", meeting, page.draft.document)
    if days:
        page.draft.property(meeting, date=days)
    return meeting


def entitled(page: Page) -> None:
    """Make the meeting that a quoted title names; the document is called so too."""
    parts = [part for part in page.laid.parts if part.words]
    headed = _headed(parts)
    told = list(_told(parts))
    if headed:
        part, title, days = headed
        page.take(part, "title of the meeting")
    elif told:
        words, match = told[0]
        start = match.start("quoted")
        quoted = words[start : match.end("quoted")]
        found = quoted.match(_QUOTED)
        title = quoted.cut(found, "title") if found else quoted
        days = first_date(match["where"]) or ""
    else:
        return
    meeting = made(page, title, days)
    for _, match in told:
        if called := _called(match["kind"]):
            page.draft.alias(meeting, called)
    page.draft.about(title=title.text)


def _headed(parts: list[Part]) -> tuple[Part, Passage, str] | None:
    """A quoted title that stands alone over a line with the meeting's days."""
    for part, below in pairwise(parts):
        quoted = _QUOTED.fullmatch(part.words.text)
        days = first_date(below.words.text) if len(below.words.words) <= _LINE else None
        named = quoted and not quoted["title"].endswith(".")  # else it is a sentence in bold
        if quoted and named and days and part.block.kind in ("heading", "paragraph"):
            return part, part.words.cut(quoted, "title"), days
    return None


def _told(parts: list[Part]) -> Iterator[tuple[Passage, re.Match[str]]]:
    for part in parts:
        said = part.words.text
        for match in _HELD.finditer(said) if "held" in said.lower() else ():
            yield part.words, match


def _called(kind: str) -> str:
    """What prose calls a meeting: `fourth informal thematic session`; empty if it is no more."""
    words = kind.split()
    while words and words[0].casefold() in _ORDINARY:
        words = words[1:]
    return " ".join(words) if len(words) > 1 else ""
