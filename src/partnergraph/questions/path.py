"""How two things are connected: the shortest paths between them, hop by hop, with evidence.

Of several shortest paths the first is the one over the earlier types of the vocabulary, then the
one over the lesser ids, whatever the store.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from partnergraph.errors import UsageError
from partnergraph.questions import listing
from partnergraph.questions.answer import answers
from partnergraph.questions.shortest import Search, shortest
from partnergraph.records.model import Evidence, Node, is_stated
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Step, Store


class Hop(NamedTuple):
    """A relationship of a path, as it is stated: from its own source to its target.

    A path may run against it; `sentence` reads with it.
    """

    hop: int
    source: str
    type: str
    target: str
    sentence: str
    evidence: tuple[Evidence, ...]

    @property
    def inferred(self) -> bool:
        """Whether no text states it."""
        return not is_stated(self.evidence)

    @property
    def weak(self) -> bool:
        """Whether others may share its ends without having to do with each other."""
        return is_weak(self.type, self.source)

    def record(self) -> dict[str, Any]:
        """The hop as machines get it; `weak` only where it is."""
        ends = {"hop": self.hop, "source": self.source, "type": self.type, "target": self.target}
        evidence = [item.record() for item in self.evidence]
        return {**ends, "evidence": evidence, **({"weak": True} if self.weak else {})}


class Path(NamedTuple):
    """A shortest path. `length` is None, and `hops` empty, where there is none.

    `follows` are the types it might run over, by rank; `connects` says what would connect the two
    ends where nothing does.
    """

    length: int | None
    follows: tuple[str, ...]
    hops: tuple[Hop, ...]
    connects: tuple[str, ...] = ()

    @property
    def things(self) -> set[str]:
        """The ids of all that it passes, its two ends among them; none where there is no hop."""
        return {end for hop in self.hops for end in (hop.source, hop.target)}

    def record(self) -> dict[str, Any]:
        """The path as machines get it."""
        hops = [hop.record() for hop in self.hops]
        found: dict[str, Any] = {"length": self.length, "follows": [*self.follows], "hops": hops}
        return found if self.length is not None else {**found, "connects": [*self.connects]}


def path(store: Store, source: str, target: str, **options: Any) -> Path:
    """The preferred one of the shortest paths between two ids, as `paths` has them."""
    return next(paths(store, source, target, **options))


def paths(
    store: Store,
    source: str,
    target: str,
    *,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
    max_hops: int | None = None,
    inferred: bool = False,
    weak: bool = False,
) -> Iterator[Path]:
    """All shortest paths between two ids, the preferred first; one without length if there is none.

    They run over the types `only` (all, if none is named) but those `without`, along the arrows
    and against them, never over RECORDED_IN or MENTIONED_IN. What two things may share without
    having to do with each other (CITES, a document's DISCUSSES) they run over only where it is
    `weak`, or named in `only`. Raises UsageError for an unknown type, for types that leave none
    to follow, and for an id that is not in the graph.
    """
    search = _search(store, only, without, inferred, weak)
    _check_ends(store, source, target)
    hop = _teller(store)
    found = False
    for steps in shortest(search, source, target, max_hops):
        found = True
        hops = tuple(hop(number, step) for number, step in enumerate(steps, start=1))
        yield Path(len(hops), search.types, hops)
    if not found:
        connects = tuple(_connections(search, source, target, max_hops))
        yield Path(None, search.types, (), connects)


def _search(
    store: Store, only: Sequence[str], without: Sequence[str], inferred: bool, weak: bool
) -> Search:
    types = followed(only, without, weak)
    known = vocabulary().types
    barred = {
        name: frozenset(label.lower() for label in known[name].loose)
        for name in types
        if known[name].loose and not weak and name not in only
    }
    return Search(store, types, inferred, barred)


def is_weak(type: str, source: str) -> bool:
    """Whether things may share such a relationship without having to do with each other.

    >>> is_weak("DISCUSSES", "document:note"), is_weak("DISCUSSES", "session:note/1")
    (True, False)
    """
    loose = vocabulary().types[type].loose
    return source.partition(":")[0] in {label.lower() for label in loose}


def followed(
    only: Sequence[str] = (), without: Sequence[str] = (), weak: bool = True
) -> tuple[str, ...]:
    """The types a path may run over, by rank. Raises UsageError where that is none.

    >>> followed(only=["PURSUES", "LED"], without=["PURSUES"])
    ('LED',)
    >>> "CITES" in followed(weak=False), "CITES" in followed(["CITES"], weak=False)
    (False, True)
    """
    strong = [
        name
        for name, type in vocabulary().types.items()
        if type.kind != "weak" and (weak or name in only or type.loose != type.source)
    ]
    for name in (*only, *without):
        vocabulary().type(name)
        if name in only and name not in strong:
            raise UsageError(name, "paths never run over this", f"use some of {', '.join(strong)}")
    follows = tuple(name for name in strong if (not only or name in only) and name not in without)
    if not follows:
        raise UsageError(", ".join(without), "this leaves no type to follow", "exclude fewer")
    return follows


def evidence_of(store: Store, step: Step) -> tuple[Evidence, ...]:
    """The words that a relationship rests on, in order."""
    question = listing.question("evidence", store.language)
    ends = {"source": step.source, "type": step.type, "target": step.target}
    rows = answers(store, question, ends)
    fields = ("document_id", *Evidence._fields[1:])
    return tuple(sorted(Evidence._make(row[field] for field in fields) for row in rows))


def _check_ends(store: Store, *ends: str) -> None:
    known = {node.id for node in store.nodes(ends)}
    for end in ends:
        if end not in known:
            raise UsageError(end, "nothing in the graph has this id", "find it with: search TEXT")


def _teller(store: Store) -> Callable[[int, Step], Hop]:
    """What makes hops of steps, and reads the words of each but once."""

    @cache
    def told(step: Step) -> tuple[str, tuple[Evidence, ...]]:
        names = {node.id: _short(node) for node in store.nodes([step.source, step.target])}
        phrase = vocabulary().types[step.type].phrase
        sentence = f"{names[step.source]} {phrase} {names[step.target]}"
        return sentence, evidence_of(store, step)

    return lambda number, step: Hop(number, step.source, step.type, step.target, *told(step))


def _short(node: Node) -> str:
    return str(node.properties.get("acronym", node.name))


def _connections(search: Search, source: str, target: str, max_hops: int | None) -> Iterator[str]:
    """What would connect two things that are not: more hops, other types, what no text states."""
    every = _search(search.store, (), (), search.inferred, weak=False)
    if max_hops is not None and (steps := next(shortest(search, source, target), None)):
        yield f"a path of {_counted(steps)}, more than the {max_hops} asked for"
    if every != search and (steps := next(shortest(every, source, target), None)):
        types = dict.fromkeys(step.type for step in steps if step.type not in search.types)
        yield f"a path of {_counted(steps)} that runs over {', '.join(types)} too"
    yield from _weak_links(search, source, target)
    if not search.inferred:
        yield from _inferred_links(search._replace(inferred=True), source, target)
    yield from _shared_documents(search.store, source, target)


def _counted(steps: Sequence[Step]) -> str:
    return "1 hop" if len(steps) == 1 else f"{len(steps)} hops"


def _weak_links(search: Search, source: str, target: str) -> Iterator[str]:
    """A path over weak relationships too, where nothing else connects the two."""
    loosely = Search(search.store, followed(), search.inferred)
    steps = next(shortest(loosely, source, target), ())
    types = dict.fromkeys(step.type for step in steps if is_weak(step.type, step.source))
    if types:
        yield f"a path of {_counted(steps)} over weak relationships ({', '.join(types)}): --weak"


def _inferred_links(search: Search, source: str, target: str) -> Iterator[str]:
    hop = _teller(search.store)
    for step in next(shortest(search, source, target), ()):
        told = hop(0, step)
        if told.inferred:
            yield f"a relationship that no text states: {told.sentence}"


def _shared_documents(store: Store, *ends: str) -> Iterator[str]:
    weak = vocabulary().of_kind("weak")
    near = [
        {end, *(step.target for step in store.steps([end], weak) if step.source == end)}
        for end in ends
    ]
    for node in store.nodes(set.intersection(*near), label="Document"):
        yield f"a document: {node.properties.get('file', node.name)} names both"
