"""Paragraphs and tables as a format's walk finds them, before they are counted and placed."""

from dataclasses import dataclass, field
from typing import NamedTuple

from partnergraph.document.blocks import Kind

_UNSEEN = dict.fromkeys(
    (0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)  # hyphens, spaces and marks of direction without a width: nobody sees them


class Piece(NamedTuple):
    """Characters of a paragraph (a line feed is a break), whether they are hidden, and bold."""

    text: str
    hidden: bool = False
    bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its pieces in order, what it is, and what is anchored in it.

    `level` and `mark` as a Block has them. `caption`: whether its style says it is one. `notes`:
    the nodes of each footnote or endnote. `boxes`: those of each text box.
    """

    pieces: list[Piece]
    kind: Kind = "paragraph"
    level: int = 0
    mark: str = ""
    caption: bool = False
    notes: list["Nodes"] = field(default_factory=list)
    boxes: list["Nodes"] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """Whether it has characters, hidden ones too."""
        return any(visible(piece.text).strip() for piece in self.pieces)

    @property
    def is_bold(self) -> bool:
        """Whether all that it shows is bold."""
        seen = [piece for piece in self.pieces if not piece.hidden and piece.text.strip()]
        return bool(seen) and all(piece.bold for piece in seen)


@dataclass(slots=True)
class Cell:
    """A cell: what stands in it, its first column (from 0), columns and rows that it covers."""

    nodes: "Nodes"
    column: int
    width: int = 1
    height: int = 1


@dataclass(slots=True)
class TableRow:
    """A row: the cells that begin in it, whether it is hidden, whether the file calls it header."""

    cells: list[Cell]
    hidden: bool = False
    header: bool = False
    number: int = 0


@dataclass(slots=True)
class Table:
    """A table: its rows in order; those after the first may have a `number` of their own."""

    rows: list[TableRow]


Nodes = list[Paragraph | Table]


def visible(text: str) -> str:
    """Characters without those that have no width."""
    return text if text.isascii() else text.translate(_UNSEEN)
