"""The answers a picture lists: gaps and overlaps, as the catalogue gives them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from partnergraph.characters import plain
from partnergraph.picture.request import Request
from partnergraph.questions import listing
from partnergraph.questions.answer import Answer, ask
from partnergraph.questions.header import Question
from partnergraph.screen.cells import ordered
from partnergraph.screen.words import places, wording
from partnergraph.store.protocol import Store

FAMILIES = ("gaps", "overlaps")
MOST_ROWS = 1_000
_ALL_KINDS_UP_TO = 3_000


def answers(store: Store, request: Request) -> dict[str, list[dict[str, Any]]]:
    """By family, what each kind answers within the documents, topics and countries of a request.

    Of a graph so large that pairs become too many, only the kind that was asked for; the others
    say how to ask for them.
    """
    small = sum(store.counts()["nodes"].values()) <= _ALL_KINDS_UP_TO
    return {family: list(_family(store, request, family, small)) for family in FAMILIES}


def _family(store: Store, request: Request, family: str, small: bool) -> Iterator[dict[str, Any]]:
    given = {name for name in request.answers if name.startswith(family)}
    for name in in_order(family):
        question = listing.question(name, store.language)
        if name in request.answers:
            yield _listed(question, request.answers[name])
        elif not given and (small or name == request.question):
            chosen = _filters(store, name, request)
            yield _listed(question, ask(store, name, MOST_ROWS, **chosen))
        elif not given:
            yield _left_out(question)


def titles() -> dict[str, str]:
    """What stands over the rows of each kind.

    >>> titles()["overlaps-objectives"]
    'Objectives that are pursued more than once'
    """
    names = [name for family in FAMILIES for name in in_order(family)]
    return {name: wording(listing.question(name)).title for name in names}


def in_order(family: str) -> list[str]:
    """The kinds of a family, those that matter most first.

    >>> in_order("overlaps")[0]
    'overlaps-agencies'
    """
    place = places()
    return sorted(listing.kinds(family), key=lambda name: place.get(name, len(place)))


def _filters(store: Store, name: str, request: Request) -> dict[str, Sequence[str]]:
    scope = request.scope
    chosen = {"document": scope.documents, "topic": scope.topics, "country": scope.countries}
    takes = listing.question(name, store.language).filters
    return {key: value for key, value in chosen.items() if value and key in takes}


def _listed(question: Question, answer: Answer) -> dict[str, Any]:
    rows = ordered(answer.rows[:MOST_ROWS], wording(question).order)
    return _worded(question) | {
        "rows": [_row(row) for row in rows],
        "total": answer.total,
        "projection": answer.projection,
        "sources": [plain(f"{item.file} ({item.date or 'no date'})") for item in answer.sources],
        "empty": answer.empty,
    }


def _left_out(question: Question) -> dict[str, Any]:
    told = f"partnergraph {question.family} --kind {question.kind}"
    return _worded(question) | {
        "rows": [],
        "total": None,
        "projection": "",
        "sources": [],
        "empty": f"the graph is large: ask for it with {told}",
    }


def _worded(question: Question) -> dict[str, Any]:
    """What a person calls a kind and its columns: each a heading and a template of its cells."""
    words = wording(question)
    named = {"name": question.name, "word": words.word.replace("-", " "), "title": words.title}
    return named | {"doc": question.doc, "columns": list(words.columns.items())}


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
