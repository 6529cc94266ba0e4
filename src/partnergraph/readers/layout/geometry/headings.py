"""Headings by how they are set: larger, bolder or in capitals beside the text of a document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from partnergraph.readers.layout.geometry.pieces import Grid, Piece

_LARGER = 1.1  # of the text's size; 12 points over 10.5 or 11 is the least that styles use
_WORDS = 30  # titles of papers are long, sections' headings are not
_FEW = 16  # words of a heading that is only bold or in capitals
_LITTLE = 400  # characters of text; a page that is but a table says by its cells what is usual
_DEEPEST = 6
_ENDS = (".", ";", ",", "…")
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-z])[.)]?$")
_FIELD = re.compile(r"([^\W\d_][^:.?!]{0,60}):\s+\S")
_COUNTED = re.compile(r"\s(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])$")
_LETTERS = re.compile(r"[^\W\d_]")

Style = tuple[float, bool, bool]


class Styles:
    """The styles of a document's pieces, and which of them are headings' and how deep."""

    def __init__(self, pieces: Iterable[Piece], grids: Iterable[Grid]) -> None:
        pieces = [piece for piece in pieces if piece.kind == "text" and not piece.hidden]
        self._body, self._bold = _usual(pieces, grids)
        found = {self._style(piece) for piece in pieces if self._heads(piece)}
        ranked = sorted(found, key=lambda style: (-style[0], not style[1], not style[2]))
        self._levels = {style: min(n, _DEEPEST) for n, style in enumerate(ranked, start=1)}

    def level(self, piece: Piece) -> int:
        """A heading's level from 1, 0 for what is no heading."""
        return self._levels.get(self._style(piece), 0) if self._heads(piece) else 0

    def _style(self, piece: Piece) -> Style:
        return round(piece.size * 2) / 2, piece.bold, _capitals(piece.text)

    def _heads(self, piece: Piece) -> bool:
        text = piece.text
        words = text.split()
        if piece.kind != "text" or piece.hidden or piece.alone or not _LETTERS.search(text):
            return False
        if piece.mark and not _NUMBER.fullmatch(piece.mark):
            return False
        if len(words) > _WORDS or text.rstrip().endswith(_ENDS) or not piece.text.strip():
            return False
        larger = piece.size >= _LARGER * self._body
        if _is_field(piece, larger):
            return False
        if larger:
            return len(piece.lines) <= 4
        if len(words) > _FEW or len(piece.lines) > 2 or piece.size < 0.9 * self._body:
            return False
        bolder = piece.bold and not self._bold
        return bolder or (_capitals(text) and len(_LETTERS.findall(text)) > 4)


def _is_field(piece: Piece, larger: bool) -> bool:
    """Whether a label with its value begins it: *Date: 8 May*, but not *Session 2: Return*."""
    found = _FIELD.match(piece.text)
    if not found or _COUNTED.search(found[1].rstrip()):
        return False
    return not (larger and (piece.bold or _capitals(piece.text)))


def _capitals(text: str) -> bool:
    letters = _LETTERS.findall(text)
    return bool(letters) and text.upper() == text and len(letters) > 1


def _usual(pieces: Sequence[Piece], grids: Iterable[Grid]) -> tuple[float, bool]:
    """The size of most of a document's text, and whether that text is bold."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for piece in pieces:
        sizes[round(piece.size * 2) / 2, piece.bold] += len(piece.text)
    if sum(sizes.values()) < _LITTLE:
        for grid in grids:
            sizes[round(grid.size * 2) / 2, False] += grid.many
    if not sizes:
        return 10.0, False
    (size, bold), _ = sizes.most_common(1)[0]
    return size, bold
