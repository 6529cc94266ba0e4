"""Words of a document that remember where they stand.

A Text is a document as lines; what reads it cuts Passages out of it. Whatever is cut, joined or
re-ordered, a passage knows the text as a person reads it (`text`), the same words verbatim
(`quote`) and their lines (`numbers`), so that evidence is never typed by hand.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from partnergraph.document.places import Place, located, locator

GAP = " … "
NOWHERE = 0
_LINE_END = re.compile(r"\r\n|\r|\n")
_SEPARATORS = re.compile(r"[\f\v\x1c-\x1e\x85\u2028\u2029]+")
_SUSPENDED = {"and", "or", "to", "versus", "et", "ou", "y", "o"}
_HYPHENS = "-\u2010\u00ad"
_HYPHENED = re.compile(rf"[{_HYPHENS}] ")
_CUT = re.compile(rf"[^\W\d_][{_HYPHENS}]$")


class Word(NamedTuple):
    """Characters without white space: their place among all words, their line, themselves.

    A mark that stands in no file (the bar between two cells of a workbook) has the line NOWHERE; it
    is never quoted.
    """

    place: int
    line: int
    text: str


class Line(NamedTuple):
    """A line: its number among the places of its text and its words in order.

    Of a text file the number is the one that `grep -n` would give it.
    """

    number: int
    text: str
    words: tuple[Word, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands here."""
        return not self.words


