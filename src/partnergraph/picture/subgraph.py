"""The part of a graph that a picture shows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from partnergraph.errors import UsageError
from partnergraph.records.model import Node
from partnergraph.store.part import within
from partnergraph.store.protocol import Store

MOST_NODES = 120_000
_INTO = ("UNDER", "PART_OF")
_AT = ("LOCATED_IN",)


class Scope(NamedTuple):
    """What to show: all, or what lies around `centres`, is under `topics`, is in `countries`, or
    is said by `documents`.

    All are ids; `hops` counts the links from a centre and is None for no bound.
    """

    centres: tuple[str, ...] = ()
    hops: int | None = None
    documents: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    @property
    def wholes(self) -> tuple[str, ...]:
        """What holds all that is asked for: topics and countries."""
        return self.topics + self.countries


class Subgraph(NamedTuple):
    """Nodes by id, and which documents say what links them; any where there is none.

    `part` says which part of the graph this is, where links that exist may be missing.
    """

    nodes: list[Node]
    documents: tuple[str, ...] = ()
    part: str = ""


def subgraph(store: Store, scope: Scope) -> Subgraph:
    """What a scope holds. Raises UsageError for more than a page can show."""
    if scope == Scope(scope.centres):
        _check_size(store, _size(store))
    documents, whole = scope.documents, scope.hops is None and not scope.wholes
    ids, part = (None, "") if whole else _ids(store, scope)
    if documents:
        ids = _linked_by(store, documents, ids) | {*documents}
        said = f"what {_name(store, *documents)} {'say' if len(documents) > 1 else 'says'}"
        part = f"{said} of {part}" if part else said
    nodes = list(store.nodes(None if ids is None else ids.union(scope.centres)))
    _check_size(store, len(nodes))
    return Subgraph(nodes, documents, part)


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
            "name a centre with fewer --hops, a --topic, a --country or a --document",
        )


def _linked_by(store: Store, documents: tuple[str, ...], ids: Iterable[str] | None) -> set[str]:
    """The ends of what documents say, of all nodes or among some."""
    ends = [node.id for node in store.nodes()] if ids is None else list(ids)
    links = store.links({id: place for place, id in enumerate(ends)}, documents)
    return {ends[end] for link in links for end in (link.source, link.target)}


def _ids(store: Store, scope: Scope) -> tuple[set[str], str]:
    if scope.wholes:
        held = [
            (said, wholes, _within(store, wholes, types))
            for said, wholes, types in (
                ("under", scope.topics, _INTO),
                ("in", scope.countries, _AT),
            )
            if wholes
        ]
        hops = 1 if scope.hops is None else scope.hops
        places = [f"is {said} {_name(store, *wholes)}" for said, wholes, _ in held]
        part = f"what {' and '.join(places)}"
        part += f", and what is within {_links(hops)} of that" if hops else ""
        reached = within(store, set.intersection(*(ids for _, _, ids in held)), hops)
    else:
        part = f"what is within {_links(scope.hops or 0)} of {_name(store, *scope.centres)}"
        reached = within(store, scope.centres, scope.hops or 0)
    return reached | _documents(store, reached), part


def _within(store: Store, wholes: Iterable[str], types: Sequence[str]) -> set[str]:
    inside, new = {*wholes}, {*wholes}
    while new:
        steps = store.steps(sorted(new), types, inferred=True)
        new = {step.source for step in steps if step.target in inside} - inside
        inside |= new
    return inside


def _documents(store: Store, ids: set[str]) -> set[str]:
    return {step.target for step in store.steps(sorted(ids), ("RECORDED_IN",), inferred=True)}


def _links(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"


def _name(store: Store, *ids: str) -> str:
    return " and ".join(str(n.properties.get("acronym", n.name)) for n in store.nodes(ids))
