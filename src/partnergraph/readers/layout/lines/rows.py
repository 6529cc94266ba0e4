"""The lines of a table in columns, as rows of cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.document.blocks import Block, Row, Run, Runs
from partnergraph.readers.layout.grids import header_of, without_repeats
from partnergraph.readers.layout.lines.gaps import Region, is_rule
from partnergraph.readers.layout.lines.line import BULLETS, Line


@dataclass(slots=True)
class _Laid:
    """A line laid into columns; `parted` says whether a blank or drawn line stands above it."""

    line: Line
    cells: list[str]
    parted: bool = False
    spans: bool = False

    @property
    def filled(self) -> list[int]:
        return [k for k, cell in enumerate(self.cells) if cell]


@dataclass(slots=True)
class _Rows:
    """The rows so far, and what decides where one ends."""

    widths: list[int]
    ruled: bool
    spaced: bool
    small: bool
    labels: bool
    made: list[list[_Laid]] = field(default_factory=list)


def table_of(lines: Sequence[Line], region: Region) -> Block:
    """A region of lines as a table.

    A row is what stands between drawn lines if they part all rows, else between blank lines that
    begin in the first column, else it begins where words begin that would have had room above.
    """
    laid = list(_laid(lines, region))
    rules = _rules(lines, region)
    table = _Rows(
        _widths(laid, region),
        len(rules) > 2 or _many(rules, laid),
        _spaced(laid),
        _small_firsts(laid),
        _are_labels(laid),
    )
    for line in laid:
        if not table.made or _begins(table, line):
            table.made.append([])
        table.made[-1].append(line)
    rows = [_row(part, len(region.cuts) + 1) for part in table.made]
    header = _ruled_header(table.made, rules) or header_of(rows)
    if region.over:
        header = max(header, 2)
    return Block("table", rows=without_repeats(rows, header), header=header)


def _rules(lines: Sequence[Line], region: Region) -> list[int]:
    """The numbers of the lines drawn between others."""
    inner = range(region.start, region.stop)
    drawn = [i for i in inner if is_rule(lines[i])]
    written = [i for i in inner if lines[i].words and not is_rule(lines[i])]
    return [lines[i].number for i in drawn if written and written[0] < i < written[-1]]


def _many(rules: Sequence[int], laid: Sequence[_Laid]) -> bool:
    return len(rules) > 1 and len(rules) + 1 >= len(laid)


def _ruled_header(rows: Sequence[Sequence[_Laid]], rules: Sequence[int]) -> int:
    """How many rows stand above the only line drawn within a table."""
    if len(rules) != 1:
        return 0
    above = sum(row[-1].line.number < rules[0] for row in rows)
    return above if above <= 3 else 0  # a header of more lines is none


def _laid(lines: Sequence[Line], region: Region) -> Iterator[_Laid]:
    edges = [0, *(end for _, end in region.cuts)]
    parted, page = False, lines[region.start].page
    for i in range(region.start, region.stop):
        line = lines[i]
        parted, page = parted and line.page == page, line.page
        if not line.words or is_rule(line):
            parted = True
            continue
        if region.over and i == region.start:
            yield _Laid(line, _heads_over(line, region), parted, spans=True)
        elif i in region.spanning:
            yield _Laid(line, _over(line, region), parted, spans=True)
        else:
            stops = [*edges[1:], len(line.text)]
            cells = [line.text[a:b].strip() for a, b in zip(edges, stops, strict=True)]
            yield _Laid(line, cells, parted)
        parted = False


def _over(line: Line, region: Region) -> list[str]:
    """The words of a spanning line in each column that they stand over.

    What begins in the first column and runs into the next is a section's title, over all.
    """
    begins = [0, *(end for _, end in region.cuts)]
    stops = [*(first for first, _ in region.cuts), len(line.text) + 1]
    all_over = line.indent < stops[0]
    return [
        line.words if all_over or (line.indent < stop and len(line.text) > begin) else ""
        for begin, stop in zip(begins, stops, strict=True)
    ]


def _heads_over(line: Line, region: Region) -> list[str]:
    """The words of a header's first line in each column that they stand over.

    What begins nearest to a column's words, or runs over them, stands over it.
    """
    begins = [0, *(end for _, end in region.cuts)]
    stops = [*(first for first, _ in region.cuts), len(line.text) + 1]
    return [
        " ".join(line.text[a:b] for a, b in line.segments if a < stop and b > begin)
        for begin, stop in zip(begins, stops, strict=True)
    ]


def _widths(laid: Sequence[_Laid], region: Region) -> list[int]:
    """The room of each column: of its longest line, seen among all of them."""
    return [
        max((len(one.cells[k]) for one in laid if not one.spans), default=0)
        for k in range(len(region.cuts) + 1)
    ]


def _spaced(laid: Sequence[_Laid]) -> bool:
    """Whether blank lines part rows: most that have one above begin in the first column."""
    parted = [one for one in laid[1:] if one.parted and not one.spans]
    small = _small_firsts(laid)
    begin = [one for one in parted if one.cells[0] and (small or not _small(one.cells[0]))]
    close = [one for one in laid[1:] if not one.parted and one.cells[0] and _starts(one.cells[1:])]
    others = [one for one in close if small or not _small(one.cells[0])]
    return len(begin) > 1 and 2 * len(begin) >= len(parted) and len(others) <= len(begin)


def _small_firsts(laid: Sequence[_Laid]) -> bool:
    """Whether rows begin small (`on hold`): most such lines hold the starts of other cells."""
    small = [one for one in laid[1:] if _small(one.cells[0])]
    starts = sum(_starts(one.cells[1:]) for one in small)
    return 4 * starts > 3 * len(small) and 2 * starts > sum(bool(one.cells[0]) for one in laid[1:])


def _are_labels(laid: Sequence[_Laid]) -> bool:
    """Whether the first of two columns has labels, which may end as no other cell: `Funded by`."""
    firsts = [one for one in laid if one.cells[0] and not one.spans]
    whole = all(one.cells[1:] and one.cells[1] and not _small(one.cells[0]) for one in firsts)
    return whole and len(firsts) >= _MANY_LABELS and len(laid[0].cells) == 2


_MANY_LABELS = 4  # lines; a wrapped header and two rows have as few as three


def _starts(cells: Sequence[str]) -> bool:
    """Whether there are words in some cells, and none goes on in small letters."""
    return any(cells) and not any(cell and _small(cell) for cell in cells)


def _begins(table: _Rows, here: _Laid) -> bool:
    """Whether a line begins a row."""
    row = table.made[-1]
    if here.spans or row[-1].spans:
        return True
    if table.ruled:
        return here.parted
    head = [one.cells for one in table.made[0]]
    if here.cells == head[0] or (len(table.made) > 1 and [one.cells for one in row] == head):
        return True  # a header printed again, and what follows it
    if here.parted and table.spaced and (table.small or not _goes_on(row, here, 0)):
        return bool(here.cells[0]) or len(here.filled) > 1
    if len(table.made) == 1 and not here.cells[0] and len(here.filled) < len(here.cells) - 1:
        return False  # the header's second line
    if _small(here.cells[0]) and row[0].cells[0] and not table.small:
        return False
    if len(table.made) == 1 and _heads(row) and here.cells[0]:
        return True  # a header's further lines begin small, or in another column
    if _listed(here) and not any(map(_listed, row)):
        return True
    votes = [_vote(table, row, here, k) for k in here.filled]
    if not here.cells[0]:
        return len(votes) > 1 and min(votes) >= 0 and sum(votes) >= _SURE
    spaced = table.spaced and len(table.made) > 1 and not here.parted
    return sum(votes) >= (_TWICE_SURE if spaced else _ENOUGH)


_ENOUGH, _SURE, _TWICE_SURE = 1.0, 2.0, 4.0


def _heads(row: Sequence[_Laid]) -> bool:
    """Whether a table's first line has a few words in each column, as a header has."""
    cells = row[0].cells
    few = all(0 < len(cell.split()) < 4 for cell in cells)
    return few and not any(_goes_on_from(cell) for cell in cells)


