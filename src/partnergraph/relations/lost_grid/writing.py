"""Rows to the graph: places, activities, objectives and those listed, each with its words."""

import re
from collections import Counter
from collections.abc import Sequence

from partnergraph.document.words import Passage
from partnergraph.relations.draft import Thing
from partnergraph.relations.lost_grid.bodies import named_in
from partnergraph.relations.lost_grid.cells import Unit
from partnergraph.relations.lost_grid.headers import WHO, Header
from partnergraph.relations.lost_grid.places import Place
from partnergraph.relations.lost_grid.rows import Row, Table
from partnergraph.relations.page import Page
from partnergraph.relations.shares import shares
from partnergraph.relations.things import aims
from partnergraph.relations.ties import tie

_LEAD = re.compile(
    r"(?:[-–—•▪●◦○■□‣∙·*➢✓\uf0b7]\s*|o\s+)?(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])?\s*"
)
_LISTED = re.compile(r":(?=\s+[-–•▪*(]|$)")
_NOTE = re.compile(r"\b(?:Notes?|N\.?B\.?|Remarque|Nota)\s?:")


class Writer:
    """Writes what a matrix says into a page's draft."""

    def __init__(self, page: Page, framework: str, status: str, headers: Sequence[Header]) -> None:
        self._page, self._draft, self._headers = page, page.draft, headers
        self._framework, self._status = framework, status
        self._places: dict[int, Thing] = {}
        self._codes: dict[int, str] = {}
        self._times: Counter[tuple[str, str]] = Counter()
        self._above: dict[str, Place | None] = dict.fromkeys(("theme", "roundtable", "cluster"))
        self.types: set[str] = set()

    # Places

    def place(self, place: Place) -> None:
        """A theme, roundtable or section, part of the one that stands above it."""
        make = {"theme": self._theme, "roundtable": self._roundtable}.get(place.kind, self._section)
        thing = make(place)
        if place.kind in self._above:
            self._above[place.kind] = place
        self._places[id(place)] = thing
        self._draft.take(place.lines, f"{place.kind} {place.code}")

    def _theme(self, place: Place) -> Thing:
        self._above = {"theme": place, "roundtable": None, "cluster": None}
        thing = self._part(place, "Topic", self._free("Topic", f"theme-{place.code}"), kind="theme")
        self._draft.link("PART_OF", thing, self._draft.document)
        self._codes[id(place)] = place.code if not place.holds else ""
        return thing

    def _roundtable(self, place: Place) -> Thing:
        self._above["cluster"] = None
        code = self._free("Roundtable", place.code)
        name = None if place.title else f"Roundtable {place.code}"
        thing = self._part(place, "Roundtable", code, name)
        self._draft.alias(thing, place.label.text.rstrip(":.–—- "))
        self._draft.link("PART_OF", thing, self._draft.document)
        if theme := self._above["theme"]:
            self._draft.link("PART_OF", thing, self._places[id(theme)])
        self._codes[id(place)] = code
        return thing

    def _section(self, place: Place) -> Thing:
        if place.named:
            self._above["cluster"] = None
        parent = self._above["cluster"] or self._above["roundtable"] or self._above["theme"]
        above = self._codes[id(parent)] if parent else ""
        own = place.code.lower()
        joint = "." if above and own[0].isdigit() else ""
        whole = own if own.startswith(f"{above}.") else above + joint + own
        code = self._free("Topic", whole)
        thing = self._part(place, "Topic", code, kind=place.kind)
        over = self._places[id(parent)] if parent else self._draft.document
        self._draft.link("PART_OF", thing, over)
        self._codes[id(place)] = code
        return thing

    def _part(
        self, place: Place, label: str, code: str, name: str | None = None, **properties: str
    ) -> Thing:
        words = place.label + place.title if place.title else place.label
        name = name or (place.title.text if place.title else place.label.text)
        thing = self._draft.part(label, code, words, name, **properties)
        self._draft.property(thing, code=place.code)
        return thing

    def _free(self, label: str, code: str) -> str:
        """A code nothing has yet: `a`, or `a-2` for the second `a`."""
        free = code
        while self._draft.has_part(label, free):
            self._times[label, code] += 1
            free = f"{code}-{self._times[label, code] + 1}"
        return free

    # Rows

    def table(self, place: Place | None, table: Table) -> None:
        """The rows of one place, and what is in none."""
        above = self._codes[id(place)] if place else ""
        joint = "." if above and above[-1].isdigit() else ""
        under = self._places[id(place)] if place else self._draft.document
        for number, row in enumerate(table.rows, start=1):
            code = self._free("Activity", f"{above}{joint}{number}")
            self._row(row, code, under)
        for unit, reason in table.unclear:
            self._draft.skip(unit.positions, reason)

    def _row(self, row: Row, code: str, under: Thing) -> None:
        activity = self._activity(code, row)
        self._draft.link("UNDER", activity, under)
        for cell in row.objectives:
            self._objective(activity, code, cell)
        for unit, number in row.listed:
            self._listed(activity, code, unit, number)
        for unit in row.empty:
            self._draft.take(unit.positions, f"an empty cell of {code}")

    def _activity(self, code: str, row: Row) -> Thing:
        cell = [row.activity]
        for unit in row.details:
            if cell[-1].ended or not unit.lower:
                break
            cell.append(unit)
        words = self._words(cell)
        end = _statement(words)
        rest = words[end:] + self._joined(row.details[len(cell) - 1 :])
        more = {"details": rest.text} if rest else {}
        thing = self._draft.part("Activity", code, words[:end], status=self._status, **more)
        for unit in (row.activity, *row.details):
            self._draft.take(unit.positions, f"activity {code}")
            self._draft.owns(thing, self._joined([unit]))
        return thing

    def _objective(self, activity: Thing, code: str, cell: Sequence[Unit]) -> None:
        words = self._words(cell)
        self.types.add("PURSUES")
        for unit in cell:
            self._draft.take(unit.positions, f"objective of {code}")
        known = list(aims(self._page, words))
        for aim in known:
            self._draft.link("PURSUES", activity, aim)
        if known:
            return
        note = _NOTE.search(words.text)
        end = note.start() if note and note.start() else len(words.text)
        thing = self._draft.stated("Objective", words[:end], framework=self._framework)
        if end < len(words.text):
            self._draft.property(thing, details=words[end:].text)
        self._draft.owns(thing, words)
        self._draft.link("PURSUES", activity, thing)

    def _listed(self, activity: Thing, code: str, cell: Unit, number: int) -> None:
        header = self._header(cell.positions[0])
        column = header.cells[number] if number < len(header.cells) else None
        if column is None or column.column != WHO:
            column = next((c for c in header.cells if c.column == WHO), None)
        if column is None:
            self._draft.skip(cell.positions, "names, but no header says what they do")
            return
        self._draft.take(cell.positions, f"listed for {code}")
        for share in (s for part in named_in(self._joined([cell])) for s in shares(part)):
            cast = [
                each for each in self._page.listed(share.names) if each.mention.what != "person"
            ]
            entry, cue = share.entry or column.entry, share.cue or column.words
            tie(self._page, cast, entry, activity, cue)
        found = column.entry.tie("Activity")
        self.types.update({"LED", "CONTRIBUTES_TO"} if column.entry.first_leads else ())
        self.types.update({found.type} if found else ())

    def _header(self, position: int) -> Header:
        """The header with names nearest above a line, else the first."""
        heads = [header for header in self._headers if WHO in header.columns]
        above = [header for header in heads if header.lines.start <= position]
        return (above or heads[:1] or list(self._headers[:1]))[-1]

    def _joined(self, cell: Sequence[Unit]) -> Passage:
        return Passage(self._draft.text, [word for unit in cell for word in unit.words])

    def _words(self, cell: Sequence[Unit]) -> Passage:
        """The words of a cell without its number or bullet."""
        words = self._joined(cell)
        lead = _LEAD.match(words.text)
        return (words[lead.end() :] if lead and lead.end() else words) or words


def _statement(words: Passage) -> int:
    """Where the first statement of some words ends: a sentence, or at the colon before a list."""
    first = next(words.sentences(), words).text
    colon = _LISTED.search(first)
    return colon.end() if colon else len(first)
