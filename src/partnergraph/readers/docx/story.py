"""The paragraphs and tables of one story of a Word file: its body, a head, a note, a text box."""

from collections.abc import Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from partnergraph.document.blocks import Kind
from partnergraph.readers.docx.accepted import content, gone, number, value
from partnergraph.readers.docx.lists import Lists
from partnergraph.readers.docx.runs import Walk
from partnergraph.readers.docx.styles import BODY, Styles
from partnergraph.readers.docx.tables import table
from partnergraph.readers.office.nodes import Nodes, Paragraph
from partnergraph.readers.xml import below


class Around(Protocol):
    """What a story needs of the file around it."""

    styles: Styles
    lists: Lists

    def note(self, part: str, note_id: str) -> Nodes:
        """What a footnote or endnote says."""

    def diagram(self, part: str, link: str) -> Nodes:
        """What a diagram says that a part refers to."""


class Story:
    """A story of a file; `part` is where it stands."""

    def __init__(self, around: Around, root: Element, part: str) -> None:
        self._around, self._part = around, part
        self._walk = Walk(around.styles, root)

    def nodes(self, element: Element) -> Nodes:
        """The paragraphs and tables in an element."""
        made: Nodes = []
        joined: list[Element] = []
        for child in content(element):
            if child.tag == "w:p":
                joined.append(child)
                if not _goes_on(child):
                    made.append(self._paragraph(joined))
                    joined = []
            elif child.tag == "w:tbl":
                made += [self._paragraph(joined)] if joined else []
                made += self._table(child)
                joined = []
        return [*made, self._paragraph(joined)] if joined else made

    def _table(self, element: Element) -> Nodes:
        """A table, unless all its rows are deleted."""
        found = table(element, self.nodes)
        return [found] if found.rows else []

    def _paragraph(self, joined: Sequence[Element]) -> Paragraph:
        properties = joined[-1].find("w:pPr")
        style = self._around.styles.of(properties)
        walk = self._walk.take(joined, self._around.styles.look(style))
        kind, level, mark = self._shape(properties, style)
        notes = [self._around.note(*note) for note in walk.notes]
        boxes = [Story(self._around, box, self._part).nodes(box) for box in walk.boxes]
        boxes += [self._around.diagram(self._part, link) for link in walk.diagrams]
        caption = self._around.styles.is_caption(style)
        return Paragraph(walk.pieces, kind, level, mark, caption, notes, boxes)

    def _shape(self, properties: Element | None, style: str) -> tuple[Kind, int, str]:
        """What a paragraph is, its level from 1, and the mark that its list gives it."""
        depth, mark = self._listed(properties, style)
        outline = number(properties, "w:outlineLvl")
        if outline is None:
            level = self._around.styles.level(style)
        else:
            level = outline + 1 if 0 <= outline < BODY else 0
        if level:
            return "heading", level, mark
        return ("item", depth, mark) if mark else ("paragraph", 0, "")

    def _listed(self, properties: Element | None, style: str) -> tuple[int, str]:
        """The depth from 1 at which a paragraph stands in a list, and its mark there."""
        list_id, depth = self._around.styles.list_of(style)
        own = number(properties, "w:numPr/w:ilvl")
        list_id = value(properties, "w:numPr/w:numId") or list_id
        if not list_id or list_id == "0":
            return 0, ""
        if own is None:
            own = self._around.lists.level_of(list_id, style) if depth is None else depth
        mark = self._around.lists.mark(list_id, own)
        return max(own + 1, self._around.styles.depth(style)), mark


def _goes_on(paragraph: Element) -> bool:
    """Whether the next paragraph goes on with it: its mark is deleted, or it is a large initial."""
    if gone(below(paragraph, "w:pPr/w:rPr")):
        return True
    frame = below(paragraph, "w:pPr/w:framePr")
    return frame is not None and frame.get("w:dropCap", "none") != "none"
