"""Running Cypher that a person wrote: its parameters typed, its errors placed, its values plain."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from partnergraph import resources
from partnergraph.errors import PartnergraphError, StoreError, UsageError
from partnergraph.neo4j.bolt import said, told
from partnergraph.neo4j.statements import Statement, statements
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.questions import in_cypher
from partnergraph.questions.answer import row_of, typed
from partnergraph.questions.header import Question, read

Row = dict[str, Any]
_HEADED = re.compile(r"(//[^\n]*\n)*// name: ")
_PLACE = re.compile(r"\(line (\d+), column (\d+)")


class Script(NamedTuple):
    """Cypher to run: its statements, and what its header says where it has one."""

    name: str
    statements: tuple[Statement, ...]
    question: Question | None = None


def named(word: str) -> Script:
    """The Cypher of a file, or of a question of the catalogue.

    Raises UsageError where there is neither; HeaderError for a header that says the wrong things.
    """
    path = resources.folder("cypher") / f"{word}.cypher"
    if not path.is_file():
        path = Path(word)
    if not path.is_file():
        known = ", ".join(in_cypher())
        raise UsageError(word, "no such question and no such file", f"use a file or one of {known}")
    text = path.read_text(encoding="utf-8-sig")
    return script(text, path.name, read(path) if _HEADED.match(text) else None)


def script(text: str, name: str, question: Question | None = None) -> Script:
    """Cypher as it was typed. Raises UsageError where there is none."""
    found = tuple(statements(text))
    if not found:
        raise UsageError(name, "there is no statement in it", "write one")
    return Script(name, found, question)


def parameters(script: Script, given: Mapping[str, str]) -> dict[str, Any]:
    """Parameters as their texts mean them: by the header's kinds, else JSON or a text.

    Raises UsageError for one that does not fit its kind, is unknown, or is missing.
    """
    if not script.question:
        return {name: _guessed(value) for name, value in given.items()}
    kinds = {parameter.name: parameter.kind for parameter in script.question.parameters}
    values = {name: _as_kind(name, kinds.get(name, "text"), text) for name, text in given.items()}
    return typed(script.question, values)


def run(
    store: Neo4jStore, script: Script, values: Mapping[str, Any], write: bool = False
) -> Iterator[tuple[tuple[str, ...], Iterator[Row]]]:
    """The columns and rows of each statement, one after the other.

    A question has the columns of its header. Raises StoreError with the line and column where the
    server names them, UsageError for a header that says other columns than its statement gives.
    """
    for statement in script.statements:
        place = _Placed(store.name, script.name, statement)
        with place.complaints(), store.result(statement.text, values, write) as found:
            columns = tuple(found.keys())
            if script.question:
                _check_columns(script, columns)
                rows = _answered(script.question, script.name, found)
                yield script.question.fields, place.rows(rows)
            else:
                records = (_record(zip(columns, record.values(), strict=True)) for record in found)
                yield columns, place.rows(records)


def _check_columns(script: Script, columns: tuple[str, ...]) -> None:
    assert script.question
    said = [given for column in script.question.columns for given in column.given]
    if said != list(columns):
        what = (
            f"it gives {', '.join(columns) or 'no columns'}, but its header says {', '.join(said)}"
        )
        raise UsageError(script.name, what, "make the two the same")


def _answered(question: Question, name: str, found: Iterable[Any]) -> Iterator[Row]:
    try:
        for record in found:
            yield row_of(question, record.values())
    except (TypeError, ValueError) as error:
        what = f"a value is not of the kind that its column has in the header ({error})"
        raise UsageError(name, what, "correct the header") from error


class _Placed(NamedTuple):
    """Where a statement stands, and on which server it runs."""

    uri: str
    name: str
    statement: Statement

    def rows(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows, with the server's complaints placed."""
        with self.complaints():
            yield from rows

    @contextmanager
    def complaints(self) -> Iterator[None]:
        """Turn what the server says of the statement into a line with file, line and column."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except StoreError as error:
            if error.__cause__ is None:
                raise
            raise self._complaint(error.__cause__) from error
        except (DriverError, Neo4jError) as error:
            raise self._complaint(error) from error

    def _complaint(self, error: BaseException) -> PartnergraphError:
        code = str(getattr(error, "code", None) or "")
        if not code.startswith("Neo.ClientError.Statement") or code.endswith("AccessMode"):
            return told(self.uri, error)
        missing = code.endswith("ParameterMissing")
        todo = "set it with --param NAME=VALUE" if missing else "correct it"
        name = self.name
        if place := _PLACE.search(str(error)):
            name = f"{name}:{int(place[1]) + self.statement.lines_before}:{place[2]}"
        return StoreError(name, _PLACE.split(said(error))[0].rstrip(" ("), todo)


def _guessed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _as_kind(name: str, kind: str, text: str) -> Any:
    try:
        return _KINDS[kind](text)
    except ValueError:
        what = f"this is no {kind}, which {name} has to be"
        raise UsageError(text, what, f"write {name}={_EXAMPLES[kind]}") from None


def _boolean(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


def _list(text: str) -> list[Any] | None:
    if text == "null":
        return None
    if text.startswith("["):
        return list(json.loads(text))
    return [word.strip() for word in text.split(",") if word.strip()]


_KINDS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": float,
    "boolean": _boolean,
    "list": _list,
}
_EXAMPLES = {"integer": "10", "number": "0.5", "boolean": "true", "list": "LED,FUNDS", "text": "x"}


def _record(items: Any) -> Row:
    return {key: plain_value(value) for key, value in items}


def plain_value(value: Any) -> Any:
    """A value of Neo4j as JSON has it: nodes as objects with labels, dates as ISO text.

    >>> plain_value([1, float("inf"), {"a": b"x"}])
    [1, 'inf', {'a': '78'}]
    """
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case None | bool() | int() | float() | str():
            return value
        case bytes() | bytearray():
            return value.hex()
        case list():
            return [plain_value(item) for item in value]
        case dict():
            return _record(value.items())
    return _entity(value)


def _entity(value: Any) -> Any:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_record(value.items())}
    if isinstance(value, Relationship):
        ends = {
            end: node.get("id") if node else None
            for end, node in (("source", value.start_node), ("target", value.end_node))
        }
        return {"type": value.type, **ends, **_record(value.items())}
    if isinstance(value, Path):
        return [plain_value(item) for item in (*value.nodes, *value.relationships)]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
