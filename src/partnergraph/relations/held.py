"""Tables of meetings: `Meeting | Date | Place | Host | Chair`, each row is one.

A row is named by its meeting, else, where a table has none but dates and places or hosts, by these
two.
"""

from collections.abc import Sequence
from functools import partial

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.mentions.dates import first_date
from partnergraph.relations import meetings, subjects
from partnergraph.relations.columns import AIMS, THINGS, Column, columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page, status_of
from partnergraph.relations.subjects import sort_of
from partnergraph.relations.ties import tie

_OF_MEETINGS = frozenset(("HOSTED", "LED", "ORGANISED", "ATTENDED", "CO_FACILITATED"))
_NAMES = ("meeting", "session", "roundtable")
_SCHEDULED = ("session", "roundtable")
_UNNAMED = ("", "code", "remarks", "kind")


def reads(part: Part) -> bool:
    """Whether the rows of a table are meetings, and a column says who hosts, leads or attends."""
    columns = columns_of(part)
    if any(column.kind in (*THINGS, *AIMS, "topic", "person") for column in columns):
        return False
    return bool(_named_by(part, columns)) and any(map(_says_who, columns))


def read(page: Page, part: Part) -> None:
    """Make the meetings of a table and say who has which part in each."""
    columns = columns_of(part)
    named = _named_by(part, columns)
    types: set[str] = set()
    for number in range(part.block.header, len(part.rows)):
        cells, row = part.rows[number], part.block.rows[number]
        thing = _meeting(page, columns, named, cells)
        for column in columns if thing else ():
            assert thing
            cell, entry = cells[column.number], column.entry
            if not cell or not entry or (column in named and len(named) == 1):
                continue
            cast = page.listed(cell, row.cells[column.number]) if _may_name(column) else []
            if column.kind in ("country", "place"):
                cast = [each for each in cast if each.thing.label == "Country"]
            tie(page, cast, entry, thing, column.header)
            found = entry.tie(thing.label)
            types.update((found.type,) if found else ())
    page.draft.covers(*sorted(types))
    page.take(part, "meetings")


def _named_by(part: Part, columns: Sequence[Column]) -> list[Column]:
    """The columns by which a row is named: its meeting's, else its date's and place's."""
    own = [column for column in columns if column.kind == "session"]
    if not own:
        unnamed = (column for column in columns if column.kind in _UNNAMED)
        own = [column for column in unnamed if _is_of_meetings(part, column)]
    if own:
        return own[:1]
    dates = [column for column in columns if column.kind == "date"]
    places = [column for column in columns if column.kind == "place" or _gives(column) == "HOSTED"]
    if not dates or not places or abs(places[0].number - dates[0].number) != 1:
        return []  # a name must stand in one piece
    return sorted((dates[0], places[0]), key=lambda column: column.number)


def _is_of_meetings(part: Part, column: Column) -> bool:
    cells = [row[column.number] for row in part.rows[part.block.header :] if row[column.number]]
    named = [cell for cell in cells if sort_of(cell.text) in _NAMES]
    return len(named) * 2 > len(cells)


def _says_who(column: Column) -> bool:
    return _gives(column) in _OF_MEETINGS


def _gives(column: Column) -> str:
    """What a column of a role says of those who have it at a meeting."""
    found = column.entry.tie("Session") if column.entry and column.kind == "role" else None
    return found.type if found else ""


def _may_name(column: Column) -> bool:
    return column.kind == "role" or column.kind in ("country", "place", "money")


def _meeting(
    page: Page, columns: Sequence[Column], named: Sequence[Column], cells: Sequence[Passage]
) -> Thing | None:
    """The meeting of a row; None where the row names none, or one is a band."""
    said = [cells[column.number] for column in named]
    if not all(said) or any(bodies().is_nobody(cell.text) for cell in said):
        return None
    if len({cell.text for cell in cells if cell}) < 2:
        return None
    known: dict[str, str] = {}
    for column in columns:
        text = cells[column.number].text
        if column.kind == "date" and (day := first_date(text)):
            known.setdefault("date", day)
        if column.kind in ("status", "date", "place") and (status := status_of(text)):
            known["status"] = status
    words = sum(said[1:], said[0])
    session = (
        subjects.heading(page, words, partial(meetings.known, page)) if len(said) == 1 else None
    )
    if session and session.sort in _SCHEDULED:
        return session.thing
    return page.activity(words, kind="meeting", **known)
