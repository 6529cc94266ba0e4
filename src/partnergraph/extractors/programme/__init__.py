"""Programmes: panels with their moderators and speakers, slot by slot.

A panel or session of a slot is a Session, part of the meeting's (or of the roundtable it stands
under); who is listed in it spoke at it, who stands behind `Moderator:` moderated it. The speakers
of a slot that is no panel (a welcome, closing remarks) spoke at the meeting. A panel that the text
describes under a heading of its own is the same Session, and prose there says who moderated too.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.blocks import blocks, plain
from partnergraph.extractors.cued import found_in, link
from partnergraph.extractors.dates import first_date
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.furniture import contents
from partnergraph.extractors.outline import Section, outline
from partnergraph.extractors.people import Sighting, record, sightings
from partnergraph.extractors.programme.slots import (
    HOURS,
    PANEL,
    Slot,
    breaks,
    hours_end,
    is_day,
    is_panel,
    opens,
    slots,
)
from partnergraph.extractors.programme.speaking import Entry, entries, moderates
from partnergraph.extractors.speakers import lead, listed

_HEADING = re.compile(r"programme|program|agenda|schedule|ordre du jour|programa|horario", re.I)
_HEADER = re.compile(r"(?:Time|Hours?|Heures?|Horas?|Horario)\b.{0,40}")
_CO_FACILITATORS = re.compile(r"\bby the (?:two )?co-facilitators\b", re.I)
_PANEL_SECTION = re.compile(
    r"(?!the |this |that |a )(?:[\w-]+ ){0,2}(?:panel|table ronde|mesa redonda)"
    r"(?: discussions?)?(?:\s*[:.–—-]|,? (?:on|sur|sobre)\b|$)",
    re.I,
)
_NO_SESSION = re.compile(
    r"\b(?:opening|closing|welcome|welcoming|lunch|coffee|break|registration|arrival|reception|"
    r"remarks|adjourn\w*|ouverture|clôture|pause|déjeuner|inscription|apertura|clausura|almuerzo|"
    r"receso|inauguración)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:session|meeting|conference|workshop|seminar|consultations?|dialogue|forum|hearing|summit"
    r"|symposium|réunion|conférence|atelier|séminaire|reunión|conferencia|taller|seminario|foro)\b",
    re.I,
)
_HANGS = re.compile(r"(?:[,:–—-]|\b(?:and|of|the|for|in|on|to|et|de|des|du|la|y|del|los))$")
_FEWEST = 2


def recognise(text: Text) -> str | None:
    """The first slot, where a programme lists who speaks when."""
    found = slots(text)
    speaking = any(_speaks(text, slot) for slot in found)
    if not speaking or (len(found) < _FEWEST and not _is_headed(text, found[0])):
        panel = next(filter(_is_panel, _sections(text)), None)
        return f"a panel is headed at line {_line(text, panel)}" if panel else None
    first = found[0]
    said = f" with {first.time}" if first.time else ""
    return f"a programme begins at line {text.lines[first.first].number}{said}"


def _is_headed(text: Text, slot: Slot) -> bool:
    return any(is_panel(entry.words.text) for entry in _entries(text, slot))


def _line(text: Text, section: Section) -> int:
    return text.lines[section.block.first].number


def _speaks(text: Text, slot: Slot) -> bool:
    return any(
        True
        for entry in _entries(text, slot)
        for _ in sightings(entry.words, unaddressed=entry.labelled)
    )


def extract(draft: Draft) -> None:
    """Read panels, moderators and speakers into the draft."""
    found = slots(draft.text)
    reader = _Reader(draft, found)
    for slot in found:
        reader.read(slot)
    _take_frame(draft, found)


class _Reader:
    """Reads slots into a draft; remembers the panels by number."""

    def __init__(self, draft: Draft, found: list[Slot]) -> None:
        self.draft = draft
        self.meeting = _meeting(draft, found)
        self.panels = _described(draft, self.meeting)
        self.printed = {
            panel["code"]
            for slot in found
            for entry in _entries(draft.text, slot)
            if (panel := PANEL.match(entry.words.text)) and panel["code"]
        }

    def read(self, slot: Slot) -> None:
        """Read one slot: its session, then its people."""
        told = list(_entries(self.draft.text, slot))
        session = self._session(slot, told)
        facilitates, named = False, False
        for number, entry in enumerate(told):
            facilitates = _facilitates(entry.words.text, facilitates)
            people = list(listed(entry))
            named = named or bool(people)
            if not people and session.label != "Document":
                lead(self.draft, entry, session)
            for sighting in people:
                person = record(self.draft, sighting)
                beside = sighting.beside.text if sighting.beside else ""
                chairs = moderates(sighting.office.text) or moderates(beside)
                role = "MODERATED" if chairs else entry.role or "SPOKE_AT"
                if session.label != "Document":
                    parts = _beside(sighting) if chairs else _over(told[: number + 1], session)
                    cue = found_in(parts, role, person, session)
                    link(self.draft, role, person, session, cue, sighting.whole)
                if facilitates and session.id == self.meeting.id and session.label == "Session":
                    _facilitate(self.draft, told, person, self.meeting, sighting.whole)
        name = session.id.rpartition("/")[2]
        what = f"programme of {name}" if named else "programme without speakers"
        self.draft.take(range(slot.first, slot.last + 1), what)

    def _session(self, slot: Slot, told: list[Entry]) -> Mention:
        """The session of a slot; the meeting where it is none of its own."""
        headed = self.draft.container(slot.first, "Session")
        lines = {self.draft.text.lines[p].number for p in range(slot.first, slot.last + 1)}
        if headed and lines & set(headed.words.numbers):
            return headed
        for number, entry in enumerate(told):
            if is_panel(entry.words.text):
                following = told[number + 1].words if number + 1 < len(told) else None
                return self._panel(slot, entry.words, following)
        return self._untitled(slot, told) or self._whole(slot)

    def _whole(self, slot: Slot) -> Mention:
        roundtable = self.draft.container(slot.first, "Roundtable")
        return roundtable or self.meeting

    def _panel(self, slot: Slot, words: Passage, following: Passage | None) -> Mention:
        match = PANEL.match(words.text)
        assert match
        title = words.cut(match, "title") if match["title"] else _title_below(following)
        clock = HOURS.search(title.text) if title else None
        if title and clock:
            title = title[: clock.start()]
        code = match["code"] or self._code_of(match["label"])
        known = self.panels.get(code)
        heading = words[: match.end()] if not title or match["title"] else words + title
        name = title.text if title else match["label"]
        if known:
            self.draft.rename(known, name)
            self.draft.alias(known, known.words.text)
            session = Mention(known.id, known.label, heading)
        else:
            session = self._new(slot, code, heading, name, "panel")
        self.draft.alias(session, match["label"].strip("*"))
        self._timed(session, slot, clock["time"] if clock else slot.time)
        return session

    def _untitled(self, slot: Slot, told: list[Entry]) -> Mention | None:
        """A slot with a title and a moderator or panel, that is not called a panel or session."""
        if not told or told[0].role or not any(entry.role for entry in told):
            return None
        title = told[0].words
        plainly = len(title.words) > 1 and not list(sightings(title))
        if not plainly or _NO_SESSION.search(title.text) or len(title.words) > 40:
            return None
        session = self._new(slot, self._next(), title, title.text, "session")
        self._timed(session, slot, slot.time)
        return session

    def _new(self, slot: Slot, code: str, words: Passage, name: str, kind: str) -> Mention:
        unique = code
        while self.draft.has_part("Session", unique):
            unique = f"{unique}-line-{self.draft.text.lines[slot.first].number}"
        session = self.draft.part("Session", unique, words, name, kind=kind)
        self.draft.property(session, code=code)
        if not slot.time:
            self.draft.begin(slot.first, 2, session)
        self.draft.link("PART_OF", session, self._whole(slot))
        self.panels[code] = session
        return session

    def _timed(self, session: Mention, slot: Slot, time: str) -> None:
        if time:
            self.draft.property(session, time=time)
        if slot.day:
            self.draft.property(session, date=slot.day)

    def _code_of(self, label: str) -> str:
        """An unnumbered panel: the one whose heading it is (`Summary panel`), else the next."""
        for code, panel in self.panels.items():
            if panel.words.text.casefold() == label.casefold():
                return code
        return self._next()

    def _next(self) -> str:
        count = len(self.panels) + 1
        while str(count) in self.printed or str(count) in self.panels:
            count += 1
        return str(count)


def _title_below(following: Passage | None) -> Passage | None:
    """A line below `Panel 1` that is its title."""
    if following is None or list(sightings(following)) or HOURS.match(following.text):
        return None
    return following if 1 < len(following.words) <= 40 else None


# The meeting


def _meeting(draft: Draft, found: list[Slot]) -> Mention:
    """The Session of the whole meeting: known, or named by the title over the programme."""
    known = draft.known("Session", "meeting")
    if known or not found or draft.container(found[0].first, "Roundtable"):
        return known or draft.document
    titled = _titled(draft.text)
    if not titled:
        return draft.document
    title, days = titled
    meeting = draft.part("Session", "meeting", title, kind="meeting")
    draft.property(meeting, date=days)
    draft.link("PART_OF", meeting, draft.document)
    return meeting


def _titled(text: Text) -> tuple[Passage, str] | None:
    """The line at the head that names a meeting, and the days printed there."""
    lines = [p for p, line in enumerate(text.lines) if line.words][:6]
    days = next((day for p in lines if (day := first_date(text.lines[p].text))), None)
    for position in lines:
        line = text.passage(position)
        if _MEETING.search(line.text) and len(line.words) < 30 and not _HEADING.search(line.text):
            dated = HOURS.search(line.text) or is_panel(line.text) or line.text.endswith(".")
            return (line, days) if days and not dated else None
    return None


# Panels described under headings of their own


def _described(draft: Draft, meeting: Mention) -> dict[str, Mention]:
    """The panels that have a numbered heading in the text, by number."""
    panels: dict[str, Mention] = {}
    for section in _sections(draft.text):
        if _is_panel(section) and section.code not in panels:
            if draft.has_part("Session", section.code):
                continue
            panel = draft.part("Session", section.code, section.title, kind="panel")
            draft.link("PART_OF", panel, meeting)
            draft.begin(section.block.first, 2, panel)
            draft.take(
                range(section.block.first, section.block.last + 1),
                f"heading of panel {section.code}",
            )
            panels[section.code] = panel
        elif panels and not any(_is_panel(parent) for parent in section.parents):
            draft.begin(section.block.first, 1, None)
    return panels


def _sections(text: Text) -> list[Section]:
    return list(outline(blocks(text, contents(plain(text)))).values())


def _is_panel(section: Section) -> bool:
    called = section.style == "panel" or _PANEL_SECTION.match(section.title.text)
    return bool(section.code.isdigit() and called)


# Entries


def _facilitates(words: str, before: bool) -> bool:
    """Whether the people of an entry are listed as the co-facilitators."""
    if _CO_FACILITATORS.search(words):
        return True
    return before and not re.search(r"\b(?:by|from|de|par)\b (?!the )|remarks|:", words[:40], re.I)


def _facilitate(
    draft: Draft, told: list[Entry], person: Mention, meeting: Mention, words: Passage
) -> None:
    announced = next(e.words for e in told if _CO_FACILITATORS.search(e.words.text))
    said = announced.match(_CO_FACILITATORS)
    cue = announced.cut(said) if said else None
    link(draft, "CO_FACILITATED", person, meeting, cue, announced + words)


def _beside(sighting: Sighting) -> Iterator[Passage]:
    """What stands behind a name, in which its part in the session may be printed."""
    yield sighting.office
    if sighting.beside:
        yield sighting.beside


def _over(told: list[Entry], session: Mention) -> Iterator[Passage]:
    """The words over a name that may say what its bearer does: label, lead-ins, headings."""
    *before, own = told
    if own.cue:
        yield own.cue
    yield own.words
    yield from (entry.words for entry in reversed(before))
    yield session.words


def _entries(text: Text, slot: Slot) -> Iterator[Entry]:
    """The parts of a slot: between tags and bullets, or where a line or a label begins one."""
    run: list[Passage] = []
    for position in range(slot.first, slot.last + 1):
        line = text.passage(position)
        if not line:
            continue
        if end := hours_end(line.text):
            line = line[end : len(line.text)]
        parts = [_stripped(line, *span) for span in breaks(line.text)]
        if run and parts and not opens(line.text, parts[0].text) and _runs_on(run[-1], parts[0]):
            run[-1] = run[-1] + parts.pop(0)
        run.extend(parts)
    yield from entries(run)


def _runs_on(before: Passage, words: Passage) -> bool:
    """Whether words go on with a part: a panel's title only where it is not over."""
    if not is_panel(before.text):
        return True
    return words.text[0].islower() or bool(_HANGS.search(before.text))


def _stripped(line: Passage, start: int, stop: int) -> Passage:
    words = line.text[start:stop]
    return line[start + len(words) - len(words.lstrip(" |")) : start + len(words.rstrip(" |"))]


def _take_frame(draft: Draft, found: list[Slot]) -> None:
    if not found:
        return
    for position in range(found[-1].last + 1):
        words = " ".join(draft.text.lines[position].text.split())
        if not draft.free(position):
            continue
        if is_day(words) or (len(words) < 40 and _HEADING.search(words)):
            draft.take([position], "heading of a programme")
        elif position + 1 >= found[0].first and _HEADER.fullmatch(words):
            draft.take([position], "header of a programme")
    for before, after in pairwise(found):
        between = [p for p in range(before.last + 1, after.first) if draft.free(p)]
        draft.take(
            (p for p in between if _HEADER.match(draft.text.lines[p].text)),
            "header of a programme",
        )
