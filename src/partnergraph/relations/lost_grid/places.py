"""Themes, roundtables and sections of a matrix: their labels, titles and where they begin.

Labels may come in a row before their titles; cells of a section may still follow the next one's
label, up to its title.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.dates import dates
from partnergraph.records.ids import fold
from partnergraph.relations.lost_grid.bodies import OPEN, SURE, Bodies
from partnergraph.relations.lost_grid.forms import is_infinitive, opens_details, orders
from partnergraph.relations.lost_grid.printed import Printed

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z]|[a-z])"
_LETTER = re.compile(
    r"\(?(?P<code>\d{1,2}(?:\.\d{1,2}){1,2}(?=[.)\s]|$)|(?:\d{1,2}|[IVXivx]{1,4}|[A-Za-z])(?=[.)]))[.)]?"
)
_LONGEST_TITLE = 40  # words
_MOST_LINES = 4  # of a title before a header
_FRONT = 12  # lines in which a document's title may be a body's name
_DATE_WORDS = 5  # beside a date in a line that gives it
_CAPITALS = 0.6  # of a title's longer words
_BRIEF = 8  # words of a title without capitals


@cache
def _labels() -> Mapping[str, re.Pattern[str]]:
    return {kind: _label(kind) for kind in ("theme", "roundtable", "section")}


def _label(kind: str) -> re.Pattern[str]:
    words = (word for language in LANGUAGES for word in lexicon().small(f"part.{kind}", language))
    spelled = "|".join(map(re.escape, words))
    return re.compile(rf"(?:{spelled})\s+(?P<code>{_NUMBER})\s*(?:[.:–—-]\s*|$)", re.IGNORECASE)


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


class _Block(NamedTuple):
    first: int
    last: int
    words: Passage


def is_label(text: str) -> bool:
    """Whether a line begins a theme, roundtable or section: by a word and number, by a letter."""
    return bool(_LETTER.fullmatch(text)) or any(label.match(text) for label in _labels().values())


class Places:
    """Finds the places of a matrix among the lines that are no header."""

    def __init__(self, printed: Printed, headers: Collection[int], bodies: Bodies, language: str):
        self._printed, self._text, self._headers = printed, printed.text, headers
        self._bodies, self._language = bodies, language
        self._pending: list[Place] = []
        self._titles: list[_Block] = []
        self._number = 0
        self.found: list[Place] = []
        self.title: Passage | None = None
        self.dated: list[int] = []
        self._find()

    def _find(self) -> None:
        elements = list(self._elements())
        self._lettered = any(isinstance(e, Place) and e.kind == "section" for e in elements)
        self._take_title(elements)
        for element in elements:
            if isinstance(element, Place):
                self._begin(element)
            elif isinstance(element, _Block):
                self._titles.append(element)
            else:
                self._header(element)
        self._resolve(before_header=False)
        self.found.sort(key=lambda place: place.lines[0])
        _nest(self.found)

    def _is_cell(self, position: int) -> bool:
        return self._bodies.level(self._printed.line(position)) == SURE

    def _elements(self) -> Iterator["Place | _Block | int"]:
        """Labels, blocks of other lines, and where headers begin."""
        run: list[int] = []
        headed = in_cell = False
        for position, line in enumerate(self._text.lines):
            header = position in self._headers
            free = self._printed.is_free(position) and not header
            place = self._place(position) if free else None
            cell = free and self._is_cell(position)
            if run and (not free or place or cell != in_cell or self._printed.begins(position)):
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
        if not rest:
            follows = number.isdigit() and int(number) == self._number + 1 > 1
            if number[0].isdigit() and not follows and not self._heads(position):
                return None
            return self._made("section", match, words, position)
        heads = self._heads(position)
        if not self._is_title(rest, labelled=heads) or not rest[0].isupper():
            return None
        orders = is_infinitive(rest.split()[0], self._language)
        cell = (number[0].isdigit() or orders) and not rest.isupper()
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
            if following in self._headers:
                return True
            if not self._printed.is_free(following):
                continue
            titles += 1
            if titles > _MOST_LINES or self._printed.line(following)[-1] in ".;":
                return False
            if self._is_cell(following):
                return False
        return False

    def _is_title(self, text: str, labelled: bool = False) -> bool:
        """Whether a text can be a title; `labelled` ones may look like an acronym: `DATA`."""
        return not text or (
            text[-1] not in ".;,"
            and len(text.split()) <= _LONGEST_TITLE
            and not text[0].islower()
            and text[0] not in "-•–("
            and not opens_details(text, self._language)
            and (labelled or self._bodies.level(text) not in (SURE, OPEN))
        )

    # Titles to labels

    def _take_title(self, elements: list["Place | _Block | int"]) -> None:
        opening: list[_Block] = []
        for element in elements:
            if not isinstance(element, _Block) or not self._is_front(element):
                break
            opening.append(element)
        following = elements[len(opening) : len(opening) + 1]
        headed = bool(following) and isinstance(following[0], int)
        last = opening[-1].words.text if opening else ""
        if len(opening) > 1 and headed and self._names_section(last) and not self._lettered:
            opening.pop()
        lines = [p for block in opening for p in range(block.first, block.last + 1)]
        self.dated = [p for p in lines[1:] if self._is_date(p)]
        if opening:
            whole = [w for p in lines if p not in self.dated for w in self._text.lines[p].words]
            self.title = Passage(self._text, whole)
            del elements[: len(opening)]

    def _is_front(self, block: _Block) -> bool:
        """Whether a block can be the document's title, which may be a forum's name."""
        text = block.words.text.rstrip(".:")
        named = self._bodies.level(text) == SURE and block.first < _FRONT
        return self._is_title(text) or named

    def _is_date(self, position: int) -> bool:
        """Whether a line gives the date, perhaps with a place: `Brussels, 9-11 July 2007`."""
        line = self._printed.line(position)
        found = next((match for _, match in dates(line)), None)
        rest = fold(line[: found.start()] + line[found.end() :]).split() if found else []
        listing = any(word in _listings() or lexicon().header(word) for word in rest)
        return found is not None and len(rest) <= _DATE_WORDS and not listing

    def _begin(self, place: Place) -> None:
        if self._titles and self._pending:
            self._resolve(before_header=False)
        self._titles = []
        self.found.append(place)
        if place.title is None:
            self._pending.append(place)

    def _header(self, position: int) -> None:
        if not self._lettered:
            self._unlettered()
        self._resolve(before_header=True)
        last = max(self.found, key=lambda place: place.lines[0], default=None)
        if last and last.title and last.lines[-1] + 1 < position:
            self._continue_title(last, position)

    def _continue_title(self, place: Place, position: int) -> None:
        """An inline title that goes on in the next line, right up to the header."""
        rest = [p for p in range(place.lines[-1] + 1, position) if self._printed.is_free(p)]
        near = rest and len(rest) < _MOST_LINES and rest == list(range(rest[0], rest[-1] + 1))
        if near and rest[0] == place.lines[-1] + 1 and place.title:
            more = self._text.passage(rest[0], rest[-1])
            if self._is_title(more.text) or more.text[0].islower():
                place.title = place.title + more
                place.lines += rest

    def _unlettered(self) -> None:
        """A title right before a header, without letter or number, is a section's."""
        last = self._titles[-1] if self._titles else None
        titles = [block for block in self._titles if self._is_title(block.words.text)]
        near = last and titles and titles[-1] is last and len(titles) > len(self._pending)
        if last and near and self._names_section(last.words.text):
            code = str(1 + sum(place.kind == "section" for place in self._in_roundtable()))
            label = Passage(self._text, ())
            place = Place("section", code, label, last.first, None, [last.first])
            self.found.append(place)
            self._pending.append(place)

    def _names_section(self, text: str) -> bool:
        """Whether a title without a label is a section's, no `Matrix of …`.

        Most of its words are capital; or, as French and Spanish titles are, it is short and says
        nothing to do.
        """
        if _listings().intersection(fold(text).split()):
            return False
        words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
        capital = sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)
        brief = self._language != "en" and len(text.split()) <= _BRIEF
        return bool(words) and (capital or (brief and not orders(text, self._language)))

    def _in_roundtable(self) -> list[Place]:
        inner: list[Place] = []
        for place in self.found:
            inner = [] if place.kind == "roundtable" else [*inner, place]
        return inner

    def _resolve(self, before_header: bool) -> None:
        """Give titles to labels that wait for one: the nearest ones before a header."""
        chosen: list[_Block] = []
        for block in self._titles[::-1] if before_header else self._titles:
            if len(chosen) == len(self._pending) or not self._is_title(block.words.text):
                break
            chosen.append(block)
        if before_header:
            chosen.reverse()
        waiting = self._pending[len(self._pending) - len(chosen) :]
        for place, block in zip(waiting, chosen, strict=True):
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


@cache
def _listings() -> frozenset[str]:
    return frozenset(w for language in LANGUAGES for w in lexicon().small("listing", language))
