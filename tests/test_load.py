"""From files to a graph: what is read, what is reported, what is refused."""

import json
import shutil
from pathlib import Path

import pytest

from partnergraph.document.words import Text
from partnergraph.errors import EvidenceError, ReadError
from partnergraph.exchange import jsonl
from partnergraph.names import names
from partnergraph.pipeline.load import explain, load
from partnergraph.records.model import Edge, Evidence, Extraction
from partnergraph.relations.draft import Draft
from partnergraph.store.sqlite import SqliteStore
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent / "seeds"


def dump(db) -> str:
    with SqliteStore(db) as store:
        return "".join(jsonl.lines(store))


def test_the_five_documents_are_read_and_read_again_unchanged(tmp_path):
    db = tmp_path / "a.db"
    assert [report.status for report in load([SEEDS], db)] == ["loaded"] * 5
    before = dump(db)
    assert [report.status for report in load([SEEDS], db)] == ["unchanged"] * 5
    assert dump(db) == before


def test_the_order_of_loading_leaves_no_trace(tmp_path, seeds_db):
    for path in sorted(SEEDS.iterdir(), reverse=True):
        load([path], tmp_path / "a.db")
    assert dump(tmp_path / "a.db") == dump(seeds_db)


def test_the_export_reads_back_to_the_same_bytes(tmp_path, seeds_db):
    exported = tmp_path / "graph.jsonl"
    exported.write_text(dump(seeds_db), encoding="utf-8")
    load([exported], tmp_path / "a.db")
    assert dump(tmp_path / "a.db") == dump(seeds_db)
    load([exported], tmp_path / "a.db")
    assert dump(tmp_path / "a.db") == dump(seeds_db)
    load([SEEDS], tmp_path / "a.db")
    assert dump(tmp_path / "a.db") == dump(seeds_db)


def test_the_export_is_sorted_and_every_relationship_has_evidence(seeds_db):
    records = [json.loads(line) for line in dump(seeds_db).splitlines()]
    nodes = [record["node"]["id"] for record in records if "node" in record]
    edges = [record["edge"] for record in records if "edge" in record]
    assert nodes == sorted(nodes)
    assert [next(iter(record)) for record in records] == ["node"] * len(nodes) + ["edge"] * len(
        edges
    )
    ends = [(edge["type"], edge["source"], edge["target"]) for edge in edges]
    assert ends == sorted(ends)
    assert all(edge["evidence"] for edge in edges)
    assert {end for edge in ends for end in edge[1:]} <= set(nodes)


def test_a_changed_file_replaces_just_what_it_said(tmp_path, seeds_db):
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    db = tmp_path / "a.db"
    load([folder], db)
    changed = folder / "gfmd-2008-roundtable-themes.txt"
    whole = changed.read_text(encoding="utf-8")
    changed.write_text(whole.replace("Bangladesh", "Kenya"), encoding="utf-8")
    statuses = {report.document: report.status for report in load([folder], db)}
    assert sorted(statuses.values()) == ["loaded"] + ["unchanged"] * 4
    assert '"country:ken"' in dump(db)
    assert '"country:bgd"' not in dump(db)
    changed.write_text(whole, encoding="utf-8")
    load([folder], db)
    assert dump(db) == dump(seeds_db)


