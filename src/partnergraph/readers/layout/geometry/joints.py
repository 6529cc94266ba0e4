"""Words cut at a line's end: whether the hyphen there belongs to the word."""

import re
from collections.abc import Iterable

from partnergraph.readers.layout.geometry.pieces import CUT

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AROUND = re.compile(rf"([^\W\d_]+(?:-[^\W\d_]+)*)?{CUT}([^\W\d_]+(?:-[^\W\d_]+)*)?")
_ACRONYM = 3  # letters; longer capitals before a hyphen (*MIGRA-TION*) are a word's half
_SUSPENDED = {"and", "or", "to", "et", "ou", "y", "o", "und", "oder", "e", "a", "de"}
_FIRST = frozenset(
    [
        "non",
        "self",
        "vice",
        "socio",
        "cross",
        "well",
        "evidence",
        "community",
        "rights",
        "gender",
        "policy",
        "decision",
        "quasi",
    ]
)
"""What begins compounds and hardly ever a word that is printed in one."""
_OFTEN = frozenset(
    [
        "co",
        "anti",
        "multi",
        "semi",
        "long",
        "short",
        "high",
        "low",
        "mid",
        "post",
        "full",
        "part",
        "half",
        "large",
        "small",
    ]
)
"""What begins compounds as often as words: there the rest must be a word by itself."""


class Joints:
    """Joins words by what else a document says: its words that no line's end cuts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: set[str] = set()
        for text in texts:
            self._learn(text)

    def _learn(self, text: str) -> None:
        if CUT in text:
            text = re.sub(rf"\S*{CUT}\S*", " ", text)
        self._known.update(_WORD.findall(text.casefold()))

    def whole(self, text: str) -> str:
        """A text with its cut words joined."""
        return _AROUND.sub(self._joined, text) if CUT in text else text

    def _joined(self, found: re.Match[str]) -> str:
        before, after = found[1] or "", found[2] or ""
        if not before or not after:
            return f"{before}-{after}"
        if after.casefold() in _SUSPENDED:
            return f"{before}- {after}"
        if self._belongs(before, after):
            return f"{before}-{after}"
        return before + after

    def _belongs(self, before: str, after: str) -> bool:
        """Whether the hyphen is part of the word: a compound, a double name."""
        stem, tail = before.rsplit("-", 1)[-1], after.split("-", 1)[0]
        whole, compound = (stem + tail).casefold(), f"{stem}-{tail}".casefold()
        if compound in self._known or f"{before}-{after}".casefold() in self._known:
            return True
        if whole in self._known or (before + after).casefold() in self._known:
            return False
        if not tail[:1].islower():
            return not (stem.isupper() and tail.isupper()) or len(stem) <= _ACRONYM
        if stem.isupper() and len(stem) > 1:
            return True
        first, rest = stem.casefold(), tail.casefold()
        if first in _FIRST or rest not in self._known:
            return first in _FIRST
        return first in _OFTEN or (first in self._known and min(len(first), len(rest)) > _ACRONYM)
