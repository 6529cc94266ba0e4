"""The part of a graph that a picture shows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from partnergraph.errors import UsageError
from partnergraph.model import Edge, Node
from partnergraph.store.protocol import Store
from partnergraph.vocabulary import vocabulary

MOST_NODES = 120_000
_INTO = ("UNDER", "PART_OF")


class Scope(NamedTuple):
    """What to show: all, or what lies around `centres`, within `topic`, or said by `document`.

    All three are ids; `hops` counts the links from a centre and is None for no bound.
    """

    centres: tuple[str, ...] = ()
    hops: int | None = None
    document: str | None = None
    topic: str | None = None


class Subgraph(NamedTuple):
    """Nodes by id and relationships by (type, source, target), both ends of each among the nodes.

    `part` says which part of the graph this is, where links that exist may be missing.
    """

    nodes: list[Node]
    edges: list[Edge]
    part: str = ""


def subgraph(store: Store, scope: Scope) -> Subgraph:
    """What a scope holds. Raises UsageError for more than a page can show."""
    if scope == Scope(scope.centres):
        _check_size(store, _size(store))
    whole = scope.hops is None and scope.topic is None
    found = _all(store, scope) if whole else _part(store, scope)
    _check_size(store, len(found.nodes))
    return found


def scope_around(store: Store, ids: Iterable[str]) -> Scope:
    """The whole graph where a page can show it, else what is one link from these things."""
    return Scope() if _size(store) <= MOST_NODES else Scope(tuple(dict.fromkeys(ids)), 1)


def _all(store: Store, scope: Scope) -> Subgraph:
    edges = list(_said_by(store.edges(), scope.document))
    part = f"what {_name(store, scope.document)} says" if scope.document else ""
    return Subgraph(_nodes(store, edges, scope), edges, part)


def _part(store: Store, scope: Scope) -> Subgraph:
    ids, part = _ids(store, scope)
    touching = store.edges(sorted(ids))
    inside = (edge for edge in touching if edge.source in ids and edge.target in ids)
    edges = list(_said_by(inside, scope.document))
    return Subgraph(_nodes(store, edges, scope, ids), edges, part)


def _size(store: Store) -> int:
    return sum(store.counts()["nodes"].values())


def _check_size(store: Store, count: int) -> None:
    if count > MOST_NODES:
        raise UsageError(
            store.name,
            f"{count:,} things are too many for one page",
            "name a centre with fewer --hops, a --topic or a --document",
        )


def _said_by(edges: Iterable[Edge], document: str | None) -> Iterable[Edge]:
    return edges if document is None else _only(edges, document)


def _only(edges: Iterable[Edge], document: str) -> Iterator[Edge]:
    for edge in edges:
        if kept := tuple(item for item in edge.evidence if item.document == document):
            yield edge._replace(evidence=kept)


def _nodes(
    store: Store, edges: Iterable[Edge], scope: Scope, ids: set[str] | None = None
) -> list[Node]:
    if scope.document is None and ids is None:
        return list(store.nodes())
    if scope.document is not None:
        ids = {end for edge in edges for end in (edge.source, edge.target)}
    return list(store.nodes(sorted({*(ids or ()), *scope.centres})))


def _ids(store: Store, scope: Scope) -> tuple[set[str], str]:
    strong = tuple(name for name, type in vocabulary().types.items() if type.kind != "weak")
    if scope.topic is not None:
        ids = _within(store, scope.topic)
        part = f"what stands under {_name(store, scope.topic)}, and what is linked with it"
        reached = _around(store, ids, strong, 1 if scope.hops is None else scope.hops)
    else:
        links = "1 link" if scope.hops == 1 else f"{scope.hops} links"
        part = f"what is within {links} of {_name(store, *scope.centres)}"
        reached = _around(store, set(scope.centres), strong, scope.hops or 0)
    return reached | _documents(store, reached), part


def _within(store: Store, whole: str) -> set[str]:
    inside, new = {whole}, {whole}
    while new:
        steps = store.steps(sorted(new), _INTO, inferred=True)
        new = {step.source for step in steps if step.target in inside} - inside
        inside |= new
    return inside


def _around(store: Store, ids: set[str], types: tuple[str, ...], hops: int) -> set[str]:
    reached, new = set(ids), set(ids)
    for _ in range(hops):
        steps = store.steps(sorted(new), types, inferred=True)
        new = {end for step in steps for end in (step.source, step.target)} - reached
        reached |= new
    return reached


def _documents(store: Store, ids: set[str]) -> set[str]:
    return {step.target for step in store.steps(sorted(ids), ("RECORDED_IN",), inferred=True)}


def _name(store: Store, *ids: str) -> str:
    return " and ".join(str(n.properties.get("acronym", n.name)) for n in store.nodes(ids))
