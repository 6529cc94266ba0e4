"""Every Cypher file runs as it is, in Cypher 5 and 25, in the driver and in cypher-shell."""

import re
import subprocess
from pathlib import Path

import pytest

from partnergraph import resources
from partnergraph.neo4j.cypher import parameters, run, script
from partnergraph.neo4j.push import prepare, push
from partnergraph.neo4j.server.jars import jars, main_class
from partnergraph.neo4j.server.java import java
from partnergraph.neo4j.statements import statements
from partnergraph.neo4j.store import Neo4jStore
from partnergraph.questions import catalogue, in_cypher
from partnergraph.questions.answer import answers, typed
from partnergraph.questions.check import param_line
from partnergraph.store.sqlite import SqliteStore

SHELL = Path(__file__).with_name("cypher-shell-5.26.30.lock")
ARGUMENTS = {
    "agency": "agency:iom",
    "stakeholder": "agency:iom",
    "document": "document:gfmd-2008-roundtable-themes",
    "one": "roundtable:gfmd-2007-activities-matrix/1",
    "other": "roundtable:gfmd-2007-activities-matrix/2",
    "source": "agency:iom",
    "target": "agency:undp",
    "type": "LED",
}
FURTHER = sorted(in_cypher().keys() - catalogue().keys() - {"path"})


@pytest.fixture(scope="module")
def seeds_in_neo4j(databases, neo4j, login):
    with SqliteStore(databases["seeds"]) as one, Neo4jStore(neo4j.uri, login) as store:
        with store.driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
        push(one, store)
        yield store


def given(question):
    needed = {p.name: ARGUMENTS[p.name] for p in question.parameters if p.required}
    return typed(question, needed)


def rows(store, name, **more):
    question = in_cypher()[name]
    return list(answers(store, question, given(question) | more))


@pytest.fixture(scope="module")
def languages(seeds_in_neo4j):
    ((versions,),) = seeds_in_neo4j.run(
        "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions"
    )
    return ["", "CYPHER 5 "] + ([] if versions[0].startswith("5.") else ["CYPHER 25 "])


@pytest.mark.parametrize("name", sorted(in_cypher()))
def test_it_runs_in_every_language_without_notices(seeds_in_neo4j, neo4j, languages, login, name):
    from neo4j import GraphDatabase

    question = in_cypher()[name]
    with GraphDatabase.driver(neo4j.uri, auth=login[:2]) as driver, driver.session() as session:
        for language in languages:
            result = session.run(language + question.statement, given(question))
            assert result.keys() == [given for column in question.columns for given in column.given]
            notices = {
                (one.raw_classification, one.status_description)
                for one in result.consume().gql_status_objects
                if one.is_notification and one.raw_classification != "UNRECOGNIZED"
            }
            assert not notices


def test_further_questions_there_are_six():
    assert len(FURTHER) == 6


@pytest.mark.parametrize("name", sorted(in_cypher()))
def test_the_header_shows_the_line_to_paste(name):
    question = in_cypher()[name]
    assert f"// {param_line(question)}\n" in question.statement


def test_agencies_by_topic(seeds_in_neo4j):
    found = {
        (row["agency"], row["topic_id"][-2:]): row["activities"]
        for row in rows(seeds_in_neo4j, "agencies-by-topic")
    }
    assert found["IOM", "1h"] == 5
    assert sum(count for (agency, _), count in found.items() if agency == "UN-DESA") == 4


def test_brokers(seeds_in_neo4j, seeds):
    on = {}
    for edge in seeds.edges(
        types=[
            "HAS_EXPERTISE_IN",
            "LED",
            "ORGANISED",
            "CONDUCTED",
            "PREPARED",
            "IMPLEMENTS",
            "EXTENDS",
        ]
    ):
        if edge.target.startswith("activity:") and edge.source.startswith(
            ("agency:", "organisation:")
        ):
            on.setdefault(edge.source, set()).add(edge.target)
    meets = {a: {b for b in on if b != a and on[a] & on[b]} for a in on}
    expected = {}
    for broker, near in meets.items():
        pairs = sum(1 for a in near for b in near if a < b and b not in meets[a])
        if pairs:
            expected[broker] = (pairs, len(near))
    found = rows(
        seeds_in_neo4j,
        "brokers",
        types=sorted({"HAS_EXPERTISE_IN", "LED", "ORGANISED", "CONDUCTED", "PREPARED"}),
    )
    assert {row["broker_id"]: (row["pairs"], row["meets"]) for row in found} == expected
    assert expected["agency:iom"][0] >= 2


def test_between(seeds_in_neo4j, seeds):
    edge = next(edge for edge in seeds.edges(types=["PURSUES"]))
    (row,) = rows(seeds_in_neo4j, "said-of-two", one=edge.target, other=edge.source)
    assert (row["type"], row["source_id"], row["target_id"]) == (
        "PURSUES",
        edge.source,
        edge.target,
    )
    assert row["quote"] == edge.evidence[0].quote


def test_inferred(seeds_in_neo4j, seeds):
    expected = {
        (edge.type, edge.source, edge.target)
        for edge in seeds.edges()
        if all(item.basis == "inferred" for item in edge.evidence)
    }
    found = rows(seeds_in_neo4j, "inferred")
    assert {(row["type"], row["source_id"], row["target_id"]) for row in found} == expected
    assert {"SAME_AS"} <= {row["type"] for row in found}
    assert all(row["methods"] for row in found)


