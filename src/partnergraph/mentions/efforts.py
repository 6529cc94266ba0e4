"""What is run, and called by the names of those who run it, or by a coined or quoted name.

`the IOM-UNDP mainstreaming programme`, `the World Bank's risk facility`, `the system M-Pesa`, `a
'Two-for-One' programme`; and a State's mission, `Permanent Mission of Ghana to the United Nations`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon.works import works as lexicon
from partnergraph.mentions.shapes import CAPITAL

Span = tuple[int, int]

_SPELT = (
    rf"[{CAPITAL}][\w’'-]*(?: (?:(?:of|and|the|OF|AND|THE) ){{0,2}}[{CAPITAL}][\w’'-]*){{0,6}}?"
)
_ACRONYM = r"[A-Z][A-Z0-9]+(?:[a-z][A-Z]+)?"
_QUOTED = r"(?<![\w’'])['‘“\"](?=\S)([^'‘’“”\"]{3,60})[’'”\"]"
PROGRAMME = "programme"


class Effort(NamedTuple):
    """A name at `start` to `stop`, those whose names it holds (`owners`), and what it says of them.

    `type` is the relationship that the name itself states: an owner CONTRIBUTES_TO a joint
    programme; a facility is PART_OF its body.
    """

    name: str
    start: int
    stop: int
    kind: str = PROGRAMME
    owners: tuple[Span, ...] = ()
    type: str = ""


def efforts(text: str, is_body: Callable[[str], bool]) -> Iterator[Effort]:
    """The efforts that a text names; `is_body` knows bodies.

    >>> [e.name for e in efforts("The IOM-UNDP project", {"IOM", "UNDP"}.__contains__)]
    ['IOM-UNDP project']
    """
    for match in _patterns().mission.finditer(text):
        yield _mission(match)
    for match in _patterns().joint.finditer(text):
        start = match.start("bodies")
        parts = re.finditer(_ACRONYM, match["bodies"])
        owners = tuple((start + part.start(), start + part.end()) for part in parts)
        if all(is_body(text[begin:end]) for begin, end in owners):
            yield Effort(match["name"], *match.span("name"), owners=owners, type="CONTRIBUTES_TO")
    yield from _coined(text)


def owned(text: str, start: int, stop: int) -> Effort | None:
    """The effort that the body named at `start` to `stop` is printed to own."""
    match = _patterns().owned.match(text, stop)
    if not match or set(lexicon().effort["vague"]) & set(match["name"].split()):
        return None
    end = match.end()
    return Effort(text[start:end], start, end, owners=((start, stop),), type="PART_OF")


def _coined(text: str) -> Iterator[Effort]:
    for match in _patterns().coined.finditer(text):
        yield Effort(match["name"], *match.span("name"))
    for several in _patterns().quoted.finditer(text):
        for match in re.finditer(_QUOTED, several[0]):
            if match[1][0].isupper():
                start = several.start() + match.start(1)
                yield Effort(match[1], start, start + len(match[1]))


def _mission(match: re.Match[str]) -> Effort:
    office, state = match["office"], match["state"]
    name = f"{office} {state} to the United Nations"
    if match[0].isupper():
        name = f"{office.capitalize()} {state.title()} to the United Nations"
        name = name.replace("mission", "Mission").replace(" Of ", " of ").replace(" The ", " the ")
    return Effort(name, *match.span(), kind="", owners=(match.span("state"),))


class _Patterns(NamedTuple):
    mission: re.Pattern[str]
    joint: re.Pattern[str]
    owned: re.Pattern[str]
    coined: re.Pattern[str]
    quoted: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    said = lexicon().effort
    joint = "|".join((*said["joint"], *map(str.capitalize, said["joint"])))
    quoted = "|".join(said["quoted"])
    return _Patterns(
        re.compile(
            rf"\b(?P<office>(?i:{'|'.join(lexicon().missions)})"
            rf" (?i:of(?: the)?)) (?P<state>{_SPELT}) (?i:to the (?:united nations|un))\b"
        ),
        re.compile(
            rf"\b[Tt]he (?:joint )?(?P<name>(?P<bodies>{_ACRONYM}(?:[-/–]{_ACRONYM}){{1,5}})"
            rf" (?:[\w-]+ ){{0,3}}(?:{joint}))\b"
        ),
        re.compile(rf"[’']s? (?P<name>(?:[a-z][\w-]+ ){{2,5}}(?:{joint}))\b"),
        re.compile(
            rf"\b[Tt]he (?:[a-z-]+ ){{0,2}}(?:{'|'.join(said['coined'])})"
            rf" (?:called |named |known as )?(?P<name>[{CAPITAL}]\w*-[{CAPITAL}]\w+"
            rf"|[{CAPITAL}][a-z]+[{CAPITAL}]\w*)(?![\w-])(?! [{CAPITAL}])"
        ),
        re.compile(
            rf"{_QUOTED}(?:(?:, | or | and |, and |, or ){_QUOTED}){{0,5}}"
            rf" (?:(?i:{quoted}))s?\b"
        ),
    )
