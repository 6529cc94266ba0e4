"""The days and times of day that a heading, or a line of a programme, prints beside its words."""

import re
from typing import NamedTuple

from partnergraph.mentions.dates import dates

_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b,?\s*$",
    re.I,
)
_HOUR = r"\d{1,2}\s?(?:[:.h]\s?\d\d|[ap]\.?m\b\.?)(?:\s?[ap]\.?m\b\.?|\s?hrs?\b|\s?h\b)?"
_SPAN = rf"{_HOUR}(?:\s?(?:[-–—]|to|à|a)\s?{_HOUR})?"
_TIME = re.compile(rf"(?<![\d.]){_SPAN}(?![\d.])", re.I)
HOURS = re.compile(rf"\(?(?P<time>{_SPAN})\)?(?![\d.])\s?[:–—-]?\s*", re.I)
"""The hours that a line begins with, and what parts them from its other words."""
_BEHIND = re.compile(rf"[\s,;:(–—-]+(?P<time>{_HOUR}\s?(?:[-–—]|to|à|a)\s?{_HOUR})\s?\)?$", re.I)
_COUNTED = re.compile(
    r"(?:day|jour|journée|día)\s(?:\d|one|two|three|un|deux|trois|uno|dos|tres)\b[\s:,.–—(-]*", re.I
)

_SET_OFF = re.compile(r"(?:^|[,;:(–—-])\s*$")
_SET_OFF_AFTER = re.compile(r"\s*(?:$|[,;:)–—-]|\d)")


class When(NamedTuple):
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


def day_alone(line: str) -> str:
    """The day (ISO 8601) that a line names and nothing else but how it is counted; empty if none.

    >>> day_alone("Day 1: Monday, 24 July 2017"), day_alone("Nairobi, 3 June 2024")
    ('2017-07-24', '')
    """
    words = line.strip(" *")
    counted = _COUNTED.match(words)
    said = when(words[counted.end() :].strip("() ") if counted else words)
    return said.date if "/" not in said.date and not said.rest and not said.time else ""


def hours_behind(line: str) -> tuple[str, int]:
    """The hours that a title ends with, and where it ends without them."""
    found = _BEHIND.search(line)
    return (found["time"], found.start()) if found else ("", len(line))
