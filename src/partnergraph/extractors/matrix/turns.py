"""Cells in turn: a table whose cells follow each other, row by row, each in its own block or line.

Then the place of a cell tells its column, whatever its words are. A section where a cell is missing
or in two blocks is none of these.
"""

from collections.abc import Callable, Sequence

from partnergraph.extractors.matrix.agencies import CERTAIN, NOT, Bodies
from partnergraph.extractors.matrix.blocks import Block

_FEWEST_ROWS = 2
_MOST = 0.75


def in_turn(
    sections: Sequence[list[Block]], columns: Sequence[str], bodies: Bodies
) -> list[list[Block]]:
    """The sections, with the column of each block in those that have their cells in turn.

    Unless nearly all have, none has: a scrambled section may look as if it had.
    """
    if "agency" not in columns or len(columns) < _FEWEST_ROWS:
        return list(sections)
    for cells in (_whole, _line_by_line):
        turned = [_turned(cells(section), columns, bodies) for section in sections]
        rows = sum(len(section) for section in turned if section) // len(columns)
        if rows >= _FEWEST_ROWS and sum(map(bool, turned)) >= _MOST * len(turned):
            return [new or old for new, old in zip(turned, sections, strict=True)]
    return list(sections)


def _whole(blocks: list[Block]) -> list[Block]:
    return blocks


def _line_by_line(blocks: list[Block]) -> list[Block]:
    return [
        Block((row,), block.fresh and not n) for block in blocks for n, row in enumerate(block.rows)
    ]


_Cells = Callable[[list[Block]], list[Block]]


def _turned(cells: list[Block], columns: Sequence[str], bodies: Bodies) -> list[Block] | None:
    """The cells with their columns; None where one does not fit its place."""
    if not cells or len(cells) % len(columns) or any(cell.column for cell in cells):
        return None
    turned: list[Block] = []
    sure = 0
    for place, cell in enumerate(cells):
        column = columns[place % len(columns)]
        level = bodies.likeness(cell.text)
        sure += level == CERTAIN
        if (level == NOT) if column == "agency" else (level == CERTAIN or not _begins(cell)):
            return None
        turned.append(Block(cell.rows, cell.fresh, column))
    rows = len(cells) // len(columns)
    order = sorted(range(len(columns)), key=lambda place: columns[place] != "activity")
    return (
        [turned[row * len(columns) + n] for row in range(rows) for n in order]
        if 2 * sure >= rows
        else None
    )


def _begins(cell: Block) -> bool:
    return not cell.text[0].islower() and cell.text[0] not in "-–•"
