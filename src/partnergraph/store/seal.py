"""A checksum of a whole graph file, kept in the file: what a disk has changed is not answered from.

SQLite notices a page whose structure is broken, not a letter that became another one. So the last
thing a load does is to note the checksum of all pages but the one that holds the note; what opens
the graph compares, and of a larger one what checks it. A load breaks the seal first, in its own
transaction: a graph whose load was killed has none, and is checked by its structure alone.
"""

import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path

from partnergraph.errors import StoreError

LARGEST = 256 << 20  # bytes: so many are held at once while they are summed up
AT_OPENING = 32 << 20  # bytes: reading and summing up so many takes a twentieth of a second
_TABLE = "CREATE TABLE IF NOT EXISTS seal (one INTEGER PRIMARY KEY, sum INTEGER)"
_ROOT = "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = 'seal'"
# What SQLite changes in its header by writing at all: the kind of journal, counters, its version.
_COUNTERS = ((18, 20), (24, 28), (92, 100))
DAMAGED = "the graph is damaged"
TODO = "delete it and load the documents again"


def break_seal(connection: sqlite3.Connection) -> None:
    """Say, within the transaction that changes a graph, that its checksum does not hold."""
    connection.execute(_TABLE)
    connection.execute("INSERT OR REPLACE INTO seal VALUES (1, NULL)")


def put_seal(connection: sqlite3.Connection) -> None:
    """Note the checksum of a graph that nobody else writes. Where that fails there is none."""
    with suppress(sqlite3.Error):
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute(_ROOT).fetchone() and _size(connection) <= LARGEST:
            connection.execute("UPDATE seal SET sum = ?", (_sum(connection),))
        connection.execute("COMMIT")
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def check_seal(connection: sqlite3.Connection, path: Path | str, largest: int = AT_OPENING) -> bool:
    """Whether a graph has a checksum; one of more bytes than `largest` is not looked at.

    Raises StoreError where it is not that of its pages.
    """
    if not connection.execute(_ROOT).fetchone() or _size(connection) > largest:
        return False
    (noted,) = connection.execute("SELECT max(sum) FROM seal").fetchone()
    if noted is not None and noted != _sum(connection):
        raise StoreError(str(path), f"{DAMAGED}: it is not what was written", TODO)
    return noted is not None


def _sum(connection: sqlite3.Connection) -> int:
    """The checksum of all pages but the one of the seal, without what writing the seal changes."""
    pages = memoryview(connection.serialize())
    size = _pragma(connection, "page_size")
    (root,) = connection.execute(_ROOT).fetchone()
    header = bytearray(pages[:size])
    for start, end in _COUNTERS:
        header[start:end] = bytes(end - start)
    before = zlib.crc32(pages[size : (root - 1) * size], zlib.crc32(header))
    return zlib.crc32(pages[root * size :], before)


def _size(connection: sqlite3.Connection) -> int:
    return _pragma(connection, "page_size") * _pragma(connection, "page_count")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
