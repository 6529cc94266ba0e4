"""Instruments and reports by their own words: `Quito Declaration on Human Mobility`.

A resolution or an ILO convention is known by its number, however it is spelt. Others need the word
for what they are, and words of their own: the *Annual Report* and *a Joint Declaration* name none.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon.works import Organ
from partnergraph.lexicon.works import works as lexicon
from partnergraph.mentions.bodies import behind
from partnergraph.mentions.kinds import OPENERS, SMALL, judged
from partnergraph.mentions.mention import Mention, What
from partnergraph.mentions.naming import ANDS, LEADING
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.surroundings import (
    in_sentence,
    is_definite,
    is_one_of_many,
    is_torn,
    opens,
)
from partnergraph.names import Entity
from partnergraph.records.ids import make_id

_ARTICLES = frozenset(("the", "la", "le", "les", "los", "las", "l", "el"))
_WITHIN = SMALL | {"member"}
"""Small words within the name of a work: *CARICOM member States Agreement*."""
_LONGEST = 24
_MOST_SMALL = 3
_TIGHT = ("-", "’", "'", "/", "–")
_NUMBER = r"(?P<number>\d{1,4}(?:/\d{1,3})?)(?! ?[/%]| percent|\d)"
_NO = r"(?:[Nn]os?\.? ?|[Nn][°º]s? ?)?"
_DIGIT = re.compile(r"\d")
_CONVENTIONS = re.compile(
    rf"\bILO Conventions? (?P<numbers>{_NO}\d{{1,3}}(?:(?:, | and |, and | & ){_NO}\d{{1,3}})*)"
    r"(?![\d/.]*\d)"
)


class _Span(NamedTuple):
    """The words of a work: its first, that of its kind from and to, and its last."""

    first: int
    head: int
    kind: int
    last: int


def works(reading: Reading) -> Iterator[Mention]:
    """The instruments and reports that a reading names by their own words."""
    done = -1
    for place, word in enumerate(reading.words):
        half = place > 0 and reading.gap(place - 1) == "-"  # U-Report is no report
        if word.capital and not half and place > done and (kind := _kind(reading, place)):
            label, last, said = kind
            span = _Span(_first(reading, place), place, last, _last(reading, last))
            if span.first > done and (found := _work(reading, span, label, said)):
                done = span.last
                yield found


def numbered(reading: Reading) -> Iterator[Mention]:
    """Resolutions and conventions by their numbers, one or several at a place.

    >>> from partnergraph.names import names
    >>> text = "A/RES/71/280, General Assembly resolution 71/280, ILO Conventions Nos. 97 and 143"
    >>> [m.entity.id.partition(":")[2] for m in numbered(Reading(text, names()))]
    ['ga-resolution-71-280', 'ga-resolution-71-280', 'ilo-c97', 'ilo-c143']
    """
    if not _DIGIT.search(reading.text):
        return
    for pattern in _resolutions():
        for match in pattern.finditer(reading.text):
            organ = _signs().get(match["organ"]) or lexicon().organs[match["organ"].lower()]
            code = f"{organ.code}-resolution-{match['number'].replace('/', '-')}"
            name = f"{organ.name} resolution {match['number']}"
            yield _coded(reading, match, name, code, "resolution")
    for match in _CONVENTIONS.finditer(reading.text):
        for number in re.findall(r"\d+", match["numbers"]):
            name, code = f"ILO Convention No. {number}", f"ilo-c{number}"
            yield _coded(reading, match, name, code, "ILO convention")


def _coded(reading: Reading, match: re.Match[str], name: str, code: str, kind: str) -> Mention:
    known = reading.names.resolve(name, "Instrument")
    entity = known or Entity(make_id("Instrument", code), "Instrument", name, {"kind": kind})
    return Mention(*match.span(), "instrument", name, entity, kind, how="shape")


@cache
def _resolutions() -> tuple[re.Pattern[str], ...]:
    names = sorted(lexicon().organs, key=len, reverse=True)
    organ = rf"(?:(?:UN|United Nations) )?(?P<organ>{'|'.join(map(re.escape, names))})"
    signs = sorted(map(re.escape, _signs()), key=len, reverse=True)
    number = r"(?:S-)?(?P<number>\d{1,4}(?:/\d{1,3})?)"
    return (
        re.compile(rf"(?<![\w/])(?P<organ>{'|'.join(signs)})/RES/{number}(?![\w/])"),
        re.compile(rf"\b{organ}(?:[’']s)? resolution (?:No\.? ?)?{_NUMBER}", re.IGNORECASE),
        re.compile(rf"\bresolution (?:No\.? ?)?{_NUMBER} of the {organ}\b", re.IGNORECASE),
    )


@cache
def _signs() -> dict[str, Organ]:
    return {organ.sign: organ for organ in lexicon().organs.values() if organ.sign}


def _kind(reading: Reading, place: int) -> tuple[str, int, str] | None:
    """What the words at a place are the words for: label, last word, kind."""
    for phrase in lexicon().phrases:
        last = place + len(phrase) - 1
        if tuple(reading.keys(place, last)) == phrase and reading.words[last].capital:
            return "instrument", last, " ".join(phrase).replace("program ", "programme ")
    word = reading.words[place]
    if word.key in lexicon().instruments:
        return "instrument", place, word.text.lower()
    return ("document", place, "") if word.key in lexicon().reports else None


def _first(reading: Reading, head: int) -> int:
    """The first word of a work's name, back from the word for its kind."""
    first = head
    while first > 0 and head - first < _LONGEST:
        gap, before = reading.gap(first - 1), reading.words[first - 1]
        elided = gap in ("’", "'") and len(before.text) == 1 and before.text.islower()
        if elided:
            break
        if gap in _TIGHT or (gap in (".", ". ") and len(before.text) == 1):
            first -= 1
            continue
        if gap != " " or before.key == "s":
            break
        year = before.text.isdigit() and len(before.text) == 4
        small = before.text == "member" and first > 1 and reading.words[first - 2].capital
        named = before.key not in LEADING or _is_of_town(reading, first - 1)
        if not (year or small or (before.capital and named)):
            break
        first -= 1
        if year:
            break
    return first


