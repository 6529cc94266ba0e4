"""`partnergraph verify`: rows, verdicts, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from partnergraph.cli.app import app
from partnergraph.cli.run import run
from partnergraph.exchange import jsonl
from partnergraph.pipeline.load import load
from partnergraph.store.sqlite import SqliteStore

PAGE = """\
# Workplan of the ferry task force

| Activity | Lead agency | Partners |
|---|---|---|
| Train ferry inspectors | ILO | IOM, UNHCR |
| Translate the safety manual | IOM | Ghana |
"""
COLUMNS = ["line", "type", "source", "target", "verdict", "reason"]


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "workplan.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def exported(page) -> list[str]:
    db = page.with_name("graph.db")
    load([page], db)
    with SqliteStore(db) as store:
        return list(jsonl.lines(store))


def verified(tmp_path, lines, *paths):
    """The exit code, and the rows."""
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(line.rstrip("\n") + "\n" for line in lines), encoding="utf-8")
    result = CliRunner().invoke(app, ["verify", str(claims), *map(str, paths), "--format", "json"])
    return result.exit_code, json.loads(result.stdout)


def edge(type, source, target, **evidence):
    first = {"document": "workplan.md", "locator": "", "quote": "", **evidence}
    return json.dumps(
        {"edge": {"type": type, "source": source, "target": target, "evidence": [first]}}
    )


ROW = {
    "locator": "line 5",
    "quote": "Train ferry inspectors … ILO",
    "cue": "Lead agency",
    "cue_locator": "line 3",
}


def test_an_exported_graph_stands_whole(tmp_path, page, exported):
    code, rows = verified(tmp_path, exported, page)
    assert code == 0
    assert [list(row) for row in rows] == [COLUMNS] * len(rows)
    assert {row["verdict"] for row in rows} == {"stands"}
    kept = [json.loads(line) for line in exported]
    lines = [number for number, each in enumerate(kept, 1) if "edge" in each]
    assert [row["line"] for row in rows] == lines


def test_ends_may_be_names_and_evidence_spare(tmp_path, page):
    made = [
        edge("LED", "ILO", "Train ferry inspectors", **ROW),
        edge("LED", "International Labour Organization", "Train ferry inspectors", **ROW),
        edge("LED", "agency:ilo", "Train ferry inspectors", **ROW),
    ]
    code, rows = verified(tmp_path, made, page)
    assert (code, [row["verdict"] for row in rows]) == (0, ["stands"] * 3)
    assert [row["source"] for row in rows][:2] == ["ILO", "International Labour Organization"]


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        (edge("FUNDS", "ILO", "Train ferry inspectors", **ROW), "rejected", "does not say FUNDS"),
        (edge("LED", "UNDP", "Train ferry inspectors", **ROW), "rejected", "does not name"),
        (edge("LED", "Train ferry inspectors", "ILO", **ROW), "rejected", "does not lead from"),
        (
            edge("LED", "ILO", "Train ferry inspectors", **ROW | {"locator": "line 6"}),
            "rejected",
            "does not stand at line 6",
        ),
        (
            edge("LED", "ILO", "Train ferry inspectors", **ROW | {"cue": "Partners"}),
            "rejected",
            "does not say LED",
        ),
        (
            edge("LED", "ILO", "Train ferry inspectors", **ROW | {"cue": ""}),
            "unclear",
            "no cue",
        ),
        (
            edge(
                "LED",
                "IOM",
                "Train ferry inspectors",
                **ROW | {"quote": "Train ferry inspectors … IOM"},
            ),
            "rejected",
            "again yields agency:ilo LED activity:workplan/1 instead",
        ),
        (
            edge(
                "LED",
                "IOM",
                "Train ferry inspectors",
                **ROW | {"locator": "lines 5-6", "quote": "Train ferry inspectors … IOM"},
            ),
            "rejected",
            "instead",
        ),
        (edge("LED", "ILO", "Teaching inspectors", **ROW), "unclear", "no table knows"),
        (
            edge("LED", "ILO", "Train ferry inspectors", **ROW | {"document": "else.md"}),
            "unclear",
            "no file",
        ),
        (
            edge("LED", "ILO", "Train ferry inspectors", **ROW | {"basis": "inferred"}),
            "inferred",
            "not stated",
        ),
        (edge("SANG", "ILO", "Train ferry inspectors", **ROW), "unclear", "SANG"),
        ('{"edge": {"type": "LED", "source": "a", "target": "b"}}', "unclear", "no evidence"),
    ],
)
def test_verdicts(tmp_path, page, claim, verdict, reason):
    code, (row,) = verified(tmp_path, ["", claim], page)
    assert (row["line"], row["verdict"]) == (2, verdict), row
    assert reason in row["reason"]
    assert code == (1 if verdict == "rejected" else 0)


def test_a_document_is_found_by_its_sha256_then_its_file_then_its_id(tmp_path, page, exported):
    other = tmp_path / "renamed.md"
    other.write_bytes(page.read_bytes())
    assert verified(tmp_path, exported, other)[0] == 0
    kept = [line for line in exported if "sha256" not in line]
    assert {row["verdict"] for row in verified(tmp_path, kept, page)[1]} == {"stands"}
    assert {row["verdict"] for row in verified(tmp_path, kept, other)[1]} == {"unclear"}
    assert {row["verdict"] for row in verified(tmp_path, exported, page.parent)[1]} == {"stands"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "line 1: this is not JSON"),
        ("[]", "line 1: this is no node and no edge"),
        ('{"edge": {"type": "LED", "source": "a", "target": "b", "evidence": [1]}}', "no object"),
    ],
)
def test_what_is_no_claim_is_told_in_a_line(tmp_path, page, content, said, capsys):
    claims = tmp_path / "claims.jsonl"
    claims.write_text(content, encoding="utf-8")
    for path in (claims, tmp_path / "none.jsonl", tmp_path):
        assert run(["verify", str(path), str(page)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert said in lines[0]
