"""The labels and relationship types of the graph, read from `vocabulary.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from partnergraph.errors import UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of node: its properties with their kinds, whether it can act, what it is called.

    `words` are what a person calls one of them, and several.
    """

    name: str
    properties: Mapping[str, str]
    stakeholder: bool
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of relationship: its phrase, rank, allowed ends and identifying qualifiers.

    `loose` holds the labels of those sources whose relationship of this type connects nothing.
    """

    name: str
    rank: int
    phrase: str
    source: frozenset[str]
    target: frozenset[str]
    key: tuple[str, ...]
    properties: Mapping[str, str]
    kind: str
    loose: frozenset[str]

    def joins(self, source: str, target: str) -> bool:
        """Whether a node labelled `source` may have this relationship to one labelled `target`."""
        return source in self.source and target in self.target


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All labels and types by name, in the order of the file."""

    labels: Mapping[str, Label]
    types: Mapping[str, Type]
    not_bodies: frozenset[str]

    def label(self, name: str) -> Label:
        """The label of that name. Raises UsageError with the known ones for any other."""
        return _pick(self.labels, name, "label")

    def type(self, name: str) -> Type:
        """The relationship type of that name. Raises UsageError for any other."""
        return _pick(self.types, name, "relationship type")

    def of_kind(self, *kinds: str) -> tuple[str, ...]:
        """The names of the types of these kinds (`doing`, `expertise`, …) by rank."""
        return tuple(name for name, type_ in self.types.items() if type_.kind in kinds)

    @property
    def of_stakeholders(self) -> frozenset[str]:
        """The names of the labels whose nodes can act."""
        return frozenset(name for name, label in self.labels.items() if label.stakeholder)

    def is_stakeholder(self, label: str, kind: object = None) -> bool:
        """Whether a node of this label, an Organisation of this `kind`, can act."""
        return self.labels[label].stakeholder and kind not in self.not_bodies


def _pick(known: Mapping[str, T], name: str, what: str) -> T:
    if name in known:
        return known[name]
    raise UsageError(name, f"no such {what}", f"use one of {', '.join(known)}")


def _loose(entry: Mapping[str, Any]) -> list[str]:
    loose = entry.get("loose", [])
    return list(entry["source"] if loose is True else loose)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this version.

    >>> vocabulary().types["HAS_EXPERTISE_IN"].phrase
    'is listed with expertise in'
    """
    with Path(__file__).with_name("vocabulary.toml").open("rb") as file:
        raw = tomllib.load(file)
    labels = {
        name: Label(
            name,
            entry.get("properties", {}),
            entry.get("stakeholder", False),
            tuple(entry.get("words", (name.lower(), f"{name.lower()}s"))),
        )
        for name, entry in raw["label"].items()
    }
    groups = {
        "stakeholder": [label.name for label in labels.values() if label.stakeholder],
        "*": list(labels),
    }

    def ends(names: list[str]) -> frozenset[str]:
        return frozenset(label for name in names for label in groups.get(name, [name]))

    types = {
        name: Type(
            name,
            rank,
            entry["phrase"],
            ends(entry["source"]),
            ends(entry["target"]),
            tuple(entry.get("key", ())),
            dict.fromkeys(entry.get("key", ()), "text") | entry.get("properties", {}),
            entry["kind"],
            ends(_loose(entry)),
        )
        for rank, (name, entry) in enumerate(raw["type"].items())
    }
    return Vocabulary(labels, types, frozenset(raw["organisation"]["not_bodies"]))
