"""Dates, codes and amounts in a text: what has a shape and no name."""

import re
from collections.abc import Iterator

from partnergraph.lexicon.amounts import AMOUNT
from partnergraph.mentions.mention import Mention, What

_MONTH = (
    r"(?:jan(?:uary|vier|\.)?|feb(?:ruary|\.)?|f[ée]v(?:rier|\.)?|mar(?:ch|s|zo|\.)?|apr(?:il|\.)?"
    r"|avr(?:il|\.)?|may|mai|mayo|june?|juin|junio|july?|juil(?:let|\.)?|julio|aug(?:ust|\.)?|ao[uû]t"
    r"|agosto|sept?(?:ember|embre|iembre|\.)?|setiembre|oct(?:ober|obre|ubre|\.)?"
    r"|nov(?:ember|embre|iembre|\.)?|d[ée]c(?:ember|embre|\.)?|dic(?:iembre|\.)?|enero|febrero|abril)"
)
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_SPAN = r"(?:\s?[-–—/]\s?|\s(?:to|and|au|et|a|al|y)\s)"
_DATE = re.compile(
    rf"\b(?:{_DAY}(?:{_SPAN}{_DAY})?\s(?:de\s)?{_MONTH}(?:\s(?:de\s|del\s)?{_YEAR})?"
    rf"|{_MONTH}\s{_DAY}(?:{_SPAN}{_DAY})?,?\s{_YEAR}|{_MONTH}\s(?:de\s|del\s)?{_YEAR}"
    rf"|{_YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|Q[1-4]\s{_YEAR}"
    rf"|{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)|{_YEAR})(?![\w-])",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:[A-Z]{1,4}/[A-Z]{2,5}(?:/[\w.-]{1,12}){1,4}|A/[\w.-]{2,8}(?:/[\w.-]{1,10}){1,3}"
    r"|[A-Z]{2,6}-\d{2,8}(?:-[\w]{1,10})*)\b"
)
_TELLING = re.compile(r"[\d/]")
"""What every amount, code and date has."""
_SHAPES: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("amount", AMOUNT),
    ("code", _CODE),
    ("date", _DATE),
)


def values(text: str) -> Iterator[Mention]:
    """The amounts, codes and dates of a composed text, left to right, none within another.

    >>> [(v.what, v.name) for v in values("USD 4.2 million for A/RES/73/195 by 4 and 5 June 2012")]
    [('amount', 'USD 4.2 million'), ('code', 'A/RES/73/195'), ('date', '4 and 5 June 2012')]
    """
    if not _TELLING.search(text):
        return
    found = sorted(
        (match.start(), rank, match.end(), what)
        for rank, (what, shape) in enumerate(_SHAPES)
        for match in shape.finditer(text)
    )
    place = 0
    for start, _, stop, what in found:
        if start >= place:
            yield Mention(start, stop, what, text[start:stop], how="shape")
            place = stop
