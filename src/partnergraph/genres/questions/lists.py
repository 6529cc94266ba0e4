"""The lists of questions on a page: what announces each, and its items, group by group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.questions.asked import asks, ends_asking, ends_sentence
from partnergraph.lexicon import announced
from partnergraph.relations.containers import container
from partnergraph.relations.page import Page

_Q = re.compile(
    r"(?:Q(?:uestion)?|Pregunta|Pergunta|Frage)[\s.]*(?:no\.?\s?|n[°º]\s?|#)?"
    r"(?P<code>\d{1,2}(?:\.\d{1,2})*)\s?(?:[.:)–—-]\s*|\s+(?=\S)|$)"
)
_NUMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s+")
HOLDING = ("Topic", "Session", "Roundtable")
_DECORATION = " #*_=:\u00a0"
_LONGEST_HEADING = 16  # words


@dataclass(eq=False)
class Item:
    """An item of a list: the code it is printed with, how deep it stands, its words and blocks."""

    code: str
    level: int
    words: Passage
    parts: list[Part]
    parent: "Item | None" = None

    @property
    def complete(self) -> bool:
        """Whether its words so far end as a sentence does."""
        return ends_sentence(self.words.text)

    def go_on(self, part: Part) -> None:
        """Take the words of a block that a page's end, or a blank line, has cut off."""
        self.words += part.whole
        self.parts.append(part)


@dataclass
class Questions:
    """A list of questions below what announces it."""

    announcement: Part
    items: list[Item] = field(default_factory=list)


def question_lists(page: Page) -> list[Questions]:
    """Every announced list in which something is asked."""
    parts = page.parts
    announcing = [place for place in range(len(parts)) if announces(parts, place)]
    found = (each for place in announcing for each in _Reader(page, place).lists())
    return [
        each
        for each in found
        if any(asks(item.words.text) for item in each.items) and not _is_comment(each)
    ]


def _is_comment(questions: Questions) -> bool:
    """Whether a list stands in the comments of a program: each of its lines begins with a sign."""
    return all(item.words.text.startswith("#") for item in questions.items)


def announces(parts: Sequence[Part], place: int) -> bool:
    """Whether a block says that questions follow: a heading, or a sentence that ends in a colon."""
    return _is_title(parts[place]) or _leads_in(parts, place)


def _is_title(part: Part) -> bool:
    if len(part.whole.words) > _LONGEST_HEADING and not part.label:
        return False
    said = part.label.text or part.told.strip(_DECORATION)
    return announced.questions(_NUMBER.sub("", said, count=1).strip(_DECORATION))


def _leads_in(parts: Sequence[Part], place: int) -> bool:
    part = parts[place]
    if part.block.kind not in ("paragraph", "heading") or not part.told.endswith(":"):
        return False
    *_, told = part.whole.sentences()
    if announced.questions_follow(told.text):
        return True
    two = [below.told for below in parts[place + 1 : place + 3] if below.block.kind == "item"]
    return (
        len(two) == 2 and all(map(ends_asking, two)) and not announced.says("answered", told.text)
    )


class _Reader:
    """Goes down the blocks from an announcement and stops where something else begins."""

    def __init__(self, page: Page, place: int) -> None:
        self.page = page
        self.parts = page.parts
        self.place = place + 1
        self.announcement = self.parts[place]
        self.home = _home(page, self.announcement)

    def lists(self) -> Iterator[Questions]:
        """The lists that an announcement holds: one, or one under each heading within it."""
        first = self._list()
        if self.announcement.label:
            first.items.insert(0, _item(self.announcement, "", 0, self.announcement.words))
        yield first
        while _is_title(self.announcement) and self._is_group(bool(first.items)):
            self.home = _home(self.page, self.parts[self.place])
            self.place += 1
            yield self._list()

    def _is_group(self, any_items: bool) -> bool:
        """Whether the block that ended a list heads more questions right below it."""
        if self.place + 1 >= len(self.parts) or self.parts[self.place].block.kind != "heading":
            return False
        below = self.parts[self.place + 1]
        asked = marked(below) is not None or ends_asking(below.told)
        return asked and not announces(self.parts, self.place) and not (any_items and below.label)

    def _list(self) -> Questions:
        found = Questions(self.announcement)
        while self.place < len(self.parts):
            part = self.parts[self.place]
            if not self._reads(found.items, part):
                break
            self.place += 1
        if not any(marked(part) for item in found.items for part in item.parts):
            return found
        found.items = [item for item in found.items if marked(item.parts[0])]
        return found

    def _reads(self, items: list[Item], part: Part) -> bool:
        """Take one block; False where the list is over."""
        last = items[-1] if items else None
        own = marked(part)
        if announces(self.parts, self.place) or part in self.page.headed or part.rows:
            return False
        if _home(self.page, part) != self.home:
            return False
        if own:
            items.append(_nested(items, part, *own))
        elif part.block.kind == "heading":
            return bool(last and not last.complete and self._is_running())
        elif last and self._goes_on(last, part):
            last.go_on(part)
        elif ends_asking(part.told) and not (last and marked(last.parts[0])):
            items += _plain(part)
        else:
            return not items
        return True

    def _goes_on(self, item: Item, part: Part) -> bool:
        """Whether a paragraph is still an item's: it is small, or asks before the next item."""
        said = part.told
        if said[:1].islower() or said[:1] in "([":
            return True
        if not marked(item.parts[0]):
            return False
        if item.complete:
            return ends_asking(said) and marked(self._next()) is not None
        return ends_sentence(said) or "?" in said

    def _is_running(self) -> bool:
        """Whether a heading is only a page's, between the parts of an item that it cuts."""
        below = self._next()
        return below is not None and below.told[:1].islower()

    def _next(self) -> Part | None:
        return self.parts[self.place + 1] if self.place + 1 < len(self.parts) else None


def _home(page: Page, part: Part) -> str:
    """The id of what a block stands under; empty for the document."""
    found = container(page, part, *HOLDING)
    return found.id if found else ""


def marked(part: Part | None) -> tuple[str, int, Passage] | None:
    """The code, depth and words of a block that a mark or `Q1:` makes an item."""
    if part is None:
        return None
    if part.label and (label := _Q.fullmatch(part.label.text)):
        return label["code"], 0, part.words
    if part.block.kind in ("heading", "paragraph") and (found := _Q.match(part.words.text)):
        return found["code"], 0, part.words[found.end() :]
    if part.block.kind == "item":
        code = part.block.mark.strip("().: ")
        return (code if code.isascii() and code[:1].isalnum() else ""), part.block.level, part.line
    return None


def _nested(items: Sequence[Item], part: Part, code: str, level: int, words: Passage) -> Item:
    item = _item(part, code, level, words)
    item.parent = next((above for above in reversed(items) if above.level < level), None)
    return item


def _item(part: Part, code: str, level: int, words: Passage) -> Item:
    return Item(code, level, words, [part])


def _plain(part: Part) -> Iterator[Item]:
    """A paragraph that asks: one question a line where each line ends in a question mark."""
    lines: dict[int, list[int]] = {}
    for index, word in enumerate(part.whole.words):
        lines.setdefault(word.line, []).append(index)
    cut = [Passage(part.whole.source, [part.whole.words[i] for i in run]) for run in lines.values()]
    each = cut if all(ends_asking(words.text) for words in cut) else [part.whole]
    yield from (_item(part, "", 1, words) for words in each)
