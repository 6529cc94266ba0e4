"""A part of a graph as a graph of its own, with all evidence, that loads again by itself."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from partnergraph.records.model import Edge
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.intake import Intake
from partnergraph.store.protocol import Store
from partnergraph.store.sqlite import SqliteStore
from partnergraph.store.writer import writing


@contextmanager
def said_by(store: Store, documents: Collection[str]) -> Iterator[Store]:
    """What some documents, by their ids, say: those relationships with no other evidence."""
    edges = list(_of_documents(store.edges(), frozenset(documents)))
    with _as_graph(store, edges, documents) as part:
        yield part


@contextmanager
def around(store: Store, ids: Sequence[str], hops: int) -> Iterator[Store]:
    """What is within some links of things, all links among these, and where they are recorded."""
    reached = within(store, ids, hops)
    weak = vocabulary().of_kind("weak")
    edges = [
        edge
        for edge in store.edges(sorted(reached))
        if edge.source in reached and (edge.target in reached or edge.type in weak)
    ]
    with _as_graph(store, edges, ids) as part:
        yield part


def _of_documents(edges: Iterable[Edge], documents: frozenset[str]) -> Iterator[Edge]:
    for edge in edges:
        said = tuple(item for item in edge.evidence if item.document in documents)
        if said:
            yield edge._replace(evidence=said)


def within(store: Store, ids: Iterable[str], hops: int) -> set[str]:
    """The ids of what is within some links of things, themselves too; weak links lead nowhere."""
    strong = [name for name, type in vocabulary().types.items() if type.kind != "weak"]
    reached = set(ids)
    new = set(reached)
    for _ in range(hops):
        steps = store.steps(sorted(new), strong, inferred=True)
        new = {end for step in steps for end in (step.source, step.target)} - reached
        reached |= new
    return reached


@contextmanager
def _as_graph(store: Store, edges: Sequence[Edge], ids: Iterable[str]) -> Iterator[Store]:
    with TemporaryDirectory(prefix="partnergraph-") as folder:
        path = Path(folder, "part.db")
        named = {*ids, *(end for edge in edges for end in (edge.source, edge.target))}
        named.update(item.document for edge in edges for item in edge.evidence)
        with writing(path) as writer:
            intake = Intake(writer, path)
            intake.nodes(store.nodes(sorted(named)))
            intake.edges(edges)
            intake.finish()
        with SqliteStore(path) as part:
            yield part
