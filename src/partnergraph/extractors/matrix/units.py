"""Blocks to units: statements, list items and agency cells, the pieces that cells are made of."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from partnergraph.document.words import Word
from partnergraph.extractors.matrix.agencies import CERTAIN, NOT, Bodies
from partnergraph.extractors.matrix.blocks import Block, Row
from partnergraph.extractors.matrix.clues import (
    is_note,
    is_verb,
    opens_details,
    orders,
    tells,
    words_of,
)
from partnergraph.extractors.matrix.tails import tail
from partnergraph.extractors.matrix.widths import Widths, reach

_BULLET = re.compile(r"[-–—•▪●◦○■□‣∙·*➢✓\uf0b7](?=\s|$|[^\W\d_])|o(?=\s)")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z])\.(?=\s|$)")
_ENDED = re.compile(r"[.;:?!][”\"’')\]]*$|[;,] (?:and|or|et|ou|y|o)$")
_STOPPED = re.compile(r"[.:?!][”\"’')\]]*$")
_SENTENCE = re.compile(r"[.?!][”\"’')\]]*$")
_SHARED = 0.3
_SHORT = re.compile(r"(?:\b(?:Mr|Ms|Dr|No|St|vs|cf|approx|Art|e\.g|i\.e)|\b[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement, a list item or an agency cell.

    `start` says what it begins with: a `block`, a `fresh` page, a `line`, the `middle` of a line.
    """

    words: tuple[Word, ...]
    text: str
    positions: tuple[int, ...]
    block: int
    start: str
    wideness: float = 0.0
    agencies: int = NOT
    column: str | None = None
    romance: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return bool(_BULLET.match(self.text))

    @property
    def numbered(self) -> bool:
        """Whether it begins with a number or letter in brackets or with a full stop."""
        return bool(_NUMBERED.match(self.text))

    @property
    def lower(self) -> bool:
        """Whether it goes on in lower case."""
        return self.text[0].islower()

    @property
    def ended(self) -> bool:
        """Whether a full stop, colon or the like ends it."""
        return bool(_STOPPED.search(self.text))

    @property
    def note(self) -> bool:
        """Whether it is a note to something."""
        return is_note(self.text)

    @property
    def aside(self) -> bool:
        """Whether it is a remark in brackets, not a numbered part."""
        return self.text[0] in "([" and not self.numbered

    @property
    def plain(self) -> bool:
        """Whether it begins a block as any statement does."""
        marked = self.bullet or self.numbered or self.aside or self.details or self.note
        return self.start == "block" and not (marked or self.lower)

    @property
    def bare(self) -> str:
        """Its text without a bullet or number."""
        match = _BULLET.match(self.text) or _NUMBERED.match(self.text)
        return self.text[match.end() :].lstrip() if match else self.text

    @property
    def orders(self) -> bool:
        """Whether it orders something to be done."""
        return orders(self.bare, self.romance)

    @property
    def details(self) -> bool:
        """Whether it opens details."""
        return opens_details(self.text)

    @property
    def tells(self) -> bool:
        """Whether it states a fact or a possibility."""
        return tells(self.bare, self.romance)


def units_of(
    blocks: Iterable[Block],
    bodies: Bodies,
    widths: Widths | None,
    romance: bool,
    tails: Collection[int] = (),
) -> Iterator[Unit]:
    """The units of some blocks, in the order of the text.

    `tails` are the lines whose end is to be read as agencies though it might be the sentence's.
    """
    for number, block in enumerate(blocks):
        start = "fresh" if block.fresh else "block"
        parts = list(_parts(block, bodies, romance, tails))
        wide = [_wideness(rows, widths) for rows, _, _ in parts]
        for place, (rows, begins, level) in enumerate(parts):
            words = tuple(word for row in rows for word in row.words)
            yield Unit(
                words,
                " ".join([word.text for word in words]),
                tuple(dict.fromkeys(row.position for row in rows)),
                number,
                begins or start,
                wide[place] if len(rows) > 1 else _beside(wide, place),
                level,
                block.column,
                romance,
            )


def _wideness(rows: list[Row], widths: Widths | None) -> float:
    return widths.wideness(reach(rows), max(row.width for row in rows)) if widths else 0.0


