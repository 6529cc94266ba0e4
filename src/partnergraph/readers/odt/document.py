"""An OpenDocument text: its styles, its text in reading order, its heads and feet."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from partnergraph.document.blocks import Block
from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers.archive import Archive
from partnergraph.readers.odt.lists import Lists
from partnergraph.readers.odt.story import Story
from partnergraph.readers.odt.styles import Styles
from partnergraph.readers.office.flow import Flow
from partnergraph.readers.xml import below, parse, under, words

_MANIFEST = "META-INF/manifest.xml"
_HEADS = ("style:header", "style:header-first", "style:header-left")
_FEET = ("style:footer", "style:footer-first", "style:footer-left")


class Document:
    """What an OpenDocument text holds; raises ReadError where it cannot be read as one."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._archive, self._path = Archive.open(data, path), path
        if _MANIFEST in self._archive and b"encryption-data" in self._archive.read(_MANIFEST):
            raise ReadError(str(path), "it is encrypted", "save it without a password")
        self._root = self._part("content.xml")
        text = None if self._root is None else below(self._root, "office:body/office:text")
        if self._root is None or text is None:
            raise ReadError(
                str(path), "it is no OpenDocument text", "give it the ending of its format"
            )
        self._text = text
        self._styles_root = self._part("styles.xml")

    def _part(self, name: str) -> Element | None:
        return parse(self._archive.read(name), self._path, name) if name in self._archive else None

    @property
    def title(self) -> str:
        """The title among the file's properties, if any."""
        return words(below(self._part("meta.xml"), "office:meta/dc:title"))

    def blocks(self) -> Iterator[Block]:
        """Heads, the text in reading order, feet."""
        yield from self._running("header", _HEADS)
        roots = [root for root in (self._styles_root, self._root) if root is not None]
        yield from Flow().blocks(Story(Styles(roots), Lists(roots)).nodes(self._text))
        yield from self._running("footer", _FEET)

    def _running(self, kind: str, tags: tuple[str, ...]) -> Iterator[Block]:
        """The heads or feet of all kinds of pages; the same words once."""
        root = self._styles_root
        if root is None:
            return
        story = Story(Styles([root]), Lists([root]))
        place = Place(kind)
        known = set()
        for element in under(root, *tags):
            if element.get("style:display") == "false":
                continue
            for node in story.nodes(element):
                runs = Flow(place).flat([node], place)
                if runs and runs not in known:
                    known.add(runs)
                    yield Block("running", runs)
