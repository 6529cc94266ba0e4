"""What is named anywhere: bodies, countries, processes, instruments and reports, and by whom.

Runs last, on every text. What names a thing is the innermost of: the recommendation, question,
activity or objective whose words these are, the session, roundtable or topic the line stands in,
the document. That one CITES it; a stakeholder that prose merely names is MENTIONED_IN the document.
What an earlier extractor has read is left to it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.citations.namings import (
    LABELS,
    Naming,
    abbreviated,
    joined,
    known,
    leading_words,
    namings,
    shortened,
)
from partnergraph.extractors.cued import link
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.pieces import pieces
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.mention import Mention as Known
from partnergraph.names import Entity, Names
from partnergraph.vocabulary import vocabulary

_CONTAINERS = ("Topic", "Session", "Roundtable")
_LONG = 40
_TAG = re.compile(r"[’']?s? obj(?:ective)?s?\.?(?: \d|$)", re.I)
_READ = frozenset((*LABELS, "Person"))


def recognise(text: Text) -> str | None:
    """Any text with words may name something."""
    return "names are read wherever they stand" if text.words else None


def extract(draft: Draft) -> None:
    """Link what the document names to what names it."""
    earlier = _Earlier.of(draft)
    texts = list(pieces(draft))
    own = Definitions.of((piece.text for piece in texts), draft.names).meant
    found = [
        (piece, [n for n in known(draft.names.find(piece, *LABELS)) if _is_meant(piece, n, own)])
        for piece in texts
    ]
    forum = _forum([naming for _, tables in found for naming in tables])
    named = [(s, namings(s.text, tables, draft.names, forum)) for s, tables in found]
    defined = _defined([naming for _, there in named for naming in there], draft.names)
    in_full = ((n.entity, s.text[n.start : n.stop]) for s, there in named for n in there)
    leading = leading_words(in_full)
    for sentence, there in named:
        short = abbreviated(sentence.text, there, defined)
        short += shortened(sentence.text, there, leading)
        _read(draft, sentence, [*there, *short], earlier)


@dataclass(frozen=True)
class _Earlier:
    """What other extractors have read: by word, and by the pairs they have joined."""

    things: dict[int, Mention]
    titles: dict[int, Mention]
    linked: set[tuple[str, str]]

    @classmethod
    def of(cls, draft: Draft) -> "_Earlier":
        """What stands in a draft by now."""
        things = {place: named for place, named in draft.named.items() if named.label in _READ}
        titles = {p: named for p, named in draft.named.items() if named.label == "Document"}
        return cls(things, titles, draft.linked())

    def read(self, words: Passage, label: str) -> Mention | None:
        """What these words have been read as."""
        known = self.titles if label == "Document" else self.things
        return next((known[w.place] for w in words.words if w.place in known), None)

    def beside_a_person(self, sentence: Passage) -> bool:
        """Whether a person has been read in a sentence: its names are of that person's office."""
        there = (self.things.get(word.place) for word in sentence.words)
        return any(mention and mention.label == "Person" for mention in there)


def _is_meant(piece: Passage, naming: Naming, own: Mapping[str, Known | None]) -> bool:
    """Whether a short name is what a table knows by it; the document's own definition wins."""
    said = piece.text[naming.start : naming.stop]
    meant = own.get(said)
    return said not in own or (meant is not None and meant.entity == naming.entity)


def _forum(tables: list[Naming]) -> Entity | None:
    return next((n.entity for n in tables if n.entity.properties.get("kind") == "forum"), None)


def _defined(named: list[Naming], names: Names) -> dict[str, Entity]:
    """What the document itself abbreviates: `Sahel Diaspora Forum (SDF)`."""
    short = (n.entity for n in named if "acronym" in n.entity.properties)
    own = (entity for entity in short if not names.resolve(entity.name))
    return {str(entity.properties["acronym"]): entity for entity in own}


def _read(draft: Draft, sentence: Passage, named: list[Naming], earlier: _Earlier) -> None:
    mentions: dict[Naming, Mention] = {}
    for naming in named:
        if _TAG.match(sentence.text, naming.stop):
            continue
        words = sentence[naming.start : naming.stop]
        before = earlier.read(words, naming.entity.label)
        if before is None:
            mentions[naming] = draft.shared(naming.entity, words)
            _cite(draft, mentions[naming], sentence, earlier)
        elif before.id == naming.entity.id:
            mentions[naming] = before
    for join in joined(sentence.text, named):
        if join.source in mentions and join.target in mentions:
            _join(draft, join.type, mentions[join.source], mentions[join.target], sentence)


def _join(draft: Draft, type: str, source: Mention, target: Mention, sentence: Passage) -> None:
    """Link what a name itself states of two things; a joint programme's last word says so."""
    if type == "CONTRIBUTES_TO":
        effort = Passage(sentence.source, target.words.words[-1:])
        link(draft, type, source, target, effort, sentence)
    else:
        draft.link(type, source, target, within=sentence)


def _cite(draft: Draft, thing: Mention, sentence: Passage, earlier: _Earlier) -> None:
    first = thing.words.words[0]
    position = draft.text.position(first)
    owner = draft.owners.get(first.place)
    container = owner or draft.container(position, *_CONTAINERS) or draft.document
    aside = earlier.beside_a_person(sentence) or "head" in draft.taken_for(position)
    weak = container is draft.document or aside or (thing.label == "Country" and not owner)
    around = _around(sentence, thing.words)
    if weak and vocabulary().labels[thing.label].stakeholder:
        draft.mentioned(thing, around)
    elif (container.id, thing.id) not in earlier.linked:
        draft.link("CITES", container, thing, within=around)


def _around(sentence: Passage, words: Passage) -> Passage:
    """The sentence, or of a long one what stands around the words."""
    if len(sentence.words) <= _LONG:
        return sentence
    places = [word.place for word in sentence.words]
    first, last = places.index(words.words[0].place), places.index(words.words[-1].place)
    beside = (_LONG - min(last - first, _LONG)) // 2
    return Passage(sentence.source, sentence.words[max(0, first - beside) : last + beside + 1])
