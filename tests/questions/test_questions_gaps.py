"""Gaps: what nobody serves, what rests on one, who never meets; `none` is not `not recorded`."""

import pytest

from partnergraph.errors import UsageError
from partnergraph.questions import ask

KNOWS, DOES = "HAS_EXPERTISE_IN", "IMPLEMENTS"


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


def test_an_objective_nobody_is_on_is_a_gap_of_its_documents_kind(graph):
    store = graph(
        "activity:m/1 PURSUES objective:m/alone m",
        "activity:m/2 PURSUES objective:m/served m",
        f"agency:iom {KNOWS} activity:m/2 m",
        "question:n/1 ASKS_ABOUT objective:gcm-1 n",
        m=[KNOWS, "PURSUES"],
    )
    answer = ask(store, "gaps-unserved")
    assert told(answer, "objective_id", "absence", "documents") == [
        ("objective:m/alone", "none", ["m.txt"]),
        ("objective:gcm-1", "not recorded", ["n.txt"]),
    ]
    assert answer.rows[0]["objective"] == "The objective m/alone"
    assert answer.rows[0]["why"] == "listed with its activities, with nobody on them: m.txt"
    assert answer.rows[1]["why"] == "no document that has it lists who is on activities: n.txt"


def test_a_document_that_covers_something_else_proves_no_absence(graph):
    store = graph("activity:m/1 PURSUES objective:m/1 m", m=["PURSUES"])
    assert told(ask(store, "gaps-unserved"), "absence") == [("not recorded",)]


def test_the_projection_decides_who_is_on_it_and_what_covers_it(graph):
    store = graph(
        "activity:m/1 PURSUES objective:m/1 m", f"agency:iom {KNOWS} activity:m/1 m", m=[KNOWS]
    )
    assert ask(store, "gaps-unserved").rows == []
    answer = ask(store, "gaps-unserved", projection="doing")
    assert told(answer, "objective_id", "absence") == [("objective:m/1", "not recorded")]
    assert answer.projection == "who does an activity; only what documents say outright"


def test_who_contributes_to_an_objective_serves_it(graph):
    store = graph(
        "agency:iom CONTRIBUTES_TO objective:x/1 x",
        "country:bgd CONTRIBUTES_TO objective:x/2 x",
        "activity:x/1 PURSUES objective:x/3 x",
    )
    assert told(ask(store, "gaps-unserved"), "objective_id") == [
        ("objective:x/2",),
        ("objective:x/3",),
    ]
    assert told(ask(store, "gaps-unserved", who="any"), "objective_id") == [("objective:x/3",)]
    assert told(ask(store, "gaps-single-agency"), "objective_id", "agency", "activities") == [
        ("objective:x/1", "IOM", 0)
    ]


def test_an_inferred_link_serves_nothing_unless_asked(graph):
    store = graph(
        "activity:m/1 PURSUES objective:m/1 m", f"agency:iom {KNOWS} activity:m/1 m inferred"
    )
    assert told(ask(store, "gaps-unserved"), "objective_id") == [("objective:m/1",)]
    answer = ask(store, "gaps-unserved", inferred=True)
    assert answer.rows == []
    assert answer.projection.endswith("what was inferred, too")


def test_an_organisation_that_is_no_body_serves_nothing(graph):
    from partnergraph.records.model import Node

    programme = Node("organisation:p", "Organisation", "P", {"kind": "programme"})
    store = graph(
        "activity:m/1 PURSUES objective:m/1 m",
        "organisation:p IMPLEMENTS activity:m/1 m",
        nodes=[programme],
    )
    assert len(ask(store, "gaps-unserved").rows) == 1


@pytest.fixture
def one_or_two(graph):
    return graph(
        "activity:m/1 PURSUES objective:m/one m",
        "activity:m/2 PURSUES objective:m/one m",
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:iom {KNOWS} activity:m/2 m",
        f"agency:iom {DOES} activity:m/2 m",
        "activity:m/1 UNDER topic:m/1a m",
        "topic:m/1a PART_OF roundtable:m/1 m",
        "activity:m/3 PURSUES objective:m/two m",
        f"agency:iom {KNOWS} activity:m/3 m",
        "activity:m/3 UNDER topic:m/1a m",
        "activity:m/4 PURSUES objective:m/two m",
        f"agency:undp {KNOWS} activity:m/4 m",
        "activity:m/4 UNDER topic:m/2a m",
        "topic:m/2a PART_OF roundtable:m/2 m",
        m=[KNOWS],
    )


