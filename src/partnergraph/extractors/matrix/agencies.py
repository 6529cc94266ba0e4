"""Agency cells: whether words are a list of bodies, and which bodies it lists."""

import re
from collections.abc import Iterator
from itertools import groupby

from partnergraph.extractors.matrix.clues import is_class, is_nobody, words_of
from partnergraph.extractors.matrix.listing import AND, COMMAS, SPACES, WITH, split
from partnergraph.ids import fold
from partnergraph.names import Entity, Names
from partnergraph.passage import Passage, Text

CERTAIN, LIKELY, POSSIBLE, NOT = 3, 2, 1, 0
BODIES = ("Agency", "Organisation")
_ACRONYM = re.compile(
    r"(?:[A-Z]{2,8}|[A-Z]{2,5}[a-z]+|[A-Z][a-z]+[A-Z][A-Za-z]*)(?:[-/.&][A-Z][A-Za-z]*)*\d?"
)
_BRIEF = 5
_MOST_COMMAS = 4
_AROUND = ".,;:()“”\"'’!?"
_LONGEST = 400
_ASIDE = re.compile(r"\s*\([^()]*\)|[*†‡¹²³]+$")
_SMALL = words_of("openers", "small")
_DASHES = frozenset(("-", "–", "—", "--", "---", "…", "..."))
_MARK = re.compile(r"^[-–•*▪·]\s*")


