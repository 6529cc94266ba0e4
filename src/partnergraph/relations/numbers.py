"""How works are numbered: `Work Package 31`, `WP31`."""

import re

from partnergraph.document.words import Passage
from partnergraph.relations.subjects import sort_of

_NUMBERED = re.compile(r"(\D+?)\s?(\d{1,3}(?:\.\d{1,2})?)")
_MOST = 3  # words for the kind of a work


def number(words: Passage) -> str:
    """The code of a work that some words only number; empty where they say more."""
    found = _NUMBERED.fullmatch(words.text)
    return short(words) if found and sort_of(found[1]) == "work" else ""


def short(words: Passage) -> str:
    """How a work is numbered in short: `wp31` for both forms; empty for a title."""
    found = _NUMBERED.fullmatch(words.text)
    said = found[1].split() if found else []
    if not found or not 0 < len(said) <= _MOST:
        return ""
    named = "".join(word[0] for word in said) if len(said) > 1 else said[0]
    return f"{named.casefold()}{found[2]}"
