"""How works are numbered: `Work Package 31`, `WP31`."""

import re

from partnergraph.document.words import Passage
from partnergraph.relations.subjects import sort_of

_NUMBERED = re.compile(r"(\D+?)\s?(\d{1,3}(?:\.\d{1,2})?)")
_MOST = 3  # words for the kind of a work


def number(words: Passage) -> str:
    """The code of a work that some words only number; empty where they say more."""
    found = _numbered(words.text)
    return short(words) if found and sort_of(found[1]) == "work" else ""


def short(words: Passage) -> str:
    """How a work is numbered in short: `wp31` for both forms; empty for a title."""
    found = _numbered(words.text)
    said = found[1].split() if found else []
    if not found or not 0 < len(said) <= _MOST:
        return ""
    named = "".join(word[0] for word in said) if len(said) > 1 else said[0]
    return f"{named.casefold()}{found[2]}"


def _numbered(text: str) -> re.Match[str] | None:
    return _NUMBERED.fullmatch(text) if text[-1:].isdecimal() else None


def follows(code: str, before: str) -> bool:
    """Whether a number or letter is the next of a series: `2.3` behind `2.2`, `3.1` behind `2.4`.

    >>> follows("2.3", "2.2"), follows("i", "h"), follows("ii", "i"), follows("3.0", "2.2")
    (True, True, True, False)
    """
    counted, last = _counts(code), _counts(before)
    return any(_is_next(one, other) for one in counted for other in last)


def _counts(code: str) -> list[tuple[int, ...]]:
    """What a code may count: a letter, a Roman number or numbers."""
    if code.replace(".", "").isdecimal():
        return [tuple(int(part) for part in code.split(".") if part)]
    said = code.lower()
    found: list[tuple[int, ...]] = [(ord(said) - ord("a") + 1,)] if len(said) == 1 else []
    if said in _ROMAN:
        found.append((_ROMAN.index(said) + 1,))
    return found


def _is_next(code: tuple[int, ...], before: tuple[int, ...]) -> bool:
    if len(code) != len(before):
        return False
    opens = code[0] == before[0] + 1 and code[1:] == (1,) * len(code[1:])
    return (code[:-1] == before[:-1] and code[-1] == before[-1] + 1) or opens


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