def test_an_objective_that_rests_on_one_agency(one_or_two):
    answer = ask(one_or_two, "gaps-single-agency")
    assert told(answer, "objective_id", "agency", "agency_id", "activities", "absence") == [
        ("objective:m/one", "IOM", "agency:iom", 2, "none")
    ]
    assert answer.total == 1


def test_filters_apply_before_counting(one_or_two):
    answer = ask(one_or_two, "gaps-single-agency", roundtable="roundtable:m/1")
    assert told(answer, "objective_id", "agency", "activities") == [
        ("objective:m/one", "IOM", 1),
        ("objective:m/two", "IOM", 1),
    ]
    answer = ask(one_or_two, "gaps-single-agency", topic="topic:m/2a")
    assert told(answer, "objective_id", "agency") == [("objective:m/two", "UNDP")]
    assert ask(one_or_two, "gaps-single-agency", agency="agency:undp").rows == []
    assert len(ask(one_or_two, "gaps-single-agency", agency="agency:iom").rows) == 1
    assert ask(one_or_two, "gaps-single-agency", topic="topic:no/such").rows == []


def test_a_document_filter_counts_only_what_that_document_says(graph):
    store = graph(
        "activity:x/1 PURSUES objective:gcm-1 a",
        f"agency:iom {KNOWS} activity:x/1 a",
        f"agency:undp {KNOWS} activity:x/1 b",
        "activity:x/1 PURSUES objective:gcm-1 b",
    )
    assert ask(store, "gaps-single-agency").rows == []
    answer = ask(store, "gaps-single-agency", document="document:b")
    assert told(answer, "agency", "documents") == [("UNDP", ["b.txt"])]


def test_pairs_that_never_meet(graph):
    store = graph(
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:undp {KNOWS} activity:m/1 m",
        f"agency:unodc {KNOWS} activity:m/2 m",
        "activity:m/1 UNDER topic:m/1a m",
        "activity:m/2 UNDER topic:m/1a m",
        "organisation:atikha IMPLEMENTS activity:n/1 n",
        "agency:silent MENTIONED_IN document:m m",
        m=[KNOWS],
    )
    answer = ask(store, "gaps-apart")
    assert told(answer, "a", "b", "topics", "absence") == [
        ("IOM", "UNODC", 1, "none"),
        ("UNDP", "UNODC", 1, "none"),
        ("IOM", "The organisation atikha", 0, "not recorded"),
        ("UNDP", "The organisation atikha", 0, "not recorded"),
        ("UNODC", "The organisation atikha", 0, "not recorded"),
    ]
    assert answer.rows[0]["why"] == "both listed, never on the same activity: m.txt"
    assert answer.rows[2]["why"] == "no document that lists who is on activities has both"
    only = ask(store, "gaps-apart", agency="agency:undp")
    assert told(only, "a_id", "b_id") == [
        ("agency:undp", "agency:unodc"),
        ("agency:undp", "organisation:atikha"),
    ]


def test_a_limit_does_not_change_the_count(graph):
    store = graph(*(f"agency:a{n} {KNOWS} activity:m/{n} m" for n in range(5)))
    answer = ask(store, "gaps-apart", limit=3)
    assert (len(answer.rows), answer.total) == (3, 10)
    assert len(ask(store, "gaps-apart", limit=0).rows) == 10


