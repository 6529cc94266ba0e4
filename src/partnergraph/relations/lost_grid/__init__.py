"""A matrix whose grid the text has lost: its cells stand one below the other, without their table.

Known by the cells of its header. Two hypotheses, the plain one first: cells follow each other in
the order of the header (`turns`); or, where that breaks down and two widths tell the columns, in no
order (`scattered`). What is unclear makes no link and is reported with its lines.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.mentions.dates import dates, first_date
from partnergraph.relations import columns
from partnergraph.relations.lost_grid import cells
from partnergraph.relations.lost_grid.bodies import LIKELY, SURE, Bodies
from partnergraph.relations.lost_grid.cells import Unit
from partnergraph.relations.lost_grid.clash import apart
from partnergraph.relations.lost_grid.forms import language_of
from partnergraph.relations.lost_grid.headers import (
    ACTIVITY,
    OBJECTIVE,
    WHO,
    entry_of,
    headers_of,
)
from partnergraph.relations.lost_grid.places import Place, Places, is_label
from partnergraph.relations.lost_grid.printed import Block, Printed
from partnergraph.relations.lost_grid.rows import Table, none_of, out_of_place, rows_of
from partnergraph.relations.lost_grid.scattered import (
    is_balanced,
    misfits,
    paired,
    placed,
    wide_side,
)
from partnergraph.relations.lost_grid.turns import Hint, Reading, hint_of, in_turn, no_hint
from partnergraph.relations.lost_grid.widths import Widths, learn, reach, runs
from partnergraph.relations.lost_grid.writing import Writer
from partnergraph.relations.page import Page, status_of

# Of 60 made matrices in the header's order, a fifth of their rows with an empty cell, none has more
# than 0.7 empty or unclear cells a row, nor a text out of place; of 24 scattered ones each has 0.7
# to 1.3, and 0.12 to 0.33 texts out of place (tests/relations/test_lost_grid.py).
_BROKEN = 1.3
_WRONG = 0.1
_ROW = 0.9  # less than the two empty cells of a row that is no row

Section = tuple[Place | None, list[Block]]


class _Turned(NamedTuple):
    """The sections read in the order of the header: their units, and the reading of each."""

    sections: list[tuple[list[Unit], Reading]]

    @property
    def cost(self) -> float:
        """What is against it, in empty cells and unclear ones."""
        return sum(reading.cost + reading.unclear for _, reading in self.sections)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(reading.rows for _, reading in self.sections)

    def is_broken(self, widths: Widths | None) -> bool:
        """Whether the cells are not in the header's order.

        Then many are empty, texts are out of place, or not as wide as their column's others.
        """
        wrong = sum(out_of_place(*section) for section in self.sections)
        if widths:
            wrong += misfits(
                (
                    (u, t.column)
                    for us, r in self.sections
                    for u, t in zip(us, r.turns, strict=True)
                ),
                widths,
            )
        return self.cost > _BROKEN * (self.rows + 1) or wrong > _WRONG * self.rows

    @property
    def price(self) -> float:
        """What it costs, less what its rows are worth: another row with an empty cell is none."""
        return self.cost - _ROW * self.rows


class LostGrid:
    """A page as a matrix without its grid."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.printed = Printed(page.laid, self._is_own)
        self.headers = headers_of(self.printed, page.names)

    @property
    def why(self) -> str:
        """By what it is known, in words a person understands."""
        header = next(header for header in self.headers if header.whole)
        lines = (self.printed.text.lines[p] for p in header.lines)
        where = self.printed.text.locator(line.number for line in lines if not line.blank)
        return f"header cells {' | '.join(cell.words.text for cell in header.cells)} at {where}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the header that has most of them."""
        return max((h.columns for h in self.headers if h.whole), key=len, default=())

    @cached_property
    def language(self) -> str:
        """The language of the page."""
        return language_of(word.text for word in self.page.laid.text.words)

    def _is_own(self, line: str) -> bool:
        """Whether a line that comes again on other pages is no running head but a cell or label."""
        return bool(entry_of(line)) or is_label(line) or self.bodies.level(line) == SURE

    @cached_property
    def bodies(self) -> Bodies:
        """Reads cells of bodies."""
        return Bodies(self.page, self.language)

    @cached_property
    def heads(self) -> frozenset[int]:
        """The lines of all headers."""
        return frozenset(p for header in self.headers for p in header.lines)

    @cached_property
    def places(self) -> Places:
        """Themes, roundtables, sections, and the title."""
        return Places(self.printed, self.heads, self.bodies, self.language)

    @cached_property
    def used(self) -> frozenset[int]:
        """The lines that belong to no cell."""
        lines = (line for place in self.places.found for line in place.lines)
        return frozenset({*lines, *self.heads, *self.titles})

    @cached_property
    def titles(self) -> frozenset[int]:
        """The lines of the document's title and date."""
        words = self.places.title.words if self.places.title else ()
        return frozenset({*map(self.printed.text.position, words), *self.places.dated})

    @cached_property
    def sections(self) -> list[Section]:
        """The blocks that stand in each place, from the first header on."""
        found: dict[int, Section] = {}
        for place, first, stop in self._stretches():
            blocks = self.printed.blocks(range(first, stop), self.used)
            found.setdefault(id(place), (place, []))[1].extend(blocks)
        return [section for section in found.values() if section[1]]

    def _stretches(self) -> Iterator[tuple[Place | None, int, int]]:
        ours = [place for place in self.places.found if not place.holds]
        start = min(self.heads, default=0)
        current: Place | None = None
        for place in sorted(ours, key=lambda p: (p.begins, p.kind in ("section", "cluster"))):
            if place.begins > start:
                yield current, start, place.begins
            start, current = max(start, place.begins), place
        yield current, start, len(self.printed.text.lines)

    @property
    def names_anybody(self) -> bool:
        """Whether cells that name somebody stand below the header: for sure, or in rows read."""
        blocks = [block for _, several in self.sections for block in several]
        rows = [row for block in blocks for row in block.rows]
        texts = (*(block.text for block in blocks), *(row.text for row in rows))
        levels = set(map(self.bodies.level, texts))
        if SURE in levels or any(self.bodies.tail(row.words)[0] for row in rows):
            return True
        return LIKELY in levels and any(
            row.listed for _, table in self.tables for row in table.rows
        )

    # Hypotheses

    @cached_property
    def tables(self) -> list[tuple[Place | None, Table]]:
        """The rows of each section."""
        places = [place for place, _ in self.sections]
        broken = self.turned.is_broken(self.widths)
        found = self.scattered() if broken else None
        if found is None:
            found = [(none_of if broken else rows_of)(*each) for each in self.turned.sections]
        return list(zip(places, found, strict=True))

    @cached_property
    def turned(self) -> _Turned:
        """The sections in the order of the header, cut into cells as it fits best."""
        ways = (cells.whole, cells.line_by_line, cells.statements)
        cut = [
            [list(way(blocks, self.bodies, self.language)) for _, blocks in self.sections]
            for way in ways
        ]
        best = min((self._turned(sections) for sections in cut), key=lambda turned: turned.price)
        hint = hint_of(best.sections)
        return best if hint is no_hint else self._turned([u for u, _ in best.sections], hint)

    def _turned(self, cut: Sequence[list[Unit]], hint: Hint = no_hint) -> _Turned:
        return _Turned([(units, in_turn(units, self.columns, hint)) for units in cut])

    def scattered(self) -> list[Table] | None:
        """The sections by the widths of their columns; None where these do not tell them."""
        widths = self.widths
        if widths is None or WHO not in self.columns or OBJECTIVE not in self.columns:
            return None
        cut = [list(apart(blocks, widths, self.language)) for _, blocks in self.sections]
        sections = [list(cells.statements(b, self.bodies, self.language)) for b in cut]
        side = wide_side([unit for units in sections for unit in units], widths, self.columns)
        if not side:
            return None
        number = self.columns.index(WHO)
        tables: list[Table] = []
        for blocks, units in zip(cut, sections, strict=True):
            found = placed(units, widths, side)
            tails = [] if is_balanced(found) else cells.unsure_tails(blocks, self.bodies)
            if tails:
                more = cells.statements(blocks, self.bodies, self.language, tails)
                other = placed(list(more), widths, side)
                found = other if is_balanced(other) else found
            tables.append(paired(found, number))
        return tables

    @cached_property
    def widths(self) -> Widths | None:
        """The widths of the columns of texts, where there are two."""
        blocks = [block for _, several in self.sections for block in several]
        texts = (block for block in blocks if not self.bodies.level(block.text))
        bounds = (reach(run) for block in texts for run in runs(block.rows))
        return learn(bound for bound in bounds if bound is not None)


