"""Commas and `and` of a list that stand within a name no table knows.

`Taller Sal y Viento`, `Institute for Soil, Bees and Mills`, `Syndicat des agents de bord et de
quai`: what stands behind goes on in the name where it is a word by itself that nobody is called, or
no name at all; and where semicolons part the names of a list, commas and `and` do not.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import word_set
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.lexicon.things import things
from partnergraph.mentions.bodies import body_at
from partnergraph.mentions.kinds import OPENERS, SMALL
from partnergraph.mentions.reading import Reading
from partnergraph.names.words import Token

Span = tuple[int, int]
_ANDS = frozenset(("and", "&", "et", "y", "e"))
_COMMA = ","
_OPENERS = OPENERS - frozenset(("of", "for", "on", "against"))
_ARTICLES = _OPENERS | word_set("la le les l los las el")
_LONGEST = 14  # words of a name that holds commas


def within_names(reading: Reading, cuts: Sequence[Span]) -> frozenset[Span]:
    """Those of a list's cuts that part no names; `cuts` are sorted."""
    runs = tuple(_runs(reading, cuts))
    several = _List(runs, len(runs) > 1)
    return frozenset(cut for run in runs if run.cuts for cut in run.inner(several))


def _said(reading: Reading, cut: Span) -> str:
    return reading.text[cut[0] : cut[1]].strip()


def _runs(reading: Reading, cuts: Sequence[Span]) -> Iterator["_Run"]:
    """The commas and `and` between two other cuts, with what they part."""
    soft: list[Span] = []
    start = 0
    for cut in (*cuts, (len(reading.text), len(reading.text))):
        if cut[0] < cut[1] and _said(reading, cut) in (_COMMA, *_ANDS):
            soft.append(cut)
            continue
        edges = [start, *(edge for each in soft for edge in each), cut[0]]
        parts = [_Part(reading, *span) for span in zip(edges[::2], edges[1::2], strict=True)]
        yield _Run(soft, parts, reading)
        soft, start = [], cut[1]


class _Part:
    """What stands between two cuts: its words, and what they are by themselves."""

    def __init__(self, reading: Reading, start: int, stop: int) -> None:
        self.reading = reading
        self.first, self.end = reading.at(start), reading.at(stop)
        self.said = reading.text[start:stop].strip(" .")

    @cached_property
    def known(self) -> bool:
        """Whether a table knows a name in it, or it is an acronym, a class, nobody, or prose."""
        words = self.reading.words[self.first : self.end]
        if not words or len(words) > _LONGEST or not self.said[-1:].isalpha():
            return True
        told = bodies()
        if told.is_nobody(self.said) or told.is_class(self.said):
            return True
        small = not any(word.capital for word in words)
        if small and any(word.key in told.classes for word in words):
            return True
        named = any(place in self.reading.within_known for place in range(self.first, self.end))
        return named or any(word.text.isupper() for word in words if word.text.isalpha())

    @cached_property
    def kind(self) -> bool:
        """Whether its words say that it is a body."""
        made = body_at(self.reading, self.first, self.end - 1) if self.first < self.end else None
        return made is not None and made.what == "body"

    @cached_property
    def word(self) -> bool:
        """Whether it is one word in capitals, and no acronym."""
        return self.end - self.first == 1 and self.reading.words[self.first].text.istitle()


class _List:
    """The parts between semicolons of a list; `parted` is whether there are any."""

    def __init__(self, runs: Sequence["_Run"], parted: bool) -> None:
        self.runs = runs
        self.parted = parted

    @cached_property
    def by_semicolon(self) -> bool:
        """Whether semicolons alone part names: behind no comma stands one that is certain."""
        behind = (part for run in self.runs for part in run.parts[1:])
        return self.parted and not any(part.known or part.kind for part in behind)


