"""Cells that list who does what: how surely a text is one, and which stand at a line's end."""

import re
from collections.abc import Iterator, Sequence

from partnergraph.document.words import Passage, Word
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import words as told
from partnergraph.mentions.listing import Listed, each
from partnergraph.relations.lost_grid.forms import BULLET, NUMBERED, links, orders
from partnergraph.relations.page import Page
from partnergraph.relations.shares import groups

SURE, LIKELY, OPEN, NOT = 3, 2, 1, 0
"""Bodies known or printed as acronyms; capitals as names have; nobody or a class; a text."""

_LONGEST = 400  # letters of a cell
_MOST_AT_END = 8  # words
_FEWEST = 3  # words before a text is known to flow: a class of bodies may be lower case too
_AROUND = ".,;:()“”\"'’!?"
_LABEL = re.compile(r"(?:^|(?<=[;,] ))([^\W\d_][\w -]{2,30}):\s")


class Bodies:
    """Reads cells of bodies as `mentions` does; remembers what it has seen."""

    def __init__(self, page: Page, language: str) -> None:
        self._page, self._language = page, language
        printed = {word.text.strip(_AROUND) for word in page.draft.text.words}
        self._plain = {word.casefold() for word in printed if not word.isupper()}
        self._levels: dict[str, int] = {}
        self._seen: set[str] = set()

    def level(self, text: str) -> int:
        """How surely a text lists bodies."""
        if text not in self._levels:
            self._levels[text] = self._level(text)
            if self._levels[text] == SURE:
                self._seen.update(part.text for part in self._parts(text))
        return self._levels[text]

    def _level(self, text: str) -> int:
        bare = BULLET.sub("", text, count=1).strip() or text
        if len(bare) > _LONGEST or bare.endswith((":", "?", "!", ";")) or self._flows(bare):
            return NOT
        if is_empty(bare):
            return OPEN
        if lexicon().header(NUMBERED.sub("", bare, count=1).strip()) and not bare.isupper():
            return NOT
        named: list[Listed] = []
        for part in self._parts(bare):
            if part.names:
                named.append(part)
            elif not _is_nobody(part.text):
                return NOT
        if not named:
            return OPEN
        if any(self._is_sure(part) for part in named):
            return SURE if len(named) > 1 or not bare.endswith(".") else NOT
        return LIKELY if bare[-1] != "." and not orders(bare, self._language) else NOT

    def _flows(self, text: str) -> bool:
        """Whether most words are those of a sentence: in lower case, and not between names."""
        words = text.split()
        told = [w for w in words if w.islower() and not links(w, self._language)]
        return len(words) > _FEWEST and 2 * len(told) > len(words)

    def _parts(self, text: str) -> Iterator[Listed]:
        for piece in (group for part in pieces(text) for group in groups(part)):
            yield from each(piece, self._page.names, self._page.definitions)

    def _is_sure(self, part: Listed) -> bool:
        first = part.names[0]
        if first.entity:
            return first.entity.label in ("Agency", "Organisation", "RCP", "Country")
        spelled = bool(first.kind) and not (part.text.isupper() and " " in part.text)
        return spelled or self._is_acronym(part.text) or part.text in self._seen

    def _is_acronym(self, text: str) -> bool:
        """Whether a name is one by its capitals: `ZAMU`, `BLK-3`; not `DATA` beside *data*."""
        bare = text.partition(" (")[0]
        capitals = sum(map(str.isupper, bare))
        return " " not in bare and capitals > 1 and bare.casefold() not in self._plain

    def tail(self, words: tuple[Word, ...]) -> tuple[int, bool]:
        """How many words at a line's end list bodies, and whether they surely are another cell.

        A sentence may end a line with a body too. Sure is what stands behind a sentence's end, or
        several that nothing in the sentence leads to.
        """
        for count in range(min(_MOST_AT_END, len(words) - 1), 0, -1):
            named = self._known([word.text for word in words[-count:]])
            if not named:
                continue
            before = words[-count - 1].text
            if before.endswith((".", ";", ":", "?")):
                return count, True
            several = named > 1 or words[-1].text.endswith(",")
            leads = before.endswith(",") or links(before, self._language)
            return (count if several or not leads else 0), several and not leads
        return 0, False

    def _known(self, words: Sequence[str]) -> int:
        """How many bodies some words list if all are known; else none."""
        if not words[0][0].isupper() or words[-1][-1] in ".:)":
            return 0
        count = 0
        for part in self._parts(" ".join(words)):
            if not (part.names and self._at_end(part)):
                return 0
            count += len(part.names)
        return count

    def _at_end(self, part: Listed) -> bool:
        entities = [mention.entity for mention in part.names]
        agencies = all(entity and entity.label in ("Agency", "Organisation") for entity in entities)
        return agencies or part.text in self._seen


def pieces(text: str) -> Iterator[str]:
    """A cell's text without the labels that say who of it leads: `Lead: IOM; Partners: UNDP`."""
    place = 0
    for found in _LABEL.finditer(text):
        entry = lexicon().label(found[1])
        if entry and entry.kind == "role":
            if text[place : found.start()].strip(" ;,"):
                yield text[place : found.start()].strip(" ;,")
            place = found.end()
    yield text[place:]


def named_in(cell: Passage) -> Iterator[Passage]:
    """The same as passages of a cell."""
    place = 0
    for piece in pieces(cell.text):
        place = cell.text.index(piece, place)
        yield cell[place : place + len(piece)]


def is_empty(text: str) -> bool:
    """Whether a cell says that nothing stands in it: `–`, `n/a`, `TBC`.

    >>> is_empty("–"), is_empty("n/a"), is_empty("governments")
    (True, True, False)
    """
    return not any(map(str.isalnum, text)) or told().is_nobody(text)


def _is_nobody(text: str) -> bool:
    return told().is_nobody(text) or told().is_class(text)
