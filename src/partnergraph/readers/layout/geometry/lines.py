"""Words to lines: those on one baseline, from left to right, marks of notes apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from partnergraph.readers.layout.geometry.shapes import Word

RAISED = "\x03"
"""What begins a word that stands raised before a line: the mark of a note."""

SPACE, WIDE_SPACE = 0.45, 1.0  # sizes; a wider gap is more than a space, where letters are even too
_EVEN = 0.005  # sizes by which letters of a typewriter's font may differ in width
_TYPED = 0.55  # sizes; typewriters' letters are 0.6 wide, most letters of print are narrower
_SMALL = 0.8  # of the size beside it: word processors set a raised mark at 58 to 67 %
_HIGH = 0.12  # of the size beside it: how far a baseline is raised at least
_NEXT, _TAB = 0.4, 3.0  # sizes: from a word to its mark, from a note's mark to the note
_BASE = 0.25  # of a size: how far baselines of one line may differ
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|ère|e|ème|es|o|a|os|as|º|ª)\.?", re.I)
_UNIT = re.compile(r"(?:^|[\d/(])(?:m|km|cm|mm|ft)$")
_LEADERS = re.compile(r"[.…·]{4,}")
_SIGN = re.compile(r"[¹²³⁰⁴-⁹]+(?=[.,;:!?)”’\"]*$)")
_AREA = re.compile(r"(?:m|km|cm|mm|ft)[²³]")


class Line:
    """Words on one baseline, in the order they are read."""

    __slots__ = ("base", "bold", "size", "words", "x0", "x1")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.x0, self.x1 = min(w.x0 for w in words), max(w.x1 for w in words)
        biggest = max(words, key=lambda w: len(w.text)) if len(words) > 1 else words[0]
        self.base, self.size = biggest.base, biggest.size
        self.bold = all(w.bold or not w.text[-1:].isalnum() for w in words)

    @property
    def text(self) -> str:
        """Its words, parted by single spaces."""
        return said(self.words)

    @property
    def top(self) -> float:
        """The upper edge of its font."""
        return self.base - 0.75 * self.size

    def parts(self, gap: float) -> list[Sequence[Word]]:
        """Its words, cut where a gap wider than `gap` sizes stands (a tab, dotted leaders)."""
        parts: list[list[Word]] = []
        for word in self.words:
            if parts and word.x0 - parts[-1][-1].x1 <= gap * self.size:
                parts[-1].append(word)
            else:
                parts.append([word])
        return [*parts]


def is_even(words: Sequence[Word]) -> bool:
    """Whether all letters of some words are equally wide, as a typewriter's are, spaces too."""
    known, letters = 0.0, False
    for word in words:
        many = len(word.text)
        if many < 2:
            continue
        wide = (word.x1 - word.x0) / (many * word.size)
        if known and abs(wide - known) > _EVEN:
            return False
        known = wide
        letters = letters or word.text[0].isalpha()
    return letters and known > _TYPED


def said(words: Iterable[Word]) -> str:
    """Words as a text, those glued to the one before without a space."""
    told: list[str] = []
    for word in words:
        if told and not word.glued:
            told.append(" ")
        told.append(word.text)
    return "".join(told)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom; baselines that differ by a fraction of a size are one line's."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        row = rows[-1] if rows else None
        if row and word.base - row[0].base <= _BASE * min(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    return [Line(ordered(row)) for row in rows]


def ordered(words: Iterable[Word]) -> list[Word]:
    """Words of one line in the order they are read: from right to left in Arabic or Hebrew."""
    row = sorted(words, key=lambda w: w.x0)
    if not any(_is_rtl(word.text) for word in row):
        return row
    if 2 * sum(_is_rtl(word.text) for word in row) < sum(map(_has_letter, row)):
        return row
    return _forth(row[::-1])


def _forth(row: list[Word]) -> list[Word]:
    """Words of a line read from right to left; runs of Latin words in it go from left to right."""
    made: list[Word] = []
    run: list[Word] = []
    for word in row:
        if _is_rtl(word.text) or not _has_letter(word):
            made += reversed(run)
            run = []
            made.append(word)
        else:
            run.append(word)
    return [*made, *reversed(run)]


def _has_letter(word: Word) -> bool:
    return any(c.isalpha() for c in word.text)


def _is_rtl(text: str) -> bool:
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def without_marks(words: Iterable[Word]) -> Iterator[Word]:
    """Words in the file's order without the marks of notes that stand raised behind one.

    Raised ends of ordinals (*1st*) and powers (*km²*) are joined to their word; a raised mark
    before a word stays, behind `RAISED`.
    """
    before: Word | None = None
    held: list[Word] = []
    end = 0.0
    for word in words:
        if _LEADERS.fullmatch(word.text):
            continue
        if before is not None and (word.glued and _is_lowered(word, before)):
            held[-1] = before = _with(before, word)
            continue
        if before is not None and _is_raised(word, before._replace(x1=max(end, before.x1))):
            if not _is_mark(word.text, before.text):
                held[-1] = before = _with(before, word)
            end = word.x1
            continue
        end = 0.0
        if before is not None and _is_raised(before, word, ahead=True):
            held[-1] = before._replace(
                text=RAISED + before.text,
                base=word.base,
                size=word.size,
                y0=word.y0,
                y1=word.y1,
                glued=False,
            )
            word = word._replace(glued=False)
        if len(held) > 1:
            yield held.pop(0)
        before = _bare(word)
        held.append(before)
    yield from held


def _with(before: Word, word: Word) -> Word:
    return before._replace(text=before.text + word.text, x1=max(before.x1, word.x1))


def _is_lowered(word: Word, before: Word) -> bool:
    low = word.base - before.base
    return word.size <= _SMALL * before.size and 0.03 * before.size < low < 0.6 * before.size


def _bare(word: Word) -> Word:
    """A word without a mark that is a raised character of its own."""
    if word.text.isascii():
        return word
    found = _SIGN.search(word.text)
    if not found or not found.start() or _AREA.search(word.text):
        return word
    return word._replace(text=word.text[: found.start()] + word.text[found.end() :])


def _is_raised(word: Word, beside: Word, ahead: bool = False) -> bool:
    if word.size > _SMALL * beside.size or len(word.text) > 6:
        return False
    high, size = beside.base - word.base, beside.size
    near = beside.x0 - word.x1 if ahead else word.x0 - beside.x1
    reach = _TAB if ahead else _NEXT
    return _HIGH * size < high < 0.8 * size and -0.3 * size < near < reach * size


def _is_mark(text: str, before: str) -> bool:
    bare = text.strip(",;.()[] ")
    if _ORDINAL.fullmatch(bare):
        return not (before[-1:].isdigit() or re.fullmatch(r"[IVXLC]+|[Nn]", before))
    return not (bare.isdigit() and _UNIT.search(before))
