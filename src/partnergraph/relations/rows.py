"""The things of a table's rows: their names, what they are part of, what they pursue.

A row is what its own column says (an activity, else an aim or topic), under the band above it, the
whole in a column before it and the thing that the table belongs to.
"""

import re
from collections.abc import Iterator, Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.dates import first_date
from partnergraph.records.ids import fold
from partnergraph.relations.columns import AIMS, THINGS, Column, codes, own, wholes
from partnergraph.relations.draft import Thing
from partnergraph.relations.lost_grid.forms import orders
from partnergraph.relations.numbers import short
from partnergraph.relations.page import Page, status_of
from partnergraph.relations.subjects import sort_of
from partnergraph.relations.things import numbered, outcome

_OVER = {
    "Activity": "PART_OF",
    "Topic": "UNDER",
    "Session": "UNDER",
    "Roundtable": "UNDER",
    "Recommendation": "ADDRESSES",
}
"""What ties a row's thing to the thing that its table belongs to, by that one's label."""


class Rows:
    """What has been read of a table so far, as far as the next row's thing depends on it."""

    def __init__(
        self, page: Page, part: Part, columns: Sequence[Column], owner: Thing | None
    ) -> None:
        self.page = page
        self.columns = columns
        self.owner = owner
        self.own = own(part, columns)
        self.codes = [*codes(part, columns), *(c for c in columns if c.kind == "code")]
        self.wholes = wholes(part, columns)
        printed = {_digits(row[c.number].text) for c in self.codes for row in part.rows}
        self._above = printed & {over for code in printed for over in _over(code)}
        self.aim: Thing | None = None
        self.section: Thing | None = None
        self.before: tuple[Passage, Thing] | None = None
        self.types: set[str] = set()
        self._code = ""
        self._last: dict[int, Passage] = {}
        self._made: dict[str, Thing] = {}

    def is_band(self, cells: Sequence[Passage]) -> bool:
        """Whether a row with one text is a section's title: it spans, or it is no activity's."""
        if len({cell.text for cell in cells if cell.text}) != 1 or len(cells) == 1:
            return False
        if all(cell.text == cells[0].text for cell in cells):
            return True
        first = next(number for number, cell in enumerate(cells) if cell.text)
        kind = self.columns[0].kind
        titled = first == 0 and kind not in ("role", "topic") and len(cells) > 2
        return titled and not (kind in THINGS and self._is_done(cells[0]))

    def _is_done(self, words: Passage) -> bool:
        """Whether words that stand alone in their row are an activity of which nobody is told."""
        if numbered(words)[0]:
            return self._goes_on(words)
        return sort_of(words.text) in ("work", "meeting") or any(
            orders(words.text, language) for language in LANGUAGES
        )

    def _goes_on(self, words: Passage) -> bool:
        """Whether words are numbered like the row before: `2.4` behind `2.3`."""
        before, code = self._code.rpartition("."), numbered(words)[0].rpartition(".")
        return bool(code[0]) and code[0] == before[0] and code[2] != before[2]

    def band(self, words: Passage) -> None:
        """Begin a section, or the rows of an aim."""
        self._last.clear()
        aim = outcome(self.page, words)
        if aim:
            self.aim = aim
            return
        code, title = numbered(words)
        self.section = self.page.draft.part("Topic", self.page.code("Topic", code), title)
        self.page.draft.link("PART_OF", self.section, self.page.draft.document)

    def carried(self, cells: Sequence[Passage]) -> list[Passage]:
        """A row with the aims and wholes that stand left of its own cell once for several rows."""
        found = list(cells)
        column = self.own_column(cells)
        if column and column.kind == "topic":
            self._last[column.number] = cells[column.number]
        for held in self.columns if column and column.kind in THINGS else ():
            if held.kind not in (*AIMS, "topic") and held not in self.wholes:
                continue
            if cells[held.number]:
                self._last[held.number] = cells[held.number]
            elif column and held.number < column.number and held.number in self._last:
                found[held.number] = self._last[held.number]
        return found

    def own_column(self, cells: Sequence[Passage]) -> Column | None:
        """The column whose cell says what the row is about: its activity, else its aim or topic."""
        filled = [column for column in self.own if cells[column.number]]
        for kinds in (THINGS, (*AIMS, "topic")):
            for column in filled:
                if column.kind in kinds:
                    return column
        return None

    def thing(self, cells: Sequence[Passage], own: Column) -> Thing | None:
        """The thing of a row; the same as above where the file spans one cell over both rows."""
        words = cells[own.number]
        aim = None if self._anybody(cells) else outcome(self.page, words) or self._over(cells, own)
        if aim:
            self.aim = aim
            return None
        if self.before and self._spans(words):
            return self.before[1]
        code, title = numbered(words)
        printed = next((_digits(cells[c.number].text) for c in self.codes), "")
        self._code = code
        thing = self.page.activity(title or words, printed or code, **self._status(cells))
        self.before = words, thing
        aims = (c for c in self.columns if c.kind in AIMS and c is not own)
        if self.aim and not any(cells[column.number] for column in aims):
            self.page.draft.link("PURSUES", thing, self.aim)
            self.types.add("PURSUES")
        self._under(thing, cells)
        return thing

    def _over(self, cells: Sequence[Passage], own: Column) -> Thing | None:
        """The aim that a row of aims is by its code: `B1` above rows with `B1.1` and `B1.2`."""
        code = next((_digits(cells[c.number].text) for c in self.codes), "")
        if own.kind not in AIMS or code not in self._above:
            return None
        more = {"framework": "results", "number": code}
        return self.page.draft.part(
            "Objective", self.page.code("Objective", code), cells[own.number], **more
        )

    def _anybody(self, cells: Sequence[Passage]) -> bool:
        return any(cells[column.number].text for column in self.columns if column.says_who)

    def _under(self, thing: Thing, cells: Sequence[Passage]) -> None:
        whole = next((cells[c.number] for c in self.wholes if cells[c.number]), None)
        over = self._whole(whole) if whole else self.section or self.owner
        if over and over.label == "Organisation" and not whole:
            self.page.draft.link("IMPLEMENTS", over, thing)
        elif over and over.label in _OVER:
            self.page.draft.link(_OVER[over.label], thing, over)

    def _whole(self, words: Passage) -> Thing:
        """What several rows are part of: the same words are the same."""
        key = fold(words.text)
        if key not in self._made:
            code = short(words)
            known = self.page.draft.known("Activity", code) if code else None
            self._made[key] = known or self.page.activity(words, code)
        known = self._made[key]
        return Thing(known.id, known.label, words)

    def _spans(self, words: Passage) -> bool:
        """Whether words stand in several rows because the file spans a cell over them."""
        assert self.before
        return self.before[0].text == words.text and self.before[0].words == words.words

    def _status(self, cells: Sequence[Passage]) -> dict[str, str]:
        found: dict[str, str] = {}
        for column in self.columns:
            words = cells[column.number].text
            if column.kind == "status" and (said := status_of(words)):
                found["status"] = said
            if column.kind == "date" and (day := first_date(words)):
                found.setdefault("until" if "deadline" in fold(column.header.text) else "date", day)
            if column.pledged:
                found.setdefault("status", "planned")
        return found


def _over(code: str) -> Iterator[str]:
    """The codes of what a code counts under: of `B1.2.1` those are `B1.2` and `B1`."""
    while code := code.rpartition(".")[0]:
        yield code


def _digits(printed: str) -> str:
    """The number of a thing without the word for it: `Action 15`."""
    found = re.fullmatch(r"[^\W\d_]+\.?\s?(\d+(?:\.\d+)*)", printed)
    return found[1] if found else printed
