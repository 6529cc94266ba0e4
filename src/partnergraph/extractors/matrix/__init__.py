"""A matrix: activities, their objectives and who can help, in the text of a table.

Recognised by its header cells (`Activity`, `Objective`, `Member(s) with expertise` and their like
in English, French and Spanish). Cells may come scrambled by extraction. A cell whose row is unclear
makes no link; its lines are reported.
"""

import re
from collections.abc import Iterable

from partnergraph.document.words import Text
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.matrix.agencies import CERTAIN, LIKELY, Bodies
from partnergraph.extractors.matrix.clues import qualities, status_of
from partnergraph.extractors.matrix.column import Column, columns
from partnergraph.extractors.matrix.forum import forum_of
from partnergraph.extractors.matrix.layout import Layout
from partnergraph.extractors.matrix.study import Study
from partnergraph.extractors.matrix.writing import Writer
from partnergraph.mentions.dates import dates, first_date
from partnergraph.names import names

__all__ = ["extract", "recognise"]

_LEAST = 2
_AS_OF = re.compile(
    r"(?:\b(?:as (?:of|at)|updated|version|draft|état|au|al)(?: on| of)?|[,(–—-])\s*$", re.I
)


def recognise(text: Text) -> str | None:
    """Why a text is a matrix: its header, above at least one cell of agencies or a ruled row."""
    bodies = Bodies(names(), text)
    layout = Layout(text, bodies)
    whole = [header for header in layout.headers if header.whole]
    if not whole or not _names_agencies(layout, bodies):
        return None
    cells = " | ".join(cell.text for cell in whole[0].cells)
    return (
        f"header cells {cells} at {text.locator(text.lines[p].number for p in whole[0].positions)}"
    )


def extract(draft: Draft) -> None:
    """Read the matrix into the draft."""
    bodies = Bodies(draft.names, draft.text)
    layout = Layout(draft.text, bodies)
    listing = columns(draft.text, layout.headers)
    framework = _about(draft, layout, listing.values())
    writer = Writer(draft, bodies, framework, _status(layout), listing)
    for position in layout.title_lines:
        draft.take([position], "title")
    for position, what in layout.furniture.items():
        draft.take([position], what)
    draft.take(layout.header_lines, "header")
    for place in layout.headings.places:
        writer.place(place)
    for read in Study(layout, bodies).read():
        writer.table(read.section.place, read.units, read.table())
    draft.skip(layout.before(), "stands before the matrix")


def _names_agencies(layout: Layout, bodies: Bodies) -> bool:
    """Whether agency cells stand below the header: known ones, a ruled column, or two rows read."""
    below = layout.text.lines[min(layout.header_lines) :]
    if any(line.words and bodies.likeness(line.text.strip()) == CERTAIN for line in below):
        return True
    blocks = [block for section in layout.sections() for block in section.blocks]
    if any(block.column == "agency" for block in blocks):
        return True
    if sum(bodies.likeness(block.text) >= LIKELY for block in blocks) < _LEAST:
        return False
    rows = [row for read in Study(layout, bodies).read() for row in read.table().rows]
    return 2 * sum(bool(row.agencies and row.objectives) for row in rows) >= max(len(rows), _LEAST)


def _about(draft: Draft, layout: Layout, listing: Iterable[Column]) -> str:
    """State what the document is and lists; the framework of its objectives."""
    title = layout.headings.title
    acronym = forum_of(title, draft.names)
    if title:
        draft.about(title=title.text)
    dated = first_date(" ".join(layout.text.lines[p].text for p in layout.headings.dated))
    date = dated or (title and _date_in(title.text))
    if date:
        draft.about(date=date)
    if acronym:
        draft.about(forum=acronym)
    if "agency" in layout.columns:
        draft.covers(*(type for column in listing for type in (column.first, column.others)))
    if "objective" in layout.columns:
        draft.covers("PURSUES")
    return f"{acronym} matrix" if acronym else "matrix"


def _date_in(title: str) -> str | None:
    """The date a title is of: `…, as of 15 June 2012`; not one that it speaks of."""
    for date, match in dates(title):
        if _AS_OF.search(title[: match.start()]):
            return date
    return None


def _status(layout: Layout) -> str:
    cells = [cell for header in layout.headers for cell in header.cells]
    said = [cell.text for cell in cells if cell.column == "activity"]
    title = layout.headings.title
    return status_of([*said, *(qualities(title.text) if title else ())])
