"""An Office Open XML file: its parts, how they refer to each other, its title."""

from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from partnergraph.errors import ReadError
from partnergraph.readers.archive import Archive
from partnergraph.readers.xml import parse, words


class Link(NamedTuple):
    """What a part refers to: the last word of the reference's type, and the other part's name."""

    kind: str
    part: str


class Package:
    """The parts of a file as XML, and the links between them; nothing outside is looked at."""

    def __init__(self, data: bytes, path: Path) -> None:
        self.path = path
        self.archive = Archive.open(data, path)
        self._links: dict[str, dict[str, Link]] = {}

    def main(self, usual: str) -> str:
        """The name of the part that the file is about; `usual` where it does not say so."""
        named = [x.part for x in self.links("").values() if x.kind == "officeDocument"]
        for part in (*named, usual):
            if part in self.archive:
                return part
        raise ReadError(str(self.path), f"it holds no {usual}", "give it the ending of its format")

    def links(self, part: str) -> dict[str, Link]:
        """The parts that a part (`""`: the file) refers to, by the reference's id."""
        if part not in self._links:
            self._links[part] = self._read(part)
        return self._links[part]

    def _read(self, part: str) -> dict[str, Link]:
        folder, _, name = part.rpartition("/")
        file = join(folder, "_rels", f"{name}.rels")
        if file not in self.archive:
            return {}
        return {
            link.get("Id", ""): Link(
                link.get("Type", "").rpartition("/")[2],
                normpath(join("/", dirname(part), link.get("Target", ""))).lstrip("/"),
            )
            for link in self.xml(file).iter("rel:Relationship")
            if link.get("TargetMode") != "External"
        }

    def linked(self, part: str, kind: str) -> Element | None:
        """The first part of a kind that a part refers to, as XML; None where there is none."""
        for link in self.links(part).values():
            if link.kind == kind and link.part in self.archive:
                return self.xml(link.part)
        return None

    def xml(self, part: str) -> Element:
        """The root of a part."""
        return parse(self.archive.read(part), self.path, part)

    def root(self, part: str, tag: str) -> Element:
        """The root of the main part; raises ReadError where it is not of this tag."""
        root = self.xml(part)
        if root.tag != tag:
            what = "this is not what its ending says"
            raise ReadError(str(self.path), what, "give it the ending of its format")
        return root

    @property
    def title(self) -> str:
        """The title among the file's properties, if any."""
        found = self.linked("", "core-properties")
        return "" if found is None else words(found.find("dc:title"))
