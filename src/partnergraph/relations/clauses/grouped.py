"""Who a body is made up of, in groups: `four European partners (A, B and C), as well as D`.

A group is a word for a class with nothing but names in brackets behind it, or names; each may say
as what: `(A, B) as members`, `two observers (C, D)`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.lexicon import Entry
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.relations.clauses.frame import Frame, Span
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.words import OF

_OF = OF | {"a"}
_CLASS = 7
"""Words of a class at most: *six African partner countries*."""


class Group(NamedTuple):
    """Some of those who a body is made up of; the words that say as what, if any do."""

    cast: tuple[Mention, ...]
    entry: Entry | None = None
    cue: Span = (0, 0)


class Grouped(Frame):
    """What reads the groups behind a verb or colon."""

    def groups(self, at: int) -> Iterator[Group]:
        """The groups from a place on, as long as nothing else stands there."""
        while at < len(self.tokens):
            found = self._bracketed(at) or self._named(at)
            if found is None:
                return
            group, at = found
            yield group
            at = self._past_joint(at)

    def _named(self, at: int) -> tuple[Group, int] | None:
        """Names, with what they are said to be behind them: `A and B as observers`."""
        while at < len(self.tokens) and self.tokens[at].key in _OF:
            at += 1
        cast, last = self.sentence.names_at(at)
        if not cast:
            return None
        role = self.as_what(last + 1)
        if role >= 0:
            return Group(cast, self._observing(role), (role, role)), role + 1
        return Group(cast), last + 1

    def _observing(self, at: int) -> Entry | None:
        """The role of those who are no members."""
        entry = self.tokens[at].role
        return entry if entry and entry.apart else None

    def _bracketed(self, at: int) -> tuple[Group, int] | None:
        """A word for a class, and behind it who is meant: `(A, B)`, `: A, B`, `, namely A, B`."""
        role, said = -1, False
        for here in range(at, min(at + _CLASS + 1, len(self.tokens))):
            token = self.tokens[here]
            if token.mark == "(":
                cast, stop = self.sentence.in_brackets(here + 1)
                if not (said and cast):
                    return None
                entry = self._observing(role) if role >= 0 else None
                return Group(cast, entry, (role, role)), stop + 1
            told_of = self.sentence.behind_such_as(here) or (token.mark == ":" and here + 1)
            if told_of and said:
                cast, last = self.sentence.names_at(told_of)
                entry = self._observing(role) if role >= 0 else None
                return (Group(cast, entry, (role, role)), last + 1) if len(cast) > 1 else None
            if token.mark == "," and said and self.sentence.behind_such_as(here + 1):
                continue
            if token.cast and said and (told := self._behind_body(token.cast)):
                return Group((*told, *token.cast.members[1:])), here + 1
            if token.role is not None and "MEMBER_OF" in self._types((token.role,)):
                role, said = here, True
            elif bodies().is_class(token.key) or token.noun == "people":
                said = True
            elif token.key not in _OF and not self._is_within(token):
                return None
        return None

    def _is_within(self, token: Token) -> bool:
        """Whether a word may stand within the words for a class."""
        said = token.cast or token.plain or token.role or token.is_a("determiner")
        return bool(said) and not token.mark and not token.phrase

    def _behind_body(self, cast: Cast) -> tuple[Mention, ...]:
        """Who stands in brackets behind a body: `the member States of X (A and B)`."""
        first = cast.members[0]
        if not self.sentence.text.startswith(" (", first.stop):
            return ()
        stop = cast.members[1].start if len(cast.members) > 1 else cast.stop
        inside = tuple(each for each in cast.asides if first.stop < each.start < stop)
        return inside if len(inside) > 1 else ()

    def _past_joint(self, at: int) -> int:
        """The place behind a comma or conjunction; the end where none joins another group."""
        here = at
        while here < len(self.tokens) and (
            self.tokens[here].mark == "," or self.tokens[here].is_a("conjunction", "joins")
        ):
            here += 1
        return here if here > at else len(self.tokens)
