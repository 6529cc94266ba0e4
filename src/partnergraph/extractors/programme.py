"""Programmes: panels with their moderators and speakers, slot by slot.

A slot begins with its hours. A panel or session in it is a Session, part of the meeting's; who is
listed in it spoke at it, who stands behind `Moderator:` moderated it. The speakers of a slot that
is no panel (a welcome, closing remarks) spoke at the meeting. A panel that the text describes under
a heading of its own is the same Session. Mark-up left in the text parts the entries of a slot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from partnergraph.extractors.blocks import blocks, plain
from partnergraph.extractors.dates import first_date
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.furniture import contents
from partnergraph.extractors.outline import Section, outline
from partnergraph.extractors.people import record, sightings
from partnergraph.passage import Passage, Text

_HOUR = r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?: ?[ap]\.?m\.?)?"
_SLOT = re.compile(rf"\s*[|•▪*-]?\s*(?P<time>{_HOUR}\s*(?:-|–|—|to|à)\s*{_HOUR})\s*", re.I)
_DAY = re.compile(r"\s*(?:#+ )?\**(?:(?:Day|Jour|Día) \w+|[A-ZÀ-Þ]\w+day)\b.{0,60}", re.I)
_HEADING = re.compile(r"programme|program|agenda|schedule|ordre du jour|programa|horario", re.I)
_APART = re.compile(r"<[^<>]{0,200}>|[▪•●◦■]|\s\|\s|\n")
_PANEL = re.compile(
    r"(?P<label>(?:(?:SUMMARY|OPENING|CLOSING|HIGH-LEVEL|EXPERT) )?(?:PANEL|SESSION"
    r"|ROUNDTABLE|ROUND TABLE|WORKSHOP|TABLE RONDE|MESA REDONDA|SÉANCE|SESIÓN)"
    r"(?: (?:DISCUSSION|SESSION))?"
    r"(?: (?P<code>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}))?)\s*[:.–—-]\s*(?P<title>\S.{2,400})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<moderates>(?:co-)?(?:moderators?|moderated by|chairs?|chaired by|facilitators?"
    r"|modérateurs?|modératrices?|moderador(?:a|es)?|présidence))?(?P<speaks>panell?ists?|speakers?|presenters?"
    r"|discussants?|keynote(?: speakers?)?|intervenants?|ponentes|panelistas)?\s*:\s*",
    re.IGNORECASE,
)
_CO_FACILITATORS = re.compile(r"\bby the (?:two )?co-facilitators\b", re.I)
_PANEL_SECTION = re.compile(r"\bpanel\b", re.I)
_ADDRESSED = re.compile(r"\s*(?:H\. ?E\.?|Mr|Ms|Mrs|Dr|Prof|Mme|M\.|Sr|Sra)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines of a programme that belong to one time, the day they are on, and the hours printed."""

    first: int
    last: int
    day: str
    time: str


def recognise(text: Text) -> str | None:
    """The hours of the first slot, where a programme lists who speaks when."""
    slots = _slots(text)
    if len(slots) < 2 or not any(_speaks(text, slot) for slot in slots):
        return None
    return f"a programme begins at line {text.lines[slots[0].first].number} with {slots[0].time}"


def _speaks(text: Text, slot: Slot) -> bool:
    return any(True for _ in sightings(text.passage(slot.first, slot.last)))


def extract(draft: Draft) -> None:
    """Read panels, moderators and speakers into the draft."""
    meeting = _meeting(draft)
    panels = _described(draft, meeting)
    slots = _slots(draft.text)
    for slot in slots:
        _read_slot(draft, slot, meeting, panels)
    _take_frame(draft, slots)


def _meeting(draft: Draft) -> Mention:
    known = draft.known("Session", "meeting")
    return known or draft.document


def _slots(text: Text) -> list[Slot]:
    slots: list[Slot] = []
    day = ""
    for position, line in enumerate(text.lines):
        words = " ".join(line.text.split())
        found = _SLOT.match(words)
        if found:
            slots.append(Slot(position, position, day, found["time"]))
        elif _is_day(words):
            day = first_date(words) or day
        elif slots and not line.blank and _continues(text, slots[-1], position):
            slots[-1] = Slot(slots[-1].first, position, slots[-1].day, slots[-1].time)
    return slots


def _is_day(words: str) -> bool:
    return bool(_DAY.fullmatch(words) and first_date(words))


def _continues(text: Text, slot: Slot, position: int) -> bool:
    """A slot goes on over a page break, but not past a heading of another kind."""
    words = text.lines[position].text.strip()
    near = all(not line.blank for line in text.lines[slot.last + 1 : position])
    tabular = bool(re.match(r"\s", text.lines[position].text)) or bool(_APART.match(words))
    return near or tabular or bool(_LABEL.match(words) or _ADDRESSED.match(words))


# Panels described under headings of their own


def _described(draft: Draft, meeting: Mention) -> dict[str, Mention]:
    """The panels that have a numbered heading in the text, by number."""
    lines = plain(draft.text)
    sections = outline(blocks(draft.text, contents(lines)))
    panels: dict[str, Mention] = {}
    for section in sections.values():
        if _is_panel(section) and section.code not in panels:
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


