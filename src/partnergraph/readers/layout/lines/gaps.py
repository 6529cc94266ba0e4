"""Where lines stand in columns: gaps of white space that go down through several lines.

A column of characters that no line fills, and that at least two lines have within a gap of two
spaces or more, parts two columns of a table. Sets of columns are whole numbers, a bit a column.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.readers.layout.lines.line import Line
from partnergraph.readers.layout.lines.marks import mark_of

WIDEST = 600  # characters; the widest page of `pdftotext -layout` seen has 260
_MOST_BLANK = 3  # lines between two rows; what stands further off is another table or none
_FAR = 8  # lines, over a page's end
_MOST_HANGING = 30  # lines of one cell under each other, before growing is given up
_DRAWN = frozenset("-=_─━═*~")
_DRAWN_OR_GAP = _DRAWN | frozenset("+| ")
_CLOCK = re.compile(r"\d{1,2}\s?[:.hH]\s?\d{2}|\d{1,2}\s?[hH]\b")


@dataclass(slots=True)
class Region:
    """Lines `start` to `stop` (not included) of a table, and where its columns are parted.

    `cuts` are the gaps between columns, (first, behind last); `spanning` the positions of lines
    that run over several columns; `over` says whether the first line's words each do.
    """

    start: int
    stop: int
    cuts: list[tuple[int, int]] = field(default_factory=list)
    spanning: set[int] = field(default_factory=set)
    over: bool = False


def is_rule(line: Line) -> bool:
    """Whether a line is drawn and not written."""
    return len(line.words) > 2 and line.words[0] in _DRAWN and set(line.words) <= _DRAWN_OR_GAP


def full_rule(line: Line) -> bool:
    """Whether a drawn line runs through without a gap."""
    return is_rule(line) and len(line.segments) == 1


def gaps(line: Line) -> list[tuple[int, int]]:
    """The gaps of a line that part columns: (first, behind last) column.

    Two spaces behind a sentence's end, and what stands between a number and its words, part none.
    """
    if len(line.text) > WIDEST:
        return []
    found = []
    segments = line.segments
    for (_, end), (start, _) in itertools.pairwise(segments):
        if start - end > 2 or line.text[end - 1] not in ".?!:;":
            found.append((end, start))
    if len(found) == 1 and (mark := mark_of(line.text)) and found[0][1] == mark.text:
        return []
    return found


def spread(first: int, behind: int) -> int:
    """The columns from one to another, not included."""
    return ((1 << (behind - first)) - 1) << first


def stretches(bits: int) -> Iterator[tuple[int, int]]:
    """The runs of columns in a set: (first, behind last)."""
    for found in re.finditer("1+", format(bits, "b")[::-1]):
        yield found.span()


class _Growing:
    """A table while its lines are added."""

    def __init__(self) -> None:
        self.filled = self.once = self.twice = 0
        self.kept: list[int] = []
        self.begins: dict[int, int] = {}
        self.most = 0

    def open(self, filled: int) -> int:
        """The columns that would part the table if lines filled these columns too."""
        inner = filled | self.filled
        return (self.twice or self.once) & ~inner

    def lost(self, line: Line) -> bool:
        """Whether a line fills all of what parts two columns now."""
        part = (self.twice or self.once) & ~self.filled
        alone = len(line.segments) == 1  # its spaces are between words, not between cells
        filled = spread(*line.segments[0]) if alone else line.columns
        return any(not spread(*run) & ~filled for run in stretches(part) if self.parts(*run))

    def parts(self, first: int, behind: int) -> bool:
        """Whether columns that no line fills part cells, and not words under each other.

        A single one does where in two lines at least words begin right behind a gap over it.
        """
        return behind - first > 1 or self.begins.get(behind, 0) > 1

    def add(self, at: int, line: Line, filled: int) -> None:
        for first, behind in gaps(line):
            bits = spread(first, behind)
            self.twice |= self.once & bits
            self.once |= bits
            self.begins[behind] = self.begins.get(behind, 0) + 1
        self.most = max(self.most, len(gaps(line)))
        self.filled |= filled
        self.kept.append(at)


def region(lines: Sequence[Line], start: int) -> Region:
    """The table that begins at `start`, as `_region` has it.

    Where its lines have more columns without the first, that one's words stand over several.
    """
    found = _region(lines, start)
    below = start + 1
    if found.cuts and below < found.stop and lines[below].words and gaps(lines[below]):
        under = _region(lines, below)
        more = [cut for cut in under.cuts if not any(_overlap(cut, one) for one in found.cuts)]
        if more and under.stop >= found.stop:
            return Region(start, under.stop, sorted(found.cuts + more), under.spanning, over=True)
    return found


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _region(lines: Sequence[Line], start: int) -> Region:
    """The table whose first line stands at `start`; without cuts where none begins before `stop`.

    Takes time by the lines up to `stop`, and thirty more.
    """
    found = Region(start, start + 1)
    if not gaps(lines[start]):
        return found
    growing = _Growing()
    _grow(growing, lines, found)
    last = [i for i in growing.kept if gaps(lines[i])]
    if len(last) < 2:
        return found
    found.stop = _end(lines, last[-1] + 1, growing)
    kept = [i for i in growing.kept if i < found.stop]
    found.spanning = {i for i in found.spanning if i < found.stop}
    cuts = _cuts(lines, kept)
    found.cuts = cuts
    if not cuts or not _tabular(lines, found, kept):
        found.cuts = []
    return found


def _grow(growing: _Growing, lines: Sequence[Line], found: Region) -> None:
    hanging = blank = 0
    for i in range(found.start, len(lines)):
        line = lines[i]
        if not line.words:
            blank += 1
            if blank > _MOST_BLANK and line.page == lines[i - 1].page:
                return
            continue
        if full_rule(line):
            continue
        hanging_before = hanging if i and lines[i - 1].words else 0
        hanging = 0 if gaps(line) else hanging + 1
        if len(line.text) > WIDEST or hanging > _MOST_HANGING:
            return
        filled = line.columns
        if growing.kept and (hanging_before or blank) and len(gaps(line)) > growing.most:
            return  # a table of more columns begins behind lines in none
        if growing.kept and growing.lost(line):
            if gaps(line) or not _resumes(growing, lines, i):
                return
            found.spanning.add(i)
            blank = 0
            continue
        if growing.kept and not growing.open(filled):
            return
        growing.add(i, line, filled)
        blank = 0


def _resumes(growing: _Growing, lines: Sequence[Line], at: int) -> bool:
    """Whether the columns go on behind a line that crosses them, and it is no sentence."""
    if lines[at].words.endswith((".", ":")):
        return False
    blank = 0
    for line in lines[at + 1 : at + 1 + _FAR]:
        if line.words and not full_rule(line):
            kept = not growing.lost(line) and bool(growing.open(line.columns))
            near = blank < 2 or line.page != lines[at].page
            return bool(gaps(line)) and near and kept
        blank += 1  # noqa: SIM113
    return False


def _end(lines: Sequence[Line], stop: int, growing: _Growing) -> int:
    """Where a table ends whose last line in columns stands before `stop`.

    What hangs below it belongs to it where no blank line parts them, or where it stands in the
    second column or further.
    """
    second = next((end for _, end in stretches(growing.twice & ~growing.filled)), 0)
    for i in range(stop, len(lines)):
        if i not in growing.kept:
            if lines[i].words and not full_rule(lines[i]):
                break
            continue
        near = i == stop and _hangs(lines[i - 1], lines[i], second)
        if not near and lines[i].indent < second:
            break
        stop = i + 1
    while stop < len(lines) and full_rule(lines[stop]):
        stop += 1
    return stop


def _hangs(above: Line, line: Line, second: int) -> bool:
    """Whether a line goes on in a first cell, whose column ends before `second`."""
    if not above.words or len(line.text) >= second or mark_of(line.text):
        return False
    cell = above.text[:second].rstrip()
    word = line.words.split(" ", 1)[0]
    full = len(cell) + 1 + len(word) > _FULL * (second - 1)
    return line.words[:1].islower() or (full and not cell.endswith((".", ":")))


_FULL = 0.85  # of a column: where no more was left, the next word had to stand below


def _cuts(lines: Sequence[Line], kept: Sequence[int]) -> list[tuple[int, int]]:
    """The gaps between columns: what no kept line fills and two have within a gap.

    What a header alone has within a gap parts a column that is empty below it.
    """
    growing = _Growing()
    head = gaps(lines[kept[0]])
    if len(head) > 1:
        growing.once = sum(spread(*gap) for gap in head)
    for i in kept:
        growing.add(i, lines[i], lines[i].columns)
    found = stretches(growing.twice & ~growing.filled)
    return [run for run in found if growing.parts(*run)]


def _tabular(lines: Sequence[Line], found: Region, kept: Sequence[int]) -> bool:
    """Whether such lines are a table, and neither labels with values nor an agenda's times."""
    parted = [i for i in kept if gaps(lines[i])]
    first = [lines[i].text[: found.cuts[0][0]].strip() for i in parted]
    filled = [cell for cell in first if cell]
    if len(found.cuts) == 1:
        if 2 * sum(cell.endswith((":", "：")) for cell in filled) >= max(len(filled), 1):
            return False
        if 2 * sum(bool(_CLOCK.match(cell)) for cell in filled) > len(filled):
            return False
        wide = sum(end - start > 2 for i in parted for start, end in gaps(lines[i]))
        return len(filled) > 2 or (len(filled) > 1 and wide > 1)
    said = [part for i in parted for part in _cells(lines[i], found)]
    return 2 * sum(bool(_LABELLED.match(part)) for part in said) < max(len(said), 1)


_LABELLED = re.compile(r"[^\W\d_][^:.;?!]{0,60}?\s?:(?:\s|$)")


def _cells(line: Line, found: Region) -> Iterator[str]:
    edges = [0, *(end for _, end in found.cuts), len(line.text)]
    for start, stop in itertools.pairwise(edges):
        if text := line.text[start:stop].strip():
            yield text
