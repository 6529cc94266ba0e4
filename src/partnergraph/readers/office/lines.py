"""The lines of a paragraph: what stands between its breaks and tabs, as a person reads it."""

import re
from collections.abc import Sequence

from partnergraph.document.blocks import Run
from partnergraph.document.places import Place
from partnergraph.readers.layout.labels import labelled
from partnergraph.readers.office.nodes import Piece, visible

_BREAKS = re.compile(r"[\n\t]+")


def lines(pieces: Sequence[Piece], hidden: bool = False) -> list[str]:
    """What a paragraph shows (or hides) between its breaks and tabs, white space as single spaces.

    A label that ends in its colon goes on behind the tab or break, as forms and letters have it.
    """
    if hidden and not any(piece.hidden for piece in pieces):
        return []
    other = "\n" if hidden else ""
    text = "".join(piece.text if piece.hidden == hidden else other for piece in pieces)
    made: list[str] = []
    for part in _BREAKS.split(visible(text)):
        line = " ".join(part.split())
        if line and made and made[-1].endswith(":") and not is_labelled(line):
            made[-1] += f" {line}"
        elif line:
            made.append(line)
    return made


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label, its value behind it or not."""
    return line.endswith(":") or labelled((Run(line, Place("line")),)) is not None