def test_a_folder_read_in_part_keeps_what_was_read(tmp_path):
    shutil.copy(SEEDS / "gfmd-2008-roundtable-themes.txt", tmp_path)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").touch()
    reports = {
        report.path.rpartition("/")[2]: report for report in load([tmp_path], tmp_path / "a.db")
    }
    assert reports["empty.txt"].status == "failed"
    assert "is empty" in reports["empty.txt"].why
    assert reports["picture.png"].status == "left out"
    assert reports["gfmd-2008-roundtable-themes.txt"].status == "loaded"
    with SqliteStore(tmp_path / "a.db") as store:
        assert len(store.loaded()) == 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "missing.txt", "no such file"),
        (lambda folder: folder, "nothing in this folder"),
    ],
)
def test_nothing_to_read_is_one_line_and_makes_no_graph(tmp_path, make, said):
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(ReadError, match=said):
        load([make(folder)], tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()


def test_files_of_one_name_are_two_documents(tmp_path):
    folder = tmp_path / "papers"
    (folder / "2019").mkdir(parents=True)
    names = ("Notes on data.txt", "notes-on-data.md", "2019/notes on data.txt")
    for number, name in enumerate(names):
        (folder / name).write_text(f"# Data {number}\n\nIOM met UNHCR.\n", encoding="utf-8")
    reports = load([folder], tmp_path / "a.db")
    assert {report.document: report.why for report in reports} == {
        "document:2019-notes-on-data": "",
        "document:notes-on-data": "",
        "document:notes-on-data-md": (
            "document:notes-on-data is another file; this one is document:notes-on-data-md"
        ),
    }
    again = load([folder], tmp_path / "a.db")
    assert [report.status for report in again] == ["unchanged"] * 3
    assert [report.document for report in again] == [report.document for report in reports]


def test_a_file_that_is_loaded_later_takes_no_name_of_another(tmp_path):
    for folder, name in (("a", "plan.txt"), ("b", "plan.md")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(f"# Plan {name}\n\nIOM met.\n", encoding="utf-8")
    (one,) = load([tmp_path / "a" / "plan.txt"], tmp_path / "a.db")
    (other,) = load([tmp_path / "b" / "plan.md"], tmp_path / "a.db")
    assert (one.document, other.document) == ("document:plan", "document:plan-md")


def written(path, who):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"NOTE\n\nThe atlas was prepared by {who} in 2009.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("asked", [lambda path: path, lambda path: path.parent])
def test_a_file_of_the_same_name_in_another_folder_is_another_whenever_it_is_loaded(
    tmp_path, asked
):
    db = tmp_path / "a.db"
    one = written(tmp_path / "2019" / "report.txt", "ILO")
    two = written(tmp_path / "2020" / "report.txt", "FAO")
    (first,) = load([asked(one)], db)
    (second,) = load([asked(two)], db)
    assert first.document == "document:report"
    assert (second.status, second.document) == ("loaded", "document:report-txt")
    assert second.why == "document:report is another file; this one is document:report-txt"
    for path, document in ((one, "document:report"), (two, "document:report-txt")):
        (again,) = load([asked(path)], db)
        assert (again.status, again.document) == ("unchanged", document)


def test_a_changed_file_takes_its_own_place_whichever_way_it_is_named(tmp_path):
    db = tmp_path / "a.db"
    path = written(tmp_path / "papers" / "2019" / "report.txt", "ILO")
    load([tmp_path / "papers"], db)
    written(path, "FAO")
    (report,) = load([path], db)
    assert (report.status, report.document) == ("loaded", "document:2019-report")
    assert report.why == "it was loaded as document:2019-report before"
    with SqliteStore(db) as store:
        assert [node.id for node in store.nodes(label="Agency")] == ["agency:fao"]


def test_a_file_that_was_moved_and_changed_is_still_that_file(tmp_path):
    db = tmp_path / "a.db"
    path = written(tmp_path / "2019" / "report.txt", "ILO")
    load([path], db)
    path.unlink()
    (report,) = load([written(tmp_path / "kept" / "report.txt", "FAO")], db)
    assert (report.status, report.document) == ("loaded", "document:report")
    assert report.why == "it was read from 2019/report.txt before"


def test_a_graph_that_moves_with_its_documents_knows_them(tmp_path):
    folder = tmp_path / "here"
    written(folder / "2019" / "report.txt", "ILO")
    load([folder / "2019" / "report.txt"], folder / "a.db")
    folder.rename(tmp_path / "there")
    path = written(tmp_path / "there" / "2019" / "report.txt", "FAO")
    (report,) = load([path], tmp_path / "there" / "a.db")
    assert (report.status, report.document, report.why) == ("loaded", "document:report", "")


def test_where_files_stood_does_not_leave_with_the_graph(tmp_path):
    load([written(tmp_path / "secret" / "report.txt", "ILO")], tmp_path / "a.db")
    assert "secret" not in dump(tmp_path / "a.db")


def test_explain_says_what_each_line_was_taken_for():
    (explanation,) = explain([SEEDS / "gfmd-2007-activities-matrix.txt"])
    assert "matrix" in [genre.name for genre in explanation.genres]
    assert explanation.advice == ""
    text = (SEEDS / "gfmd-2007-activities-matrix.txt").read_text(encoding="utf-8")
    words = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    assert [line.place for line in explanation.lines] == [f"line {n}" for n in words]
    assert all(line.taken for line in explanation.lines)


def test_explain_of_no_genre_says_what_to_do(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\n\nthe weather was fine.\n", encoding="utf-8")
    assert "no genre fits" in next(explain([path])).advice


def test_explain_says_of_each_block_whose_it_is_and_by_which_entry(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# Regional Network on Migration\n\n## Working group on data\n\nCo-leads: IOM, UNDP\n\n"
        "Weather: grey\n\nThe skies were grey and rain was seen.\n\n"
        "| Activity | Lead |\n|---|---|\n| Train 20 clerks | ILO |\n",
        encoding="utf-8",
    )
    explanation = next(explain([path]))
    told = [(block.place, block.owner, block.taken, block.by) for block in explanation.blocks]
    assert told == [
        ("line 1", "", "heading", ""),
        ("line 3", "Regional Network on Migration", "heading", ""),
        ("line 5", "Working group on data", "co-lead", "co-lead"),
        ("line 7", "Working group on data", "skipped: no rule reads it", ""),
        ("line 9", "Working group on data", "prose", ""),
        ("lines 11, 13", "Working group on data", "table", "activity, lead"),
    ]
    assert [block.place for block in explanation.blocks if "lexicon/roles" in block.todo] == [
        "line 7"
    ]
    assert explanation.advice == ""


def test_lines_of_marks_alone_are_not_said_to_be_skipped(tmp_path):
    path = tmp_path / "plan.md"
    path.write_text("# Plan\n\n| Activity | Lead |\n|---|---|\n| Dredge | ILO |\n\n* * *\n")
    (report,) = load([path], tmp_path / "a.db")
    assert report.skipped == ()
    taken = {line.text: line.taken for line in next(explain([path])).lines}
    assert taken["|---|---|"] == "marks"


def test_a_folder_is_explained_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A letter on migration.\n")
    (tmp_path / "b.docx").write_bytes(b"PK")
    (tmp_path / "b.exe").write_bytes(b"MZ")
    (tmp_path / "c.jsonl").write_text("")
    found = {Path(each.path).name: each for each in explain([tmp_path])}
    assert [line.place for line in found["a.txt"].lines] == ["line 1"]
    assert str(tmp_path / "b.docx") in found["b.docx"].failed
    assert found["b.exe"].advice == "left out: no reader takes .exe"
    assert found["c.jsonl"].advice == "a graph: taken as it is, with its evidence"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ('{"node": {"id": "x"}}', "no node and no edge"),
        ('{"node": {"id": "x", "label": "Thing", "name": "x"}}', "no such label"),
        ('{"node": {"id": "agency:a", "label": "Agency", "name": "a"}}', "nothing says who names"),
        ('{"node": {"id": "agency:a", "label": "Agency", "name": "a", "x": {}}}', "is no text"),
        ('{"node": {"id": "a", "label": "Agency", "name": "\\ud800"}}', "not JSON in UTF-8"),
        ('{"edge": {"type": "LED", "source": "a", "target": "b"}}', "without evidence"),
        (
            '{"edge": {"type": "LED", "source": "a", "target": "b", "evidence": true}}',
            "without evidence",
        ),
        (
            '{"edge": {"type": "LED", "source": "a", "target": "b", "evidence": [{"document": "d", '
            '"locator": "l", "quote": "q", "method": "m", "basis": "stated"}]}}',
            "there is no node",
        ),
        (
            '{"edge": {"type": "LED", "source": "a", "target": "b", "evidence": [{"document": "d", '
            '"locator": "l", "quote": "q", "method": "m", "basis": "guessed"}]}}',
            "evidence needs",
        ),
    ],
)
def test_a_line_that_is_no_graph_is_named(tmp_path, line, said):
    path = tmp_path / "graph.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    (report,) = load([path], tmp_path / "a.db")
    assert report.status == "failed"
    assert said in report.why
    assert str(path) in report.why


def test_nothing_unproven_is_stored():
    text = Text.of("IOM\nTrain officials.\nExpertise", "a.txt")
    draft = Draft(text, names())
    activity = draft.part("Activity", "1", text.passage(1))
    iom = draft.stated("Organisation", text.passage(0))
    draft.link("HAS_EXPERTISE_IN", iom, activity, cue=text.passage(2))
    extraction = draft.finish()
    verify(extraction, text)
    for quote, locator in [
        ("IOM", "line 1"),
        ("Train officials.", "line 2"),
        ("IOM trains officials.", "lines 1-2"),
        ("IOM Train officials.", "line 1"),
        ("Train officials. … IOM", "lines 1-2"),
    ]:
        evidence = Evidence(draft.document.id, locator, quote, "matrix", "stated")
        edge = Edge("HAS_EXPERTISE_IN", "organisation:iom", activity.id, (evidence,))
        with pytest.raises(EvidenceError):
            verify(Extraction(extraction.document, extraction.nodes, (edge,)), text)
