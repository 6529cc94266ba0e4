"""The command as a process: its streams, its exit codes, one line for each failure."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from partnergraph.resources import folder

COMMAND = [sys.executable, "-m", "partnergraph"]
SEEDS = folder("seeds")


def process(*arguments, cwd=None, env=None, **options):
    environment = {**os.environ, "COLUMNS": "100", **(env or {})}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
    )


def one_line(result, code):
    assert result.returncode == code, result.stderr
    assert result.stderr.startswith("partnergraph: ")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    db = tmp_path_factory.mktemp("graph") / "seeds.db"
    result = process("load", SEEDS, "--db", db)
    assert result.returncode == 0, result.stderr
    return db


def test_version_and_help_and_no_command():
    assert process("--version").stdout.startswith("partnergraph 0.")
    for arguments in ((), ("--help",), ("-h",)):
        result = process(*arguments)
        assert result.returncode == 0
        assert "Usage: partnergraph" in result.stdout
        assert "load" in result.stdout


def test_rows_go_to_stdout_and_all_else_to_stderr(graph):
    result = process("info", "--db", graph, "--format", "jsonl")
    assert result.returncode == 0
    assert all(line.startswith("{") for line in result.stdout.splitlines())
    assert "5 documents" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("serch", "x"), ("no such command 'serch'", "search")),
        (("nothing-like-it",), ("use one of", "load", "info")),
        (("info", "--format", "jsn"), ("json",)),
        (("info", "--formt", "json"), ("--formt", "partnergraph info --help")),
        (("load",), ("missing argument", "partnergraph load --help")),
        (("search", "x", "--label", "Agncy"), ("no such kind: Agncy", "agency")),
        (("export", "jsnl"), ("no such format: jsnl", "jsonl")),
    ],
)
def test_wrong_usage_is_one_line_and_exits_2(tmp_path, arguments, words):
    line = one_line(process(*arguments, cwd=tmp_path), 2)
    assert all(word in line for word in words), line
    assert not list(tmp_path.iterdir())


def test_a_neo4j_that_does_not_answer_is_one_line(tmp_path):
    line = one_line(process("info", "--db", "neo4j://127.0.0.1:9", cwd=tmp_path), 1)
    assert "neo4j://127.0.0.1:9: no Neo4j answers there; start it" in line


def test_a_graph_that_is_missing_a_folder_or_no_graph(tmp_path):
    assert "partnergraph load" in one_line(process("info", cwd=tmp_path), 1)
    assert "folder" in one_line(process("info", "--db", tmp_path), 1)
    other = tmp_path / "notes.db"
    other.write_text("no graph\n" * 500)
    assert "no partnergraph graph" in one_line(process("info", "--db", other), 1)
    assert other.read_text() == "no graph\n" * 500


def test_the_graph_is_named_by_option_by_group_and_by_environment(graph, tmp_path):
    named = process("info", "--db", graph).stdout
    assert named
    assert process("--db", graph, "info").stdout == named
    assert process("info", env={"PARTNERGRAPH_DB": str(graph)}).stdout == named
    elsewhere = {"PARTNERGRAPH_DB": str(tmp_path / "none.db")}
    assert process("--db", graph, "info", env=elsewhere).stdout == named


def test_a_missing_path_and_an_empty_folder_are_one_line(tmp_path):
    line = one_line(process("load", tmp_path / "nix", cwd=tmp_path), 1)
    assert "nix: there is no such file or folder" in line
    (tmp_path / "empty").mkdir()
    assert "nothing in this folder" in one_line(process("load", "empty", cwd=tmp_path), 1)


def test_a_file_name_with_line_breaks_and_escapes_stays_one_line(tmp_path):
    line = one_line(process("load", "two\nlines\x1b[31m", cwd=tmp_path), 1)
    assert "\x1b" not in line


def test_debug_shows_the_traceback_before_or_behind_the_command(tmp_path):
    for arguments in (("--debug", "load", "nix"), ("load", "nix", "--debug")):
        result = process(*arguments, cwd=tmp_path)
        assert result.returncode == 1
        assert "Traceback" in result.stderr
        assert result.stderr.splitlines()[-1].startswith("partnergraph: nix: ")


def test_a_folder_read_in_part_keeps_what_was_read(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "note.txt").write_text("A note on migration.\n")
    (papers / "binary.txt").write_bytes(bytes(range(256)))
    db = tmp_path / "part.db"
    result = process("load", papers, "--db", db)
    assert result.returncode == 1
    assert "binary.txt: this is not text" in result.stderr
    assert "note.txt" in process("info", "--db", db).stdout


def test_a_closed_pipe_is_no_failure(graph):
    shell = f"{sys.executable} -m partnergraph export jsonl --db {graph}"
    script = f"{shell} | head -n 1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == "0"


def test_a_pipe_that_nobody_reads_is_no_failure(graph):
    read, write = os.pipe()
    os.close(read)
    result = process("info", "--db", graph, stdout=write)
    os.close(write)
    assert result.returncode == 0
    assert "Error" not in result.stderr


def test_a_closed_standard_output_or_error_is_no_failure(graph):
    command = f"{sys.executable} -m partnergraph info --db {graph}"
    for redirection in (">&-", "2>&-", ">&- 2>&-"):
        result = subprocess.run(
            ["bash", "-c", f"{command} {redirection}"], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0
        assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_one_line(graph):
    with Path("/dev/full").open("w") as full:
        result = process("export", "jsonl", "--db", graph, stdout=full)
    assert result.returncode == 1
    lines = result.stderr.splitlines()
    assert lines[-1].startswith("partnergraph: standard output: no space left on device; make room")
    assert "Exception ignored" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_help_and_short_answers_notice_a_full_disk_too(graph):
    for arguments in (("--help",), ("info", "--db", graph)):
        with Path("/dev/full").open("w") as full:
            assert process(*arguments, stdout=full).returncode == 1


def test_a_disk_that_fills_while_loading_leaves_the_graph_as_it_was(graph, tmp_path):
    db = tmp_path / "full.db"
    db.write_bytes(graph.read_bytes())
    before = process("export", "jsonl", "--db", db).stdout
    new = tmp_path / "new.txt"
    lines = (hashlib.sha256(bytes([n % 256, n // 256])).hexdigest() for n in range(40_000))
    new.write_text("\n".join(lines))

    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (db.stat().st_size, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    result = process("load", new, "--db", db, preexec_fn=small_files)
    one_line(result, 1)
    assert process("export", "jsonl", "--db", db).stdout == before


def test_a_file_that_cannot_be_written_is_one_line(graph, tmp_path):
    missing = tmp_path / "no" / "graph.jsonl"
    line = one_line(process("export", "jsonl", "-o", missing, "--db", graph), 1)
    assert str(missing) in line
    assert "is a directory" in one_line(
        process("export", "jsonl", "-o", tmp_path, "--db", graph), 1
    )
    long = tmp_path / ("x" * 300)
    assert "too long" in one_line(process("export", "jsonl", "-o", long, "--db", graph), 1)


def test_ctrl_c_in_the_middle_of_a_load_is_one_line(graph, tmp_path, interruptible):
    db = tmp_path / "stopped.db"
    db.write_bytes(graph.read_bytes())
    before = process("export", "jsonl", "--db", db).stdout
    papers = tmp_path / "papers"
    papers.mkdir()
    text = "\n\n".join(f"Paragraph {number} on migration and IOM." for number in range(3_000))
    for number in range(60):
        (papers / f"paper-{number}.txt").write_text(text)
    writing = Path(f"{db}-wal")
    writing.unlink(missing_ok=True)
    running = subprocess.Popen(
        [*COMMAND, "load", str(papers), "--db", str(db)],
        preexec_fn=interruptible,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not writing.exists() and running.poll() is None:
        time.sleep(0.02)
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=120)
    assert running.returncode == 130, err
    assert out == ""
    assert err.splitlines() == ["partnergraph: stopped; the graph is as it was"]
    assert process("export", "jsonl", "--db", db).stdout == before


INTERRUPTED_AT = """
import signal, sys
class Interrupt:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
sys.argv = ["partnergraph", "info", "--db", {db!r}]
from partnergraph.cli import main
main()
"""


@pytest.mark.parametrize(
    "module",
    ["partnergraph.cli.run", "click", "partnergraph.records.vocabulary", "tomllib", "sqlite3"],
)
def test_ctrl_c_from_the_first_moment_on_is_one_line(graph, module):
    program = INTERRUPTED_AT.format(module=module, db=str(graph))
    result = subprocess.run(
        [COMMAND[0], "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert one_line(result, 130) == "partnergraph: stopped; the graph is as it was\n"
    assert result.stdout == ""


def test_output_is_utf_8_whatever_the_locale(tmp_path):
    (tmp_path / "note.txt").write_text("Côte d’Ivoire\n", encoding="utf-8")
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = process("load", "note.txt", "--explain", "--format", "json", cwd=tmp_path, env=env)
    assert result.returncode == 0, result.stderr
    assert "Côte d’Ivoire" in result.stdout


def test_partners_are_told_one_by_one_with_their_lines(graph):
    result = process("partners", "UNODC", "--db", graph, env={"COLUMNS": "200"})
    assert result.returncode == 0, result.stderr
    assert "IOM, both listed with expertise: 6 activities" in result.stdout
    assert "lines 535-536, 542 of gfmd-2007-activities-matrix" in result.stdout
