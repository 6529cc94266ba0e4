"""Items and lone lines: names under a heading that is a role, and what is to be done.

An item is a thing where a group is to deliver it, or where labels below it say who does it; else it
is prose. `Output 1.1 Agencies are trained. (ILO, with CETU)` is a thing by its number.
"""

import re
from collections.abc import Callable, Iterable
from itertools import chain, islice, takewhile

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon, meaning
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.relations import pairs
from partnergraph.relations.actions import doers, undone
from partnergraph.relations.alone import names_alone
from partnergraph.relations.columns import THINGS
from partnergraph.relations.draft import Thing
from partnergraph.relations.labels import Field, Labels, fields
from partnergraph.relations.lines import is_lettered
from partnergraph.relations.page import Named, Page
from partnergraph.relations.rosters import DONE
from partnergraph.relations.scopes import CARD, GROUP, ITEM, Scope, Scopes
from partnergraph.relations.sections import code_of
from partnergraph.relations.subjects import Subject
from partnergraph.relations.terms import years
from partnergraph.relations.things import numbered
from partnergraph.relations.ties import hold, role_behind, tie

_PAIRS = 2  # lines; one line with a dash may be anything
_FEW = 12  # words; a name alone on a line is hardly longer
_GROUP = re.compile(r"(?P<class>[^():;.]{3,60}) \((?P<names>[^()]+)\)[.,;]?")
_WHICH = re.compile(r", (?:which|who|that|qui|que|quien|la cual|el cual|laquelle|lequel)\b")
_CODED = re.compile(r"[^\W\d_]+\s(?:\d|[A-Z]\.\d)")
_STEP = re.compile(r"\d{1,2}\.\d{1,2}\.? (?=\S)")
_NUMBERED = re.compile(r"[^\W\d_]+\s(?:\d{1,2}(?:\.\d{1,2})*|[A-Z](?:\.\d{1,2})+)\s?[:–—-]\s")


