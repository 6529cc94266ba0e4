"""What a deed is done to: a thing named in the sentence, or one that the page is about."""

import re
from functools import cached_property
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.sorts import again, sorts
from partnergraph.lexicon.things import is_event, things
from partnergraph.mentions.kinds import kind_of_word
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.sessions import numbered
from partnergraph.records.ids import fold
from partnergraph.relations.clauses.nouns import INDEFINITE, Noun
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.things import Context, Things, Topic
from partnergraph.relations.draft import Thing

_MEETINGS = ("Session", "Roundtable")

_BODIES = ("Organisation", "RCP", "Agency")

_OF_ANOTHER = frozenset(
    ("of", "to", "on", "de", "del", "du", "des", "al", "au", "aux", "sur", "sobre")
)
"""What stands in a title between what it is of and something else: *Survey of the Programme*."""
_NO_HEADS = frozenset(
    (
        *("first", "second", "third", "fourth", "latter", "former", "last", "next"),
        *("other", "others", "same", "premier", "première", "second", "seconde"),
        *("dernier", "dernière", "primero", "primera", "segundo", "segunda", "tercero"),
        *("tercera", "último", "última"),
    )
)

_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th|e|er|ème|ª|º) $")


class Target(NamedTuple):
    """What a deed points to; `kind` as ties name it (meeting, activity, body …), before it is made;
    a programme with a name is an activity, and a body to its members.

    One of `noun`, `mention`, `thing` is there, of a meeting with a name the noun phrase too;
    `predicate` are the first and last token of the words that name an activity with its verb.
    """

    kind: str
    noun: Noun | None = None
    mention: Mention | None = None
    thing: Thing | None = None
    predicate: tuple[int, int] | None = None


