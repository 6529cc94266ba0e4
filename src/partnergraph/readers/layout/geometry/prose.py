"""Lines of one column of text to paragraphs, items and lines that stand alone."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from partnergraph.readers.layout.geometry.lines import RAISED, Line, said
from partnergraph.readers.layout.geometry.pieces import CUT, Piece
from partnergraph.readers.layout.geometry.shapes import Word

TAB = 2.0  # sizes; a gap wider than two characters is no space between words, even justified
_LOOSER = 1.25  # of the usual distance of lines: word processors part paragraphs by 6 points of 12
_OTHER_SIZE = 1.08  # 11 points beside 12 are another style, 11.96 beside 12 are not
_INDENT = 0.8  # sizes; typographers indent a first line by one em or more
_MANY = 6  # lines of one column; among so many one is nearly as wide as the column
_LABEL = re.compile(r"[^\W\d_a-zà-ÿ][^:.;?!]{0,60}:(?:\s|$)")
_HYPHENS = ("-", "\u2010", "\u00ad", CUT)

MARK = re.compile(
    r"(?P<bullet>[•●▪■◦○‣∙·–—*➢➤►▶✓✔❖◆□➔→\ue000-\uf8ff\u2043-]|o(?=\s)|§(?=\s[A-Z]))"
    r"|(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)"
)


@dataclass(slots=True)
class Column:
    """Lines of one column from top to bottom, its right edge, and the usual distance of lines."""

    lines: list[Line]
    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Column":
        """A column of these lines."""
        right = max(line.x1 for line in lines)
        return cls(list(lines), min(line.x0 for line in lines), right, pitch_of(lines))


def pitch_of(lines: Sequence[Line]) -> float:
    """How far lines that follow each other usually stand apart, in sizes: between 1 and 2."""
    steps = [
        (b.base - a.base) / max(b.size, 1e-3)
        for a, b in itertools.pairwise(lines)
        if abs(a.size - b.size) < 0.1 * a.size and 0.8 < (b.base - a.base) / max(b.size, 1e-3) < 2.2
    ]
    if not steps:
        return 1.2
    steps.sort()
    return min(max(steps[len(steps) // 3], 1.0), 1.8)


def pieces_of(lines: Sequence[Line], page: int, right: float | None = None) -> Iterator[Piece]:
    """The pieces of one column's lines, from top to bottom."""
    if not lines:
        return
    column = Column.of(lines)
    if right is not None and len(column.lines) < _MANY:
        column.right = max(column.right, right)
    group: list[Line] = []
    for line in column.lines:
        if group and _begins(group, line, column):
            yield _piece(group, column, page)
            group = []
        group.append(line)
    yield _piece(group, column, page)


def mark_of(line: Line) -> str:
    """The bullet or number that a line begins with, if it begins an item."""
    first = line.words[0].text
    found = MARK.fullmatch(first)
    if not found or len(line.words) < 2:
        return ""
    if found["number"] and not _counts(first, line):
        return ""
    if first in "-–—o" and line.words[1].x0 - line.words[0].x1 < 0.2 * line.size:
        return ""
    return first


def _counts(first: str, line: Line) -> bool:
    """Whether a number counts an item: *A. Smith* and *5. Mai* do not."""
    gap = line.words[1].x0 - line.words[0].x1
    if first[0].isupper() and first[0] != "(" and len(first) == 2:
        return gap > 0.45 * line.size
    return gap > 0.12 * line.size


def is_full(line: Line, following: Word | None, right: float) -> bool:
    """Whether the next word would not have fitted behind a line: it ends where its column does."""
    if line.words[-1].text.endswith(_HYPHENS):
        return True
    width = following.x1 - following.x0 if following else 3 * line.size
    return right - line.x1 < width + 0.3 * line.size


def _begins(group: list[Line], line: Line, column: Column) -> bool:
    """Whether a line begins a piece of its own."""
    before = group[-1]
    size = max(before.size, line.size)
    if line.base - before.base > max(column.pitch * _LOOSER, 1.0) * size + 0.3:
        return True
    if size > _OTHER_SIZE * min(before.size, line.size) and _resized(before, line):
        return True
    if line.words[0].hidden != before.words[0].hidden:
        return True
    if line.bold != before.bold and (line.bold or all(one.bold for one in group)):
        if _announces(group) and not line.bold:
            return False
        if not is_full(before, line.words[0], column.right):
            return True
        if not mark_of(group[0]) and not _lower(line) and len(line.words) > 1:
            return True
    if line.words[0].text.startswith(RAISED) or _is_marked(line, before, column):
        return True
    return _breaks(group, line, column)


