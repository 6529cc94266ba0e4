"""A page read from its first block to its last, each block in the scope that it stands in.

Headings, items and cards open scopes: a thing that labels, lists and tables below it belong to, or
a role that the names of a list below it have.
"""

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres import GENRES, agenda, agreements, directory, participants
from partnergraph.genres.section import Section
from partnergraph.lexicon import Entry, lexicon
from partnergraph.relations import (
    actions,
    answers,
    factsheets,
    leads,
    lines,
    rosters,
    stacked,
    subjects,
    timetables,
)
from partnergraph.relations.alone import is_state_over, names_alone
from partnergraph.relations.clauses import Clauses
from partnergraph.relations.clauses.things import About
from partnergraph.relations.draft import Thing
from partnergraph.relations.grids import Grids
from partnergraph.relations.headings import TITLE, announced, denies, titles
from partnergraph.relations.labels import Labels
from partnergraph.relations.lists import Lists
from partnergraph.relations.numbers import number
from partnergraph.relations.page import Page
from partnergraph.relations.scopes import CARD, GROUP, ITEM, Scope, Scopes
from partnergraph.relations.subjects import Subject

_NOTHING = "nothing"  # the genre of a heading that says so
_COVER = 6  # blocks
_TAKING_PART = "member-taking-part"  # in a body, or at a meeting
_OVER_ALL = 0.5  # the depth of what a cover announces of all below it
_OF_BODIES = ("attend", "directory", "pledge", "country", "member")

_MEETINGS = ("Session", "Roundtable")
_RUNNING = ("paragraph", "note")
_BEFORE_PEOPLE = 4  # blocks: a State, a body of it, its unit
_SENTENCE = 6  # words; what is left of a paragraph and states something has hardly fewer


