"""Text boxes and shapes that lie on a sheet: paragraphs at the row where they are anchored."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from partnergraph.document.blocks import Block, Runs
from partnergraph.document.places import Place
from partnergraph.readers.archive import Archive
from partnergraph.readers.layout import labels
from partnergraph.readers.layout.spaces import runs_of
from partnergraph.readers.sheets.stream import whole
from partnergraph.readers.xml import parse, under

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


def drawn(archive: Archive, sheet: str, unit: str, path: Path) -> Iterator[Block]:
    """What the shapes on a sheet say, in the order of the rows; pictures and charts say nothing."""
    folder, name = posixpath.split(sheet)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return
    for relation in parse(archive.read(rels), path, rels):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        part = target.lstrip("/")
        if relation.get("Type", "").endswith("/drawing") and part in archive:
            yield from _said(parse(archive.read(part), path, part), unit)


def _said(drawing: Element, unit: str) -> Iterator[Block]:
    anchored = [(_row(anchor), anchor) for anchor in drawing if _local(anchor) in _ANCHORS]
    for row, anchor in sorted(anchored, key=lambda pair: pair[0]):
        lines = (_line(paragraph, Place(unit, row)) for paragraph in under(anchor, "a:p"))
        yield from labels.of_lines([line for line in lines if line])


def _row(anchor: Element) -> int:
    """The row, from 1, at which a shape begins."""
    for part in anchor.iter():
        if _local(part) == "row":
            return whole((part.text or "").strip()) + 1
    return 1


def _line(paragraph: Element, place: Place) -> Runs:
    return runs_of("".join(part.text or "" for part in under(paragraph, "a:t")), place)


def _local(element: Element) -> str:
    return element.tag.replace("}", ":").rpartition(":")[2]
