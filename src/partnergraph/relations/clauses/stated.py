"""Claims and uses of a sentence made into facts: what the lexicon says that their words say."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from partnergraph.document.words import Passage, quote
from partnergraph.lexicon import meaning
from partnergraph.lexicon.data import small_set
from partnergraph.lexicon.entry import Tie
from partnergraph.mentions.mention import Mention
from partnergraph.records.vocabulary import vocabulary
from partnergraph.relations.clauses.dates import years
from partnergraph.relations.clauses.frame import Claim, Span
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.targets import Target, Targets
from partnergraph.relations.draft import Thing
from partnergraph.relations.ties import aside

_STATUSES = (None, "planned", "suspended", "cancelled")
_PERSON = frozenset(("SPOKE_AT", "MODERATED", "ATTENDED", "MEMBER_OF", "PREPARED"))
_MEETINGS_ONLY = frozenset(("SPOKE_AT", "MODERATED", "ATTENDED"))
_OF_ANY = frozenset(("ORGANISED",))
_AT_MEETINGS = frozenset(("SPOKE_AT", "MODERATED"))
_MADE = frozenset(("ORGANISED", "HOSTED", "CONDUCTED", "PREPARED"))
"""What is done once it was done, unless the thing is of a kind that goes on."""


class Said(NamedTuple):
    """What a claim's words say of one of its names: the tie, its status, and whether it ended."""

    tie: Tie
    status: str | None


class Stated:
    """The facts of one sentence."""

    def __init__(self, sentence: Sentence, targets: Targets, words: Passage) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.targets = targets
        self.page = targets.page
        self.words = words
        self.made: list[Target] = []

    # Who did what

    def claim(self, claim: Claim) -> int:
        """Make the facts of a claim; how many."""
        return sum(self._of(claim, mention) for mention in claim.cast)

    def _of(self, claim: Claim, mention: Mention) -> bool:
        if self._is_apart(claim, mention):
            return False
        for spans in self._ways(claim.cue):
            cue = self.cue(spans)
            said = self._said(claim, mention, quote(cue)[1])
            if said:
                return self._link(claim, mention, said, cue)
        return False

    def _is_apart(self, claim: Claim, mention: Mention) -> bool:
        """Whether brackets behind a name say that it is no member: `Bhutan (observer)`."""
        said = aside(self.words, mention) if claim.target.kind == "body" else None
        return said is not None and said[0] not in claim.entries

    def cue(self, spans: Sequence[Span]) -> Passage:
        """The words of some tokens."""
        whole = Passage(self.words.source, ())
        for first, last in spans:
            whole += self.words[self.tokens[first].start : self.tokens[last].stop]
        return whole

    def _ways(self, cue: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
        """A cue whole, and without the auxiliaries that begin it and change nothing."""
        yield cue
        first, last = cue[0]
        start = first
        while start < last and self.tokens[start].is_a("auxiliary"):
            start += 1
        if first < start and not self.tokens[start].is_a("denied"):
            yield ((start, last), *cue[1:])

    def _said(self, claim: Claim, mention: Mention, words: str) -> Said | None:
        person = mention.what == "person"
        for tie in _ties(claim, person):
            if person and tie.type not in _PERSON:
                continue
            if tie.type in _MEETINGS_ONLY and claim.target.kind != "meeting" and not person:
                continue
            role = {"MEMBER_OF": tie.role, "SIGNED": tie.how}.get(tie.type)
            for status in dict.fromkeys((*_STATUSES, tie.status)):
                if meaning(words, tie.type, role, status, ended=tie.ended) == "given":
                    return Said(tie, status)
        return None

    def _link(self, claim: Claim, mention: Mention, said: Said, cue: Passage) -> bool:
        tie, status = said
        target = self._target(claim, mention, tie)
        source = self.page.node(mention, self.words)
        if target is None or source is None or source.id == target.id:
            return False
        kind = vocabulary().types[tie.type]
        if not kind.joins(source.label, target.label):
            return False
        more: dict[str, Any] = {"role": tie.role, "how": tie.how, "status": status}
        if tie.type == "MEMBER_OF":
            planned = status == "planned"
            more |= years(self.sentence, claim.clause, ended=tie.ended, planned=planned)
        known = {key: value for key, value in more.items() if value and key in kind.properties}
        self.page.draft.link(tie.type, source, target, within=self.words, cue=cue, **known)
        self.made.append(claim.target)
        self._timed(claim, said, target)
        return True

    def _target(self, claim: Claim, mention: Mention, tie: Tie) -> Thing | None:
        """The node that a claim points to; who presents a study speaks at the meeting."""
        target = claim.target
        if mention.what == "person" and tie.type in _AT_MEETINGS and target.kind != "meeting":
            meeting = self.targets.meeting()
            return self.targets.node(meeting) if meeting else None
        if target.kind == "programme" and tie.type == "MEMBER_OF":
            return self.targets.node(target._replace(kind="body"))
        if target.kind == "body" and target.noun and tie.type in _OF_ANY:
            return self.targets.node(Target("activity", noun=target.noun))
        return self.targets.node(target)

    # When

    def _timed(self, claim: Claim, said: Said, target: Thing) -> None:
        """Say of an activity that it is to come, goes on, or is done, where its sentence does."""
        if target.label != "Activity" or self.page.draft.has(target, "status"):
            return
        status = said.status or self._since(claim, said.tie)
        if status:
            self.page.draft.property(target, status=status)

    def _since(self, claim: Claim, tie: Tie) -> str:
        noun = claim.target.noun
        token = self.tokens[noun.head] if noun else None
        if noun is None or token is None or token.thing is None:
            return ""
        if self.sentence.led_by_outcomes(noun):
            return "completed"
        said = [t for first, last in claim.cue for t in self.tokens[first : last + 1]]
        forms, words = {f.tense for t in said for f in t.forms}, {t.key for t in said}
        if "gerund" in forms or "being" in words:
            return "ongoing"
        past = bool({"past", "participle"} & forms) and not words & _PRESENT
        alone = not forms and noun.definite and token.thing.family != "event"
        done = (
            (past or alone)
            and tie.type in _MADE
            and token.thing.kind not in small_set("running", "en")
        )
        return "completed" if done else ""


def _ties(claim: Claim, person: bool) -> Iterator[Tie]:
    for kind in _kinds(claim.target.kind):
        fitting = [
            tie
            for entry in claim.entries
            for tie in entry.ties
            if kind in tie.to
            and _fits(kind, claim, tie)
            and tie.points == "thing"
            and (person or not tie.who)
            and (not claim.only or tie.type in claim.only)
        ]
        yield from sorted(fitting, key=lambda tie: not (person and tie.who))


def _fits(kind: str, claim: Claim, tie: Tie) -> bool:
    """Whether a tie may point to a target as of one kind: one is a member of a programme's body."""
    if claim.target.kind == "programme" and kind == "body":
        return tie.type == "MEMBER_OF"
    return kind in (claim.target.kind, "activity") or _is_deed(claim, tie)


def _is_deed(claim: Claim, tie: Tie) -> bool:
    """Whether a group is what was organised; one with a name of its own is held, and no deed."""
    return tie.type in _OF_ANY and not (claim.target.kind == "body" and claim.target.mention)


def _kinds(kind: str) -> tuple[str, ...]:
    """The kinds of a tie that go with a target's, the fittest first."""
    several = {
        "meeting": ("meeting", "activity"),
        "body": ("body", "meeting"),
        "programme": ("activity", "body"),
    }
    return several.get(kind, (kind,))


_PRESENT = frozenset(("is", "are", "est", "sont", "es", "son", "está", "están"))