class _Run(NamedTuple):
    """Parts between two semicolons, with the commas and `and` between them."""

    cuts: Sequence[Span]
    parts: Sequence[_Part]
    reading: Reading

    def inner(self, among: _List) -> Iterator[Span]:
        """The cuts that stand within a name."""
        if self.parts[-1].end - self.parts[0].first <= _LONGEST and self._is_one(among):
            yield from self.cuts
            return
        for cut, (before, behind) in zip(self.cuts, pairwise(self.parts), strict=True):
            if _said(self.reading, cut) not in _ANDS or before.known or behind.known:
                continue
            if self._goes_on(before, behind) or self._are_people(before, behind):
                yield cut

    def _is_one(self, among: _List) -> bool:
        """Whether all parts are one name."""
        first, *others = self.parts
        joints = [_said(self.reading, cut) for cut in self.cuts]
        if all(self._is_plural(part) for part in self.parts[:-1]) and others[-1].kind:
            return not others[-1].word and not others[-1].known
        if any(part.known for part in self.parts) or joints[-1] not in _ANDS:
            return False
        if self._is_about(first) and all(map(self._is_small, others)):
            return True
        if any(joint != _COMMA for joint in joints[:-1]) or not self._has_capitals():
            return False
        if among.by_semicolon and not any(part.kind for part in others):
            return True
        if len(others) == 1:
            return self._is_pair(first, others[0], joints[0])
        return self._ends_in_topic(first) and all(part.word for part in others)

    def _is_about(self, part: _Part) -> bool:
        """Whether a name says behind a small word what it is about: `Ligue pour l'enfance`."""
        words = self.reading.words[part.first : part.end]
        opened = any(word.key in _OPENERS for word in words[1:])
        return part.kind and opened and words[-1].text.islower()

    def _is_small(self, part: _Part) -> bool:
        """Whether a part is a noun in small letters behind its article: `la lecture`."""
        words = self.reading.words[part.first : part.end]
        return len(words) > 1 and words[0].key in _ARTICLES and all(w.text.islower() for w in words)

    def _is_pair(self, first: _Part, second: _Part, joint: str) -> bool:
        if joint == "&":
            return not (first.kind and second.kind)
        if second.word:
            return not first.word and not first.kind
        return first.word and not first.kind

    def _has_capitals(self) -> bool:
        return all(self.reading.words[part.first].capital for part in self.parts)

    def _ends_in_topic(self, part: _Part) -> bool:
        """Whether a name ends in what it is about: `Institute for Evaluation`."""
        key = self.reading.words[part.end - 1].text.lower()
        opened = any(word.key in OPENERS for word in self.reading.words[part.first : part.end])
        about = key in bodies().about or any(key in things(each) for each in LANGUAGES)
        return opened and about

    def _are_people(self, before: _Part, behind: _Part) -> bool:
        """Whether people stand before the name of their body: `Growers and Packers Association`."""
        return self._is_plural(before) and behind.kind and not behind.word

    def _is_plural(self, part: _Part) -> bool:
        return part.word and not part.known and self.reading.words[part.first].text.endswith("s")

    def _goes_on(self, before: _Part, behind: _Part) -> bool:
        """Whether what stands behind is no name: `Ordre des juges et des greffiers`."""
        words = self.reading.words[behind.first : behind.end]
        if any(word.capital for word in words[:1]):
            return False
        opened = words[0].key in OPENERS
        return opened or (self._is_romance(before) and all(word.text.islower() for word in words))

    def _is_romance(self, part: _Part) -> bool:
        """Whether a name ends in a small word behind its `des`: `Office des phares`."""
        words = self.reading.words[part.first : part.end]
        opened = any(word.key in _OPENERS for word in words)
        return opened and words[-1].text.islower() and words[-1].key not in SMALL


def runs_on(reading: Reading, first: int, last: int) -> bool:
    """Whether words in small letters go on in a name that opens in capitals, in a list.

    `Playas sin Basura`, `Ordre des avocats de Garoua`, `Imprimerie nationale des timbres`: behind a
    word for a kind or one that is national, behind *des* where a capital comes again, or as a small
    word before a capital. No class of people, and nothing with a verb.
    """
    words = reading.words[first : last + 1]
    if len(words) > _LONGEST or any(place in reading.within_known for place in range(first, last)):
        return False
    behind, told = words[1:], bodies()
    lower = [word.key for word in behind if word.text.islower() and word.key not in SMALL]
    if told.classes & {words[0].key, *lower} or any(map(_is_verb, lower)):
        return False
    inside = lexicon().folded("inside")
    if all(key in inside for key in lower):
        return words[-1].capital
    opened = next((n for n, word in enumerate(behind[:2]) if word.key in _OPENERS), None)
    if opened is None or words[0].key.endswith(("s", "x")):
        return False
    kind = any(told.kind([words[0].key, *_keys(behind[:n])], leads=True) for n in (0, 1))
    of_all = opened == 1 and told.is_general(behind[0].text)
    again = any(word.capital for word in behind[opened:]) or _opened_twice(words)
    return kind or of_all or again


def _keys(words: Sequence[Token]) -> list[str]:
    return [word.key for word in words]


def _opened_twice(words: Sequence[Token]) -> bool:
    """Whether a name's `des` comes again behind its `and`: `des cheminots et des postiers`."""
    pairs = pairwise(words)
    return any(one.key in _ANDS and two.key in _OPENERS for one, two in pairs)


def _is_verb(key: str) -> bool:
    return any(form.finite and form.language != "en" for form in lexicon().verb(key))
