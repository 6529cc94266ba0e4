"""The graph into a Neo4j: constraints, then nodes, then relationships, batch by batch.

A statement that Neo4j has not seen takes it longer to plan than to run, so types of few
relationships share one. Every batch is a transaction of its own that is tried again when it fails
in passing. What is there already is found through our own label and set to what it is to be, so
that a push can be repeated, and an interrupted one is ended by the same push again.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple

from partnergraph import garbage, resources
from partnergraph.errors import StoreError
from partnergraph.neo4j.model import (
    EDGE_EVIDENCE,
    OWN_LABEL,
    STAKEHOLDER,
    edge_evidence,
    edge_properties,
    labels_of,
    node_properties,
    sources_of,
)
from partnergraph.neo4j.statements import statements
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.records.model import Edge
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

Progress = Callable[[int, int, str], None]
Counts = dict[str, dict[str, int]]
Row = list[Any]
BATCH = 4_000
FEW = 1_000
_DOCUMENTS = 20
_AHEAD = 8
_MADE_MEANWHILE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
"""The same constraint or index, of the same name, made since it was looked for."""


class Pushed(NamedTuple):
    """How many nodes and relationships the pushed graph has."""

    nodes: int
    edges: int


class Batch(NamedTuple):
    """Rows of one kind, and the statement that writes them."""

    what: str
    statement: str
    rows: list[Row]


def push(store: Store, target: Neo4jStore, progress: Progress | None = None) -> Pushed:
    """Make the graph in Neo4j hold everything that `store` holds.

    What left the graph stays there; `prune` removes it. Raises StoreError where the server fails
    in its middle, and KeyboardInterrupt; both say how far it came.
    """
    counts = store.counts()
    total = sum(chain(counts["nodes"].values(), counts["edges"].values()))
    done = 0
    try:
        prepare(target)
        with garbage.no_search():
            for batch in _write_all(target, _batches(store, counts)):
                done += len(batch.rows)
                if progress:
                    progress(done, total, f"pushing {batch.what}")
    except StoreError as error:
        what = f"{error.what} ({_there(done, total)})"
        raise StoreError(error.where, what, error.todo) from error
    except KeyboardInterrupt:
        line = f"{target.name}: stopped; {_there(done, total)}, run the same again"
        raise KeyboardInterrupt(line) from None
    return Pushed(sum(counts["nodes"].values()), sum(counts["edges"].values()))


def _there(done: int, total: int) -> str:
    return f"{done} of {total} nodes and relationships are there"


def prepare(target: Neo4jStore) -> None:
    """Make the constraint and the indexes of `cypher/schema.cypher`, and wait for them.

    What another push makes at the same moment is there: `IF NOT EXISTS` looks before it locks.
    """
    text = (resources.folder("cypher") / "schema.cypher").read_text(encoding="utf-8")
    for statement in statements(text):
        try:
            _write(target, Batch("schema", statement.text, []))
        except StoreError as error:
            if getattr(error.__cause__, "code", "") != _MADE_MEANWHILE:
                raise


def _batches(store: Store, counts: Counts) -> Iterator[Batch]:
    texts = {"Document"} & counts["nodes"].keys()
    for labels, size in ((counts["nodes"].keys() - texts, BATCH), (texts, _DOCUMENTS)):
        rows = chain.from_iterable(_node_rows(store, label) for label in sorted(labels))
        for batch in _many(rows, size):
            yield Batch("nodes", NODE_STATEMENT, batch)
    few: list[Edge] = []
    for type, edges in groupby(store.edges(), key=attrgetter("type")):
        if counts["edges"].get(type, 0) < FEW:
            few += edges
        else:
            for batch in _many(edges, BATCH):
                yield _of_type(type, batch)
    for batch in _many(few, BATCH):
        yield from _of_any_type(batch)


def _of_any_type(edges: list[Edge]) -> Iterator[Batch]:
    for keyed in (False, True):
        chosen = [edge for edge in edges if bool(vocabulary().type(edge.type).key) == keyed]
        if chosen:
            statement = edge_statement(_TYPE_OF_ROW, keyed)
            yield Batch("relationships", statement, [_edge_row(edge) for edge in chosen])


def _of_type(type: str, edges: list[Edge]) -> Batch:
    known = vocabulary().type(type)
    if known.properties or any(edge.properties for edge in edges):
        statement = edge_statement(type, bool(known.key))
        return Batch(type, statement, [_edge_row(edge) for edge in edges])
    return Batch(type, plain_edge_statement(type), [_plain_row(edge) for edge in edges])


def _write_all(target: Neo4jStore, batches: Iterator[Batch]) -> Iterator[Batch]:
    """Write batches, and give back each that is there.

    The next ones are read meanwhile, and one begins while the one before is being committed. What
    is of another kind waits: a relationship for its nodes.
    """
    pool = ThreadPoolExecutor(2)
    try:
        for _, alike in groupby(batches, key=attrgetter("what")):
            under_way: deque[tuple[Batch, Future[None]]] = deque()
            for batch in alike:
                under_way.append((batch, pool.submit(_write, target, batch)))
                while under_way and (len(under_way) > _AHEAD or under_way[0][1].done()):
                    yield _written(*under_way.popleft())
            while under_way:
                yield _written(*under_way.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _written(batch: Batch, writing: Future[None]) -> Batch:
    writing.result()
    return batch


def _write(target: Neo4jStore, batch: Batch) -> None:
    target.write(batch.statement, rows=batch.rows)


def _node_rows(store: Store, label: str) -> Iterator[Row]:
    """Nodes as rows of id, properties and labels."""
    sources = sources_of(store, label)
    for node in store.nodes(label=label):
        yield [node.id, {**node_properties(node), **sources(node.id)}, labels_of(node)]


def _many(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def edge_statement(type: str, keyed: bool) -> str:
    """What makes relationships of rows of source, target, properties, qualifiers and type.

    >>> print(edge_statement("MEMBER_OF", keyed=True))
    UNWIND $rows AS row
    MATCH (a:Partnergraph {id: row[0]}) MATCH (b:Partnergraph {id: row[1]})
    MERGE (a)-[r:MEMBER_OF {key: row[3]}]->(b)
    SET r = row[2]
    """
    key = " {key: row[3]}" if keyed else ""
    return f"{_ENDS}\nMERGE (a)-[r:{type}{key}]->(b)\nSET r = row[2]"


def plain_edge_statement(type: str) -> str:
    """The same for relationships that carry nothing but their evidence: twice as fast."""
    return f"{_ENDS}\nMERGE (a)-[r:{type}]->(b)\n{_NOTHING_ELSE}\n{_IF_NEW}\n{_SET}"


NODE_STATEMENT = (
    f"UNWIND $rows AS row MERGE (n:{OWN_LABEL} {{id: row[0]}})\n"
    f"SET n = row[1] REMOVE n:{STAKEHOLDER} SET n:$(row[2])"
)
_TYPE_OF_ROW = "$(row[4])"
_ENDS = (
    "UNWIND $rows AS row\n"
    f"MATCH (a:{OWN_LABEL} {{id: row[0]}}) MATCH (b:{OWN_LABEL} {{id: row[1]}})"
)
_FIELDS = {key: f"row[{place}]" for place, key in enumerate(EDGE_EVIDENCE, start=2)}
_MORE = f"CASE WHEN size(keys(r)) > {len(_FIELDS)} THEN [1] ELSE [] END"
_NOTHING_ELSE = f"FOREACH (_ IN {_MORE} | SET r = {{}})"
_DIFFERS = " OR ".join(f"r.{key} <> {value}" for key, value in _FIELDS.items())
_IF_NEW = f"WITH r, row WHERE r.stated IS NULL OR {_DIFFERS}"
_SET = f"SET {', '.join(f'r.{key} = {value}' for key, value in _FIELDS.items())}"


def _edge_row(edge: Edge) -> Row:
    properties = edge_properties(edge)
    return [edge.source, edge.target, properties, properties.get("key"), edge.type]


def _plain_row(edge: Edge) -> Row:
    return [edge.source, edge.target, *edge_evidence(edge)]