def found(page: Page) -> LostGrid | None:
    """The matrix that a page is, without its grid; None where it is none."""
    if any(columns.reads(part) for part in page.laid.parts):
        return None
    matrix = LostGrid(page)
    return matrix if matrix.columns and matrix.names_anybody else None


def read(matrix: LostGrid) -> None:
    """Read a matrix into its page's draft."""
    draft = matrix.page.draft
    framework = _about(matrix)
    writer = Writer(matrix.page, framework, _status(matrix), matrix.headers)
    draft.take(sorted(matrix.titles), "title")
    draft.take(matrix.printed.apart, "running head")
    draft.take(matrix.heads, "header")
    for place in matrix.places.found:
        writer.place(place)
    for within, table in matrix.tables:
        writer.table(within, table)
    draft.covers(*sorted(writer.types))


def _about(matrix: LostGrid) -> str:
    """State what the document is; the framework of its objectives."""
    draft, title = matrix.page.draft, matrix.places.title
    dated = first_date(" ".join(matrix.printed.line(p) for p in matrix.places.dated))
    date = dated or next((day for day, _ in dates(title.text)), None) if title else dated
    forum = _forum(matrix.page, title) if title else ""
    said = {"title": title.text if title else "", "date": date or "", "forum": forum}
    draft.about(**{key: value for key, value in said.items() if value})
    return f"{forum} matrix" if forum else "matrix"


def _forum(page: Page, title: Passage) -> str:
    """The acronym of the forum that a title names."""
    for mention in page.named(title):
        entity = mention.entity
        if entity and entity.properties.get("kind") == "forum":
            return str(entity.properties.get("acronym", mention.acronym))
    return ""


def _status(matrix: LostGrid) -> str:
    """What the header or the title says of the activities; they are proposals unless it does."""
    for header in matrix.headers:
        for cell in header.cells:
            if cell.column == ACTIVITY and (said := status_of(cell.words.text)):
                return said
    title = matrix.places.title.text.split() if matrix.places.title else []
    for word, following in pairwise(title):
        entry = lexicon().header(following)
        if entry and entry.kind == "activity" and (said := status_of(word)):
            return said
    return "proposed"
