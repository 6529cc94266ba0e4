"""The shapes of a slide in the order in which they are read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from partnergraph.readers.xml import below, under

_LEAVES = ("p:sp", "p:graphicFrame", "p:cxnSp")
_OVERLAP = 127_000  # 10 points: shapes that overlap by less than a line of text stand apart
_MOST_CUT = 300  # shapes; a slide with more is a drawing, read from its upper left corner
TITLES = ("title", "ctrTitle")
RUNNING = ("ftr", "dt", "sldNum", "hdr")


class Box(NamedTuple):
    """Where a shape stands, in a slide's own units from its upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


class Shape(NamedTuple):
    """A shape: its element, the role and number of its placeholder, where it stands, if known."""

    element: Element
    role: str = ""
    number: str = ""
    box: Box | None = None
    within: tuple["Shape", ...] = ()
    hidden: bool = False

    @property
    def is_placeholder(self) -> bool:
        """Whether it fills a placeholder of its layout."""
        return bool(self.role)


def shapes_of(tree: Element | None) -> list[Shape]:
    """The shapes of a slide, a layout or a group, in the order of the file."""
    return [] if tree is None else list(_shapes(tree))


def _shapes(tree: Element) -> Iterator[Shape]:
    for child in tree:
        if child.tag in _LEAVES:
            yield _shape(child)
        elif child.tag == "p:grpSp":
            box = box_of(below(child, "p:grpSpPr/a:xfrm"))
            hidden = _is_hidden(below(child, "p:nvGrpSpPr/p:cNvPr"))
            yield Shape(child, box=box, within=tuple(_shapes(child)), hidden=hidden)
        elif child.tag == "mc:AlternateContent":
            for choice in ("mc:Choice", "mc:Fallback"):
                chosen = child.find(choice)
                if chosen is not None:
                    yield from _shapes(chosen)
                    break


def _shape(element: Element) -> Shape:
    place = next(under(element, "p:ph"), None)
    frame = element.find("p:xfrm")
    box = box_of(below(element, "p:spPr/a:xfrm") if frame is None else frame)
    hidden = _is_hidden(next(under(element, "p:cNvPr"), None))
    if place is None:
        return Shape(element, box=box, hidden=hidden)
    return Shape(element, place.get("type", "obj"), place.get("idx", ""), box, (), hidden)


def _is_hidden(properties: Element | None) -> bool:
    return properties is not None and properties.get("hidden") in ("1", "true")


def box_of(frame: Element | None) -> Box | None:
    """Where a frame (`a:xfrm`) stands; None where it does not say so."""
    at, size = below(frame, "a:off"), below(frame, "a:ext")
    if at is None or size is None:
        return None
    left, top = _whole(at, "x"), _whole(at, "y")
    return Box(left, top, left + _whole(size, "cx"), top + _whole(size, "cy"))


def _whole(element: Element, attribute: str) -> int:
    said = element.get(attribute, "0")
    return int(said) if said.lstrip("-").isdecimal() and len(said) < 16 else 0


def ordered(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes as a person reads them: titles, then by place, then what stands below each slide.

    Where a shape's place is unknown, the order of the file is all there is.
    """
    titles = [shape for shape in shapes if shape.role in TITLES]
    feet = [shape for shape in shapes if shape.role in RUNNING]
    rest = [shape for shape in shapes if shape.role not in (*TITLES, *RUNNING)]
    if all(shape.box for shape in rest):
        rest = _by_place(rest)
    return [*titles, *rest, *feet]


def _by_place(shapes: list[Shape]) -> list[Shape]:
    """Cuts at the widest gap that runs through: between rows, or, where it is wider, columns."""
    if len(shapes) < 2:
        return shapes
    across, rows = _cut(shapes, 1)
    down, columns = _cut(shapes, 0)
    parts = rows if across >= down else columns
    if len(parts) < 2 or len(shapes) > _MOST_CUT:
        return sorted(shapes, key=_corner)
    return [shape for part in parts for shape in _by_place(part)]


def _cut(shapes: list[Shape], axis: int) -> tuple[int, list[list[Shape]]]:
    """The two groups on both sides of the widest gap along an axis (1: down, 0: to the right)."""
    ranked = sorted(shapes, key=lambda shape: _sides(shape, axis))
    widest, at, end = -_OVERLAP, 0, _sides(ranked[0], axis)[1]
    for number, shape in enumerate(ranked[1:], start=1):
        start, stop = _sides(shape, axis)
        if start - end > widest:
            widest, at = start - end, number
        end = max(end, stop)
    return widest, [ranked[:at], ranked[at:]] if at else [ranked]


def _sides(shape: Shape, axis: int) -> tuple[int, int]:
    box = shape.box or Box(0, 0, 0, 0)
    return (box[axis], max(box[axis + 2], box[axis]))


def _corner(shape: Shape) -> tuple[int, int]:
    box = shape.box or Box(0, 0, 0, 0)
    return box.top, box.left
