"""What is named anywhere: bodies, countries, processes, instruments and reports, and by whom.

Runs last, on every text. What names a thing is the innermost of: the recommendation, question,
activity or objective whose words these are, the session, roundtable or topic the line stands in,
the document. That one CITES it; a stakeholder that prose merely names is MENTIONED_IN the document.
What an earlier extractor has read is left to it.
"""

from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.namings import LABELS, Joined, Naming, joined, known, namings
from partnergraph.extractors.pieces import pieces
from partnergraph.names import Entity
from partnergraph.passage import Passage, Text
from partnergraph.vocabulary import vocabulary

_CONTAINERS = ("Topic", "Session", "Roundtable")
_LONG = 40
_READ = frozenset((*LABELS, "Person"))


def recognise(text: Text) -> str | None:
    """Any text with words may name something."""
    return "names are read wherever they stand" if text.words else None


def extract(draft: Draft) -> None:
    """Link what the document names to what names it."""
    read = {place: mention for place, mention in draft.named.items() if mention.label in _READ}
    titles = {p: mention for p, mention in draft.named.items() if mention.label == "Document"}
    linked = draft.linked()
    sentences = [(piece, known(piece, draft.names.find(piece, *LABELS))) for piece in pieces(draft)]
    forum = _forum([naming for _, tables in sentences for naming in tables])
    for sentence, tables in sentences:
        named = namings(sentence.text, tables, draft.names, forum)
        mentions: dict[Naming, Mention] = {}
        for naming in named:
            words = sentence[naming.start : naming.stop]
            before = titles if naming.entity.label == "Document" else read
            earlier = next((before[w.place] for w in words.words if w.place in before), None)
            if earlier is None:
                mentions[naming] = draft.shared(naming.entity, words)
                _cite(draft, mentions[naming], sentence, read, linked)
            elif earlier.id == naming.entity.id:
                mentions[naming] = earlier
        for join in joined(sentence.text, named):
            _join(draft, join, mentions, sentence)


def _forum(tables: list[Naming]) -> Entity | None:
    return next((n.entity for n in tables if n.entity.properties.get("kind") == "forum"), None)


def _cite(
    draft: Draft,
    thing: Mention,
    sentence: Passage,
    read: dict[int, Mention],
    linked: set[tuple[str, str]],
) -> None:
    place = thing.words.words[0].place
    position = draft.text.position(thing.words.words[0])
    owner = draft.owners.get(place)
    container = owner or draft.container(position, *_CONTAINERS) or draft.document
    stakeholder = vocabulary().labels[thing.label].stakeholder
    aside = _beside_a_person(sentence, read) or "head" in draft.taken_for(position)
    weak = container is draft.document or aside or (thing.label == "Country" and not owner)
    around = _around(sentence, thing.words)
    if stakeholder and weak:
        draft.mentioned(thing, around)
    elif (container.id, thing.id) not in linked:
        draft.link("CITES", container, thing, within=around)


def _around(sentence: Passage, words: Passage) -> Passage:
    """The sentence, or of a long one what stands around the words."""
    if len(sentence.words) <= _LONG:
        return sentence
    places = [word.place for word in sentence.words]
    first, last = places.index(words.words[0].place), places.index(words.words[-1].place)
    beside = (_LONG - min(last - first, _LONG)) // 2
    return Passage(sentence.source, sentence.words[max(0, first - beside) : last + beside + 1])


def _beside_a_person(sentence: Passage, read: dict[int, Mention]) -> bool:
    return any(word.place in read and read[word.place].label == "Person" for word in sentence.words)


def _join(draft: Draft, join: Joined, mentions: dict[Naming, Mention], sentence: Passage) -> None:
    if join.source in mentions and join.target in mentions:
        source, target = mentions[join.source], mentions[join.target]
        draft.link(join.type, source, target, within=sentence)
