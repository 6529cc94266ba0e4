"""Who leads, organises, hosts or prepares a session or roundtable, as one sentence says it.

In goes a sentence, out come deeds done to the session it speaks of: `This Roundtable is co-chaired
by A and B`, `It was prepared by A`, `A and B will co-host this session`. What is denied, or only
could or should be, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.extractors.deeds.actors import Actor, Cast
from partnergraph.extractors.deeds.grammar import Spans, did, done_by
from partnergraph.extractors.deeds.patterns import CLAUSES, DENIED, DID, DONE_BY, UNREAL, WITH
from partnergraph.extractors.deeds.session_links import SUBJECT
from partnergraph.extractors.deeds.verbs import verb_types

TYPES = ("LED", "ORGANISED", "HOSTED", "PREPARED", "CO_FACILITATED")
_OBJECT = re.compile(
    r" (?P<session>(?:this|the) (?:[Rr]ound[ -]?[Tt]able|RT|[Ss]ession|[Pp]anel)"
    r"|(?:[Ss]ession|[Rr]ound[ -]?[Tt]able|RT) ?\d{1,2}(?:\.\d{1,2})?)(?=$|[ .,;])"
)
_AUXILIARY = re.compile(r"(?:was|were|is|are|has|have|had|will|shall)\b", re.I)


@dataclass(frozen=True, slots=True)
class SessionDeed:
    """What was done to the session spoken of as `subject` (`It`, `This Roundtable`), by whom.

    `cue` is where in the sentence the words stand that say so.
    """

    types: tuple[str, ...]
    subject: str
    actors: tuple[Actor, ...]
    cue: Spans


def session_deeds(sentence: str, cast: Cast) -> Iterator[SessionDeed]:
    """The deeds a sentence states of a session."""
    if DENIED.search(sentence):
        return
    subjects = {found.end() + 1: found[0] for found in SUBJECT.finditer(sentence)}
    for done in DONE_BY.finditer(sentence):
        aux = done["aux"] or ""
        spoken_of = subjects.get(done.start("aux")) if aux else None
        if spoken_of and _AUXILIARY.match(aux) and not UNREAL.search(aux):
            actors = cast.actors(done.end())
            yield from _deed(done["verbs"], spoken_of, actors.found, done_by(done))
    yield from _ahead(sentence, cast)
    for clause in CLAUSES.finditer(sentence):
        actors = cast.actors(clause.end())
        verb = DID.match(sentence, actors.stop) if actors.found else None
        what = _OBJECT.match(sentence, verb.end()) if verb else None
        if verb and what:
            said = verb["base"] or verb["present"] or verb["past"]
            joint = WITH.match(sentence, what.end())
            others = cast.actors(joint.end()).found if joint else []
            yield from _deed(said, what["session"], [*actors.found, *others], did(verb))


def _ahead(sentence: str, cast: Cast) -> Iterator[SessionDeed]:
    """What is said ahead of its subject: `Co-chaired by A and B, this roundtable will …`."""
    done = DONE_BY.match(sentence)
    if not done or done["aux"]:
        return
    actors = cast.actors(done.end())
    spoken_of = SUBJECT.match(sentence, actors.stop + len(", "))
    if spoken_of and sentence[actors.stop :].startswith(", "):
        yield from _deed(done["verbs"], spoken_of[0], actors.found, done_by(done))


def _deed(verbs: str, subject: str, actors: list[Actor], cue: Spans) -> Iterator[SessionDeed]:
    types = tuple(type for type in verb_types(verbs) if type in TYPES)
    if types and actors:
        yield SessionDeed(types, subject, tuple(actors), cue)
