"""Which activity an objective speaks of, by the words and phrases they share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from partnergraph.ids import fold

_STEM = 7
_SHORT = 4
_PHRASE = 3.0


class Likeness:
    """What few texts of a document say weighs most, phrases more than words."""

    def __init__(self, texts: Iterable[str]) -> None:
        documents = [_terms(text) for text in texts]
        counts = Counter(term for terms in documents for term in terms)
        total = max(2, len(documents))
        self._weight = {
            term: (math.log(total / count) / math.log(total)) ** 2 * (_PHRASE if " " in term else 1)
            for term, count in counts.items()
        }

    def within(self, texts: Sequence[str]) -> "Comparison":
        """The texts of a section, to be compared by their numbers."""
        return Comparison([_terms(text) for text in texts], self._weight)


class Comparison:
    """Texts of one section, compared by their numbers."""

    def __init__(self, terms: list[frozenset[str]], weight: Mapping[str, float]) -> None:
        self._terms, self._weight = terms, weight
        self._known: dict[tuple[int, tuple[int, ...]], float] = {}

    def __call__(self, text: int, others: tuple[int, ...]) -> float:
        """How much that is rare a text shares with others: 0 for nothing, towards 1 for much."""
        key = (text, others)
        if key not in self._known:
            there = frozenset[str]().union(*(self._terms[other] for other in others))
            shared = sum(self._weight.get(term, 0.0) for term in self._terms[text] & there)
            self._known[key] = shared / (shared + _PHRASE)
        return self._known[key]


@lru_cache(maxsize=4096)
def _terms(text: str) -> frozenset[str]:
    words = [word[:_STEM].rstrip("s") for word in fold(text).split() if len(word) >= _SHORT]
    return frozenset(words) | frozenset(map(" ".join, pairwise(words)))