def _is_of_town(reading: Reading, place: int) -> bool:
    """Whether an article is part of a town's name: the *Los* Angeles Declaration."""
    return reading.words[place].key in _ARTICLES and place > 0 and reading.gap(place - 1) == " "


def _last(reading: Reading, kind: int) -> int:
    """The last word of a work's name: that of its kind, or of its complement."""
    place = last = kind
    if kind + 1 >= len(reading.words) or reading.words[kind + 1].key not in OPENERS:
        return kind
    small = 0
    while place + 1 < len(reading.words) and place - kind < _LONGEST:
        gap, word = reading.gap(place), reading.words[place + 1]
        if gap != " " and gap not in _TIGHT:
            break
        if word.key in ANDS and not word.capital and _is_apart(reading, kind, place + 2):
            break
        if word.capital or gap in _TIGHT:
            last, small = place + 1, 0
        elif word.key in _WITHIN and small < _MOST_SMALL:
            small += 1
        else:
            break
        place += 1
    return last


def _is_apart(reading: Reading, kind: int, place: int) -> bool:
    """Whether what `and` joins to a work's name at a place is another name."""
    if place >= len(reading.words) or reading.words[place].key in _ARTICLES:
        return True
    if place in reading.known:
        return True
    end = place
    while end + 1 < len(reading.words) and reading.words[end + 1].capital:
        if reading.gap(end) != " " or end - place > _LONGEST:
            break
        end += 1
    capitals = [word.capital for word in reading.words[place : end + 1]]
    return bool(judged(reading.keys(place, end), capitals)) or bool(_kind(reading, end))


def _work(reading: Reading, span: _Span, what: str, kind: str) -> Mention | None:
    """The work that words name; None where they name none."""
    start, stop = reading.words[span.first].start, reading.words[span.last].end
    text = reading.text
    before = text[start : reading.words[span.head].start].split()
    complement = text[reading.words[span.kind].end : stop].split()
    own = any(_says_something(word) for word in (*before, *complement))
    definite = is_definite(text, start)
    if what == "document" and (complement or not definite):
        return None
    end, acronym = behind(reading, stop)
    sure = definite or acronym or (before and before[0].isupper())
    if (
        not own
        or not (before or definite)
        or (opens(text, start) and not sure)
        or is_one_of_many(text, start, stop)
        or is_torn(text, start, stop, bool(complement))
        or not in_sentence(text, start, stop)
    ):
        return None
    named: What = "instrument" if what == "instrument" else "document"
    return Mention(start, end, named, text[start:stop], kind=kind, acronym=acronym, how="kind")


def _says_something(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in lexicon().general
