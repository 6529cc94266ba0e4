"""What is found by words, for a graph that was written before there was such an index."""

import json
import sqlite3
import zlib

from partnergraph.records.model import Node, details, forms
from partnergraph.store.rows import from_json
from partnergraph.store.sqlite import LINES


def fill_index(connection: sqlite3.Connection) -> None:
    """Index all names, quotes and lines of a graph."""
    connection.execute("INSERT INTO quoted (quoted) VALUES ('rebuild')")
    nodes = connection.execute("SELECT n, id, label, name, properties FROM node").fetchall()
    for number, id, label, name, properties in nodes:
        node = Node(id, label, name, from_json(properties))
        connection.execute(
            "INSERT INTO named (rowid, forms, text) VALUES (?, ?, ?)",
            (number, " ".join(forms(node)), details(node)),
        )
    texts = "SELECT document, content FROM source WHERE content IS NOT NULL"
    for document, content in connection.execute(texts).fetchall():
        lines = json.loads(zlib.decompress(content))
        connection.executemany(
            "INSERT INTO written (rowid, line) VALUES (?, ?)",
            ((document * LINES + at, line) for at, (_, line) in enumerate(lines) if line.strip()),
        )
