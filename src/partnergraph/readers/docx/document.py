"""A Word file: its styles, lists and notes, its text in reading order, its heads and feet."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from partnergraph.document.blocks import Block
from partnergraph.document.places import Place
from partnergraph.readers.docx.lists import Lists
from partnergraph.readers.docx.story import Story
from partnergraph.readers.docx.styles import Styles
from partnergraph.readers.office.diagrams import said_in
from partnergraph.readers.office.flow import Flow
from partnergraph.readers.office.nodes import Nodes
from partnergraph.readers.office.package import Package
from partnergraph.readers.xml import under

_EMBEDDED = "a document put into this one (altChunk) is not read: open it in Word and save it anew"


class Document:
    """What a Word file holds; raises ReadError where it cannot be read as one."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._package = Package(data, path)
        self._part = self._package.main("word/document.xml")
        self._root = self._package.root(self._part, "w:document")
        self.styles = Styles(self._package.linked(self._part, "styles"))
        self.lists = Lists(self._package.linked(self._part, "numbering"))
        self._notes = {kind: self._notes_of(kind) for kind in ("footnotes", "endnotes")}
        self.title = self._package.title

    def blocks(self) -> Iterator[Block]:
        """Heads, the text in reading order, feet."""
        yield from self._running("header")
        body = self._root.find("w:body")
        if body is not None:
            yield from Flow().blocks(Story(self, body, self._part).nodes(body))
        yield from self._running("footer")

    def unread(self) -> Iterator[tuple[Place, str]]:
        """The files that Word would show in the text, which are no part of its XML."""
        links = self._package.links(self._part)
        for chunk in under(self._root, "w:altChunk"):
            found = links.get(chunk.get("r:id", ""))
            yield Place(f"part {found.part if found else 'unknown'}"), _EMBEDDED

    def note(self, part: str, note_id: str) -> Nodes:
        """What a footnote or endnote says; each is given once."""
        note = self._notes[part].pop(note_id, None)
        return [] if note is None else Story(self, note, part).nodes(note)

    def diagram(self, part: str, link: str) -> Nodes:
        """What a diagram says that a part refers to."""
        found = self._package.links(part).get(link)
        if found is None or found.part not in self._package.archive:
            return []
        return said_in(self._package.xml(found.part))

    def _notes_of(self, kind: str) -> dict[str, Element]:
        root = self._package.linked(self._part, kind)
        return {} if root is None else {note.get("w:id", ""): note for note in root}

    def _running(self, kind: str) -> Iterator[Block]:
        """The heads or feet that sections use; the same words once."""
        links = self._package.links(self._part)
        used = [r.get("r:id", "") for r in under(self._root, f"w:{kind}Reference")]
        parts = dict.fromkeys(links[key].part for key in used if key in links)
        place = Place(kind)
        known = set()
        for part in filter(self._package.archive.__contains__, parts):
            root = self._package.xml(part)
            for node in Story(self, root, part).nodes(root):
                runs = Flow(place).flat([node], place)
                if runs and runs not in known:
                    known.add(runs)
                    yield Block("running", runs)
