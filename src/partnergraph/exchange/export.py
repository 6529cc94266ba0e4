"""The graph as one file that others read: JSON Lines, GraphML, GEXF, node-link JSON, Turtle."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from partnergraph.errors import UsageError
from partnergraph.exchange import jsonl
from partnergraph.exchange.gexf import gexf
from partnergraph.exchange.graphml import graphml
from partnergraph.exchange.turtle import turtle
from partnergraph.store.protocol import Store

if TYPE_CHECKING:
    import networkx


def _nobody(said: str) -> None:
    """Hears nothing of it."""


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


def write(store: Store, format: str, file: TextIO, told: Callable[[str], None] = _nobody) -> None:
    """Write the graph as one file; `told` hears what of it the format could not hold.

    Raises UsageError for a format that is none of WRITERS.
    """
    if format not in WRITERS:
        known = ", ".join([*WRITERS, "csv"])
        raise UsageError(format, "no such export format", f"use one of {known}")
    for part in WRITERS[format](store, told):
        file.write(part)


def _json_lines(store: Store, told: Callable[[str], None]) -> Iterator[str]:
    return jsonl.lines(store)


def _node_link(store: Store, told: Callable[[str], None]) -> Iterator[str]:
    import networkx

    data = networkx.node_link_data(to_networkx(store), edges="edges")
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[str, Callable[[Store, Callable[[str], None]], Iterator[str]]] = {
    "jsonl": _json_lines,
    "graphml": graphml,
    "gexf": gexf,
    "json": _node_link,
    "ttl": turtle,
}
