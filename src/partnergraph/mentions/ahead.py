"""People without a form of address whose office stands before a comma and their name."""

import re
from collections.abc import Iterator, Sequence

from partnergraph.lexicon import lexicon
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.offices import ROLE, posts
from partnergraph.mentions.persons import are_own, name_end
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.seats import Span, body_of
from partnergraph.mentions.shapes import CAPITAL, NAME

_AHEAD = re.compile(
    rf"(?<![\w’'-])(?P<office>(?i:{ROLE})\b[^.;:()]{{0,120}}?)(?:, |(?<=[A-Z]{{2}}) )"
    rf"(?P<name>{NAME})"
    rf"(?=,|;|\)|\.(?:\s|$)|$| [a-zß-ÿ])"
)
_OFFICE_INSIDE = re.compile(
    rf", (?:(?:and|et|y) )?(?:(?:the|la|le|el|los|las|les) |l[’'])?(?=(?i:{ROLE})\b)"
)
"""Where another office begins than the one that words begin with."""
_DOES = re.compile(r", (?:also |a |ha )?([a-zß-ÿ]{3,})(?![\w’'-])")
_OF_ONE_BEFORE = re.compile(
    rf"[{CAPITAL}][\w’-]+, (?:(?:the|la|le|el) |l[’'])?(?:(?!(?:and|et|y)\b)[\w’'-]+ ){{0,2}}$"
)
"""Somebody's name and a comma before an office."""


def ahead(reading: Reading, known: Sequence[Span]) -> Iterator[Mention]:
    """People whose office and where it is held stand before a comma and their name.

    `the Director of the Migration Institute, Ana Ruiz, opened …`; not where it is the office of
    somebody named before: `Eli Roy, Director of IOM, Ana Ruiz, …`. `known` is where others stand.
    """
    text = reading.text
    for match in _AHEAD.finditer(text):
        start, stop = match.start("name"), name_end(text, match)
        taken = any(begun < stop and start < end for begun, end in known)
        apposed = _OF_ONE_BEFORE.search(text, max(match.start() - 60, 0), match.start())
        if (
            not stop
            or taken
            or apposed
            or not are_own(reading, start, stop)
            or _is_in_a_state(reading, stop)
        ):
            continue
        inner = [each.end() for each in _OFFICE_INSIDE.finditer(match["office"])]
        begin = match.start("office") + (inner[-1] if inner else 0)
        office = text[begin : match.end("office")]
        held = [post for post in posts(office, reading.names) if post.named]
        at = [body_of(reading, begin + p.start, begin + p.stop, p.acronym) for p in held]
        if at or _acts(text, stop):
            role = next((post.role for post in held if post.role), office)
            yield Mention(
                begin, stop, "person", text[start:stop], how="shape", office=role, at=tuple(at)
            )


def _acts(text: str, stop: int) -> bool:
    """Whether somebody does something behind a comma: *the mayor, Eli Roy, opened*."""
    behind = _DOES.match(text, stop)
    forms = lexicon().verb(behind[1]) if behind else ()
    return any(form.finite and form.tense == "past" and form.entries for form in forms)


def _is_in_a_state(reading: Reading, stop: int) -> bool:
    """Whether a State stands behind a comma: the name before it is a town there."""
    behind = reading.known.get(reading.at(stop)) if reading.text.startswith(", ", stop) else None
    state = behind is not None and behind.entity.label == "Country"
    return state and behind is not None and behind.how != "adjective"
