"""Addresses and passwords: one right line for each that cannot be used, and no secret in it."""

import codecs
import os
import subprocess
import sys

import pytest

from partnergraph.cli.password import password_in
from partnergraph.errors import UsageError
from partnergraph.neo4j.address import checked

COMMAND = [sys.executable, "-m", "partnergraph"]
SECRET = "s3cret"


def one_line(*words, code=2, **env):
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **env},
    )
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert done.stderr.count("\n") == 1
    assert SECRET not in done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (
            "neo4j://host/staging",
            "neo4j://host/staging: an address names no database; use --database staging",
        ),
        ("bolt://host:7687/a", "use --database a"),
        ("bolt://host?x=1", "bolt://host?…: an address of bolt:// takes no parameters; leave out"),
        ("neo4j://host#x", "neo4j://host#…: an address ends with its port"),
        ("neo4j://me:s3cret@host", "neo4j://…@host: an address holds no user and no password"),
        ("neo4j://me:s3/cr@s3cret@host/db", "neo4j://…@host/db: an address holds no user"),
        ("neo4j://host:s3cret", "neo4j://host:…: this is no address; write it as neo4j://"),
        ("bolt://host?password=s3cret", "bolt://host?…: an address holds no password"),
        ("neo4j://host?auth=me:s3cret", "neo4j://host?…: an address holds no password"),
        ("https://me:s3cret@host", "https://…@host: an address holds no user and no password"),
        ("http://host", "http://host: this is no address of a Neo4j; use one of neo4j://host"),
        ("neo4j:s3cret@host", "…@host: an address holds no user and no password"),
        ("me:s3cret@host:7687", "…@host:7687: an address holds no user and no password"),
        ("neo4j:host", "neo4j:host: this is no address; write it as neo4j://host:7687"),
    ],
)
@pytest.mark.parametrize("words", [("info",), ("push",)])
def test_an_address_that_cannot_be_used(address, says, words, seeds_db):
    if words == ("push",) and "://" not in address:
        address = f"neo4j://{address}"
        says = "an address" if "@" in address else ""
    given = (address, "--db", str(seeds_db)) if words == ("push",) else ("--db", address)
    if says:
        assert says in one_line(*words, *given)


def test_no_secret_is_shown_where_a_file_is_wanted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text("A note on migration.\n")
    for db in ("neo4j://me:s3cret@host", "neo4j:s3cret@host", "me:s3cret@host"):
        assert "…@host: " in one_line("load", "note.txt", "--db", db)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_routing_context_is_the_drivers():
    assert checked("neo4j://host:7687?policy=eu") == "neo4j://host:7687?policy=eu"
    assert checked("neo4j+s://host/") == "neo4j+s://host/"
    assert "no Neo4j answers there" in one_line(
        "info", "--db", "neo4j://localhost:1?policy=eu", code=1, NEO4J_PASSWORD=SECRET
    )


@pytest.mark.parametrize(
    "data",
    [
        b"pa55 w\xc3\xb6rd\n",
        b"pa55 w\xc3\xb6rd",
        codecs.BOM_UTF8 + b"pa55 w\xc3\xb6rd\r\n",
        "pa55 wörd\r\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "pa55 wörd\n".encode("utf-16-be"),
        "pa55 wörd\n".encode("utf-16-le"),
        "pa55 wörd\n".encode("utf-16-be"),
        "pa55 wörd\n".encode("utf-32"),
    ],
)
def test_a_password_file_of_any_program(tmp_path, data):
    path = tmp_path / "secret"
    path.write_bytes(data)
    assert password_in(path) == "pa55 wörd"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "secret: it holds no password; write"),
        (b"\xff\xfe", "secret: it holds no password; write"),
        (b"s3cret\nuser\n", "secret: it holds more than one line"),
        (b"s3cret\xff", "secret: this is no text in UTF-8 or UTF-16; save"),
    ],
)
def test_a_password_file_that_holds_none(tmp_path, data, says):
    path = tmp_path / "secret"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=says) as refused:
        password_in(path)
    assert SECRET not in str(refused.value)


NO_HOME = """
import os, sys
from pathlib import Path
def none():
    raise RuntimeError("Could not determine home directory.")
Path.home = none
os.environ.pop("XDG_STATE_HOME", None)
os.environ.pop("XDG_CACHE_HOME", None)
os.environ.pop("NEO4J_PASSWORD", None)
from partnergraph.cli.run import run
sys.exit(run(sys.argv[1:]))
"""


def test_without_a_home_directory(tmp_path):
    def run(*words):
        done = subprocess.run(
            [sys.executable, "-c", NO_HOME, *words],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            stdin=subprocess.DEVNULL,
            cwd=tmp_path,
        )
        assert done.stderr.count("\n") == 1, done.stderr
        return done

    assert "no Neo4j answers there" in run("info", "--db", "neo4j://127.0.0.1:9").stderr
    served = run("neo4j").stderr
    assert "this user has no home directory; set XDG_CACHE_HOME to a folder" in served
