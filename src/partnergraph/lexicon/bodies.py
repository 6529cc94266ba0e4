"""What words say of a name: a kind of body, a field of work, a class, nobody, an office.

The words stand in `bodies.toml`, by language; all are compared folded (`names.words.key`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from partnergraph.lexicon.data import read
from partnergraph.records.ids import fold

_LANGUAGES = ("en", "fr", "es", "leads")


class Kind(NamedTuple):
    """What a kind word makes of a name.

    `name` is the entry's, `kind` what the node is said to be (empty: nothing), `state` whether each
    State has one, `event` whether it is no body but is held or run, `leads` whether the word heads
    a name from its beginning, as all French and Spanish ones do.
    """

    name: str
    kind: str
    state: bool
    event: bool
    leads: bool


@dataclass(frozen=True)
class Words:
    """The lexicon of bodies. Words are folded; `kinds` has entries of several words too."""

    kinds: Mapping[str, tuple[Kind, ...]]
    about: frozenset[str]
    general: frozenset[str]
    indistinct: frozenset[str]
    alone: frozenset[str]
    nobody: frozenset[str]
    classes: frozenset[str]
    before_classes: frozenset[str]
    offices: frozenset[str]
    office_stems: tuple[str, ...]
    office: str
    """The words of offices as a pattern: as they are printed, of one or of several."""
    office_of_state: str
    """What says that somebody stands for a State, as a pattern."""
    mission: str
    """A State's mission, with which one it is, as a pattern."""
    office_of_any: str
    """What says so where no agency is named beside it, as a pattern."""
    office_of_none: str
    """An office that no body has, as a pattern."""
    unit: str
    """A part of a body, as a pattern."""
    towns: frozenset[str]
    areas: frozenset[str]
    """What the name of a part of a State has in it: *Kisumu County*."""
    capitals: frozenset[str]
    """Words in capitals that are no body's acronym."""
    worldwide: frozenset[str]
    bare: frozenset[str]
    """The names of kinds of which each document has one by the bare word."""
    groups: tuple[str, ...]
    """What kinds of bodies others form and belong to."""
    bequests: frozenset[str]
    legal: frozenset[str]
    """The legal forms that end a body's name: *Inc*, *GmbH*."""
    firm: frozenset[str]
    """What ends a firm's name behind `&`: *Rahman, Osei & Partners*."""
    within: frozenset[str]
    """What *in* goes on behind within a name: *Trafficking in Persons*."""
    numbered: frozenset[str]
    governments: frozenset[str]
    ministries: frozenset[str]
    of_states: frozenset[str]
    """What *of* and a country's name stand behind as the State's own, besides offices."""
    behind_states: frozenset[str]
    """What stands behind a country's name as the State's own, besides ministries."""
    government: str
    """*Government* before *of*, with what stands before it, as a pattern."""

    def kind(self, words: Sequence[str], leads: bool = False) -> Kind | None:
        """What folded words are, read as a whole, if they are the word for a kind.

        >>> words().kind(["working", "group"]).name, words().kind(["labour"])
        ('working group', None)
        >>> words().kind(["croix", "rouge"], leads=True).kind
        'NGO'
        """
        known = self.kinds.get(" ".join(words), ())
        return next((kind for kind in known if kind.leads == leads), None)

    def is_general(self, word: str) -> bool:
        """Whether a word as printed tells no name from another: *Regional*, *High-Level*.

        >>> [words().is_general(word) for word in ("Regional", "High-Level", "Asian", "Labor")]
        [True, True, False, True]
        """
        return all(part in self.general or part in self.indistinct for part in fold(word).split())

    def names_alone(self, kind: str) -> bool:
        """Whether a kind's word makes a name with what follows alone: *University of Ghana*."""
        return fold(kind) in self.alone

    def is_office(self, word: str) -> bool:
        """Whether a folded word is that of an office: *directors*, *chairperson*."""
        singular = word.removesuffix("s")
        return (
            word in self.offices or singular in self.offices or word.startswith(self.office_stems)
        )

    def is_nobody(self, text: str) -> bool:
        """Whether a cell's or a label's words name nobody: `TBC`, `n/a`, `–`, or nothing at all.

        >>> [words().is_nobody(each) for each in ("n/a", "To be confirmed.", " – ", "NA", "Oxfam")]
        [True, True, True, True, False]
        """
        folded = fold(text)
        return not folded or folded in self.nobody

    def opens_with_nobody(self, text: str) -> bool:
        """Whether words begin by saying that nobody is known yet: *to be confirmed with IOM*."""
        split = fold(text).split()
        return any(" ".join(split[:count]) in self.nobody for count in (2, 3, 4))

    def is_class(self, text: str) -> bool:
        """Whether words name a class only: *governments*, *all partners*, *local NGOs*.

        >>> [words().is_class(each) for each in ("respective partners", "Member States", "IOM")]
        [True, True, False]
        """
        folded = fold(text).split()
        while folded and folded[-1] in _OPEN_ENDS:
            folded.pop()
        return (
            bool(folded)
            and any(word in self.classes for word in folded)
            and all(word in self.classes or word in self.before_classes for word in folded)
        )


