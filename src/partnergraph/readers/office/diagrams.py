"""SmartArt: what the shapes of a diagram say, in the order of its outline."""

from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from partnergraph.readers.office.nodes import Nodes, Paragraph, Piece
from partnergraph.readers.xml import under

_SIGNS = {"a:br": "\n", "a:tab": "\t"}


def said_in(diagram: Element) -> Nodes:
    """The paragraphs of a diagram's data, a shape's after the one that it hangs on."""
    points = {point.get("modelId", ""): point for point in under(diagram, "dgm:pt")}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in under(diagram, "dgm:cxn"):
        if link.get("type", "parOf") == "parOf" and link.get("destId", "") in points:
            order = link.get("srcOrd", "0")
            below[link.get("srcId", "")].append(
                (int(order) if order.isdecimal() and len(order) < 9 else 0, link.get("destId", ""))
            )
    roots = [key for key, point in points.items() if point.get("type") == "doc"]
    ordered = dict.fromkeys([*_outline(roots, below), *points])
    return [node for key in ordered for node in _said(points[key])]


def _outline(roots: list[str], below: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    """The points in the order of the outline, each once, whatever circles their links make."""
    waiting, known = roots[::-1], set[str]()
    while waiting:
        point = waiting.pop()
        if point not in known:
            known.add(point)
            yield point
            waiting += [key for _, key in sorted(below[point], reverse=True)]


def _said(point: Element) -> Iterator[Paragraph]:
    if point.get("type") not in ("pres", "parTrans", "sibTrans"):
        yield from paragraphs_in(point)


def paragraphs_in(element: Element) -> Iterator[Paragraph]:
    """The paragraphs with text anywhere in a drawing's element."""
    for paragraph in under(element, "a:p"):
        pieces = [
            Piece(_SIGNS.get(part.tag, part.text or ""))
            for part in under(paragraph, "a:t", *_SIGNS)
        ]
        if any(piece.text.strip() for piece in pieces):
            yield Paragraph(pieces)
