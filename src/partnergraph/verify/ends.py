"""The ends of a claim: ids of its file's nodes, or names, that a quote is to name."""

import re
from dataclasses import dataclass
from functools import cache

from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.names import Entity, names
from partnergraph.records.ids import fold
from partnergraph.records.model import STATEMENTS, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.verify.named import forms, mentioned, names_end
from partnergraph.verify.sources import Source

_CAPITAL = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿ][\w’'-]*")
_SMALL = ("determiner", "preposition", "conjunction", "relative", "adverb", "auxiliary")
_LEAST = 2
"""Words of a name that is taken for a part of a longer one: one word may be part of anything."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of a claim as a node; `known` where its forms are: then a quote must have one.

    `read` are the ids of what reading the document made of it.
    """

    node: Node
    known: bool
    read: frozenset[str]


def end_of(name: str, nodes: dict[str, Node], source: Source) -> End:
    """What a claim's end is: a node of its file, of the tables, of the document, else a name."""
    said = nodes.get(name)
    entity = None if said else _entity(name)
    if said is None and entity:
        said = Node(entity.id, entity.label, entity.name, entity.properties)
    read = _read(said or Node(name, "", name), source)
    if said is None and read:
        first = source.nodes[min(read)]
        labels = {source.nodes[id].label for id in read}
        said = Node(
            first.id, first.label if len(labels) == 1 else "", name, _all_forms(read, source)
        )
    return End(said or Node(name, "", name), said is not None, read)


def _all_forms(read: frozenset[str], source: Source) -> dict[str, tuple[str, ...]]:
    return {"aliases": tuple(form for id in sorted(read) for form in forms(source.nodes[id]))}


def _entity(name: str) -> Entity | None:
    return _by_id().get(name) or names().resolve(name)


@cache
def _by_id() -> dict[str, Entity]:
    return {entity.id: entity for entity in names().entities()}


def _read(node: Node, source: Source) -> frozenset[str]:
    """What the document's reading has of that id, else of that name."""
    if node.id in source.nodes:
        return frozenset((node.id,))
    if node.label == "Document" and node.id in source.ids:
        return frozenset((source.extraction.document.id,))
    if not node.label and node.id in source.ids:
        return frozenset((source.extraction.document.id,))
    alike = source.by_form.get(fold(node.name), [])
    found = frozenset(n.id for n in alike if node.label in ("", n.label))
    return found or _longer(node, source)


def _longer(node: Node, source: Source) -> frozenset[str]:
    """The statements that a bare name is a part of."""
    folded = fold(node.name)
    if node.label or len(folded.split()) < _LEAST:
        return frozenset()
    inside = (n for n in source.nodes.values() if n.label in STATEMENTS)
    return frozenset(n.id for n in inside if f" {folded} " in f" {fold(n.name)} ")


def may_be_named(end: End, other: End, quote: str, labels: frozenset[str]) -> bool:
    """Whether an end that no table knows may be what a quote names in other words.

    `labels` are those that the relationship allows it: a statement can be said in any words; a name
    only where the quote has one that is neither the other end's nor known to the tables.
    """
    if end.known:
        return False
    if labels & STATEMENTS:
        return True
    rest = list(quote)
    for _, start, stop, _ in mentioned(quote):
        rest[start:stop] = " " * (stop - start)
    words = _CAPITAL.findall("".join(rest))
    others = {word for form in forms(other.node) for word in fold(form).split()}
    return any(not set(fold(word).split()) <= others and not _is_small(word) for word in words)


def _is_small(word: str) -> bool:
    return fold(word) in _small_words() or bool(lexicon().verb(word.casefold()))


@cache
def _small_words() -> frozenset[str]:
    words = lexicon()
    return frozenset(
        fold(word) for name in _SMALL for each in LANGUAGES for word in words.small(name, each)
    )


def allowed(type: str) -> tuple[frozenset[str], frozenset[str]]:
    """The labels that a relationship's source and target may have."""
    kind = vocabulary().types[type]
    return kind.source, kind.target


def is_named(end: End, quote: str) -> bool:
    """Whether a quote names an end; a Document needs no name."""
    return end.node.label == "Document" or names_end(end.node, quote)
