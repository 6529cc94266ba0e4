"""What a relative clause says something of: `Kenya, which chaired`, `the manual that ILO wrote`."""

from collections.abc import Sequence
from typing import NamedTuple

from partnergraph.lexicon.data import small_set
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.relations.clauses.agents import Agents
from partnergraph.relations.clauses.nouns import INDEFINITE, Noun
from partnergraph.relations.clauses.parsed import THAT

_OBJECT = frozenset(("que", "qu’"))
"""What a relative clause opens with whose verb may stand before its subject."""
GENITIVE = frozenset(("dont", "duquel", "desquels", "desquelles"))
_WITHIN = frozenset(("of", "in", "de", "del", "en", "dans", "à"))
_WHICH = frozenset(
    ("which", "whom", "que", "cual", "cuales", "lequel", "laquelle", "la", "las", "el", "los")
)
"""What stands behind such a preposition: of *which*, de *la que*."""
_WHERE = 4
"""Tokens of a place behind a thing and before *which*: to the town of Kayes."""
_OFFICE = 8
"""Tokens of an office and its place behind a person's name."""


class Subject(NamedTuple):
    """What stands before a verb: names, a thing, or only a pronoun; `of` is a relative's thing.

    `relative` is whether the verb belongs to a relative clause, `whose` what owns its subject:
    *Kenya, whose embassy offered the room*; `also` are the things that are joined to `noun` and
    have the verb too. `within` is what a clause speaks of as *of which*, *dont*: the Forum, of
    which Kenya is a member; `its` is whether a pronoun stands for the verb's object.
    """

    cast: tuple[Mention, ...] = ()
    noun: Noun | None = None
    it: bool = False
    of: Noun | None = None
    relative: bool = False
    at: int = -1
    also: tuple[Noun, ...] = ()
    whose: "Subject | None" = None
    within: "Subject | None" = None
    its: bool = False

    def __bool__(self) -> bool:
        return bool(self.cast or self.noun or self.it)