_OPEN_ENDS = frozenset(("etc", "concerned", "involved", "alike"))


@cache
def words() -> Words:
    """The lexicon of bodies, read once."""
    told = read("bodies")
    offices = told["offices"]["words"].split()
    states = {part: listed.split() for part, listed in told["states"].items()}
    governments = _folded([*states["government"], *states["authorities"]])
    which = _as_patterns(states["which"])
    company = told["kind"]["company"]
    return Words(
        kinds=_kinds(told["kind"]),
        about=_all(told["about"]),
        general=_all(told["general"]),
        indistinct=_folded(told["indistinct"]["words"].split()),
        alone=_folded(told["alone"]["words"].split()),
        nobody=frozenset(map(fold, told["nobody"]["words"])),
        classes=_folded(told["classes"]["nouns"].split()),
        before_classes=_folded(told["classes"]["before"].split()),
        offices=_folded(word for word in offices if not word.endswith("*")),
        office_stems=tuple(fold(word) for word in offices if word.endswith("*")),
        office=f"{_as_patterns(offices)}s?",
        office_of_state=_as_patterns(told["offices"]["of_state"]),
        mission=f"(?:{_as_patterns(told['offices']['before_mission'])} )?"
        f"{_as_patterns(told['offices']['missions'])}",
        office_of_any=_as_patterns(told["offices"]["of_any"]),
        office_of_none=_as_patterns(told["offices"]["of_none"]),
        unit=_as_patterns(told["offices"]["units"]),
        towns=word_set(told["nobodies"]["towns"]),
        areas=word_set(told["nobodies"]["areas"]),
        capitals=word_set(told["nobodies"]["capitals"]),
        worldwide=word_set(told["everywhere"]["worldwide"]),
        bare=frozenset(told["everywhere"]["bare"]),
        groups=tuple(told["groups"]["kinds"]),
        bequests=word_set(told["growing"]["bequests"]),
        legal=word_set(f"{company['legal']} {company['legal_behind']}"),
        firm=word_set(company["firm"]),
        within=word_set(told["growing"]["within"]),
        numbered=word_set(told["growing"]["numbered"]),
        governments=governments,
        ministries=_folded(states["ministry"]),
        of_states=governments | _folded(states["of"]),
        behind_states=governments | _folded(states["behind"]),
        government=f"(?:{which} )?{_as_patterns(states['government'])}",
    )


def _as_patterns(listed: Sequence[str]) -> str:
    """Words as one pattern; one that ends in `*` goes on."""
    patterns = (re.escape(word).replace(r"\*", r"\w*") for word in listed)
    return f"(?:{'|'.join(patterns)})"


def _kinds(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Kind, ...]]:
    made: dict[str, tuple[Kind, ...]] = {}
    for name, entry in entries.items():
        said = entry.get("kind", ""), entry.get("state", False), entry.get("event", False)
        for language in _LANGUAGES:
            kind = Kind(name, *said, leads=language != "en")
            named = entry.get(language, ()) if language != "en" else _english(entry)
            for word in map(fold, named):
                made[word] = (*made.get(word, ()), kind)
    return made


def _english(entry: Mapping[str, Any]) -> list[str]:
    """The words for a kind that end a name; legal forms and the ends of firms among them."""
    firms = (f"and {word}" for word in entry.get("firm", "").split())  # `&` is read as `and`
    return [*entry.get("en", ()), *entry.get("legal", "").split(), *firms]


def word_set(listed: str) -> frozenset[str]:
    """The words of a string, to be looked up."""
    return frozenset(listed.split())


def _all(by_language: Mapping[str, str]) -> frozenset[str]:
    return _folded(word for listed in by_language.values() for word in listed.split())


def _folded(listed: Iterator[str] | Sequence[str]) -> frozenset[str]:
    return frozenset(part for word in listed for part in fold(word).split())
