"""Genres of documents, in the order they are tried.

A genre is a module whose docstring describes it, with `recognise(text)`, which gives the reason in
words a person understands or None, and `extract(draft)`, which reads its part of the document.
Several genres may find their part in one document.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from partnergraph.document.words import Text
from partnergraph.extractors import (
    recommendations,
)
from partnergraph.extractors.draft import Draft


class Genre(Protocol):
    """What a module of this package offers."""

    def recognise(self, text: Text) -> str | None:
        """Why this text holds something of the genre; None where it does not."""

    def extract(self, draft: Draft) -> None:
        """Read the genre's part of the document."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A genre found in a text, and by what."""

    name: str
    why: str


GENRES: dict[str, Genre] = {
    "recommendations": recommendations,
}
ANYWHERE: tuple[str, ...] = ()


def recognise(text: Text, among: Collection[str] = tuple(GENRES)) -> Iterator[Recognised]:
    """The genres (of some) a text has parts of, in the order they are read."""
    for name, genre in GENRES.items():
        why = genre.recognise(text) if name in among else None
        if why:
            yield Recognised(name, why)


def extract(draft: Draft, among: Collection[str] = tuple(GENRES)) -> list[Recognised]:
    """Let every genre (of some) that recognises its part of the text read it into the draft."""
    found = list(recognise(draft.text, among))
    for genre in found:
        draft.method = genre.name
        GENRES[genre.name].extract(draft)
    return found
