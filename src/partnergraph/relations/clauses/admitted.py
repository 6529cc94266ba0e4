"""Who is taken in, or comes in, by an act that is spoken of: admissions, accessions, signatures.

`The Forum admitted Chad as an observer`, `welcomed the accession of Cambodia to the Charter`,
`la firma del Convenio de Praia por Senegal`.
"""

from collections.abc import Iterator

from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim, Frame
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.groups import BY
from partnergraph.relations.clauses.roles import Roles
from partnergraph.relations.clauses.words import AS, OF

_TO = frozenset(("to", "à", "au", "aux", "a", "al"))
_MEMBERSHIP = frozenset(("MEMBER_OF", "SIGNED"))
_BEHIND = 5
"""Words between *as* and a role: *as the first full member*."""


class Admitted(Frame):
    """The claims of one sentence's admissions, accessions and signatures."""

    def claims(self, roles: Roles) -> Iterator[Claim]:
        """Every claim, left to right."""
        for place, group in enumerate(self.sentence.groups):
            if self._takes(group, "admit") and not group.passive:
                yield from self._admits(place, group, roles)
        for place, token in enumerate(self.tokens):
            types = self._types((token.role,)) if token.role else frozenset()
            if token.key.split()[0] in self._small("coming_in") and token.role:
                yield from self._accession(place, roles)
            elif "SIGNED" in types and token.key.split()[0] in self._small("putting_names_to"):
                yield from self._signature(place)

    def _admits(self, place: int, group: Group, roles: Roles) -> Iterator[Claim]:
        """`The Mesa admitted as a member X`, `welcomed X as an observer of Y`."""
        if self.sentence.denied(place):
            return
        cast, last = self._object(group.last + 1)
        role = self._as(last + 1 if cast else group.last + 1)
        if role < 0:
            return
        if not cast:
            cast, last = self._object(role + 1)
        entry = self.tokens[role].role
        types = self._types((entry,)) if entry else frozenset()
        if entry is None or not cast or "MEMBER_OF" not in types:
            return
        subject = self.sentence.subjects[place]
        told = roles.role_target(role, self._limit(place), entry) if last < role else None
        target = self.subject_target(subject) or told
        if told is not None and roles.names_what(role):
            target = told
        if target is not None and target.kind != "body" and types == {"MEMBER_OF"}:
            target = self.targets.body()
        if target is not None:
            cue = ((group.first, group.last), (role, role))
            yield Claim(cast, (entry,), target, cue, clause=(group.first, self._limit(place)))

    def _object(self, at: int) -> tuple[tuple[Mention, ...], int]:
        """The names that a verb has as its object: *a* and *al* may lead to them in Spanish."""
        spanish = self.sentence.language == "es" and self._key(at) in ("a", "al")
        return self.sentence.names_at(at + spanish)

    def _as(self, at: int) -> int:
        """The place of the role behind *as*; -1 where none stands there."""
        first = self._key(at).split()[:1]
        if first and first[0] in AS and self.tokens[at].role:
            return at
        if self._key(at) not in AS:
            return -1
        for here in range(at + 1, min(at + _BEHIND, len(self.tokens))):
            token = self.tokens[here]
            if token.role is not None:
                behind = self.tokens[here + 1 : here + 2]
                return here + (bool(behind) and behind[0].role is not None)
            if token.cast or token.mark or not (token.plain or token.is_a("determiner")):
                break
        return -1

    def _accession(self, place: int, roles: Roles) -> Iterator[Claim]:
        """`the accession of Cambodia to the Charter`, where that is welcomed or noted."""
        entry = self.tokens[place].role
        at = place + 1 + (self._key(place + 1) in OF)
        cast, last = self.sentence.names_at(at)
        if entry is None or not cast or self._key(last + 1) not in _TO or not self._noted(place):
            return
        target = roles.behind(last + 2, len(self.tokens))
        if target is not None:
            yield Claim(cast, (entry,), target, ((place, place),), _MEMBERSHIP)

    def _signature(self, place: int) -> Iterator[Claim]:
        """`the signature of the Charter by Senegal and Ghana`."""
        entry = self.tokens[place].role
        at = place + 1 + (self._key(place + 1) in OF)
        at += at < len(self.tokens) and self.tokens[at].is_a("determiner")
        target = self._mentioned(at)
        if entry is None or target is None or target.kind != "instrument":
            return
        if self._key(at + 1) in BY and self._noted(place):
            cast, _ = self.sentence.names_at(at + 2)
            yield Claim(cast, (entry,), target, ((place, place),), _MEMBERSHIP)

    def _noted(self, place: int) -> bool:
        """Whether an act is spoken of as one that was done: welcomed, noted, since."""
        before = [n for n, group in enumerate(self.sentence.groups) if group.last < place]
        if before:
            group = self.sentence.groups[before[-1]]
            done = self.status(self.words(group)) == "" and not self.sentence.denied(before[-1])
            return done and self._takes(group, "factive")
        words = {token.key for token in self.tokens[max(0, place - 2) : place]}
        return bool(words & self._small("since"))
