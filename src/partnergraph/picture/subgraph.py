"""The part of a graph that a picture shows."""

from collections.abc import Iterable
from typing import NamedTuple

from partnergraph.errors import UsageError
from partnergraph.records.model import Node
from partnergraph.store.part import within
from partnergraph.store.protocol import Store

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
    """Nodes by id, and which document says what links them; any where it is None.

    `part` says which part of the graph this is, where links that exist may be missing.
    """

    nodes: list[Node]
    document: str | None = None
    part: str = ""


def subgraph(store: Store, scope: Scope) -> Subgraph:
    """What a scope holds. Raises UsageError for more than a page can show."""
    if scope == Scope(scope.centres):
        _check_size(store, _size(store))
    document, whole = scope.document, scope.hops is None and scope.topic is None
    ids, part = (None, "") if whole else _ids(store, scope)
    if document is not None:
        ids = _linked_by(store, document, ids) | {document}
        said = f"what {_name(store, document)} says"
        part = f"{said} of {part}" if part else said
    nodes = list(store.nodes(None if ids is None else ids.union(scope.centres)))
    _check_size(store, len(nodes))
    return Subgraph(nodes, document, part)


def scope_around(store: Store, ids: Iterable[str]) -> Scope:
    """The whole graph where a page can show it, else what is one link from these things."""
    return Scope() if _size(store) <= MOST_NODES else Scope(tuple(dict.fromkeys(ids)), 1)


def _size(store: Store) -> int:
    return sum(store.counts()["nodes"].values())


def _check_size(store: Store, count: int) -> None:
    if count > MOST_NODES:
        raise UsageError(
            store.name,
            f"{count:,} things are too many for one page",
            "name a centre with fewer --hops, a --topic or a --document",
        )


def _linked_by(store: Store, document: str, ids: Iterable[str] | None) -> set[str]:
    """The ends of what a document says, of all nodes or among some."""
    ends = [node.id for node in store.nodes()] if ids is None else list(ids)
    links = store.links({id: place for place, id in enumerate(ends)}, document)
    return {ends[end] for link in links for end in (link.source, link.target)}


def _ids(store: Store, scope: Scope) -> tuple[set[str], str]:
    if scope.topic is not None:
        ids = _within(store, scope.topic)
        hops = 1 if scope.hops is None else scope.hops
        part = f"what stands under {_name(store, scope.topic)}"
        part += f", and what is within {_links(hops)} of that" if hops else ""
        reached = within(store, ids, hops)
    else:
        part = f"what is within {_links(scope.hops or 0)} of {_name(store, *scope.centres)}"
        reached = within(store, scope.centres, scope.hops or 0)
    return reached | _documents(store, reached), part


def _within(store: Store, whole: str) -> set[str]:
    inside, new = {whole}, {whole}
    while new:
        steps = store.steps(sorted(new), _INTO, inferred=True)
        new = {step.source for step in steps if step.target in inside} - inside
        inside |= new
    return inside


def _documents(store: Store, ids: set[str]) -> set[str]:
    return {step.target for step in store.steps(sorted(ids), ("RECORDED_IN",), inferred=True)}


def _links(count: int) -> str:
    return "1 link" if count == 1 else f"{count} links"


def _name(store: Store, *ids: str) -> str:
    return " and ".join(str(n.properties.get("acronym", n.name)) for n in store.nodes(ids))
