"""The documents that claims are held against, found as a claim names them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from partnergraph.document.places import Place, located
from partnergraph.document.words import Text
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence, Extraction, Node
from partnergraph.verify.named import forms

Reader = Callable[[], tuple[Text, Extraction]]


@dataclass(frozen=True)
class Source:
    """A file: its sha256, the ids that its Document may have, and how it is read when asked for."""

    path: Path
    sha256: str
    ids: Collection[str]
    reader: Reader

    @cached_property
    def _read(self) -> tuple[Text, Extraction]:
        return self.reader()

    @property
    def text(self) -> Text:
        """Its words. Raises ReadError where it cannot be read."""
        return self._read[0]

    @property
    def extraction(self) -> Extraction:
        """What reading it yields. Raises ReadError where it cannot be read."""
        return self._read[1]

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """The nodes that reading it yields, by their ids."""
        read = self.extraction
        return {node.id: node for node in (read.document, *read.nodes)}

    @cached_property
    def by_form(self) -> dict[str, list[Node]]:
        """Those nodes by each form that names them, folded."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            for form in {fold(form) for form in (*forms(node), *_files(node))}:
                found.setdefault(form, []).append(node)
        return found

    def read_at(self, places: Iterable[Place]) -> list[tuple[Edge, Evidence]]:
        """The relationships that reading it yields at some places, by the words for each."""
        found = {
            (id(edge), id(evidence)): (edge, evidence)
            for place in places
            for edge, evidence in self._by_place.get(place, ())
        }
        return list(found.values())

    @cached_property
    def _by_place(self) -> dict[Place, list[tuple[Edge, Evidence]]]:
        found: dict[Place, list[tuple[Edge, Evidence]]] = {}
        for edge in self.extraction.edges:
            for evidence in edge.evidence:
                for place in set(located(evidence.locator)):
                    found.setdefault(place, []).append((edge, evidence))
        return found


def _files(node: Node) -> list[str]:
    return [str(node.properties["file"])] if "file" in node.properties else []


def source_of(name: str, node: Node | None, sources: Sequence[Source]) -> Source | None:
    """The document that claims call `name`: by its node's sha256, else its file, else its id.

    None where no file is it, or where several could be.
    """
    said = dict(node.properties) if node else {}
    tests: Iterable[Callable[[Source], bool]] = (
        lambda source: source.sha256 == said.get("sha256"),
        lambda source: source.path.name == said.get("file"),
        lambda source: name in source.ids,
        lambda source: source.path.name == name,
    )
    for test in tests:
        found = [source for source in sources if test(source)]
        chosen = [source for source in found if name in source.ids] or found
        if chosen:
            return chosen[0] if len({source.sha256 for source in chosen}) == 1 else None
    return None
