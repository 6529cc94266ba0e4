"""Bullets and numbers that begin an item, and how deep a list's items stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from partnergraph.readers.layout.lines.line import BULLETS, Line

_DASHES = "-–—*"
_MARK = re.compile(
    rf"(?P<mark>[{re.escape(''.join(sorted(BULLETS)))}]|[{_DASHES}](?=\s)|o(?=\s{{2,}})"
    r"|\((?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})\)(?=\s)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,3})\)(?=\s)"
    r"|(?:[A-Za-z]|[ivxIVX]{2,5}|\d{1,3})\.(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)"
    r"|\[[ xX]?\](?=\s))\s*"
)
_ROMAN = re.compile(r"[ivxIVX]+")


class Mark(NamedTuple):
    """A bullet or number: as printed, its kind, and the column where the words behind it begin."""

    said: str
    kind: str
    column: int
    text: int

    @property
    def bullet(self) -> bool:
        """Whether it does not count."""
        return self.kind in BULLETS or self.kind in _DASHES or self.kind in "o["

    @property
    def dash(self) -> bool:
        """Whether it might as well be a range or a pause in a sentence."""
        return self.kind in _DASHES


def mark_of(text: str) -> Mark | None:
    """The mark that a line begins with, if words follow it.

    >>> mark_of("  (iv) pay for results")
    Mark(said='(iv)', kind='(i)', column=2, text=7)
    """
    start = len(text) - len(text.lstrip())
    found = _MARK.match(text, start)
    if not found or found.end() >= len(text):
        return None
    said = found["mark"]
    return Mark(said, _kind(said), start, found.end())


def hung(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines in which a bullet that stands alone is put before the words right below it."""
    lone: Line | None = None
    for line in lines:
        if lone and line.words and not mark_of(line.text):
            typed = f"{lone.text} {line.text.lstrip()}"
            yield replace(line, text=typed, typed=typed)
        else:
            if lone:
                yield lone
            if line.words not in BULLETS:
                yield line
        lone = line if line.words in BULLETS else None
    if lone:
        yield lone


def earlier(said: str) -> set[str]:
    """What the mark before this one may look like: none for the first, two for `(v)`.

    >>> sorted(earlier("(v)")), earlier("3."), earlier("(a)")
    (['(iv)', '(u)'], {'2.'}, set())
    """
    core = said.strip("().[] ")
    found: set[str] = set()
    head, dot, last = core.rpartition(".")
    if last.isdecimal() and int(last) > 1:
        found.add(f"{head}{dot}{int(last) - 1}")
    if len(core) == 1 and core.isascii() and core.isalpha() and core not in "aA":
        found.add(chr(ord(core) - 1))
    if core.lower() in _NUMERALS[1:]:
        before = _NUMERALS[_NUMERALS.index(core.lower()) - 1]
        found.add(before.upper() if core.isupper() else before)
    return {said.replace(core, one) for one in found}


_NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def _kind(said: str) -> str:
    """What marks of one list have in common: `(a)`, `1.`, `1.1`, a bullet itself."""
    core = said.strip("().[] ")
    if not core or not core[0].isalnum():
        return said[0]
    if core == "o" and said == "o":
        return "o"
    if core.replace(".", "").isdigit():
        shape = ".".join("1" * len(core.split(".")))
        return said.replace(core, shape) if "." not in core else shape
    roman = _ROMAN.fullmatch(core) and core.lower() not in ("x", "v")
    letter = "i" if roman else "a"
    return said.replace(core, letter.upper() if core.isupper() else letter)


@dataclass(slots=True)
class Outline:
    """The items that are open, from the outermost: mark as printed, its kind, its column."""

    open: list[tuple[str, str, int]] = field(default_factory=list)

    def depth(self, mark: Mark) -> int:
        """The depth, from 1, of an item with this mark, which is open from now on."""
        while self.open and self.open[-1][2] > mark.column + 1:
            self.open.pop()
        before = earlier(mark.said)
        for index, (said, kind, column) in enumerate(self.open):
            if abs(column - mark.column) <= 1 and (kind == mark.kind or said in before):
                del self.open[index:]
                break
        if len(self.open) >= _DEEPEST:
            self.open.pop()
        self.open.append((mark.said, mark.kind, mark.column))
        return len(self.open)

    def clear(self) -> None:
        """Ends the list."""
        self.open.clear()


_DEEPEST = 9  # levels; lists of Word and HTML have no more
