"""Action points and next steps: what is to be done, by whom brackets behind it or `to` names.

An item that names nobody so is left to what reads lists: labels below it may say who does it.
"""

from partnergraph.document.laid import Part
from partnergraph.genres.section import Section
from partnergraph.relations.actions import action
from partnergraph.relations.page import Page

_KINDS = ("item", "paragraph")


def read(page: Page, part: Part, section: Section) -> bool:
    """Make an item an Activity to come with who does it; False where it names nobody."""
    entry = section.entry
    if part.block.kind not in _KINDS or part.label or not entry.ties:
        return False
    if action(page, part.words, entry, section.cue) is None:
        return False
    page.take(part, entry.id)
    return True
