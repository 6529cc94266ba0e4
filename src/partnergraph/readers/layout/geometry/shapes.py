"""What stands on a page: words with their boxes, ruling lines, filled areas."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """Characters without white space and where they stand.

    `base` is the y of the baseline, `size` the height of the font; both as they are drawn. `glued`:
    no space stands between it and the word before, from which it differs in size or height.
    `artifact`: the file itself says that it belongs to the page and not to the text.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    bold: bool = False
    hidden: bool = False
    glued: bool = False
    artifact: bool = False


class Rule(NamedTuple):
    """A straight line, upright or level: where it stands, and from where to where it goes.

    A level one stands at a y and goes over x, an upright one stands at an x and goes over y.
    """

    at: float
    start: float
    stop: float


class Area(NamedTuple):
    """A rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(slots=True)
class Sheet:
    """A page, upright: its number in the file (from 1), its size, and what stands on it.

    `turned` are words that run in another direction than most of the page: each a whole line, in
    the box that it takes.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    filled: list[Area] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    unread: str = ""
