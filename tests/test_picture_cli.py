"""`render`, `--html` and the demo: pages written whole, names taken as people type them."""

import errno
import html
import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from partnergraph.cli.files import replacing
from partnergraph.cli.run import run
from partnergraph.questions import listing
from partnergraph.screen.words import wording

READ = "Who does what with whom in 5 documents, up to 12 November 2020"
READ_ONE = READ.partition("5")[0] + (
    "GLOBAL FORUM ON MIGRATION AND DEVELOPMENT: Matrix of projects/activit…"
)
READ_TWO = "Who does what with whom in 2 documents"
TRAFFICKING = "Addressing Trafficking in Persons and Smuggling of Migrants"


@contextmanager
def streams():
    """Standard output and error as texts, so that a run's own changes to streams do no harm."""
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = StringIO(), StringIO()
    try:
        yield sys.stdout, sys.stderr
    finally:
        sys.stdout, sys.stderr = kept


def worded(name):
    """What a person calls a kind of gap or overlap."""
    return wording(listing.question(name)).title


@pytest.fixture
def partnergraph(seeds_db, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARTNERGRAPH_DB", str(seeds_db))

    def call(*arguments):
        with streams() as (out, err):
            code = run(arguments)
        return code, out.getvalue(), err.getvalue()

    return call


def title(path):
    text = Path(path).read_text(encoding="utf-8")
    return html.unescape(re.search("<title>(.*?)</title>", text)[1])


@pytest.mark.parametrize(
    ("arguments", "headline"),
    [
        ((), f"IOM – {READ}"),
        (("unhcr",), f"UNHCR – {READ}"),
        (("International Organization for Migration", "UNDP"), f"IOM – {READ}"),
        (("agency:unodc", "--hops", "1"), f"UNODC – {READ}"),
        (("--topic", "1h"), f"{TRAFFICKING} – {READ}"),
        (("--topic", "remittances", "--topic", "1h"), f"Social remittances – {READ}"),
        (("--country", "España"), f"Spain – {READ}"),
        (("--document", "gfmd-2007-activities-matrix.txt"), f"IOM – {READ_ONE}"),
        (("--document", "gfmd-2007", "--document", "gfmd-2008"), f"IOM – {READ_TWO}"),
        (("--gap", "one-agency"), f"{worded('gaps-single-agency')} – {READ}"),
        (("--gap", "Single_Agency"), f"{worded('gaps-single-agency')} – {READ}"),
        (("--overlap", "topics"), f"{worded('overlaps-topics')} – {READ}"),
        (("--view", "matrix", "--title", "A <b>"), "matrix by topic – A <b>"),
    ],
)
def test_the_page_is_named_after_graph_and_answer(partnergraph, arguments, headline):
    code, out, err = partnergraph("render", *arguments)
    assert (code, out) == (0, "")
    assert err.endswith("partnergraph.html: written; open it in a browser\n")
    assert title("partnergraph.html") == headline


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Atlantis",), "Atlantis: nothing in the graph has this name"),
        (("--topic", "IOM"), "IOM: in the graph this is an agency, not a topic"),
        (("--document", "nix.txt"), "nix.txt: nothing in the graph has this name"),
        (("--gap", "never-togther"), "no such kind: never-togther, did you mean never-together"),
        (("--country", "IOM"), "IOM: in the graph this is an agency, not a country"),
        (("--view", "globe"), "no such view: globe, use one of focus, matrix"),
        (("--hops", "2"), "--hops: it counts from a centre; name one"),
        (("--hops", "-1", "IOM"), "-1 is not in the range x>=0"),
        (("--gap", "apart", "--overlap", "topics"), "a page opens on one answer"),
    ],
)
def test_what_is_wrong_is_one_line_and_nothing_is_written(partnergraph, arguments, words, tmp_path):
    code, out, err = partnergraph("render", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_page_goes_where_it_is_told(partnergraph, tmp_path):
    assert partnergraph("render", "-o", "a page.html")[0] == 0
    code, out, err = partnergraph("render", "-o", "-")
    assert (code, err) == (0, "")
    assert out == (tmp_path / "a page.html").read_text(encoding="utf-8")
    code, _, err = partnergraph("render", "-o", "nowhere/page.html")
    assert (code, err) == (
        1,
        "partnergraph: nowhere/page.html: no such file or directory; check the path\n",
    )


def test_a_page_that_cannot_be_finished_leaves_the_old_one(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("old")
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    writing = replacing(page)
    writing.__enter__().write("half")
    assert not writing.__exit__(OSError, full, None)
    assert full.filename == str(page)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert page.read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "headline"),
    [
        (("gaps", "--kind", "apart"), f"{worded('gaps-apart')} – {READ}"),
        (("gaps",), f"gaps – {READ}"),
        (("overlaps", "--agency", "IOM"), f"overlaps – {READ}"),
        (("path", "UNODC", "UN-DESA"), f"UNODC to UN-DESA – {READ}"),
        (("path", "UNODC", "Egypt", "--only", "UNDER"), f"UNODC to Egypt – {READ}"),
    ],
)
def test_an_answer_is_printed_and_written_as_a_page(partnergraph, arguments, headline):
    plain = partnergraph(*arguments)
    code, out, err = partnergraph(*arguments, "--html", "answer.html")
    assert (code, out) == (0, plain[1])
    assert err == plain[2] + "answer.html: written; open it in a browser\n"
    assert title("answer.html") == headline