def test_topic_by_topic_who_is_there_and_who_is_not(graph):
    store = graph(
        f"agency:undp {KNOWS} activity:m/1 m",
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:unodc {KNOWS} activity:m/2 m",
        "activity:m/1 UNDER topic:m/1a m",
        "activity:m/2 UNDER topic:m/1b m",
        "activity:m/3 UNDER topic:m/1c m",
        "organisation:ngo IMPLEMENTS activity:n/1 n",
        "activity:n/1 UNDER topic:n/1 n",
        m=[KNOWS],
    )
    answer = ask(store, "gaps-absent")
    assert told(answer, "topic_id", "present", "absent", "here", "missing") == [
        ("topic:m/1a", ["IOM", "UNDP"], ["UNODC"], 2, 1),
        ("topic:m/1b", ["UNODC"], ["IOM", "UNDP"], 1, 2),
        ("topic:m/1c", [], ["IOM", "UNDP", "UNODC"], 0, 3),
    ]
    assert answer.rows[0]["present_id"] == ["agency:iom", "agency:undp"]
    assert {row["absence"] for row in answer.rows} == {"none"}
    assert told(ask(store, "gaps-absent", agency="agency:unodc"), "topic_id") == [
        ("topic:m/1a",),
        ("topic:m/1c",),
    ]


def test_countries_outside_every_mechanism(graph):
    store = graph(
        "country:bgd MEMBER_OF rcp:bali-process m stated member",
        "country:fra MEMBER_OF organisation:gfmd m stated member",
        "country:phl MENTIONED_IN document:n n",
        "country:aus MEMBER_OF rcp:bali-process n inferred",
        m=["MEMBER_OF"],
    )
    answer = ask(store, "gaps-outside")
    assert told(answer, "country_id", "absence") == [
        ("country:fra", "none"),
        ("country:aus", "not recorded"),
        ("country:phl", "not recorded"),
    ]
    assert "country:aus" not in [
        row["country_id"] for row in ask(store, "gaps-outside", inferred=True).rows
    ]


def test_what_no_activity_addresses(graph):
    store = graph(
        "recommendation:m/a1 UNDER topic:m/a m",
        "recommendation:m/a2 UNDER topic:m/a m",
        "activity:m/1 ADDRESSES recommendation:m/a2 m",
        "question:n/1.1 UNDER question:n/1 n",
        "question:n/1 UNDER roundtable:n/1 n",
        m=["ADDRESSES"],
    )
    answer = ask(store, "gaps-unanswered")
    assert told(answer, "item_id", "kind", "absence") == [
        ("recommendation:m/a1", "Recommendation", "none"),
        ("question:n/1", "Question", "not recorded"),
        ("question:n/1.1", "Question", "not recorded"),
    ]
    within = ask(store, "gaps-unanswered", roundtable="roundtable:n/1")
    assert told(within, "item_id") == [("question:n/1",), ("question:n/1.1",)]


def test_an_empty_answer_says_that_there_is_nothing_to_count(graph):
    store = graph(f"agency:iom {KNOWS} activity:m/1 m", "recommendation:n/1 UNDER topic:n/1 n")
    asked = ask(store, "gaps-unserved")
    assert asked.counted == 0
    assert asked.empty == (
        "there is nothing to count: no objectives in the graph; it takes a results framework, "
        "a matrix of objectives or a paper that lists its objectives"
    )
    asked = ask(store, "gaps-unanswered", document="document:m")
    assert asked.empty == (
        "there is nothing to count: no recommendations or questions in m.txt; it takes a summary "
        "with recommendations or a note with guiding questions; 1 row is left out by --document"
    )
    asked = ask(store, "gaps-outside", document="document:m")
    assert asked.empty.startswith("there is nothing to count: no countries in m.txt; it takes ")


def test_an_empty_answer_says_over_how_many_it_was_counted(graph):
    store = graph("activity:m/1 PURSUES objective:m/1 m", f"agency:iom {KNOWS} activity:m/1 m")
    asked = ask(store, "gaps-unserved")
    assert (asked.counted, asked.left_out) == (1, ())
    assert asked.empty == "somebody is recorded on every objective (counted: 1 objective)"
    asked = ask(store, "gaps-no-agency")
    assert asked.empty == "somebody is recorded on every activity (counted: 1 activity)"


def test_an_empty_answer_says_what_an_option_leaves_out(graph):
    store = graph(
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:undp {KNOWS} activity:m/2 m",
        "country:esp LED activity:m/3 m",
        m=[KNOWS],
    )
    asked = ask(store, "gaps-apart", agency="country:esp")
    assert asked.empty.startswith(
        "The country esp (country) is not counted, agencies and organisations are; "
    )
    assert [(item.option, item.rows) for item in asked.left_out] == [
        ("counting agencies and organisations alone", 2),
        ("--agency", 1),
    ]
    assert asked.left_out[0].instead == {"agency": "country:esp", "who": "any"}
    assert len(ask(store, "gaps-apart", **asked.left_out[0].instead).rows) == 2
    nobody = ask(store, "gaps-apart", agency="agency:iom", document="document:none")
    assert nobody.empty.startswith("IOM is on nothing that was counted in document:none; ")


