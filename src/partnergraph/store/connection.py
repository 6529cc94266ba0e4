"""Opening a graph in SQLite: what is one, what is none, and what a newer version wrote."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from partnergraph.errors import StoreError
from partnergraph.store.reading import Kept, connect, connect_to_read, recovered
from partnergraph.store.seal import DAMAGED, TODO, break_seal, check_seal, put_seal

APPLICATION = 0x70677270
VERSION = 3
WAIT = 30.0
_CUES = (
    "ALTER TABLE evidence ADD COLUMN cue TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN cue_locator TEXT NOT NULL DEFAULT ''",
)


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Raises StoreError where there is no graph."""
    if not path.exists():
        raise StoreError(
            str(path), "there is no graph here", "make one with: partnergraph load PATH"
        )
    connection = _connected(path, connect_to_read)
    with _closed_on_failure(connection):
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise _told(path, error) from error
            connection.close()  # whoever wrote was stopped, and what they began is to be undone
            connection = _connected(path, recovered)
        except sqlite3.DatabaseError as error:
            raise _told(path, error) from error
        _check(connection, path)
        with one_line(path):
            check_seal(connection, path)
    return connection


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that writes, to a graph that is there or is made now."""
    if not path.parent.is_dir():
        raise StoreError(str(path), "its folder does not exist", "make the folder first")
    connection = _connected(path, _connect_to_write)
    with _closed_on_failure(connection), one_line(path):
        connection.execute("BEGIN IMMEDIATE")
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if empty and not _application(connection):
            _create(connection)
        elif _version(connection) < VERSION and _application(connection) == APPLICATION:
            check_seal(connection, path)
            _bring_up_to_date(connection)
        connection.execute("COMMIT")
        _check(connection, path)
        check_seal(connection, path)
        _keep_a_log(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def let_go(connection: sqlite3.Connection) -> None:
    """Close a connection that wrote; the graph then keeps no log, so that all may read it as it is.

    While others read it, it keeps its log until the next load. It never fails.
    """
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",):
            put_seal(connection)
    connection.close()


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Write ahead, so that others may read meanwhile; where somebody reads already, they wait."""
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA busy_timeout = 1000")
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")


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


def _connected(
    path: Path, connecting: Callable[[Path, float], sqlite3.Connection]
) -> sqlite3.Connection:
    if path.is_dir():
        raise StoreError(str(path), "this is a folder", "name a file with --db")
    with one_line(path):
        return connecting(path, WAIT)


def _connect_to_write(path: Path, wait: float) -> sqlite3.Connection:
    connection: Kept = connect(path, "mode=rwc", wait)
    if path.exists():
        connection.keep(path)
    return connection


def _schema() -> list[str]:
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8").split(";\n")


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Give a graph of an earlier version what it lacks: cues, and what is found by words."""
    from partnergraph.store.index import fill_index

    break_seal(connection)
    for statement in _CUES if _version(connection) == 1 else ():
        connection.execute(statement)
    for statement in _schema():
        if "fts5" in statement:
            connection.execute(statement)
    fill_index(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _create(connection: sqlite3.Connection) -> None:
    for statement in _schema():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _check(connection: sqlite3.Connection, path: Path) -> None:
    with one_line(path):
        version = _version(connection)
        ours = _application(connection) == APPLICATION
    if not ours:
        raise StoreError(str(path), "this is no partnergraph graph", "name another file with --db")
    if version < VERSION:
        raise StoreError(
            str(path),
            "an older partnergraph wrote it",
            "load any document into it with this one, which brings it up to date",
        )
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
    ("malformed", DAMAGED, TODO),
    ("locked", "another process reads or writes it", "wait until it is done"),
    ("full", "the disk is full", "make room; the graph is as it was"),
    ("readonly", "it may not be written", "check its rights or name another file with --db"),
    ("unable to open", "it cannot be opened", "check that the folder and its rights are right"),
)
