"""The graph in the formats others read: JSON Lines, GraphML, GEXF, node-link JSON."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from partnergraph import jsonl
from partnergraph.errors import UsageError
from partnergraph.store.protocol import Store

if TYPE_CHECKING:
    import networkx


def to_networkx(store: Store) -> "networkx.MultiDiGraph[str]":
    """The graph as networkx knows it: nodes by id, relationships keyed by their type.

    A node carries label, name and its properties; a relationship its type, qualifiers and
    `evidence`, a list of dicts.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in store.nodes():
        record = jsonl.node_record(node)
        graph.add_node(record.pop("id"), **record)
    for edge in store.edges():
        record = jsonl.edge_record(edge)
        graph.add_edge(record.pop("source"), record.pop("target"), **record)
    return graph


def write(store: Store, format: str, file: TextIO) -> None:
    """Write the graph as one file. Raises UsageError for a format that is none of WRITERS."""
    if format not in WRITERS:
        known = ", ".join([*WRITERS, "csv"])
        raise UsageError(format, "no such export format", f"use one of {known}")
    for part in WRITERS[format](store):
        file.write(part)


def _graphml(store: Store) -> Iterator[str]:
    import networkx

    for line in networkx.generate_graphml(_flat(to_networkx(store))):
        yield line + "\n"


def _gexf(store: Store) -> Iterator[str]:
    import networkx

    graph = _flat(to_networkx(store))
    for _, data in graph.nodes(data=True):
        data["type"] = data.pop("label")
        data["label"] = data.pop("name")
    for _, _, data in graph.edges(data=True):
        data["label"] = data.pop("type")
    for line in networkx.generate_gexf(graph):
        yield line + "\n"


def _node_link(store: Store) -> Iterator[str]:
    import networkx

    data = networkx.node_link_data(to_networkx(store), edges="edges")
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[str, Callable[[Store], Iterator[str]]] = {
    "jsonl": jsonl.lines,
    "graphml": _graphml,
    "gexf": _gexf,
    "json": _node_link,
}


def _flat(graph: "networkx.MultiDiGraph[str]") -> "networkx.MultiDiGraph[str]":
    """GraphML and GEXF know no lists: aliases become one text, evidence one line each."""
    for _, data in graph.nodes(data=True):
        data.update({key: _joined(value) for key, value in data.items()})
    for _, _, data in graph.edges(data=True):
        data["evidence"] = "\n".join(
            f"{item['document']} {item['locator']} ({item['basis']}): {item['quote']}"
            for item in data["evidence"]
        )
    return graph


def _joined(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, (list, tuple)) else _printable(value)


def _printable(value: Any) -> Any:
    """XML 1.0 has no room for control characters."""
    if isinstance(value, str):
        return "".join(c for c in value if c >= " " or c in "\t\n\r")
    return value
