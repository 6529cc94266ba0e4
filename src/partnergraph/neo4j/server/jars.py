"""The jars of a lock file: fetched once into the user's cache, each checked by its SHA-256.

A lock file names the main class of its program, then each jar with its SHA-256:

    # main: org.neo4j.server.Neo4jCommunity
    org.neo4j:neo4j:2026.08.1 3c50cc18f083…

A classifier follows the version behind a colon. `scripts/build_server_locks.py` makes the files.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any, NamedTuple

from partnergraph.errors import ServerError, UsageError
from partnergraph.neo4j.server.home import home_of_user

LOCK = Path(__file__).with_name("neo4j-2026.08.1.lock")
Progress = Callable[[int, int, str], None]
_AT_ONCE = 8
_TIMEOUT = 30
_CHUNK = 1 << 20
_MAIN = "# main: "


class Pin(NamedTuple):
    """A jar that is trusted: its Maven coordinate and its SHA-256."""

    coordinate: str
    sha256: str

    @property
    def path(self) -> Path:
        """Where it stands in the cache.

        >>> Pin("io.netty:netty-epoll:4.2:linux-x86_64", "").path.as_posix()
        'io.netty/netty-epoll-4.2-linux-x86_64.jar'
        """
        group, *rest = self.coordinate.split(":")
        return Path(group, "-".join(rest) + ".jar")


def cache_folder() -> Path:
    """Where this user's programs keep what can be fetched again."""
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "partnergraph"
    if sys.platform == "darwin":
        return home_of_user("XDG_CACHE_HOME") / "Library" / "Caches" / "partnergraph"
    if local := os.environ.get("LOCALAPPDATA"):
        return Path(local) / "partnergraph"
    return home_of_user("XDG_CACHE_HOME") / ".cache" / "partnergraph"


def jars(
    lock: Path = LOCK, cache: Path | None = None, progress: Progress | None = None
) -> list[Path]:
    """The jars that a lock file names, all there and all as pinned.

    `progress` is told how many of how many are there and which came last. Raises ServerError where
    one cannot be fetched or is not what was pinned, UsageError without the extra `server`.
    """
    pins = list(pinned(lock))
    folder = (cache or cache_folder()) / "jars"
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting = {pool.submit(_there, pin, folder): pin for pin in pins}
        try:
            for done, future in enumerate(as_completed(waiting), start=1):
                future.result()
                if progress:
                    progress(done, len(pins), f"fetching {waiting[future].path.name}")
        finally:
            pool.shutdown(cancel_futures=True)
    return [folder / pin.path for pin in pins]


def pinned(lock: Path) -> Iterator[Pin]:
    """The jars that a lock file names."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.startswith(_MAIN):
            coordinate, sha256 = line.split()
            yield Pin(coordinate, sha256)


def main_class(lock: Path) -> str:
    """The main class of the program that a lock file is of.

    >>> main_class(LOCK)
    'org.neo4j.server.Neo4jCommunity'
    """
    return lock.read_text(encoding="utf-8").partition("\n")[0].removeprefix(_MAIN)


def _there(pin: Pin, folder: Path) -> None:
    """See that a jar is in the folder; it comes there only once it is whole and checked."""
    target = folder / pin.path
    if target.is_file() and _sha256(target) == pin.sha256:
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as part:
            found = _fetched(pin, Path(part))
            if _sha256(found) != pin.sha256:
                what = "what was fetched is not what was pinned"
                raise ServerError(pin.coordinate, what, "try again; if it stays, report it")
            found.replace(target)
    except OSError as error:
        error.filename = error.filename or str(folder)
        raise


def _fetched(pin: Pin, folder: Path) -> Path:
    maven, failures = _libraries()
    context = maven.MavenContext(maven.PythonResolver(), repo_cache=folder, timeout=_TIMEOUT)
    group, artifact, version, classifier = (*pin.coordinate.split(":"), "")[:4]
    component = context.project(group, artifact).at_version(version)
    try:
        return Path(component.artifact(classifier).resolve())
    except failures as error:
        what = f"it cannot be fetched from Maven Central ({type(error).__name__})"
        todo = "check the network, then run it again: what is there is kept"
        raise ServerError(pin.coordinate, what, todo) from error


def _libraries() -> tuple[Any, tuple[type[Exception], ...]]:
    """The Maven of jgo, and what it raises."""
    try:
        import requests
        from jgo import maven
    except ImportError:
        todo = "install it with: pip install 'partnergraph[server]'"
        raise UsageError("partnergraph neo4j", "the extra `server` is missing", todo) from None
    return maven, (requests.RequestException, RuntimeError)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
