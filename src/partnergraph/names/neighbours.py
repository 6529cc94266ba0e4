"""The words around a country's name that decide what it is part of, as the lexicon has them."""

from functools import cache

from partnergraph.lexicon.bodies import words
from partnergraph.lexicon.data import read

_GROUPS = {
    "links": ("of", "article", "link"),
    "functions": ("of", "article", "link", "function"),
    "functions behind": ("link", "function"),
    "before a name": ("of", "article"),
}
"""Lists of the lexicon that are asked for together."""


@cache
def near(name: str) -> frozenset[str]:
    """A list of `lexicon/neighbours.toml`, or several that are asked for together.

    >>> sorted(near("joining"))
    ['and', 'et', 'or', 'y']
    """
    told = read("neighbours")
    return frozenset(word for part in _GROUPS.get(name, (name,)) for word in told[part].split())


def is_office(word: str) -> bool:
    """Whether behind a folded word *of* and a country's name are the State: Government of Ghana.

    >>> [is_office(word) for word in ("embassies", "king", "ministry", "bank")]
    [True, True, False, False]
    """
    return words().is_office(word) or word in words().of_states


def is_office_behind(word: str) -> bool:
    """Whether a country's name before a folded word is the State's: the Kenya Mission."""
    return is_ministry(word) or word in words().behind_states


def is_ministry(word: str) -> bool:
    """Whether a folded word is that of a ministry or minister."""
    return word in words().ministries


@cache
def is_body(word: str) -> bool:
    """Whether what a folded capitalised word and *of* open is named after a country and no State.

    >>> [is_body(word) for word in ("bank", "gulf", "conference")]
    [True, True, False]
    """
    kinds = words().kinds.get(word, ())
    kind = any(not kind.event for kind in kinds) and word not in near("later")
    return kind or word in near("named")
