"""`partnergraph gaps` and `partnergraph overlaps`: the questions of the catalogue, kind by kind."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import click

from partnergraph.cli.asking import write_answer, write_overview
from partnergraph.cli.filters import resolved
from partnergraph.cli.options import (
    agency_option,
    asked_limit,
    asking,
    counting_option,
    elsewhere,
    html_option,
    inferred_option,
    limit_option,
    most,
    narrowing,
    opened,
    who_option,
)
from partnergraph.cli.values import KindOf
from partnergraph.errors import UsageError
from partnergraph.questions import listing
from partnergraph.questions.answer import Answer, ask
from partnergraph.screen.asked import Asked
from partnergraph.screen.words import words_of
from partnergraph.store.protocol import Store

_FIRST = 3
_AROUND = 20


def _kinds(family: str) -> str:
    kinds = [name.removeprefix(f"{family}-") for name in listing.kinds(family)]
    return ", ".join(sorted(words_of(family, kinds)))


def _filters(family: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            html_option,
            limit_option,
            inferred_option,
            counting_option,
            who_option,
            narrowing,
            agency_option,
            click.option(
                "--kind",
                "chosen",
                type=KindOf(family),
                multiple=True,
                metavar="KIND",
                help=f"The one to show, all in short without it: {_kinds(family)}.",
            ),
        ):
            command = option(command)
        return command

    return add


@click.command()
@_filters("gaps")
@asking
def gaps(
    db: str, form: str, chosen: tuple[str, ...], limit: int | None, html: str | None, **filters: Any
) -> None:
    """What nobody serves, what rests on one alone, who shares a topic and never meets.

    Without --kind, all kinds, those first that are certain. A gap is certain where a document lists
    such things and has nobody here; it is not recorded where no document lists them. A filter takes
    a name, a part of it or an id; one that a kind does not take is refused.
    """
    _find("gaps", db, form, chosen, limit, html, filters)


@click.command()
@_filters("overlaps")
@asking
def overlaps(
    db: str, form: str, chosen: tuple[str, ...], limit: int | None, html: str | None, **filters: Any
) -> None:
    """Agencies on the same activities, objectives pursued twice, topics served alike.

    Without --kind, all kinds with their counts and first rows. A filter takes a name, a part of it
    or an id; one that a kind does not take is refused.
    """
    _find("overlaps", db, form, chosen, limit, html, filters)


def _find(
    family: str,
    db: str,
    form: str,
    kinds: tuple[str, ...],
    limit: int | None,
    html: str | None,
    filters: dict[str, Any],
) -> None:
    with opened(db) as store:
        asked = Asking(store, family, tuple(dict.fromkeys(kinds)), filters, db)
        with suppress(BrokenPipeError):
            asked.write_rows(form, limit)
        if html is not None:
            asked.write_page(html, limit)


class Asking:
    """What a command asks of a store: one kind, some, or all that take its filters."""

    def __init__(
        self,
        store: Store,
        family: str,
        kinds: tuple[str, ...],
        filters: dict[str, Any],
        db: str,
    ) -> None:
        self._store = store
        self._family = family
        self._kinds = kinds
        self._typed = {key: value for key, value in filters.items() if value}
        self._filters = resolved(store, filters)
        self._db = elsewhere(db)

    def write_rows(self, form: str, limit: int | None) -> None:
        """The rows of one kind, or the first ones of several."""
        if len(self._kinds) == 1:
            (kind,) = self._kinds
            rows = asked_limit(limit, form)
            answer = ask(self._store, f"{self._family}-{kind}", rows, **self._filters)
            write_answer(form, self._store, answer, self._asked(kind, form), most(limit, form))
            return
        limit = _FIRST if limit is None else limit
        answers = self._overview(asked_limit(limit, form))
        asked = {kind: self._asked(kind, form) for kind in answers}
        write_overview(form, self._store, answers, asked, most(limit, form))

    def write_page(self, html: str, limit: int | None) -> None:
        """The page that opens on the answer."""
        from partnergraph.cli.render import write_page
        from partnergraph.picture import Request, scope_around

        answers = self._overview(limit or 0)
        opens = self._kinds[0] if self._kinds else ""
        gap, overlap = (opens, None) if self._family == "gaps" else (None, opens)
        by_name = {answer.name: answer for answer in answers.values()}
        scope = scope_around(self._store, _first_ids(by_name.values()))
        request = Request(scope, gap=gap, overlap=overlap, answers=by_name)
        write_page(self._store, request, html)

    def _asked(self, kind: str, form: str) -> Asked:
        if form == "screen":
            words = {kind: word for word, kind in words_of(self._family, [kind]).items()}
            kind = words[kind]
        return Asked((self._family, "--kind", kind), self._db, self._typed, self._filters)

    def _overview(self, limit: int) -> dict[str, Answer]:
        if self._kinds:
            return {
                kind: ask(self._store, f"{self._family}-{kind}", limit, **self._filters)
                for kind in self._kinds
            }
        return _all_kinds(self._store, self._family, limit, self._filters)


def _first_ids(answers: Iterable[Answer]) -> Iterator[str]:
    for answer in answers:
        for row in answer.rows[:_AROUND]:
            yield from (
                value
                for key, value in row.items()
                if key.endswith("_id") and isinstance(value, str)
            )


def _all_kinds(store: Store, family: str, limit: int, filters: dict[str, Any]) -> dict[str, Answer]:
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
