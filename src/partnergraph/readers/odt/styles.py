"""What OpenDocument styles say of paragraphs and spans: titles, captions, hidden text."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from partnergraph.readers.office.headings import is_caption, level_of
from partnergraph.readers.xml import under

_CODED = re.compile(r"_([0-9a-f]{2})_")


class Styles:
    """The styles of a text by family and name, those of its own before the named ones."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles = {
            (style.get("style:family", ""), style.get("style:name", "")): style
            for root in roots
            for style in under(root, "style:style")
        }

    def level(self, name: str) -> int:
        """The heading level from 1 that a paragraph style gives; 0 where it gives none."""
        for said, style in self._named(name):
            outline = "" if style is None else style.get("style:default-outline-level", "")
            if outline.isdecimal() and 0 < int(outline[:3]) < 11:
                return int(outline)
            if level_of(said):
                return level_of(said)
        return 0

    def is_caption(self, name: str) -> bool:
        """Whether a paragraph style is that of captions."""
        captions = {"table", "figure", "illustration", "drawing", "text"}
        return any(is_caption(said) or said.lower() in captions for said, _ in self._named(name))

    def hides(self, family: str, name: str) -> bool:
        """Whether a style hides its text."""
        return self._said(family, name, "text:display") == "none"

    def weighs(self, family: str, name: str) -> bool | None:
        """Whether a style sets its text bold; None where it says nothing of it."""
        said = self._said(family, name, "fo:font-weight")
        return said in ("bold", "600", "700", "800", "900") if said else None

    def _said(self, family: str, name: str, attribute: str) -> str:
        """What a style, else the nearest that it is based on, says of its text."""
        for style in self._chain(family, name):
            for properties in style.findall("style:text-properties"):
                if properties.get(attribute):
                    return properties.get(attribute, "")
        return ""

    def raises(self, name: str) -> bool:
        """Whether a span's style sets its text as superscript."""
        position = self._said("text", name, "style:text-position")
        return position.startswith("super") or position[:1] in tuple("123456789")

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get("style:parent-style-name", "")

    def _named(self, name: str) -> Iterator[tuple[str, Element | None]]:
        """The names of a style and those it is based on, as people read them."""
        last = name
        for style in self._chain("paragraph", name):
            yield style.get("style:display-name") or _plain(style.get("style:name", "")), style
            last = style.get("style:parent-style-name", "")
        if last:
            yield _plain(last), None


def _plain(name: str) -> str:
    return _CODED.sub(lambda found: chr(int(found[1], 16)), name)
