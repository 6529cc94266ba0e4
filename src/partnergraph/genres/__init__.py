"""What a heading announces and what the blocks below it become, and what a whole page is.

A genre of a section is a module with `read(page, part, section)`, which gives whether it took a
block; its name is that of the lexicon's entry that announces it. One of whole pages looks over all
blocks before they are walked: `read_page(page)` reads its part of them, and gives by what it was
found. Genres never import each other, and none knows a format of files.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from partnergraph.document.laid import Part
from partnergraph.genres import (
    actions,
    agenda,
    agreements,
    cards,
    directory,
    letters,
    materials,
    panels,
    participants,
    pledges,
    questions,
    recommendations,
    roundtables,
    themes,
)
from partnergraph.genres.section import Section
from partnergraph.relations.page import Page


class Recognised(NamedTuple):
    """A genre found on a page, and by what."""

    name: str
    why: str


class Genre(Protocol):
    """What reads the blocks of a section."""

    def read(self, page: Page, part: Part, section: Section) -> bool:
        """Make of a block what it is in such a section; whether it was taken."""


GENRES: Mapping[str, Genre] = {
    "action": actions,
    "activity": actions,
    "agenda": agenda,
    "agreement": agreements,
    "attend": participants,
    "directory": directory,
    "material": materials,
    "pledge": pledges,
    "recommendation": recommendations,
}


class PageGenre(Protocol):
    """What reads the whole of a page."""

    def read_page(self, page: Page) -> str | None:
        """Read what is of the genre; by what it was found, None where nothing is."""


PAGES: Mapping[str, PageGenre] = {
    "letters": letters,
    "panels": panels,
    "roundtables": roundtables,
    "cards": cards,
    "recommendations": recommendations,
    "questions": questions,
    "themes": themes,
}
ORDER = (
    "letters",
    "roundtables",
    "cards",
    "panels",
    "recommendations",
    "questions",
    "themes",
)
"""Whole pages are read in this order."""
