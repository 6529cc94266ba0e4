"""Panels and sessions that a report has headings of: what stands below belongs to them.

A numbered panel is one (`2. Panel on remittances`, `Panel 2: Poverty`), and a session below whose
heading a label says who chairs or speaks. Where an outline of roundtables was found, that has them.
"""

import re
from itertools import pairwise

from partnergraph.document.laid import Part
from partnergraph.lexicon import lexicon
from partnergraph.relations import subjects
from partnergraph.relations.page import Page

_PANEL = re.compile(r"\d{1,2}[.)]\s(?:[\w-]+ )?panel\b|panel \d{1,2}\b", re.IGNORECASE)


def read_page(page: Page) -> str | None:
    """Make the sessions that headings name; how many there are."""
    if page.headed:
        return None
    whole = subjects.of_page(page, page.parts)
    begun = count = 0
    for part, below in pairwise(page.parts):
        if part.block.kind != "heading" or not part.words:
            continue
        found = subjects.heading(page, part.words, lambda: whole.thing if whole else None)
        at = page.draft.text.position(part.words.words[0])
        if found and found.sort == "session" and (_PANEL.match(part.words.text) or _staged(below)):
            begun = begun or part.block.level
            count += 1
            page.draft.begin(at, 2, found.thing)
        elif begun and part.block.level <= begun:
            page.draft.begin(at, 1, None)
            begun = 0
    return f"headings of {count} sessions" if count else None


def _staged(part: Part) -> bool:
    """Whether a label says who chairs or speaks."""
    entry = lexicon().label(part.label.text) if part.label else None
    return entry is not None and entry.kind == "role" and entry.tie("Session") is not None
