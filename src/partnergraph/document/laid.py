"""Blocks laid out as the lines of a text: each block knows its words, each word its place.

A heading, item or row stands as Markdown would print it; the marks that no file prints there (`#`,
`|`) are words that stand nowhere, so that no quote holds them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from partnergraph.document.blocks import Block, Row, Run, Runs
from partnergraph.document.places import Place
from partnergraph.document.words import NOWHERE, Line, Passage, Text, Word

_BULLET = re.compile(r"\W")
_NO_PLACE = Place("")
_MOST_HASHES = 6
_MARKUP = re.compile(r"\]\([^()]*\)|[*_`~\\\[\]]")
_UNPRINTED = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, eq=False)
class Part:
    """A block of a laid text: the words of its label, of its value or caption, and of its cells.

    Running heads have no words here: nothing is read of them. A cell that spans columns has the
    same words in each; one that spans rows has words of its own in each row.
    in each row.
    """

    block: Block
    label: Passage
    words: Passage
    rows: tuple[tuple[Passage, ...], ...] = ()

    @cached_property
    def whole(self) -> Passage:
        """Label and value together."""
        return self.label + self.words if self.label else self.words

    @property
    def line(self) -> Passage:
        """Label and value together, with the colon between them."""
        *before, last = self.label.words or (None,)
        if last is None or not self.words:
            return self.words or self.label
        return (
            Passage(self.words.source, (*before, last._replace(text=f"{last.text}:"))) + self.words
        )

    @cached_property
    def told(self) -> str:
        """Its line as printed: the mark of an item, the colon of a label with them."""
        label = f"{self.label.text}:" if self.label else ""
        return " ".join(filter(None, (self.block.mark, label, self.words.text)))


@dataclass(frozen=True)
class Laid:
    """A document's blocks with their words, and the text that these are words of."""

    text: Text
    parts: tuple[Part, ...]


def lay(blocks: Iterable[Block], path: Path, sha256: str) -> Laid:
    """Blocks as a text: a line for each and for each row, a blank one where lists do not go on."""
    made = _Lines()
    found: list[tuple[Block, _Words, _Words, list[list[_Words]]]] = []
    before: Block | None = None
    for block in blocks:
        if before and not (before.kind == block.kind in ("item", "label")):
            made.line("")
        found.append((block, *_block(made, block)))
        before = block
    text = Text(path, sha256, tuple(made.lines), tuple(made.places))
    return Laid(
        text,
        tuple(
            Part(
                block,
                Passage(text, label),
                Passage(text, words),
                tuple(tuple(Passage(text, cell) for cell in row) for row in rows),
            )
            for block, label, words, rows in found
        ),
    )


def running_lines(laid: Laid) -> Iterator[int]:
    """The positions of the lines of a text file in which only what every page repeats stands.

    Of other files such lines are no part of the text.
    """
    running = (part.block for part in laid.parts if part.block.kind == "running")
    places = {run.place for block in running for run in block.runs if run.place.unit == "line"}
    for position, line in enumerate(laid.text.lines):
        if line.words and laid.text.place(line.number) in places:
            yield position


def found_in(text: Text, laid: Laid) -> Laid:
    """Blocks of a text file with its own words: a word of a block may be a part of one (`**IOM**`).

    Or it stands around marks within one (`*IOM*,`).

    What a block has that no word of its line holds stands nowhere.
    """
    finder = _Finder(text, laid.text)

    def own(words: Passage) -> Passage:
        return Passage(text, finder.own(words))

    parts = (
        Part(
            part.block,
            own(part.label),
            own(part.words),
            tuple(tuple(own(cell) for cell in row) for row in part.rows),
        )
        for part in laid.parts
    )
    return Laid(text, tuple(parts))


