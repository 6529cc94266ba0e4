"""Sentences: who does what, in clauses, in English, French and Spanish.

`Clauses.read` takes the words of a paragraph, item, value, cell or note and makes facts of what its
sentences plainly state. Each fact has the sentence as its quote and, as its cue, the words that
give it its type and status; the lexicon must say of these words that they do (`meaning`), so that
what is denied, wished or only possible makes no fact.
"""

from collections.abc import Iterator
from typing import Any

from partnergraph.document.words import Passage, quote
from partnergraph.extractors.draft import Thing
from partnergraph.lexicon import meaning
from partnergraph.lexicon.entry import Tie
from partnergraph.mentions.casts import cast_and_named
from partnergraph.mentions.mention import Mention
from partnergraph.names.composed import composed
from partnergraph.relations.clauses.dates import years
from partnergraph.relations.clauses.frames import Claim, Frames, Span
from partnergraph.relations.clauses.listed import Listed
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.targets import About, Context, Target, Targets, Things
from partnergraph.relations.clauses.tokens import Token, language_of, moved, tokens, uncapped
from partnergraph.relations.page import Page
from partnergraph.vocabulary import vocabulary

_STATUSES = (None, "planned")
_PERSON = frozenset(("SPOKE_AT", "MODERATED", "ATTENDED", "MEMBER_OF", "PREPARED"))
_MEETINGS_ONLY = frozenset(("SPOKE_AT", "MODERATED", "ATTENDED"))
_GROUPS = frozenset(("network", "working group", "task force", "committee", "forum", "alliance"))
_OF_ANY = frozenset(("ORGANISED",))
_AT_MEETINGS = frozenset(("SPOKE_AT", "MODERATED"))
LONGEST = 4000
"""Characters; what is longer without a full stop is no sentence, and is not read."""


