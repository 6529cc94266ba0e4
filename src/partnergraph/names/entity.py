"""What a reference table knows, and where a text names it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from partnergraph.document.words import Passage
from partnergraph.records.model import Value

How = Literal["name", "acronym", "adjective"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A known thing: its node's id, label, name and properties, as the reference table has them."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Value] = field(hash=False)


class Named(NamedTuple):
    """A known thing and the characters of a text, `start` to `stop`, that name it.

    `how` is `name` (a full name or printed alias), `acronym` or `adjective` (Mauritian).
    """

    entity: Entity
    start: int
    stop: int
    how: How


class Found(NamedTuple):
    """A known thing named in a passage: the words that name it, as what, and where they stand.

    `start` and `stop` are places in the passage's `text`.
    """

    entity: Entity
    words: Passage
    how: How
    start: int
    stop: int
