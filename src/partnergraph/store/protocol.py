"""What every store offers: the questions, the pictures and the exports know no more than this."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from partnergraph.records.model import Edge, Evidence, Node, Origin, Skipped, Value

Key = int | str


class Step(NamedTuple):
    """A relationship as a path sees it."""

    type: str
    source: str
    target: str


class Link(NamedTuple):
    """A relationship as a picture sees it: its ends by number, its evidence without the words.

    `key` is what the store knows it by, as long as it is open.
    """

    key: Key
    type: str
    source: int
    target: int
    properties: Mapping[str, Value]
    origins: tuple[Origin, ...]


class Held(NamedTuple):
    """A text that holds what was searched: which thing has it, as what, and where it stands.

    `kind` is `name`, `text` (its details), `quote` (of a relationship of it) or `line` (of a
    document); a name comes without its text, which the node has.
    """

    id: str
    kind: str
    text: str = ""
    document: str = ""
    place: str = ""


class Loaded(NamedTuple):
    """A document that was read from a file, and by which genres."""

    document: Node
    genres: tuple[str, ...]
    skipped: int


class Store(Protocol):
    """A graph that can be read. Everything comes in a fixed order: by id, or as stated."""

    @property
    def language(self) -> Literal["sql", "cypher"]:
        """The language its questions are written in."""

    @property
    def name(self) -> str:
        """Its file or URI, as the user knows it."""

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of a question's statement in the store's own language."""

    def nodes(self, ids: Iterable[str] | None = None, label: str | None = None) -> Iterator[Node]:
        """Nodes by id: all, those of a label, or those of these ids that exist."""

    def edges(
        self, touching: Iterable[str] | None = None, types: Sequence[str] | None = None
    ) -> Iterator[Edge]:
        """Relationships with all their evidence, by (type, source, target, qualifiers).

        All of them, or those with an end among `touching`, of the given types.
        """

    def steps(
        self, ids: Iterable[str], types: Sequence[str], inferred: bool = False
    ) -> Iterator[Step]:
        """The relationships of these types with an end among `ids`, without evidence."""

    def links(self, places: Mapping[str, int], documents: Collection[str] = ()) -> Iterator[Link]:
        """The relationships among nodes, in any order, without the words of their evidence.

        `places` numbers the nodes by their ids. With `documents`, by id, only what these say.
        """

    def evidence(
        self, keys: Iterable[Key], documents: Collection[str] = ()
    ) -> Iterator[tuple[Key, tuple[Evidence, ...]]]:
        """The evidence of links by their keys, in any order; with `documents`, only of these."""

    def find(self, form: str, labels: Sequence[str] = ()) -> list[Node]:
        """The nodes that have `form` (folded before comparing) as name, alias, acronym or code."""

    def holding(self, beginnings: Sequence[str], kinds: Sequence[str]) -> Iterator[Held]:
        """Texts of these kinds with a word that begins so, for each of the folded `beginnings`.

        They come in any order, and may be a few too many.
        """

    def counts(self) -> dict[str, dict[str, int]]:
        """How many nodes and relationships by label and type: {"nodes": …, "edges": …}."""

    def loaded(self) -> list[Loaded]:
        """The documents that were read from files."""

    def skipped(self, document: str) -> list[Skipped]:
        """What was not understood of a document."""

    def lines(self, document: str) -> list[tuple[str, str]] | None:
        """A document's lines with their places (`line 12`); None where only facts are known."""

    def close(self) -> None:
        """Let go of the file or the connection."""
