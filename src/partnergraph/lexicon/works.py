"""Words for what is signed, adopted, written or run, as data: `works.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon.data import listed, read
from partnergraph.records.ids import fold


class Organ(NamedTuple):
    """A body that numbers its resolutions: its code, its name in full, the sign of its papers."""

    code: str
    name: str
    sign: str


@dataclass(frozen=True)
class Works:
    """The words of `works.toml`, folded unless they are to be found as printed."""

    instruments: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    reports: frozenset[str]
    general: frozenset[str]
    organs: Mapping[str, Organ]
    """Bodies that number their resolutions, by each of their names in lower case."""
    of_forum: tuple[str, ...]
    rules: tuple[str, ...]
    effort: Mapping[str, tuple[str, ...]]
    missions: tuple[str, ...]
    days: frozenset[str]
    data: frozenset[str]


@cache
def works() -> Works:
    """The words, read once."""
    told = read("works")
    instruments = (told["instrument"][language] for language in ("en", "fr", "es"))
    organs = {
        name: Organ(code, organ["name"], organ.get("sign", ""))
        for code, organ in told["organ"].items()
        for name in listed(organ["names"])
    }
    return Works(
        frozenset(fold(word) for words in instruments for word in words.split()),
        tuple(tuple(phrase.split()) for phrase in listed(told["instrument"]["phrases"])),
        frozenset(told["report"]["en"].split()),
        frozenset(told["general"]["words"].split()),
        organs,
        listed(told["forum"]["organs"]),
        listed(told["forum"]["rules"]),
        {name: tuple(words.split()) for name, words in told["effort"].items()},
        listed(told["mission"]["names"]),
        frozenset(told["run"]["days"].split()),
        frozenset(told["run"]["data"].split()),
    )
