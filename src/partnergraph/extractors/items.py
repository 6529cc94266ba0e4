"""The items of a list as a text breaks them: wrapped, nested, over blank lines and page ends.

`read_items` goes down the lines from where a list begins and stops where something else does. It
gives the items, each with the item it is nested in, and the lines that were not part of any.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from partnergraph.document.words import Passage, Text, Word
from partnergraph.extractors.lines import (
    HEADING_WORDS,
    asks,
    ends_sentence,
    is_heading,
    is_page_number,
    runs_on,
)
from partnergraph.extractors.markers import Marker, marker

_INLINE = re.compile(r"(?:^|\s)\([a-z0-9]{1,3}\)\s")
_TAIL = 24
_DEEPER = 2


@dataclass(eq=False)
class Item:
    """An item of a list: its marker (None where plain paragraphs are the items) and its words."""

    marker: Marker | None
    source: Text
    parent: "Item | None" = None
    parts: list[Word] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @cached_property
    def top(self) -> "Item":
        """The outermost item it is nested in."""
        return self.parent.top if self.parent else self

    @property
    def words(self) -> Passage:
        """All its words but its marker."""
        return Passage(self.source, self.parts)

    @property
    def complete(self) -> bool:
        """Whether its words so far end as a sentence does."""
        return ends_sentence(Passage(self.source, self.parts[-_TAIL:]).text)


@dataclass
class Items:
    """What stands in a list's lines: items in order, and the lines that are none of theirs."""

    items: list[Item] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)
    end: int = 0


def read_items(text: Text, start: int, stops: Callable[[int], bool]) -> Items:
    """The items from position `start` on.

    `stops` says whether something else begins at a position.
    """
    reader = _Reader(text)
    for position in range(start, len(text.lines)):
        line = text.lines[position]
        if line.blank:
            reader.gap = True
        elif stops(position) or not reader.reads(position):
            reader.found.end = position
            return reader.found
    reader.found.end = len(text.lines)
    return reader.found


class _Reader:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.found = Items()
        self.stack: list[Item] = []
        self.current: Item | None = None
        self.asked = False
        self.gap = True

    def reads(self, position: int) -> bool:
        """Take one line; False where the list is over."""
        line = self.text.lines[position]
        if is_page_number(line) or self._bridged(position):
            self.found.furniture.append(position)
            self.gap = True
            return True
        mark = marker(line.text)
        if mark and self._begins(mark, position):
            kept = self._leads_on() and self._place(mark, position)
        else:
            kept = self._goes_on(position, mark)
        self.gap = False
        return kept

    def _begins(self, mark: Marker, position: int) -> bool:
        if self.current is None or self.current.complete:
            return True
        if any(_alike(mark, item) for item in self.stack):
            return True
        if _body(self.text, position).text[:1].islower():
            return False
        before = Passage(self.text, self.current.parts[-_TAIL:]).text
        return not (mark.kind.startswith("()") and _INLINE.search(before))

    def _place(self, mark: Marker, position: int) -> bool:
        self._close()
        if mark.kind == "Q" or not self._nests(mark):
            self.stack.clear()
            self.asked = False
        level = self._level(mark)
        if level is None:
            return False
        if level < len(self.stack) and (before := self.stack[level].marker):
            mark = replace(mark, kind=before.kind)
        del self.stack[level:]
        parent = self.stack[-1] if self.stack else None
        words = list(_body(self.text, position).words)
        self.current = Item(mark, self.text, parent, words, [position])
        self.stack.append(self.current)
        self.found.items.append(self.current)
        return True

    def _close(self) -> None:
        if self.stack and not self.asked:
            self.asked = asks(self.stack[-1].words.text)

    def _nests(self, mark: Marker) -> bool:
        """Whether what was read so far can hold this: it asks, or is a label for what follows."""
        if not self.stack or any(_alike(mark, item) for item in self.stack):
            return True
        return self.asked or not self.stack[-1].complete

    def _level(self, mark: Marker) -> int | None:
        alike = [depth for depth, item in enumerate(self.stack) if _alike(mark, item)]
        last = self.stack[-1].marker if self.stack else None
        if alike:
            nearest = min(alike, key=lambda depth: abs(_column(self.stack[depth]) - mark.column))
            deeper = mark.column >= _column(self.stack[nearest]) + _DEEPER
            return len(self.stack) if deeper and nearest == len(self.stack) - 1 else nearest
        if last and mark.counted and mark.column < last.column + _DEEPER:
            outer = not last.counted or _depth(mark) < _depth(last)
            return None if outer else len(self.stack)
        return len(self.stack)

    def _leads_on(self) -> bool:
        """Whether prose between items, if any, does not introduce a list of something else."""
        if self.current or not (self.found.loose and self.found.items):
            return True
        return not self.text.lines[self.found.loose[-1]].text.rstrip().endswith(":")

    def _goes_on(self, position: int, mark: Marker | None) -> bool:
        if self.current and (mark or self._continues(position)):
            self.current.parts += self.text.lines[position].words
            self.current.lines.append(position)
            return True
        if self.found.items and (self.gap or self.current) and is_heading(self.text, position):
            return False
        self.found.loose.append(position)
        self.current = None
        return True

    def _continues(self, position: int) -> bool:
        assert self.current
        if not self.gap:
            return not (self.current.complete and is_heading(self.text, position))
        end = self._paragraph_end(position)
        paragraph = self.text.passage(position, end).text
        if self.current.complete:
            return paragraph.endswith("?") and self._is_marked(end + 1)
        if is_heading(self.text, position):
            return False
        return not paragraph[:1].isupper() or ends_sentence(paragraph) or "?" in paragraph

    def _paragraph_end(self, position: int) -> int:
        end = position
        while end + 1 < len(self.text.lines):
            following = self.text.lines[end + 1]
            if following.blank or marker(following.text):
                break
            end += 1
        return end

    def _is_marked(self, position: int) -> bool:
        lines = self.text.lines
        return position < len(lines) and marker(lines[position].text) is not None

    def _bridged(self, position: int) -> bool:
        """A running title between the parts of an item that a page end cut."""
        if not (self.gap and self.current and not self.current.complete):
            return False
        line = self.text.lines[position]
        if len(line.words) > HEADING_WORDS or marker(line.text) or line.text.lstrip()[0].islower():
            return False
        alone = position + 1 < len(self.text.lines) and self.text.lines[position + 1].blank
        return alone and runs_on(self.text, position)


def _body(text: Text, position: int) -> Passage:
    """The words of a marked line without its marker."""
    whole = text.passage(position)
    mark = marker(whole.text)
    return whole[mark.length :] if mark else whole


def _alike(mark: Marker, item: Item) -> bool:
    """Whether a marker is of the list an item is of; `i` follows `h` in a list of letters."""
    if item.marker is None or mark.kind == item.marker.kind:
        return item.marker is not None
    letters = item.marker.kind == mark.kind.replace("i", "a", 1)
    return letters and len(mark.value) == 1 and ord(item.marker.value[-1]) + 1 == ord(mark.value)


def _column(item: Item) -> int:
    return item.marker.column if item.marker else 0


def _depth(mark: Marker) -> int:
    return mark.kind.count("1")
