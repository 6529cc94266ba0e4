"""Workbooks: what their sheets show, tables as grids, formulas by the values that were saved."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from partnergraph.document.blocks import Block, Reading
from partnergraph.readers.archive import Archive
from partnergraph.readers.layout import sheets
from partnergraph.readers.sheets.cells import Cells
from partnergraph.readers.sheets.drawings import drawn
from partnergraph.readers.sheets.grid import rows_of
from partnergraph.readers.sheets.stream import stream
from partnergraph.readers.sheets.workbook import Listed, Workbook, opened
from partnergraph.readers.xml import parse, words

_PROPERTIES = "docProps/core.xml"


def read(data: bytes, path: Path) -> Reading:
    """The tables and lines of all sheets, at `sheet Data row 17`: the row of the file.

    Hidden sheets and rows are read and marked so; no macro, comment, chart or link is. Raises
    ReadError for what is encrypted, damaged, an old format, or beyond all bounds.
    """
    archive = Archive.open(data, path)
    book = opened(archive, path)
    found = [block for sheet in book.sheets for block in _blocks(archive, book, sheet, path)]
    return Reading(tuple(found), _title(archive, path))


def _blocks(archive: Archive, book: Workbook, sheet: Listed, path: Path) -> Iterator[Block]:
    cells = Cells(book, sheet.name, path)
    stream(archive.read(sheet.part), cells, path, sheet.part)
    unit = f"sheet {sheet.name} row"
    rows, strong = rows_of(cells, unit, path)
    for block in (*sheets.blocks(rows, strong), *drawn(archive, sheet.part, unit, path)):
        yield replace(block, hidden=True) if sheet.hidden else block


def _title(archive: Archive, path: Path) -> str:
    if _PROPERTIES not in archive:
        return ""
    return words(parse(archive.read(_PROPERTIES), path, _PROPERTIES).find("dc:title"))