def test_a_projection_that_no_document_lists_counts_nothing(graph):
    store = graph(
        f"agency:iom {KNOWS} activity:m/1 m",
        "activity:m/1 UNDER topic:m/1 m",
        f"agency:undp {KNOWS} activity:m/2 m",
        "activity:m/2 UNDER topic:m/2 m",
        m=[KNOWS],
    )
    asked = ask(store, "gaps-absent", projection="doing")
    assert asked.empty.startswith("there is nothing to count: no topics of documents that list who")
    assert [(item.option, item.rows) for item in asked.left_out] == [("--counting doing", 2)]


def test_activities_that_record_nobody(graph):
    store = graph(
        "activity:m/1 UNDER topic:m/1 m",
        "country:esp LED activity:m/2 m",
        "activity:n/1 UNDER topic:n/1 n",
        "agency:iom FUNDS activity:n/1 n",
        m=["LED"],
    )
    assert told(ask(store, "gaps-no-agency"), "activity_id", "absence") == [
        ("activity:m/1", "none"),
        ("activity:n/1", "not recorded"),
    ]
    money = ask(store, "gaps-no-agency", projection="money")
    assert told(money, "activity_id") == [("activity:m/1",)]


def test_what_is_the_same_is_followed_when_inferred_links_count(graph):
    store = graph(
        "recommendation:m/1 UNDER roundtable:m/1 m",
        "roundtable:m/1 SAME_AS roundtable:n/1 m inferred",
    )
    asked = {"roundtable": "roundtable:n/1"}
    assert ask(store, "gaps-unanswered", **asked).rows == []
    assert told(ask(store, "gaps-unanswered", inferred=True, **asked), "item_id") == [
        ("recommendation:m/1",)
    ]


def test_several_documents_topics_and_roundtables(graph):
    store = graph(
        "recommendation:m/1 UNDER topic:m/1 m",
        "recommendation:n/1 UNDER topic:n/1 n",
        "recommendation:o/1 UNDER topic:o/1 o",
    )
    both = ask(store, "gaps-unanswered", document=["document:m", "document:o"])
    assert told(both, "item_id") == [("recommendation:m/1",), ("recommendation:o/1",)]
    assert [source.file for source in both.sources] == []
    under = ask(store, "gaps-unanswered", topic=("topic:n/1", "topic:o/1"))
    assert told(under, "item_id") == [("recommendation:n/1",), ("recommendation:o/1",)]


def test_every_gap_tells_absence_and_why(seeds):
    from partnergraph.questions import kinds

    for name in kinds("gaps"):
        for row in ask(seeds, name).rows:
            assert row["absence"] in ("none", "not recorded")
            assert len(row["why"]) > 20


@pytest.mark.parametrize(
    ("name", "filters", "says"),
    [
        (
            "gaps-nothing",
            {},
            "no such question; use one of between, corroborated, evidence, gaps-absent",
        ),
        ("../gaps-apart", {}, "no such question"),
        (
            "gaps-unserved",
            {"agency": "agency:iom"},
            "gaps-unserved takes no such filter; use one of",
        ),
        ("gaps-outside", {"who": "any"}, "gaps-outside takes no such filter"),
        (
            "gaps-apart",
            {"who": "everybody"},
            "this is not who can be asked for; use one of agency, any",
        ),
        ("gaps-apart", {"projection": "fun"}, "no such projection; use one of work, doing"),
        ("partners", {}, "it needs stakeholder"),
    ],
)
def test_what_a_question_does_not_take_is_refused(graph, name, filters, says):
    store = graph(f"agency:iom {KNOWS} activity:m/1 m")
    with pytest.raises(UsageError, match=says) as refused:
        ask(store, name, **filters)
    assert refused.value.exit_code == 2