@dataclass(frozen=True)
class Text:
    """A document as lines. `places` says where the lines of each number stand; empty: in lines."""

    path: Path
    sha256: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...] = ()

    @classmethod
    def of(cls, content: str, path: Path | str = "text.txt", sha256: str = "") -> "Text":
        """A text from a string: lines are ended by LF, CRLF or CR and counted from 1."""
        return cls.numbered(lines_of(content), path, sha256)

    @classmethod
    def numbered(cls, lines: Iterable[str], path: Path | str, sha256: str) -> "Text":
        """A text from the lines of a file; other separators start a line of the same number."""
        made: list[Line] = []
        index = 0
        for number, whole in enumerate(lines, start=1):
            for part in _SEPARATORS.split(whole):
                words = tuple(Word(index + i, number, w) for i, w in enumerate(part.split()))
                index += len(words)
                made.append(Line(number, part, words))
        while made and made[-1].blank:
            made.pop()
        return cls(Path(path), sha256, tuple(made))

    @property
    def name(self) -> str:
        """The file's name on disk."""
        return self.path.name

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in order; a word's place is its place here."""
        return tuple(word for line in self.lines for word in line.words)

    @cached_property
    def whole(self) -> "Passage":
        """All words as one passage."""
        return Passage(self, self.words)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The words that stand somewhere uncut, in lower case, without punctuation."""
        return frozenset(word.text.strip(".,;:()“”\"'’!?").casefold() for word in self.words)

    @cached_property
    def tagged(self) -> bool:
        """Whether words are printed with the `<` or `>` of marks of a file around them."""
        return any("<" in line.text or ">" in line.text for line in self.lines)

    def passage(self, first: int, last: int | None = None) -> "Passage":
        """The words of the lines at positions `first` to `last` (0-based, both included)."""
        chosen = self.lines[first : (first if last is None else last) + 1]
        if len(chosen) == 1:
            return Passage(self, chosen[0].words)
        return Passage(self, tuple(word for line in chosen for word in line.words))

    @cached_property
    def _positions(self) -> list[int]:
        return [i for i, line in enumerate(self.lines) for _ in line.words]

    def position(self, word: Word) -> int:
        """The position (0-based, among `lines`) of the line that holds a word."""
        return self._positions[word.place]

    def positions(self, words: Iterable[Word]) -> list[int]:
        """The positions of the lines that hold some words, in ascending order."""
        known = self._positions
        return sorted({known[word.place] for word in words})

    def paragraphs(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int]]:
        """Position ranges of lines without a blank line between them."""
        start = None
        end = len(self.lines) - 1 if last is None else last
        for position in range(first, end + 1):
            if self.lines[position].blank:
                if start is not None:
                    yield start, position - 1
                start = None
            elif start is None:
                start = position
        if start is not None:
            yield start, end

    def placed(self) -> Iterator[tuple[str, str]]:
        """Its lines with their places, in order; a line at several places comes in parts."""
        for line in self.lines:
            numbers = {word.line for word in line.words}
            if len(numbers) <= 1 or len(numbers - {NOWHERE}) <= 1:
                yield str(self.place(line.number)), line.text
                continue
            words: list[Word] = []
            for word in line.words:
                if words and word.line not in (NOWHERE, words[0].line):
                    yield str(self.place(words[0].line)), " ".join(w.text for w in words)
                    words = []
                words.append(word)
            yield str(self.place(words[0].line)), " ".join(word.text for word in words)

    def place(self, number: int) -> Place:
        """Where the lines of a number stand."""
        return self.places[number] if self.places else Place("line", number)

    def locator(self, numbers: Iterable[int]) -> str:
        """Where lines stand: `line 12`, `lines 12, 15-17`, `paragraph 3; table 1 row 2`."""
        return locator(self.place(number) for number in sorted(set(numbers)))

    def at(self, locator: str) -> str:
        """The words at a locator, white space normalised, in its order."""
        if locator not in self._at:
            chosen = [self._by_place.get(place, "") for place in located(locator)]
            self._at[locator] = " ".join(filter(None, chosen))
        return self._at[locator]

    @cached_property
    def _at(self) -> dict[str, str]:
        """What was asked for: the proofs of a fact, and facts of one place, ask again."""
        return {}

    @cached_property
    def _by_place(self) -> dict[Place, str]:
        """What stands at each place, joined once: a paragraph may be a line of a megabyte."""
        placed: dict[int, list[str]] = {}
        for word in self.words:
            placed.setdefault(word.line, []).append(word.text)
        placed.pop(NOWHERE, None)
        return {self.place(number): " ".join(words) for number, words in placed.items()}


def lines_of(content: str) -> list[str]:
    r"""The lines of a text file: a line feed, a carriage return or both end one.

    >>> lines_of("one\r\ntwo\rthree")
    ['one', 'two', 'three']
    """
    return _LINE_END.split(content)


class Passage:
    """Some words of a text, in reading order (which need not be the order of the lines)."""

    __slots__ = ("_begins", "_plain", "_reading", "source", "words")

    def __init__(self, source: Text, words: Iterable[Word]) -> None:
        self.source = source
        self.words = tuple(words)
        self._reading: str | None = None
        self._plain = False
        self._begins: list[int] = []

    def __bool__(self) -> bool:
        return bool(self.words)

    def __add__(self, other: "Passage") -> "Passage":
        return Passage(self.source, self.words + other.words)

    def __repr__(self) -> str:
        return f"<{self.source.locator(self.numbers)}: {self.text}>"

    @property
    def text(self) -> str:
        """The words as a person reads them: single spaces, words cut at a line end re-joined."""
        if self._reading is None:
            said = " ".join([word.text for word in self.words])
            self._plain = not _HYPHENED.search(said)
            self._reading = said if self._plain else "".join(self._read())
        return self._reading

    @property
    def quote(self) -> str:
        """The words verbatim but for white space, a gap in the text shown as ` … `."""
        return quote(self)[1]

    @property
    def numbers(self) -> list[int]:
        """The lines its words stand in, in ascending order."""
        return sorted({word.line for word in self.words} - {NOWHERE})

    def __getitem__(self, place: slice) -> "Passage":
        """The part of the passage at `text[place]`, cut inside words where need be."""
        text = self.text
        start, stop, _ = place.indices(len(text))
        if stop - start == len(text):
            return self
        if not self._begins:
            self._begins = list(accumulate(map(len, self._read()), initial=0))[:-1]
        first = max(bisect_right(self._begins, start) - 1, 0)
        last = bisect_left(self._begins, stop, first)
        part = list(self.words[first:last])
        for index in {first, last - 1} if part else ():
            part[index - first] = self._within(index, start, stop)
        made = Passage(self.source, [word for word in part if word.text])
        if self._plain:
            made._plain, made._reading = True, text[start:stop].strip()
        return made

    def _within(self, index: int, start: int, stop: int) -> Word:
        """What `text[start:stop]` shows of a word."""
        word, begin = self.words[index], self._begins[index]
        end = min([begin + len(word.text), *self._begins[index + 1 : index + 2]])
        if start <= begin and end <= stop:
            return word
        return word._replace(text=word.text[max(start, begin) - begin : min(stop, end) - begin])

    def match(self, pattern: str | re.Pattern[str], flags: int = 0) -> re.Match[str] | None:
        """The first match of a pattern in `text`; cut it out with `passage.cut(match)`."""
        return re.compile(pattern, flags).search(self.text)

    def cut(self, match: re.Match[str], group: int | str = 0) -> "Passage":
        """The part of the passage that a group of a match in `text` covers; empty if none."""
        start, stop = match.span(group)
        return self[max(start, 0) : max(stop, 0)]

    def beginning(self, words: int = 12) -> "Passage":
        """Its first words, as a quote of a long cell gives them."""
        return Passage(self.source, self.words[:words])

    def sentences(self) -> Iterator["Passage"]:
        """Its sentences: ended by `.`, `?`, `!` or `…` before a capital, quote, digit or bullet."""
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            before = max(start, match.start() - _LONGEST_ABBREVIATION)
            if not _ABBREVIATION.search(self.text, before, match.start() + 1):
                yield self[start : match.end()]
                start = match.end()
        if self.text[start:].strip():
            yield self[start : len(self.text)]

    def _read(self) -> list[str]:
        """Each word with what parts it from the next."""
        words = self.words
        pieces = [f"{word.text} " for word in words]
        for index in range(len(words) - 1) if not self._plain else ():
            if words[index].text[-1] not in _HYPHENS:
                continue
            if words[index].line != words[index + 1].line and _CUT.search(words[index].text):
                pieces[index] = _joint(self.source, words[index], words[index + 1])
        if words:
            pieces[-1] = words[-1].text
        return pieces


_SENTENCE_END = re.compile(r"[.?!…][”\"’')\]]*(?=\s+[“\"‘'(\[]?[A-ZÀ-Þ0-9•▪\-])")
_LONGEST_ABBREVIATION = 12
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Mlle|Sra?|Dra?|Prof|Amb|Hon|Rev|Gen|H\.?\s?E|No|St|vs|cf|approx|Art"
    r"|paras?|Dem|Rep|e\.g|i\.e|etc|MR|MRS|MS|DR|PROF|AMB|HON|REV)|\b[A-Z])\.$"
)


def _joint(text: Text, word: Word, following: Word) -> str:
    """A word cut at a line end as it reads before the word that begins the next line."""
    tail = re.match(r"\w+", following.text)
    if tail and word.text.endswith("\u00ad"):
        return word.text[:-1]
    if not tail or not tail[0][0].islower() or tail[0].casefold() in _SUSPENDED:
        return word.text + " "
    stem = re.split(r"[^\w]", word.text[:-1])[-1]
    joined = (stem + tail[0]).casefold()
    compound = f"{stem}-{tail[0]}".casefold()
    if joined in text.known_words and compound not in text.known_words:
        return word.text[:-1]
    return word.text


def quote(*passages: Passage) -> tuple[str, str]:
    """The locator and the quote of some passages taken together, in the order of the lines.

    Words that follow each other in the text make one fragment, a gap is shown as ` … `.
    """
    chosen: dict[int, Word] = {}
    source = passages[0].source
    for passage in passages:
        for word in passage.words:
            if word.line == NOWHERE:
                continue
            known = chosen.get(word.place)
            chosen[word.place] = word if known in (None, word) else source.words[word.place]
    runs: list[list[int]] = []
    for place in sorted(chosen):
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    fragments = (
        chosen[first].text
        if first == last
        else " ".join([word.text for word in source.words[first : last + 1]])
        for first, last in runs
    )
    return source.locator({word.line for word in chosen.values()}), GAP.join(fragments)
