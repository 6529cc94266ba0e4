"""OpenDocument tables: cells that say what they span, others that say that they are covered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from partnergraph.readers.office.grid import MOST_COLUMNS, align
from partnergraph.readers.office.nodes import Cell, Nodes, Paragraph, Table, TableRow

_MOST_COPIES = 10_000  # cells made of those that stand once in the file for all that are the same
_MOST_BESIDE = 100  # copies of a cell in its row; a text's page has no room for as many columns
_MOST_ROWS = 100_000_000  # what a row's number may reach; a sheet has 1,048,576
_GROUPS = ("table:table-rows", "table:table-row-group")
_HEADER = "table:table-header-rows"

Read = Callable[[Element], Nodes]


def table(element: Element, read: Read, hidden: bool = False) -> Table:
    """A table with its cells in columns; `read` gives what stands in a cell."""
    rows: list[TableRow] = []
    number = 0
    for row, is_header in _rows(element):
        times = _whole(row, "table:number-rows-repeated", 1, _MOST_ROWS)
        collapsed = row.get("table:visibility", "visible") != "visible"
        cells = list(_cells(row, read))
        for repeated in range(min(times, _copies(cells))):
            made = [replace(cell) for cell in cells]
            rows.append(TableRow(made, hidden or collapsed, is_header, number + repeated + 1))
        number = min(number + times, _MOST_ROWS)
    align(rows)
    return Table(rows)


def _copies(cells: Sequence[Cell]) -> int:
    """How often a row may stand for others: once if it says nothing or holds tables."""
    if not any(map(_says, cells)) or any(map(_holds_tables, cells)):
        return 1
    return max(_MOST_COPIES // len(cells), 1)


def _rows(element: Element, is_header: bool = False) -> Iterator[tuple[Element, bool]]:
    for child in element:
        if child.tag == "table:table-row":
            yield child, is_header
        elif child.tag in _GROUPS:
            yield from _rows(child, is_header)
        elif child.tag == _HEADER:
            yield from _rows(child, True)


def _cells(row: Element, read: Read) -> Iterator[Cell]:
    """The cells that begin in a row; empty ones that are repeated only take their columns."""
    column = 0
    for element in row:
        if element.tag not in ("table:table-cell", "table:covered-table-cell"):
            continue
        times = _whole(element, "table:number-columns-repeated", 1, MOST_COLUMNS)
        width = _whole(element, "table:number-columns-spanned", 1, MOST_COLUMNS)
        if element.tag == "table:table-cell" and column < MOST_COLUMNS:
            height = _whole(element, "table:number-rows-spanned", 1, _MOST_ROWS)
            cell = Cell(read(element), column, width, height)
            if times == 1 or _says(cell):
                yield cell
                most = 1 if _holds_tables(cell) else _MOST_BESIDE
                for repeated in range(1, min(times, most)):
                    yield replace(cell, column=column + repeated)
        column += times


def _holds_tables(cell: Cell) -> bool:
    return any(isinstance(node, Table) for node in cell.nodes)


def _says(cell: Cell) -> bool:
    return any(
        not isinstance(node, Paragraph) or any(piece.text.strip() for piece in node.pieces)
        for node in cell.nodes
    )


def _whole(element: Element, attribute: str, otherwise: int, most: int) -> int:
    said = element.get(attribute, "")
    return min(max(int(said), 1), most) if said.isdecimal() and len(said) < 10 else otherwise
