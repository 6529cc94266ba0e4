"""Cypher as text: the statements of a file, each with the line it begins on."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`|;""", re.DOTALL
)
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


class Statement(NamedTuple):
    """A statement and how many lines stand before it."""

    text: str
    lines_before: int


def statements(text: str) -> Iterator[Statement]:
    r"""The statements of a text, parted by `;` outside of strings and comments.

    >>> [one.text for one in statements("RETURN ';' AS a; // done;\nRETURN 2")]
    ["RETURN ';' AS a", ' // done;\nRETURN 2']
    """
    start = 0
    for end in (match.start() for match in _TOKEN.finditer(text) if match[0] == ";"):
        yield from _statement(text, start, end)
        start = end + 1
    yield from _statement(text, start, len(text))


def _statement(text: str, start: int, end: int) -> Iterator[Statement]:
    if _COMMENT.sub("", text[start:end]).strip():
        yield Statement(text[start:end], text.count("\n", 0, start))
