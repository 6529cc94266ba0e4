"""Who moderates, speaks or leads, said outside a programme: in prose or behind a label.

`The panel was moderated by Ms. A, Director of B. Panellists were …` under the heading of a panel,
`Moderator: Ms. A (B)` or `Co-chairs: Ghana and Peru` under that of a session. Nobody else named in
prose is read: who is only quoted or thanked neither spoke nor moderated.
"""

import re
from collections.abc import Iterator

from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.people import Sighting, record, sightings
from partnergraph.extractors.programme.speaking import Entry, entries, labelled
from partnergraph.extractors.running_prose import paragraphs
from partnergraph.passage import Passage, Text

_MODERATED = re.compile(
    r"\b(?:(?:co-)?(?:moderated|chaired|facilitated)(?: jointly)? by|chairmanship of"
    r"|moderation (?:of|by)|with (?:.{2,40} )?as (?:the )?(?:moderator|chair)|moderators?"
    r" (?:was|were)|(?:modérée?|présidée?|animée?) par|(?:moderad|presidid)[ao] por)(?: the)?[:]?$",
    re.I,
)
_SPOKE = re.compile(
    r"\b(?:(?:panell?ists?|speakers?|discussants?|presenters?)(?: (?:were|was|included?|are|is"
    r"|comprised|featured))?|panel (?:was )?(?:included|comprised|consisted of|composed of|featured"
    r"|brought together)|keynote (?:address|speech|speaker)s?(?: (?:was|were))?"
    r"(?: (?:given|delivered|made))?(?: by)?|(?:presentations?|statements?|remarks|interventions?"
    r"|address(?:es)?)(?: (?:was|were))?(?: (?:given|delivered|made))? by|opened by|closed by"
    r"|welcomed by|addressed by|introduced by|intervenants? (?:étaient|était)"
    r"|panelistas fueron|ouverte? par|inaugurad[ao] por)(?: the)?[:]?$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|instead of|rather than|could|should|would|may|might)\b", re.I)
_JOINS = re.compile(r"[,;] (?:and )?|,? and |\.? ?[,;] (?:as well as )?|,? et |,? y ")
_ONLY_JOINS = re.compile(
    r"(?:[\s,;/&.()]|\b(?:and|the|et|y|la|le|les|el|los|(?:[Gg]overnments?|[Kk]ingdom) of)\b"
    r"|\([A-Z]{2,10}\))*"
)
_LEAD = 60
_LEAD_IN = 16


def recognise(text: Text) -> str | None:
    """The first line that says so."""
    for first, last in text.paragraphs():
        words = text.passage(first, last)
        if any(labelled(text.lines[p].text.strip()) for p in range(first, last + 1)):
            return f"who moderates or speaks stands at {text.locator(words.numbers)}"
        if any(True for _ in _told(words)):
            return f"who moderated or spoke is told at {text.locator(words.numbers)}"
    return None


def extract(draft: Draft) -> None:
    """Link people and States to the session or roundtable that a line or sentence is about."""
    for first, last in list(draft.text.paragraphs()):
        _read_labels(draft, first, last)
    for positions in list(paragraphs(draft)):
        words = (word for p in positions for word in draft.text.lines[p].words)
        _read_prose(draft, Passage(draft.text, words))


def _place(draft: Draft, position: int) -> Mention | None:
    there = draft.container(position, "Session", "Roundtable")
    return there or draft.known("Session", "meeting")


# Labels


def _read_labels(draft: Draft, first: int, last: int) -> None:
    lines = [p for p in range(first, last + 1) if draft.free(p)]
    starts = [p for p in lines if labelled(draft.text.lines[p].text.strip())]
    place = _place(draft, starts[0]) if starts else None
    if not place:
        return
    kept = [p for p in lines if p >= starts[0]]
    for entry in entries(draft.text.passage(p) for p in kept):
        if entry.role:
            _read_entry(draft, entry, place)
    draft.take(kept, f"who speaks at {place.id.rpartition('/')[2]}")


def _read_entry(draft: Draft, entry: Entry, place: Mention) -> None:
    people = list(listed(entry))
    for sighting in people:
        draft.link(entry.role, record(draft, sighting), place, within=sighting.whole)
    if not people:
        lead(draft, entry, place)


def listed(entry: Entry) -> Iterator[Sighting]:
    """The people of an entry; none where a label is followed by what somebody says."""
    for number, sighting in enumerate(sightings(entry.words, unaddressed=entry.labelled)):
        before = entry.words.text.find(sighting.whole.text)
        if entry.role == "MODERATED" and number == 0 and before > _LEAD_IN:
            return
        yield sighting


def lead(draft: Draft, entry: Entry, place: Mention) -> None:
    """Link the States and bodies that an entry lists, if nothing else, as a session's chairs."""
    rest = entry.words.text
    named = draft.names.find(entry.words, "Country", "Agency", "Organisation")
    found = [item for item in named if item.how != "adjective"]
    for item in found:
        rest = rest.replace(item.words.text, " ", 1)
    if entry.role == "MODERATED" and _ONLY_JOINS.fullmatch(rest):
        for item in found:
            draft.link("LED", draft.shared(item.entity, item.words), place, within=entry.words)


# Prose


def _read_prose(draft: Draft, paragraph: Passage) -> None:
    place = _place(draft, draft.text.position(paragraph.words[0])) if paragraph else None
    for role, sighting in _told(paragraph) if place else ():
        person = record(draft, sighting)
        if place:
            draft.link(role, person, place, within=sighting.whole)


def _told(paragraph: Passage) -> Iterator[tuple[str, Sighting]]:
    """The people a paragraph says moderated or spoke, each with the role."""
    for sentence in paragraph.sentences():
        role, last = "", 0
        for sighting in sightings(sentence):
            start = sentence.text.find(sighting.whole.text, last)
            before = sentence.text[max(last, start - _LEAD) : start].rstrip()
            role = _role(before, role if last else "")
            last = start + len(sighting.whole.text)
            if role:
                yield role, sighting


def _role(before: str, role: str) -> str:
    """The role that words before a name give; the one before goes on where they only join."""
    if _DENIED.search(before):
        return ""
    if _MODERATED.search(before):
        return "MODERATED"
    if _SPOKE.search(before):
        return "SPOKE_AT"
    return role if _JOINS.fullmatch(f"{before} ".lstrip(".")) or not before else ""
