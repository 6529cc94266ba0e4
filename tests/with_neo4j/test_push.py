"""What a push leaves in Neo4j: all of the graph, nothing of others, and the same again."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from partnergraph.errors import StoreError, UsageError
from partnergraph.exchange import jsonl
from partnergraph.neo4j.model import EDGE_EXTRAS, NODE_EXTRAS
from partnergraph.neo4j.prune import Pruned, prune
from partnergraph.neo4j.push import prepare, push
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.pipeline import load as pipeline
from partnergraph.store.sqlite import SqliteStore

PRINT = """
MATCH (n) RETURN elementId(n) AS id, labels(n) AS kind, properties(n) AS has ORDER BY id
UNION ALL
MATCH ()-[r]->() RETURN elementId(r) AS id, [type(r)] AS kind, properties(r) AS has ORDER BY id"""
LINK = "MATCH (:Partnergraph {id: $s})-[r]->({id: $t}) WHERE type(r) = $type RETURN properties(r)"
INDEXES = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name"
FOREIGN = """
CREATE (a:Agency {id: 'agency:iom', name: 'Theirs'})-[:LED {since: 1}]->(:Activity {id: 'x'}),
       (:Thing {id: 'agency:undp'})"""
SAID = {"document": "document:d", "locator": "line 1", "quote": "a … b", "method": "m"}


def same(one, other):
    return list(jsonl.lines(one)) == list(jsonl.lines(other))


def write(store, statement):
    with store.driver.session() as session:
        return session.run(statement).consume().counters


def record(type, source, target, basis="stated", **properties):
    evidence = [{**SAID, "basis": basis}]
    return {
        "edge": {
            "type": type,
            "source": source,
            "target": target,
            **properties,
            "evidence": evidence,
        }
    }


@pytest.fixture
def made(tmp_path):
    """`made(edges)` is a store of these relationships, nodes made of their ids."""
    stores = []

    def make(*edges):
        nodes = {"document:d": {"file": "d.txt"}}
        for one in edges:
            nodes |= {one["edge"][end]: {} for end in ("source", "target")} | nodes
        path = tmp_path / f"{len(stores)}.jsonl"
        lines = [
            {"node": {"id": id, "label": id.partition(":")[0].capitalize(), "name": id, **more}}
            for id, more in nodes.items()
        ]
        path.write_text("".join(json.dumps(line) + "\n" for line in [*lines, *edges]))
        (report,) = pipeline.load([path], path.with_suffix(".db"))
        assert report.status == "loaded", report.why
        stores.append(SqliteStore(path.with_suffix(".db")))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def pushing(neo4j, login, seeds_db, interruptible):
    """`pushing()` is a push of the seeds in a process of its own."""
    return lambda: subprocess.Popen(
        [sys.executable, "-m", "partnergraph", "push", neo4j.uri, "--db", str(seeds_db)],
        env={**os.environ, "NEO4J_PASSWORD": login.password},
        preexec_fn=interruptible,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def odd(odd_db):
    with SqliteStore(odd_db) as store:
        yield store


def test_pushing_again_changes_nothing(empty, odd):
    done = push(odd, empty)
    assert done == (sum(odd.counts()["nodes"].values()), sum(odd.counts()["edges"].values()))
    before = {id: (kind, has) for id, kind, has in empty.run(PRINT)}
    push(odd, empty)
    after = {id: (kind, has) for id, kind, has in empty.run(PRINT)}
    assert after.keys() == before.keys()
    assert {id: said for id, said in after.items() if said != before[id]} == {}
    assert len(before) == sum(done)


def test_properties_are_those_of_json_lines(empty, seeds):
    push(seeds, empty)
    for node in seeds.nodes():
        ((labels, found),) = empty.run(
            "MATCH (n:Partnergraph {id: $id}) RETURN labels(n), properties(n)", {"id": node.id}
        )
        record = jsonl.node_record(node)
        assert {"Partnergraph", record.pop("label")} <= set(labels)
        assert ("Stakeholder" in labels) == (
            node.label in ("Agency", "Organisation", "Country", "RCP", "Person")
            and node.properties.get("kind") not in ("programme", "observance", "meeting")
        )
        found = {key: value for key, value in found.items() if key not in NODE_EXTRAS}
        assert json.loads(json.dumps(record)) == found


def test_evidence_stands_as_parallel_lists(empty, seeds):
    push(seeds, empty)
    for edge in list(seeds.edges())[::20]:
        found = list(empty.run(LINK, {"s": edge.source, "t": edge.target, "type": edge.type}))
        quotes = [item.quote for item in edge.evidence]
        assert quotes in [has["evidence_quote"] for (has,) in found]
        assert all(set(has) - set(EDGE_EXTRAS) <= set(edge.properties) for (has,) in found)
        assert all(
            len(set(map(len, (has[k] for k in has if k[:9] == "evidence_")))) == 1
            for (has,) in found
        )


def test_what_differs_by_its_qualifiers_is_two(empty, made):
    ends = ("MEMBER_OF", "country:a", "organisation:o")
    store = made(record(*ends, role="chair"), record(*ends, role="host"), record(*ends))
    for _ in range(2):
        push(store, empty)
        assert same(store, empty)
    assert empty.counts()["edges"]["MEMBER_OF"] == 3


def test_what_changed_is_changed(empty, made):
    first = made(
        record("LED", "agency:a", "activity:x"), record("LED", "agency:b", "activity:x", n=1)
    )
    then = made(
        record("LED", "agency:a", "activity:x", "inferred", n=2),
        record("LED", "agency:b", "activity:x"),
    )
    push(first, empty)
    push(then, empty)
    assert same(then, empty)


def test_prune_removes_what_left_and_nothing_else(empty, made):
    first = made(
        record("LED", "agency:a", "activity:x"),
        record("LED", "agency:b", "activity:x"),
        record("FUNDS", "agency:c", "activity:y"),
        record("MEMBER_OF", "agency:a", "organisation:o", role="chair"),
        record("MEMBER_OF", "agency:a", "organisation:o", role="host"),
    )
    then = made(
        record("LED", "agency:a", "activity:x"),
        record("MEMBER_OF", "agency:a", "organisation:o", role="host"),
    )
    write(empty, FOREIGN)
    push(first, empty)
    write(empty, "MATCH (c:Partnergraph {id: 'agency:c'}) CREATE (:Mine {n: 1})-[:NOTES]->(c)")
    write(
        empty,
        "MATCH (a {id: 'agency:a'}), (o {id: 'organisation:o'}) CREATE (a)-[:LIKES]->(o)",
    )
    push(then, empty)
    assert prune(then, empty) == Pruned(nodes=2, edges=3, kept=1)
    assert same(then, empty)
    left = set(
        empty.run(
            "MATCH (n) WHERE NOT n:Partnergraph AND NOT n:Stakeholder RETURN labels(n)[0], n.id"
        )
    )
    assert left == {
        ("Agency", "agency:iom"),
        ("Activity", "x"),
        ("Thing", "agency:undp"),
        ("Mine", None),
    }
    ((kept,),) = empty.run("MATCH (n:Agency {id: 'agency:c'}) RETURN n.name")
    assert kept == "agency:c"
    links = sorted(empty.run("MATCH ()-[r]->() WHERE r.evidence_document IS NULL RETURN type(r)"))
    assert links == [("LED",), ("LIKES",), ("NOTES",)]
    assert prune(then, empty) == Pruned(0, 0, 0)


def test_prune_without_a_difference_does_nothing(empty, odd):
    push(odd, empty)
    before = list(empty.run(PRINT))
    assert prune(odd, empty) == Pruned(0, 0, 0)
    assert list(empty.run(PRINT)) == before


def test_a_database_full_of_others(empty, odd):
    write(
        empty,
        """UNWIND range(1, 5000) AS n
        CREATE (:Agency:Other {id: 'agency:odd/' + (n % 7), name: 'IOM'})-[:LED]->(:Activity)""",
    )
    theirs = """MATCH (n) WHERE NOT n:Partnergraph
        RETURN elementId(n) AS id, labels(n), properties(n) ORDER BY id"""
    before = list(empty.run(theirs))
    push(odd, empty)
    prune(odd, empty)
    assert same(odd, empty)
    assert list(empty.run(theirs)) == before
    assert empty.find("IOM") == odd.find("IOM")


@pytest.mark.parametrize("again", range(5))
def test_what_many_prepare_at_once_is_made(bare, neo4j, login, again):
    many = 8
    start = threading.Barrier(many)

    def prepared(_):
        with Neo4jStore(neo4j.uri, login) as store:
            start.wait(60)
            prepare(store)

    with ThreadPoolExecutor(many) as pool:
        list(pool.map(prepared, range(many)))
    made = list(bare.run(INDEXES))
    prepare(bare)
    assert made == list(bare.run(INDEXES)) != []


def test_two_pushes_at_once_make_one_graph(bare, seeds, pushing):
    running = [pushing(), pushing()]
    said = [one.communicate(timeout=120)[1] for one in running]
    assert [one.returncode for one in running] == [0, 0], said
    assert same(seeds, bare)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_push_that_was_killed_is_ended_by_the_next(empty, seeds, pushing, how):
    prepare(empty)
    (document, *_) = seeds.nodes(label="Document")
    with empty.session(write=True) as session, session.begin_transaction() as holding:
        holding.run("CREATE (:Partnergraph {id: $id})", id=document.id).consume()
        running = pushing()
        while list(empty.run("MATCH (n:Activity) RETURN count(*)")) == [(0,)]:
            time.sleep(0.1)
        running.send_signal(how)
    said = running.communicate(timeout=60)[1]
    assert empty.counts()["edges"] == {}
    if how == signal.SIGINT:
        assert running.returncode == 130
        assert re.fullmatch(
            r"partnergraph: \S+: stopped; \d+ of \d+ nodes and relationships are there, "
            r"run the same again\n",
            said,
        )
    push(seeds, empty)
    assert same(seeds, empty)


def test_a_constraint_that_is_there_under_another_name_will_do(bare, odd):
    write(bare, "CREATE CONSTRAINT mine FOR (n:Partnergraph) REQUIRE n.id IS UNIQUE")
    push(odd, bare)
    assert same(odd, bare)


@pytest.mark.parametrize(
    ("there", "says"),
    [
        ("CREATE INDEX mine FOR (n:Partnergraph) ON (n.id)", "index"),
        ("CREATE CONSTRAINT mine FOR (n:Activity) REQUIRE n.id IS UNIQUE", "already exists"),
    ],
)
def test_what_stands_in_the_way_is_one_line(bare, odd, there, says):
    write(bare, there)
    write(bare, "CREATE (:Activity {id: 'activity:odd/3'})")
    with pytest.raises(StoreError, match=says) as caught:
        push(odd, bare)
    assert "\n" not in str(caught.value)
    assert "nodes and relationships are there" in str(caught.value)


def test_a_number_that_neo4j_cannot_hold_is_one_line(empty, made):
    with pytest.raises(StoreError, match=r"64|range|int"):
        push(made(record("LED", "agency:a", "activity:x", n=2**70)), empty)


@pytest.mark.parametrize("name", ["stated", "evidence_quote"])
def test_a_property_by_a_name_of_ours_is_refused(empty, made, name):
    with pytest.raises(UsageError, match=f"agency:a LED activity:x: in Neo4j .* {name} means"):
        push(made(record("LED", "agency:a", "activity:x", **{name: "x"})), empty)


def test_the_command_says_what_it_did(cli, empty, neo4j, seeds, seeds_db):
    done = cli("push", neo4j.uri, "--db", seeds_db, "--prune")
    assert (done.returncode, done.stdout) == (0, "")
    counts = seeds.counts()
    nodes, edges = (sum(counts[key].values()) for key in ("nodes", "edges"))
    assert f"{neo4j.uri}: {nodes} nodes and {edges} relationships in" in done.stderr
    assert "pruned: 0 nodes and 0 relationships" in done.stderr
    assert same(seeds, empty)


def test_the_address_may_come_from_the_environment(cli, empty, neo4j, seeds, seeds_db):
    done = cli("push", "--db", seeds_db, NEO4J_URI=neo4j.uri)
    assert done.returncode == 0, done.stderr
    assert same(seeds, empty)
    assert cli("push", "--db", seeds_db).returncode == 2
