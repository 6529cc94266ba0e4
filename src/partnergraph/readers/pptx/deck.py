"""A deck: its slides in the order of the show, with their notes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from partnergraph.document.blocks import Block
from partnergraph.document.places import Place
from partnergraph.readers.office.diagrams import paragraphs_in, said_in
from partnergraph.readers.office.flow import Flow
from partnergraph.readers.office.nodes import Nodes, Paragraph, Piece
from partnergraph.readers.office.package import Package
from partnergraph.readers.pptx.layouts import Layout
from partnergraph.readers.pptx.shapes import RUNNING, TITLES, Shape, ordered, shapes_of
from partnergraph.readers.pptx.tables import table
from partnergraph.readers.pptx.text import paragraphs
from partnergraph.readers.xml import below, under


class Deck:
    """What a file of slides holds; raises ReadError where it cannot be read as one."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._package = Package(data, path)
        self._main = self._package.main("ppt/presentation.xml")
        self._root = self._package.root(self._main, "p:presentation")
        self._layouts: dict[str, Layout] = {}
        self.title = self._package.title

    def blocks(self) -> Iterator[Block]:
        """The blocks of each slide, its notes behind it; those of hidden slides are hidden."""
        for number, part in enumerate(self._slides(), start=1):
            if part not in self._package.archive:
                continue
            root = self._package.xml(part)
            hidden = root.get("show") in ("0", "false")
            for block in (*self._slide(part, root, number), *self._notes(part, number)):
                yield replace(block, hidden=True) if hidden else block

    def _slides(self) -> list[str]:
        """The parts of the slides in the order of the show."""
        links = self._package.links(self._main)
        listed = under(self._root, "p:sldId")
        return [links[key].part for key in (e.get("r:id", "") for e in listed) if key in links]

    def _slide(self, part: str, root: Element, number: int) -> Iterator[Block]:
        place = Place("slide", number)
        layout = self._layout(part)
        flow = Flow(place)
        shapes = _placed(shapes_of(below(root, "p:cSld/p:spTree")), layout)
        for shape in _leaves(shapes):
            nodes = self._nodes(part, shape, layout)
            if shape.role in RUNNING:
                runs = flow.flat(nodes, place)
                if runs:
                    yield Block("running", runs)
            else:
                yield from flow.blocks(nodes)

    def _layout(self, slide: str) -> Layout:
        layout = self._of_kind(slide, "slideLayout")
        if layout not in self._layouts:
            master = self._of_kind(layout, "slideMaster") if layout else ""
            found = [self._package.xml(part) if part else None for part in (layout, master)]
            self._layouts[layout] = Layout(*found)
        return self._layouts[layout]

    def _of_kind(self, part: str, kind: str) -> str:
        """The first part of a kind that a part refers to; empty where there is none."""
        linked = [link.part for link in self._package.links(part).values() if link.kind == kind]
        return next((name for name in linked if name in self._package.archive), "")

    def _nodes(self, part: str, shape: Shape, layout: Layout) -> Nodes:
        """What a shape says: a title is one heading, a diagram the words of its shapes."""
        body = shape.element.find("p:txBody")
        made: Nodes = [*paragraphs(body, layout.styles(shape), shape.hidden)]
        if shape.role in TITLES:
            return [_heading(made)]
        for element in under(shape.element, "a:tbl"):
            made.append(table(element, shape.hidden))
        for element in under(shape.element, "dgm:relIds"):
            made += self._diagram(part, element.get("r:dm", ""))
        return made

    def _diagram(self, part: str, link: str) -> Nodes:
        """The words of a diagram: of its outline, else of the drawing that was made of it."""
        links = self._package.links(part)
        found = links.get(link)
        if found is None or found.part not in self._package.archive:
            return []
        root = self._package.xml(found.part)
        drawn = [e.get("relId", "") for e in under(root, "dsp:dataModelExt")]
        for key in drawn if not said_in(root) else []:
            if key in links and links[key].part in self._package.archive:
                return [*paragraphs_in(self._package.xml(links[key].part))]
        return said_in(root)

    def _notes(self, part: str, number: int) -> Iterator[Block]:
        """The speaker's notes of a slide, a block for each paragraph."""
        root = self._package.linked(part, "notesSlide")
        place = Place("slide", number)
        for shape in shapes_of(below(root, "p:cSld/p:spTree")):
            if shape.role == "body":
                for node in paragraphs(shape.element.find("p:txBody")):
                    runs = Flow(place).flat([node], place)
                    if runs:
                        yield Block("note", runs)


def _placed(shapes: list[Shape], layout: Layout) -> list[Shape]:
    """Shapes in reading order, each where its layout puts it, what groups hold likewise."""
    known = [
        shape._replace(box=layout.box(shape), within=tuple(_placed([*shape.within], layout)))
        for shape in shapes
    ]
    return ordered(known)


def _leaves(shapes: list[Shape], hidden: bool = False) -> Iterator[Shape]:
    for shape in shapes:
        if shape.within:
            yield from _leaves([*shape.within], hidden or shape.hidden)
        else:
            yield shape._replace(hidden=hidden or shape.hidden)


def _heading(nodes: Nodes) -> Paragraph:
    """The paragraphs of a title as one heading."""
    pieces: list[Piece] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            pieces += [*node.pieces, Piece("\n")]
    return Paragraph(pieces, "heading", 1)
