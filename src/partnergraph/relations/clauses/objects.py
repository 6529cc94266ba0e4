"""What a verb is done to: a thing named behind it, a meeting, or what it makes itself."""

from partnergraph.lexicon import Entry, verbs
from partnergraph.lexicon.amounts import WORD
from partnergraph.mentions.dates import MONTHS
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.agents import AT_TIMES
from partnergraph.relations.clauses.frame import Frame
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.sentence import Subject
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.token import Token

_TO = frozenset(
    (
        *("in", "at", "to", "of", "from", "with", "on", "over", "for", "à", "au", "aux"),
        *("de", "du", "en", "con", "a", "al", "por", "sobre"),
    )
)
_THROUGH = frozenset(("by", "via", "through", "as", "par", "por", "mediante", "como"))
"""What says how somebody took part, and in nothing that is named: by video link."""
_INTRANSITIVE = frozenset(
    ("MEMBER_OF", "ATTENDED", "SPOKE_AT", "CONTRIBUTES_TO", "PARTNERS_WITH", "MODERATED")
)
_OBJECTLESS = frozenset(("ATTENDED", "SPOKE_AT", "MODERATED"))
_HELD = frozenset(("HOSTED",))
_TALKS = frozenset(("MODERATED", "SPOKE_AT"))
_COMES = frozenset(("ATTENDED",))
_MAKING = frozenset(("CONDUCTED", "IMPLEMENTS", "PREPARED", "ORGANISED"))
_WRITTEN = frozenset(("PREPARED",))
_HELPING = frozenset(("CONTRIBUTES_TO", "FUNDS"))
_PAID = frozenset(("FUNDS",))
_OF = frozenset(("of", "de", "du", "del", "des", "d’"))
_ASIDES = 16
"""Tokens of places and dates that stand between a verb and its object."""
_PLACE = 4
"""Words that the name of a place has at most: *Dar es Salaam*."""
_BEFORE_A_SUM = 4
"""Words before a sum that a verb gives: *a total of some* EUR 3 million."""
_NONE = frozenset(
    ("no", "any", "each", "every", "aucun", "aucune", "chaque", "ningún", "ninguna", "cada")
)
_PEOPLE_MAY = frozenset(("CONDUCTED",))


