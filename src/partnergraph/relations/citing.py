"""What is named anywhere: bodies, countries, processes, instruments and reports, and by whom.

Read last, of every block. What names a thing is the innermost of: the recommendation, question,
activity or objective whose words these are, the session, roundtable or topic that the block stands
in, the document. That one CITES it; a stakeholder that prose merely names is MENTIONED_IN the
document. What was read before is left as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partnergraph.document.words import NOWHERE, Passage, Word
from partnergraph.lexicon import lexicon, meaning
from partnergraph.mentions.cited import (
    Joined,
    Naming,
    abbreviated,
    joined,
    known,
    leading_words,
    namings,
    shortened,
)
from partnergraph.mentions.kinds import SMALL
from partnergraph.mentions.reading import Reading
from partnergraph.names import Entity
from partnergraph.records.ids import fold
from partnergraph.records.vocabulary import vocabulary
from partnergraph.relations.draft import Draft, Thing
from partnergraph.relations.page import Page

_CONTAINERS = ("Topic", "Session", "Roundtable")
_READ = frozenset(("Agency", "Organisation", "Country", "RCP", "Instrument", "Person"))
_BREAK = re.compile(r"<[^<>]{1,200}>|[▪•■\t]| \| ")
_ENDED = tuple('.?!:;”"')
_TAG = re.compile(r"[’']?s? obj(?:ective)?s?\.?(?: \d|$)", re.I)
_LONG = 40  # words of a sentence of which a quote holds all
_LONGEST = 400  # words of a sentence that any writer uses
_LONGEST_WORD = 200  # letters


@dataclass(frozen=True)
class Sentence:
    """A sentence and its reading; `aside` where it is a heading, which only mentions."""

    words: Passage
    reading: Reading
    aside: bool

    def cut(self, naming: Naming) -> Passage:
        """The words that name something."""
        start, stop = self.reading.span(naming.start, naming.stop)
        return self.words[start:stop]


def read(page: Page) -> None:
    """Link what the document names to what names it."""
    earlier = _Earlier.of(page.draft)
    found = [(each, known(each.reading, page.definitions)) for each in _sentences(page)]
    tables = [naming for _, there in found for naming in there]
    forum = _forum(tables)
    page.draft.about(**_told_by(tables))
    named = [(s, namings(s.reading, tables, page.definitions, forum)) for s, tables in found]
    defined = _defined([naming for _, there in named for naming in there], page)
    in_full = ((n.entity, s.reading.text[n.start : n.stop]) for s, there in named for n in there)
    leading = leading_words(in_full)
    for sentence, there in named:
        short = abbreviated(sentence.reading.text, there, defined)
        short += shortened(sentence.reading.text, there, leading)
        _read(page, sentence, [*there, *short], earlier)


def _sentences(page: Page) -> Iterator[Sentence]:
    """The sentences of a page: those of each owner's words, then those that nobody owns."""
    draft = page.draft
    owned: dict[str, list[Word]] = {}
    for place, owner in draft.owners.items():
        owned.setdefault(owner.id, []).append(draft.text.words[place])
    texts = [(Passage(draft.text, sorted(words)), False) for words in owned.values()]
    for words, aside in (*texts, *_free(page)):
        for sentence in _parted(words):
            yield Sentence(sentence, Reading.of(sentence.text, page.names), aside)


def _free(page: Page) -> Iterator[tuple[Passage, bool]]:
    """What no thing owns of each block and cell, and whether it is a heading.

    A paragraph that does not end goes on in the next one that begins in lower case, and one that
    ends in a small word in any. The words of a label that the lexicon knows name nothing.
    """
    held = Passage(page.draft.text, ())
    for part in page.laid.parts:
        cells = dict.fromkeys(cell for row in part.rows for cell in row)
        told = lexicon().label(part.label.text) if part.label else None
        for words in (part.words if told else part.whole, *cells):
            free = [word for word in words.words if word.place not in page.draft.owners]
            if held and not (free and part.block.kind == "paragraph" and _goes_on(held, free[0])):
                yield held, False
                held = held[:0]
            if free and part.block.kind == "paragraph":
                held += Passage(words.source, free)
            elif free:
                yield Passage(words.source, free), part.block.kind == "heading"
    yield held, False


def _goes_on(words: Passage, following: Word) -> bool:
    last = words.words[-1].text
    return last in SMALL or (not last.endswith(_ENDED) and following.text[0].islower())


def _parted(words: Passage) -> Iterator[Passage]:
    """The sentences of some words, those too that tabs, bullets or marks of the file part."""
    if _is_whole(words):
        yield from _split(words)
        return
    run: list[Word] = []
    for word in words.words:
        if run and _is_parted(words, run[-1], word):
            yield from _split(Passage(words.source, run))
            run = []
        run.append(word)
    yield from _split(Passage(words.source, run))


def _is_whole(words: Passage) -> bool:
    """Whether all words of a text that prints no marks stand here from a first to a last."""
    if words.source.tagged or not words:
        return not words
    first = words.words[0].place
    return [w.place for w in words.words] == [*range(first, first + len(words.words))]


