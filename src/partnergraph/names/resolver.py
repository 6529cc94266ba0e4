"""Printed forms to known entities: a whole cell, or names within running text."""

from collections.abc import Iterator
from functools import cache, cached_property

from partnergraph.names.context import is_shouted_word, stands_alone
from partnergraph.names.entity import Entity, Found
from partnergraph.names.tables import TABLES, Form, forms, rows
from partnergraph.names.words import Token, key, tokens
from partnergraph.passage import Passage


class Names:
    """The reference tables, looked up exactly on a folded key; nothing is fuzzy."""

    def resolve(self, form: str, *labels: str) -> Entity | None:
        """The entity whose name or alias is the whole of `form`, whatever its case.

        None where no table (of these labels) has it, or where it would name two things.

        >>> names().resolve("UN DESA").id, names().resolve("the Bali process").id
        ('agency:un-desa', 'rcp:bali-process')
        """
        wanted = key(form)
        for folded in (wanted, wanted.removeprefix("the ")):
            entities = {
                known.entity
                for table in _tables(labels)
                for known in _index(table).get(folded, ())
                if known.how != "adjective" and (not labels or known.entity.label in labels)
            }
            if entities:
                return entities.pop() if len(entities) == 1 else None
        return None

    def find(self, passage: Passage, *labels: str) -> list[Found]:
        """Every known thing named in running text, left to right, longest form first.

        A longer name hides those inside it, of whatever label.
        """
        text = passage.text
        words = tokens(text)
        return [
            Found(form.entity, passage[words[first].start : form.end(text, words[last])], form.how)
            for first, last, form in self._scan(text, words, labels)
        ]

    def objective(self, framework: str, number: str) -> Entity | None:
        """The objective or target of that number.

        >>> names().objective("GCM", "16").id, names().objective("SDG", "10.c").id
        ('objective:gcm-16', 'objective:sdg-10.c')
        """
        return self._numbered.get((framework.casefold(), number.casefold()))

    def country(self, code: str) -> Entity | None:
        """The country of an ISO 3166-1 code of two or three letters, or of an M49 number.

        >>> names().country("BGD").name, names().country("050").name, names().country("and")
        ('Bangladesh', 'Bangladesh', None)
        """
        return self._codes.get(code)

    def entities(self, *labels: str) -> Iterator[Entity]:
        """Every entity (of these labels), in the order of the tables."""
        for table in _tables(labels):
            for entity, _ in rows(table):
                if not labels or entity.label in labels:
                    yield entity

    @cached_property
    def _running(self) -> dict[str, list[Form]]:
        index: dict[str, list[Form]] = {}
        for table in TABLES:
            for folded, known in _index(table).items():
                if kept := [form for form in known if not form.whole]:
                    index.setdefault(folded, []).extend(kept)
        return index

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        lengths: dict[str, set[int]] = {}
        for folded in self._running:
            split = folded.split()
            lengths.setdefault(" ".join(split[:2]), set()).add(len(split))
        return {head: sorted(known, reverse=True) for head, known in lengths.items()}

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(folded.partition(" ")[0] for folded in self._running)

    @cached_property
    def _numbered(self) -> dict[tuple[str, str], Entity]:
        return {
            (str(row["framework"]).casefold(), row["number"].casefold()): entity
            for entity, row in rows("objectives.csv")
        }

    @cached_property
    def _codes(self) -> dict[str, Entity]:
        return {
            row[code]: entity
            for entity, row in rows("countries.csv")
            for code in ("iso2", "iso3", "m49")
        }

    def _scan(
        self, text: str, words: list[Token], labels: tuple[str, ...]
    ) -> Iterator[tuple[int, int, Form]]:
        place = 0
        while place < len(words):
            if words[place].key not in self._firsts:
                place += 1
                continue
            length, known = self._longest(text, words, place)
            last = place + max(length, 1) - 1
            chosen = [form for form in known if not labels or form.entity.label in labels]
            if len({form.entity for form in chosen}) == 1 and self._meant(
                text, words, place, last, chosen[0]
            ):
                yield place, last, chosen[0]
            place = last + 1

    def _longest(self, text: str, words: list[Token], place: int) -> tuple[int, list[Form]]:
        head = " ".join(word.key for word in words[place : place + 2])
        for length in (*self._lengths.get(head, ()), 1):
            part = words[place : place + length]
            known = self._running.get(" ".join(word.key for word in part), ())
            if printed := [form for form in known if form.printed(text, part)]:
                return len(part), printed
        return 0, []

    def _meant(self, text: str, words: list[Token], first: int, last: int, form: Form) -> bool:
        def known(place: int) -> list[Form]:
            return self._running.get(words[place].key, [])

        def is_country(place: int) -> bool:
            return any(each.entity.label == "Country" for each in known(place))

        def is_acronym(place: int) -> bool:
            return any(each.how == "acronym" for each in known(place))

        if form.entity.label == "Country":
            end = form.end(text, words[last])
            return stands_alone(text, words, first, last, end, is_country)
        return first < last or not is_shouted_word(text, words, first, is_acronym)


def _tables(labels: tuple[str, ...]) -> list[str]:
    return [name for name, own in TABLES.items() if not labels or set(own) & set(labels)]


@cache
def _index(table: str) -> dict[str, list[Form]]:
    index: dict[str, list[Form]] = {}
    for entity, row in rows(table):
        for form in forms(entity, row):
            index.setdefault(key(form.text), []).append(form)
    return index


@cache
def names() -> Names:
    """The reference tables of this package, read once."""
    return Names()
