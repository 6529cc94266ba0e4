"""Lines of a band with columns to the rows of a table, with one cell for each column."""

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from partnergraph.readers.layout.geometry.centred import Tall, plain
from partnergraph.readers.layout.geometry.heads import header_rows, spread
from partnergraph.readers.layout.geometry.lines import Line, said
from partnergraph.readers.layout.geometry.pieces import Grid
from partnergraph.readers.layout.geometry.prose import (
    MARK,
    is_full,
    joined,
    pitch_of,
)
from partnergraph.readers.layout.geometry.sections import is_over
from partnergraph.readers.layout.geometry.shapes import Area, Rule, Word
from partnergraph.readers.layout.geometry.telling import Cells, cells_of

GAP = 1.35  # of the distance of lines in a cell; what stands further apart is another row
_APART = 1.75  # sizes; no word processor sets lines of one paragraph so far apart by itself


def grid_of(lines: Sequence[Line], cuts: Sequence[float], page: int, level: Sequence[Rule]) -> Grid:
    """The table that lines make with these edges between columns."""
    groups = list(_groups(lines, cuts, level))
    lines = list(plain(lines))
    rights = rights_of(lines, cuts)
    rows = [cells_text(group, cuts, rights) for group in groups]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    area = Area(x0, lines[0].top, x1, lines[-1].base + 0.25 * lines[-1].size)
    bold = [all(line.bold for line in group) for group in groups]
    hidden = all(word.hidden for line in lines for word in line.words)
    grid = Grid(page, rows, [x0, *cuts, x1], area, bold, hidden=hidden)
    grid.size = median(line.size for line in lines)
    grid.sides = list(zip(_lefts(lines, cuts), rights, strict=True))
    grid.first = (groups[0][-1].base - groups[0][0].base) + 2 * grid.size
    grid.header = header_rows(rows, bold)
    if grid.header > 1:
        spread(rows, groups[0], grid.xs, rows[1])
    return grid


def _groups(
    lines: Sequence[Line], cuts: Sequence[float], level: Sequence[Rule]
) -> Iterator[Sequence[Line]]:
    """The lines of each row; those that are laid side by side are one."""
    whole = list(plain(lines))
    for tall, held in itertools.groupby(lines, lambda line: isinstance(line, Tall)):
        if tall:
            yield from (list(plain([line])) for line in held)
        else:
            yield from rows_of(list(held), cuts, level, whole)


def cells_text(group: Sequence[Line], cuts: Sequence[float], rights: Sequence[float]) -> list[str]:
    """The words of each column of one row, lines joined; a text over all columns in each."""
    if is_over(group[0], cuts) and not any(any(cells_of(line, cuts)[1:]) for line in group[1:]):
        return [text_of(group)] * (len(cuts) + 1)
    told = [""] * (len(cuts) + 1)
    for line in group:
        for index, words in enumerate(cells_of(line, cuts)):
            if words:
                told[index] = joined(told[index], said(words))
    return told


def text_of(lines: Sequence[Line]) -> str:
    """A cell's words, lines joined."""
    told = ""
    for line in lines:
        told = joined(told, said(line.words))
    return told


def rows_of(
    lines: Sequence[Line],
    cuts: Sequence[float],
    level: Sequence[Rule],
    whole: Sequence[Line] = (),
) -> list[list[Line]]:
    """Lines put together by row: parted by rules, gaps, and where a first cell begins anew.

    `whole` are all lines of the table, if `lines` are some: they say how far its lines stand apart.
    """
    parts = _ruled(lines, cuts, level)
    if len(parts) >= 4 and len(lines) <= 6 * len(parts):
        return parts
    return [row for part in parts for row in _inferred(part, cuts, whole or part)]


def _ruled(lines: Sequence[Line], cuts: Sequence[float], level: Sequence[Rule]) -> list[list[Line]]:
    ats = sorted(rule.at for rule in level if any(rule.start < cut < rule.stop for cut in cuts))
    parts: list[list[Line]] = []
    at, before = 0, None
    for line in lines:
        start = at
        while at < len(ats) and ats[at] < line.base - 0.3 * line.size:
            at += 1
        if before is None or at > start:
            parts.append([])
        parts[-1].append(line)
        before = line
    return parts


