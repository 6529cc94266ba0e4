"""Taking in a whole graph that carries its evidence, but not the texts, of many documents."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from partnergraph.errors import ReadError
from partnergraph.records.model import Edge, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.rows import to_json
from partnergraph.store.writer import BATCH, Writer


class Intake:
    """Nodes, then relationships, streamed into a graph in bounded memory.

    Each node becomes a claim of every document whose evidence names it, so that loading such a
    document from its file later replaces just what is known of it.
    """

    def __init__(self, writer: Writer, path: Path) -> None:
        self._writer = writer
        self._run = writer.connection.execute
        self._path = path
        self.node_count = self.edge_count = 0
        self._evidence_before: int | None = None
        self._run("DROP TABLE IF EXISTS temp.taken")
        self._run(
            """CREATE TEMP TABLE taken (
                n INTEGER PRIMARY KEY, label TEXT, name TEXT, properties TEXT,
                others INTEGER DEFAULT 0)"""
        )

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Take nodes; a document that was read before is forgotten first."""
        for batch in _batches(nodes):
            for node in batch:
                if node.label == "Document" and "file" in node.properties:
                    self._writer.forget(node.id)
            self._writer.make_nodes(batch)
            self._writer.connection.executemany(
                """INSERT INTO taken (n, label, name, properties)
                   SELECT n, ?2, ?3, ?4 FROM node WHERE id = ?1
                   ON CONFLICT DO UPDATE SET others = others + 1
                   WHERE (label, name, properties)
                      <> (excluded.label, excluded.name, excluded.properties)""",
                ((node.id, node.label, node.name, to_json(node.properties)) for node in batch),
            )

    def edges(self, edges: Iterable[Edge]) -> None:
        """Take relationships. Raises ReadError for one whose ends are unknown or do not fit."""
        if self._evidence_before is None:
            ((self._evidence_before,),) = self._run("SELECT ifnull(max(rowid), 0) FROM evidence")
        for batch in _batches(edges):
            labels = self._labels(batch)
            for edge in batch:
                self._check(edge, labels)
            self._writer.add_edges(batch)

    def finish(self) -> None:
        """Give every node its claims, and count what was taken: what stands twice once.

        Raises ReadError for a node that no relationship names, or that is two different things.
        """
        self._count()
        if not self.node_count:
            raise ReadError(
                str(self._path),
                "no graph is in this file",
                "make one: partnergraph export jsonl",
            )
        self._run(
            """INSERT OR REPLACE INTO claim
               SELECT DISTINCT document, taken.n, taken.name, taken.properties
               FROM touched_edge JOIN edge ON e = it JOIN evidence ON edge = e
               JOIN taken ON taken.n IN (edge.source, edge.target)"""
        )
        self._run(
            """INSERT OR REPLACE INTO claim SELECT n, n, name, properties FROM taken
               WHERE label = 'Document' AND properties ->> '$.file' IS NOT NULL"""
        )
        self._run(
            """INSERT OR IGNORE INTO source SELECT n, '', '["jsonl"]', NULL FROM taken
               WHERE label = 'Document' AND properties ->> '$.file' IS NOT NULL"""
        )
        lone = self._run(
            """SELECT id FROM taken JOIN node USING (n)
               WHERE NOT EXISTS (SELECT 1 FROM claim WHERE node = taken.n) ORDER BY id LIMIT 1"""
        ).fetchone()
        if lone:
            raise ReadError(
                str(self._path), f"nothing says who names {lone[0]}", "add its RECORDED_IN"
            )
        self._writer.settle()

    def _count(self) -> None:
        ((self.node_count, other),) = self._run(
            """SELECT count(*), min(CASE WHEN others THEN id END) FROM taken JOIN node USING (n)"""
        )
        if other:
            raise ReadError(
                str(self._path), f"{other} stands there twice, not the same", "keep one of them"
            )
        after = self._evidence_before or 0
        self._writer.let_go_of_repeated(after)
        ((self.edge_count,),) = self._run(
            "SELECT count(DISTINCT edge) FROM evidence WHERE rowid > ?", (after,)
        )

    def _labels(self, edges: list[Edge]) -> dict[str, str]:
        ids = {
            id
            for edge in edges
            for id in (edge.source, edge.target, *(item.document for item in edge.evidence))
        }
        return {node.id: node.label for node in self._writer.store().nodes(ids)}

    def _check(self, edge: Edge, labels: dict[str, str]) -> None:
        where = f"{self._path}: {edge.type} from {edge.source} to {edge.target}"
        for id in (edge.source, edge.target, *(item.document for item in edge.evidence)):
            if id not in labels:
                raise ReadError(where, f"there is no node {id}", "put it before the relationships")
        if not vocabulary().types[edge.type].joins(labels[edge.source], labels[edge.target]):
            raise ReadError(where, "the vocabulary has no such relationship", "check its ends")
        if any(labels[item.document] != "Document" for item in edge.evidence):
            raise ReadError(where, "its evidence is of no Document", "name the Document's id")


def _batches(items: Iterable[Node] | Iterable[Edge]) -> Iterator[list]:  # type: ignore[type-arg]
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        yield batch
