"""`partnergraph partners`: with whom somebody works, on what, and who says so."""

import sys
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import click

from partnergraph.cli.asking import tell, write_answer
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
from partnergraph.output import Row, Section, write_sections
from partnergraph.questions.answer import Answer, ask
from partnergraph.questions.resolve import resolve

_TABLE = ("activity", "roles", "topics", "who says so")


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
        answer = ask(store, "partners", rows, stakeholder=one.id, **chosen)
    if form == "table":
        write_sections(form, list(sections(answer)), sys.stdout)
        tell(answer)
    else:
        write_answer(form, answer)


def sections(answer: Answer) -> Iterator[Section]:
    """A table for each partner, and for each way in which it is one."""
    kind = itemgetter("partner_id", "how")
    for (_, how), group in groupby(sorted(answer.rows, key=kind), key=kind):
        shared = list(group)
        count = sum(row["activity"] is not None for row in shared)
        many = f": {count} {'activity' if count == 1 else 'activities'}" if count else ""
        title = f"{shared[0]['partner']}, {how}{many}"
        roles = any(row["own_roles"] != row["their_roles"] for row in shared) or "doing" in how
        columns = [column for column in _TABLE if roles or column != "roles"]
        yield Section(title, columns, [_shown(row) for row in shared])


def _shown(row: Row) -> Row:
    roles = [row["own_roles"], row["their_roles"]]
    return {
        "activity": row["activity"],
        "roles": roles[0] if roles[0] == roles[1] else " / ".join(map("; ".join, roles)),
        "topics": row["topics"],
        "who says so": [_place(said) for said in row["evidence"]],
    }


def _place(said: str) -> str:
    document, _, lines = said.partition(" ")
    return f"{lines} of {document.removeprefix('document:')}"
