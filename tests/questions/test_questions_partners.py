"""With whom, on what, in which roles, and who says so."""

import pytest

from partnergraph.cli.partners import sections
from partnergraph.questions import ask

KNOWS = "HAS_EXPERTISE_IN"


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


@pytest.fixture
def store(graph):
    return graph(
        "agency:iom LED activity:m/1 m",
        f"agency:iom {KNOWS} activity:m/1 n",
        "agency:undp ORGANISED activity:m/1 n",
        "activity:m/1 UNDER topic:m/a m",
        f"agency:iom {KNOWS} activity:m/2 m",
        f"agency:undp {KNOWS} activity:m/2 m",
        "country:bgd LED activity:m/2 m",
        "agency:unhcr FUNDS activity:m/2 m",
        "organisation:ngo PARTNERS_WITH agency:iom n",
        "agency:undp LED activity:m/3 m",
        "agency:unodc LED activity:m/3 m",
    )


def test_partners_and_how_they_are_partners(store):
    answer = ask(store, "partners", stakeholder="agency:iom")
    assert told(answer, "partner", "activity_id", "how", "own_roles", "their_roles") == [
        ("UNDP", "activity:m/1", "both in a doing role", [KNOWS, "LED"], ["ORGANISED"]),
        ("UNDP", "activity:m/2", "both listed with expertise", [KNOWS], [KNOWS]),
        (
            "The organisation ngo",
            None,
            "partners, as stated",
            ["PARTNERS_WITH"],
            ["PARTNERS_WITH"],
        ),
    ]


def test_who_says_so(store):
    first, _, last = ask(store, "partners", stakeholder="agency:iom").rows
    assert (first["topics"], first["topics_id"]) == (["The topic m/a"], ["topic:m/a"])
    assert first["documents"] == ["m.txt", "n.txt"]
    assert first["evidence"] == ["document:m line 1", "document:n line 1"]
    assert (last["topics"], last["evidence"]) == ([], ["document:n line 1"])


def test_filters(store):
    def partners(**filters):
        return told(ask(store, "partners", stakeholder="agency:iom", **filters), "partner_id")

    assert partners(projection="expertise") == [("agency:undp",)]
    assert partners(projection="money") == [("agency:undp",), ("organisation:ngo",)]
    assert partners(topic="topic:m/a") == [("agency:undp",)]
    assert partners(document="document:m") == [("agency:undp",)]
    assert ("country:bgd",) in partners(who="any")
    countries = ask(store, "partners", stakeholder="country:bgd")
    assert told(countries, "partner", "how") == [
        ("IOM", "in different roles"),
        ("UNDP", "in different roles"),
    ]


def test_nobody_is_an_answer(store):
    answer = ask(store, "partners", stakeholder="country:fra")
    assert (answer.rows, answer.empty) == ([], "nobody is recorded on an activity with it")


def test_the_words_of_one_relationship(store):
    asked = {"source": "agency:iom", "type": "LED", "target": "activity:m/1"}
    assert ask(store, "evidence", **asked).rows == [
        {
            "document": "m.txt",
            "document_id": "document:m",
            "locator": "line 1",
            "quote": "agency:iom … activity:m/1",
            "method": "test",
            "basis": "stated",
        }
    ]


def test_partners_as_stated_share_no_activity_in_the_table(graph):
    led = [f"agency:{body} LED activity:d/1 d" for body in ("iom", "undp")]
    store = graph("agency:iom PARTNERS_WITH agency:undp d", *led)
    answer = ask(store, "partners", stakeholder="agency:iom")
    assert [section.name for section in sections(answer)] == [
        "UNDP, both in a doing role: 1 activity",
        "UNDP, partners, as stated",
    ]
