"""The graph in Python: open or load one, ask it, take it elsewhere."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from partnergraph.opening import open_store
from partnergraph.questions.answer import Answer
from partnergraph.questions.answer import ask as answer_of
from partnergraph.questions.path import Path as Connection
from partnergraph.questions.path import paths as paths_of
from partnergraph.questions.resolve import resolve
from partnergraph.records.model import Edge, Evidence, Node
from partnergraph.store.protocol import Store
from partnergraph.store.sqlite import SqliteStore

if TYPE_CHECKING:
    import networkx

    from partnergraph.picture.network import Network
    from partnergraph.pipeline.load import FileReport

LABELS = {
    "agency": ("Agency", "Organisation", "Country", "RCP", "Person"),
    "roundtable": ("Roundtable",),
    "topic": ("Topic",),
    "country": ("Country",),
    "document": ("Document",),
}


class Graph:
    """A graph to ask. Names are forgiving, as on the command line; ids do too.

    Use it as a context manager, or close it.
    """

    def __init__(
        self,
        store: Store,
        reports: "Iterable[FileReport]" = (),
        folder: "tempfile.TemporaryDirectory[str] | None" = None,
    ) -> None:
        self.store = store
        self.reports = list(reports)
        self._folder = folder

    def __enter__(self) -> "Graph":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = self.store.counts()
        nodes, edges = sum(counts["nodes"].values()), sum(counts["edges"].values())
        return f"<Graph {self.store.name}: {nodes} nodes, {edges} relationships>"

    def close(self) -> None:
        """Let go of the graph, and of its file where `load` made one for it."""
        self.store.close()
        if self._folder:
            self._folder.cleanup()

    def node(self, name: str, *labels: str) -> Node:
        """The one node a name, acronym, code or id means.

        Raises UsageError, with the nearest candidates, where there is none or more than one.
        """
        return resolve(self.store, name, labels)

    def ask(self, question: str, limit: int = 0, **filters: Any) -> list[dict[str, Any]]:
        """The rows of a question of the catalogue (`gaps-unserved`, `overlaps-agencies`, …).

        Filters that name something (agency, roundtable, topic, country, document) take its name or
        id; all but the first take a list of several, too.
        Raises UsageError for an unknown question, filter or name.
        """
        return self.answer(question, limit, **filters).rows

    def answer(self, question: str, limit: int = 0, **filters: Any) -> Answer:
        """A question's rows with what there is to say of them: total, projection, sources."""
        for name in LABELS.keys() & filters.keys():
            if filters[name] is not None:
                filters[name] = self._ids(filters[name], name)
        return answer_of(self.store, question, limit, **filters)

    def _ids(self, names: str | Iterable[str], kind: str) -> str | list[str]:
        if isinstance(names, str):
            return self.node(names, *LABELS[kind]).id
        return [self.node(name, *LABELS[kind]).id for name in names]

    def paths(self, one: str, other: str, **options: Any) -> list[Connection]:
        """All shortest paths between two things, each hop a sentence with its evidence.

        Options: `only` and `without` (types), `max_hops`, `inferred`. Where nothing connects the
        two there is one path of length None, which says what would.
        """
        ends = self.node(one).id, self.node(other).id
        return list(paths_of(self.store, *ends, **options))

    def links(self, name: str, *types: str) -> list[Edge]:
        """The relationships of a thing, with their evidence; of the given types if any is named."""
        return list(self.store.edges([self.node(name).id], types or None))

    def evidence(self, source: str, type: str, target: str) -> list[Evidence]:
        """The words a relationship rests on, whatever its qualifiers; none if there is no such."""
        ends = self.node(source).id, self.node(target).id
        return [
            item
            for edge in self.store.edges(ends[:1], [type])
            if (edge.source, edge.target) == ends
            for item in edge.evidence
        ]

    def search(self, text: str, *labels: str, limit: int = 20) -> list[Node]:
        """The things that hold all words of `text`, in whatever form, the best first; 0 is all."""
        from partnergraph.questions.search import search

        return [hit.node for hit in search(self.store, text, labels)[: limit or None]]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """The whole graph as a networkx MultiDiGraph, evidence included."""
        from partnergraph.exchange.export import to_networkx

        return to_networkx(self.store)

    def to_pyvis(self, *names: str, hops: int = 1) -> "Network":
        """The network around some things as a pyvis object; of the whole graph without any."""
        from partnergraph.picture import to_pyvis

        return to_pyvis(self.store, *(self.node(name).id for name in names), hops=hops)


def open_graph(db: Path | str = "partnergraph.db") -> Graph:
    """The graph in a file, or in the Neo4j at an address. Raises StoreError where there is none."""
    return Graph(open_store(db))


def load(*paths: Path | str, db: Path | str | None = None) -> Graph:
    """A graph of files and folders, in the file `db` or, without one, for as long as it is open.

    What became of each file stands in `reports`. Raises ReadError where nothing can be read.

    >>> from partnergraph.resources import folder
    >>> with load(folder("seeds")) as graph:
    ...     [row["agency"] for row in graph.ask("gaps-single-agency", limit=2)]
    ...     graph.paths("UNODC", "UN-DESA")[0].length
    ['IOM', 'IOM']
    4
    """
    from partnergraph.pipeline.load import load as load_into  # reading: not to ask a graph

    folder = None if db else tempfile.TemporaryDirectory(prefix="partnergraph-")
    file = Path(db) if db else Path(folder.name if folder else "") / "graph.db"
    reports = load_into(paths, file)
    return Graph(SqliteStore(file), reports, folder)
