"""Slides (PPTX): a walk over their XML that sees what a person sees in PowerPoint.

Slides come in the order of the show, shapes as they stand on a slide, its title first.
"""

from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.errors import ReadError
from partnergraph.readers.pptx.deck import Deck

__all__ = ["read"]


def read(data: bytes, path: Path) -> Reading:
    """A deck as blocks, placed by `slide 3`.

    Raises ReadError for one that is encrypted, damaged, too large or no deck.
    """
    try:
        deck = Deck(data, path)
        return Reading(tuple(deck.blocks()), title=deck.title)
    except RecursionError as error:
        raise ReadError(
            str(path), "its shapes stand too deep in one another", "save it anew in PowerPoint"
        ) from error
