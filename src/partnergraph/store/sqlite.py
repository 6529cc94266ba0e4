"""The graph in a SQLite file, read. Writing is the writer's."""

import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence, Node, Origin, Skipped
from partnergraph.store.connection import one_line, open_to_read
from partnergraph.store.protocol import Held, Key, Link, Loaded, Step
from partnergraph.store.reading import Frozen
from partnergraph.store.rows import from_json

_NODE = "SELECT id, label, name, properties FROM node"
_EDGE = """
SELECT e.type, s.id, t.id, e.properties, e.e, d.id, v.locator, v.quote, v.method, v.basis,
       v.cue, v.cue_locator
FROM edge e JOIN node s ON s.n = e.source JOIN node t ON t.n = e.target
JOIN evidence v ON v.edge = e.e JOIN node d ON d.n = v.document
"""
_NUMBER = itemgetter(4)
_EDGE_ORDER = " ORDER BY e.type, s.id, t.id, e.key, e.e"
_TOUCHING = """
e.e IN (
    WITH chosen AS (SELECT n FROM node WHERE id IN (SELECT value FROM json_each(:ids)))
    SELECT e FROM edge WHERE source IN chosen UNION SELECT e FROM edge WHERE target IN chosen
)
"""
_LINK = """
SELECT e.e, e.type, e.source, e.target, e.properties, d.id, v.method, v.basis
FROM edge e JOIN evidence v ON v.edge = e.e JOIN node d ON d.n = v.document
"""
_EVIDENCE = """
SELECT v.edge, d.id, v.locator, v.quote, v.method, v.basis, v.cue, v.cue_locator
FROM evidence v JOIN node d ON d.n = v.document
"""
_BY_EDGE = " ORDER BY v.edge"
_FIRST = itemgetter(0)
LINES = 1 << 24  # the rowid of a line is its document's number times this, and its position
_HOLDING = {
    "name": "SELECT id FROM named JOIN node ON n = named.rowid WHERE named.forms MATCH :wanted",
    "text": """
        SELECT id, text FROM named JOIN node ON n = named.rowid WHERE named.text MATCH :wanted""",
    "quote": """
        SELECT s.id, v.quote, d.id, v.locator FROM quoted
        JOIN evidence v ON v.rowid = quoted.rowid JOIN edge e ON e.e = v.edge
        JOIN node s ON s.n IN (e.source, e.target) JOIN node d ON d.n = v.document
        WHERE quoted MATCH :wanted AND v.basis = 'stated' AND s.label <> 'Document'""",
    "line": f"""
        SELECT id, written.rowid % {LINES}, line FROM written
        JOIN node ON n = written.rowid / {LINES} WHERE written MATCH :wanted""",
}
_STEPS = """
SELECT type, source, target FROM link
WHERE ({end} IN (SELECT n FROM node WHERE id IN (SELECT value FROM json_each(:ids))))
  AND type IN (SELECT value FROM json_each(:types)) AND stated >= :stated
"""


