"""Who does a thing and who helps, where one cell or bracket says both.

`UN Women (with FAO)`, `MRP Team with the support of RCU`; behind an action `(IOM with UNFPA, by
June)`. In goes what is printed, out come its names, each group with the words that part it off.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.dates import first_date
from partnergraph.records.ids import fold

_BRACKET = re.compile(r"\s?\(([^()]*)\)\s?\.?$")
_LONGEST = 20  # words of a bracket that names who does it; a longer one is a remark
_PARTS = re.compile(r"[,;]\s")


class Share(NamedTuple):
    """Some words that name people, and by which entry they are part of it; None is by position."""

    names: Passage
    entry: Entry | None
    cue: Passage | None


def shares(words: Passage) -> Iterator[Share]:
    """The parts of a cell or bracket: first who does it, then those whom a phrase parts off."""
    cuts = list(_helping().finditer(words.text))
    ends = [*(cut.start() for cut in cuts), len(words.text)]
    if head := _trimmed(words[: ends[0]]):
        yield Share(head, None, None)
    for cut, end in zip(cuts, ends[1:], strict=True):
        cue = words[cut.start(1) : cut.end(1)]
        names = _trimmed(words[cut.end() : end])
        if names:
            yield Share(names, lexicon().phrases[_known(cut[1])], cue)


def groups(text: str) -> list[str]:
    """The names in a text that such phrases part from each other.

    >>> groups("Government of Togo with the support of IOM")
    ['Government of Togo', 'IOM']
    """
    cuts = list(_helping().finditer(text))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    found = (text[start:end].strip(" ,;") for start, end in zip(starts, ends, strict=True))
    return [part for part in found if part]


def bracketed(words: Passage) -> tuple[Passage, Passage] | None:
    """What is to be done and what stands in brackets behind it, without a deadline."""
    found = _BRACKET.search(words.text)
    if not found or not found.start() or re.search(r"[.:] ", found[1]):
        return None
    before = words[: found.start()]
    inside = words[found.start(1) : found.start(1) + _deadline(found[1])]
    if not inside or len(inside.words) > _LONGEST or _abbreviates(inside.text, before.text):
        return None
    return before, inside


def _deadline(text: str) -> int:
    """Where the deadline begins in a bracket; its length if none does."""
    at = 0
    for piece in _PARTS.split(text):
        said = fold(piece)
        if first_date(piece) or any(said.startswith(f"{word} ") for word in _deadlines()):
            return max(at - 2, 0)
        at += len(piece) + 2
    return len(text)


def _abbreviates(inside: str, before: str) -> bool:
    """Whether a bracket is only a short form of the words before it: `Service Points (SP)`."""
    letters = [letter for letter in inside if letter.isupper()]
    initials = [word[0] for word in before.split() if word[0].isupper()]
    return len(inside.split()) == 1 and bool(letters) and letters == initials[-len(letters) :]


def _trimmed(words: Passage) -> Passage:
    text = words.text
    start = len(text) - len(text.lstrip(" ,;("))
    stop = len(text.rstrip(" ,;("))
    stop -= text[:stop].endswith(")") and text[start:stop].count(")") > text[start:stop].count("(")
    return words[start:stop]


@cache
def _helping() -> re.Pattern[str]:
    """The phrases by which names stand behind as those who help."""
    known = [
        phrase
        for phrase, entry in lexicon().phrases.items()
        if (tie := entry.tie("Activity")) and tie.type == "CONTRIBUTES_TO"
    ]
    ordered = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![^\s(])({'|'.join(map(re.escape, ordered))})\s", re.IGNORECASE)


def _known(phrase: str) -> str:
    return next(known for known in (phrase, phrase.lower()) if known in lexicon().phrases)


@cache
def _deadlines() -> tuple[str, ...]:
    return tuple(fold(w) for language in LANGUAGES for w in lexicon().small("deadline", language))
