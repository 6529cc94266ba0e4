"""The graph as the CSV files of `neo4j-admin database import full`, for first loads of millions.

They make the graph that `partnergraph push` makes, so that a push can go on from there.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from partnergraph.errors import UsageError
from partnergraph.exchange.folders import filling, written
from partnergraph.neo4j.model import (
    edge_properties,
    labels_of,
    node_properties,
    sources_of,
)
from partnergraph.store.protocol import Store

SEPARATOR = "\x1f"
_SHOWN = 60
# What neo4j-admin reads at once unless told otherwise; a value that is longer ends its import.
_BUFFER = 4_194_304
_BYTES = 4
_KINDS = {str: "string", bool: "boolean", int: "long", float: "double"}


class File(NamedTuple):
    """A file that was written, and the characters of its longest value."""

    name: str
    longest: int


Record = tuple[list[str | None], Mapping[str, Any]]


def write_csv(store: Store, folder: Path) -> str:
    """Write the files `neo4j-admin database import full` takes; its command line.

    One file a label and one a type, each with a typed header. Lists are separated by U+001F.
    A property has one kind in a file: whole numbers and fractions together are fractions, any
    other mixture is text; a list without a text is left out, until the next push. Raises
    UsageError for a folder that holds anything, and for a list with U+001F in one of its texts.
    The command line asks for a larger read buffer where a value needs one.
    """
    with filling(folder) as place:
        return write_files(store, place)


def write_files(store: Store, place: Path) -> str:
    """The same into a folder that is there, whatever else it holds."""
    nodes = [_node_file(store, place, label) for label in store.counts()["nodes"]]
    edges = [_edge_file(store, place, type) for type in store.counts()["edges"]]
    command = _command(nodes, edges)
    with written(place / "import.sh") as file:
        file.write(f"#!/bin/sh\n{command}\n")
    return command


def _node_file(store: Store, folder: Path, label: str) -> File:
    sources = sources_of(store, label)

    def records() -> Iterator[Record]:
        for node in store.nodes(label=label):
            properties = {**node_properties(node), **sources(node.id)}
            yield [properties.pop("id"), SEPARATOR.join(labels_of(node))], properties

    return _write(folder / f"nodes-{label}.csv", ["id:ID", ":LABEL"], records)


def _edge_file(store: Store, folder: Path, type: str) -> File:
    def records() -> Iterator[Record]:
        for edge in store.edges(types=[type]):
            yield [edge.source, edge.target, type], edge_properties(edge)

    return _write(folder / f"edges-{type}.csv", [":START_ID", ":END_ID", ":TYPE"], records)


def _write(path: Path, ends: list[str], records: Callable[[], Iterator[Record]]) -> File:
    """Write records, read once for their kinds and once for their values."""
    kinds: dict[str, str] = {}
    for _, properties in records():
        for key, value in properties.items():
            kinds[key] = _wider(kinds.get(key), _kind(value))
    keys, longest = sorted(kinds), 0
    with written(path) as file:
        file.write(_line([*ends, *(f"{key}:{kinds[key]}" for key in keys)]))
        for fixed, properties in records():
            cells = [*fixed, *(_cell(properties.get(key)) for key in keys)]
            longest = max(longest, *(len(cell or "") for cell in cells))
            file.write(_line(cells))
    return File(path.name, longest)


def _kind(value: Any) -> str:
    if isinstance(value, list):
        return f"{_KINDS[type(value[0])] if value else 'string'}[]"
    return _KINDS[type(value)]


def _wider(one: str | None, other: str) -> str:
    """The kind that holds the values of both: numbers together, else text."""
    if one in (None, other):
        return other
    return "double" if {one, other} == {"long", "double"} else "string"


def _line(cells: list[str | None]) -> str:
    """A line of CSV. A cell without a value stays empty, a text never does."""
    quoted = ("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in cells)
    return ",".join(quoted) + "\n"


def _cell(value: Any) -> str | None:
    if isinstance(value, list):
        return SEPARATOR.join(_item(str(item)) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _item(text: str) -> str:
    if SEPARATOR in text:
        what = "this text of a list holds U+001F, which separates lists in CSV"
        raise UsageError(repr(text[:_SHOWN]), what, "take it out of its source, or push instead")
    return text


def _command(nodes: list[File], edges: list[File]) -> str:
    buffer = _BYTES * max((file.longest for file in (*nodes, *edges)), default=0)
    parts = [
        "neo4j-admin database import full neo4j --overwrite-destination",
        "--multiline-fields=true --array-delimiter=U+001F",
        *([f"--read-buffer-size={buffer}"] if buffer > _BUFFER else []),
        *(f"--nodes=./{file.name}" for file in nodes),
        *(f"--relationships=./{file.name}" for file in edges),
    ]
    return " ".join(parts)
