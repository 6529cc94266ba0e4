"""Agreements that have no name of their own: who signs one, and with whom.

`A and B signed a memorandum of understanding`: whoever signs an agreement to work together is a
partner of the others. `A signed an agreement on visas`: what it is on, or with whom, tells it from
others; without either it is no thing of its own. Who signs in an office signs for the body.
"""

from collections.abc import Iterable, Iterator

from partnergraph.lexicon import Entry
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim, Frame, Span
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.targets import Target

_WITH = frozenset(("with", "avec", "con"))
_BETWEEN = frozenset(("between", "entre"))
_NEAR = 6
"""Words between a verb and its agreement, or behind it before those it is made with."""
_FAR = 40
"""Words between the parties to an agreement and the verb that says it was signed, at most."""
_ENDS = frozenset(("(", "”", '"', "»"))
"""What ends an agreement's name behind its parties."""
_TO_PARTIES = 12
"""Words of what an agreement is on before *between*."""
_SIGNED = frozenset(("SIGNED",))
_ALLIED = frozenset(("PARTNERS_WITH",))
_MOST = 4
"""Parties to an agreement who are each said to be partners of all the others."""


class Accords(Frame):
    """The claims that verbs of signing make of agreements without a name."""

    def claims(self) -> Iterator[Claim]:
        """Every claim, left to right."""
        for place, group in enumerate(self.sentence.groups):
            entries = self._entries(group)
            if "SIGNED" in self._types(entries) and not self.sentence.denied(place):
                yield from self._of(place, group, entries)
                yield from self._between(place, group, entries)

    def _of(self, place: int, group: Group, entries: tuple[Entry, ...]) -> Iterator[Claim]:
        head = self._before(group.first) if group.passive else self._behind(group.last + 1)
        head = self._ahead(place, group) if head < 0 else head
        if head < 0:
            return
        noun = self._noun(head)
        short = self._past_bracket(head)
        beside, last = self._with(max(noun.last, short) + 1)
        signing = self._signing(place, group)
        parties = _distinct((*signing, *beside))
        verb = self._cue(group)
        told = noun.last > head or beside
        if told and signing:
            whole = Noun(noun.first, head, max(noun.last, last), noun.article, last)
            yield Claim(signing, entries, Target("instrument", noun=whole), verb, _SIGNED)
        role = self.tokens[head].role
        said = beside and signing and short == head  # *with* right behind the word: a noun's role
        if role is not None and 1 < len(parties) <= _MOST and not said:
            cue = (*verb, (head, head)) if head > group.last else ((head, head), *verb)
            for n, party in enumerate(parties):
                for other in parties[n + 1 :]:
                    yield Claim((party,), (role,), self.targets.named(other), cue, _ALLIED)

    def _between(self, place: int, group: Group, entries: tuple[Entry, ...]) -> Iterator[Claim]:
        """`The Agreement on visas between A and B was signed`, `fue suscrito el Convenio entre …`.

        Whose agreement it is stands in its name; that it was signed says that they did.
        """
        found = self._parties(place, group) if group.passive and group.by < 0 else None
        if found is None:
            return
        head, cast, last = found
        noun = self._noun(head)
        end = group.first - 1 if last < group.first else last
        opened = (n for n in range(last + 1, end + 1) if self.tokens[n].mark in _ENDS)
        end = next(opened, end + 1) - 1
        while end > last and (self.tokens[end].mark or self.tokens[end].is_a("relative")):
            end -= 1
        whole = Noun(noun.first, head, end, noun.article, end)
        yield Claim(cast, entries, Target("instrument", noun=whole), self._cue(group), _SIGNED)

    def _parties(self, place: int, group: Group) -> tuple[int, tuple[Mention, ...], int] | None:
        """The agreement that a verb is said of, those it is between, and where they end."""
        others = [each for n, each in enumerate(self.sentence.groups) if n != place]
        taken = {at for each in others for at in range(each.first, each.last + 1)}
        before = range(group.first - 1, max(group.first - _FAR, -1), -1)
        inverted = self.sentence.language == "es" and not group.reduced
        behind = range(group.last + 1, min(group.last + _FAR, len(self.tokens)))
        for stretch in (before, behind) if inverted else (before,):
            for here in stretch:
                if here in taken or self.tokens[here].mark == ";":
                    break
                if self.tokens[here].key in _BETWEEN:
                    head = self._named_before(here)
                    last = here + 1
                    while self._key(last) and self.tokens[last].is_a("determiner"):
                        last += 1
                    cast = self.tokens[last].cast if self._key(last) else None
                    bound = tuple(_distinct(_bodies(cast.members))) if cast else ()
                    if head >= 0 and len(bound) > 1 and not group.first <= last <= group.last:
                        return head, bound, last
                    break
        return None

    def _named_before(self, at: int) -> int:
        """The word or name of the agreement that *between* stands behind; -1 where none does."""
        for here in range(at - 1, max(at - _TO_PARTIES, -1), -1):
            token = self.tokens[here]
            named = token.mention is not None and token.mention.what == "instrument"
            if named or self._is_accord(here):
                return here
            if token.mark or token.cast or token.forms:
                break
        return -1

    def _cue(self, group: Group) -> tuple[Span, ...]:
        return self.words(group) if group.by < 0 else (self._span(group, group.last),)

    # The agreement

    def _behind(self, at: int) -> int:
        """The word for an agreement that a verb has as its object; -1 where it has none."""
        for here in range(at, min(at + _NEAR, len(self.tokens))):
            if self._is_accord(here):
                return self._last_of(here)
            token = self.tokens[here]
            if not (token.plain or token.is_a("determiner", "adverb")):
                break
        return -1

    def _before(self, at: int) -> int:
        """The word for an agreement right before a passive or its relative pronoun; -1 for none."""
        for here in range(at - 1, max(at - _NEAR, -1), -1):
            if self._is_accord(here):
                return here
            token = self.tokens[here]
            if not (token.plain or token.is_a("relative", "adverb") or token.mark in ("(", ")")):
                break
        return self._subject(at)

    def _subject(self, at: int) -> int:
        """The word for an agreement that a clause begins with: *a protocol on data* was signed."""
        start = self.sentence.clause_start(at - 1, 0)
        for here in range(start, at):
            if self._is_accord(here):
                return here
            token = self.tokens[here]
            if not (token.plain or token.is_a("determiner", "adverb")):
                break
        return -1

    def _ahead(self, place: int, group: Group) -> int:
        """The word behind a participle that begins a sentence: *Signed by A and B*, the accord."""
        if not group.reduced or group.first:
            return -1
        at = self.sentence.agents(place)[1] + 1
        while at < len(self.tokens) and not self.tokens[at].mark:
            at += 1
        at += 1 + (at + 1 < len(self.tokens) and self.tokens[at + 1].is_a("determiner"))
        return at if at < len(self.tokens) and self._is_accord(at) else -1

    def _noun(self, head: int) -> Noun:
        """The words for an agreement, with what it is on."""
        noun = self.sentence.nouns.around(head, max(head - _NEAR, 0))
        behind = self.tokens[head + 1 : head + 2]
        on = any(token.is_a("preposition") or token.key[0].isdigit() for token in behind)
        return noun if on else Noun(noun.first, head, head, noun.article, head)

    def _is_accord(self, at: int) -> bool:
        token = self.tokens[at]
        return token.noun == "accord" or token.key in self._small("signable")

    def _last_of(self, at: int) -> int:
        """The last of several such words: a *framework agreement protocol*."""
        while at + 1 < len(self.tokens) and self._is_accord(at + 1):
            at += 1
        return at

    def _past_bracket(self, head: int) -> int:
        """The end of a short form in brackets behind a word: Memorandum of Understanding (MoU)."""
        closing = self.tokens[head + 1 : head + 4]
        if not closing or closing[0].mark != "(":
            return head
        return next((head + n for n, token in enumerate(closing, 1) if token.mark == ")"), head)

    # Its parties

    def _signing(self, place: int, group: Group) -> tuple[Mention, ...]:
        if not group.passive:
            return tuple(_bodies(self.sentence.subjects[place].cast))
        cast, _ = self.sentence.agents(place)
        return tuple(_bodies(cast)) or self._with(group.last + 1, _BETWEEN)[0]

    def _with(
        self, at: int, words: frozenset[str] = _WITH | _BETWEEN
    ) -> tuple[tuple[Mention, ...], int]:
        """Those behind *with* or *between*, and where the last of them stands."""
        for here in range(at, min(at + _NEAR, len(self.tokens))):
            token = self.tokens[here]
            if token.key in words:
                cast, last = self.sentence.names_at(here + 1)
                return tuple(_bodies(cast)), last
            dated = token.mention is not None and token.mention.what == "date"
            if not (dated or token.mark == "," or token.is_a("adverb")):
                break
        return (), -1


def _bodies(cast: Iterable[Mention]) -> Iterator[Mention]:
    """Who is bound by those who sign: a person's body."""
    for mention in cast:
        yield from mention.at[:1] if mention.what == "person" else (mention,)


def _distinct(cast: Iterable[Mention]) -> list[Mention]:
    """Every party once."""
    told: dict[str, Mention] = {}
    for each in cast:
        told.setdefault(each.entity.id if each.entity else each.name, each)
    return list(told.values())
