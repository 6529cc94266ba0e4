"""Agendas: a time of day begins a session, and who opens, speaks or hosts stands in lines below it.

A break is no session. `Welcome by Ms. A, Ministry of B` ties by the words that stand before *by*.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.extractors.draft import Thing
from partnergraph.genres.section import Section
from partnergraph.ids import fold
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.relations.page import Page
from partnergraph.relations.scopes import Scope, Scopes
from partnergraph.relations.subjects import Subject
from partnergraph.relations.ties import tie

SLOT = Entry("agenda", "agenda")
_HOUR = r"\d{1,2}\s?(?:[:.h]\s?\d\d|[ap]\.?m\b\.?)(?:\s?[ap]\.?m\b\.?|\s?hrs?\b|\s?h\b)?"
_CLOCK = re.compile(rf"\(?{_HOUR}(?:\s?(?:[-–—]|to|à|a)\s?{_HOUR})?\)?\s?[:–—-]?\s*", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\b\.?\s*", re.IGNORECASE)
_BY = re.compile(
    r"(?P<role>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}? (?:by|from|par|por|de|du|del)) (?=\S)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?\([^()]*\)")
_JOINT = re.compile(r"\s?(?:/|,|&|\+|\b(?:and|et|y)\b)\s?")


def is_one(parts: Sequence[Part]) -> bool:
    """Whether blocks are an agenda: times of day, and lines that say who speaks or moderates."""
    timed = sum(scheduled(part) is not None for part in parts if part.block.kind != "table")
    lines = [part.words for part in parts if part.block.kind in ("paragraph", "item")]
    return timed > 1 and any(_said(words) or _heads(words) for words in lines)


def _heads(words: Passage) -> bool:
    """Whether a line alone says what the people below it did: `Panellists:`."""
    entry = lexicon().label(words.text) if words.text.endswith(":") else None
    return entry is not None and entry.kind == "role" and entry.tie("Session") is not None


def scheduled(part: Part) -> Passage | None:
    """What a block that begins with a time of day schedules; None where it does not begin so."""
    block, words = part.block, part.whole
    if block.mark:
        if block.kind != "item" or not _CLOCK.fullmatch(block.mark):
            return None
        half = _HALF.match(words.text)
        words = words[half.end() :] if half else words
    elif block.kind in ("heading", "paragraph", "item"):
        found = _CLOCK.match(words.text)
        if not found:
            return None
        words = words[found.end() :]
    else:
        return None
    return words if not words.text.endswith((".", ";")) else None


def is_break(words: Passage) -> bool:
    """Whether nothing but a break is scheduled: `Coffee break (sponsored by …)`."""
    said = [fold(each) for each in _JOINT.split(_BRACKET.sub("", words.text)) if each]
    pauses = {fold(word) for each in LANGUAGES for word in lexicon().small("break", each)}
    return bool(said) and all(each in pauses for each in said if each)


def code(part: Part) -> str:
    """The time that a block begins with, as the code of what it schedules."""
    found = re.match(r"\D*(\d{1,2})\D*(\d\d)?", part.block.mark or part.whole.text)
    return f"{found[1].zfill(2)}.{found[2] or '00'}" if found else ""


def begin(page: Page, scopes: Scopes, part: Part, depth: float) -> bool:
    """Open the scope of a session, or of a break, where a block begins with a time of day."""
    words = scheduled(part)
    if words is None:
        return False
    scopes.close_genre("agenda")
    scopes.close(depth)
    if not words.text:
        return True
    subject = None if is_break(words) else _subject(page, scopes, part, words)
    scopes.begin(Scope(depth, subject, genre="agenda", entry=SLOT, cue=words))
    if subject is None:
        page.take(part, "break")
    elif not by_whom(page, part, words, lambda: subject.thing):
        page.take(part, "session")
    return True


def _subject(page: Page, scopes: Scopes, part: Part, words: Passage) -> Subject:
    """The session: by its own number where it has one, else by its time."""
    named = scopes.named_by(words)
    if named and named.sort in ("session", "roundtable"):
        return named
    over = scopes.above()
    return Subject("session", words, lambda: session(page, words, code(part), over()))


def session(page: Page, words: Passage, printed: str, over: Thing | None) -> Thing:
    """The Session that some words schedule, part of what stands above it."""
    thing = page.draft.part("Session", page.code("Session", printed), title(words))
    holds = over is not None and over.label in ("Session", "Roundtable")
    page.draft.link("PART_OF", thing, over if over and holds else page.draft.document)
    return thing


def title(words: Passage) -> Passage:
    """What is scheduled, without the lines behind it that say by whom."""
    first, *others = _lines(words)
    for line in others:
        if _said(line):
            break
        first = first + line
    by = _said(first)
    return first[: len(by[1].text.rsplit(" ", 1)[0])] if by and by[2].text else first


def read(page: Page, part: Part, section: Section) -> bool:
    """Tie who is named behind *by* to the session; of a break nothing, whoever is named there."""
    if part.block.kind == "label":
        if section.thing is None:
            page.take(part, "break")
        return section.thing is None
    if part.block.kind not in ("paragraph", "item"):
        return False
    return by_whom(page, part, part.whole, lambda: section.thing) or _below(page, part, section)


def _below(page: Page, part: Part, section: Section) -> bool:
    """Those alone in a line below a session that is only what they did: *Welcome remarks*."""
    entry = lexicon().label(section.cue.text)
    if not section.thing or not entry or entry.kind != "role" or not entry.tie("Session"):
        return False
    cast = page.listed(part.words)
    if not cast or cast[0].mention.start or part.words.text.endswith("."):
        return False
    tie(page, cast, entry, section.thing, section.cue)
    page.take(part, "agenda")
    return True


def by_whom(page: Page, part: Part, words: Passage, thing: Callable[[], Thing | None]) -> bool:
    """Tie those whom the lines of a block name behind *by*; whether a line does."""
    said = [found for line in _lines(words) if (found := _said(line))]
    for entry, cue, who in said:
        if made := thing():
            tie(page, page.listed(who), entry, made, cue)
    if said:
        page.take(part, "agenda")
    return bool(said)


def _lines(words: Passage) -> Iterator[Passage]:
    for _, several in groupby(words.words, key=lambda word: word.line):
        yield Passage(words.source, several)


def _said(line: Passage) -> tuple[Entry, Passage, Passage] | None:
    """What a line says of whom: an entry for a meeting, its words, and who is named behind them."""
    found = _BY.match(line.text)
    entry = lexicon().label(found["role"]) if found else None
    if not found or not entry or entry.kind != "role" or not entry.tie("Session"):
        return None
    return entry, line[: found.end("role")], line[found.end() :]
