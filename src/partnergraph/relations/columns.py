"""The columns of a table: what stands below each header, and whether they say who does what."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.records.ids import fold

THINGS = ("activity", "output", "action")
AIMS = ("objective", "outcome")
_REFINED = 2  # cells; one may be a value that is called like a header
_CODE = re.compile(r"(?:[^\W\d_]+\.?\s?)?\d{1,3}(?:(?:\.|,\s|\s?[-–/&]\s?)\d{1,3})*\.?")


class Column(NamedTuple):
    """A column: its number, the words of its header, and what stands below them."""

    number: int
    header: Passage
    entry: Entry | None

    @property
    def kind(self) -> str:
        """What stands in it: `role`, `activity`, … ; empty where its header is not understood."""
        return self.entry.kind if self.entry else ""

    @property
    def pledged(self) -> bool:
        """Whether its header says that somebody pledges."""
        return self.entry is not None and self.entry.id == "pledge"

    @property
    def says_who(self) -> bool:
        """Whether its cells name who does something for the row's thing."""
        return self.entry is not None and (self.kind == "role" or self.entry.first_leads)


def with_header(part: Part) -> Part:
    """A table whose first row below the header refines it, as all its cells are headers too."""
    at = part.block.header
    below = part.rows[at] if 0 < at < len(part.rows) else ()
    told = [cell for cell in below if cell]
    own = bool(below) and (not below[0] or below[0].text == part.rows[at - 1][0].text)
    if not own or len(told) < _REFINED or not all(lexicon().header(cell.text) for cell in told):
        return part
    return replace(part, block=replace(part.block, header=at + 1))


def columns_of(part: Part) -> list[Column]:
    """The columns of a table with a header; none without one."""
    heads = part.rows[: part.block.header]
    if not heads:
        return []
    found = [_column(number, [row[number] for row in heads]) for number in range(len(heads[-1]))]
    return _of_pledges(_of_decisions(found))


def _of_decisions(columns: list[Column]) -> list[Column]:
    """Columns of which one holds decisions: beside those who carry them out, they are actions."""
    kinds = {column.kind for column in columns}
    if "role" not in kinds or kinds & {*THINGS, *AIMS, "topic", "session"}:
        return columns
    decided = lexicon().folded("decided")
    found = [column for column in columns if fold(column.header.text) in decided]
    if len(found) != 1:
        return columns
    made = found[0]._replace(entry=lexicon().kind("activity"))
    return [made if column is found[0] else column for column in columns]


def _of_pledges(columns: list[Column]) -> list[Column]:
    """Columns of which one holds pledges: its cells are what those in another are to do.

    Who pledges is whoever does something, else the State or body of a column.
    """
    pledged = next((column for column in columns if column.pledged), None)
    if pledged is None or any(column.kind in THINGS for column in columns):
        return columns
    doers = [c for c in columns if c is not pledged and c.kind in ("role", "country")]
    if not doers:
        return columns
    doer = next((column for column in doers if column.kind == "role"), doers[0])
    made = {
        pledged.number: pledged._replace(entry=lexicon().kind("activity")),
        doer.number: pledged._replace(number=doer.number),
    }
    return [made.get(column.number, column) for column in columns]


def _column(number: int, cells: Sequence[Passage]) -> Column:
    last = cells[-1]
    entry = lexicon().header(last.text)
    for over in reversed(cells[:-1]):
        if entry is None or entry.kind != "role":
            joined = lexicon().header(f"{last.text} {over.text}") or lexicon().header(over.text)
            entry = joined if joined and (entry is None or joined.kind == "role") else entry
    return Column(number, last if last else cells[0], entry)


def reads(part: Part) -> bool:
    """Whether a table says who does what, or what is part of what: a role or a whole by a thing."""
    columns = columns_of(part)
    things = any(column.kind in (*THINGS, *AIMS, "topic") for column in columns)
    return things and (any(column.says_who for column in columns) or bool(wholes(part, columns)))


def own(part: Part, columns: Sequence[Column]) -> list[Column]:
    """The columns that may say what a row is: not its numbers, not what it is part of."""
    apart = {column.number for column in (*wholes(part, columns), *codes(part, columns))}
    return [column for column in columns if column.number not in apart]


def codes(part: Part, columns: Sequence[Column]) -> list[Column]:
    """The columns of things that only number them: `Action 15` beside the action's words."""
    things = [column for column in columns if column.kind in THINGS and not _holds(column)]
    coded = [column for column in things if _is_coded(part, column)]
    return coded if len(coded) < len(things) else []


def wholes(part: Part, columns: Sequence[Column]) -> list[Column]:
    """The columns of what holds the actions beside them: `Work package`, `Project`."""
    things = [column for column in columns if column.kind in THINGS]
    found = [column for column in things if _holds(column)]
    inner = [c for c in things if c not in found and not _is_coded(part, c)]
    return [column for column in found if inner and column.number < inner[-1].number]


def _is_coded(part: Part, column: Column) -> bool:
    cells = [row[column.number].text for row in part.rows[part.block.header :]]
    return bool(any(cells)) and all(_CODE.fullmatch(cell) for cell in cells if cell)


def _holds(column: Column) -> bool:
    said = fold(column.header.text)
    names = (n for language in LANGUAGES for n in lexicon().small("container", language))
    return any(said == fold(name) for name in names)
