"""What a session, a paper or a project builds and draws on, complements, discusses.

`The session will draw on the outcomes of the workshop on X`, `It will build on the work begun in RT
1 in Brussels`, `Drawing on the study by IOM, this paper …`, `The outcomes of the seminar will be
presented`. What it only could do, or what others do in it, is none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon import verbs
from partnergraph.lexicon.data import small, small_set
from partnergraph.lexicon.entry import Tie
from partnergraph.mentions.mention import Mention
from partnergraph.relations.clauses.frame import Span
from partnergraph.relations.clauses.frames import Frames
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.items import items
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.sentence import Subject
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.words import words_of

_LINKS = frozenset(("BUILDS_ON", "DRAWS_ON", "COMPLEMENTS"))
_NEAR = 8
"""Words between a verb and a body that is its object, at most."""
_UPON = frozenset(("on", "upon"))
_UNREAL = ("denied", "possible", "ended")


class Use(NamedTuple):
    """What `source` does with the things, names and meetings of tokens `first` to `stop`.

    `ties` are the relationships that the verb gives; `views` whether it only looks at things.
    """

    source: Target
    ties: frozenset[str]
    first: int
    stop: int
    cue: tuple[Span, ...]
    views: bool = False
    presented: bool = False


def tells_of_use(text: str, language: str) -> bool:
    """Whether a text has words that may say that something is used.

    >>> tells_of_use("the paper draws on a study", "en"), tells_of_use("it rained in May", "en")
    (True, False)
    """
    said = [word.text for word in words_of(text)]
    return any(
        tuple(said[at : at + len(words)]) == words
        for at, word in enumerate(said)
        for words in _telling(language).get(word, ())
    )


@cache
def _telling(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The forms of verbs and the phrases that say so, by their first word."""
    given = verbs.lemmas("verb", language).items()
    lemmas = {name for name, entries in given if any(_types(each.ties) for each in entries)}
    forms = verbs.index(language).items()
    known = items(language).items()
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in (
        *(words for words, told in forms if any(lemma in lemmas for lemma, _ in told)),
        *(words for words, item in known if item.role and _types(item.role.ties)),
    ):
        found.setdefault(words[0], []).append(words)
    return found


