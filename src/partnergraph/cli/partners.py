"""`partnergraph partners`: with whom somebody works, on what, and who says so."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import click

from partnergraph.cli.asking import tell, write_answer
from partnergraph.cli.filters import resolved
from partnergraph.cli.options import (
    STAKEHOLDERS,
    asking,
    counting_option,
    elsewhere,
    inferred_option,
    limit_option,
    most,
    names_of,
    narrowing,
    opened,
    who_option,
)
from partnergraph.questions.answer import Answer, ask
from partnergraph.questions.resolve import resolve
from partnergraph.screen.answers import Screen
from partnergraph.screen.asked import Asked
from partnergraph.screen.output import Row, Section, write_sections
from partnergraph.screen.partners import write_partners
from partnergraph.screen.terminal import note

_TABLE = ("activity", "roles", "topics", "who says so")
_HEADING = itemgetter("partner_id", "how")
_NAMED = 5
_ON_SCREEN = 3


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=names_of(STAKEHOLDERS))
@narrowing
@who_option
@counting_option
@inferred_option
@limit_option
@asking
def partners(db: str, form: str, name: tuple[str, ...], limit: int | None, **filters: Any) -> None:
    """With whom NAME is on which activities, in which roles, and who says so.

    Two who do something on one activity, meeting, paper or programme work together; two who are
    listed with expertise in it are said to be just that, and who supports it or answers for it
    too. Of an agency, agencies and organisations are counted, of all others every stakeholder.
    NAME is a name, a part of it, an acronym or an id; several words need no quotes.
    """
    with opened(db) as store:
        one = resolve(store, " ".join(name), STAKEHOLDERS)
        chosen = resolved(store, filters)
        answer = ask(store, "partners", stakeholder=one.id, **chosen)
        typed = {key: value for key, value in filters.items() if value}
        asked = Asked(("partners", *name), elsewhere(db), typed, chosen, {"stakeholder": one.id})
        rows = most(limit, form, _ON_SCREEN) or 0
        if form == "screen":
            write_partners(Screen(store, asked, sys.stdout), answer, rows, sys.stdout)
            return
        shown = first_of_each(answer, rows)
        if form == "table":
            write_sections(form, list(sections(answer, rows)), sys.stdout)
            tell(shown, asked)
        else:
            write_answer(form, store, shown, asked)
    if len(shown.rows) < answer.total:
        _tell_cut(answer, shown, asked, rows)


def first_of_each(answer: Answer, rows: int) -> Answer:
    """The answer with the first rows of each partner and each way of being one; 0 is all."""
    if not rows:
        return answer
    groups = groupby(sorted(answer.rows, key=_HEADING), key=_HEADING)
    kept = {id(row) for _, group in groups for row in islice(group, rows)}
    return answer._replace(rows=[row for row in answer.rows if id(row) in kept])


def sections(answer: Answer, rows: int = 0) -> Iterator[Section]:
    """A table for each partner and each way in which it is one, of its first rows; 0 is all.

    Its title counts before anything is left out.
    """
    for (_, how), group in groupby(sorted(answer.rows, key=_HEADING), key=_HEADING):
        shared = list(group)
        title = f"{shared[0]['partner']}, {how}{_counted(shared)}"
        if rows and rows < len(shared):
            title += f", the first {rows}"
        roles = any(row["own_roles"] != row["their_roles"] for row in shared) or "doing" in how
        columns = [column for column in _TABLE if roles or column != "roles"]
        yield Section(title, columns, [_shown(row) for row in (shared[:rows] if rows else shared)])


def _counted(shared: Sequence[Row]) -> str:
    ids = [row["activity_id"] for row in shared if row["activity_id"] is not None]
    things = "activities" if all(id.startswith("activity:") for id in ids) else "things"
    one = "activity" if things == "activities" else "thing"
    return f": {len(ids)} {one if len(ids) == 1 else things}" if ids else ""


def _tell_cut(answer: Answer, shown: Answer, asked: Asked, rows: int) -> None:
    left = Counter(map(_HEADING, answer.rows))
    left.subtract(Counter(map(_HEADING, shown.rows)))
    names = {row["partner_id"]: row["partner"] for row in answer.rows}
    said = [f"{count} of {names[id]}" for (id, _), count in left.most_common() if count]
    more = [f"and of {len(said) - _NAMED} more"] if len(said) > _NAMED else []
    note(f"left out by --limit {rows}: {', '.join(said[:_NAMED] + more)}")
    note(f"  all of them with: {asked.line(asked.typed, '--limit', '0')}")


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
