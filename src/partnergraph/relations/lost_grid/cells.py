"""Blocks to units: statements, list items and lists of bodies, the pieces of cells."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from partnergraph.document.words import Word
from partnergraph.relations.lost_grid.bodies import NOT, SURE, Bodies
from partnergraph.relations.lost_grid.forms import (
    BULLET,
    NUMBERED,
    is_infinitive,
    is_note,
    links,
    opens_details,
    orders,
    tells,
)
from partnergraph.relations.lost_grid.printed import Block, Row

ENDED = re.compile(r"[.;:?!][”\"’')\]]*$|[;,] (?:and|or|et|ou|y|o)$")
STOPPED = re.compile(r"[.:?!][”\"’')\]]*$")
_SENTENCE = re.compile(r"[.?!][”\"’')\]]*$")
_SHORT = re.compile(r"(?:\b(?:Mr|Ms|Dr|No|St|vs|cf|approx|Art|e\.g|i\.e)|\b[A-Z])\.$")


class Unit(NamedTuple):
    """A statement, a list item or a list of bodies.

    `start` says what it begins with: a `block`, a `fresh` page, a `line`, the `middle` of a line;
    `level` how surely it lists bodies.
    """

    rows: tuple[Row, ...]
    text: str
    block: int
    start: str
    level: int
    language: str

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return tuple(word for row in self.rows for word in row.words)

    @property
    def positions(self) -> list[int]:
        """The lines it stands in."""
        return list(dict.fromkeys(row.position for row in self.rows))

    @property
    def bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return bool(BULLET.match(self.text))

    @property
    def numbered(self) -> bool:
        """Whether it begins with a number or letter in brackets or with a full stop."""
        return bool(NUMBERED.match(self.text))

    @property
    def lower(self) -> bool:
        """Whether it goes on in lower case."""
        return self.text[0].islower()

    @property
    def ended(self) -> bool:
        """Whether a full stop, colon or the like ends it."""
        return bool(STOPPED.search(self.text))

    @property
    def note(self) -> bool:
        """Whether it is a note to something."""
        return is_note(self.text)

    @property
    def aside(self) -> bool:
        """Whether it is a remark in brackets, not a numbered part."""
        return self.text[0] in "([" and not self.numbered

    @property
    def bare(self) -> str:
        """Its text without a bullet or number."""
        match = BULLET.match(self.text) or NUMBERED.match(self.text)
        return self.text[match.end() :].lstrip() if match else self.text

    @property
    def orders(self) -> bool:
        """Whether it says what to do."""
        return orders(self.bare, self.language)

    @property
    def details(self) -> bool:
        """Whether it opens details."""
        return opens_details(self.text, self.language)

    @property
    def tells(self) -> bool:
        """Whether it states a fact or a possibility."""
        return tells(self.bare, self.language)

    @property
    def goes_on(self) -> bool:
        """Whether it can only go on about what stands before it."""
        return self.bullet or self.lower or self.aside or self.note or self.details


def whole(blocks: Iterable[Block], bodies: Bodies, language: str) -> Iterator[Unit]:
    """Each block as one unit."""
    for number, block in enumerate(blocks):
        yield _unit(block.rows, number, _start(block), bodies, language)


def line_by_line(blocks: Iterable[Block], bodies: Bodies, language: str) -> Iterator[Unit]:
    """Each line as one unit."""
    for number, block in enumerate(blocks):
        for place, row in enumerate(block.rows):
            yield _unit((row,), number, "line" if place else _start(block), bodies, language)


def statements(
    blocks: Iterable[Block], bodies: Bodies, language: str, tails: Collection[int] = ()
) -> Iterator[Unit]:
    """The statements, items and lists of bodies of some blocks, in the order of the text.

    `tails` are the lines whose end is to be read as bodies though it might be the sentence's.
    """
    for number, block in enumerate(blocks):
        if bodies.level(block.text):
            yield _unit(block.rows, number, _start(block), bodies, language)
            continue
        begins = _start(block)
        for rows, level in _without_bodies(block.rows, bodies, tails):
            for part, how in [(rows, "")] if level else list(_statements(rows, language)):
                text = " ".join(row.text for row in part)
                yield Unit(tuple(part), text, number, how or begins, level, language)
            begins = "line"


def apart(unit: Unit) -> list[Unit]:
    """The statements of a cell that begin lines of their own."""
    parts = list(_statements(unit.rows, unit.language))
    if len(parts) < 2:
        return [unit]
    texts = [" ".join(row.text for row in rows) for rows, _ in parts]
    return [
        unit._replace(rows=tuple(rows), text=text, start=how or unit.start)
        for (rows, how), text in zip(parts, texts, strict=True)
    ]


def _start(block: Block) -> str:
    return "fresh" if block.fresh else "block"


def _unit(rows: Sequence[Row], block: int, start: str, bodies: Bodies, language: str) -> Unit:
    text = " ".join(row.text for row in rows)
    return Unit(tuple(rows), text, block, start, bodies.level(text), language)


def unsure_tails(blocks: Iterable[Block], bodies: Bodies) -> list[int]:
    """Lines that begin a statement and end in bodies, which may or may not be another cell."""
    found: list[int] = []
    for block in (block for block in blocks if not bodies.level(block.text)):
        for before, row in zip((None, *block.rows), block.rows, strict=False):
            if before is None or STOPPED.search(before.text):
                count, sure = bodies.tail(row.words)
                found += [row.position] if count and not sure else []
    return found


def _without_bodies(
    rows: Sequence[Row], bodies: Bodies, tails: Collection[int]
) -> Iterator[tuple[list[Row], int]]:
    """Rows of text and rows of bodies, those at the end of a text's own lines cut off.

    Bodies printed within a statement's lines come behind the whole statement.
    """
    run: list[Row] = []
    beside: list[Row] = []
    for row in rows:
        ended = not run or bool(STOPPED.search(run[-1].text))
        if beside and ended:
            yield run, NOT
            yield beside, SURE
            run, beside = [], []
        if (ended or beside) and bodies.level(row.text) == SURE:
            beside.append(row)
            continue
        count, sure = bodies.tail(row.words)
        count = count if sure or row.position in tails else 0
        cut = len(row.words) - count
        if count:
            beside.append(row.part(cut, len(row.words)))
        run.append(row.part(0, cut))
    if run:
        yield run, NOT
    if beside:
        yield beside, SURE


def _statements(rows: Sequence[Row], language: str) -> Iterator[tuple[list[Row], str]]:
    part: list[Row] = []
    how = ""
    for row in rows:
        if part and _begins(part[-1], row, language):
            yield part, how
            part, how = [], "line"
        pieces = list(_sentences(row, language))
        for piece in pieces[:-1]:
            yield [*part, piece], how
            part, how = [], "middle"
        part.append(pieces[-1])
    if part:
        yield part, how


def _begins(before: Row, row: Row, language: str) -> bool:
    """Whether a statement or a list item begins with a row."""
    text, last = row.text, before.text
    if BULLET.match(text) and (len(row.words) > 1 or len(text) > 1):
        return True
    if NUMBERED.match(text):
        return bool(ENDED.search(last))
    if text[0].islower():
        return False
    if STOPPED.search(last) and not _SHORT.search(last):
        return True
    if not is_infinitive(row.words[0].text, language):
        return False
    return last.endswith(";") or _breaks_off(last.split()[-1], row, language)


def _breaks_off(last: str, row: Row, language: str) -> bool:
    """Whether an order begins where the line before stops within its sentence."""
    goes_on = links(last, language) or not last[0].islower() or not last[-1].isalpha()
    return not goes_on and len(row.words) > 1 and row.words[1].text[0].islower()


def _sentences(row: Row, language: str) -> Iterator[Row]:
    """A row cut before sentences that order something, which may begin another cell."""
    start = 0
    for place in range(1, len(row.words)):
        before = row.words[place - 1].text
        if _SENTENCE.search(before) and not _SHORT.search(before):
            rest = row.part(place, len(row.words)).text
            if rest[0].isupper() and orders(rest, language):
                yield row.part(start, place)
                start = place
    yield row.part(start, len(row.words)) if start else row
