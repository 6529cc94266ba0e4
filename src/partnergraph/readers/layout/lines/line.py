"""A line of text: its number, its page, its characters in columns, and the gaps between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile

from partnergraph.document.blocks import Run
from partnergraph.document.places import Place

_ENDS = re.compile(r"\r\n|\r|\n")
_PARTS = re.compile(r"[\f\v\x1c-\x1e\x85\u2028\u2029]")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "))
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_HANGING = 6  # spaces between a bullet and its words
_TAB = 8  # columns, as terminals and pdftotext have it


def split(content: str) -> list[str]:
    r"""The lines of a text: ended by LF, CRLF or a CR alone, and by nothing else.

    >>> split("a\r\nb\rc\x0cd\n")
    ['a', 'b', 'c\x0cd']
    """
    lines = _ENDS.split(content)
    return lines[:-1] if lines[-1] == "" else lines


@dataclass(frozen=True)
class Line:
    """A line, or the part of one that a form feed or another separator leaves.

    `number` counts from 1, `page` counts form feeds from 0, `text` has its tabs as spaces and no
    space at its end, `typed` has them as they are.
    """

    number: int
    text: str
    page: int = 0
    typed: str = ""

    @cached_property
    def indent(self) -> int:
        """The column, from 0, that its words begin in."""
        return len(self.text) - len(self.text.lstrip())

    @cached_property
    def words(self) -> str:
        """Its words, parted by single spaces."""
        return " ".join(self.text.split())

    @cached_property
    def segments(self) -> list[tuple[int, int]]:
        """Where words stand that no gap of two or more spaces parts: (first, behind last) columns.

        A bullet and what follows it are one.
        """
        found: list[tuple[int, int]] = []
        for match in _SEGMENT.finditer(self.text):
            start, end = match.span()
            if (
                found
                and start - found[-1][1] <= _HANGING
                and self.text[slice(*found[-1])] in BULLETS
            ):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    @cached_property
    def columns(self) -> int:
        """The columns it fills, a bit each; those between a bullet and its words are filled."""
        bits = "".join("0" if c == " " else "1" for c in reversed(self.text))
        filled = int(bits, 2) if bits else 0
        for start, end in self.segments:
            if self.text[start] in BULLETS:
                gap = end - start - 1 - len(self.text[start + 1 : end].lstrip())
                filled |= ((1 << gap) - 1) << (start + 1)
        return filled

    def run(self, start: int = 0, stop: int | None = None) -> Run:
        """The words between two columns, at this line."""
        return Run(" ".join(self.text[start:stop].split()), Place("line", self.number))

    def within(self, start: int, stop: int | None = None) -> "Line":
        """What of this line stands between two columns, moved to the left."""
        return replace(self, text=self.text[start:stop].rstrip(), typed="")


BULLETS = frozenset("•●▪◦‣∙·■□○➢➤✓►▶◆❖⁃\uf0b7\uf0a7\uf0d8\uf0fc")


def numbered(lines: list[str]) -> Iterator[Line]:
    """The lines with their numbers; a form feed and its like begin a new Line of that number."""
    page = 0
    margin = _margin(lines)
    for number, line in enumerate((line[margin:] for line in lines), start=1):
        parts = _PARTS.split(line) if not line.isascii() or _PARTS.search(line) else (line,)
        at = 0
        for index, part in enumerate(parts):
            if index:
                page += line[at] == "\f"
                at += 1
            at += len(part)
            typed = part.translate(_SPACES)
            tagged = _TAG.search(typed) and "\t" not in typed.rstrip()
            for said in fragments(typed) if tagged else (typed,):
                text = said.expandtabs(_TAB) if "\t" in said else said
                yield Line(number, text.rstrip(), page, said)


def _margin(lines: list[str]) -> int:
    r"""How many white characters begin every line that has words: they are no column.

    >>> _margin(["\t  One", "", "\t    two"])
    3
    """
    printed = [line for line in lines if line.strip()]
    begins = [line[: len(line) - len(line.lstrip(" \t"))] for line in printed] or [""]
    pairs = zip(min(begins), max(begins), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def fragments(text: str) -> list[str]:
    """The words between the tags of a web page, if some were left in a text; bullets begin anew.

    >>> fragments("<p>Opening</p> <ul> ▪ Ms. <b>A</b> ▪ Mr. B </ul>")
    ['Opening', '▪ Ms. A', '▪ Mr. B']
    """
    if not _TAG.search(text):
        return [text] if text.strip() else []
    parts = _BREAK.split(_INLINE.sub("", text))
    return [part.strip() for part in parts if part and part.strip()]


_BLOCKS = "p|ul|ol|li|br|div|table|tbody|thead|tr|td|th|h[1-6]"
_WITHIN = "b|i|em|strong|span|a|u|sup|sub|font"
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_WITHIN})(?:\s[^<>]{{0,300}})?/?>", re.I)
_INLINE = re.compile(rf"</?(?:{_WITHIN})(?:\s[^<>]{{0,300}})?/?>", re.I)
_BREAK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,300}})?/?>|(?<=\s)(?=[•▪●◦]\s)", re.I)


def apart(line: Line) -> Iterator[Line]:
    """A line as several of its number, where wide gaps part what stands at both margins.

    A letterhead and its date are two; a label, a time or a number is one with what stands behind.
    """
    start = 0
    for (begin, end), (behind, _) in pairwise(line.segments):
        said = line.text[begin:end]
        if behind - end >= _WIDE and len(said) > _SHORT and not said.endswith((":", "：")):
            yield replace(line, text=" " * start + line.text[start:end], typed="")
            start = behind
    yield replace(line, text=" " * start + line.text[start:], typed="") if start else line


_WIDE = 8  # spaces; what a page sets against its other margin stands further off than a cell
_SHORT = 6  # characters of a time, a number, a letter
