"""What an extractor writes into: nodes, links with their words, what each line was taken for."""

import re
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from partnergraph.document.places import located
from partnergraph.document.words import NOWHERE, Passage, Text, quote
from partnergraph.names import Entity, Names
from partnergraph.records.ids import fold, make_id, slug
from partnergraph.records.model import (
    STATEMENTS,
    Basis,
    Edge,
    Evidence,
    Extraction,
    Node,
    Skipped,
    Value,
)
from partnergraph.records.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections import Counter

SKIPPED = "skipped"
UNREAD = "no rule reads it"
_LONG_SENTENCE = 90
_BRACKETED = re.compile(r"\(([^()]*)\)[,;.]?")
_MARKUP = re.compile(r"^(?:</?\w+(?:\s[^<>]*)?>)+|(?:</?\w+(?:\s[^<>]*)?>)+$")
_OWNERS = frozenset(("Activity", "Objective", "Question", "Recommendation"))


_DRAWN = frozenset("|-=+_*~:─│┼ \t")
"""What tables and rules are drawn with in plain text."""


class Mention(NamedTuple):
    """A node and the words of the document that name it here."""

    id: str
    label: str
    words: Passage


Thing = Mention
"""What relations call it: a name in a text is a mention there, the node it is of a thing."""


class Heading(NamedTuple):
    """A place where a container (or, without one, none) begins, and how deep it is nested."""

    position: int
    level: int
    mention: Mention | None


class Seen(NamedTuple):
    """A block as it was walked: the thing it belongs to, as printed, and the lexicon's entry."""

    owner: str = ""
    by: str = ""


