"""A cell's or a label's value as the list of names it is: every part is one, unless it is nobody.

`IOM / GIZ`, `OIM, OIT y ACNUR`, `Government of Canada (USD 4.2 million), European Union`, `TBC`.
Parts end at semicolons, line ends, bullets, slashes, commas and `and`, but not within a name of the
tables, brackets, quotes, or a name that goes on over them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from partnergraph.lexicon import lexicon as titles
from partnergraph.lexicon.amounts import AMOUNT
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.bodies import ACRONYM, body_at, of_table
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.find import placed
from partnergraph.mentions.joints import GOVERNMENT_OF
from partnergraph.mentions.kinds import SMALL
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.naming import ANDS, name_end
from partnergraph.mentions.people import people, standing
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.within import runs_on, within_names
from partnergraph.names import Names

_HARD = re.compile(r"[;\n\r•▪●◦·|]|(?<=\s)[-–—*](?=\s)|\s/\s|/(?=[A-Z])|(?<!\S)\d\d?[.)]\s")
_COMMA = re.compile(r",(?!\d)")
_AND = re.compile(
    r"\s(?:and|&|et|y|e|as well as|along with|together with|in cooperation with|ainsi que|así como"
    r"|with|avec|con)\s"
)
_BRACKET = re.compile(r" ?\(([^()]{1,120})\)$")
_MARKS = " \t\n\r\v\f*†‡§•▪●◦·:;,-–—"
_ARTICLE = re.compile(
    r"(?:the|and|also|both|with|by|les|la|le|l['’]|el|los|las|et|y)\s+", re.IGNORECASE
)
_GOVERNMENT = re.compile(GOVERNMENT_OF, re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s? ")
_LONGEST = 16
"""Words a name in a list has at most; what is longer is a sentence."""
_SENTENCE = re.compile(r"[.?!]\s+[A-Z]|:\s")

_MOST_ARTICLES = 4
_SLASHED = re.compile(r"(?<!\w)(?:n/a|s/o|s/d)(?!\w)", re.IGNORECASE)

Part = tuple[int, int]
Place = Literal["any", "one", "several"]
"""Where a list stands: where *one* or *several* people stand, names need no form of address."""


class Listed(NamedTuple):
    """A part of a list: what it says, and whom that names."""

    text: str
    names: tuple[Mention, ...]


def listed(
    text: str, names: Names, local: Definitions | None = None, where: Place = "any"
) -> list[Mention]:
    """Whom a whole cell or value names, in its order, with their places in it.

    >>> from partnergraph.names import names
    >>> [m.name for m in listed("IOM / GIZ; Ministry of Labor and Skills (Ethiopia), TBC", names())]
    ['IOM', 'GIZ', 'Ministry of Labor and Skills']
    """
    return [mention for part in each(text, names, local, where) for mention in part.names]


def parts(
    text: str, names: Names, local: Definitions | None = None, where: Place = "any"
) -> list[Listed]:
    """The parts of a whole cell or value, those too that name nobody.

    >>> from partnergraph.names import names
    >>> [(part.text, len(part.names)) for part in parts("IOM UNHCR, all partners", names())]
    [('IOM UNHCR', 2), ('all partners', 0)]
    """
    return list(each(text, names, local, where))


def each(
    text: str, names: Names, local: Definitions | None = None, where: Place = "any"
) -> Iterator[Listed]:
    """The same parts, one by one: who has seen enough need not have all read."""
    reading = Reading.of(text, names)
    for (start, stop), named in _by_part(reading, local or Definitions(), where):
        yield Listed(reading.text[start:stop], tuple(placed(reading, name) for name in named))


def _by_part(
    reading: Reading, local: Definitions, where: Place
) -> Iterator[tuple[Part, Iterable[Mention]]]:
    nobody = lexicon().is_nobody(reading.text) or lexicon().opens_with_nobody(reading.text)
    capitals = any(map(str.isupper, reading.text))
    persons: Sequence[Mention] = ()
    if capitals and not nobody:
        persons = people(reading) if where == "any" else [*standing(reading, where == "one")]
    for part in _parts(reading, persons):
        yield part, () if nobody else _in_part(reading, part, persons, local)


def _in_part(
    reading: Reading, part: Part, persons: Sequence[Mention], local: Definitions
) -> Iterator[Mention]:
    inside = [person for person in persons if part[0] < person.stop <= part[1]]
    before = reading.text[part[0] : inside[0].start] if len(inside) == 1 else ""
    if before.endswith(" ("):
        yield from _with_person(reading, (part[0], part[0] + len(before) - 2), inside[0], local)
    else:
        yield from inside or _named(reading, part, local)


def _with_person(
    reading: Reading, part: Part, person: Mention, local: Definitions
) -> Iterator[Mention]:
    """A body with who stands for it in brackets behind it: `PAHO (Dr Lucía Bermeo)`."""
    bodies = tuple(_named(reading, part, local))
    yield from bodies
    office = person.office.removesuffix(")")
    yield person._replace(at=person.at or bodies[:1], office=office)


def _parts(reading: Reading, persons: Sequence[Mention]) -> Iterator[Part]:
    """The parts of a list, trimmed of what is no name around them."""
    closed = _closed(reading)
    for person in persons:
        closed[person.start : person.stop] = b"\1" * (person.stop - person.start)
    cuts: list[Part] = []
    for pattern in (_HARD, _COMMA, _AND):
        for match in pattern.finditer(reading.text):
            inside = any(closed[place] for place in range(match.start(), match.end()))
            if not inside:
                cuts.append(match.span())
    place = 0
    inner = within_names(reading, sorted(cuts))
    for start, stop in sorted(cuts):
        if start >= place and (start, stop) not in inner:
            yield from _trimmed(reading, place, start)
            place = stop
    yield from _trimmed(reading, place, len(reading.text))


def _closed(reading: Reading) -> bytearray:
    """Which characters stand within a name, brackets or quotes, where no list is parted."""
    closed = bytearray(len(reading.text) + 1)
    nobody = (match.span() for match in _SLASHED.finditer(reading.text))
    for start, stop in (
        *nobody,
        *_told_by_acronym(reading),
        *_bracketed(reading.text),
        *_elsewhere(reading),
        *_names(reading),
    ):
        closed[start:stop] = b"\1" * (stop - start)
    return closed


def _told_by_acronym(reading: Reading) -> Iterator[Part]:
    """Where one name stands that holds commas, by the acronym behind it that takes in words of it.

    `Superintendencia de Banca, Seguros y Administradoras de Fondos de Pensiones (SBS)`
    """
    for found in ACRONYM.finditer(reading.text):
        before = list(_HARD.finditer(reading.text, 0, found.start()))
        start = before[-1].end() if before else 0
        first, end = reading.at(start), reading.at(found.start())
        letters = iter(found[1].lower())
        wanted = next(letters, "")
        behind_comma = False
        for place in range(first, end):
            word = reading.words[place]
            if place in reading.within_known or end - first > _LONGEST:
                break
            if place == first and word.key[:1] != wanted:
                break
            if wanted and word.capital and word.key[:1] == wanted:
                wanted = next(letters, "")
                behind_comma = "," in reading.text[reading.words[first].start : word.start]
        else:
            if not wanted and behind_comma:
                yield reading.words[first].start, found.end()


def _elsewhere(reading: Reading) -> Iterator[Part]:
    """Where a place stands that has a country's name: `Georgia (USA)`, `Peru, Indiana`."""
    for place in reading.elsewhere:
        yield reading.words[place.first].start, place.stop


