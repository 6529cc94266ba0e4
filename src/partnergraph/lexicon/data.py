"""The lexicon's files, each read once and only when it is asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from partnergraph.lexicon.entry import Entry, Tie
from partnergraph.records.ids import fold

LANGUAGES = ("en", "fr", "es")
FAMILIES = ("leading", "doing", "supporting", "membership", "meetings", "ties")
"""The files of roles; of two entries that share words the one of the earlier file comes first."""


@cache
def read(name: str) -> Mapping[str, Any]:
    """One TOML file of the lexicon: `words`, `columns`, `roles/leading` …"""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def entries() -> Mapping[str, tuple[Entry, Mapping[str, Any]]]:
    """Every entry by its id, with the tables of words it was made from."""
    found: dict[str, tuple[Entry, Mapping[str, Any]]] = {}
    for family in FAMILIES:
        for name, raw in read(f"roles/{family}").items():
            found[name] = Entry(name, "role", _ties(raw)), raw
    for name, raw in read("columns").items():
        found[name] = Entry(name, name, _ties(raw)), raw
    return found


def _ties(raw: Mapping[str, Any]) -> tuple[Tie, ...]:
    return tuple(Tie(**{**tie, "to": frozenset(tie["to"])}) for tie in raw.get("gives", ()))


def phrases(use: str, language: str) -> Iterator[tuple[Entry, str]]:
    """The words that entries have in a language for a use: `words`, `noun`, `verb`, `header` …"""
    for entry, raw in entries().values():
        for phrase in listed(raw.get(use, {}).get(language, "")):
            yield entry, phrase


@cache
def small(name: str, language: str) -> tuple[str, ...]:
    """A list of small words: `auxiliary`, `denied`, `status.planned` …"""
    table: Mapping[str, Any] = read("words")
    for part in name.split("."):
        table = table[part]
    return listed(table.get(language, ""))


@cache
def small_set(name: str, language: str) -> frozenset[str]:
    """The same list, to be asked whether a word is in it."""
    return frozenset(small(name, language))


@cache
def folded(name: str) -> frozenset[str]:
    """The small words of a class in all languages, folded."""
    return frozenset(fold(word) for language in LANGUAGES for word in small(name, language))


@cache
def listed(words: str) -> tuple[str, ...]:
    """The phrases of a list, which `;` parts: one string is read ten times as fast as many.

    >>> listed("lead; lead   agency")
    ('lead', 'lead agency')
    """
    return tuple(" ".join(phrase.split()) for phrase in words.split(";") if phrase.strip())
