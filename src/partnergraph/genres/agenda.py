"""Programmes: a time of day begins a session, and who opens, speaks or hosts stands below it.

A break is no session. `Welcome by Ms. A, Ministry of B` ties by the words that stand before *by*.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.days import HOURS, day_alone
from partnergraph.mentions.mention import Mention
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.scopes import ITEM, Scope, Scopes
from partnergraph.relations.sessions import part_of
from partnergraph.relations.subjects import Subject, heading
from partnergraph.relations.ties import tie

SLOT = Entry("agenda", "agenda")
_BY = re.compile(
    r"(?P<role>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}? (?:by|from|par|por|de|du|del)) (?=\S)",
    re.IGNORECASE,
)
_PANEL = re.compile(
    r"(?:[\w-]+ )?(?P<panel>panel)(?: (?:\d{1,2}|[IVX]{1,4}))?\s?[:.–—-]", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the |les |los |las |le |la |el )?(?:two |three )?", re.IGNORECASE)
_BEHIND = re.compile(r"(?:, |\()([^(),]{3,40})(?=[,)]|$)")
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
    if block.kind not in ("heading", "paragraph", "item"):
        return None
    before = f"{block.mark} " if block.mark else ""
    found = HOURS.match(before + words.text)
    if not found or found.end() < len(before):
        return None
    words = words[found.end() - len(before) :]
    return words if not words.text.endswith((".", ";")) else None


def is_break(words: Passage) -> bool:
    """Whether nothing but a break is scheduled: `Coffee break (sponsored by …)`."""
    said = [fold(each) for each in _JOINT.split(_BRACKET.sub("", words.text)) if each]
    pauses = lexicon().folded("break")
    return bool(said) and all(each in pauses for each in said)


def _is_slot(words: Passage) -> bool:
    """Whether no session is scheduled but several side by side: `PARALLEL SESSIONS`."""
    said = fold(words.text)
    return any(said == fold(w) for each in LANGUAGES for w in lexicon().small("parallel", each))


def code(part: Part) -> str:
    """The time that a block begins with, as the code of what it schedules."""
    found = re.match(r"\D*(\d{1,2})\D*(\d\d)?", part.block.mark or part.whole.text)
    return f"{found[1].zfill(2)}.{found[2] or '00'}" if found else ""


def dated(scopes: Scopes, part: Part) -> None:
    """Note the day, or the hours, that a line names for what is scheduled below it."""
    if part.block.kind not in ("heading", "paragraph"):
        return
    scopes.day = day_alone(part.words.text) or scopes.day
    if hours := HOURS.fullmatch(part.words.text):
        scopes.hours = hours["time"]


def begin(page: Page, scopes: Scopes, part: Part, depth: float) -> bool:
    """Open the scope of a session, or of a break, where a block begins with a time of day."""
    words = scheduled(part)
    if words is None:
        return False
    scopes.hours = _hours(part)
    if not words.text:
        return _hours_alone(page, scopes, part, depth)
    scopes.close_genre("agenda")
    scopes.close(depth)
    free = is_break(words) or _is_slot(words)
    subject = None if free else _subject(page, scopes, part, words)
    scopes.begin(Scope(depth, subject, genre="agenda", entry=SLOT, cue=words))
    if subject is None:
        page.take(part, "break")
    elif not by_whom(page, part, words, lambda: subject.thing):
        announces(page, scopes, words)
        page.take(part, "session")
    return True


def announces(page: Page, scopes: Scopes, words: Passage) -> bool:
    """Whether a line says what those below it did, by their office: `Remarks by the co-chairs`.

    They did so, and they hold the office at what is scheduled.
    """
    said = _said(words)
    office = said[2].match(_ARTICLE) if said else None
    if not said or not office:
        return False
    entry, cue, who = said
    held = who[office.end() :]
    other = lexicon().label(held.text)
    if other is None or other.kind != "role" or not other.tie("Session", person=True):
        return False
    scope = Scope(ITEM, role=entry, genre=entry.id, entry=entry, cue=cue, also=(other, held))
    scopes.begin(scope)
    return True


def _hours(part: Part) -> str:
    found = HOURS.match(f"{part.block.mark} {part.whole.text}".lstrip())
    return found["time"] if found else ""


def _hours_alone(page: Page, scopes: Scopes, part: Part, depth: float) -> bool:
    """Hours alone are those of the session headed above them, else a slot of the meeting."""
    above = scopes.open[-1].subject if scopes.open else None
    if above and above.sort == "session" and scopes.just_headed():
        scopes.open[-1].subject = scopes.timed(above, part.words)
        page.take(part, "hours")
        return True
    scopes.close_genre("agenda")
    scopes.close(depth)
    whole = scopes.subject
    if whole and whole.sort == "meeting" and part.words:
        scopes.begin(Scope(depth, whole, genre="agenda", entry=SLOT, cue=part.words))
    return True


def _subject(page: Page, scopes: Scopes, part: Part, words: Passage) -> Subject:
    """The session: by its own number where it has one, else by its time."""
    named = scopes.named_by(words)
    if named and named.sort in ("session", "roundtable"):
        return named
    over = scopes.above()
    label = part.label.text if words.text == part.whole.text else ""
    made = Subject("session", words, lambda: session(page, words, code(part), over(), label))
    return scopes.timed(made, part.whole)


def session(page: Page, words: Passage, printed: str, over: Thing | None, label: str = "") -> Thing:
    """The Session that some words schedule, part of what stands above it.

    Words that begin with a label have a colon behind it: *Side event: Savings on the move*.
    """
    titled = title(words)
    name = f"{label}:{titled.text[len(label) :]}" if label else None
    thing = page.draft.part("Session", page.code("Session", printed), titled, name)
    part_of(page, thing, over)
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
        if section.thing or _names_session(page, part.whole):
            return False
        page.take(part, "break")
        return True
    if part.block.kind not in ("paragraph", "item"):
        return False
    if by_whom(page, part, part.whole, lambda: section.thing) or _below(page, part, section):
        return True
    return _people(page, part, section)


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


def _names_session(page: Page, words: Passage) -> bool:
    """Whether a label begins a session of its own: `Session 2A: Inspection`."""
    found = heading(page, words, lambda: None)
    return found is not None and bool(found.code) and found.sort in ("session", "roundtable")


def _people(page: Page, part: Part, section: Section) -> bool:
    """People in a line of their own: of a panel, or with their part behind the name."""
    found = [each for each in page.named(part.words) if each.what == "person"]
    if not section.thing or not found or found[0].start:
        return False
    for each in found:
        entry, cue = _own_part(each, part.words) or _of_panel(section.cue)
        person = page.person(each, part.words)
        if entry and entry.tie("Session"):
            tie(page, [Named(each, person)], entry, section.thing, cue)
    page.take(part, "agenda")
    return True


def _own_part(person: Mention, words: Passage) -> tuple[Entry, Passage] | None:
    """What is printed behind a name as the person's part: `Ms. A, Moderator`, `Mr. B (Chair)`."""
    behind = words[person.start + len(person.name) : person.stop + 1]
    for found in _BEHIND.finditer(behind.text):
        entry = lexicon().label(found[1])
        if entry and entry.kind == "role" and entry.tie("Session"):
            return entry, behind[found.start(1) : found.end(1)]
    return None


def _of_panel(cue: Passage) -> tuple[Entry | None, Passage]:
    """What those listed below a heading did by its kind: those of a panel spoke."""
    found = _PANEL.match(cue.text)
    said = cue.cut(found, "panel") if found else cue
    return (lexicon().label(said.text) if found else None), said


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
