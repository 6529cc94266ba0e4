"""With whom, on what, in which roles, and who says so."""

import pytest

from partnergraph.cli.partners import sections
from partnergraph.questions import ask
from partnergraph.records.model import Node

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
    assert answer.rows == []
    assert answer.empty == (
        "there is nothing to count: no things that it is on in the graph; it takes a matrix of "
        "activities, a sheet or a paper that says who does what"
    )
    alone = ask(store, "partners", stakeholder="agency:unodc", projection="expertise")
    assert [(item.option, item.rows) for item in alone.left_out] == [("--counting expertise", 1)]


def test_of_a_country_or_an_organisation_all_stakeholders_count(graph):
    store = graph(
        "country:esp PREPARED activity:m/1 m",
        "country:mar PREPARED activity:m/1 m",
        "organisation:ngo LED activity:m/2 m",
        "country:mar LED activity:m/2 m",
        "agency:iom LED activity:m/2 m",
    )

    def partners(one, **filters):
        return told(ask(store, "partners", stakeholder=one, **filters), "partner_id")

    assert partners("country:esp") == [("country:mar",)]
    assert partners("country:esp", who="agency") == []
    assert partners("organisation:ngo") == [("agency:iom",), ("country:mar",)]
    assert partners("agency:iom") == [("organisation:ngo",)]


def test_a_programme_a_paper_and_a_meeting_of_two_make_partners(graph):
    programme = Node("organisation:programme", "Organisation", "A programme", {"kind": "programme"})
    store = graph(
        "agency:iom CONTRIBUTES_TO organisation:programme m",
        "agency:undp CONTRIBUTES_TO organisation:programme m",
        "agency:iom PREPARED document:paper m",
        "agency:ilo PREPARED document:paper m",
        "agency:iom CO_FACILITATED session:m/1 m",
        "agency:who HOSTED session:m/1 m",
        "agency:iom LED activity:m/1 m",
        "agency:fao CONTRIBUTES_TO activity:m/1 m",
        "agency:wfp ACCOUNTABLE_FOR activity:m/1 m",
        nodes=[programme],
    )
    answer = ask(store, "partners", stakeholder="agency:iom")
    assert told(answer, "partner", "activity_id", "how") == [
        ("FAO", "activity:m/1", "one does it, the other supports it"),
        ("ILO", "document:paper", "both in a doing role"),
        ("UNDP", "organisation:programme", "both support it"),
        ("WFP", "activity:m/1", "one is accountable for it"),
        ("WHO", "session:m/1", "both in a doing role"),
    ]


def test_several_things_named_as_one_are_not_said_to_be_done_together(graph):
    evaluations = Node("activity:m/1", "Activity", "evaluations of the UK and the Alliance")
    store = graph(
        "country:gbr CONDUCTED activity:m/1 m",
        "organisation:alliance CONDUCTED activity:m/1 m",
        nodes=[evaluations],
    )
    answer = ask(store, "partners", stakeholder="country:gbr")
    assert told(answer, "how") == [("each in a doing role, on several things named as one",)]


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
            "cue": "",
            "cue_locator": "",
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
