"""Lines that are no table, as headings, paragraphs, items and labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.document.blocks import Block, Run, Runs
from partnergraph.readers.layout.labels import labelled, of_lines
from partnergraph.readers.layout.lines.gaps import is_rule
from partnergraph.readers.layout.lines.headings import Levels, heading, is_date
from partnergraph.readers.layout.lines.line import Line
from partnergraph.readers.layout.lines.marks import Mark, Outline, earlier, mark_of
from partnergraph.readers.layout.lines.shape import ENDS, Around, cut, hangs

_CLOCK = re.compile(
    r" {0,200}(?P<mark>(?:\d{1,2}\s?[:hH]\s?\d{2}|\d{2}\.\d{2})"
    r"(?:\s?[-–—]\s?\d{1,2}\s?[:.hH]\s?\d{2})?(?:\s?(?:[aApP]\.?[mM]\.?|hrs|h))?)\s{2,}(?=\S)"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*$|…\s*\d+$|_{4,}\s*\d*$")


@dataclass(slots=True)
class _Open:
    """A block that lines may still be added to.

    `pieces` are its words between breaks, `last` its last line, `text` the column that its words
    begin in, `hangs` whether lines set in that far belong to it whatever they say.
    """

    kind: str
    pieces: list[list[Run]]
    first: Line
    last: Line
    text: int = 0
    mark: str = ""
    level: int = 0
    hangs: bool = False

    def labelled(self) -> bool:
        """Whether it is a label with its value, or several."""
        return any(labelled(tuple(piece[:1])) for piece in (self.pieces[0], self.pieces[-1]))

    def only_label(self) -> bool:
        """Whether its last piece is a label without a value yet."""
        said = self.pieces[-1][-1].text
        return len(self.pieces[-1]) == 1 and said.endswith((":", "："))


@dataclass(slots=True)
class Flow:
    """Reads lines to blocks; what is open stays so over blank lines, tables end it."""

    levels: Levels = field(default_factory=Levels)
    outline: Outline = field(default_factory=Outline)
    blocks: list[Block] = field(default_factory=list)
    open: _Open | None = None
    titled: bool = False

    def read(self, around: Around) -> None:
        """Reads the lines on."""
        i = 0
        while i < len(around.lines):
            line = around.lines[i]
            if not line.words or is_rule(line):
                i += 1
                continue
            if self._joins(around, i):
                i += 1
                continue
            i = self._begin(around, i)

    def close(self) -> None:
        """Ends the open block."""
        if self.open:
            self.blocks.extend(_made(self.open))
        self.open = None

    def _begin(self, around: Around, i: int) -> int:
        """Begins a block at a line; the position behind what it took."""
        above = self.open.kind if self.open and around.at(i - 1) else ""
        if not above and around.at(i - 1) and self.blocks:
            above = self.blocks[-1].kind
        if self.open and is_date(self.open.last.words):
            above = ""
        self.close()
        line = around.lines[i]
        clock = _CLOCK.match(line.text)
        if clock:
            return self._timed(around, i, clock)
        found = heading(around, i, above)
        if found:
            return self._head(around, i, *found)
        mark = mark_of(line.text)
        if mark:
            self._item(line, mark)
        else:
            if line.indent <= 1 and above != "item":
                self.outline.clear()
            self.open = _Open("paragraph", _pieces(line), line, line, line.indent)
        return i + 1

    def _head(self, around: Around, i: int, kind: str, stop: int) -> int:
        self.outline.clear()
        below = around.at(stop)
        if below and hangs(around.lines[stop - 1]) and below.words[:1].islower():
            stop += 1
        titles = not self.titled and kind.partition(" ")[0] not in ("number", "counted")
        mark = mark_of(around.lines[i].text)
        level = self.levels.of("title" if titles else kind, mark.said if mark else "")
        self.titled = True
        lines = [line for line in around.lines[i:stop] if line.words and not is_rule(line)]
        runs = tuple(line.run() for line in lines)
        self.blocks.append(Block("heading", runs=runs, level=level))
        return stop

    def _item(self, line: Line, mark: Mark) -> None:
        depth = self.outline.depth(mark)
        pieces = _pieces(line, mark.text)
        self.open = _Open("item", pieces, line, line, mark.text, mark.said, level=depth, hangs=True)

    def _timed(self, around: Around, i: int, clock: re.Match[str]) -> int:
        """A line of an agenda: a heading where it counts sessions, else an item of its time."""
        line = around.lines[i]
        rest = Line(line.number, line.text[clock.end() :], line.page)
        found = heading(Around([rest], around.shape, around.common), 0, "")
        self.outline.clear()
        if found and found[0].startswith("counted"):
            return self._head(around, i, found[0], i + 1)
        pieces = _pieces(line, clock.end())
        said = clock["mark"]
        self.open = _Open("item", pieces, line, line, clock.end(), said, level=1)
        return i + 1

    def _joins(self, around: Around, i: int) -> bool:
        """Adds a line to the open block, if it goes on in it."""
        here, line = self.open, around.lines[i]
        if not here:
            return False
        near = around.at(i - 1) is not None
        how = _continues(around, here, line, i) if near else _over_blank(around, here, line)
        if not how:
            return False
        for piece in _pieces(line):
            if how != "word" and labelled(tuple(piece)):
                here.pieces.append(piece)
            else:
                here.pieces[-1].extend(piece)
        here.last = line
        return True


def _pieces(line: Line, start: int = 0) -> list[list[Run]]:
    """The words of a line; parted at gaps behind which a label stands."""
    parts: list[list[Run]] = []
    for begin, end in line.segments:
        if end <= start:
            continue
        run = line.run(max(begin, start), end)
        if parts and not (labelled((run,)) and len(line.segments) > 1 and not _only(parts[-1])):
            parts[-1] = [Run(f"{parts[-1][0].text} {run.text}", run.place)]
        else:
            parts.append([run])
    return parts or [[line.run(start)]]


def _only(piece: Sequence[Run]) -> bool:
    """Whether words are a label that waits for its value."""
    return piece[-1].text.endswith((":", "："))


def _continues(around: Around, here: _Open, line: Line, i: int) -> str:
    """How a line right below goes on: `word` (wrapped), `piece` (behind a break), `` (not)."""
    above = here.last
    shape = around.local(i)
    unended = here.labelled() and not above.words.endswith((*ENDS, ")"))
    wrapped = shape.goes_on(above, line) or (
        unended and len(above.text) > _LONG and shape.full(above, line)
    )
    mark = mark_of(line.text)
    if mark:
        return "" if _begins(here, mark, line, wrapped) else "word"
    if _CLOCK.match(line.text) or _LEADERS.search(above.words):
        return ""
    deeper = line.indent > here.first.indent + 1
    if labelled((line.run(),)) and not _runs_on(here, line, wrapped):
        return ""
    if here.labelled() and _waits(line):
        return ""
    if here.only_label() and (deeper or not wrapped):
        return "word" if _alone(here) else ""
    value = _value_column(here)
    if here.labelled() and deeper and (line.indent == value or not _ended(above, line)):
        return "word" if wrapped and line.indent != value else "piece"
    near = 0 if _ended(above, line) else 1
    if here.hangs and line.indent >= here.text - near and line.indent > here.first.indent:
        return "word" if wrapped else "piece"
    if not wrapped or (deeper and above.words.endswith(ENDS)):
        return ""
    if here.mark and line.indent <= here.first.indent and above.words.endswith((".", "?", "!")):
        return "" if line.words[:1].isupper() and not here.hangs else _lazy(here, line)
    return "word"


def _waits(line: Line) -> bool:
    """Whether a line is a label whose values stand below it: `Panellists :`."""
    words = line.words.removesuffix(":").removesuffix("：").split()
    short = len(words) < len(line.words) and 0 < len(words) <= _FEW
    return short and line.words.endswith((":", "：")) and line.words[0].isupper()


_FEW = 3  # words of a label that stands alone
_LONG = 50  # characters; a label's value may be wrapped behind so many in a text that never wraps


def _ended(above: Line, line: Line) -> bool:
    return above.words.endswith((".", "?", "!")) and not line.words[:1].islower()


def _lazy(here: _Open, line: Line) -> str:
    """An item's next sentence at the item's own margin, in lines that never hang."""
    return (
        "word"
        if abs(here.first.indent - line.indent) <= 1 and abs(here.last.indent - line.indent) <= 1
        else ""
    )


def _alone(here: _Open) -> bool:
    """Whether a label that waits for its value may have it in the next line."""
    return len(here.pieces[-1][-1].text.split()) <= 8


def _value_column(here: _Open) -> int:
    """The column that a label's value begins in, where a gap parts the two."""
    segments = here.first.segments
    return segments[1][0] if len(segments) > 1 else -1


