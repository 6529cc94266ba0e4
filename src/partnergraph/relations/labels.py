"""Labels with their values: what they say of the card, item, section or page they belong to.

Labels that follow each other make cards: another begins where the first label of the one before
comes again, and a card is about the thing that one of its labels names (*Output: …*, *Project
title: …*), wherever that stands in it. Without such a label they belong to the item before them,
else to the section's thing, else to what the page is about.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from partnergraph.document.blocks import Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.dates import first_date
from partnergraph.mentions.listing import Place
from partnergraph.records.ids import fold
from partnergraph.relations import instruments, leads, pairs, posts, profiles
from partnergraph.relations.actions import action, doers
from partnergraph.relations.alone import are_names
from partnergraph.relations.answers import answered
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page, status_of
from partnergraph.relations.rosters import DONE, promised
from partnergraph.relations.scopes import CARD, Scope, Scopes
from partnergraph.relations.subjects import Subject
from partnergraph.relations.things import objective, of_framework
from partnergraph.relations.ties import tie

Prose = Callable[[Part, Passage], None]
_RUN_ON = re.compile(r"(?:^|(?<=[\s.;,]))((?:[^\W\d_][\w’'/()-]*\s){0,4}[^\W\d_][\w’'/()-]*)\s?:\s")
_SEVERAL = re.compile(r"s(?:\(s\))?\s?:?$|\(s\)\s?:?$|\b(?:panel)\s?:?$", re.IGNORECASE)
_SENTENCE = 6  # words; a value that states something itself has hardly fewer
_THINGS = ("activity", "output", "action", "session", "document")
_ACTIONS = ("activity", "action")
_OF_BODY = ("organisation", "person", "office", "country")
_ABOUT = ("country", "objective", "outcome", "place")
_NUMBERED = re.compile(r"\d|\b[IVX]+$")
_NUMBER = re.compile(r"\s(?:[Nn]o\.?\s|n°\s?|#)?(\d{1,3}(?:\.\d{1,2})?)$")


@dataclass
class Field:
    """A label and its value; `used` where it names the card it stands in."""

    part: Part
    label: Passage
    value: Passage
    entry: Entry | None
    used: bool = False

    @property
    def parted(self) -> bool:
        """Whether it is a part of its block only."""
        return self.value.words != self.part.words.words

    @property
    def kind(self) -> str:
        """What its value is; empty where the label is not understood."""
        return self.entry.kind if self.entry else ""

    @property
    def says(self) -> bool:
        """Whether it says who does something."""
        return self.kind == "role"


class Labels:
    """What reads labels on a page; `prose` reads what turns out to be running text."""

    def __init__(self, page: Page, scopes: Scopes, prose: Prose) -> None:
        self.page = page
        self.scopes = scopes
        self.prose = prose

    def read(self, run: Sequence[Part]) -> None:
        """Read labels that follow each other."""
        for card in cards([field for part in run for field in fields(part)]):
            subject = self._signed(card) or self._profile(card) or self._subject(card)
            for field in card:
                self.field(field, subject)

    def is_card(self, run: Sequence[Part]) -> bool:
        """Whether labelled items are a card about a body, or about what is signed."""
        fields_of = [field for part in run for field in fields(part)]
        return bool(self._about_body(fields_of) or self._is_signed(fields_of))

    def _about_body(self, card: Sequence[Field]) -> profiles.Profile | None:
        own = [profiles.Field(field.entry, field.label, field.value) for field in card]
        return profiles.of_card(self.page, own, self.scopes.headed())

    def _profile(self, card: Sequence[Field]) -> Subject | None:
        """The body that a card is about, its role in what the page or section is about told."""
        found = self._about_body(card)
        if found is None:
            return None
        say = partial(self.prose, card[0].part)
        body = profiles.read(self.page, found, self.scopes.over(), say)
        for field in card:
            field.used = body is not None and field.kind in _OF_BODY
        return Subject("group", found.name, lambda: body)

    def _is_signed(self, card: Sequence[Field]) -> bool:
        """Whether a label says who signs what another label or a heading names."""
        if not any(instruments.signs(field.entry) for field in card):
            return False
        return any(map(_is_text, card)) or bool(instruments.titled(self.scopes.headings()))

    def _signed(self, card: Sequence[Field]) -> Subject | None:
        """What is signed, if a label of a card names who signs it."""
        if not self._is_signed(card):
            return None
        named = next(filter(_is_text, card), None)
        title = named.value if named else instruments.titled(self.scopes.headings())
        assert title
        told = [title.text, *(field.value.text for field in card if field.kind == "status")]
        if named:
            named.used = True
        signed = not instruments.is_open(told)
        return Subject("part", title, partial(self._instrument, title) if signed else lambda: None)

    def _instrument(self, title: Passage) -> Thing:
        return instruments.instrument(self.page, title)

    def field(self, field: Field, card: Subject | None = None) -> None:
        """Read one label, of a card's thing if it stands in one."""
        if field.used:
            self._take(field, "name of a card")
            return
        if field.entry is None or field.kind == "organisation":
            self._unknown(field)
            return
        if field.entry.kind in _ACTIONS and self._acted(field, field.entry):
            return
        thing = card.thing if card else None
        if field.entry.kind == "role":
            self._role(field, field.entry, thing or self._owner(field.entry, card))
        elif field.entry.kind in _ABOUT:
            self._about(field, field.entry, thing or self.scopes.owner())
        elif field.entry.kind in DONE and not card:
            group = self.scopes.section()
            if group and group.label == "Organisation":
                promised(self.page, group, field.value, field.label)
        elif field.entry.kind in ("person", "office"):
            self.page.listed(field.value)
        elif field.entry.kind in ("status", "date"):
            self._property(field, thing or self.scopes.near())
        elif field.entry.kind == "money":
            self._funds(field, field.entry, thing or self.scopes.owner())
        elif field.entry.kind == "recommendation":
            self._recommendation(field)
        elif field.entry.kind == "response":
            self._response(field)
        self._take(field, field.entry.id)

    def _owner(self, entry: Entry, card: Subject | None) -> Thing | None:
        """Whose a role is that is no card's thing's; of a text that is not signed nobody's."""
        if card is not None and instruments.signs(entry):
            return None
        return self.scopes.owner_of(entry)

    def _take(self, field: Field, what: str) -> None:
        """Say what a label and its value were taken for: one of perhaps many in their block."""
        self.page.draft.take_words(field.label + field.value, what)

    def _subject(self, card: Sequence[Field]) -> Subject | None:
        """The thing that a label of a card names, if another says who does it, where or why."""
        told = (field.says or field.kind in _ABOUT for field in card)
        if not any(told) or self._is_of_group(card):
            return None
        for field in card:
            kind = field.entry.kind if field.entry else ""
            titled = kind == "person" or (kind == "office" and field is card[0])
            if kind in _THINGS or (titled and not self._names_a_person(field.value)):
                field.used = True
                return self._named(field)
        for field in card:
            if fold(field.label.text) in lexicon().folded("title"):
                field.used = True
                return self._named(field)
        return None

    def _is_of_group(self, card: Sequence[Field]) -> bool:
        """Whether labels below a group's name say who belongs to it, and not to what it does."""
        said = [field.entry for field in card if field.entry and field.says]
        of_it = any(each.tie("Organisation") and each.ties[0].type == "MEMBER_OF" for each in said)
        first = card[0].entry
        named = first is not None and first.kind in _THINGS
        return of_it and not named and self.scopes.sort() == "group"

    def _named(self, field: Field) -> Subject:
        """The thing that a card's label names; the page's own where its title says the same."""
        own = self.scopes.subject
        subject = Subject("work", field.value, partial(self.page.activity, field.value))
        if own is None or own.sort != "work" or self.scopes.in_card():
            return subject
        if fold(field.value.text) in fold(own.words.text):
            own.rename(subject)
            return own
        return subject

    def _acted(self, field: Field, entry: Entry) -> bool:
        """Whether an action's label says who does it, in brackets behind or before `to`."""
        if not entry.ties or not action(self.page, field.value, entry, field.label):
            return False
        self._take(field, entry.id)
        return True

    def _recommendation(self, field: Field) -> None:
        """A recommendation that what stands below its label belongs to."""
        number = _NUMBER.search(field.label.text)
        code = self.page.code("Recommendation", number[1] if number else "")
        thing = self.page.draft.part("Recommendation", code, field.value)
        self.scopes.begin(Scope(CARD, Subject("part", field.value, lambda: thing)))

    def _response(self, field: Field) -> None:
        answered(self.page, self.scopes, field.value)

    def _names_a_person(self, words: Passage) -> bool:
        return any(mention.what == "person" for mention in self.page.named(words))

    def _unknown(self, field: Field) -> None:
        """A label the lexicon does not know: a numbered thing (`Outcome 1: …`), else prose."""
        if self.paired(field.label, field.value):
            self._take(field, "name and role")
            return
        if led := leads.read(field.label, self.scopes.subjects()):
            cast = self.page.listed(field.value)
            if cast and tie(self.page, cast, led.entry, led.thing, led.cue):
                self._take(field, led.entry.id)
                return
        if posts.labelled(self.page, field.label, field.value, self._runs(field)):
            self._take(field, "post")
            return
        found = self.scopes.named_by(field.label + field.value)
        if not found or not _NUMBERED.search(field.label.text):
            self.prose(field.part, field.part.line)
            return
        if found.sort == "aim" and of_framework(field.label):
            return
        self.scopes.begin(Scope(CARD, found))
        if found.sort in ("output", "work") and found.thing:
            doers(self.page, field.value, found.thing)
        elif found.sort == "aim" and found.thing:
            self._take(field, "aim")
        self._take(field, "heading")

    def paired(self, label: Passage, value: Passage) -> bool:
        """Whether a label is somebody's name and its value the role in what the section is of."""
        if not pairs.roles(value) or not are_names(self.page, label):
            return False
        thing = self.scopes.owner()
        return thing is not None and pairs.read(self.page, label, value, thing)

    def _role(self, field: Field, entry: Entry, thing: Thing | None) -> None:
        value, behind = _first_sentence(field.value)
        cast = _without_address(self.page.listed(value, self._runs(field), _where(field, thing)))
        if behind:
            self.prose(field.part, behind)
        if cast and _is_speech(value[: cast[0].mention.start]):
            return
        if thing is None and entry.id == "prepare":
            thing = self.page.draft.document
        if thing is None and len(value.words) >= _SENTENCE and value.text.endswith("."):
            self.prose(field.part, value)
            return
        if thing is None:
            self.page.draft.skip_words(field.value, "nothing on this page says whose role this is")
            return
        tie(self.page, cast, entry, thing, field.label)

    def _runs(self, field: Field) -> Runs:
        return () if field.parted else field.part.block.runs

    def _about(self, field: Field, entry: Entry, thing: Thing | None) -> None:
        if thing is None or thing.label != "Activity":
            return
        if entry.kind in ("objective", "outcome"):
            for aim in objective(self.page, field.value):
                self.page.draft.link("PURSUES", thing, aim)
            return
        cast = [named for named in self.page.listed(field.value) if named.thing.label == "Country"]
        tie(self.page, cast, entry, thing, field.label)

    def _funds(self, field: Field, entry: Entry, thing: Thing | None) -> None:
        """Who is named behind a label of the money."""
        cast = [named for named in self.page.listed(field.value) if named.pays]
        if thing:
            tie(self.page, cast, entry, thing, field.label)

    def _property(self, field: Field, thing: Thing | None) -> None:
        if thing is None or thing.label != "Activity":
            return
        if said := status_of(field.value.text):
            self.page.draft.property(thing, status=said)
        elif day := first_date(field.value.text):
            self.page.draft.property(thing, date=day)


