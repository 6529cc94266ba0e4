"""What the frames of a sentence share, and the claims that they make."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small, small_set
from partnergraph.lexicon.pieces import classes_of
from partnergraph.lexicon.spelling import tokens as spelled
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.sentence import Sentence, Subject
from partnergraph.relations.clauses.targets import Target, Targets
from partnergraph.relations.clauses.words import AS

Span = tuple[int, int]

_STOPPED = frozenset(("status.suspended", "status.cancelled"))


class Claim(NamedTuple):
    """Who is tied to what as which entries say; `cue` are the tokens, in stretches, that say so."""

    cast: tuple[Mention, ...]
    entries: tuple[Entry, ...]
    target: Target
    cue: tuple[Span, ...]
    only: frozenset[str] = frozenset()
    clause: Span = (0, 0)


@dataclass
class Told:
    """What the frames of one sentence share: its words, and what they have found so far.

    `status` says of a verb's words what they make of a deed; `of` is what each verb is done to and
    `also` what is joined to that; `done` are the heads of the things that claims are of; `unclear`
    says what stays open.
    """

    sentence: Sentence
    targets: Targets
    status: Callable[[tuple[Span, ...]], str | None]
    of: dict[int, Target | None] = field(default_factory=dict)
    also: dict[int, list[Target]] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    unclear: list[str] = field(default_factory=list)


class Frame:
    """What reads one sort of frame; here what all of them ask of a sentence."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.sentence = told.sentence
        self.tokens = told.sentence.tokens
        self.targets = told.targets
        self.status = told.status
        self.of = told.of
        self.also = told.also

    def subject_target(self, subject: Subject) -> Target | None:
        """What a subject is as the thing that something is said of; None where it is no thing."""
        if subject.it:
            return self.targets.it()
        if subject.noun:
            return self.targets.of_noun(subject.noun)
        if len(subject.cast) == 1 and subject.cast[0].what in ("process", "event", "body"):
            return self.targets.named(subject.cast[0])
        return None

    def meant(self, place: int) -> Target | None:
        """What a pronoun before a verb means: what was last done something to or spoken of."""
        told = [target for n in range(place) if (target := self.of.get(n))]
        return told[-1] if told else self.targets.it() if self.targets.last else None

    def _limit(self, place: int) -> int:
        """Where the words behind a group end: at the next one."""
        groups = self.sentence.groups
        return groups[place + 1].first if place + 1 < len(groups) else len(self.tokens)

    def _span(self, group: Group, by: int) -> Span:
        return group.first, max(group.last, by)

    def stopped(self, after: int) -> tuple[Span, ...]:
        """The word of the main verb behind a place by which its thing was stopped: *suspended*.

        None where it was not, or only may or will be.
        """
        sentence = self.sentence
        behind = (
            group
            for group, subject in zip(sentence.groups, sentence.subjects, strict=True)
            if group.first > after and not group.reduced and not subject.relative
        )
        main = next(behind, None)
        if main is None or any(t.is_a("conjunction") for t in self.tokens[after : main.first]):
            return ()
        said = self.tokens[main.first : main.last + 2]
        if self.status(((main.first, main.last),)) != "" or any(t.is_a("denied") for t in said):
            return ()
        ends = (at for at, token in enumerate(said, main.first) if _stops(token.key))
        return tuple((at, at) for at in ends)[:1]

    def as_what(self, at: int) -> int:
        """The word for a part in a body that *as* leads to at a place: *as vice-chair*; else -1."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not (token.leads or token.key.partition(" ")[0] in AS):
            return -1
        at += token.role is None
        while at < len(self.tokens) and self.tokens[at].is_a("determiner"):
            at += 1
        role = self.tokens[at].role if at < len(self.tokens) else None
        return at if role is not None and "MEMBER_OF" in self._types((role,)) else -1

    def words(self, group: Group) -> tuple[Span, ...]:
        """The words of a verb, and those of the auxiliary that it has from another."""
        own = (group.first, group.last)
        return (group.shares, own) if group.shares else (own,)

    def _entries(self, group: Group, holding: bool = False) -> tuple[Entry, ...]:
        forms = group.forms
        found = (e for form in forms for e in (form.holding if holding else form.entries))
        return tuple(dict.fromkeys(found))

    def _types(self, entries: tuple[Entry, ...]) -> frozenset[str]:
        return frozenset(tie.type for entry in entries for tie in entry.ties)

    def _targets(self, nouns: Iterable[Noun]) -> list[Target]:
        return [target for noun in nouns if (target := self.targets.of_noun(noun))]

    def _mentioned(self, at: int) -> Target | None:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if token.mention is not None and token.mention.what == "instrument":
            return Target("instrument", mention=token.mention)
        if token.cast is not None and len(token.cast.members) == 1:
            return self.targets.named(token.cast.members[0])
        return None

    def _past_small(self, at: int) -> int:
        while at < len(self.tokens) and (
            self.tokens[at].is_a("adverb") or self.tokens[at].key in ("of", "de", "en")
        ):
            at += 1
        return at

    def _key(self, place: int) -> str:
        return self.tokens[place].key if place < len(self.tokens) else ""

    def _is_light(self, group: Group) -> bool:
        """Whether a verb mostly carries a noun: holds the chair."""
        return self._takes(group, "light")

    def _whole(self, group: Group) -> bool:
        """Whether what is done is only said by a verb and its object: evaluated the project."""
        return self._takes(group, "whole")

    def _small(self, name: str) -> frozenset[str]:
        """One of the lexicon's lists of small words, in the sentence's language."""
        return small_set(name, self.sentence.language)

    def _takes(self, group: Group, *lists: str) -> bool:
        """Whether a verb is one of some lists of the lexicon's small words."""
        forms = group.forms
        return any(form.lemma in _lemmas(each, form.language) for form in forms for each in lists)


def _stops(key: str) -> bool:
    return not _STOPPED.isdisjoint(classes_of().get(spelled(key), ()))


@cache
def _lemmas(name: str, language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small(name, language))
