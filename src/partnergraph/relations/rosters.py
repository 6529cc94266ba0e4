"""Tables whose rows are groups: `Working group | Chair | Members | Deliverables`.

In goes such a table, out comes who is what in each group, and what the group is to do.
"""

import re

from partnergraph.document.blocks import Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.relations.columns import Column, columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.subjects import kind_of, sort_of
from partnergraph.relations.ties import tie

DONE = ("activity", "output")  # what a group is to do, below such a header or heading
_NAMING = ("", "topic", "organisation")  # what the header over the names of groups may say
_PARTS = re.compile(r"[^;•\s][^;•]*[^;•\s.]")


def reads(part: Part) -> bool:
    """Whether each row is named by a group, and another column says who belongs to it."""
    columns = columns_of(part)
    rows = part.rows[part.block.header :]
    if len(columns) < 2 or columns[0].kind not in _NAMING or not rows:
        return False
    if not all(sort_of(row[0].text) == "group" for row in rows):
        return False
    return any(_belongs(column) for column in columns[1:])


def read(page: Page, part: Part) -> None:
    """Tie whom the cells of a row name to its group."""
    columns = columns_of(part)[1:]
    for cells, row in zip(part.rows, part.block.rows, strict=True):
        if cells in part.rows[: part.block.header]:
            continue
        name = cells[0]
        kind = kind_of(name)
        group = page.draft.stated("Organisation", name, apart=page.draft.slug, kind=kind)
        for column in columns:
            _cell(page, group, column, cells[column.number], row.cells[column.number])
    page.take(part, "groups")


def _cell(page: Page, group: Thing, column: Column, cell: Passage, runs: Runs) -> None:
    if not cell or not column.entry:
        return
    if column.says_who:
        tie(page, page.listed(cell, runs), column.entry, group, column.header)
    elif column.kind in DONE:
        promised(page, group, cell, column.header)


def promised(page: Page, group: Thing, words: Passage, cue: Passage) -> None:
    """What a group is to do, which semicolons and bullets part."""
    for found in () if bodies().is_nobody(words.text) else _PARTS.finditer(words.text):
        thing = page.activity(words[found.start() : found.end()])
        page.draft.link("IMPLEMENTS", group, thing, cue=cue)


def _belongs(column: Column) -> bool:
    found = column.entry.tie("Organisation") if column.entry else None
    return found is not None and found.type == "MEMBER_OF"
