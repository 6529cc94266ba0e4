"""Casts: names of a sentence that stand together, coordinated and apposed, as one.

`IOM, UNDP and, on behalf of the African Union, Ghana`; `the United Arab Emirates (UAE), an observer
of the Colombo Process,`; `the Governments of Kenya and Uganda`. An unknown name in a list of names
is a member too. Where a verb follows the last member, it may be the subject of a clause of its own
(*prepared by UNHCR and IOM translated it*): who reads clauses decides.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.find import found, placed
from partnergraph.mentions.joints import APPOSED, ARTICLE, BEHALF, FINITE, JOINT, THINGS
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.mentions.naming import ANDS
from partnergraph.mentions.places import article_start, unknown_at, unknown_before
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.shapes import HONORIFIC
from partnergraph.names import Names

MEMBERS = frozenset(("body", "country", "process", "person"))
_LONGEST_ASIDE = 120
"""Characters an apposition or bracket has at most; what is longer is a clause."""
_ADDRESS = re.compile(HONORIFIC)
_BEHIND = frozenset(("", ",", ";", "/", ".", ")", ":", " "))
_POSSESSIVE = frozenset((" ", "’s ", "'s ", "’ ", "' "))


def casts(text: str, names: Names, local: Definitions | None = None) -> list[Cast]:
    """The casts of a sentence or paragraph, left to right; none overlaps another.

    >>> from partnergraph.names import names
    >>> made = casts("IOM, Kolping and UNDP met Peru.", names())
    >>> [[member.name for member in cast.members] for cast in made]
    [['IOM', 'Kolping', 'UNDP'], ['Peru']]
    """
    reading = Reading.of(text, names)
    named = [each for each in found(reading, local or Definitions()) if each.what in MEMBERS]
    return [_placed(reading, cast) for cast in _Casting(reading, named).casts()]


def cast_and_named(
    text: str, names: Names, local: Definitions | None = None
) -> tuple[list[Cast], list[Mention]]:
    """The casts of a text, and what else it names outside them, in one pass."""
    reading = Reading.of(text, names)
    every = found(reading, local or Definitions())
    members = [each for each in every if each.what in MEMBERS]
    others = [placed(reading, each) for each in every if each.what not in MEMBERS]
    return [_placed(reading, cast) for cast in _Casting(reading, members).casts()], others


def _placed(reading: Reading, cast: Cast) -> Cast:
    members = tuple(placed(reading, each) for each in cast.members)
    asides = tuple(placed(reading, each) for each in cast.asides)
    return Cast(*reading.span(cast.start, cast.stop), members, asides)


class _Group(NamedTuple):
    """A cast as it grows; `ended` once its list has had its `and`."""

    members: tuple[Mention, ...]
    asides: tuple[Mention, ...]
    stop: int
    ended: bool = False

    def aside(self, stop: int, *asides: Mention) -> "_Group":
        return self._replace(asides=(*self.asides, *asides), stop=stop)

    def member(self, mention: Mention, ended: bool) -> "_Group":
        return self._replace(members=(*self.members, mention), stop=mention.stop, ended=ended)


class _Casting:
    """The names of one text, made into casts from left to right."""

    def __init__(self, reading: Reading, named: Sequence[Mention]) -> None:
        self.reading = reading
        self.text = reading.text
        self.named = named
        self.starts = [mention.start for mention in named]
        self.by_start = {mention.start: mention for mention in named}

    def casts(self) -> Iterator[Cast]:
        """Every cast."""
        floor = 0
        for first in self.named:
            if first.start < floor:
                continue
            members = (*unknown_before(self.reading, first.start, floor), first)
            group = self._grown(_Group(members, (), first.stop))
            begin = article_start(self.reading, members[0].start, floor)
            yield Cast(begin, group.stop, group.members, group.asides)
            floor = group.stop

    def _grown(self, group: _Group) -> _Group:
        group = self._with_government(group)
        while grown := self._with_behalf(group) or self._with_aside(group) or self._joined(group):
            group = self._with_government(grown)
        return group

    def _with_government(self, group: _Group) -> _Group:
        """Past what adjectives stand before: the Spanish and Moroccan *governments*."""
        place = self.reading.at(group.stop)
        word = self.reading.words[place] if place < len(self.reading.words) else None
        if (
            word
            and word.key in lexicon().governments
            and self.text[group.stop : word.start] in _POSSESSIVE
        ):
            *others, last = group.members
            own = not word.key.endswith("s")
            members = (*others, last._replace(stop=word.end)) if own else group.members
            return group._replace(stop=word.end, members=members)
        return group

    def _with_behalf(self, group: _Group) -> _Group | None:
        """`and, on behalf of the African Union, Ghana`: Ghana is the member."""
        behalf = BEHALF.match(self.text, group.stop)
        whose = self.by_start.get(behalf.end()) if behalf else None
        if not whose or not self.text.startswith(", ", whose.stop):
            return None
        member = self._at(self._behind(ARTICLE, whose.stop + 2))
        return group.aside(whose.stop, whose).member(member, ended=True) if member else None

    def _with_aside(self, group: _Group) -> _Group | None:
        """The cast with the apposition or bracket behind its last name, and who is named there."""
        limit = group.stop + _LONGEST_ASIDE
        if self.text.startswith(" (", group.stop):
            end = self.text.find(")", group.stop, limit)
        else:
            end = self._apposition_end(group.stop, limit)
        if end < 0:
            return None
        return group.aside(end + 1, *self._within(group.stop, end + 1))

    def _apposition_end(self, stop: int, limit: int) -> int:
        """Where the comma stands that ends an apposition; -1 where none stands here."""
        opens = APPOSED.match(self.text, stop)
        end = self.text.find(",", opens.end(), limit) if opens else -1
        said = self.text[opens.end() : end] if opens and end >= 0 else "."
        clause = FINITE.search(said) or any(sign in said for sign in ".;:()")
        return -1 if clause or THINGS.match(self.text, end + 1) else end

    def _joined(self, group: _Group) -> _Group | None:
        """The cast with the name that a joint ties to it."""
        before = self.text[group.stop - 1]
        place = group.stop - (before == "," and group.stop > group.members[-1].stop)
        joint = JOINT.match(self.text, place)
        if not joint or (group.ended and not joint["and"]):
            return None
        begins = max(joint.end("comma"), joint.end("and"))  # El Salvador has its article
        mention = self.by_start.get(begins) or self._at(joint.end())
        if not mention or (joint["comma"] and not self._lists(mention)):
            return None
        return group.member(mention, ended=bool(joint["and"]))

    def _lists(self, mention: Mention) -> bool:
        """Whether a name behind a comma goes on with a list: `In 2019, IOM hosted` does not."""
        behind = self.text[mention.stop : mention.stop + 1]
        if behind not in _BEHIND:
            return False
        place = self.reading.at(mention.stop)
        if behind != " " or place >= len(self.reading.words):
            return True
        word = self.reading.words[place]
        return not word.text.islower() or word.key in ANDS

    def _at(self, start: int) -> Mention | None:
        """The name that begins at a place; a form of address alone is none: `Ana Ruiz, Hon. …`."""
        found = self.by_start.get(start) or unknown_at(self.reading, start)
        return None if found and _ADDRESS.fullmatch(f"{found.name}.") else found

    def _behind(self, pattern: re.Pattern[str], place: int) -> int:
        match = pattern.match(self.text, place)
        return match.end() if match else place

    def _within(self, start: int, stop: int) -> Iterator[Mention]:
        for mention in self.named[bisect_left(self.starts, start) :]:
            if mention.start >= stop:
                return
            yield mention
