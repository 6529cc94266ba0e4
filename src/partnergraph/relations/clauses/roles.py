"""Nouns with a role: `is an observer of`, `holds the chair`, `Kenya, host of the …`."""

from collections.abc import Iterator
from itertools import pairwise

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim, Frame, Span
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.sentence import Subject
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.words import AS, OF

LAST = frozenset(
    (
        *("of", "by", "from", "with", "avec", "in", "to", "de", "du", "del", "des"),
        *("por", "con", "d’", "à"),
    )
)
FIRST = frozenset(
    (
        *("at", "under", "by", "with", "on", "in", "sous", "à", "bajo", "por", "con"),
        *("avec", "en", "sur", "through", "a"),
    )
)
_FOR = frozenset(("for", "pour", "para"))
_OBJECTLESS = frozenset(("ATTENDED", "SPOKE_AT", "MODERATED"))
_HELP = frozenset(("FUNDS", "CONTRIBUTES_TO"))
_TO = frozenset(("a", "à", "au", "aux", "to", "with"))
_AS = frozenset(("as", "comme", "como", "by", "en", "of", "to", "que"))


def is_adjunct(token: Token) -> bool:
    """Whether a word with a role has its prepositions: *under the leadership of*, *a cargo de*."""
    words = token.key.split()
    return token.role is not None and len(words) > 2 and words[0] in FIRST and words[-1] in LAST


