"""One pass over a text's words: where the longest forms of the reference tables stand."""

import re
from collections.abc import Generator, Iterable, Iterator
from functools import cached_property

from partnergraph.names.context import in_another, stands_alone
from partnergraph.names.emphasis import is_emphasis
from partnergraph.names.tables import PLACE, Form, place_form
from partnergraph.names.words import tokens

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AROUND = 120
"""Characters on either side in which a year says which of two readings a name has."""
_LEAST_SPELLED = 3
_MOST_SPELLED = 8
"""Letters that an acronym printed letter by letter has at least and at most: *I O M*."""


class Index:
    """Forms by the folded words they are printed in."""

    def __init__(self, forms: Iterable[tuple[str, Form]]) -> None:
        self.forms: dict[str, list[Form]] = {}
        for folded, form in forms:
            self.forms.setdefault(folded, []).append(form)

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """The lengths in words of the longer forms that begin with two words, longest first."""
        lengths: dict[str, set[int]] = {}
        for folded in self.forms:
            if spaces := folded.count(" "):
                first, second = folded.split(" ", 2)[:2]
                lengths.setdefault(f"{first} {second}", set()).add(spaces + 1)
        return {head: sorted(known, reverse=True) for head, known in lengths.items()}

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words that forms begin with."""
        return frozenset(folded.partition(" ")[0] for folded in self.forms)

    def has(self, folded: str, label: str = "", how: str = "") -> bool:
        """Whether a word by itself is a form of that label, or one that names in that way."""
        known = self.forms.get(folded, ())
        return any(form.entity.label == label or form.how == how for form in known)


class Scan:
    """The known names of one composed text, left to right; a longer one hides those inside it."""

    def __init__(self, index: Index, text: str) -> None:
        self.text = text
        self.words = tokens(text)
        self._keys = [word.key for word in self.words]
        self._index = index
        self._country_end = -1
        self._end = -1
        self._asked = False

    def __iter__(self) -> Iterator[tuple[int, int, list[Form]]]:
        """Where a form stands in the text, and the forms printed so (of one entity or several)."""
        last = -1
        for place in self._beginnings():
            if place <= last:
                continue
            length, known = self._longest(place)
            if not known:
                length, known = self._spelled(place)
            last = place + max(length, 1) - 1
            if known and self._meant(place, last, known[0]):
                self._end = last
                if known[0].entity.label == "Country":
                    self._country_end = last
                stop = max(form.end(self.text, self.words[last]) for form in known)
                yield self.words[place].start, stop, known
            elif known and known[0].entity.label == "Country":
                last = yield from self._of_another(place, last)

    def _beginnings(self) -> list[int]:
        """The words that forms begin with, and letters by themselves."""
        firsts = self._index.firsts
        return [
            place
            for place, word in enumerate(self.words)
            if word.key in firsts or len(word.text) == 1
        ]

    def _of_another(
        self, place: int, last: int
    ) -> Generator[tuple[int, int, list[Form]], None, int]:
        """The place in another country that has a country's name, if it is one; its last word."""
        found = in_another(self.text, self.words, place, last, self._is_listed)
        if found is None:
            return last
        start, stop = self.words[found[0]].start, self.words[found[1]].end
        yield start, stop, [place_form(self.text[start:stop])]
        return found[1]

    def _longest(self, place: int) -> tuple[int, list[Form]]:
        if self._keys[place] not in self._index.firsts:
            return 0, []
        head = " ".join(self._keys[place : place + 2])
        for length in (*self._index.lengths.get(head, ()), 1):
            known = self._index.forms.get(" ".join(self._keys[place : place + length]), ())
            if not known:
                continue
            part = self.words[place : place + length]
            printed = [form for form in known if form.printed(self.text, part)]
            if printed and self._is_one(place, len(part), printed[0]):
                return len(part), printed
        return 0, []

    def _is_one(self, place: int, length: int, form: Form) -> bool:
        """Whether these words are one name, and not two that stand in a list."""
        listed = self._country_end == place - 1 and place > 0 and not self._parted(place)
        if "to" in form.entity.properties and self._joins_two(place, length):
            return not listed and self._in_its_years(place, length, form)
        comma = form.first_comma
        inner = self._longest(place + comma)[0] if comma else 0
        if inner and listed and form.entity.label == PLACE:
            return False
        return inner <= length - comma

    def _parted(self, place: int) -> bool:
        """Whether more than a comma stands before the word: Jordan; Georgia, USA."""
        return ";" in self.text[self.words[place - 1].end : self.words[place].start]

    def _joins_two(self, place: int, length: int) -> bool:
        """Whether a name is that of two countries: Serbia and Montenegro."""
        if length == 1 or not self.text[self.words[place].end].isspace():
            return False
        ends = self.words[place].key, self.words[place + length - 1].key
        return all(self._index.has(word, "Country") for word in ends)

    def _in_its_years(self, place: int, length: int, form: Form) -> bool:
        """Whether the years printed near a former country's name are its own."""
        start = max(self.words[place].start - _AROUND, 0)
        stop = self.words[place + length - 1].end + _AROUND
        years = [int(year) for year in _YEAR.findall(self.text[start:stop])]
        last = int(str(form.entity.properties["to"]))
        first = int(str(form.entity.properties["from"]))
        return bool(years) and all(first <= year <= last for year in years)

    def _spelled(self, place: int) -> tuple[int, list[Form]]:
        """An acronym printed letter by letter: `I O M`, `I.O.M.`."""
        stop = place
        limit = min(place + _MOST_SPELLED + 1, len(self.words))
        while stop < limit and self._is_letter(place, stop):
            stop += 1
        if not _LEAST_SPELLED <= stop - place <= _MOST_SPELLED:
            return 0, []
        letters = "".join(word.text for word in self.words[place:stop])
        alike = self._index.forms.get(letters.lower(), ())
        known = [form for form in alike if form.text == letters]
        return (stop - place if known else 0), known

    def _is_letter(self, first: int, place: int) -> bool:
        """Whether the word at `place` is a capital by itself, tied to the one before."""
        word = self.words[place]
        if len(word.text) > 1 or not word.text.isupper():
            return False
        return place == first or self.text[self.words[place - 1].end : word.start] in (" ", ".")

    def _meant(self, first: int, last: int, form: Form) -> bool:
        if form.entity.label == "Country":
            end = form.end(self.text, self.words[last])
            before = self._country_end
            return stands_alone(self.text, self.words, first, last, end, before, self._is_listed)
        if first < last:
            return True
        emphasis = is_emphasis(self.text, self.words, first, self._is_acronym, self._asked)
        self._asked = self._asked or emphasis
        return not emphasis

    def _is_listed(self, place: int) -> bool:
        """Whether a known name ends at a word, or it is a country's by itself."""
        return place in (self._country_end, self._end) or self._index.has(
            self.words[place].key, "Country"
        )

    def _is_acronym(self, place: int) -> bool:
        return self._index.has(self.words[place].key, how="acronym")
