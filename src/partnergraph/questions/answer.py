"""Asking a question of a graph: filters to parameters, a statement's rows to records."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from partnergraph.errors import UsageError
from partnergraph.questions import listing
from partnergraph.questions.header import Question
from partnergraph.questions.projection import projection, types_of
from partnergraph.store.protocol import Store

WHO = ("agency", "any")
_DIGITS = 4


class Source(NamedTuple):
    """A document that an answer rests on, with the date it carries (empty where it has none)."""

    id: str
    file: str
    date: str


class Answer(NamedTuple):
    """The rows of a question, and what to say with them.

    `rows` have the keys `columns`; `total` counts them before the limit; `projection` says what
    was counted, and whether inferred relationships were; `empty` says why there is no row.
    """

    name: str
    doc: str
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    total: int
    projection: str
    sources: tuple[Source, ...]
    empty: str


def ask(store: Store, name: str, limit: int = 0, **filters: Any) -> Answer:
    """The answer to a question of the catalogue; `limit` 0 is no limit, a filter None is none.

    Filters that name a thing take its id. Raises UsageError for an unknown question, for a filter
    that it does not take, for one it needs, and for a value that a filter cannot have.
    """
    question = listing.question(name, store.language)
    chosen = {key: value for key, value in filters.items() if value is not None}
    rows = answers(store, question, _parameters(question, chosen))
    kept = list(islice(rows, limit)) if limit > 0 else list(rows)
    total = len(kept) + sum(1 for _ in rows)
    return Answer(
        question.name,
        question.doc,
        question.fields,
        kept,
        total,
        _says(question, chosen),
        tuple(_sources(store, chosen.get("document"))),
        "" if total else _why_empty(store, question, chosen),
    )


def answers(
    store: Store, question: Question, parameters: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """The rows of a question as its header has them, one at a time, for parameters by name."""
    in_sql = store.language == "sql"
    given = {
        key: json.dumps(value) if in_sql and isinstance(value, list | tuple) else value
        for key, value in parameters.items()
    }
    for values in store.run(question.statement, given):
        yield row_of(question, values)


def typed(question: Question, values: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a question: those given, the others by their default.

    Raises UsageError for one it does not have or one it needs.
    """
    for key in values:
        if not question.takes(key):
            known = [parameter.name for parameter in question.parameters]
            raise UsageError(key, f"{question.name} has no such parameter", _one_of(known))
    missing = [p.name for p in question.parameters if p.required and values.get(p.name) is None]
    if missing:
        raise UsageError(question.name, f"it needs {' and '.join(missing)}", "name it")
    return {p.name: values.get(p.name, p.default) for p in question.parameters}


def _parameters(question: Question, filters: Mapping[str, Any]) -> dict[str, Any]:
    required = [parameter.name for parameter in question.parameters if parameter.required]
    for key in filters:
        if key not in (*question.filters, *required):
            raise UsageError(
                key,
                f"{question.name} takes no such filter",
                _one_of([*required, *question.filters]),
            )
    if filters.get("who", "agency") not in WHO:
        raise UsageError(str(filters["who"]), "this is not who can be asked for", _one_of(WHO))
    values = {key: value for key, value in filters.items() if key != "projection"}
    if filters.get("projection"):
        values["types"] = types_of(filters["projection"])
    return typed(question, values)


def _one_of(names: Sequence[str]) -> str:
    return f"use one of {', '.join(names)}" if names else "leave it out"


def row_of(question: Question, values: Sequence[Any]) -> dict[str, Any]:
    """A row of a question's statement as its header has it."""
    row: dict[str, Any] = {}
    rest = iter(values)
    for column in question.columns:
        given = [next(rest) for _ in column.given]
        row.update(zip(column.fields, _values(column.kind, given), strict=True))
    if "why" in row and (documents := row.get("documents") or row.get("document")):
        names = documents if isinstance(documents, list) else [documents]
        row["why"] = f"{row['why']}: {', '.join(names)}"
    return row


def _values(kind: str, given: list[Any]) -> Sequence[Any]:
    value = given[0]
    if kind in ("stakeholders", "nodes"):
        pairs = sorted(tuple(pair) for pair in _list(value))
        return [name for _, name in pairs], [id for id, _ in pairs]
    if kind == "list":
        return [sorted(_list(value))]
    if kind == "ratio":
        return [round(value, _DIGITS)]
    if kind == "boolean":
        return [bool(value)]
    return given


def _list(value: Any) -> Iterable[Any]:
    """A list as SQL gives it, JSON text, or as Cypher does."""
    found: Iterable[Any] = json.loads(value) if isinstance(value, str) else value
    return found


def _says(question: Question, filters: Mapping[str, Any]) -> str:
    says = question.projection
    if "projection" in question.filters:
        says = projection(filters.get("projection", "work")).sentence
    if not question.takes("inferred"):
        return says
    also = "inferred relationships too" if filters.get("inferred") else "stated relationships only"
    return f"{says}; {also}" if says else also


def _sources(store: Store, document: str | None) -> Iterator[Source]:
    for loaded in store.loaded():
        node = loaded.document
        if document in (None, node.id):
            file = str(node.properties.get("file", node.name))
            yield Source(node.id, file, str(node.properties.get("date", "")))


def _why_empty(store: Store, question: Question, filters: Mapping[str, Any]) -> str:
    counts = store.counts()
    known = {*counts["nodes"], *counts["edges"]}
    for need in question.needs:
        if known.isdisjoint(need.split("|")):
            return f"the graph has no {need.replace('|', ' and no ')}"
    narrowing = [key for key in filters if key in question.filters]
    if narrowing:
        return f"{question.empty or 'there is none'}, with {' and '.join(narrowing)} as asked"
    return question.empty or "there is none"
