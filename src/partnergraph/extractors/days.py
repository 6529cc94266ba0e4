"""The day, days and times of day that a heading prints beside its words."""

import re
from dataclasses import dataclass

from partnergraph.extractors.dates import dates

_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b,?\s*$",
    re.I,
)
_CLOCK = r"(?:[01]?\d|2[0-3])\s?(?:[:.h]\s?[0-5]\d|(?=\s?[ap]\.?m))(?:\s?[ap]\.?m\.?)?"
_TIME = re.compile(rf"(?<![\d.]){_CLOCK}(?:\s*(?:-|–|—|to|à|a)\s*{_CLOCK})?(?![\d.])", re.I)

_SET_OFF = re.compile(r"(?:^|[,;:(–—-])\s*$")
_SET_OFF_AFTER = re.compile(r"\s*(?:$|[,;:)–—-]|\d)")


@dataclass(frozen=True, slots=True)
class When:
    """What a heading says of its time, and what is left of it without that."""

    date: str
    time: str
    rest: str


def when(heading: str) -> When:
    """The date (ISO 8601, two days as an interval) and time a heading prints, and its other words.

    >>> when("Thursday, 12 November 2020, 10:30 – 12:10")
    When(date='2020-11-12', time='10:30 – 12:10', rest='')
    >>> when("Rights at work, 24-25 July 2017").rest, when("The March 2007 agenda").date
    ('Rights at work', '')
    """
    day, found = next(dates(heading), ("", None))
    if not found:
        return When("", "", heading.strip())
    before, after = _WEEKDAY.sub("", heading[: found.start()]), heading[found.end() :]
    if not (_SET_OFF.search(before) and _SET_OFF_AFTER.match(after)):
        return When("", "", heading.strip())
    clock = _TIME.search(after)
    if clock:
        after = after[: clock.start()] + after[clock.end() :]
    parts = (part.strip(" ,:;–—-()") for part in (before, after))
    return When(day, clock[0].strip() if clock else "", " – ".join(filter(None, parts)))
