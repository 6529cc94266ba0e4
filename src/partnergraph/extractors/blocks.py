"""A text as blocks: paragraphs, and within them each line that begins with a marker.

In goes a text, out come blocks in order, without page furniture. `Series` says how markers follow
each other (a, b, c; i, ii, iii; 1.1, 1.2), for it is their order that tells (i) after (h) from (i)
before (ii).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.furniture import furniture
from partnergraph.extractors.markers import marker

_LABEL = re.compile(
    r"\(?(?:(?:Recommendation|Recommandation|Recomendación|Proposal|Proposition|Propuesta|Action"
    r"|Acción)\s+(?:n[o°º]\.?\s*)?|R\s?)(\d{1,3}(?:\.\d{1,2})*)\)?\s*[:.)–—-]\s",
    re.IGNORECASE,
)
_WORDED = re.compile(r"\(?(?:Reco|Prop|Acti|Acci)", re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})\s+(?:(?=\S))")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ENDS = re.compile(r"[.;,:?!][”\"’')\]]*$")


@dataclass(frozen=True, slots=True)
class Place:
    """A marker read as one of a series: the style its siblings share, and how far it counts."""

    style: str
    stem: str
    count: int

    def follows(self, other: "Place") -> bool:
        """Whether it is the next of the same series."""
        alike = (self.style, self.stem) == (other.style, other.stem)
        return alike and self.count == other.count + 1

    def opens_after(self, other: "Place") -> bool:
        """Whether it is the first of the next stem."""
        stems = [int(place.stem.rpartition(".")[2] or 0) for place in (self, other)]
        return self.style == other.style and self.count == 1 and stems[0] == stems[1] + 1


@dataclass(frozen=True)
class Block:
    """Lines at positions `first` to `last` that belong together; `apart` after a blank line."""

    text: Text
    first: int
    last: int
    apart: bool

    @cached_property
    def whole(self) -> Passage:
        """All its words."""
        return self.text.passage(self.first, self.last)

    @cached_property
    def hashes(self) -> int:
        """How many # of Markdown stand before it."""
        match = _HASHES.match(self.whole.text)
        return len(match[1]) if match else 0

    @cached_property
    def _mark(self) -> tuple[str, str, int, int]:
        """Its marker: kind, value, column and length in the normalised text."""
        line, words = self.text.lines[self.first].text, self.whole.text
        indent = len(line.expandtabs()) - len(line.expandtabs().lstrip())
        if self.hashes:
            words = words[self.hashes :].lstrip()
        skipped = len(self.whole.text) - len(words)
        label = _LABEL.match(words)
        if label:
            return f"label{label[1].count('.')}", label[1], indent, skipped + label.end()
        found = marker(words)
        if not found:
            return "", "", indent, skipped
        return found.kind, found.value, indent, skipped + found.length

    @property
    def kind(self) -> str:
        """What its marker has in common with its siblings; empty where it has none."""
        return self._mark[0]

    @property
    def bullet(self) -> bool:
        """Whether its marker is a bullet, which counts nothing."""
        return self.kind.startswith("bullet")

    @property
    def labelled(self) -> bool:
        """Whether a word says what it is: `Recommendation 1: …`."""
        return self.kind.startswith("label") and bool(_WORDED.match(self.whole.text))

    @property
    def closed(self) -> bool:
        """Whether it ends as a point of a list that is complete does."""
        return self.whole.text.endswith((";", "."))

    @property
    def code(self) -> str:
        """The number or letter it is printed with."""
        return "" if self.bullet else self._mark[1]

    @property
    def column(self) -> int:
        """How far its first line is indented."""
        return self._mark[2]

    @cached_property
    def words(self) -> Passage:
        """Its words without marker."""
        return self.whole[self._mark[3] : len(self.whole.text)] if self._mark[3] else self.whole

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """What its marker may be in a series, the likeliest first."""
        return tuple(_places(self.kind, self.code)) if self.code else ()

    def follows(self, other: "Block") -> bool:
        """Whether its marker may be the next after the other's."""
        return any(place.follows(before) for place in self.places for before in other.places)

    def opens_after(self, other: "Block") -> bool:
        """Whether it is the first of the next stem: 2.1 after 1.3."""
        return any(place.opens_after(before) for place in self.places for before in other.places)

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence, a clause or an announcement does."""
        return bool(_ENDS.search(self.whole.text.rstrip("*_ ")))

    @cached_property
    def size(self) -> int:
        """How many words it has."""
        return len(self.words.words)


def blocks(text: Text, skipped: set[int] | None = None) -> list[Block]:
    """The blocks of a text but for its page furniture (and lines at `skipped`)."""
    return list(_blocks(text, furniture(plain(text)) | (skipped or set())))


def plain(text: Text) -> list[str]:
    """The lines of a text with single spaces."""
    return [" ".join(line.text.split()) for line in text.lines]


def _blocks(text: Text, outside: set[int]) -> Iterator[Block]:
    first, last, apart, gap = -1, -1, True, True
    for position, line in enumerate(text.lines):
        if line.blank or position in outside:
            gap = True
            continue
        if first >= 0 and (gap or _HASHES.match(line.text) or _begins(text, position)):
            yield Block(text, first, last, apart)
            first = -1
        if first < 0:
            first, apart = position, gap
        last, gap = position, False
    if first >= 0:
        yield Block(text, first, last, apart)


def _begins(text: Text, position: int) -> bool:
    """Whether a line begins with a marker: not with a number that ends the sentence above."""
    line = text.lines[position].text.strip()
    found = marker(line)
    if found and found.length == len(line) and found.kind.startswith("."):
        return bool(_ENDS.search(text.lines[position - 1].text.rstrip()))
    return bool(found or _LABEL.match(line))


def _places(kind: str, code: str) -> Iterator[Place]:
    if code[0].isdigit():
        stem, _, last = code.rpartition(".")
        yield Place(kind, stem, int(last))
        return
    style = kind.rstrip("A").rstrip("ai") + ("A" if code.isupper() else "")
    roman = _roman(code.lower())
    if roman and code.lower() in ("i", "v", "x"):
        yield Place(style + "roman", "", roman)
    if len(code) == 1:
        yield Place(style + "letter", "", ord(code.lower()) - ord("a") + 1)
    if roman and len(code) > 1:
        yield Place(style + "roman", "", roman)


def _roman(numeral: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    if 0 in values:
        return 0
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
