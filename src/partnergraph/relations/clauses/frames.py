"""Frames: which names do what to which thing in a sentence, by which words.

Active (`X hosted the workshop`), passive and participles (`prepared by X`), nouns with a role (`is
a member of`, `host of`), adjuncts (`with funding from X`), by alone (`a workshop by X`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small
from partnergraph.lexicon.entry import Tie
from partnergraph.lexicon.things import by_alone
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.groups import Group
from partnergraph.relations.clauses.nouns import INDEFINITE, Noun
from partnergraph.relations.clauses.sentence import Sentence, Subject
from partnergraph.relations.clauses.targets import Target, Targets

_TO = frozenset(
    [
        "in",
        "at",
        "to",
        "of",
        "from",
        "with",
        "on",
        "over",
        "for",
        "à",
        "au",
        "aux",
        "de",
        "du",
        "en",
        "con",
        "a",
        "al",
        "por",
        "sobre",
    ]
)
_INTRANSITIVE = frozenset(
    ("MEMBER_OF", "ATTENDED", "SPOKE_AT", "CONTRIBUTES_TO", "PARTNERS_WITH", "MODERATED")
)
_OBJECTLESS = frozenset(("ATTENDED", "SPOKE_AT", "MODERATED"))
_MAKING = frozenset(("CONDUCTED", "IMPLEMENTS", "PREPARED", "ORGANISED"))
_OF_MEETINGS = frozenset(("ORGANISED",))
_PEOPLE_MAY = frozenset(("CONDUCTED",))
_LAST = frozenset(
    [
        "of",
        "by",
        "from",
        "with",
        "avec",
        "in",
        "to",
        "de",
        "du",
        "del",
        "des",
        "por",
        "con",
        "d’",
        "à",
    ]
)
_FIRST = frozenset(
    [
        "at",
        "under",
        "by",
        "with",
        "on",
        "in",
        "sous",
        "à",
        "bajo",
        "por",
        "con",
        "avec",
        "en",
        "sur",
        "through",
    ]
)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is tied to what as which entries say; `cue` are the tokens, in stretches, that say so."""

    cast: tuple[Mention, ...]
    entries: tuple[Entry, ...]
    target: Target
    cue: tuple[Span, ...]
    only: frozenset[str] = frozenset()
    clause: Span = (0, 0)


