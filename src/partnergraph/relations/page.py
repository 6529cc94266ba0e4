"""A document as what reads it sees it: its blocks with their words, what they name, its draft."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from partnergraph.document.blocks import Run, Runs
from partnergraph.document.laid import Laid, Part
from partnergraph.document.words import Passage, Text
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.find import mentions
from partnergraph.mentions.listing import Place, listed
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.offices import HAS_ROLE
from partnergraph.mentions.shapes import ADDRESSED, NAME
from partnergraph.names import Entity
from partnergraph.records.ids import fold
from partnergraph.relations.contents import contents
from partnergraph.relations.draft import Draft, Thing
from partnergraph.relations.sections import Section, sections, under

if TYPE_CHECKING:
    from partnergraph.relations.shares import Share

_OFFICE_IN = re.compile(r"([^()]*\w)\s\(([^()]+)\)")
_NAME = re.compile(NAME)
_SHORT = 4
"""Letters of a last word and its full stop that may be an abbreviation: *Esq.* is longer."""
_LABELS = {
    "body": "Organisation",
    "event": "Organisation",
    "process": "RCP",
    "instrument": "Instrument",
}
RESPONSES = ("accepted", "partially", "rejected")
STATUSES = ("planned", "ongoing", "completed", "cancelled", "suspended", "proposed")


class Named(NamedTuple):
    """Somebody named: the mention, and the node that was made of it."""

    mention: Mention
    thing: Thing

    @property
    def pays(self) -> bool:
        """Whether a name among words for money is of somebody: known, or a body by its kind."""
        return self.mention.entity is not None or self.mention.how == "kind"


class Page:
    """A document being read: what its words name is looked up once, and made to nodes here.

    `headed` are the things that headings are of, where a genre made them before the page is walked.
    """

    def __init__(self, laid: Laid, draft: Draft) -> None:
        self.laid = laid
        self.draft = draft
        self.names = draft.names
        self._counts: dict[str, int] = {}
        self._objectives: dict[str, Thing] = {}
        self.done_by: dict[tuple[int, int, int], tuple[Share, ...]] = {}  # what brackets say
        self._activities: dict[str, Thing] = {}
        self._topics: dict[str, Thing] = {}
        self._offices: dict[tuple[str, str], str] = {}
        self.first_of: dict[tuple[str, str], str] = {}  # of a group, by whom they are under
        self.described: dict[tuple[str, str], Thing] = {}  # sessions without a title, by their kind
        self.headed: dict[Part, Thing] = {}

    @cached_property
    def contents(self) -> frozenset[Part]:
        """The blocks of a table of contents."""
        return contents(self.laid.parts)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The blocks that something is said in: no running heads, no table of contents."""
        shown = (part for part in self.laid.parts if part.block.kind != "running")
        return tuple(part for part in shown if part not in self.contents)

    @cached_property
    def headings(self) -> Mapping[Part, Section]:
        """The headings by their blocks."""
        return sections(self.parts)

    @cached_property
    def under(self) -> Mapping[Part, Section]:
        """The heading that each block stands right below."""
        return under(self.parts, self.headings)

    @cached_property
    def definitions(self) -> Definitions:
        """The short names that the document defines itself."""
        return Definitions.of((words.text for words in self._texts()), self.names)

    @cached_property
    def lines(self) -> "Lines":
        """The lines of the file."""
        return Lines(self.draft.text)

    def _texts(self) -> Iterator[Passage]:
        for part in self.laid.parts:
            yield part.words
            for row in part.rows:
                yield from row

    def listed(self, words: Passage, runs: Runs = (), where: Place = "any") -> list[Named]:
        """Whom a whole cell or value names; a line end in a cell parts names."""
        found: list[Mention] = []
        at = 0
        for line in _broken(words, runs, self.lines).split("\n"):
            named = listed(line, self.names, self.definitions, where)
            found += (_moved(each, at) for each in named)
            at += len(line) + 1
        return list(self._made(words, found))

    def named(self, words: Passage) -> list[Mention]:
        """All that running text names."""
        return mentions(words.text, self.names, self.definitions)

    def _made(self, words: Passage, found: Sequence[Mention]) -> Iterator[Named]:
        for mention in found:
            for each in self._holders(mention, words):
                if thing := self.node(each, words):
                    yield Named(each, thing)

    def _holders(self, mention: Mention, words: Passage) -> Sequence[Mention]:
        """A mention; of an office with a body in brackets (`Administrator (UNDP)`) the body."""
        said = words.text[mention.start : mention.stop]
        found = _OFFICE_IN.fullmatch(said) if mention.how == "listed" else None
        held = found[1].split() if found else []
        parts = (part for end in (*held[:1], *held[-1:]) for part in fold(end).split())
        if not found or not any(map(bodies().is_office, parts)):
            return (mention,)
        within = listed(found[2], self.names, self.definitions)
        return [_moved(each, mention.start + found.start(2)) for each in within] or (mention,)

    def node(self, mention: Mention, words: Passage) -> Thing | None:
        """The node of a mention in some words; None where it is of nothing that can act or be."""
        said = words[mention.start : mention.stop]
        aside = f" ({mention.aside})"
        if mention.aside and said.text.endswith(aside):  # an amount, a year: no part of the name
            said = said[: -len(aside)]
        bracket = f" ({mention.acronym})"
        if said.text == mention.name + bracket and not HAS_ROLE.search(mention.name):
            said = said[: len(mention.name)]
        if mention.entity and mention.how == "again":
            return self._again(mention.entity, said)
        if mention.entity:
            return self.draft.shared(mention.entity, said)
        if mention.what == "person":
            return self.person(mention, words)
        label = _LABELS.get(mention.what)
        if label is None:
            return None
        extra = {"kind": mention.kind, "acronym": mention.acronym}
        known = {key: value for key, value in extra.items() if value}
        apart = self._owner(mention) if mention.generic else ""
        return self.draft.stated(label, said, mention.name, apart=apart, **known)

    def _again(self, entity: Entity, said: Passage) -> Thing:
        """The node of what was named before; by the words that name it whole."""
        whole = fold(entity.name) in fold(said.text)
        named = self.draft.called(fold(entity.name).split()[0], (entity.label,))
        words = next((each.words for each in named if each.id == entity.id), said)
        return Thing(entity.id, entity.label, said if whole else words)

    def _owner(self, mention: Mention) -> str:
        """What tells a body apart from those of its name: its State, else this document."""
        state = mention.owner.properties.get("iso3") if mention.owner else None
        return str(state).lower() if state else self.draft.slug

    def person(self, mention: Mention, words: Passage, beside: Thing | None = None) -> Thing:
        """A person with the bodies in which the office is held; `beside` where none is printed."""
        said = words[mention.start : mention.stop]
        name = said.match(re.escape(mention.name))
        held = [(thing, each.office) for each in mention.at if (thing := self.node(each, words))]
        held = held or ([(beside, "")] if beside else [])
        role: dict[str, Any] = {"role": mention.office} if mention.office else {}
        first = held[0][0] if held else None
        printed = said.cut(name) if name else said
        person = self.draft.person(printed, first, self.spelled(mention.name), **role)
        for body, office in held:
            self.affiliate(person, body, said, office or mention.office)
        return Thing(person.id, person.label, said)

    def affiliate(self, person: Thing, body: Thing, words: Passage, role: str) -> None:
        """Say that a person is of a body, in the office that the document prints first."""
        if body.label not in ("Country", "Organisation", "Agency"):
            return
        said = self._offices.setdefault((person.id, body.id), role)
        more: dict[str, Any] = {"role": said} if said else {}
        self.draft.link("AFFILIATED_WITH", person, body, within=words, **more)

    def spelled(self, name: str) -> str:
        """The spelling of a name that the document prints most often, of equals with accents."""
        forms: Mapping[str, int] = self._spellings.get(fold(name), {})
        return max(forms, key=lambda form: (forms[form], _accents(form), form), default=name)

    @cached_property
    def _spellings(self) -> dict[str, Counter[str]]:
        """The forms of each name that stand behind an address or alone in a line."""
        found: dict[str, Counter[str]] = {}
        alone = (" ".join(line.text.split()) for line in self.draft.text.lines)
        addressed = (
            _unended(each["name"]) for each in ADDRESSED.finditer(self.draft.text.whole.text)
        )
        for name in (*addressed, *(line for line in alone if _NAME.fullmatch(line))):
            found.setdefault(fold(name), Counter())[name] += 1
        return found

    def activity(self, words: Passage, code: str = "", **properties: str) -> Thing:
        """An Activity of this document: its first statement is its name, the rest its details."""
        head, rest = statement(words)
        if rest.text:
            properties["details"] = rest.text
        return self.draft.part("Activity", self.code("Activity", code), head, **properties)

    def same_activity(self, words: Passage) -> Thing:
        """An Activity of this document by its name: the same words twice are one."""
        key = fold(words.text)
        if key not in self._activities:
            self._activities[key] = self.activity(words)
        known = self._activities[key]
        return Thing(known.id, known.label, words)

    def same_objective(self, text: str, words: Passage) -> Thing:
        """An Objective in this document's own words: the same words twice are one objective."""
        key = fold(text)
        if key not in self._objectives:
            self._objectives[key] = self.draft.part("Objective", self.code("Objective"), words)
        known = self._objectives[key]
        return Thing(known.id, known.label, words)

    def topic(self, words: Passage) -> Thing:
        """A Topic of this document: the same words twice are one topic."""
        key = fold(words.text)
        if key not in self._topics:
            self._topics[key] = self.draft.part("Topic", self.code("Topic"), words)
            self.draft.link("PART_OF", self._topics[key], self.draft.document)
        known = self._topics[key]
        return Thing(known.id, known.label, words)

    def code(self, label: str, code: str = "") -> str:
        """A code that no other part of the label has: the one printed, else the next number."""
        wanted = code
        while not wanted or self.draft.has_part(label, wanted):
            self._counts[label] = self._counts.get(label, 0) + 1
            wanted = f"{code}-{self._counts[label]}" if code else str(self._counts[label])
        return wanted

    def leave_out(self, running: Iterable[int]) -> None:
        """Say that lines are only what every page repeats."""
        self.draft.skip(running, "page furniture: a page number or running head")
        for part in self.contents:
            self.draft.skip_words(part.whole, "table of contents: its entries stand further on")

    def take(self, part: Part, what: str) -> None:
        """Say what a block was taken for."""
        self.draft.take_words(part.whole, what)
        for row in part.rows:
            for cell in row:
                self.draft.take_words(cell, what)


