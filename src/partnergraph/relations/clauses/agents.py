"""The names behind a verb or a `by`, and where their list ends.

A coordination closes inside its clause: in `prepared by UNHCR and IOM translated it` IOM begins a
clause of its own.
"""

from functools import cache

from partnergraph.lexicon.data import small
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.relations.clauses.groups import CLITICS
from partnergraph.relations.clauses.parsed import Parsed

_WHEN = frozenset(["instead", "last", "next", "this", "every", "each", "ago"])
_AGAIN = frozenset(("by", "par", "por"))

_PEOPLE = 4
"""Tokens before a name in which its people stand: *by some 30 senior officials from*."""
_BY_PEOPLE = frozenset(("ATTENDED", "LED", "MODERATED", "SPOKE_AT"))
"""What a body does at a meeting by its people."""
_OF = ("from", "of", "de", "du", "del", "des")


@cache
def _represents(language: str) -> frozenset[str]:
    return frozenset(small("represents", language))


class Agents(Parsed):
    """The lists of names of a sentence."""

    def agents(self, place: int) -> tuple[tuple[Mention, ...], int]:
        """The names behind the `by` of a group, and where the last of them stands."""
        group = self.groups[place]
        if group.by < 0:
            return (), group.last
        types = {t.type for form in group.forms for e in form.entries for t in e.ties}
        if types & _BY_PEOPLE:
            return self._sent_by(group.by + 1, place)
        return self.names_at(group.by + 1, place)

    def _sent_by(self, start: int, place: int = -2) -> tuple[tuple[Mention, ...], int]:
        """The names that begin at a place, or whose people do: by representatives of A and B."""
        found = self.names_at(start, place)
        if found[0]:
            return found
        for at in range(start, min(start + _PEOPLE, len(self.tokens) - 1)):
            token, behind = self.tokens[at], self.tokens[at + 1]
            person, *of = token.key.split()
            if person in _represents(self.language) and (of or behind.key in _OF):
                return self.names_at(at + 2 - bool(of), place)
            if not (token.plain or token.is_a("determiner")):
                break
        return found

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
        joins = at < len(tokens) and (tokens[at].is_a("joins") or tokens[at].key in _AGAIN)
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
        if token is None or token.mark not in ("", "’", "'", "-") or token.key in _WHEN:
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
        begins = here in self.starts or (here < len(self.tokens) and self.tokens[here].plain)
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