def _is_parted(words: Passage, word: Word, following: Word) -> bool:
    """Whether marks stand between two words of a line: `Nations</p>`, words that another owns."""
    if word.line != following.line or word.line == NOWHERE:
        return False
    if not words.source.tagged and following.place == word.place + 1:
        return False
    printed = [words.source.words[each.place].text for each in (word, following)]
    closed = printed[0].endswith(">") and not word.text.endswith(">")
    opened = printed[1].startswith("<") and not following.text.startswith("<")
    return following.place > word.place + 1 or closed or opened


def _split(words: Passage) -> Iterator[Passage]:
    start = 0
    for match in _BREAK.finditer(words.text):
        yield from _bounded(words[start : match.start()].sentences())
        start = match.end()
    yield from _bounded(words[start : len(words.text)].sentences())


def _bounded(sentences: Iterable[Passage]) -> Iterator[Passage]:
    for sentence in sentences:
        words = [word for word in sentence.words if len(word.text) <= _LONGEST_WORD]
        if len(words) == len(sentence.words) <= _LONGEST:
            yield sentence
            continue
        for first in range(0, len(words), _LONGEST):
            yield Passage(sentence.source, words[first : first + _LONGEST])


@dataclass(frozen=True)
class _Earlier:
    """What was read before: by word, and by the pairs that were joined."""

    things: dict[int, Thing]
    titles: dict[int, Thing]
    linked: set[tuple[str, str]]
    activities: set[str]

    @classmethod
    def of(cls, draft: Draft) -> "_Earlier":
        """What stands in a draft by now."""
        things = {place: named for place, named in draft.named.items() if named.label in _READ}
        titles = {p: named for p, named in draft.named.items() if named.label == "Document"}
        return cls(things, titles, draft.linked(), draft.names_of("Activity"))

    def read(self, words: Passage, label: str) -> Thing | None:
        """What these words have been read as."""
        there = self.titles if label == "Document" else self.things
        return next((there[w.place] for w in words.words if w.place in there), None)

    def tells_of(self, entity: Entity) -> bool:
        """Whether a programme named in passing is an activity that sentences say more of."""
        programme = entity.properties.get("kind") == "programme"
        return programme and fold(entity.name) in self.activities

    def beside_a_person(self, sentence: Passage) -> bool:
        """Whether a person has been read in a sentence: its names are of that person's office."""
        there = (self.things.get(word.place) for word in sentence.words)
        return any(thing and thing.label == "Person" for thing in there)


def _forum(tables: list[Naming]) -> Entity | None:
    """The forum that is spoken of, whose organs are named by it."""
    return next((n.entity for n in tables if n.entity.properties.get("kind") == "forum"), None)


def _told_by(tables: list[Naming]) -> dict[str, str]:
    """The forum a document is of: the one it names most, and twice as often as any other."""
    named = Counter(
        str(naming.entity.properties.get("acronym", naming.entity.name))
        for naming in tables
        if naming.entity.properties.get("kind") == "forum"
    )
    (most, times), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return {"forum": most} if times > 1 and times >= 2 * next_most else {}


def _defined(named: list[Naming], page: Page) -> dict[str, Entity]:
    """What the document itself abbreviates: `Sahel Diaspora Forum (SDF)`."""
    short = (n.entity for n in named if "acronym" in n.entity.properties)
    own = (entity for entity in short if not page.names.resolve(entity.name))
    return {str(entity.properties["acronym"]): entity for entity in own}


def _read(page: Page, sentence: Sentence, named: list[Naming], earlier: _Earlier) -> None:
    things: dict[Naming, Thing] = {}
    for naming in named:
        if _TAG.match(sentence.reading.text, naming.stop) or earlier.tells_of(naming.entity):
            continue
        words = sentence.cut(naming)
        before = earlier.read(words, naming.entity.label)
        if before is None:
            things[naming] = page.draft.shared(naming.entity, words)
            _cite(page.draft, things[naming], sentence, earlier)
        elif before.id == naming.entity.id:
            things[naming] = before
    for join in joined(sentence.reading.text, named):
        if join.source in things and join.target in things:
            _join(page.draft, join, things[join.source], things[join.target], sentence.words)


def _join(draft: Draft, join: Joined, source: Thing, target: Thing, within: Passage) -> None:
    """Link what a name itself states of two things; a joint programme's last word says so."""
    if join.type == "CONTRIBUTES_TO":
        effort = Passage(within.source, target.words.words[-1:])
        if meaning(effort.text, join.type, thing=target.label, cast=source.label) == "given":
            draft.link(join.type, source, target, within=within, cue=effort)
    else:
        draft.link(join.type, source, target, within=within)


def _cite(draft: Draft, thing: Thing, sentence: Sentence, earlier: _Earlier) -> None:
    first = thing.words.words[0]
    owner = draft.owners.get(first.place)
    container = owner or draft.container(draft.text.position(first), *_CONTAINERS)
    container = container or draft.document
    aside = sentence.aside or earlier.beside_a_person(sentence.words)
    weak = container is draft.document or aside or (thing.label == "Country" and not owner)
    around = _around(sentence.words, thing.words)
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