def test_instruments_cited(seeds_in_neo4j, seeds):
    cited = {}
    for edge in seeds.edges(types=["CITES"]):
        if edge.target.startswith("instrument:"):
            cited.setdefault(edge.target, set()).add(edge.source)
    found = rows(seeds_in_neo4j, "instruments")
    assert {row["instrument_id"]: set(row["by_id"]) for row in found} == cited
    assert [row["cited"] for row in found] == sorted(
        (len(by) for by in cited.values()), reverse=True
    )


def test_people(seeds_in_neo4j):
    found = rows(seeds_in_neo4j, "people")
    assert len(found) == 17
    assert all(row["bodies"] or row["spoke"] or row["moderated"] for row in found)


def test_portfolio(seeds_in_neo4j):
    found = rows(seeds_in_neo4j, "portfolio", stakeholder="agency:un-desa")
    assert len(found) == 4
    assert all(row["roles"] == ["HAS_EXPERTISE_IN"] for row in found)
    assert all(row["documents"] == ["gfmd-2007-activities-matrix.txt"] for row in found)
    assert all(len(row["under"]) == 1 for row in found)


def test_said_by_document(seeds_in_neo4j, seeds):
    expected = sum(
        item.document == ARGUMENTS["document"]
        for edge in seeds.edges()
        if edge.type not in ("RECORDED_IN", "MENTIONED_IN")
        for item in edge.evidence
    )
    assert len(rows(seeds_in_neo4j, "said-by-document")) == expected > 20


def test_shared_by_roundtables(seeds_in_neo4j):
    found = {row["shared"]: row for row in rows(seeds_in_neo4j, "shared-by-roundtables")}
    assert found["IOM"]["kind"] == "Agency"
    assert found["IOM"]["in_one"] + found["IOM"]["in_other"] <= 62


def test_cypher_shell_runs_every_file_as_it_is(seeds_in_neo4j, neo4j, login):
    texts = []
    for path in sorted(resources.folder("cypher").glob("*.cypher")):
        text = path.read_text(encoding="utf-8")
        texts += re.findall(r"^// (:param .*)$", text, re.MULTILINE)
        texts.append(f"RETURN '{path.stem}' AS file;\n{text.rstrip().removesuffix(';')};")
    class_path = ":".join(map(str, jars(SHELL)))
    done = subprocess.run(
        [
            java(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            class_path,
            main_class(SHELL),
            "-a",
            neo4j.uri,
            "-u",
            "neo4j",
            "--format",
            "plain",
            "--fail-fast",
        ],
        input="\n".join(texts) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={"NEO4J_PASSWORD": login.password, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("WARNING: ")]
    assert (done.returncode, said) == (0, [])
    names = [line.strip('"') for line in done.stdout.splitlines() if line.startswith('"')]
    assert set(in_cypher()) | {"schema"} <= set(names)


def test_the_schema_can_be_run_again(seeds_in_neo4j):
    prepare(seeds_in_neo4j)
    prepare(seeds_in_neo4j)
    found = list(seeds_in_neo4j.run("SHOW CONSTRAINTS YIELD name, type RETURN name, type"))
    assert [name for name, _ in found] == ["partnergraph_id"]


def test_statements_end_at_a_semicolon_outside_of_words():
    text = "RETURN ';', \"a;\", `b;` /* ; */; // ;\n\n RETURN 2 ;\n// end;\n;"
    found = list(statements(text))
    assert [one.text.strip() for one in found] == [
        "RETURN ';', \"a;\", `b;` /* ; */",
        "// ;\n\n RETURN 2",
    ]
    assert found[1].lines_before == 0


def test_corroborated(empty, databases):
    with SqliteStore(databases["odd"]) as odd:
        push(odd, empty)
        expected = {
            (edge.type, edge.source, edge.target)
            for edge in odd.edges()
            if edge.type not in ("RECORDED_IN", "MENTIONED_IN")
            and len({item.document for item in edge.evidence if item.basis == "stated"}) > 1
        }
    found = rows(empty, "corroborated")
    assert {(row["type"], row["source_id"], row["target_id"]) for row in found} == expected
    assert len(expected) > 10


def test_a_value_of_every_kind_is_plain(empty):
    text = """
        CREATE (a:Odd {id: 'a', at: datetime('2024-05-06T07:08:09Z'), d: duration('P1DT2H')})
        CREATE (b:Odd {id: 'b', p: point({x: 1, y: 2}), day: date('2024-05-06')})
        CREATE p = (a)-[:ODD {n: 9223372036854775807}]->(b)
        RETURN a, b, p, 0.0 / 0.0 AS nan, [1, [2, {x: null}]] AS deep"""
    ((columns, found),) = [(c, list(r)) for c, r in run(empty, script(text, "-e"), {}, write=True)]
    (row,) = found
    assert columns == ("a", "b", "p", "nan", "deep")
    assert row["a"] == {
        "labels": ["Odd"],
        "id": "a",
        "at": "2024-05-06T07:08:09.000000000+00:00",
        "d": "P1DT2H",
    }
    assert row["b"]["day"] == "2024-05-06"
    assert row["p"][2] == {"type": "ODD", "source": "a", "target": "b", "n": 2**63 - 1}
    assert (row["nan"], row["deep"]) == ("nan", [1, [2, {"x": None}]])


def test_parameters_without_a_header_are_json_or_text():
    given = {"a": "1", "b": "[1, 2]", "c": "IOM", "d": '"1"', "e": "null"}
    assert parameters(script("RETURN 1", "-e"), given) == {
        "a": 1,
        "b": [1, 2],
        "c": "IOM",
        "d": "1",
        "e": None,
    }
