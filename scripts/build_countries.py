"""Builds src/partnergraph/names/countries.csv.

In: pycountry's ISO 3166-1 (codes, short, common and official names, and their French, Spanish and
Arabic translations by the iso-codes project), babel's CLDR territory names in the same languages,
and the reviewed tables beside this file: `country_names.csv` (preferred names, aliases, adjectives,
and `whole`: forms that are also a word, a person's name or a city, accepted as a whole cell only)
`former_countries.csv` (what was a country, with its withdrawn code and its years, and Kosovo) and
`official_names.csv` (official names in French and Spanish, as the United Nations print them).
Out: a row for each of the 249 countries of ISO 3166-1 and for those beside it; official names are
inverted as lists print them (*Armenia, Republic of*, *Guinée (Rép. de)*,
*Dominicaine, République*). Fails where a form would name two of them.

    pip install pycountry babel && python scripts/build_countries.py
"""

import csv
import gettext
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycountry
from babel import Locale

from partnergraph.names.words import key

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/partnergraph/names/countries.csv"
PLACES = TARGET.with_name("places.csv")
LANGUAGES = ("fr", "es", "ar")
COLUMNS = ("id", "name", "iso2", "iso3", "m49", "from", "to", "forms", "whole", "adjectives")
_OFFICIAL = re.compile(
    r"((?:[A-Z][\w-]+ )*(?:Republic|Kingdom|State|States|Sultanate|Principality|Union|Commonwealth)"
    r" of(?: the)?) ([A-ZÅ][^,()]+)"
)
_SHORTER = (("Democratic", "Dem."), ("Federal", "Fed."), ("Republic", "Rep."))
_SHORTER_TRANSLATED = (
    ("République", "Rép."),
    ("República", "Rep."),
    ("Estado ", "Est. "),
    ("démocratique", "dém."),
    ("Democrática", "Dem."),
    ("populaire", "pop."),
    ("Popular", "Pop."),
    ("plurinational", "plur."),
    ("Plurinacional", "Plur."),
)
_NAMED_BY_ADJECTIVE = re.compile(r"(République|República) (?!de )(\w+(?:-\w+)?)")


def reviewed() -> dict[str, dict[str, str]]:
    """The reviewed rows by ISO 3166-1 alpha-3 code."""
    with (HERE / "country_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row for row in csv.DictReader(file)}


def iso_names(country: "pycountry.db.Country") -> Iterator[str]:
    """ISO's names of a country, in English and translated."""
    own = [getattr(country, field, "") for field in ("name", "common_name", "official_name")]
    yield from filter(None, own)
    for language in LANGUAGES:
        translation = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language])
        yield from (translation.gettext(name) for name in own if name)


def cldr_names(country: "pycountry.db.Country") -> Iterator[str]:
    """CLDR's names of a country."""
    for language in ("en", *LANGUAGES):
        yield Locale(language).territories[country.alpha_2]


def inverted(name: str) -> Iterator[str]:
    """An official name as lists invert it.

    >>> list(inverted("Republic of Armenia"))[:2]
    ['Armenia, Republic of', 'Armenia (Republic of)']
    """
    if official := _OFFICIAL.fullmatch(name):
        what = official[1]
        for long, short in ((what, what), *_SHORTER):
            what = what.replace(long, short)
            yield f"{official[2]}, {what}"
            yield f"{official[2]} ({what})"


def official() -> dict[str, list[str]]:
    """The official names in French and Spanish by code."""
    with (HERE / "official_names.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["iso3"]: f"{row['fr']}|{row['es']}".split("|") for row in rows}


def translated(name: str, short: Iterable[str]) -> Iterator[str]:
    """A French or Spanish official name and its inversions, by the short names of the country.

    >>> list(translated("República del Níger", ["Niger", "Níger"]))[1:4]
    ['República de Níger', 'Níger, República del', 'Níger (República del)']
    >>> list(translated("République tchèque", []))[1:]
    ['Tchèque, République']
    """
    yield name
    if adjective := _NAMED_BY_ADJECTIVE.fullmatch(name):
        yield f"{adjective[2][0].upper()}{adjective[2][1:]}, {adjective[1]}"
    if " del " in name:
        yield name.replace(" del ", " de ")
    ends = (each for each in short if re.search(rf"[ ']{re.escape(each)}$", name))
    if own := max(ends, key=len, default=""):
        what = name.removesuffix(own).rstrip()
        for long, abbreviated in (("", ""), *_SHORTER_TRANSLATED):
            what = what.replace(long, abbreviated)
            yield f"{own}, {what}"
            yield f"{own} ({what})"


def former() -> list[dict[str, str]]:
    """The rows of what ISO 3166-1 has not, or has no more."""
    with (HERE / "former_countries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(country: "pycountry.db.Country", review: dict[str, str]) -> dict[str, str]:
    """One country's row of the table."""
    name = review["name"] or country.name
    whole = [form for form in review["whole"].split("|") if form]
    refused = {key(form) for form in (*whole, *review["adjectives"].split("|"))}
    found = [*review["forms"].split("|"), *iso_names(country), *cldr_names(country)]
    found += [form for printed in found for form in inverted(printed)]
    official_names = official().get(country.alpha_3, ())
    found += [form for printed in official_names for form in translated(printed, (*whole, *found))]
    forms: dict[str, str] = {}
    for printed in filter(None, found):
        form = re.sub("^[Tt]he ", "", printed)
        if key(form) in refused and form not in whole:
            whole.append(form)
        elif key(form) not in refused and form != name:
            forms.setdefault(f"{key(form)} {form}", form)
    return {
        "id": f"country:{country.alpha_3.lower()}",
        "name": name,
        "iso2": country.alpha_2,
        "iso3": country.alpha_3,
        "m49": country.numeric,
        "from": "",
        "to": "",
        "forms": "|".join(sorted(forms.values())),
        "whole": "|".join(sorted(whole)),
        "adjectives": review["adjectives"],
    }


def places() -> list[str]:
    """The names of what is no country, that hold one's name."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        return [row["name"] for row in csv.DictReader(file)]


def collisions(rows: list[dict[str, str]]) -> Iterator[str]:
    """The forms that would name two countries."""
    owners: dict[str, set[str]] = {}
    for made in rows:
        listed = (made[column] for column in ("name", "forms", "whole", "adjectives"))
        for form in "|".join(listed).split("|"):
            owners.setdefault(key(form), set()).add(made["iso3"])
    for place in places():
        owners.setdefault(key(place), set()).add("no country")
    return (
        f"{form}: {', '.join(sorted(of))}" for form, of in owners.items() if len(of) > 1 and form
    )


def main() -> None:
    """Write the table, or say which forms are ambiguous."""
    reviews = reviewed()
    made = [row(country, reviews[country.alpha_3]) for country in pycountry.countries]
    made += former()
    if ambiguous := list(collisions(made)):
        sys.exit("\n".join(ambiguous))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(made, key=lambda each: each["id"]))


if __name__ == "__main__":
    main()