class Relatives(Agents):
    """The relative clauses of a sentence."""

    def _owned(self, at: int, floor: int) -> Subject | None:
        """A subject that is somebody's by a relative word: of *Kenya*, whose embassy offered."""
        owned = small_set("whose", self.language)
        for here in range(at, floor - 1, -1):
            if self.tokens[here].key in owned:
                owner = self._antecedent(self._back(here - 1, 0))
                cast = self.tokens[at].cast if here + 1 == at else None
                if cast is None:
                    return Subject(relative=True, whose=owner, at=at) if owner else None
                if self.tokens[here].key in GENITIVE:  # dont le Cameroun assure la présidence
                    return None
                return Subject(cast=cast.members, relative=True, whose=owner or None, at=at)
            if self.tokens[here].mark:
                break
        return None

    def _belonging(self, at: int) -> Subject | None:
        """What a clause is of that opens with *of which*, *dont*, *del que* at a place."""
        here = at - 1
        while here > 0 and self.tokens[here].key in _WHICH:
            here -= 1
        if self.tokens[at].key not in GENITIVE:
            if here < 0 or self.tokens[at].key not in _WHICH | THAT:
                return None
            if self.tokens[here].key not in _WITHIN:
                return None
            here -= 1
        found = self._antecedent(self._back(here, 0))
        return found or None

    def _relative_before(
        self, place: int, at: int, floor: int, known: Sequence[Subject]
    ) -> Noun | None:
        """The thing whose relative clause has names as its subject: the handbook that ILO wrote.

        Clauses that are joined share it: that ILO wrote and UNDP printed, and that UNDP printed.
        """
        here = at - 1
        of = known[place - 1] if place else None
        before = (of.of or (of.noun if of.relative else None)) if of else None
        if before and here == floor and self.tokens[here].is_a("conjunction"):
            return before
        if here < floor or self.tokens[here].key not in THAT:
            return None
        if before and here > floor and self.tokens[here - 1].is_a("conjunction"):
            return before
        here = self._back(here - 1, 0)
        if here >= 0 and self.tokens[here].is_a("preposition"):
            here -= 1
        if here >= 0 and self.tokens[here].mark == ",":
            here -= 1
        return self._noun_ending(here)

    def _relative(self, place: int, at: int, before: Subject) -> Subject:
        """What *which* at a place is, or the names behind its verb where it is what they do."""
        within = self._belonging(at)
        if within:
            start = self.groups[place].last + 1
            while start < len(self.tokens) and (
                self.tokens[start].role or self.tokens[start].is_a("determiner")
            ):
                start += 1
            cast, last = self.names_at(start, place)
            return Subject(cast=cast, relative=True, within=within, at=last) if cast else Subject()
        joined = at > 0 and before.relative and self.tokens[at - 1].is_a("conjunction")
        of = before if joined else self._antecedent(self._back(at - 1, 0))
        of = self._not_the_place(place, of)
        if self.tokens[at].key not in _OBJECT:
            return of
        return self._behind(place, of.of or of.noun) or of

    def _who_said(self, place: int, at: int, before: Subject) -> Subject | None:
        """Who speaks of its own deed: Kenya announced that *it* will host the next meeting.

        `at` is where *that* stands, or the verb of saying ends.
        """
        saying = self.groups[place - 1] if place else None
        if saying is None or saying.passive or not before.cast or before.relative:
            return None
        says = any(f.lemma in small_set("say", f.language) for f in saying.forms)
        at -= self.tokens[at].key in THAT
        between = self.tokens[saying.last + 1 : at + 1]
        told = all(t.plain or t.is_a("determiner", "adverb", "preposition") for t in between)
        words = self.tokens[saying.first : saying.last + 1]
        if not says or not told or any(t.is_a("denied", "possible", "supposed") for t in words):
            return None
        return Subject(cast=before.cast, at=max(at, before.at))

    def _not_the_place(self, place: int, of: Subject) -> Subject:
        """The thing where a passive has only its place before it: the pilot in Kenya, which was."""
        where = self.tokens[of.at - 1].key if of.cast and of.at > 0 else ""
        if not self.groups[place].passive or where not in small_set("where", self.language):
            return of
        if of.cast[-1].what != "country":
            return of
        noun = self._noun_ending(of.at) or self._noun_ending(of.at - 2)
        return Subject(noun=noun, relative=True, at=of.at) if noun else of

    def _behind(self, place: int, noun: Noun | None) -> Subject:
        """The names behind a relative clause's verb: le foyer que finance la Suisse."""
        group = self.groups[place]
        if noun is None or group.passive:
            return Subject()
        cast, last = self.names_at(group.last + 1, place)
        return Subject(cast=cast, of=noun, relative=True, at=last) if cast else Subject()

    def _antecedent(self, at: int) -> Subject:
        if at >= 0 and self.tokens[at].mark == ",":
            at -= 1
        at = self._back(at, 0)
        apposed = self._apposed(at)
        if apposed is not None:
            return apposed
        if at >= 0 and self.tokens[at].cast:
            cast = self.tokens[at].cast
            assert cast
            if self._asks_for_a_person(at):
                cast = self._person_before(at) or cast
            members = cast.members if self._is_several(at) else cast.members[-1:]
            return Subject(cast=members, relative=True, at=at)
        noun = self._noun_ending(at) or self._noun_before(at)
        return Subject(noun=noun, relative=True, at=at) if noun else Subject(relative=True)

    def _is_several(self, at: int) -> bool:
        """Whether the verb of a relative clause is of several: A and B, which *provide* it."""
        behind = next((group for group in self.groups if group.first > at), None)
        if self.language != "en" or behind is None or behind.passive:
            return False
        return {form.tense for form in behind.forms} == {"base"} and behind.first == behind.last

    def _apposed(self, at: int) -> Subject | None:
        """Whom a class behind a comma means again: Caritas, *a charity which* runs the clinic."""
        here = at
        while here > 1 and at - here < _WHERE and self._is_class(here):
            here -= 1
        cast = self.tokens[here - 2].cast if here > 1 else None
        opens = (
            here < at and self.tokens[here].key in INDEFINITE and self.tokens[here - 1].mark == ","
        )
        return (
            Subject(cast=cast.members[-1:], relative=True, at=here - 2) if cast and opens else None
        )

    def _is_class(self, at: int) -> bool:
        token = self.tokens[at]
        plain = token.plain and not token.capital and not token.thing
        return plain and token.noun in ("", "group", "people")

    def _noun_before(self, at: int) -> Noun | None:
        """The thing behind which only where it is stands: the mission to Kayes, which."""
        noun = next((n for n in reversed(self.nouns.list) if n.head <= at), None)
        if noun is None or at - noun.last > _WHERE:
            return None
        behind = self.tokens[noun.last + 1 : at + 1]
        place = all(t.plain or t.is_a("preposition", "determiner") for t in behind)
        return noun if place and not any(t.forms for t in behind) else None

    def _asks_for_a_person(self, at: int) -> bool:
        """Whether *who* stands behind names, the last of which is no person's."""
        cast = self.tokens[at].cast
        behind = {token.key for token in self.tokens[at + 1 : at + 3]}
        return cast is not None and "who" in behind and cast.members[-1].what != "person"

    def _person_before(self, at: int) -> Cast | None:
        """The person whose office, unit or place stands before a relative clause."""
        for token in reversed(self.tokens[max(0, at - _OFFICE) : at]):
            if token.cast and token.cast.members[-1].what == "person":
                return token.cast
            if token.forms and not token.thing and not token.role:
                return None
        return None
