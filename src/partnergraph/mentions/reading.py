"""A text read once for its names: composed, in words, with the tables' names in their places."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.mention import Mention
from partnergraph.names import Entity, Names
from partnergraph.names.composed import composed
from partnergraph.names.entity import How
from partnergraph.names.tables import PLACE
from partnergraph.names.words import Token, tokens
from partnergraph.remembered import by_text

LABELS = ("Country", "Agency", "Organisation", "RCP", "Instrument", "Objective")
_LONGEST_ACRONYM = 12


class Known(NamedTuple):
    """A name of the tables: its first and last word, where it ends, the thing, how it is named."""

    first: int
    last: int
    stop: int
    entity: Entity
    how: How


class Reading:
    """The words of a composed text and where the tables' names stand among them.

    Places are those of the composed `text`; `span` takes them back to the text as printed.
    """

    people: dict[bool, Sequence[Mention]]
    """Whom it names, once that was asked (`mentions.people`): also without a form of address."""

    @staticmethod
    @by_text
    def of(printed: str, names: Names) -> "Reading":
        """The reading of a text, the same one whoever asks."""
        return Reading(printed, names)

    def __init__(self, printed: str, names: Names) -> None:
        made = composed(printed)
        self.printed = printed
        self.text = made.text
        self.names = names
        self.span = made.span
        self.words: list[Token] = tokens(made.text)
        self.people = {}

    @cached_property
    def known(self) -> dict[int, Known]:
        """The tables' names by their first word."""
        return {known.first: known for known in self._named if known.entity.label != PLACE}

    @cached_property
    def elsewhere(self) -> list[Known]:
        """What holds a country's name and is of no country: *New Mexico*, *Georgia (USA)*."""
        return [known for known in self._named if known.entity.label == PLACE]

    @cached_property
    def _named(self) -> list[Known]:
        found: list[Known] = []
        for named in self.names.named(self.text, *LABELS, PLACE):
            first = last = self.at(named.start)
            while last + 1 < len(self.words) and self.words[last + 1].end <= named.stop:
                last += 1
            found.append(Known(first, last, named.stop, named.entity, named.how))
        return found

    @cached_property
    def within_known(self) -> dict[int, Known]:
        """The tables' names by each of their words."""
        return {
            place: known
            for known in self.known.values()
            for place in range(known.first, known.last + 1)
        }

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The folded words that are printed in small letters somewhere in the text."""
        return frozenset(word.key for word in self.words if word.text.islower())

    @cached_property
    def governs(self) -> bool:
        """Whether a word for a government is among the words."""
        return any(word.key in lexicon().governments for word in self.words)

    def gap(self, place: int) -> str:
        """What stands between the word at `place` and the next; a line end is one space."""
        if place + 1 >= len(self.words):
            return "\n"
        return self.text[self.words[place].end : self.words[place + 1].start]

    def keys(self, first: int, last: int) -> list[str]:
        """The folded words from `first` to `last`."""
        return [word.key for word in self.words[first : last + 1]]

    def said(self, first: int, last: int) -> str:
        """The words from `first` to `last` as they are read."""
        return self.text[self.words[first].start : self.words[last].end]

    def is_acronym(self, place: int) -> bool:
        """Whether a word looks like an acronym: two capitals or more, no word in capitals."""
        word = self.words[place].text
        return sum(letter.isupper() for letter in word) > 1 and len(word) <= _LONGEST_ACRONYM

    def whole(self, start: int, stop: int, entity: Entity) -> Known:
        """The words at a place in the text as a name of an entity."""
        return Known(self.at(start), self.at(stop) - 1, stop, entity, "name")

    def at(self, start: int) -> int:
        """The place of the first word at or behind a place in the text; their number if none."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].start < start:
                low = middle + 1
            else:
                high = middle
        return low
