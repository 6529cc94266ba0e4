"""Frames of ruling lines to tables: a cell that spans stands in each of its places."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from partnergraph.readers.layout.geometry.frames import Frame
from partnergraph.readers.layout.geometry.lines import Line, lines_of
from partnergraph.readers.layout.geometry.pieces import NO_HEADER, Grid
from partnergraph.readers.layout.geometry.rows import cells_text, rows_of, text_of
from partnergraph.readers.layout.geometry.shapes import Area, Word
from partnergraph.readers.layout.geometry.telling import cells_of

_GAP = 1.0  # sizes; words of one phrase never stand so far apart
_TALLEST = 3  # rows of a header: a title, groups of columns, columns
_MOST_CELLS = 20_000  # of one frame; what has more is a drawing on squared paper


class Cells:
    """The elementary cells of a frame, joined where no line parts them."""

    def __init__(self, frame: Frame, words: Iterable[Word]) -> None:
        self.frame = frame
        self.rows, self.columns = len(frame.ys) - 1, len(frame.xs) - 1
        self.words: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            self._put(word)
        self._root = list(range(self.rows * self.columns))
        self._join()

    def _put(self, word: Word) -> None:
        """Put a word of the frame into its cell; one upon the frame's own edge into the last."""
        row = bisect_right(self.frame.ys, word.base - 0.3 * word.size) - 1
        column = bisect_right(self.frame.xs, (word.x0 + word.x1) / 2) - 1
        at = min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)
        self.words.setdefault(at, []).append(word)

    def _join(self) -> None:
        for row in range(self.rows):
            for column in range(self.columns):
                at = row * self.columns + column
                if column + 1 < self.columns and not self._parted(row, column):
                    self._unite(at, at + 1)
                if row + 1 < self.rows and not self.frame.line_under(row, column):
                    self._unite(at, at + self.columns)

    def _parted(self, row: int, column: int) -> bool:
        if self.frame.line_right(row, column):
            return True
        left, right = self.words.get((row, column)), self.words.get((row, column + 1))
        return bool(left and right) and _stand_apart(left or [], right or [])

    def _unite(self, one: int, other: int) -> None:
        self._root[self.root(other)] = self.root(one)

    def root(self, at: int) -> int:
        """The cell that stands for all that an elementary cell is joined with."""
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def contents(self) -> dict[int, list[Word]]:
        """The words of each joined cell."""
        held: dict[int, list[Word]] = {}
        for (row, column), words in self.words.items():
            held.setdefault(self.root(row * self.columns + column), []).extend(words)
        return held

    def corners(self) -> tuple[set[int], set[int]]:
        """Rows and columns at which a joined cell with words begins."""
        rows, columns = set(), set()
        first: dict[int, tuple[int, int]] = {}
        for at in range(self.rows * self.columns):
            root = self.root(at)
            row, column = divmod(at, self.columns)
            known = first.get(root)
            first[root] = (
                (row, column) if known is None else (min(known[0], row), min(known[1], column))
            )
        for row, column in first.values():
            rows.add(row)
            columns.add(column)
        return rows, columns


def _stand_apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether words on both sides of where no line is drawn are two columns' all the same."""
    size = left[0].size
    return min(w.x0 for w in right) - max(w.x1 for w in left) >= _GAP * size


@dataclass(slots=True)
class Drawn:
    """A frame's table, and the lines of each cell that stands above its header."""

    above: list[list[Line]]
    grid: Grid


def table_of(frame: Frame, words: Iterable[Word], page: int) -> Drawn | None:
    """A frame's table; None where it is a box around text, or no table at all."""
    if (len(frame.ys) - 1) * (len(frame.xs) - 1) > _MOST_CELLS:
        return None
    if len(frame.xs) < 3:
        return None
    cells = Cells(frame, words)
    contents = cells.contents()
    rows, columns = cells.corners()
    if len(columns) < 2 or not contents or (len(rows) > 1 and len(contents) < 2):
        return None
    return _grid(frame, cells, contents, page)


