"""Capitalised phrases of a sentence: where a proper name may stand, and how sure that is.

In comes a sentence, out come phrases such as `Global Partnership on Financial Inclusion`: words
in capitals, joined by the small words names are joined by. Whether a phrase names anything is
decided by others (`bodies`, `instruments`), from its last noun.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property


def listed(words: str) -> frozenset[str]:
    """The words of a string, to be looked up."""
    return frozenset(words.split())


CAPITAL = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
"""The capital letters of the Latin script, to stand between brackets in a pattern."""

_INITIAL = rf"[{CAPITAL}]\.(?= (?:and |& )?[{CAPITAL}])"
WORD = rf"(?:{_INITIAL}|[{CAPITAL}][\w&]*(?:[-/–’'.](?!s\b)[\w&]+)*)"
_OPENING = "of|for|on|against|de|des|du|sur|pour|para|sobre|contra"
_SMALL = rf"{_OPENING}|the|and|in|to|la|le|les|et|del|los|las|y|en|other|member"
_PHRASE = re.compile(
    rf"(?<![\w’'&-])(?:\d{{4}} )?{WORD}(?: (?:(?:{_SMALL}) ){{0,3}}{WORD}){{0,30}}"
)
_LONGEST = 24
_OPENINGS = frozenset(_OPENING.split("|"))
_JOINS = frozenset(("and", "et", "y"))
_INSIDE = frozenset(("in", "to", "en"))
_ARTICLES = frozenset(("the", "la", "le", "les", "los", "las"))
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Ll][ae]s?|[Ee]l|[Ll]os)|[’']s?) [“\"‘']?$")
_INDEFINITE = re.compile(
    r"\b(?:an?|any|each|every|some|such|another|no|new|proposed|possible|potential|un|une|una)"
    r"(?: new| proposed| possible)? [“\"‘']?$",
    re.IGNORECASE,
)
_LISTED_BEFORE = re.compile(rf"{WORD}, $")
_LISTED_BEHIND = re.compile(rf", {WORD}(?:,| and| et| y|\b(?= {WORD} and))| (?:and|et|y) {WORD}")
_START = re.compile(r"[\s\W\d_]*")
_LEADING = listed(
    "The This That These Those A An In On At For Under Through With By As And But Or If When While"
    " Our Its Their Les La Le El Los Las Un Une Una"
)
_ACRONYM = re.compile(r" \(([A-Z][\w&/-]{1,14})\)")
_ORDINARY = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]{3,}")
_NO_CONTENT = listed(
    "with from into through between among towards toward upon their this that these those under"
    " over against dans pour avec entre para sobre"
)


@dataclass(frozen=True)
class Phrase:
    """Capitalised words of a sentence at `start` to `stop`; `opens` where the sentence begins."""

    sentence: str
    start: int
    stop: int
    opens: bool

    @property
    def text(self) -> str:
        """The phrase as printed."""
        return self.sentence[self.start : self.stop]

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()

    @cached_property
    def head(self) -> list[str]:
        """Its words up to the first that opens a complement: `Global Partnership`."""
        return self.words[: self._turn]

    @property
    def complement(self) -> list[str]:
        """What follows: `on Financial Inclusion`."""
        return self.words[self._turn :]

    @cached_property
    def _turn(self) -> int:
        places = (i for i, word in enumerate(self.words) if word in _OPENINGS)
        return next(places, len(self.words))

    @property
    def definite(self) -> bool:
        """Whether `the`, `its` or a possessive stands before it."""
        return bool(_DEFINITE.search(self.sentence, max(0, self.start - 12), self.start))

    @property
    def indefinite(self) -> bool:
        """Whether it is spoken of as one of a class, or as something to be: `a Facility`."""
        return bool(_INDEFINITE.search(self.sentence, max(0, self.start - 24), self.start))

    @property
    def acronym(self) -> str | None:
        """The acronym in brackets behind it; none for the plural of a class (`PRSPs`)."""
        match = _ACRONYM.match(self.sentence, self.stop)
        if not match or sum(letter.isupper() for letter in match[1]) < 2:
            return None
        return None if match[1].endswith("s") else match[1]

    @property
    def of_a_class(self) -> bool:
        """Whether the acronym behind it is a plural."""
        match = _ACRONYM.match(self.sentence, self.stop)
        return bool(match and match[1].endswith("s"))

    @property
    def torn(self) -> bool:
        """Whether it is the end or the beginning of a longer list: `for Safe, Orderly and …`."""
        before = _LISTED_BEFORE.search(self.sentence, max(0, self.start - 40), self.start)
        behind = _LISTED_BEHIND.match(self.sentence, self.stop)
        return bool((before and _JOINS.intersection(self.head)) or (behind and self.complement))

    def tails(self) -> Iterator["Phrase"]:
        """Itself, then what an article within it begins: `Head of the Institute` has one more."""
        yield self
        for index, word in enumerate(self.words[:-1]):
            if word in _ARTICLES:
                yield self.part(index + 1, len(self.words))

    def part(self, first: int, last: int) -> "Phrase":
        """Its words number `first` up to `last`."""
        start = self.start + len(" ".join(self.words[:first])) + bool(first)
        stop = start + len(" ".join(self.words[first:last]))
        return Phrase(self.sentence, start, stop, self.opens and first == 0)


def phrases(sentence: str, apart: Callable[[str, str], bool]) -> Iterator[Phrase]:
    """The capitalised phrases of a sentence; `apart` says that what `and` joins are two names.

    >>> [p.text for p in phrases("The UN and Centre for Trade in Lima", lambda a, b: a == "UN")]
    ['UN', 'Centre for Trade in Lima']
    """
    opening = _START.match(sentence)
    beginning = opening.end() if opening else 0
    for match in _PHRASE.finditer(sentence):
        phrase = Phrase(sentence, match.start(), match.end(), match.start() <= beginning)
        if len(phrase.words) > _LONGEST:
            continue
        while phrase.words and phrase.words[0] in _LEADING:
            phrase = phrase.part(1, len(phrase.words))
        yield from _split(_without_small_edges(phrase), apart)


def in_running_text(phrase: Phrase) -> bool:
    """Whether the words around it are those of a sentence, not of a heading in title case."""
    around = phrase.sentence[max(0, phrase.start - 300) : phrase.start]
    around += " " + phrase.sentence[phrase.stop : phrase.stop + 300]
    plain = (match[0] for match in _ORDINARY.finditer(around))
    content = sum(word not in _NO_CONTENT for word in plain)
    return content > 1 or (content == 1 and phrase.sentence.rstrip().endswith((".", ";", "?", "!")))


def _split(phrase: Phrase, apart: Callable[[str, str], bool]) -> Iterator[Phrase]:
    opened = False
    for index, word in enumerate(phrase.words):
        opened = opened or word in _OPENINGS
        if (word in _INSIDE and not opened and not _spelled(phrase)) or (
            word in _JOINS and _parts(phrase, index, apart)
        ):
            left, right = phrase.part(0, index), phrase.part(index + 1, len(phrase.words))
            yield from (part for part in [_without_small_edges(left)] if part.words)
            yield from _split(_without_small_edges(right), apart)
            return
    if phrase.words:
        yield phrase


def _spelled(phrase: Phrase) -> bool:
    """Whether the acronym behind a phrase is made of the initials of all of it."""
    acronym = phrase.acronym
    return bool(acronym) and acronym in (
        "".join(word[0].upper() for word in phrase.words),
        "".join(word[0] for word in phrase.words if word[0].isupper()),
    )


def _parts(phrase: Phrase, index: int, apart: Callable[[str, str], bool]) -> bool:
    if phrase.words[index + 1 : index + 2] and phrase.words[index + 1] in _ARTICLES:
        return True
    return apart(" ".join(phrase.words[:index]), " ".join(phrase.words[index + 1 :]))


def _without_small_edges(phrase: Phrase) -> Phrase:
    words = phrase.words
    first, last = 0, len(words)
    while first < last and words[first][0].islower():
        first += 1
    while last > first and words[last - 1][0].islower():
        last -= 1
    return phrase.part(first, last)