def _is_text(field: Field) -> bool:
    """Whether a value is the title of something that is signed."""
    return not field.says and instruments.is_named(field.value)


def _is_speech(before: Passage) -> bool:
    """Whether somebody speaks in the words before the first name: `Chair: Let us hear …`."""
    said = set(fold(before.text).split())
    return any(fold(w) in said for each in LANGUAGES for w in lexicon().small("speech", each))


def _where(field: Field, thing: Thing | None) -> Place:
    """Where a value stands: behind a label of a session people need no form of address."""
    if thing is None or thing.label not in ("Session", "Roundtable"):
        return "any"
    return "several" if _SEVERAL.search(field.label.text) else "one"


def _without_address(cast: Sequence[Named]) -> Sequence[Named]:
    """A cast without the town and State behind a body: `PPMI Group, Vilnius, Lithuania`."""
    if len(cast) < 3 or cast[-1].thing.label != "Country":
        return cast
    town = cast[-2].mention
    is_town = town.how == "listed" and town.name.istitle() and " " not in town.name
    return cast[:-2] if is_town else cast


def fields(part: Part) -> Iterator[Field]:
    """A label with its value, and those that run on within it behind known label words."""
    value = part.words
    cuts = [found for found in _RUN_ON.finditer(value.text) if _known(found[1]) < len(found[1])]
    starts = [found.start(1) + _known(found[1]) for found in cuts]
    ends = [*starts, len(value.text)]
    yield Field(part, part.label, value[: ends[0]], _entry(part.label.text))
    for found, start, end in zip(cuts, starts, ends[1:], strict=True):
        words = value[start : found.end(1)]
        yield Field(part, words, value[found.end() : end], lexicon().label(words.text))