class _Finder:
    """Words of blocks in the lines of their file, each behind the one before."""

    def __init__(self, text: Text, laid: Text) -> None:
        self._laid = laid
        self._lines: dict[int, list[Word]] = {}
        for line in text.lines:
            self._lines.setdefault(line.number, []).extend(line.words)
        self._reached: dict[int, tuple[int, int]] = {}
        self._known: dict[int, Word] = {}

    def own(self, words: Passage) -> list[Word]:
        found: list[Word] = []
        for number, run in groupby(words.words, key=lambda word: word.line):
            found += self._run(number, list(run))
        return found

    def _run(self, number: int, words: Sequence[Word]) -> Sequence[Word]:
        """Words of one line: its next ones as they are, else each where it is found."""
        printed = self._laid.place(number).number
        line = self._lines.get(printed, [])
        place, column = self._reached.get(printed, (0, 0))
        if place < len(line) and column == len(line[place].text):
            place, column = place + 1, 0
        following = line[place : place + len(words)]
        if column or [word.text for word in following] != [word.text for word in words]:
            found = (self._known.get(word.place) or self._find(word) for word in words)
            return [word for word in found if word.line != NOWHERE]
        self._reached[printed] = place + len(words) - 1, len(following[-1].text)
        self._known.update(zip((word.place for word in words), following, strict=True))
        return following

    def _find(self, word: Word) -> Word:
        number = self._laid.place(word.line).number
        line = self._lines.get(number, [])
        place, column = self._reached.get(number, (0, 0))
        for index in range(place, len(line)):
            printed = line[index].text
            if printed == word.text and (index > place or not column):
                self._reached[number] = index, len(printed)
                self._known[word.place] = line[index]
                return line[index]
            begin = column if index == place else 0
            if _UNPRINTED.search(printed) and _UNPRINTED.sub("", printed) == word.text:
                self._reached[number] = index, len(printed)
                self._known[word.place] = line[index]
                return line[index]
            start = printed.find(word.text, begin)
            end = start + len(word.text)
            if start < 0 and not begin and word.text == _MARKUP.sub("", printed):
                start, end = 0, len(printed)
            if start >= 0:
                self._reached[number] = index, end
                self._known[word.place] = line[index]._replace(text=word.text)
                return self._known[word.place]
        return word._replace(line=NOWHERE)


_Words = Sequence[Word]


class _Lines:
    """Lines being made: each word gets its place among all, each place its number."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.places: list[Place] = [_NO_PLACE]
        self._numbers: dict[Place, int] = {}
        self._count = 0

    def words(self, runs: Iterable[Run]) -> list[Word]:
        """The words of some runs, the next of all."""
        made: list[Word] = []
        for run in runs:
            number = self._number(run.place)
            for word in run.text.split():
                made.append(Word(self._count, number, word))
                self._count += 1
        return made

    def mark(self, text: str) -> list[Word]:
        """A mark that stands nowhere."""
        return self.words([Run(text, _NO_PLACE)])

    def line(self, indent: str, *parts: _Words) -> None:
        """A line of these words."""
        words = tuple(word for part in parts for word in part)
        first = next((word.line for word in words if word.line != NOWHERE), NOWHERE)
        self.lines.append(Line(first, indent + " ".join(word.text for word in words), words))

    def _number(self, place: Place) -> int:
        if place == _NO_PLACE:
            return NOWHERE
        if place not in self._numbers:
            self._numbers[place] = len(self.places)
            self.places.append(place)
        return self._numbers[place]


def _block(made: _Lines, block: Block) -> tuple[_Words, _Words, list[list[_Words]]]:
    if block.kind == "running":
        return (), (), []
    if block.kind == "table":
        caption = made.words(block.runs)
        if caption:
            made.line("", caption)
            made.line("")
        heads = block.header - 1
        return (), caption, [_row(made, row, n == heads) for n, row in enumerate(block.rows)]
    indent, mark = _before(block)
    before = made.mark(mark) if mark else []
    label = made.words(block.label)
    colon = made.mark(":") if label else []
    words = made.words(block.runs)
    made.line(indent, before, label, colon, words)
    return label, words, []


def _before(block: Block) -> tuple[str, str]:
    """How far a block is indented, and what stands before it."""
    if block.kind == "heading":
        return "", "#" * min(block.level or 1, _MOST_HASHES)
    if block.kind == "item":
        bullet = not block.mark or _BULLET.fullmatch(block.mark)
        return "  " * (block.level - 1), "-" if bullet else block.mark
    return "", ""


def _row(made: _Lines, row: Row, heads: bool) -> list[_Words]:
    line: list[_Words] = [made.mark("|")]
    cells: list[_Words] = []
    before: Runs | None = None
    for cell in row.cells:
        if cell and cell is before:
            cells.append(cells[-1])
        else:
            cells.append(made.words(cell))
            line.append(cells[-1])
        line.append(made.mark("|"))
        before = cell
    made.line("", *line)
    if heads:
        made.line("", made.mark("|" + "---|" * len(row.cells)))
    return cells
