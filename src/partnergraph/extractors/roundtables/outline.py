"""The outline of a themes paper: its themes, roundtables and sessions, where each begins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.days import When, when
from partnergraph.extractors.furniture import contents, furniture
from partnergraph.extractors.markers import marker
from partnergraph.extractors.roundtables.headings import (
    Head,
    apart,
    below,
    could_be_title,
    hangs,
    is_bare_label,
    is_general,
    is_label,
    is_list_label,
    is_of_roundtable,
    is_single_label,
    labelled,
    number,
    runs_on,
)

_TITLE_LINES = 3
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: its `kind` (theme, roundtable, session), `code` as printed, title and time.

    `words` are all its words, in the lines at `first` to `last`; `label` stands before the title
    (`Roundtable 1`); `above` is the code of the roundtable or theme a session stands under.
    """

    kind: str
    code: str
    label: str
    words: Passage
    first: int
    last: int
    when: When
    above: str

    @property
    def title(self) -> str:
        """The title as printed, without label and date; empty where it prints none."""
        return self.when.rest

    @property
    def place(self) -> str:
        """Its place in the outline, the same for a heading that is printed again."""
        return f"{self.kind} {self.above}/{self.code}"


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a text in order, and the positions of furniture, contents and labels."""

    entries: tuple[Entry, ...]
    furniture: frozenset[int]
    contents: frozenset[int]
    labels: frozenset[int]

    def count(self, kind: str) -> int:
        """How many places of a kind there are in it."""
        return len({entry.place for entry in self.entries if entry.kind == kind})


def outline(text: Text) -> Outline | None:
    """The outline of a text; None where no roundtable, nor a session of one, is headed."""
    found = _Reader(text).read()
    has_sessions = found.count("theme") and found.count("session")
    of_roundtable = any(is_of_roundtable(entry.label) for entry in found.entries)
    return found if of_roundtable or has_sessions else None


class _Reader:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.lines = [" ".join(word.text for word in line.words) for line in text.lines]
        self.contents = contents(self.lines)
        self.furniture = furniture(self.lines)
        self.labels: set[int] = set()
        self.entries: list[Entry] = []
        self.above = ""

    def read(self) -> Outline:
        for position, line in enumerate(self.lines):
            if not line or position in self.contents or position <= self._ended:
                continue
            if entry := self._entry(position, line):
                self.entries.append(entry)
                self.above = self.above if entry.kind == "session" else entry.code
            elif is_list_label(line):
                self.labels.add(position)
        headings = {p for entry in self.entries for p in range(entry.first, entry.last + 1)}
        return Outline(
            tuple(self.entries),
            frozenset(self.furniture - headings),
            frozenset(self.contents - headings),
            frozenset(self.labels),
        )

    @property
    def _ended(self) -> int:
        return self.entries[-1].last if self.entries else -1

    def _entry(self, position: int, line: str) -> Entry | None:
        if self._run_into(position):
            return None
        if head := labelled(line):
            if head.kind == "session" and head.round_table and self._under_theme():
                head = replace(head, kind="roundtable")
            above = self.above if head.kind == "session" else ""
            return self._made(position, head, above) if self._heads(position, head) else None
        if head := below(line, self.above):
            return _unless_statement(self._made(position, head, self.above))
        if (head := apart(line)) and self._stands_apart(position, head):
            return _unless_statement(self._made(position, head, ""))
        return None

    def _under_theme(self) -> bool:
        """Whether a theme stands above, with no roundtable of a plain number in between."""
        upper = [entry.kind for entry in self.entries if entry.kind != "session"]
        dotted = all("." in entry.code for entry in self.entries if entry.kind == "roundtable")
        return "theme" in upper and dotted

    def _heads(self, position: int, head: Head) -> bool:
        """Whether a label stands here as a heading does, not at the start of a line of prose."""
        if head.sure or not head.rest:
            return not (head.kind == "session" and not head.rest and head.ends_sentence)
        numbered = head.kind == "session" and "." in head.code
        return self._blank(position - 1) and (numbered or self._blank(position + 1))

    def _stands_apart(self, position: int, head: Head) -> bool:
        """Whether a plainly numbered line heads a session outside the roundtables.

        It says so before (`Separate session`) or counts on from the last roundtable, in an outline
        that numbers its sessions below theirs.
        """
        before = next((p for p in range(position - 1, -1, -1) if self.lines[p]), -1)
        if before in self.labels and is_single_label(self.lines[before]):
            return True
        dotted = any(entry.kind == "session" and "." in entry.code for entry in self.entries)
        follows = bool(self.above) and int(head.code) == number(self.above) + 1
        if is_general(head.rest):
            return False
        return dotted and follows and self._blank(position - 1) and self._blank(position + 1)

    def _run_into(self, position: int) -> bool:
        """Whether the line before, of the same paragraph, goes on in this one."""
        before = position - 1
        if before < 0 or before == self._ended or before in self.furniture:
            return False
        if is_bare_label(self.lines[position]) and not hangs(self.lines[before]):
            return False
        return not marker(self.lines[before]) and runs_on(self.lines[before])

    def _made(self, position: int, head: Head, above: str) -> Entry:
        last = self._title_end(position, head)
        words = self.text.passage(position, last)
        said = when(words.text[head.start :].strip("*_# "))
        return Entry(head.kind, head.code, head.label, words, position, last, said, above)

    def _title_end(self, position: int, head: Head) -> int:
        if head.rest:
            dated = not when(head.rest).rest
            return position if dated else self._continued(position, head.rest)
        start = position + 1
        while start < len(self.lines) and not self.lines[start]:
            start += 1
        if start not in self._title_lines(start):
            return position
        last = self._continued(start, self.lines[start])
        alone = self._blank(last + 1) or not self.lines[last + 1][0].islower()
        return last if alone and could_be_title(self.text.passage(start, last).text) else position

    def _continued(self, position: int, title: str) -> int:
        """The position of the last line of a title that begins in this one."""
        block = list(self._title_lines(position + 1))
        if block and self._is_remainder(block):
            return block[-1]
        last, before = position, title
        for line in block:
            if not (self.lines[line].lstrip("–— ")[:1].islower() or hangs(before)):
                break
            last, before = line, self.lines[line]
        return last

    def _is_remainder(self, block: list[int]) -> bool:
        """Whether lines that end a paragraph belong to the title it begins with."""
        after = next((line for line in self.lines[block[-1] + 1 :] if line), "")
        return (
            self._blank(block[-1] + 1)
            and not after[:1].islower()
            and all(len(self.lines[line]) <= _SHORT for line in block)
            and could_be_title(" ".join(self.lines[line] for line in block))
        )

    def _title_lines(self, start: int) -> Iterator[int]:
        for position in range(start, min(start + _TITLE_LINES, len(self.lines))):
            line = self.lines[position]
            if not line or position in self.furniture or is_label(line) or self._is_item(position):
                return
            yield position

    def _is_item(self, position: int) -> bool:
        """Whether a line is an item of a list; a single dash before small letters is none."""
        line = self.lines[position]
        following = self.lines[position + 1] if position + 1 < len(self.lines) else ""
        aside = line.startswith(("– ", "— ")) and line[2:3].islower()
        return bool(marker(line)) and not (aside and not following.startswith(line[:2]))

    def _blank(self, position: int) -> bool:
        return not 0 <= position < len(self.lines) or not self.lines[position]


def _unless_statement(entry: Entry) -> Entry | None:
    return None if entry.title.endswith((".", "?", "!", ":", ";")) else entry