class Lists:
    """What reads items and paragraphs that are no running text."""

    def __init__(self, page: Page, scopes: Scopes, labels: Labels) -> None:
        self.page = page
        self.scopes = scopes
        self.labels = labels

    def item(self, part: Part, below: Part | None = None) -> None:
        """Read an item of a list; `below` is the block behind it."""
        self.scopes.close(ITEM + part.block.level)
        if part.label and self._steps(part, below):
            return
        if part.label and self._labelled(part):
            return
        if part.label and self.labels.paired(part.label, part.words):
            self.page.take(part, "name and role")
            return
        if self.names(part) or self._coded(part) or self._announces(part):
            return
        words, behind = _run_on(part)
        subject = self._deliverable(part, words)
        done = self._is_done(words)
        self.scopes.begin(Scope(ITEM + part.block.level, subject))
        if done and (thing := subject.thing):
            doers(self.page, words, thing)
        else:
            self.labels.prose(part, words)
        for field in behind:
            self.labels.field(field)

    def pairs(self, parts: Iterable[Part], is_free: Callable[[Part], bool]) -> int:
        """Read the lines that each have a name and a role beside it; how many were read."""
        if self.scopes.listing():
            return 0
        found = takewhile(lambda part: self._is_pair(part) and is_free(part), parts)
        first = list(islice(found, _PAIRS))
        sure = len(first) == _PAIRS or any(part.block.kind == "item" for part in first)
        thing = self.scopes.owner() if sure else None
        if thing is None:
            return 0
        read = 0
        for part in chain(first, found):
            if beside := pairs.sides(part.words):
                pairs.read(self.page, *beside, thing)
            self.page.take(part, "name and role")
            read += 1
        return read

    def _is_pair(self, part: Part) -> bool:
        if part.block.kind not in ("item", "paragraph") or part.label:
            return False
        found = pairs.sides(part.words)
        return found is not None and pairs.is_pair(self.page, *found)

    def _is_done(self, words: Passage) -> bool:
        """Whether an item of a list of activities or outputs says who does it, in brackets."""
        entry = next((scope.entry for scope in self.scopes.upwards() if scope.entry), None)
        named = entry is not None and entry.kind in THINGS
        work = self.scopes.subject is not None and self.scopes.subject.sort == "work"
        named = named or (work and _STEP.match(words.text) is not None)
        return named and undone(self.page, words) is not words

    def _announces(self, part: Part) -> bool:
        """An item that says who the names of the items below it are: `Members:`."""
        told = lexicon().label(part.words.text) if part.words.text.endswith(":") else None
        if told is None or told.kind not in ("role", *DONE):
            return False
        depth, cue = ITEM + part.block.level, part.words
        role = told if told.kind == "role" else None
        self.scopes.begin(Scope(depth, role=role, genre=told.id, entry=told, cue=cue))
        self.page.take(part, "heading")
        return True

    def card(self, part: Part) -> None:
        """Read a line that labels below say who does: a thing of its own."""
        self.scopes.close(CARD)
        step = self.scopes.named_by(part.words)
        if step and step.step:
            self.scopes.begin(Scope(CARD, step))
            self.page.take(part, step.sort)
            return
        over = self.scopes.section() or self.scopes.page_thing()
        thing = self._activity(part, part.words, over)
        self.scopes.begin(Scope(CARD, Subject("output", part.words, lambda: thing)))

    def alone(self, part: Part) -> bool:
        """Whether a paragraph is only the name of whose the items below it are."""
        if not self.scopes.within("attend", "directory", "pledge") or len(part.words.words) > _FEW:
            return False
        named = names_alone(self.page, part.words)
        known = any(each.mention.entity for each in named)
        if re.search(r"\d", part.words.text) and not known:
            return False
        if not named or (len(named) > 1 and not self.scopes.within("pledge")):
            return False
        first, *others = (each.thing for each in named)
        depth = GROUP if first.label == "Country" else CARD
        self.scopes.begin(Scope(depth, beside=first, others=tuple(others)))
        self.page.take(part, "heading")
        return True

    def names(self, part: Part) -> bool:
        """Names of a list under a heading that is a role, or people under whom they come from."""
        told = lexicon().heading(part.words.text)
        if told and told.kind == "role":
            return False
        scope = None if self.scopes.within("attend") else self.scopes.listing()
        if scope is None or scope.role is None or scope.cue is None:
            return False
        said = part.block.kind == "paragraph" and part.words.text.endswith(".")
        if said and not names_alone(self.page, part.words):
            return False
        cast = self._cast(part)
        owner = self.scopes.owner_of(scope.role) if cast else None
        if owner is None:
            return False
        when = years(part.words.text)
        for each in list(cast):
            other = role_behind(part.words, each.mention)
            given = other[0].tie(owner.label) if other else None
            if other and given and given.type == "MEMBER_OF":
                tie(self.page, [each], other[0], owner, other[1], **when)
                if given.apart:
                    cast.remove(each)
        tie(self.page, cast, scope.role, owner, scope.cue, scope.status, **when)
        if does := _does(part.words, owner):
            tie(self.page, cast, does[0], owner, *does[1:])
        if scope.also:
            hold(self.page, cast, scope.also[0], owner, scope.also[1])
        self.page.take(part, scope.genre)
        return True

    def tells(self, part: Part) -> bool:
        """Whether a block holds names and nothing else, or the names of one group."""
        said = _before_which(part.words) or part.words
        return bool(names_alone(self.page, said) or _group(self.page, part.words))

    def _cast(self, part: Part) -> list[Named]:
        if group := _group(self.page, part.words):
            return group
        if said := _before_which(part.words):
            return names_alone(self.page, said)
        people = [mention for mention in self.page.named(part.words) if mention.what == "person"]
        if not people:
            return _without_country(self.page.listed(part.words, part.block.runs))
        beside = self.scopes.beside()
        return [Named(each, self.page.person(each, part.words, beside)) for each in people]

    def coded(self, part: Part) -> bool:
        """`Output 1.1 Agencies are trained. (ILO, with CETU)`: who does it in brackets behind."""
        words, depth = part.line, ITEM + part.block.level
        if not _CODED.match(words.text):
            return self._lettered(part)
        self.scopes.close(depth)
        found = self.scopes.named_by(words)
        if not found or found.sort not in ("output", "aim", "work") or not found.words.text:
            return False
        self.scopes.begin(Scope(depth, found))
        self.page.take(part, found.sort)
        if found.sort != "aim" and found.thing:
            doers(self.page, words, found.thing)
        return True

    def _lettered(self, part: Part) -> bool:
        """`A1. Seed grants for family farms – lead: FAO`: an action by its code and who does it."""
        words = part.line
        if not is_lettered(words.text) or undone(self.page, words) is words:
            return False
        over = self.scopes.section() or self.scopes.page_thing()
        if over is None:
            return False
        doers(self.page, words, self._activity(part, words, over))
        return True

    def _coded(self, part: Part) -> bool:
        """An item whose words begin with a label that numbers a thing: `Output 1.1: Desks open`."""
        numbers = bool(part.label) or bool(_NUMBERED.match(part.words.text))
        return numbers and self.coded(part)

    def _steps(self, part: Part, below: Part | None) -> bool:
        """A step of a results chain that is numbered by its item or has items below it."""
        code = code_of(part)
        deeper = below is not None and below.block.kind in ("item", "label")
        if not code and not (deeper and below and below.block.level != part.block.level):
            return False
        found = self.scopes.step(part.label, part.words, code)
        if found is None:
            return False
        self.scopes.begin(Scope(ITEM + part.block.level, found))
        self.page.take(part, found.sort)
        if found.sort == "output" and undone(self.page, part.words) is not part.words:
            thing = found.thing
            assert thing
            doers(self.page, part.words, thing)
        return True

    def _labelled(self, part: Part) -> bool:
        if lexicon().label(part.label.text) is None:
            return False
        for field in fields(part):
            self.labels.field(field)
        return True

    def _deliverable(self, part: Part, words: Passage) -> Subject:
        """An item as a thing: what a group is to deliver, else where labels say who does it."""
        over = self.scopes.section() or self._promised()
        if over and over.label == "Organisation":
            thing = self._activity(part, words, over)
            return Subject("output", words, lambda: thing)
        return Subject("output", words, lambda: self._activity(part, words, over))

    def _promised(self) -> Thing | None:
        """The group that the page is about, where a heading says that what it is to do follows."""
        owner = self.scopes.page_thing()
        promised = any(scope.entry and scope.entry.kind in DONE for scope in self.scopes.upwards())
        return owner if promised and owner and owner.label == "Organisation" else None

    def _activity(self, part: Part, words: Passage, over: Thing | None) -> Thing:
        code, title = numbered(undone(self.page, words))
        thing = self.page.activity(title, code)
        self.page.take(part, "activity")
        if over and over.label == "Organisation":
            self.page.draft.link("IMPLEMENTS", over, thing)
        elif over and over.label == "Activity":
            self.page.draft.link("PART_OF", thing, over)
        elif over and over.label == "Objective":
            self.page.draft.link("PURSUES", thing, over)
        return thing


