"""The names behind a verb or a `by`, and where their list ends.

A coordination closes inside its clause: in `prepared by UNHCR and IOM translated it` IOM begins a
clause of its own.
"""

from partnergraph.lexicon.data import small_set
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.relations.clauses.groups import BY, CLITICS
from partnergraph.relations.clauses.parsed import Parsed

AT_TIMES = frozenset(["instead", "last", "next", "this", "every", "each", "ago"])
"""What stands behind a verb and is none of its objects: *wrote last year*."""

_PEOPLE = 8
"""Tokens before a name in which its people stand: *by some 30 ministers and officials from*."""
_BY_PEOPLE = frozenset(("ATTENDED", "LED", "MODERATED", "SPOKE_AT"))
"""What a body does at a meeting by its people."""
_OF = ("from", "of", "de", "du", "del", "des")


class Agents(Parsed):
    """The lists of names of a sentence."""

    def agents(self, place: int) -> tuple[tuple[Mention, ...], int]:
        """The names behind the `by` of a group, and where the last of them stands."""
        group = self.groups[place]
        if group.by < 0:
            return (), group.last
        types = {t.type for form in group.forms for e in form.entries for t in e.ties}
        if types & _BY_PEOPLE:
            return self.sent_by(group.by + 1, place)
        return self.names_at(group.by + 1, place)

    def sent_by(self, start: int, place: int = -2) -> tuple[tuple[Mention, ...], int]:
        """The names that begin at a place, or whose people do: by representatives of A and B.

        Those too whose people are joined to them: and officials from C.
        """
        cast, last = self.names_at(start, place)
        if not cast:
            cast, last = self._people_of(start, place)
        if not cast:
            cast, last = self._beside_people(start, place)
        while cast:
            following = last + 1
            while following < len(self.tokens) and self._joint(following):
                following += 1
            more, end = self._people_of(following, place) if following > last + 1 else ((), -1)
            if not more:
                break
            cast, last = (*cast, *more), end
        return cast, last

    def _beside_people(self, start: int, place: int) -> tuple[tuple[Mention, ...], int]:
        """The names joined to people who are nobody's: *140 students as well as* the Union."""
        people = False
        for at in range(start, min(start + _PEOPLE, len(self.tokens) - 1)):
            token = self.tokens[at]
            if people and token.is_a("joins", "conjunction"):
                return self.names_at(at + 1, place)
            people |= token.noun == "people"
            loose = token.plain or token.is_a("determiner", "adverb") or token.mark == ","
            if not (loose or token.noun == "people") or token.cast or token.phrase:
                break
        return (), start - 1

    def _joint(self, at: int) -> bool:
        token = self.tokens[at]
        return token.mark == "," or token.is_a("conjunction", "joins", "adverb")

    def _people_of(self, start: int, place: int) -> tuple[tuple[Mention, ...], int]:
        """The names whose people stand at a place: some 30 officials from A and B."""
        for at in range(start, min(start + _PEOPLE, len(self.tokens) - 1)):
            behind = self._behind_people(at)
            if behind >= 0:
                found, last = self.names_at(self._listed_at(behind), place)
                return (found, last) if self._stand_for(at, found) else ((), start - 1)
            token = self.tokens[at]
            loose = token.plain or token.is_a("determiner", "conjunction") or token.key == "de"
            if not loose or token.cast or token.phrase:
                break
        return (), start - 1

    def _behind_people(self, at: int) -> int:
        """The place behind people and the word that says whose they are; -1 where none stand."""
        token = self.tokens[at]
        person, *of = token.key.split()
        known = person in small_set("represents", self.language) | small_set(
            "serves", self.language
        )
        if not known or token.cast:
            return -1
        if of:
            return at + 1 if of[-1] in _OF else -1
        behind = self.tokens[at + 1].key if at + 1 < len(self.tokens) else ""
        return at + 2 if behind in {*_OF, *small_set("representing", self.language)} else -1

    def _listed_at(self, at: int) -> int:
        """Where the names of a class begin that words lead to: six countries, including A."""
        for here in range(at, min(at + _PEOPLE, len(self.tokens))):
            token = self.tokens[here]
            if token.cast or token.phrase or token.is_a("denied"):
                break
            if behind := self.behind_such_as(here):
                return behind
        return at

    def of_class(self, at: int) -> tuple[tuple[Mention, ...], int]:
        """The names of a class that begins at a place: international organisations, *such as* A."""
        for here in range(at, min(at + _PEOPLE, len(self.tokens))):
            if behind := self.behind_such_as(here):
                behind += behind < len(self.tokens) and self.tokens[behind].mark == ","
                return self.names_at(behind)
            token = self.tokens[here]
            loose = token.plain or token.noun == "people" or token.is_a("determiner", "conjunction")
            if not (loose or token.role or token.mark == ",") or token.cast:
                break
        return (), at - 1

    def behind_such_as(self, at: int) -> int:
        """The place behind words that lead to some of a class: *including*, *such as*; else 0."""
        told = small_set("such_as", self.language)
        for stop in (at + 2, at + 1):
            if " ".join(token.key for token in self.tokens[at:stop]) in told:
                return stop
        return 0

    def _stand_for(self, at: int, found: tuple[Mention, ...]) -> bool:
        """Whether people stand for those whose they are: experts do for a body, not for a State."""
        person = self.tokens[at].key.split()[0]
        return person in small_set("represents", self.language) or all(
            m.what == "body" for m in found
        )

    def _sent(self, at: int) -> bool:
        """Whether those before a name are who came from it: delegates from Ghana."""
        words = self.tokens[at - 1].key.split() if at else [""]
        person = at - 1 if len(words) > 1 else at - 2
        cast = self.tokens[at].cast
        told = person >= 0 and cast is not None and self._behind_people(person) == at
        return told and cast is not None and self._stand_for(person, cast.members)

    def _sent_with(self, at: int) -> tuple[Mention, ...]:
        """Whose people are joined before to those of a name: officials of A and experts of B."""
        here = at - 2
        while here > 0 and (self.tokens[here].plain or self.tokens[here].is_a("determiner")):
            here -= 1
        if here <= 0 or not self._joint(here):
            return ()
        while here > 0 and self._joint(here):
            here -= 1
        cast = self.tokens[here].cast
        if cast is None or not self._sent(here):
            return ()
        return (*self._sent_with(here), *cast.members)

    def names_at(self, start: int, place: int = -2) -> tuple[tuple[Mention, ...], int]:
        """The names that begin at a place, those who are joined to them too."""
        at = start
        while at < len(self.tokens) and self.tokens[at].is_a("determiner", "adverb"):
            at += 1
        if at >= len(self.tokens) or not self.tokens[at].cast:
            return (), start - 1
        cast = self.tokens[at].cast
        assert cast
        members, closed = self._closed(cast, at, place)
        while members and closed and at + 1 < len(self.tokens):
            more = self._more(at + 1)
            if more < 0:
                break
            cast = self.tokens[more].cast
            assert cast
            others, closed = self._closed(cast, more, place)
            if not others:
                break
            members, at = (*members, *others), more
        return members, at

    def in_brackets(self, at: int) -> tuple[tuple[Mention, ...], int]:
        """All that stands in a bracket, if that is nothing but names, and where it closes."""
        cast: tuple[Mention, ...] = ()
        for here in range(at, len(self.tokens)):
            token = self.tokens[here]
            if token.mark == ")":
                return cast, here
            if token.cast:
                cast += token.cast.members
            elif token.mark not in (",", "*", ";") and not token.is_a("conjunction", "determiner"):
                break
        return (), at

    def _more(self, at: int) -> int:
        """Where names stand that words such as `together with` join to those before; -1 if none."""
        tokens = self.tokens
        while at < len(tokens) and (
            tokens[at].mark == "," or tokens[at].is_a("conjunction", "adverb")
        ):
            at += 1
        joins = at < len(tokens) and (tokens[at].is_a("joins") or tokens[at].key in BY)
        if not joins:
            return -1
        at += 1
        while at < len(tokens) and tokens[at].is_a("determiner"):
            at += 1
        return at if at < len(tokens) and tokens[at].cast else -1

    def _closed(self, cast: Cast, at: int, place: int) -> tuple[tuple[Mention, ...], bool]:
        """The members of a cast that its clause keeps: none that begins another clause."""
        following = self._past_small(at + 1)
        token = self.tokens[following] if following < len(self.tokens) else None
        if token is None or token.mark not in ("", "’", "'", "-") or token.key in AT_TIMES:
            return cast.members, True
        group = self.starts.get(following)
        if group is None and not (token.plain or token.mark):
            return cast.members, True
        if group is not None and self.groups[group].reduced:
            return cast.members, True
        if group is not None and self._awaits(place):
            return cast.members, True
        return self._kept(cast), False

    def _past_small(self, at: int) -> int:
        """The place behind adverbs; behind `not` and `l’` too where a verb comes then."""
        while at < len(self.tokens) and self.tokens[at].is_a("adverb"):
            at += 1
        here = at
        while here < len(self.tokens) and (
            self.tokens[here].is_a("adverb", "denied") or self._is_clitic(here)
        ):
            here += 1
        token = self.tokens[here] if here < len(self.tokens) else None
        opens = token is not None and token.plain and not token.key[0].isdigit()  # le 12 mai
        begins = here in self.starts or opens
        return here if begins and not self.tokens[here].capital else at

    def _is_clitic(self, at: int) -> bool:
        token = self.tokens[at]
        return token.key in CLITICS and not token.is_a("conjunction")

    def _kept(self, cast: Cast) -> tuple[Mention, ...]:
        """The members of a list of which the last begins a clause: those that surely stay."""
        members = cast.members
        if len(members) < 3:
            return members[:-1]
        between = self.text[members[-3].stop : members[-2].start]
        return members[:1] if "," in between else members[:-1]

    def _awaits(self, place: int) -> bool:
        """Whether a finite verb is to come: only participles stand before in the clause."""
        if place < -1:
            return False
        if place >= 0:
            group = self.groups[place]
            within = group.reduced or self._is_relative(place)
            if not within and not self.tokens[group.first].key.startswith("to "):
                return False
        for n in range(place - 1, -1, -1):
            between = self.tokens[self.groups[n].last : self.groups[n + 1].first]
            if any(token.mark == ";" or token.is_a("adversative") for token in between):
                return True
            if not self.groups[n].reduced:
                return False
        return True
