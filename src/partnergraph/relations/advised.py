"""Tables of recommendations: `No. | Recommendation | Addressed to | Management response`.

Each row is a Recommendation, directed to those of the column that says to whom, with how it was
answered. A table that also says what is done about each is one of actions (`tables.py`).
"""

from collections.abc import Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.relations.columns import THINGS, Column, columns_of
from partnergraph.relations.page import Page, response_of
from partnergraph.relations.things import numbered

_ADVICE = "recommendation"


def reads(part: Part) -> bool:
    """Whether a column holds recommendations, and none what is done about them."""
    columns = columns_of(part)
    advice = [column for column in columns if column.kind == _ADVICE]
    return len(advice) == 1 and not any(column.kind in THINGS for column in columns)


def read(page: Page, part: Part) -> None:
    """Make the recommendations of a table."""
    columns = columns_of(part)
    own = next(column for column in columns if column.kind == _ADVICE)
    to = [column for column in columns if _directs(column)]
    told = False
    for number in range(part.block.header, len(part.rows)):
        cells, row = part.rows[number], part.block.rows[number]
        code, words = _numbered(columns, own, cells)
        if not words or bodies().is_nobody(words.text):
            continue
        advice = page.draft.part("Recommendation", page.code("Recommendation", code), words)
        if answer := next(filter(None, (response_of(cell.text) for cell in cells)), ""):
            page.draft.property(advice, response=answer)
        for column in to:
            cell = cells[column.number]
            for named in page.listed(cell, row.cells[column.number]) if cell else ():
                told = True
                page.draft.link("DIRECTED_TO", advice, named.thing, cue=_cue(column))
    page.draft.covers(*(("DIRECTED_TO",) if told else ()))
    page.take(part, "recommendations")


def _cue(column: Column) -> Passage | None:
    """A header that says to whom; *Responsible* says it by its place beside the recommendation."""
    return column.header if column.entry and column.entry.tie("Recommendation") else None


def _directs(column: Column) -> bool:
    """Whether those of a column are whom a recommendation is for: *Addressed to*, *Responsible*."""
    types = {tie.type for tie in column.entry.ties} if column.entry else set()
    return column.kind == "role" and bool(types & {"DIRECTED_TO", "IMPLEMENTS"})


def _numbered(
    columns: Sequence[Column], own: Column, cells: Sequence[Passage]
) -> tuple[str, Passage]:
    """The number of a row, printed in its own column or before the words, and the words."""
    code, words = numbered(cells[own.number])
    beside = (cells[column.number].text for column in columns if column.kind == "code")
    return code or next(filter(str.isdecimal, beside), ""), words
