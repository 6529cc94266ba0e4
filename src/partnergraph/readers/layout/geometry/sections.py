"""Rows of one text over all columns of a table without rules, which part it for the eye."""

from collections.abc import Sequence
from itertools import pairwise

from partnergraph.readers.layout.geometry.centred import plain
from partnergraph.readers.layout.geometry.lines import SPACE, WIDE_SPACE, Line, is_even

_ABOUT = 8  # lines of a cell; behind so many a row that a section stands beside must come
_FAR = 3.0  # sizes; a row stands no further from the section before it
_LEFT = 3.0  # points by which a section may stand before or behind the first column's letters


def gaps_of(line: Line) -> list[tuple[float, float]]:
    """The gaps of a line that are wider than a space, from left to right."""
    words = sorted(line.words, key=lambda word: word.x0)
    space = (WIDE_SPACE if is_even(words) else SPACE) * line.size
    found, right = [], words[0].x1
    for word in words[1:]:
        if word.x0 - right >= space:
            found.append((right, word.x0))
        right = max(right, word.x1)
    return found


def is_over(line: Line, cuts: Sequence[float]) -> bool:
    """Whether a line is one run of words, from the first column on into the next."""
    if len(line.words) < 2 or not cuts or line.x0 >= cuts[0]:
        return False
    return line.x1 > cuts[0] + line.size and not gaps_of(line)


def candidates(lines: Sequence[Line]) -> set[int]:
    """Which lines of a region may be sections: one run over a gap of the rows beside them."""
    gaps = [gaps_of(line) for line in lines]
    if sum(map(bool, gaps)) < 2:
        return set()
    return {
        index
        for index, line in enumerate(lines)
        if not gaps[index] and len(line.words) > 1 and _parts_rows(line, index, gaps)
    }


def _parts_rows(line: Line, index: int, gaps: Sequence[Sequence[tuple[float, float]]]) -> bool:
    above = gaps[max(index - _ABOUT, 0) : index]
    below = gaps[index + 1 : index + 1 + _ABOUT]
    return all(any(_covers(line, gap) for row in side for gap in row) for side in (above, below))


def _covers(line: Line, gap: tuple[float, float]) -> bool:
    return line.x0 < gap[0] and gap[1] + line.size < line.x1


def fits(lines: Sequence[Line], at: Sequence[int], cuts: Sequence[float]) -> bool:
    """Whether lines `at` some indices are sections of the table that the other lines make."""
    rows = [line for index, line in enumerate(lines) if index not in at]
    left = min(line.x0 for line in rows)
    near = [(b.base - list(plain([a]))[-1].base) / a.size for a, b in pairwise(lines)]
    if any(step > _FAR for index in at for step in near[index - 1 : index + 1]):
        return False
    if any(_heads(lines[index + 1], rows) for index in at):
        return False
    return all(is_over(lines[i], cuts) and abs(lines[i].x0 - left) <= _LEFT for i in at)


def _heads(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line begins another table under the same header, or under one in bold."""
    again = line is not rows[0] and line.text == rows[0].text
    return again or (line.bold and line is not rows[0] and not rows[-1].bold)
