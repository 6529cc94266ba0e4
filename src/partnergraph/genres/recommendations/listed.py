"""Lists that something announces as recommendations, proposals or actions, and their items.

A list begins under a lead-in that ends in a colon, or under a heading; what else stands between
heading and list must not announce anything else. An item has its sub-points and what a page's end
cut off.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import announced, lexicon
from partnergraph.relations.actions import says_who
from partnergraph.relations.numbers import follows
from partnergraph.relations.page import Page
from partnergraph.relations.sections import Section, code_of

_R = re.compile(r"R\s?(?P<code>\d{1,3}(?:\.\d{1,2})*)\s*[:.)–—-]\s")
_TOLD = re.compile(
    r"\b(?:\w+ed|was|were|is|are|had|took|held|gave|said|made|will|ont|fue|fueron)\b"
)
_ACTIONS = ("action", "activity")
_ENDS = (".", ";", ",", ":", "?", "!")


@dataclass
class Item:
    """One point of a list: its number as printed (or none), its words and its blocks."""

    code: str
    words: Passage
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """An announced list: the section it stands in, its lead-in if it has one, and its items."""

    section: Section | None
    lead_in: Part
    items: tuple[Item, ...]


def announced_lists(page: Page) -> Iterator[Listed]:
    """The announced lists of a page."""
    parts, place = page.parts, 1
    while place < len(parts):
        if not _begins(page, place):
            place += 1
            continue
        lead_in = parts[place - 1]
        items = list(_items(page, place))
        section = page.under.get(parts[place])
        place += sum(len(item.parts) for item in items)
        items = [item for item in items if item.words]  # a bullet may stand before a picture alone
        if not leads_in(lead_in):
            items = [] if _is_of_actions(page, section, items) else _unless_told(items)
        if items:
            yield Listed(section, lead_in, tuple(items))


def _is_of_actions(page: Page, section: Section | None, items: Sequence[Item]) -> bool:
    """Whether a heading is the word for what was agreed to be done, and items say by whom."""
    titles = (above.title.text for above in section.chain) if section else ()
    entries = (lexicon().heading(title) for title in titles)
    acted = any(entry is not None and entry.kind in _ACTIONS for entry in entries)
    return acted and any(says_who(page, item.words) for item in items)


def _unless_told(items: Sequence[Item]) -> list[Item]:
    """Items but for numbered paragraphs that only go on telling what happened."""
    return [item for item in items if not (item.code[:1].isdigit() and tells(item.words.text))]


def leads_in(part: Part) -> bool:
    """Whether a block is a lead-in that announces recommendations, proposals or actions."""
    return part.told.endswith(":") and announced.recommendations(_last_sentence(part))


def _last_sentence(part: Part) -> str:
    *_, last = part.whole.sentences()
    return last.text


def _begins(page: Page, place: int) -> bool:
    """Whether the items that begin at a block are announced as recommendations."""
    part, before = page.parts[place], page.parts[place - 1]
    if part in page.headings or not _is_item(part) or leads_in(part):
        return False
    if not before.whole or leads_in(before):
        return bool(before.whole)
    section = page.under.get(part)
    headed = section is not None and announces(section)
    if before in page.headings or not before.told.endswith(":"):
        return headed and not _is_item(before)
    told = _last_sentence(before)
    return headed and (announced.begins("addressed", told) or not announced.others_follow(told))


def announces(section: Section) -> bool:
    """Whether a heading, or one above it, announces, and none in between something else."""
    for above in section.chain:
        if announced.recommendations(above.title.text):
            return True
        if not above.code and _is_of_others(above.title.text):
            return False
    return False


def _is_of_others(title: str) -> bool:
    """Whether a heading says what is below it, and it is no recommendation."""
    known = lexicon().heading(title)
    return announced.something_else(title) or (known is not None and known.id != "recommendation")


def _is_item(part: Part) -> bool:
    return part.block.kind == "item" or bool(_R.match(part.words.text))


def tells(words: str) -> bool:
    """Whether a paragraph only goes on telling what happened.

    >>> tells("The workshop was hosted by Ghana."), tells("The ports should be open.")
    (True, False)
    """
    if announced.says("modal", words) or not announced.begins("told", words):
        return False
    return bool(_TOLD.search(words.partition(".")[0]))


def _items(page: Page, place: int) -> Iterator[Item]:
    first, item = page.parts[place], None
    for part in page.parts[place:]:
        if part in page.headings or leads_in(part):
            break
        if item is None or _is_sibling(part, item, first):
            if item:
                yield item
            item = _item(part)
        elif _belongs(part, item, first):
            item.words += _marked(part)
            item.parts.append(part)
        else:
            break
    if item:
        yield item


def _item(part: Part) -> Item:
    found = _R.match(part.words.text) if part.block.kind != "item" else None
    if found:
        return Item(found["code"], part.words[found.end() :], [part])
    return Item(code_of(part), part.line, [part])


def _is_sibling(part: Part, item: Item, first: Part) -> bool:
    """Whether a block is the next item: a bullet as deep, or the next number."""
    if not _is_item(part) or part.block.kind != first.block.kind:
        return False
    if part.block.level > first.block.level:
        return False
    code = code_of(part) or _item(part).code
    return follows(code, item.code) if code and item.code else bool(code) == bool(item.code)


def _belongs(part: Part, item: Item, first: Part) -> bool:
    """Whether a block goes on with an item: a sub-point, or words that a page's end cut off."""
    if part.block.kind == "item":
        return part.block.level > first.block.level
    small = part.words.text[:1].islower() and part.block.kind == "paragraph"
    return small and not item.words.text.endswith(_ENDS)


def _marked(part: Part) -> Passage:
    """The words of a sub-point with its mark, where the mark is one of the text's words."""
    line = part.line
    place = line.words[0].place
    before = line.source.words[place - 1] if part.block.mark and place else None
    if before and before.text == part.block.mark:
        return Passage(line.source, (before, *line.words))
    return line
