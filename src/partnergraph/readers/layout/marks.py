"""Raised characters: marks of notes, which are no text, and exponents and ordinals, which are."""

import re

_MARK = re.compile(r"^[\s(\[]*(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,4})[\s)\]]*$")
_MARKS = re.compile(r"^[^,;–-]{1,5}(?:[,;–-]\s*[^,;–-]{1,5})*$")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|ft|in|yd|mi|ha|s)$|\d$", re.IGNORECASE)
_ORDINAL = re.compile(r"^(?:st|nd|rd|th|er|re|ère|e|ème|o|a|os|as|º|ª)$", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str, before: str) -> str:
    """What raised characters add to a text behind some words: nothing if they mark a note.

    Digits behind a unit or a digit are an exponent, letters behind a digit an ordinal.

    >>> raised("1", "IOM"), raised("2", "40 m"), raised("th", "12"), raised("TM", "Kobo")
    ('', '²', 'th', 'TM')
    """
    if before[-1:].isdigit() and _ORDINAL.match(text.strip()):
        return text
    if text.strip().isdigit() and _UNIT.search(before):
        return text.translate(_RAISED)
    return "" if is_mark(text) else text


def is_mark(text: str) -> bool:
    """Whether raised characters, or the text of a link to a note, only mark a note.

    >>> is_mark("[1]"), is_mark("1, 2"), is_mark("*"), is_mark("TM")
    (True, True, True, False)
    """
    if not text.strip() or not _MARKS.match(text):
        return False
    return all(_MARK.match(part) for part in re.split(r"[,;–-]", text))
