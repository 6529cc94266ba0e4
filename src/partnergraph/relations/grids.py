"""What a table is: each kind of table knows its own by its columns, and reads it."""

from collections.abc import Callable
from functools import partial

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.relations import (
    advised,
    columns,
    held,
    persons,
    posts,
    profiles,
    rosters,
    sheets,
    tables,
    terms,
    transposed,
)
from partnergraph.relations.draft import Thing
from partnergraph.relations.labels import Labels, Prose
from partnergraph.relations.page import Page
from partnergraph.relations.scopes import CARD, Scope, Scopes
from partnergraph.relations.subjects import Subject

_SENTENCE = 6  # words; a cell that states something has hardly fewer


class Grids:
    """What reads tables on a page; `prose` reads what turns out to be running text."""

    def __init__(self, page: Page, scopes: Scopes, labels: Labels, prose: Prose) -> None:
        self.page = page
        self.scopes = scopes
        self.labels = labels
        self.prose = prose

    def read(self, part: Part) -> None:
        """Read a table as the first kind that knows it."""
        part = columns.with_header(part)
        if sheets.is_sheet(part):
            self.labels.read(list(sheets.labels(part)))
        elif posts.reads(part):
            posts.read(self.page, part, self.scopes.owner())
        elif profiles.reads(self.page, part):
            profiles.table(self.page, part, self.scopes.over(), partial(self.prose, part))
        elif rosters.reads(part):
            rosters.read(self.page, part)
        elif advised.reads(part):
            advised.read(self.page, part)
        elif columns.reads(part):
            tables.read(self.page, part, self._owner())
            self._remarks(part)
        elif persons.reads(self.page, part):
            persons.read(self.page, part, self.scopes.owner())
        elif held.reads(part) and not self.scopes.within("agenda"):
            held.read(self.page, part)
        elif terms.reads(part):
            terms.read(self.page, part, self.scopes.owner())
            self._cells(part)
        elif transposed.reads(part):
            self._on_its_side(part)
        else:
            self._cells(part)

    def _owner(self) -> Thing | None:
        """What the rows of a table are part of; a group's action points are of whom each names."""
        owner = self.scopes.owner()
        agreed = owner is not None and owner.label == "Organisation"
        return None if agreed and self.scopes.within("action") else owner

    def _on_its_side(self, part: Part) -> None:
        """Read the columns of a table as cards, each about what its first cell or title names."""
        for first, labels in transposed.cards(part):
            make = partial(self.page.activity, first.words)
            subject = Subject("work", first.words, make) if first.words else None
            self.scopes.begin(Scope(CARD, subject))
            self.labels.read(labels)
        self.scopes.close(CARD)

    def _remarks(self, part: Part) -> None:
        """The sentences in the columns of remarks, which are of no role."""
        entries = [lexicon().header(cell.text) for cell in part.rows[0]]
        kept = [n for n, entry in enumerate(entries) if entry and entry.kind == "remarks"]
        for row in part.rows[max(part.block.header, 1) :] if kept else ():
            owners = (self.page.draft.owners.get(word.place) for cell in row for word in cell.words)
            thing = next(filter(None, owners), None)
            for cell in (row[n] for n in kept if n < len(row)):
                if len(cell.words) >= _SENTENCE and cell.text.rstrip('”»" ').endswith("."):
                    self._of_row(thing, cell, partial(self.prose, part, cell))

    def _of_row(self, thing: Thing | None, words: Passage, read: Callable[[], None]) -> None:
        """Read what is said of a row's thing."""
        if thing is not None:
            self.scopes.begin(Scope(CARD, Subject("work", words, lambda: thing)))
        read()
        self.scopes.close(CARD)

    def _cells(self, part: Part) -> None:
        """The sentences in the cells of a table that says nothing by its columns."""
        for cell in (cell for row in part.rows for cell in row):
            if len(cell.words) >= _SENTENCE:
                self.prose(part, cell)
