"""Adjuncts: `with funding from X`, `under the leadership of X`, ahead of a verb or behind it."""

from collections.abc import Iterator
from functools import cache

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small
from partnergraph.lexicon.spelling import tokens as spelled
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Claim, Frame, Span, Told
from partnergraph.relations.clauses.items import items
from partnergraph.relations.clauses.roles import is_adjunct
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.verbs import Verbs

_OF = (" of", " de")
_WHOSE = frozenset(("of", "from", "by", "de", "du", "del", "des", "d’"))
_WITH = frozenset(("with", "avec", "con"))
_HELP = frozenset(("FUNDS", "CONTRIBUTES_TO"))


class Adjuncts(Frame):
    """The claims of adjuncts."""

    def __init__(self, told: Told, verbs: Verbs) -> None:
        super().__init__(told)
        self.verbs = verbs

    def claims(self, place: int) -> Iterator[Claim]:
        """`with funding from X` behind a verb, or at a sentence's beginning before its first."""
        start = self.sentence.groups[place].last + 1 if place >= 0 else 0
        if place >= 0:
            start = max(start, self.sentence.agents(place)[1] + 1)
        limit = self._limit(place)
        owner = place if place >= 0 else 0
        for at in range(start, limit):
            token = self.tokens[at]
            if token.is_a("denied", "adversative") or token.mark in (";", ":"):
                return
            entry = self._adjunct(at)
            cue: tuple[Span, ...] = ((at, at),)
            if entry is None:
                entry, cue = self._of_amount(at)
            if entry is None:
                entry, cue = self._helped(at, place)
            if entry is None:
                entry, cue = self._going_on(at)
            if entry is None:
                continue
            came = "ATTENDED" in self._types((entry,))
            names = self.sentence.sent_by if came else self.sentence.names_at
            cast, last = names(cue[-1][1] + 1 + self._speaks(cue[-1][1] + 1, entry))
            role = self.as_what(last + 1) if cast and token.key in _WITH else -1
            if role >= 0:  # with Cameroon as vice-chair
                entry, cue = self.tokens[role].role or entry, ((role, role),)
            cast = cast or self._before_verb(cue[-1][1] + 1, place + 1)
            cast = cast or self.sentence.of_class(cue[-1][1] + 1)[0]
            if cast:
                yield from self._adjunct_claim(owner, cue, entry, cast, place < 0)

    def _before_verb(self, at: int, place: int) -> tuple[Mention, ...]:
        """The names between an adjunct and the next verb that are none of its subjects.

        `The Ministry in collaboration with A launched a programme`.
        """
        at += at < len(self.tokens) and self.tokens[at].is_a("determiner")
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.cast is None or place >= len(self.sentence.groups):
            return ()
        between = self.tokens[at + 1 : self.sentence.groups[place].first]
        subject = self.sentence.subjects[place]
        other = subject.cast and subject.at < at
        return token.cast.members if other and all(t.is_a("adverb") for t in between) else ()

    def _speaks(self, at: int, entry: Entry) -> bool:
        """Whether a comma leads from a speech to who gave it: in her opening remarks, Ms. Ruiz."""
        return self._key(at) == "," and "SPOKE_AT" in self._types((entry,))

    def _of_amount(self, at: int) -> tuple[Entry | None, tuple[Span, ...]]:
        """A phrase that an amount parts, and its two stretches: with a grant of … from."""
        amount = self.tokens[at].mention
        before, behind = self.tokens[max(at - 4, 0) : at], self.tokens[at + 1 : at + 2]
        if amount is None or amount.what != "amount" or not before or not behind:
            return None, ()
        if not behind[0].is_a("preposition"):
            return None, ()
        if before[-1].phrase is not None and before[-1].key.endswith(_OF):
            return before[-1].phrase, ((at - 1, at - 1), (at + 1, at + 1))
        if not before[-1].is_a("preposition"):
            return None, ()
        for first in range(at - len(before), at - 2):
            words = (*(token.key for token in self.tokens[first : at - 1]), behind[0].key)
            item = items(self.sentence.language).get(spelled(" ".join(words)))
            if item is not None and item.phrase is not None:
                return item.phrase, ((first, at - 2), (at + 1, at + 1))
        return None, ()

    def _helped(self, at: int, place: int) -> tuple[Entry | None, tuple[Span, ...]]:
        """A noun of help with whose it is: with financial support *and technical support from*.

        A preposition stands before it, or a conjunction behind other help, or a verb of having it:
        the workshop benefited from *the support of*.
        """
        token = self.tokens[at]
        whose = at + 1
        if whose + 2 < len(self.tokens) and self.tokens[whose].is_a("conjunction"):
            whose += 2 if self.tokens[whose + 1].plain else 0  # the support and endorsement of
        behind = self.tokens[whose] if whose < len(self.tokens) else None
        if token.role is None or behind is None or behind.key not in _WHOSE:
            return None, ()
        helps = {tie.type for tie in token.role.ties} <= _HELP
        before = at - 1
        while before > 0 and self.tokens[before].is_a("determiner"):
            before -= 1
        opening = self.tokens[before] if before >= 0 else None
        named = self.tokens[before - 1].cast if before > 0 else None
        opens = opening is not None and (
            opening.key in _WITH or (named is not None and opening.is_a("conjunction"))
        )
        opens = opens or self._is_had(at, place)
        span = ((at, whose),) if whose == at + 1 else ((at, at), (whose, whose))
        return (token.role, span) if helps and opens else (None, ())

    def _is_had(self, at: int, place: int) -> bool:
        """Whether a verb of having help stands right before it: has benefited from the support."""
        group = self.sentence.groups[place] if place >= 0 else None
        if group is None or not self._takes(group, "helped"):
            return False
        between = self.tokens[group.last + 1 : at]
        return all(token.is_a("preposition", "determiner", "adverb") for token in between)

    def _going_on(self, at: int) -> tuple[Entry | None, tuple[Span, ...]]:
        """A phrase that shares its preposition: with funding from A *and the help of* B."""
        first = at - self.tokens[at - 1].is_a("determiner") if at > 1 else 0
        joined = first > 1 and self.tokens[first - 1].is_a("conjunction")
        if not joined or not self.tokens[first - 2].cast or self._key(at + 1) not in _WHOSE:
            return None, ()
        before = next((t for t in reversed(self.tokens[: first - 1]) if t.phrase), None)
        if before is None or before.key.split()[0] not in _WITH:
            return None, ()
        said = (before.key.split()[0], *(t.key for t in self.tokens[first : at + 2]))
        item = items(self.sentence.language).get(spelled(" ".join(said)))
        entry = item.phrase if item else None
        opening = self.tokens.index(before)
        span = ((opening, opening), (first, at + 1))
        return (entry, span) if entry else (None, ())

    def _adjunct(self, at: int) -> Entry | None:
        token = self.tokens[at]
        if token.phrase is not None:
            plain = token.key in ("with", "avec", "con")
            aside = self.tokens[at - 1].mark == "," if at else False
            joined = token.is_a("joins") and aside and self.tokens[at - 2].cast
            return token.phrase if (aside or not plain) and not joined else None
        return token.role if is_adjunct(token) else None

    def _adjunct_claim(
        self,
        place: int,
        cue: tuple[Span, ...],
        entry: Entry,
        cast: tuple[Mention, ...],
        leading: bool,
    ) -> Iterator[Claim]:
        groups = self.sentence.groups
        status: str | None = ""
        spoken = False
        if place < len(groups):
            if leading:
                list(self.verbs.claims(place))
            spoken = "SPOKE_AT" in self._types((entry,))
            target = self.targets.meeting() if spoken else self.of.get(place)
            if spoken and target is None:
                return
            if groups[place].reduced and target is None:
                return
            if self.sentence.denied(place):
                return
            status = self.status(self.words(groups[place]))
        else:
            target = None
        if status is None:
            return
        if target is None:
            target = self._default(entry, place)
        if target is None:
            return
        if status and not spoken:
            group = (groups[place].first, groups[place].last)
            cue = (*cue, group) if leading else (group, *cue)
        for each in self._with_whom(place, entry, target) or (target, *self.also.get(place, ())):
            yield Claim(cast, (entry,), each, cue)

    def _with_whom(self, place: int, entry: Entry, target: Target) -> list[Target]:
        """Those who did it with somebody, where what was done to is a body: A opened the Centre."""
        if target.kind != "body" or "PARTNERS_WITH" not in self._types((entry,)):
            return []
        who = self.sentence.subjects[place].cast if place < len(self.sentence.groups) else ()
        return [self.targets.named(each) for each in who if each.what in ("body", "country")]

    def _default(self, entry: Entry, place: int) -> Target | None:
        """What an adjunct belongs to where its verb has no object: the item, or the meeting."""
        if place >= len(self.sentence.groups) or self.sentence.groups[0].infinitive:
            return self.targets.item()
        types = self._types((entry,))
        met = any(form.lemma in _met(form.language) for form in self.sentence.groups[place].forms)
        return self.targets.meeting() if met or "HOSTED" in types else None


@cache
def _met(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("meet", language))
