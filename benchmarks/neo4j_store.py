"""How fast the graph goes into Neo4j, and each question on both stores, in one run.

    python benchmarks/neo4j_store.py [--nodes 120000] [--asked 2000] [--rounds 3]

The graph of `random_graph.py`, with evidence, goes into new servers by LOAD CSV, by `push`, by
`push` again when nothing changed, and a few thousand of its relationships by one call each. LOAD
CSV is run twice: with MERGE, so that it can be repeated as a push can, and with CREATE, which only
fits an empty database. Each server has first taken in a smaller graph the same way and been
emptied, since a new JVM spends much of its first minute on compiling. With `neo4j-rust-ext`
installed beside the driver the goal of the push is higher. Then each question is asked of a smaller
graph (most answer for all pairs) on SQLite and on Neo4j; printed are medians of warm rounds.
"""

import argparse
import csv
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from partnergraph.exchange.neo4j_csv import write_csv
from partnergraph.neo4j import server
from partnergraph.neo4j.bolt import Login
from partnergraph.neo4j.model import EDGE_EVIDENCE
from partnergraph.neo4j.push import Batch, edge_statement, prepare, push
from partnergraph.neo4j.push import _edge_row as edge_row
from partnergraph.neo4j.push import _write as write
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.pipeline import load as pipeline
from partnergraph.questions import ask, catalogue
from partnergraph.store.protocol import Store
from partnergraph.store.sqlite import SqliteStore
from random_graph import records

CALLS = 2_000
RUST = find_spec("neo4j._rust") is not None or find_spec("_rust") is not None
AGENCY = "organisation:n7"
LISTS = [key for key in EDGE_EVIDENCE if key != "stated"]


def loaded(folder: Path, nodes: int) -> SqliteStore:
    """The random graph in SQLite."""
    folder.mkdir()
    path = folder / "graph.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records(nodes))
    pipeline.load([path], folder / "graph.db")
    return SqliteStore(folder / "graph.db")


def on_server(folder: Path, work: Callable[[Neo4jStore], None]) -> None:
    """Do some work on a new server."""
    with (
        server.start(folder, 0, 0) as running,
        Neo4jStore(running.uri, Login("neo4j", running.password, None)) as store,
    ):
        prepare(store)
        work(store)