class Bodies:
    """Reads agency cells with the reference tables at hand; remembers what it has seen."""

    def __init__(self, names: Names, text: Text) -> None:
        self._names = names
        printed = {word.text.strip(_AROUND) for word in text.words}
        self._plain = {word.casefold() for word in printed if not word.isupper()}
        self._known: dict[str, Entity | None] = {}
        self._levels: dict[str, int] = {}
        self._seen: set[str] = set()

    def learn(self, cell: str) -> None:
        """Remember the acronyms of a cell that is surely one of agencies."""
        self._seen.update(re.findall(_ACRONYM, cell))

    def seen(self, acronym: str) -> bool:
        """Whether an agency cell of this document has that acronym."""
        return acronym in self._seen

    def entity(self, form: str) -> Entity | None:
        """The Agency or Organisation of that name, if a table has it."""
        if form not in self._known:
            self._known[form] = self._names.resolve(form, *BODIES)
        return self._known[form]

    def likeness(self, text: str) -> int:
        """How surely a text is an agency cell: CERTAIN, LIKELY, POSSIBLE or NOT."""
        if text not in self._levels:
            self._levels[text] = self._likeness(text)
        return self._levels[text]

    def _likeness(self, text: str) -> int:
        bare = _MARK.sub("", text.strip())
        if text.strip() in _DASHES:
            return CERTAIN
        flows = bare.count(" ") > _BRIEF and (bare[:1].islower() or bare[1:].islower())
        if flows or len(bare) > _LONGEST or not fold(_ASIDE.sub("", bare)):
            return NOT
        if bare.endswith(".") and len(self._forms(bare)) > 1:
            return CERTAIN if self.likeness(bare[:-1]) == CERTAIN else NOT
        if bare.endswith((".", ":", "?", "!")):
            return NOT
        if is_nobody(bare):
            return POSSIBLE
        if bare[0].islower() and not self.entity(bare):
            return NOT
        forms = [form for form in self._forms(bare) if not is_class(_ASIDE.sub("", form))]
        return min((self._level(form) for form in forms), default=POSSIBLE)

    def _level(self, form: str) -> int:
        if self.entity(form) or self.entity(_ASIDE.sub("", form).strip()):
            return CERTAIN
        bare = _ASIDE.sub("", form).strip()
        if is_nobody(bare):
            return CERTAIN
        if _ACRONYM.fullmatch(bare):
            if bare.isupper() and bare.casefold() in self._plain:
                return NOT
            return CERTAIN if len(bare) <= 10 else POSSIBLE
        words = bare.split()
        if len(words) > 10 or not words or not words[0][0].isupper():
            return NOT
        capital = [word for word in words if word.lower() not in _SMALL]
        if all(word[0].isupper() or not word[0].isalpha() for word in capital):
            return LIKELY if not re.search(r"[:;!?]", bare) else NOT
        return NOT

    def _forms(self, text: str) -> list[str]:
        return [text[start:stop] for start, stop in self._spans(text)]

    def items(self, cell: Passage) -> Iterator[Passage]:
        """The bodies an agency cell lists, each by the words that name it."""
        for part in self._line_by_line(cell):
            for start, stop in self._spans(part.text):
                item = part[start:stop]
                bare = _ASIDE.sub("", item.text)
                if not (is_nobody(bare) or is_class(bare)):
                    yield item

    def named(self, item: Passage) -> Passage:
        """The words of an item that name its body, without `(lead)` or a footnote's mark."""
        text = item.text
        if self.entity(text):
            return item
        bare = _ASIDE.sub("", text).strip()
        if not self.entity(bare) and self.entity(bare.rstrip("0123456789")):
            bare = bare.rstrip("0123456789")
        return item[: len(bare)] if bare and text.startswith(bare) else item

    def is_acronym(self, form: str) -> bool:
        """Whether a form looks like an acronym: `UN-DESA`, `ILO`, not `Oxfam`."""
        return bool(_ACRONYM.fullmatch(form))

    def _line_by_line(self, cell: Passage) -> Iterator[Passage]:
        lines = [
            Passage(cell.source, words) for _, words in groupby(cell.words, lambda word: word.line)
        ]
        part = lines[0]
        for line in lines[1:]:
            last, first = self._forms(part.text)[-1:], self._forms(line.text)[:1]
            apart = any(self._sure(form) for form in last + first)
            if apart and not self._sure(" ".join(last + first)):
                yield part
                part = line
            else:
                part = part + line
        yield part

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [
            span
            for joint in split(WITH, text, 0)
            for part in self._whole(text, list(split(COMMAS, text[slice(*joint)], joint[0])))
            for span in self._parts(text, *part)
        ]

    def _whole(self, text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The parts between commas, those of one known name together."""
        while parts:
            ends = range(min(len(parts), _MOST_COMMAS), 1, -1)
            count = next(
                (n for n in ends if self._is_known(text[parts[0][0] : parts[n - 1][1]])), 1
            )
            yield parts[0][0], parts[count - 1][1]
            parts = parts[count:]

    def _is_known(self, form: str) -> bool:
        return bool(self.entity(form) or self.entity(_ASIDE.sub("", form).strip()))

    def _parts(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
        whole = text[start:stop]
        bare = _ASIDE.sub("", whole).strip()
        if self.entity(whole) or self.entity(bare) or _ACRONYM.fullmatch(bare):
            yield start, stop
            return
        joined = list(self._joined(text, list(split(AND, whole, start))))
        if len(joined) > 1:
            for span in joined:
                yield from self._parts(text, *span)
            return
        words = list(split(SPACES, whole, start))
        if len(words) > 1 and all(self._brief(text[a:b]) for a, b in words):
            yield from words
        else:
            yield start, stop

    def _joined(self, text: str, halves: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The names between the `and`s: known ones (an `and` within), the rest left together."""
        rest: list[tuple[int, int]] = []
        while halves:
            ends = range(len(halves), 0, -1)
            known = next((n for n in ends if self._sure(text[halves[0][0] : halves[n - 1][1]])), 0)
            if known and rest:
                yield rest[0][0], rest[-1][1]
                rest = []
            if known:
                yield halves[0][0], halves[known - 1][1]
            else:
                rest.append(halves[0])
            halves = halves[max(known, 1) :]
        if rest:
            yield rest[0][0], rest[-1][1]

    def _brief(self, form: str) -> bool:
        """Whether a word in a list without commas is surely a body of its own."""
        known = self.entity(form) is not None or self.seen(form)
        return known or (bool(_ACRONYM.fullmatch(form)) and len(form) <= _BRIEF)

    def _sure(self, form: str) -> bool:
        bare = _ASIDE.sub("", re.sub(r"^(?:and|et|y|&)\s+", "", form)).strip()
        return bool(self.entity(form) or self.entity(bare) or _ACRONYM.fullmatch(bare))
