"""The characters of an OpenDocument paragraph, and what is anchored among them."""

import re
from xml.etree.ElementTree import Element

from partnergraph.readers.odt.styles import Styles
from partnergraph.readers.office.marks import drawn, raised_mark
from partnergraph.readers.office.nodes import Piece

_MOST_SPACES = 1_000
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_SILENT = {
    *("office:annotation", "office:annotation-end", "text:note-ref", "text:number", "text:script"),
    *("text:tracked-changes", "office:event-listeners", "svg:title", "svg:desc", "text:ruby-text"),
    *("draw:image", "draw:object", "draw:object-ole", "text:alphabetical-index-mark", "draw:glue"),
    *("text:toc-mark", "text:user-index-mark", "text:placeholder-source"),
    *("form:form", "office:forms", "draw:contour-polygon", "draw:param"),
}
_SHAPES = {
    *("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption"),
    *(
        "draw:line",
        "draw:connector",
        "draw:polygon",
        "draw:path",
        "draw:circle",
        "draw:regular-polygon",
    ),
}
_SPACE = re.compile(r"[ \t\r\n]+")


class Spans:
    """What stands in a paragraph: its pieces, its notes and its boxes, in order."""

    def __init__(self, styles: Styles, paragraph: Element, hidden: bool) -> None:
        self._styles = styles
        self.pieces: list[Piece] = []
        self.notes: list[Element] = []
        self.boxes: list[Element] = []
        self.hides_all = False
        self._bold = bool(styles.weighs("paragraph", paragraph.get("text:style-name", "")))
        self._walk(paragraph, hidden)

    def _walk(self, element: Element, hidden: bool) -> None:
        self._say(element.text, hidden)
        for child in element:
            if child.tag not in _SILENT:
                self._take(child, hidden)
            self._say(child.tail, hidden)

    def _take(self, child: Element, hidden: bool) -> None:
        if child.tag in _SIGNS:
            self._add(_SIGNS[child.tag], hidden)
        elif child.tag == "text:s":
            count = child.get("text:c", "1")
            self._add(" " * min(int(count[:9]) if count.isdecimal() else 1, _MOST_SPACES), hidden)
        elif child.tag == "text:note":
            self.notes += child.findall("text:note-body")
        elif child.tag in _SHAPES:
            self.boxes.append(child)
        elif child.tag == "text:span":
            self._span(child, hidden)
        else:
            self._field(child, hidden)

    def _span(self, span: Element, hidden: bool) -> None:
        name = span.get("text:style-name", "")
        if self._styles.raises(name) and raised_mark("".join(span.itertext()), self._before()):
            return
        outside, own = self._bold, self._styles.weighs("text", name)
        self._bold = outside if own is None else own
        self._walk(span, hidden or self._styles.hides("text", name))
        self._bold = outside

    def _before(self) -> str:
        return "".join(piece.text for piece in self.pieces[-3:])[-40:]

    def _field(self, field: Element, hidden: bool) -> None:
        """A field by its result; others (links, shapes in groups, rubies) by what is in them."""
        if field.get("text:display") == "none":
            return
        if field.tag == "text:hidden-text":
            shown = field.get("text:is-hidden") == "false"
            self._add(field.get("text:string-value") or field.text or "", not shown)
        elif field.tag == "text:hidden-paragraph":
            self.hides_all |= field.get("text:is-hidden") == "true"
        else:
            prompt = field.get("loext:showing-place-holder") == "true"
            self._walk(field, hidden or prompt or field.tag == "text:placeholder")

    def _say(self, text: str | None, hidden: bool) -> None:
        if text:
            self._add(drawn(_SPACE.sub(" ", text)), hidden)

    def _add(self, text: str, hidden: bool) -> None:
        if text:
            self.pieces.append(Piece(text, hidden, self._bold))