def _is_panel(section: Section) -> bool:
    return bool(section.code.isdigit() and _PANEL_SECTION.search(section.title.text))


# Slots


def _read_slot(draft: Draft, slot: Slot, meeting: Mention, panels: dict[str, Mention]) -> None:
    entries = list(_entries(draft.text, slot))
    session = next(
        (found for entry in entries if (found := _panel(draft, slot, entry, meeting, panels))),
        meeting,
    )
    role, facilitates, named = "SPOKE_AT", False, False
    for entry in entries:
        label = _LABEL.match(entry.text)
        if label and label.end() and (label["moderates"] or label["speaks"]):
            role = "MODERATED" if label["moderates"] else "SPOKE_AT"
        facilitates = _facilitates(entry.text, facilitates)
        for sighting in sightings(entry):
            named = True
            person = record(draft, sighting)
            if session.label == "Session":
                draft.link(role, person, session, within=sighting.whole)
                if facilitates and session.id == meeting.id:
                    _facilitate(draft, entries, person, meeting, sighting.whole)
    what = (
        f"programme of {session.id.rpartition('/')[2]}" if named else "programme without speakers"
    )
    draft.take(range(slot.first, slot.last + 1), what)


def _facilitates(words: str, before: bool) -> bool:
    """Whether the people of an entry are listed as the co-facilitators."""
    if _CO_FACILITATORS.search(words):
        return True
    return before and not re.search(r"\b(?:by|from|de|par)\b (?!the )|remarks|:", words[:40], re.I)


def _facilitate(
    draft: Draft, entries: list[Passage], person: Mention, meeting: Mention, words: Passage
) -> None:
    announced = next(entry for entry in entries if _CO_FACILITATORS.search(entry.text))
    draft.link("CO_FACILITATED", person, meeting, within=announced + words)


def _entries(text: Text, slot: Slot) -> Iterator[Passage]:
    """The parts of a slot: between tags and bullets, or where a line begins an entry."""
    run: list[Passage] = []
    for position in range(slot.first, slot.last + 1):
        line = text.passage(position)
        if not line:
            continue
        if position == slot.first and (hours := _SLOT.match(line.text)):
            line = line[hours.end() : len(line.text)]
        parts = list(_parts(line))
        if run and parts and not _opens(line.text, parts[0]):
            run[-1] = run[-1] + parts.pop(0)
        run.extend(parts)
    yield from run


def _parts(line: Passage) -> Iterator[Passage]:
    start = 0
    for apart in [*_APART.finditer(line.text), None]:
        stop = apart.start() if apart else len(line.text)
        if line.text[start:stop].strip():
            yield _stripped(line, start, stop)
        start = apart.end() if apart else stop


def _stripped(line: Passage, start: int, stop: int) -> Passage:
    words = line.text[start:stop]
    return line[start + len(words) - len(words.lstrip()) : start + len(words.rstrip())]


def _opens(line: str, part: Passage) -> bool:
    words = part.text
    begins = _APART.match(line) or _LABEL.match(words) or _ADDRESSED.match(words)
    return bool(begins or _PANEL.match(words) or words[:1] in "-–—*")


def _panel(
    draft: Draft, slot: Slot, entry: Passage, meeting: Mention, panels: dict[str, Mention]
) -> Mention | None:
    match = _PANEL.match(entry.text)
    if not match:
        return None
    title = entry.cut(match, "title")
    code = match["code"] or _code_of(draft, match["label"], panels)
    known = panels.get(code)
    words = entry[: match.end("title")]
    if known:
        draft.rename(known, title.text)
        draft.alias(known, known.words.text)
        session = Mention(known.id, known.label, words)
    else:
        session = draft.part("Session", code, words, title.text, kind="panel")
        draft.link("PART_OF", session, meeting)
        panels[code] = session
    draft.alias(session, match["label"])
    draft.property(session, time=slot.time, **({"date": slot.day} if slot.day else {}))
    return session


def _code_of(draft: Draft, label: str, panels: dict[str, Mention]) -> str:
    """An unnumbered panel: the one whose heading it is (`Summary panel`), else the next."""
    for code, panel in panels.items():
        if panel.words.text.casefold() == label.casefold():
            return code
    return str(len(panels) + 1)


def _take_frame(draft: Draft, slots: list[Slot]) -> None:
    if not slots:
        return
    for position in range(slots[-1].last + 1):
        words = " ".join(draft.text.lines[position].text.split())
        if not draft.free(position):
            continue
        if _is_day(words) or (len(words) < 40 and _HEADING.search(words)):
            draft.take([position], "heading of a programme")
        elif position + 1 >= slots[0].first and re.fullmatch(
            r"(?:Time|Hour|Heure|Hora)\b.{0,40}", words
        ):
            draft.take([position], "header of a programme")
    for before, after in pairwise(slots):
        between = [p for p in range(before.last + 1, after.first) if draft.free(p)]
        draft.take(
            (p for p in between if re.match(r"(?:Time|Heure|Hora)\b", draft.text.lines[p].text)),
            "header of a programme",
        )
