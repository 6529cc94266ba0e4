"""People with their offices: `Ms. Ana Ruiz, Director, Institute for Remittances (IR)`.

In goes running text, out come names, each with the words of its office behind a comma or a dash and
what stands in brackets behind it. What follows in lower case is no part of an office.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from partnergraph.extractors.bodies import TYPES
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.offices import HAS_ROLE, kind_of, posts
from partnergraph.extractors.proper import CAPITAL
from partnergraph.ids import fold
from partnergraph.passage import Passage

_ADDRESS = (
    r"(?:(?:His|Her|Their) Excellenc(?:y|ies)|(?:Son|Sa|Su) Exc(?:ellence|elencia)|H\. ?E\.?"
    r"|S\. ?E\.?|H\.?R\.?H\.?|Mr|Ms|Mrs|Miss|Mme|Mlle|Monsieur|Madame|Mgr|Drs?|Dra|Ing|Lic"
    r"|Professor|Prof|Sra?|Srta|Sir|Dame|Lord|Lady|Baroness|Sheikha?|Ambassador|Amb|Hon|Rev|Senator|Archbishop"
    r"|Bishop|Cardinal|Father|Sister|Imam|Rabbi)\b\.?"
)
_MONSIEUR = r"(?:(?<![\w.] )(?<![\w.])|(?<=E\. )|(?<=par )|(?<= et ))M\."
HONORIFIC = rf"(?:{_ADDRESS}|{_MONSIEUR})"
_NAME_WORD = rf"(?:[dD][’']|(?:al|el|as|ad|an|ar|az|ben|bin)-)?[{CAPITAL}][\w’'.-]*"
_PARTICLE = (
    r"(?:de|del|della|da|dos|das|van|von|der|den|bin|bint|ben|ibn|abu|ould|al|el|la|las|los|le|di|du"
    r"|zu|y|e)"
)
NAME = rf"{_NAME_WORD}(?:(?: {_PARTICLE}\b){{0,3}} {_NAME_WORD}){{1,5}}"
_PERSON = re.compile(rf"(?:{HONORIFIC} ?)+(?P<name>{NAME})")
_UNADDRESSED = re.compile(rf"(?:^|(?<=; )|(?<=\), )|(?<=\) and ))(?:[-–—•*] )?(?P<name>{NAME})")
_ALONE = re.compile(NAME)
_LETTERS = re.compile(r"(?:,? (?:[OMC]BE|K?CMG|[QK]C|MP|MEP|Ph\.?D\.?|Esq\.?|Jr\.?))+(?![\w.])")
_BRACKET = re.compile(r" ?\((?P<inside>[^()]{2,120}(?:\([^()]{2,20}\))?)\)")
_SEPARATOR = re.compile(r",? ?[–—] ?|,? - |, ?")
_NEXT = re.compile(
    rf",? (?:and|et|y) (?:{HONORIFIC} ?)+{_NAME_WORD}|,? (?:{HONORIFIC} ?){{1,3}}{_NAME_WORD} "
    rf"{_NAME_WORD}|[;•▪]|\)[,;] |\) (?:and|et|y) |(?<!\b[{CAPITAL}])(?<!\bInc)(?<!\bLtd)\.(?: |$)"
)
_LOWER = re.compile(r", (?=[a-zß-ÿ\d])")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in a passage: the name's words, those of the office, and all together.

    `beside` is what stands in brackets behind the name, if anything does.
    """

    name: Passage
    office: Passage
    whole: Passage
    beside: Passage | None = None


def sightings(passage: Passage, unaddressed: bool = False) -> Iterator[Sighting]:
    """Every person a passage names behind a form of address, with the office that follows.

    With `unaddressed`, where only people can stand, one whose name opens the passage too.
    """
    text = passage.text
    found = list(_PERSON.finditer(text))
    if unaddressed and not found:
        found = [match for match in _UNADDRESSED.finditer(text) if _parted(text, match.end())]
    for match, following in zip_longest(found, found[1:]):
        stop = _name_end(text, match)
        if stop:
            limit = following.start() if following else len(text)
            yield _sighting(passage, match, stop, limit)


