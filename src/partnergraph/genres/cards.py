"""The objectives that a meeting or note is about, printed as cards on its first page.

`GCM objective 14: Enhance consular protection, …`, one below another or side by side. Out: the
Roundtable or Session the card stands in, else the Document, DISCUSSES the Objective; the title as
printed becomes its alias. The number says which objective is meant: a title that is not that
number's is reported, a number nobody knows makes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.mentions.objectives import BARE_OPENER, OPENER
from partnergraph.names import Entity, Names
from partnergraph.records.ids import fold
from partnergraph.relations.page import Page

_ALIKE = 0.6  # of a printed title's words; the others are spelled otherwise
_BEGUN = 3  # words of a title that tell whose an objective is that names no framework
_LONGEST = 120  # words of cards; a longer block is prose


class Card(NamedTuple):
    """An objective named by number, the words that name it, and those printed as its title."""

    framework: str
    number: str
    entity: Entity | None
    opener: Passage
    title: Passage

    @property
    def reference(self) -> list[str]:
        """The words of the objective's own title, as they are compared."""
        return _keys(self.entity.name) if self.entity else []

    @property
    def fits(self) -> bool:
        """Whether the printed title, if any, is that of the number."""
        known, said = set(self.reference), _keys(self.title.text)
        return sum(word in known for word in said) >= _ALIKE * len(said)

    @property
    def over(self) -> bool:
        """Whether the title is printed to its end, and nothing behind it."""
        return bool(self.title) and _keys(self.title.text)[-1:] == self.reference[-1:]


def read_page(page: Page) -> str | None:
    """Link the objectives of the cards to where they stand."""
    found = [(part, card) for part in page.parts for card in cards(page, part)]
    for _, card in found:
        doubt = _doubt(card)
        if card.entity:
            _discusses(page, card, card.entity)
        if doubt:
            page.draft.skip(card.opener + card.title, doubt)
        else:
            page.draft.take_words(card.opener + card.title, f"card of {card.opener.text}")
    return f"{found[0][1].opener.text} heads {found[0][0].block.locator}" if found else None


def cards(page: Page, part: Part) -> Iterator[Card]:
    """The cards that a block, or a column of a table, holds from its first word on."""
    for words in _passages(part):
        openers = _openers(words, part, page.names)
        if not openers or openers[0].begin:
            continue
        ends = [*(opener.begin for opener in openers[1:]), len(words.text)]
        for opener, end in zip(openers, ends, strict=True):
            entity = page.names.objective(opener.framework, opener.number)
            named, title = words[opener.begin : opener.stop], words[opener.title : end]
            yield Card(opener.framework, opener.number, entity, named, title)


def _passages(part: Part) -> Iterator[Passage]:
    """The words of a block, or of each column of a table."""
    columns = zip_longest(*part.rows, fillvalue=part.words[:0])
    for words in (part.whole, *(card for column in columns for card in _column(column))):
        if 0 < len(words.words) <= _LONGEST:
            yield words


def _column(cells: Sequence[Passage]) -> Sequence[Passage]:
    """The words of a column: whole, or by its cells where each is a card of its own."""
    own = [cell for cell in cells if cell]
    if all(BARE_OPENER.match(cell.text) for cell in own):
        return own
    return [sum(cells[1:], cells[0])]


class _Opener(NamedTuple):
    """An objective's number: where it begins and ends, and where a title behind it begins."""

    framework: str
    number: str
    begin: int
    stop: int
    title: int


def _openers(words: Passage, part: Part, names: Names) -> list[_Opener]:
    behind = len(part.label.text)
    found = [_opener(match, match.end()) for match in OPENER.finditer(words.text, behind)]
    head = OPENER.fullmatch(part.label.text)
    if head:
        return [_opener(head, behind), *found]
    bare = None if found else _by_title(words, part, names)
    return [_opener(bare, behind or bare.end())] if bare else found


def _opener(match: re.Match[str], title: int) -> _Opener:
    framework = "GCM" if match["gcm"] else "SDG"
    number = match["gcm"] or match["sdg"]
    return _Opener(framework, number, match.start(), match.end(framework.casefold()), title)


def _by_title(words: Passage, part: Part, names: Names) -> re.Match[str] | None:
    """The number of an objective that names no framework, if its title says that it is GCM's."""
    found = BARE_OPENER.match(part.told if part.label else words.text)
    entity = names.objective("GCM", found["gcm"]) if found else None
    begun = _keys(found.string[found.end() :])[:_BEGUN] if found else []
    return found if entity and begun and begun == _keys(entity.name)[: len(begun)] else None


def _doubt(card: Card) -> str:
    if card.entity is None:
        return f"no {card.framework} objective {card.number} is known"
    return "" if card.fits else f"the title printed is not that of {card.opener.text}"


def _discusses(page: Page, card: Card, entity: Entity) -> None:
    draft = page.draft
    objective = draft.shared(entity, card.opener)
    title = card.title.text.lstrip(":.–—- ")
    if card.fits and card.over and title != entity.name:
        draft.alias(objective, title)
    position = draft.text.position(card.opener.words[0])
    where = draft.container(position, "Session", "Roundtable") or draft.document
    within = card.opener + card.title if card.fits else card.opener
    draft.link("DISCUSSES", where, objective, within=within)


def _keys(words: str) -> list[str]:
    """Words as they are compared: `&` is *and*."""
    return fold(words.replace("&", " and ")).split()