class Clauses:
    """The sentences of one page, read in its order: what they name again is the same thing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.things = Things(page)

    def read(self, words: Passage, *about: About, item: About | None = None) -> int:
        """Make facts of what some words state; how many.

        `about` give the things that *it*, *the meeting*, *the Dialogue* may be, the nearest first;
        `item` the activity that the words themselves are.
        """
        if not words:
            return 0
        self.things.paragraph += 1
        made = 0
        last: Thing | None = None
        language = language_of(words.text)
        for sentence in words.sentences():
            if len(sentence.text) > LONGEST or sentence.text.rstrip(')”" ').endswith("?"):
                continue
            context = Context(about, item, last)
            reading = _Reading(self, sentence, language, context)
            made += reading.facts()
            last = reading.topic() or last
        return made


class _Reading:
    """One sentence being read."""

    def __init__(
        self,
        clauses: Clauses,
        words: Passage,
        language: str,
        context: Context,
    ) -> None:
        self.page = clauses.page
        self.words = words
        self.tokens = self._tokens(language)
        self.sentence = Sentence(words.text, self.tokens, language)
        self.targets = Targets(clauses.things, self.sentence, words, context)
        self.frames = Frames(self.sentence, self.targets, self.status)
        self.listed = Listed(self.sentence, self.targets)

    def _tokens(self, language: str) -> list[Token]:
        """The tokens, read in the composed text and placed in the printed one."""
        made = composed(self.words.text)
        text = uncapped(made.text, language)
        found, named = cast_and_named(text, self.page.names, self.page.definitions)
        read = tokens(made.text, found, named, language)
        if made.text == self.words.text:
            return read
        return [moved(token, made.span) for token in read]

    def facts(self) -> int:
        """Make the facts; how many."""
        made = self._posts()
        if not self.sentence.groups and not any(t.phrase or t.role for t in self.tokens):
            return made
        claims: list[Claim] = []
        for claim in self.frames.claims():
            made += self._claim(claim)
            claims.append(claim)
        return made + sum(map(self._claim, self.listed.claims(claims)))

    def _posts(self) -> int:
        """Make who holds an office where: `said Ms. Ruiz, Director of the IR`; how many."""
        named = (each for token in self.tokens if token.cast for each in token.cast.members)
        held = [each for each in named if each.what == "person" and each.at]
        return sum(self.page.node(each, self.words) is not None for each in held)

    def topic(self) -> Thing | None:
        """What the sentence was about, for *it* in the next one: its first subject, if a thing."""
        for place, subject in enumerate(self.sentence.subjects):
            if subject.it:
                return self.targets.last
            target = self.frames.subject_target(subject) if subject.noun else None
            if target is not None and (target.thing is not None or target.mention is not None):
                return self.targets.node(target)
            if target is not None and self.frames.of.get(place) == target and self._known(target):
                return self.targets.node(target)
            single = len(subject.cast) == 1 and subject.cast[0].what in ("process", "body", "event")
            if single and (subject.cast[0].what != "body" or subject.cast[0].kind in _GROUPS):
                return self.page.node(subject.cast[0], self.words)
            return None
        return None

    def _known(self, target: Target) -> bool:
        return any(target == claimed for claimed in self.made)

    @property
    def made(self) -> list[Target]:
        """The targets of which a fact was made."""
        return self._made

    # A claim

    def _cue(self, spans: tuple[Span, ...]) -> Passage:
        whole = Passage(self.words.source, ())
        for first, last in spans:
            whole += self.words[self.tokens[first].start : self.tokens[last].stop]
        return whole

    def status(self, spans: tuple[Span, ...]) -> str | None:
        """What a verb's words say of its clause: planned, nothing special, or no deed (None)."""
        signs = {
            name
            for first, last in spans
            for t in self.tokens[first : last + 1]
            for name in t.classes
        }
        if signs & {"denied", "possible", "supposed", "ended"}:
            return None
        forms = [f for first, last in spans for t in self.tokens[first : last + 1] for f in t.forms]
        if "planned" in signs or (forms and all(f.tense == "future" for f in forms)):
            return "planned"
        return "" if not any(f.tense in ("conditional", "subjunctive") for f in forms) else None

    def _claim(self, claim: Claim) -> int:
        made = 0
        for mention in claim.cast:
            for spans in self._ways(claim.cue):
                cue = self._cue(spans)
                found = self._tie(claim, mention, quote(cue)[1])
                if found:
                    made += self._link(claim, mention, found, cue)
                    break
        return made

    def _ways(self, cue: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
        """A cue whole, and without the auxiliaries that begin it and change nothing."""
        yield cue
        first, last = cue[0]
        start = first
        while start < last and self.tokens[start].is_a("auxiliary"):
            start += 1
        if first < start and not self.tokens[start].is_a("denied"):
            yield ((start, last), *cue[1:])

    def _tie(
        self, claim: Claim, mention: Mention, said: str
    ) -> tuple[Tie, str | None, bool] | None:
        """The tie of a claim for one of its names, with status and whether it has ended."""
        person = mention.what == "person"
        for tie in self._ties(claim, person):
            if person and tie.type not in _PERSON:
                continue
            if tie.type in _MEETINGS_ONLY and claim.target.kind != "meeting" and not person:
                continue
            role = (
                tie.role if tie.type == "MEMBER_OF" else tie.how if tie.type == "SIGNED" else None
            )
            for status in dict.fromkeys((*_STATUSES, tie.status)):
                if meaning(said, tie.type, role, status, ended=tie.ended) == "given":
                    return tie, status, tie.ended
        return None

    def _ties(self, claim: Claim, person: bool) -> Iterator[Tie]:
        for kind in _kinds(claim.target.kind):
            fitting = [
                tie
                for entry in claim.entries
                for tie in entry.ties
                if kind in tie.to
                and (kind == claim.target.kind or tie.type in _OF_ANY or kind == "activity")
                and tie.points == "thing"
                and (person or not tie.who)
                and (not claim.only or tie.type in claim.only)
            ]
            yield from sorted(fitting, key=lambda tie: not (person and tie.who))

    def _link(
        self, claim: Claim, mention: Mention, found: tuple[Tie, str | None, bool], cue: Passage
    ) -> bool:
        tie, status, ended = found
        target = self._target(claim, mention, tie)
        source = self.page.node(mention, self.words)
        if target is None or source is None or source.id == target.id:
            return False
        kind = vocabulary().types[tie.type]
        if not kind.joins(source.label, target.label):
            return False
        more: dict[str, Any] = {"role": tie.role, "how": tie.how, "status": status}
        if tie.type == "MEMBER_OF":
            more |= years(self.sentence, claim.clause, ended=ended, planned=status == "planned")
        known = {key: value for key, value in more.items() if value and key in kind.properties}
        self.page.draft.link(tie.type, source, target, within=self.words, cue=cue, **known)
        self._made.append(claim.target)
        self._timed(target, status)
        return True

    def _target(self, claim: Claim, mention: Mention, tie: Tie) -> Thing | None:
        """The node that a claim points to; who presents a study speaks at the meeting."""
        if mention.what == "person" and tie.type in _AT_MEETINGS and claim.target.kind != "meeting":
            meeting = self.targets.meeting()
            return self.targets.node(meeting) if meeting else None
        return self.targets.node(claim.target)

    def _timed(self, target: Thing, status: str | None) -> None:
        if status and target.label == "Activity" and not self.page.draft.has(target, "status"):
            self.page.draft.property(target, status=status)

    @property
    def _made(self) -> list[Target]:
        return self.__dict__.setdefault("_targets", [])  # type: ignore[no-any-return]


def _kinds(kind: str) -> tuple[str, ...]:
    """The kinds of a tie that go with a target's, the fittest first."""
    return {"meeting": ("meeting", "activity"), "body": ("body", "meeting")}.get(kind, (kind,))


__all__ = ["Clauses"]