def _entry(label: str) -> Entry | None:
    """What a label is; that of a recommendation may be numbered."""
    known = lexicon().label(label)
    bare = lexicon().label(_NUMBER.sub("", label)) if known is None else None
    return bare if bare and bare.kind == "recommendation" else known


def cards(fields: Sequence[Field]) -> Iterator[list[Field]]:
    """Labels as cards: another begins where the first label of the one before comes again."""
    card: list[Field] = []
    for field in fields:
        again = card and fold(field.label.text) == fold(card[0].label.text)
        if again or (_names_thing(field) and any(map(_is_of_meeting, card))):
            yield card
            card = []
        card.append(field)
    if card:
        yield card


def _names_thing(field: Field) -> bool:
    return field.entry is not None and field.entry.kind in _THINGS


def _is_of_meeting(field: Field) -> bool:
    """Whether a label says who came: that is of no card, which begins behind it."""
    tie = field.entry.tie("Session") if field.entry else None
    return tie is not None and tie.type == "ATTENDED"


def _known(words: str) -> int:
    """Where the known label begins at the end of some words; their length if none does."""
    starts = [0, *(match.end() for match in re.finditer(r"\s", words))]
    known = (at for at in starts if words[at].isupper() and lexicon().label(words[at:]))
    return next(known, len(words))


def _first_sentence(words: Passage) -> tuple[Passage, Passage]:
    """A value up to its full stop, and the sentences that go on behind it."""
    first = next(words.sentences(), words)
    return first, words[len(first.text) :]
