"""Sessions and roundtables: made once, however often and wherever a document names them.

One is known by its number, else by what it is called (*Summary panel*). A programme gives it its
title, where the report only describes it (*Panel on remittances*), its day and its hours.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.mentions.days import hours_behind
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)


_HOLDING = ("Session", "Roundtable")
"""What sessions are parts of, beside their paper."""


class Heading(NamedTuple):
    """What names a session: its code (empty if none), its kind as printed (*Panel 1*), its title.

    `whole` are all its words. Without a title of its own it is called what it is.
    """

    code: str
    called: Passage
    title: Passage
    whole: Passage

    @property
    def titled(self) -> bool:
        """Whether it has a title beside what it is."""
        return self.title.text != self.called.text


def scheduled(page: Page, label: str, heading: Heading, over: Thing | None) -> Thing:
    """The Session or Roundtable that a heading names, part of what stands above it."""
    time, end = hours_behind(heading.title.text)
    heading = heading._replace(title=heading.title[:end] or heading.title)
    thing = _known(page, label, heading) or _made(page, label, heading, over)
    if heading.titled:
        page.draft.alias(thing, heading.called.text)
    if time:
        page.draft.property(thing, time=time)
    return thing


def timed(page: Page, make: Callable[[], Thing | None], time: str, day: str) -> Thing | None:
    """A session on its day at its hours, where a programme prints them."""
    thing = make()
    said = {key: value for key, value in (("time", time), ("date", day)) if value}
    if thing and said and thing.label == "Session":
        page.draft.property(thing, **said)
    return thing


def part_of(page: Page, thing: Thing, over: Thing | None) -> None:
    """Say what a session or roundtable is part of: what stands above it, the meeting, the paper."""
    above = (over, _around(page, thing), page.draft.known("Session", "meeting"))
    whole = next((each for each in above if each and each.label in _HOLDING), None)
    page.draft.link("PART_OF", thing, whole or page.draft.document)


def _around(page: Page, thing: Thing) -> Thing | None:
    """The roundtable whose programme names a session."""
    words = thing.words.words if thing.words.source is page.draft.text else ()
    at = page.draft.text.position(words[0]) if words else None
    return None if at is None else page.draft.container(at, "Roundtable")


def _known(page: Page, label: str, heading: Heading) -> Thing | None:
    called = label, fold(heading.called.text)
    described = page.described.get(called)
    known = page.draft.known(label, heading.code) if heading.code else described
    if known is None:
        return None
    if heading.titled and (known == described or _PANEL.match(known.words.text)):
        page.described.pop(called, None)
        page.draft.rename(known, heading.title.text)
        page.draft.alias(known, known.words.text)
    return Thing(known.id, known.label, heading.whole)


def _made(page: Page, label: str, heading: Heading, over: Thing | None) -> Thing:
    more = {"kind": "panel"} if _PANEL.search(heading.called.text) else {}
    thing = page.draft.part(label, page.code(label, heading.code), heading.title, **more)
    if not heading.titled:
        page.described[label, fold(heading.called.text)] = thing
    part_of(page, thing, over)
    return thing
