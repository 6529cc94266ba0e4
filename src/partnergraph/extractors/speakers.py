"""Who moderates, speaks or leads, said outside a programme: in prose or behind a label.

`The panel was moderated by Ms. A, Director of B. Panellists were …` under the heading of a panel,
`Moderator: Ms. A (B)` or `Co-chairs: Ghana and Peru` under that of a session. Nobody else named in
prose is read: who is only quoted or thanked neither spoke nor moderated.
"""

import re
from collections.abc import Iterator

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.cued import link
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.people import Sighting, record, sightings
from partnergraph.extractors.programme.speaking import Entry, entries, labelled
from partnergraph.extractors.running_prose import paragraphs

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
_THE = re.compile(r"(?: the)?:?$")
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
        link(draft, entry.role, record(draft, sighting), place, entry.cue, sighting.whole)
    if not people:
        lead(draft, entry, place)


def listed(entry: Entry) -> Iterator[Sighting]:
    """The people of an entry; none where a label is followed by what somebody says."""
    for number, sighting in enumerate(sightings(entry.words, unaddressed=entry.labelled)):
        if entry.role == "MODERATED" and number == 0 and sighting.start > _LEAD_IN:
            return
        yield sighting


def lead(draft: Draft, entry: Entry, place: Mention) -> None:
    """Link the States and bodies that an entry lists, if nothing else, as a session's chairs."""
    named = draft.names.find(entry.words, "Country", "Agency", "Organisation")
    found = [item for item in named if item.how != "adjective"]
    text = entry.words.text
    edges = [0, *(place for item in found for place in (item.start, item.stop)), len(text)]
    rest = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    if entry.role == "MODERATED" and _ONLY_JOINS.fullmatch(rest):
        for item in found:
            state = draft.shared(item.entity, item.words)
            link(draft, "LED", state, place, entry.cue, entry.words)


# Prose


def _read_prose(draft: Draft, paragraph: Passage) -> None:
    place = _place(draft, draft.text.position(paragraph.words[0])) if paragraph else None
    for role, cue, sighting in _told(paragraph) if place else ():
        person = record(draft, sighting)
        if place:
            link(draft, role, person, place, cue, sighting.whole)


def _told(paragraph: Passage) -> Iterator[tuple[str, Passage, Sighting]]:
    """The people a paragraph says moderated or spoke, each with the role and its words."""
    for sentence in paragraph.sentences():
        said: _Said | None = None
        last = 0
        for sighting in sightings(sentence):
            begin = max(last, sighting.start - _LEAD)
            before = sentence.text[begin : sighting.start].rstrip()
            said = _said(before, begin, said if last else None)
            last = sighting.stop
            if said:
                role, start, stop = said
                yield role, sentence[start:stop], sighting


_Said = tuple[str, int, int]


def _said(before: str, begin: int, said: _Said | None) -> _Said | None:
    """The role that words before a name give, and where those stand in the sentence.

    The one before goes on where they only join.
    """
    if _DENIED.search(before):
        return None
    for role, pattern in (("MODERATED", _MODERATED), ("SPOKE_AT", _SPOKE)):
        found = pattern.search(before)
        if found:
            words = _THE.sub("", found[0])
            return role, begin + found.start(), begin + found.start() + len(words)
    return said if _JOINS.fullmatch(f"{before} ".lstrip(".")) or not before else None
