"""Lines in which two columns run into one another, taken apart again."""

from collections.abc import Iterable, Iterator

from partnergraph.document.words import Word
from partnergraph.relations.lost_grid.forms import is_infinitive
from partnergraph.relations.lost_grid.printed import Block, Row
from partnergraph.relations.lost_grid.widths import Widths

_ENDS = (".", ";", ":", "?", "; and", "; or")


def apart(blocks: Iterable[Block], widths: Widths | None, language: str) -> Iterator[Block]:
    """The blocks, one that holds a line of two columns made two: left cell, then right cell.

    Such a line is wider than any column and has, within a sentence, the capital of an order.
    After it the left cell goes on to its stop, what is left belongs to the right one.
    """
    for block in blocks:
        found = _find(block, widths, language) if widths else None
        if found is None:
            yield block
            continue
        place, cut = found
        left, right = _cut(block.rows[place], cut)
        ended = left.text.endswith(_ENDS)
        before, after = [*block.rows[:place], left], [right]
        for row in block.rows[place + 1 :]:
            (after if ended else before).append(row)
            ended = ended or row.text.endswith(_ENDS)
        yield Block(tuple(before), block.fresh)
        yield Block(tuple(after), fresh=True)


def _find(block: Block, widths: Widths | None, language: str) -> tuple[int, int] | None:
    if widths is None:
        return None
    for place, row in enumerate(block.rows):
        if row.width <= widths.wide * 1.1:
            continue
        for cut in range(2, len(row.words) - 1):
            left, right = _cut(row, cut)
            fits = left.width <= widths.wide * 1.1 and right.width <= widths.wide * 1.1
            if fits and _is_seam(row.words[cut - 1], row.words[cut], language):
                return place, cut
    return None


def _is_seam(before: Word, word: Word, language: str) -> bool:
    capital = word.text[0].isupper() and word.text[1:].islower()
    open_ended = before.text[-1].isalnum() or before.text[-1] in ";,"
    return (
        capital and open_ended and before.text[0].islower() and is_infinitive(word.text, language)
    )


def _cut(row: Row, place: int) -> tuple[Row, Row]:
    return row.part(0, place), row.part(place, len(row.words))
