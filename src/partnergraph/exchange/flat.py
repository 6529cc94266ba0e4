"""Nodes and relationships as flat records: what formats know that have no lists and no nesting.

A list becomes one text, its items joined by `; `; the evidence of a relationship one text with a
line for each. What a format says itself (a node's `name`, a relationship's `type`) comes before a
property of the same name, which gets a `_` behind its own.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from partnergraph.records.model import Edge, Evidence, Scalar, Value
from partnergraph.store.protocol import Store

_LONG = 2**63


class Thing(NamedTuple):
    """A node: its name is its label for people, its kind stands among its values as `type`."""

    id: str
    label: str
    values: Mapping[str, Scalar]


class Link(NamedTuple):
    """A relationship with an id of its own, the same for the same graph."""

    id: str
    source: str
    target: str
    label: str
    values: Mapping[str, Scalar]


def things(store: Store) -> Iterator[Thing]:
    """All nodes by id."""
    for node in store.nodes():
        own = {"type": node.label, "name": node.name}
        yield Thing(node.id, node.name, own | _flat(node.properties, own))


def links(store: Store) -> Iterator[Link]:
    """All relationships in the order of the store, numbered from 0."""
    for number, edge in enumerate(store.edges()):
        own = {"type": edge.type, "evidence": _said(edge)}
        values = own | _flat(edge.properties, own)
        yield Link(f"e{number}", edge.source, edge.target, edge.type, values)


def _said(edge: Edge) -> str:
    return "\n".join(map(line_of, edge.evidence))


def line_of(evidence: Evidence) -> str:
    """An evidence as one line: the document, the place, the basis, the words."""
    return f"{evidence.document} {evidence.locator} ({evidence.basis}): {evidence.quote}"


def _flat(properties: Mapping[str, Value], taken: Mapping[str, Scalar]) -> dict[str, Scalar]:
    return {
        f"{key}_" if key in taken else key: "; ".join(value) if isinstance(value, tuple) else value
        for key, value in sorted(properties.items())
    }


def kinds_of(records: Iterable[Thing | Link]) -> dict[str, str]:
    """The kind that holds all values of each property, by name: boolean, long, double or string.

    >>> mixed = [Thing("a", "A", {"number": 5}), Thing("b", "B", {"number": "10.7"})]
    >>> kinds_of(mixed), kinds_of(mixed[:1])
    ({'number': 'string'}, {'number': 'long'})
    """
    kinds: dict[str, str] = {}
    for record in records:
        for key, value in record.values.items():
            kinds[key] = _wider(kinds.get(key), _kind(value))
    return dict(sorted(kinds.items()))


def _kind(value: Scalar) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long" if -_LONG <= value < _LONG else "string"
        case float():
            return "double" if math.isfinite(value) else "string"
        case _:
            return "string"


def _wider(one: str | None, other: str) -> str:
    if one in (None, other):
        return other
    return "double" if {one, other} == {"long", "double"} else "string"


def as_text(value: Scalar) -> str:
    """A value as these formats write it.

    >>> as_text(True), as_text(0.5), as_text("x")
    ('true', '0.5', 'x')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)