def _inferred(
    lines: Sequence[Line], cuts: Sequence[float], whole: Sequence[Line]
) -> list[list[Line]]:
    rights = rights_of(whole, cuts)
    pitch = pitch_of(whole)
    rows: list[list[Line]] = []
    last: list[Line | None] = [None] * (len(cuts) + 1)
    before: Line | None = None
    gaps = _has_gaps(whole, pitch)
    for line in lines:
        cells = cells_of(line, cuts)
        if before is None or _new_row(before, line, cells, cuts, last, rights, pitch, gaps):
            rows.append([])
            last = [None] * (len(cuts) + 1)
        rows[-1].append(line)
        for index, words in enumerate(cells):
            if words:
                last[index] = Line(words)
        before = line
    return _with_lists(rows, cuts)


def _with_lists(rows: Sequence[list[Line]], cuts: Sequence[float]) -> list[list[Line]]:
    """Rows, those that are only further bullets of the cells above put to them."""
    made: list[list[Line]] = []
    for row in rows:
        cells = cells_of(row[0], cuts)
        bulleted = all(_is_bullet(words[0].text) for words in cells if words)
        if len(made) > 1 and not cells[0] and bulleted:
            made[-1] += row
        else:
            made.append(row)
    return made


def _is_bullet(text: str) -> bool:
    found = MARK.fullmatch(text)
    return bool(found and found["bullet"])


def _has_gaps(lines: Sequence[Line], pitch: float) -> bool:
    """Whether rows stand further apart than lines do: then lines that stand close are one row."""
    steps = [(b.base - a.base) / b.size for a, b in itertools.pairwise(lines)]
    close = sum(step <= pitch * 1.1 for step in steps)
    wide = sum(step > pitch * GAP for step in steps)
    return close >= 1 and wide >= 1 and close + wide >= 0.8 * len(steps)


def _new_row(
    before: Line,
    line: Line,
    cells: Cells,
    cuts: Sequence[float],
    last: Sequence[Line | None],
    rights: Sequence[float],
    pitch: float,
    gaps: bool,
) -> bool:
    if is_over(line, cuts) != is_over(before, cuts):
        return True
    step = (line.base - before.base) / max(line.size, 1e-3)
    if step > max(pitch * GAP, 1.0) or step > _APART:
        return True
    if gaps and line.bold == before.bold:
        return False
    first = cells[0]
    filled = [index for index, words in enumerate(cells) if words]
    if first:
        known = last[0]
        if known is None:
            return any(one is not None for one in last)
        if any(_resumes(before, words, above) for words, above in zip(cells, last, strict=True)):
            return True
        return not (is_full(known, first[0], rights[0]) and not _begins_anew(cells, last, rights))
    return (
        len(filled) > 1
        and len(filled) == len(cells) - 1
        and all(not _continues(cells, last, rights, index) for index in filled)
    )


def _resumes(before: Line, words: Sequence[Word], above: Line | None) -> bool:
    """Whether a column has words again after a line of its row without: no cell has such gaps."""
    return bool(words) and above is not None and before.base - above.base > 0.3 * above.size


def _begins_anew(cells: Cells, last: Sequence[Line | None], rights: Sequence[float]) -> bool:
    """Whether every other column of a line is filled by what cannot go on from the line above."""
    others = [index for index in range(1, len(cells)) if cells[index]]
    if len(others) < len(cells) - 1 or cells[0][0].text[:1].islower():
        return False
    return all(not _continues(cells, last, rights, index) for index in others)


def _continues(
    cells: Cells, last: Sequence[Line | None], rights: Sequence[float], index: int
) -> bool:
    known = last[index]
    return known is not None and is_full(known, cells[index][0], rights[index])


def rights_of(lines: Sequence[Line], cuts: Sequence[float]) -> list[float]:
    """The right edge of what stands in each column."""
    rights = [0.0] * (len(cuts) + 1)
    for line in lines:
        if is_over(line, cuts):
            continue
        for index, words in enumerate(cells_of(line, cuts)):
            if words:
                rights[index] = max(rights[index], words[-1].x1)
    size = lines[0].size
    return [*map(max, rights, (cut - size for cut in cuts)), rights[-1]]


def _lefts(lines: Sequence[Line], cuts: Sequence[float]) -> list[float]:
    lefts = [float("inf")] * (len(cuts) + 1)
    for line in lines:
        for index, words in enumerate(cells_of(line, cuts)):
            if words:
                lefts[index] = min(lefts[index], words[0].x0)
    return lefts