class Frames:
    """The claims of one sentence; `status` says of a verb's words what they make of a deed."""

    def __init__(
        self, sentence: Sentence, targets: Targets, status: Callable[[tuple[Span, ...]], str | None]
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.targets = targets
        self.status = status
        self.of: dict[int, Target | None] = {}
        self.also: dict[int, list[Target]] = {}
        self.done: set[int] = set()
        self.unclear: list[str] = []

    def claims(self) -> Iterator[Claim]:
        """Every claim, left to right; the heads of the things they are of are `done` then."""
        for claim in self._claims():
            if claim.target.noun:
                self.done.add(claim.target.noun.head)
            yield claim

    def _claims(self) -> Iterator[Claim]:
        yield from self._adjuncts(-1)
        for place in range(len(self.sentence.groups)):
            yield from self._of_group(place)
            yield from self._adjuncts(place)
        yield from self._by_alone()
        yield from self._of_alone()
        yield from self._apposed()

    def _limit(self, place: int) -> int:
        """Where the words behind a group end: at the next one."""
        groups = self.sentence.groups
        return groups[place + 1].first if place + 1 < len(groups) else len(self.tokens)

    # Verbs

    def _of_group(self, place: int) -> Iterator[Claim]:
        group = self.sentence.groups[place]
        subject = self.sentence.subjects[place]
        self.of[place] = None
        made = list(self._roles(place, group, subject))
        yield from made
        if made:
            self.of[place] = made[0].target
            return
        if group.bare:
            self.of[place] = self.subject_target(subject)
        elif group.passive:
            yield from self._passive(place, group, subject)
        else:
            yield from self._active(place, group, subject)

    def subject_target(self, subject: Subject) -> Target | None:
        """What a subject is as the thing that something is said of; None where it is no thing."""
        if subject.it:
            return self.targets.it()
        if subject.noun:
            return self.targets.of_noun(subject.noun)
        if len(subject.cast) == 1 and subject.cast[0].what in ("process", "event", "body"):
            return self.targets.named(subject.cast[0])
        return None

    def _passive(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        target = self.subject_target(subject)
        if target is None:
            self._unclear_of(place, group)
        if target is None or self._people(target, group):
            return
        self.of[place] = target
        self.also[place] = self._targets(subject.also)
        cast, _ = self.sentence.agents(place)
        if not cast:
            self._unclear_who(place, group)
        if not cast or self.sentence.denied(place):
            return
        cue: tuple[Span, ...] = (self._span(group, group.by),)
        if group.by > group.last + 1:
            cue = (group.first, group.last), (group.by, group.by)
        holding = self._entries(group, holding=True)
        clause = (group.first, self._limit(place))
        if self._whole(group):
            return
        for each in (target, *self.also[place]):
            if holding:
                yield Claim(cast, holding, each, cue, frozenset(("MEMBER_OF",)), clause)
            if self.tokens[group.by].key in ("by", "par", "por"):
                yield Claim(cast, self._entries(group), each, cue, clause=clause)

    def _tells(self, place: int, group: Group) -> bool:
        """Whether a passive says that something was done, if it only were clear what by whom."""
        told = group.by >= 0 and self._entries(group) and not self.sentence.denied(place)
        return bool(told) and self.status(self.words(group)) is not None

    def unnamed(self) -> None:
        """Note what is unclear in a sentence that names nobody who is known."""
        for place, group in enumerate(self.sentence.groups):
            if group.passive and self.sentence.subjects[place].noun:
                self._unclear_who(place, group)

    def _unclear_who(self, place: int, group: Group) -> None:
        """Say that words behind `by` look like a name and are none that is known."""
        at = group.by + 1
        while at < len(self.tokens) and self.tokens[at].is_a("determiner"):
            at += 1
        named = at < len(self.tokens) and self.tokens[at].capital and self.tokens[at].plain
        if named and self._tells(place, group):
            last = at
            while last + 1 < len(self.tokens) and self.tokens[last + 1].capital:
                last += 1
            said = self.sentence.text[self.tokens[at].start : self.tokens[last].stop]
            self.unclear.append(f"no table knows “{said}”")

    def _unclear_of(self, place: int, group: Group) -> None:
        """Say that somebody did one of several things, and it is open which."""
        things = self.sentence.nouns.within(0, group.first)
        if things and self.sentence.agents(place)[0] and self._tells(place, group):
            self.unclear.append("it is open of what this is said")

    def _targets(self, nouns: Iterable[Noun]) -> list[Target]:
        return [target for noun in nouns if (target := self.targets.of_noun(noun))]

    def _joined(self, target: Target | None) -> list[Target]:
        """The other things that an object's words join to it: a seminar and a workshop."""
        joined = self.sentence.nouns.joined(target.noun) if target and target.noun else []
        return self._targets(noun for noun in joined if target and noun != target.noun)

    def _people(self, target: Target, group: Group) -> bool:
        if target.noun is None:
            return False
        token = self.tokens[target.noun.head]
        unnamed = token.noun == "" and (group.reduced or token.key.endswith("s"))
        return token.noun in ("people", "abstract") or unnamed

    def _span(self, group: Group, by: int) -> Span:
        return group.first, max(group.last, by)

    def words(self, group: Group) -> tuple[Span, ...]:
        """The words of a verb, and those of the auxiliary that it has from another."""
        own = (group.first, group.last)
        return (group.shares, own) if group.shares else (own,)

    def _whole(self, group: Group) -> bool:
        """Whether what is done is only said by a verb and its object: evaluated the project."""
        return any(form.lemma in _whole(form.language) for form in group.forms)

    def _entries(self, group: Group, holding: bool = False) -> tuple[Entry, ...]:
        forms = group.forms
        found = (e for form in forms for e in (form.holding if holding else form.entries))
        return tuple(dict.fromkeys(found))

    def _types(self, entries: tuple[Entry, ...]) -> frozenset[str]:
        return frozenset(tie.type for entry in entries for tie in entry.ties)

    def _active(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        entries = self._entries(group)
        holding = self._entries(group, holding=True)
        cue = self.words(group)
        if (holding and not subject.cast) or (holding and subject.cast and not entries):
            yield from self._holds(place, group, subject, holding)
        cast = subject.cast
        start = group.last + 1
        if not cast and not subject and self.sentence.language == "es" and self._opens(group):
            cast = self._inverted(start, entries)
            start = self.sentence.names_at(start)[1] + 1
        target = self._object(place, start, entries, subject, cast)
        self.of[place] = target
        if any(form.lemma in _presents(form.language) for form in group.forms):
            people = all(mention.what == "person" for mention in cast)
            target = self.targets.meeting() if people else None
        if not entries or not cast or target is None or self.sentence.denied(place):
            if target is None or not entries:
                self.of[place] = target or self.subject_target(subject)
            return
        clause = (group.first, self._limit(place))
        only = self._types(entries)
        if target.kind == "activity" and self._is_light(group):
            only -= _OF_MEETINGS
        self.also[place] = self._joined(target) if target == self.of[place] else []
        for each in (target, *self.also[place]) if only else ():
            yield Claim(cast, entries, each, cue, only, clause)

    def _inverted(self, start: int, entries: tuple[Entry, ...]) -> tuple[Mention, ...]:
        """Who stands behind a verb: asistieron Perú y Chile; asistieron al taller Perú y Chile."""
        if not self._types(entries) & _OBJECTLESS:
            return ()
        cast, _ = self.sentence.names_at(start)
        noun = next((n for n in self.sentence.nouns.list if start <= n.head <= start + 3), None)
        return cast or (self.sentence.names_at(noun.last + 1)[0] if noun else ())

    def _opens(self, group: Group) -> bool:
        return group.first == 0 or self.tokens[group.first - 1].mark in (";", ":", ".", ",")

    def _holds(
        self, place: int, group: Group, subject: Subject, holding: tuple[Entry, ...]
    ) -> Iterator[Claim]:
        """The group comprises A and B."""
        target = self.subject_target(subject)
        cast, _ = self.sentence.names_at(self._past_small(group.last + 1))
        if target and target.kind == "body" and cast and not self.sentence.denied(place):
            yield Claim(cast, holding, target, self.words(group), frozenset(("MEMBER_OF",)))

    def _past_small(self, at: int) -> int:
        while at < len(self.tokens) and (
            self.tokens[at].is_a("adverb") or self.tokens[at].key in ("of", "de", "en")
        ):
            at += 1
        return at

    def _object(
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
        behind = at < limit and self.tokens[at].key in _TO and self.tokens[at].is_a("preposition")
        if behind and types & _INTRANSITIVE:
            at += 1
        elif behind and not (self.sentence.language == "es" and self.tokens[at].key in ("a", "al")):
            at = limit
        found = self._object_at(at, limit, types, place)
        if found:
            return found
        if subject.of is not None:
            return self.targets.of_noun(subject.of)
        if at < limit and types & _OBJECTLESS and all(m.what == "person" for m in cast):
            return self.targets.meeting()
        nothing = at >= limit or bool(self.tokens[at].mark) or start > at
        return self.targets.meeting() if nothing and types & _OBJECTLESS else None

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
            told = [target for n in range(place) if (target := self.of.get(n))]
            return told[-1] if told else self.targets.it()
        named = self._mentioned(at + (token.is_a("determiner")))
        if named:
            return named
        noun = next(
            (n for n in self.sentence.nouns.list if n.first <= at + 2 and at <= n.head < limit),
            None,
        )
        if noun and self._begins(noun, at) and not self._whole(self.sentence.groups[place]):
            return self.targets.of_noun(noun)
        general = self.sentence.nouns.object_at(at, limit)
        if general is None:
            return None
        if general.definite and self.tokens[general.head].capital:
            return self.targets.of_noun(general)
        if not types & _MAKING:
            return None
        return self._predicate(place, general, types)

    def _mentioned(self, at: int) -> Target | None:
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if token.mention is not None and token.mention.what == "instrument":
            return Target("instrument", mention=token.mention)
        if token.cast is not None and len(token.cast.members) == 1:
            return self.targets.named(token.cast.members[0])
        return None

    def _begins(self, noun: Noun, at: int) -> bool:
        return noun.first - (1 if noun.article else 0) <= at

    def _predicate(self, place: int, noun: Noun, types: frozenset[str]) -> Target | None:
        """The activity that a verb with any object is: trained 120 border officials."""
        head = self.tokens[noun.head]
        words = self.tokens[noun.first : noun.head + 1]
        if head.noun == "abstract" or head.is_a("relative"):
            return None
        people = head.noun == "people" or self._whole(self.sentence.groups[place])
        if people and not types & _PEOPLE_MAY:
            return None
        several = head.key.endswith("s") and not noun.article
        counted = noun.article in INDEFINITE or words[0].key[0].isdigit()
        if not (people or several or counted):
            return None
        main = self.sentence.groups[place].last
        while main > self.sentence.groups[place].first and not self.tokens[main].forms:
            main -= 1
        return Target("activity", predicate=(main, noun.last))

    # Nouns with a role

    def _roles(self, place: int, group: Group, subject: Subject) -> Iterator[Claim]:
        """`is an observer of`, `holds the chair`, `serves as its secretariat`, `members are`."""
        if self.sentence.denied(place):
            return
        light = group.bare or self._is_light(group)
        if subject.cast:
            role = self._role_behind(group.last + 1, self._limit(place))
            if role >= 0 and (light or self._allies(role)):
                yield from self._has_role(place, group, subject, role)
        elif (
            group.bare
            and not subject
            and self._role_behind(group.last + 1, self._limit(place)) >= 0
        ):
            yield from self._members_behind(place, group)
        elif light and (group.bare or group.passive or self._entries(group, holding=True)):
            yield from self._members_are(place, group)

    def _is_light(self, group: Group) -> bool:
        """Whether a verb mostly carries a noun: holds the chair."""
        return any(form.lemma in _light(form.language) for form in group.forms)

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
        target = self._role_target(role, self._limit(place), entry)
        if target is None:
            return
        cue = ((group.first, role),)
        yield Claim(subject.cast, (entry,), target, cue, clause=(group.first, self._limit(place)))

    def _beside(self, group: Group, role: int) -> tuple[Span, ...]:
        """A verb and the noun with a role behind it, with the small words between."""
        between = self.tokens[group.last + 1 : role]
        if any(token.plain and token.role is None for token in between):
            return (group.first, group.last), (role, role)
        return ((group.first, role),)

    def _role_target(self, role: int, limit: int, entry: Entry) -> Target | None:
        """What somebody has a role in: `of the Dialogue`, else what the page is about."""
        types = self._types((entry,))
        at = role + 1
        inside = self.tokens[role].key.split()[-1] in _LAST
        if at < limit and self.tokens[at].key in _LAST | {"for", "at", "para", "pour", "al", "au"}:
            inside, at = True, at + 1
        if inside:
            while at < limit and self.tokens[at].is_a("determiner"):
                at += 1
            found = self._mentioned(at)
            if found:
                return found
            noun = next((n for n in self.sentence.nouns.list if n.first <= at <= n.head), None)
            return self.targets.of_noun(noun) if noun and noun.head < limit else None
        if "MEMBER_OF" in types:
            return self.targets.body() or self._meeting_for(types)
        return self.targets.meeting() if types & _OBJECTLESS else None

    def _meeting_for(self, types: frozenset[str]) -> Target | None:
        return self.targets.meeting() if types & {"LED", "MODERATED"} else None

    def _members_are(self, place: int, group: Group) -> Iterator[Claim]:
        """`Its member States are A and B`: the noun before the verb is the role."""
        floor = self.sentence.groups[place - 1].last + 1 if place else 0
        start = self.sentence._clause_start(group.first - 1, floor)
        roles = [n for n in range(start, group.first) if self.tokens[n].role is not None]
        if not roles or roles[0] - start > 3:
            return
        entry = self.tokens[roles[0]].role
        assert entry
        behind = group.by if group.passive else group.last
        cast, _ = self.sentence.names_at(behind + 1) if behind >= 0 else ((), -1)
        target = self._role_target(roles[0], group.first, entry) if cast else None
        if target is not None:
            cue = (roles[0], roles[0]), (group.first, max(group.last, behind))
            yield Claim(cast, (entry,), target, cue)

    def _apposed(self) -> Iterator[Claim]:
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
            if cast is None or place - at > 4:
                continue
            target = self._role_target(place, len(self.tokens), token.role)
            if target is not None:
                yield Claim(cast.members, (token.role,), target, ((at + 1, place),))

    def _members_behind(self, place: int, group: Group) -> Iterator[Claim]:
        """`son miembros Argentina y Brasil`: the verb, the role, the names."""
        role = self._role_behind(group.last + 1, self._limit(place))
        entry = self.tokens[role].role
        cast, _ = self.sentence.names_at(role + 1)
        target = self.targets.body()
        if entry is not None and cast and target is not None:
            yield Claim(cast, (entry,), target, self._beside(group, role))

    def _opens_apposition(self, place: int) -> bool:
        """Whether a noun with a role has `of` behind it, or in it."""
        words = self.tokens[place].key.split()
        inside = words[-1] in _LAST or self._key(place + 1) in ("of", "de", "du", "del")
        return inside and words[0] not in _FIRST

    def _key(self, place: int) -> str:
        return self.tokens[place].key if place < len(self.tokens) else ""

    # Adjuncts

    def _adjuncts(self, place: int) -> Iterator[Claim]:
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
            if entry is None:
                continue
            cast, _ = self.sentence.names_at(at + 1)
            if cast:
                yield from self._adjunct_claim(owner, at, entry, cast, place < 0)

    def _adjunct(self, at: int) -> Entry | None:
        token = self.tokens[at]
        if token.phrase is not None:
            plain = token.key in ("with", "avec", "con")
            aside = self.tokens[at - 1].mark == "," if at else False
            joined = token.is_a("joins") and aside and self.tokens[at - 2].cast
            return token.phrase if (aside or not plain) and not joined else None
        words = token.key.split()
        if token.role is not None and len(words) > 2 and words[0] in _FIRST and words[-1] in _LAST:
            return token.role
        return None

    def _adjunct_claim(
        self, place: int, at: int, entry: Entry, cast: tuple[Mention, ...], leading: bool
    ) -> Iterator[Claim]:
        groups = self.sentence.groups
        status: str | None = ""
        if place < len(groups):
            if leading:
                list(self._of_group(place))
            target = self.of.get(place)
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
        cue: tuple[Span, ...] = ((at, at),)
        if status:
            group = (groups[place].first, groups[place].last)
            cue = ((at, at), group) if leading else (group, (at, at))
        for each in (target, *self.also.get(place, ())):
            yield Claim(cast, (entry,), each, cue)

    def _default(self, entry: Entry, place: int) -> Target | None:
        """What an adjunct belongs to where its verb has no object: the item, or the meeting."""
        if place >= len(self.sentence.groups) or self.sentence.groups[0].infinitive:
            return self.targets.item()
        types = self._types((entry,))
        met = any(form.lemma in _met(form.language) for form in self.sentence.groups[place].forms)
        return self.targets.meeting() if met or "HOSTED" in types else None

    # By alone

    def _by_alone(self) -> Iterator[Claim]:
        """`a workshop on data by Ghana`."""
        for noun in self.sentence.nouns.list:
            token = self.tokens[noun.head]
            at = noun.last + 1
            if token.thing is None or self._key(at) not in ("by", "par", "por"):
                continue
            if noun.last > noun.head and self._is_act(self.tokens[noun.last].key):
                continue
            before = [n for n, group in enumerate(self.sentence.groups) if group.first < noun.first]
            cast, _ = self.sentence.names_at(at + 1, -1 if not before else -2)
            target = self.targets.of_noun(noun) if cast else None
            if target is not None:
                cue = (noun.head, noun.head), (at, at)
                yield Claim(cast, (self._alone(noun),), target, cue)

    def _of_alone(self) -> Iterator[Claim]:
        """`the evaluations of Ghana and Togo on data`: who did them stands behind *of*."""
        for noun in self.sentence.nouns.list:
            token = self.tokens[noun.head]
            told = token.thing is not None and token.thing.kind not in _content()
            if not told or not noun.definite or self._key(noun.head + 1) not in _OF_WHOM:
                continue
            cast, last = self.sentence.names_at(noun.head + 2)
            target = self.targets.of_noun(noun) if cast else None
            if target is not None and self._key(last + 1) in _topic(self.sentence.language):
                cue = (noun.head, noun.head), (noun.head + 1, noun.head + 1)
                yield Claim(cast, (self._alone(noun),), target, cue)

    def _is_act(self, word: str) -> bool:
        """Whether a word names what somebody does: a workshop on ratification by Mexico."""
        return word.endswith(_ACTS) and word not in _matters(self.sentence.language)

    def _alone(self, noun: Noun) -> Entry:
        """What a thing's noun states of who stands behind `by` or `of`."""
        thing = self.tokens[noun.head].thing
        assert thing
        kinds = frozenset(("activity", "meeting", "document"))
        return Entry("by", "role", (Tie(by_alone()[thing.family], to=kinds),))


_OF_WHOM = frozenset(("of", "de", "du", "des", "del", "d’"))
_ACTS = ("tion", "sion", "ment", "ance", "ing", "al", "ción", "miento")
_AS = frozenset(("as", "comme", "como", "by", "en", "of", "to", "que"))


@cache
def _light(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("light", language))


@cache
def _whole(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("whole", language))


@cache
def _presents(language: str) -> frozenset[str]:
    return frozenset(small("present", language))


@cache
def _met(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("meet", language))


@cache
def _matters(language: str) -> frozenset[str]:
    return frozenset(small("matter", language))


@cache
def _topic(language: str) -> frozenset[str]:
    return frozenset(small("topic", language))


@cache
def _content() -> frozenset[str]:
    return frozenset(small("content", "en"))
