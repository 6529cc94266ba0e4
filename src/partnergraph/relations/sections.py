"""The headings of a page and how they are nested: each with its number, its title, those above.

A lettered or numbered line that no list goes on from heads what stands below it too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import announced, outline
from partnergraph.records.ids import fold

_WORDED = re.compile(
    rf"(?P<word>{outline.pattern('part', 'theme', 'roundtable', 'session')})\s+"
    r"(?P<code>\d{1,2}|[IVX]+|[A-Z])\b\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<code>\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-Za-z])(?:[.)]|(?<=\.\d))\s+(?=\S)"
)
_DECORATION = " #*_"
_MOST_WORDS = 25
_BELOW_ALL = 50  # the level of a line that is a heading by its number alone
_ENDS = (".", ";", ",", ":", "?", "!")


@dataclass(frozen=True)
class Section:
    """A heading: its block, its title without number, the number as printed, what is above it.

    `word` stands before its number: `theme`; `first` is whether it is the page's first block.
    """

    part: Part
    title: Passage
    code: str
    word: str
    level: int
    first: bool
    above: "Section | None"

    @property
    def chain(self) -> Iterator["Section"]:
        """Itself and what it stands under, innermost first."""
        section: Section | None = self
        while section:
            yield section
            section = section.above


def sections(parts: Sequence[Part]) -> dict[Part, Section]:
    """The headings of a page by their blocks."""
    found: dict[Part, Section] = {}
    last: Section | None = None
    for place, part in enumerate(parts):
        if not _heads(parts, place):
            continue
        level = part.block.level if part.block.kind == "heading" else _BELOW_ALL
        above = next((s for s in last.chain if s.level < level), None) if last else None
        last = found[part] = Section(part, *_titled(part), level, place == 0, above)
    return found


def under(parts: Sequence[Part], headings: Mapping[Part, Section]) -> dict[Part, Section]:
    """The innermost heading that each block stands below."""
    found: dict[Part, Section] = {}
    section: Section | None = None
    for part in parts:
        if section:
            found[part] = section
        section = headings.get(part, section)
    return found


def closes(headings: Mapping[Part, Section], section: Section) -> bool:
    """Whether a heading is of the whole page though numbered parts stand before it.

    *Recommendations* behind the last of several themes are of all of them; below each they are not.
    """
    title = fold(section.title.text)
    alike = [each for each in headings.values() if fold(each.title.text) == title]
    if len(alike) > 1 or not (outline.is_general(title) or announced.recommendations(title)):
        return False
    before = list(takewhile(lambda each: each is not section, headings.values()))
    return any(_counted(before, each) > 1 for each in (section, section.above) if each)


def _counted(before: Sequence[Section], section: Section) -> int:
    """How many numbered headings stand beside one."""
    beside = (each for each in before if (each.above, each.level) == (section.above, section.level))
    return sum(bool(each.word) for each in beside)


def code_of(part: Part) -> str:
    """The number or letter that an item is printed with; empty for a bullet."""
    code = part.block.mark.strip("().: ")
    return code if code.isascii() and code[:1].isalnum() else ""


def _heads(parts: Sequence[Part], place: int) -> bool:
    part = parts[place]
    if part.block.kind == "heading":
        return True
    told = part.told
    few = 0 < len(part.words.words) <= _MOST_WORDS and not told.endswith(_ENDS)
    if (
        part.block.kind != "item"
        or not few
        or not code_of(part)
        or not part.words.text[0].isupper()
    ):
        return False
    below = parts[place + 1] if place + 1 < len(parts) else None
    return below is not None and below.block.kind in ("paragraph", "heading")


def _titled(part: Part) -> tuple[Passage, str, str]:
    """A heading's title, the number before it, and the word before that."""
    words = part.words
    if part.block.kind == "item":
        return words, code_of(part), ""
    bare = len(words.text) - len(words.text.lstrip(_DECORATION))
    words = words[bare : len(words.text.rstrip(_DECORATION))]
    found = _WORDED.match(words.text) or _NUMBERED.match(words.text)
    if not found:
        return words, "", ""
    rest = words[found.end() :]
    return rest or words, found["code"], found.groupdict().get("word", "") or ""
