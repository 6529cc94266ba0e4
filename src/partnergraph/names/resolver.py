"""Printed forms to known entities: a whole cell, or names within running text."""

from collections.abc import Iterator
from functools import cache, cached_property

from partnergraph.document.words import Passage
from partnergraph.names.composed import Composed, composed
from partnergraph.names.entity import Entity, Found, Named
from partnergraph.names.scan import Index, Scan
from partnergraph.names.tables import PLACE, TABLES, Form, adjectives, forms, places, rows
from partnergraph.names.words import key
from partnergraph.remembered import by_text


class Names:
    """The reference tables, looked up exactly on a folded key; nothing is fuzzy."""

    def resolve(self, form: str, *labels: str) -> Entity | None:
        """The entity whose name or alias is the whole of `form`, whatever its case.

        None where no table (of these labels) has it, or where it would name two things.

        >>> names().resolve("UN DESA").id, names().resolve("the Bali process").id
        ('agency:un-desa', 'rcp:bali-process')
        """
        return _resolved(form, labels)

    def find(self, passage: Passage, *labels: str) -> list[Found]:
        """Every known thing named in running text, left to right, longest form first.

        A longer name hides those inside it, of whatever label.
        """
        return [
            Found(named.entity, passage[named.start : named.stop], named.how, *named[1:3])
            for named in self.named(passage.text, *labels)
        ]

    def named(self, text: str, *labels: str) -> list[Named]:
        """Every known thing named in a text, with its place, as `find` gives it.

        >>> [(n.entity.id, n.start, n.stop) for n in names().named("by UN\u200bHCR in Peru")]
        [('agency:unhcr', 3, 9), ('country:per', 13, 17)]

        What holds a country's name and is none (*New Mexico*) is found where PLACE is asked for.
        """
        read, forms = _scanned(text, self._index)
        found: list[Named] = []
        for start, stop, known in forms:
            chosen = [form for form in known if not labels or form.entity.label in labels]
            asked = bool(chosen) and (bool(chosen[0].entity.id) or PLACE in labels)
            if asked and len({form.entity for form in chosen}) == 1:
                found.append(Named(chosen[0].entity, *read.span(start, stop), chosen[0].how))
        return found

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

    def by_adjective(self, words: str) -> Entity | None:
        """The country that French or Spanish mean by an adjective behind a government's word.

        >>> names().by_adjective("marroquíes").name, names().by_adjective("congolais")
        ('Morocco', None)
        """
        return _by_adjective(words, self)

    def entities(self, *labels: str) -> Iterator[Entity]:
        """Every entity (of these labels), in the order of the tables."""
        for table in _tables(labels):
            for entity, _ in rows(table):
                if not labels or entity.label in labels:
                    yield entity

    @cached_property
    def _index(self) -> Index:
        known = (item for table in TABLES for item in _index(table).items())
        forms = ((folded, form) for folded, listed in known for form in listed if not form.whole)
        return Index([*forms, *((key(place.text), place) for place in places())])

    @cached_property
    def _numbered(self) -> dict[tuple[str, str], Entity]:
        return {
            (str(row["framework"]).casefold(), row["number"].casefold()): entity
            for entity, row in rows("objectives.csv")
        }

    @cached_property
    def adjectives(self) -> dict[str, Entity]:
        """The countries by the adjectives that only stand behind a government's word."""
        countries = {entity.id: entity for entity in self.entities("Country")}
        return {key(adjective): countries[id] for adjective, id in adjectives()}

    @cached_property
    def _codes(self) -> dict[str, Entity]:
        return {
            row[code]: entity
            for entity, row in rows("countries.csv")
            for code in ("iso2", "iso3", "m49")
            if row[code]
        }


@by_text
def _resolved(form: str, labels: tuple[str, ...]) -> Entity | None:
    wanted = key(form)
    if wanted in _no_countries():
        return None
    for folded in dict.fromkeys((wanted, wanted.removeprefix("the "), _unspelled(wanted))):
        entities = {
            known.entity
            for table in _tables(labels)
            for known in _index(table).get(folded, ())
            if known.how != "adjective" and (not labels or known.entity.label in labels)
        }
        if entities:
            return entities.pop() if len(entities) == 1 else None
    return None


@cache
def _tables(labels: tuple[str, ...]) -> list[str]:
    return [name for name, own in TABLES.items() if not labels or set(own) & set(labels)]


@by_text
def _by_adjective(words: str, names: Names) -> Entity | None:
    said = key(words)
    singular = (said, said.removesuffix("s"), said.removesuffix("es"))
    return next((names.adjectives[each] for each in singular if each in names.adjectives), None)


@by_text
def _scanned(text: str, index: Index) -> tuple[Composed, list[tuple[int, int, list[Form]]]]:
    """A composed text, and the forms printed in it."""
    read = composed(text)
    return read, list(Scan(index, read.text))


@cache
def _index(table: str) -> dict[str, list[Form]]:
    index: dict[str, list[Form]] = {}
    for entity, row in rows(table):
        for form in forms(entity, row):
            index.setdefault(key(form.text), []).append(form)
    return index


@cache
def _no_countries() -> frozenset[str]:
    return frozenset(key(place.text) for place in places())


def _unspelled(folded: str) -> str:
    """An acronym printed letter by letter, its letters together."""
    letters = folded.split()
    return "".join(letters) if len(letters) > 2 and max(map(len, letters)) == 1 else folded


@cache
def names() -> Names:
    """The reference tables of this package, read once."""
    return Names()
