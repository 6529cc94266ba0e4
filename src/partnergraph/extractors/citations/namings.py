"""What a sentence names, from the reference tables and by the shape of names, and what joins it.

A longer name hides the names inside it, but for those whose it is printed to be: `World Bank's
facility` names the World Bank too, `Kenya Red Cross Society` is not Kenya.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from partnergraph.extractors.bodies import Thing, body, coined
from partnergraph.extractors.citations.compounds import compounds, possession
from partnergraph.extractors.citations.instruments import (
    conventions,
    instrument,
    organs,
    resolutions,
)
from partnergraph.extractors.proper import WORD, phrases
from partnergraph.ids import make_id, slug
from partnergraph.mentions.kinds import kind_of_word
from partnergraph.names import Entity, Found, Names

LABELS = ("Agency", "Organisation", "Country", "RCP", "Instrument")
_SHORT = 2
_TIE = r"(?:for|on|of|against|to|relating)"
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z][\w&/-]{1,14}(?![\w-])")
_ITS = re.compile(rf"[’']s? (?:(?:{WORD} ){{1,3}}and )?")
_COMPLEMENT = re.compile(r" (?:on|for|of|in|to|against) ")
_BODIES = ("Agency", "Organisation")
_LOCATED = re.compile(
    r"\)?,? (?:(?:which )?(?:is|was|has been) )?"
    r"(?:developed|established|based|located|headquartered|founded|set up) in (?:the )?"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """An entity and the characters of the sentence that name it."""

    entity: Entity
    start: int
    stop: int
    owners: tuple[tuple[int, int], ...] = ()
    type: str = ""

    def holds(self, start: int, stop: int) -> bool:
        """Whether these characters lie within it, and are not the whole of it."""
        return self.start <= start and stop <= self.stop and stop - start < self.stop - self.start

    def beside(self, other: "Naming") -> bool:
        """Whether the same characters name both: `ILO Conventions 97 and 143`."""
        return (self.start, self.stop) == (other.start, other.stop) and self.entity != other.entity

    def meets(self, other: "Naming") -> bool:
        """Whether the two share a character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Joined:
    """A relationship that the words state between two things they name."""

    type: str
    source: Naming
    target: Naming


def known(found: Iterable[Found]) -> list[Naming]:
    """Where the tables' names stand in a sentence; adjectives name nothing here."""
    return [Naming(item.entity, item.start, item.stop) for item in found if item.how != "adjective"]


def namings(
    sentence: str, tables: list[Naming], names: Names, forum: Entity | None
) -> list[Naming]:
    """Everything a sentence names, left to right; `forum` is whose organs are spoken of."""
    made: list[Naming] = []
    for naming in _made(sentence, tables, names, forum):
        rivals = [other for other in tables if naming.meets(other)]
        if any(naming.meets(other) and not naming.beside(other) for other in made) or not all(
            naming.holds(other.start, other.stop) and not _is_head(other, naming, sentence)
            for other in rivals
        ):
            continue
        made.append(naming)
    kept = [other for other in tables if not any(_hides(naming, other) for naming in made)]
    return sorted((*made, *kept), key=lambda naming: (naming.start, -naming.stop))


def abbreviated(sentence: str, named: list[Naming], defined: dict[str, Entity]) -> list[Naming]:
    """Where the document's own abbreviations stand for what it defined them to be."""
    found = (
        Naming(defined[match[0]], *match.span())
        for match in _ABBREVIATION.finditer(sentence if defined else "")
        if match[0] in defined
    )
    return [naming for naming in found if not any(map(naming.meets, named))]


def shortened(sentence: str, named: list[Naming], leading: dict[str, Entity]) -> list[Naming]:
    """Where `the` and the first words of an instrument's name stand for all of it.

    `leading` are those words, as the document prints them, of the instruments it names in full.
    """
    found = (
        Naming(entity, match.start("name"), match.end("name"))
        for words, entity in leading.items()
        for match in re.finditer(rf"\b[Tt]he (?P<name>{re.escape(words)})(?!\w| {_TIE})", sentence)
    )
    return [naming for naming in found if not any(map(naming.meets, named))]


def leading_words(named: Iterable[tuple[Entity, str]]) -> dict[str, Entity]:
    """The words before the first preposition of full names as printed, that name one thing only.

    >>> pact = Entity("instrument:x", "Instrument", "X", {})
    >>> list(leading_words([(pact, "Sea Compact for Safe Work")]))
    ['Sea Compact']
    """
    owners: dict[str, dict[str, Entity]] = {}
    for entity, printed in named:
        head, tied, _ = re.sub(rf" {_TIE} ", "\t", printed, count=1).partition("\t")
        if entity.label == "Instrument" and tied and " " in head:
            owners.setdefault(head, {})[entity.id] = entity
    return {head: next(iter(own.values())) for head, own in owners.items() if len(own) == 1}


