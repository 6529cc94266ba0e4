"""A graph can be asked by whoever may read it, wherever it lies, and nothing is left beside it."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from partnergraph.exchange import jsonl
from partnergraph.pipeline import load as pipeline
from partnergraph.store.sqlite import SqliteStore

ASK = """
import os, sys
from partnergraph.store.sqlite import SqliteStore
from partnergraph.exchange import jsonl
if os.geteuid() == 0:  # who runs the tests may read what that user may not: Python, for one
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with SqliteStore(sys.argv[1]) as store:
    sys.stdout.write("".join(jsonl.lines(store)))
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from partnergraph.store.writer import writing
with writing(Path(sys.argv[1])) as writer:
    writer.connection.execute("DELETE FROM edge")
    writer.connection.execute("COMMIT")
    writer.connection.execute("BEGIN IMMEDIATE")
    os.kill(os.getpid(), signal.SIGKILL)
"""
AMID = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE node SET name = name || hex(zeroblob(20000))")
connection.execute("DELETE FROM edge")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def shelf():
    """A folder that everybody can get to."""
    folder = Path(tempfile.mkdtemp(prefix="shelf-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def db(shelf):
    papers = shelf / "papers"
    papers.mkdir()
    (papers / "note.txt").write_text("A NOTE\n\nThe manual was prepared by UNHCR in 2009.\n")
    pipeline.load([papers / "note.txt"], shelf / "graph.db")
    return shelf / "graph.db"


def dump(db):
    with SqliteStore(db) as store:
        return "".join(jsonl.lines(store))


def asked_by_another(db):
    """What somebody without rights reads in it."""
    return subprocess.run(
        [sys.executable, "-c", ASK, str(db)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def beside(db):
    return sorted(path.name for path in db.parent.iterdir() if path.is_file())


def as_of_old(db):
    """The graph as versions left it that kept their log's mode."""
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert beside(db) == ["graph.db"]


@pytest.mark.parametrize("mode", [0o555, 0o777])
@pytest.mark.parametrize("make", [lambda db: None, as_of_old], ids=["as it is", "as of old"])
def test_reading_needs_no_right_to_write_and_leaves_nothing(db, mode, make):
    make(db)
    before, content = dump(db), db.read_bytes()
    db.parent.chmod(mode)
    result = asked_by_another(db)
    assert result.returncode == 0, result.stderr
    assert result.stdout == before
    assert beside(db) == ["graph.db"]
    assert db.read_bytes() == content


def test_the_owner_may_load_after_a_reader(db):
    db.parent.chmod(0o777)
    assert asked_by_another(db).returncode == 0
    reports = pipeline.load([db.parent / "papers" / "note.txt"], db)
    assert [report.status for report in reports] == ["unchanged"]


@pytest.mark.parametrize("index", [True, False])
def test_a_graph_whose_load_was_killed_is_read_with_all_that_was_committed(db, index):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(db)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert beside(db) == ["graph.db", "graph.db-shm", "graph.db-wal"]
    if not index:
        Path(f"{db}-shm").unlink()
    before = beside(db)
    db.parent.chmod(0o555)
    result = asked_by_another(db)
    assert result.returncode == 0, result.stderr
    assert '"node"' in result.stdout
    assert '"edge"' not in result.stdout
    assert beside(db) == before


def test_a_change_that_was_killed_amid_is_undone(db):
    before = dump(db)
    killed = subprocess.run([sys.executable, "-c", AMID, str(db)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert beside(db) == ["graph.db", "graph.db-journal"]
    db.parent.chmod(0o555)
    result = asked_by_another(db)
    assert result.returncode == 0, result.stderr
    assert result.stdout == before
    assert beside(db) == ["graph.db", "graph.db-journal"]
    db.parent.chmod(0o755)
    assert dump(db) == before
    assert beside(db) == ["graph.db"]


def test_a_graph_at_rest_is_one_file(db):
    assert beside(db) == ["graph.db"]
    with SqliteStore(db) as store, SqliteStore(db) as other:
        assert list(store.nodes()) == list(other.nodes())
        assert beside(db) == ["graph.db"]


def test_a_reader_of_an_old_graph_notices_that_it_is_written(db):
    from partnergraph.errors import StoreError

    as_of_old(db)
    with SqliteStore(db) as store:
        assert list(store.nodes())
        note = db.parent / "papers" / "note.txt"
        note.write_text("ANOTHER NOTE\n\nThe guide was prepared by UNICEF in 2010.\n")
        pipeline.load([note], db)
        with pytest.raises(StoreError, match="it was written while it was being read; ask again"):
            list(store.nodes())
