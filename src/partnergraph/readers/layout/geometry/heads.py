"""Headers of two rows in tables without rules: the upper one's texts stand over several columns."""

from bisect import bisect_right
from collections.abc import Sequence

from partnergraph.readers.layout.geometry.lines import SPACE, Line, said

_MIDDLE = 1.5  # sizes by which a text centred over columns may stand beside their middle
_TALLEST = 3  # rows of a header: a title, groups of columns, columns


def header_rows(rows: Sequence[Sequence[str]], bold: Sequence[bool]) -> int:
    """How many rows from the first on are in bold, more than one cell each; 0 if more are."""
    many = 0
    while many < len(rows) and bold[many]:
        many += 1
    several = all(len(set(filter(None, row))) > 1 for row in rows[:many])
    plain = len(rows) > many + 1 and not any(bold[many:])
    return many if several and plain and many <= _TALLEST else 0


def spread(
    rows: Sequence[list[str]], upper: Sequence[Line], xs: Sequence[float], under: Sequence[str]
) -> None:
    """Put what stands in the middle over several columns into each of them.

    `rows` are those of the table, of which the first changes; `upper` are the lines of it, `xs` the
    edges of columns, `under` the cells of the row below.
    """
    for line in upper:
        for part in line.parts(SPACE):
            run = Line(part)
            for one in _over(run, rows[0], xs, under):
                rows[0][one] = said(part)


def _over(
    run: Line, cells: Sequence[str], xs: Sequence[float], under: Sequence[str]
) -> Sequence[int]:
    """The columns that a run stands in the middle over, if they are several."""
    middle = (run.x0 + run.x1) / 2
    at = min(max(bisect_right(xs, middle) - 1, 0), len(cells) - 1)
    if cells[at] != said(run.words):
        return ()
    for first, last in ((at - 1, at), (at, at + 1), (at - 1, at + 1)):
        if first < 0 or last >= len(cells) or not all(under[first : last + 1]):
            continue
        others = [cells[one] for one in range(first, last + 1) if one != at]
        if not any(others) and abs(middle - (xs[first] + xs[last + 1]) / 2) < _MIDDLE * run.size:
            return range(first, last + 1)
    return ()