def test_the_demo_ends_with_the_page(partnergraph, tmp_path, monkeypatch):
    monkeypatch.delenv("PARTNERGRAPH_DB")
    code, out, err = partnergraph("demo", "-o", "demo.html")
    assert code == 0
    last = "$ partnergraph render --title 'Partnerships on migration' -o demo.html"
    assert out.rstrip().endswith(last)
    assert err.splitlines()[-2:] == [
        "demo.html: written; open it in a browser",
        "the graph stays in partnergraph-demo.db; go on with: "
        "partnergraph gaps --db partnergraph-demo.db",
    ]
    assert title("demo.html") == "IOM – Partnerships on migration"
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["demo.html", "partnergraph-demo.db"]


@pytest.mark.parametrize(
    "arguments", [("path", "UNODC", "UN-DESA"), ("gaps",), ("overlaps", "--kind", "topics")]
)
def test_a_page_is_written_whoever_reads_the_rows(partnergraph, seeds_db, arguments):
    command = [sys.executable, "-m", "partnergraph", *arguments, "--html", "read.html"]
    run_ = subprocess.run(
        ["sh", "-c", f"{shlex.join(command)} --db {shlex.quote(str(seeds_db))} | true"],
        check=False,
        capture_output=True,
    )
    assert run_.stderr.endswith(b"read.html: written; open it in a browser\n")
    assert b"ignored" not in run_.stderr
    assert Path("read.html").stat().st_size > 100_000


def test_a_title_of_spaces_is_none(partnergraph):
    partnergraph("render", "--title", "  ")
    assert title("partnergraph.html") == f"IOM – {READ}"


def test_show_heads_links_by_their_own_qualifiers(partnergraph, tmp_path):
    said = {"document": "document:d", "locator": "row 1", "quote": "A", "method": "rows"}
    said["basis"] = "stated"
    named = [("document:d", "Document"), ("country:a", "Country"), ("country:b", "Country")]
    named.append(("organisation:x", "Organisation"))
    lines = [{"node": {"id": id, "label": label, "name": id[-1]}} for id, label in named]
    for id, _ in named[1:]:
        ends = {"type": "RECORDED_IN", "source": id, "target": "document:d"}
        lines.append({"edge": {**ends, "evidence": [said]}})
    for id, role in (("country:a", "chair"), ("country:a", "member"), ("country:b", "chair")):
        ends = {"type": "MEMBER_OF", "source": id, "target": "organisation:x", "role": role}
        lines.append({"edge": {**ends, "evidence": [said]}})
    Path("roles.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert partnergraph("load", "roles.jsonl", "--db", "roles.db")[0] == 0
    _, out, _ = partnergraph("show", "organisation:x", "--type", "MEMBER_OF", "--db", "roles.db")
    told = [line for line in out.splitlines() if "member of" in line or line in ("  a", "  b")]
    assert told == [
        "What is a member of x (role: chair): 2",
        "  a",
        "  b",
        "What is a member of x (role: member): 1",
        "  a",
    ]
