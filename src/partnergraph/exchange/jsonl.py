"""JSON Lines: the graph as text, the same bytes for the same graph, and back again."""

import json
from collections.abc import Iterator
from itertools import count, groupby
from pathlib import Path
from typing import Any, BinaryIO, cast

from partnergraph.errors import ReadError
from partnergraph.records.model import Edge, Evidence, Node, Value
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.intake import Intake
from partnergraph.store.protocol import Store
from partnergraph.store.rows import plain
from partnergraph.store.writer import Writer

LONGEST = 16_000_000


def lines(store: Store) -> Iterator[str]:
    """Every node by id, then every relationship by type, source, target and qualifiers."""
    for node in store.nodes():
        yield _line("node", node_record(node))
    for edge in store.edges():
        yield _line("edge", edge_record(edge))


def node_record(node: Node) -> dict[str, Any]:
    """A node as JSON: id, label and name, then its properties by name."""
    return {
        "id": node.id,
        "label": node.label,
        "name": node.name,
        **dict(sorted(node.properties.items())),
    }


def edge_record(edge: Edge) -> dict[str, Any]:
    """A relationship as JSON: type and ends, its properties by name, its evidence."""
    evidence = [item.record() for item in edge.evidence]
    ends = {"type": edge.type, "source": edge.source, "target": edge.target}
    return {**ends, **dict(sorted(edge.properties.items())), "evidence": evidence}


def _line(kind: str, record: dict[str, Any]) -> str:
    return json.dumps({kind: record}, ensure_ascii=False) + "\n"


def load(path: Path, writer: Writer) -> tuple[int, int]:
    """Take a graph as it is; how many nodes and relationships it has.

    What it says of a document takes the place of what was known of that document.
    Raises ReadError for a line that is no node or relationship of the vocabulary.
    """
    intake = Intake(writer, path)
    with path.open("rb") as file:
        for kind, records in groupby(_records(path, file), key=type):
            if kind is Edge:
                intake.edges(cast("Iterator[Edge]", records))
            elif intake.edge_count:
                raise ReadError(str(path), "a node stands behind a relationship", "put nodes first")
            else:
                intake.nodes(cast("Iterator[Node]", records))
    intake.finish()
    return intake.node_count, intake.edge_count


def _records(path: Path, file: BinaryIO) -> Iterator[Node | Edge]:
    for number in count(1):
        raw = file.readline(LONGEST + 1)
        if not raw:
            return
        if len(raw) > LONGEST:
            raise ReadError(f"{path}: line {number}", "the line is too long", "check the file")
        if raw.strip():
            yield _record(raw, f"{path}: line {number}")


def _record(raw: bytes, where: str) -> Node | Edge:
    try:
        record = json.loads(raw.removeprefix(b"\xef\xbb\xbf").decode())
        if b"\\ud" in raw.lower():
            json.dumps(record, ensure_ascii=False).encode()
        match record:
            case {"node": {"id": str(), "label": str(), "name": str()} as node}:
                return _node(node, where)
            case {"edge": {"type": str(), "source": str(), "target": str()} as edge}:
                return _edge(edge, where)
    except (UnicodeError, ValueError, RecursionError):
        raise ReadError(where, "this is not JSON in UTF-8", _TODO) from None
    raise ReadError(where, "this is no node and no edge", _TODO)


_TODO = "write it as partnergraph export jsonl does"


def _node(record: dict[str, Any], where: str) -> Node:
    if record["label"] not in vocabulary().labels:
        raise ReadError(where, f"no such label: {record['label']}", _TODO)
    properties = _properties(record, ("id", "label", "name"), where)
    return Node(record["id"], record["label"], record["name"], properties)


def _edge(record: dict[str, Any], where: str) -> Edge:
    if record["type"] not in vocabulary().types:
        raise ReadError(where, f"no such relationship type: {record['type']}", _TODO)
    told = record.get("evidence")
    evidence = tuple(_evidence(item, where) for item in (told if isinstance(told, list) else ()))
    if not evidence:
        raise ReadError(where, "a relationship without evidence", _TODO)
    properties = _properties(record, ("type", "source", "target", "evidence"), where)
    return Edge(record["type"], record["source"], record["target"], evidence, properties)


def _evidence(item: Any, where: str) -> Evidence:
    match item:
        case {
            "document": str(document),
            "locator": str(locator),
            "quote": str(quote),
            "method": str(method),
            "basis": "stated" | "inferred" as basis,
        }:
            cue, cue_locator = item.get("cue", ""), item.get("cue_locator", "")
            if isinstance(cue, str) and isinstance(cue_locator, str):
                return Evidence(document, locator, quote, method, basis, cue, cue_locator)
    needs = (
        "evidence needs the texts document, locator, quote, method and basis (stated or inferred)"
    )
    raise ReadError(where, needs, _TODO)


def _properties(record: dict[str, Any], but: tuple[str, ...], where: str) -> dict[str, Value]:
    properties = {key: plain(value) for key, value in record.items() if key not in but}
    for key, value in properties.items():
        items = value if isinstance(value, tuple) else (value,)
        kinds = (str,) if isinstance(value, tuple) else (str, int, float, bool)
        if not all(isinstance(item, kinds) for item in items):
            raise ReadError(where, f"{key} is no text, number, truth or list of texts", _TODO)
    return properties