class Objects(Frame):
    """The objects of verbs."""

    def of_verb(
        self,
        place: int,
        start: int,
        entries: tuple[Entry, ...],
        subject: Subject,
        cast: tuple[Mention, ...],
    ) -> Target | None:
        """What a verb is done to."""
        limit = self._limit(place)
        types = self._types(entries)
        at = start
        while at < limit and (self.tokens[at].is_a("adverb") or self._dated(at)):
            at += 2 if self._dated(at) else 1
        at = self._past_asides(self._past_where(at, limit), limit)
        behind = at < limit and self.tokens[at].key in _TO and self.tokens[at].is_a("preposition")
        if behind and types & _INTRANSITIVE:
            at += 1
        elif behind and self.sentence.language == "es" and self.tokens[at].key in ("a", "al"):
            at += 1  # formó a 80 jueces
        elif behind:
            at = limit
        paid = self.sum_behind(place)
        if paid >= 0:
            at = paid + 1
            if at < limit and self.tokens[at].is_a("preposition"):
                return self._object_at(at + 1, limit, types, place)
            return self.targets.of_noun(subject.of) if subject.of is not None else None
        if types & _HELPING:
            at = self._behind_making(at, limit)
        found = self._object_at(at, limit, types, place)
        if found:
            return found
        if subject.of is not None:
            own = self._has_own(at, limit, start)
            return None if own else self._of_relative(place, subject.of)
        if at < limit and types & _OBJECTLESS and all(m.what == "person" for m in cast):
            return self.targets.meeting()
        nothing = at >= limit or bool(self.tokens[at].mark) or start > at
        nothing = nothing or self.tokens[start].key.split()[0] in _THROUGH
        return self.targets.meeting() if nothing and types & _OBJECTLESS else None

    def _of_relative(self, place: int, noun: Noun) -> Target | None:
        """The thing before a verb, with it where it is half of the deed: *el personal lo forma*."""
        group = self.sentence.groups[place]
        if not self._whole(group):
            return self.targets.of_noun(noun)
        near = noun.last < group.first <= noun.last + 2
        return Target("activity", predicate=(noun.first, group.last)) if near else None

    def _has_own(self, at: int, limit: int, start: int) -> bool:
        """Whether a verb has an object that is no thing: a plan that IOM *develops policy*."""
        if at >= limit or at < start or self.tokens[at].key in AT_TIMES:
            return False
        general = self.sentence.nouns.object_at(at, limit)
        return general is not None and not self._dated(at)

    def sum_behind(self, place: int) -> int:
        """Where a sum of money stands that a verb gives: contributed some USD 2 million; or -1."""
        first = self.sentence.groups[place].last + 1
        for at in range(first, min(first + _BEFORE_A_SUM, len(self.tokens))):
            token = self.tokens[at]
            if token.mention is not None and token.mention.what == "amount":
                return at
            if token.mark or token.cast or token.forms or token.phrase:
                break
        return -1

    def paying(self, place: int) -> tuple[Entry, ...]:
        """What the lexicon says of a verb with a sum of money behind it."""
        if self.sum_behind(place) < 0:
            return ()
        group = self.sentence.groups[place]
        main = next(
            (t for t in reversed(self.tokens[group.first : group.last + 1]) if t.forms), None
        )
        forms = verbs.forms((*main.key.split(), WORD), self.sentence.language) if main else ()
        return tuple(dict.fromkeys(entry for form in forms for entry in form.entries))

    def _behind_making(self, at: int, limit: int) -> int:
        """The place behind a noun of making and its `of`: the establishment of the Centre."""
        here = at + (at < limit and self.tokens[at].is_a("determiner"))
        key = self.tokens[here].key if here < limit else ""
        noun, *of = key.split()[:2] or [""]
        if noun not in self._small("making"):
            return at
        here += 1
        if not of and here < limit and self.tokens[here].key in _OF:
            of, here = [self.tokens[here].key], here + 1
        return here if of and of[0] in _OF and here < limit else at

    def _past_asides(self, at: int, limit: int) -> int:
        """The object behind where and when between commas: organizó en Tacna, *el 6*, el curso."""
        if at >= limit or (
            self.tokens[at].mark != "," and self._key(at) not in self._small("where")
        ):
            return at
        here = at
        while here < min(limit, at + _ASIDES) and not self.tokens[here].is_a("determiner"):
            token = self.tokens[here]
            small = token.mark == "," or self._is_when(here)
            if not (small or self._is_where(here) or token.is_a("preposition")):
                return at
            here += 1
        before = self.tokens[here - 1].mark == "," and here < limit
        return here if before and not self.tokens[here].is_a("preposition") else at

    def _is_when(self, at: int) -> bool:
        """Whether a word is a date, or a number of one."""
        token = self.tokens[at]
        return (token.mention is not None and token.mention.what == "date") or token.key.isdigit()

    def _past_where(self, at: int, limit: int) -> int:
        """The object behind where or when: accueille *à Cotonou* l’atelier, *en juin* un cours."""
        here = at + 1
        if at >= limit or self._key(at) not in self._small("where"):
            return at
        while here < min(limit, at + _PLACE + 1) and self._is_where(here):
            here += 1
        found = here > at + 1 and here < limit and self.tokens[here].is_a("determiner")
        return here if found and not self.tokens[here].is_a("preposition") else at

    def _is_where(self, at: int) -> bool:
        """Whether a word is one of a place's name, or a month."""
        token = self.tokens[at]
        country = token.cast is not None and token.cast.members[0].what == "country"
        town = token.capital and not token.cast and token.mention is None
        return country or (token.plain and (town or token.key in MONTHS))

    def _dated(self, at: int) -> bool:
        """Whether `in 2024` stands at a place."""
        following = self.tokens[at + 1].mention if at + 1 < len(self.tokens) else None
        dated = following is not None and following.what == "date"
        return dated and self.tokens[at].is_a("preposition")

    def _object_at(self, at: int, limit: int, types: frozenset[str], place: int) -> Target | None:
        if at >= limit:
            return None
        token = self.tokens[at]
        if token.key in ("it", "them") and not token.cast:
            if self._whole(self.sentence.groups[place]):
                return None
            told = [target for n in range(place) if (target := self.of.get(n))]
            return told[-1] if told else self.targets.it()
        first = at + token.is_a("determiner")
        owned = first + 2 < limit and self.tokens[first + 1].mark in ("’", "'")
        if owned and self.tokens[first].cast:
            at = first = first + 2  # funded UNHCR’s project on asylum
        named = self._mentioned(first)
        if named:
            behind = self.tokens[first + 1] if first + 1 < limit else None
            acts = behind is not None and {form.tense for form in behind.forms} == {"gerund"}
            acts = acts or (behind is not None and self._is_its(first, behind))
            return None if acts else named  # supports the Office developing a guide
        noun = next(
            (n for n in self.sentence.nouns.list if n.first <= at + 2 and at <= n.head < limit),
            None,
        )
        if noun and self._begins(noun, at) and not self._whole(self.sentence.groups[place]):
            return self.targets.of_noun(noun)
        general = self.sentence.nouns.object_at(at, limit)
        if general is None or general.last + 1 in self.sentence.starts:
            return None
        behind = self.tokens[general.last + 1] if general.last + 1 < limit else None
        if behind is not None and behind.cast and not self.tokens[general.head].noun:
            return None  # hosted the high-level Rabat Process dialogue
        if self.tokens[general.head].key in self._small("weekday"):
            return None  # realizará el martes 7 de agosto la conferencia
        if types & _TALKS and self.tokens[general.head].key in self._small("talk"):
            return self.targets.meeting()
        if types == _COMES and general.definite and not self.tokens[general.head].noun:
            return Target("meeting", noun=general)
        if general.definite and self.tokens[general.head].capital:
            return self.targets.of_noun(general)
        acts = self._is_act(general)
        if general.definite and (
            acts
            or types == _PAID
            or self._takes(self.sentence.groups[place], "certain_verbs", "tangible")
        ):
            return self._certain(general, types)
        if not types & _MAKING:
            return None
        return self._predicate(place, general, types)

    def _is_its(self, at: int, behind: Token) -> bool:
        """Whether a noun behind a name is what is done to: supported *the UNHCR launch* of."""
        tied = self.tokens[at].stop + 1 == behind.start and self._key(at + 2) in _OF
        noun = behind.plain and not behind.capital and behind.key not in AT_TIMES
        return tied and noun and at + 1 not in self.sentence.starts

    def _is_act(self, noun: Noun) -> bool:
        """Whether a noun is of a verb, with what that is done to: *the tracing of* families."""
        head = self.tokens[noun.head].key
        acts = self.sentence.language == "en" and head.endswith("ing")
        return acts and self._key(noun.head + 1) in _OF

    def _begins(self, noun: Noun, at: int) -> bool:
        return noun.first - (1 if noun.article else 0) <= at

    def _certain(self, noun: Noun, types: frozenset[str]) -> Target | None:
        """What a verb was done to that takes nothing but deeds: organised the relay."""
        head = self.tokens[noun.head]
        if head.noun or head.role or head.key in self._small("outcome"):
            return None
        hosted = types & _HELD
        if hosted and head.key.endswith("s"):
            return None
        return Target("meeting" if hosted else "activity", noun=noun)

    def _predicate(self, place: int, noun: Noun, types: frozenset[str]) -> Target | None:
        """The activity that a verb with any object is: trained 120 border officials."""
        head = self.tokens[noun.head]
        words = self.tokens[noun.first : noun.head + 1]
        if head.noun in ("abstract", "accord") or head.is_a("relative"):
            return None
        people = head.noun == "people" or self._whole(self.sentence.groups[place])
        if people and not types & _PEOPLE_MAY:
            return None
        several = head.key.endswith("s") and not noun.article
        counted = bool(noun.article) and not noun.definite and noun.article not in _NONE
        counted = counted or words[0].key[0].isdigit()
        if not (
            people or several or counted or self._takes(self.sentence.groups[place], "tangible")
        ):
            return None
        if types == _WRITTEN and not people:
            return Target("activity", noun=noun)
        main = self.sentence.groups[place].last
        while main > self.sentence.groups[place].first and not self.tokens[main].forms:
            main -= 1
        return Target("activity", predicate=(main, noun.last))
