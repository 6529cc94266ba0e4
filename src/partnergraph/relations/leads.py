"""What a line says of the names it leads: `The members of the Forum are:`, `Membres du Réseau`.

It has words for one role, the noun or the name of what the section or page is about, or *its*, and
small words else; any other word makes it a sentence that clauses read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.subjects import Subject

_ELIDED = re.compile(r"^[dl][’']")
_MOST = 16  # words
_ROLE = 4  # words; what names a role is hardly longer


class Led(NamedTuple):
    """The role of the names below, the words for it, and in what they have it."""

    entry: Entry
    cue: Passage
    thing: Thing


def read(words: Passage, subjects: Iterator[Subject]) -> Led | None:
    """What a line says of the names that it leads, of one of these subjects, the nearest first."""
    if len(words.words) > _MOST:
        return None
    told = list(subjects)
    for first, last, entry in _roles(words):
        rest = [fold(word.text) for at, word in enumerate(words.words) if not first <= at < last]
        keys = {key for said in rest for key in said.split()}
        role = {key for word in words.words[first:last] for key in fold(word.text).split()}
        for subject in told:
            if role <= set(fold(subject.words.text).split()) or not _is_of(keys, subject):
                continue
            thing = subject.thing
            if thing and entry.tie(thing.label):
                return Led(entry, Passage(words.source, words.words[first:last]), thing)
    return None


def _roles(words: Passage) -> Iterator[tuple[int, int, Entry]]:
    """The words of a line that are a role, the longest first, each with its entry."""
    count = len(words.words)
    for length in range(min(_ROLE, count), 0, -1):
        for first in range(count - length + 1):
            said = Passage(words.source, words.words[first : first + length]).text
            said = _ELIDED.sub("", said.rstrip(" :"))
            entry = lexicon().label(said)
            if entry and entry.kind == "role" and _is_whole(said):
                yield first, first + length, entry


def _is_whole(said: str) -> bool:
    """Whether words for a role neither begin nor end with a small word: *members of the*."""
    keys = fold(said).split()
    small = lexicon().folded("lead")
    return bool(keys) and keys[0] not in small and (keys[-1] not in small or len(keys) > 1)


def _is_of(keys: set[str], subject: Subject) -> bool:
    """Whether all words are small or of the subject's name, one of them or *its* among them."""
    name = set(fold(subject.words.text).split())
    small, own = lexicon().folded("lead"), lexicon().folded("its")
    if keys - small - own - name:
        return False
    if keys & lexicon().folded("are") and subject.sort == "group" and not keys & name - small:
        return True
    return bool(keys & own) or bool((keys & name) - small)
