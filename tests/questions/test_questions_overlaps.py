"""Overlaps: who is on the same activities, what is pursued twice, which topics are served alike."""

import pytest

from partnergraph.questions import ask

KNOWS = "HAS_EXPERTISE_IN"


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


@pytest.fixture
def roles(graph):
    """Three activities of IOM and UNDP: both do one, both know one, on one their roles differ."""
    return graph(
        "agency:iom LED activity:m/1 m",
        "agency:undp ORGANISED activity:m/1 m",
        "agency:undp FUNDS activity:m/1 m",
        f"agency:iom {KNOWS} activity:m/2 m",
        f"agency:undp {KNOWS} activity:m/2 m",
        "agency:iom IMPLEMENTS activity:m/3 m",
        f"agency:undp {KNOWS} activity:m/3 m",
        "agency:iom IMPLEMENTS activity:m/4 m",
        "agency:unhcr FUNDS activity:m/4 m",
        "country:bgd LED activity:m/4 m",
    )


COLUMNS = ("a", "b", "shared", "jaccard", "together", "expertise")


def test_listed_with_expertise_is_not_worked_together(roles):
    answer = ask(roles, "overlaps-agencies")
    assert told(answer, *COLUMNS) == [("IOM", "UNDP", 3, 0.75, 1, 1)]
    assert "need not have worked together" in answer.projection


def test_a_funder_is_no_partner_unless_money_is_asked_for(roles):
    assert "UNHCR" not in str(ask(roles, "overlaps-agencies").rows)
    answer = ask(roles, "overlaps-agencies", projection="money")
    assert told(answer, *COLUMNS) == [
        ("IOM", "UNDP", 1, 0.3333, 1, 0),
        ("IOM", "UNHCR", 1, 0.3333, 0, 0),
    ]
    assert "who pays is not the partner" in answer.projection


def test_a_projection_counts_its_own_kind_alone(roles):
    doing = ask(roles, "overlaps-agencies", projection="doing")
    assert told(doing, *COLUMNS) == [("IOM", "UNDP", 1, 0.3333, 1, 0)]
    expertise = ask(roles, "overlaps-agencies", projection="expertise")
    assert told(expertise, *COLUMNS) == [("IOM", "UNDP", 1, 0.5, 0, 1)]


def test_any_stakeholder_when_asked(roles):
    answer = ask(roles, "overlaps-agencies", who="any", agency="country:bgd")
    assert told(answer, "a", "b_id", "shared") == [("IOM", "country:bgd", 1)]
    assert ask(roles, "overlaps-agencies", agency="country:bgd").rows == []


def test_activities_with_many_agencies(roles):
    answer = ask(roles, "overlaps-activities")
    assert told(answer, "activity_id", "agencies", "who", "who_id") == [
        ("activity:m/1", 2, ["IOM", "UNDP"], ["agency:iom", "agency:undp"]),
        ("activity:m/2", 2, ["IOM", "UNDP"], ["agency:iom", "agency:undp"]),
        ("activity:m/3", 2, ["IOM", "UNDP"], ["agency:iom", "agency:undp"]),
    ]


def test_the_same_objective_in_two_places(graph):
    store = graph(
        "activity:a/1 PURSUES objective:gcm-1 a",
        "activity:a/1 UNDER topic:a/1a a",
        "topic:a/1a PART_OF roundtable:a/1 a",
        "activity:b/1 PURSUES objective:gcm-1 b",
        "activity:b/1 UNDER topic:b/2b b",
        "topic:b/2b PART_OF roundtable:b/2 b",
        "activity:b/2 PURSUES objective:gcm-2 b",
    )
    columns = ("objective_id", "activities", "topics", "roundtables", "documents")
    assert told(ask(store, "overlaps-objectives"), *columns) == [("objective:gcm-1", 2, 2, 2, 2)]
    assert ask(store, "overlaps-objectives", roundtable="roundtable:b/2").rows == []
    assert ask(store, "overlaps-objectives", document="document:a").empty == (
        "no objective is pursued twice (counted: 1 objective that an activity pursues in a.txt); "
        "1 row is left out by --document"
    )


def test_topics_served_by_the_same_agencies(graph):
    store = graph(
        *(f"agency:{who} {KNOWS} activity:m/{n} m" for n in (1, 2) for who in ("iom", "undp")),
        f"agency:unhcr {KNOWS} activity:m/2 m",
        f"agency:unodc {KNOWS} activity:m/3 m",
        *(f"activity:m/{n} UNDER topic:m/{n} m" for n in (1, 2, 3)),
    )
    answer = ask(store, "overlaps-topics")
    assert told(answer, "a_id", "b_id", "shared", "jaccard") == [
        ("topic:m/1", "topic:m/2", 2, 0.6667)
    ]
    assert ask(store, "overlaps-topics", agency="agency:unhcr").rows == []
    assert len(ask(store, "overlaps-topics", topic="topic:m/2").rows) == 1


def test_names_with_quotes_accents_and_emptiness_come_back_as_they_are(graph):
    from partnergraph.records.model import Node

    odd = [
        Node("organisation:a", "Organisation", 'L\'"Œuvre" [1] 移住 \N{GLOBE WITH MERIDIANS}'),
        Node("organisation:b", "Organisation", "; DROP TABLE node; --", {"acronym": ""}),
    ]
    store = graph(
        "organisation:a LED activity:m/1 m", "organisation:b LED activity:m/1 m", nodes=odd
    )
    assert ask(store, "overlaps-activities").rows[0]["who"] == [odd[0].name, ""]
