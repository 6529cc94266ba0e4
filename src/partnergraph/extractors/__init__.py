"""Genres of documents, in the order they are tried.

A genre is a module whose docstring describes it, with `recognise(text)`, which gives the reason in
words a person understands or None, and `extract(draft)`, which reads its part of the document.
Several genres may find their part in one document; an exclusive one keeps the text to itself, but
for the citations, which read what is named anywhere. Where nothing is found but what stands in any
prose, the fallback reads the headings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from partnergraph.extractors import (
    citations,
    columns,
    deeds,
    front,
    headings,
    materials,
    matrix,
    objectives,
    plain,
    programme,
    prose,
    questions,
    recommendations,
    roundtables,
    speakers,
    themes,
)
from partnergraph.extractors.draft import Draft
from partnergraph.passage import Text


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
    "front": front,
    "roundtables": roundtables,
    "columns": columns,
    "programme": programme,
    "speakers": speakers,
    "recommendations": recommendations,
    "questions": questions,
    "themes": themes,
    "headings": headings,
    "objectives": objectives,
    "deeds": deeds,
    "materials": materials,
    "citations": citations,
    "prose": prose,
    "plain": plain,
}
EXCLUSIVE = ("matrix",)
ALWAYS = ("citations",)
ANYWHERE = ("front", "objectives", "speakers", "deeds", "materials", "headings", "prose", *ALWAYS)
FALLBACK = ("plain",)


def recognise(text: Text) -> Iterator[Recognised]:
    """The genres a text has parts of, in the order they are read."""
    exclusive = fits = False
    for name, genre in GENRES.items():
        if (exclusive and name not in ALWAYS) or (fits and name in FALLBACK):
            continue
        why = genre.recognise(text)
        if why:
            exclusive = exclusive or name in EXCLUSIVE
            fits = fits or name not in ANYWHERE
            yield Recognised(name, why)


def extract(draft: Draft) -> list[Recognised]:
    """Let every genre that recognises its part of the text read it into the draft."""
    found = list(recognise(draft.text))
    for genre in found:
        draft.method = genre.name
        GENRES[genre.name].extract(draft)
    return found
