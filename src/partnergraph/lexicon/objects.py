"""Nouns of what sentences speak of that state nothing by themselves, by their sort."""

from collections.abc import Iterator
from functools import cache

from partnergraph.lexicon.data import LANGUAGES, listed, read
from partnergraph.records.ids import fold


def nouns(sort: str, language: str) -> Iterator[str]:
    """The nouns of a sort in a language, singular and plural."""
    for forms in listed(read("objects")[sort].get(language, "")):
        yield from forms.split("/")


@cache
def accords() -> frozenset[str]:
    """What agreements are called by one word, folded, in all languages.

    >>> {"convention", "mou", "acuerdo"} <= accords()
    True
    """
    every = (fold(noun) for language in LANGUAGES for noun in nouns("accord", language))
    return frozenset(noun for noun in every if " " not in noun)
