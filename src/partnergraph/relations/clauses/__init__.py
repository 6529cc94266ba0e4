"""Sentences: who does what, in clauses, in English, French and Spanish.

`Clauses.read` takes the words of a paragraph, item, value, cell or note and makes facts of what its
sentences plainly state. Each fact has the sentence as its quote and, as its cue, the words that
give it its type and status; the lexicon must say of these words that they do (`meaning`), so that
what is denied, wished or only possible makes no fact.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import small_set
from partnergraph.mentions.casts import cast_and_named
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.works import works
from partnergraph.names.composed import composed
from partnergraph.records.ids import fold
from partnergraph.relations.clauses.doers import joined, with_doers
from partnergraph.relations.clauses.frame import Claim, Span
from partnergraph.relations.clauses.frames import Frames
from partnergraph.relations.clauses.links import Links
from partnergraph.relations.clauses.listed import Listed
from partnergraph.relations.clauses.located import Located
from partnergraph.relations.clauses.nouns import HEADS
from partnergraph.relations.clauses.recalled import Recalled
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.stated import Stated
from partnergraph.relations.clauses.targets import Target, Targets, meeting_word
from partnergraph.relations.clauses.things import About, Context, Things, Topic
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.tokens import moved, tokens
from partnergraph.relations.clauses.uses import Uses, tells_of_use
from partnergraph.relations.clauses.words import language_of, uncapped
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

METHOD = "sentences"
_PARTS = 40
"""Blocks by which the language of a page is told."""
_BACK = 30
_TO_COLON = 10
"""Words between *composed of* and its colon: *representatives of the following institutions*."""
"""Sentences back to what *it* may still be."""
LONGEST = 4000
"""Characters; what is longer without a full stop is no sentence, and is not read."""


class Lead(NamedTuple):
    """What a line says of the names below it: what they are, of which thing, by which words.

    `status` is *planned* where it says so: shall be composed of.
    """

    entry: Entry
    thing: Thing
    cue: Passage
    status: str = ""


class Clauses:
    """The sentences of one page, read in its order: what they name again is the same thing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.things = Things(page)
        self.recalled = Recalled(page.draft)
        self.unread: list[tuple[Passage, str]] = []

    @cached_property
    def _language(self) -> str:
        """The language of the page, for words too few to tell."""
        beginning = islice((part.whole.text for part in self.page.laid.parts), _PARTS)
        return language_of(" ".join(beginning))

    def read(
        self,
        words: Passage,
        *about: About,
        item: About | None = None,
        session: About | None = None,
    ) -> int:
        """Make facts of what some words state; how many.

        `about` give the things that *it*, *the meeting*, *the Dialogue* may be, the nearest first;
        `item` the activity that the words themselves are, `session` what they stand under. What is
        not read is in `unread` then, with the reason.
        """
        if not words:
            return 0
        self.things.paragraph += 1
        method, self.page.draft.method = self.page.draft.method, METHOD
        made = self._read(words, Context(about, item, session))
        self.page.draft.method = method
        return made

    def lead(self, words: Passage, *about: About) -> Lead | None:
        """What words that end in a colon say of the names below them: `Members of X are:`."""
        sentence = next(reversed(list(words.sentences())), words)
        if len(sentence.text) > LONGEST or not sentence.text.endswith(":"):
            return None
        language = language_of(words.text, self._language)
        return _Reading(self, sentence, language, Context(about)).lead()

    def _read(self, words: Passage, where: Context) -> int:
        made = 0
        before: list[_Reading] = []
        language = language_of(words.text, self._language)
        for sentence in words.sentences():
            if len(sentence.text) > LONGEST:
                self.unread.append((sentence, f"a sentence of more than {LONGEST:,} characters"))
                continue
            if sentence.text.rstrip(')”" ').endswith("?"):
                continue
            context = where._replace(last=partial(_last, tuple(before[-_BACK:])))
            reading = _Reading(self, sentence, language, context)
            made += reading.facts()
            reading.hear()
            why = "; ".join(reading.unclear)
            self.unread += [(sentence, f"who did what is not clear: {why}")] if why else []
            before.append(reading)
        return made


def _signs(token: Token) -> bool:
    """Whether a word says that somebody signs, adopts or ratifies."""
    if token.role is None and not token.forms:
        return False
    told = [token.role, *(entry for form in token.forms for entry in form.entries)]
    return any(tie.type == "SIGNED" for entry in told if entry for tie in entry.ties)