def _bracketed(text: str) -> Iterator[Part]:
    """Where brackets stand, with what is in them."""
    depth = start = 0
    for place, sign in enumerate(text) if "(" in text else ():
        if sign == "(":
            start = start if depth else place
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                yield start, place + 1


def _names(reading: Reading) -> Iterator[Part]:
    """Where names stand that may hold `and`, commas and slashes: known ones and those of a kind."""
    place = 0
    while place < len(reading.words):
        word = reading.words[place]
        known = reading.known.get(place)
        last = name_end(reading, place) if word.capital else place
        if known and (last <= known.last or known.how != "adjective"):
            yield word.start, known.stop
            place = max(known.last, place) + 1
            continue
        if last > place:
            yield word.start, reading.words[last].end
        place = last + 1


def _trimmed(reading: Reading, start: int, stop: int) -> Iterator[Part]:
    """A part without marks and small words around it; none where nothing is left."""
    text = reading.text
    stop = start + len(text[start:stop].rstrip(_MARKS + "."))
    for _ in range(_MOST_ARTICLES):
        start += len(text[start:stop]) - len(text[start:stop].lstrip(_MARKS))
        article = _ARTICLE.match(text, start, stop)
        if not article or reading.at(start) in reading.known:
            break
        start = article.end()
    if start < stop:
        yield start, stop


def _possessed(reading: Reading, start: int, stop: int, local: Definitions) -> Iterator[Mention]:
    """A State's own body behind the State: `Morocco's ANAPEC`."""
    found = _POSSESSIVE.search(reading.text, start, stop)
    country = (
        reading.names.resolve(reading.text[start : found.start()], "Country") if found else None
    )
    if found and country:
        for mention in _named(reading, (found.end(), stop), local):
            yield mention._replace(owner=mention.owner or country)


def _named(reading: Reading, part: Part, local: Definitions) -> Iterator[Mention]:
    """The names of one part: one, several known ones side by side, or none."""
    start, stop = part
    said = reading.text[start:stop]
    if not any(letter.isalnum() for letter in said) or lexicon().is_nobody(said):
        return
    if any(start == begin and stop <= end for begin, end in _elsewhere(reading)):
        return
    whole = _one(reading, start, stop, local)
    own = [whole] if whole else list(_possessed(reading, start, stop, local))
    if own:
        yield from own
        return
    bare = said
    aside = _BRACKET.search(said)
    if aside:
        bare = said[: aside.start()]
        inner = _one(reading, start, start + len(bare), local)
        if inner:
            yield _with_aside(reading, inner, aside[1], stop)
            return
    side_by_side = list(_beside(reading, start, start + len(bare)))
    if side_by_side:
        yield from side_by_side
        return
    unknown = _unknown(reading, start, start + len(bare))
    if unknown:
        yield _with_aside(reading, unknown, aside[1], stop) if aside else unknown


