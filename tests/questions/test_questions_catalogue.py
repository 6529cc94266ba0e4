"""The catalogue: what a question's file must say, and what it refuses, with file and line."""

import sqlite3
from contextlib import closing
from importlib.resources import files

import pytest

from partnergraph import questions, resources
from partnergraph.errors import PartnergraphError
from partnergraph.questions.answer import typed
from partnergraph.questions.check import param_line
from partnergraph.questions.header import HeaderError
from partnergraph.questions.projection import types_of
from partnergraph.records.vocabulary import vocabulary

HEADER = ["name: who", "doc: Who is there.", "parameter: label text", "column: node node"]
SQL = "SELECT name AS node, id AS node_id FROM node WHERE label = :label\n"
CYPHER = "MATCH (n) WHERE n.label = $label RETURN n.name AS node, n.id AS node_id\n"


@pytest.fixture
def pair(tmp_path):
    """`pair(header)` reads a catalogue of one question, its two headers and statements given."""

    def make(sql=HEADER, cypher=None, statement=SQL, twin=CYPHER):
        for folder, suffix, mark, lines, text in (
            ("sql", "sql", "--", sql, statement),
            ("cypher", "cypher", "//", cypher or sql, twin),
        ):
            (tmp_path / folder).mkdir()
            head = "".join(f"{mark} {line}\n" for line in lines)
            (tmp_path / folder / f"who.{suffix}").write_text(head + "\n" + text, encoding="utf-8")
        return questions.catalogue(tmp_path / "sql", tmp_path / "cypher")

    return make


def test_two_files_are_a_question(pair):
    question = pair()["who"]
    assert question.doc == "Who is there."
    assert question.fields == ("node", "node_id")
    assert [tuple(parameter) for parameter in question.parameters] == [
        ("label", "text", None, True)
    ]
    assert typed(question, {"label": "Topic"}) == {"label": "Topic"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("colour: red", "who.sql:5: no key colour"),
        ("doc: Again.", "who.sql:5: a second doc"),
        ("column: n thing", "who.sql:5: no such kind of column: thing"),
        ("column: n", "who.sql:5: no such kind of column: n"),
        ("parameter: n date = null", "who.sql:5: no such kind of parameter: date"),
        ("parameter: n text = x", "who.sql:5: the default of n is not JSON"),
        ("parameter: n text = null", "who.sql:5: the parameter n is not used"),
        ("filters: colour", "who.sql:5: no such filter: colour"),
        ("filters: agency", "who.sql:5: agency needs a parameter agency"),
        ("filters: projection", "who.sql:5: projection needs a parameter types"),
    ],
)
def test_a_line_that_says_nothing_known(pair, line, says):
    with pytest.raises(HeaderError, match=says):
        pair([*HEADER, line])


@pytest.mark.parametrize("gone", ["name", "doc", "column"])
def test_a_header_without_its_essentials(pair, gone):
    with pytest.raises(HeaderError, match=f"who.sql:1: the header has no {gone}"):
        pair([line for line in HEADER if not line.startswith(gone)])


def test_the_name_is_the_files_name(pair):
    with pytest.raises(HeaderError, match=r"who.sql:1: them is not the file's name"):
        pair(["name: them", *HEADER[1:]])


def test_an_undeclared_parameter_is_refused_where_it_stands(pair):
    with pytest.raises(HeaderError, match=r"who.sql:7: the parameter limit is not declared"):
        pair(statement=SQL + "LIMIT :limit\n")


def test_an_undeclared_parameter_in_cypher(pair):
    with pytest.raises(HeaderError, match=r"who.cypher:7: the parameter limit is not declared"):
        pair(twin=CYPHER + "LIMIT $limit\n")


def test_what_looks_like_a_parameter_in_words_is_none(pair):
    said = "-- :no\nAND id <> ':no' AND id <> \":no\" /* :no */\n"
    unsaid = "// $no\nAND n.id <> '$no\\'$no' AND n.id <> \"$no\" /* $no */\n"
    assert pair(statement=SQL + said, twin=CYPHER + unsaid)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("node node", "node text", "who.cypher:4: its columns differ from who.sql"),
        ("there", "here", "who.cypher:2: its doc differ from who.sql"),
        ("label text", "label integer", "who.cypher:3: its parameters differ from who.sql"),
    ],
)
def test_twins_that_differ(pair, old, new, says):
    with pytest.raises(HeaderError, match=says):
        pair(cypher=[line.replace(old, new) for line in HEADER])


def test_a_question_without_its_twin(pair, tmp_path):
    pair()
    (tmp_path / "cypher" / "who.cypher").unlink()
    with pytest.raises(HeaderError, match=r"who.sql:1: there is no who.cypher beside it"):
        questions.catalogue(tmp_path / "sql", tmp_path / "cypher")


CATALOGUE = questions.catalogue()
IN_CYPHER = questions.in_cypher()


def test_the_catalogue_is_whole():
    gaps = ["absent", "apart", "no-agency", "outside", "single-agency", "unanswered", "unserved"]
    overlaps = ["activities", "agencies", "objectives", "topics"]
    assert questions.kinds("gaps") == [f"gaps-{kind}" for kind in gaps]
    assert questions.kinds("overlaps") == [f"overlaps-{kind}" for kind in overlaps]
    assert questions.kinds("nothing") == []
    assert {"partners", "evidence", *questions.kinds("gaps")} <= set(CATALOGUE)
    assert set(IN_CYPHER) >= {*CATALOGUE, "path"}
    assert "schema" not in IN_CYPHER


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_a_statement_gives_the_columns_of_its_header(question):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(files("partnergraph.store").joinpath("schema.sql").read_text())
        parameters = {p.name: "[]" if p.kind == "list" else p.default for p in question.parameters}
        cursor = connection.execute(question.statement, parameters)
        assert cursor.fetchall() == []
        given = [name for column in question.columns for name in column.given]
        assert [name for name, *_ in cursor.description] == given


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_defaults_are_the_vocabularys(question):
    defaults = {parameter.name: parameter.default for parameter in question.parameters}
    assert defaults.get("types", types_of("work")) == types_of("work")
    assert defaults.get("doing", types_of("doing")) == types_of("doing")
    assert defaults.get("who", "agency") == "agency"
    assert defaults.get("inferred", False) is False


@pytest.mark.parametrize("question", IN_CYPHER.values(), ids=IN_CYPHER)
def test_a_cypher_file_shows_the_line_to_paste_and_reads_only_our_own(question):
    lines = question.statement.splitlines()
    if question.parameters:
        assert f"// {param_line(question)}" in lines
    statement = "\n".join(line for line in lines if not line.startswith("//"))
    assert "Partnergraph" in statement
    for word in ("CREATE", "MERGE", "DELETE", "SET "):
        assert word not in statement


def test_a_path_in_cypher_leaves_out_what_the_vocabulary_calls_weak():
    defaults = {p.name: p.default for p in IN_CYPHER["path"].parameters}
    assert defaults["without"] == list(vocabulary().of_kind("weak"))


def test_a_folder_that_is_nowhere():
    with pytest.raises(PartnergraphError, match="this folder is missing"):
        resources.folder("no-such-folder")
    assert (resources.folder("seeds") / "gfmd-2007-activities-matrix.txt").is_file()
