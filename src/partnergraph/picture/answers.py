"""The answers a picture lists: gaps and overlaps, as the catalogue gives them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from partnergraph.picture.request import Request
from partnergraph.questions import listing
from partnergraph.questions.answer import Answer, ask
from partnergraph.store.protocol import Store
from partnergraph.terminal import plain

FAMILIES = ("gaps", "overlaps")
MOST_ROWS = 1_000
_ALL_KINDS_UP_TO = 3_000


def answers(store: Store, request: Request) -> dict[str, list[dict[str, Any]]]:
    """By family, what each kind answers within the document and topic of a request.

    Of a graph so large that pairs become too many, only the kind that was asked for; the others
    say how to ask for them.
    """
    small = sum(store.counts()["nodes"].values()) <= _ALL_KINDS_UP_TO
    return {family: list(_family(store, request, family, small)) for family in FAMILIES}


def _family(store: Store, request: Request, family: str, small: bool) -> Iterator[dict[str, Any]]:
    given = {name for name in request.answers if name.startswith(family)}
    for name in listing.kinds(family):
        if name in request.answers:
            yield _listed(name, request.answers[name])
        elif not given and (small or name == request.question):
            yield _listed(name, ask(store, name, MOST_ROWS, **_filters(store, name, request)))
        elif not given:
            yield _left_out(store, name)


def _filters(store: Store, name: str, request: Request) -> dict[str, str | None]:
    chosen = {"document": request.scope.document, "topic": request.scope.topic}
    takes = listing.question(name, store.language).filters
    return {key: value for key, value in chosen.items() if key in takes}


def _listed(name: str, answer: Answer) -> dict[str, Any]:
    return {
        "name": name,
        "doc": answer.doc,
        "columns": list(_shown(answer.columns)),
        "rows": [_row(row) for row in answer.rows[:MOST_ROWS]],
        "total": answer.total,
        "projection": answer.projection,
        "sources": [plain(f"{item.file} ({item.date or 'no date'})") for item in answer.sources],
        "empty": answer.empty,
    }


def _left_out(store: Store, name: str) -> dict[str, Any]:
    family, _, kind = name.partition("-")
    question = listing.question(name, store.language)
    return {
        "name": name,
        "doc": question.doc,
        "columns": [],
        "rows": [],
        "total": None,
        "projection": "",
        "sources": [],
        "empty": f"the graph is large: ask for it with partnergraph {family} --kind {kind}",
    }


def _shown(columns: Iterable[str]) -> Iterator[str]:
    columns = list(columns)
    return (
        name for name in columns if name.removesuffix("_id") == name or name[:-3] not in columns
    )


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value if key.endswith("_id") else _text(value)
        for key, value in row.items()
        if value is not None
    }


def _text(value: Any) -> Any:
    if isinstance(value, list):
        return [_text(item) for item in value]
    return plain(value) if isinstance(value, str) else value
