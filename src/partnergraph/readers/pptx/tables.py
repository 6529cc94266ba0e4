"""Tables on slides."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from partnergraph.readers.office.grid import MOST_COLUMNS, align
from partnergraph.readers.office.nodes import Cell, Table, TableRow
from partnergraph.readers.pptx.text import paragraphs

_MOST_ROWS = 100_000  # more than any slide shows


def table(element: Element, hidden: bool = False) -> Table:
    """A table with its cells in columns; merged ones stand in the first of their places."""
    rows = [TableRow(list(_cells(row, hidden))) for row in element.findall("a:tr")]
    align(rows)
    return Table(rows)


def _cells(row: Element, hidden: bool) -> Iterator[Cell]:
    for column, element in enumerate(row.findall("a:tc")[:MOST_COLUMNS]):
        if element.get("hMerge") in _ON or element.get("vMerge") in _ON:
            continue
        nodes = list(paragraphs(element.find("a:txBody"), hidden=hidden))
        width = _whole(element.get("gridSpan", ""), MOST_COLUMNS)
        yield Cell([*nodes], column, width, _whole(element.get("rowSpan", ""), _MOST_ROWS))


_ON = ("1", "true")


def _whole(said: str, most: int) -> int:
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 10 else 1