def _goes_on_from(above: str) -> bool:
    return bool(_UNFINISHED.search(above)) or above.rpartition(" ")[2] in _UNENDED


def _vote(table: _Rows, row: Sequence[_Laid], here: _Laid, k: int) -> float:
    """What a cell's words say for a new row, above nought, or against it.

    Words that had room behind those right above them begin something new, most of all where much
    was left: lines of proportional letters differ by a quarter. Small letters go on, where there
    was no room; capitals below a full cell say little, but two such cells more.
    """
    said, above, small = here.cells[k], row[-1].cells[k], _small(here.cells[k])
    if not above:
        return (2.0 if k == 0 else 0.5) if _last(row, k) else 1.0
    if _goes_on(row[-1:], here, k) and not (k == 0 and table.labels):
        return -2.0
    if k == 0 and not any(map(str.isalpha, said)):
        return 2.0
    if k == 0 and table.small:
        return 1.0
    share = (len(above) + 1 + len(said.split(" ", 1)[0])) / max(table.widths[k], 1)
    if share <= _LOOSE:
        return 1.0 if small else 2.0
    if share <= 1:
        return -0.5 if small else 1.0
    return -1.5 if small else 0.5


_LOOSE = 0.75  # of a column's width


def _goes_on(row: Sequence[_Laid], here: _Laid, k: int) -> bool:
    """Whether the words right above a cell do not end, or it begins as no cell does."""
    above, said = _last(row, k), here.cells[k]
    if not above or not said:
        return False
    return _goes_on_from(above) or (k == 0 and _small(said) and not _small(row[0].cells[0] or "A"))


def _small(words: str) -> bool:
    """Whether words begin with a small letter."""
    return words.lstrip("([“\"'")[:1].islower()


_UNFINISHED = re.compile(r"[,/&:]$|\w-$")
_UNENDED = frozenset(
    [
        "and",
        "or",
        "of",
        "the",
        "for",
        "in",
        "to",
        "with",
        "by",
        "on",
        "a",
        "an",
        "et",
        "ou",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "y",
        "o",
        "del",
        "los",
        "las",
        "en",
        "con",
        "por",
        "und",
        "für",
        "der",
        "die",
        "das",
    ]
)  # no cell ends so: words that bind, in languages of such tables


def _last(row: Sequence[_Laid], k: int) -> str:
    return next((one.cells[k] for one in reversed(row) if one.cells[k]), "")


def _listed(line: _Laid) -> bool:
    """Whether each of several cells begins with a bullet."""
    cells = [line.cells[k] for k in line.filled]
    return len(cells) > 1 and all(cell[0] in BULLETS for cell in cells)


def _row(part: Sequence[_Laid], width: int) -> Row:
    if part[0].spans:
        place = part[0].line.run().place
        known: dict[str, Runs] = {"": ()}
        for cell in part[0].cells:
            known.setdefault(cell, (Run(" ".join(cell.split()), place),))
        cells = [known[cell] for cell in part[0].cells]
    else:
        cells = [
            tuple(
                Run(" ".join(one.cells[k].split()), one.line.run().place)
                for one in part
                if one.cells[k]
            )
            for k in range(width)
        ]
    return Row(tuple(cells), tuple(dict.fromkeys(one.line.run().place for one in part)))
