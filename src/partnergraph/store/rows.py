"""Between records and rows: properties as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from partnergraph.records.model import Edge, Node, Value
from partnergraph.records.vocabulary import vocabulary

_NOTHING = "{}"


def to_json(properties: Mapping[str, Value]) -> str:
    """Properties as JSON text, the same for the same properties."""
    if not properties:
        return _NOTHING
    return json.dumps(properties, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> dict[str, Value]:
    """Properties from JSON text; its lists become tuples."""
    if text == _NOTHING:
        return {}
    return {key: plain(value) for key, value in json.loads(text).items()}


def plain(value: Any) -> Value:
    """A JSON value as the model keeps it."""
    return tuple(value) if isinstance(value, list) else value


def acts(node: Node) -> bool:
    """Whether a node is a stakeholder."""
    return vocabulary().is_stakeholder(node.label, node.properties.get("kind"))


def qualifiers(edge: Edge) -> str:
    """The properties that tell an edge from another of its type between the same ends."""
    key = {
        name: edge.properties[name]
        for name in vocabulary().types[edge.type].key
        if name in edge.properties
    }
    return to_json(key) if key else ""
