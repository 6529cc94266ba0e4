"""`partnergraph render`: the picture, one HTML file."""

import sys
from pathlib import Path
from typing import Any

import click

from partnergraph.cli.files import replacing
from partnergraph.cli.filters import resolved
from partnergraph.cli.options import (
    country_option,
    db_option,
    debug_option,
    document_option,
    names_of,
    opened,
    topic_option,
)
from partnergraph.cli.values import KindOf, OneOf
from partnergraph.picture import VIEWS, Request, Scope, page
from partnergraph.questions.resolve import resolve
from partnergraph.screen.terminal import note
from partnergraph.store.protocol import Store

OUTPUT = "partnergraph.html"


@click.command()
@click.argument("things", nargs=-1, metavar="[X]...", shell_complete=names_of())
@click.option("--gap", type=KindOf("gaps"), metavar="KIND", help="Open on this gap.")
@click.option("--overlap", type=KindOf("overlaps"), metavar="KIND", help="Or on this overlap.")
@topic_option
@country_option
@document_option
@click.option(
    "--hops", type=click.IntRange(min=0), metavar="N", help="Only what is N steps or fewer from X."
)
@click.option("--title", default="", help="What the page is called (default: as the graph).")
@click.option(
    "--view", type=OneOf("view", lambda: VIEWS), metavar="VIEW", help=f"One of {', '.join(VIEWS)}."
)
@click.option(
    "-o", "--output", default=OUTPUT, metavar="FILE", help=f"Where to write it (default: {OUTPUT})."
)
@click.option("--open", "show", is_flag=True, help="Open it in a browser.")
@debug_option
@db_option
def render(
    db: str,
    things: tuple[str, ...],
    gap: str | None,
    overlap: str | None,
    hops: int | None,
    title: str,
    view: str | None,
    output: str,
    show: bool,
    **filters: Any,
) -> None:
    """Write the graph as one HTML page, with X in the middle, that opens offline.

    X is a name, an acronym or an id; the first one stands in the middle. Without any, the page
    opens on the stakeholder with the most statements. All of the graph is on the page, unless
    --hops, --topic, --country or --document say which part.
    """
    with opened(db) as store:
        centres = tuple(resolve(store, thing).id for thing in things)
        named = resolved(store, filters)
        wholes = (tuple(named.get(name, ())) for name in ("document", "topic", "country"))
        scope = Scope(centres, hops, *wholes)
        write_page(store, Request(scope, title, view, gap, overlap), output, show)


def write_page(store: Store, request: Request, output: str, show: bool = False) -> None:
    """Write the page a request asks for and say where it is; `-` is standard output."""
    text = page(store, request)
    if output == "-":
        sys.stdout.write(text)
        return
    with replacing(Path(output)) as file:
        file.write(text)
    note(f"{output}: written; open it in a browser")
    if show:
        import webbrowser

        webbrowser.open(Path(output).resolve().as_uri())
