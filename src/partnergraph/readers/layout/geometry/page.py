"""A sheet to pieces in reading order: running lines, tables, text, notes."""

from collections.abc import Iterator, Sequence
from statistics import median

from partnergraph.readers.layout.geometry.flow import Placed, Region, laid_out
from partnergraph.readers.layout.geometry.frames import Frame, frames
from partnergraph.readers.layout.geometry.lines import RAISED, lines_of, said, without_marks
from partnergraph.readers.layout.geometry.margins import Edge, artifacts, edges, running
from partnergraph.readers.layout.geometry.pieces import Grid, Piece
from partnergraph.readers.layout.geometry.prose import pieces_of
from partnergraph.readers.layout.geometry.ruled import inside, table_of
from partnergraph.readers.layout.geometry.shapes import Rule, Sheet, Word

_NOTE = 0.94  # of the text's size; notes are set one point smaller at least, of 12 or 11
_FILLED = 0.85  # of a page's height: where text ends on a full page with a wide margin
_SHORT = 0.5  # of a page's width: the line above notes is a third of it


class Page:
    """A sheet being laid out: its frames, and the lines in its margins, are known first."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.words = list(without_marks(sheet.words))
        self.frames, self.loose = frames(sheet.level, sheet.upright)
        self.edges: list[Edge] = edges(sheet, [frame.area for frame in self.frames])

    def pieces(self, near: Sequence["Page"]) -> list[Piece | Grid]:
        """Its pieces in reading order. `near` are the pages before and after it."""
        sheet = self.sheet
        out = running(
            self.edges, [(page.sheet.number, page.edges) for page in near], sheet
        ) | artifacts(sheet)
        apart = [word for word in sheet.words if id(word) in out]
        words = [word for word in sheet.words if id(word) not in out]
        seen = [word for word in words if not word.hidden]
        made = list(self._laid(seen))
        unseen = [word for word in words if word.hidden]
        made += self._hidden(unseen)
        self._note(made, _usual(words))
        half = sheet.height / 2
        self._measure(made, apart, near)
        heads = _running([word for word in apart if word.base < half], sheet.number)
        feet = _running([word for word in apart if word.base >= half], sheet.number)
        return [*heads, *made, *feet]

    def _laid(self, words: list[Word]) -> Iterator[Piece | Grid]:
        number = self.sheet.number
        placed: list[Placed] = []
        turned = list(self.sheet.turned)
        level, upright = list(self.loose), []
        for frame in sorted(self.frames, key=_extent, reverse=True):
            area = frame.area
            within = [word for word in words if inside(area, word)]
            if not within:
                continue
            within += [word for word in turned if inside(area, word)]
            table = None
            if frame.level or not _is_beside(frame, words):
                table = table_of(frame, within, number)
            if table is None:
                level += frame.level
                upright += frame.upright
                continue
            taken = set(map(id, within))
            words = [word for word in words if id(word) not in taken]
            turned = [word for word in turned if id(word) not in taken]
            if len(table.grid.rows) + len(table.above) < 2:
                inner = Region(number, within, [], frame.level, frame.upright)
                table.grid.otherwise = list(laid_out(inner))
            above = [piece for cell in table.above for piece in pieces_of(cell, number)]
            placed.append(Placed(area, (*above, table.grid)))
        yield from laid_out(Region(number, words, placed, sorted(level), sorted(upright)))
        for word in turned:
            yield Piece(
                number, [[word.text]], word.size, word.bold, word.x0, word.y0, word.y1, alone=True
            )

    def _hidden(self, words: list[Word]) -> Iterator[Piece | Grid]:
        if words:
            region = Region(self.sheet.number, words, [], [], [])
            for piece in laid_out(region):
                piece.hidden = True
                yield piece

    @property
    def lowest(self) -> float:
        """Where its last line above the margin stands."""
        feet = {id(word) for edge in self.edges if not edge.top for word in edge.line.words}
        return max((word.y1 for word in self.sheet.words if id(word) not in feet), default=0.0)

    def _measure(
        self, pieces: Sequence[Piece | Grid], apart: Sequence[Word], near: Sequence["Page"]
    ) -> None:
        """How much room each table leaves below it."""
        height = self.sheet.height
        grids = [piece for piece in pieces if isinstance(piece, Grid)]
        if not grids:
            return
        lowest = max([_FILLED * height, *(page.lowest for page in (self, *near))])
        foot = min((word.y0 for word in apart if word.base > height / 2), default=height)
        for grid in grids:
            grid.room = min(lowest, foot) - grid.area.y1

    def _note(self, pieces: Sequence[Piece | Grid], usual: float) -> None:
        """Mark the notes at the end of a page or column."""
        rules = [r for r in self.loose if r.stop - r.start < _SHORT * self.sheet.width]
        before: Piece | Grid | None = None
        for piece in pieces:
            if isinstance(piece, Piece) and _is_note(
                piece, before, usual, rules, self.sheet.height
            ):
                piece.kind = "note"
            elif isinstance(piece, Piece) and piece.mark.startswith(RAISED):
                piece.mark = ""
            before = piece


def _is_beside(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether words stand beside a frame: its upright lines are but the inner ones of a table."""
    area = frame.area
    beside = (word for word in words if area.y0 < word.base < area.y1)
    return any(not inside(area, word) for word in beside)


def _extent(frame: Frame) -> float:
    area = frame.area
    return (area.x1 - area.x0) * (area.y1 - area.y0)


def _is_note(
    piece: Piece, before: Piece | Grid | None, usual: float, rules: Sequence[Rule], height: float
) -> bool:
    small = piece.size <= _NOTE * usual
    if piece.mark.startswith(RAISED):
        return piece.y0 > height / 2 or small
    if not small or piece.y0 < height / 2:
        return False
    if isinstance(before, Piece) and before.kind == "note":
        return True
    first = piece.mark or piece.text.split(" ", 1)[0]
    numbered = first.strip("[]().").isdigit() or first[:1] in "*†‡"
    return numbered and any(rule.at < piece.y0 + 2 and piece.y0 - rule.at < 25 for rule in rules)


def _usual(words: Sequence[Word]) -> float:
    """The size of most of a page's words."""
    return median(word.size for word in words) if words else 10.0


def _running(words: Sequence[Word], page: int) -> Iterator[Piece]:
    for line in lines_of(words):
        for part in line.parts(2.5):
            told = said(part)
            yield Piece(
                page, [[told]], line.size, line.bold, part[0].x0, line.top, line.base, "running"
            )
