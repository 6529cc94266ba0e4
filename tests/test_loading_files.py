"""Which files are read, standard input, equal contents, documents taken out, parts exported."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from partnergraph.errors import ReadError
from partnergraph.exchange import jsonl
from partnergraph.pipeline.files import File, LeftOut, files
from partnergraph.pipeline.load import load
from partnergraph.store.sqlite import SqliteStore

COMMAND = [sys.executable, "-m", "partnergraph"]
NOTE = "A NOTE ON THE REGISTER\n\nThe manual was prepared by UNHCR in 2009.\n"
OTHER = "ANOTHER NOTE\n\nThe guide was prepared by UNICEF in 2010.\n"


def run(*words, **options):
    return subprocess.run(
        [*COMMAND, *map(str, words)],
        capture_output=True,
        timeout=60,
        check=False,
        **({"text": True, "encoding": "utf-8"} if "input" not in options else {}),
        **options,
    )


def dump(db):
    with SqliteStore(db) as store:
        return "".join(jsonl.lines(store))


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "note.txt").write_text(NOTE)
    return folder


def told(reports, folder):
    return {
        Path(report.path).relative_to(folder).as_posix(): (report.status, report.why)
        for report in reports
    }


def test_only_plain_files_of_a_folder_are_read_and_the_others_named(papers, tmp_path):
    os.mkfifo(papers / "pipe.txt")
    (papers / "null.txt").symlink_to("/dev/null")
    (papers / "lost.txt").symlink_to("nowhere.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(papers / "s.txt"))
        reports = load([papers], tmp_path / "a.db")
    assert told(reports, papers) == {
        "note.txt": ("loaded", ""),
        "pipe.txt": ("left out", "a named pipe: only files are read"),
        "null.txt": ("left out", "a device: only files are read"),
        "lost.txt": ("left out", "a link that leads nowhere: only files are read"),
        "s.txt": ("left out", "a socket: only files are read"),
    }


def test_a_pipe_that_is_named_is_one_line(papers):
    os.mkfifo(papers / "pipe.txt")
    result = run("load", papers / "pipe.txt", "--db", papers / "a.db")
    assert result.returncode == 1
    assert result.stderr.endswith("this is a named pipe; name a file, or read it with: load -\n")


@pytest.mark.parametrize("name", ["/dev/zero", "pipe.txt"])
def test_what_has_no_end_is_not_waited_for(papers, name):
    os.mkfifo(papers / "pipe.txt")
    result = run("blocks", papers / name)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.endswith("; name a file\n")


def test_an_empty_path_is_not_the_folder_one_stands_in(papers, tmp_path):
    result = run("load", "", "--db", tmp_path / "a.db", cwd=papers)
    assert result.returncode == 1
    assert result.stderr == "partnergraph: load: an empty path was given; name a file or folder\n"


@contextmanager
def somebody_else():
    """What is done here is done by a user who has no more rights than others, if that can be."""
    everybody = os.geteuid()
    if everybody == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(everybody)


def test_what_may_not_be_opened_is_named_and_the_rest_is_read():
    with TemporaryDirectory() as given:
        folder = Path(given)
        for name in ("note.txt", "listed/a.txt", "listed/in/b.txt", "closed/c.txt"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(NOTE)
        (folder / "link").symlink_to("listed/in")
        (folder / "link.txt").symlink_to("listed/in/b.txt")
        for part, rights in ((".", 0o755), ("listed", 0o444), ("closed", 0o311)):
            (folder / part).chmod(rights)
        with somebody_else():
            found = list(files([folder]))
            with pytest.raises(ReadError, match="closed: permission denied; check its rights"):
                list(files([folder / "closed"]))
        (folder / "listed").chmod(0o755)
        (folder / "closed").chmod(0o755)
        assert [item.path.name for item in found if isinstance(item, File)] == ["note.txt"]
        barred = [item for item in found if isinstance(item, LeftOut)]
        assert all(item.failed for item in barred)
        assert [Path(item.path).relative_to(folder).as_posix() for item in barred] == [
            *("closed", "link", "link.txt", "listed/a.txt", "listed/in"),
        ]
        assert barred[0].why == f"{folder / 'closed'}: permission denied; check its rights"


def test_linked_folders_are_followed_once(papers, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "other.txt").write_text(OTHER)
    (papers / "linked").symlink_to(tmp_path / "elsewhere")
    (papers / "linked-too").symlink_to(tmp_path / "elsewhere")
    (papers / "loop").symlink_to(papers)
    (papers / "up").symlink_to(tmp_path)
    seen = ("left out", "a link to a folder that is read already: only files are read")
    assert told(load([papers], tmp_path / "a.db"), papers) == {
        "note.txt": ("loaded", ""),
        "linked/other.txt": ("loaded", ""),
        "linked-too": seen,
        "loop": seen,
        "up": seen,
    }


def test_a_name_that_is_not_utf_8_does_not_end_the_load(papers, tmp_path):
    odd = os.fsencode(papers) + b"/caf\xe9.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(OTHER.encode())
    result = run("load", papers, "--db", tmp_path / "a.db", "--format", "json")
    assert result.returncode == 0, result.stderr
    rows = {Path(row["file"]).name: row["document"] for row in json.loads(result.stdout)}
    assert rows == {"note.txt": "document:note", "café.txt": "document:cafe"}
    assert '"file": "café.txt"' in dump(tmp_path / "a.db")


def test_standard_input_is_read_under_a_name(papers, tmp_path):
    db = tmp_path / "a.db"
    result = run("load", "-", "--name", "note.txt", "--db", db, input=NOTE.encode())
    assert result.returncode == 0, result.stderr
    load([papers / "note.txt"], tmp_path / "b.db")
    assert dump(db) == dump(tmp_path / "b.db")
    again = run("load", papers / "note.txt", "--db", db)
    assert "unchanged" in again.stdout
    nameless = run("load", "-", "--db", db, input=NOTE.encode())
    assert nameless.returncode == 2
    assert b"load -: what standard input holds needs a name; give it one" in nameless.stderr
    twice = run("load", "-", "-", "--name", "a.txt", "--db", db, input=NOTE.encode())
    assert (twice.returncode, b"standard input is read once" in twice.stderr) == (2, True)
    empty = run("load", "-", "--name", "x.txt", "--db", db, input=b"")
    assert (empty.returncode, b"x.txt: the file is empty" in empty.stderr) == (1, True)
    assert b"/tmp" not in empty.stderr.replace(str(db).encode(), b"")


def test_standard_input_takes_no_file_its_place(papers, tmp_path):
    db = tmp_path / "a.db"
    load([papers / "note.txt"], db)
    for said in ("loaded", "unchanged"):
        result = run(
            *("load", "-", "--name", "note.txt", "--db", db, "--format", "json"),
            input=OTHER.encode(),
        )
        (row,) = json.loads(result.stdout)
        assert (row["status"], row["document"]) == (said, "document:note-txt")
        assert row["why"] == "document:note is another file; this one is document:note-txt"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "  \n", "\t\r\n"])
def test_equal_contents_under_another_name_are_one_source(papers, tmp_path, ends):
    before = tmp_path / "one.db"
    load([papers], before)
    (papers / "sub").mkdir()
    (papers / "sub" / "copy.txt").write_bytes(NOTE.replace("\n", ends).encode())
    db = tmp_path / "a.db"
    found = told(load([papers], db), papers)
    why = "the same contents as note.txt, which is document:note; counted once"
    assert found == {"note.txt": ("loaded", ""), "sub/copy.txt": ("left out", why)}
    with SqliteStore(db) as store:
        (document,) = store.nodes(["document:note"])
        assert document.properties["aliases"] == ("sub/copy.txt",)
        assert [node.id for node in store.find("sub/copy.txt")] == ["document:note"]
    without = dump(db).replace(', "aliases": ["sub/copy.txt"]', "", 1)
    assert without == dump(before)
    assert told(load([papers], db), papers) == {
        "note.txt": ("unchanged", ""),
        "sub/copy.txt": ("left out", why),
    }


def test_a_file_that_became_the_copy_of_another_is_counted_once(papers, tmp_path):
    (papers / "other.txt").write_text(OTHER)
    load([papers], tmp_path / "a.db")
    (papers / "other.txt").write_text(NOTE)
    (other,) = [r for r in load([papers], tmp_path / "a.db") if r.path.endswith("other.txt")]
    assert (other.status, other.document) == ("left out", "document:note")
    assert "UNICEF" not in dump(tmp_path / "a.db")
    (papers / "other.txt").write_text(OTHER)
    load([papers], tmp_path / "a.db")
    assert "UNICEF" in dump(tmp_path / "a.db")


def test_remove_takes_a_document_out_again(papers, tmp_path):
    one, both = tmp_path / "one.db", tmp_path / "both.db"
    load([papers / "note.txt"], one)
    (papers / "other.txt").write_text(OTHER)
    load([papers], both)
    result = run("remove", "other.txt", "--db", both)
    assert result.returncode == 0, result.stderr
    assert dump(both) == dump(one)
    assert "without document:other it has" in result.stderr
    unknown = run("remove", "nothing", "--db", both)
    assert (unknown.returncode, len(unknown.stderr.splitlines())) == (2, 1)
    assert run("remove", "note", "--db", tmp_path / "none.db").returncode == 1
    assert not (tmp_path / "none.db").exists()


def test_remove_keeps_what_others_say(seeds_db, tmp_path):
    db, without = tmp_path / "a.db", tmp_path / "b.db"
    db.write_bytes(seeds_db.read_bytes())
    seeds = Path(__file__).parent.parent / "seeds"
    kept = [path for path in sorted(seeds.glob("*.txt")) if "2008" not in path.name]
    load(kept, without)
    assert run("remove", "gfmd-2008-roundtable-themes", "--db", db).returncode == 0
    assert dump(db) == dump(without)
    cited = run("remove", "document:covid-19-and-people-on-the-move", "--db", db)
    assert "it is only cited, no file of it was loaded" in cited.stderr


def test_a_part_of_a_graph_is_exported_and_loads_again(seeds_db, tmp_path):
    target = tmp_path / "part.jsonl"
    words = ("--document", "gfmd-2007-activities-matrix", "--around", "UNODC", "--hops", "2")
    result = run("export", "jsonl", "-o", target, *words, "--db", seeds_db)
    assert result.returncode == 0, result.stderr
    records = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    nodes = {record["node"]["id"] for record in records if "node" in record}
    edges = [record["edge"] for record in records if "edge" in record]
    assert {"agency:unodc", "agency:iom", "document:gfmd-2007-activities-matrix"} <= nodes
    assert not any(id.startswith("session:") for id in nodes)
    said = {item["document"] for edge in edges for item in edge["evidence"]}
    assert said == {"document:gfmd-2007-activities-matrix"}
    load([target], tmp_path / "again.db")
    assert dump(tmp_path / "again.db") == target.read_text(encoding="utf-8")
    near = run("export", "jsonl", "--around", "UNODC", "--hops", "1", "--db", seeds_db)
    assert 0 < len(near.stdout) < len(dump(seeds_db))
    wrong = run("export", "jsonl", "--hops", "1", "--db", seeds_db)
    assert (wrong.returncode, "name that with --around" in wrong.stderr) == (2, True)
    words = ("--document", "gfmd-2020-partnerships-note.txt", "--around", "UNODC")
    elsewhere = run("export", "jsonl", *words, "--db", seeds_db)
    assert elsewhere.returncode == 2
    assert elsewhere.stderr == (
        "partnergraph: UNODC: gfmd-2020-partnerships-note.txt does not name it; "
        "leave --document out\n"
    )


def test_a_graph_that_could_not_be_begun_leaves_no_file(papers, tmp_path):
    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    db = tmp_path / "a.db"
    result = run("load", papers, "--db", db, preexec_fn=no_room)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("a.db*"))
