"""Where a person's office is held: the body or State behind it, in brackets, behind *of*."""

import re
from collections.abc import Iterator

from partnergraph.mentions.bodies import body_at, of_table
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.naming import name_end
from partnergraph.mentions.offices import HAS_ROLE, is_unit
from partnergraph.mentions.reading import Reading
from partnergraph.names import Entity

_ORIGIN = re.compile(
    r",? (?:(?:of|from) (?:the )?|(?:de la |de l[’']|du |des |de |del |d[’'])(?:los |las |el )?)"
)
"""What stands between a person's name and the body: *of the*, *de l’*."""
_BEHIND = re.compile(r", ([^,;()]{3,60})(?=[,;]|$)")

Span = tuple[int, int]


def in_brackets(reading: Reading, beside: Span | None) -> Iterator[Mention]:
    """The body in brackets behind a person: `Ms. Ruiz (Peruvian Red Cross)`."""
    start, stop = beside or (0, 0)
    first, last = reading.at(start), reading.at(stop) - 1
    found = body_at(reading, first, last) if first <= last else None
    if found and found.what == "body" and found.stop >= stop:
        yield found


def of_body(reading: Reading, end: int) -> Iterator[Mention]:
    """The body behind *of* or *from* at the end of a name: `M. Diop, de l’Université X`."""
    origin = _ORIGIN.match(reading.text, end)
    first = reading.at(origin.end()) if origin else len(reading.words)
    if not origin or first >= len(reading.words) or reading.words[first].start != origin.end():
        return
    known = reading.known.get(first)
    found = body_at(reading, first, name_end(reading, first))
    if found is None and known and known.how != "adjective":
        found = of_table(reading, known)
    if found and found.what in ("body", "country"):
        yield found


def body_of(reading: Reading, start: int, stop: int, acronym: str) -> Mention:
    """The body or State that a post is held in."""
    name = reading.text[start:stop]
    first, last = reading.at(start), reading.at(stop) - 1
    country = reading.names.resolve(name, "Country")
    if country:
        return Mention(start, stop, "country", name, country)
    found = body_at(reading, first, last) if first <= last else None
    known = reading.known.get(first)
    if found:
        state = _state_behind(reading, stop) if found.generic and not found.owner else None
        return found._replace(owner=state) if state else found
    part = "" if known is None else reading.text[known.stop : stop].strip()
    own = reading.names.resolve(part, "Country") or is_unit(part)
    ended = known is not None and (known.how == "acronym" or part[:1].islower())
    if known and ended and known.last < last and not own:
        return of_table(reading, known)
    return Mention(start, stop, "body", name, acronym=acronym, how="listed")


def _state_behind(reading: Reading, stop: int) -> Entity | None:
    """The State that stands behind the comma after a body whose name others have too."""
    behind = _BEHIND.match(reading.text, stop)
    return reading.names.resolve(behind[1], "Country") if behind else None


def at_the_end(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """The country or unit that ends an office, where no more is named: Director of Visas, Peru.

    Behind a body stands the State whose it is: Department of Fisheries, Thailand.
    """
    stop = start + len(reading.text[start:stop].rstrip())
    begin, name = _last(reading, start, stop)
    country = reading.names.resolve(name, "Country")
    if country:
        body = _body_before(reading, start, begin - 2)
        yield (
            body._replace(owner=country) if body else Mention(begin, stop, "country", name, country)
        )
        return
    first, last = reading.at(begin), reading.at(stop) - 1
    found = body_at(reading, first, last) if first <= last else None
    if found and found.generic and (begin > start or found.stop >= stop):
        yield found


def _last(reading: Reading, start: int, stop: int) -> tuple[int, str]:
    """What stands behind the last comma of an office, and where."""
    begin = reading.text.rfind(", ", start, stop)
    begin = begin + 2 if begin >= 0 else start
    return begin, reading.text[begin:stop]


def _body_before(reading: Reading, start: int, stop: int) -> Mention | None:
    """A body whose name is all that stands between two commas."""
    if stop <= start:
        return None
    begin, name = _last(reading, start, stop)
    first, last = reading.at(begin), reading.at(stop) - 1
    found = body_at(reading, first, last) if first <= last and not HAS_ROLE.search(name) else None
    return found if found and found.start == begin and found.stop >= stop else None
