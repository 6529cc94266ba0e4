"""The graph into a Neo4j: constraints, then nodes, then relationships, batch by batch.

Every batch is a transaction of its own that is tried again when it fails in passing. What is there
already is found through our own label and set to what it is to be, so that a push can be repeated,
and an interrupted one is ended by the same push again.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from partnergraph import resources
from partnergraph.cypher_text import statements
from partnergraph.errors import StoreError
from partnergraph.model import Edge, Node
from partnergraph.neo4j_model import (
    OWN_LABEL,
    STAKEHOLDER,
    edge_properties,
    labels_of,
    node_properties,
    source_properties,
)
from partnergraph.store.bolt import one_line
from partnergraph.store.neo4j import Neo4jStore
from partnergraph.store.protocol import Store
from partnergraph.vocabulary import vocabulary

Progress = Callable[[int, int, str], None]
Row = list[Any]
BATCH = 10_000
_DOCUMENTS = 20


class Pushed(NamedTuple):
    """How many nodes and relationships the pushed graph has."""

    nodes: int
    edges: int


def push(store: Store, target: Neo4jStore, progress: Progress | None = None) -> Pushed:
    """Make the graph in Neo4j hold everything that `store` holds.

    What left the graph stays there; `prune` removes it. Raises StoreError where the server fails
    in its middle, which says how far it came.
    """
    counts = store.counts()
    total = sum(chain(counts["nodes"].values(), counts["edges"].values()))
    done = 0
    try:
        prepare(target)
        for what, statement, rows in _batches(store, counts):
            if progress:
                progress(done, total, f"pushing {what}")
            _write(target, statement, rows)
            done += len(rows)
    except StoreError as error:
        what = f"{error.what} ({done} of {total} nodes and relationships are there)"
        raise StoreError(error.where, what, error.todo) from error
    return Pushed(sum(counts["nodes"].values()), sum(counts["edges"].values()))


def prepare(target: Neo4jStore) -> None:
    """Make the constraint and the indexes of `cypher/schema.cypher`, and wait for them."""
    text = (resources.folder("cypher") / "schema.cypher").read_text(encoding="utf-8")
    with one_line(target.name), target.driver.session(database=target.database) as session:
        for statement in statements(text):
            session.run(statement.text).consume()  # type: ignore[arg-type]


def _write(target: Neo4jStore, statement: str, rows: list[Row]) -> None:
    with one_line(target.name), target.driver.session(database=target.database) as session:
        session.execute_write(lambda tx: tx.run(statement, rows=rows).consume())


def _batches(store: Store, counts: dict[str, dict[str, int]]) -> Iterator[tuple[str, str, list[Row]]]:
    for label in counts["nodes"]:
        size = _DOCUMENTS if label == "Document" else BATCH
        for labels, rows in _grouped(_node_rows(store, label), size):
            yield label, node_statement(labels), rows
    for type in counts["edges"]:
        for batch in _many((_edge_row(edge) for edge in store.edges(types=[type])), BATCH):
            yield type, edge_statement(type), batch


def _node_rows(store: Store, label: str) -> Iterator[tuple[tuple[str, ...], Row]]:
    """Nodes as rows of id and properties, each with the labels it carries."""
    loaded = {item.document.id: item for item in store.loaded()} if label == "Document" else {}
    for node in store.nodes(label=label):
        properties = node_properties(node)
        if node.id in loaded:
            properties |= source_properties(store, loaded[node.id])
        yield tuple(labels_of(node)), [node.id, properties]


def _grouped(
    rows: Iterable[tuple[tuple[str, ...], Row]], size: int
) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Batches of rows that carry the same labels."""
    for batch in _many(rows, size):
        for labels in sorted({labels for labels, _ in batch}):
            yield labels, [row for its, row in batch if its == labels]


def _many(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def node_statement(labels: Iterable[str]) -> str:
    """What makes nodes of rows of id and properties.

    >>> print(node_statement(["Partnergraph", "Topic"]))
    UNWIND $rows AS row MERGE (n:Partnergraph {id: row[0]})
    SET n = row[1] SET n:Topic REMOVE n:Stakeholder
    """
    others = [label for label in labels if label != OWN_LABEL]
    acting = "" if STAKEHOLDER in others else f" REMOVE n:{STAKEHOLDER}"
    return (
        f"UNWIND $rows AS row MERGE (n:{OWN_LABEL} {{id: row[0]}})\n"
        f"SET n = row[1] SET n:{':'.join(others)}{acting}"
    )


def edge_statement(type: str) -> str:
    """What makes relationships of rows of source, target, properties and qualifiers.

    >>> print(edge_statement("PURSUES"))
    UNWIND $rows AS row
    MATCH (a:Partnergraph {id: row[0]}) MATCH (b:Partnergraph {id: row[1]})
    MERGE (a)-[r:PURSUES]->(b) SET r = row[2]
    """
    key = " {key: row[3]}" if vocabulary().type(type).key else ""
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (a:{OWN_LABEL} {{id: row[0]}}) MATCH (b:{OWN_LABEL} {{id: row[1]}})\n"
        f"MERGE (a)-[r:{type}{key}]->(b) SET r = row[2]"
    )


def _edge_row(edge: Edge) -> Row:
    properties = edge_properties(edge)
    return [edge.source, edge.target, properties, properties.get("key")]
