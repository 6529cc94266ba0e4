"""From a PDF's own coordinates to an upright page's: its /Rotate, and text drawn turned."""

from collections.abc import Iterable
from typing import NamedTuple

from partnergraph.readers.layout.geometry.shapes import Area


class Turn(NamedTuple):
    """A mapping of points: quarter turns clockwise of a box of the file's user space.

    In go user-space points (y upwards), out come points of a page whose origin is its top left
    corner, y downwards.
    """

    box: Area
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page after turning."""
        width, height = self.box.x1 - self.box.x0, self.box.y1 - self.box.y0
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        left, bottom, right, top = self.box
        if self.quarters == 0:
            return x - left, top - y
        if self.quarters == 1:
            return y - bottom, x - left
        if self.quarters == 2:
            return right - x, y - bottom
        return top - y, right - x

    def area(self, x0: float, y0: float, x1: float, y1: float) -> Area:
        """Where a rectangle comes to stand."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def most(directions: Iterable[tuple[int, int]]) -> int:
    """The direction (quarter turns, -1 for slanting ones) that most characters have."""
    counts = [0, 0, 0, 0]
    for quarters, characters in directions:
        if quarters >= 0:
            counts[quarters] += characters
    return counts.index(max(counts))
