"""What a person may have meant by a name that nothing in the graph has."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from partnergraph.records.ids import fold
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

_SHOWN = 5
_LONGEST = 70
_WORDS = 6
_PREFIX = 3
_LOOKED_AT = 1_000
_ALIKE = 0.6
_HOLDS = 0.9


def near(store: Store, typed: str, labels: Sequence[str] = ()) -> str:
    """The nearest candidates as a sentence's end: `did you mean Bali Process (RCP)`."""
    found = candidates(store, typed, labels)[:_SHOWN]
    if not found:
        return "see what there is with: partnergraph search TEXT"
    return f"did you mean {', '.join(_shown(node) for node in found)}"


def candidates(store: Store, typed: str, labels: Sequence[str] = ()) -> list[Node]:
    """Things whose names hold what was typed or are spelled nearly like it, the nearest first."""
    wanted = fold(typed)[:_LONGEST]
    beginnings = dict.fromkeys(word[:_PREFIX] for word in wanted.split()[:_WORDS])
    ids = {
        held.id
        for beginning in beginnings
        for held in islice(store.holding([beginning], ["name"]), _LOOKED_AT)
    }
    found = {
        node.id: node for node in store.nodes(sorted(ids)) if not labels or node.label in labels
    }
    scored = sorted((-_likeness(wanted, node), id) for id, node in found.items())
    return [found[id] for score, id in scored if -score >= _ALIKE]


def _likeness(wanted: str, node: Node) -> float:
    matcher = SequenceMatcher(b=wanted, autojunk=False)
    best = 0.0
    for form in _forms(node):
        matcher.set_seq1(form)
        best = max(best, matcher.ratio(), _HOLDS if wanted in form else 0.0)
    return best


def _forms(node: Node) -> Iterator[str]:
    aliases = node.properties.get("aliases", ())
    yield fold(node.name)[:_LONGEST]
    yield fold(str(node.properties.get("acronym", "")))
    for alias in aliases if isinstance(aliases, tuple) else ():
        yield fold(alias)[:_LONGEST]


def _shown(node: Node) -> str:
    name = node.name if len(node.name) <= _LONGEST else f"{node.name[: _LONGEST - 1]}…"
    return f"{name} ({vocabulary().labels[node.label].words[0]})"
