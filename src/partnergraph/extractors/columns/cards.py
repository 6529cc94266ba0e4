"""Objective cards: `GCM objective 14: Enhance consular protection, …`, printed in columns.

A PDF's text gives the cards one after another, side by side with wide spaces between, or squeezed
into one line; only the objective's official title says which words are whose. So each card takes
what goes on in its own title, wherever that stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.document.words import Line, Passage, Text, Word
from partnergraph.extractors.markers import marker
from partnergraph.ids import fold
from partnergraph.mentions.objectives import BARE_OPENER, OPENER
from partnergraph.names import Entity, Names

_CELL = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_RESUMES = ((0, 0), (0, 1), (1, 1), (1, 0), (0, 2), (2, 2), (2, 1), (1, 2))
_LIKENESS = 0.6
_LONGEST_LINE = 1000
_MOST_OPEN = 24
_TITLE_BEGINS = 3


@dataclass(eq=False)
class Card:
    """An objective named by number, with the title printed for it."""

    framework: str
    number: str
    entity: Entity | None
    opener: Passage
    column: int
    title: list[Word] = field(default_factory=list)
    alike: int = 0
    reached: int = 0

    def __post_init__(self) -> None:
        self.reference = [_key(word) for word in self.entity.name.split()] if self.entity else []

    @property
    def words(self) -> Passage:
        """The opener and the title."""
        return self.opener + Passage(self.opener.source, self.title)

    @property
    def fits(self) -> bool:
        """Whether the printed title, if any, is that of the number."""
        return self.alike >= _LIKENESS * len(self.title)

    @property
    def over(self) -> bool:
        """Whether the title is printed to its end."""
        return self.reached >= len(self.reference) > 0

    def goes_on(self, keys: Sequence[str], exactly: bool) -> tuple[int, int, int]:
        """How many of the words go on in the title, how many of them are alike, where it is then.

        Unless `exactly`, a word or two may be missing, added or spelled otherwise, if the next is
        right again.
        """
        read = alike = 0
        place = self.reached
        while read < len(keys):
            for extra, missed in _RESUMES[: 1 if exactly else None]:
                here, there = read + extra, place + missed
                if here < len(keys) and self.reference[there : there + 1] == [keys[here]]:
                    read, place, alike = here + 1, there + 1, alike + 1
                    break
            else:
                break
        return read, alike, place


def _key(word: str) -> str:
    return "and" if word == "&" else fold(word)


def titled(told: str, names: Names) -> list[re.Match[str]]:
    """Openers without a framework (`Objective 7: Address and reduce`) whose title says it is GCM.

    >>> from partnergraph.names import names
    >>> [match["gcm"] for match in titled("Objective 7: Address and reduce", names())]
    ['7']
    >>> titled("Objective 7: Reduce the cost of visas", names())
    []
    """
    found = list(BARE_OPENER.finditer(told))
    ends = [*(opener.start() for opener in found[1:]), len(told)]
    titles = [told[opener.end() : end] for opener, end in zip(found, ends, strict=False)]
    fits = [
        _begins(names, opener["gcm"], title) for opener, title in zip(found, titles, strict=True)
    ]
    return found if all(fits) else []


def _begins(names: Names, number: str, title: str) -> bool:
    """Whether a title begins as that of the objective of a number does."""
    entity = names.objective("GCM", number)
    begun = [_key(word) for word in title.split()[:_TITLE_BEGINS]]
    whole = [_key(word) for word in entity.name.split()] if entity else []
    return len(begun) > 1 and begun == whole[: len(begun)]


def read_cards(text: Text, names: Names) -> Iterator[Card]:
    """The cards of a text, in order."""
    reader = _Reader(text, names)
    for line in text.lines:
        reader.read(line)
    yield from reader.cards


class _Reader:
    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.cards: list[Card] = []
        self.open: list[Card] = []
        self.gap = True

    def read(self, line: Line) -> None:
        if line.blank or len(line.text) > _LONGEST_LINE:
            self.gap = True
            return
        for column, words in _cells(line):
            self._read_cell(column, words)
        self.gap = False

    def _read_cell(self, column: int, words: tuple[Word, ...]) -> None:
        cell = Passage(self.text, words)
        start = marker(cell.text)
        rest = cell[start.length :] if start else cell
        told = rest.text
        openers = list(OPENER.finditer(told)) or titled(told, self.names)
        if not openers or told[: openers[0].start()].strip() or not self._sets_apart(openers[0]):
            self._go_on(column, words)
            return
        ends = [opener.start() for opener in openers[1:]] + [len(told)]
        for opener, end in zip(openers, ends, strict=True):
            self._begin(opener, rest, column)
            self._go_on(column, rest[opener.end() : end].words)

    def _sets_apart(self, opener: re.Match[str]) -> bool:
        """A colon, or standing behind a blank line or another card, makes a number a heading."""
        return ":" in opener[0] or self.gap or bool(self.open)

    def _begin(self, opener: re.Match[str], cell: Passage, column: int) -> None:
        framework = "GCM" if opener["gcm"] else "SDG"
        number = opener["gcm"] or opener["sdg"]
        group = "gcm" if opener["gcm"] else "sdg"
        named = cell[opener.start() : opener.end(group)]
        card = Card(framework, number, self.names.objective(framework, number), named, column)
        self.cards.append(card)
        self.open = [*self.open[1 - _MOST_OPEN :], card]
        self.gap = False

    def _go_on(self, column: int, words: Sequence[Word]) -> None:
        """Give words to the titles that go on with them, what is left to the card above."""
        while words and self.open:
            keys = [_key(word.text) for word in words]
            card, read, alike, place = self._best(keys, column)
            if not read or (self.gap and read < len(words)):
                break
            card.title += words[:read]
            card.alike += alike
            card.reached = place
            words = words[read:]
        if words:
            self._leave(column, words)

    def _best(self, keys: Sequence[str], column: int) -> tuple[Card, int, int, int]:
        """The card that goes on longest with these words, word by word or else nearly so."""
        for exactly in (True, False):
            tries = [(card, *card.goes_on(keys, exactly)) for card in reversed(self.open)]
            best = max(tries, key=lambda tried: (tried[2], -_away(tried[0], column)))
            if best[1]:
                break
        return best

    def _leave(self, column: int, words: Sequence[Word]) -> None:
        above = min(reversed(self.open), key=lambda card: _away(card, column), default=None)
        if above is None or self.gap or above.over:
            self.open.clear()
        else:
            above.title += words


def _away(card: Card, column: int) -> int:
    """How far a cell stands from a card's column; a character or two is nothing."""
    return abs(card.column - column) // 3


def _cells(line: Line) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The parts of a line that wide space sets apart, with the column each begins in."""
    first = 0
    spread = line.text.expandtabs()
    for match in _CELL.finditer(spread):
        count = len(match[0].split())
        yield match.start(), line.words[first : first + count]
        first += count
