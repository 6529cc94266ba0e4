"""Claims that anybody makes: JSON Lines as `export jsonl` writes them, ends being ids or names."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from partnergraph.errors import ReadError
from partnergraph.records.model import Basis, Edge, Evidence, Node, Value
from partnergraph.records.vocabulary import vocabulary

LONGEST = 16_000_000
"""Bytes of a line: a node with the longest text that is loaded stays far below."""
_TODO = "write it as partnergraph export jsonl does"


@dataclass(frozen=True, slots=True)
class Claim:
    """One evidence of a relationship: the line of CLAIMS, the relationship, what it rests on.

    `evidence` is None where a relationship gives none.
    """

    line: int
    edge: Edge
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file claims, and the nodes that it describes, by their ids."""

    claims: list[Claim] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)


def read_claims(path: Path) -> Claims:
    """The claims of a file. Raises ReadError for a line that is none, OSError for no such file."""
    read = Claims()
    for number, record in _records(path):
        where = f"{path}: line {number}"
        match record:
            case {"node": {"id": str(name), "name": str()} as node}:
                read.nodes[name] = _node(node)
            case {"edge": {"type": str(), "source": str(), "target": str()} as edge}:
                read.claims.extend(_claims(edge, number, where))
            case _:
                raise ReadError(where, "this is no node and no edge", _TODO)
    return read


def _records(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open("rb") as file:
        for number in count(1):
            raw = file.readline(LONGEST + 1)
            if not raw:
                return
            where = f"{path}: line {number}"
            if len(raw) > LONGEST:
                raise ReadError(where, "the line is too long", "check the file")
            if raw.strip():
                yield number, _json(raw, where)


def _json(raw: bytes, where: str) -> Any:
    try:
        record = json.loads(raw.removeprefix(b"\xef\xbb\xbf").decode())
        json.dumps(record, ensure_ascii=False).encode()
    except (UnicodeError, ValueError, RecursionError):
        raise ReadError(where, "this is not JSON in UTF-8", _TODO) from None
    return record


def _node(record: Mapping[str, Any]) -> Node:
    label = record.get("label")
    known = label if isinstance(label, str) and label in vocabulary().labels else ""
    return Node(record["id"], known, record["name"], _properties(record, "id", "label", "name"))


def _claims(record: Mapping[str, Any], line: int, where: str) -> Iterator[Claim]:
    given = record.get("evidence") or []
    if not isinstance(given, list):
        raise ReadError(where, "its evidence is no list", _TODO)
    evidence = [_evidence(item, where) for item in given]
    properties = _properties(record, "type", "source", "target", "evidence")
    ends = record["type"], record["source"], record["target"]
    edge = Edge(*ends, tuple(evidence), properties)
    if not evidence:
        yield Claim(line, edge, None)
    yield from (Claim(line, edge, item) for item in evidence)


def _evidence(item: Any, where: str) -> Evidence:
    if not isinstance(item, dict):
        raise ReadError(where, "an evidence is no object", _TODO)
    for name in Evidence._fields:
        if not isinstance(item.get(name) or "", str):
            raise ReadError(where, f"{name} is no text", _TODO)
    basis: Basis = "inferred" if item.get("basis") == "inferred" else "stated"
    if item.get("basis") not in (None, "", basis):
        raise ReadError(where, "basis is neither stated nor inferred", _TODO)
    document, locator, quote, method = (item.get(name) or "" for name in Evidence._fields[:4])
    cue, place = item.get("cue") or "", item.get("cue_locator") or ""
    return Evidence(document, locator, quote, method, basis, cue, place)


def _properties(record: Mapping[str, Any], *but: str) -> dict[str, Value]:
    """The properties of a record that a graph can hold; what else it says is not judged."""
    found: dict[str, Value] = {}
    for key, value in record.items():
        if key in but:
            continue
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            found[key] = tuple(value)
        elif isinstance(value, str | int | float | bool):
            found[key] = value
    return found
