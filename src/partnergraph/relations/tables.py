"""Tables by their headers: a row is a thing, its cells say who does what for it.

In goes a table's part and the thing that owns it, out come nodes and facts. A header that the
lexicon does not know is reported with its column; a table without any role makes no relationship
and covers nothing.
"""

import re
from collections.abc import Iterator, Sequence

from partnergraph.document.blocks import Row, Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.relations import columns as headed
from partnergraph.relations.columns import AIMS, Column
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.rows import Rows
from partnergraph.relations.shares import Share, shares
from partnergraph.relations.things import objective
from partnergraph.relations.ties import tie

_PLACES = ("country", "place")
_MARK = re.compile(r"\((?P<mark>\w|\*)\)?\s?[=:]\s?(?P<role>[^()=:]{2,30})\)")
"""What a header says that a mark behind a name stands for: `UN entities (L = lead)`."""


def read(page: Page, part: Part, owner: Thing | None) -> None:
    """Make the things and facts of a table."""
    if not headed.reads(part):
        return
    reading = _Table(page, part, owner)
    for number in range(part.block.header, len(part.rows)):
        reading.row(part.rows[number], part.block.rows[number])
    page.draft.covers(*sorted(reading.types | reading.rows.types))
    page.take(part, "table")
    for column in reading.columns:
        if column.entry is None and column.header:
            page.draft.skip_words(column.header, f"no column is known by {column.header.text}")


class _Table:
    """A table being read: its columns, its rows' things, the types that its columns give."""

    def __init__(self, page: Page, part: Part, owner: Thing | None) -> None:
        self.page = page
        self.columns = headed.columns_of(part)
        self.rows = Rows(page, part, self.columns, owner)
        self.held = {each.block.within: each for each in page.laid.parts if each.block.within}
        self.types: set[str] = set()

    def row(self, printed: Sequence[Passage], row: Row) -> None:
        """Read one row: a section, an aim, or a thing with who does what for it."""
        if self.rows.is_band(printed):
            self.rows.band(next(cell for cell in printed if cell.text))
            return
        cells = self.rows.carried(printed)
        own = self.rows.own_column(cells)
        thing = self.rows.thing(cells, own) if own else None
        if thing is None:
            return
        for column in self.columns:
            if not column.entry or column is own:
                continue
            if cell := cells[column.number]:
                self._cell(thing, column, cell, row.cells[column.number])
            elif held := self.held.get((row.places[0], column.number)):
                self._inner(thing, column, held)

    def _inner(self, thing: Thing, column: Column, held: Part) -> None:
        """Read a table that stands in a cell: each of its cells as that cell."""
        for printed, row in zip(held.rows, held.block.rows, strict=True):
            for cell, runs in zip(printed, row.cells, strict=True):
                if cell:
                    self._cell(thing, column, cell, runs)
        self.page.take(held, "table in a cell")

    def _cell(self, thing: Thing, column: Column, cell: Passage, runs: Runs) -> None:
        if column.says_who:
            self._who(thing, column, cell, runs)
        elif column.kind in _PLACES:
            self._places(thing, column, cell, runs)
        elif column.kind == "topic":
            self._topic(thing, column, cell)
        elif column.kind == "money":
            self._funds(thing, column, cell, runs)
        elif column.kind in AIMS:
            for aim in objective(self.page, cell):
                self.page.draft.link("PURSUES", thing, aim)
                self.types.add("PURSUES")

    def _who(self, thing: Thing, column: Column, cell: Passage, runs: Runs) -> None:
        """Those of a cell as its header says; whom a phrase in it parts off, as that says."""
        assert column.entry
        found = list(shares(cell))
        if len(found) < 2 or column.entry.first_leads:
            found = [Share(cell, None, None)]
        made = 0
        for share in found:
            whole = share.names.words == cell.words
            cast = self.page.listed(share.names, runs if whole else ())
            entry, cue = share.entry or column.entry, share.cue or column.header
            for said, told in _by_marks(column, share.names, cast):
                made += tie(self.page, said, told[0], thing, told[1])
                cast = [named for named in cast if named not in said]
            made += tie(self.page, cast, entry, thing, cue)
        self._covers(column.entry, thing)
        if not made and not _is_nobody(cell.text):
            self.page.draft.skip_words(cell, "names nobody that is known to be a name")

    def _places(self, thing: Thing, column: Column, cell: Passage, runs: Runs) -> None:
        assert column.entry
        cast = [each for each in self.page.listed(cell, runs) if each.thing.label == "Country"]
        if tie(self.page, cast, column.entry, thing, column.header):
            self._covers(column.entry, thing)

    def _topic(self, thing: Thing, column: Column, cell: Passage) -> None:
        if thing.label == "Activity" and not _is_nobody(cell.text):
            self.page.draft.link("UNDER", thing, self.page.topic(cell), cue=column.header)
            self.types.add("UNDER")

    def _funds(self, thing: Thing, column: Column, cell: Passage, runs: Runs) -> None:
        """Who is named in a column of the money; `own resources` is nobody."""
        assert column.entry
        if column.entry.tie(thing.label):
            cast = [each for each in self.page.listed(cell, runs) if each.pays]
            if tie(self.page, cast, column.entry, thing, column.header):
                self._covers(column.entry, thing)

    def _covers(self, entry: Entry, thing: Thing) -> None:
        if found := entry.tie(thing.label):
            self.types.add(found.type)


def _by_marks(
    column: Column, cell: Passage, cast: Sequence[Named]
) -> Iterator[tuple[list[Named], tuple[Entry, Passage]]]:
    """Those whom a mark behind their name gives a role that the header explains: `IOM (L)`."""
    for mark in _MARK.finditer(column.header.text):
        entry = lexicon().label(mark["role"])
        behind = f" ({mark['mark']})"
        said = [
            named
            for named in cast
            if cell.text[: named.mention.stop].endswith(behind)
            or cell.text.startswith(behind, named.mention.stop)
        ]
        if entry is not None and entry.kind == "role" and said:
            cue = column.header[mark.start("role") : mark.end("role")]
            yield said, (entry, cue)


def _is_nobody(text: str) -> bool:
    return not re.search(r"\w", text) or bodies().is_nobody(text)
