"""Shells complete commands, kinds and names; a matrix is a sheet; older graphs get their index."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from partnergraph.questions.search import search
from partnergraph.readers.formats import read
from partnergraph.store.sqlite import SqliteStore
from partnergraph.store.writer import writing

COMMAND = [sys.executable, "-m", "partnergraph"]


def run(*words, **env):
    environment = {**os.environ, "COLUMNS": "80", **env}
    return subprocess.run(
        [*COMMAND, *words], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("partnergraph sh", ["show"]),
        ("partnergraph gaps --kind never", ["never-together"]),
        ("partnergraph show Ba", ["Bali\\ Process", "Bangladesh"]),
        ("partnergraph gaps --topic Impro", ["Improving\\ Remittance\\ Services"]),
        ("partnergraph search --kind cons", ["consultative process"]),
        ("partnergraph path UNO", ["UNODC"]),
    ],
)
def test_bash_is_told_how_a_line_goes_on(seeds_db, line, offered):
    words = len(line.split())
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(words - 1)}
    told = run(PARTNERGRAPH_DB=str(seeds_db), _PARTNERGRAPH_COMPLETE="bash_complete", **asked)
    assert told.stderr == ""
    assert [each.removeprefix("plain,") for each in told.stdout.splitlines()] == offered


def test_without_a_graph_nothing_is_offered(tmp_path):
    asked = {"COMP_WORDS": "partnergraph show Ba", "COMP_CWORD": "2"}
    db = str(tmp_path / "none.db")
    told = run(PARTNERGRAPH_DB=db, _PARTNERGRAPH_COMPLETE="zsh_complete", **asked)
    assert (told.stdout.strip(), told.stderr) == ("", "")


@pytest.mark.parametrize(
    ("shell", "start"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", None)]
)
def test_one_command_installs_it_once(tmp_path, shell, start):
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": ""}
    if start:
        (tmp_path / start).write_text("alias ll='ls -l'")
    for _ in range(2):
        assert run("completion", shell, **home).returncode == 0
    scripts = [path for path in (tmp_path / ".config").rglob("*") if path.is_file()]
    assert len(scripts) == 1
    assert "_PARTNERGRAPH_COMPLETE" in scripts[0].read_text()
    if start:
        lines = (tmp_path / start).read_text().splitlines()
        assert lines == ["alias ll='ls -l'", f'[ -r "{scripts[0]}" ] && . "{scripts[0]}"']


def test_a_matrix_is_written_as_a_sheet(seeds_db, tmp_path):
    for ending in ("csv", "xlsx"):
        done = run("matrix", "-o", str(tmp_path / f"m.{ending}"), "--db", str(seeds_db))
        assert done.returncode == 0, done.stderr
    head, first, *_ = (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == "topic,IOM,UNDP,UNHCR,UNFPA,UNODC,UN-DESA,EC,GHWA,UN"
    assert first.endswith(",4,0,0,0,0,0,?,?,?")
    rows = read(tmp_path / "m.xlsx").blocks[0].rows
    assert [str(len(row.cells)) for row in rows] == ["10"] * 17
    with ZipFile(tmp_path / "m.xlsx") as archive:
        about = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "0 means that a document lists both" in about
    refused = run("matrix", "-o", str(tmp_path / "m.ods"), "--db", str(seeds_db))
    assert (refused.returncode, "use .csv or .xlsx" in refused.stderr) == (2, True)


def test_a_graph_of_an_earlier_version_is_found_by_words_once_it_is_written(seeds_db, tmp_path):
    old = shutil.copy(seeds_db, tmp_path / "old.db")
    with closing(sqlite3.connect(old)) as connection:
        for table in ("named", "quoted", "written", "seal"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 2")
    assert "bring" in run("info", "--db", str(old)).stderr
    with writing(Path(old)):
        pass
    with SqliteStore(old) as mine, SqliteStore(seeds_db) as new:
        for text in ("improving remittances", "seasonal workers", "OIM"):
            assert search(mine, text) == search(new, text)


def test_what_a_document_said_is_no_longer_found_without_it(seeds_db, tmp_path):
    copy = Path(shutil.copy(seeds_db, tmp_path / "copy.db"))
    with writing(copy) as writer:
        for loaded in writer.store().loaded():
            writer.forget(loaded.document.id)
        writer.settle()
    with SqliteStore(copy) as store:
        assert search(store, "remittances") == []
