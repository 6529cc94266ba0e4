"""Who works with whom: `UNICEF is working with A in X, B in Y`, `collaborates with NGOs such as A`.

Whoever stands behind *with* is a partner of whoever works with them.
"""

from collections.abc import Iterator

from partnergraph.lexicon import Entry
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim, Frame
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.sentence import Subject

_ALLIED = frozenset(("PARTNERS_WITH",))
_WITH = frozenset(("with", "avec", "con"))
_IN = frozenset(("in", "à", "au", "en"))


class Allied(Frame):
    """The claims that verbs of working together make of those who do."""

    def claims(
        self, place: int, group: Group, subject: Subject, entries: tuple[Entry, ...]
    ) -> Iterator[Claim]:
        """Every claim of one verb, in the order of those behind its *with*."""
        who = tuple(each for each in subject.cast if each.what != "person")
        if not who or self.sentence.denied(place) or not _ALLIED & self._types(entries):
            return
        clause = (group.first, self._limit(place))
        for other in self._others(group):
            if other.what != "person":
                target = self.targets.named(other)
                yield Claim(who, entries, target, self.words(group), _ALLIED, clause)

    def _others(self, group: Group) -> tuple[Mention, ...]:
        """Those behind the *with* of a verb or right behind it, or of a class that stands there."""
        at = group.last + 1
        while at < len(self.tokens) and self.tokens[at].is_a("adverb"):
            at += 1
        if self._key(at) in _WITH:
            at += 1
        elif not _WITH & set(self.tokens[group.last].key.split()):
            return ()
        cast, last = self.sentence.names_at(at)
        if not cast:
            cast, last = self.sentence.of_class(at)
        while cast:
            following = self._behind_place(last + 1)
            more, end = self.sentence.names_at(following) if following else ((), last)
            if not more:
                break
            cast, last = (*cast, *more), end
        return cast

    def _behind_place(self, at: int) -> int:
        """Where a list goes on behind the place of who stands before: A *in Sud*, B; else 0."""
        if self._key(at) not in _IN or at + 2 >= len(self.tokens):
            return 0
        here = at + 1 + self.tokens[at + 1].is_a("determiner")
        named = self.tokens[here].capital or self.tokens[here].cast
        while named and here + 1 < len(self.tokens) and self._is_of_place(here + 1):
            here += 1
        joint = here + 1
        while joint < len(self.tokens) and (
            self.tokens[joint].mark == "," or self.tokens[joint].is_a("conjunction")
        ):
            joint += 1
        return joint if named and joint > here + 1 else 0

    def _is_of_place(self, at: int) -> bool:
        token = self.tokens[at]
        return token.mark in ("’", "'", "-") or (token.capital and not token.cast)
