"""How wide prose runs in a text, and whether a line goes on in the one below it."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from partnergraph.readers.layout.labels import HANGING
from partnergraph.readers.layout.lines.line import Line

_BODY = 0.95  # of the lines are no longer than what counts as the width of prose
_FULL = 0.85  # of the width: proportional letters laid out in columns differ by so much
_FILLED = 0.8  # of a paragraph's longest line: what all but its last fill
_HALF = 0.4  # of the width: a line of less that goes on in small letters is a list's
_NARROW = 15  # characters; shorter lines are words under each other
_LONG = 0.6  # of the width: a line of prose that is not a paragraph's last
_PAGE = 100  # characters; in texts whose paragraphs are single lines the width says nothing
_HYPHENS = ("-", "\u2010", "\u00ad")
ENDS = (".", "!", "?", ":", ";", ".”", '."', ".)", "…")


@dataclass(frozen=True, slots=True)
class Shape:
    """The width that lines fill, and whether sentences are seen to go over from line to line."""

    width: int
    wraps: bool

    def goes_on(self, line: Line, below: Line) -> bool:
        """Whether the words of a line go on in the one below it.

        They do where a word is cut, where the next word would not have stood in the line any more,
        where they do not end and the next begin with a small letter, or where they end in a word
        that none ends in.
        """
        if cut(line, below):
            return True
        small = below.words[:1].islower() and not line.words.endswith((".", "!", "?", ":"))
        if (
            (small or hangs(line))
            and len(line.text) > _HALF * self.width
            and len(line.words) > _NARROW
        ):
            return True
        return self.wraps and self.full(line, below)

    def full(self, line: Line, below: Line) -> bool:
        """Whether a line had no room for the first word below it."""
        word = below.text.lstrip().split(" ", 1)[0]
        return len(line.text) + 1 + len(word) > _FULL * self.width


def hangs(line: Line) -> bool:
    """Whether a line ends in a word that no sentence ends in."""
    return line.words.rpartition(" ")[2].casefold() in HANGING


@dataclass(frozen=True)
class Around:
    """Some lines without tables, the shape of the text, and short lines that come often.

    `closed` says whether a table follows the last line.
    """

    lines: Sequence[Line]
    shape: Shape
    common: frozenset[str] = frozenset()
    closed: bool = False

    @property
    def width(self) -> int:
        """The width of the text."""
        return self.shape.width

    def at(self, i: int) -> Line | None:
        """The line at a position, if it is there and not blank."""
        line = self.lines[i] if 0 <= i < len(self.lines) else None
        return line if line and line.words else None

    def next(self, i: int) -> Line | None:
        """The first line behind a position that is not blank, within eight."""
        return next((line for k in range(1, 9) if (line := self.at(i + k))), None)

    def long(self, line: Line) -> bool:
        """Whether a line is as long as those of prose, however wide the text is."""
        return len(line.text) > _LONG * min(self.width, _PAGE)

    def local(self, i: int) -> Shape:
        """The shape of the lines without a blank one between them that one is among."""
        return self._shapes[i]

    @cached_property
    def _shapes(self) -> list[Shape]:
        made: list[Shape] = []
        start = 0
        while start < len(self.lines):
            stop = start + 1
            while stop < len(self.lines) and self.lines[stop].words and self.lines[start].words:
                stop += 1
            made.extend([self._shape(self.lines[start:stop])] * (stop - start))
            start = stop
        return made

    def _shape(self, lines: Sequence[Line]) -> Shape:
        """Lines that go on in each other, or are all filled, have a width of their own.

        Others have that of the text. They wrap where the text does, and most of them are full: a
        list's are of any length.
        """
        pairs = list(itertools.pairwise(lines))
        longest = max(len(line.text) for line in lines)
        on = sum(_small(above, line) and len(above.words) > _NARROW for above, line in pairs)
        filled = on > 0 and all(len(line.text) >= _FILLED * longest for line in lines[:-1])
        narrow = len(lines) > 2 and (filled or 2 * on >= len(pairs))
        shape = Shape(longest if narrow else max(longest, self.width), True)
        full = sum(shape.full(above, line) for above, line in pairs)
        return Shape(shape.width, (self.shape.wraps or on > 0) and 2 * full >= len(pairs))


def cut(line: Line, below: Line) -> bool:
    """Whether a line ends in a hyphen, a soft one too, behind which a word goes on."""
    cut_up = line.words.endswith(_HYPHENS) and line.words[-2:-1].isalpha()
    return cut_up and below.words[:1].isalpha()


def shape_of(lines: Sequence[Line]) -> Shape:
    """The shape of a text: the width that all lines but the longest twentieth keep within."""
    lengths = sorted(len(line.text) for line in lines if line.words)
    width = lengths[min(int(_BODY * len(lengths)), len(lengths) - 1)] if lengths else 0
    wraps = any(
        _small(above, line) and len(above.text) > width / 2
        for above, line in itertools.pairwise(lines)
    )
    return Shape(width, wraps)


def common_words(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that come three times or more: cells or labels, not headings."""
    count = Counter(line.words for line in lines if 0 < len(line.words) < 80)
    return frozenset(words for words, n in count.items() if n > 2)


def _small(above: Line, line: Line) -> bool:
    """Whether a sentence goes on in small letters."""
    return bool(above.words) and line.words[:1].islower() and not above.words.endswith(ENDS)
