"""Genres of documents, in the order they are tried.

A genre is a module whose docstring describes it, with `recognise(text)`, which gives the reason in
words a person understands or None, and `extract(draft)`, which reads its part of the document.
Several genres may find their part in one document; an exclusive one keeps the text to itself.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from partnergraph.document.words import Text
from partnergraph.extractors import (
    matrix,
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
    "matrix": matrix,
}
EXCLUSIVE = ("matrix",)
ANYWHERE: tuple[str, ...] = ()


def recognise(text: Text, among: Collection[str] = tuple(GENRES)) -> Iterator[Recognised]:
    """The genres (of some) a text has parts of, in the order they are read."""
    exclusive = False
    for name, genre in GENRES.items():
        if name not in among or exclusive:
            continue
        why = genre.recognise(text)
        if why:
            exclusive = exclusive or name in EXCLUSIVE
            yield Recognised(name, why)


def extract(
    draft: Draft, among: Collection[str] = tuple(GENRES), without: Collection[str] = ()
) -> list[Recognised]:
    """Let every genre (of some) that recognises its part of the text read it into the draft."""
    found = list(recognise(draft.text, [name for name in among if name not in without]))
    for genre in found:
        draft.method = genre.name
        GENRES[genre.name].extract(draft)
    return found
