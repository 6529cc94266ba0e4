"""The headings of a text and how they are nested.

In go the blocks of a text, out come sections by the number of the block that heads them. A heading
is short, stands apart and does not end as a sentence does; numbered lines that follow each other
with nothing between are a list, not headings. A style of heading nests in those open before it came
up first (I., then 1., then a.); Markdown says its depth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnergraph.document.words import Passage
from partnergraph.extractors.announcing import announces
from partnergraph.extractors.blocks import Block, Place
from partnergraph.lexicon import lexicon

_LONGEST = 25
_LONGEST_UNMARKED = 14
_MOST_LINES = 3
_LABEL = 60  # characters
_KEYWORD = re.compile(
    r"(?P<word>Theme|Thematic area|Area|Topic|Cluster|Panel|Part|Section|Chapter|Thème|Axe|Partie"
    r"|Tema|Área|Eje|Parte|Sección)\s+(?P<code>\d{1,2}|[IVX]+|[A-Z])\b\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
_TITLE, _LEAD_IN, _CAPS, _BOLD = "title", "lead-in", "caps", "bold"


@dataclass(frozen=True)
class Section:
    """A heading: its title without number, the number as printed, and what it stands under."""

    number: int
    block: Block
    title: Passage
    code: str
    style: str
    parents: tuple["Section", ...]

    @property
    def called(self) -> bool:
        """Whether a word stands before its number: `Theme 2`."""
        return bool(self.code) and self.style.isalpha()

    @property
    def chain(self) -> tuple["Section", ...]:
        """Itself and what it stands under, innermost first."""
        return (self, *reversed(self.parents))


def outline(blocks: Sequence[Block]) -> dict[int, Section]:
    """The sections of a text by the number of the block that is their heading."""
    sections: dict[int, Section] = {}
    stack: list[Section] = []
    counted: dict[str, Place] = {}
    for number, block in enumerate(blocks):
        near = (blocks[number - 1] if number else None, _next(blocks, number))
        place = _place(block, counted)
        known = bool(place and place.style in counted and place.follows(counted[place.style]))
        if not _heads(block, *near, known):
            continue
        style, code, title = _style(block, place)
        stack = _open(stack, style)
        sections[number] = Section(number, block, title, code, style, tuple(stack))
        stack = [*stack, sections[number]]
        if place:
            counted[place.style] = place
    return sections


def _next(blocks: Sequence[Block], number: int) -> Block | None:
    return blocks[number + 1] if number + 1 < len(blocks) else None


def _place(block: Block, counted: dict[str, Place]) -> Place | None:
    for place in block.places:
        if place.style in counted and place.follows(counted[place.style]):
            return place
    firsts = [place for place in block.places if place.count == 1]
    return next(iter((*firsts, *block.places)), None)


def _heads(block: Block, before: Block | None, after: Block | None, known: bool) -> bool:
    lines = block.last - block.first + 1
    if block.bullet or block.ended or not 0 < block.size <= _LONGEST or lines > _MOST_LINES:
        return False
    if block.words.text[0].islower() or _labels(block.whole.text):
        return False
    if block.hashes:
        return True
    if block.places:
        announced = before is not None and before.whole.text.endswith(":")
        listed = after is not None and after.follows(block) and not block.code.endswith(".0")
        listed = listed or (before is not None and block.follows(before))
        return not announced and not listed and (block.apart or known)
    closed = after is None or after.apart or bool(after.kind)
    return block.apart and closed and block.size <= _LONGEST_UNMARKED


def _labels(words: str) -> bool:
    """Whether words begin with a label that says who did something: `Moderator: …`."""
    label, colon, _ = words.partition(":")
    entry = lexicon().label(label) if colon and len(label) <= _LABEL else None
    return entry is not None and entry.kind == "role"


def _style(block: Block, place: Place | None) -> tuple[str, str, Passage]:
    words = block.words
    if block.hashes:
        return f"#{block.hashes}", block.code, words
    if place:
        return f"{place.style}{place.stem.count('.')}", block.code, words
    keyword = words.match(_KEYWORD)
    if keyword and keyword.start() == 0:
        rest = words[keyword.end() : len(words.text)]
        return keyword["word"].casefold(), keyword["code"], rest or words
    if words.text.startswith("**") and words.text.endswith("**"):
        return _BOLD, "", words[2 : len(words.text) - 2]
    if words.text.isupper():
        return _CAPS, "", words
    return (_LEAD_IN if announces(words.text) else _TITLE), "", words


def _open(stack: list[Section], style: str) -> list[Section]:
    """What a heading of this style stands under, of what was open before it."""
    if style.startswith("#"):
        depth = len(style), style
        return [above for above in stack if above.style.startswith("#")][: _shallower(stack, depth)]
    styles = [section.style for section in stack]
    if style == _LEAD_IN:
        return stack[: styles.index(_LEAD_IN)] if _LEAD_IN in styles else stack
    if style in styles:
        return stack[: styles.index(style)]
    if style == _TITLE:
        return stack
    unmarked = (_TITLE, _LEAD_IN)
    return stack[: next((i for i, s in enumerate(styles) if s in unmarked), len(stack))]


def _shallower(stack: list[Section], depth: tuple[int, str]) -> int:
    marked = [section.style for section in stack if section.style.startswith("#")]
    return next((i for i, s in enumerate(marked) if (len(s), s) >= depth), len(marked))
