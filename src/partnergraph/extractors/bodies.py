"""Names of bodies, programmes and observances that no table knows, by their last noun.

In comes a sentence, out come Things with a span of it: `Africa-Europe Diaspora Development Platform
(ADEPT)`, `International Day of Family Remittances`. A class (`Regional Consultative Processes`), a
proposal (`a Financing Facility`) and a heading in title case are no names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.extractors.proper import CAPITAL, Phrase, in_running_text, listed
from partnergraph.lexicon.bodies import words
from partnergraph.mentions.kinds import kind_of_word

_OF_DAYS = listed("International World Global European African Asian Arab National")
_DATA = listed("Knowledge Online Digital Data Learning Information Web")
_COINED = re.compile(
    r"\b[Tt]he (?:[a-z-]+ ){0,2}(?:system|service|platform|programme|program|scheme|initiative"
    rf"|project|application|tool) (?:called |named |known as )?([{CAPITAL}]\w*-[{CAPITAL}]\w+"
    rf"|[{CAPITAL}][a-z]+[{CAPITAL}]\w*)(?![\w-])(?! [{CAPITAL}])"
)
_QUOTED = r"(?<![\w’'])['‘“\"](?=\S)([^'‘’“”\"]{3,60})[’'”\"]"
_QUOTED_LIST = re.compile(
    rf"{_QUOTED}(?:(?:, | or | and |, and |, or ){_QUOTED}){{0,5}}"
    r" (?:[Pp]rogramme|[Pp]rogram|[Ss]cheme|[Ii]nitiative|[Pp]roject|[Cc]ampaign)s?\b"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A name found in a sentence at `start` to `stop`, and what it is the name of."""

    label: str
    name: str
    kind: str
    start: int
    stop: int
    acronym: str = ""


def body(phrase: Phrase) -> Thing | None:
    """What a capitalised phrase names, if its head ends in the word for a body."""
    if phrase.words[0].isdigit():
        phrase = phrase.part(1, len(phrase.words))
    kind = _kind(phrase)
    if kind is None or not _is_a_name(phrase):
        return None
    return Thing("Organisation", phrase.text, kind, phrase.start, phrase.stop, phrase.acronym or "")


def coined(sentence: str) -> Iterator[Thing]:
    """Programmes whose name is printed as one: in quotes, or coined (`the system M-Pesa`)."""
    for match in _COINED.finditer(sentence):
        yield Thing("Organisation", match[1], "programme", *match.span(1))
    for several in _QUOTED_LIST.finditer(sentence):
        for match in re.finditer(_QUOTED, several[0]):
            if match[1][0].isupper():
                start = several.start() + match.start(1)
                yield Thing("Organisation", match[1], "programme", start, start + len(match[1]))


def _kind(phrase: Phrase) -> str | None:
    last = phrase.head[-1] if phrase.head else ""
    known = kind_of_word(last)
    if not known or (known.kind == "observance" and phrase.head[0] not in _OF_DAYS):
        return None
    if last == "Platform" and _DATA.intersection(phrase.head):
        return "programme"
    if last == "Process" and len(phrase.head) > 1 and phrase.head[0].isupper():
        return "programme"
    return known.kind


def _is_a_name(phrase: Phrase) -> bool:
    modifiers, complement = phrase.head[:-1], phrase.complement
    if phrase.indefinite or phrase.of_a_class or phrase.torn or not in_running_text(phrase):
        return False
    if not modifiers and not (complement and words().names_alone(phrase.head[-1])):
        return False
    if phrase.opens and not (phrase.definite or phrase.acronym or "".join(modifiers[:1]).isupper()):
        return False
    said = (*modifiers, *complement)
    return any(word[0].isupper() and not words().is_general(word) for word in said)
