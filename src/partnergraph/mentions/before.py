"""The office that stands before a person's name: `IOM Director General Amy Pope`.

In goes a reading and the place where a name begins, out comes where the words of the office begin
and the body or State they name. An office before a name is one run of capitals and small words that
holds the word for an office, and names whose it is: `Ghana’s Minister of the Interior, Ambrose
Dery`, `the Director of Free Movement of ECOWAS, Mr Siaw Boateng`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.kinds import SMALL
from partnergraph.mentions.naming import LEADING
from partnergraph.mentions.persons import is_own
from partnergraph.mentions.reading import Reading

_FARTHEST = 14
"""Words back in which an office is looked for; the longest of the seeds has 12."""
_SMALL_OFFICE = 4
"""Words of an office that is printed in small letters between a body and a name."""
_LONGEST_NAME = 4
_JOINTS = frozenset((" ", "’", "'"))
_WITHIN_OFFICE = SMALL | {"at", "s"}


class Held(NamedTuple):
    """An office before a name: its words, and those of the name, by their places among the words.

    `whose` are the first and last word of the body or State that stands before the office, where
    one does.
    """

    first: int
    last: int
    whose: tuple[int, int] | None
    name: tuple[int, int]


def before(reading: Reading, name: int) -> Held | None:
    """The office before a name (`name` is its first word); None where none is said."""
    last = name - 1
    if last < 0 or reading.gap(last) not in (" ", ", "):
        return None
    first = last
    while first > max(last - _FARTHEST, 0) and _goes_back(reading, first):
        first -= 1
    return _held(reading, first, last, (name, name))


def between(reading: Reading) -> Iterator[Held]:
    """Offices that stand between a known body and a name: `UNHCR Representative Anna Bek`."""
    for place, known in reading.known.items():
        if known.how != "adjective" and known.last == reading.at(known.stop) - 1:
            found = _behind(reading, place, known.last)
            if found:
                yield found


def _behind(reading: Reading, first: int, last: int) -> Held | None:
    """The office behind a body, and the name behind that; what is named there is no place."""
    begin = last + 1
    if begin < len(reading.words) and reading.words[begin].text == "s":
        begin += 1
    if begin < len(reading.words) and reading.words[begin].key in SMALL:
        return None  # Sri Lanka *and the* Maldives Director
    end = begin
    while end < min(begin + _FARTHEST, len(reading.words)) and not _opens(reading, end):
        word = reading.words[end]
        small = word.key in SMALL or (end - begin < _SMALL_OFFICE and _is_of_office(word.key))
        if reading.gap(end - 1) not in _JOINTS or not (word.capital or small):
            return None
        end += 1
    end -= 1
    if end < begin or not any(lexicon().is_office(key) for key in reading.keys(begin, end)):
        return None
    name = _name(reading, end + 1)
    return Held(begin, end, (first, last), name) if name else None


def _is_of_office(key: str) -> bool:
    """Whether a word in small letters is one of an office: *foreign minister*, *representative*."""
    told = lexicon()
    return told.is_office(key) or key in told.about or key in told.general


def _opens(reading: Reading, place: int) -> bool:
    """Whether a person's name may begin with a word: none that `of` ties to an office."""
    before, word = reading.words[place - 1], reading.words[place]
    tied = before.key in SMALL or reading.gap(place - 1) not in (" ", ", ")
    if tied or not is_own(reading, place):
        return False
    return not reading.names.resolve(f"{before.text} {word.text}", "Country")  # Sri *Lanka*


def _name(reading: Reading, first: int) -> tuple[int, int] | None:
    """The two to four capitalised words of a person's name that begin at a place."""
    last = first
    while last + 1 < len(reading.words) and reading.gap(last) == " " and is_own(reading, last + 1):
        last += 1
    return (first, last) if 2 <= last - first + 1 <= _LONGEST_NAME else None


def _goes_back(reading: Reading, first: int) -> bool:
    """Whether an office goes on to the word before."""
    word = reading.words[first - 1]
    fits = word.capital or word.key in _WITHIN_OFFICE or lexicon().is_office(word.key)
    return fits and reading.gap(first - 1) in _JOINTS


def _held(reading: Reading, first: int, last: int, name: tuple[int, int]) -> Held | None:
    while first < last and reading.words[first].key in SMALL | LEADING:
        first += 1
    known = reading.known.get(first)
    whose = (first, known.last) if known and known.how != "adjective" else None
    begin = whose[1] + 1 if whose else first
    if begin <= last and reading.words[begin].text == "s":
        begin += 1
    keys = reading.keys(begin, last) if begin <= last else []
    if not any(lexicon().is_office(key) for key in keys[:3]):
        return None
    return Held(begin, last, whose, name)
