"""The records of a table as text, quotes read as spreadsheets and people write them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from partnergraph.errors import ReadError

LARGEST_FIELD = 1_000_000  # characters; a spreadsheet's cell holds 32,767
_MANY = 1_000  # separators at a line's end that are an export's empty columns


def records(content: str, separator: str, path: Path) -> Iterator[list[str]]:
    """The records of a text whose lines end in LF; an empty line is one without fields.

    Raises ReadError for a field that is too large.
    """
    content = "\n".join(_bare(line, separator) for line in content.split("\n"))
    try:
        found = list(_strict(content, separator))
    except csv.Error:
        found = list(Lenient(content, separator))
    for number, fields in enumerate(found, start=1):
        if any(len(field) > LARGEST_FIELD for field in fields):
            raise ReadError(
                str(path),
                f"a field of row {number} has more than {LARGEST_FIELD:,} characters",
                "check its quotes",
            )
        yield fields


def _bare(line: str, separator: str) -> str:
    """A line without the many empty fields at its end that some exports write."""
    bare = line.rstrip(separator)
    return bare if len(line) - len(bare) >= _MANY else line


def _strict(content: str, separator: str) -> Iterator[list[str]]:
    """Records whose quotes all stand as the format asks; raises csv.Error where one does not."""
    lines = (f"{line}\n" for line in content.removesuffix("\n").split("\n"))
    return csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)


class Lenient:
    """Records with quotes that quote nothing: `"Safe harbour" week`, one that is never closed.

    A quote at a field's beginning opens a quoted field if the next single quote stands before a
    separator or a line's end; else if such a one stands on the same line; else it is a character.
    """

    def __init__(self, content: str, separator: str) -> None:
        part = re.escape(separator)
        self._content, self._separator = content, separator
        self._quoted = re.compile(rf'"((?:[^"]|"")*+)"[ ]*(?={part}|\n|\Z)')
        self._closed = re.compile(rf'"[ ]*(?={part}|\n|\Z)')
        self._plain = re.compile(rf"[^\n{part}]*")
        self._unclosed = -1

    def __iter__(self) -> Iterator[list[str]]:
        at, end = 0, len(self._content.removesuffix("\n"))
        fields: list[str] = []
        while at <= end:
            field, at = self._field(at)
            fields.append(field)
            if self._content[at : at + 1] != self._separator:
                yield [] if fields == [""] else fields
                fields = []
            at += 1

    def _field(self, at: int) -> tuple[str, int]:
        """The field that begins at an offset, and where it ends."""
        while self._content.startswith(" ", at):
            at += 1
        if self._content.startswith('"', at):
            quoted = self._quoted.match(self._content, at)
            if quoted:
                return quoted[1].replace('""', '"'), quoted.end()
            closed = self._closing(at + 1)
            if closed:
                return self._content[at + 1 : closed.start()].replace('""', '"'), closed.end()
        plain = self._plain.match(self._content, at)
        return (plain[0], plain.end()) if plain else ("", at)

    def _closing(self, at: int) -> re.Match[str] | None:
        """A quote before a separator or an end, on the line of an offset."""
        if at <= self._unclosed:
            return None
        end = self._content.find("\n", at)
        end = len(self._content) if end < 0 else end
        closed = next(
            (m for m in self._closed.finditer(self._content, at, end + 1) if m.start() < end), None
        )
        if closed is None:
            self._unclosed = end
        return closed
