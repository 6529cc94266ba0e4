"""`partnergraph export`: the graph as a file that others read."""

import sys
from pathlib import Path

import click

from partnergraph.cli.files import replacing
from partnergraph.cli.options import OneOf, db_option, debug_option, opened
from partnergraph.errors import UsageError
from partnergraph.export import WRITERS, write
from partnergraph.neo4j_csv import write_csv
from partnergraph.store.protocol import Store
from partnergraph.terminal import note, unsafe_escaped

_FOLDER = "csv"


@click.command()
@click.argument("form", metavar="FORMAT", type=OneOf("format", lambda: [*WRITERS, _FOLDER]))
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write it (default: standard output)."
)
@debug_option
@db_option
def export(db: str, form: str, output: str | None) -> None:
    """Write the whole graph as FORMAT: jsonl, csv, graphml, gexf or json.

    jsonl is the graph with all its evidence, the same bytes for the same graph; partnergraph load
    reads it back. csv is a folder of files for neo4j-admin database import, named with -o, with
    the command line to run. graphml and gexf open in Gephi, yEd and networkx; json is node-link.
    """
    with opened(db) as store:
        if form == _FOLDER:
            _write_folder(store, output)
        elif output in (None, "-"):
            _write_out(store, form)
        else:
            with replacing(Path(output or "")) as file:
                write(store, form, file)
            note(f"{output}: written")


def _write_folder(store: Store, output: str | None) -> None:
    if output in (None, "-"):
        raise UsageError("export csv", "it makes a folder of files", "name one with -o")
    command = write_csv(store, Path(output or ""))
    note(f"{output}: written; import it, in that folder, with:")
    note(command)


def _write_out(store: Store, form: str) -> None:
    if not sys.stdout.isatty():
        write(store, form, sys.stdout)
        return
    for part in WRITERS[form](store):
        sys.stdout.write(unsafe_escaped(part))
