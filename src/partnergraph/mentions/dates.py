"""Dates as documents print them (English, French, Spanish) to ISO 8601.

In goes running text, out come days, months or, for several days, an interval
`2017-07-24/2017-07-25` (ISO 8601, time intervals). Numbers alone (9/8/2017) are ambiguous and no
date.
"""

import re
from collections.abc import Iterator
from datetime import date

_NAMES = (
    "january|janvier|enero|jan|ene",
    "february|février|fevrier|febrero|feb",
    "march|mars|marzo|mar",
    "april|avril|abril|apr",
    "may|mai|mayo",
    "june|juin|junio|jun",
    "july|juillet|julio|jul",
    "august|août|aout|agosto|aug",
    "september|septembre|septiembre|setiembre|sept|sep",
    "october|octobre|octubre|oct",
    "november|novembre|noviembre|nov",
    "december|décembre|decembre|diciembre|dec",
)
_MONTHS = {name: n for n, names in enumerate(_NAMES, start=1) for name in names.split("|")}
MONTHS = frozenset(_MONTHS)
"""The names of the months in all languages, in small letters, and how they are shortened."""
_MONTH = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er)?"
_TO = r"\s*(?:-|–|—|/|&|,|\bto\b|\band\b|\bau\b|\bet\b|\bal?\b|\by\b)\s*"
_OF = r"\s+(?:de\s+|of\s+)?"
_DATE = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?:(?P<first>{_DAY})(?:{_OF}(?P<first_month>{_MONTH}))?(?:\s*,\s*{_DAY})*{_TO})?
      (?P<day>{_DAY}){_OF}(?P<month>{_MONTH})\b\.?,?\s+(?:del?\s+)?(?P<year>\d{{4}})
    | (?P<us_month>{_MONTH})\.?\s+(?P<us_day>{_DAY})
      (?:{_TO}(?:(?P<us_last_month>{_MONTH})\s+)?(?P<us_last>{_DAY}))?,?\s+(?P<us_year>\d{{4}})
    | (?P<bare_month>{_MONTH})\b\.?,?\s+(?:del?\s+)?(?P<bare_year>\d{{4}})
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")
"""What every date has."""


def dates(words: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every date in a text, left to right, with the match that found it.

    >>> [iso for iso, _ in dates("on 24 and 25 July 2017, decided in August 2016")]
    ['2017-07-24/2017-07-25', '2016-08']
    """
    for match in _DATE.finditer(words) if _YEAR.search(words) else ():
        iso = _iso(match)
        if iso:
            yield iso, match


def first_date(words: str) -> str | None:
    """The first date in a text.

    >>> first_date("New York, le 1er août 2017"), first_date("in 2017")
    ('2017-08-01', None)
    """
    return next((iso for iso, _ in dates(words)), None)


def _iso(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if found["iso"]:
        return _day(*found["iso"].split("-"))
    if found["bare_year"]:
        return f"{found['bare_year']}-{_MONTHS[found['bare_month'].casefold()]:02}"
    if found["us_year"]:
        first = _named(found["us_year"], found["us_month"], found["us_day"])
        month = found["us_last_month"] or found["us_month"]
        last = _named(found["us_year"], month, found["us_last"]) if found["us_last"] else first
        return _interval(first, last)
    last = _named(found["year"], found["month"], found["day"])
    month = found["first_month"] or found["month"]
    first = _named(found["year"], month, found["first"]) if found["first"] else last
    return _interval(first, last)


def _interval(first: str | None, last: str | None) -> str | None:
    if not first or not last or first > last:
        return None
    return first if first == last else f"{first}/{last}"


def _named(year: str, month: str, day: str) -> str | None:
    return _day(year, str(_MONTHS[month.casefold()]), re.sub(r"\D", "", day))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
