"""The same graph gives the same answers from a file and from Neo4j."""

import random
from itertools import islice

import pytest

from partnergraph.exchange import jsonl
from partnergraph.picture.page import page
from partnergraph.picture.request import Request
from partnergraph.picture.subgraph import Scope
from partnergraph.questions import ask, catalogue, in_cypher
from partnergraph.questions.path import paths
from partnergraph.questions.projection import PROJECTIONS
from partnergraph.questions.search import search

LABELS = {
    "agency": ("Agency", "Organisation", "Country"),
    "roundtable": ("Roundtable",),
    "topic": ("Topic",),
    "country": ("Country",),
    "document": ("Document",),
}
TIMES = 5


def chosen(draw, store, question):
    """Some of a question's filters, with values of the graph, and all that it needs."""
    values = {
        key: [n.id for name in names for n in store.nodes(label=name)]
        for key, names in LABELS.items()
    }
    values |= {"who": ["any"], "projection": list(PROJECTIONS), "inferred": [True]}
    given = {
        name: draw.choice(values[name])
        for name in question.filters
        if values.get(name) and draw.random() < 0.35
    }
    for name in SEVERAL & given.keys():
        if draw.random() < 0.5:
            given[name] = sorted({given[name], draw.choice(values[name])})
    if question.name == "between":
        given |= dict(zip(("one", "other"), draw.sample(values["agency"], 2), strict=True))
    if question.name in ("partners", "portfolio"):
        given["stakeholder"] = draw.choice(values["agency"])
    if question.name in ("evidence", "path"):
        edge = draw.choice(list(store.edges()))
        given |= {"source": edge.source, "type": edge.type, "target": edge.target}
    return given


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_has_the_same_answer(twins, name):
    one, other = twins
    draw = random.Random(name)
    for turn in range(TIMES):
        given = chosen(draw, one, catalogue()[name]) if turn or name in NEEDY else {}
        mine, theirs = ask(one, name, **given), ask(other, name, **given)
        assert mine.rows == theirs.rows, given
        assert mine == theirs, given


NEEDY = ("between", "partners", "portfolio", "evidence", "path")
SEVERAL = {"roundtable", "topic", "country", "document"}


def test_the_whole_graph_is_the_same(twins):
    one, other = twins
    assert list(jsonl.lines(one)) == list(jsonl.lines(other))
    assert one.counts() == other.counts()
    assert one.loaded() == other.loaded()
    for loaded in one.loaded():
        document = loaded.document.id
        assert one.skipped(document) == other.skipped(document)
        assert one.lines(document) == other.lines(document)


def test_the_picture_is_the_same(twins):
    request = Request(Scope(), title="twins")
    mine, theirs = (page(store, request) for store in twins)
    assert mine == theirs


def test_the_picture_of_a_part_is_the_same(twins):
    one, _ = twins
    document = one.loaded()[0].document.id
    topic = next(one.nodes(label="Topic")).id
    for scope in (Scope((topic,), 2), Scope(topics=(topic,)), Scope(documents=(document,))):
        mine, theirs = (page(store, Request(scope, title="twins")) for store in twins)
        assert mine == theirs


def test_paths_are_the_same_hop_by_hop(twins):
    one, _ = twins
    draw = random.Random(3)
    ids = [node.id for node in one.nodes()]
    found = set()
    for _ in range(25):
        ends = draw.sample(ids, 2)
        options = draw.choice(
            [
                {},
                {"inferred": True},
                {"max_hops": 3},
                {"weak": True},
                {"only": ["UNDER", "PART_OF", "DISCUSSES"]},
                {"without": ["UNDER", "CITES"]},
            ]
        )
        mine, theirs = (list(islice(paths(store, *ends, **options), 20)) for store in twins)
        assert mine == theirs, (ends, options)
        found.add(mine[0].length)
    assert len(found) > 2


def test_the_path_that_runs_in_browser_is_as_long(twins):
    one, other = twins
    draw = random.Random(5)
    ids = [node.id for node in one.nodes()]
    question = in_cypher()["path"]
    for _ in range(10):
        source, target = draw.sample(ids, 2)
        defaults = {p.name: p.default for p in question.parameters}
        given = defaults | {"source": source, "target": target}
        rows = list(other.run(question.statement, given))
        (expected,) = islice(paths(one, source, target), 1)
        assert len(rows) == (expected.length or 0)


def test_links_of_things_are_the_same(twins):
    one, other = twins
    ids = random.Random(4).sample([node.id for node in one.nodes()], 20)
    for id in ids:
        assert list(one.edges([id])) == list(other.edges([id]))
        assert list(one.edges([id], ["CITES", "UNDER"])) == list(
            other.edges([id], ["CITES", "UNDER"])
        )
    assert list(one.nodes([*ids, "no:such", ids[0]])) == list(
        other.nodes([*ids, "no:such", ids[0]])
    )
    steps = [set(store.steps(ids, ["UNDER", "PART_OF"], True)) for store in twins]
    assert steps[0] == steps[1]


@pytest.mark.parametrize(
    "text",
    [
        "IOM",
        "migration",
        "bali process",
        "ＡＣＲＯ",
        "",
        "…",
        "|",
        "🌍",
        "Côte",
        "no such",
        "a",
        "réintégration",
        "improving remittances",
    ],
)
def test_names_find_the_same(twins, text):
    one, other = twins
    assert one.find(text) == other.find(text)
    assert one.find(text, ["Agency", "Topic"]) == other.find(text, ["Agency", "Topic"])
    assert search(one, text) == search(other, text)
    assert search(one, text, ["Topic", "Activity"]) == search(other, text, ["Topic", "Activity"])


COMMANDS = [
    ["info"],
    ["gaps"],
    ["gaps", "--kind", "apart", "--agency", "UNODC"],
    ["gaps", "--kind", "absent", "--document", "gfmd-2007-activities-matrix"],
    ["overlaps"],
    ["overlaps", "--kind", "agencies", "--limit", "3"],
    ["partners", "IOM", "--limit", "5"],
    ["partners", "Spain"],
    ["matrix", "--by", "document"],
    ["between", "UNODC", "UN-DESA"],
    ["people"],
    ["gaps", "--kind", "outside", "--document", "gfmd-2007-activities-matrix"],
    ["export", "jsonl", "--around", "UNODC"],
    ["path", "UNODC", "UN-DESA"],
    ["path", "UNODC", "UNHCR", "--all", "--without", "CITES"],
    ["path", "UNODC", "Bangladesh", "--only", "UNDER"],
    ["show", "Bali Process"],
    ["search", "remittances"],
    ["export", "jsonl"],
    ["export", "graphml"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_the_same(cli, neo4j, seeds_db, seeded, words):
    forms = ["table", "json"] if words[0] != "export" else [None]
    for form in forms:
        more = ["--format", form] if form else []
        mine = cli(*words, *more, "--db", seeds_db)
        theirs = cli(*words, *more, "--db", neo4j.uri)
        assert (theirs.returncode, theirs.stdout) == (mine.returncode, mine.stdout)
        assert theirs.stderr == mine.stderr.replace(str(seeds_db), neo4j.uri)
        assert mine.stdout or "nothing connects" in mine.stderr or "no rows: " in mine.stderr


@pytest.fixture(scope="module")
def seeded(neo4j, login, seeds_db, request):
    from partnergraph.neo4j.push import push
    from partnergraph.neo4j.store import Neo4jStore
    from partnergraph.store.sqlite import SqliteStore

    with SqliteStore(seeds_db) as one, Neo4jStore(neo4j.uri, login) as other:
        with other.driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
        push(one, other)
