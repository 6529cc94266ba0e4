"""The outline of a themes paper: its themes, roundtables and sessions, where each begins."""

from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.roundtables.heads import (
    Head,
    apart,
    below,
    could_be_title,
    hangs,
    labelled,
    number,
)
from partnergraph.lexicon import lexicon, outline
from partnergraph.mentions.days import When, when
from partnergraph.relations.page import Page

_KINDS = ("heading", "item", "label", "paragraph")
_LONGEST = 300  # characters of a heading
_DASHES = ("–", "—", "-")


class Entry(NamedTuple):
    """A heading: its `kind` (theme, roundtable, session), `code` as printed, title and time.

    `parts` are its blocks and `words` all their words; `label` stands before the title
    (`Roundtable 1`); `above` is the code of the roundtable or theme a session stands under.
    """

    kind: str
    code: str
    label: str
    parts: tuple[Part, ...]
    words: Passage
    when: When
    above: str
    of_table: bool

    @property
    def title(self) -> str:
        """The title as printed, without label and date; empty where it prints none."""
        return self.when.rest

    @property
    def place(self) -> str:
        """Its place in the outline, the same for a heading that is printed again."""
        return f"{self.kind} {self.above}/{self.code}"


class Outline(NamedTuple):
    """The headings of a page in order, and the lines that only announce them."""

    entries: tuple[Entry, ...]
    labels: tuple[Part, ...]

    def count(self, kind: str) -> int:
        """How many places of a kind there are in it."""
        return len({entry.place for entry in self.entries if entry.kind == kind})


def outline_of(page: Page) -> Outline | None:
    """The outline of a page; None where no roundtable, nor a session of one, is headed."""
    found = _Reader(page.parts).read()
    has_sessions = found.count("theme") and found.count("session")
    return found if has_sessions or any(entry.of_table for entry in found.entries) else None


class _Reader:
    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        self.labels: list[Part] = []
        self.entries: list[Entry] = []
        self.above = ""

    def read(self) -> Outline:
        read = 0
        for place, part in enumerate(self.parts):
            if place < read or part.block.kind not in _KINDS or len(part.told) > _LONGEST:
                continue
            if entry := self._entry(place, part.told):
                read = place + len(entry.parts)
                self.entries.append(entry)
                self.above = self.above if entry.kind == "session" else entry.code
            elif outline.says("list", part.told) or outline.says("single", part.told):
                self.labels.append(part)
        return Outline(tuple(self.entries), tuple(self.labels))

    def _entry(self, place: int, told: str) -> Entry | None:
        if head := labelled(told):
            if head.kind == "session" and head.of_table and self._under_theme():
                head = head._replace(kind="roundtable")
            above = self.above if head.kind == "session" else ""
            return self._made(place, head, above) if self._heads(place, head) else None
        if head := below(told, self.above):
            return _unless_statement(self._made(place, head, self.above))
        if (head := apart(told)) and self._stands_apart(place, head):
            return _unless_statement(self._made(place, head, ""))
        return None

    def _under_theme(self) -> bool:
        """Whether a theme stands above, with no roundtable of a plain number in between."""
        upper = [entry.kind for entry in self.entries if entry.kind != "session"]
        dotted = all("." in entry.code for entry in self.entries if entry.kind == "roundtable")
        return "theme" in upper and dotted

    def _heads(self, place: int, head: Head) -> bool:
        """Whether a label stands here as a heading does, not at the start of prose."""
        part = self.parts[place]
        if part.block.kind != "heading" and head.rest.endswith((".", ";", ",")):
            return False
        if head.sure or not head.rest:
            return not (head.kind == "session" and not head.rest and head.closed)
        return part.block.kind == "heading" or could_be_title(head.rest)

    def _stands_apart(self, place: int, head: Head) -> bool:
        """Whether a plainly numbered line heads a session outside the roundtables.

        It says so before (`Separate session`) or counts on from the last roundtable, in an outline
        that numbers its sessions below theirs.
        """
        before = self.parts[place - 1] if place else None
        if before in self.labels and outline.says("single", before.told):
            return True
        dotted = any(entry.kind == "session" and "." in entry.code for entry in self.entries)
        follows = bool(self.above) and int(head.code) == number(self.above) + 1
        if outline.is_general(head.rest) or self.parts[place].block.kind != "heading":
            return False
        return dotted and follows

    def _made(self, place: int, head: Head, above: str) -> Entry:
        parts = (self.parts[place], *self._title(place + 1, head))
        told = " ".join(part.told for part in parts)
        words = sum((part.whole for part in parts[1:]), parts[0].whole)
        said = when(told[head.start :].strip("*_# "))
        return Entry(head.kind, head.code, head.label, parts, words, said, above, head.of_table)

    def _title(self, place: int, head: Head) -> Iterator[Part]:
        """The blocks that a title goes on in, or stands in where the heading has none."""
        if place >= len(self.parts):
            return
        part = self.parts[place]
        said = part.told
        if head.rest:
            aside = part.block.mark in _DASHES and said[2:3].islower()
            goes_on = aside or (hangs(head.rest) and part.block.kind == "paragraph")
            if goes_on and could_be_title(said) and when(head.rest).rest:
                yield part
        elif part.block.kind in ("heading", "paragraph") and could_be_title(said):
            known = outline.is_general(said) or lexicon().heading(said) or lexicon().label(said)
            if not (known or labelled(said) or outline.says("list", said)):
                yield part


def _unless_statement(entry: Entry) -> Entry | None:
    return None if entry.title.endswith((".", "?", "!", ":", ";")) else entry
