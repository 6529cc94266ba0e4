"""Stub of the interface; see the module's owner."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from partnergraph.model import Value
from partnergraph.passage import Passage


@dataclass(frozen=True, slots=True)
class Entity:
    """A known thing: its node's id, label, name and properties, as the reference table has them."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Found:
    """A known thing named in a passage: the words that name it, and as what.

    `how` is `name` (a full name or printed alias), `acronym` or `adjective` (Mauritian).
    """

    entity: Entity
    words: Passage
    how: Literal["name", "acronym", "adjective"]


class Names:
    """The reference tables, looked up exactly on a folded key; nothing is fuzzy."""

    def resolve(self, form: str, *labels: str) -> Entity | None:
        """The entity whose name or alias is the whole of `form`, whatever its case."""
        return None

    def find(self, passage: Passage, *labels: str) -> list[Found]:
        """Every known thing named in running text, left to right, longest form first."""
        return []


@cache
def names() -> Names:
    """The reference tables of this package, read once."""
    return Names()
