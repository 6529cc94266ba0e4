"""Questions narrowed to countries: what is in one, is asked of one, or speaks for one."""

import pytest

from partnergraph.questions import ask

KNOWS = "HAS_EXPERTISE_IN"


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in answer.rows]


@pytest.fixture
def store(graph):
    return graph(
        f"agency:iom {KNOWS} activity:m/1 m",
        f"agency:undp {KNOWS} activity:m/1 m",
        f"agency:iom {KNOWS} activity:m/2 m",
        f"agency:unhcr {KNOWS} activity:m/2 m",
        f"agency:ilo {KNOWS} activity:m/3 m",
        "activity:m/1 LOCATED_IN country:mli m",
        "activity:m/2 LOCATED_IN location:agadez m",
        "location:agadez LOCATED_IN country:ner m",
        "activity:m/1 UNDER topic:m/a m",
        "activity:m/2 UNDER topic:m/a m",
        "activity:m/1 PURSUES objective:gcm-1 m",
        "activity:m/2 PURSUES objective:gcm-2 m",
        "recommendation:n/1 DIRECTED_TO country:ner n",
        "recommendation:n/2 DIRECTED_TO country:mli n inferred",
        "recommendation:n/3 DIRECTED_TO agency:iom n",
        "person:ana SPOKE_AT session:n/1 n",
        "person:ana AFFILIATED_WITH country:ner n",
        "person:li SPOKE_AT session:n/1 n",
        "person:li AFFILIATED_WITH agency:iom n",
        m=[KNOWS],
    )


MALI, NIGER = "country:mli", "country:ner"


@pytest.mark.parametrize(
    ("question", "filters", "columns", "rows"),
    [
        ("overlaps-agencies", {"country": MALI}, ("a", "b"), [("IOM", "UNDP")]),
        ("overlaps-agencies", {"country": NIGER}, ("a", "b"), [("IOM", "UNHCR")]),
        (
            "overlaps-agencies",
            {"country": [MALI, NIGER]},
            ("a", "b"),
            [("IOM", "UNDP"), ("IOM", "UNHCR")],
        ),
        ("partners", {"stakeholder": "agency:iom", "country": NIGER}, ("partner",), [("UNHCR",)]),
        ("portfolio", {"stakeholder": "agency:ilo", "country": NIGER}, ("activity",), []),
        ("matrix-topic", {"country": NIGER}, ("agency", "count"), [("IOM", 1), ("UNHCR", 1)]),
        ("gaps-single-agency", {"country": MALI}, ("objective",), []),
        ("gaps-absent", {"country": MALI}, ("topic",), []),
        ("gaps-unserved", {"country": MALI}, ("objective",), []),
        ("gaps-unanswered", {"country": NIGER}, ("item_id",), [("recommendation:n/1",)]),
        ("gaps-unanswered", {"country": MALI}, ("item_id",), []),
        (
            "gaps-unanswered",
            {"country": MALI, "inferred": True},
            ("item_id",),
            [("recommendation:n/2",)],
        ),
        ("gaps-outside", {"country": MALI}, ("country_id",), [(MALI,)]),
        ("people", {"country": NIGER}, ("person_id",), [("person:ana",)]),
        ("between", {"one": "agency:undp", "other": "agency:unhcr"}, ("broker",), [("IOM",)]),
        (
            "between",
            {"one": "agency:undp", "other": "agency:unhcr", "country": MALI},
            ("broker",),
            [],
        ),
    ],
)
def test_only_what_is_in_or_for_a_country(store, question, filters, columns, rows):
    assert told(ask(store, question, **filters), *columns) == rows


def test_an_empty_answer_names_the_country_and_what_it_leaves_out(store):
    answer = ask(store, "gaps-no-agency", country=MALI)
    assert answer.empty == (
        "somebody is recorded on every activity (counted: 1 activity for The country mli)"
    )
    answer = ask(store, "portfolio", stakeholder="agency:ilo", country=NIGER)
    assert answer.empty.endswith("for The country ner; 1 row is left out by --country")


def test_what_two_documents_say_of_a_country(graph):
    store = graph(
        "country:esp LED activity:m/1 m",
        "country:esp LED activity:m/1 n",
        "agency:iom LED activity:m/1 m",
        "agency:iom LED activity:m/1 o",
    )
    found = ask(store, "corroborated", country="country:esp")
    assert told(found, "source_id", "documents_id") == [
        ("country:esp", ["document:m", "document:n"])
    ]
    assert told(ask(store, "corroborated", document="document:o"), "source_id") == [("agency:iom",)]
