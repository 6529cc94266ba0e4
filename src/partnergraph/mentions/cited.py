"""All that a sentence names as something of its own: what it cites.

Beside what one pass finds (`find`) there are works, efforts and the organs of a forum. A longer
name hides the names inside it, but for those whose it is printed to be: `World Bank's facility`
names the World Bank too, `Kenya Red Cross Society` is not Kenya.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from partnergraph.lexicon.works import works as lexicon
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.efforts import PROGRAMME, Effort, efforts, owned
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.own import own_bodies
from partnergraph.mentions.reading import Known, Reading
from partnergraph.mentions.shapes import CAPITAL, WORD
from partnergraph.mentions.works import numbered, works
from partnergraph.names import Entity
from partnergraph.records.ids import make_id, slug

Span = tuple[int, int]

_CITED = ("Agency", "Organisation", "Country", "RCP", "Instrument")
_BODIES = ("Agency", "Organisation")
_TIE = r"(?:for|on|of|against|to|relating)"
_ITS = re.compile(rf"[’']s? (?:(?:{WORD} ){{1,3}}and )?")
_COMPLEMENT = re.compile(r" (?:on|for|of|in|to|against) ")
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z][\w&/-]{1,14}(?![\w-])")
_LOCATED = re.compile(
    r"\)?,? (?:(?:which )?(?:is|was|has been) )?"
    r"(?:developed|established|based|located|headquartered|founded|set up) in (?:the )?"
)
_SHORT = 2


class Naming(NamedTuple):
    """An entity and the characters of the sentence that name it, and whose names are among them.

    `type` is the relationship that the name itself states between it and these owners.
    """

    entity: Entity
    start: int
    stop: int
    owners: tuple[Span, ...] = ()
    type: str = ""

    @property
    def span(self) -> Span:
        """Its characters."""
        return self.start, self.stop

    def holds(self, other: "Naming") -> bool:
        """Whether another lies within it, and is not the whole of it."""
        within = self.start <= other.start and other.stop <= self.stop
        return within and other.span != self.span

    def beside(self, other: "Naming") -> bool:
        """Whether the same characters name both: `ILO Conventions 97 and 143`."""
        return self.span == other.span and self.entity != other.entity

    def meets(self, other: "Naming") -> bool:
        """Whether the two share a character."""
        return self.start < other.stop and other.start < self.stop


class Joined(NamedTuple):
    """A relationship that the words state between two things they name."""

    type: str
    source: Naming
    target: Naming


def known(reading: Reading, local: Definitions) -> list[Naming]:
    """Where the tables' names stand; adjectives name nothing, and the document's own names win."""
    return [
        Naming(each.entity, *_span(reading, each))
        for each in reading.known.values()
        if each.entity.label in _CITED
        and each.how != "adjective"
        and _is_meant(reading, each, local)
    ]


def _span(reading: Reading, each: Known) -> Span:
    return reading.words[each.first].start, each.stop


def _is_meant(reading: Reading, each: Known, local: Definitions) -> bool:
    said = reading.text[slice(*_span(reading, each))]
    meant = local.meant.get(said)
    return said not in local.meant or (meant is not None and meant.entity == each.entity)


def namings(
    reading: Reading, tables: list[Naming], local: Definitions, forum: Entity | None
) -> list[Naming]:
    """Everything a sentence names, left to right; `forum` is whose organs are spoken of."""
    made: list[Naming] = []
    for naming in _made(reading, tables, local, forum):
        rivals = [other for other in tables if naming.meets(other)]
        if any(naming.meets(other) and not naming.beside(other) for other in made) or not all(
            naming.holds(other) and not _is_head(other, naming, reading.text) for other in rivals
        ):
            continue
        made.append(naming)
    kept = [other for other in tables if not any(_hides(naming, other) for naming in made)]
    return sorted((*made, *kept), key=lambda naming: (naming.start, -naming.stop))


def abbreviated(text: str, named: list[Naming], defined: dict[str, Entity]) -> list[Naming]:
    """Where the document's own abbreviations stand for what it defined them to be."""
    matches = _ABBREVIATION.finditer(text if defined else "")
    short = (Naming(defined[match[0]], *match.span()) for match in matches if match[0] in defined)
    return [naming for naming in short if not any(map(naming.meets, named))]


def shortened(text: str, named: list[Naming], leading: dict[str, Entity]) -> list[Naming]:
    """Where `the` and the first words of an instrument's name stand for all of it.

    `leading` are those words, as the document prints them, of the instruments it names in full.
    """
    short = (
        Naming(entity, match.start("name"), match.end("name"))
        for words, entity in leading.items()
        if words in text
        for match in re.finditer(rf"\b[Tt]he (?P<name>{re.escape(words)})(?!\w| {_TIE})", text)
    )
    return [naming for naming in short if not any(map(naming.meets, named))]


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


def joined(text: str, named: list[Naming]) -> Iterator[Joined]:
    """What the names themselves or the words between two of them state."""
    for naming in named:
        for owner in named:
            if owner is not naming and owner.span in naming.owners and naming.type:
                ends = (owner, naming) if naming.type == "CONTRIBUTES_TO" else (naming, owner)
                yield Joined(naming.type, *ends)
    for one, other in pairwise(named):
        located = one.entity.label == "Organisation" and other.entity.label == "Country"
        if located and _LOCATED.fullmatch(text[one.stop : other.start]):
            yield Joined("LOCATED_IN", one, other)


