"""What stands above a block: the headings, items and cards it is under, and whose they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry
from partnergraph.mentions.days import HOURS
from partnergraph.relations import instruments, subjects
from partnergraph.relations.draft import Thing
from partnergraph.relations.numbers import number
from partnergraph.relations.page import Page
from partnergraph.relations.sessions import timed
from partnergraph.relations.subjects import Subject

_MET = frozenset(
    ("LED", "ATTENDED", "HOSTED", "ORGANISED", "MODERATED", "CO_FACILITATED", "SPOKE_AT")
)
ITEM = 100
"""Items and cards stand below all headings, whose levels begin at 1."""
CARD = ITEM - 1
GROUP = CARD - 1
"""A line that says whose, or which, the names below it are."""


@dataclass
class Scope:
    """What a heading, item or card opens: how deep, what it is about, which role its names have.

    `entry` is what the lexicon says of the heading and `cue` its words; `role` is that entry where
    it is a role, `also` another role that they have and its words; `beside` the State or body that
    the heading names, `others` those it names too; `heading` are the words of a heading;
    `empty` whether nothing but headings has stood below it so far, `blocks` how much else has;
    `holds` the level of the headings that stand below it though they are printed like it; `status`
    what its words make of the role: to come.
    """

    depth: float
    subject: Subject | None = None
    role: Entry | None = None
    cue: Passage | None = None
    genre: str = ""
    entry: Entry | None = None
    beside: Thing | None = None
    others: tuple[Thing, ...] = ()
    also: tuple[Entry, Passage] | None = None
    heading: Passage | None = None
    empty: bool = True
    blocks: int = 0
    holds: float = 0
    status: str = ""


class Scopes:
    """The scopes that are open, and the subject of the page, which stands above all.

    `meeting` is the group's meeting that the page reports on, where the subject is the group.
    `day` and `hours` are those that a programme printed last, of what is scheduled next.
    """

    def __init__(self, page: Page, subject: Subject | None, meeting: Subject | None = None) -> None:
        self.page = page
        self.subject = subject
        self.meeting = meeting
        self.open: list[Scope] = []
        self.day = ""
        self.hours = ""

    def close(self, depth: float) -> None:
        """End all scopes that are as deep or deeper."""
        while self.open and self.open[-1].depth >= depth:
            self.open.pop()

    def begin(self, scope: Scope) -> None:
        """Open a scope, ending those as deep or deeper; an output says what it pursues."""
        self.close(scope.depth)
        self.open.append(scope)
        subject = scope.subject
        if subject and subject.sort == "output" and subject.step and self._aims():
            _ = subject.thing

    def _aims(self) -> bool:
        """Whether an outcome stands right above the innermost scope."""
        above = (scope.subject for scope in self.open[-2::-1] if scope.subject)
        return next((subject.sort == "aim" for subject in above), False)

    def filled(self) -> None:
        """Say that something but a heading stands here."""
        for scope in self.open:
            scope.empty = False
            scope.blocks += 1

    def upwards(self) -> Iterator[Scope]:
        """The open scopes from the innermost."""
        return reversed(self.open)

    def just_headed(self) -> bool:
        """Whether the innermost scope is a heading's, with nothing below it so far."""
        return bool(self.open) and self.open[-1].blocks <= 1 and self.open[-1].depth < CARD

    def close_genre(self, *genres: str) -> None:
        """End the outermost scope that is of one of these, and all below it."""
        for scope in self.open:
            if scope.genre in genres:
                self.close(scope.depth)
                return

    def hold(self, level: int, *genres: str) -> None:
        """Let headings of a level stand below one of these that is printed like them."""
        for scope in self.open:
            if scope.genre in genres and scope.depth == level:
                scope.holds = level

    def genre(self, *genres: str) -> Scope | None:
        """The outermost scope that is of one of these."""
        return next((scope for scope in self.open if scope.genre in genres), None)

    def within(self, *genres: str) -> bool:
        """Whether a heading above announces one of these."""
        return any(scope.genre in genres for scope in self.open)

    def owner(self) -> Thing | None:
        """The thing that a label or table belongs to here."""
        return self._above(self.open)

    def owning(self, part: Part) -> str:
        """The words of the thing that a block belongs to, without making it; empty for none."""
        own = {word.place for word in part.whole.words}
        subjects = [scope.subject for scope in self.upwards()] + [self.subject]
        named = (each.words for each in subjects if each)
        return next((w.text for w in named if not own & {word.place for word in w.words}), "")

    def headed(self) -> Passage | None:
        """The words of the heading that a block stands right below."""
        return self.open[-1].heading if self.open else None

    def headings(self) -> Iterator[Passage]:
        """The headings that a block stands under, the nearest first, at last the page's first."""
        yield from (scope.heading for scope in self.upwards() if scope.heading)
        first = next((part for part in self.page.parts if part.words), None)
        if first and first.block.kind == "heading":
            yield first.words

    def owner_of(self, entry: Entry) -> Thing | None:
        """What a label or list with this entry belongs to: what is signed, where it says who."""
        signed = instruments.of(self.page, self.headings()) if instruments.signs(entry) else None
        found = entry.tie("Session") if self.meeting else None
        if self.meeting and found and found.type in _MET and not self.section():
            return signed or self.meeting.thing
        return signed or self.owner()

    def over(self) -> Thing | None:
        """The thing that what is told of a body is said of: the section's, else the page's."""
        return self.section() or self.page_thing()

    def subjects(self) -> Iterator[Subject]:
        """What the headings and cards here are about, the nearest first, at last the page."""
        yield from (s.subject for s in self.upwards() if s.subject and s.depth < ITEM)
        yield from (self.subject,) if self.subject else ()

    def section(self) -> Thing | None:
        """The thing of the nearest heading or card that has one."""
        for scope in self.upwards():
            if scope.depth < ITEM and scope.subject:
                return scope.subject.thing
        return None

    def item(self) -> Thing | None:
        """The thing of the item that a label stands below, if it does."""
        scope = self.open[-1] if self.open else None
        return scope.subject.thing if scope and scope.depth >= ITEM and scope.subject else None

    def near(self) -> Thing | None:
        """The thing of the item or card that a label stands in, if it does."""
        for scope in self.upwards():
            if scope.depth >= CARD and scope.subject:
                return scope.subject.thing
        return None

    def in_card(self) -> bool:
        """Whether an item or card with a thing of its own is open."""
        return any(scope.depth >= CARD and scope.subject for scope in self.open)

    def page_thing(self) -> Thing | None:
        """The thing that the page is about."""
        return self.subject.thing if self.subject else None

    def sort(self) -> str:
        """What sort of thing a label or table belongs to here, without making it."""
        subjects = (*(scope.subject for scope in self.upwards()), self.subject)
        return next((each.sort for each in subjects if each), "")

    def beside(self) -> Thing | None:
        """The State or body that a heading above names."""
        return next((scope.beside for scope in self.upwards() if scope.beside), None)

    def others(self) -> tuple[Thing, ...]:
        """Those whom that heading names too."""
        return next((scope.others for scope in self.upwards() if scope.beside), ())

    def state(self) -> Thing | None:
        """The State that a heading or line above names."""
        named = (scope.beside for scope in self.upwards() if scope.beside)
        return next((each for each in named if each.label == "Country"), None)

    def listing(self) -> Scope | None:
        """The nearest heading that is a role, if nothing but names of bodies stands between."""
        for scope in self.upwards():
            if scope.role:
                return scope
            if scope.subject and scope.depth < ITEM:
                return None
        return None

    def above(self) -> Callable[[], Thing | None]:
        """What gives the thing that stands above a block here, when it is asked for."""
        above = tuple(self.open)
        return lambda: self._above(above)

    def named_by(self, words: Passage) -> Subject | None:
        """The thing that a heading here names, part of what stands above it now."""
        found = subjects.heading(self.page, words, self.above())
        if found and found.step:
            return subjects.heading(self.page, words, self._over(found))
        if not found or found.sort != "session":
            return found
        held = subjects.heading(self.page, words, self._around(found.code))
        return self.timed(held or found, words)

    def step(self, label: Passage, words: Passage, code: str) -> Subject | None:
        """The step of a results chain that an item's label says it is, under those above."""
        found = subjects.stepped(self.page, label, words, self.above(), code)
        return found and subjects.stepped(self.page, label, words, self._over(found), code)

    def _over(self, step: Subject) -> Callable[[], Thing | None]:
        """What gives the thing that a step of a results chain is for: none beside it."""
        held = tuple(s for s in self.open if not (s.subject and _beside(s.subject, step)))
        return lambda: self._above(held)

    def _around(self, code: str) -> Callable[[], Thing | None]:
        """What gives the thing that holds a session: none that is scheduled beside it."""
        held = tuple(scope for scope in self.open if not _is_beside(scope, code))
        return lambda: self._above(held)

    def timed(self, subject: Subject, words: Passage) -> Subject:
        """A session as one at the hours its words begin with, or that were printed last."""
        clock = HOURS.match(words.text)
        self.hours = clock["time"] if clock else self.hours
        if not self.hours and not self.day:
            return subject
        make = partial(timed, self.page, lambda: subject.thing, self.hours, self.day)
        return Subject(subject.sort, subject.words, make, subject.code)

    def number(self, title: Passage, words: Passage) -> None:
        """Say that the heading above names the work that some words number."""
        make = partial(self.page.activity, title, number(words))
        self.open[-1].subject = Subject("work", title, make)

    def depth(self, level: int) -> float:
        """How deep a heading stands: one right below another of its level stands under that."""
        for scope in self.open:
            if scope.holds == level:
                return level + 0.5
        above = self.open[-1] if self.open else None
        if above and above.empty and above.depth == level and (above.role or above.genre):
            above.holds = level
            return level + 0.5
        return level

    def is_title(self, part: Part) -> bool:
        """Whether a heading is the title that names what the page is about."""
        if self.subject is None:
            return False
        named = {word.place for word in self.subject.words.words}
        return bool(named & {word.place for word in part.words.words})

    def _above(self, scopes: Sequence[Scope]) -> Thing | None:
        for scope in reversed(scopes):
            if scope.subject and (thing := scope.subject.thing):
                return thing
        return self.page_thing()


def _beside(open_: Subject, step: Subject) -> bool:
    """Whether a step stands beside or above an open one: 1.2 beside 1.1."""
    if not open_.step or open_.step < step.step:
        return False
    inner = open_.code and step.code.startswith(f"{open_.code}.")
    return open_.step > step.step or not inner


def _is_beside(scope: Scope, code: str) -> bool:
    """Whether a scope is of a session that does not hold the one of a code: 2A and 2B."""
    session = scope.subject if scope.depth == CARD else None
    if session is None or session.sort != "session":
        return False
    return not (session.code and code.startswith(session.code) and code != session.code)
