"""The reference tables: CSV rows to entities and the forms that name them.

Every table has the columns `id`, `name` and `forms` (other names, separated by `|`); some have
`label`, `whole` (forms accepted as a whole cell only, being words or cities in running text) and
`adjectives`. Any other column is a property of the node.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from partnergraph.names.composed import composed
from partnergraph.names.entity import Entity, How
from partnergraph.names.neighbours import near
from partnergraph.names.words import Token, gap, tokens

PLACE = "Place"
"""The label of names that hold a country's and are of no country."""
TABLES = {
    "countries.csv": ("Country",),
    "agencies.csv": ("Agency", "Organisation"),
    "mechanisms.csv": ("RCP",),
    "objectives.csv": ("Objective",),
    "instruments.csv": ("Instrument",),
}
_NO_PROPERTY = frozenset(("id", "label", "name", "forms", "whole", "adjectives"))
_LONGEST_ACRONYM = 12
_SMALL = {"Country": "small", "RCP": "process"}
"""The words that need no capital in the names of these labels."""
_UNMISTAKABLE = 5
_LONG = 4


class Form(NamedTuple):
    """One way to name an entity; `whole` where it names it only as the whole of a cell."""

    text: str
    entity: Entity
    how: How
    whole: bool = False

    def printed(self, text: str, words: list[Token]) -> bool:
        """Whether these words of a text are written as this form is: its capitals, its signs.

        A title of five words or more needs no capitals: the United Nations print none. Another
        name of four or more needs that of its first word: French prints no others. What a country
        is (*republic*, *îles*) or a process (*the Almaty process*) needs none.
        """
        own_words = _tokens(self.text)
        pairs = list(zip(own_words, words, strict=True))
        if self.how == "acronym":
            cased = all(own.text == other.text for own, other in pairs)
        elif self.entity.label in ("Instrument", "Objective") and len(words) >= _UNMISTAKABLE:
            cased = True
        else:
            small = near(_SMALL[self.entity.label]) if self.entity.label in _SMALL else frozenset()
            owned = [(own, other) for own, other in pairs if other.key not in small] or pairs
            telling = owned[:1] if len(pairs) >= _LONG and len(owned) == len(pairs) else owned
            cased = not any(own.capital and other.text[0].islower() for own, other in telling)
        return cased and all(
            gap(text, *words[i : i + 2]) in signs for i, signs in enumerate(_signs(self.text))
        )

    @property
    def first_comma(self) -> int:
        """How many words stand before its first comma; 0 where it has none."""
        return _first_comma(self.text) if "," in self.text else 0

    def end(self, text: str, last: Token) -> int:
        """Where the form ends in a text whose word `last` is its last: past its own `)` or `.`."""
        tail = composed(self.text).text[_tokens(self.text)[-1].end :]
        return last.end + len(tail) * text.startswith(tail, last.end)


@cache
def _tokens(form: str) -> list[Token]:
    return tokens(composed(form).text)


@cache
def _signs(form: str) -> list[tuple[str, ...]]:
    """What may stand between the words of a form: its own sign, a full stop also left out."""
    text, words = composed(form).text, _tokens(form)
    signs = (gap(text, *words[i : i + 2]) for i in range(len(words) - 1))
    return [(sign, "") if sign == "." else (sign,) for sign in signs]


@cache
def _first_comma(form: str) -> int:
    text, words = composed(form).text, _tokens(form)
    gaps = (gap(text, *words[i : i + 2]) for i in range(len(words) - 1))
    return next((i + 1 for i, sign in enumerate(gaps) if "," in sign), 0)


def rows(table: str) -> Iterator[tuple[Entity, dict[str, str]]]:
    """The entities of a table, each with its row."""
    label = TABLES[table][0]
    for row in _table(table):
        properties = {
            column: value for column, value in row.items() if value and column not in _NO_PROPERTY
        }
        yield Entity(row["id"], row.get("label", label), row["name"], properties), row


def places() -> Iterator[Form]:
    """The names of what is no country but holds a country's name: it names nothing here."""
    for row in _table("places.csv"):
        yield place_form(row["name"])


def adjectives() -> Iterator[tuple[str, str]]:
    """What French and Spanish say behind a State's government, each with the country's id."""
    for row in _table("adjectives.csv"):
        for language in ("fr", "es"):
            yield from ((adjective, row["id"]) for adjective in _split(row[language]))


def _table(name: str) -> Iterator[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        columns = next(lines)
        for line in lines:
            yield dict(zip(columns, line, strict=True))


def place_form(name: str) -> Form:
    """A name that holds a country's and is of no country."""
    return Form(name, Entity("", PLACE, name, {}), "name")


def forms(entity: Entity, row: dict[str, str]) -> Iterator[Form]:
    """Every form of an entity, its name first."""
    acronym = row.get("acronym", "")
    whole = _split(row.get("whole"))
    named = dict.fromkeys([entity.name, acronym, *_split(row["forms"])])
    for text in filter(None, named):
        yield Form(text, entity, _how(text, entity), whole=text in whole)
    for text in whole:
        if text not in named:
            yield Form(text, entity, _how(text, entity), whole=True)
    for text in _split(row.get("adjectives")):
        yield Form(text, entity, "adjective")
    if acronym:
        yield Form(f"{entity.name} ({acronym})", entity, "name", whole=True)


def _split(cell: str | None) -> list[str]:
    return [form for form in (cell or "").split("|") if form]


def _how(form: str, entity: Entity) -> How:
    short = form.isupper() and len(form) <= _LONGEST_ACRONYM
    return "acronym" if short and entity.label != "Objective" else "name"