def _made(
    reading: Reading, tables: list[Naming], local: Definitions, forum: Entity | None
) -> Iterator[Naming]:
    """What no table has, the surest first."""
    text, names = reading.text, reading.names
    for mention in numbered(reading):
        if mention.entity:
            yield Naming(mention.entity, mention.start, mention.stop)
    for effort in efforts(text, lambda form: bool(names.resolve(form, *_BODIES))):
        yield _of_effort(effort)
    for owner in tables:
        held = owned(text, *owner.span) if owner.entity.label in _BODIES else None
        if held:
            yield _of_effort(held)
    if forum:
        yield from _organs(text, forum)
    for mention in sorted([*own_bodies(reading, local), *works(reading)], key=lambda m: m.start):
        if not names.resolve(mention.name, "Country"):
            yield _named(reading, mention, tables, forum)


def _of_effort(effort: Effort) -> Naming:
    entity = _entity("Organisation", effort.name, effort.kind)
    return Naming(entity, effort.start, effort.stop, effort.owners, effort.type)


def _organs(text: str, forum: Entity) -> Iterator[Naming]:
    """Organs and rules of procedure, each the own one of some forum."""
    for label, kind, pattern in zip(
        ("Organisation", "Instrument"), ("organ", "rules"), _of_forums(), strict=True
    ):
        for match in pattern.finditer(text):
            yield Naming(_entity(label, match[0], kind, scope=forum), *match.span())


@cache
def _of_forums() -> tuple[re.Pattern[str], re.Pattern[str]]:
    organs, rules = (
        "|".join(re.escape(phrase).replace(r"\*", rf"[{CAPITAL}]\w+") for phrase in phrases)
        for phrases in (lexicon().of_forum, lexicon().rules)
    )
    return re.compile(rf"(?<=\b[Tt]he )(?:{organs})(?![\w-])"), re.compile(rf"\b(?:{rules})\b")


def _named(
    reading: Reading, mention: Mention, tables: list[Naming], forum: Entity | None
) -> Naming:
    """A name as what it is: whose it is where it means little alone, or whose acronym it holds."""
    text = reading.text
    label = {"instrument": "Instrument", "document": "Document"}.get(mention.what, "Organisation")
    owner = _acronym_before(text, mention, tables)
    span = owner[0] if owner else mention.start, mention.start + len(mention.name)
    name = text[slice(*span)]
    kind = _run(mention)
    short = len(name.split()) == _SHORT
    whose = _possessor(text, span[0], tables) if short else None
    if kind == "forum" and forum and short:
        return Naming(_entity(label, name, "meeting", scope=forum), *span)
    if whose:
        return Naming(_entity(label, name, kind, mention.acronym, whose), *span)
    type = "PART_OF" if owner and kind == PROGRAMME else ""
    entity = _entity(label, name, kind, mention.acronym)
    return Naming(entity, *span, (owner,) if owner else (), type)


def _run(mention: Mention) -> str:
    """What a name is said to be of: a platform of data and a process of its own are run."""
    head = [word.lower() for word in re.split(r" (?:of|for|on) ", mention.name)[0].split()]
    data = head[-1] == "platform" and not lexicon().data.isdisjoint(head)
    process = head[-1] == "process" and len(head) > 1
    return PROGRAMME if mention.what in ("body", "event") and (data or process) else mention.kind


def _acronym_before(text: str, mention: Mention, tables: list[Naming]) -> Span | None:
    """Whose acronym a name begins with: the G20 of `G20 Mutual Assessment Process`."""
    for naming in tables:
        begins = naming.start == mention.start or (
            naming.stop + 1 == mention.start and text[naming.stop] == " "
        )
        acronym = text[naming.start : naming.stop].isupper()
        if begins and acronym and naming.entity.label in _BODIES:
            return naming.span
    return None


def _possessor(text: str, start: int, tables: list[Naming]) -> Entity | None:
    """Whose a short name is, that means little alone: the GCM of `GCM’s Connection Hub`."""
    for naming in tables:
        if naming.stop < start and _ITS.fullmatch(text, naming.stop, start):
            return naming.entity
    return None


def _is_head(known: Naming, naming: Naming, text: str) -> bool:
    """Whether a known body's name is all of a longer one up to its complement.

    The `UN Network on Migration` of `UN Network on Migration on GCM`.
    """
    several = " " in text[known.start : known.stop]
    body = known.entity.label in (*_BODIES, "RCP")
    rest = text[known.stop : naming.stop]
    return body and several and known.start == naming.start and bool(_COMPLEMENT.match(rest))


def _hides(naming: Naming, other: Naming) -> bool:
    if not naming.meets(other):
        return False
    return not any(start <= other.start and other.stop <= stop for start, stop in naming.owners)


def _entity(
    label: str, name: str, kind: str, acronym: str = "", scope: Entity | None = None
) -> Entity:
    said = {"kind": kind, "acronym": acronym}
    whose = [scope.id.partition(":")[2]] if scope else []
    properties = {key: value for key, value in said.items() if value}
    return Entity(make_id(label, *whose, slug(name)), label, name, properties)
