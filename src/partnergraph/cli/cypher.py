"""`partnergraph cypher`: Cypher on a Neo4j, from the catalogue, a file or the command line."""

import sys
from itertools import islice

import click

from partnergraph.cli.login import login_to
from partnergraph.cli.options import asking, limit_option, most
from partnergraph.cli.push import address
from partnergraph.errors import UsageError
from partnergraph.screen.output import write
from partnergraph.screen.terminal import note

_LISTED = ("name", "doc", "parameters", "columns")


@click.command()
@click.argument("what", required=False, metavar="[NAME|FILE]")
@click.option("-e", "text", metavar="TEXT", help="Run this Cypher.")
@click.option(
    "--param", "given", multiple=True, metavar="KEY=VALUE", help="Set a parameter; repeat it."
)
@click.option("--write", "writing", is_flag=True, help="Let it write (it only reads otherwise).")
@click.option("--list", "listing", is_flag=True, help="Show the questions there are.")
@limit_option
@asking
def cypher(
    db: str,
    form: str,
    what: str | None,
    text: str | None,
    given: tuple[str, ...],
    writing: bool,
    listing: bool,
    limit: int | None,
) -> None:
    """Run Cypher on the Neo4j that --db or NEO4J_URI names.

    NAME is a question of the catalogue, see --list; FILE holds statements parted by `;`. The
    parameters of a question are typed by its header, those of other Cypher are JSON or text.
    """
    if listing:
        _list(form)
        return
    if bool(what) == bool(text):
        raise UsageError("cypher", "it runs one thing", "name a question or file, or use -e TEXT")
    _run(db, form, what, text, _pairs(given), writing, most(limit, form))


def _run(
    db: str,
    form: str,
    what: str | None,
    text: str | None,
    given: dict[str, str],
    writing: bool,
    limit: int | None,
) -> None:
    from partnergraph.neo4j.cypher import named, parameters, run, script
    from partnergraph.neo4j.store import Neo4jStore

    chosen = named(what) if what else script(text or "", "-e")
    values = parameters(chosen, given)
    uri = address(db)
    with Neo4jStore(uri, login_to(uri)) as store:
        for columns, rows in run(store, chosen, values, writing):
            shown = list(islice(rows, limit)) if limit else list(rows)
            if columns:
                write(form, columns, shown, sys.stdout)
                note(f"{len(shown)} of {len(shown) + sum(1 for _ in rows)} rows")


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(pair, "this sets no parameter", "write it as KEY=VALUE")
        if name in pairs:
            raise UsageError(f"--param {name}", "it was given 2 values", "give it once")
        pairs[name] = value
    return pairs


def _list(form: str) -> None:
    from partnergraph.questions import in_cypher

    rows = [
        {
            "name": question.name,
            "doc": question.doc,
            "parameters": [" ".join(parameter[:2]) for parameter in question.parameters],
            "columns": [column.name for column in question.columns],
        }
        for question in in_cypher().values()
    ]
    write(form, _LISTED, rows, sys.stdout)