class Uses:
    """The uses of one sentence, and the things that each is of."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.sentence = frames.sentence
        self.tokens = frames.sentence.tokens
        self.targets = frames.told.targets

    def list(self) -> list[Use]:
        """Every use, left to right."""
        return [*self._leading(), *self._verbs()]

    # Who uses

    def _leading(self) -> Iterator[Use]:
        """`Building on Athens RT 1, this session will look ahead.`"""
        opening = self.tokens[0] if self.tokens else None
        if opening is None or opening.role is None or not self.sentence.groups:
            return
        ties = _types(opening.role.ties)
        source = self._source(self.sentence.subjects[0])
        comma = next((n for n, token in enumerate(self.tokens) if token.mark == ","), -1)
        if ties and source and 0 < comma < self.sentence.groups[0].first:
            yield Use(source, ties, 1, comma, ((0, 0),))

    def _verbs(self) -> Iterator[Use]:
        stop = len(self.tokens)
        found: list[Use] = []
        for place in range(len(self.sentence.groups) - 1, -1, -1):
            use = self._of_verb(place, stop)
            if use:
                found.append(use)
                stop = self.sentence.groups[place].first
        return reversed(found)

    def _of_verb(self, place: int, stop: int) -> Use | None:
        group = self.sentence.groups[place]
        ties = _types(tie for form in group.forms for entry in form.entries for tie in entry.ties)
        if not ties or group.reduced or self._unreal(place, group):
            return None
        if group.passive:
            return self._presented(place, group, ties)
        source = self._source(self.sentence.subjects[place])
        first, cue = self._behind(group)
        if source is None or not cue:
            return None
        return Use(source, ties, first, self._stop(first, stop), cue, _only_views(group))

    def _behind(self, group: Group) -> tuple[int, tuple[Span, ...]]:
        """Where the object of a verb begins, and its cue: draw in part on."""
        main = group.last
        while main > group.first and not self.tokens[main].forms:
            main -= 1
        cue: tuple[Span, ...] = ((main, main),)
        if {form.lemma for form in group.forms} != {"draw"}:
            return group.last + 1, cue
        for at in range(group.last + 1, min(group.last + 4, len(self.tokens))):
            if self.tokens[at].key in _UPON:
                return at + 1, (*cue, (at, at))
        return main, ()

    def _unreal(self, place: int, group: Group) -> bool:
        spans = self.frames.verbs.words(group)
        said = [token for first, last in spans for token in self.tokens[first : last + 1]]
        unreal = any(t.is_a(*_UNREAL) and not t.is_a("supposed") for t in said)
        return unreal or self.sentence.denied(place)

    def _source(self, subject: Subject) -> Target | None:
        """The session, paper or project that is the subject of a verb."""
        if subject.cast or (subject.it and subject.at > 0):
            return None
        target = self.frames.verbs.subject_target(subject)
        return target if target and self.targets.uses(target) else None

    def _presented(self, place: int, group: Group, ties: frozenset[str]) -> Use | None:
        """`The outcomes of the survey will be presented`: in the session that this is about."""
        planned = any(token.is_a("planned") for token in self.tokens[group.first : group.last + 1])
        source = self.targets.session()
        if not planned or not source or "DRAWS_ON" not in ties or self._speaks_of(group.first):
            return None
        cue = ((group.first, group.last),)
        return Use(source, frozenset(("DRAWS_ON",)), 0, group.first, cue, presented=True)

    def _speaks_of(self, stop: int) -> bool:
        """Whether a session stands before a place as what the sentence speaks of."""
        nouns = self.sentence.nouns.within(0, stop)
        targets = (self.targets.of_noun(noun) for noun in nouns)
        return any(t and t.thing and t.thing.label in ("Session", "Roundtable") for t in targets)

    def _stop(self, first: int, stop: int) -> int:
        """Where an object ends at the latest: at another clause, or at what is denied."""
        for at in range(first, stop):
            token = self.tokens[at]
            if token.mark == ";" or token.is_a("adversative", "denied"):
                return at
            if token.is_a("relative") and token.key in _WHICH:
                return at
        return stop

    # What of

    def things(self, use: Use) -> Iterator[Noun]:
        """The things that are used: directly, by their outcomes, or joined to one that is."""
        direct = not use.views and not use.presented
        accepted = False
        for noun in self.sentence.nouns.within(use.first, use.stop):
            if self.tokens[noun.head].thing is None:
                continue
            done = self._done(noun)
            if not (done or self._certain(noun)):
                continue
            led, lead = self._lead(noun, use.first)
            begins = lead <= use.first
            fits = (led and (begins or not use.presented)) or ((direct or use.presented) and begins)
            joined = lead > use.first and self._joint(lead - 1)
            if fits or ((accepted or (direct and done)) and joined):
                accepted = True
                yield noun

    def _done(self, noun: Noun) -> bool:
        """Whether the sentence says by whom a thing was done."""
        return noun.head in self.frames.told.done

    def _certain(self, noun: Noun) -> bool:
        """Whether a thing of which nobody is said is still one certain thing: the workshop on X."""
        thing = self.tokens[noun.head].thing
        return (
            thing is not None
            and noun.article == "the"
            and noun.last > noun.head
            and thing.kind in small_set("certain", "en")
        )

    def _lead(self, noun: Noun, floor: int) -> tuple[bool, int]:
        """Whether *the outcomes of* lead to a thing, and where what leads to it begins."""
        at, led = noun.first, False
        while at > floor:
            token = self.tokens[at - 1]
            of = token.is_a("preposition") and at - 1 > floor and self.sentence.outcome(at - 2)
            if of or self.sentence.outcome(at - 1):
                led = True
            elif not token.is_a("determiner") and not (
                led and token.is_a("conjunction") and self.sentence.outcome(at - 2)
            ):
                break
            at -= 1
        return led, at

    def _joint(self, at: int) -> bool:
        """Whether a comma or conjunction stands here, or before a preposition here."""
        token = self.tokens[at]
        if token.is_a("preposition") and at:
            token = self.tokens[at - 1]
        return token.mark == "," or token.is_a("conjunction")

    def viewed(self, use: Use) -> Iterator[Mention]:
        """The bodies that a session says it will discuss."""
        start = use.first
        for at in range(use.first, use.stop):
            token = self.tokens[at]
            if token.cast is None:
                continue
            if not all(map(_is_of_object, self.tokens[start:at])):
                return
            if at - start > _NEAR:
                return
            yield from (m for m in token.cast.members if m.what in ("body", "process"))
            start = at + 1


_WHICH = frozenset(("which", "who", "whose", "where", "qui", "dont"))
_OBJECT = ("determiner", "conjunction", "adverb", "preposition")


def _is_of_object(token: Token) -> bool:
    return not token.is_a("relative") and (token.plain or token.is_a(*_OBJECT))


def _types(ties: Iterable[Tie]) -> frozenset[str]:
    return frozenset(tie.type for tie in ties) & _LINKS


def _only_views(group: Group) -> bool:
    return all(form.lemma in _views(form.language) for form in group.forms)


@cache
def _views(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("view", language))