def joined(sentence: str, named: list[Naming]) -> Iterator[Joined]:
    """What the names themselves or the words between two of them state."""
    for naming in named:
        for owner in named:
            if owner is not naming and (owner.start, owner.stop) in naming.owners and naming.type:
                ends = (owner, naming) if naming.type == "CONTRIBUTES_TO" else (naming, owner)
                yield Joined(naming.type, *ends)
    for one, other in pairwise(named):
        if one.entity.label == "Organisation" and other.entity.label == "Country":
            between = sentence[one.stop : other.start]
            if _LOCATED.fullmatch(between):
                yield Joined("LOCATED_IN", one, other)


def _made(
    sentence: str, tables: list[Naming], names: Names, forum: Entity | None
) -> Iterator[Naming]:
    bodies = [naming for naming in tables if naming.entity.label in _BODIES]
    for coded in (*resolutions(sentence), *conventions(sentence)):
        entity = _entity(coded.thing, code=coded.code)
        yield Naming(names.resolve(coded.thing.name, "Instrument") or entity, *_span(coded.thing))
    for compound in compounds(sentence, lambda form: bool(names.resolve(form, *_BODIES))):
        entity = _entity(compound.thing)
        yield Naming(entity, *_span(compound.thing), compound.owners, compound.type)
    for owner in bodies:
        if owned := possession(sentence, owner.start, owner.stop):
            yield Naming(_entity(owned.thing), *_span(owned.thing), owned.owners, owned.type)
    for thing in coined(sentence):
        yield Naming(_entity(thing), *_span(thing))
    for thing in organs(sentence) if forum else ():
        yield Naming(_entity(thing, scope=forum), *_span(thing))
    yield from _phrased(sentence, tables, names, forum)


def _phrased(
    sentence: str, tables: list[Naming], names: Names, forum: Entity | None
) -> Iterator[Naming]:
    for phrase in phrases(sentence, partial(_apart, names)):
        things = (body(part) or instrument(part) for part in phrase.tails())
        thing = next(filter(None, things), None)
        if not thing or names.resolve(thing.name, "Country"):
            continue
        owner = _acronym_before(sentence, thing, tables)
        short = len(thing.name.split()) == _SHORT
        possessor = _possessor(sentence, thing, tables) if short else None
        if thing.kind == "forum" and forum and short:
            meeting = Thing(thing.label, thing.name, "meeting", *_span(thing))
            yield Naming(_entity(meeting, scope=forum), *_span(thing))
        elif possessor:
            yield Naming(_entity(thing, scope=possessor), *_span(thing))
        elif owner and thing.kind == "programme":
            yield Naming(_entity(thing), *_span(thing), (owner,), "PART_OF")
        else:
            yield Naming(_entity(thing), *_span(thing), (owner,) if owner else ())


def _acronym_before(sentence: str, thing: Thing, tables: list[Naming]) -> tuple[int, int] | None:
    """Whose acronym a name begins with: the G20 of `G20 Mutual Assessment Process`."""
    for naming in tables:
        starts = naming.start == thing.start and naming.entity.label in _BODIES
        if starts and sentence[naming.start : naming.stop].isupper():
            return naming.start, naming.stop
    return None


def _possessor(sentence: str, thing: Thing, tables: list[Naming]) -> Entity | None:
    """Whose a short name is, that means little alone: the GCM of `GCM’s Connection Hub`."""
    for naming in tables:
        if naming.stop < thing.start and _ITS.fullmatch(sentence, naming.stop, thing.start):
            return naming.entity
    return None


def _apart(names: Names, left: str, right: str) -> bool:
    if names.resolve(left, *LABELS) or names.resolve(right, *LABELS):
        return True
    return all(kind_of_word(words.split()[-1]) for words in (left, right))


def _is_head(known: Naming, naming: Naming, sentence: str) -> bool:
    """Whether a known body's name is all of a longer one up to its complement.

    The `UN Network on Migration` of `UN Network on Migration on GCM`.
    """
    rest = sentence[known.stop : naming.stop]
    several = " " in sentence[known.start : known.stop]
    body = known.entity.label in (*_BODIES, "RCP")
    return body and several and known.start == naming.start and bool(_COMPLEMENT.match(rest))


def _hides(naming: Naming, other: Naming) -> bool:
    if not naming.meets(other):
        return False
    return not any(start <= other.start and other.stop <= stop for start, stop in naming.owners)


def _span(thing: Thing) -> tuple[int, int]:
    return thing.start, thing.stop


def _entity(thing: Thing, code: str = "", scope: Entity | None = None) -> Entity:
    properties = {"kind": thing.kind} if thing.kind else {}
    if thing.acronym:
        properties["acronym"] = thing.acronym
    whose = [scope.id.partition(":")[2]] if scope else []
    return Entity(
        make_id(thing.label, *whose, code or slug(thing.name)), thing.label, thing.name, properties
    )
