"""Recommendations, proposals and suggested actions: what should be done, never what was.

Each item or paragraph is a Recommendation; who is to do it, named before *should* or *can* or
behind a label, is whom it is directed to.
"""

from partnergraph.document.laid import Part
from partnergraph.genres.section import Section
from partnergraph.ids import fold
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.casts import casts
from partnergraph.relations.page import Page

_KINDS = ("item", "paragraph", "label")


def read(page: Page, part: Part, section: Section) -> bool:
    """Make a block a Recommendation, directed to whom it names as the one to act."""
    if part.block.kind not in _KINDS or len(part.words.words) < 2:
        return False
    words = part.words
    recommendation = page.draft.part(
        "Recommendation", page.code("Recommendation", part.block.mark.strip("().")), words
    )
    for cast in casts(words.text, page.names, page.definitions):
        if _is_possible(words.text[cast.stop :]):
            for mention in cast.members:
                if body := page.node(mention, words):
                    page.draft.link("DIRECTED_TO", recommendation, body)
    page.take(part, "recommendation")
    return True


def _is_possible(behind: str) -> bool:
    """Whether words begin with `should`, `can`, `pourrait` …"""
    said = fold(behind[:40])
    return any(
        said.startswith(f"{fold(word)} ")
        for language in LANGUAGES
        for word in lexicon().small("possible", language)
    )
