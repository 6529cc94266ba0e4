"""The local server: in one command, on loopback only, and what becomes of it when it dies."""

import json
import os
import re
import resource
import shlex
import signal
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from partnergraph.errors import ServerError, StoreError
from partnergraph.exchange import jsonl
from partnergraph.exchange.neo4j_csv import write_csv
from partnergraph.neo4j import server
from partnergraph.neo4j.push import push
from partnergraph.neo4j.server.home import HOST, Home
from partnergraph.neo4j.server.jars import Pin, jars, pinned
from partnergraph.neo4j.server.java import Java
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.pipeline.load import load
from partnergraph.store.sqlite import SqliteStore


def listening(pid):
    """The addresses a process listens on, as /proc has them."""
    links = Path(f"/proc/{pid}/fd").iterdir()
    sockets = {str(link.readlink()) for link in links if link.is_symlink()}
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets:
                yield fields[1].partition(":")[0]


EMPTY = re.compile(r', "\w+": \[(?:"")?\]')
OPENED = {"server.jvm.additional": "--add-opens=java.base/java.nio=ALL-UNNAMED"}
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


@pytest.fixture
def command(tmp_path, seeds_db, lock, interruptible):
    """`partnergraph neo4j --load` as a user runs it, and what it printed when it was ready."""
    if lock != server.LOCK:
        pytest.skip("the command starts the version that it is pinned to")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")}
    words = ["neo4j", "--data", "here", "--bolt-port", "0", "--http-port", "0", "--load"]
    process = subprocess.Popen(
        [sys.executable, "-m", "partnergraph", *words, "--db", str(seeds_db)],
        cwd=tmp_path,
        env=environment,
        preexec_fn=interruptible,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    printed = "".join(process.stdout.readline() for _ in range(4))
    yield process, printed, tmp_path / "here", environment
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def test_one_command_gives_a_server_with_the_graph(command, tmp_path, seeds):
    process, printed, data, environment = command
    uri = re.search(r"neo4j://\S+", printed)[0]
    browser = re.search(r"http://\S+", printed)[0]
    assert f"partnergraph gaps --db {uri}" in printed
    assert "Ctrl-C" in printed
    password = (data / "password").read_text().strip()
    assert str(data / "password") in printed
    assert password not in printed
    assert stat.S_IMODE((data / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    with urllib.request.urlopen(browser) as answer:
        assert b"Neo4j Browser" in answer.read()
    asked = subprocess.run(
        [sys.executable, "-m", "partnergraph", "info", "--db", uri],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{sum(seeds.counts()['nodes'].values())} things" in asked.stderr
    (java,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert set(listening(java)) <= LOOPBACK
    assert len(list(listening(java))) == 2
    assert password not in Path(f"/proc/{java}/cmdline").read_text()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the data stays in here" in said
    assert "Traceback" not in said
    assert not Path(f"/proc/{java}").exists()


def admin(home, lock, *arguments):
    return Java(home, jars(lock)).finish("org.neo4j.server.startup.Neo4jAdminCommand", *arguments)


@pytest.fixture(scope="module")
def imported(started, home, lock, odd_db):
    """A server on data that `neo4j-admin database import full` made of an export."""
    folder = home / "csv"
    with SqliteStore(odd_db) as odd:
        words = shlex.split(write_csv(odd, folder))
    assert words[0] == "neo4j-admin"
    before = Path.cwd()
    os.chdir(folder)
    try:
        made = Home(home / "imported")
        made.write_settings(OPENED)
        admin(made, lock, *words[1:])
    finally:
        os.chdir(before)
    return started("imported")


@pytest.fixture
def odd(odd_db):
    with SqliteStore(odd_db) as store:
        yield store


def test_the_export_is_really_imported(imported, login, odd):
    with Neo4jStore(imported.uri, login) as store:
        assert store.counts() == odd.counts()
        emptied = [EMPTY.sub("", line) for line in jsonl.lines(odd)]
        assert [EMPTY.sub("", line) for line in jsonl.lines(store)] == emptied
        elements = """MATCH (n) RETURN elementId(n) AS id
            UNION ALL MATCH ()-[r]->() RETURN elementId(r) AS id"""
        before = sorted(store.run(elements))
        push(odd, store)
        assert sorted(store.run(elements)) == before
        assert store.loaded() == odd.loaded()
        assert list(jsonl.lines(store)) == list(jsonl.lines(odd))


def test_a_value_larger_than_the_read_buffer_is_imported(home, lock, tmp_path, monkeypatch):
    said = {"document": "document:d", "locator": "line 1", "quote": "q", "method": "m"}
    ends = {"type": "RECORDED_IN", "source": "activity:long", "target": "document:d"}
    records = [
        {"node": {"id": "document:d", "label": "Document", "name": "D"}},
        {"node": {"id": "activity:long", "label": "Activity", "name": '"é' * 2_500_000}},
        {"edge": {**ends, "evidence": [{**said, "basis": "stated"}]}},
    ]
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (tmp_path / "long.jsonl").write_text("".join(lines), "utf-8")
    (report,) = load([tmp_path / "long.jsonl"], tmp_path / "long.db")
    assert report.status == "loaded", report.why
    with SqliteStore(tmp_path / "long.db") as store:
        words = shlex.split(write_csv(store, tmp_path / "csv"))
    monkeypatch.chdir(tmp_path / "csv")
    made = Home(home / "long")
    made.write_settings(OPENED)
    admin(made, lock, *words[1:])


def test_a_server_that_is_killed_in_the_middle_of_a_push(
    imported, started, login, cli, seeds, seeds_db
):
    with GraphDatabase.driver(imported.uri, auth=login[:2]) as driver, driver.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
    store = Neo4jStore(imported.uri, login)
    told = []

    def kill(done, total, what):
        if not told:
            imported.process.kill()
            told.append(done)

    with pytest.raises(StoreError, match=r"\d+ of \d+ nodes and relationships are there") as caught:
        push(seeds, store, kill)
    store.close()
    assert told
    assert "\n" not in str(caught.value)
    assert "start it and run the same again" in str(caught.value)
    again = started("imported")
    with Neo4jStore(again.uri, login) as store:
        assert sum(store.counts()["nodes"].values()) > 0
        done = cli("push", again.uri, "--db", seeds_db)
        assert done.returncode == 0, done.stderr
        assert list(jsonl.lines(store)) == list(jsonl.lines(seeds))
    again.stop()


def test_a_server_that_is_never_written_and_has_no_tls(started, cli, odd_db):
    reading = started("imported", more={"server.databases.default_to_read_only": "true"})
    done = cli("push", reading.uri, "--db", odd_db)
    assert done.returncode == 1
    assert "it may not be written" in done.stderr
    assert cli("info", "--db", reading.uri).returncode == 0
    for scheme in ("bolt+s", "neo4j+ssc"):
        done = cli("info", "--db", reading.uri.replace("neo4j", scheme))
        assert "TLS is refused; use neo4j+s:// for a trusted certificate" in done.stderr
        assert done.stderr.count("\n") == 1
    reading.stop()


def test_a_password_that_is_not_the_datas(started, neo4j, home):
    with pytest.raises(ServerError, match="another password") as caught:
        started("imported", password="another-one")
    assert "another-one" not in str(caught.value)


def test_a_folder_in_use(started, neo4j):
    with pytest.raises(ServerError, match="another server uses this folder"):
        started("session")


def test_a_port_that_is_taken(cli, neo4j, tmp_path):
    port = neo4j.uri.rpartition(":")[2]
    done = cli("neo4j", "--data", tmp_path / "x", "--bolt-port", port)
    assert done.returncode == 1
    assert done.stderr == (
        f"partnergraph: {HOST}:{port}: this port is taken; "
        "stop what uses it or choose another with --bolt-port\n"
    )
    done = cli("neo4j", "--data", tmp_path / "x", "--bolt-port", "0", "--http-port", port)
    assert "--http-port" in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_graph_that_is_not_there_is_said_before_anything_starts(cli, tmp_path):
    done = cli("neo4j", "--data", tmp_path / "x", "--load", "--db", tmp_path / "none.db")
    assert done.returncode == 1
    assert "partnergraph load" in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_something_else(tmp_path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ServerError, match="holds something else"):
        server.start(tmp_path, 0, 0)


def test_a_disk_that_is_full(tmp_path):
    with pytest.raises(ServerError, match=r"the disk is full \(\d+ MB are free, 1048576 needed\)"):
        Home(tmp_path / "x", room=1 << 40)


def test_a_disk_that_fills_while_it_fetches(tmp_path):
    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    done = subprocess.run(
        [sys.executable, "-m", "partnergraph", "neo4j", "--bolt-port", "0", "--http-port", "0"],
        cwd=tmp_path,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        preexec_fn=small_files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    where = tmp_path / "partnergraph" / "jars"
    assert done.stderr == f"partnergraph: {where}: file too large; make room and run it again\n"
    assert not list(where.rglob("*.jar"))


def test_no_network_and_no_cache(cli, tmp_path):
    dead = "http://127.0.0.1:9"
    done = cli(
        "neo4j",
        "--data",
        tmp_path / "x",
        "--bolt-port",
        "0",
        "--http-port",
        "0",
        XDG_CACHE_HOME=str(tmp_path / "cache"),
        HTTPS_PROXY=dead,
        https_proxy=dead,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be fetched from Maven Central" in done.stderr
    assert "check the network" in done.stderr


def test_a_jar_that_is_not_what_was_pinned(tmp_path):
    first = next(pinned(server.LOCK))
    lock = tmp_path / "wrong.lock"
    lock.write_text(f"{first.coordinate} {'0' * 64}\n")
    with pytest.raises(ServerError, match="not what was pinned"):
        jars(lock, tmp_path)
    assert not list((tmp_path / "jars").rglob("*.jar"))


def test_a_jar_that_was_damaged_is_fetched_again(tmp_path):
    first = next(pinned(server.LOCK))
    lock = tmp_path / "one.lock"
    lock.write_text(f"{first.coordinate} {first.sha256}\n")
    (path,) = jars(lock, tmp_path)
    good = path.read_bytes()
    path.write_bytes(good[:100])
    assert jars(lock, tmp_path) == [path]
    assert path.read_bytes() == good


def test_every_jar_is_pinned():
    pins = list(pinned(server.LOCK))
    assert len({pin.path for pin in pins}) == len(pins) > 200
    assert all(re.fullmatch(r"[0-9a-f]{64}", pin.sha256) for pin in pins)
    assert Pin("org.neo4j:neo4j:2026.08.1", "").path.name == "neo4j-2026.08.1.jar"