def _grid(frame: Frame, cells: Cells, contents: dict[int, list[Word]], page: int) -> Drawn:
    lines = {root: lines_of(words) for root, words in contents.items()}
    texts = {root: text_of(held) for root, held in lines.items()}
    kept = _columns(cells, contents)
    rows: list[list[str]] = []
    bold: list[bool] = []
    starts: list[int] = []
    spans: list[list[int]] = []
    for row in range(cells.rows):
        roots = [cells.root(row * cells.columns + column) for column in kept]
        told = [texts.get(root, "") for root in roots]
        if not any(told) or roots == starts:
            continue
        several = _several(frame, cells, row, kept)
        rows += several or [told]
        spans += [roots] * (len(several) or 1)
        bold += [not several and _is_bold(lines, roots)] + [False] * (len(several) - 1)
        starts = roots
    above = _above(spans, bold)
    xs = [frame.xs[column] for column in kept] + [frame.xs[kept[-1] + 1]]
    grid = Grid(page, rows[above:], xs, frame.area, bold[above:], ruled=True)
    grid.header = header_of(spans[above:], bold[above:])
    if len(kept) == 2 and _labels(spans, lines):
        grid.header = NO_HEADER
    grid.hidden = all(word.hidden for words in contents.values() for word in words)
    grid.size = median(line.size for held in lines.values() for line in held)
    grid.first = min(b - a for a, b in zip(frame.ys, frame.ys[1:], strict=False))
    cellwise = list(dict.fromkeys(root for roots in spans[:above] for root in roots))
    return Drawn([lines[root] for root in cellwise if root in lines], grid)


def _labels(spans: Sequence[Sequence[int]], lines: dict[int, list[Line]]) -> bool:
    """Whether a table's first column is bold and its second is not, from the first row on."""
    pairs = [(_is_bold(lines, row[:1]), _is_bold(lines, row[1:])) for row in spans]
    return all(first and not second for first, second in pairs)


def _is_bold(lines: dict[int, list[Line]], roots: Sequence[int]) -> bool:
    held = [line.bold for root in roots for line in lines.get(root, ())]
    return bool(held) and all(held)


def _above(spans: Sequence[Sequence[int]], bold: Sequence[bool]) -> int:
    """How many rows stand above a table's header: rows of few wide cells, then one in bold."""
    for index, row in enumerate(spans):
        into = set(row) & set(spans[index + 1]) if index + 1 < len(spans) else ()
        if 2 * len(set(row)) <= len(row) and not into:
            continue
        plain = not all(bold[index:])
        return index if bold[index] and plain and len(spans) - index > 1 else 0
    return 0


def header_of(spans: Sequence[Sequence[int]], bold: Sequence[bool]) -> int:
    """How many rows a drawn table's header has: those in bold, and what their cells reach into."""
    many = 0
    while many < len(bold) and bold[many]:
        many += 1
    if many == len(bold) or (many and len(set(spans[0])) < 2 and many < 2):
        return 0
    many = min(many, _TALLEST)
    if many:
        while many < len(spans) - 1 and set(spans[many]) & set(spans[many - 1]):
            many += 1
    return many if many < len(spans) else 0


def _columns(cells: Cells, contents: dict[int, list[Word]]) -> list[int]:
    """The columns of a frame without slivers between double lines, and those no cell begins."""
    _, begun = cells.corners()
    xs = cells.frame.xs
    filled = {column for _, column in cells.words}
    wide = [c for c in range(cells.columns) if c in filled or xs[c + 1] - xs[c] > 8]
    kept = [c for c in wide if c in begun] or wide
    shown = {cells.root(row * cells.columns + c) for row in range(cells.rows) for c in kept}
    bent = {
        column  # of a cell that begins elsewhere, in a row of which no other column shows it
        for row, column in cells.words
        if cells.root(row * cells.columns + column) not in shown
    }
    return sorted({*kept, *bent})


def _several(frame: Frame, cells: Cells, row: int, kept: Sequence[int]) -> list[list[str]]:
    """The rows of a band whose rows no line parts: only under a header, and only if plain."""
    if cells.rows > 2 or row < cells.rows - 1 or len(kept) < 2:
        return []
    words = [w for column in range(cells.columns) for w in cells.words.get((row, column), ())]
    lines = lines_of(words)
    cuts = [frame.xs[column] for column in kept[1:]]
    groups = rows_of(lines, cuts, ())
    even = sum(sum(map(bool, cells_of(group[0], cuts))) > 1 for group in groups)
    if len(groups) < 3 or even < 0.8 * len(groups):
        return []
    rights = [frame.xs[column + 1] for column in kept]
    return [cells_text(group, cuts, rights) for group in groups]


def inside(area: Area, word: Word) -> bool:
    """Whether a word stands in a frame."""
    return area.x0 - 1 <= (word.x0 + word.x1) / 2 <= area.x1 + 1 and (
        area.y0 <= word.base - 0.3 * word.size <= area.y1
    )
