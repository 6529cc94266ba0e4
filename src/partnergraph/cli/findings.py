"""`partnergraph gaps` and `partnergraph overlaps`: the questions of the catalogue, kind by kind."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import click

from partnergraph.cli.asking import write_answer, write_overview
from partnergraph.cli.options import (
    OneOf,
    asking,
    html_option,
    inferred_option,
    kinds,
    limit_option,
    most,
    opened,
    projections,
    who_option,
)
from partnergraph.errors import UsageError
from partnergraph.questions import listing
from partnergraph.questions.answer import Answer, ask
from partnergraph.questions.resolve import resolve
from partnergraph.store.protocol import Store

STAKEHOLDERS = ("Agency", "Organisation", "Country", "RCP", "Person")
_NAMED = {
    "agency": STAKEHOLDERS,
    "roundtable": ("Roundtable",),
    "topic": ("Topic",),
    "document": ("Document",),
}
_FIRST = 3
_AROUND = 20


def _filters(family: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            html_option,
            limit_option,
            inferred_option,
            click.option(
                "--projection",
                type=OneOf("projection", projections),
                metavar="NAME",
                help="Which links count: work (default), doing, expertise or money.",
            ),
            who_option,
            click.option("--document", metavar="NAME", help="Only what this document says."),
            click.option("--topic", metavar="NAME", help="Only under this topic."),
            click.option("--roundtable", metavar="NAME", help="Only under this roundtable."),
            click.option("--agency", metavar="NAME", help="Only rows with this agency."),
            click.option(
                "--kind",
                type=OneOf("kind", kinds(family)),
                metavar="KIND",
                help="The one to show; all in short without it.",
            ),
        ):
            command = option(command)
        return command

    return add


@click.command()
@_filters("gaps")
@asking
def gaps(
    db: str, form: str, kind: str | None, limit: int | None, html: str | None, **filters: Any
) -> None:
    """What nobody serves, what rests on one alone, who shares a topic and never meets.

    Without --kind, all kinds with their counts and first rows. Every row says in `absence` whether
    it is none (the source covers this and records nobody) or not recorded (no source covers it).
    A filter takes a name or an id; one that a kind does not take is refused.
    """
    _find("gaps", db, form, kind, limit, html, filters)


@click.command()
@_filters("overlaps")
@asking
def overlaps(
    db: str, form: str, kind: str | None, limit: int | None, html: str | None, **filters: Any
) -> None:
    """Agencies on the same activities, objectives pursued twice, topics served alike.

    Without --kind, all kinds with their counts and first rows. A filter takes a name or an id; one
    that a kind does not take is refused.
    """
    _find("overlaps", db, form, kind, limit, html, filters)


def _find(
    family: str,
    db: str,
    form: str,
    kind: str | None,
    limit: int | None,
    html: str | None,
    filters: dict[str, Any],
) -> None:
    with opened(db) as store:
        chosen = resolved(store, filters)
        with suppress(BrokenPipeError):
            _write_rows(store, family, form, kind, limit, chosen)
        if html is not None:
            _write_page(store, family, kind, limit, html, chosen)


def _write_rows(
    store: Store,
    family: str,
    form: str,
    kind: str | None,
    limit: int | None,
    chosen: dict[str, Any],
) -> None:
    if kind:
        write_answer(form, ask(store, f"{family}-{kind}", most(limit, form) or 0, **chosen))
    else:
        write_overview(form, _overview(store, family, _FIRST if limit is None else limit, chosen))


def _write_page(
    store: Store,
    family: str,
    kind: str | None,
    limit: int | None,
    html: str,
    chosen: dict[str, Any],
) -> None:
    from partnergraph.cli.render import write_page
    from partnergraph.picture import Request, scope_around

    if kind:
        answers = {kind: ask(store, f"{family}-{kind}", limit or 0, **chosen)}
    else:
        answers = _overview(store, family, limit or 0, chosen)
    opens = kind or ""
    gap, overlap = (opens, None) if family == "gaps" else (None, opens)
    by_name = {answer.name: answer for answer in answers.values()}
    scope = scope_around(store, _first_ids(by_name.values()))
    write_page(store, Request(scope, gap=gap, overlap=overlap, answers=by_name), html)


def _first_ids(answers: Iterable[Answer]) -> Iterator[str]:
    for answer in answers:
        for row in answer.rows[:_AROUND]:
            yield from (
                value
                for key, value in row.items()
                if key.endswith("_id") and isinstance(value, str)
            )


def _overview(store: Store, family: str, limit: int, filters: dict[str, Any]) -> dict[str, Answer]:
    answers = {}
    for name in listing.kinds(family):
        if set(filters) <= set(listing.question(name, store.language).filters):
            answers[name.removeprefix(f"{family}-")] = ask(store, name, limit, **filters)
    if not answers:
        raise UsageError(
            " and ".join(f"--{name}" for name in filters),
            f"no kind of {family} takes this",
            f"see partnergraph {family} --help",
        )
    return answers


def resolved(store: Store, filters: dict[str, Any]) -> dict[str, Any]:
    """The filters that were given, names as ids."""
    chosen = {key: value for key, value in filters.items() if value}
    for key, labels in _NAMED.items():
        if key in chosen:
            chosen[key] = resolve(store, chosen[key], labels).id
    return chosen
