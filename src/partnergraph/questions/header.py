"""A question's file: a header of comments that says what it takes and gives, then a statement.

The header is the leading run of comment lines (`--` in SQL, `//` in Cypher), one `key: value` each:

    name: gaps-outside
    doc: Countries that are a member of no consultative process.
    needs: Topic Session|Roundtable     labels and types without which the answer is empty
    empty: every country is a member    what an empty answer says otherwise
    counts: countries countries         the column of `totals` it counts over, and what those are
    from: a list of members             which documents would have it
    projection: membership as stated    what the rows count, where no `types` parameter says it
    filters: document inferred          what a user may ask for, among FILTERS
    parameter: document text = null     name, kind and JSON default; without one it is required
    column: country stakeholder         name and kind, in the order of the statement's columns

A column of kind `stakeholder` or `node` stands for two columns of the statement, `<name>` and
`<name>_id`; one of kind `stakeholders` or `nodes` for one list of [id, name] pairs.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from partnergraph.errors import PartnergraphError

MARKS = {".sql": "--", ".cypher": "//"}
FILTERS = (
    "agency",
    "roundtable",
    "topic",
    "country",
    "document",
    "who",
    "projection",
    "inferred",
)
PARAMETER_KINDS = ("text", "integer", "number", "boolean", "list")
_PAIRED = ("stakeholder", "node")
_LISTED = ("stakeholders", "nodes")
COLUMN_KINDS = (*_PAIRED, *_LISTED, "text", "integer", "ratio", "boolean", "list")
_ONCE = ("name", "doc", "needs", "empty", "counts", "from", "projection", "filters")


class HeaderError(PartnergraphError):
    """A question's file that does not say what it should; the message has file and line."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}", what, "questions/header.py says how to write it")


class Parameter(NamedTuple):
    """A parameter of a question."""

    name: str
    kind: str
    default: Any
    required: bool


class Column(NamedTuple):
    """A column of an answer."""

    name: str
    kind: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys it gives a row: its name, and the id beside it where it holds nodes.

        >>> Column("agency", "stakeholder").fields
        ('agency', 'agency_id')
        """
        if self.kind in (*_PAIRED, *_LISTED):
            return (self.name, f"{self.name}_id")
        return (self.name,)

    @property
    def given(self) -> tuple[str, ...]:
        """The columns of the statement that it is made of."""
        return (self.name,) if self.kind in _LISTED else self.fields


class Question(NamedTuple):
    """What a question's file says, and its whole text, which runs as it is."""

    path: Path
    statement: str
    name: str
    doc: str
    needs: tuple[str, ...]
    empty: str
    counts: str
    source: str
    projection: str
    filters: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of a row of the answer, in order."""
        return tuple(field for column in self.columns for field in column.fields)

    @property
    def family(self) -> str:
        """The command that asks it: `gaps` of `gaps-single-agency`."""
        return self.name.partition("-")[0]

    @property
    def kind(self) -> str:
        """What `--kind` calls it: `single-agency` of `gaps-single-agency`."""
        return self.name.partition("-")[2]

    def takes(self, name: str) -> bool:
        """Whether it has a parameter of that name."""
        return any(parameter.name == name for parameter in self.parameters)


def read(path: Path) -> Question:
    """The question in a file. Raises HeaderError for a header that does not say all it should."""
    statement = path.read_text(encoding="utf-8")
    once: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for line, key, value in entries(statement, MARKS[path.suffix]):
        if key == "parameter":
            parameters.append(_parameter(path, line, value))
        elif key == "column":
            columns.append(_column(path, line, value))
        elif key not in _ONCE or key in once:
            raise HeaderError(path, line, f"a second {key}" if key in once else f"no key {key}")
        else:
            once[key] = value
    for key, found in (("name", once.get("name")), ("doc", once.get("doc")), ("column", columns)):
        if not found:
            raise HeaderError(path, 1, f"the header has no {key}")
    return Question(
        path,
        statement,
        once["name"],
        once["doc"],
        tuple(once.get("needs", "").split()),
        once.get("empty", ""),
        once.get("counts", ""),
        once.get("from", ""),
        once.get("projection", ""),
        tuple(once.get("filters", "").split()),
        tuple(parameters),
        tuple(columns),
    )


def entries(statement: str, mark: str) -> Iterator[tuple[int, str, str]]:
    r"""The `key: value` lines of a header with their numbers. A line to paste is none of them.

    >>> list(entries("// doc: Who: all.\n// :param {a: 1}\nMATCH (n)", "//"))
    [(1, 'doc', 'Who: all.')]
    """
    for number, line in enumerate(statement.splitlines(), start=1):
        if not line.startswith(mark):
            return
        key, colon, value = line.removeprefix(mark).strip().partition(": ")
        if colon and not key.startswith(":"):
            yield number, key, value.strip()


def _parameter(path: Path, line: int, value: str) -> Parameter:
    declared, equals, default = value.partition(" = ")
    name, _, kind = declared.strip().partition(" ")
    if kind not in PARAMETER_KINDS:
        raise HeaderError(path, line, f"no such kind of parameter: {kind or value}")
    try:
        return Parameter(name, kind, json.loads(default) if equals else None, not equals)
    except ValueError:
        raise HeaderError(path, line, f"the default of {name} is not JSON") from None


def _column(path: Path, line: int, value: str) -> Column:
    name, _, kind = value.partition(" ")
    if kind not in COLUMN_KINDS:
        raise HeaderError(path, line, f"no such kind of column: {kind or value}")
    return Column(name, kind)
