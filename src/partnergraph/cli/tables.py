"""`partnergraph matrix`, `people`, `instruments`, `corroborated` and `between`."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from partnergraph.cli.asking import tell, write_answer
from partnergraph.cli.filters import resolved
from partnergraph.cli.options import (
    STAKEHOLDERS,
    agency_option,
    asked_limit,
    asking,
    counting_option,
    country_option,
    document_option,
    elsewhere,
    inferred_option,
    limit_option,
    most,
    names_of,
    narrowing,
    opened,
    who_option,
)
from partnergraph.cli.sheet import check_sheet, write_sheet
from partnergraph.cli.values import OneOf, kinds
from partnergraph.questions.answer import Answer, ask
from partnergraph.questions.resolve import resolve
from partnergraph.screen.answers import Screen
from partnergraph.screen.asked import Asked
from partnergraph.screen.matrix import write_matrix
from partnergraph.screen.output import Row, write
from partnergraph.screen.terminal import note

_EMPTY = {"none": "0", "not recorded": "?"}


@click.command()
@click.option(
    "--by",
    type=OneOf("matrix", kinds("matrix")),
    default="topic",
    metavar="WHAT",
    help="What stands beside the agencies: topic (default), objective, country or document.",
)
@agency_option
@narrowing
@who_option
@counting_option
@inferred_option
@click.option(
    "-o", "--output", metavar="FILE", help="Write it as a sheet, too: matrix.csv or matrix.xlsx."
)
@asking
def matrix(db: str, form: str, by: str, output: str | None, **filters: Any) -> None:
    """Agencies by topics, objectives, countries or documents: on how many activities each is.

    An empty cell is 0 where a document lists both and has nobody there, and ? where no document
    says. Machine formats have a row for each cell, with `absence`; -o writes the matrix itself.
    """
    if output is not None:
        check_sheet(output)
    with opened(db) as store:
        chosen = resolved(store, filters)
        answer = ask(store, f"matrix-{by}", **chosen)
        asked = Asked(("matrix", "--by", by), elsewhere(db), _typed(filters), chosen)
        if output is not None:
            write_sheet(output, answer, by)
            note(f"{output}: written")
        if form == "screen":
            write_matrix(Screen(store, asked, sys.stdout), answer, by, sys.stdout)
        elif form != "table":
            write_answer(form, store, answer, asked)
    if form != "table":
        return
    agencies = list(dict.fromkeys(row["agency"] for row in answer.rows))
    write(form, (by, *agencies), crossed(answer, by), sys.stdout)
    tell(answer, asked)
    if answer.rows:
        note("0: listed, and on no activity there (none); ?: no document says (not recorded)")


def crossed(answer: Answer, by: str) -> Iterator[Row]:
    """A row for each topic, or what else the matrix is by, with a cell for each agency."""
    rows: dict[str, dict[str, Any]] = {}
    for row in answer.rows:
        line = rows.setdefault(row[f"{by}_id"], {by: row[by]})
        line[row["agency"]] = row["count"] or _EMPTY[row["absence"]]
    yield from (rows[id] for id in sorted(rows))


@click.command()
@agency_option
@country_option
@document_option
@inferred_option
@limit_option
@asking
def people(db: str, form: str, limit: int | None, **filters: Any) -> None:
    """Who spoke or moderated where, for whom.

    --agency takes whom they spoke for: an agency, an organisation or a country; --country too.
    """
    _answer(db, form, limit, "people", (), filters)


@click.command()
@document_option
@inferred_option
@limit_option
@asking
def instruments(db: str, form: str, limit: int | None, **filters: Any) -> None:
    """The treaties, compacts and resolutions that papers cite, the most cited first."""
    _answer(db, form, limit, "instruments", (), filters)


@click.command()
@agency_option
@country_option
@document_option
@limit_option
@asking
def corroborated(db: str, form: str, limit: int | None, **filters: Any) -> None:
    """What two or more documents say alike, each in its own words."""
    _answer(db, form, limit, "corroborated", (), filters)


@click.command()
@click.argument("one", metavar="A", shell_complete=names_of(STAKEHOLDERS))
@click.argument("other", metavar="B", shell_complete=names_of(STAKEHOLDERS))
@narrowing
@who_option
@counting_option
@inferred_option
@limit_option
@asking
def between(db: str, form: str, one: str, other: str, limit: int | None, **filters: Any) -> None:
    """Who stands between A and B: is on activities with the one and with the other.

    A and B are names, acronyms or ids of agencies, organisations, countries or others who act.
    """

    def ends(find: Callable[[str], str]) -> dict[str, str]:
        return {"one": find(one), "other": find(other)}

    _answer(db, form, limit, "between", (one, other), filters, ends)


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=names_of(STAKEHOLDERS))
@narrowing
@click.option("--alone", is_flag=True, help="Only what nobody else is on.")
@inferred_option
@limit_option
@asking
def portfolio(
    db: str, form: str, name: tuple[str, ...], limit: int | None, alone: bool, **filters: Any
) -> None:
    """What NAME is on: activities, meetings, papers; in which roles, where and with whom.

    NAME is a name, a part of it, an acronym or an id; several words need no quotes.
    """

    def ends(find: Callable[[str], str]) -> dict[str, str]:
        return {"stakeholder": find(" ".join(name))}

    _answer(
        db,
        form,
        limit,
        "portfolio",
        name,
        filters,
        ends,
        _unshared if alone else lambda answer: answer,
    )


def _unshared(answer: Answer) -> Answer:
    rows = [row for row in answer.rows if not row["others"]]
    why = answer.empty or "somebody else is on each thing that it is on"
    return answer._replace(rows=rows, total=len(rows), empty=why)


def _every(answer: Answer) -> Answer:
    return answer


def _answer(
    db: str,
    form: str,
    limit: int | None,
    name: str,
    words: tuple[str, ...],
    filters: dict[str, Any],
    ends: Callable[[Callable[[str], str]], dict[str, str]] = lambda find: {},
    chosen_rows: Callable[[Answer], Answer] = _every,
) -> None:
    with opened(db) as store:
        named = ends(lambda typed: resolve(store, typed, STAKEHOLDERS).id)
        chosen = resolved(store, filters)
        answer = chosen_rows(ask(store, name, asked_limit(limit, form), **named, **chosen))
        asked = Asked((name, *words), elsewhere(db), _typed(filters), chosen, named)
        write_answer(form, store, answer, asked, most(limit, form))


def _typed(filters: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in filters.items() if value}