def _before_which(words: Passage) -> Passage | None:
    """The name that a relative clause follows: *Ministry of Labour*, which shall chair it."""
    found = _WHICH.search(words.text)
    return words[: found.start()] if found else None


def _does(words: Passage, owner: Thing) -> tuple[Entry, Passage, str] | None:
    """What somebody is in a group by the clause behind the name: `…, que la presidirá`."""
    found = _WHICH.search(words.text)
    behind = words[found.end() :] if found else words[:0]
    for at, word in enumerate(behind.words, start=1):
        said = Passage(words.source, behind.words[:at])
        for form in lexicon().verb(word.text.rstrip(".;")):
            for entry in form.entries:
                given = entry.tie(owner.label)
                role = given.role if given and given.type == "MEMBER_OF" else None
                for status in ("", "planned") if role else ():
                    if meaning(said.text, "MEMBER_OF", role, status or None) == "given":
                        return entry, said, status
    return None


def _group(page: Page, words: Passage) -> list[Named]:
    """Who stands in the brackets behind a word for a class: `five partner countries (A, B, C)`."""
    found = _GROUP.fullmatch(words.text)
    if not found or not bodies().is_class(found["class"].split()[-1]):
        return []
    return names_alone(page, words[found.start("names") : found.end("names")])


def _without_country(cast: list[Named]) -> list[Named]:
    """A cast without the State behind a body of its own: `Ministry of Labour, Chad`."""
    if len(cast) != 2 or cast[0].mention.entity or cast[0].thing.label != "Organisation":
        return cast
    return cast[:1] if cast[1].thing.label == "Country" else cast


def _run_on(part: Part) -> tuple[Passage, list[Field]]:
    """The words of an item, and the labels that say who does it behind them in its line."""
    first, *behind = fields(part)
    return (first.value, behind) if any(field.says for field in behind) else (part.words, [])
