"""`partnergraph export`: the graph as a file that others read."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from partnergraph.characters import unsafe_escaped
from partnergraph.cli.files import replacing
from partnergraph.cli.filters import resolved
from partnergraph.cli.options import (
    db_option,
    debug_option,
    delimiter_option,
    document_option,
    opened,
)
from partnergraph.cli.values import OneOf
from partnergraph.errors import UsageError
from partnergraph.exchange.csv_folder import ALL, AUDIENCES, write_folder
from partnergraph.exchange.export import WRITERS, write
from partnergraph.questions.resolve import resolve
from partnergraph.screen.terminal import note
from partnergraph.store.protocol import Store

_FOLDER = "csv"


@click.command()
@click.argument("form", metavar="FORMAT", type=OneOf("format", lambda: [*WRITERS, _FOLDER]))
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write it (default: standard output)."
)
@click.option(
    "--for",
    "audience",
    type=click.Choice([ALL, *AUDIENCES], case_sensitive=False),
    default=ALL,
    help="Of csv, the files for this program only (default: all).",
)
@delimiter_option
@document_option
@click.option(
    "--around", multiple=True, metavar="NAME", help="Only what is near this; repeat it for several."
)
@click.option(
    "--hops",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many steps from it at most (default: 1).",
)
@debug_option
@db_option
def export(
    db: str,
    form: str,
    output: str | None,
    audience: str,
    document: tuple[str, ...],
    around: tuple[str, ...],
    hops: int | None,
) -> None:
    """Write the graph, or a part of it, as FORMAT: jsonl, csv, graphml, gexf, ttl or json.

    jsonl is the graph with all its evidence, the same bytes for the same graph; partnergraph load
    reads it back. csv is a folder, named with -o: files for neo4j-admin database import with the
    command line to run, and plain tables for Gephi and Kumu. graphml and gexf open in Gephi,
    Gephi Lite, yEd and networkx; ttl is RDF with PROV-O; json is node-link.
    """
    if hops is not None and not around:
        raise UsageError("export --hops", "it says how far from what", "name that with --around")
    with opened(db) as store, ExitStack() as parts:
        part = _part(store, parts, document, around, 1 if hops is None else hops)
        _write(part, form, output, audience)


def _part(
    store: Store, parts: ExitStack, documents: Sequence[str], near: Sequence[str], hops: int
) -> Store:
    """The store, or the part of it that is asked for, for as long as `parts` is open."""
    from partnergraph.store.part import around, said_by

    middle = {resolve(store, name).id: name for name in near}
    if documents:
        ids = resolved(store, {"document": documents})["document"]
        store = parts.enter_context(said_by(store, ids))
        for id in middle.keys() - {node.id for node in store.nodes(middle)}:
            said = ", ".join(documents)
            raise UsageError(middle[id], f"{said} does not name it", "leave --document out")
    return parts.enter_context(around(store, list(middle), hops)) if middle else store


def _write(store: Store, form: str, output: str | None, audience: str) -> None:
    if form == _FOLDER:
        _write_folder(store, output, audience)
    elif output in (None, "-"):
        _write_out(store, form)
    else:
        with replacing(Path(output or "")) as file:
            write(store, form, file, note)
        note(f"{output}: written")


def _write_folder(store: Store, output: str | None, audience: str) -> None:
    if output in (None, "-"):
        raise UsageError("export csv", "it makes a folder of files", "name one with -o")
    lines = write_folder(store, Path(output or ""), audience)
    note(f"{output}: written")
    for line in lines:
        note(line)


def _write_out(store: Store, form: str) -> None:
    if not sys.stdout.isatty():
        write(store, form, sys.stdout, note)
        return
    for part in WRITERS[form](store, note):
        sys.stdout.write(unsafe_escaped(part))
