"""Lists of participants: who came to the meeting, from which State or body, in which office.

Lines and rows name people below the State or body they come from, which came with them. Groups
(*Observers*, *Chair*, *Secretariat*) say how; who is *not represented* or sends apologies is
nobody.
"""

import re
from collections.abc import Sequence
from typing import Any

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.offices import HAS_ROLE
from partnergraph.mentions.shapes import HONORIFIC, INVERTED
from partnergraph.records.ids import fold
from partnergraph.relations import subjects
from partnergraph.relations.alone import names_alone
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.people import STAKEHOLDERS, Cells, as_cast, holder, owned, rows_of
from partnergraph.relations.persons import is_person
from partnergraph.relations.ties import tie

_MEETINGS = ("Session", "Roundtable", "Activity")
_GROUPS = ("working group", "task force", "committee")
_ADDRESSED = re.compile(rf"{HONORIFIC}|{INVERTED.pattern}")
_BRACKET = re.compile(r"\(([^()]+)\)\s*$")
_JOINT = re.compile(r"\s?(?:/|,|&|\+|\b(?:and|et|y)\b)\s?", re.I)
_COVER = 8  # blocks of a cover in which the meeting is named
_LONGEST = 24  # words of a line that is no sentence
LINES = 4  # of one person: the name, an office in two, the body
_SEVERAL = 2  # sentences of a paragraph that tells of the meeting
_ARTICLE = 4  # characters before the first name of a list


def divides(words: Passage) -> bool:
    """Whether a heading is that of a group of participants: *Observers*, *Civil society*."""
    entry = lexicon().heading(words.text)
    if entry and entry.kind in ("role", "remarks"):
        return True
    groups = lexicon().folded("participants")
    said = [fold(each) for each in _JOINT.split(words.text)]
    parted = bool(words) and all(not each or each in groups for each in said)
    return parted or fold(words.text) in groups


def parts_list(page: Page, words: Passage) -> bool:
    """Whether a heading in a list of participants is one of its groups, a State or a body."""
    named = [] if divides(words) else names_alone(page, words)
    return divides(words) or (len(named) == 1 and bool(named[0].mention.entity))


def read(page: Page, part: Part, section: Section) -> bool:
    """Say who took part; False where a block names nobody so."""
    group = _Group(page, section)
    if part.block.kind == "table":
        return group.table(part)
    if part.block.kind not in ("paragraph", "item"):
        return False
    return group.line(part)


def lines(page: Page, parts: Sequence[Part]) -> Sequence[Part]:
    """Somebody's lines at the beginning of some blocks: a name, below it an office and a body."""
    found: list[Part] = []
    for part in parts[:LINES]:
        begins = bool(_ADDRESSED.match(part.words.text))
        if not _is_line(part) or begins is bool(found) or part.words.text.endswith("."):
            break
        if found and (_at(part) != _at(found[-1]) + 1 or _is_state(page, part.words)):
            break
        found.append(part)
    return found if len(found) > 1 else ()


def person(page: Page, parts: Sequence[Part], section: Section) -> None:
    """Say who took part by somebody's lines."""
    name, *others = [part.words for part in parts]
    office = others[0] if len(others) > 1 or HAS_ROLE.search(others[0].text) else name[:0]
    bodies = [thing for cell in others if cell is not office for thing in _single(page, cell)]
    _Group(page, section).lines(name, office, bodies)
    for part in parts:
        page.take(part, "participants")


def _is_line(part: Part) -> bool:
    """Whether a block is a line, or a short paragraph, of its own."""
    places = {run.place for run in part.block.runs}
    only = part.block.kind in ("paragraph", "heading") and len(places) == 1 and not part.label
    return only and len(part.words.words) <= _LONGEST


def _at(part: Part) -> int:
    return next(run.place.number for run in part.block.runs)


def _is_state(page: Page, words: Passage) -> bool:
    return [thing.label for thing in _single(page, words)] == ["Country"]


def meeting(page: Page, thing: Thing | None) -> Thing:
    """What they took part in: the page's subject, else what its cover names, else its title."""
    if thing and thing.label in _MEETINGS:
        return thing
    known = page.draft.known("Session", "meeting")
    if known:
        return known
    shown = [p for p in page.laid.parts if p.block.kind in ("heading", "paragraph") and p.words]
    for part in shown[:_COVER]:
        found = subjects.title(page, part.words)
        if found and found.sort == "meeting" and (made := found.thing):
            return made
    made = page.draft.part("Session", "meeting", shown[0].words, kind="meeting")
    page.draft.link("PART_OF", made, page.draft.document)
    return made


def _may_list(words: Passage) -> bool:
    """Whether a line may be names alone: no sentence, no date, not what the meeting is called."""
    text = words.text
    return len(words.words) <= _LONGEST and not re.search(r"\d", text) and not text.endswith(".")


