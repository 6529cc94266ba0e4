"""Lines ruled into columns by bars, tabs or wide gaps."""

import re
from collections.abc import Collection, Iterator

from partnergraph.document.words import Line, Text, Word
from partnergraph.extractors.matrix.blocks import Block, Row
from partnergraph.extractors.matrix.headers import Header

_ENDED = (".", ";", ":", "?", "!")
Piece = tuple[int, tuple[Word, ...]]


def ruled_blocks(
    text: Text, header: Header, lines: range, used: Collection[int]
) -> list[Block] | None:
    """The blocks of lines ruled as their header is, row by row; None where few of them are."""
    free = [p for p in lines if p not in used and not text.lines[p].blank]
    split = {p: _split(text.lines[p], header) for p in free}
    several = sum(len(pieces) > 1 for pieces in split.values())
    if 3 * several < len(free) or not free:
        return None
    made: list[Block] = []
    row: dict[str, list[Row]] = {}
    for position in lines:
        pieces = split.get(position)
        ends = position in used or (header.ruled == " " and text.lines[position].blank)
        if row and (ends or (pieces and _begins(row, pieces, header))):
            made += _blocks(row)
            row = {}
        for column, words in (pieces or {}).items():
            width = sum(len(word.text) + 1 for word in words) - 1
            row.setdefault(column, []).append(Row(position, words, width))
    return made + list(_blocks(row))


def _blocks(row: dict[str, list[Row]]) -> Iterator[Block]:
    """The cells of a row, its activity first wherever it is printed."""
    for column in ("activity", "objective", "agency"):
        if column in row:
            yield Block(tuple(row[column]), column=column)


def _begins(row: dict[str, list[Row]], pieces: dict[str, tuple[Word, ...]], header: Header) -> bool:
    """Whether a line of cells begins another row."""
    if header.ruled != " ":
        return True
    capital = [column for column, words in pieces.items() if words[0].text[0].isupper()]
    if "activity" not in capital or len(capital) < 2:
        return False
    before = row.get("activity")
    return not before or before[-1].words[-1].text.endswith(_ENDED) or len(pieces) > 2


def _split(line: Line, header: Header) -> dict[str, tuple[Word, ...]]:
    pieces = list(_by_gap(line) if header.ruled == " " else _by_mark(line, header))
    found: dict[str, tuple[Word, ...]] = {}
    for place, words in pieces:
        column = _nearest(place, header) if header.ruled == " " else _nth(place, header)
        if column and words:
            found[column] = found.get(column, ()) + words
    return found


def _nth(place: int, header: Header) -> str | None:
    return header.columns[place] if place < len(header.columns) else None


def _nearest(offset: int, header: Header) -> str | None:
    """The column whose header begins nearest, among those not far right of a cell."""
    cell = min(header.cells, key=lambda cell: abs(cell.offset - offset))
    return cell.column


def _by_gap(line: Line) -> Iterator[Piece]:
    words: list[Word] = []
    place = start = end = 0
    for word in line.words:
        place = line.text.index(word.text, place)
        if words and place - end > 1:
            yield start, tuple(words)
            words = []
        if not words:
            start = place
        words.append(word)
        place = end = place + len(word.text)
    if words:
        yield start, tuple(words)


def _by_mark(line: Line, header: Header) -> Iterator[Piece]:
    """The cells between bars or tabs, empty ones too, by their number."""
    mark = header.ruled
    bounded = mark == "|" and header.cells[0].offset > 0 and line.text.lstrip().startswith(mark)
    number, place = -1 if bounded else 0, 0
    words: list[Word] = []
    for word in line.words:
        found = line.text.index(word.text, place)
        skipped = line.text[place:found].count(mark)
        place = found + len(word.text)
        if skipped:
            yield number, tuple(words)
            number, words = number + skipped, []
        for piece in re.split(r"(\|)", word.text) if mark == "|" else [word.text]:
            if piece == mark:
                yield number, tuple(words)
                number, words = number + 1, []
            elif piece:
                words.append(word if piece == word.text else word._replace(text=piece))
    yield number, tuple(words)
