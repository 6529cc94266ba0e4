"""The table of contents: entries that stand again where what they announce begins."""

import re
from collections.abc import Sequence
from itertools import takewhile

from partnergraph.document.laid import Part
from partnergraph.lexicon import outline
from partnergraph.records.ids import fold

_LEADERS = re.compile(r"(?:(?<!\.)\.{3,}|…|(?<!\. )(?:\. ){3,}|(?<!_)_{3,})\s*\d{1,4}$")
_PAGE = re.compile(r"\s+\d{1,4}$")
_LONGEST = 400  # characters of an entry


def contents(parts: Sequence[Part]) -> frozenset[Part]:
    """The blocks of tables of contents.

    One runs from its heading to the first block that repeats one of its entries; so is any block
    that ends in leaders and the number of a page.
    """
    found = {part for part in parts if _led(part.told)}
    for place, part in enumerate(parts):
        if outline.says("contents", part.told):
            found.update(_entries(parts[place:]))
    return frozenset(found)


def _led(told: str) -> bool:
    return len(told) <= _LONGEST and told[-1:].isdecimal() and bool(_LEADERS.search(told))


def _entries(parts: Sequence[Part]) -> Sequence[Part]:
    """A heading of contents and the entries below it; none but itself where nothing comes again."""
    seen: set[str] = set()

    def is_new(part: Part) -> bool:
        entry = fold(_PAGE.sub("", _LEADERS.sub("", part.told[:_LONGEST])))
        again = bool(entry) and entry in seen
        seen.add(entry)
        return not again

    listed = list(takewhile(is_new, parts[1:]))
    whole = len(listed) + 1 < len(parts) and not any(map(_is_sentence, listed))
    return parts[: len(listed) + 1] if whole else parts[:1]


def _is_sentence(part: Part) -> bool:
    return part.told.endswith((".", "?", ";")) and not _led(part.told)