def _one(reading: Reading, start: int, stop: int, local: Definitions) -> Mention | None:
    """The one known thing that a part is the name of."""
    said = reading.text[start:stop]
    if said in local.meant or said in local.called:
        return local.mention(said, start, stop)
    government = _GOVERNMENT.match(said)
    if government:
        country = reading.names.resolve(said[government.end() :], "Country")
        return Mention(start, stop, "country", said, country) if country else None
    entity = reading.names.resolve(said, "Country", "Agency", "Organisation", "RCP", "Instrument")
    if not entity:
        first = reading.at(start)
        known = reading.known.get(first)
        exact = known is not None and known.stop == stop and known.how != "adjective"
        return of_table(reading, known) if known and exact else None
    acronym = ACRONYM.search(said)
    mention = of_table(reading, reading.whole(start, stop, entity))
    return mention._replace(acronym=acronym[1]) if acronym else mention


def _with_aside(reading: Reading, mention: Mention, aside: str, stop: int) -> Mention:
    """A name with what brackets behind it say: its acronym, its country, an amount."""
    country = reading.names.resolve(aside, "Country")
    acronym = ACRONYM.fullmatch(f"({aside})")
    if country and mention.what == "body":
        return mention._replace(stop=stop, owner=country)
    if aside == mention.acronym:
        return mention._replace(stop=stop)
    if acronym and sum(letter.isupper() for letter in aside) > 1 and not mention.acronym:
        return mention._replace(stop=stop, acronym=aside)
    if mention.entity is None and " " not in mention.name:
        first, last = reading.at(mention.stop), reading.at(stop) - 1
        spelled = body_at(reading, first, last)
        if spelled and spelled.how == "kind":
            return spelled._replace(start=mention.start, stop=stop, acronym=mention.name)
    role = titles().label(aside)
    said = role is not None and role.kind == "role"  # what somebody is, no part of the name
    return mention._replace(stop=mention.stop if said else stop, aside=aside)


def _beside(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Known names that stand side by side without a comma: `IOM UNHCR`, `IOM-UNDP`."""
    first, end = reading.at(start), reading.at(stop)
    found = [reading.known[place] for place in range(first, end) if place in reading.known]
    covered = sum(known.last - known.first + 1 for known in found)
    small = SMALL | ANDS | lexicon().governments
    rest = [
        word for place, word in enumerate(reading.words[first:end], first)
        if place not in reading.within_known and word.key not in small
    ]  # fmt: skip
    if found and not rest and covered and all(known.how != "adjective" for known in found):
        yield from (of_table(reading, known) for known in found)


def _unknown(reading: Reading, start: int, stop: int) -> Mention | None:
    """A name that no table knows, if a part may be one."""
    said = reading.text[start:stop]
    first, end = reading.at(start), reading.at(stop)
    if first >= end or end - first > _LONGEST or _SENTENCE.search(said):
        return None
    if lexicon().is_class(said) or lexicon().is_nobody(said) or AMOUNT.fullmatch(said):
        return None
    if "[" in said:  # what stands there says more of the name, and is none of it
        return None
    if not any(word.capital for word in reading.words[first:end]) or not said[0].isalnum():
        return None
    if not (reading.words[first].capital or said[0].isdigit()) or is_mixed(said):
        return None
    if not _is_name(reading, first, end - 1):
        return None
    name = said.rstrip("*†‡ ")
    by_kind = body_at(reading, first, end - 1)
    if by_kind and by_kind.stop >= start + len(name):
        return by_kind
    acronym = name if name.isupper() and " " not in name else ""
    kind = by_kind.kind if by_kind else ""
    return Mention(
        start, start + len(name), "body", name, kind=kind, acronym=acronym, how="listed",
        generic=bool(by_kind and by_kind.generic),
    )  # fmt: skip


def _is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether words are printed as a name: in capitals but for small words, about something."""
    reached = name_end(reading, first)
    rest = reading.words[reached + 1 : last + 1]
    if any(word.text.islower() and word.key not in SMALL | ANDS for word in rest):
        return runs_on(reading, first, last)
    told = lexicon()
    keys = reading.keys(first, last)
    plain = all(key in told.about or key in told.general or key in SMALL for key in keys)
    return not plain


def is_mixed(said: str) -> bool:
    r"""Whether letters of two scripts that look alike stand in one word: `ИOM` is not IOM.

    >>> is_mixed("\u0418OM"), is_mixed("IOM")
    (True, False)
    """
    return any(
        word.upper() != word.lower() and not word.isascii() and _has_both(word)
        for word in said.split()
    )


def _has_both(word: str) -> bool:
    latin = any(letter.isascii() and letter.isalpha() for letter in word)
    return latin and any("\u0370" <= letter <= "\u052f" for letter in word)
