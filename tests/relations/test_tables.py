"""Tables: rows as things, who does what for them, what they are part of and pursue."""

import textwrap

import pytest

from partnergraph.pipeline.load import read_document


@pytest.fixture
def facts(tmp_path):
    """What a page in Markdown says, without what every document has."""

    def of(text):
        page = tmp_path / "page.md"
        page.write_text(textwrap.dedent(text), encoding="utf-8")
        read = read_document(page)[1].finish()
        nodes = (*read.nodes, read.document)
        names = {node.id: node.properties.get("acronym", node.name) for node in nodes}
        return {
            (names[edge.source], edge.type, names[edge.target])
            for edge in read.edges
            if edge.type not in ("RECORDED_IN", "MENTIONED_IN", "CITES")
        }

    return of


def test_an_outcome_printed_once_goes_for_the_rows_below_it(facts):
    found = facts("""
        | Outcome | Output | Responsible |
        |---|---|---|
        | Outcome 1. Services are open to all | 1.1 Desks open | IOM |
        | | 1.2 Staff are trained | ILO |
        | Outcome 2. Data are used | 2.1 A survey is run | UNHCR |
        """)
    aim = "Services are open to all"
    assert {("Desks open", "PURSUES", aim), ("Staff are trained", "PURSUES", aim)} <= found
    assert ("A survey is run", "PURSUES", aim) not in found


def test_whom_a_phrase_in_a_cell_parts_off_helps(facts):
    found = facts("""
        | Activity | Responsible |
        |---|---|
        | Open a desk | UN Women (with FAO) |
        | Train staff | IOM with the support of UNHCR |
        """)
    assert found == {
        ("UN Women", "IMPLEMENTS", "Open a desk"),
        ("FAO", "CONTRIBUTES_TO", "Open a desk"),
        ("IOM", "IMPLEMENTS", "Train staff"),
        ("UNHCR", "CONTRIBUTES_TO", "Train staff"),
    }


def test_actions_are_part_of_the_work_package_beside_them(facts):
    found = facts("""
        | Count | Work package | Action | Action text |
        |---|---|---|---|
        | 1 | WP5 | Action 39 | Reconfigure the country teams |
        | 2 | WP5 | Action 40 | Strengthen the system |
        """)
    assert found == {
        ("Reconfigure the country teams", "PART_OF", "WP5"),
        ("Strengthen the system", "PART_OF", "WP5"),
    }


def test_a_table_of_posts_says_who_holds_them(facts):
    found = facts("""
        # Working Group on Data

        | Function | Held by | Until |
        |---|---|---|
        | Chair of the census sub-group | UNFPA | 2023 |
        | Secretariat | IOM | open |
        """)
    assert ("IOM", "MEMBER_OF", "Working Group on Data") in found
    assert ("UNFPA", "MEMBER_OF", "census sub-group") in found


def test_a_row_numbered_on_is_no_section(facts):
    found = facts("""
        | Actividad | Responsable | Fuente de financiamiento |
        |---|---|---|
        | 2.1 Campaña | UNICEF | Suecia |
        | 2.2 Guía para empleadores | | |
        | 2.3 Encuentro | OIT | recursos propios |
        """)
    assert ("Sweden", "FUNDS", "Campaña") in found
    assert not any(type == "UNDER" for _, type, _ in found)
    assert {source for source, type, _ in found if type == "FUNDS"} == {"Sweden"}


def test_the_area_of_a_row_is_its_topic(facts):
    found = facts("""
        | Area | Activity | Lead |
        |---|---|---|
        | Health | Clinics at stations | WHO |
        | Water | | |
        | Shelter | Rent support | UNHCR |
        """)
    assert ("Clinics at stations", "UNDER", "Health") in found
    assert ("Rent support", "UNDER", "Shelter") in found
    assert ("Rent support", "UNDER", "Water") not in found


def test_an_activity_that_stands_alone_in_its_row_is_no_section(facts):
    found = facts("""
        | Activity | Lead | Partner |
        |---|---|---|
        | Border posts | | |
        | Training of judges | IOM | UNODC |
        | Workshop on remittances | | |
        | Develop a manual | | |
        | Study of routes | UNHCR | |
        """)
    under = {thing for thing, kind, topic in found if (kind, topic) == ("UNDER", "Border posts")}
    assert under == {
        "Training of judges",
        "Workshop on remittances",
        "Develop a manual",
        "Study of routes",
    }
