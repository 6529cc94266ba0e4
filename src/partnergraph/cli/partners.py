"""`partnergraph partners`: with whom somebody works, on what, and who says so."""

from typing import Any

import click

from partnergraph.cli.asking import write_answer
from partnergraph.cli.findings import STAKEHOLDERS, resolved
from partnergraph.cli.options import (
    OneOf,
    asking,
    inferred_option,
    limit_option,
    most,
    opened,
    projections,
    who_option,
)
from partnergraph.questions.answer import ask
from partnergraph.questions.resolve import resolve


@click.command()
@click.argument("name")
@click.option("--roundtable", metavar="NAME", help="Only under this roundtable.")
@click.option("--topic", metavar="NAME", help="Only under this topic.")
@click.option("--document", metavar="NAME", help="Only what this document says.")
@who_option
@click.option(
    "--projection",
    type=OneOf("projection", projections),
    metavar="NAME",
    help="Which links count: work (default), doing, expertise or money.",
)
@inferred_option
@limit_option
@asking
def partners(db: str, form: str, name: str, limit: int | None, **filters: Any) -> None:
    """With whom NAME is on which activities, in which roles, and who says so.

    Two who do something on one activity work together; two who are listed with expertise in it
    are said to be just that. NAME is a name, an acronym or an id.
    """
    with opened(db) as store:
        one = resolve(store, name, STAKEHOLDERS)
        chosen = resolved(store, filters)
        rows = most(limit, form) or 0
        write_answer(form, ask(store, "partners", rows, stakeholder=one.id, **chosen))
