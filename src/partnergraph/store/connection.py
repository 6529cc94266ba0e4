"""Opening a graph in SQLite: what is one, what is none, and what a newer version wrote."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partnergraph.errors import StoreError

APPLICATION = 0x70677270
VERSION = 1
WAIT = 30.0


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises StoreError where there is no graph."""
    if not path.exists():
        raise StoreError(
            str(path), "there is no graph here", "make one with: partnergraph load PATH"
        )
    connection = _connect(path, "ro")
    with _closed_on_failure(connection):
        _check(connection, path)
    return connection


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that writes, to a graph that is there or is made now."""
    if not path.parent.is_dir():
        raise StoreError(str(path), "its folder does not exist", "make the folder first")
    connection = _connect(path, "rwc")
    with _closed_on_failure(connection), one_line(path):
        connection.execute("BEGIN IMMEDIATE")
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty and not _application(connection):
            _create(connection)
        connection.execute("COMMIT")
        _check(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = OFF")
    return connection


@contextmanager
def one_line(path: Path | str) -> Iterator[None]:
    """Turn what SQLite says into an error of one line. A full disk stays an OSError's business."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(path, error) from error


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if path.is_dir():
        raise StoreError(str(path), "this is a folder", "name a file with --db")
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    with one_line(path):
        return sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None)


def _create(connection: sqlite3.Connection) -> None:
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    for statement in schema.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _check(connection: sqlite3.Connection, path: Path) -> None:
    with one_line(path):
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        ours = _application(connection) == APPLICATION
    if not ours:
        raise StoreError(str(path), "this is no partnergraph graph", "name another file with --db")
    if version > VERSION:
        raise StoreError(
            str(path),
            f"a newer partnergraph wrote it (version {version}, this one reads {VERSION})",
            "update partnergraph",
        )


def _told(path: Path | str, error: sqlite3.DatabaseError) -> StoreError:
    said = str(error)
    for sign, what, todo in _SAYINGS:
        if sign in said:
            return StoreError(str(path), what, todo)
    return StoreError(str(path), said, "check the file, its disk and its rights")


_SAYINGS = (
    ("not a database", "this is no partnergraph graph", "name another file with --db"),
    ("malformed", "the graph is damaged", "delete it and load the documents again"),
    ("locked", "another process is writing", "wait until it is done"),
    ("full", "the disk is full", "make room; the graph is as it was"),
    ("readonly", "it may not be written", "check its rights or name another file with --db"),
    ("unable to open", "it cannot be opened", "check that the folder and its rights are right"),
)
