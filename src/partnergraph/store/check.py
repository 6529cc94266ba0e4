"""Whether a graph in a file is whole: its checksum, SQLite's own check, what must hold of it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from partnergraph.errors import StoreError
from partnergraph.store.connection import one_line, open_to_read
from partnergraph.store.seal import DAMAGED, LARGEST, TODO, check_seal

_MUST_BE_EMPTY = {
    "a relationship without evidence": """
        SELECT e FROM edge WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE edge = e)""",
    "a relationship without one of its ends": """
        SELECT e FROM edge WHERE source NOT IN (SELECT n FROM node)
        UNION ALL SELECT e FROM edge WHERE target NOT IN (SELECT n FROM node)""",
    "evidence of no relationship": """
        SELECT edge FROM evidence WHERE edge NOT IN (SELECT e FROM edge)""",
    "evidence of no document": """
        SELECT edge FROM evidence WHERE document NOT IN (SELECT n FROM node)""",
    "a thing that no document names": """
        SELECT n FROM node WHERE NOT EXISTS (SELECT 1 FROM claim WHERE node = n)""",
    "properties that are none": "SELECT n FROM node WHERE NOT json_valid(properties)",
}


def check_file(path: Path) -> str:
    """What was found of a whole graph, in words. Raises StoreError where it is damaged."""
    connection = open_to_read(path)
    try:
        with one_line(path):
            sealed = check_seal(connection, path, LARGEST)
            for wrong in _wrong(connection):
                raise StoreError(str(path), f"{DAMAGED}: {wrong}", TODO)
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
    finally:
        connection.close()
    sums = "its checksum holds" if sealed else "it has no checksum"
    return f"whole: {pages} pages, {sums}"


def _wrong(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute("PRAGMA integrity_check(1)"):
        if said != "ok":
            yield " ".join(str(said).split())
    for what, statement in _MUST_BE_EMPTY.items():
        if connection.execute(f"{statement} LIMIT 1").fetchone():
            yield what
