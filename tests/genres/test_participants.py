"""Lists of participants: lines, tables with and without a header, groups, who was not there."""

from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document

Facts = set[tuple[str, str, str]]


def read(page: Path, text: str, *types: str) -> Facts:
    page.write_text(text, encoding="utf-8")
    graph = read_document(page)[1].finish()
    names = {n.id: n.properties.get("acronym", n.name) for n in (*graph.nodes, graph.document)}
    found = {(e.type, names[e.source], names[e.target]) for e in graph.edges}
    return {fact for fact in found if fact[0] in types}


MEETING = "Sixth Consultation of the Lakes Dialogue on Mobility"
LINES = f"""\
{MEETING}
Bujumbura, 9-10 May 2023

LIST OF PARTICIPANTS

BURUNDI
  Mr. Désiré NKUNZI, Director General, Ministry of Public Security (Chair)

INTERNATIONAL ORGANIZATIONS

IOM
  Ms. Greta HOLM, Chief of Mission

Apologies were received from Kenya and UNHCR.
"""


def test_people_and_whom_they_come_from_took_part(tmp_path: Path) -> None:
    assert read(tmp_path / "page.txt", LINES, "ATTENDED", "LED") == {
        ("ATTENDED", "Burundi", MEETING),
        ("ATTENDED", "Désiré NKUNZI", MEETING),
        ("ATTENDED", "IOM", MEETING),
        ("ATTENDED", "Greta HOLM", MEETING),
        ("LED", "Désiré NKUNZI", MEETING),
    }


def test_a_person_is_of_the_body_printed_and_of_the_state_above(tmp_path: Path) -> None:
    assert read(tmp_path / "page.txt", LINES, "AFFILIATED_WITH") == {
        ("AFFILIATED_WITH", "Désiré NKUNZI", "Ministry of Public Security"),
        ("AFFILIATED_WITH", "Désiré NKUNZI", "Burundi"),
        ("AFFILIATED_WITH", "Greta HOLM", "IOM"),
    }


@pytest.mark.parametrize("header", ["", "| Country | Name | Function |\n|---|---|---|\n"])
def test_rows_with_and_without_a_header(tmp_path: Path, header: str) -> None:
    table = header or "| Mali | Mr. Ousmane Traoré | Adviser |\n|---|---|---|\n"
    text = f"""\
# Regional Seminar on Statistics

## List of participants

{table}| Senegal | Ms. Awa Diop | Director, National Statistics Agency |
| Niger | - | not represented |
"""
    found = read(tmp_path / "page.md", text, "ATTENDED")
    came = {source for _, source, _ in found}
    assert {"Senegal", "Awa Diop"} <= came
    assert not came & {"Niger", "Name", "Country"}
    assert ("Mali" in came) == (not header)


def test_bands_say_how_those_below_them_took_part(tmp_path: Path) -> None:
    text = """\
# Budapest Process

## List of participants

| CO-CHAIR | | |
|---|---|---|
| HUNGARY | Mr Gábor SZENTESI | Adviser |
| OBSERVERS | | |
| SWITZERLAND | Ms Chantal REBETEZ | State Secretariat for Migration |
"""
    found = read(tmp_path / "page.md", text, "LED", "ATTENDED", "MEMBER_OF")
    assert ("MEMBER_OF", "Hungary", "Budapest Process") in found
    assert not any(type == "MEMBER_OF" and "Switzerland" in who for type, who, _ in found)
    assert {who for type, who, _ in found if type == "ATTENDED"} == {
        "Switzerland", "Chantal REBETEZ",
    }  # fmt: skip


GROUP = """\
BUDAPEST PROCESS
Working Group on the Silk Routes Region
14th Meeting
Baku, 3-4 October 2023

LIST OF PARTICIPANTS

CHAIR

TÜRKİYE           Ms Selin AKARSU              Director, Presidency of Migration Management
                  Mr Emre DOĞANAY              Expert

SECRETARIAT

ICMPD             Ms Violeta WAGNER            Head of Unit
                  Mr Radu IVANESCU             Project Officer
"""


def test_a_secretariat_attends_and_a_groups_chair_chairs_its_meeting_alone(tmp_path: Path) -> None:
    found = read(tmp_path / "page.txt", GROUP, "LED", "ORGANISED", "MEMBER_OF", "ATTENDED")
    assert {(type, who) for type, who, _ in found} == {
        ("LED", "Türkiye"),
        ("LED", "Selin AKARSU"),
        ("ATTENDED", "Emre DOĞANAY"),
        ("ATTENDED", "ICMPD"),
        ("ATTENDED", "Violeta WAGNER"),
        ("ATTENDED", "Radu IVANESCU"),
        ("MEMBER_OF", "ICMPD"),
    }


DELEGATIONS = """\
{title}
Arequipa, 4 June 2021

{participants}

{states}

Ecuador
{indent}1. Ms. Rosa TAMAYO, Consul, Ministry of Foreign Affairs

Peru
{indent}2. Mr. Juan QUISPE, Adviser
{indent}3. Mr. Luis PAZ, Analyst

{observers}

UNHCR
{indent}4. Ms. Karin BLOM, Officer

{others}

Lamp and Bell Foundation
{indent}5. Mr. Oscar VERA, Director

{absent}: Chile; Ms. Eva LUNA (Radio Puna)
"""
FORMS = [
    (
        "Third Session of the Andean Round on Consulates",
        (
            "PARTICIPANTS",
            "MEMBER STATES",
            "OBSERVER",
            "NON-GOVERNMENTAL ORGANIZATIONS",
            "Apologies",
        ),
    ),
    (
        "Fourth Meeting of the Andean Forum on Consulates",
        ("Participants", "Member States", "Observers", "Non-governmental organisations", "Regrets"),
    ),
    (
        "Segunda reunión sobre consulados",
        ("PARTICIPANTES", "ESTADOS MIEMBROS", "OBSERVADORES", "SOCIEDAD CIVIL", "Se excusaron"),
    ),
]


@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize(("title", "heads"), FORMS)
def test_numbered_people_below_whom_they_come_from(
    tmp_path: Path, title: str, heads: tuple[str, ...], indent: str
) -> None:
    keys = ("participants", "states", "observers", "others", "absent")
    text = DELEGATIONS.format(title=title, indent=indent, **dict(zip(keys, heads, strict=True)))
    found = read(tmp_path / "page.txt", text, "ATTENDED", "AFFILIATED_WITH")
    people = {
        "Rosa TAMAYO": "Ecuador",
        "Juan QUISPE": "Peru",
        "Luis PAZ": "Peru",
        "Karin BLOM": "UNHCR",
        "Oscar VERA": "Lamp and Bell Foundation",
    }
    came = {*people, *people.values()}
    assert {fact for fact in found if fact[0] == "ATTENDED"} == {
        ("ATTENDED", who, title) for who in came
    }
    assert {fact for fact in found if fact[0] == "AFFILIATED_WITH"} == {
        *(("AFFILIATED_WITH", *each) for each in people.items()),
        ("AFFILIATED_WITH", "Rosa TAMAYO", "Ministry of Foreign Affairs"),
    }
