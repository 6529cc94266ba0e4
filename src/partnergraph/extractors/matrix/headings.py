"""Themes, roundtables and sections of a matrix: their labels, titles and where they begin.

Labels may come in a row before their titles; cells of a section may still follow the next one's
label, up to its title.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.matrix.clues import is_verb, opens_details, spelled, words_of
from partnergraph.ids import fold
from partnergraph.mentions.dates import dates

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z]|[a-z])"
_LETTER = re.compile(
    r"\(?(?P<code>\d{1,2}(?:\.\d{1,2}){1,2}(?=[.)\s]|$)|(?:\d{1,2}|[IVXivx]{1,4}|[A-Za-z])(?=[.)]))[.)]?"
)
_LONGEST_TITLE = 40
_MOST_LINES = 4
_TITLE_WITHIN = 12
_DATE_WORDS = 5


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(
            rf"(?:{spelled(kind)})\s+(?P<code>{_NUMBER})\s*(?:[.:–—-]\s*|$)", re.IGNORECASE
        )
        for kind in ("theme", "roundtable", "section")
    }


@dataclass(slots=True)
class Place:
    """A theme, roundtable or section: its code, its words, and from which line on we are in it.

    A section that holds others is a `cluster`. `named`: its label says what it is, in a word.
    """

    kind: str
    code: str
    label: Passage
    begins: int
    title: Passage | None = None
    lines: list[int] = field(default_factory=list)
    named: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    first: int
    last: int
    words: Passage

    @property
    def text(self) -> str:
        return self.words.text


class Headings:
    """Finds the places of a matrix among the lines that are neither header nor furniture."""

    def __init__(
        self,
        text: Text,
        headers: Collection[int],
        used: Collection[int],
        is_cell: Callable[[str], bool],
    ) -> None:
        self._text, self._headers, self._used, self._is_cell = text, headers, used, is_cell
        self._pending: list[Place] = []
        self._titles: list[_Block] = []
        self._lettered = False
        self._number = 0
        self.places: list[Place] = []
        self.title: Passage | None = None
        self.dated: list[int] = []

    def find(self, starts: Callable[[int], bool]) -> list[Place]:
        """All places in the order of their lines; `starts` tells where a page or block begins."""
        elements = list(self._elements(starts))
        self._lettered = any(isinstance(e, Place) and e.kind == "section" for e in elements)
        self._take_title(elements)
        for element in elements:
            if isinstance(element, Place):
                self._label(element)
            elif isinstance(element, _Block):
                self._titles.append(element)
            else:
                self._header(element)
        self._resolve(before_header=False)
        self.places.sort(key=lambda place: place.lines[0])
        _nest(self.places)
        return self.places

    # Elements

    def _elements(self, starts: Callable[[int], bool]) -> Iterator["Place | _Block | int"]:
        """Labels, blocks of other lines, and where headers begin."""
        run: list[int] = []
        headed = in_cell = False
        for position, line in enumerate(self._text.lines):
            header = position in self._headers
            free = not (line.blank or header or position in self._used)
            place = self._place(position) if free else None
            cell = free and self._is_cell(line.text.strip())
            if run and (not free or place or cell != in_cell or starts(position)):
                yield self._block(run)
                run = []
            if place:
                yield place
            elif free:
                run.append(position)
            elif header and not headed:
                yield position
            headed = header or (headed and line.blank)
            in_cell = cell
        if run:
            yield self._block(run)

    def _block(self, run: list[int]) -> _Block:
        return _Block(run[0], run[-1], self._text.passage(run[0], run[-1]))

    def _place(self, position: int) -> Place | None:
        words = self._text.passage(position)
        text = words.text
        for kind, label in _labels().items():
            match = label.match(text)
            if match and self._is_title(text[match.end() :], labelled=True):
                return self._made(kind, match, words, position, named=True)
        match = _LETTER.match(text)
        if not match:
            return None
        rest, number = text[match.end() :].strip(), match["code"]
        counts = number[0].isdigit()
        if not rest:
            follows = number.isdigit() and int(number) == self._number + 1 > 1
            if counts and not follows and not self._heads(position):
                return None
            return self._made("section", match, words, position)
        heads = self._heads(position)
        if not self._is_title(rest, labelled=heads) or not rest[0].isupper():
            return None
        cell = (counts or is_verb(rest.split()[0])) and not rest.isupper()
        if (cell or "." in number) and not heads:
            return None
        return self._made("section", match, words, position)

    def _made(
        self, kind: str, match: re.Match[str], words: Passage, position: int, named: bool = False
    ) -> Place:
        rest = words[match.end() : len(words.text)]
        code = match["code"]
        if kind != "theme":
            self._number = int(code) if kind == "section" and code.isdigit() else 0
        label = words[0 : match.end()] if rest else words
        return Place(kind, code, label, position, rest or None, [position], named)

    def _heads(self, position: int) -> bool:
        """Whether nothing but titles stands between a label and the next header."""
        titles = 0
        for following in range(position + 1, len(self._text.lines)):
            line = self._text.lines[following]
            if following in self._headers:
                return True
            if line.blank or following in self._used:
                continue
            titles += 1
            text = line.text.strip()
            if titles > _MOST_LINES or text[-1] in ".;" or self._is_cell(text):
                return False
        return False

    def _is_title(self, text: str, labelled: bool = False) -> bool:
        """Whether a text can be a title; `labelled` ones may look like an acronym: `DATA`."""
        return not text or (
            text[-1] not in ".;,"
            and len(text.split()) <= _LONGEST_TITLE
            and not text[0].islower()
            and text[0] not in "-•–("
            and not opens_details(text)
            and (labelled or not self._is_cell(text))
        )

    def _is_front(self, block: _Block) -> bool:
        """Whether a block can be the document's title, which may be a forum's name."""
        text = block.text.rstrip(".:")
        return self._is_title(text) or (self._is_cell(text) and block.first < _TITLE_WITHIN)

    # Titles to labels

    def _take_title(self, elements: list["Place | _Block | int"]) -> None:
        opening: list[_Block] = []
        for element in elements:
            if not isinstance(element, _Block) or not self._is_front(element):
                break
            opening.append(element)
        following = elements[len(opening) : len(opening) + 1]
        headed = bool(following) and isinstance(following[0], int)
        if len(opening) > 1 and headed and _names_section(opening[-1].text) and not self._lettered:
            opening.pop()
        lines = [p for block in opening for p in range(block.first, block.last + 1)]
        self.dated = [p for p in lines[1:] if self._is_date(p)]
        if opening:
            whole = [w for p in lines if p not in self.dated for w in self._text.lines[p].words]
            self.title = Passage(self._text, whole)
            del elements[: len(opening)]

    def _is_date(self, position: int) -> bool:
        """Whether a line gives the date, perhaps with a place: `Brussels, 9-11 July 2007`."""
        line = " ".join(self._text.lines[position].text.split())
        found = next((match for _, match in dates(line)), None)
        rest = fold(line[: found.start()] + line[found.end() :]).split() if found else []
        named = words_of("header", "never") | words_of("header", "activity")
        return found is not None and len(rest) <= _DATE_WORDS and named.isdisjoint(rest)

    def _label(self, place: Place) -> None:
        if self._titles and self._pending:
            self._resolve(before_header=False)
        self._titles = []
        self.places.append(place)
        if place.title is None:
            self._pending.append(place)

    def _header(self, position: int) -> None:
        if not self._lettered:
            self._unlettered()
        self._resolve(before_header=True)
        last = max(self.places, key=lambda place: place.lines[0], default=None)
        if last and last.title and last.lines[-1] + 1 < position:
            self._continue_title(last, position)

    def _continue_title(self, place: Place, position: int) -> None:
        """An inline title that goes on in the next line, right up to the header."""
        rest = [
            p
            for p in range(place.lines[-1] + 1, position)
            if p not in self._used and not self._text.lines[p].blank
        ]
        near = rest and len(rest) < _MOST_LINES and rest == list(range(rest[0], rest[-1] + 1))
        if near and rest[0] == place.lines[-1] + 1 and place.title:
            more = self._text.passage(rest[0], rest[-1])
            if self._is_title(more.text) or more.text[0].islower():
                place.title = place.title + more
                place.lines += rest

    def _unlettered(self) -> None:
        blocks = [block for block in self._titles if self._is_title(block.text)]
        if not self._titles or not blocks or blocks[-1] is not self._titles[-1]:
            return
        last = blocks[-1]
        if len(blocks) > len(self._pending) and _names_section(last.text):
            count = 1 + sum(place.kind == "section" for place in self._in_roundtable())
            place = Place(
                "section", str(count), Passage(self._text, ()), last.first, None, [last.first]
            )
            self.places.append(place)
            self._pending.append(place)

    def _in_roundtable(self) -> list[Place]:
        inner: list[Place] = []
        for place in self.places:
            inner = [] if place.kind == "roundtable" else [*inner, place]
        return inner

    def _resolve(self, before_header: bool) -> None:
        blocks = self._titles if not before_header else self._titles[::-1]
        chosen: list[_Block] = []
        for block in blocks:
            if len(chosen) == len(self._pending) or not self._is_title(block.text):
                break
            chosen.append(block)
        if before_header:
            chosen.reverse()
        for place, block in zip(
            self._pending[len(self._pending) - len(chosen) :], chosen, strict=True
        ):
            place.title = block.words
            place.begins = block.first
            place.lines += range(block.first, block.last + 1)
        self._pending, self._titles = [], []


def _nest(places: list[Place]) -> None:
    """Say which places hold others: a theme those up to the next, a named section lettered ones."""
    for place, following in pairwise(places):
        if place.kind == "theme":
            place.holds = following.kind != "theme"
        elif place.kind == "section" and place.named and following.kind == "section":
            place.holds = not following.named
            place.kind = "cluster" if place.holds else "section"


def _names_section(text: str) -> bool:
    """Whether a title without a label is a section's: most words capital, no `Matrix of …`."""
    if words_of("header", "never").intersection(fold(text).split()):
        return False
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
