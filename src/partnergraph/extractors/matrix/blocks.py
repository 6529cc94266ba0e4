"""Lines to blocks: what stands together without a gap, a page's end or a header between."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from partnergraph.document.words import Text, Word


class Row(NamedTuple):
    """Words of one line (or of one column in it), and how wide they are printed."""

    position: int
    words: tuple[Word, ...]
    width: int

    @property
    def text(self) -> str:
        """The words, with single spaces."""
        return " ".join([word.text for word in self.words])


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together; `column` is known where the text is ruled into columns.

    `fresh`: a page begins here, or a header or furniture stands before it.
    """

    rows: tuple[Row, ...]
    fresh: bool = False
    column: str | None = None

    @property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join([word.text for row in self.rows for word in row.words])


class Pages:
    """Where pages begin: behind a form feed, or a line set off by one space more than all."""

    def __init__(self, text: Text) -> None:
        self._text = text
        indents = Counter(
            len(line.text) - len(line.text.lstrip(" \u00a0")) for line in text.lines if line.words
        )
        self._indent = indents.most_common(1)[0][0] if indents else 0
        self._rare = indents[self._indent + 1] < 0.15 * sum(indents.values())

    def begins(self, position: int) -> bool:
        """Whether a page begins with this line."""
        lines = self._text.lines
        line = lines[position]
        before = position - 1
        while before >= 0 and lines[before].blank:
            if lines[before].number == line.number:
                return True
            before -= 1
        if before >= 0 and lines[before].number == line.number:
            return True
        indent = len(line.text) - len(line.text.lstrip(" \u00a0"))
        return self._rare and indent == self._indent + 1


def rows_of(text: Text, positions: Iterable[int]) -> Iterator[Row]:
    """The lines at some positions as rows."""
    for position in positions:
        line = text.lines[position]
        if line.words:
            yield Row(position, line.words, len(" ".join(line.text.split())))


def blocks_of(
    text: Text, positions: Iterable[int], used: Collection[int], pages: Pages
) -> Iterator[Block]:
    """The blocks of some lines, `used` ones (headers, furniture, headings) left out."""
    run: list[int] = []
    fresh = True
    for position in positions:
        if position in used or text.lines[position].blank or pages.begins(position):
            if run:
                yield Block(tuple(rows_of(text, run)), fresh)
                run, fresh = [], False
            fresh = fresh or position in used or not text.lines[position].blank
        if position not in used and not text.lines[position].blank:
            run.append(position)
    if run:
        yield Block(tuple(rows_of(text, run)), fresh)
