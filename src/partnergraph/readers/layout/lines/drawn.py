"""Tables whose columns are drawn with bars, or typed with tabs."""

import itertools
import re
from collections.abc import Iterator, Sequence

from partnergraph.document.blocks import Block, Row, Run, Runs
from partnergraph.readers.layout.grids import header_of, without_repeats
from partnergraph.readers.layout.lines.line import Line, fragments

_BARS = "|│┃║"
_BAR = re.compile(rf"[{_BARS}]")
_BORDER = re.compile(r"[-=+|:_─━═│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╪╤╧╟╢ ]+")
_DRAWN = re.compile(r"[-=_─━═]{3}|\|\s*:?-+:?\s*\|")
_MOST_COLUMNS = 200  # of a table that people read; what has more is no table


def is_border(line: Line) -> bool:
    """Whether a line is drawn only: `+---+---+`, `|---|---|`, `├───┼───┤`."""
    return bool(_BORDER.fullmatch(line.words) and _DRAWN.search(line.words))


def barred(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """Where lines with bars end that begin at `start`, and whether they are a table.

    Its lines have bars at both ends, or as many as each other with a drawn line between them.
    """
    stop = start
    bars: list[int] = []
    borders = 0
    while stop < len(lines) and (_BAR.search(lines[stop].text) or is_border(lines[stop])):
        border = is_border(lines[stop])
        borders += border
        if not border:
            bars.append(len(_BAR.findall(lines[stop].text)))
        stop += 1
    edged = [
        i for i in range(start, stop) if lines[i].words[0] in _BARS and lines[i].words[-1] in _BARS
    ]
    same = len(set(bars)) == 1
    whole = len(edged) + borders == stop - start
    table = len(bars) > 1 and (whole or (same and (borders > 0 or bars[0] > 1)))
    return stop, table and max(bars) < _MOST_COLUMNS


def of_bars(lines: Sequence[Line]) -> Block:
    """Lines of a barred table as a table.

    Where drawn lines part its rows, a row's cells go over lines; else a line is a row, unless it
    leaves the first cell empty and goes on in small letters.
    """
    inner = [i for i, line in enumerate(lines) if is_border(line)]
    written = [i for i, line in enumerate(lines) if not is_border(line)]
    within = [i for i in inner if written[0] < i < written[-1]]
    places = _places([lines[i] for i in written])
    ruled = len(within) > 1
    groups: list[list[Line]] = []
    for i in written:
        parted = bool(groups) and (i - 1 in inner)
        goes_on = bool(groups) and (not parted if ruled else _hangs(groups[-1], lines[i]))
        if not goes_on:
            groups.append([])
        groups[-1].append(lines[i])
    width = max(len(_cells(line, places)) for line in (lines[i] for i in written))
    rows = [_row(group, places, width) for group in groups]
    rows = [row for row in rows if any(row.cells)]
    said = sum(group[-1].number < lines[within[0]].number for group in groups) if within else 0
    header = said if len(within) == 1 and said < 4 else header_of(rows)
    return Block("table", rows=without_repeats(rows, header), header=header)


def _places(lines: Sequence[Line]) -> list[int]:
    """The columns of characters that bars stand in, if all lines have them there or nowhere."""
    sets = [{m.start() for m in _BAR.finditer(line.text)} for line in lines]
    most = max(sets, key=len)
    return sorted(most) if all(one <= most for one in sets) else []


def _hangs(group: Sequence[Line], line: Line) -> bool:
    cells = _cells(line, [])
    filled = [cell for cell, _, _ in cells if cell]
    if not filled or (cells[0][0] and len(filled) == len(cells)):
        return False
    return len(cells) == len(_cells(group[-1], [])) and (
        not cells[0][0] and all(cell[0].islower() for cell in filled)
    )


def _cells(line: Line, places: Sequence[int]) -> list[tuple[str, int, int]]:
    """The cells of a line: words and the columns of the table that they stand in."""
    bars = [m.start() for m in _BAR.finditer(line.text)]
    edges = [-1, *bars, len(line.text)]
    parts = [(line.text[a + 1 : b].strip(), a, b) for a, b in itertools.pairwise(edges)]
    if parts and not parts[0][0] and bars and line.words[0] in _BARS:
        parts = parts[1:]
    if parts and not parts[-1][0] and line.words[-1] in _BARS:
        parts = parts[:-1]
    if not places:
        return parts
    return [part for part in parts for _ in range(max(_covers(part, places), 1))]


def _covers(part: tuple[str, int, int], places: Sequence[int]) -> int:
    """How many columns of the table a cell stands over."""
    return 1 + sum(part[1] < bar < part[2] for bar in places)


def _row(group: Sequence[Line], places: Sequence[int], width: int) -> Row:
    cells: list[list[Run]] = [[] for _ in range(width)]
    spans = len(group) == 1
    for line in group:
        for k, (words, _, _) in enumerate(_cells(line, places)):
            if words:
                cells[k].append(Run(" ".join(words.split()), line.run().place))
    made: list[Runs] = [tuple(cell) for cell in cells]
    if spans:
        for k in range(1, width):
            made[k] = made[k - 1] if made[k] == made[k - 1] and made[k] else made[k]
    return Row(tuple(made), tuple(dict.fromkeys(line.run().place for line in group)))


def tabbed(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """Where lines with tabs end that begin at `start`, and whether they are a table.

    One blank line may part them, and more where the first column goes on; tabs at a line's end do
    not count.
    """
    counts: list[int] = []
    stop = at = start
    while at < len(lines) and _tabs(lines[at]) and (at <= stop + 1 or _leaves_first(lines[at])):
        counts.append(_tabs(lines[at]))
        at = stop = at + 1
        while at < len(lines) and not lines[at].words:
            at += 1
    labels = sum(_first(line).endswith((":", "：")) for line in lines[start:stop])
    most = max(counts, default=0)
    enough = len(counts) > (2 if most == 1 else 1) and most < _MOST_COLUMNS
    return max(stop, start + 1), enough and 2 * labels < len(counts)


def of_tabs(lines: Sequence[Line]) -> Block:
    """Lines of a tabbed table as a table; the header may leave columns at the right without a name.

    Tags that a cell was saved with part its words and are none.
    """
    filled = [line for line in lines if line.words]
    parts = [line.typed.rstrip().split("\t") for line in filled]
    width = max(map(len, parts))
    rows = [
        Row(tuple(_tab_cells(cells, line, width)), (line.run().place,))
        for cells, line in zip(parts, filled, strict=True)
    ]
    named = max((k + 1 for k, cell in enumerate(rows[0].cells) if cell), default=0)
    header = header_of([Row(row.cells[:named], row.places) for row in rows])
    return Block("table", rows=without_repeats(rows, header), header=header)


def _tab_cells(cells: Sequence[str], line: Line, width: int) -> Iterator[Runs]:
    place = line.run().place
    for k in range(width):
        said = fragments(cells[k]) if k < len(cells) else []
        yield tuple(Run(" ".join(part.split()), place) for part in said)


def _tabs(line: Line) -> int:
    """The tabs of a line that part words or leave a cell empty; none where one only hangs."""
    typed = line.typed.rstrip()
    if "\t" not in typed:
        return 0
    return typed.count("\t") if not typed[: typed.index("\t")].rstrip().endswith((".", ")")) else 0


def _leaves_first(line: Line) -> bool:
    """Whether a line leaves the first column empty."""
    return line.typed.startswith("\t")


def _first(line: Line) -> str:
    return line.typed.split("\t", 1)[0].strip()
