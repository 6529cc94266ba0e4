"""Who has a role by a list or an apposition, without a verb that says so.

`its eleven member countries: A, B and C`, `the member States of X (A, B)`, `countries that have
observer status, which are: A and B`, `hosted by A as the chair of X`, `A functions as the
secretariat of X`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from partnergraph.lexicon import Entry
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.targets import Target, Targets

_MEMBERSHIP = frozenset(("MEMBER_OF",))
_OF = frozenset(("of", "de", "du", "del", "d’", "des"))
_AS = frozenset(("as", "como", "comme"))
_OPENS = (":", "(")
_REACH = 5
"""Words between a role and its list: *countries that have observer status, which are:*."""
_UNREAL = ("denied", "possible", "supposed", "ended", "planned")
_OWN = frozenset(("its", "sus", "ses"))


class Listed:
    """The claims of one sentence that lists of names make."""

    def __init__(self, sentence: Sentence, targets: Targets) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.targets = targets

    def claims(self, made: Iterable[Claim]) -> Iterator[Claim]:
        """Every claim that its verbs have not `made`, left to right."""
        told = {(each.start, claim.target) for claim in made for each in claim.cast}
        for claim in self._claims():
            cast = tuple(each for each in claim.cast if (each.start, claim.target) not in told)
            if cast:
                yield replace(claim, cast=cast)

    def _claims(self) -> Iterator[Claim]:
        for place, token in enumerate(self.tokens):
            if token.role is None or not self._is_membership(token.role):
                continue
            if self._within_denial(place):
                continue
            yield from self._list(place, token.role)
            yield from self._as(place, token.role)

    def _is_membership(self, entry: Entry) -> bool:
        return any(tie.type == "MEMBER_OF" for tie in entry.ties)

    def _within_denial(self, place: int) -> bool:
        """Whether the words before a role, up to a mark, deny it or wish for it."""
        for token in reversed(self.tokens[:place]):
            if token.mark in (";", ":", "."):
                return False
            if token.key == "non" or token.is_a(*_UNREAL):
                return True
        return False

    # Lists behind a role

    def _list(self, place: int, entry: Entry) -> Iterator[Claim]:
        at, body = self._behind_body(place + 1)
        opens = self._opening(at)
        cast = self._aside(at - 1, body) if body else ()
        if not cast and opens >= 0:
            bracket = self.tokens[opens].mark == "("
            cast = self._bracketed(opens + 1) if bracket else self._names(opens)
        if len(cast) < 2 or any(each.what == "person" for each in cast):
            return
        target = self._target(body) or self._before(place)
        if target is not None and target.kind == "body":
            yield Claim(cast, (entry,), target, ((place, place),), _MEMBERSHIP)

    def _names(self, colon: int) -> tuple[Mention, ...]:
        return self.sentence.names_at(colon + 1)[0]

    def _aside(self, at: int, body: Mention) -> tuple[Mention, ...]:
        """The names in brackets behind the first of several: `members of X (A, B) and C`."""
        cast = self.tokens[at].cast
        if cast is None or not self.sentence.text.startswith(" (", body.stop):
            return ()
        stop = cast.members[1].start if len(cast.members) > 1 else cast.stop
        return tuple(each for each in cast.asides if body.stop < each.start < stop)

    def _bracketed(self, at: int) -> tuple[Mention, ...]:
        """All that stands in a bracket, if that is nothing but names."""
        cast: tuple[Mention, ...] = ()
        for token in self.tokens[at:]:
            if token.mark == ")":
                return cast
            if token.cast:
                cast += token.cast.members
            elif token.mark not in (",", "*") and not token.is_a("conjunction", "determiner"):
                return ()
        return ()

    def _behind_body(self, at: int) -> tuple[int, Mention | None]:
        """The place behind `of X`, and X; where that does not stand, the place itself."""
        here = at
        if here < len(self.tokens) and self.tokens[here].key in _OF:
            here += 1
        elif here and self.tokens[here - 1].key.split()[-1] not in _OF:
            return at, None
        while here < len(self.tokens) and self.tokens[here].is_a("determiner"):
            here += 1
        cast = self.tokens[here].cast if here < len(self.tokens) else None
        if cast is None or (len(cast.members) != 1 and not cast.asides):
            return at, None
        return here + 1, cast.members[0]

    def _opening(self, at: int) -> int:
        """Where a colon or bracket opens a list near a role; -1 where none does."""
        for here in range(at, min(at + _REACH + 1, len(self.tokens))):
            token = self.tokens[here]
            if token.mark in _OPENS or self._are(here):
                return here
            if token.cast or token.role or token.is_a("denied") or token.mark not in ("", ","):
                return -1
        return -1

    def _are(self, at: int) -> bool:
        """Whether a verb that says nothing itself stands right before names."""
        return at + 1 < len(self.tokens) and bool(
            self.tokens[at].is_a("auxiliary") and self.tokens[at + 1].cast
        )

    def _before(self, place: int) -> Target | None:
        """Whose members are listed: a body right before the role, or the one spoken of."""
        here = place - 1
        while here >= 0 and (self.tokens[here].plain or self.tokens[here].mark in ("’", "'")):
            here -= 1
        token = self.tokens[here] if here >= 0 else None
        if token and token.cast and len(token.cast.members) == 1:
            return self._target(token.cast.members[0])
        if token is not None and token.key in _OWN:
            return self._spoken_of(here) or self.targets.body()
        if token is not None and token.is_a("auxiliary"):
            return self._spoken_of(here)
        return self.targets.body() if token is None or token.is_a("determiner") else None

    def _spoken_of(self, before: int) -> Target | None:
        """The one body that the sentence names before a place."""
        casts = [token.cast for token in self.tokens[:before] if token.cast]
        bodies = [m for cast in casts for m in cast.members if m.what in ("process", "body")]
        return self._target(bodies[0]) if len(bodies) == 1 else None

    def _target(self, mention: Mention | None) -> Target | None:
        if mention is None or mention.what not in ("process", "body"):
            return None
        return self.targets.named(mention)

    # As

    def _as(self, place: int, entry: Entry) -> Iterator[Claim]:
        """`hosted by A as the chair of X`: A has the role by which X is named behind it."""
        here = place - 1
        while here > 0 and (self.tokens[here].is_a("determiner") or self.tokens[here].plain):
            here -= 1
        if here < 1 or self.tokens[here].key not in _AS or place - here > _REACH:
            return
        _, body = self._behind_body(place + 1)
        target = self._target(body)
        cast = self._who(here)
        if target is not None and cast:
            yield Claim(cast, (entry,), target, ((place, place),), _MEMBERSHIP)

    def _who(self, at: int) -> tuple[Mention, ...]:
        """Who is said to act *as* something: the doer behind `by`, else the verb's subject."""
        for place, group in enumerate(self.sentence.groups):
            if group.by >= 0 and self.sentence.agents(place)[1] == at - 1:
                return self.sentence.agents(place)[0][-1:]
        before = [n for n, group in enumerate(self.sentence.groups) if group.last < at]
        if not before or self.sentence.denied(before[-1]):
            return ()
        return self.sentence.subjects[before[-1]].cast
