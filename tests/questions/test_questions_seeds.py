"""The questions on the five documents: what the matrix is known to hold."""

import pytest

from partnergraph.questions import ask
from partnergraph.questions.path import path

MATRIX = "document:gfmd-2007-activities-matrix"


@pytest.fixture
def matrix(seeds):
    def put(name, **filters):
        return ask(seeds, name, document=MATRIX, **filters)

    return put


def test_who_is_on_activities_with_whom(matrix):
    rows = matrix("overlaps-agencies").rows
    assert [(row["a"], row["b"], row["shared"]) for row in rows] == [
        ("IOM", "UNDP", 28),
        ("IOM", "UNHCR", 19),
        ("IOM", "UNFPA", 11),
        ("UNFPA", "UNHCR", 7),
        ("IOM", "UNODC", 6),
        ("UNDP", "UNFPA", 6),
        ("UNDP", "UNHCR", 5),
        ("UN-DESA", "UNDP", 4),
        ("IOM", "UN-DESA", 3),
        ("UNFPA", "UNODC", 3),
        ("UN-DESA", "UNFPA", 2),
        ("UNHCR", "UNODC", 2),
        ("UN-DESA", "UNHCR", 1),
    ]
    assert {(row["shared"] - row["expertise"], row["together"]) for row in rows} == {(0, 0)}
    assert rows[0]["jaccard"] == round(28 / 63, 4)


def test_who_never_meets(seeds):
    rows = ask(seeds, "gaps-apart").rows
    proven = [(row["a"], row["b"]) for row in rows if row["absence"] == "none"]
    assert sorted(proven) == [("UN-DESA", "UNODC"), ("UNDP", "UNODC")]
    assert {row["absence"] for row in rows[2:]} <= {"not recorded"}


def test_what_rests_on_one_agency(seeds, matrix):
    assert matrix("gaps-single-agency").total == 19
    assert ask(seeds, "gaps-single-agency").total == 19
    assert {row["absence"] for row in matrix("gaps-single-agency").rows} == {"none"}
    assert matrix("gaps-unserved").rows == []


def test_an_objective_of_a_note_is_not_recorded(seeds):
    rows = {row["objective_id"]: row for row in ask(seeds, "gaps-unserved").rows}
    assert rows["objective:gcm-16"]["absence"] == "not recorded"


def test_every_section_lacks_somebody(matrix):
    answer = matrix("gaps-absent")
    assert answer.total == 16
    assert all(row["here"] + row["missing"] == 6 for row in answer.rows)


def test_two_objectives_are_pursued_twice(matrix):
    assert [row["activities"] for row in matrix("overlaps-objectives").rows] == [2, 2]


def test_filters_by_part_sum_up(seeds, matrix):
    parts = [
        matrix(
            "overlaps-activities", roundtable=f"roundtable:gfmd-2007-activities-matrix/{n}"
        ).total
        for n in (1, 2, 3)
    ]
    assert sum(parts) == matrix("overlaps-activities").total
    assert all(parts)


def test_all_recommendations_are_unanswered(seeds):
    rows = ask(seeds, "gaps-unanswered").rows
    assert {row["absence"] for row in rows} == {"not recorded"}
    assert sum(row["kind"] == "Recommendation" for row in rows) == 81


def test_an_answer_names_its_sources_and_their_dates(seeds):
    answer = ask(seeds, "gaps-apart")
    assert len(answer.sources) == 5
    assert MATRIX in [source.id for source in answer.sources]
    assert [s.file for s in ask(seeds, "gaps-apart", document=MATRIX).sources] == [
        "gfmd-2007-activities-matrix.txt"
    ]


def test_two_agencies_that_never_meet_are_connected_by_a_third(seeds):
    assert path(seeds, "agency:undp", "agency:unodc").length == 4
    found = path(seeds, "agency:undp", "agency:unodc", only=["HAS_EXPERTISE_IN"])
    assert found.length == 4
    assert found.hops[1].source == found.hops[2].source == "agency:iom"
    for hop in found.hops:
        assert [item.document for item in hop.evidence] == [MATRIX]
        assert hop.source.partition(":")[2].upper() in hop.evidence[0].quote