def _breaks(group: list[Line], line: Line, column: Column) -> bool:
    """Whether a first line is indented, or an item's text ends and what follows hangs not."""
    before, first = group[-1], group[0]
    if mark_of(first):
        hung = group[1].x0 if len(group) > 1 else first.words[1].x0
        outside = line.x0 < min(hung, first.words[1].x0) - 0.3 * line.size
        return bool(outside and not (_lower(line) and is_full(before, line.words[0], column.right)))
    centred = abs(line.x0 + line.x1 - before.x0 - before.x1) < line.size
    if line.x0 - before.x0 > _INDENT * line.size and not centred and not _lower(line):
        return len(group) > 1 or abs(first.x0 - column.left) < _INDENT * line.size
    return False


def _resized(before: Line, line: Line) -> bool:
    """Whether the size changes between two lines, not only within one (small capitals)."""
    last, first = before.words[-1].size, line.words[0].size
    return max(last, first) > _OTHER_SIZE * min(last, first)


def _is_marked(line: Line, before: Line, column: Column) -> bool:
    """Whether a line begins an item; a number that a full line runs on to does not."""
    mark = mark_of(line)
    if not mark or not mark[0].isdigit():
        return bool(mark)
    ended = before.words[-1].text.rstrip("”\"’')").endswith((".", ":", ";", "!", "?", ","))
    return ended or not is_full(before, line.words[0], column.right)


def _announces(group: Sequence[Line]) -> bool:
    """Whether lines in bold are a label above its value: a few words and a colon."""
    if len(group) > 2 or not all(line.bold for line in group):
        return False
    told = " ".join(line.text for line in group)
    return bool(_LABEL.fullmatch(told)) and told.count(" ") < 8


def _lower(line: Line) -> bool:
    return line.words[0].text[:1].islower()


def _piece(group: list[Line], column: Column, page: int) -> Piece:
    first = group[0]
    mark = mark_of(first)
    words = [list(line.words) for line in group]
    if mark:
        words[0] = words[0][1:]
    elif first.words[0].text.startswith(RAISED):
        mark = first.words[0].text
        words[0] = words[0][1:] or words[0]
    hard: list[list[str]] = []
    for index, (row, line) in enumerate(zip(words, group, strict=True)):
        parts = [said(part) for part in Line(row).parts(TAB)] if row else []
        before = group[index - 1] if index else None
        if before and hard and _goes_on(group[:index], line, hard, column):
            hard[-1][-1] = joined(hard[-1][-1], parts[0])
            hard[-1] += parts[1:]
        elif parts:
            hard.append(parts)
    size = median(line.size for line in group)
    bold = all(line.bold for line in group)
    full = is_full(group[-1], None, column.right)
    piece = Piece(page, hard, size, bold, first.x0, first.top, group[-1].base, mark=mark, full=full)
    piece.hidden = all(word.hidden for line in group for word in line.words)
    piece.indented = first.x0 - column.left > _INDENT * first.size
    return piece


def _goes_on(above: Sequence[Line], line: Line, hard: list[list[str]], column: Column) -> bool:
    """Whether a line's end is no break: the line is full, or a label stands above its value."""
    if _announces(above):
        return True
    full = is_full(above[-1], line.words[0], column.right)
    return full and not (_LABEL.match(line.text) and _LABEL.match(hard[0][0]))


def joined(before: str, after: str) -> str:
    """Two lines as one text; where the first ends in a hyphen, its last word is cut there."""
    if before.endswith((CUT, "\u00ad")):
        return before[:-1] + CUT + after
    if (
        before.endswith(("-", "\u2010"))
        and len(before) > 1
        and before[-2].isalpha()
        and after[:1].isalpha()
    ):
        return before[:-1] + CUT + after
    return f"{before} {after}" if before and after else before or after
