"""`partnergraph search`: find a thing by a part of its name."""

import sys

import click

from partnergraph.cli.options import OneOf, asking, labels, limit_option, most, opened
from partnergraph.model import Node
from partnergraph.output import Row, write
from partnergraph.terminal import note

_COLUMNS = ("label", "name", "acronym", "aliases", "id")


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--label", "wanted", type=OneOf("label", labels), multiple=True, help="Only these.")
@limit_option
@asking
def search(
    db: str, form: str, text: tuple[str, ...], wanted: tuple[str, ...], limit: int | None
) -> None:
    """Things whose name, printed form, acronym or code holds TEXT, the closest first.

    Case, accents and punctuation do not matter.
    """
    words = " ".join(text)
    with opened(db) as store:
        found = store.search(words, wanted, 0)
        shown = found[: most(limit, form)]
        write(form, _COLUMNS, map(_row, shown), sys.stdout)
    note(f"{len(shown)} of {len(found)} rows" if found else _nothing(words, wanted))


def _row(node: Node) -> Row:
    known = {key: node.properties.get(key) for key in ("acronym", "aliases")}
    return {"label": node.label, "name": node.name, **known, "id": node.id}


def _nothing(words: str, wanted: tuple[str, ...]) -> str:
    where = f" labelled {', '.join(wanted)}" if wanted else ""
    return f"no rows: nothing{where} has a name that holds “{words}”"
