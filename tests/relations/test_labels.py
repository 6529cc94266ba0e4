"""Labels: cards, fact sheets, actions, recommendations with how they were answered."""

import textwrap

import pytest

from partnergraph.pipeline.load import read_document


@pytest.fixture
def read(tmp_path):
    """What a page says: its facts by names, its nodes by name."""

    def of(text, name="page.md"):
        page = tmp_path / name
        page.write_text(textwrap.dedent(text).strip() + "\n", encoding="utf-8")
        found = read_document(page)[1].finish()
        nodes = (*found.nodes, found.document)
        names = {node.id: node.properties.get("acronym", node.name) for node in nodes}
        facts = {
            (names[edge.source], edge.type, names[edge.target])
            for edge in found.edges
            if edge.type not in ("RECORDED_IN", "MENTIONED_IN", "CITES")
        }
        return facts, {node.name: node for node in found.nodes}

    return of


def test_the_cells_of_a_fact_sheet_are_labels_of_what_the_title_names(read):
    facts, nodes = read("""
        # Project fact sheet: Safe Harbour, for fishers

        | | | | |
        |---|---|---|---|
        | Project title | Safe Harbour | Status | Ongoing |
        | Coordinating agency | ILO | Donors | European Union; Norway |
        | Countries | Cambodia | Previous partner | Viet Nam Seamen's Bureau |
        """)
    assert facts == {
        ("ILO", "LED", "Safe Harbour"),
        ("EU", "FUNDS", "Safe Harbour"),
        ("Norway", "FUNDS", "Safe Harbour"),
        ("Safe Harbour", "LOCATED_IN", "Cambodia"),
    }
    assert nodes["Safe Harbour"].properties["status"] == "ongoing"


def test_an_action_names_who_does_it_in_brackets(read):
    facts, nodes = read(
        """
        Minutes of the Task Force on Health

        Action: Send the inventory to all members (UNICEF, by 1 March)
        Action: Translate the course (UNFPA with PAHO, by June)
        Action: Find a reviewer (TBC)
        """,
        "page.txt",
    )
    assert facts == {
        ("UNICEF", "IMPLEMENTS", "Send the inventory to all members"),
        ("UNFPA", "IMPLEMENTS", "Translate the course"),
        ("PAHO", "CONTRIBUTES_TO", "Translate the course"),
    }
    assert nodes["Translate the course"].properties["status"] == "planned"


def test_key_actions_address_the_recommendation_above_them(read):
    facts, nodes = read("""
        # Management response

        Evaluation recommendation 1: Build the capacity of local partners in all countries

        Management response: Partially accepted

        | Key action | Responsible |
        |---|---|
        | Assess the needs of partners | UNICEF |
        """)
    advice = "Build the capacity of local partners in all countries"
    assert ("Assess the needs of partners", "ADDRESSES", advice) in facts
    assert ("UNICEF", "IMPLEMENTS", "Assess the needs of partners") in facts
    assert nodes[advice].properties["response"] == "partially accepted"


def test_numbered_lines_are_what_the_labels_below_them_are_about(read):
    facts, _ = read("""
        # Plan de trabajo de la Red

        **1.1 Ventanilla única de títulos**
        - Líder: Colombia
        - Con el apoyo de: UNESCO

        **1.2 Taller sobre competencias**
        - A cargo de: OIT
        """)
    doing = {fact for fact in facts if fact[1] != "PART_OF"}
    assert {(who, type) for who, type, _ in doing} == {
        ("Colombia", "LED"),
        ("UNESCO", "CONTRIBUTES_TO"),
        ("ILO", "IMPLEMENTS"),
    }
    assert len({thing for _, _, thing in doing}) == 2


def test_an_office_with_its_body_in_brackets_is_the_body(read):
    facts, _ = read("""
        # Efficiencies and improvements

        Work Package 31

        Leads: Under-Secretary-General (UNICEF), Administrator (UNDP)
        """)
    assert {(who, type) for who, type, _ in facts} >= {("UNICEF", "LED"), ("UNDP", "LED")}


def test_the_town_behind_a_body_does_nothing(read):
    facts, _ = read("""
        # Programme: Bridges

        Implementing partner: PPMI Group, Vilnius, Lithuania
        """)
    assert {who for who, type, _ in facts if type == "IMPLEMENTS"} == {"PPMI Group"}


FACT_SHEETS = {
    "en": """
        PROJECT FACT SHEET

        Title of the project       Safe Harbour
        Implemented by             Crews' Rest Foundation
        Funded by                  Austria
        In partnership with        Highway Chaplains
        Commissioned by            Council of Islands
        Host of the project        Ministry of Roads
        Status                     Ongoing

        Summary

        The project trains crews.
        """,
    "fr": """
        FICHE DE PROJET

        Titre du projet          Safe Harbour
        Exécuté par              Crews' Rest Foundation
        Financé par              Autriche
        Avec l'appui de          Highway Chaplains
        Commandité par           Council of Islands
        Hôte                     Ministry of Roads
        Statut                   en cours
        """,
    "es": """
        FICHA DEL PROYECTO

        Título                   Safe Harbour
        Ejecutado por            Crews' Rest Foundation
        Financiado por           Austria
        Con el apoyo de          Highway Chaplains
        Encargado por            Council of Islands
        Sede                     Ministry of Roads
        Duración                 2021-2023
        """,
}


@pytest.mark.parametrize("language", FACT_SHEETS)
def test_labels_of_a_fact_sheet_in_two_columns_may_end_in_a_small_word(read, language):
    facts, _ = read(FACT_SHEETS[language], "page.txt")
    assert {(who, type) for who, type, what in facts if what == "Safe Harbour"} >= {
        ("Crews' Rest Foundation", "IMPLEMENTS"),
        ("Austria", "FUNDS"),
        ("Highway Chaplains", "CONTRIBUTES_TO"),
        ("Council of Islands", "ACCOUNTABLE_FOR"),
    }
    assert len({who for who, type, _ in facts if type in ("IMPLEMENTS", "FUNDS")}) == 2


def test_what_a_groups_label_promises_is_no_card_of_who_leads_it(read):
    facts, _ = read(
        """
        Lagoon Forum

        Working Group 1: Wages
        Co-chairs: Senegal and Togo
        Members: Benin; Guild of Clerks
        Deliverables: A common questionnaire; a wage table

        Working Group 2: Pensions
        Chair: Ghana
        """,
        "page.txt",
    )
    group = "Working Group 1: Wages"
    assert {fact for fact in facts if fact[0] == group or fact[2] == group} == {
        ("Senegal", "MEMBER_OF", group),
        ("Togo", "MEMBER_OF", group),
        ("Benin", "MEMBER_OF", group),
        ("Guild of Clerks", "MEMBER_OF", group),
        (group, "IMPLEMENTS", "A common questionnaire"),
        (group, "IMPLEMENTS", "a wage table"),
    }
