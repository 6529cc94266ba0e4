"""Writing a graph: one transaction a load, one document replaced at a time."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from partnergraph.document.words import Text
from partnergraph.records.model import Edge, Extraction, Node, details, forms, merge_nodes
from partnergraph.store.connection import let_go, one_line, open_to_write
from partnergraph.store.rows import acts, from_json, qualifiers, to_json
from partnergraph.store.seal import break_seal
from partnergraph.store.sqlite import LINES, SqliteStore

BATCH = 10_000


class Owner(NamedTuple):
    """The name of a file that a document was read from, and its place where that is noted."""

    file: str | None
    place: bytes | None


class Writer:
    """A graph being written, inside one transaction that `writing` opens and closes."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        self._last: tuple[Text, bytes] | None = None
        for table in ("touched_node", "touched_edge"):
            connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (it INTEGER PRIMARY KEY)")

    def replace(self, extraction: Extraction, text: Text, genres: Iterable[str]) -> bool:
        """Put what a document says in the place of what it said; False if that is the same."""
        digest = digest_of(extraction)
        document = extraction.document
        if self._digest(document.id) == digest:
            return False
        self.forget(document.id)
        self.add_nodes(document.id, [document, *extraction.nodes])
        self.add_edges(extraction.edges)
        self.connection.execute(
            f"INSERT INTO source VALUES ({_N}, ?, ?, ?)",
            (document.id, digest, json.dumps(list(genres)), self._content(text)),
        )
        self._write_lines(document.id, text)
        self.connection.executemany(
            f"INSERT INTO skipped VALUES ({_N}, ?, ?, ?)",
            ((document.id, item.locator, item.text, item.reason) for item in extraction.skipped),
        )
        self.settle()
        return True

    def _write_lines(self, document: str, text: Text) -> None:
        self.connection.executemany(
            f"INSERT INTO written (rowid, line) VALUES ({_N} * {LINES} + ?, ?)",
            (
                (document, at, line.rstrip())
                for at, (_, line) in enumerate(text.placed())
                if line.strip()
            ),
        )

    def owner(self, document: str) -> Owner | None:
        """The file that a loaded document was read from; None if it was not loaded."""
        row = self.connection.execute(
            """SELECT properties ->> '$.file', path FROM source JOIN node ON n = source.document
               LEFT JOIN place USING (document) WHERE id = ?""",
            (document,),
        ).fetchone()
        return row and Owner(*row)

    def standing(self, place: bytes) -> str | None:
        """The document that was read from a place."""
        row = self.connection.execute(
            "SELECT id FROM place JOIN node ON n = document WHERE path = ?", (place,)
        ).fetchone()
        return row[0] if row else None

    def stands(self, document: str, place: bytes) -> None:
        """Note where a document was read from. It is no part of the graph, which may travel."""
        self.connection.execute(f"INSERT OR REPLACE INTO place VALUES ({_N}, ?)", (document, place))

    def twin(self, text: Text, own: str) -> tuple[str, str] | None:
        """Another loaded document with the same contents, and its file; None where `own` has them.

        How lines end, white space before it included, makes no difference.
        """
        statement = """SELECT id, properties ->> '$.file' FROM source JOIN node ON n = document
            WHERE length(content) = length(?1) AND content = ?1 ORDER BY id <> ?2, id LIMIT 1"""
        found = self.connection.execute(statement, (self._content(text), own)).fetchone()
        return None if found is None or found[0] == own else (found[0], str(found[1]))

    def _content(self, text: Text) -> bytes:
        """A text as it is kept: who asks for its twin writes it next."""
        if self._last is None or self._last[0] is not text:
            self._last = text, _packed(text)
        return self._last[1]

    def also_called(self, document: str, alias: str) -> None:
        """Keep another path of a loaded document's contents among its aliases."""
        run = self.connection.execute
        where = f"WHERE document = {_N} AND node = document"
        ((text,),) = run(f"SELECT properties FROM claim {where}", (document,))
        properties = from_json(text)
        known = properties.get("aliases", ())
        aliases = {*(known if isinstance(known, tuple) else ()), alias}
        properties["aliases"] = tuple(sorted(aliases))
        run(
            f"UPDATE claim SET properties = ?2 {where.replace('?', '?1')}",
            (document, to_json(properties)),
        )
        run(f"INSERT OR IGNORE INTO touched_node SELECT {_N}", (document,))
        self.settle()

    def add_nodes(self, document: str, nodes: Iterable[Node]) -> None:
        """What a document says of some nodes, itself among the first."""
        nodes = iter(nodes)
        while batch := list(islice(nodes, BATCH)):
            self.make_nodes(batch)
            self.connection.executemany(
                f"INSERT OR REPLACE INTO claim VALUES ({_N}, {_N}, ?, ?)",
                ((document, node.id, node.name, to_json(node.properties)) for node in batch),
            )

    def make_nodes(self, nodes: list[Node]) -> None:
        """Rows for nodes that may not be there yet; `settle` fills them from their claims."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO node (id, label, name, acts) VALUES (?, ?, ?, ?)",
            ((node.id, node.label, node.name, acts(node)) for node in nodes),
        )
        self.connection.executemany(
            f"INSERT OR IGNORE INTO touched_node SELECT {_N}", ((node.id,) for node in nodes)
        )

    def add_edges(self, edges: Iterable[Edge]) -> None:
        """Relationships with their evidence; both ends must be there."""
        edges = iter(edges)
        while batch := list(islice(edges, BATCH)):
            number = self._numbers(batch)
            keyed = [(edge, _key(edge, number)) for edge in batch]
            last = self.connection.execute("SELECT max(rowid) FROM evidence").fetchone()[0] or 0
            self.connection.executemany(
                """INSERT INTO edge (source, type, target, key, properties)
                   VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                ((*key, to_json(edge.properties)) for edge, key in keyed),
            )
            self.connection.executemany(
                """INSERT INTO evidence SELECT e, ?, ?, ?, ?, ?, ?, ? FROM edge
                   WHERE source = ? AND type = ? AND target = ? AND key = ?""",
                ((number[v.document], *v[1:], *key) for edge, key in keyed for v in edge.evidence),
            )
            self.connection.execute(
                "INSERT OR IGNORE INTO touched_edge SELECT edge FROM evidence WHERE rowid > ?",
                (last,),
            )
            self.connection.execute(
                "INSERT INTO quoted (rowid, quote) SELECT rowid, quote FROM evidence "
                "WHERE rowid > ?",
                (last,),
            )

    def let_go_of_repeated(self, after: int) -> None:
        """Keep each evidence once that was added behind a row and says the same of its edge."""
        again = """FROM evidence WHERE rowid IN (
            SELECT rowid FROM (
                SELECT rowid, row_number() OVER (
                    PARTITION BY edge, document, locator, quote, method, basis, cue, cue_locator
                    ORDER BY rowid) AS copy
                FROM evidence WHERE rowid > ?)
            WHERE copy > 1)"""
        self.connection.execute(f"{_UNQUOTE} {again}", (after,))
        self.connection.execute(f"DELETE {again}", (after,))

    def _numbers(self, edges: list[Edge]) -> dict[str, int]:
        ids = {id for edge in edges for id in (edge.source, edge.target)}
        ids.update(item.document for edge in edges for item in edge.evidence)
        statement = "SELECT id, n FROM node WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self.connection.execute(statement, (json.dumps(list(ids)),)))

    def replace_methods(self, methods: Iterable[str], edges: Iterable[Edge]) -> None:
        """Put relationships between documents in the place of all that these methods gave."""
        run = self.connection.execute
        for method in methods:
            run(f"INSERT OR IGNORE INTO touched_edge SELECT edge {_INFERRED}", (method,))
            run(f"{_UNQUOTE} {_INFERRED}", (method,))
            run(f"DELETE {_INFERRED}", (method,))
        self.add_edges(edges)
        self.settle()

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """A part of the transaction that leaves no trace when it fails."""
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO part")
            raise
        finally:
            self.connection.execute("RELEASE part")

    def store(self) -> SqliteStore:
        """The graph as it stands inside this transaction."""
        return SqliteStore(self.name, self.connection)

    def settle(self) -> None:
        """Drop what nothing holds any more and make every touched node what its claims say."""
        run = self.connection.execute
        run("""DELETE FROM edge WHERE e IN touched_edge
               AND NOT EXISTS (SELECT 1 FROM evidence WHERE edge = e)""")
        run("""UPDATE edge SET stated = EXISTS (
                   SELECT 1 FROM evidence WHERE edge = e AND basis = 'stated')
               WHERE e IN touched_edge""")
        run("""DELETE FROM form WHERE node IN touched_node""")
        run("""DELETE FROM named WHERE rowid IN touched_node""")
        run("""DELETE FROM node WHERE n IN touched_node
               AND NOT EXISTS (SELECT 1 FROM claim WHERE node = n)""")
        touched = run("""SELECT id, label, claim.name, claim.properties FROM touched_node
            JOIN node ON n = it JOIN claim ON claim.node = n ORDER BY n, claim.document""")
        for batch in _batches(_merged(touched)):
            self.connection.executemany(
                "UPDATE node SET name = ?, properties = ?, acts = ? WHERE id = ?",
                ((node.name, to_json(node.properties), acts(node), node.id) for node in batch),
            )
            self.connection.executemany(
                f"INSERT OR IGNORE INTO form SELECT ?2, {_N.replace('?', '?1')}",
                ((node.id, form) for node in batch for form in forms(node)),
            )
            self.connection.executemany(
                f"INSERT INTO named (rowid, forms, text) VALUES ({_N}, ?, ?)",
                ((node.id, " ".join(forms(node)), details(node)) for node in batch),
            )
        run("DELETE FROM touched_node")
        run("DELETE FROM touched_edge")

    def _digest(self, document: str) -> str | None:
        row = self.connection.execute(
            "SELECT digest FROM source JOIN node ON n = document WHERE id = ?", (document,)
        ).fetchone()
        return row[0] if row else None

    def forget(self, document: str) -> None:
        """Take back everything a document said, its text too."""
        run = self.connection.execute
        row = run("SELECT n FROM node WHERE id = ?", (document,)).fetchone()
        if row is None:
            return
        run("INSERT OR IGNORE INTO touched_edge SELECT edge FROM evidence WHERE document = ?", row)
        run("INSERT OR IGNORE INTO touched_node SELECT node FROM claim WHERE document = ?", row)
        lines = (row[0] * LINES, row[0] * LINES + LINES - 1)
        run("DELETE FROM written WHERE rowid BETWEEN ? AND ?", lines)
        run(f"{_UNQUOTE} FROM evidence WHERE document = ?", row)
        for table in ("evidence", "claim", "skipped", "source", "place"):
            run(f"DELETE FROM {table} WHERE document = ?", row)