class Roles(Frame):
    """The claims of nouns with a role."""

    def claims(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        """`is an observer of`, `holds the chair`, `serves as its secretariat`, `members are`."""
        if self.sentence.denied(place):
            return
        light = group.bare or self._is_light(group)
        if subject.cast and not self._takes_in(group):
            role = self._role_behind(group.last + 1, self._limit(place))
            if role >= 0 and (light or self._allies(role)):
                yield from self._has_role(place, group, subject, role)
        elif group.bare and subject.noun and self._led(group.last + 1):
            yield from self._is_led(group, subject)
        elif (
            group.bare
            and not subject
            and self._role_behind(group.last + 1, self._limit(place)) >= 0
        ):
            yield from self._members_behind(place, group)
        elif light and (group.bare or group.passive or self._entries(group, holding=True)):
            yield from self._members_are(place, group)

    def _led(self, at: int) -> bool:
        """Whether a role with its prepositions stands behind a verb: *está* a cargo de."""
        return at < len(self.tokens) and is_adjunct(self.tokens[at])

    def _is_led(self, group: Group, subject: Subject) -> Iterator[Claim]:
        """`El proyecto está a cargo de la OIM`."""
        at = group.last + 1
        entry = self.tokens[at].role
        cast, _ = self.sentence.names_at(at + 1)
        target = self.subject_target(subject) if cast else None
        if entry is not None and target is not None:
            yield Claim(cast, (entry,), target, ((at, at),))

    def _takes_in(self, group: Group) -> bool:
        """Whether a verb takes somebody in as something: admitted *as a member* X."""
        return self._takes(group, "admit") and not group.passive and self._key(group.last + 1) in AS

    def _allies(self, role: int) -> bool:
        """Whether a noun with a role says with whom somebody works: an agreement with."""
        entry = self.tokens[role].role
        return entry is not None and self._types((entry,)) == {"PARTNERS_WITH"}

    def _role_behind(self, at: int, limit: int) -> int:
        """The place of the noun with a role right behind a verb; -1 if none stands there."""
        last = -1
        for here in range(at, min(at + 7, limit)):
            token = self.tokens[here]
            if token.mark or token.cast or token.phrase or token.is_a("denied", "adversative"):
                break
            if token.role is not None:
                last = here
                following = self.tokens[here + 1] if here + 1 < limit else None
                if following is None or following.role is None:
                    break
            elif last >= 0 or not (
                token.is_a("determiner", "adverb") or token.plain or token.key in _AS
            ):
                break
        return last

    def _has_role(self, place: int, group: Group, subject: Subject, role: int) -> Iterator[Claim]:
        entry = self.tokens[role].role
        assert entry
        several = self._several_behind(role)
        if several:
            cue = ((group.first, role),)
            clause = (group.first, self._limit(place))
            for each in several:
                yield Claim(subject.cast, (entry,), self.targets.named(each), cue, clause=clause)
            return
        target = self.role_target(role, self._limit(place), entry)
        own = self._own(place, role)
        if own is not None and "MEMBER_OF" in self._types((entry,)):
            target = own
        if subject.its and not self.names_what(role):
            held = "MEMBER_OF" in self._types((entry,))
            target = self.meant(place) or (self.targets.body() if held else None)
        if subject.within and not self.names_what(role):
            target = self._of_which(subject.within)
        if target is None or (target.kind != "body" and self._of_years(role, place)):
            return
        cue = ((group.first, role),)
        clause = (group.first, self._limit(place))
        yield Claim(subject.cast, (entry,), target, cue, clause=clause)
        for joined in self._joined_roles(role, self._limit(place)):
            also = self.tokens[joined].role
            of = self.role_target(joined, self._limit(place), also) if also else None
            if also and of:
                said = (group.first, group.last), (joined, joined)
                yield Claim(subject.cast, (also,), of, said, clause=clause)

    def _several_behind(self, role: int) -> tuple[Mention, ...]:
        """The bodies in all of which somebody has a role, or with all of whom one is a partner."""
        at = role + 1 + (self._key(role + 1) in OF)
        entry = self.tokens[role].role
        held = entry is not None and "MEMBER_OF" in self._types((entry,)) and self.names_what(role)
        cast = self.sentence.names_at(at)[0] if held or self._allies(role) else ()
        bodies = all(each.what in ("process", "body") for each in cast)
        return cast if len(cast) > 1 and (bodies or self._allies(role)) else ()

    def _joined_roles(self, role: int, limit: int) -> Iterator[int]:
        """The roles that are joined to one: lead of A, co-chair of B *and a member of* C."""
        at = role
        while True:
            at += 1 + (self._key(at + 1) in OF)
            at += at < limit and self.tokens[at].is_a("determiner")
            cast = self.tokens[at].cast if at < limit else None
            if not self.names_what(role) or cast is None or len(cast.members) > 1:
                return
            at += 1
            joint = at
            while at < limit and (
                self.tokens[at].mark == "," or self.tokens[at].is_a("conjunction", "adverb")
            ):
                at += 1
            at += joint < at < limit and self.tokens[at].is_a("determiner")
            if joint == at or at >= limit or not self.tokens[at].role or not self.names_what(at):
                return
            role = at
            yield role

    def _of_years(self, role: int, place: int) -> bool:
        """Whether a role is for years, as of a body and no meeting: chair of the Forum for 2020."""
        said = self.tokens[role : self._limit(place)]
        return any(
            token.key in _FOR and following.mention and following.mention.what == "date"
            for token, following in pairwise(said)
        )

    def _own(self, place: int, role: int) -> Target | None:
        """Whose *its* is in one sentence: X is chaired by Chad; Mali serves as *its* vice-chair."""
        its = self._key(role - 1) in small("its", self.sentence.language)
        told = [target for n in range(place) if (target := self.of.get(n))] if its else []
        return told[-1] if told and told[-1].kind == "body" else None

    def names_what(self, role: int) -> bool:
        """Whether what somebody has a role in stands behind the role."""
        return self.tokens[role].governs or self._key(role + 1) in LAST

    def _of_which(self, within: Subject) -> Target | None:
        """What a clause is of: the Forum, *of which* Kenya is a member."""
        if within.cast:
            within = within._replace(cast=within.cast[-1:])
        return self.subject_target(within)

    def _beside(self, group: Group, role: int) -> tuple[Span, ...]:
        """A verb and the noun with a role behind it, with the small words between."""
        between = self.tokens[group.last + 1 : role]
        if any(token.plain and token.role is None for token in between):
            return (group.first, group.last), (role, role)
        return ((group.first, role),)

    def role_target(self, role: int, limit: int, entry: Entry) -> Target | None:
        """What somebody has a role in: `of the Dialogue`, else what the page is about."""
        types = self._types((entry,))
        at = role + 1
        inside = self.tokens[role].key.split()[-1] in LAST | {"at", "en"}
        if at < limit and self.tokens[at].key in LAST | {"for", "at", "para", "pour", "al", "au"}:
            inside, at = True, at + 1
        if inside:
            if self._key(at) == "it" and "MEMBER_OF" in types:
                return self.targets.body()
            return self.behind(at, limit)
        if "MEMBER_OF" in types:
            return self.targets.body() or self._meeting_for(types)
        if types <= _HELP and not self.tokens[role].governs:
            return self.targets.item() or self.targets.meeting()
        return self.targets.meeting() if types & _OBJECTLESS else None

    def behind(self, at: int, limit: int) -> Target | None:
        """What stands behind *of* or *to*: a name, a thing."""
        while at < limit and self.tokens[at].is_a("determiner"):
            at += 1
        found = self._mentioned(at)
        if found:
            return found
        cast = self.sentence.names_at(at)[0] or self.sentence.of_class(at)[0]
        if len(cast) == 1:
            return self.targets.named(cast[0])
        noun = next((n for n in self.sentence.nouns.list if n.first <= at <= n.head), None)
        return self.targets.of_noun(noun) if noun and noun.head < limit else None

    def _meeting_for(self, types: frozenset[str]) -> Target | None:
        return self.targets.meeting() if types & {"LED", "MODERATED"} else None

    def _members_are(self, place: int, group: Group) -> Iterator[Claim]:
        """`Its member States are A and B`: the noun before the verb is the role."""
        floor = self.sentence.groups[place - 1].last + 1 if place else 0
        start = self.sentence.clause_start(group.first - 1, floor)
        roles = [n for n in range(start, group.first) if self.tokens[n].role is not None]
        if not roles or roles[0] - start > 3:
            return
        entry = self.tokens[roles[0]].role
        assert entry
        behind = group.by if group.passive else group.last
        if group.passive and group.by < 0 and self._key(group.last + 1) in _TO:
            behind = group.last + 1  # is entrusted *to*
        at = behind + 1 + (not group.passive and self._key(behind + 1) in _TO)
        cast, _ = self.sentence.names_at(at) if behind >= 0 else ((), -1)
        target = self.role_target(roles[0], group.first, entry) if cast else None
        if target is not None:
            verb: tuple[Span, ...] = ((group.first, max(group.last, behind)),)
            if behind > group.last + 1:  # is held *since 2023* by
                verb = (group.first, group.last), (behind, behind)
            cue = (roles[0], roles[0]), *verb
            yield Claim(cast, (entry,), target, cue)

    def _members_behind(self, place: int, group: Group) -> Iterator[Claim]:
        """`son miembros Argentina y Brasil`: the verb, the role, the names."""
        role = self._role_behind(group.last + 1, self._limit(place))
        entry = self.tokens[role].role
        cast, _ = self.sentence.names_at(role + 1)
        target = self.targets.body()
        if entry is not None and cast and target is not None:
            yield Claim(cast, (entry,), target, self._beside(group, role))

    def apposed(self) -> Iterator[Claim]:
        """`Kenya, host of the second Consultation`."""
        for place, token in enumerate(self.tokens):
            if place < 2 or token.role is None or not self._opens_apposition(place):
                continue
            at = place - 1
            while at > 0 and (
                self.tokens[at].is_a("determiner", "adverb") or self.tokens[at].plain
            ):
                at -= 1
            cast = self.tokens[at - 1].cast if self.tokens[at].mark in (",", "(") else None
            if cast is None or place - at > 4 or self._is_in_a_role(at - 1):
                continue
            target = self.role_target(place, len(self.tokens), token.role)
            if target is not None:
                yield Claim(cast.members, (token.role,), target, ((at + 1, place),))

    def _is_in_a_role(self, at: int) -> bool:
        """Whether a name is what somebody has a role in: lead of *the Group*, co-chair of …"""
        before = at - 1
        while before > 0 and self.tokens[before].is_a("determiner"):
            before -= 1
        of = before > 0 and self.tokens[before].key in OF
        return self.tokens[before - 1].role is not None if of else self.tokens[before].governs

    def _opens_apposition(self, place: int) -> bool:
        """Whether a noun with a role has `of` behind it, or in it."""
        words = self.tokens[place].key.split()
        inside = words[-1] in LAST or self._key(place + 1) in ("of", "de", "du", "del")
        return inside and words[0] not in FIRST
