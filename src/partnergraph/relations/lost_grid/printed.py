"""A page whose grid is lost, as its lines stand: what is printed together without a gap."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from partnergraph.document.laid import Laid
from partnergraph.document.words import Line, Text, Word

_APART = ("running", "note")
_OFTEN = 3  # pages that begin with a line before it is no cell


@dataclass(frozen=True)
class Row:
    """Words of one line, and how wide they are printed."""

    position: int
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words, with single spaces."""
        return " ".join([word.text for word in self.words])

    @property
    def width(self) -> int:
        """How many letters wide it is."""
        return len(self.text)

    def part(self, start: int, stop: int) -> "Row":
        """Some of its words."""
        return Row(self.position, self.words[start:stop])


@dataclass(frozen=True)
class Block:
    """Rows printed together; `fresh`: a page, a header or a heading begins right before."""

    rows: tuple[Row, ...]
    fresh: bool = False

    @cached_property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join([row.text for row in self.rows])


class Printed:
    """The lines of a page that are no running heads and no notes, by their positions.

    `is_own` says of a line that it is the matrix' own though every page has it: a header's cell.
    The first line is the page's title, and where it comes again a running head, as is a line that
    begins pages.
    """

    def __init__(self, laid: Laid, is_own: Callable[[str], bool]) -> None:
        self.text: Text = laid.text
        parts = [part for part in laid.parts if part.block.kind not in _APART]
        words = (word for part in parts for word in _words_of(part.whole.words, part.rows))
        shown = {self.text.position(word) for word in words}
        filled = [p for p, line in enumerate(self.text.lines) if line.words]
        shown.update(p for p in filled if p not in shown and is_own(self.line(p)))
        tops = Counter(self.line(p) for p in filled if self._is_top(p))
        heads = {line for line, count in tops.items() if count >= _OFTEN and not is_own(line)}
        heads.update(self.line(p) for p in filled[:1])
        again = {p for p in filled[1:] if self.line(p) in heads}
        self.shown = frozenset((*shown, *filled[:1])) - again
        self.apart = [p for p in filled if p not in self.shown]

    def line(self, position: int) -> str:
        """What a line says."""
        return " ".join(self.text.lines[position].text.split())

    def is_free(self, position: int) -> bool:
        """Whether a line says something that belongs to the page's text."""
        return position in self.shown

    def begins(self, position: int) -> bool:
        """Whether a line begins a block without a gap above: a page's first, an indented one."""
        lines = self.text.lines
        if self._is_top(position):
            return True
        if not position or lines[position - 1].blank:
            return False
        own, following = _indent(lines[position]), lines[position + 1 : position + 2]
        behind = all(line.blank or _indent(line) < own for line in following)
        return _indent(lines[position - 1]) < own and behind

    def _is_top(self, position: int) -> bool:
        """Whether a page begins with a line: a form feed leaves several lines of one number."""
        lines = self.text.lines
        before = position - 1
        while (
            before >= 0 and lines[before].blank and lines[before].number != lines[position].number
        ):
            before -= 1
        same = before >= 0 and lines[before].number == lines[position].number
        return same and not self.text.places

    def blocks(self, positions: Iterable[int], used: Collection[int]) -> Iterator[Block]:
        """The blocks of some lines, `used` ones (headers, headings) left out."""
        run: list[Row] = []
        fresh = True
        for position in positions:
            line = self.text.lines[position]
            free = position not in used and position in self.shown
            starts = free and self.begins(position)
            if run and (not free or starts):
                yield Block(tuple(run), fresh)
                run, fresh = [], False
            fresh = fresh or starts or not (free or line.blank)
            if free:
                run.append(Row(position, line.words))
        if run:
            yield Block(tuple(run), fresh)


def _words_of(words: Iterable[Word], rows: Iterable[Iterable[object]]) -> Iterator[Word]:
    yield from words
    for row in rows:
        for cell in row:
            yield from getattr(cell, "words", ())


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" \u00a0"))
