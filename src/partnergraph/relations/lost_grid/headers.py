"""The cells that head a matrix, one below the other: what stands in its columns, in which order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from partnergraph.document.words import Line, Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.names import Names
from partnergraph.records.ids import fold
from partnergraph.relations.columns import AIMS, THINGS
from partnergraph.relations.lost_grid.printed import Printed

ACTIVITY, OBJECTIVE, WHO, OTHER = "activity", "objective", "who", "other"
_MOST_LINES = 3
_MOST_WORDS = 14
_MARKS = ".,;:"


class Cell(NamedTuple):
    """A header's cell: its lines, its words, what stands in its column."""

    first: int
    last: int
    words: Passage
    entry: Entry

    @property
    def column(self) -> str:
        """What stands below: an activity, an objective, who does what, or what is not read."""
        if self.entry.kind in AIMS:
            return OBJECTIVE
        if self.entry.kind in THINGS:
            return ACTIVITY
        says_who = self.entry.first_leads or self.entry.tie("Activity") is not None
        return WHO if self.entry.kind == "role" and says_who else OTHER


class Header(NamedTuple):
    """Header cells that follow each other."""

    cells: tuple[Cell, ...]

    @property
    def lines(self) -> range:
        """The lines it takes."""
        return range(self.cells[0].first, self.cells[-1].last + 1)

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns in their order."""
        return tuple(cell.column for cell in self.cells)

    @property
    def whole(self) -> bool:
        """Whether it heads a matrix by itself: activities, and whom or what they are for."""
        columns = self.columns
        return ACTIVITY in columns and bool({OBJECTIVE, WHO}.intersection(columns))


def headers_of(printed: Printed, names: Names) -> list[Header]:
    """Every header: whole ones, and what a page's end has left of one whose cells are known."""
    runs = list(_runs(printed, names))
    cells = [cell for run in runs if run.whole for cell in run.cells]
    known = {fold(cell.words.text) for cell in cells}
    known.update(fold(printed.line(cell.first)) for cell in cells)
    return [
        run
        for run in runs
        if run.whole or (known and all(fold(cell.words.text) in known for cell in run.cells))
    ]


def _runs(printed: Printed, names: Names) -> Iterator[Header]:
    position, lines = 0, printed.text.lines
    while position < len(lines):
        cells: list[Cell] = []
        while found := _cells(printed, position):
            if any(_is_row(cell, cells, names) for cell in found):
                break
            cells += found
            position = found[-1].last + 1
            while position < len(lines) and lines[position].blank:
                position += 1
        while len(cells) > 1 and _is_body(cells[0], names) and _is_row(cells[0], cells[1:], names):
            del cells[0]
        if cells:
            yield Header(tuple(cells))
        else:
            position += 1


def _is_row(cell: Cell, others: Sequence[Cell], names: Names) -> bool:
    """Whether a cell is of the rows around a header: a column's second, or a body (`WHO`)."""
    begun = {other.column for other in others}
    return cell.column in begun and (cell.column != WHO or _is_body(cell, names))


def _is_body(cell: Cell, names: Names) -> bool:
    return cell.column == WHO and names.resolve(cell.words.text, "Agency") is not None


def _cells(printed: Printed, first: int) -> list[Cell]:
    """The header cells that begin with a line: one over some lines, or all of them in one."""
    if not printed.is_free(first) or not _may_open(printed.text.lines[first]):
        return []
    cell = None
    for last in range(first, min(first + _MOST_LINES, len(printed.text.lines))):
        if not printed.is_free(last) or (last > first and cell and _heads(printed, last)):
            break
        entry = _entry(printed.text.passage(first, last))
        cell = Cell(first, last, printed.text.passage(first, last), entry) if entry else cell
    return [cell] if cell else list(_in_one_line(printed, first))


def _may_open(line: Line) -> bool:
    """Whether headers have all plain words of a line: in brackets any word may stand."""
    if not lexicon().opens_header(line.words[0].text):
        return False
    said = [word.text.strip(_MARKS) for word in line.words]
    bracketed = any(mark in line.text for mark in "([")
    return bracketed or all(lexicon().opens_header(word) for word in said if word.isalpha())


def _heads(printed: Printed, position: int) -> bool:
    return _entry(printed.text.passage(position)) is not None


def _entry(words: Passage) -> Entry | None:
    return entry_of(words.text)


def entry_of(text: str) -> Entry | None:
    """What stands below words as a header's cell; None where they are none."""
    count = len(text.split())
    if not 0 < count <= _MOST_WORDS or text[0].islower() or (text[-1] in ".;,!?" and count > 1):
        return None
    return lexicon().header(text)


def _in_one_line(printed: Printed, position: int) -> Iterator[Cell]:
    """Header cells that stand in one line with nothing but spaces between them."""
    if not printed.is_free(position):
        return
    words = printed.text.passage(position)
    cuts = _cuts(words) if 2 < len(words.words) <= _MOST_WORDS else []
    for start, stop in pairwise(cuts):
        cell = Passage(words.source, words.words[start:stop])
        entry = _entry(cell)
        assert entry
        yield Cell(position, position, cell, entry)


def _cuts(words: Passage) -> list[int]:
    """Where to cut a line into header cells of different columns; empty where it cannot be."""

    def cell(start: int, stop: int) -> str:
        entry = entry_of(" ".join(said[start:stop]))
        return Cell(0, 0, words, entry).column if entry else ""

    said = [word.text for word in words.words]
    count = len(said)
    for first in (n for n in range(1, count - 1) if cell(0, n)):
        for second in (n for n in range(first + 1, count) if cell(first, n)):
            columns = cell(0, first), cell(first, second), cell(second, count)
            if set(columns) == {ACTIVITY, OBJECTIVE, WHO}:
                return [0, first, second, count]
    return []