def _is_short(token: Token) -> bool:
    """Whether a word is a body by its capitals alone: *MMN* and the Mekong Institute."""
    only = token.cast.members[0] if token.cast else None
    return only is not None and only.how == "listed" and bool(only.acronym)


def _last(before: Sequence["_Reading"]) -> Topic | None:
    """What the sentences before spoke of, the last one that was of something."""
    return next((r.topic for r in reversed(before) if r.topic), None)


class _Reading:
    """One sentence being read; it is taken apart when that is first asked for."""

    def __init__(
        self,
        clauses: Clauses,
        words: Passage,
        language: str,
        context: Context,
    ) -> None:
        self.page = clauses.page
        self.recalled = clauses.recalled
        self.words = words
        self._things, self._language, self._context = clauses.things, language, context
        made = composed(words.text)
        self._text = uncapped(made.text, language)
        self._found = cast_and_named(self._text, self.page.names, self.page.definitions)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, read in the composed text and placed in the printed one."""
        made = composed(self.words.text)
        found, named = self._found
        read = tokens(made.text, found, named, self._language)
        if any(map(_signs, read)):
            named = [*named, *self._instruments(self._text, read)]
            read = tokens(made.text, found, named, self._language)
        read = joined(read) if any(map(_is_short, read)) else read
        read = with_doers(self.recalled.within(read, made.text), made.text, self._language)
        self.recalled.hear(read)
        if made.text == self.words.text:
            return read
        return [moved(token, made.span) for token in read]

    @cached_property
    def sentence(self) -> Sentence:
        """Its clauses."""
        return Sentence(self.words.text, self.tokens, self._language)

    @cached_property
    def targets(self) -> Targets:
        """What its deeds may be done to."""
        return Targets(self._things, self.sentence, self.words, self._context)

    @cached_property
    def frames(self) -> Frames:
        """What its verbs, nouns and adjuncts claim."""
        return Frames(self.sentence, self.targets, self.status)

    @cached_property
    def listed(self) -> Listed:
        """What it claims of a list."""
        return Listed(self.sentence, self.targets)

    @cached_property
    def stated(self) -> Stated:
        """The facts that are made of what it claims."""
        return Stated(self.sentence, self.targets, self.words)

    @cached_property
    def _is_silent(self) -> bool:
        """Whether no fact can be made: nobody is named or has a capital, and nothing is used."""
        named = any(self._found) or any(map(str.isupper, self._text[1:]))
        return not named and not tells_of_use(self._text, self._language)

    @property
    def unclear(self) -> Sequence[str]:
        """What stays open in what it says."""
        return () if self._is_silent else self.frames.told.unclear

    def _instruments(self, text: str, read: Sequence[Token]) -> Iterator[Mention]:
        """What may be signed and only its own words name: the Quito Declaration on Mobility."""
        taken = [(t.start, t.stop) for t in read if t.cast or t.mention]
        for work in works(Reading(text, self.page.names)):
            apart = all(work.stop <= start or stop <= work.start for start, stop in taken)
            if work.what == "instrument" and apart:
                yield work

    def facts(self) -> int:
        """Make the facts; how many."""
        if self._is_silent:
            return 0
        made = self._posts() + self._claims()
        made += Located(self.frames.told, self.stated).make()
        return made + Links(Uses(self.frames), self.stated).make()

    def hear(self) -> None:
        """Remember what the sentence names, for *the event*, *the committee* behind it."""
        for token in () if self._is_silent else self.tokens:
            one = token.cast.members[0] if token.cast and len(token.cast.members) == 1 else None
            if one is not None and one.what == "body" and one.how == "kind":
                head = fold(one.name.split()[-1])
                make = partial(self.targets.node, self.targets.named(one))
                self._things.hear(fold(one.name), head, False, make)
        for noun in () if self._is_silent else self.sentence.nouns.list:
            token = self.tokens[noun.head]
            event = token.mention is not None and token.mention.what == "event"
            bare = token.mention is None and noun.first == noun.head == noun.last
            bare = bare and " " not in token.key
            if bare or not (event or token.noun in HEADS):
                continue
            target = self.targets.of_noun(noun)
            if target and target.thing is None and target.kind in ("meeting", "activity", "body"):
                named = self.words.text[self.tokens[noun.first].start : self.tokens[noun.last].stop]
                words = fold(
                    token.key
                ).split()  # the *group* of a working group, du groupe de travail
                last = words[-1 if self._language == "en" else 0]
                word = last if target.kind == "body" else fold(token.key)
                head = meeting_word(named) if event else word
                make = partial(self.targets.node, target)
                proper = event or (token.capital and noun.head > 0)
                self._things.hear(fold(named), head, target.kind == "meeting", make, proper)

    def _claims(self) -> int:
        """Make the facts of who does what; how many."""
        if not any(token.cast for token in self.tokens):
            self.frames.verbs.unclear.unnamed()
            return 0
        if not self.sentence.groups and not any(t.phrase or t.role for t in self.tokens):
            return 0
        claims: list[Claim] = []
        made = 0
        for claim in self.frames.claims():
            made += self.stated.claim(claim)
            claims.append(claim)
        return made + sum(map(self.stated.claim, self.listed.claims(claims)))

    def lead(self) -> Lead | None:
        """What the sentence says of the names below it, where it ends in a colon."""
        found = self._made_up() or self.listed.lead()
        thing = self.targets.node(found.target) if found else None
        if found is None or thing is None:
            return None
        status = self.status(found.cue) if found.only == frozenset() else ""
        if status is None:
            return None
        return Lead(found.entries[0], thing, self.stated.cue(found.cue), status)

    def _made_up(self) -> Claim | None:
        """`It is led by a committee composed of:`, or of the following bodies' representatives."""
        place = len(self.sentence.groups) - 1
        group = self.sentence.groups[place] if place >= 0 else None
        if group is None or not self._points_below(max(group.last, group.by) + 1):
            return None
        holding = tuple(dict.fromkeys(e for form in group.forms for e in form.holding))
        target = self.frames.verbs.subject_target(self.sentence.subjects[place])
        if not holding or target is None or target.kind != "body" or self.sentence.denied(place):
            return None
        return Claim((), holding, target, ((group.first, max(group.last, group.by)),))

    def _points_below(self, at: int) -> bool:
        """Whether what stands from a place to the colon at the end names nobody but those below."""
        said = self.tokens[at:-1]
        plain = not any(token.cast or token.mention or token.mark for token in said)
        points = {key for token in said for key in token.key.split()}
        told = points & small_set("following", self.sentence.language)
        return not said or (plain and len(said) <= _TO_COLON and bool(told))

    def _posts(self) -> int:
        """Make who holds an office where: `said Ms. Ruiz, Director of the IR`; how many."""
        named = (each for token in self.tokens if token.cast for each in token.cast.members)
        held = [each for each in named if each.what == "person" and each.at]
        return sum(self.page.node(each, self.words) is not None for each in held)

    @cached_property
    def topic(self) -> Topic | None:
        """What the sentence was about, for *it* in the next one: its first subject, if a thing."""
        subject = next(iter(self.sentence.subjects), None)
        if subject is None or subject.it:
            return None
        target = self.frames.verbs.subject_target(subject) if subject.noun else None
        if target is not None and target.mention is not None:
            if target.kind == "meeting":
                return Topic("Activity", partial(self.targets.node, target))
            return self._named(target.mention)
        if target is not None and (target.thing is not None or target in self.stated.made):
            thing = self.targets.node(target)
            return Topic(thing.label, lambda: thing) if thing else None
        if target is not None and self._is_thing(target):
            return Topic("Activity", partial(self.targets.node, target))
        single = subject.cast[0] if len(subject.cast) == 1 else None
        body = single is not None and single.what == "body" and single.kind not in bodies().groups
        if single is None or body or single.what not in ("process", "body", "event"):
            return self._held()
        return self._named(single)

    def _is_thing(self, target: Target) -> bool:
        """Whether a thing can be meant again by *it*: what is held, made or carried out."""
        head = self.tokens[target.noun.head] if target.noun else None
        return head is not None and head.noun in ("meeting", "work") and target.kind != "body"

    def _held(self) -> Topic | None:
        """What the subject of the sentence held: IOM organised *a workshop*. It was funded by."""
        target = self.frames.told.of.get(0)
        if target is None or target not in self.stated.made or target.kind != "meeting":
            return None
        thing = self.targets.node(target)
        return Topic(thing.label, lambda: thing) if thing else None

    def _named(self, mention: Mention) -> Topic:
        label = mention.entity.label if mention.entity else "Organisation"
        return Topic(label, partial(self.page.node, mention, self.words))

    # What its verbs say

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
        said = [t.forms for first, last in spans for t in self.tokens[first : last + 1] if t.forms]
        unreal = any(all(f.tense in ("conditional", "subjunctive") for f in each) for each in said)
        return None if unreal else ""


__all__ = ["Clauses", "Lead"]
