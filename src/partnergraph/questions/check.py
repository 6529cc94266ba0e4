"""What must hold of a question's files before anyone asks it."""

import json
import re

from partnergraph.questions.header import FILTERS, MARKS, HeaderError, Question, entries

_UNSAID = {
    ".sql": re.compile(r"--[^\n]*|/\*.*?\*/|'[^']*'|\"[^\"]*\"", re.DOTALL),
    ".cypher": re.compile(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL),
}
_PARAMETER = {".sql": re.compile(r"(?<![\w:]):(\w+)"), ".cypher": re.compile(r"\$(\w+)")}

_KEYS = {"parameters": "parameter", "columns": "column", "source": "from"}
_SHARED = (
    *("doc", "needs", "empty", "counts", "source", "projection", "filters"),
    *("parameters", "columns"),
)


def check(question: Question) -> None:
    """See that a file's name, filters and parameters are what its header says.

    Raises HeaderError with the line of the first parameter that is undeclared or unused, of an
    unknown filter, or of a filter without its parameter.
    """
    if question.name != question.path.stem:
        raise HeaderError(
            question.path, _line(question, "name"), f"{question.name} is not the file's name"
        )
    for name in question.filters:
        parameter = "types" if name == "projection" else name
        if name not in FILTERS:
            raise HeaderError(question.path, _line(question, "filters"), f"no such filter: {name}")
        if not question.takes(parameter):
            raise HeaderError(
                question.path, _line(question, "filters"), f"{name} needs a parameter {parameter}"
            )
    _check_parameters(question)


def check_twins(sql: Question, cypher: Question) -> None:
    """See that the two texts of a question have the same header.

    Raises HeaderError with the line of the Cypher file where they first differ.
    """
    for field in _SHARED:
        if getattr(sql, field) != getattr(cypher, field):
            key = {"parameters": "parameter", "columns": "column", "source": "from"}.get(
                field, field
            )
            raise HeaderError(
                cypher.path, _line(cypher, key), f"its {field} differ from {sql.path.name}"
            )


def param_line(question: Question) -> str:
    """The line that sets a question's parameters in Neo4j Browser and cypher-shell."""
    values = (
        f"{parameter.name}: {json.dumps('' if parameter.required else parameter.default)}"
        for parameter in question.parameters
    )
    return f":param {{{', '.join(values)}}}"


def _check_parameters(question: Question) -> None:
    suffix = question.path.suffix
    said = _UNSAID[suffix].sub(lambda text: "\n" * text[0].count("\n"), question.statement)
    used = set()
    for match in _PARAMETER[suffix].finditer(said):
        used.add(match[1])
        if not question.takes(match[1]):
            line = said.count("\n", 0, match.start()) + 1
            raise HeaderError(question.path, line, f"the parameter {match[1]} is not declared")
    for parameter in question.parameters:
        if parameter.name not in used:
            line = _line(question, "parameter", parameter.name)
            raise HeaderError(question.path, line, f"the parameter {parameter.name} is not used")


def _line(question: Question, key: str, name: str = "") -> int:
    mark = MARKS[question.path.suffix]
    for line, found, value in entries(question.statement, mark):
        if found == key and (not name or value.split()[0] == name):
            return line
    return 1
