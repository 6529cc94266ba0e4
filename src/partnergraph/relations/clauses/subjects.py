"""What stands before a verb, and the thing that a participle says something of."""

from collections.abc import Sequence
from functools import cached_property

from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import small_set
from partnergraph.mentions.mention import Cast
from partnergraph.mentions.naming import QUOTES
from partnergraph.records.ids import fold
from partnergraph.relations.clauses.groups import BY
from partnergraph.relations.clauses.nouns import INDEFINITE, Noun
from partnergraph.relations.clauses.parsed import THAT
from partnergraph.relations.clauses.relatives import GENITIVE, Relatives, Subject
from partnergraph.relations.clauses.words import OF

_IT = frozenset(["it", "they", "he", "she", "il", "elle", "ils", "elles"])
_SHE = frozenset(("elle", "elles"))
_FEMININE = frozenset(("la", "une", "cette", "sa"))
_ITS_OBJECT = frozenset(("lo", "la", "los", "las"))
"""What stands between an object and its verb: el censo *lo* realizó el Instituto."""
_THERE = frozenset(("y", "en", "l’"))
"""What stands between a subject and its verb: le HCR *y* a assisté."""
_HELPED = frozenset(("FUNDS", "CONTRIBUTES_TO"))
_IS = frozenset(("is", "was", "est", "était", "es", "era", "fue"))
_BY_NATURE = {
    "PREPARED": ("text", "work"),
    "CONDUCTED": ("work",),
    "ORGANISED": ("event",),
    "HOSTED": ("event",),
    "LED": ("event",),
    "ACCOUNTABLE_FOR": ("work", "text"),
    "CO_FACILITATED": ("event",),
}


