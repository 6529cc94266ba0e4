"""What the words right before a cue make of it: to come, denied, only possible."""

from collections.abc import Iterator
from functools import cache

from partnergraph.document.words import GAP
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.verify.standing import find

_SIGNS = ("planned", "denied", "possible")
_BETWEEN = ("adverb", "auxiliary")
_NOUNS = frozenset(("need", "needs"))
"""Signs that stand before a participle as nouns: the survey of needs conducted by Peru."""
_REACH = 120
"""Characters before a cue in which the words that make something of it stand."""
_LONGEST_SIGN = 5
_MOST_BETWEEN = 3


def fuller(cue: str, words: str) -> Iterator[str]:
    """A cue with the words before it that say whether it is so, at each place where it stands.

    Where no such words stand before it, the cue itself.

    >>> list(fuller("host", "Fiji will also host it, and host others"))
    ['will also host', 'host']
    >>> list(fuller("hosted by", "was not hosted by Fiji"))
    ['not hosted by']
    >>> list(fuller("conducted by", "the survey of needs conducted by Peru"))
    ['conducted by']
    """
    first = cue.partition(GAP)[0]
    found = find(first, words, 0, whole=True)
    while found >= 0:
        yield _before(words[max(found - _REACH, 0) : found].split()) + cue
        found = find(first, words, found + len(first), whole=True)


def _before(tokens: list[str]) -> str:
    """The last words that are a sign, and what stands between it and the cue; else nothing."""
    end = len(tokens)
    while end and len(tokens) - end < _MOST_BETWEEN and tokens[end - 1] in _small(_BETWEEN):
        end -= 1
    for start in range(max(end - _LONGEST_SIGN, 0), end):
        if " ".join(tokens[start:end]) in _small(_SIGNS):
            return " ".join(tokens[start:]) + " "
    return ""


@cache
def _small(names: tuple[str, ...]) -> frozenset[str]:
    words = lexicon()
    found = (word for name in names for each in LANGUAGES for word in words.small(name, each))
    return frozenset(found) - _NOUNS