def _beside(wide: list[float], place: int) -> float:
    """A single line says little: those it stands together with tell more."""
    near = [wide[other] for other in (place - 1, place + 1) if 0 <= other < len(wide)]
    return max(-1.0, min(1.0, wide[place] + _SHARED * sum(near)))


def unsure_tails(blocks: Iterable[Block], bodies: Bodies) -> list[int]:
    """Lines that begin a statement and end in agencies, which may or may not be another cell."""
    return [
        row.position
        for block in blocks
        if not block.column and not bodies.likeness(block.text)
        for before, row in zip((None, *block.rows), block.rows, strict=False)
        if before is None or _STOPPED.search(before.words[-1].text)
        if tail(row.words, bodies)[0] and not tail(row.words, bodies)[1]
    ]


_Part = tuple[list[Row], str, int]


def _parts(block: Block, bodies: Bodies, romance: bool, tails: Collection[int]) -> Iterator[_Part]:
    """Rows, what they begin with (empty: the block) and whether they are agencies."""
    level = bodies.likeness(block.text)
    if block.column == "agency" or level:
        yield list(block.rows), "", CERTAIN if block.column == "agency" else level
        return
    begins = ""
    for rows, agencies in _without_agencies(block.rows, bodies, tails):
        if agencies:
            yield rows, begins, CERTAIN
        else:
            for part, how in _statements(rows, romance):
                yield part, how or begins, NOT
        begins = begins or "line"


def _without_agencies(
    rows: Sequence[Row], bodies: Bodies, tails: Collection[int]
) -> Iterator[tuple[list[Row], bool]]:
    """Rows of text and rows of agencies, those at the end of a text's own lines cut off.

    Agencies printed within a statement's lines come behind the whole statement.
    """
    run: list[Row] = []
    beside: list[Row] = []
    for row in rows:
        ended = not run or bool(_STOPPED.search(run[-1].words[-1].text))
        if beside and ended:
            yield run, False
            yield beside, True
            run, beside = [], []
        if (ended or beside) and bodies.likeness(row.text) == CERTAIN:
            beside.append(row)
            continue
        count, sure = tail(row.words, bodies)
        count = count if sure or row.position in tails else 0
        cut = len(row.words) - count
        if count:
            beside.append(_cut(row, cut, len(row.words)))
        run.append(_cut(row, 0, cut) if count else row)
    if run:
        yield run, False
    if beside:
        yield beside, True


def _cut(row: Row, start: int, stop: int) -> Row:
    words = row.words[start:stop]
    return Row(row.position, words, sum(len(word.text) + 1 for word in words) - 1)


def _statements(rows: list[Row], romance: bool) -> Iterator[tuple[list[Row], str]]:
    part: list[Row] = []
    how = ""
    for row in rows:
        if part and _begins(part[-1], row, romance):
            yield part, how
            part, how = [], "line"
        pieces = list(_sentences(row, romance))
        for piece in pieces[:-1]:
            yield [*part, piece], how
            part, how = [], "middle"
        part.append(pieces[-1])
    if part:
        yield part, how


def _begins(before: Row, row: Row, romance: bool) -> bool:
    """Whether a statement or a list item begins with a row."""
    text, last = row.text, before.text
    if _BULLET.match(text) and (len(row.words) > 1 or len(text) > 1):
        return True
    if _NUMBERED.match(text):
        return bool(_ENDED.search(last))
    if text[0].islower():
        return False
    if _STOPPED.search(last) and not _SHORT.search(last):
        return True
    if not is_verb(row.words[0].text, romance):
        return False
    return last.endswith(";") or _breaks_off(last.split()[-1], row)


def _breaks_off(last: str, row: Row) -> bool:
    """Whether an order begins where the line before stops within its sentence."""
    goes_on = last.casefold() in _LINKING or not last[0].islower() or not last[-1].isalpha()
    return not goes_on and len(row.words) > 1 and row.words[1].text[0].islower()


_LINKING = words_of("openers", "linking")


def _sentences(row: Row, romance: bool) -> Iterator[Row]:
    """A row cut before sentences that order something, which may begin another cell."""
    start = 0
    for place in range(1, len(row.words)):
        before = row.words[place - 1].text
        if _SENTENCE.search(before) and not _SHORT.search(before):
            rest = " ".join(word.text for word in row.words[place:])
            if rest[0].isupper() and orders(rest, romance):
                yield _cut(row, start, place)
                start = place
    yield _cut(row, start, len(row.words)) if start else row