class Subjects(Relatives):
    """The subjects of a sentence's verbs."""

    @cached_property
    def subjects(self) -> list[Subject]:
        """The subject of each group, in their order."""
        made: list[Subject] = []
        for place in range(len(self.groups)):
            made.append(self._subject(place, made))
        return made

    def _subject(self, place: int, known: Sequence[Subject]) -> Subject:
        group = self.groups[place]
        floor = self.groups[place - 1].last + 1 if place else 0
        at = self._back(group.first - 1, floor)
        before = known[place - 1] if place else Subject()
        if group.reduced:
            found = self._patient(place, at, floor, before)
            return self._called(place, found, before) or found
        if at < floor:
            unsaid = self.language == "es" and group.passive
            return before if place else Subject(it=unsaid)
        token = self.tokens[at]
        if token.is_a("conjunction", "adversative"):
            which = self._which(at, floor)
            return self._relative(place, which, before) if which >= 0 else before
        if token.key in GENITIVE:
            return self._relative(place, at, before)
        if token.key in THAT and token.is_a("relative", "preposition", "determiner", "planned"):
            said = self._who_said(place, at, before) if self.language == "es" else None
            return said or self._relative(place, at, before)
        owned = self._owned(at, floor)
        if owned is not None:
            return owned
        if token.key in _ITS_OBJECT and self.language == "es":
            return self._behind_object(place, at, floor)
        if self.language == "fr" and token.key in _THERE and at > floor:
            return self._past_pronoun(place, at, floor, known)
        if token.key in _IT:
            again = self._said_again(place, at, before)
            return self._who_said(place, at - 1, before) or again or Subject(it=True, at=at)
        if token.cast and self._closes_participle(place, at):
            return before
        if token.cast:
            return self._named(place, at, floor, known)
        if token.mark == ",":
            return self._before_aside(place, at, floor, known)
        goes_on = token.mark == ")" or (place > 0 and self.groups[place - 1].reduced)
        return self._thing(place, at, floor) or (before if goes_on else Subject())

    def _which(self, at: int, floor: int) -> int:
        """Where a relative pronoun opens the clause of joined verbs; -1 where none does.

        Of *a Unit which licences and supervises* the first verb may be one that nobody knows.
        """
        for here in range(at, floor - 1, -1):
            token = self.tokens[here]
            if token.is_a("relative") and token.key in THAT:
                return here
            if token.mark in (";", ":"):
                break
        return -1

    def _said_again(self, place: int, at: int, before: Subject) -> Subject | None:
        """What *it* is behind a semicolon: the workshop is in May; *it* will be led by Ghana."""
        parted = place and self.tokens[at - 1].mark == ";"
        noun = before.noun
        if not parted or before.relative or self.groups[place - 1].reduced:
            return None
        if noun is None:
            return before._replace(at=at) if len(before.cast) == 1 else None
        feminine = noun.article in _FEMININE
        other = self.language == "fr" and feminine != (self.tokens[at].key in _SHE)
        return None if other else before._replace(at=at)

    def _behind_object(self, place: int, at: int, floor: int) -> Subject:
        """Who stands behind a verb with its object before it: el censo *lo* realizó la OIM."""
        noun = self._noun_ending(self._back(at - 1, floor))
        if noun is None and at > floor and self.tokens[at - 1].mark not in (",", ";"):
            noun = self._general(self.clause_start(at - 1, floor), at - 1, floor)
        again = at == floor or self.tokens[at - 1].is_a("conjunction", "adversative")
        if noun is not None or not again:
            return self._behind(place, noun)
        cast, last = self.names_at(self.groups[place].last + 1, place)
        return Subject(cast=cast, at=last, its=True) if cast else Subject()

    def _past_pronoun(self, place: int, at: int, floor: int, known: Sequence[Subject]) -> Subject:
        """The subject before a pronoun of its verb: l’OIM *y* a assisté, il *l’*a financé."""
        here = self._back(at - 1, floor)
        if here < floor:
            return Subject()
        if self.tokens[here].key in _IT:
            return Subject(it=True, at=here)
        if self.tokens[here].cast:
            return self._named(place, here, floor, known)._replace(its=True)
        return self._thing(place, here, floor)

    def _closes_participle(self, place: int, at: int) -> bool:
        """Whether names belong to a participle of the subject: a project funded by Austria will."""
        if not place:
            return False
        group = self.groups[place - 1]
        agent = group.reduced and group.by >= 0 and at - group.by <= 2
        return agent and self._awaits(place - 1)

    def _named(self, place: int, at: int, floor: int, known: Sequence[Subject]) -> Subject:
        """The names before a verb; of a list that another verb has, only the last is its own."""
        cast = self.tokens[at].cast
        assert cast
        relative = self._relative_before(place, at, floor, known)
        members = cast.members
        if self._sent(at):
            return Subject(cast=(*self._sent_with(at), *members), at=at)
        if at > 0 and relative is None:
            before = self.tokens[self._past_articles(at)]
            helped = self.tokens[at - 2].cast if at > 1 and before.phrase else None
            if helped:
                inside = at > 2 and self.tokens[at - 3].is_a("preposition")  # Mission to Peru
                return Subject() if inside else Subject(cast=helped.members, at=at - 2)
            if self._is_work_of(place, at):
                return Subject(cast=members, at=at)
            claimed = before.is_a("preposition") or before.phrase or before.is_a("joins")
            if claimed or (place and at == floor and not self.groups[place - 1].bare):
                close = place and at - self.groups[place - 1].last <= 3
                if self.groups[place].passive and (noun := self._whose(at, floor)):
                    return Subject(noun=noun, at=at)
                if len(members) < 2 or not (close or not place):
                    return Subject()
                members = members[-1:] if place else members[len(self._kept(cast)) :]
        within = self._belonging(at - 1) if at > 0 else None
        return Subject(
            cast=members, of=relative, relative=relative is not None, at=at, within=within
        )

    def _past_articles(self, at: int) -> int:
        """The place before a name and its articles: the impacts *of* the RSE."""
        here = at - 1
        while (
            here > 0
            and self.tokens[here].is_a("determiner")
            and not (self.tokens[here].is_a("preposition") or self.tokens[here].key in OF)
        ):
            here -= 1
        return here

    def _whose(self, at: int, floor: int) -> Noun | None:
        """The thing that is somebody's before a passive: the study *by IOM* was funded by."""
        noun = self.nouns.first_in(self.clause_start(at, floor), at)
        if noun is None or noun.first - bool(noun.article) > self.clause_start(at, floor):
            return None
        between = self.tokens[noun.last + 1 : at]
        tied = all(token.is_a("preposition", "determiner") or token.key in BY for token in between)
        return noun if tied else None

    def _before_aside(self, place: int, at: int, floor: int, known: Sequence[Subject]) -> Subject:
        """The subject before what stands between commas: a relative clause, a participle, words."""
        before = known[place - 1] if place else Subject()
        if before.within or before.whose or before.of:
            return before.within or before.whose or Subject(noun=before.of, at=at)
        if place and (before.relative or self.groups[place - 1].reduced):
            return before._replace(relative=False) if before else self._before_participle(place)
        last = self._back(at - 1, floor)
        apposed = last >= floor and self.tokens[last].cast
        if apposed and apposed.members[-1].what == "person" and len(apposed.members) > 1:
            return Subject(cast=apposed.members, at=last)
        parted = last == floor or self.tokens[last - 1].mark == ","
        if apposed and (parted or self.tokens[last - 1].is_a("conjunction")):
            seat = self.tokens[last - 2].cast if last - 2 >= floor else None
            if seat and _is_place(apposed) and seat.members[-1].what == "body":
                return Subject(cast=seat.members, at=last - 2)
            return Subject(cast=apposed.members, at=last)
        here = at - 1
        while here >= floor and self.tokens[here].mark not in (",", ";", ":"):
            here -= 1
        if here > 0 and self.tokens[here].mark == ",":
            cast = self.tokens[here - 1].cast
            inside = self._whose(here - 1, floor) if cast and here > 1 else None
            if inside is not None:
                return Subject(noun=inside, at=here - 1)
            if cast and self._aside(here + 1):
                joined = self.tokens[here + 1].is_a("joins")
                more = self.names_at(here + 2)[0] if joined else ()
                return Subject(cast=(*cast.members, *more), at=here - 1)
            noun = self._noun_ending(here - 1)
            return Subject(noun=noun, at=here - 1) if noun else Subject()
        return Subject()

    def _before_participle(self, place: int) -> Subject:
        """The names that a participle between commas says something of: Ghana, represented by."""
        at = self.groups[place - 1].first - 1
        cast = self.tokens[at - 1].cast if at > 0 and self.tokens[at].mark == "," else None
        return Subject(cast=cast.members, at=at - 1) if cast else Subject()

    def _aside(self, at: int) -> bool:
        token = self.tokens[at]
        bare = self.language != "en" and bodies().kind([fold(token.key)], True) is not None
        return bare or bool(
            token.phrase
            or token.is_a("joins", "preposition", "determiner", "denied", "relative")
            or token.role
        )

    def _thing(self, place: int, at: int, floor: int) -> Subject:
        """The thing that a verb's subject is: the head of the words before it."""
        start = self.clause_start(at, floor)
        noun = self.nouns.first_in(start, at + 1)
        joined = self.nouns.joined(noun) if noun else []
        free = noun and (not self._governed(noun, start) or self._is_work_of(place, noun.first))
        if noun and joined[-1].last >= at - 1 and free:
            also = tuple(each for each in joined if noun.head < each.head <= at)
            return Subject(noun=noun, at=at, also=also)
        if noun is None or not free:
            general = self._general(start, at, floor)
            if general:
                return Subject(noun=general, at=at)
        return Subject()

    def _is_tail(self, start: int, floor: int) -> bool:
        """Whether a list goes on behind a comma: a workshop on visas, *the rights of* …"""
        behind_comma = start > floor and self.tokens[start - 1].mark == ","
        if not behind_comma or self.tokens[floor].is_a("preposition"):
            return False
        return self.nouns.first_in(floor, start - 1) is not None

    def _general(self, start: int, at: int, floor: int) -> Noun | None:
        """Any noun phrase with an article or number that fills a stretch: the library of Fez."""
        general = self.nouns.object_at(start, at + 1)
        if general is None or general.last < at or self._is_tail(start, floor):
            return None
        counted = self.tokens[general.first].key[0].isdigit()
        return general if general.article or counted else None

    def _is_work_of(self, place: int, at: int) -> bool:
        """Whether what is helped is somebody's work: *the work of* the Forum is funded by."""
        types = {t.type for f in self.groups[place].forms for e in f.entries for t in e.ties}
        at -= self.tokens[at - 1].is_a("determiner") and self.tokens[at - 1].key not in OF
        made = self.tokens[at - 2].key if at > 1 and self.tokens[at - 1].key in OF else ""
        helped = types and types <= _HELPED and self.groups[place].passive
        return bool(helped) and made in small_set("making", self.language)

    def _governed(self, noun: Noun, start: int) -> bool:
        """Whether other words rule the first thing of a clause: the outcomes of the …"""
        before = self.tokens[start : noun.first - bool(noun.article)]
        return any(
            (token.is_a("preposition") and token.key not in ("a", "y"))
            or (token.plain and token.forms and self.language == "en")
            for token in before
        )

    def clause_start(self, at: int, floor: int) -> int:
        """Where the clause begins that a place stands in, not before another place."""
        here = at
        while here >= floor:
            token = self.tokens[here]
            if token.mark in (",", ";", ":", "—", "–", ".") or token.is_a("adversative"):
                return here + 1
            if token.is_a("relative") and token.key in THAT:
                return here + 1
            here -= 1
        if floor and floor <= at and self.tokens[floor].is_a("conjunction"):
            return floor + 1
        return floor

    def _patient(self, place: int, at: int, floor: int, before: Subject) -> Subject:
        """The thing that a participle says something of; none where two would fit."""
        comma = at >= floor and self.tokens[at].mark in (",", "(")
        joined = at >= floor and self.tokens[at].is_a("conjunction")
        end = self._back(at - 1, floor) if comma or joined else at
        nouns = [noun for noun in self.nouns.within(floor, end + 1) if noun.last >= end - 1]
        named = self.tokens[end].cast if comma and end >= floor else None
        ahead = self._past_articles(end) if named else -1
        inside = ahead >= floor and self.tokens[ahead].is_a("preposition")
        own = named and not inside and not nouns and self.groups[place].by >= 0
        if named and own and self._is_one_body(end) and not self._comes_along(place, named):
            return Subject(cast=named.members, at=end)  # the Dialogue, chaired by Kenya, met
        if not nouns:
            if at < floor and not place and self.groups[place].by >= 0:
                return self._fronted(place)
            loose = not (comma or joined or at < floor)
            start = self.clause_start(end, floor)
            start += self.tokens[start].key == "of"
            general = self._general(start, end, floor) if comma else None
            if general and (general.definite or general.article in OF):
                return Subject(noun=general, at=end)
            return Subject() if loose else self._shared(place, before, comma)
        fitting = [n for n in nouns if self._suits(place, n)]
        if len(nouns) == 1:
            direct = comma or end == nouns[0].head or fitting or self._described(nouns[0], end)
            also = self._beside(nouns[0], floor, comma)
            return Subject(noun=nouns[0], at=end, also=also) if direct else Subject()
        whole = nouns[0] in fitting and all(noun.last <= nouns[0].last for noun in nouns)
        if comma and whole:  # the study on a database, drawn up by
            return Subject(noun=nouns[0], at=end)
        if len(fitting) == 1 and (comma or fitting[0] is nouns[0] or end <= fitting[0].last):
            return Subject(noun=fitting[0], at=end)
        return Subject()

    def _described(self, noun: Noun, end: int) -> bool:
        """Whether only adjectives stand behind a noun: un projet *régional* financé par."""
        behind = self.tokens[noun.head + 1 : end + 1]
        return self.language != "en" and all(token.plain and not token.noun for token in behind)

    def _called(self, place: int, found: Subject, before: Subject) -> Subject | None:
        """What a participle's noun says of a thing with a name: *X* is a project funded by."""
        noun = found.noun
        if not place or noun is None or before.noun is None or noun.article not in INDEFINITE:
            return None
        copula = self.groups[place - 1]
        between = self.tokens[copula.last + 1 : noun.first - 1]
        same = copula.bare and self.tokens[copula.last].key in _IS
        told = same and all(token.is_a("adverb") for token in between)
        return found._replace(noun=before.noun) if told else None

    def _beside(self, noun: Noun, floor: int, comma: bool) -> tuple[Noun, ...]:
        """The things before one that share its participle: all behind a comma.

        Without one only those of one article: *the seminar and workshop led by*.
        """
        before = [each for each in self.nouns.joined(noun) if floor <= each.head < noun.head]
        if comma:
            region = self.nouns.within(floor, noun.head)
            return tuple(before) if len(before) == len(region) else ()
        whole = [*before, noun]
        first = max((n for n, each in enumerate(whole) if each.article), default=0)
        return tuple(whole[first:-1])

    def _shared(self, place: int, before: Subject, comma: bool) -> Subject:
        """The thing of the participle or passive before: commissioned by X and carried out by Y."""
        if not place:
            return Subject()
        group = self.groups[place - 1]
        if group.passive:
            return before
        noun = self.nouns.first_in(group.last + 1, self.groups[place].first)
        if noun:
            return Subject(noun=noun)
        near = comma and before.noun and self._only_where(group.last + 1, self.groups[place].first)
        return before if near else Subject()

    def _only_where(self, start: int, stop: int) -> bool:
        """Whether nothing but a place, time or title stands there: was held *in Accra in May*."""
        if self.tokens[start].mark in QUOTES:
            return True  # the handbook, entitled “Trade and Work”, published by
        return all(
            token.mark in (",", "(", ")")
            or token.is_a("preposition", "determiner", "adverb", "conjunction")
            or (token.capital and not token.cast)
            or (token.mention is not None and token.mention.what in ("date", "event"))
            or (token.cast is not None and token.cast.members[0].what == "country")
            for token in self.tokens[start:stop]
        )

    def _fronted(self, place: int) -> Subject:
        """Hosted by Ghana, the workshop was a success."""
        group = self.groups[place]
        behind = (each.first for each in self.groups[place + 1 :] if not each.reduced)
        stop = next(behind, len(self.tokens))
        commas = [n for n in range(group.by, stop) if self.tokens[n].mark == ","]
        if not commas:
            return Subject()
        noun = self.nouns.first_in(commas[-1], stop)
        at = commas[-1] + 1
        at += at < stop and self.tokens[at].is_a("determiner")
        named = self.tokens[at].cast if at < stop and self._is_one_body(at) else None
        if named is not None:
            return Subject(cast=named.members, at=at)
        return Subject(noun=noun) if noun and noun.article else Subject()

    def _comes_along(self, place: int, named: Cast) -> bool:
        """Whether others do with a body what it does: *the Union, joined by IOM*, opened."""
        told = (t.role for f in self.groups[place].forms for e in f.entries for t in e.ties)
        return named.members[0].what == "body" and "member" in told

    def _is_one_body(self, at: int) -> bool:
        """Whether one body or process stands at a place, as the thing of a participle."""
        cast = self.tokens[at].cast
        one = cast is not None and len(cast.members) == 1
        return one and cast is not None and cast.members[0].what in ("body", "process")

    def _suits(self, place: int, noun: Noun) -> bool:
        """Whether a verb's deed is one that goes with a thing by nature."""
        thing = self.tokens[noun.head].thing
        family = thing.family if thing else ""
        types = {t.type for f in self.groups[place].forms for e in f.entries for t in e.ties}
        return any(family in _BY_NATURE.get(type, ()) for type in types)


def _is_place(cast: Cast) -> bool:
    """Whether a name between commas is where the body before it sits: the Institute, Peru, …"""
    return len(cast.members) == 1 and cast.members[0].what == "country"