def timed(work: Callable[[], object]) -> float:
    """The seconds it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def load_csv(store: Neo4jStore, folder: Path, clause: str) -> None:
    """Nodes, then relationships, from the files of `export csv`, as the server reads them best.

    `clause` is MERGE or CREATE.
    """
    for path in sorted(folder.glob("*.csv"), reverse=True):
        kind, _, name = path.stem.partition("-")
        with path.open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        make = _node(clause, name, header) if kind == "nodes" else _edge(clause, name)
        with store.driver.session() as session:
            session.run(
                f"LOAD CSV WITH HEADERS FROM '{path.as_uri()}' AS row "
                f"CALL (row) {{ {make} }} IN TRANSACTIONS OF 10000 ROWS"
            ).consume()


def _node(clause: str, label: str, header: list[str]) -> str:
    values = {cell.partition(":")[0]: cell for cell in header[2:]}
    own = "".join(
        f", n.{key} = {_list(cell) if cell.endswith('[]') else f'row.`{cell}`'}"
        for key, cell in values.items()
    )
    return f"{clause} (n:Partnergraph {{id: row.`id:ID`}}) SET n:{label}{own}"


def _edge(clause: str, type: str) -> str:
    own = "".join(f", r.{key} = {_list(f'{key}:string[]')}" for key in LISTS)
    return (
        "MATCH (a:Partnergraph {id: row.`:START_ID`}) MATCH (b:Partnergraph {id: row.`:END_ID`}) "
        f"{clause} (a)-[r:{type}]->(b) SET r.stated = row.`stated:boolean` = 'true'{own}"
    )


def _list(cell: str) -> str:
    return f"split(row.`{cell}`, '\\u001F')"


def one_by_one(store: Neo4jStore, graph: SqliteStore) -> int:
    """Some relationships that are there, a transaction each."""
    edges = list(islice(graph.edges(types=["PURSUES"]), CALLS))
    for edge in edges:
        write(store, Batch("PURSUES", edge_statement("PURSUES", keyed=False), [edge_row(edge)]))
    return len(edges)


def empty(store: Neo4jStore) -> None:
    """Take everything out again."""
    with store.driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()


def rates(graph: SqliteStore, smaller: SqliteStore, folder: Path) -> dict[str, float]:
    """Nodes and relationships a second, way by way; `smaller` is what warms each server."""
    size = sum(sum(each.values()) for each in graph.counts().values())
    write_csv(graph, folder / "csv")
    write_csv(smaller, folder / "smaller-csv")
    found = {}

    def loading(clause: str) -> Callable[[Neo4jStore], None]:
        def load(store: Neo4jStore) -> None:
            load_csv(store, folder / "smaller-csv", clause)
            empty(store)
            seconds = timed(lambda: load_csv(store, folder / "csv", clause))
            found[f"LOAD CSV, {clause}"] = size / seconds

        return load

    def pushing(store: Neo4jStore) -> None:
        push(smaller, store)
        empty(store)
        found["push"] = size / timed(lambda: push(graph, store))
        found["push again"] = size / timed(lambda: push(graph, store))
        found["a call a row"] = CALLS / timed(lambda: one_by_one(store, graph))

    on_server(folder / "one", loading("MERGE"))
    on_server(folder / "two", pushing)
    on_server(folder / "three", loading("CREATE"))
    return found


def questions(graph: SqliteStore, store: Neo4jStore, rounds: int) -> None:
    """Print the median milliseconds of each question on both stores."""
    push(graph, store)
    print(f"{'':<34}{'SQLite ms':>12}{'Neo4j ms':>12}{'rows':>10}")
    for name, question in catalogue().items():
        needed = {p.name: AGENCY for p in question.parameters if p.required}
        if len(needed) < 2:
            mine, theirs = (median(one, name, needed, rounds) for one in (graph, store))
            rows = ask(graph, name, **needed).total
            print(f"{name:<34}{mine:>12.1f}{theirs:>12.1f}{rows:>10}")


def median(store: Store, name: str, given: dict[str, str], rounds: int) -> float:
    """The milliseconds of a question once it was asked before."""
    times = [timed(lambda: ask(store, name, **given)) for _ in range(rounds + 1)]
    return statistics.median(times[1:]) * 1000


def report(found: dict[str, float]) -> list[str]:
    """Print each rate beside what it is measured by; the names of those that miss their goal."""
    goals = {"push": ("LOAD CSV, MERGE", 0.85 if RUST else 0.6), "push again": ("push", 0.9)}
    goals["a call a row"] = ("push", 1 / 50)
    missed = []
    print(f"{'':<34}{'a second':>12}{'of':>17}{'ratio':>8}{'goal':>8}")
    for what, rate in found.items():
        if what not in goals:
            print(f"{what:<34}{rate:>12.0f}")
            continue
        beside, goal = goals[what]
        ratio = rate / found[beside]
        good = ratio <= goal if what == "a call a row" else ratio >= goal
        print(f"{what:<34}{rate:>12.0f}{beside:>17}{ratio:>8.3f}{goal:>8.2f}")
        missed += [] if good else [what]
    print("missed: " + ", ".join(missed) if missed else "every goal is met")
    return missed


def main() -> None:
    """Print the tables; exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=120_000)
    parser.add_argument("--asked", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            loaded(folder / "large", chosen.nodes) as graph,
            loaded(folder / "smaller", chosen.nodes // 4) as smaller,
        ):
            counts = {key: sum(each.values()) for key, each in graph.counts().items()}
            print(f"{counts['nodes']} nodes, {counts['edges']} relationships; rust: {RUST}")
            missed = report(rates(graph, smaller, folder))
        with loaded(folder / "few", chosen.asked) as graph:
            on_server(folder / "asked", lambda store: questions(graph, store, chosen.rounds))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