def _begins(here: _Open, mark: Mark, line: Line, wrapped: bool) -> bool:
    """Whether a mark begins an item, and is no part of the sentence above it."""
    above = here.last
    ended = above.words.endswith((*ENDS, ","))
    if mark.dash:
        if above.words[-1].isdigit() and line.words[2:3].isdigit():
            return False  # a range
        return not wrapped or ended or here.mark == mark.said
    if mark.bullet:
        return True
    before = earlier(mark.said)
    inside = " ".join(run.text for run in here.pieces[-1])[-_BACK:]
    if any(f" {one} " in f" {inside} " for one in before):
        return False
    if mark.kind[0] == "A" or mark.kind[0] == "I":
        return not wrapped or above.words.endswith((".", ":", ";"))
    if here.mark:
        return here.mark in before or not wrapped or ended or before == set()
    closed = above.words.endswith(("]", ")")) and line.indent > here.first.indent
    return not wrapped or above.words.endswith((".", ":", ";", "?")) or (closed and not before)


_BACK = 400  # characters; how far back in a sentence its earlier number is looked for


def _runs_on(here: _Open, line: Line, wrapped: bool) -> bool:
    """Whether what looks like a label is the rest of a sentence that was wrapped.

    A label's bracket stands at its end: `Nations (FAO) Partners:` goes on in a name.
    """
    found = labelled((line.run(),))
    said = " ".join(run.text for run in found[0]) if found else ""
    if re.search(r"\)\s+\S", said):
        return wrapped
    return wrapped and not here.labelled() and not here.last.words.endswith(ENDS)


def _over_blank(around: Around, here: _Open, line: Line) -> str:
    """How a line goes on behind a blank line or a page's end, in small letters."""
    turned = here.last.page != line.page
    if not line.words[:1].islower() or here.last.words.endswith(
        (*ENDS, ",")[: 9 if not turned else 5]
    ):
        return ""
    if mark_of(line.text) or _CLOCK.match(line.text):
        return ""
    if hangs(here.last) or cut(here.last, line):
        return "word"
    share = _TURNED if turned or here.first is not here.last else _WRAPPED
    return "word" if len(here.last.text) > share * around.width else ""


_TURNED, _WRAPPED = 0.4, 0.7
"""Of the width: a page's end parts words that a blank line seldom does, but in a paragraph."""


def _made(here: _Open) -> Iterator[Block]:
    """The blocks of what was open: one for each label, else one."""
    pattern = Block("item" if here.mark else "paragraph", level=here.level, mark=here.mark)
    yield from of_lines([_joined(piece) for piece in here.pieces], pattern)


def _joined(piece: Sequence[Run]) -> Runs:
    return tuple(run for run in piece if run.text)
