"""kill -9 at any moment: what was there is there, what is new is whole, and the next run works.

A few random moments each; as many as PARTNERGRAPH_KILLS says, 100 before a release.
"""

import os
import random
import subprocess
import sys
import time

import pytest

from partnergraph.exchange.jsonl import lines
from partnergraph.pipeline.load import load
from partnergraph.resources import folder
from partnergraph.store.sqlite import SqliteStore

KILLS = int(os.environ.get("PARTNERGRAPH_KILLS", "5"))
SEEDS = folder("seeds")
TEXT = SEEDS / "gcm-review-2020-roundtable-1.txt"


def start(*words):
    command = [sys.executable, "-m", "partnergraph", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def ended(*words):
    """Run a command to its end; the seconds that it took."""
    begun = time.monotonic()
    process = start(*words)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said.decode()
    return time.monotonic() - begun


def killed(seconds, *words):
    """Run a command and kill it at a moment of its life; whether it was still alive then."""
    process = start(*words)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    return process.returncode != 0


def moments(whole, number=KILLS):
    """Moments of a run that takes so long, the same for each test; late ones more often."""
    draw = random.Random(7)
    return [whole * draw.uniform(0.2, 1.1) for _ in range(number)]


@pytest.mark.parametrize(
    "words",
    [("render", "--view", "matrix"), ("export", "jsonl"), ("export", "graphml"), ("export", "ttl")],
    ids=" ".join,
)
def test_a_file_is_the_old_one_or_the_new_one(seeds_db, tmp_path, words):
    file = tmp_path / "out"
    command = [*words, "--db", seeds_db, "-o", file]
    whole = ended(*command)
    new, old = file.read_bytes(), b"what was there before"
    for moment in moments(whole):
        file.write_bytes(old)
        killed(moment, *command)
        assert file.read_bytes() in (old, new)
    ended(*command)
    assert file.read_bytes() == new
    assert list(tmp_path.iterdir()) == [file], "what killed processes left is taken away"


def test_a_folder_of_tables_is_there_whole_or_not_at_all(seeds_db, tmp_path):
    whole = ended("export", "csv", "--db", seeds_db, "-o", tmp_path / "whole")
    wanted = {path.name: path.stat().st_size for path in (tmp_path / "whole").iterdir()}
    for number, moment in enumerate(moments(whole)):
        place = tmp_path / str(number)
        command = ("export", "csv", "--db", seeds_db, "-o", place)
        killed(moment, *command)
        if not place.exists():
            ended(*command)
        assert {path.name: path.stat().st_size for path in place.iterdir()} == wanted
    ended("export", "csv", "--for", "kumu", "--db", seeds_db, "-o", tmp_path / "last")
    assert not list(tmp_path.glob(".*")), "what killed processes left is taken away"


def test_a_graph_is_the_old_one_or_the_new_one(tmp_path):
    def graph(db):
        with SqliteStore(db) as store:
            return list(lines(store))

    db = tmp_path / "graph.db"
    load([TEXT], db)
    before = graph(db)
    whole = ended("load", SEEDS, "--db", tmp_path / "other.db")
    after = graph(tmp_path / "other.db")
    kept = db.read_bytes()
    for moment in moments(whole):
        for left in tmp_path.glob("graph.db*"):
            left.unlink()
        db.write_bytes(kept)
        killed(moment, "load", SEEDS, "--db", db)
        assert graph(db) in (before, after)
        ended("load", SEEDS, "--db", db)
        assert graph(db) == after
