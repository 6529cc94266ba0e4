"""The graph as the CSV files of `neo4j-admin database import full`, for first loads of millions."""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from partnergraph.errors import UsageError
from partnergraph.model import Edge, Node, Value
from partnergraph.store.protocol import Store
from partnergraph.store.rows import acts
from partnergraph.vocabulary import vocabulary

OWN_LABEL = "Partnergraph"
SEPARATOR = "\x1f"
_NEO4J = {
    "text": "string",
    "list": "string[]",
    "integer": "long",
    "number": "double",
    "boolean": "boolean",
}
_EVIDENCE = ("document", "locator", "quote", "method", "basis")


def write_csv(store: Store, folder: Path) -> str:
    """Write the files `neo4j-admin database import full` takes; its command line.

    One file a label and one a type, each with a typed header. Lists are separated by U+001F.
    Raises UsageError for a folder that holds anything.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise UsageError(str(folder), "the folder is not empty", "name a new one with -o")
    nodes = [_node_file(store, folder, label) for label in store.counts()["nodes"]]
    edges = [_edge_file(store, folder, type) for type in store.counts()["edges"]]
    command = _command(nodes, edges)
    (folder / "import.sh").write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    return command


def _node_file(store: Store, folder: Path, label: str) -> str:
    kinds = {"name": "text", **vocabulary().labels[label].properties, "aliases": "list"}
    header = ["id:ID", ":LABEL", *(f"{key}:{_NEO4J[kind]}" for key, kind in kinds.items())]
    with _opened(folder / f"nodes-{label}.csv", header) as write_row:
        for node in store.nodes(label=label):
            values = {"name": node.name, **node.properties}
            write_row(
                [node.id, SEPARATOR.join(labels_of(node)), *(_cell(values.get(k)) for k in kinds)]
            )
    return f"nodes-{label}.csv"


def labels_of(node: Node) -> list[str]:
    """A node's labels in Neo4j: our own, its kind, and Stakeholder where it can act."""
    return [OWN_LABEL, node.label, *(["Stakeholder"] if acts(node) else [])]


def _edge_file(store: Store, folder: Path, type: str) -> str:
    kinds = vocabulary().types[type].properties
    lists = [f"evidence_{field}:string[]" for field in _EVIDENCE]
    own = [f"{key}:{_NEO4J[kind]}" for key, kind in kinds.items()]
    with _opened(
        folder / f"edges-{type}.csv",
        [":START_ID", ":END_ID", ":TYPE", *own, "stated:boolean", *lists],
    ) as write_row:
        for edge in store.edges(types=[type]):
            write_row([edge.source, edge.target, type, *_edge_cells(edge, kinds)])
    return f"edges-{type}.csv"


def _edge_cells(edge: Edge, kinds: Iterable[str]) -> list[str]:
    stated = any(item.basis == "stated" for item in edge.evidence)
    lists = (SEPARATOR.join(getattr(item, field) for item in edge.evidence) for field in _EVIDENCE)
    own = (_cell(edge.properties.get(key)) for key in kinds)
    return [*own, str(stated).lower(), *lists]


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


@contextmanager
def _opened(path: Path, header: list[str]) -> Iterator[Callable[[list[str]], Any]]:
    with path.open("w", encoding="utf-8", newline="") as file:
        write_row = csv.writer(file).writerow
        write_row(header)
        yield write_row


def _command(nodes: list[str], edges: list[str]) -> str:
    parts = [
        "neo4j-admin database import full neo4j --overwrite-destination",
        "--multiline-fields=true --array-delimiter=U+001F",
        *(f"--nodes={name}" for name in nodes),
        *(f"--relationships={name}" for name in edges),
    ]
    return " ".join(parts)
