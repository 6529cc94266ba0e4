"""`partnergraph push`: the graph into a Neo4j."""

import os
import sys
import time

import click

from partnergraph.cli.load import Progress
from partnergraph.cli.login import login_to
from partnergraph.cli.options import db_option, debug_option, file_of
from partnergraph.errors import UsageError
from partnergraph.screen.terminal import note


@click.command()
@click.argument("uri", required=False, envvar="NEO4J_URI")
@click.option("--prune", "pruning", is_flag=True, help="Remove what left the graph; only our own.")
@debug_option
@db_option
def push(db: str, uri: str | None, pruning: bool) -> None:
    """Write the graph into the Neo4j at URI (default: NEO4J_URI).

    What is there already is brought up to date, so that pushing again changes nothing, and an
    interrupted push is ended by the same command. Only nodes with the label Partnergraph are
    touched.
    """
    if not uri:
        todo = "name one, set NEO4J_URI, or start one with: partnergraph neo4j"
        raise UsageError("push", "it needs the address of a Neo4j", todo)
    push_to(uri, db, pruning)


def push_to(uri: str, db: str, pruning: bool = False) -> None:
    """Push the graph in the file `db`, with a progress bar, and say what came of it."""
    from partnergraph.neo4j.prune import prune
    from partnergraph.neo4j.push import push as push_all
    from partnergraph.neo4j.store import Neo4jStore
    from partnergraph.store.sqlite import SqliteStore

    start = time.monotonic()
    with SqliteStore(file_of(db)) as store, Neo4jStore(uri, login_to(uri)) as target:
        with Progress(sys.stderr) as progress:
            done = push_all(store, target, progress.tell)
        took = time.monotonic() - start
        note(f"{uri}: {done.nodes} nodes and {done.edges} relationships in {took:.1f} s")
        if pruning:
            gone = prune(store, target)
            note(f"pruned: {gone.nodes} nodes and {gone.edges} relationships")
            if gone.kept:
                note(f"{gone.kept} nodes that others' relationships hold on to lost our label only")


def address(db: str) -> str:
    """The Neo4j that `--db` or else NEO4J_URI names. Raises UsageError where none does."""
    from partnergraph.neo4j.address import shown
    from partnergraph.opening import is_address

    uri = db if is_address(db) else os.environ.get("NEO4J_URI")
    if not uri:
        todo = "give its address by --db or NEO4J_URI; start one with: partnergraph neo4j"
        raise UsageError(shown(db), "Cypher is asked of a Neo4j, and this is a file", todo)
    return uri
