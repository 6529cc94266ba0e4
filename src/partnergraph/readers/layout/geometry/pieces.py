"""What a page becomes before its document is known: pieces in reading order."""

from dataclasses import dataclass, field

from partnergraph.readers.layout.geometry.shapes import Area

CUT = "\x02"
"""What a hyphen at a line's end is until it is known whether it belongs to the word."""


NO_HEADER = -1
"""A table whose first column is its header: labels beside their values."""


@dataclass(slots=True)
class Piece:
    """Lines that belong together: a paragraph, an item, a heading, a note, a running line.

    `lines` are cut only where the page forces a break; soft line ends are joined. A line is cut
    into parts where a wide gap stands. `label`: the words of a label that stands in a column before
    it. `full`: its last line leaves no room for another word, so it may go on. `alone`: it neither
    goes on nor is gone on with, nor is it a heading.
    """

    page: int
    lines: list[list[str]]
    size: float
    bold: bool
    x0: float
    y0: float
    y1: float
    kind: str = "text"
    mark: str = ""
    label: str = ""
    level: int = 0
    full: bool = False
    hidden: bool = False
    alone: bool = False
    indented: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(part for line in self.lines for part in line)


@dataclass(slots=True)
class Grid:
    """A table of one page: rows of cells, each the words of its lines joined.

    `xs` are the edges of its columns, `bold` says which rows are. `ruled`: lines draw its rows.
    `sides` are where the words of each column begin and end. `otherwise` is what a frame of one row
    is where it does not go on with a table of the page before: the text in it.
    `header`: how many rows are, where the way it is drawn tells (0 where it does not). `first` is
    the height of its first row, `room` what is free below it down to where the page's text ends.
    """

    page: int
    rows: list[list[str]]
    xs: list[float]
    area: Area
    bold: list[bool] = field(default_factory=list)
    ruled: bool = False
    sides: list[tuple[float, float]] = field(default_factory=list)
    otherwise: list["Piece | Grid"] = field(default_factory=list)
    header: int = 0
    size: float = 10.0
    first: float = 0.0
    room: float = 0.0
    hidden: bool = False
    kind: str = "table"

    @property
    def many(self) -> int:
        """How many characters it has."""
        return sum(len(cell) for row in self.rows for cell in row)
