"""Verbs: who did it, active (`X hosted the workshop`) or passive (`prepared by X`)."""

from collections.abc import Iterator

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small_set
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.allied import Allied
from partnergraph.relations.clauses.frame import Claim, Frame, Span, Told
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.grouped import Grouped
from partnergraph.relations.clauses.objects import Objects
from partnergraph.relations.clauses.roles import Roles
from partnergraph.relations.clauses.sentence import Subject
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.unclear import Unclear

_OBJECTLESS = frozenset(("ATTENDED", "SPOKE_AT", "MODERATED"))
_OF_MEETINGS = frozenset(("ORGANISED",))
_HELD = {"body": frozenset(("MEMBER_OF",)), "meeting": frozenset(("ATTENDED",))}
"""What those are of whom a verb says that they are in something: its members, who attended."""

_COMING = frozenset(("ATTENDED",))
_HELP = frozenset(("CONTRIBUTES_TO",))
_TALKS = frozenset(("MODERATED",))
_HELD_BY = frozenset(("HOSTED", "ORGANISED"))
_AT = frozenset(("en", "a", "al", "à", "au", "lors", "durante"))
_SIGNED = frozenset(("SIGNED",))
_NOWHERE = Target("")


class Verbs(Frame):
    """The claims of verbs, and of the nouns with a role that they carry."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self.roles = Roles(told)
        self.objects = Objects(told)
        self.grouped = Grouped(told)
        self.allied = Allied(told)
        self.unclear = Unclear(told)
        self.raised: dict[int, Claim] = {}

    def claims(self, place: int) -> Iterator[Claim]:
        """The claims of one verb."""
        group = self.sentence.groups[place]
        subject = self.sentence.subjects[place]
        self.of[place] = None
        made = list(self.roles.claims(place, group, subject))
        yield from made
        if made:
            self.of[place] = made[0].target
            return
        if group.bare:
            self.of[place] = self.subject_target(subject)
            yield from self._as_did(place, group)
        elif group.passive:
            yield from self._passive(place, group, subject)
        else:
            yield from self._active(place, group, subject)

    def _passive(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        target = self._as_meeting(self._of_passive(group, subject), self._entries(group))
        target = target or self._talked(group, subject)
        if target and target.kind == "activity" and self._types(self._entries(group)) == _SIGNED:
            return  # what is signed is an agreement, which others helped with
        if target is None and not self.subject_target(subject):
            self.unclear.what(place, group)
        if target is None:
            return
        self.of[place] = target
        self.also[place] = self._targets(subject.also)
        cast, _ = self.sentence.agents(place)
        holding = self._entries(group, holding=True)
        composed = "MEMBER_OF" in self._types(holding) and target.kind == "body"
        if composed and not self.sentence.denied(place):
            made = list(self._made_up(group, holding, target, (self._span(group, group.by),)))
            yield from made
            if made:
                return
        if not cast:
            self.unclear.who(place, group)
        said = self.tokens[group.first : group.last + 1]
        instead = group.by > 0 and self.tokens[group.by - 1].is_a("adversative")
        instead = instead and any(token.is_a("denied") for token in said)
        if not cast or (self.sentence.denied(place) and not instead):
            return
        cue: tuple[Span, ...] = (self._span(group, group.by),)
        if instead:
            cue = (*self._affirmed(group), (group.by, group.by))
        elif group.by > group.last + 1:
            cue = (group.first, group.last), (group.by, group.by)
        cue = (group.shares, *cue) if group.shares else cue
        cue = (*cue, *self._to_come(place, group, subject))
        cue = (*cue, *self.stopped(self.sentence.agents(place)[1])) if group.reduced else cue
        clause = (group.first, self._limit(place))
        for each in (target, *self.also[place]):
            if holding:
                yield Claim(cast, holding, each, cue, frozenset(("MEMBER_OF",)), clause)
            if self.tokens[group.by].key in ("by", "par", "por"):
                yield Claim(cast, self._entries(group), each, cue, clause=clause)
                yield from self._before(place, cast, each)

    def _to_come(self, place: int, group: Group, subject: Subject) -> Iterator[Span]:
        """The auxiliary that says a participle's thing is yet to be: led by X *will be* set up."""
        following = enumerate(self.sentence.groups[place + 1 :], place + 1)
        found = next((n for n, each in following if group.reduced and not each.reduced), -1)
        if found < 0:
            return
        main, its = self.sentence.groups[found], self.sentence.subjects[found]
        same = its.noun == subject.noun and its.cast == subject.cast
        last = main.last
        while last > main.first and self.tokens[last].forms and not self.tokens[last].classes:
            last -= 1
        if same and main.passive and self._takes(main, "comes_about") and last < main.last:
            span = main.first, last
            if self.status((span,)) == "planned":
                yield span

    def _affirmed(self, group: Group) -> Iterator[Span]:
        """The words of a verb without what denies it: *not* by Peru but by Chile."""
        said = range(group.first, group.last + 1)
        yield from ((at, at) for at in said if not self.tokens[at].is_a("denied"))

    def _as_did(self, place: int, group: Group) -> Iterator[Claim]:
        """Who did as those before: `Peru attended, as did Chile`."""
        before = self.sentence.groups[place - 1] if place else None
        target = self.of.get(place - 1) if before else None
        like = self._key(group.first - 1) in small_set("like", self.sentence.language)
        if before is None or target is None or not like or self.sentence.denied(place - 1):
            return
        cast, _ = self.sentence.sent_by(group.last + 1)
        if cast and not before.passive:
            yield Claim(cast, self._entries(before), target, self.words(before))

    def _before(self, place: int, cast: tuple[Mention, ...], target: Target) -> Iterator[Claim]:
        """The verb before that shares a passive's doers: was organised and hosted by Kenya."""
        group = self.sentence.groups[place]
        other = self.sentence.groups[place - 1]
        if group.shares and other.passive and not self._whole(other):
            cue = (other.first, other.last), (group.by, group.by)
            clause = (other.first, self._limit(place))
            yield Claim(cast, self._entries(other), target, cue, clause=clause)

    def _talked(self, group: Group, subject: Subject) -> Target | None:
        """The meeting, where what people say there is moderated: *the discussion* was led by."""
        head = self.tokens[subject.noun.head].key if subject.noun else ""
        talks = self._types(self._entries(group)) & _TALKS and head in self._small("talk")
        return self.targets.meeting() if talks else None

    def _of_passive(self, group: Group, subject: Subject) -> Target | None:
        """What a passive is done to; with a verb that says it only with its thing, both together.

        *The guides were trained by*, *two wards were rebuilt*: the deed is what the words say.
        """
        target = self.subject_target(subject)
        noun = target.noun if target and target.noun else subject.noun if target is None else None
        if self._whole(group):
            noun = subject.noun
        if noun is None:
            return None if self._whole(group) else target
        token = self.tokens[noun.head]
        if token.noun in ("abstract", "accord") or (
            token.noun == "people" and not self._whole(group)
        ):
            return None
        several = token.noun == "" and token.key.endswith("s")
        if self._whole(group) or (several and self._takes(group, "tangible")):
            if not noun.last < group.first <= noun.last + 2:
                return None
            counted = bool(noun.article) and not noun.definite and noun.first > 0
            return Target("activity", predicate=(noun.first - counted, group.last))
        made = self._takes(group, "tangible", "certain_verbs") or self._types(
            self._entries(group)
        ) == {"FUNDS"}
        if token.noun == "" and not (made and noun.article) and (group.reduced or several):
            return None
        return target

    def _active(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        paying = self.objects.paying(place)
        entries = paying or self._entries(group)
        holding = self._entries(group, holding=True)
        allied = list(self.allied.claims(place, group, subject, entries))
        if allied:
            yield from allied
            self.of[place] = allied[0].target
            return
        cue = self.words(group)
        if subject.relative and subject.of is not None:
            cue = (*cue, *self.stopped(subject.at))
        if paying:
            paid = self.objects.sum_behind(place)
            cue = (*cue, (paid, paid))
        if (holding and not subject.cast) or (holding and subject.cast and not entries):
            yield from self._holds(place, group, subject, holding)
        cast = subject.cast
        start = group.last + 1
        where = None
        if not cast and not subject and self.sentence.language != "en":
            where = self._where(place, group)
            if where or self._opens(group):
                cast, last = self._inverted(start, entries)
                start = last + 1
        start = max(start, subject.at + 1)  # que gestiona la Cruz Roja
        target = self.objects.of_verb(place, start, entries, subject, cast)
        if where and cast and self._types(entries) & _OBJECTLESS:
            target = where
        if subject.its and entries:
            target = None if self._whole(group) else self.meant(place)
        if subject.within and "MEMBER_OF" in self._types(entries):
            target = self.subject_target(subject.within)
        target = self._as_meeting(target, entries)
        self.of[place] = target
        if any(form.lemma in small_set("present", form.language) for form in group.forms):
            people = all(mention.what == "person" for mention in cast)
            target = (where or self.targets.meeting()) if people else None
        clause = (group.first, self._limit(place))
        if entries and cast and target is None and not self.sentence.denied(place):
            self.raised[place] = Claim(cast, entries, _NOWHERE, cue, clause=clause)
        beside = self._taking_part(place, entries)
        if cast and target is None and beside >= 0:
            target = self.targets.body()  # participates as an observer
        if not entries or not cast or target is None or self.sentence.denied(place):
            if target is None or not entries:
                self.of[place] = target or self.subject_target(subject)
            return
        if beside >= 0 and target.kind == "body":
            role = self.tokens[beside].role
            entries, cue = (role,) if role else entries, (*cue, (beside, beside))
        only = self._only(group, subject, entries, target)
        self.also[place] = self._joined(target) if target == self.of[place] else []
        for each in (target, *self.also[place]) if only else ():
            yield Claim(cast, entries, each, cue, only, clause)
        yield from self._raised(place, target) if only else ()

    def _only(
        self, group: Group, subject: Subject, entries: tuple[Entry, ...], target: Target
    ) -> frozenset[str]:
        """The relationships that a verb may state of what it is done to."""
        only = self._types(entries)
        if self.sentence.language == "fr" and self._key(group.last + 1) in _AT:
            only -= _HELP if only & _COMING else frozenset()  # assister *à* un atelier
        if target.kind == "activity" and self._is_light(group):
            only -= _OF_MEETINGS
        coming = subject.its and target.kind == "meeting" and only & _COMING
        return only & _COMING if coming else only

    def _taking_part(self, place: int, entries: tuple[Entry, ...]) -> int:
        """The word for a part in a body behind its name: participates in X *as observer*; or -1."""
        if "MEMBER_OF" not in self._types(entries):
            return -1
        for here in range(self.sentence.groups[place].last + 1, self._limit(place)):
            if self.tokens[here].mark:
                break
            if (role := self.as_what(here)) >= 0:
                return role
        return -1

    def _raised(self, place: int, target: Target) -> Iterator[Claim]:
        """What verbs before share the object of this one: A organised and B funded the workshop."""
        for before in range(place - 1, -1, -1):
            claim = self.raised.get(before)
            last, first = self.sentence.groups[before].last, self.sentence.groups[before + 1].first
            between = self.tokens[last + 1 : first]
            joined = any(t.is_a("conjunction") or t.mark == "," for t in between[:2])
            plain = all(
                t.cast or t.mark == "," or t.is_a("conjunction", "adverb", "determiner")
                for t in between
            )
            if claim is None or not joined or not plain:
                return
            yield claim._replace(target=target)

    def _joined(self, target: Target | None) -> list[Target]:
        """The other things that an object's words join to it: a seminar and a workshop."""
        joined = self.sentence.nouns.joined(target.noun) if target and target.noun else []
        return self._targets(noun for noun in joined if target and noun != target.noun)

    def _inverted(self, start: int, entries: tuple[Entry, ...]) -> tuple[tuple[Mention, ...], int]:
        """Who stands behind a verb: asistieron Perú y Chile; asistieron al taller Perú y Chile."""
        if not self._types(entries) & _OBJECTLESS:
            return (), self.sentence.names_at(start)[1]
        cast, last = self.sentence.sent_by(start)
        if cast:
            return cast, last
        said = start + self.tokens[start].is_a("determiner") if start < len(self.tokens) else start
        if self._key(said) in self._small("talk"):  # moderó el debate la Dra. Ruiz
            return self.sentence.sent_by(said + 1)[0], start - 1
        if (role := self.as_what(start)) >= 0:
            return self.sentence.sent_by(role + 1)  # asistieron como observadores Perú y Chile
        noun = next((n for n in self.sentence.nouns.list if start <= n.head <= start + 3), None)
        cast = self.sentence.sent_by(noun.last + 1)[0] if noun else ()
        return cast, self.sentence.names_at(start)[1]

    def _as_meeting(self, target: Target | None, entries: tuple[Entry, ...]) -> Target | None:
        """What is hosted or held and is called as a body that meets: *hosted the Dialogue on X*."""
        mention = target.mention if target and target.kind == "body" else None
        if mention is None or mention.entity or not self._types(entries) <= _HELD_BY:
            return target
        meets = small_set("meets", self.sentence.language)
        named = any(word in meets for word in mention.name.lower().split())
        return Target("meeting", mention=mention) if named and entries else target

    def _where(self, place: int, group: Group) -> Target | None:
        """The meeting at which a clause begins: *en el taller* participaron Perú y Chile."""
        floor = self.sentence.groups[place - 1].last + 1 if place else 0
        first = self.sentence.clause_start(group.first - 1, floor)
        begins = first < group.first and self.tokens[first].key in _AT
        noun = self.sentence.nouns.first_in(first, group.first) if begins else None
        near = noun and noun.first <= first + 2 and noun.last + 1 == group.first
        return self.targets.of_noun(noun) if noun and near else None

    def _opens(self, group: Group) -> bool:
        return group.first == 0 or self.tokens[group.first - 1].mark in (";", ":", ".", ",")

    def _holds(
        self, place: int, group: Group, subject: Subject, holding: tuple[Entry, ...]
    ) -> Iterator[Claim]:
        """The group comprises A and B; the workshop brought together officials from A and B."""
        target = self.subject_target(subject) or self._identified(place, subject)
        types = _HELD.get(target.kind, frozenset()) if target else frozenset()
        if target is None or not types & self._types(holding) or self.sentence.denied(place):
            return
        if target.kind == "body":
            yield from self._made_up(group, holding, target, self.words(group))
            return
        at = self._past_small(group.last + 1)
        at += self.sentence.language == "es" and self._key(at) == "a"
        cast, _ = self.sentence.sent_by(at)
        if cast:
            yield Claim(cast, holding, target, self.words(group), types)

    def _made_up(
        self, group: Group, holding: tuple[Entry, ...], target: Target, cue: tuple[Span, ...]
    ) -> Iterator[Claim]:
        """Who a body is made up of, the observers among them by the word that says so."""
        behind = max(group.last, group.by) + 1
        for each in self.grouped.groups(self._past_small(behind)):
            if each.entry is None:
                yield Claim(each.cast, holding, target, cue, _HELD["body"])
            elif self.status(self.words(group)) == "":
                yield Claim(each.cast, (each.entry,), target, (each.cue,), _HELD["body"])

    def _identified(self, place: int, subject: Subject) -> Target | None:
        """The body that a relative clause is about: X is the organisation which groups A and B."""
        before = self.sentence.groups[place - 1] if place else None
        if before is None or not before.bare or not subject.relative or subject.cast:
            return None
        named = self.sentence.subjects[place - 1]
        return self.subject_target(named) if named.cast else None
