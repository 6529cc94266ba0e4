"""A real Neo4j for the tests, started as users start theirs, and graphs to put into it.

NEO4J_LOCK names another lock file (`make test-lts` runs all this on 5.26). Where no server can be
had these tests fail.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import trustme

from partnergraph.neo4j import server
from partnergraph.neo4j.bolt import Login
from partnergraph.neo4j.push import push
from partnergraph.neo4j.server.java import BRIEF
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.pipeline import load as pipeline
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.sqlite import SqliteStore

LOCK = Path(os.environ.get("NEO4J_LOCK") or server.LOCK).absolute()
JVM = ("-Xmx800m", *BRIEF)
PASSWORD = "-näher \"dran\" \\ 'hier'"
WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
ODD = [
    "",
    'O\'Brien "quoted" \\ back`tick',
    "Côte d’Ivoire 🌍",
    "$x {y} ; // no comment",
    "x" * 40_000,
    "two\nlines\r\n\ttab \x00 \x1e \u2028 e\u0301 \u202e",
]
NUMBERS = {"whole": [2**63 - 1, -(2**63), 0], "part": [0.1, -1e300, 0.0], "truth": [True, False]}


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("neo4j")


@pytest.fixture(scope="session")
def started(home):
    """`started(name)` starts a server on a folder of that name; all end with the tests."""
    running = []

    def start(name, password=PASSWORD, **options):
        os.environ["NEO4J_PASSWORD"] = password
        try:
            running.append(server.start(home / name, 0, 0, lock=LOCK, jvm=JVM, **options))
        finally:
            del os.environ["NEO4J_PASSWORD"]
        return running[-1]

    yield start
    for one in running:
        one.stop()


@pytest.fixture(scope="session")
def lock():
    return LOCK


@pytest.fixture(scope="session")
def authority(home):
    """Who signed the server's certificate: a file that no machine trusts by itself."""
    one = trustme.CA()
    one.cert_pem.write_to_path(home / "authority.pem")
    certificate = one.issue_cert("127.0.0.1")
    (home / "tls").mkdir()
    certificate.private_key_pem.write_to_path(home / "tls" / "private.key")
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(home / "tls" / "public.crt", append=True)
    return home / "authority.pem"


@pytest.fixture(scope="session")
def neo4j(started, authority):
    """The server of the session; it takes both plain and TLS connections."""
    more = {
        "dbms.security.auth_max_failed_attempts": "0",
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(authority.parent / "tls"),
        "dbms.ssl.policy.bolt.client_auth": "NONE",
        "server.bolt.tls_level": "OPTIONAL",
    }
    return started("session", more=more)


@pytest.fixture(scope="session")
def login():
    return Login("neo4j", PASSWORD, None)


@pytest.fixture
def empty(neo4j, login):
    """A store on the server, with nothing in it but, perhaps, our constraint and index."""
    with Neo4jStore(neo4j.uri, login) as store:
        wipe(store)
        yield store


@pytest.fixture
def bare(empty):
    """A store on the server, without even those."""
    drop_schema(empty)
    yield empty
    drop_schema(empty)


def wipe(store):
    with store.driver.session() as session:
        session.run(WIPE).consume()


def drop_schema(store):
    with store.driver.session() as session:
        for kind in ("CONSTRAINT", "INDEX"):
            for row in session.run(f"SHOW {kind} YIELD *").data():
                if row["type"] != "LOOKUP":
                    session.run(f"DROP {kind} `{row['name']}`").consume()


@pytest.fixture(scope="session")
def odd_db(tmp_path_factory):
    """A random graph of every label and type, with all that is hard to carry over."""
    folder = tmp_path_factory.mktemp("odd")
    path = folder / "odd.jsonl"
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(random.Random(7)))
    path.write_text("".join(lines), encoding="utf-8")
    (report,) = pipeline.load([path], folder / "odd.db")
    assert report.status == "loaded", report.why
    return folder / "odd.db"


def records(draw):
    nodes = {label: [f"{label.lower()}:odd/{n}" for n in range(7)] for label in vocabulary().labels}
    kinds = ["LED", "HAS_EXPERTISE_IN", "ADDRESSES", "MEMBER_OF", "PURSUES"]
    for label, ids in nodes.items():
        for number, id in enumerate(ids):
            node = {"id": id, "label": label, "name": f"{label} {number} {draw.choice(ODD)}"}
            node["aliases"] = draw.sample(ODD, draw.randint(0, 3))
            kind = draw.choice(list(NUMBERS))
            node[kind] = draw.choice(NUMBERS[kind])
            if draw.random() < 0.5:
                node["acronym" if label != "Document" else "title"] = f"{label[:2].upper()}{number}"
            if number == 1:
                node['odd: "key", ключ `$x`'] = draw.choice(ODD)
            if label == "Document":
                node |= {"file": f"{number}.txt", "covers": draw.sample(kinds, draw.randint(0, 3))}
            if label == "Organisation":
                node["kind"] = draw.choice(["NGO", "programme"])
            if label == "Person" and number == 0:
                node["id"] = nodes[label][0] = "person:ｆｕｌｌ-🌍"
            yield {"node": node}
    for name, type in vocabulary().types.items():
        seen = set()
        for _ in range(12):
            source = draw.choice(nodes[draw.choice(sorted(type.source))])
            target = draw.choice(nodes[draw.choice(sorted(type.target))])
            if source != target and (source, target) not in seen and name != "RECORDED_IN":
                seen.add((source, target))
                yield from edges(draw, name, source, target, nodes["Document"], type.key)
    for ids in nodes.values():
        for id in ids:
            for document in draw.sample(nodes["Document"], draw.randint(1, 2)):
                yield from edges(draw, "RECORDED_IN", id, document, [document], ())


def edges(draw, type, source, target, documents, key):
    roles = draw.sample(["", "chair", "co-chair 🌍", None], 2) if key else [None]
    for role in roles:
        edge = {"type": type, "source": source, "target": target}
        if role is not None:
            edge["role"] = role
        if draw.random() < 0.1:
            edge["whole"] = draw.choice(NUMBERS["whole"])
        edge["evidence"] = [
            {
                "document": draw.choice(documents),
                "locator": f"line {number}",
                "quote": draw.choice(ODD) + " … " + draw.choice(ODD),
                "method": "made",
                "basis": draw.choice(["stated", "stated", "inferred"]),
            }
            for number in range(draw.randint(1, 3))
        ]
        yield {"edge": edge}


@pytest.fixture(scope="session")
def databases(seeds_db, odd_db):
    return {"seeds": seeds_db, "odd": odd_db}


@pytest.fixture(scope="module", params=["seeds", "odd"])
def twins(request, databases, neo4j, login):
    """The same graph in a file and in Neo4j."""
    with SqliteStore(databases[request.param]) as one, Neo4jStore(neo4j.uri, login) as other:
        wipe(other)
        push(one, other)
        yield one, other


@pytest.fixture
def cli(neo4j, tmp_path):
    """`cli(*words, **environment)` runs the command as a user with the server's password would."""

    def run(*words, **environment):
        kept = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")}
        given = {"NEO4J_PASSWORD": PASSWORD, "COLUMNS": "200"} | environment
        return subprocess.run(
            [sys.executable, "-m", "partnergraph", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            cwd=tmp_path,
            env={**kept, **{key: value for key, value in given.items() if value is not None}},
            check=False,
        )

    return run