def _is_told(words: Passage) -> bool:
    """Whether a paragraph is running text: several sentences, with a verb in the past."""
    if len(list(words.sentences())) < _SEVERAL:
        return False
    small = (word.text for word in words.words if word.text.islower())
    forms = (form for text in small for form in lexicon().verb(text.rstrip(".,;")))
    return any(form.finite and form.tense == "past" for form in forms)


def _absent(text: str) -> bool:
    said = f" {fold(text)} "
    words = (fold(word) for each in LANGUAGES for word in lexicon().small("absent", each))
    return any(f" {word} " in said for word in words)


class _Group:
    """One group of a list: how its names took part, and from where."""

    def __init__(self, page: Page, section: Section) -> None:
        self.page = page
        self.over = section.over or section
        self.entry, self.cue = section.entry, section.cue
        self.beside = [section.beside] if section.beside else []

    def line(self, part: Part) -> bool:
        """Read a line: people, or the names of States and bodies; a sentence is none."""
        words = part.words
        if _is_told(words):
            return False
        if self._nobody(words.text):
            self.page.take(part, "absent")
            return True
        found = [each for each in self.page.named(words) if each.what == "person"]
        cast = [Named(each, self._person(each, words)) for each in found]
        if found and found[0].start > _ARTICLE:
            return False
        if not cast:
            cast = self.page.listed(words, part.block.runs) if _may_list(words) else []
            if not cast or cast[0].mention.start > _ARTICLE:
                return False
        self._came([*cast, *as_cast(self._with(cast) if found else [])], _aside(words))
        self.page.take(part, "participants")
        return True

    def _with(self, cast: Sequence[Named]) -> list[Thing]:
        """The State or body that people below its name are of: it came as they did."""
        return [each._replace(words=each.words + cast[0].thing.words) for each in self.beside]

    def _nobody(self, text: str) -> bool:
        return self.entry.kind == "remarks" or _absent(text)

    def _person(self, mention: Mention, words: Passage) -> Thing:
        """A person of a line, of the body printed there and of the State the line stands under."""
        beside = self.beside[0] if self.beside else None
        state = self.page.names.resolve(beside.words.text, "Country") if beside else None
        told = any(each.what == "country" for each in mention.at)
        mention = mention._replace(at=tuple(owned(each, state) for each in mention.at))
        person = self.page.person(mention, words, beside)
        if beside and beside.label == "Country" and mention.at and not told:
            said = words[mention.start : mention.stop]
            more: dict[str, Any] = {"role": mention.office} if mention.office else {}
            self.page.draft.link("AFFILIATED_WITH", person, beside, within=said, **more)
        return person

    def _came(self, cast: Sequence[Named], aside: Passage | None = None) -> None:
        """Tie names to the meeting as their group says; one *(Chair)* or *(host)* as that too."""
        where = meeting(self.page, self.over.thing)
        told = lexicon().label(aside.text) if aside else None
        if aside and told and told.kind == "role":
            found = told.tie("Session")
            hosts = found is not None and found.type == "HOSTED"
            tie(self.page, as_cast(self.beside) if hosts else cast[:1], told, where, aside)
        body = self.over.thing
        if body and body.label not in _MEETINGS and self._leads():
            bodies = [named for named in cast if named.thing.label != "Person"]
            tie(self.page, bodies, self.entry, body, self.cue)
        own = [named for named in cast if self._as_group(named)]
        if not tie(self.page, own, self.entry, where, self.cue):
            own = []
        others = [named for named in cast if named not in own]
        tie(self.page, others, self.over.entry, where, self.over.cue)

    def _as_group(self, named: Named) -> bool:
        """Whether somebody took part as the group says: of those who lead, its body and its first.

        Others of the body's came with it. A secretariat serves a meeting; its people attend it.
        """
        found = self.entry.tie("Session")
        if found is None or found.type not in ("LED", "ORGANISED"):
            return True
        if named.thing.label != "Person":
            return found.type == "LED" or not self._serves()
        beside = self.beside[0].id if self.beside else ""
        first = self.page.first_of.setdefault((self.cue.text, beside), named.thing.id)
        return found.type == "LED" and first == named.thing.id

    def _leads(self) -> bool:
        """Whether who has this part of the meeting has it in the body that meets too.

        A working group's chair is not its process's; the secretariat is.
        """
        found = self.entry.tie("RCP")
        if found is None or found.role not in lexicon().small("heads", "en"):
            return False
        return self._serves() or not _of_a_group(self.page)

    def _serves(self) -> bool:
        """Whether a group serves both the meeting and the body that meets, as a secretariat."""
        found = self.entry.tie("Session")
        return found is not None and found.type == "ORGANISED" and bool(self.entry.tie("RCP"))

    def table(self, part: Part) -> bool:
        """Read a table that names people: rows of who came, bands of groups between them."""
        key = _name_column(self.page, part)
        if key is None:
            return False
        addressed = any(_ADDRESSED.match(row[key].text) for row in part.rows)
        begins = (lambda text: bool(_ADDRESSED.match(text))) if addressed else bool
        heads = part.rows[: part.block.header if _is_header(part) else 0]
        for cells in list(rows_of(part, key, begins))[len(heads) :]:
            self.row(cells, key)
        self.page.take(part, "participants")
        return True

    def row(self, cells: Cells, key: int) -> None:
        """Read a row: who somebody is, by the cell of the name and those beside it."""
        filled = [cell for cell in cells if cell]
        if len({cell.text for cell in filled}) == 1 and not _ADDRESSED.match(filled[0].text):
            self._band(filled[0])
            return
        self._from([cell for cell in cells[:key] if cell])
        text = " ".join(cell.text for cell in filled)
        if not re.search(r"[^\W\d]", cells[key].text) or self._nobody(text):
            return
        office, *others = [cell for cell in cells[key + 1 :] if cell] or [cells[key][:0]]
        own = [thing for cell in others for thing in _single(self.page, cell)]
        self.person(cells[key], office, own)

    def lines(self, name: Passage, office: Passage, bodies: Sequence[Thing]) -> None:
        """Say that somebody came, with the office that a line says in the body of the next."""
        if not bodies:
            self.person(name, office, bodies)
            return
        somebody = holder(self.page, name, office[:0], ())
        for body in (*bodies, *self.beside):
            told = name + office + body.words if body in bodies else name + office
            self.page.affiliate(somebody, body, told, office.text)
        self._came(as_cast((somebody, *bodies, *self.beside)))

    def person(self, name: Passage, office: Passage, own: Sequence[Thing]) -> None:
        """Say that somebody came, of the bodies named there and of those the line stands under."""
        aside = _aside(office) if office else None
        office = office[: len(_BRACKET.sub("", office.text))] if aside else office
        self._came(self._holder(name, office, [*self.beside, *own]), aside)

    def _holder(self, name: Passage, office: Passage, beside: Sequence[Thing]) -> list[Named]:
        if not is_person(self.page, name) and (bodies := _single(self.page, name)):
            return as_cast(bodies)
        if office:
            people = as_cast([holder(self.page, name, office, beside)])
        else:
            found = [each for each in self.page.named(name) if each.what == "person"]
            people = [Named(each, self._person(each, name)) for each in found]
            people = people or as_cast([holder(self.page, name, office, beside)])
        return [*people, *as_cast(beside)]

    def _from(self, cells: Sequence[Passage]) -> None:
        """Whom the people of a row come from: the cells before the name, else those above."""
        found = [thing for cell in cells for thing in _single(self.page, cell)]
        named = any(re.search(r"[^\W\d]{2}", cell.text) for cell in cells)
        self.beside = found if found or named else self.beside

    def _band(self, words: Passage) -> None:
        """A row that names the group, or whom the people below it come from."""
        entry = lexicon().heading(words.text)
        if entry and entry.kind in ("role", "remarks"):
            self.entry, self.cue, self.beside = entry, words, []
        elif not divides(words) and (found := _single(self.page, words)):
            self.beside = found
        else:
            self.entry, self.cue, self.beside = self.over.entry, self.over.cue, []


