"""Numbered sessions and roundtables that sentences refer to: the document's own, or another's.

`Brussels RT 1` and `RT 1 in Brussels` are one Roundtable, named as printed, of another meeting;
never a country. `session 2.1` is this document's own, if it heads one.
"""

from collections.abc import Iterator
from functools import cached_property

from partnergraph.document.words import Passage
from partnergraph.mentions.sessions import Numbered, numbered, of_towns
from partnergraph.records.ids import slug
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_LABELS = ("Session", "Roundtable")
_NEAR = 16
"""Words between a verb and the meeting that it is done to, at most."""
_ELSEWHERE = frozenset(
    ("since", "after", "before", "until", "prior", "who", "which", "whose", "than")
)
_ANDS = frozenset(("and", "&", "et", "y", "as"))


class Meetings:
    """The numbered meetings that one document speaks of."""

    def __init__(self, page: Page) -> None:
        self.draft = page.draft
        self._others: dict[tuple[str, str, str], Thing] = {}

    @property
    def sessions(self) -> bool:
        """Whether the document heads sessions of its own."""
        return bool(self.draft.headed("Session"))

    def node(self, number: Numbered, words: Passage) -> Thing | None:
        """The session or roundtable that words name; None where this document has none such."""
        if number.place:
            return self._other(number, words)
        found = (self.draft.known(label, number.code) for label in (number.label, *_LABELS))
        return next(filter(None, found), None)

    def _other(self, number: Numbered, words: Passage) -> Thing:
        """The roundtable of another meeting, made when it is first linked to."""
        key = _key(number)
        if key not in self._others:
            code = f"{slug(number.place)}-rt-{number.code}"
            made = self.draft.part(number.label, code, words, self._names[key])
            self.draft.property(made, code=number.code)
            self._others[key] = made
        other = self._others[key]
        self.draft.alias(other, words.text)
        return Thing(other.id, other.label, words)

    @cached_property
    def _names(self) -> dict[tuple[str, str, str], str]:
        """What each is called: with the place first (`Brussels RT 1`) where that is printed."""
        names: dict[tuple[str, str, str], str] = {}
        for number in numbered(self.draft.text.whole.text):
            if number.place:
                known = names.setdefault(_key(number), number.name)
                first = number.name.startswith(number.place)
                if first and not known.startswith(number.place):
                    names[_key(number)] = number.name
        return names


def reached(text: str, start: int, stop: int) -> Iterator[Numbered]:
    """The numbered meetings that belong to a verb before `start`: the first, and those joined."""
    last: Numbered | None = None
    for number in numbered(text):
        if number.start < start or number.stop > stop:
            continue
        if last is None or number.start != last.start:
            between = text[last.stop if last else start : number.start]
            if not _leads(between) or (last and not _joins(between)):
                return
        last = number
        yield number


def met(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where meetings are called by their town near a verb before `start`: the Brussels meeting."""
    for found in of_towns(text):
        if start <= found.start() < stop and _leads(text[start : found.start()]):
            yield found.span()


def _leads(between: str) -> bool:
    """Whether a verb before some words is still done to what stands behind them."""
    words = between.split()
    return len(words) <= _NEAR and not _ELSEWHERE.intersection(words)


def _joins(between: str) -> bool:
    return "," in between or not _ANDS.isdisjoint(between.split())


def _key(number: Numbered) -> tuple[str, str, str]:
    return number.label, slug(number.place), number.code