def _unended(name: str) -> str:
    """A name without the full stop of its sentence; *Jr.* and initials keep theirs."""
    return name.rstrip(".") if len(name.split()[-1]) > _SHORT else name


def _accents(form: str) -> int:
    return sum(ord(letter) > 127 for letter in form)


def _moved(mention: Mention, by: int) -> Mention:
    """A mention further on in a text."""
    if not by:
        return mention
    at = tuple(_moved(each, by) for each in mention.at)
    return mention._replace(start=mention.start + by, stop=mention.stop + by, at=at)


def statement(words: Passage) -> tuple[Passage, Passage]:
    """The first statement of some words, and what follows it."""
    first = next(words.sentences(), words)
    head, text = first, first.text
    colon = text.find(": ")
    if colon > 0:
        head = first[: colon + 1]
    rest = words[len(head.text) :]
    return head, rest


def status_of(words: str) -> str:
    """The status of an activity that a cell or value says; empty where it says none we know."""
    said = fold(words)
    for name in STATUSES:
        known = lexicon().folded(f"status.{name}")
        if said in known or any(said.startswith(f"{each} ") for each in known):
            return name
    return ""


def response_of(words: str) -> str:
    """What words say a recommendation was answered: accepted, partially accepted, rejected."""
    said = fold(words)
    for name in RESPONSES:
        if said in lexicon().folded(f"response.{name}"):
            return "partially accepted" if name == "partially" else name
    return ""


def _broken(words: Passage, runs: Runs, lines: "Lines") -> str:
    """The words as read, with a line end where the file means one: no line that was full."""
    text = words.text
    at, letters = 0, list(text)
    listed = ";" in text  # what semicolons part goes on over the ends of lines
    for run, following in pairwise(runs):
        at += len(run.text) + 1
        wrapped = listed and not run.text.rstrip().endswith(";")
        meant = run.place == following.place or (not wrapped and lines.ended(run, following))
        if meant and 0 < at <= len(letters) and letters[at - 1] == " ":
            letters[at - 1] = "\n"
    return "".join(letters)


_NARROW = 60  # characters; lines that are all shorter were not ended by the page's width


class Lines:
    """The lines of a text file, and whether one ended before it was full."""

    def __init__(self, text: Text) -> None:
        self._long = {line.number: len(line.text.rstrip()) for line in text.lines}
        self._longest = max(_NARROW, *self._long.values(), 0)

    def ended(self, run: Run, following: Run) -> bool:
        """Whether the next line's first word had had room behind a line: it was meant to end."""
        if run.place.unit != "line" or not following.text[:1].isupper():
            return False
        word = following.text.partition(" ")[0]
        return self._long.get(run.place.number, 0) + 1 + len(word) <= self._longest
