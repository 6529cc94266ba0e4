"""What slides take from their layout and master: where placeholders stand, which have bullets."""

from xml.etree.ElementTree import Element

from partnergraph.readers.pptx.shapes import TITLES, Box, Shape, shapes_of
from partnergraph.readers.xml import below

_BODIES = ("body", "obj", "subTitle", "tbl", "chart", "dgm", "clipArt", "media", "pic")


class Layout:
    """The placeholders of a slide's layout and of its master, and the master's text styles."""

    def __init__(self, layout: Element | None, master: Element | None) -> None:
        self._layout = shapes_of(below(layout, "p:cSld/p:spTree"))
        self._master = shapes_of(below(master, "p:cSld/p:spTree"))
        self._styles = below(master, "p:txStyles")

    def box(self, shape: Shape) -> Box | None:
        """Where a shape stands: as it says itself, else as its layout, else its master."""
        return next((s.box for s in (shape, *self._above(shape)) if s.box), None)

    def styles(self, shape: Shape) -> list[Element]:
        """The lists of levels that hold for a shape's text, the nearest first."""
        own = [below(s.element, "p:txBody/a:lstStyle") for s in (shape, *self._above(shape))]
        name = "titleStyle" if shape.role in TITLES else "bodyStyle"
        kind = name if shape.role in (*TITLES, *_BODIES) else "otherStyle"
        found = [*own, below(self._styles, f"p:{kind}")]
        return [style for style in found if style is not None]

    def _above(self, shape: Shape) -> list[Shape]:
        """The placeholders that a shape fills: the layout's, then the master's."""
        if not shape.is_placeholder:
            return []
        layout = _same(self._layout, shape)
        master = _same(self._master, layout or shape)
        return [above for above in (layout, master) if above is not None]


def _same(shapes: list[Shape], shape: Shape) -> Shape | None:
    """The placeholder of the same number, else of the same role, else of the same kind."""
    by_number = [s for s in shapes if s.is_placeholder and s.number == shape.number != ""]
    by_role = [s for s in shapes if s.role == shape.role]
    by_kind = [s for s in shapes if s.role and _kind(s.role) == _kind(shape.role)]
    fitting = [s for s in by_number if _kind(s.role) == _kind(shape.role)]
    return next(iter([*fitting, *by_role, *by_kind]), None)


def _kind(role: str) -> str:
    return "title" if role in TITLES else "body" if role in _BODIES else role
