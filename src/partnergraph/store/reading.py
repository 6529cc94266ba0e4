"""Connections that need no right to write, and leave nothing beside a graph that they read.

A graph at rest keeps no log of its own, and is read as it is. One with a log (it is written right
now, or a load was killed) is read through it where the log's index is there, too; where that could
only be made beside the graph, by somebody whose files would stand in its owner's way, a copy is
read.
"""

import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from weakref import WeakSet

from partnergraph.errors import StoreError

C = TypeVar("C", bound="Kept")
_LOGGED = b"\2\2"
_LOGGED_AT = slice(18, 20)


class Kept(sqlite3.Connection):
    """A connection that this process knows to be open.

    Whoever opens such a file another way and closes it again takes the locks of all connections
    of the process with it: that is how locks of files are.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.file: tuple[int, int] | None = None

    def keep(self, path: Path) -> None:
        """Count as open until it is closed."""
        self.file = _file(path)
        _OPEN.add(self)

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        _OPEN.discard(self)


_OPEN: "WeakSet[Kept]" = WeakSet()


class Copy(Kept):
    """A connection to a copy, which goes when it is closed."""

    folder: "TemporaryDirectory[str] | None" = None

    def close(self) -> None:
        """Let go of the copy."""
        super().close()
        if self.folder:
            self.folder.cleanup()


class Frozen(Kept):
    """A connection to a file that nobody may write meanwhile; `check` sees whether somebody did."""

    path = Path()
    seen: tuple[int, int] = (0, 0)

    def watch(self, path: Path) -> None:
        """Remember how the file is now."""
        self.path, self.seen = path, _state(path)

    def check(self) -> None:
        """Raise StoreError where the file was written since."""
        if _state(self.path) != self.seen:
            what = "it was written while it was being read"
            raise StoreError(str(self.path), what, "ask again")


def connect_to_read(path: Path, wait: float) -> sqlite3.Connection:
    """A connection that only reads. Raises sqlite3.Error and OSError."""
    log, index = (Path(f"{path}{suffix}") for suffix in ("-wal", "-shm"))
    if _holds(log):
        if index.exists() or _is_mine(path):
            return connect(path, "mode=ro", wait)
        return _copied(path, "-wal", wait)
    if not log.exists() and _is_logged(path):
        frozen = connect(path, "immutable=1", wait, Frozen)
        frozen.watch(path)
        return frozen
    return connect(path, "mode=ro", wait)


def connect(path: Path, options: str, wait: float, kind: type[C] = Kept) -> C:  # type: ignore[assignment]
    """A connection to a file, as SQLite's URIs have options. Raises sqlite3.Error."""
    uri = f"{path.absolute().as_uri()}?{options}"
    made = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, factory=kind)
    if path.exists():
        made.keep(path)
    return made


def recovered(path: Path, wait: float) -> sqlite3.Connection:
    """A connection to a graph whose writer was stopped amid a change, with that change undone."""
    if not _is_mine(path):
        return _copied(path, "-journal", wait)
    undoing: Kept = connect(path, "mode=rw", wait)
    undoing.execute("SELECT count(*) FROM sqlite_master").fetchone()
    undoing.close()
    return connect(path, "mode=ro", wait)


def _copied(path: Path, beside: str, wait: float) -> sqlite3.Connection:
    folder = TemporaryDirectory(prefix="partnergraph-")
    copy = Path(folder.name, "graph.db")
    shutil.copyfile(path, copy)
    shutil.copyfile(f"{path}{beside}", f"{copy}{beside}")
    connection = connect(copy, "mode=rw", wait, Copy)
    connection.folder = folder
    return connection


def _is_logged(path: Path) -> bool:
    """Whether a file that nobody has a log of was left in the mode that has one."""
    if _file(path) in {connection.file for connection in _OPEN}:
        return False
    with path.open("rb") as file:
        return file.read(_LOGGED_AT.stop)[_LOGGED_AT] == _LOGGED


def _file(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _holds(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def _is_mine(path: Path) -> bool:
    """Whether files made beside it are its owner's."""
    owner = getattr(os, "geteuid", lambda: path.stat().st_uid)()
    return owner == path.stat().st_uid and os.access(path.absolute().parent, os.W_OK)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