class Targets:
    """The targets of one sentence's deeds, and their nodes."""

    def __init__(
        self,
        things: Things,
        sentence: Sentence,
        words: Passage,
        context: Context,
    ) -> None:
        self.things = things
        self.page = things.page
        self.sentence = sentence
        self.words = words
        self.context = context

    @cached_property
    def last(self) -> Topic | None:
        """What the sentence before was about."""
        return self.context.last()

    @cached_property
    def about(self) -> list[Thing]:
        """What the section and the page are about, the nearest first; not the words themselves."""
        own = {word.place for word in self.words.words}
        made = [thing for about in self.context.about if (thing := about())]
        return [t for t in made if not own.intersection(word.place for word in t.words.words)]

    def item(self) -> Target | None:
        """The activity that the words themselves are."""
        thing = self.context.item() if self.context.item else None
        return Target("activity", thing=thing) if thing and thing.label == "Activity" else None

    # Which

    def of_noun(self, noun: Noun) -> Target | None:
        """The target that a noun phrase is; None where it is none."""
        token = self.sentence.tokens[noun.head]
        if token.mention is not None:
            named = self.named(token.mention)
            return named._replace(noun=noun) if named.kind == "meeting" else named
        this = noun.article in again("this") and noun.first == noun.head
        if this and token.key in again("paper"):
            return Target("document", thing=self.page.draft.document)
        if noun.article in again("own") and token.key in again("deeds"):
            return None
        found = self._numbered(noun) or self._about(noun) or self._called(noun)
        if found:
            return found
        if self._bare(noun) and noun.article in again("these") and token.key in again("deeds"):
            return None
        kind = {"meeting": "meeting", "group": "body", "work": "activity"}.get(token.noun, "")
        if not kind and noun.article and token.key not in _NO_HEADS:
            return Target("activity", noun=noun) if token.noun == "" else None
        if kind == "body" and noun.definite and self._bare(noun):
            before = self.things.heard_of(fold(token.key))
            if before is not None:
                return Target("body", thing=before)
            return Target("body" if " " in token.key else "activity", noun=noun)
        return Target(kind, noun=noun) if kind else None

    def _called(self, noun: Noun) -> Target | None:
        """The only body that the page has named by a word for its kind so far: the Forum."""
        token = self.sentence.tokens[noun.head]
        if not (noun.definite and self._bare(noun) and token.capital):
            return None
        called = self.page.draft.called(fold(token.key), _BODIES)
        return Target("body", thing=called[0]) if len(called) == 1 else None

    def _numbered(self, noun: Noun) -> Target | None:
        """The own session or roundtable of a document that a number means: session 2.1."""
        words = self._passage(noun.first, noun.last)
        number = next(numbered(words.text), None) if words.text[-1].isdigit() else None
        if number is None or number.place or number.start:
            return None
        thing = self.things.meetings.node(number, words)
        return Target("meeting", thing=thing) if thing else None

    def uses(self, target: Target) -> bool:
        """Whether a target is what builds or draws on others: a session, a paper, a project."""
        thing, noun = target.thing, target.noun
        named = noun is not None and not self._bare(noun)
        label = thing.label if thing else "Activity" if named else ""
        return target.kind != "body" and label in (*_MEETINGS, "Document", "Activity")

    def session(self) -> Target | None:
        """The session or roundtable that the words stand under."""
        thing = self.context.session() if self.context.session else None
        return Target("meeting", thing=thing) if thing else None

    def named(self, mention: Mention) -> Target:
        """The target that a name is: the page's own thing where its title holds the name."""
        if mention.entity is None:
            wanted = set(fold(mention.name).split())
            first = fold(mention.name).split()[:1]
            for thing in self.about:
                inside = bool(first) and self._is_inside(thing, first[0])
                if wanted <= set(fold(thing.words.text).split()) and not inside:
                    return Target(self._kind(thing), thing=thing)
        if mention.kind in ("meeting", "programme") and mention.entity is None:
            return Target(mention.kind, mention=mention)
        return Target("instrument" if mention.what == "instrument" else "body", mention=mention)

    def _bare(self, noun: Noun) -> bool:
        return noun.first == noun.head == noun.last

    def _about(self, noun: Noun) -> Target | None:
        """The page's or section's thing, where a noun with an article can only mean that."""
        token = self.sentence.tokens[noun.head]
        if noun.article in INDEFINITE or not (noun.definite or token.capital):
            return None
        item = self.item() if self._bare(noun) and token.key in again("item") else None
        if item:
            return item
        said = [fold(t.key) for t in self.sentence.tokens[noun.first : noun.last + 1]]
        wanted = {word for word in said if len(word) > 2 or word[:1].isdigit()}  # la 8e réunion
        for thing in self.about:
            title = set(fold(thing.words.text).split())
            named = wanted <= title and not self._is_inside(thing, token.key)
            if named or (self._bare(noun) and self._is_class(thing, token.key)):
                return Target(self._kind(thing), thing=thing)
        return None

    def _is_inside(self, thing: Thing, head: str) -> bool:
        """Whether a noun is of something else in a thing's title: *Survey of the* Programme."""
        title = fold(thing.words.text).split()
        before = title[: title.index(fold(head))] if fold(head) in title else []
        of = [place for place, key in enumerate(before) if key in _OF_ANOTHER]
        return bool(of) and any(key in sorts() for key in before[: of[0]])

    def _is_class(self, thing: Thing, key: str) -> bool:
        """Whether a bare noun (the meeting, the output) is what a thing is called by its class."""
        if thing.label in _MEETINGS:
            own = again(thing.label.lower())
            whole = thing.label == "Roundtable" and not self.things.meetings.sessions
            return key in own or key in again("meeting") or (whole and key in again("session"))
        if self._is_meeting(thing):
            return key in again("meeting")
        return thing.label == "Activity" and key in again("work")

    def _kind(self, thing: Thing) -> str:
        return "meeting" if self._is_meeting(thing) else kind_of(thing)

    def it(self) -> Target | None:
        """What *it* is: what the sentence before was about, else what the page is about."""
        thing = self.last.node() if self.last else self.subject()
        return Target(self._kind(thing), thing=thing) if thing else None

    def subject(self, *labels: str) -> Thing | None:
        """What the section or page is about, of some labels."""
        return next((t for t in self.about if not labels or t.label in labels), None)

    def meeting(self) -> Target | None:
        """The meeting that the page is about, else the only one that its sentences name."""
        found = next((thing for thing in self.about if self._is_meeting(thing)), None)
        if found is None:
            told = {k.thing.id: k.thing for k in self.things.known if k.meeting}
            found = next(iter(told.values())) if len(told) == 1 else None
        return Target("meeting", thing=found) if found else None

    def _is_meeting(self, thing: Thing) -> bool:
        if thing.label in _MEETINGS:
            return True
        return thing.label == "Activity" and is_event(self.page.draft.kind(thing))

    def body(self) -> Target | None:
        """The body that *it* or the page is."""
        if self.last is not None and self.last.label in _BODIES:
            return Target("body", thing=self.last.node())
        thing = self.subject(*_BODIES)
        return Target("body", thing=thing) if thing else None

    # Their nodes

    def node(self, target: Target) -> Thing | None:
        """The node of a target, made now if it was not before."""
        if target.thing is not None:
            return target.thing
        if target.mention is not None and target.kind == "meeting":
            said = self._meeting_words(target.mention, target.noun)
            return self._activity(said, meeting_word(said.text), definite=True, kind="meeting")
        if target.mention is not None and target.kind == "programme":
            return self._programme(target.mention)
        if target.mention is not None:
            return self.page.node(target.mention, self.words)
        if target.predicate is not None:
            return self._activity(self._passage(*target.predicate), "", definite=False)
        assert target.noun
        noun = target.noun
        token = self.sentence.tokens[noun.head]
        if target.kind == "body":
            return self._group(noun)
        if target.kind == "instrument":
            words = self._passage(noun.first, noun.last)
            return self.page.draft.stated("Instrument", words, apart=self.page.draft.slug)
        kind = "meeting" if target.kind == "meeting" else ""
        kind = token.thing.kind if token.thing else kind
        words = self._passage(noun.first, noun.last)
        return self._activity(words, fold(token.key), noun.definite, kind)

    def _meeting_words(self, mention: Mention, noun: Noun | None) -> Passage:
        """A meeting's name with its number, and what it is on in small letters behind it."""
        before = _ORDINAL.search(self.words.text, 0, mention.start)
        start = before.start() if before else mention.start
        if noun is None:
            return self.words[start : mention.stop]
        token = self.sentence.tokens[noun.first]
        counted = fold(token.key) in lexicon().folded("ordinal") and noun.first + 1 == noun.head
        start = token.start if counted else start
        return self.words[start : max(mention.stop, self.sentence.tokens[noun.last].stop)]

    def _passage(self, first: int, last: int) -> Passage:
        tokens = self.sentence.tokens
        return self.words[tokens[first].start : tokens[last].stop]

    def _activity(self, words: Passage, head: str, definite: bool, kind: str = "") -> Thing:
        name = fold(words.text)
        session = self.session()
        where = session.thing.id.partition("/")[2] if session and session.thing else ""
        known = self.things.find(name, head, definite, where)
        if known:
            same = fold(known.words.text) == name
            return Thing(known.id, known.label, words) if same else known
        code = "-".join((where, *kind.split())) if where and kind else ""
        more = {"kind": kind} if kind else {}
        thing = self.page.draft.part("Activity", self.page.code("Activity", code), words, **more)
        self.things.add(name, head, thing, is_event(kind), where)
        return thing

    def _programme(self, mention: Mention) -> Thing:
        """A programme or project with a name of its own, as what somebody does or pays for."""
        words = self.words[mention.start : self._described(mention)]
        keys = fold(mention.name).split()
        heads = (key for key in keys if (found := kind_of_word(key)) and found.kind == "programme")
        head = next(heads, keys[-1])
        thing = things(self.sentence.language).get(head)
        kind = thing.kind if thing and thing.kind else "programme"
        return self._activity(words, head, definite=True, kind=kind)

    def _described(self, mention: Mention) -> int:
        """Where a name ends with the adjectives behind it: Programme de gestion *mixte*."""
        stop = mention.stop
        for token in self.sentence.tokens if self.sentence.language != "en" else ():
            if token.start > stop + 1:
                break
            small = token.plain and not (token.forms or token.noun or token.capital)
            if small and token.start == stop + 1:
                stop = token.stop
        return stop

    def _group(self, noun: Noun) -> Thing:
        words = self._passage(noun.first, noun.last)
        name, head = fold(words.text), fold(self.sentence.tokens[noun.head].key)
        known = self.things.find(name, head, noun.definite)
        if known:
            return known
        draft = self.page.draft
        thing = draft.stated("Organisation", words, apart=draft.slug, kind=head)
        self.things.add(name, head, thing)
        return thing


def meeting_word(name: str) -> str:
    """The word for a meeting in its name, by which a text speaks of it again: the conference."""
    keys = fold(name).split()
    kinds = ((key, bodies().kind([key])) for key in keys)
    return next((key for key, kind in kinds if kind and kind.kind == "meeting"), keys[0])


def kind_of(thing: Thing) -> str:
    """What a node is for a tie."""
    if thing.label in _MEETINGS:
        return "meeting"
    if thing.label in _BODIES:
        return "body"
    return {"Document": "document", "Instrument": "instrument"}.get(thing.label, "activity")
