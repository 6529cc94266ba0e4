"""The cells that head a matrix: where they stand, what order its columns have."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from partnergraph.document.words import Text
from partnergraph.extractors.matrix.clues import (
    column_of,
    columns_of,
    is_modifier,
    is_other_column,
)
from partnergraph.ids import fold

_GAP = re.compile(r"\s*\|\s*|\t+|\s{2,}")
OTHER = "other"
_MOST_LINES = 3
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """One header cell: its lines, its words, the column it names (None: one no rule reads)."""

    first: int
    last: int
    text: str
    column: str | None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """Header cells that stand together. `ruled` is what separates the cells of one line."""

    cells: tuple[Cell, ...]
    ruled: str = ""

    @property
    def positions(self) -> range:
        """The lines it takes."""
        return range(self.cells[0].first, self.cells[-1].last + 1)

    @property
    def columns(self) -> tuple[str | None, ...]:
        """Its columns in their order."""
        return tuple(cell.column for cell in self.cells)

    @property
    def whole(self) -> bool:
        """Whether it heads a matrix by itself: activities and something about them."""
        return "activity" in self.columns and len(set(self.columns) - {None}) > 1


def headers_of(text: Text, is_agencies: Callable[[str], bool]) -> list[Header]:
    """Every header, whole or, where its cells are known from a whole one, in part."""
    found = list(_runs(text, is_agencies))
    known = {f" {fold(cell.text)} " for header in found if header.whole for cell in header.cells}
    return [
        header
        for header in found
        if header.whole or all(_is_known(cell, known) for cell in header.cells)
    ]


def _is_known(cell: Cell, known: Iterable[str]) -> bool:
    """Whether a whole header has a cell of these words, or a line that holds them."""
    return any(f" {fold(cell.text)} " in line for line in known)


def columns_of_all(found: list[Header]) -> tuple[str, ...]:
    """The columns in their order, as the first header with most of them has it."""
    whole = [header for header in found if header.whole]
    if not whole:
        return ()
    best = max(whole, key=lambda header: (len(_distinct(header)), -header.positions.start))
    named = [column or OTHER for column in best.columns]
    return tuple(c for place, c in enumerate(named) if c == OTHER or c not in named[:place])


def _distinct(header: Header) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for column in header.columns if column))


def _runs(text: Text, is_agencies: Callable[[str], bool]) -> Iterator[Header]:
    position = 0
    while position < len(text.lines):
        header = _ruled(text, position) or _stacked(text, position, is_agencies)
        if header:
            yield header
        position = header.positions.stop if header else position + 1


def _stacked(text: Text, position: int, is_agencies: Callable[[str], bool]) -> Header | None:
    cells: list[Cell] = []
    while True:
        while cells and position < len(text.lines) and text.lines[position].blank:
            position += 1
        found = _cells(text, position)
        begun = {cell.column for cell in cells} - {None}
        if not found or any(cell.column in begun or _names(cell, is_agencies) for cell in found):
            return Header(tuple(cells)) if begun else None
        cells += found
        position = found[-1].last + 1


def _names(cell: Cell, is_agencies: Callable[[str], bool]) -> bool:
    """Whether a cell names agencies; `PROJECT` is no acronym."""
    return is_agencies(cell.text.capitalize() if cell.text.isupper() else cell.text)


def _cells(text: Text, first: int) -> list[Cell]:
    if first >= len(text.lines) or text.lines[first].blank:
        return []
    words = text.lines[first].words
    line = " ".join(text.lines[first].text.split())
    if len(words) > _MOST_WORDS or line[0].islower() or _ends(line):
        return []
    if columns_of(line):
        return [Cell(first, first, line, column) for column in columns_of(line)]
    if is_other_column(line) and not column_of(line):
        return [Cell(first, first, line, None)]
    if not column_of(line) and not is_modifier(line):
        return []
    for last in range(first, min(first + _MOST_LINES, len(text.lines))):
        if last > first and not _continues(text, first, last):
            break
        joined = " ".join(text.passage(first, last).text.split())
        if column_of(joined) and not _continues(text, first, last + 1):
            return [Cell(first, last, joined, column_of(joined))]
    return []


def _ends(line: str) -> bool:
    """Whether a line ends as no header cell does; `No.` is one."""
    return line[-1] in ".;,!?" and line not in ("No.", "Nos.", "Nr.", "Ref.")


def _continues(text: Text, first: int, last: int) -> bool:
    if last >= len(text.lines) or text.lines[last].blank:
        return False
    before, line = text.passage(first, last - 1).text, text.passage(last).text
    if column_of(before) is None:
        return is_modifier(before) and len(line) < len(before) + 40
    grown = column_of(f"{before} {line}")
    return (line[0].islower() or line[0] == "(") and grown is not None


def _ruled(text: Text, position: int) -> Header | None:
    line = text.lines[position].text
    if not _GAP.search(line):
        return None
    pieces = list(_pieces(line))
    cells = tuple(
        Cell(position, position, piece, column_of(piece) or None, offset)
        for offset, piece in pieces
        if len(piece.split()) <= 8 and not _ends(piece)
    )
    header = Header(cells, "|" if "|" in line else "\t" if "\t" in line.strip() else " ")
    if len(cells) < len(pieces) or len(cells) < 2 or not header.whole:
        return None
    return Header((*cells, *_second_line(text, cells)), header.ruled)


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in [*_GAP.finditer(line), None]:
        stop = match.start() if match else len(line)
        if line[start:stop].strip():
            yield start, " ".join(line[start:stop].split())
        start = match.end() if match else stop


def _second_line(text: Text, cells: tuple[Cell, ...]) -> Iterator[Cell]:
    following = cells[0].last + 1
    if following >= len(text.lines) or text.lines[following].blank:
        return
    pieces = list(_pieces(text.lines[following].text))
    starts = {cell.offset: cell for cell in cells}
    if pieces and all(p[0].islower() and starts.get(offset) for offset, p in pieces):
        for offset, piece in pieces:
            yield Cell(following, following, piece, starts[offset].column, offset)
