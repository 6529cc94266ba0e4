"""The bodies and events that capitalised words name, each with its acronym and its country."""

import re

from partnergraph.lexicon.bodies import words
from partnergraph.mentions.kinds import Judged, judged
from partnergraph.mentions.mention import Mention, What
from partnergraph.mentions.naming import CLOSING, QUOTES
from partnergraph.mentions.reading import Known, Reading
from partnergraph.names import Entity

ACRONYM = re.compile(r" ?\(([A-Z][\w&/-]{1,14})\)")
_COUNTRY_IN_BRACKETS = re.compile(r" ?\(([^()]{2,60})\)")
_OF_A_COUNTRY = frozenset(("of", "in", "for", "de", "du", "del"))
WHAT: dict[str, What] = {
    "Country": "country",
    "Agency": "body",
    "Organisation": "body",
    "RCP": "process",
    "Instrument": "instrument",
    "Objective": "objective",
}


def of_table(reading: Reading, known: Known) -> Mention:
    """A name of the tables as a mention, the acronym printed behind it included."""
    start = reading.words[known.first].start
    stop, acronym = behind(reading, known.stop, known.entity)
    what = WHAT[known.entity.label]
    kind = str(known.entity.properties.get("kind", ""))
    name = reading.text[start : known.stop]
    return Mention(start, stop, what, name, known.entity, kind, acronym)


def behind(reading: Reading, stop: int, entity: Entity | None = None) -> tuple[int, str]:
    """Where a name ends with the acronym in brackets behind it, and that acronym."""
    match = ACRONYM.match(reading.text, stop)
    if not match or sum(letter.isupper() for letter in match[1]) < 2 or match[1].endswith("s"):
        return stop, ""
    other = reading.names.resolve(match[1])
    if other and other.label == "Country" and (entity is None or entity.label != "Country"):
        return stop, ""
    return match.end(), match[1]


def body_at(reading: Reading, first: int, last: int) -> Mention | None:
    """The body or event that the words from `first` to `last` name; None where they name none.

    A table knows it, or its words say its kind.
    """
    name = reading.said(first, last)
    entity = reading.names.resolve(name, "Agency", "Organisation", "RCP", "Instrument")
    if entity:
        known = Known(first, last, reading.words[last].end, entity, "name")
        return of_table(reading, known)
    core = _core(reading, first, last)
    found = _judged(reading, first, core)
    return made(reading, first, last, core, found) if found else None


def heads_behind(reading: Reading, first: int, last: int, known: int) -> bool:
    """Whether a name's kind word stands behind the word `known`: IOM Development *Fund*."""
    found = _judged(reading, first, last) if last > known else None
    return found is not None and first + found.last > known


def _judged(reading: Reading, first: int, last: int) -> Judged | None:
    named = reading.words[first : last + 1]
    capitals = [word.capital or word.text == "&" for word in named]
    return judged(reading.keys(first, last), capitals)


def _core(reading: Reading, first: int, last: int) -> int:
    """The last word of a name before what is quoted at its end."""
    places = (place for place in range(first, last) if reading.gap(place)[-1:] in QUOTES)
    return next(places, last)


def made(reading: Reading, first: int, last: int, core: int, found: Judged) -> Mention:
    """A name no table knows as a mention of what its words make of it."""
    start, end = reading.words[first].start, reading.words[last].end
    end += reading.text.startswith(CLOSING, end) and core < last
    end += reading.words[last].key in words().legal and reading.text.startswith(".", end)
    stop, acronym = behind(reading, end)
    owner, stop, begin = _owner(reading, first, stop)
    mention = Mention(
        begin, stop, "event" if found.kind.event else "body", reading.text[start:end],
        kind=found.kind.kind, acronym=acronym, how="kind", generic=found.generic, owner=owner,
    )  # fmt: skip
    inside = _country_inside(reading, first, last)
    return mention._replace(owner=owner or inside, generic=found.generic or bool(inside))


def _owner(reading: Reading, first: int, stop: int) -> tuple[Entity | None, int, int]:
    """The country in brackets behind a body, or before it, with where all that ends and begins."""
    start = reading.words[first].start
    match = _COUNTRY_IN_BRACKETS.match(reading.text, stop)
    country = reading.names.resolve(match[1], "Country") if match else None
    if match and country:
        return country, match.end(), start
    before = reading.within_known.get(first - 1)
    if first > 1 and before is None and reading.words[first - 1].key == "s":
        before = reading.within_known.get(first - 2)
    if before and before.entity.label == "Country" and _belongs(reading, first, before):
        return before.entity, stop, reading.words[before.first].start
    return None, stop, start


def _belongs(reading: Reading, first: int, before: Known) -> bool:
    gap = reading.gap(first - 1)
    return gap == " " and (before.how == "adjective" or reading.words[first - 1].key == "s")


def _country_inside(reading: Reading, first: int, last: int) -> Entity | None:
    """The country in a generic name: Ministry of Labour of Ghana, Ministère béninois du Travail."""
    for place in range(first + 1, last):
        word = reading.words[place]
        country = reading.names.by_adjective(word.key) if word.text.islower() else None
        head = _judged(reading, first, place - 1) if country else None
        if country and head and head.kind.state:
            return country
    for place in range(last - 1, first, -1):
        if reading.words[place].key in _OF_A_COUNTRY:
            said = reading.said(place + 1, last)
            country = reading.names.resolve(said, "Country")
            head = _judged(reading, first, place - 1)
            return country if country and head and head.generic and head.kind.state else None
    return None
