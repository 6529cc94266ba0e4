"""Acronyms that are words: `WHO does WHAT` names no agency, `funded by WHO` does."""

from collections.abc import Callable, Sequence

from partnergraph.names.neighbours import near
from partnergraph.names.words import Token

Words = Sequence[Token]
IsKnown = Callable[[int], bool]

_PRONOUN = "who"
_PLAIN = frozenset(("WHO", "UN", "AU"))
"""Acronyms that are words too."""
_ENDS = frozenset(".?!;:")
_NEAR = 4
"""How many words on either side a shouted question word is looked for: *WHO pays for WHAT*."""


def is_emphasis(
    text: str, words: Words, place: int, is_acronym: IsKnown, asked_before: bool
) -> bool:
    """Whether an acronym is only a word in capitals: by shouted neighbours, or as a pronoun.

    `is_acronym` says whether the word at a place is a known acronym, `asked_before` whether the
    same word was found to be a pronoun earlier in this text.
    """
    if words[place].text not in _PLAIN:
        return False
    if _is_shouted(text, words, place, is_acronym):
        return True
    return words[place].key == _PRONOUN and _asks(text, words, place, asked_before)


def _is_shouted(text: str, words: Words, place: int, is_acronym: IsKnown) -> bool:
    return any(
        words[beside].text.isupper()
        and words[beside].key not in near("joining")
        and text[words[left].end : words[left + 1].start].isspace()
        and not is_acronym(beside)
        for left, beside in ((place - 1, place - 1), (place, place + 1))
        if 0 <= beside < len(words)
    )


def _asks(text: str, words: Words, place: int, asked_before: bool) -> bool:
    """Whether `WHO` is the pronoun: behind who is meant, or a verb of asking, before a verb."""
    around = words[max(place - _NEAR, 0) : place + _NEAR + 1]
    if any(word.text.isupper() and word.key in near("question") for word in around):
        return True
    if place == 0 or place + 1 == len(words):
        return False
    before, behind = words[place - 1], words[place + 1]
    gap = text[before.end : words[place].start].strip()
    if before.key in near("antecedent") and gap in ("", ","):
        return True
    if not text[words[place].end : behind.start].isspace() or not behind.text[0].islower():
        return False
    if before.key in near("joining"):
        return asked_before and not gap
    if gap or (behind.key in near("functions") and behind.key not in near("auxiliary")):
        return False
    return _leads_to_a_clause(text, words, place, before.key, behind.key)


def _leads_to_a_clause(text: str, words: Words, place: int, before: str, behind: str) -> bool:
    if before in near("asking"):
        return True
    if before in near("functions") or not before.isalpha():
        return False
    opens = place < 2 or bool(_ENDS & set(text[words[place - 2].end : words[place - 1].start]))
    if words[place - 1].capital and not opens:
        return False
    finite = behind.endswith("ed") or behind in near("auxiliary")
    return finite or (before.endswith("s") and not behind.endswith("s"))
