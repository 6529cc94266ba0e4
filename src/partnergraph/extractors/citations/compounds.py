"""Names made with another's name: a State's mission, a body's facility, a joint programme.

In comes a sentence, out come Compounds: the Thing, the spans of those whose it is, and the
relationship that the name itself states, if any.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partnergraph.extractors.bodies import Thing
from partnergraph.extractors.proper import CAPITAL, listed

_SPELT = (
    rf"[{CAPITAL}][\w’'-]*(?: (?:(?:of|and|the|OF|AND|THE) ){{0,2}}[{CAPITAL}][\w’'-]*){{0,6}}?"
)
_MISSION = re.compile(
    r"\b((?i:permanent (?:observer )?mission|permanent delegation) (?i:of(?: the)?)) "
    rf"({_SPELT}) (?i:to the (?:united nations|un))\b"
)
_ACRONYM = r"[A-Z][A-Z0-9]+(?:[a-z][A-Z]+)?"
_EFFORT = (
    r"(?:programme|program|initiative|project|facility|fund|scheme|platform"
    r"|Programme|Program|Initiative|Project|Facility|Scheme|Platform)"
)
_JOINT = re.compile(
    rf"\b[Tt]he (?:joint )?(({_ACRONYM})((?:[-/–]{_ACRONYM}){{1,5}}) (?:[\w-]+ ){{0,3}}{_EFFORT})\b"
)
_POSSESSIVE = re.compile(rf"[’']s? ((?:[a-z][\w-]+ ){{2,5}}{_EFFORT})\b")
_VAGUE = listed(
    "a an the own new annual current planned proposed next first second work working and or for of"
    " in to on as is was has existing ongoing overall entire various many other"
)


@dataclass(frozen=True, slots=True)
class Compound:
    """A thing whose name holds the names of `owners`, and what joins them to it (`type`)."""

    thing: Thing
    owners: tuple[tuple[int, int], ...]
    type: str = ""


def compounds(sentence: str, is_body: Callable[[str], bool]) -> Iterator[Compound]:
    """The names in a sentence that are made with other names; `is_body` knows those.

    >>> [c.thing.name for c in compounds("The IOM-UNDP project", {"IOM", "UNDP"}.__contains__)]
    ['IOM-UNDP project']
    """
    for match in _MISSION.finditer(sentence):
        yield Compound(_mission(match), (match.span(2),))
    for match in _JOINT.finditer(sentence):
        owners = _spans(match[2] + match[3], match.start(2))
        if all(is_body(sentence[start:stop]) for start, stop in owners):
            thing = Thing("Organisation", match[1], "programme", *match.span(1))
            yield Compound(thing, owners, "CONTRIBUTES_TO")


def possession(sentence: str, start: int, stop: int) -> Compound | None:
    """The programme or facility that the body named at `start` to `stop` is printed to own."""
    match = _POSSESSIVE.match(sentence, stop)
    if not match or _VAGUE.intersection(match[1].split()):
        return None
    thing = Thing("Organisation", sentence[start : match.end()], "programme", start, match.end())
    return Compound(thing, ((start, stop),), "PART_OF")


def _mission(match: re.Match[str]) -> Thing:
    office, state = match[1], match[2]
    name = f"{office} {state} to the United Nations"
    if match[0].isupper():
        name = f"{office.capitalize()} {state.title()} to the United Nations"
        name = name.replace("mission", "Mission").replace(" Of ", " of ").replace(" The ", " the ")
    return Thing("Organisation", name, "", *match.span())


def _spans(joined: str, start: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (start + part.start(), start + part.end()) for part in re.finditer(_ACRONYM, joined)
    )