def _of_a_group(page: Page) -> bool:
    """Whether the cover names a working group or committee whose meeting it is."""
    shown = [p for p in page.laid.parts if p.block.kind in ("heading", "paragraph") and p.words]
    named = (mention for part in shown[:_COVER] for mention in page.named(part.words))
    return any(mention.kind in _GROUPS for mention in named)


def _single(page: Page, words: Passage) -> list[Thing]:
    """The State or body that a cell is the name of."""
    cast = page.listed(words)
    return [cast[0].thing] if len(cast) == 1 and cast[0].thing.label in STAKEHOLDERS else []


def _aside(words: Passage) -> Passage | None:
    found = _BRACKET.search(words.text)
    return words[found.start(1) : found.end(1)] if found else None


def _is_header(part: Part) -> bool:
    heads = part.rows[: part.block.header]
    return any(
        (entry := lexicon().header(cell.text)) and entry.kind in ("person", "office", "country")
        for row in heads
        for cell in row
    )


def _name_column(page: Page, part: Part) -> int | None:
    """The column of people: by its header, else that with forms of address."""
    for row in part.rows[: part.block.header]:
        for number, cell in enumerate(row):
            entry = lexicon().header(cell.text)
            if entry and entry.kind == "person":
                return number
    width = len(part.rows[0]) if part.rows else 0
    counts = [sum(bool(_ADDRESSED.match(row[n].text)) for row in part.rows) for n in range(width)]
    most = max(counts, default=0)
    return counts.index(most) if most else None
