"""What Word's styles say of paragraphs and runs: headings, lists, captions, hidden text."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from partnergraph.readers.docx.accepted import number, on, value
from partnergraph.readers.office.headings import is_caption, level_of
from partnergraph.readers.xml import below

BODY = 9  # the outline level that says "no heading"
_DEPTH = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)


class Look(NamedTuple):
    """Whether characters are hidden, and whether they are bold."""

    hidden: bool = False
    bold: bool = False


class Styles:
    """The styles of a file by id; a file without any has those that ids alone tell."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall("w:style")
        self._styles = {style.get("w:styleId", ""): style for style in found}
        self._default = next(
            (
                style.get("w:styleId", "")
                for style in found
                if style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true")
            ),
            "",
        )
        self._levels: dict[str, int] = {}
        self._looks: dict[str, Look] = {}

    def of(self, paragraph: Element | None) -> str:
        """The id of the style that a paragraph's properties name, else of the one by default."""
        return value(paragraph, "w:pStyle") or self._default

    def level(self, style: str) -> int:
        """The heading level from 1 that a style gives; 0 where it gives none."""
        if style not in self._levels:
            self._levels[style] = self._level(style)
        return self._levels[style]

    def _level(self, style: str) -> int:
        for name, element in self._named(style):
            outline = number(element, "w:pPr/w:outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline < BODY else 0
            if level_of(name):
                return level_of(name)
        return 0

    def is_caption(self, style: str) -> bool:
        """Whether a style is that of captions."""
        return any(is_caption(name) for name, _ in self._named(style))

    def list_of(self, style: str) -> tuple[str, int | None]:
        """The list (`w:numId`) and its level from 0 that a style puts a paragraph into."""
        for element in self._chain(style):
            listed = below(element, "w:pPr/w:numPr")
            if listed is not None and value(listed, "w:numId"):
                return value(listed, "w:numId"), number(listed, "w:ilvl")
        return "", None

    def depth(self, style: str) -> int:
        """The depth from 1 that Word's own list styles have in their names."""
        found = next(filter(None, (_DEPTH.fullmatch(n) for n, _ in self._named(style))), None)
        return int(found[1]) if found else 1

    def look(self, style: str) -> Look:
        """Whether a style hides its text, and whether it sets it bold."""
        if style not in self._looks:
            self._looks[style] = Look(
                self._switched(style, "w:vanish"), self._switched(style, "w:b")
            )
        return self._looks[style]

    def is_raised(self, style: str) -> bool:
        """Whether a style sets its text as superscript."""
        said = (value(e, "w:rPr/w:vertAlign") for e in self._chain(style))
        return next(filter(None, said), "") == "superscript"

    def _switched(self, style: str, tag: str) -> bool:
        found = (below(element, f"w:rPr/{tag}") for element in self._chain(style))
        return on(next((switch for switch in found if switch is not None), None))

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those it is based on, the nearest first; a circle ends where it closes."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "w:basedOn")

    def _named(self, style: str) -> Iterator[tuple[str, Element | None]]:
        if style not in self._styles:
            yield style, None
        for element in self._chain(style):
            yield value(element, "w:name"), element
