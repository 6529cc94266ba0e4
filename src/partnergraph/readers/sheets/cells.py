"""The cells of one sheet as its XML gives them: texts, bold ones, hidden rows, merged ranges."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from partnergraph.errors import ReadError
from partnergraph.readers.sheets.numbers import general
from partnergraph.readers.sheets.stream import Handler, said_so, whole
from partnergraph.readers.sheets.strings import Text, unescaped
from partnergraph.readers.sheets.workbook import Workbook, column_of

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of a sheet, by the format
MOST_CELLS = 5_000_000  # with text; the largest sheet of the field we know has 400,000
_RANGE = re.compile(r"\$?[A-Z]{1,3}\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})")
_ISO = re.compile(r"^(\d{4}-\d\d-\d\d)T(?:00:00(?::00(?:\.0+)?)?Z?$)?")


class Merged(NamedTuple):
    """A merged range: its first row and column, and its last ones; columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Cells(Handler):
    """Gathers the cells that show something, by row and column."""

    def __init__(self, book: Workbook, name: str, path: Path) -> None:
        self._book, self._name, self._path = book, name, path
        self.rows: dict[int, dict[int, str]] = {}
        self.hidden: set[int] = set()
        self.plain: set[int] = set()
        self.merged: list[Merged] = []
        self._row = self._column = self._count = 0
        self._type = self._value = ""
        self._style = 0
        self._text = Text()
        self._inside = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell, or what it holds begins."""
        if tag == "c":
            at = column_of(attributes.get("r", ""))
            self._column = at if at >= 0 else self._column + 1
            self._type, self._style = attributes.get("t", "n"), whole(attributes.get("s", ""))
            self._value = ""
        elif tag == "v":
            self._inside = tag
        elif tag == "is":
            self._inside, self._text = tag, Text()
        elif self._inside == "is":
            self._text.start(tag, attributes)
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = whole(attributes.get("r", ""), self._row + 1)
        self._column = -1
        flat = attributes.get("ht") in ("0", "0.0")
        if said_so(attributes.get("hidden", "")) or (flat and "customHeight" in attributes):
            self.hidden.add(self._row)

    def text(self, text: str) -> None:
        """Characters of a value or of an inline string."""
        if self._inside == "v":
            self._value += text
        elif self._inside == "is":
            self._text.text(text)

    def end(self, tag: str) -> None:
        """A cell that shows something is kept."""
        if tag in ("v", "is"):
            if tag == "is":
                self._value = self._text.said()
            self._inside = ""
        elif self._inside == "is":
            self._text.end(tag)
        elif tag == "c" and self._value:
            shown = self._shown()
            if shown.strip():
                self._keep(shown)

    def _keep(self, shown: str) -> None:
        self._count += 1
        if self._count > MOST_CELLS or self._row > LAST_ROW or self._column >= LAST_COLUMN:
            raise ReadError(
                str(self._path),
                f"sheet {self._name} has more cells, rows or columns than a sheet can hold",
                "give the part of it that is needed",
            )
        self.rows.setdefault(self._row, {})[self._column] = shown
        bold = self._book.bold
        if not (self._style < len(bold) and bold[self._style]):
            self.plain.add(self._row)

    def _shown(self) -> str:
        """What the cell shows; a value that is an error shows nothing."""
        value = self._value
        if self._type == "s":
            at = whole(value.strip(), -1)
            return self._book.strings[at] if 0 <= at < len(self._book.strings) else ""
        if self._type == "inlineStr":
            return value
        if self._type == "str":
            return unescaped(value)
        if self._type == "b":
            return "TRUE" if said_so(value.strip()) else "FALSE" if value else ""
        if self._type == "d":
            return _ISO.sub(
                lambda found: found[1] + ("" if found.end() == len(value) else " "), value
            )
        return "" if self._type == "e" or not value else self._number(value)

    def _number(self, value: str) -> str:
        formats = self._book.formats
        return formats[self._style](value) if self._style < len(formats) else general(value)

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found:
            first, _, last = reference.partition(":")
            columns = column_of(first), column_of(last)
            self.merged.append(Merged(int(found[1]), columns[0], int(found[2]), columns[1]))
