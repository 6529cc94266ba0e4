"""Agencies by topics and the like, people, instruments, what two papers say, who stands between."""

import pytest

from partnergraph.questions import ask
from partnergraph.records.model import Node

KNOWS = "HAS_EXPERTISE_IN"


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


@pytest.fixture
def store(graph):
    return graph(
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:undp {KNOWS} activity:m/1 m",
        f"agency:undp {KNOWS} activity:m/2 m",
        f"agency:ilo {KNOWS} activity:m/2 m",
        "activity:m/1 UNDER topic:m/a m",
        "activity:m/2 UNDER topic:m/b m",
        "activity:m/1 PURSUES objective:gcm-1 m",
        "activity:n/1 UNDER topic:n/a n",
        "organisation:ngo LED activity:n/1 n",
        "activity:n/1 LOCATED_IN country:mli n",
        m=[KNOWS],
    )


def test_agencies_by_topic_and_what_an_empty_cell_means(store):
    answer = ask(store, "matrix-topic", document="document:m")
    assert told(answer, "agency_id", "topic_id", "count", "absence") == [
        ("agency:ilo", "topic:m/a", 0, "none"),
        ("agency:ilo", "topic:m/b", 1, None),
        ("agency:iom", "topic:m/a", 1, None),
        ("agency:iom", "topic:m/b", 0, "none"),
        ("agency:undp", "topic:m/a", 1, None),
        ("agency:undp", "topic:m/b", 1, None),
    ]
    ngo = ask(store, "matrix-topic", agency="organisation:ngo")
    assert told(ngo, "topic_id", "count", "absence") == [
        ("topic:m/a", 0, "not recorded"),
        ("topic:m/b", 0, "not recorded"),
        ("topic:n/a", 1, None),
    ]
    assert answer.columns == ("agency", "agency_id", "topic", "topic_id", "count", "absence")


@pytest.mark.parametrize(
    ("by", "thing", "agency"),
    [
        ("objective", "objective:gcm-1", "agency:iom"),
        ("country", "country:mli", "organisation:ngo"),
        ("document", "document:n", "organisation:ngo"),
    ],
)
def test_agencies_by_other_things(store, by, thing, agency):
    answer = ask(store, f"matrix-{by}", agency=agency)
    cells = dict(told(answer, f"{by}_id", "count"))
    assert cells[thing] == 1


def test_who_spoke_where_for_whom(graph):
    store = graph(
        "person:ana SPOKE_AT session:m/1 m",
        "person:ana AFFILIATED_WITH country:mex m",
        "person:li MODERATED session:m/1 m",
        "person:li AFFILIATED_WITH agency:iom m",
        nodes=[Node("person:ana", "Person", "Ana", {"role": "Minister"})],
    )
    columns = ("person", "role", "bodies_id", "spoke_id", "moderated_id", "documents_id")
    assert told(ask(store, "people"), *columns) == [
        ("Ana", "Minister", ["country:mex"], ["session:m/1"], [], ["document:m"]),
        ("The person li", None, ["agency:iom"], [], ["session:m/1"], ["document:m"]),
    ]
    assert told(ask(store, "people", agency="agency:iom"), "person_id") == [("person:li",)]
    assert ask(store, "people", document="document:n").rows == []
    empty = ask(graph("agency:iom LED activity:m/1 m"), "people").empty
    assert empty == (
        "there is nothing to count: no people in the graph; it takes a published programme or the "
        "summary of a meeting"
    )


def test_what_papers_cite(graph):
    store = graph(
        "session:m/1 CITES instrument:gcm m",
        "session:n/1 CITES instrument:gcm n",
        "session:n/1 CITES instrument:agenda n",
        "session:n/1 CITES agency:iom n",
    )
    assert told(ask(store, "instruments"), "instrument_id", "cited", "by_id", "documents_id") == [
        ("instrument:gcm", 2, ["session:m/1", "session:n/1"], ["document:m", "document:n"]),
        ("instrument:agenda", 1, ["session:n/1"], ["document:n"]),
    ]
    alone = ask(store, "instruments", document=["document:m"])
    assert told(alone, "instrument_id", "cited") == [("instrument:gcm", 1)]


def test_what_two_documents_say_alike(graph):
    store = graph(
        "country:esp LED activity:m/1 m",
        "country:esp LED activity:m/1 n",
        "country:mar LED activity:m/1 m",
        "country:mar LED activity:m/1 n inferred",
        "country:esp MENTIONED_IN document:m m",
    )
    answer = ask(store, "corroborated")
    assert told(answer, "type", "source_id", "target_id", "said", "documents_id") == [
        ("LED", "country:esp", "activity:m/1", 2, ["document:m", "document:n"])
    ]
    assert ask(store, "corroborated", agency="country:mar").rows == []


def test_who_stands_between_two(store):
    ends = {"one": "agency:iom", "other": "agency:ilo"}
    answer = ask(store, "between", **ends)
    assert told(answer, "broker_id", "with_one_id", "with_other_id", "activities") == [
        ("agency:undp", ["activity:m/1"], ["activity:m/2"], 2)
    ]
    assert answer.rows[0]["documents_id"] == ["document:m"]
    none = ask(store, "between", one="agency:iom", other="organisation:ngo")
    assert none.empty == "nobody is on activities with both"
