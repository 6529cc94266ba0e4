"""The paragraphs and tables of one story of an OpenDocument text."""

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from partnergraph.readers.odt.lists import Counter, Lists
from partnergraph.readers.odt.spans import Spans
from partnergraph.readers.odt.styles import Styles
from partnergraph.readers.odt.tables import table
from partnergraph.readers.office.nodes import Nodes, Paragraph

_HOLDERS = {
    *("text:section", "text:index-body", "text:index-title", "text:table-of-content"),
    *("text:illustration-index", "text:table-index", "text:object-index", "text:user-index"),
    *("text:alphabetical-index", "text:bibliography", "draw:frame", "draw:text-box", "draw:g"),
    *("draw:a", "draw:custom-shape", "draw:rect", "text:numbered-paragraph", "text:note-body"),
    *("loext:content-control", "text:soft-page-break", "office:text", "draw:ellipse"),
}


@dataclass(frozen=True, slots=True)
class _Listed:
    """Where a paragraph stands in lists: their counter and style, its depth, its item's number."""

    counter: Counter
    style: str
    depth: int
    start: str = ""


class Story:
    """A walk over the blocks of a text, which counts its lists."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles, self._lists = styles, lists

    def nodes(self, element: Element, hidden: bool = False) -> Nodes:
        """The paragraphs and tables in an element."""
        made: Nodes = []
        for child in element:
            if child.tag in ("text:p", "text:h"):
                made.append(self._paragraph(child, None, hidden))
            elif child.tag == "text:list":
                self._list(child, None, hidden, made)
            elif child.tag == "table:table":
                made.append(table(child, lambda cell: self.nodes(cell, hidden), hidden))
            elif child.tag in _HOLDERS:
                made += self.nodes(child, hidden or _is_hidden(child))
        return made

    def _list(self, element: Element, above: _Listed | None, hidden: bool, made: Nodes) -> None:
        """Takes up a list: the first paragraph of each item has its mark."""
        style = element.get("text:style-name", "")
        if above is None:
            listed = _Listed(self._lists.begin(element), style, 1)
        else:
            listed = _Listed(above.counter, style or above.style, above.depth + 1)
        for item in element:
            if item.tag == "text:list-item":
                start = item.get("text:start-value", "")
                self._item(item, replace(listed, start=start), hidden, made)
            elif item.tag == "text:list-header":
                self._item(item, listed, hidden, made, marked=False)

    def _item(
        self, item: Element, listed: _Listed, hidden: bool, made: Nodes, marked: bool = True
    ) -> None:
        for child in item:
            if child.tag in ("text:p", "text:h"):
                made.append(self._paragraph(child, listed if marked else None, hidden))
                marked = False
            elif child.tag == "text:list":
                self._list(child, listed, hidden, made)
            elif child.tag == "table:table":
                made.append(table(child, lambda cell: self.nodes(cell, hidden), hidden))

    def _paragraph(self, element: Element, listed: _Listed | None, hidden: bool) -> Paragraph:
        style = element.get("text:style-name", "")
        hidden = hidden or self._styles.hides("paragraph", style)
        spans = Spans(self._styles, element, hidden)
        pieces = spans.pieces
        if spans.hides_all:
            pieces = [piece._replace(hidden=True) for piece in pieces]
        made = Paragraph(pieces, caption=self._styles.is_caption(style))
        made.notes = [self.nodes(note) for note in spans.notes]
        made.boxes = [self.nodes(box, hidden) for box in spans.boxes]
        self._shape(made, element, listed)
        return made

    def _shape(self, made: Paragraph, element: Element, listed: _Listed | None) -> None:
        """Says what a paragraph is, its level and its mark."""
        mark = ""
        if listed is not None:
            mark = self._lists.mark(listed.counter, listed.style, listed.depth, listed.start)
        level = self._styles.level(element.get("text:style-name", ""))
        if element.tag == "text:h":
            said = element.get("text:outline-level", "")
            level = int(said[:2]) if said.isdecimal() and int(said[:2]) else level or 1
            if listed is None and element.get("text:is-list-header") != "true":
                mark = self._lists.heading(level)
        if level:
            made.kind, made.level, made.mark = "heading", level, mark
        elif listed is not None and mark:
            made.kind, made.level, made.mark = "item", listed.depth, mark


def _is_hidden(section: Element) -> bool:
    """Whether a section is hidden: always, or by a condition that holds as it was saved."""
    display = section.get("text:display", "")
    return display == "none" or (display == "condition" and section.get("text:is-hidden") == "true")
