"""Removing from a Neo4j what left the graph: only what a push of ours put there.

A relationship is ours when it joins two of our nodes and carries evidence. A node that left, but
that others' relationships hold on to, stays where it is and only loses our label.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import NamedTuple

from partnergraph.neo4j.model import OWN_LABEL
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store
from partnergraph.store.rows import qualifiers

_BATCH = 10_000
_OURS = f"(a:{OWN_LABEL})-[r]->(b:{OWN_LABEL})"
_TYPES = f"""MATCH {_OURS} WHERE r.evidence_document IS NOT NULL RETURN type(r), count(*)"""
_EDGES = f"""MATCH {_OURS} WHERE r.evidence_document IS NOT NULL AND type(r) = $type
RETURN elementId(r), a.id, b.id, coalesce(r.key, '')"""
_COUNT = f"MATCH (n:{OWN_LABEL}) RETURN count(*)"
_NODES = f"MATCH (n:{OWN_LABEL}) RETURN elementId(n), n.id"
_DROP_EDGES = "UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r"
_DROP_NODES = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id AND NOT (n)--() DELETE n"
_LET_GO = f"UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id REMOVE n:{OWN_LABEL}"


class Pruned(NamedTuple):
    """How many nodes and relationships are gone; `kept` nodes only lost our label."""

    nodes: int
    edges: int
    kept: int


def prune(store: Store, target: Neo4jStore) -> Pruned:
    """Remove what `store` does not hold from a Neo4j that it was just pushed to, whole.

    Since everything of `store` is there, as many of a kind as in `store` means the same ones.
    """
    counts = store.counts()
    edges = 0
    for type, found in list(target.run(_TYPES)):
        if found != counts["edges"].get(type, 0):
            for ids in _gone(target.run(_EDGES, {"type": type}), _edge_keys(store, type)):
                edges += target.write(_DROP_EDGES, ids=ids).relationships_deleted
    nodes = kept = 0
    if next(target.run(_COUNT)) != (sum(counts["nodes"].values()),):
        for ids in _gone(target.run(_NODES), ((node.id,) for node in store.nodes())):
            nodes += target.write(_DROP_NODES, ids=ids).nodes_deleted
            kept += target.write(_LET_GO, ids=ids).labels_removed
    return Pruned(nodes, edges, kept)


def _edge_keys(store: Store, type: str) -> Iterator[tuple[str, ...]]:
    if type in vocabulary().types:
        for edge in store.edges(types=[type]):
            yield edge.source, edge.target, qualifiers(edge)


def _gone(
    there: Iterable[tuple[str, ...]], wanted: Iterable[tuple[str, ...]]
) -> Iterator[list[str]]:
    """Batches of element ids of what is there and not wanted, in bounded memory."""
    with closing(sqlite3.connect("")) as known:
        known.execute("CREATE TABLE wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
        known.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", map(_joined, wanted))
        gone = (
            id
            for id, *key in there
            if not known.execute("SELECT 1 FROM wanted WHERE key = ?", _joined(key)).fetchone()
        )
        while batch := list(islice(gone, _BATCH)):
            yield batch


def _joined(key: Iterable[str]) -> tuple[str]:
    return ("\n".join(key),)
