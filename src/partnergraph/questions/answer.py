"""Asking a question of a graph: filters to parameters, a statement's rows to records."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from partnergraph.errors import UsageError
from partnergraph.questions import empty, listing, together
from partnergraph.questions.empty import LeftOut
from partnergraph.questions.header import Question
from partnergraph.questions.projection import projection, types_of
from partnergraph.questions.same import same, several
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

WHO = ("agency", "any")
_DIGITS = 4
_NAMED = ("roundtable", "topic", "country", "document")
WHERE = {
    "document": "in",
    "country": "for",
    "topic": "under",
    "roundtable": "under",
    "agency": "with",
}


class Source(NamedTuple):
    """A document that an answer rests on, with the date it carries (empty where it has none)."""

    id: str
    file: str
    date: str


class Answer(NamedTuple):
    """The rows of a question, and what to say with them.

    `rows` have the keys `columns`; `total` counts them before the limit; `projection` says what
    was counted, and whether inferred relationships were; `empty` says why there is no row: that
    there is nothing to count, that none was found among the `counted`, or which options leave
    rows out, which are in `left_out`.
    """

    name: str
    doc: str
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    total: int
    projection: str
    sources: tuple[Source, ...]
    empty: str
    counted: int | None = None
    left_out: tuple[LeftOut, ...] = ()


def ask(store: Store, name: str, limit: int = 0, **filters: Any) -> Answer:
    """The answer to a question of the catalogue; `limit` 0 is no limit, a filter None is none.

    Filters that name a thing take its id. Raises UsageError for an unknown question, for a filter
    that it does not take, for one it needs, and for a value that a filter cannot have.
    """
    question = listing.question(name, store.language)
    chosen = _chosen(store, question, filters)
    rows = answers(store, question, _parameters(question, chosen))
    kept = list(islice(rows, limit)) if limit > 0 else list(rows)
    total = len(kept) + sum(1 for _ in rows)
    answer = Answer(
        question.name,
        question.doc,
        question.fields,
        kept,
        total,
        _says(question, chosen),
        tuple(_sources(store, chosen.get("document"))),
        "",
    )
    return answer if total else _explained(store, question, chosen, answer)


def _chosen(store: Store, question: Question, filters: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that are given, the things that are named as lists of all that are the same."""
    chosen = {key: value for key, value in filters.items() if value is not None}
    for key in _NAMED:
        if key in chosen and _is_list(question, key):
            chosen[key] = same(store, several(chosen[key]), bool(chosen.get("inferred")))
    if question.name == "partners" and "who" not in chosen and "stakeholder" in chosen:
        (label,) = [node.label for node in store.nodes([chosen["stakeholder"]])] or ["Agency"]
        chosen["who"] = "agency" if label == "Agency" else "any"
    return chosen


def _is_list(question: Question, name: str) -> bool:
    return any(p.name == name and p.kind == "list" for p in question.parameters)


def _explained(
    store: Store, question: Question, filters: Mapping[str, Any], answer: Answer
) -> Answer:
    """An answer without rows, with what that means."""

    def count(instead: Mapping[str, Any]) -> int:
        chosen = _chosen(store, question, instead)
        return sum(1 for _ in answers(store, question, _parameters(question, chosen)))

    counted = _counted(store, question, filters)
    left_out = tuple(empty.left_out(question, filters, count))
    why = _uncounted(store, question, filters) or empty.why_empty(
        question, counted, _where(store, filters)
    )
    why = "; ".join([why, *empty.told(left_out)])
    return answer._replace(empty=why, counted=counted, left_out=left_out)


def _uncounted(store: Store, question: Question, filters: Mapping[str, Any]) -> str:
    """Why whoever was asked for is not counted at all; nothing where it is."""
    if "agency" not in filters or not {"agency", "who"} <= {*question.filters}:
        return ""
    for node in store.nodes([filters["agency"]]):
        counted = node.label in ("Agency", "Organisation") or filters.get("who") == "any"
        if not counted:
            kind = vocabulary().labels[node.label].words[0]
            return f"{_named(node)} ({kind}) is not counted, agencies and organisations are"
        if not _total(store, {**filters, "stakeholder": node.id}, "own"):
            elsewhere = _where(store, {**filters, "agency": None})
            return f"{_named(node)} is on nothing that was counted{elsewhere}"
    return ""


def _counted(store: Store, question: Question, filters: Mapping[str, Any]) -> int | None:
    """Over how many things a question counts within its filters; None where that has no number."""
    column = question.counts.partition(" ")[0]
    if column:
        return _total(store, filters, column)
    counts = store.counts()
    known = {*counts["nodes"], *counts["edges"]}
    return 0 if any(known.isdisjoint(need.split("|")) for need in question.needs) else None


def _total(store: Store, filters: Mapping[str, Any], column: str) -> int:
    totals = listing.question("totals", store.language)
    values = {key: value for key, value in filters.items() if totals.takes(key)}
    if filters.get("projection"):
        values["types"] = types_of(filters["projection"])
    return sum(int(row[column]) for row in answers(store, totals, typed(totals, values)))


def _where(store: Store, filters: Mapping[str, Any]) -> str:
    """What the filters ask for, in words."""
    filters = {key: value for key, value in filters.items() if value is not None}
    asked = {key: several(filters[key]) for key in WHERE if key in filters}
    ids = [id for key in asked for id in asked[key]]
    names = {node.id: _named(node) for node in store.nodes(ids)} if ids else {}
    parts = (
        f"{WHERE[key]} {' and '.join(names.get(id, id) for id in asked[key])}" for key in asked
    )
    return "".join(f" {part}" for part in parts)


def _named(node: Node) -> str:
    return str(node.properties.get("file") or node.properties.get("acronym") or node.name)


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
    if "how" in row:
        row["how"] = together.how(row)
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
    if filters.get("who") == "any":
        says += "; countries, people and others too, not agencies and organisations alone"
    if not question.takes("inferred"):
        return says
    also = (
        "what was inferred, too" if filters.get("inferred") else "only what documents say outright"
    )
    return f"{says}; {also}" if says else also


def _sources(store: Store, documents: Any) -> Iterator[Source]:
    for loaded in store.loaded():
        node = loaded.document
        if documents is None or node.id in several(documents):
            file = str(node.properties.get("file", node.name))
            yield Source(node.id, file, str(node.properties.get("date", "")))
