"""How the graph stands in Neo4j: labels, and properties of nodes and relationships.

A node carries our own label, its kind, and Stakeholder where it can act; its properties are those
of JSON Lines and `forms`, every name it can be found by, folded. A loaded Document also carries
what was read: `source_genres`, what was skipped, and its lines. A relationship carries its
properties, `stated`, and its evidence as parallel lists; `key` where its type has qualifiers.
"""

from collections.abc import Callable, Mapping, Set
from typing import Any

from partnergraph.errors import UsageError
from partnergraph.records.model import Edge, Evidence, Node, Value, forms, is_stated
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Loaded, Store
from partnergraph.store.rows import acts, qualifiers

OWN_LABEL = "Partnergraph"
STAKEHOLDER = "Stakeholder"
SKIPPED = ("locator", "text", "reason")
MARK = "|"

NODE_EXTRAS: Mapping[str, str] = {
    "forms": "every name it can be found by, folded, each between two `|`",
    "source_genres": "Document: the genres it was read as",
    **{f"source_skipped_{field}": f"Document: {field} of what was skipped" for field in SKIPPED},
    "source_lines": "Document: its lines",
    "source_places": "Document: where they stand",
}
EDGE_EVIDENCE = {
    "stated": "whether a text states it",
    **{f"evidence_{field}": f"the {field} of each evidence" for field in Evidence._fields},
}
EDGE_EXTRAS: Mapping[str, str] = {
    **EDGE_EVIDENCE,
    "key": "where its type has qualifiers: those that identify it, as JSON",
}


def labels_of(node: Node) -> list[str]:
    """A node's labels in Neo4j: our own, its kind, and Stakeholder where it can act."""
    return [OWN_LABEL, node.label, *([STAKEHOLDER] if acts(node) else [])]


def node_properties(node: Node) -> dict[str, Any]:
    """A node's properties in Neo4j. Raises UsageError where it has one by a name of ours."""
    found = "".join(f"{form}{MARK}" for form in forms(node))
    own = {"id": node.id, "name": node.name, "forms": MARK + found}
    return {**_plain(node.id, node.properties, NODE_EXTRAS.keys()), **own}


def sources_of(store: Store, label: str) -> Callable[[str], dict[str, Any]]:
    """What gives, by id, what the nodes of a label carry of the file they were read from."""
    loaded = {item.document.id: item for item in store.loaded()} if label == "Document" else {}
    return lambda document: _source(store, loaded[document]) if document in loaded else {}


def _source(store: Store, loaded: Loaded) -> dict[str, Any]:
    skipped = store.skipped(loaded.document.id)
    lists = {
        f"source_skipped_{field}": [getattr(item, field) for item in skipped] for field in SKIPPED
    }
    found = {"source_genres": list(loaded.genres), **lists}
    if (lines := store.lines(loaded.document.id)) is not None:
        found["source_places"] = [place for place, _ in lines]
        found["source_lines"] = [text for _, text in lines]
    return found


def edge_properties(edge: Edge) -> dict[str, Any]:
    """A relationship's properties in Neo4j. Raises UsageError as node_properties does."""
    stated, *lists = edge_evidence(edge)
    own = dict(zip(EDGE_EVIDENCE, [stated, *map(list, lists)], strict=True))
    if vocabulary().types[edge.type].key:
        own["key"] = qualifiers(edge)
    where = f"{edge.source} {edge.type} {edge.target}"
    return {**_plain(where, edge.properties, EDGE_EXTRAS.keys()), **own}


def edge_evidence(edge: Edge) -> list[Any]:
    """The values of EDGE_EVIDENCE."""
    return [is_stated(edge.evidence), *zip(*edge.evidence, strict=True)]


def _plain(where: str, properties: Mapping[str, Value], taken: Set[str]) -> dict[str, Any]:
    for key in sorted(properties.keys() & taken):
        what = f"in Neo4j the name of its property {key} means something else"
        raise UsageError(where, what, "rename it in its source and load that again")
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()
    }
