"""People of a document: who is named in a passage, and what becomes of them in the draft.

Where a person stands, with what office, is told by `mentions.people`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partnergraph.document.words import Passage
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.offices import kind_of, posts
from partnergraph.ids import fold
from partnergraph.mentions.people import ADDRESSED, HONORIFIC, NAME, seen

__all__ = ["HONORIFIC", "NAME", "Sighting", "record", "sightings"]
_ALONE = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in a passage: the name's words, those of the office, and all together.

    `start` and `stop` are the places of the whole in the passage's text, `beside` is what stands in
    brackets behind the name, if anything does.
    """

    name: Passage
    office: Passage
    whole: Passage
    beside: Passage | None = None
    start: int = 0
    stop: int = 0


def sightings(passage: Passage, unaddressed: bool = False) -> Iterator[Sighting]:
    """Every person a passage names behind a form of address, with the office that follows.

    With `unaddressed`, where only people can stand, one whose name opens the passage too.
    """
    for person in seen(passage.text, unaddressed):
        beside = passage[slice(*person.beside)] if person.beside else None
        name, office, whole = (passage[slice(*span)] for span in person[:3])
        yield Sighting(name, office, whole, beside, *person.whole)


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
    behind_address = (match["name"] for match in ADDRESSED.finditer(text.whole.text))
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
