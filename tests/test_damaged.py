"""A graph whose file was damaged opens right or says so in one line, never wrong in silence."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from partnergraph.errors import StoreError
from partnergraph.exchange import jsonl
from partnergraph.pipeline import load as pipeline
from partnergraph.store.check import check_file
from partnergraph.store.seal import check_seal
from partnergraph.store.sqlite import SqliteStore

COMMAND = [sys.executable, "-m", "partnergraph"]
TIMES = int(os.environ.get("PARTNERGRAPH_DAMAGES", "150"))
KILLS = int(os.environ.get("PARTNERGRAPH_KILLS", "6"))
SEEDS = Path(__file__).parent.parent / "seeds"


def dump(db):
    with SqliteStore(db) as store:
        return "".join(jsonl.lines(store))


def kinds_of_pages(db):
    """By the kind of a page (what its first byte says), the places of such pages."""
    content = db.read_bytes()
    size = int.from_bytes(content[16:18], "big")
    kinds = {}
    for start in range(0, len(content), size):
        first = content[100 if start == 0 else start]
        kind = "first" if start == 0 else first if first in KINDS else "other"
        kinds.setdefault(kind, []).append(start)
    return size, kinds


KINDS = (2, 5, 10, 13)


def damaged(content, size, start, how, draw):
    """The file with one page of it damaged in one way."""
    content = bytearray(content)
    if how == "cut":
        return content[: start + draw.randrange(size)]
    if how == "zeroed":
        content[start : start + size] = bytes(size)
    elif how == "flipped":
        at = start + draw.randrange(size)
        content[at] ^= 1 << draw.randrange(8)
    else:
        at = start + draw.randrange(size - 8)
        content[at : at + 8] = draw.randbytes(8)
    return content


def test_damages_of_every_kind_of_page(seeds_db, tmp_path):
    whole = seeds_db.read_bytes()
    right = dump(seeds_db)
    size, kinds = kinds_of_pages(seeds_db)
    assert {"first", *KINDS} <= set(kinds)
    draw = random.Random(21)
    unharmed = 0
    for turn in range(TIMES):
        kind = sorted(kinds, key=str)[turn % len(kinds)]
        how = ("flipped", "cut", "zeroed", "scribbled")[turn // len(kinds) % 4]
        db = tmp_path / "damaged.db"
        db.write_bytes(damaged(whole, size, draw.choice(kinds[kind]), how, draw))
        for ask in (dump, check_file):
            answer, said = answer_or_error(ask, db)
            if said:
                assert said.startswith(f"{db}: "), (kind, how)
                assert "\n" not in said
            else:
                unharmed += 1
                assert answer in (right, check_file(seeds_db)), (kind, how)
    assert unharmed < TIMES


def answer_or_error(ask, db):
    try:
        return ask(db), ""
    except StoreError as error:
        return None, str(error)


def test_a_letter_that_became_another_is_noticed(seeds_db, tmp_path):
    db = tmp_path / "a.db"
    db.write_bytes(seeds_db.read_bytes().replace(b"remittances", b"remittancez"))
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    result = subprocess.run(
        [*COMMAND, "gaps", "--db", str(db)], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"partnergraph: {db}: the graph is damaged: it is not what was written; "
        "delete it and load the documents again\n"
    )


def test_a_letter_of_a_large_graph_is_noticed_by_a_check(seeds_db, tmp_path, monkeypatch):
    db = tmp_path / "a.db"
    db.write_bytes(seeds_db.read_bytes().replace(b"remittances", b"remittancez"))
    monkeypatch.setattr(check_seal, "__defaults__", (1000,))
    assert dump(db) != dump(seeds_db)
    with pytest.raises(StoreError, match="the graph is damaged: it is not what was written"):
        check_file(db)


def test_a_damaged_graph_is_not_written_to(seeds_db, tmp_path):
    db = tmp_path / "a.db"
    broken = seeds_db.read_bytes().replace(b"remittances", b"remittancez")
    db.write_bytes(broken)
    with pytest.raises(StoreError, match="the graph is damaged"):
        pipeline.load([SEEDS / "gfmd-2020-partnerships-note.txt"], db)
    assert db.read_bytes() == broken


def test_a_whole_graph_is_said_to_be_whole(seeds_db):
    result = subprocess.run(
        [*COMMAND, "info", "--check", "--db", str(seeds_db)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "whole: " in result.stderr
    assert "its checksum holds" in result.stderr


def test_what_must_hold_is_checked_where_there_is_no_checksum(seeds_db, tmp_path):
    db = tmp_path / "a.db"
    db.write_bytes(seeds_db.read_bytes())
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("UPDATE seal SET sum = NULL")
        connection.execute("DELETE FROM evidence WHERE rowid = 7")
    with pytest.raises(StoreError, match="the graph is damaged: a relationship without evidence"):
        check_file(db)


def killed_after(seconds, *words):
    """Run a command and kill it; how it ended."""
    running = subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    return running.wait()


def test_a_load_killed_at_any_moment_leaves_the_graph_before_or_after(seeds_db, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("A NOTE\n\nThe manual was prepared by UNHCR in 2009.\n" * 80)
    whole = tmp_path / "whole.db"
    whole.write_bytes(seeds_db.read_bytes())
    start = time.monotonic()
    subprocess.run([*COMMAND, "load", str(note), "--db", str(whole)], check=True)
    took = time.monotonic() - start
    states = (dump(seeds_db), dump(whole))
    draw = random.Random(9)
    for _ in range(KILLS):
        db = tmp_path / "killed.db"
        for path in (db, Path(f"{db}-wal"), Path(f"{db}-shm"), Path(f"{db}-journal")):
            path.unlink(missing_ok=True)
        db.write_bytes(seeds_db.read_bytes())
        killed_after(draw.uniform(0.2, 1.0) * took, "load", str(note), "--db", str(db))
        assert dump(db) in states
        assert check_file(db).startswith("whole")
        pipeline.load([note], db)
        assert dump(db) == states[1]
        assert check_file(db).endswith("its checksum holds")


def test_an_export_killed_at_any_moment_leaves_the_file_before_or_after(seeds_db, tmp_path):
    target = tmp_path / "graph.jsonl"
    words = ("export", "jsonl", "-o", str(target), "--db", str(seeds_db))
    start = time.monotonic()
    subprocess.run([*COMMAND, *words], check=True, stderr=subprocess.DEVNULL)
    took = time.monotonic() - start
    whole = target.read_text(encoding="utf-8")
    draw = random.Random(10)
    for _ in range(KILLS):
        target.write_text("before")
        killed_after(draw.uniform(0.2, 1.0) * took, *words)
        assert target.read_text(encoding="utf-8") in ("before", whole)
    subprocess.run([*COMMAND, *words], check=True, stderr=subprocess.DEVNULL)
    assert target.read_text(encoding="utf-8") == whole
