"""Every way a connection fails is one line that says what to do, and shows no secret."""

import socket
import threading
import time

import pytest

from partnergraph.errors import StoreError, UsageError
from partnergraph.neo4j.bolt import _check_version, login

WRONG = "not-the-password"


@pytest.fixture
def silent():
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held = []
        threading.Thread(target=lambda: _hold(listening, held), daemon=True).start()
        yield listening.getsockname()[1]
        for one in held:
            one.close()


def _hold(listening, held):
    while True:
        try:
            held.append(listening.accept()[0])
        except OSError:
            return


@pytest.fixture
def free():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def fails(done, *says, code=1):
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("partnergraph: ")
    for word in says:
        assert word in done.stderr
    assert WRONG not in done.stderr
    assert "Traceback" not in done.stderr


ASKING = [["gaps"], ["show", "IOM"], ["info"], ["cypher", "-e", "RETURN 1"], ["export", "jsonl"]]


@pytest.mark.parametrize("words", ASKING, ids=lambda words: words[0])
def test_a_wrong_password(cli, neo4j, words):
    done = cli(*words, "--db", neo4j.uri, NEO4J_PASSWORD=WRONG)
    fails(done, "does not take this user and password", "NEO4J_PASSWORD")


def test_a_wrong_password_when_pushing(cli, neo4j, seeds_db):
    done = cli("push", neo4j.uri, "--db", seeds_db, NEO4J_PASSWORD=WRONG)
    fails(done, "does not take this user and password")


def test_no_password(cli, neo4j):
    done = cli("gaps", "--db", neo4j.uri, NEO4J_PASSWORD=None, XDG_STATE_HOME="nowhere")
    fails(done, "NEO4J_PASSWORD")


def test_another_user(cli, neo4j):
    fails(cli("gaps", "--db", neo4j.uri, "--user", "nobody"), "--user")
    fails(cli("gaps", "--db", neo4j.uri, NEO4J_USERNAME="nobody"), "--user")


def test_the_password_may_stand_in_a_file(cli, neo4j, login, tmp_path):
    file = tmp_path / "secret"
    file.write_text(login.password + "\n", encoding="utf-8")
    words = ("cypher", "-e", "RETURN 1 AS one", "--db", neo4j.uri, "--format", "jsonl")
    done = cli(*words, "--password-file", file, NEO4J_PASSWORD=WRONG)
    assert (done.returncode, done.stdout) == (0, '{"one": 1}\n')
    fails(cli(*words, "--password-file", tmp_path / "none"), "none", "check the path")


def test_an_unknown_database(cli, neo4j):
    fails(cli("gaps", "--db", neo4j.uri, "--database", "nosuch"), "no such database", "--database")
    fails(cli("gaps", "--db", neo4j.uri, NEO4J_DATABASE="nosuch"), "no such database")


def test_the_named_database_is_used(cli, neo4j):
    words = ("cypher", "-e", "CALL db.info() YIELD name", "--db", neo4j.uri, "--format", "jsonl")
    fails(cli("cypher", "-e", "RETURN 1", *words[3:], "--database", "system"), "user database")
    assert cli(*words, NEO4J_DATABASE="neo4j").stdout == '{"name": "neo4j"}\n'


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server(cli, free, scheme):
    fails(cli("gaps", "--db", f"{scheme}://127.0.0.1:{free}"), "no Neo4j answers there", "start it")


def test_no_such_host(cli):
    fails(cli("gaps", "--db", "bolt://no-such-host.invalid"), "no such host", "check the address")


def test_a_server_that_never_answers(cli, silent):
    start = time.monotonic()
    fails(cli("gaps", "--db", f"bolt://127.0.0.1:{silent}"), "no Neo4j answers there")
    assert time.monotonic() - start < 60


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_that_nobody_knows(cli, neo4j, scheme):
    fails(cli("info", "--db", neo4j.uri.replace("neo4j", scheme)), "TLS is refused", "neo4j+ssc://")


@pytest.mark.parametrize("scheme", ["bolt", "bolt+ssc", "neo4j+ssc", "bolt+s", "neo4j+s"])
def test_every_kind_of_address(cli, neo4j, authority, scheme):
    address = neo4j.uri.replace("neo4j", scheme)
    done = cli("cypher", "-e", "RETURN 1", "--db", address, SSL_CERT_FILE=str(authority))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "address",
    [f"neo4j://neo4j:{WRONG}@127.0.0.1", f"bolt://{WRONG}@h", f"neo4j://u:{WRONG}@h:1/x?y=z"],
)
def test_an_address_with_a_secret_is_refused_and_not_repeated(cli, address):
    fails(cli("gaps", "--db", address), "no user and no password", code=2)


@pytest.mark.parametrize("address", ["http://h", "bolt://", "neo4j://h:port", "neo4j+x://h", "://"])
def test_what_is_no_address(cli, address):
    fails(cli("gaps", "--db", address), "address", code=2)


def test_documents_are_not_loaded_into_a_server(cli, neo4j, tmp_path):
    (tmp_path / "a.txt").write_text("words")
    fails(cli("load", tmp_path, "--db", neo4j.uri), "push", code=2)


def test_a_server_that_is_too_old():
    with pytest.raises(StoreError, match=r"this is Neo4j/4.4.9; use a server of Neo4j 5.26"):
        _check_version("bolt://h", "Neo4j/4.4.9")
    for fine in ("Neo4j/5.26.0", "Neo4j/2026.08.1", "Neo4j/5.27-aura", "Memgraph"):
        _check_version("bolt://h", fine)


def test_no_login_shows_its_password():
    assert WRONG not in repr(login("bolt://h", password=WRONG))
    with pytest.raises(UsageError, match=r"bolt://…@h"):
        login_with_secret()


def login_with_secret():
    from partnergraph.neo4j.bolt import connect

    connect(f"bolt://u:{WRONG}@h", login("bolt://h", password=WRONG))
