"""What a heading announces, and what the blocks below it become.

A genre is a module with `read(page, part, section)`, which gives whether it took a block. Its name
is that of the lexicon's entry that announces it. Genres never import each other, and none knows a
format of files.
"""

from collections.abc import Mapping
from typing import Protocol

from partnergraph.document.laid import Part
from partnergraph.genres import (
    actions,
    agenda,
    agreements,
    directory,
    participants,
    pledges,
    recommendations,
)
from partnergraph.genres.section import Section
from partnergraph.relations.page import Page


class Genre(Protocol):
    """What a module of this package offers."""

    def read(self, page: Page, part: Part, section: Section) -> bool:
        """Make of a block what it is in such a section; whether it was taken."""


GENRES: Mapping[str, Genre] = {
    "action": actions,
    "activity": actions,
    "agenda": agenda,
    "agreement": agreements,
    "attend": participants,
    "directory": directory,
    "pledge": pledges,
    "recommendation": recommendations,
}
