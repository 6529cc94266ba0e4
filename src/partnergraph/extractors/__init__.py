"""Genres of documents, in the order they are tried.

A genre is a module whose docstring describes it, with `recognise(text)`, which gives the reason in
words a person understands or None, and `extract(draft)`, which reads its part of the document.
Several genres may find their part in one document; an exclusive one keeps the text to itself, but
for the citations, which read what is named anywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from partnergraph.extractors.draft import Draft
from partnergraph.passage import Text


class Genre(Protocol):
    """What a module of this package offers."""

    @staticmethod
    def recognise(text: Text) -> str | None:
        """Why this text holds something of the genre; None where it does not."""

    @staticmethod
    def extract(draft: Draft) -> None:
        """Read the genre's part of the document."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A genre found in a text, and by what."""

    name: str
    why: str


GENRES: dict[str, Genre] = {}
EXCLUSIVE = ("matrix",)
ALWAYS = ("citations",)


def recognise(text: Text) -> Iterator[Recognised]:
    """The genres a text has parts of, in the order they are read."""
    exclusive = False
    for name, genre in GENRES.items():
        if exclusive and name not in ALWAYS:
            continue
        why = genre.recognise(text)
        if why:
            exclusive = exclusive or name in EXCLUSIVE
            yield Recognised(name, why)


def extract(draft: Draft) -> list[Recognised]:
    """Let every genre that recognises its part of the text read it into the draft."""
    found = list(recognise(draft.text))
    for genre in found:
        draft.method = genre.name
        GENRES[genre.name].extract(draft)
    return found
