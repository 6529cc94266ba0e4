"""Names of instruments, cited reports and forum organs that no table knows.

In comes a sentence, out come Things: `General Assembly resolution 71/280` under the code that all
its spellings share, treaties and agreements by their head word, reports with a name of their own,
and the organs of a forum, which are named by the forum they belong to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.extractors.bodies import Thing
from partnergraph.extractors.proper import CAPITAL, Phrase, in_running_text, listed

_TYPES = {
    word: word.lower()
    for word in listed(
        "Convention Protocol Treaty Covenant Compact Accord Agreement Declaration Agenda Charter"
        " Pact Directive Principles Guidelines Consensus Convenio Convención Acuerdo Traité Pacte"
        " Accords Déclaration Declaración"
    )
}
_PAIRS = {
    ("Code", "Practice"): "code of practice",
    ("Code", "Conduct"): "code of conduct",
    ("Plan", "Action"): "plan of action",
    ("Programme", "Action"): "programme of action",
    ("Program", "Action"): "programme of action",
    ("Platform", "Action"): "platform for action",
}
_REPORTS = ("Report", "Study", "Handbook", "Compendium", "Paper", "Note")
_GENERIC = listed(
    "Global Regional International National Final Annual Interim Progress Draft Main Joint Summary"
    " New Full Bilateral Multilateral Concept Background Working Discussion Policy Issue"
    " Information Guiding General Basic Common Core Member States Trade Labour Peace Framework"
    " White Green Case Evaluation Meeting Country Mission Synthesis Expert Thematic Special First"
    " Second Third Secretary-General The Of And For On"
)
_ASSEMBLIES = {
    "general assembly": "ga",
    "unga": "ga",
    "ga": "ga",
    "security council": "sc",
    "unsc": "sc",
    "human rights council": "hrc",
    "hrc": "hrc",
    "economic and social council": "ecosoc",
    "ecosoc": "ecosoc",
    "commission on human rights": "chr",
}
_FULL = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "hrc": "Human Rights Council",
    "ecosoc": "ECOSOC",
    "chr": "Commission on Human Rights",
}
_SYMBOLS = {"A": "ga", "S": "sc", "A/HRC": "hrc", "E": "ecosoc"}
_NUMBER = r"(\d{1,4}(?:/\d{1,3})?)(?! ?[/%]| percent|\d)"
_ORGAN = "|".join(sorted(_ASSEMBLIES, key=len, reverse=True))
_RESOLUTIONS = (
    re.compile(
        rf"\b(?:(?:UN|United Nations) )?({_ORGAN})(?:[’']s)? resolution (?:No\.? ?)?{_NUMBER}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bresolution (?:No\.? ?)?{_NUMBER} of the (?:(?:UN|United Nations) )?({_ORGAN})\b",
        re.IGNORECASE,
    ),
)
_SYMBOL = re.compile(r"(?<![\w/])(A/HRC|A|S|E)/RES/(?:S-)?(\d{1,4}(?:/\d{1,3})?)(?![\w/])")
_NO = r"(?:[Nn]os?\.? ?|[Nn][°º]s? ?)?"
_CONVENTIONS = re.compile(
    rf"\bILO Conventions? (?P<numbers>{_NO}\d{{1,3}}(?:(?:, | and |, and | & ){_NO}\d{{1,3}})*)"
    r"(?![\d/.]*\d)"
)
_ORGANS = re.compile(
    rf"(?<=\b[Tt]he )(?:Chair-in-Office|Troika|Friends of the [{CAPITAL}]\w+"
    r"|Steering (?:Group|Committee)|Support Unit|Ad Hoc Working Group)(?![\w-])"
)
_RULES = re.compile(r"\b(?:Operating Modalities|Rules of Procedure|Terms of Reference)\b")


@dataclass(frozen=True, slots=True)
class Coded:
    """A thing and the code its id is made of, whatever the spelling."""

    thing: Thing
    code: str


def resolutions(sentence: str) -> Iterator[Coded]:
    """Resolutions of a United Nations body, by body and number.

    >>> {c.code for c in resolutions("General Assembly resolution 71/280; A/RES/71/280")}
    {'ga-resolution-71-280'}
    """
    for pattern, organ, number in zip(_RESOLUTIONS, (1, 2), (2, 1), strict=True):
        for match in pattern.finditer(sentence):
            yield _resolution(match, _ASSEMBLIES[match[organ].casefold()], match[number])
    for match in _SYMBOL.finditer(sentence):
        yield _resolution(match, _SYMBOLS[match[1]], match[2])


def conventions(sentence: str) -> Iterator[Coded]:
    """Conventions of the ILO by their numbers, one or several.

    >>> [c.code for c in conventions("ILO Conventions Nos. 97 and 143")]
    ['ilo-c97', 'ilo-c143']
    """
    for match in _CONVENTIONS.finditer(sentence):
        for number in re.findall(r"\d+", match["numbers"]):
            name = f"ILO Convention No. {number}"
            thing = Thing("Instrument", name, "ILO convention", *match.span())
            yield Coded(thing, f"ilo-c{number}")


def _resolution(match: re.Match[str], organ: str, number: str) -> Coded:
    name = f"{_FULL[organ]} resolution {number}"
    code = f"{organ}-resolution-{number.replace('/', '-')}"
    return Coded(Thing("Instrument", name, "resolution", *match.span()), code)


def organs(sentence: str) -> Iterator[Thing]:
    """Organs and rules of procedure, each the own one of some forum."""
    for match in _ORGANS.finditer(sentence):
        yield Thing("Organisation", match[0], "organ", *match.span())
    for match in _RULES.finditer(sentence):
        yield Thing("Instrument", match[0], "rules", *match.span())


def instrument(phrase: Phrase) -> Thing | None:
    """What a capitalised phrase names, if its head ends in the word for an instrument or report."""
    last = phrase.head[-1] if phrase.head else ""
    pair = (last, *phrase.complement[1:2])
    kind = _PAIRS.get(pair) if len(pair) == 2 else None
    if kind or last in _TYPES:
        return _thing(phrase, "Instrument", kind or _TYPES[last], 2 if kind else 0)
    if last in _REPORTS and phrase.definite and not phrase.complement:
        return _thing(phrase, "Document", "", 0)
    return None


def _thing(phrase: Phrase, label: str, kind: str, used: int) -> Thing | None:
    modifiers, complement = phrase.head[:-1], phrase.complement[used:]
    own = [word for word in (*modifiers, *complement) if _says_something(word)]
    if (
        phrase.indefinite
        or phrase.of_a_class
        or phrase.torn
        or not own
        or not in_running_text(phrase)
    ):
        return None
    if not modifiers and not phrase.definite:
        return None
    if phrase.opens and not (phrase.definite or phrase.acronym or modifiers[0].isupper()):
        return None
    return Thing(label, phrase.text, kind, phrase.start, phrase.stop, phrase.acronym or "")


def _says_something(word: str) -> bool:
    return word[0].isupper() and word not in _GENERIC
