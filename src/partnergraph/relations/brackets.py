"""Brackets behind a thing: who does it, who helps, who pays.

`(UNHCR)`, `(IOM with UNFPA, by June)`, `(lead: UNHCR; donor: Belgium, EUR 0.4 million)`, `[ILO]`.
In goes what is printed, out come its names in groups, each with the words that say what they do.
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
from partnergraph.relations.page import status_of
from partnergraph.relations.shares import Share, shares

_LONGEST = 30  # words of a bracket that names who does it; a longer one is a remark
_PARTS = re.compile(r"[,;]\s")
_COLON = re.compile(r"((?:[^\W\d_][\w’'/()-]*\s){0,5}[^\W\d_][\w’'/()-]*)\s?:\s")
_DASH = re.compile(r"\s[–—]\s(?=[^–—]*$)")
_CUE = 5  # words; what says a role in brackets is hardly longer
_DOING = frozenset(
    ("LED", "IMPLEMENTS", "ORGANISED", "CONDUCTED", "PREPARED", "CONTRIBUTES_TO", "FUNDS")
)
_UNDONE = ("cancelled", "suspended")
_CLOSING = {")": "(", "]": "["}


class Behind(NamedTuple):
    """A thing, what the brackets behind it say of who does it, and all their words."""

    thing: Passage
    shares: tuple[Share, ...]
    inside: Passage


def behind(words: Passage) -> Behind | None:
    """What is to be done and what stands in the brackets behind it, without a deadline."""
    span = _bracket(words.text) or _dashed(words)
    if span is None or not span[0]:
        return None
    before, inside = words[: span[0]], words[span[1] : span[2]]
    inside = inside[: _deadline(inside.text)]
    if not inside or len(inside.words) > _LONGEST or _abbreviates(inside.text, before.text):
        return None
    if "?" in inside.text or any(
        status_of(piece) in _UNDONE for piece in _PARTS.split(inside.text)
    ):
        return None
    found = tuple(_shares(inside))
    if re.search(r"[.:]\s", " ".join(share.names.text for share in found)):
        return None
    first = behind(before) if found and all(share.entry for share in found) else None
    if first:
        return Behind(first.thing, (*first.shares, *found), first.inside + inside)
    return Behind(before, found, inside)


def _dashed(words: Passage) -> tuple[int, int, int] | None:
    """Where a dash leads to who does it, as a label says: `Seed grants – lead: FAO`."""
    found = _DASH.search(words.text)
    if found is None:
        return None
    labelled = _COLON.match(words.text, found.end()) and _label(words[found.end() :])
    stop = len(words.text.rstrip(" .;"))
    return (found.start(), found.end(), stop) if labelled else None


def _bracket(text: str) -> tuple[int, int, int] | None:
    """Where the last brackets begin with the space before them, and what is in them."""
    end = len(text.rstrip(" .;"))
    opening = _CLOSING.get(text[end - 1 : end])
    if opening is None:
        return None
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += (text[at] in ")]") - (text[at] in "([")
        if not depth:
            return (len(text[:at].rstrip()), at + 1, end - 1) if text[at] == opening else None
    return None


def _shares(inside: Passage) -> Iterator[Share]:
    """The groups of names: a label says what those behind it do, up to the next or a semicolon.

    Behind a label's semicolon it is not said what names without a label do.
    """
    entry: Entry | None = None
    cue: Passage | None = None
    labelled = False
    for part in _groups(inside):
        found = _label(part)
        if found:
            entry, cue, part = found
            labelled = True
        elif part.text[:1] == ";" or not labelled:
            entry = cue = None
            if labelled and not _helps(part):
                continue
        for share in shares(part):
            yield Share(share.names, share.entry or entry, share.cue or cue)


def _groups(inside: Passage) -> Iterator[Passage]:
    """The words parted at semicolons, and at commas behind which a label stands."""
    start = 0
    for cut in _PARTS.finditer(inside.text):
        if inside.text[cut.start()] == ";" or _label(inside[cut.start() :]):
            yield inside[start : cut.start()]
            start = cut.start()
    yield inside[start:]


def _helps(part: Passage) -> bool:
    first = next(shares(part), None)
    return first is not None and first.entry is not None


def _label(part: Passage) -> tuple[Entry, Passage, Passage] | None:
    """What the first words of a group say that its names do: `donor: Belgium`, `led by UNHCR`."""
    at = len(part.text) - len(part.text.lstrip(" ,;"))
    found = _COLON.match(part.text, at)
    if found:
        entry = _role(found[1])
        return (entry, part[at : found.end(1)], part[found.end() :]) if entry else None
    ends = [at + match.start() for match in re.finditer(r"\s", part.text[at:])][:_CUE]
    for end in reversed(ends):
        said, rest = part.text[at:end], part.text[end + 1 :]
        if said[:1].islower() and rest[:1].isupper() and (entry := _role(said)):
            return entry, part[at:end], part[end + 1 :]
    return None


def _role(words: str) -> Entry | None:
    entry = lexicon().label(words)
    tie = entry.tie("Activity") if entry and entry.kind in ("role", "money") else None
    return entry if tie and tie.type in _DOING and not tie.who else None


def _deadline(text: str) -> int:
    """Where the deadline begins in a bracket; its length if none does."""
    at = 0
    for piece in _PARTS.split(text):
        said = fold(piece)
        if first_date(piece) or any(said.startswith(f"{word} ") for word in _deadlines()):
            return max(at - 2, 0)
        at += len(piece) + 2
    return len(text)


@cache
def _deadlines() -> tuple[str, ...]:
    return tuple(fold(w) for language in LANGUAGES for w in lexicon().small("deadline", language))


def _abbreviates(inside: str, before: str) -> bool:
    """Whether a bracket is only a short form of the words before it: `Service Points (SP)`."""
    letters = [letter for letter in inside if letter.isupper()]
    initials = [word[0] for word in before.split() if word[0].isupper()]
    return len(inside.split()) == 1 and bool(letters) and letters == initials[-len(letters) :]
