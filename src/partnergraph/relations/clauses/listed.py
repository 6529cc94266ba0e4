"""Who has a role by a list or an apposition, without a verb that says so.

`its eleven member countries: A, B and C`, `the member States of X (A, B)`, `countries that have
observer status, which are: A and B`, `hosted by A as the chair of X`, `A functions as the
secretariat of X`.
"""

from collections.abc import Iterable, Iterator

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim
from partnergraph.relations.clauses.nouns import DEFINITE, INDEFINITE
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.targets import Target, Targets
from partnergraph.relations.clauses.words import AS, OF

_MEMBERSHIP = frozenset(("MEMBER_OF",))
_SIGNED = frozenset(("SIGNED",))
_OF_TO = OF | {"to", "à", "al"}
_OPENS = (":", "(")
_REACH = 5
"""Words between a role and its list: *countries that have observer status, which are:*."""
_UNREAL = ("denied", "possible", "supposed", "ended", "planned")
_IT = frozenset(("it", "il", "elle"))
_OWN = frozenset(("its", "sus", "ses"))


class Listed:
    """The claims of one sentence that lists of names make."""

    def __init__(self, sentence: Sentence, targets: Targets) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.targets = targets

    def claims(self, made: Iterable[Claim]) -> Iterator[Claim]:
        """Every claim that its verbs have not `made`, left to right."""
        told = {(each.start, _which(claim.target)) for claim in made for each in claim.cast}
        for claim in self._claims():
            which = _which(claim.target)
            cast = tuple(each for each in claim.cast if (each.start, which) not in told)
            if cast:
                yield claim._replace(cast=cast)

    def _claims(self) -> Iterator[Claim]:
        for place, token in enumerate(self.tokens):
            types = {tie.type for tie in token.role.ties} if token.role else set()
            if token.role is None or not types & {"MEMBER_OF", "SIGNED"}:
                continue
            if self._within_denial(place):
                continue
            if "SIGNED" in types:
                yield from self._signatories(place, token.role)
            if "MEMBER_OF" in types:
                yield from self._list(place, token.role)
                yield from self._as(place, token.role)

    def lead(self) -> Claim | None:
        """What a sentence that ends in a colon says of the names below it, by its last role.

        `The following States are members of X:`; the claim has no cast yet.
        """
        if not self.tokens or self.tokens[-1].mark != ":":
            return None
        for place in range(len(self.tokens) - 1, -1, -1):
            entry = self.tokens[place].role
            types = {tie.type for tie in entry.ties} if entry else set()
            if entry is None or not types & {"MEMBER_OF", "SIGNED"} or self._within_denial(place):
                continue
            instrument, at = self._instrument(place)
            if instrument is not None and "SIGNED" in types:
                claim = Claim((), (entry,), instrument, ((place, place),), _SIGNED)
                return claim if self._ends(at) or self._renamed(at) else None
            behind = place + 1  # *member countries*
            while self.tokens[behind].noun == "people":
                behind += 1
            at, body = self._behind_body(behind)
            target = self._target(body) or self._before(place)
            if target is None or target.kind != "body" or not self._ends(at):
                return None
            return Claim((), (entry,), target, ((place, place),), _MEMBERSHIP)
        return None

    def _ends(self, at: int) -> bool:
        """Whether only words for a class stand between a place and the colon that ends all."""
        rest = self.tokens[at:-1]
        if any(group.first >= at and not group.bare for group in self.sentence.groups):
            return False
        return len(rest) <= _REACH and all(
            t.plain or t.noun or t.is_a("conjunction", "auxiliary", "determiner") for t in rest
        )

    def _renamed(self, at: int) -> bool:
        """Whether a comma opens what an instrument is known as, too."""
        if at >= len(self.tokens) or self.tokens[at].mark not in (",", "("):
            return False
        named = [t for t in self.tokens[at:-1] if t.cast or t.role]
        return not named

    def _instrument(self, place: int) -> tuple[Target | None, int]:
        """The instrument whose signatories a word speaks of, and the place behind it."""
        here = place + 1
        while here < len(self.tokens) and (
            self.tokens[here].key in _OF_TO or self.tokens[here].is_a("determiner")
        ):
            here += 1
        mention = self.tokens[here].mention if here < len(self.tokens) else None
        if mention is None or mention.what != "instrument":
            return None, place + 1
        return Target("instrument", mention=mention), here + 1

    def _signatories(self, place: int, entry: Entry) -> Iterator[Claim]:
        """`the signatories of the Agreement: A, B and C`."""
        target, at = self._instrument(place)
        opens = self._opening(at) if target else -1
        if target is None or opens < 0:
            return
        bracket = self.tokens[opens].mark == "("
        cast = self.sentence.in_brackets(opens + 1)[0] if bracket else self._names(opens)
        if len(cast) > 1 and all(each.what != "person" for each in cast):
            yield Claim(cast, (entry,), target, ((place, place),), _SIGNED)

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
            cast = self.sentence.in_brackets(opens + 1)[0] if bracket else self._names(opens)
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

    def _behind_body(self, at: int) -> tuple[int, Mention | None]:
        """The place behind `of X`, and X; where that does not stand, the place itself."""
        here = at
        if here < len(self.tokens) and self.tokens[here].key in OF:
            here += 1
        elif here and self.tokens[here - 1].key.split()[-1] not in OF:
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
            if token.mark in _OPENS or self._are(here) or self._including(here, at):
                return here
            if token.cast or token.role or token.is_a("denied") or token.mark not in ("", ","):
                return -1
        return -1

    def _are(self, at: int) -> bool:
        """Whether a verb that says nothing itself stands right before names."""
        return at + 1 < len(self.tokens) and bool(
            self.tokens[at].is_a("auxiliary") and self.tokens[at + 1].cast
        )

    def _including(self, at: int, start: int) -> bool:
        """Whether a word right behind a role opens a list of States: *including* A and B."""
        if self.tokens[at].key not in small("lists", self.sentence.language) or at > start + 1:
            return False
        cast, _ = self.sentence.names_at(at + 1)
        return bool(cast) and all(each.what == "country" for each in cast)

    def _before(self, place: int) -> Target | None:
        """Whose members are listed: a body right before the role, or the one spoken of."""
        here = self._past_words(place - 1)
        has = here
        while has >= 0 and self.tokens[has].is_a("determiner"):
            has = self._past_words(has - 1)
        here = has if has >= 0 and self.tokens[has].is_a("auxiliary") else here
        token = self.tokens[here] if here >= 0 else None
        if token and token.cast and len(token.cast.members) == 1:
            return self._target(token.cast.members[0])
        if token is not None and token.key in _OWN:
            return self._spoken_of(here) or self.targets.body()
        if token is not None and token.is_a("auxiliary"):
            it = here > 0 and self.tokens[here - 1].key in _IT
            return self._spoken_of(here) or (self.targets.body() if it else None)
        if token is not None and token.key in _IT:
            return self.targets.body()
        in_it = token is not None and token.is_a("preposition") and self.tokens[place].leads
        its = token is None or token.is_a("determiner") or in_it
        return self.targets.body() if its else None

    def _past_words(self, here: int) -> int:
        """The place before words that say which: *two permanent* observers."""
        while here >= 0 and (
            self.tokens[here].plain or self.tokens[here].mark in ("’", "'") or self._counts(here)
        ):
            here -= 1
        return here

    def _counts(self, at: int) -> bool:
        """Whether a word is a number before a class: its *eleven* member States."""
        token = self.tokens[at]
        return token.key.isdigit() or (
            token.is_a("determiner") and token.key not in DEFINITE | INDEFINITE | OF
        )

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
        if here < 1 or self.tokens[here].key not in AS or place - here > _REACH:
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


def _which(target: Target) -> str | Target:
    """A target as it is told from others: its thing, where there is one."""
    return target.thing.id if target.thing else target
