"""Word's tables: rows whose cells stand in the columns of a grid."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from partnergraph.readers.docx.accepted import content, gone, number, on
from partnergraph.readers.office.grid import align
from partnergraph.readers.office.nodes import Cell, Nodes, Table, TableRow
from partnergraph.readers.xml import below

MOST_SPANNED = 63  # columns that Word gives a table
_NARROW = (
    216  # twentieths of a point: the two margins that Word gives a cell, between them no letter
)

Read = Callable[[Element], Nodes]


def table(element: Element, read: Read) -> Table:
    """A table with its cells in columns; `read` gives what stands in a cell."""
    rows: list[TableRow] = []
    open_cells: dict[int, Cell] = {}
    for row in content(element):
        if row.tag == "w:tr" and not gone(row.find("w:trPr")):
            cells, open_cells = _cells(row, read, open_cells)
            properties = row.find("w:trPr")
            rows.append(
                TableRow(
                    cells, hidden=_on(properties, "hidden"), header=_on(properties, "tblHeader")
                )
            )
    align(rows, _widths(element.find("w:tblGrid")), _NARROW)
    return Table(rows)


def _on(properties: Element | None, switch: str) -> bool:
    return properties is not None and on(properties.find(f"w:{switch}"))


def _cells(row: Element, read: Read, above: dict[int, Cell]) -> tuple[list[Cell], dict[int, Cell]]:
    """The cells that begin in a row, and those that the next row may go on with, by column."""
    cells: list[Cell] = []
    reach: dict[int, Cell] = {}
    column = _span(row.find("w:trPr"), "w:gridBefore", least=0)
    for element in content(row):
        if element.tag != "w:tc" or below(element, "w:tcPr/w:cellDel") is not None:
            continue
        properties = element.find("w:tcPr")
        width = _span(properties, "w:gridSpan")
        merged = None if properties is None else properties.find("w:vMerge")
        if _goes_on(properties, "w:hMerge") and cells:
            cells[-1].width += width
        elif _goes_on(properties, "w:vMerge") and column in above:
            above[column].height += 1
            reach[column] = above[column]
        else:
            cells.append(Cell(read(element), column, width))
            if merged is not None:
                reach[column] = cells[-1]
        column += width
    after = _span(row.find("w:trPr"), "w:gridAfter", least=0)
    if after:
        cells.append(Cell([], column, after))
    return cells, reach


def _goes_on(properties: Element | None, tag: str) -> bool:
    """Whether a cell is merged with the one before or above it."""
    merged = None if properties is None else properties.find(tag)
    return merged is not None and merged.get("w:val", "continue") != "restart"


def _span(properties: Element | None, tag: str, least: int = 1) -> int:
    return min(max(number(properties, tag) or least, least), MOST_SPANNED)


def _widths(grid: Element | None) -> list[int]:
    found = [] if grid is None else grid.findall("w:gridCol")
    widths = [column.get("w:w", "0") for column in found]
    return [int(width) if width.isdecimal() and len(width) < 7 else 0 for width in widths]
