"""Things found by words: in their names and other forms, details, quotes and documents' lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partnergraph.questions.stems import alike, beginning, same
from partnergraph.records.ids import fold
from partnergraph.records.model import Node, forms
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Held, Store

KINDS = ("name", "text", "quote", "line")
_NAME = "name"
_MOST_WORDS = 12


class Hit(NamedTuple):
    """A thing that was found: where the words stand in it, and the words around them.

    `within` is one of KINDS; `place` is the locator of a quote or line in `document`, an id.
    """

    node: Node
    within: str
    passage: str
    document: str
    place: str


class _Rank(NamedTuple):
    kind: int
    part: bool
    sentence: bool
    missing: int
    length: int
    id: str


def search(
    store: Store, text: str, labels: Sequence[str] = (), kinds: Sequence[str] = KINDS
) -> list[Hit]:
    """What holds all words of a text, in whatever form, the best first; each thing once.

    A name that is just this comes first, also one that the reference tables know in another
    language; then names with the words, details, quotes, and lines of documents.
    """
    words = fold(text).split()[:_MOST_WORDS]
    if not words:
        return []
    found = [*_known(store, text, labels), *_holding(store, words, labels, kinds)]
    hits: list[Hit] = []
    seen: set[str] = set()
    for _, hit in sorted(found, key=_order):
        if hit.node.id not in seen:
            seen.add(hit.node.id)
            hits.append(hit)
    return hits


def _order(found: tuple[_Rank, Hit]) -> tuple[_Rank, str, str, str]:
    """By rank; where ranks are alike by what is said, since each store has an order of its own."""
    rank, hit = found
    return rank, hit.passage, hit.document, hit.place


def named(store: Store, text: str, labels: Sequence[str] = ()) -> list[Node]:
    """The things one of whose names has all words of a text: of who acts as they are typed, of
    topics and other headings in whatever form.
    """
    words = fold(text).split()
    return [
        hit.node
        for hit in search(store, text, labels, [_NAME])
        if any(_names(words, form.split(), hit.node) for form in forms(hit.node))
    ]


def _names(words: Sequence[str], form: Sequence[str], node: Node) -> bool:
    if node.label in vocabulary().of_stakeholders:
        return Counter(words) <= Counter(form)
    return all(any(same(word, other) for other in form) for word in words)


def _known(store: Store, text: str, labels: Sequence[str]) -> Iterator[tuple[_Rank, Hit]]:
    from partnergraph.names import names

    entity = names().resolve(text, *labels)
    for node in store.nodes([entity.id]) if entity else ():
        if not labels or node.label in labels:
            yield _Rank(-1, False, False, 0, 0, node.id), Hit(node, _NAME, node.name, "", "")


def _holding(
    store: Store, words: Sequence[str], labels: Sequence[str], kinds: Sequence[str]
) -> Iterator[tuple[_Rank, Hit]]:
    held = list(store.holding([beginning(word) for word in words], kinds))
    nodes = {node.id: node for node in store.nodes(sorted({item.id for item in held}))}
    for item in held:
        node = nodes[item.id]
        if labels and node.label not in labels:
            continue
        for text in _texts(node, item):
            if (rank := _rank(words, node, item, text)) is not None:
                yield rank, Hit(node, item.kind, text, item.document, item.place)


def _texts(node: Node, item: Held) -> Iterator[str]:
    """The texts that may hold the words: of a name, the name and each other form of it."""
    if item.kind != _NAME:
        yield item.text.rstrip()
        return
    aliases = node.properties.get("aliases", ())
    printed = [node.name, *(aliases if isinstance(aliases, tuple) else ())]
    known = {fold(form) for form in printed}
    yield from printed
    yield from (form for form in forms(node) if form not in known)


def _rank(words: Sequence[str], node: Node, item: Held, text: str) -> _Rank | None:
    """How good a text is; None where a word is missing."""
    folded = fold(text)
    there = folded.split()
    exact = sum(word in there for word in words)
    if exact < len(words) and not all(
        word in there or any(alike(word, other) for other in there) for word in words
    ):
        return None
    whole = folded == " ".join(words)
    sentence = node.label not in _NAMED_FIRST
    missing = len(words) - exact
    return _Rank(KINDS.index(item.kind), not whole, sentence, missing, len(folded), node.id)


_NAMED_FIRST = ("Agency", "RCP", "Country", "Topic", "Roundtable", "Session", "Organisation")
