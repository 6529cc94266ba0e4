"""A quote within its lines of the document."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partnergraph.document.places import located
from partnergraph.document.words import GAP

Lines = Sequence[tuple[str, str]]
Span = tuple[int, int]


class Shown(NamedTuple):
    """A line near a quote, where it stands, and where in it the quoted words are."""

    place: str
    position: int
    text: str
    marked: tuple[Span, ...]


class _Word(NamedTuple):
    place: int
    position: int
    column: int
    text: str


def excerpt(lines: Lines, locator: str, quote: str, around: int = 1) -> list[Shown]:
    """The lines that hold the quoted words, with `around` lines on both sides of them.

    Empty where the quote does not stand at the locator.

    >>> excerpt([("line 1", "Agencies"), ("line 2", "IOM, UNHCR")], "line 2", "IOM", 0)
    [Shown(place='line 2', position=1, text='IOM, UNHCR', marked=((0, 3),))]
    """
    marks: dict[int, list[Span]] = {}
    for word, span in _quoted(lines, locator, quote):
        start = word.column + span[0]
        marks.setdefault(word.position, []).append((start, word.column + span[1]))
    near = {at + step for at in marks for step in range(-around, around + 1)}
    return [
        Shown(lines[at][0], at, lines[at][1], tuple(_joined(marks.get(at, ()))))
        for at in sorted(near & set(range(len(lines))))
    ]


def _quoted(lines: Lines, locator: str, quote: str) -> Iterator[tuple[_Word, Span]]:
    words = list(_words(lines, locator))
    running = " ".join(word.text for word in words)
    place = index = 0
    for fragment in quote.split(GAP):
        start = running.find(fragment, place)
        if start < 0 or not fragment:
            return
        place = start + len(fragment)
        while index < len(words) and words[index].place < place:
            word = words[index]
            if word.place + len(word.text) > start:
                yield word, (max(start - word.place, 0), min(place - word.place, len(word.text)))
            index += 1


def _words(lines: Lines, locator: str) -> Iterator[_Word]:
    places = {str(place) for place in located(locator)}
    place = 0
    for position, (where, text) in enumerate(lines):
        column = 0
        for word in text.split() if where in places else ():
            column = text.index(word, column)
            yield _Word(place, position, column, word)
            column += len(word)
            place += len(word) + 1


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
