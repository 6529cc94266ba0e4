"""Who does a thing and who helps, where one cell or bracket says both.

`UN Women (with FAO)`, `MRP Team with the support of RCU`. In goes what is printed, out come its
names, each group with the words that part it off.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon


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
    ordered = sorted(map(re.escape, known), key=len, reverse=True)
    said = "|".join(ordered).replace("’", "['’]")
    return re.compile(rf"(?<![^\s(])({said})\s", re.IGNORECASE)


def _known(phrase: str) -> str:
    said = phrase.replace("'", "’")
    return next(known for known in (said, said.lower()) if known in lexicon().phrases)