_SINCE = (
    "CREATE INDEX IF NOT EXISTS source_length ON source (length(content))",
    "CREATE TABLE IF NOT EXISTS place (document INTEGER PRIMARY KEY, path BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS place_path ON place (path)",
)
"""What a graph has had since its version was counted: what is the same, and where it stands."""
_UNQUOTE = "INSERT INTO quoted (quoted, rowid, quote) SELECT 'delete', rowid, quote"
_INFERRED = "FROM evidence WHERE method = ? AND basis = 'inferred'"
_N = "(SELECT n FROM node WHERE id = ?)"


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A writer on the graph at `path`: kept whole when the block ends, else as it was.

    Raises StoreError for a file that is no graph, is locked, or whose disk is full.
    """
    with _no_empty_file_left(path):
        connection = open_to_write(path)
        try:
            with one_line(path):
                connection.execute("BEGIN IMMEDIATE")
                break_seal(connection)
                for statement in _SINCE:
                    connection.execute(statement)
                yield Writer(connection, str(path))
                connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            let_go(connection)


@contextmanager
def _no_empty_file_left(path: Path) -> Iterator[None]:
    """Where a graph could not be begun, on a full disk, there is no file of it."""
    new = not path.exists()
    try:
        yield
    except BaseException:
        if new and path.exists() and not path.stat().st_size:
            path.unlink()
        raise


def digest_of(extraction: Extraction) -> str:
    """A hash of everything that was read from a document."""
    digest = hashlib.sha256()
    for record in (extraction.document, *extraction.nodes, *extraction.edges, *extraction.skipped):
        digest.update(repr(record).encode())
    return digest.hexdigest()


def _packed(text: Text) -> bytes:
    """A text's lines with their places, as they are kept: without the white space at their ends."""
    lines = [(place, line.rstrip()) for place, line in text.placed()]
    content = json.dumps(lines, ensure_ascii=False)
    return zlib.compress(content.encode())


def _key(edge: Edge, number: dict[str, int]) -> tuple[int, str, int, str]:
    return number[edge.source], edge.type, number[edge.target], qualifiers(edge)


def _merged(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Node]:
    claims: list[Node] = []
    for id, label, name, properties in rows:
        if claims and claims[0].id != id:
            yield merge_nodes(claims)
            claims = []
        claims.append(Node(id, label, name, from_json(properties)))
    if claims:
        yield merge_nodes(claims)


def _batches(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    nodes = iter(nodes)
    while batch := list(islice(nodes, BATCH)):
        yield batch