def _parted(text: str, end: int) -> bool:
    return not text[end:].strip() or bool(re.match(r",|;| ?[–—(]| - ", text[end:]))


def _name_end(text: str, match: re.Match[str]) -> int:
    """Where a name ends; 0 where it is none: an office or a body stands behind the address."""
    words = match["name"].split()
    while words and HAS_ROLE.fullmatch(words[-1].rstrip(".")) and len(words) > 1:
        words.pop()
    if len(words) < 2 or any(HAS_ROLE.fullmatch(w) or w in TYPES for w in words):
        return 0
    stop = match.start("name") + len(" ".join(words))
    return stop - (text[stop - 1] == "." and len(words[-1]) > 3)


def _sighting(passage: Passage, match: re.Match[str], stop: int, limit: int) -> Sighting:
    text = passage.text
    name = passage[match.start("name") : stop]
    letters = _LETTERS.search(name.text) or _LETTERS.match(text, stop)
    if letters and letters.string is not text:
        stop = match.start("name") + letters.start()
        name = passage[match.start("name") : stop]
        letters = _LETTERS.match(text, stop)
    behind = letters.end() if letters else stop
    bracket = _BRACKET.match(text, behind)
    behind = bracket.end() if bracket else behind
    separator = _SEPARATOR.match(text, behind)
    start = end = separator.end() if separator else behind
    if separator and start < limit and not _NEXT.match(text, behind):
        following = _NEXT.search(text, start)
        end = following.start() + (text[following.start()] == ")") if following else limit
        end = min(end, limit)
    office = passage[start : max(start, _cut(text, start, end))]
    beside = passage.cut(bracket, "inside") if bracket else None
    whole = passage[match.start() : max(end, behind)]
    return Sighting(name, office, whole, beside)


def _cut(text: str, start: int, stop: int) -> int:
    lower = _LOWER.search(text, start, stop)
    return lower.start() if lower else stop


def record(draft: Draft, sighting: Sighting) -> Mention:
    """Make the person of a sighting, with roles and affiliations; give the mention of it here."""
    held = posts(sighting.office, draft.names, sighting.beside)
    bodies = [_body(draft, post.body, post.acronym) for post in held]
    first = next((body for body in bodies if body), None)
    person = draft.person(sighting.name, first, usual_name(draft, sighting.name))
    for post, body in zip(held, bodies, strict=True):
        if post.role and not draft.has(person, "role"):
            draft.property(person, role=post.role)
        if body:
            affiliate(draft, person, body, sighting.whole, post.role)
    return person


def affiliate(draft: Draft, person: Mention, body: Mention, words: Passage, role: str) -> None:
    """Link a person to a body, with the role where one is printed, in the words printed first."""
    role = draft.roles.setdefault((person.id, body.id), role)
    if role:
        draft.link("AFFILIATED_WITH", person, body, within=words, role=role)
    else:
        draft.link("AFFILIATED_WITH", person, body, within=words)


def usual_name(draft: Draft, name: Passage) -> str:
    """The spelling a document prints most often; of equally common ones that with more accents."""
    if not draft.spellings:
        _count_spellings(draft)
    forms: Mapping[str, int] = draft.spellings.get(fold(name.text), {})
    return max(forms, key=lambda form: (forms[form], _accents(form), form), default=name.text)


def _accents(form: str) -> int:
    return sum(ord(letter) > 127 for letter in form)


def _count_spellings(draft: Draft) -> None:
    text = draft.text
    behind_address = (match["name"] for match in _PERSON.finditer(text.whole.text))
    alone = (words for line in text.lines if _ALONE.fullmatch(words := " ".join(line.text.split())))
    for name in (*behind_address, *alone):
        draft.spellings.setdefault(fold(name), Counter())[name] += 1


def _body(draft: Draft, words: Passage | None, acronym: str) -> Mention | None:
    if words is None:
        return None
    entity = draft.names.resolve(words.text, "Country", "Agency", "Organisation")
    if entity:
        return draft.shared(entity, words)
    body = draft.stated("Organisation", words)
    if acronym:
        draft.property(body, acronym=acronym)
    if kind := kind_of(words.text):
        draft.property(body, kind=kind)
    return body