class Draft:
    """A document being read: rules add to it in turn, `finish` makes the record of it."""

    def __init__(self, text: Text, names: Names, slug_of_document: str | None = None) -> None:
        self.text = text
        self.names = names
        self.slug = slug_of_document or slug(text.path.stem)
        self.document = Mention(make_id("Document", self.slug), "Document", Passage(text, ()))
        self.method = "plain"
        self.owners: dict[int, Mention] = {}
        self.named: dict[int, Mention] = {}
        self.taken: dict[int, str] = {}
        self.skipped: dict[int, str] = {}
        self.seen: dict[int, Seen] = {}
        self.persons: dict[str, Mention] = {}
        self.spellings: dict[str, Counter[str]] = {}
        self.roles: dict[tuple[str, str], str] = {}
        self._about: dict[str, Value] = {}
        self._covers: set[str] = set()
        self._nodes: dict[str, Node] = {}
        self._parts: dict[str, Mention] = {}
        self._forms: dict[str, set[str]] = {}
        self._by_word: dict[str, list[Mention]] = {}  # by the first and last word of its name
        self._edges: dict[tuple[str, ...], tuple[dict[str, Value], set[Evidence]]] = {}
        self._headings: list[Heading] = []

    # What the document is

    def about(self, **properties: str) -> None:
        """State a property of the Document itself: title, date, forum. The first to say so wins."""
        self._about = {**properties, **self._about}

    def covers(self, *types: str) -> None:
        """Say that this genre lists relationships of these types systematically."""
        self._covers.update(types)

    # Things

    def part(
        self, label: str, code: str, words: Passage, name: str | None = None, **properties: Value
    ) -> Mention:
        """A thing of this document alone. `code` is unique among its label's parts in it.

        `words` name it in evidence; its `name` is their text unless given; where its label has
        the property `code` it is `code`, until `property` says otherwise.
        Raises ValueError if another part has that id.
        """
        node_id = make_id(label, self.slug, slug_code(code))
        if node_id in self._nodes:
            raise ValueError(f"two parts would get the id {node_id}")
        if "code" in vocabulary().labels[label].properties:
            properties = {"code": code, **properties}
        mention = self._add(Node(node_id, label, name or words.text, properties), words)
        self._parts[node_id] = mention
        if label in _OWNERS:
            self.owns(mention, words)
        return mention

    def owns(self, mention: Mention, words: Passage) -> None:
        """Say whose words these are: what they name is cited by that thing. The first wins."""
        for word in words.words:
            self.owners.setdefault(word.place, mention)

    def has_part(self, label: str, code: str) -> bool:
        """Whether this document has such a part already."""
        return make_id(label, self.slug, slug_code(code)) in self._nodes

    def known(self, label: str, code: str) -> Mention | None:
        """A part of this document that was made before."""
        return self._parts.get(make_id(label, self.slug, slug_code(code)))

    def has(self, mention: Mention, key: str) -> bool:
        """Whether a thing has a property already."""
        return key in self._nodes[mention.id].properties

    def code(self, mention: Mention) -> str:
        """The code of a part, as printed or counted."""
        return str(self._nodes[mention.id].properties.get("code", ""))

    def called(self, word: str, labels: Sequence[str]) -> list[Mention]:
        """The things of some labels whose name begins or ends with a folded word."""
        return [each for each in self._by_word.get(word, ()) if each.label in labels]

    def names_of(self, label: str) -> set[str]:
        """The folded names of the things of a label."""
        return {fold(node.name) for node in self._nodes.values() if node.label == label}

    def kind(self, mention: Mention) -> str:
        """The kind of a thing, as its properties say."""
        return str(self._nodes[mention.id].properties.get("kind", ""))

    def rename(self, mention: Mention, name: str) -> None:
        """Call a part by the name that another place of the document gives it."""
        node = self._nodes[mention.id]
        self._nodes[mention.id] = Node(node.id, node.label, name, node.properties)

    def shared(self, entity: Entity, words: Passage, **properties: Value) -> Mention:
        """A thing that many documents name, as its reference table has it."""
        known = dict(entity.properties) | properties
        return self._add(Node(entity.id, entity.label, entity.name, known), words, alias=True)

    def stated(
        self,
        label: str,
        words: Passage,
        name: str | None = None,
        apart: str = "",
        **properties: Value,
    ) -> Mention:
        """A thing no table knows, shared by its name: an Organisation, Instrument, Document, ….

        Its id is its name's slug, so that two documents that name it mean one thing; `apart` tells
        it from others of its name (each State has its Ministry of Labour).
        """
        called = name or words.text
        node_id = make_id(label, slug(called), *filter(None, (apart,)))
        node = Node(node_id, label, called, properties)
        return self._add(node, words, alias=True)

    def person(
        self, words: Passage, affiliation: Mention | None, name: str | None = None, **props: Value
    ) -> Mention:
        """A person: one name is one in a document, in two only with the same affiliation."""
        called = name or words.text
        known = self.persons.get(fold(called))
        where = affiliation.id.partition(":")[2] if affiliation else self.slug
        node_id = known.id if known else make_id("Person", slug(called), where)
        person = self._add(Node(node_id, "Person", called, props), words, alias=True)
        self.persons.setdefault(fold(called), person)
        return person

    def _add(self, node: Node, words: Passage, alias: bool = False) -> Mention:
        known = self._nodes.get(node.id)
        properties = dict(node.properties) | (dict(known.properties) if known else {})
        self._nodes[node.id] = Node(
            node.id, node.label, known.name if known else node.name, properties
        )
        if alias and words.text:
            self._forms.setdefault(node.id, set()).add(words.text)
        mention = Mention(node.id, node.label, words)
        if alias and not known and (said := fold(node.name).split()):
            for end in {said[0], said[-1]}:
                self._by_word.setdefault(end, []).append(mention)
        if alias:
            for word in words.words:
                self.named.setdefault(word.place, mention)
        if not known and node.id != self.document.id:
            self.link("RECORDED_IN", mention, self.document)
        return mention

    def alias(self, mention: Mention, form: str) -> None:
        """Record another printed form of a thing."""
        self._forms.setdefault(mention.id, set()).add(form)

    def property(self, mention: Mention, **properties: Value) -> None:
        """Add properties to a thing that is already there."""
        node = self._nodes[mention.id]
        self._nodes[mention.id] = Node(
            node.id, node.label, node.name, dict(node.properties) | properties
        )

    # Links

    def link(
        self,
        type: str,
        source: Mention,
        target: Mention,
        within: Passage | None = None,
        basis: Basis = "stated",
        method: str | None = None,
        cue: Passage | None = None,
        **properties: Value,
    ) -> None:
        """A relationship and the words it rests on.

        The quote is `within` (a sentence, say) with the words of an end added where it lacks
        them, or, where position makes the link, the beginnings of both ends' words. `cue` is the
        words that give the relationship its type: a verb, a label, a column's header.
        Raises ValueError where the vocabulary has no such relationship.
        """
        kind = vocabulary().types[type]
        if not kind.joins(source.label, target.label):
            raise ValueError(f"{source.label} {type} {target.label} is not in the vocabulary")
        locator, words = quote(*self._words(source, target, within))
        key = (type, source.id, target.id, *(str(properties.get(name, "")) for name in kind.key))
        known, evidence = self._edges.setdefault(key, ({}, set()))
        known.update(properties)
        said, where = _cue(cue, locator)
        item = Evidence(self.document.id, locator, words, method or self.method, basis, said, where)
        evidence.add(item)

    def _words(self, source: Mention, target: Mention, within: Passage | None) -> list[Passage]:
        passages = [] if within is None else [within]
        if within is not None and len(within.words) > _LONG_SENTENCE:
            passages = [within.beginning(_LONG_SENTENCE)]
        there = {word.place for passage in passages for word in passage.words}
        for end in (source, target):
            named = end.words.beginning() if end.label in STATEMENTS else end.words
            if not {word.place for word in named.words} <= there:
                passages.append(named)
        return passages

    def linked(self) -> set[tuple[str, str]]:
        """The pairs of ids that something more than a mention joins so far."""
        weak = set(vocabulary().of_kind("weak"))
        return {(source, target) for type, source, target, *_ in self._edges if type not in weak}

    def mentioned(self, mention: Mention, within: Passage) -> None:
        """A thing that the text names and says nothing of that the vocabulary has a word for."""
        self.link("MENTIONED_IN", mention, self.document, within=within)

    # Containers

    def begin(self, position: int, level: int, mention: Mention | None) -> None:
        """From this line on, until the next heading as high or higher, we are in `mention`."""
        self._headings.append(Heading(position, level, mention))
        self._headings.sort(key=lambda heading: (heading.position, heading.mention is not None))

    def begun(self, words: Passage, *labels: str) -> Mention | None:
        """The container (of these labels) that begins with some words."""
        if not words or words.source is not self.text:
            return None
        at = self.text.position(words.words[0])
        found = (each.mention for each in self._headings if each.position == at)
        return next((each for each in found if each and each.label in labels), None)

    def headed(self, *labels: str) -> list[Mention]:
        """The containers of these labels, in order."""
        found = (heading.mention for heading in self._headings)
        return [mention for mention in found if mention and mention.label in labels]

    def container(self, position: int, *labels: str) -> Mention | None:
        """The innermost container (of these labels) that the line at `position` stands in."""
        stack: list[Heading] = []
        for heading in self._headings:
            if heading.position > position:
                break
            stack = [above for above in stack if above.level < heading.level] + [heading]
        for heading in reversed(stack):
            if heading.mention and (not labels or heading.mention.label in labels):
                return heading.mention
        return None

    # What became of each line

    def take(self, positions: Iterable[int] | Passage, what: str) -> None:
        """Say what lines were taken for (`agencies of 1c3`). The first to say so wins."""
        for position in self._positions(positions):
            self.taken.setdefault(position, what)
            self.skipped.pop(position, None)

    def see(self, words: Passage, owner: str, by: str) -> None:
        """Say of a block's words whose they are, as printed, and which entry said what they are."""
        if words:
            self.seen[words.words[0].place] = Seen(owner, by)

    def skip(self, positions: Iterable[int] | Passage, reason: str) -> None:
        """Say why lines were not understood."""
        for position in self._positions(positions):
            if position not in self.taken:
                self.skipped.setdefault(position, reason)

    def is_free(self, words: Passage, taken: Container[int] | None = None) -> bool:
        """Whether nothing was read yet (or is not `taken`) in the lines that words stand in."""
        read = self.taken if taken is None else taken
        return all(position not in read for position in self._lines_of(words))

    def take_words(self, words: Passage, what: str) -> None:
        """Say what words were taken for that may be another text's of the same file."""
        self.take(self._lines_of(words), what)

    def skip_words(self, words: Passage, reason: str) -> None:
        """Say why words were not understood that may be another text's of the same file."""
        for position in self._lines_of(words):
            self.taken.pop(position, None)
            self.skipped[position] = reason

    def _lines_of(self, words: Passage) -> list[int]:
        if words.source is self.text:
            return self.text.positions(words.words)
        numbers = set(words.numbers)
        return [at for at, line in enumerate(self.text.lines) if line.number in numbers]

    def free(self, position: int) -> bool:
        """Whether a line has words, not a drawing alone, and no extractor has taken it yet."""
        if position in self.taken or self._is_drawn(position):
            return False
        return any(word.line != NOWHERE for word in self.text.lines[position].words)

    def _is_drawn(self, position: int) -> bool:
        """Whether a line has no words but what draws: `|---|---|`, `* * *`."""
        return _DRAWN.issuperset(self.text.lines[position].text)

    def taken_for(self, position: int) -> str:
        """What became of a line, in words."""
        if position in self.taken:
            return self.taken[position]
        if self._is_drawn(position):
            return "marks"
        return f"{SKIPPED}: {self.skipped.get(position, UNREAD)}"

    def _positions(self, places: Iterable[int] | Passage) -> Iterable[int]:
        if not isinstance(places, Passage):
            return (p for p in places if not self.text.lines[p].blank)
        return self.text.positions(places.words)

    def finish(self) -> Extraction:
        """The document's nodes, edges and skipped lines, in a fixed order."""
        text = self.text
        about: dict[str, Value] = {"file": text.name, "sha256": text.sha256, **self._about}
        if self._covers:
            about["covers"] = tuple(sorted(self._covers))
        document = Node(
            self.document.id, "Document", str(about.get("title", text.path.stem)), about
        )
        edges = (
            Edge(type, source, target, tuple(sorted(evidence)), properties)
            for (type, source, target, *_), (properties, evidence) in self._edges.items()
        )
        return Extraction(
            document,
            tuple(sorted((self._aliased(n) for n in self._nodes.values()), key=lambda n: n.id)),
            tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target, str(e.properties)))),
            tuple(self._reports()),
        )

    def _aliased(self, node: Node) -> Node:
        forms = self._forms.get(node.id, set()) - {node.name}
        if not forms:
            return node
        return Node(
            node.id, node.label, node.name, {**node.properties, "aliases": tuple(sorted(forms))}
        )

    def _reports(self) -> Iterable[Skipped]:
        run: list[int] = []
        for position in range(len(self.text.lines)):
            if not self.free(position):
                continue
            if run and not self._continues(run[-1], position):
                yield self._report(run)
                run = []
            run.append(position)
        if run:
            yield self._report(run)

    def _continues(self, last: int, position: int) -> bool:
        same = self.skipped.get(last, UNREAD) == self.skipped.get(position, UNREAD)
        return same and all(line.blank for line in self.text.lines[last + 1 : position])

    def _report(self, run: list[int]) -> Skipped:
        lines = [self.text.lines[position] for position in run]
        return Skipped(
            self.document.id,
            self.text.locator(line.number for line in lines),
            " ".join(" ".join(line.text.split()) for line in lines),
            self.skipped.get(run[0], UNREAD),
        )


def _cue(cue: Passage | None, locator: str) -> tuple[str, str]:
    """The words of a cue, and where they stand if that is outside a locator's places."""
    if not cue:
        return "", ""
    where, said = quote(cue)
    said = _MARKUP.sub("", said)
    bracketed = _BRACKETED.fullmatch(said)
    said = bracketed[1] if bracketed else said
    within = set(located(where)) <= set(located(locator))
    return said, "" if within else where


def slug_code(code: str) -> str:
    """A code as it stands in an id: lower case, dots and dashes kept.

    >>> slug_code("1.1-3"), slug_code("1c3"), slug_code("Brussels RT 1")
    ('1.1-3', '1c3', 'brussels-rt-1')
    """
    if re.fullmatch(r"[a-z0-9.\-]+", code):
        return code
    return fold(code).replace(" ", "-") or slug(code)
