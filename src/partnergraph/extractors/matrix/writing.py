"""Rows to the graph: places, activities, objectives and agencies, each with its words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from partnergraph.document.words import Passage
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.matrix.agencies import Bodies
from partnergraph.extractors.matrix.column import Column
from partnergraph.extractors.matrix.headings import Place
from partnergraph.extractors.matrix.rows import Row, Table
from partnergraph.extractors.matrix.units import Unit
from partnergraph.ids import fold

_LEAD = re.compile(
    r"(?:[-–—•▪●◦○■□‣∙·*➢✓\uf0b7]\s*|o\s+)?(?:\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])?\s*"
)
_STATEMENT = re.compile(r"[.?!][”\"’')\]]*(?=\s+[“\"‘'(\[]?[A-ZÀ-Þ0-9•▪\-])|:(?=\s+[-–•▪*(]|$)")
_SHORT = re.compile(r"(?:\b(?:No|St|vs|cf|approx|Art|e\.g|i\.e)|\b[A-Z])\.$")
_NOTE = re.compile(r"\b(?:Notes?|N\.?B\.?|Remarque|Nota)\s?:")
_ACRONYM = re.compile(r"(?P<name>.*\S)\s*\((?P<acronym>[A-Z][\w-]*[A-Z])\)")


class Writer:
    """Writes what a matrix says into a draft."""

    def __init__(
        self,
        draft: Draft,
        bodies: Bodies,
        framework: str,
        status: str,
        columns: Mapping[int, Column],
    ) -> None:
        self._draft, self._bodies, self._columns = draft, bodies, columns
        self._framework, self._status = framework, status
        self._places: dict[int, Mention] = {}
        self._codes: dict[int, str] = {}
        self._times: Counter[tuple[str, str]] = Counter()
        self._roundtable: Place | None = None
        self._theme: Place | None = None
        self._cluster: Place | None = None

    # Places

    def place(self, place: Place) -> None:
        """A theme, roundtable or section, part of the one that stands above it."""
        made = {"theme": self._theme_of, "roundtable": self._roundtable_of}.get(place.kind)
        mention = made(place) if made else self._section_of(place)
        if place.kind == "cluster":
            self._cluster = place
        self._places[id(place)] = mention
        self._draft.take(place.lines, f"{place.kind} {place.code}")

    def _theme_of(self, place: Place) -> Mention:
        self._theme, self._roundtable, self._cluster = place, None, None
        code = self._free("Topic", f"theme-{place.code}")
        mention = self._part("Topic", code, place, kind="theme")
        self._draft.link("PART_OF", mention, self._draft.document)
        self._codes[id(place)] = place.code if not place.holds else ""
        return mention

    def _roundtable_of(self, place: Place) -> Mention:
        self._roundtable, self._cluster = place, None
        code = self._free("Roundtable", place.code)
        name = None if place.title else f"Roundtable {place.code}"
        mention = self._part("Roundtable", code, place, name)
        self._draft.alias(mention, place.label.text.rstrip(":.–—- "))
        self._draft.link("PART_OF", mention, self._draft.document)
        if self._theme:
            self._draft.link("PART_OF", mention, self._places[id(self._theme)])
        self._codes[id(place)] = code
        return mention

    def _section_of(self, place: Place) -> Mention:
        if place.named:
            self._cluster = None
        parent = self._cluster or self._roundtable or self._theme
        above = self._codes[id(parent)] if parent else ""
        own = place.code.lower()
        joint = "." if above and own[0].isdigit() else ""
        whole = own if own.startswith(f"{above}.") else above + joint + own
        code = self._free("Topic", whole)
        mention = self._part("Topic", code, place, kind=place.kind)
        self._draft.link(
            "PART_OF", mention, self._places[id(parent)] if parent else self._draft.document
        )
        self._codes[id(place)] = code
        return mention

    def _part(
        self, label: str, code: str, place: Place, name: str | None = None, **properties: str
    ) -> Mention:
        words = place.label + place.title if place.title else place.label
        name = name or (place.title.text if place.title else place.label.text)
        mention = self._draft.part(label, code, words, name, **properties)
        self._draft.property(mention, code=place.code)
        return mention

    def _free(self, label: str, code: str) -> str:
        """A code nothing has yet: `a`, or `a-2` for the second `a`."""
        free = code
        while self._draft.has_part(label, free):
            self._times[label, code] += 1
            free = f"{code}-{self._times[label, code] + 1}"
        return free

    # Rows

    def table(self, place: Place | None, units: Sequence[Unit], table: Table) -> None:
        """The rows of one place, and what is in none."""
        for row in table.rows:
            self._row(place, units, row)
        for unit in table.unowned:
            self._draft.skip(units[unit].positions, "details, but of which activity is unclear")
        for unit, reason in table.doubtful.items():
            self._draft.skip(units[unit].positions, reason)

    def _row(self, place: Place | None, units: Sequence[Unit], row: Row) -> None:
        code = self._activity_code(place, row.number)
        activity = self._activity(code, units, row)
        under = self._places[id(place)] if place else self._draft.document
        self._draft.link("UNDER", activity, under)
        for cell in row.objectives:
            self._objective(activity, code, [units[unit] for unit in cell])
        for unit in row.agencies:
            self._agencies(activity, code, units[unit])

    def _activity_code(self, place: Place | None, number: int) -> str:
        above = self._codes[id(place)] if place else ""
        joint = "." if above and above[-1].isdigit() else ""
        return self._free("Activity", f"{above}{joint}{number}")

    def _activity(self, code: str, units: Sequence[Unit], row: Row) -> Mention:
        cell = [row.activity]
        for unit in row.details:
            if units[cell[-1]].ended or not units[unit].lower:
                break
            cell.append(unit)
        words = self._words([units[unit] for unit in cell])
        end = _statement(words.text)
        statement = words[:end]
        mention = self._draft.part("Activity", code, statement, status=self._status)
        rest = [units[unit] for unit in row.details if unit not in cell]
        details = words[end:] + self._joined(rest)
        if details:
            self._draft.property(mention, details=details.text)
        for unit in (*cell, *row.details):
            self._draft.take(units[unit].positions, f"activity {code}")
            self._draft.owns(mention, self._joined([units[unit]]))
        return mention

    def _objective(self, activity: Mention, code: str, cell: list[Unit]) -> None:
        words = self._words(cell)
        note = _NOTE.search(words.text)
        end = note.start() if note and note.start() else len(words.text)
        mention = self._draft.stated("Objective", words[:end], framework=self._framework)
        if note:
            self._draft.property(mention, details=words[end:].text)
        self._draft.owns(mention, words)
        self._draft.link("PURSUES", activity, mention)
        for unit in cell:
            self._draft.take(unit.positions, f"objective of {code}")

    def _agencies(self, activity: Mention, code: str, cell: Unit) -> None:
        column = self._column(cell.positions[0])
        if column is None:
            self._draft.skip(cell.positions, "agencies, but no header says what they do")
            return
        self._draft.take(cell.positions, f"agencies of {code}")
        type = column.first
        for item in self._bodies.items(self._joined([cell])):
            body = self._body(item)
            if body:
                self._draft.link(type, body, activity, cue=column.cue)
                type = column.others

    def _column(self, position: int) -> Column | None:
        """What the header above a line says of agencies, else the first; None where none does."""
        above = [begin for begin in self._columns if begin <= position]
        nearest = max(above, default=min(self._columns, default=None))
        return None if nearest is None else self._columns[nearest]

    def _body(self, item: Passage) -> Mention | None:
        named = self._bodies.named(item)
        if not fold(named.text):
            return None
        entity = self._bodies.entity(named.text)
        if entity:
            return self._draft.shared(entity, named)
        if self._draft.names.resolve(named.text, "Country", "RCP", "Instrument"):
            return None
        pair = _ACRONYM.fullmatch(item.text)
        if pair:
            name = item[: pair.end("name")]
            return self._draft.stated("Organisation", name, acronym=pair["acronym"])
        if self._bodies.is_acronym(named.text):
            return self._draft.stated("Organisation", named, acronym=named.text)
        return self._draft.stated("Organisation", named)

    def _joined(self, cell: Sequence[Unit]) -> Passage:
        return Passage(self._draft.text, [word for unit in cell for word in unit.words])

    def _words(self, cell: Sequence[Unit]) -> Passage:
        words = self._joined(cell)
        lead = _LEAD.match(words.text)
        return (words[lead.end() :] if lead and lead.end() else words) or words


def _statement(text: str) -> int:
    """Where the first statement of a text ends: at its full stop or closing colon.

    >>> _statement("Develop tools, e.g. databases, including: - one; - two")
    41
    """
    for match in _STATEMENT.finditer(text):
        if not _SHORT.search(text[: match.start() + 1]):
            return match.end()
    return len(text)
