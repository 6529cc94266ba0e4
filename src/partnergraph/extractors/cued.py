"""Facts with the words that gave them their type: what the lexicon does not say is not read.

The rules of lines know their words by patterns of their own; here the lexicon has the last word on
what these say, and on whether it is only planned.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from partnergraph.document.words import Passage, quote
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.lexicon import meaning

_WORD = re.compile(r"(?<![<&/\w])[^\W\d_][\w’'-]*(?!\w*>)")
_HEAD, _FIRST, _LONGEST = 200, 12, 6
"""How far a heading is searched: characters, words, and the words of its longest cue."""
_BETWEEN_THINGS = frozenset(("BUILDS_ON", "DRAWS_ON", "COMPLEMENTS"))
_STATUSES = (None, "planned", "cancelled", "suspended")


def link(
    draft: Draft,
    type: str,
    source: Mention,
    target: Mention,
    cue: Passage | None,
    within: Passage,
) -> bool:
    """Link two things as these words say, with the status they give.

    False, and the words reported, where the lexicon does not know that they say so.
    """
    said = given(cue, type, source, target) if cue else None
    if said is None:
        printed = (
            f"the lexicon does not know that “{quote(cue)[1]}” says" if cue else "nothing says"
        )
        draft.skip(within, f"{printed} {type}")
        return False
    words, status = said
    if status:
        draft.link(type, source, target, within=within, cue=words, status=status)
    else:
        draft.link(type, source, target, within=within, cue=words)
    return True


def given(
    cue: Passage, type: str, source: Mention, target: Mention
) -> tuple[Passage, str | None] | None:
    """The words of a cue that give a type, and the status they give; None where none do.

    Where the whole does not, its first and last words may: *draw in part on*.
    """
    for words in (cue, _outer(cue)):
        for status in _STATUSES:
            if _says(words, type, source, target, status):
                return words, status
    return None


def _says(
    words: Passage, type: str, source: Mention, target: Mention, status: str | None = None
) -> bool:
    tied = type not in _BETWEEN_THINGS
    thing, cast = (target.label, source.label) if tied else (None, None)
    return meaning(quote(words)[1], type, status=status, thing=thing, cast=cast) == "given"


def found_in(
    parts: Iterable[Passage], type: str, source: Mention, target: Mention
) -> Passage | None:
    """The words that give a type at the beginning of the first part that holds such words.

    None of them is a word of the source's name.
    """
    named = {word.place for word in source.words.words}
    for part in parts:
        for start, stop in _runs(part.text[:_HEAD]):
            words = part[start:stop]
            apart = named.isdisjoint(word.place for word in words.words)
            if words and apart and _says(words, type, source, target):
                return words
    return None


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of a text's first words stand, the longest first."""
    words = list(islice(_WORD.finditer(text), _FIRST))
    for length in range(min(len(words), _LONGEST), 0, -1):
        for first in range(len(words) - length + 1):
            yield words[first].start(), words[first + length - 1].end()


def spans(words: Passage, places: Iterable[tuple[int, int]]) -> Passage:
    """The parts of some words that cues are printed in, without white space around them."""
    found = Passage(words.source, ())
    for start, stop in places:
        text = words.text[start:stop]
        begin = start + len(text) - len(text.lstrip(" ,;(–—"))
        found += words[begin : start + len(text.rstrip())]
    return found


def _outer(cue: Passage) -> Passage:
    return Passage(cue.source, (cue.words[0], cue.words[-1])) if len(cue.words) > 2 else cue
