"""Agency cells: whether words are a list of bodies, and which bodies it lists."""

import re
from collections.abc import Iterator
from itertools import groupby

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.matrix.clues import is_class, is_nobody, words_of
from partnergraph.extractors.matrix.listing import WITH, split
from partnergraph.ids import fold
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.listing import Listed, listed, parts
from partnergraph.names import Entity, Names

CERTAIN, LIKELY, POSSIBLE, NOT = 3, 2, 1, 0
BODIES = ("Agency", "Organisation")
_ACRONYM = re.compile(
    r"(?:[A-Z]{2,8}|[A-Z]{2,5}[a-z]+|[A-Z][a-z]+[A-Z][A-Za-z]*)(?:[-/.&][A-Z][A-Za-z]*)*\d?"
)
_BRIEF = 5
_AROUND = ".,;:()“”\"'’!?"
_LONGEST = 400
_ASIDE = re.compile(r"\s*\([^()]*\)|[*†‡¹²³]+$")
_SMALL = words_of("openers", "small")
_DASHES = frozenset(("-", "–", "—", "--", "---", "…", "..."))
_BEFORE_LABEL = re.compile(r"\s*(?:;|,(?=\s*[^\W\d_]+\s?:\s))\s*")
_MARK = re.compile(r"^[-–•*▪·]\s*")


class Bodies:
    """Reads agency cells with the reference tables at hand; remembers what it has seen."""

    def __init__(self, names: Names, text: Text) -> None:
        self._names = names
        printed = {word.text.strip(_AROUND) for word in text.words}
        self._plain = {word.casefold() for word in printed if not word.isupper()}
        self._known: dict[str, Entity | None] = {}
        self._levels: dict[str, int] = {}
        self._told: dict[str, list[str]] = {}
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
        if _is_nobody(bare):
            return POSSIBLE
        if bare[0].islower() and not self.entity(bare):
            return NOT
        forms = [form for form in self._forms(bare) if not _is_class(_ASIDE.sub("", form))]
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
        """What a cell lists: a name each, or what a part of it says that is none."""
        if text not in self._told:
            self._told[text] = [
                form
                for start, stop in _clauses(text)
                for part in parts(text[start:stop], self._names)
                for form in _several(part) or self._briefly(part.text)
            ]
        return self._told[text]

    def items(self, cell: Passage) -> Iterator[Passage]:
        """The bodies an agency cell lists, each by the words that name it."""
        for part in self._line_by_line(cell):
            for start, stop in _clauses(part.text):
                clause = part[start:stop]
                bodies = (m for m in listed(clause.text, self._names) if m.what != "person")
                for mention in bodies:
                    item = clause[mention.start : mention.stop]
                    bare = _ASIDE.sub("", item.text)
                    if self.entity(bare) or not (_is_nobody(bare) or _is_class(bare)):
                        yield from self._apart(item)

    def _apart(self, item: Passage) -> Iterator[Passage]:
        """Acronyms that stand side by side, each for itself."""
        place = 0
        for form in self._briefly(item.text):
            place = item.text.index(form, place)
            yield item[place : place + len(form)]
            place += len(form)

    def _briefly(self, form: str) -> list[str]:
        """A form, or the words of it where each is surely a body of its own."""
        words = form.split()
        several = len(words) > 1 and not self._is_known(form) and all(map(self._brief, words))
        return words if several else [form]

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

    def _is_known(self, form: str) -> bool:
        return bool(self.entity(form) or self.entity(_ASIDE.sub("", form).strip()))

    def _brief(self, form: str) -> bool:
        """Whether a word in a list without commas is surely a body of its own."""
        known = self.entity(form) is not None or self.seen(form)
        return known or (bool(_ACRONYM.fullmatch(form)) and len(form) <= _BRIEF)

    def _sure(self, form: str) -> bool:
        bare = _ASIDE.sub("", re.sub(r"^(?:and|et|y|&)\s+", "", form)).strip()
        return bool(self.entity(form) or self.entity(bare) or _ACRONYM.fullmatch(bare))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a cell stand, without what they say of those they list: `Lead: IOM`."""
    for start, stop in split(WITH, text, 0):
        yield from split(_BEFORE_LABEL, text[start:stop], start)


def _several(part: Listed) -> list[str]:
    return [mention.name for mention in part.names] if len(part.names) > 1 else []


def _is_nobody(text: str) -> bool:
    return is_nobody(text) or lexicon().is_nobody(text)


def _is_class(text: str) -> bool:
    return is_class(text) or lexicon().is_class(text)