class SqliteStore:
    """A graph in one file. Opens in a millisecond; others may read while one writes.

    Use it as a context manager, or close it.
    """

    language: Literal["sql"] = "sql"

    def __init__(self, path: Path | str, connection: sqlite3.Connection | None = None) -> None:
        """Open the graph at `path`, or read over a connection that is open already.

        Raises StoreError where there is no graph.
        """
        self.name = str(path)
        self._connection = connection or open_to_read(Path(path))
        self._lines = cache(lambda document: self.lines(document) or [])

    def __enter__(self) -> "SqliteStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def run(
        self, statement: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement; `:name` in it stands for a parameter."""
        with one_line(self.name):
            rows = self._connection.execute(statement, parameters or {})
            yield from islice(rows, None)  # which, unlike the cursor, may outlive the connection
        if isinstance(self._connection, Frozen):
            self._connection.check()

    def nodes(self, ids: Iterable[str] | None = None, label: str | None = None) -> Iterator[Node]:
        """Nodes by id: all, those of a label, or those of these ids that exist."""
        where, parameters = [], {}
        if ids is not None:
            where.append("id IN (SELECT value FROM json_each(:ids))")
            parameters["ids"] = json.dumps(list(ids))
        if label is not None:
            where.append("label = :label")
            parameters["label"] = label
        for row in self.run(f"{_NODE}{_all(where)} ORDER BY id", parameters):
            yield _node(row)

    def edges(
        self, touching: Iterable[str] | None = None, types: Sequence[str] | None = None
    ) -> Iterator[Edge]:
        """Relationships with all their evidence, by (type, source, target, qualifiers)."""
        where, parameters = [], {}
        if touching is not None:
            where.append(_TOUCHING)
            parameters["ids"] = json.dumps(list(touching))
        if types is not None:
            where.append("e.type IN (SELECT value FROM json_each(:types))")
            parameters["types"] = json.dumps(list(types))
        rows = self.run(_EDGE + _all(where) + _EDGE_ORDER, parameters)
        for _, group in groupby(rows, key=_NUMBER):
            yield _edge(list(group))

    def steps(
        self, ids: Iterable[str], types: Sequence[str], inferred: bool = False
    ) -> Iterator[Step]:
        """The relationships of these types with an end among `ids`, without evidence."""
        ids = iter(ids)
        while batch := list(islice(ids, 5_000)):
            parameters = {
                "ids": json.dumps(batch),
                "types": json.dumps(list(types)),
                "stated": 0 if inferred else 1,
            }
            seen: set[Step] = set()
            for end in ("s", "t"):
                for row in self.run(_STEPS.format(end=end), parameters):
                    step = Step(*row)
                    if step not in seen:
                        seen.add(step)
                        yield step

    def links(self, places: Mapping[str, int], documents: Collection[str] = ()) -> Iterator[Link]:
        """The relationships among nodes, in any order, without the words of their evidence."""
        ids = list(self.run("SELECT n, id FROM node"))
        among = {n: places[id] for n, id in ids if id in places}
        where, parameters = _said_by(documents)
        if len(among) < len(ids):
            where.append("e.source IN (SELECT value FROM json_each(:sources))")
            parameters["sources"] = json.dumps(list(among))
        rows = self.run(_LINK + _all(where) + _BY_EDGE, parameters)
        alone = cache(lambda *origin: (Origin(*origin),))
        link: Link | None = None
        more: list[Origin] = []
        for key, type, source, target, properties, said_by, method, basis in rows:
            origins = alone(said_by, method, basis)
            if link and link.key == key:
                more += origins
            elif source in among and target in among:
                if link:
                    yield _also(link, more)
                ends = among[source], among[target]
                link, more = Link(key, type, *ends, from_json(properties), origins), []
        if link:
            yield _also(link, more)

    def evidence(
        self, keys: Iterable[Key], documents: Collection[str] = ()
    ) -> Iterator[tuple[Key, tuple[Evidence, ...]]]:
        """The evidence of links by their keys, in any order."""
        where, parameters = _said_by(documents)
        where.append("v.edge IN (SELECT value FROM json_each(:keys))")
        parameters["keys"] = json.dumps(list(keys))
        rows = self.run(_EVIDENCE + _all(where) + _BY_EDGE, parameters)
        for key, group in groupby(rows, key=_FIRST):
            yield key, tuple(sorted([Evidence._make(row[1:]) for row in group]))

    def find(self, form: str, labels: Sequence[str] = ()) -> list[Node]:
        """The nodes that have this id, or `form`, folded, as name, alias, acronym or code."""
        statement = f"""{_NODE} WHERE (id = :id OR n IN (SELECT node FROM form WHERE form = :form))
            AND (:labels = '[]' OR label IN (SELECT value FROM json_each(:labels))) ORDER BY id"""
        parameters = {"id": form, "form": fold(form), "labels": json.dumps(list(labels))}
        return [_node(row) for row in self.run(statement, parameters)]

    def holding(self, beginnings: Sequence[str], kinds: Sequence[str]) -> Iterator[Held]:
        """Texts of these kinds with a word that begins so, for each of the folded `beginnings`."""
        wanted = " AND ".join(f'"{beginning}"*' for beginning in beginnings)
        for kind in kinds:
            for row in self.run(_HOLDING[kind], {"wanted": wanted}):
                if kind == "line":
                    yield self._line(*row)
                else:
                    yield Held(row[0], kind, *row[1:])

    def _line(self, document: str, position: int, line: str) -> Held:
        place, _ = self._lines(document)[position]
        return Held(document, "line", line, document, place)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many nodes and relationships by label and type."""
        nodes = self.run("SELECT label, count(*) FROM node GROUP BY label ORDER BY label")
        edges = self.run("SELECT type, count(*) FROM edge GROUP BY type ORDER BY type")
        return {"nodes": dict(_pairs(nodes)), "edges": dict(_pairs(edges))}

    def loaded(self) -> list[Loaded]:
        """The documents that were read from files, by id."""
        statement = """
            SELECT id, label, name, properties, genres,
                   (SELECT count(*) FROM skipped k WHERE k.document = source.document)
            FROM source JOIN node ON n = source.document ORDER BY id"""
        return [
            Loaded(_node(row[:4]), tuple(json.loads(row[4])), row[5]) for row in self.run(statement)
        ]

    def skipped(self, document: str) -> list[Skipped]:
        """What was not understood of a document, in the order of its lines."""
        statement = """SELECT locator, text, reason FROM skipped
            WHERE document = (SELECT n FROM node WHERE id = :id) ORDER BY rowid"""
        return [Skipped(document, *row) for row in self.run(statement, {"id": document})]

    def lines(self, document: str) -> list[tuple[str, str]] | None:
        """A document's lines with their places; None where only its facts are known."""
        statement = "SELECT content FROM source JOIN node ON n = document WHERE id = :id"
        for (content,) in self.run(statement, {"id": document}):
            if content is not None:
                return [
                    (place if isinstance(place, str) else f"line {place}", line)
                    for place, line in json.loads(zlib.decompress(content))
                ]
        return None


def _all(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _said_by(documents: Collection[str]) -> tuple[list[str], dict[str, str]]:
    if not documents:
        return [], {}
    return ["d.id IN (SELECT value FROM json_each(:documents))"], {
        "documents": json.dumps(list(documents))
    }


def _also(link: Link, origins: Sequence[Origin]) -> Link:
    return link._replace(origins=tuple(sorted((*link.origins, *origins)))) if origins else link


def _pairs(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, int]]:
    for name, count in rows:
        yield str(name), int(count)


def _node(row: Sequence[str]) -> Node:
    return Node(row[0], row[1], row[2], from_json(row[3]))


def _edge(rows: list[tuple[Any, ...]]) -> Edge:
    type, source, target, properties = rows[0][:4]
    evidence = tuple(sorted([Evidence._make(row[5:]) for row in rows]))
    return Edge(type, source, target, evidence, from_json(properties))
