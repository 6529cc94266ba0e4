"""Tables of people: `Name | Function | Organisation | Country`, outside a list of participants.

Each row is a person, with the function held in the body of the row; a function that the page's
group has (*Chair* of a committee) is held in that too.
"""

import re
from collections.abc import Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.mentions.listing import listed
from partnergraph.mentions.offices import HAS_ROLE
from partnergraph.relations.columns import AIMS, THINGS, Column, columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.people import STAKEHOLDERS, as_cast, holder
from partnergraph.relations.ties import tie

_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:\([A-Za-z]+\)|[^\W\d_][\w.’'-]*)){1,5}")
_GROUPS = ("Organisation", "RCP")


def reads(page: Page, part: Part) -> bool:
    """Whether a column names people, and another the body or State that each is of."""
    columns = columns_of(part)
    name = _column(columns, "person")
    if name is None or not _from(columns):
        return False
    if any(column.kind in (*THINGS, *AIMS, "topic", "session") for column in columns):
        return False
    cells = [row[name.number] for row in part.rows[part.block.header :] if row[name.number]]
    people = [cell for cell in cells if is_person(page, cell)]
    return bool(cells) and len(people) * 2 > len(cells)


def read(page: Page, part: Part, owner: Thing | None) -> None:
    """Make the people of a table, each of the body and State of its row."""
    columns = columns_of(part)
    name, office = _column(columns, "person"), _column(columns, "office")
    assert name
    for cells in part.rows[part.block.header :]:
        called = cells[name.number]
        if not called or not is_person(page, called):
            continue
        said = cells[office.number] if office else called[:0]
        beside = [
            thing for column in _from(columns) for thing in _single(page, cells[column.number])
        ]
        if beside:
            person = _person(page, called, said, beside)
            _holds(page, person, said, owner)
    page.take(part, "people")


def _person(page: Page, name: Passage, office: Passage, beside: Sequence[Thing]) -> Thing:
    """A person with an office in the bodies beside, whatever words the office has."""
    if not office or HAS_ROLE.search(office.text):
        return holder(page, name, office, beside)
    person = holder(page, name, office[:0], beside[:0])
    for body in beside:
        page.affiliate(person, body, name + office, office.text)
    return person


def _holds(page: Page, person: Thing, office: Passage, owner: Thing | None) -> None:
    """A function that is one in the group that the table is about."""
    entry = lexicon().label(office.text) if office else None
    found = entry.tie(owner.label, person=True) if entry and owner else None
    if entry and owner and owner.label in _GROUPS and found and found.type == "MEMBER_OF":
        tie(page, as_cast([person]), entry, owner, office)


def _column(columns: Sequence[Column], kind: str) -> Column | None:
    return next((column for column in columns if column.kind == kind), None)


def _from(columns: Sequence[Column]) -> list[Column]:
    """The columns of the bodies and States that people are of, bodies first."""
    bodies = [c for c in columns if c.entry and c.entry.tie("Organisation", person=True)]
    own = [c for c in bodies if c.entry and _affiliates(c)]
    return own + [column for column in columns if column.kind == "country"]


def _affiliates(column: Column) -> bool:
    return column.entry is not None and any(t.type == "AFFILIATED_WITH" for t in column.entry.ties)


def is_person(page: Page, words: Passage) -> bool:
    """Whether a cell is a person's name: no body's or State's, whose kind or table says so."""
    found = listed(words.text, page.names, page.definitions)
    if any(each.what == "person" for each in found):
        return True
    other = any(each.entity or each.how == "kind" or each.acronym for each in found)
    return not other and bool(_NAME.fullmatch(words.text)) and words.text != words.text.lower()


def _single(page: Page, words: Passage) -> list[Thing]:
    """The State or body that a cell is the name of."""
    cast = page.listed(words) if words else []
    return [cast[0].thing] if len(cast) == 1 and cast[0].thing.label in STAKEHOLDERS else []
