"""What a reference table knows, and where a text names it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from partnergraph.model import Value
from partnergraph.passage import Passage

How = Literal["name", "acronym", "adjective"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A known thing: its node's id, label, name and properties, as the reference table has them."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A known thing named in a passage: the words that name it, and as what.

    `how` is `name` (a full name or printed alias), `acronym` or `adjective` (Mauritian).
    """

    entity: Entity
    words: Passage
    how: How
