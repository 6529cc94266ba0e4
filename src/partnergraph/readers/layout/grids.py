"""Which rows of a table are its header, where the file does not say it itself."""

import re
from collections.abc import Sequence

from partnergraph.document.blocks import Row, said
from partnergraph.records.ids import fold

_MOST_WORDS = 12  # "Responsible individual or unit(s) and partners involved" is a header's cell
_NO_HEADER = re.compile(r"^\W*\d[\W\d]*$|^[-–—.…]+$|\S\s+\S+\s.*[.!?]$")  # not so "No.", "#", "%"


def header_of(rows: Sequence[Row]) -> int:
    """How many rows from the first on are header: titles over the whole width count with it.

    No header has a table of one column, of one row, or of labels (`Budget:`) beside their values.
    """
    over = 0
    while over < len(rows) - 2 and len(_distinct(rows[over])) == 1 and len(rows[over].cells) > 1:
        over += 1
    if over + 1 >= len(rows) or not _heads(rows[over]):
        return 0
    if all(_is_label(row) for row in rows[over:]):
        return 0
    return over + 1


def without_repeats(rows: Sequence[Row], header: int) -> tuple[Row, ...]:
    """The rows without those below the header that only repeat one of its rows."""
    heads = {words(row) for row in rows[:header] if any(words(row))}
    first = {head[:1] for head in heads}

    def repeats(row: Row) -> bool:
        begins = tuple(fold(said(cell)) for cell in row.cells[:1])
        return begins in first and words(row) in heads

    return (*rows[:header], *(row for row in rows[header:] if not repeats(row)))


def words(row: Row) -> tuple[str, ...]:
    """What a row says, folded, cell by cell."""
    return tuple(fold(said(cell)) for cell in row.cells)


def _distinct(row: Row) -> set[str]:
    return {word for word in words(row) if word}


def _heads(row: Row) -> bool:
    cells = [said(cell) for cell in row.cells]
    filled = [cell for cell in cells if cell]
    if len(_distinct(row)) < 2 or any(not cell for cell in cells[1:]):
        return False
    return not any(len(cell.split()) > _MOST_WORDS or _NO_HEADER.search(cell) for cell in filled)


def _is_label(row: Row) -> bool:
    return len(row.cells) == 2 and said(row.cells[0]).rstrip().endswith((":", "："))