class Walk:
    """One reading of a page; `sentences`: whether those of its running text are read too."""

    def __init__(self, page: Page, sentences: bool = True) -> None:
        self.page = page
        shown = stacked.unrolled(page, list(timetables.unrolled(page)))
        self.parts = tuple(part for part in shown if part not in page.contents)
        about = subjects.of_page(page, self.parts)
        self.scopes = Scopes(page, about, subjects.reported(page, self.parts, about))
        self.labels = Labels(page, self.scopes, self._prose)
        self.lists = Lists(page, self.scopes, self.labels)
        self.grids = Grids(page, self.scopes, self.labels, self._prose)
        self.clauses = Clauses(page)
        self._taken = frozenset((*page.draft.taken, *page.draft.skipped))
        self._own = frozenset(page.laid.parts)
        self._agreement: Section | None = None
        read = (at for at, what in page.draft.taken.items() if what != "heading")
        self._gridded = frozenset((*read, *page.draft.skipped))
        self.place = 0
        self._named = lines.heading_labels(self.parts)
        self._sheets = factsheets.catalogue(self.parts)
        self._sentences = sentences
        self._led: Subject | None = None

    def read(self) -> None:
        """Read all blocks."""
        agreements.bound(self.page, self.parts)
        place = 0
        while place < len(self.parts):
            until = self._block(place)
            for part in self.parts[place:until]:
                self._see(part)
            place = until

    def _see(self, part: Part) -> None:
        """Note whose a block is and by which entry, for who asks how the page was read."""
        owner, by = self.scopes.owning(part), self._entry_of(part)
        for words in (part.whole, *(cell for row in part.rows for cell in row)):
            self.page.draft.see(words, owner, by)

    def _entry_of(self, part: Part) -> str:
        """The lexicon's entries of a block: its label's, its columns', else its heading's."""
        if part.label:
            told = [lexicon().label(part.label.text)]
        elif part.block.kind == "table":
            heads = {cell.text for row in part.rows[: part.block.header] for cell in row}
            told = [lexicon().header(text) for text in sorted(heads)]
        elif part.block.kind == "heading":
            told = [lexicon().heading(part.words.text)]
        else:
            told = [next((scope.entry for scope in self.scopes.upwards() if scope.entry), None)]
        return ", ".join(dict.fromkeys(entry.id for entry in told if entry))

    def _block(self, place: int) -> int:
        self.place, part = place, self.parts[place]
        agenda.dated(self.scopes, part)
        if part in self.page.headed:
            self._headed(part, self.page.headed[part])
            return place + 1
        if part.block.kind == "heading":
            if done := self._person(place):
                return place + done
            if part in self._named:
                self.lists.card(part)
                return place + 1
            self._heading(part)
            return place + 1
        if part.block.kind != "running":
            self.scopes.filled()
        if not self._is_free(part):
            self._rest(part)
            return place + 1
        if place == 0 and titles(part):
            self._open(part, TITLE)
            return place + 1
        if agenda.begin(self.page, self.scopes, part, CARD) or self._announces(part):
            return place + 1
        if done := self._person(place):
            return place + done
        if part.block.kind == "paragraph" and self._is_state_over(place):
            self._open(part, GROUP)
            return place + 1
        if self._in_genre(part):
            self._pledged(part)
            return place + 1
        following = (self.parts[at] for at in range(place, len(self.parts)))
        if done := self.lists.pairs(following, self._is_free):
            return place + done
        match part.block.kind:
            case "label":
                run = list(self._run(place))
                self.labels.read(run)
                return place + len(run)
            case "table":
                self._table(part)
            case "item":
                run = list(self._items(place)) if part.label else []
                if len(run) > 1 and self.labels.is_card(run):
                    self.labels.read(run)
                    return place + len(run)
                self.lists.item(part, next(iter(self.parts[place + 1 : place + 2]), None))
            case "paragraph":
                self._paragraph(part)
            case "note":
                self._prose(part, part.words)
        return place + 1

    def _table(self, part: Part) -> None:
        if self._agreement and agreements.read(self.page, part, self._agreement):
            return
        self.grids.read(part)

    def _run(self, place: int) -> Iterator[Part]:
        """The labels that follow each other from a place on."""
        for part in self.parts[place:]:
            if part.block.kind != "label" or not self._is_free(part):
                return
            yield part

    def _items(self, place: int) -> Iterator[Part]:
        """The items with labels that follow each other in a list from a place on."""
        level = self.parts[place].block.level
        if place and _is_labelled(self.parts[place - 1], level):
            return  # seen from where they begin
        for at in range(place, len(self.parts)):
            if not _is_labelled(self.parts[at], level):
                return
            yield self.parts[at]

    def _headed(self, part: Part, thing: Thing) -> None:
        """Open the scope of a heading whose thing a genre of whole pages made."""
        depth = part.block.level if part.block.kind == "heading" else GROUP
        subject = Subject("part", part.words, lambda: thing)
        timed = self.scopes.timed(subject, part.whole) if thing.label == "Session" else subject
        self.scopes.begin(Scope(depth, timed))
        if self._is_free(part):
            self.page.take(part, "heading")

    def _heading(self, part: Part) -> None:
        if answers.asks(self.scopes, part.words) or self._is_listed(part):
            return
        if self.scopes.within("attend") and participants.parts_list(self.page, part.words):
            self.scopes.hold(part.block.level, "attend")
        self.scopes.hours = ""
        depth = self.scopes.depth(part.block.level or 1)
        if not self._is_free(part) or not agenda.begin(self.page, self.scopes, part, depth):
            self._open(part, depth)
        if subjects.is_headline(self.page, part.words):
            self._prose(part, part.words)

    def _is_listed(self, part: Part) -> bool:
        """Whether a heading is one of the names listed here, printed like one: names follow it."""
        if not self.scopes.listing() or self.scopes.within("attend") or not self._is_free(part):
            return False
        below = self.parts[self.place + 1 : self.place + 2]
        among = bool(below) and self.lists.tells(below[0]) and below[0].block.kind == "paragraph"
        among = among and not is_state_over(self.page, part.words, below[0].words)
        return among and self.lists.tells(part) and self.lists.names(part)

    def _is_state_over(self, place: int) -> bool:
        """Whether a line in a list of bodies is the State of those below it."""
        below = next(iter(self.parts[place + 1 : place + 2]), None)
        listing = self.scopes.listing() is not None and not self.scopes.within("attend")
        part = self.parts[place]
        return listing and below is not None and is_state_over(self.page, part.words, below.words)

    def _open(self, part: Part, depth: float) -> None:
        """Open the scope of a heading, or of a line that says whom the names below it are."""
        scope, state = Scope(depth, heading=part.words), self.scopes.state()
        self.scopes.close(scope.depth)
        entry, cue = announced(part.words)
        of_bodies = self.scopes.within(*_OF_BODIES) and not participants.divides(part.words)
        named = names_alone(self.page, part.words) if of_bodies else []
        if self.scopes.within("pledge"):
            entry = entry if entry and entry.id == "pledge" else None
            scope.genre = _NOTHING if denies(part.words) else ""
        if scope.genre == _NOTHING:
            pass
        elif entry and entry.kind == "role":
            scope.role, scope.genre = entry, self._genre_of(entry)
            scope.entry, scope.cue = entry, cue
        elif named and (len(named) == 1 or self.scopes.within("pledge")):
            scope.beside, *others = (each.thing for each in named)
            scope.others = tuple(others)
            if state and named[0].thing.label != "Country" and self.scopes.within("directory"):
                self._entry(scope, part.words, named[0].thing, state)
        elif directory.announces(part.words):
            scope.genre, scope.entry, scope.cue = "directory", directory.ENTRY, part.words
        elif part is self.parts[0] and agreements.announces(part.words):
            self._agreement = Section(agreements.ENTRY, part.words)
        elif entry:
            scope.genre, scope.entry, scope.cue = entry.kind, entry, cue
        elif led := leads.read(part.words, self.scopes.subjects()):
            scope.role, scope.genre, scope.entry = led.entry, led.entry.id, led.entry
            scope.cue = led.cue
        elif part in self._sheets:
            title = factsheets.named(part.words)
            scope.subject = Subject("work", title, partial(self.page.activity, title))
        elif self._is_free(part) and not self.scopes.is_title(part):
            scope.subject = self.scopes.named_by(part.words)
        elif begun := self.page.draft.begun(part.words, "Session", "Roundtable"):
            scope.subject = Subject("session", part.words, lambda: begun)
        self.scopes.begin(scope)
        if self._is_free(part):
            self.page.take(part, "heading")
        self._done(scope.subject, part.words)

    def _done(self, subject: Subject | None, words: Passage) -> None:
        """Say who does the output that a heading names, by the brackets behind it."""
        if not subject or subject.sort not in ("output", "work"):
            return
        if actions.undone(self.page, words) is not words and (thing := subject.thing):
            actions.doers(self.page, words, thing)

    def _genre_of(self, entry: Entry) -> str:
        """What a heading that is a role announces: *Participants* of a meeting are who came."""
        subject = self.scopes.subject
        met = self.scopes.meeting is not None
        met = met or (subject is not None and subject.sort == "meeting")
        came = entry.id == _TAKING_PART and met
        return "attend" if came else entry.id

    def _entry(self, scope: Scope, words: Passage, body: Thing, state: Thing) -> None:
        """A heading that is a directory's entry: a body in the country above, told of below."""
        directory.below(self.page, body, state)
        scope.beside = state
        scope.subject = Subject("group", words, lambda: body)

    def _announces(self, part: Part) -> bool:
        """Whether a line says what the names below it are: `Panellists:`, or a cover's list."""
        if part.block.kind != "paragraph":
            return False
        self.scopes.close(ITEM)
        if self.scopes.within("agenda") and agenda.announces(self.page, self.scopes, part.words):
            self.page.take(part, "heading")
            return True
        entry = announced(part.words)[0]
        came = entry is not None and self._genre_of(entry) == "attend"
        of_all = came or (entry is not None and directory.announces(part.words))
        on_cover = part in self.parts[:_COVER] and of_all
        if on_cover and not self.scopes.within("attend"):
            self._open(part, _OVER_ALL)
            return True
        among = None if self.scopes.within("attend") else self.scopes.listing()
        if among and among.depth < ITEM and entry and entry.kind == "role":
            self._open(part, among.depth)
            return True
        leads = part.words.text.endswith(":") or self._is_over_list(part)
        told = lexicon().label(part.words.text) if leads else None
        if told is None or told.kind not in ("role", *rosters.DONE):
            return False
        role = told if told.kind == "role" else None
        self.scopes.begin(Scope(ITEM, role=role, genre=told.id, entry=told, cue=part.words))
        self.page.take(part, "heading")
        return True

    def _is_over_list(self, part: Part) -> bool:
        """Whether the items of a list begin right below a line."""
        below = self.parts[self.place + 1 : self.place + 2]
        return bool(below) and below[0].block.kind == "item"

    def _paragraph(self, part: Part) -> None:
        self.scopes.close(ITEM)
        if part.words.text.endswith(":") and self._leads(part):
            return
        if self.lists.alone(part) or self.lists.names(part):
            return
        if answers.answered(self.page, self.scopes, part.words):
            self.page.take(part, "response")
        elif part in self._named and not names_alone(self.page, part.words):
            self.lists.card(part)
        elif not lines.numbers_section(self.scopes, part, self.parts[self.place - 1]):
            self.lists.coded(part)
            self._prose(part, part.words)

    def _leads(self, part: Part) -> bool:
        """Whether a paragraph ends with who the names below it are: `The members of X are:`."""
        below = self.parts[self.place + 1 :][:1]
        kinds = ("item", "paragraph")
        if not below or below[0].block.kind not in kinds or not self._is_free(below[0]):
            return False
        clause = self.clauses.lead(part.words, self.scopes.section, self.scopes.page_thing)
        last = next(reversed(list(part.words.sentences())), part.words)
        told = (*([self._led] if self._led else []), *self.scopes.subjects())
        lead = clause or leads.read(last, iter(told))
        if lead is None or not any(map(self.lists.tells, self._alike(below[0]))):
            return False
        self._prose(part, part.words)
        self.page.take(part, "heading")
        subject = self._led = Subject("group", part.words, lambda: lead.thing)
        scope = Scope(
            ITEM,
            subject,
            role=lead.entry,
            genre=lead.entry.id,
            entry=lead.entry,
            cue=lead.cue,
            status=clause.status if clause else "",
        )
        self.scopes.begin(scope)
        if below[0].block.kind == "paragraph":
            self.lists.names(below[0])
        return True

    def _alike(self, first: Part) -> Iterator[Part]:
        """A block below and those behind it of its kind: of several names one may be told of."""
        below = self.parts[self.place + 1 : self.place + 1 + _BEFORE_PEOPLE]
        yield from takewhile(lambda part: part.block.kind == first.block.kind, below)

    def _person(self, place: int) -> int:
        """Read the lines of somebody in a list of participants; how many blocks they were."""
        above = self.scopes.genre("attend")
        found = (
            participants.lines(self.page, self.parts[place : place + participants.LINES])
            if above
            else ()
        )
        if above and found:
            own = next(each for each in self.scopes.upwards() if each.entry and each.cue)
            participants.person(self.page, found, self._section(found[0], own, above))
        return len(found)

    def _in_genre(self, part: Part) -> bool:
        """Whether the section's genre takes a block."""
        if self.scopes.within("attend") and participants.divides(part.whole):
            self._open(part, GROUP)
            return True
        if part.block.kind == "paragraph" and self._alone(part):
            return True
        over = self.scopes.genre("attend", "directory")
        for scope in self.scopes.upwards():
            above = over if scope.entry else None
            genre = GENRES.get(above.genre if above else scope.genre)
            if genre and scope.entry and scope.cue:
                return genre.read(self.page, part, self._section(part, scope, above))
            named = scope.subject and scope.depth < ITEM and not over
            if scope.entry or scope.genre == _NOTHING or named:
                return False
        return False

    def _alone(self, part: Part) -> bool:
        """Whether a line is the name of whose what stands below it is; a directory's entry."""
        listed = self.scopes.within("directory")
        below = next(iter(self.parts[self.place + 1 : self.place + 2]), None)
        if listed and not directory.names_body(self.page, part, below):
            return False
        if self.scopes.within("attend") and not self._over_people():
            return False
        if not self.lists.alone(part):
            return False
        scope, state = self.scopes.open[-1], self.scopes.state()
        if listed and state and scope.beside and scope.beside.label != "Country":
            self._entry(scope, part.words, scope.beside, state)
        return True

    def _over_people(self) -> bool:
        """Whether people or items stand below a line; else who is named in it came itself."""
        below = self.parts[self.place + 1 : self.place + _BEFORE_PEOPLE]
        return any(
            part.block.kind in ("item", "table")
            or any(each.what == "person" for each in self.page.named(part.whole))
            for part in below
        )

    def _section(self, part: Part, scope: Scope, above: Scope | None) -> Section:
        """What a genre is told of where it reads."""
        assert scope.entry
        assert scope.cue
        over = None
        if above and above is not scope and above.entry and above.cue:
            over = Section(above.entry, above.cue, thing=self.scopes.page_thing())
        say = partial(self._prose, part)
        of_slot = scope.genre == "agenda"
        own = scope.subject.thing if scope.subject else None
        thing = own if of_slot else self.scopes.page_thing()
        thing = self.scopes.section() if scope.genre == "directory" else thing
        beside, others = self.scopes.beside(), self.scopes.others()
        return Section(scope.entry, scope.cue, beside, thing, over, self._about, say, others)

    def _about(self, words: Passage, thing: Thing) -> None:
        """What stands below is about a thing."""
        if thing.label == "Country":
            self.scopes.begin(Scope(GROUP, beside=thing))
        else:
            self.scopes.begin(Scope(CARD, Subject("group", words, lambda: thing)))

    def _pledged(self, part: Part) -> None:
        """The sentences of a block that its genre made an activity of: with whom, who pays."""
        owner = self._itself(part.words) if part.words else None
        if owner and owner.label == "Activity":
            self._prose(part, part.words)

    def _is_free(self, part: Part) -> bool:
        """Whether nothing was read in a block before."""
        words = (part.whole, *(cell for row in part.rows for cell in row))
        kinds = part.block.kind in ("table", "label")
        laid_out = kinds or part not in self._own or number(part.words)
        taken = self._gridded if laid_out else self._taken
        return all(self.page.draft.is_free(each, taken) for each in words)

    def _rest(self, part: Part) -> None:
        """The sentences of a paragraph of which only some lines were read before."""
        if part.block.kind != "paragraph" or part.whole.source is not self.page.draft.text:
            return
        text = part.whole.source
        left = [word for word in part.whole.words if text.position(word) not in self._taken]
        if len(left) >= _SENTENCE:
            self._prose(part, Passage(text, left))

    def _prose(self, part: Part, words: Passage) -> None:
        """Running text: what its sentences say."""
        if not words or not self._sentences:
            return
        scopes = self.scopes
        about = (*self._meetings(words), scopes.section, scopes.page_thing)
        session = partial(self._container, words, *_MEETINGS)
        item = partial(self._itself, words)
        made = self.clauses.read(words, *about, item=item, session=session)
        running = part.block.kind in _RUNNING or words.text.endswith(".")
        if made or (running and len(words.words) >= _SENTENCE):
            self.page.take(part, "sentences" if made else "prose")
        for unread, why in self.clauses.unread:
            self.page.draft.skip_words(unread, why)
        self.clauses.unread.clear()

    def _meetings(self, words: Passage) -> Iterator[About]:
        """The session and the roundtable that some words stand under."""
        yield from (partial(self._container, words, label) for label in _MEETINGS)

    def _container(self, words: Passage, *labels: str) -> Thing | None:
        if words.source is not self.page.draft.text:
            return None
        return self.page.draft.container(words.source.position(words.words[0]), *labels)

    def _itself(self, words: Passage) -> Thing | None:
        """The thing that some words themselves are: an action of a list, a pledge."""
        first = words.words[0].place
        owner = self.page.draft.owners.get(first)
        scope = self.scopes.open[-1] if self.scopes.open else None
        if owner or not scope or not scope.subject or scope.depth < ITEM:
            return owner
        same = scope.subject.words.words[0].place in {word.place for word in words.words}
        return scope.subject.thing if same else None


def _is_labelled(part: Part, level: int) -> bool:
    return part.block.kind == "item" and bool(part.label) and part.block.level == level
