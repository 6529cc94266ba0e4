"""`partnergraph cypher`: what it runs, how it types parameters, where it says an error is."""

import json

import pytest

from partnergraph.neo4j.push import push
from partnergraph.questions import ask, in_cypher


@pytest.fixture
def run(cli, neo4j):
    return lambda *words, **environment: cli("cypher", *words, "--db", neo4j.uri, **environment)


@pytest.fixture
def filled(empty, seeds):
    push(seeds, empty)
    return seeds


def test_a_question_has_the_rows_of_its_command(run, filled):
    done = run("gaps-apart", "--param", "agency=agency:unodc", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ask(filled, "gaps-apart", agency="agency:unodc").rows


def test_parameters_are_typed_by_the_header(run, filled):
    given = (
        "inferred=true",
        "types=HAS_EXPERTISE_IN,LED",
        "document=document:gfmd-2007-activities-matrix",
    )
    words = [word for pair in given for word in ("--param", pair)]
    done = run("overlaps-agencies", *words, "--format", "jsonl", "--limit", "1")
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["a"], row["b"], row["shared"]) == ("IOM", "UNDP", 28)
    assert "1 of 1" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["gaps-apart", "--param", "inferred=perhaps"], "inferred=true"),
        (["gaps-apart", "--param", "colour=red"], "agency, roundtable"),
        (["gaps-apart", "--param", "inferred"], "KEY=VALUE"),
        (["gaps-apart", "--param", "agency=a", "--param", "agency=b"], "give it once"),
        (["between", "--param", "one=a"], "it needs other"),
        (["no-such"], "gaps-apart"),
        ([], "name a question or file"),
        (["gaps-apart", "-e", "RETURN 1"], "one thing"),
        (["-e", "// nothing"], "no statement"),
    ],
)
def test_wrong_usage_is_one_line_and_exits_2(run, words, says):
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_text_and_files(run, tmp_path):
    done = run(
        "-e",
        "RETURN $n + 1 AS n, $t AS t",
        "--param",
        "n=41",
        "--param",
        "t=a b",
        "--format",
        "csv",
    )
    assert done.stdout == "\ufeffn,t\n42,a b\n"
    path = tmp_path / "two.cypher"
    path.write_text("\ufeff// mine\r\nRETURN 1 AS a;\r\nRETURN 2 AS b;\r\n", encoding="utf-8")
    assert run(path, "--format", "jsonl").stdout == '{"a": 1}\n{"b": 2}\n'


def test_a_file_of_ones_own_with_a_header_is_a_question(run, filled, tmp_path):
    path = tmp_path / "mine.cypher"
    path.write_text(
        "// name: mine\n// doc: Some agencies.\n// parameter: most integer = 2\n"
        "// column: agency stakeholder\n\n"
        "MATCH (a:Agency:Partnergraph) RETURN a.acronym AS agency, a.id AS agency_id\n"
        "ORDER BY agency_id LIMIT $most\n"
    )
    done = run(path, "--param", "most=1", "--format", "jsonl")
    assert json.loads(done.stdout).keys() == {"agency", "agency_id"}
    assert run(path, "--param", "most=x").returncode == 2


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ("agency stakeholder", "it gives agency, agency_id, n, but its header says agency, agency"),
        ("agency stakeholder\n// column: n list", "is not of the kind"),
    ],
)
def test_a_header_that_does_not_fit_is_one_line(run, filled, tmp_path, columns, says):
    path = tmp_path / "mine.cypher"
    path.write_text(
        f"// name: mine\n// doc: Some agencies.\n// column: {columns}\n\n"
        "MATCH (a:Agency:Partnergraph) RETURN a.name AS agency, a.id AS agency_id, 1 AS n"
    )
    done = run(path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "mine.cypher: " in done.stderr
    assert says in done.stderr


def test_the_place_of_an_error_is_said(run, tmp_path):
    path = tmp_path / "wrong.cypher"
    path.write_text("RETURN 1 AS a;\n\nMATCH (n)\nRETRUN n\n")
    done = run(path)
    assert done.returncode == 1
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("partnergraph: ")]
    assert line.startswith("partnergraph: wrong.cypher:4:1: Invalid input 'RETRUN'")
    done = run("-e", "MATCH (n) RETURN m")
    assert "-e:1:18: Variable `m` not defined" in done.stderr
    assert "--param" in run("-e", "RETURN $missing").stderr
    done = run("-e", "UNWIND [2, 0] AS n RETURN 1 / n")
    assert "/ by zero" in done.stderr


@pytest.mark.parametrize(
    "text", ["CREATE (n:Mine)", "CREATE INDEX FOR (n:Mine) ON (n.x)", "MATCH (n) DETACH DELETE n"]
)
def test_it_only_reads_unless_it_may_write(run, bare, text):
    done = run("-e", text)
    assert done.returncode == 1
    assert "--write" in done.stderr
    assert done.stderr.count("\n") == 1
    assert run("-e", text, "--write").returncode == 0


def test_a_file_of_the_package_that_is_no_question(run, bare):
    done = run("schema", "--write")
    assert done.returncode == 0, done.stderr
    assert list(bare.run("SHOW CONSTRAINTS YIELD name RETURN name")) == [("partnergraph_id",)]


def test_the_list_needs_no_server(cli):
    done = cli("cypher", "--list", "--format", "json")
    rows = json.loads(done.stdout)
    assert [row["name"] for row in rows] == sorted(in_cypher())
    assert all(row["doc"] and row["columns"] for row in rows)


def test_cypher_is_not_asked_of_a_file(cli, seeds_db):
    done = cli("cypher", "-e", "RETURN 1", "--db", seeds_db)
    assert done.returncode == 2
    assert "partnergraph neo4j" in done.stderr


def test_the_address_may_come_from_the_environment(cli, neo4j):
    done = cli("cypher", "-e", "RETURN 1 AS n", "--format", "jsonl", NEO4J_URI=neo4j.uri)
    assert done.stdout == '{"n": 1}\n'
