"""What a band of lines with gutters is: a table, columns of prose, cards, labels with values."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

from partnergraph.readers.layout.geometry.lines import (
    SPACE,
    WIDE_SPACE,
    Line,
    is_even,
    ordered,
    said,
)
from partnergraph.readers.layout.geometry.prose import MARK, is_full, mark_of, pitch_of
from partnergraph.readers.layout.geometry.shapes import Rule, Word

TABLE, PROSE, CARDS, LABELS = "table", "prose", "cards", "labels"

_LABEL = re.compile(r"[^\W\d_][^:.;?!]{0,60}:(?:\s|$)")
_EDGE = 3.5  # points behind a column's edge in which its words begin
_GAP = 1.35  # of the usual distance of lines; rows of tables stand at least a third further apart
_WORDS = 3.0  # a line; prose in the narrowest newspaper column has four
_LABEL_WORDS = 8  # "Name and address of the institution responsible" is among the longest seen
_GOES_ON = 0.45  # of the lines of prose begin in the middle of a sentence
_TOGETHER = 0.6  # of the groups of lines that begin beside each other in a table

Cells = list[list[Word]]


def cells_of(line: Line, cuts: Sequence[float]) -> Cells:
    """A line's words by column."""
    cells: Cells = [[] for _ in range(len(cuts) + 1)]
    column, right = -1, 0.0
    even = is_even(line.words)
    space = WIDE_SPACE if even else SPACE
    for word in sorted(line.words, key=_left):
        gap = word.x0 - right
        if column < 0 or gap >= space * word.size or (gap > 0 and not even and _begins(word, cuts)):
            column = bisect_right(cuts, (word.x0 + word.x1) / 2)
        cells[column].append(word)
        right = word.x1
    return [ordered(words) if words else words for words in cells]


def _begins(word: Word, cuts: Sequence[float]) -> bool:
    """Whether a word stands where a column begins."""
    at = bisect_right(cuts, word.x0 + 0.5)
    return at > 0 and word.x0 - cuts[at - 1] <= _EDGE


def _left(word: Word) -> float:
    return word.x0


def without_marks_cut(lines: Sequence[Line], cuts: tuple[float, ...]) -> tuple[float, ...]:
    """The edges of columns without those that only part bullets or numbers from their items."""
    rows = [cells_of(line, cuts) for line in lines]
    marks = [_marks(_column(rows, index)) for index in range(len(cuts))]
    alone = len(cuts) == 1 or all(marks[::2])
    return tuple(
        cut
        for cut, kind in zip(cuts, marks, strict=True)
        if kind != "bullet" and not (kind and alone)
    )


def _marks(lines: Sequence[Line]) -> str:
    """Which marks a column consists of: bullets, numbers, or none."""
    if not lines or any(len(line.words) > 1 for line in lines):
        return ""
    found = [MARK.fullmatch(line.words[0].text) for line in lines]
    if not all(found):
        return ""
    return "bullet" if all(one and one["bullet"] for one in found) else "number"


def told(lines: Sequence[Line], cuts: Sequence[float], level: Sequence[Rule]) -> str:
    """What the lines of a band are."""
    rows = [cells_of(line, cuts) for line in lines]
    columns = [_column(rows, i) for i in range(len(cuts) + 1)]
    if len(columns) == 2 and (_is_label(columns[0]) or _are_bold(*columns)):
        return LABELS
    if _separators(lines, cuts, level) >= 2:
        return TABLE
    if _are_cards(columns):
        return CARDS
    both = sum(1 for cells in rows if sum(map(bool, cells)) > 1)
    numbers = all(not any(c.isalpha() for c in line.text) for line in columns[-1])
    if len(columns) == 2 and both <= 2 and len(lines) <= 4 and not numbers:
        return PROSE
    if len(columns) <= 4 and _is_prose(columns):
        return PROSE
    return TABLE


def _column(rows: Sequence[Cells], index: int) -> list[Line]:
    return [Line(cells[index]) for cells in rows if cells[index]]


def _is_label(lines: Sequence[Line]) -> bool:
    """Whether most of what a first column says ends in a colon."""
    ends = sum(said(line.words).rstrip().endswith((":", "：")) for line in lines)
    return ends >= 2 and ends >= 0.6 * len(lines)


def _are_bold(labels: Sequence[Line], values: Sequence[Line]) -> bool:
    """Whether a bold first column of a few words stands before a plain second one."""
    if len(labels) < 2 or any(line.bold for line in values):
        return False
    told = all(any(c.isalpha() for c in line.text) for line in labels)
    return told and all(line.bold and len(line.words) <= _LABEL_WORDS for line in labels)


def _are_cards(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns hold lines with labels of their own, or lists of their own."""

    def share(lines: Sequence[Line]) -> float:
        marked = sum(bool(mark_of(line)) or bool(_LABEL.match(line.text)) for line in lines)
        return marked / len(lines)

    return len(columns) <= 4 and all(lines and share(lines) >= 0.5 for lines in columns)


def _separators(lines: Sequence[Line], cuts: Sequence[float], level: Sequence[Rule]) -> int:
    """How many level lines part rows over more than one column."""
    found: list[float] = []
    for rule in level:
        if not lines[0].top - 6 < rule.at < lines[-1].base + 8:
            continue
        over = any(rule.start < cut < rule.stop for cut in cuts)
        if over and (not found or rule.at - found[-1] > 3):
            found.append(rule.at)
    return len(found)


def _is_prose(columns: Sequence[Sequence[Line]]) -> bool:
    wide = [lines for lines in columns if len(lines) > 1]
    if len(wide) < len(columns):
        return False
    words = [sum(len(line.words) for line in lines) / len(lines) for lines in wide]
    if min(words) < _WORDS:
        return False
    goes = [_going_on(lines) for lines in wide]
    if min(goes) < _GOES_ON:
        return False
    return _together(wide) < _TOGETHER


def _going_on(lines: Sequence[Line]) -> float:
    """Which share of a column's lines goes on with the sentence of the line above."""
    right = max(line.x1 for line in lines)
    following = list(itertools.pairwise(lines))
    going = sum(
        is_full(a, b.words[0], right) or b.words[0].text[:1].islower() for a, b in following
    )
    return going / len(following)


def _together(columns: Sequence[Sequence[Line]]) -> float:
    """Which share of the groups of lines that stand apart begins beside one in another column."""
    starts = [_starts(lines) for lines in columns]
    every = [(i, base, size) for i, group in enumerate(starts) for base, size in group]
    if len(every) < 2 * len(columns):
        return 0.0
    beside = sum(
        any(
            abs(base - other) < 0.5 * size
            for j, group in enumerate(starts)
            if j != i
            for other, _ in group
        )
        for i, base, size in every
    )
    return beside / len(every)


def _starts(lines: Sequence[Line]) -> list[tuple[float, float]]:
    pitch = pitch_of(lines)
    return [
        (b.base, b.size)
        for a, b in itertools.pairwise(lines)
        if b.base - a.base > _GAP * pitch * b.size
    ]
