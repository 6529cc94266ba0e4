"""Lists that something announces as recommendations, proposals or actions, and their items.

In go the blocks and sections of a text, out come announced lists: each item with its sub-points,
wrapped lines and what a page break cut off. A list begins under a lead-in that ends in a colon, or
under a heading; what else stands between heading and list must not announce anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add

from partnergraph.document.words import Passage
from partnergraph.extractors.announcing import announces, announces_another
from partnergraph.extractors.blocks import Block
from partnergraph.extractors.outline import Section
from partnergraph.extractors.running_prose import hangs

_NARRATIVE = re.compile(
    r"(?:The|An?|In|At|On|During|It|This|These|Many|Several|Some|Most|One|Others?|There|Participants"
    r"|Delegations|Delegates|Member States|Speakers|Panell?ists|Les?|La|El|Los|Las|Il|Se)\b"
    r"[^.;]*?\b(?:\w+ed|was|were|is|are|had|took|held|gave|said|made|will|a été|ont|fue|fueron)\b"
)
_ADDRESSED = re.compile(
    r"(?:(?:Recommendations?|Actions?) )?(?:To|For|By|Aux?|À|Pour|A l[oa]s?|Al|Para)\s", re.I
)
_MODAL = re.compile(
    r"\b(?:should|shall|must|needs?|ought|recommend\w*|propos\w+|calls?|called|urg\w+|encourag\w+"
    r"|invit\w+|suggest\w*|request\w*|devr\w+|doi(?:t|vent)|faut|deb\w+|recom\w+)\b",
    re.I,
)
_SLACK = 15
_INDENT = 2


@dataclass(frozen=True)
class Item:
    """One point of a list: its number as printed (or none) and its words.

    `left` are lines below it of which nothing says that they are still its own.
    """

    code: str
    words: Passage
    positions: tuple[int, ...]
    left: tuple[int, ...]


@dataclass(frozen=True)
class Listed:
    """An announced list: its first block, its items and its lead-in.

    Items that are each labelled (`Recommendation 1: …`) need no lead-in.
    """

    first: Block
    lead_in: Block | None
    items: tuple[Item, ...]


def announced_lists(
    blocks: Sequence[Block], sections: dict[int, Section]
) -> Iterator[tuple[Listed, Section | None]]:
    """The announced lists with the section each stands in."""
    section: Section | None = None
    number = 0
    while number < len(blocks):
        section = sections.get(number, section)
        lead_in = _lead_in(blocks, number, section, sections)
        if lead_in or (blocks[number].labelled and number not in sections):
            end, items = _items(blocks, number, sections)
            if lead_in and not leads_in(lead_in):
                items = tuple(item for item in items if not _tells(item))
            if items:
                yield Listed(blocks[number], lead_in, items), section
            number = end
        else:
            number += 1


def _lead_in(
    blocks: Sequence[Block], number: int, section: Section | None, sections: dict[int, Section]
) -> Block | None:
    if not _begins(blocks, number, sections):
        return None
    before = blocks[number - 1]
    return before if _announced(before, number, section, sections) else None


def _tells(item: Item) -> bool:
    """Whether a numbered paragraph under a heading only goes on telling what happened."""
    words = item.words.text
    return item.code[:1].isdigit() and bool(_NARRATIVE.match(words)) and not _MODAL.search(words)


def _begins(blocks: Sequence[Block], number: int, sections: dict[int, Section]) -> bool:
    block = blocks[number]
    if not number or not block.kind or not block.size or number in sections or leads_in(block):
        return False
    return block.apart or number - 1 in sections or blocks[number - 1].whole.text.endswith(":")


def leads_in(block: Block) -> bool:
    """Whether a block is a lead-in that announces recommendations, proposals or actions."""
    return block.whole.text.endswith(":") and announces(_last_sentence(block))


def _last_sentence(block: Block) -> str:
    *_, last = block.whole.sentences()
    return last.text


def _announced(
    before: Block, number: int, section: Section | None, sections: dict[int, Section]
) -> bool:
    if leads_in(before):
        return True
    headed = section is not None and _heads_recommendations(section)
    if number - 1 in sections or not before.whole.text.endswith(":"):
        return headed
    told = _last_sentence(before)
    return headed and (bool(_ADDRESSED.match(told)) or not announces_another(told))


def _heads_recommendations(section: Section) -> bool:
    """Whether a heading, or one above it, announces, and none in between something else."""
    for above in section.chain:
        if announces(above.title.text):
            return True
        if announces_another(above.title.text) and not above.code:
            return False
    return False


def _items(
    blocks: Sequence[Block], number: int, sections: dict[int, Section]
) -> tuple[int, tuple[Item, ...]]:
    groups = [[blocks[number]]]
    end = number + 1
    while end < len(blocks) and end not in sections:
        block = blocks[end]
        if _sibling(block, groups[-1][0], groups[0][0]) and not leads_in(block):
            groups.append([block])
        elif _belongs(block, groups[-1]):
            groups[-1].append(block)
        else:
            break
        end += 1
    width = max(len(line) for group in groups for block in group for line in _lines(block))
    return end, tuple(_item(group, width) for group in groups if group[0].size)


def _sibling(block: Block, last: Block, first: Block) -> bool:
    if not block.bullet:
        return block.follows(last) or block.opens_after(last)
    if block.column >= first.column + _INDENT:
        return False
    if block.kind != first.kind:
        return last.closed and block.words.text[:1].isupper()
    begins_small = block.words.text[:1].islower() and not first.words.text[:1].islower()
    return block.apart or not begins_small


def _belongs(block: Block, item: list[Block]) -> bool:
    if not block.kind:
        return block.words.text[0].islower() and not item[-1].ended
    if block.bullet or any(place.count == 1 for place in block.places):
        return True
    return any(block.follows(part) for part in item[1:])


def _item(group: list[Block], width: int) -> Item:
    kept: list[tuple[Block, int]] = []
    left: list[int] = []
    for block in group:
        last = block.first - 1 if left else _own_end(block, width)
        left.extend(range(last + 1, block.last + 1))
        if last >= block.first:
            kept.append((block, last))
    parts = [_part(block, last, block is group[0]) for block, last in kept]
    positions = tuple(p for block, last in kept for p in range(block.first, last + 1))
    return Item(group[0].code, reduce(add, parts), positions, tuple(left))


def _part(block: Block, last: int, without_marker: bool) -> Passage:
    whole = block.words if without_marker else block.whole
    if last == block.last:
        return whole
    within = {word.place for word in block.text.passage(block.first, last).words}
    return Passage(block.text, [word for word in whole.words if word.place in within])


def _own_end(block: Block, width: int) -> int:
    """The last of its lines that is no new paragraph.

    A line that ends well before the others do was not wrapped, and what begins with a capital
    below it is something else.
    """
    lines = _lines(block)
    for index, (line, after) in enumerate(pairwise(lines)):
        room = width - len(line) - len(after.split()[0])
        if room > _SLACK and after.lstrip()[0].isupper() and not hangs(line):
            return block.first + index
    return block.last


def _lines(block: Block) -> list[str]:
    return [line.text.rstrip() for line in block.text.lines[block.first : block.last + 1]]
