"""Agendas: sessions by their times, breaks that are none, who stands behind *by* and below."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document

Facts = set[tuple[str, str, str]]


@pytest.fixture
def facts(tmp_path: Path) -> Callable[[str], Facts]:
    def read(text: str) -> Facts:
        page = tmp_path / "page.txt"
        page.write_text(text, encoding="utf-8")
        graph = read_document(page)[1].finish()
        names = {n.id: n.properties.get("acronym", n.name) for n in (*graph.nodes, graph.document)}
        return {(e.type, names[e.source], names[e.target]) for e in graph.edges}

    return read


def of(found: Facts, *types: str) -> Facts:
    return {fact for fact in found if fact[0] in types}


AGENDA = """\
Regional Workshop on Seasonal Work
Nairobi, 3 June 2024

Agenda

9.00 a.m.    Welcome remarks by Mr. Sami Odhiambo, Director, Ministry of Labour, Kenya
9.30 a.m.    Opening
             Chair: Uganda
10.00 a.m.   Coffee break (sponsored by Banco de Oro)
10.30 a.m.   Session 2: Contracts
             Moderated by UNHCR
             Panellists: Senegal, Mali and ICMPD
             Rapporteur: Ms. Eva Brandt, University of Vienna
"""


def test_a_time_begins_a_session_and_a_break_is_none(facts: Callable[[str], Facts]) -> None:
    found = facts(AGENDA)
    sessions = {source for type, source, _ in found if type == "PART_OF"}
    assert sessions == {
        "Regional Workshop on Seasonal Work", "Welcome remarks", "Opening", "Contracts",
    }  # fmt: skip


def test_who_spoke_led_and_moderated_where(facts: Callable[[str], Facts]) -> None:
    assert of(facts(AGENDA), "SPOKE_AT", "MODERATED", "LED") == {
        ("SPOKE_AT", "Sami Odhiambo", "Welcome remarks"),
        ("LED", "Uganda", "Opening"),
        ("MODERATED", "UNHCR", "Contracts"),
        ("SPOKE_AT", "Senegal", "Contracts"),
        ("SPOKE_AT", "Mali", "Contracts"),
        ("SPOKE_AT", "ICMPD", "Contracts"),
    }


def test_sessions_side_by_side_keep_their_own(facts: Callable[[str], Facts]) -> None:
    found = facts("""\
Regional Workshop on Seasonal Work

11:00 – 12:00   PARALLEL SESSIONS

                Session 2A: Inspection                    Session 2B: Skills
                Room Tana                                 Room Galana

                Moderator: Ms Hodan Warsame, OHCHR        Moderator: Mr Juma Kiprotich, UNESCO
                Speakers:  Mr Abebe Girma, Ethiopia       Speakers:  Ms Aline Uwase, Rwanda
""")
    assert of(found, "MODERATED", "SPOKE_AT") == {
        ("MODERATED", "Hodan Warsame", "Inspection"),
        ("MODERATED", "Juma Kiprotich", "Skills"),
        ("SPOKE_AT", "Abebe Girma", "Inspection"),
        ("SPOKE_AT", "Aline Uwase", "Skills"),
    }


def test_names_below_a_line_that_says_what_they_are(facts: Callable[[str], Facts]) -> None:
    found = facts("""\
TALLER REGIONAL SOBRE REMESAS

9:00 - 9:15   Palabras de bienvenida
              Sra. Elena Prado, Ministerio de Relaciones Exteriores, Ecuador

9:15 - 10:30  Panel 1: Costos
              Panelistas:
              - Sra. Ana Paz, CEPAL
              - Perú

10:30 - 11:00 Pausa café
""")
    assert of(found, "SPOKE_AT") == {
        ("SPOKE_AT", "Elena Prado", "Palabras de bienvenida"),
        ("SPOKE_AT", "Ana Paz", "Costos"),
        ("SPOKE_AT", "Peru", "Costos"),
    }


def test_sessions_side_by_side_are_no_part_of_each_other(facts: Callable[[str], Facts]) -> None:
    found = facts("""\
Regional Workshop on Seasonal Work

11:00 – 12:00   PARALLEL SESSIONS

                Session 2A: Inspection                    Session 2B: Skills

                Moderator: Ms Hodan Warsame, OHCHR        Moderator: Mr Juma Kiprotich, UNESCO
""")
    wholes = {source: target for _, source, target in of(found, "PART_OF")}
    meeting = "Regional Workshop on Seasonal Work"
    assert set(wholes) == {"Inspection", "Skills", meeting}
    assert set(wholes.values()) == {meeting}


TABLE = """\
# Seminar on Return, Tunis, 4 March 2024

| Time | Session | Speakers |
|---|---|---|
| 9.00 - 9.30 | Opening remarks by the co-chairs | |
| 9.30 - 11.00 | Session 1: Costs | Ms. Ines Duarte, WHO; Senegal |
| 11.00 - 11.15 | Coffee break | |
| 11.15 - 12.30 | Panel 2: Returnees | Mr. Jun Takeda, Japan International Cooperation Agency |
"""


def test_a_table_whose_headers_say_who_speaks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(TABLE, encoding="utf-8")
    graph = read_document(page)[1].finish()
    names = {n.id: n.properties.get("acronym", n.name) for n in (*graph.nodes, graph.document)}
    found = {(e.type, names[e.source], names[e.target]) for e in graph.edges}
    assert of(found, "SPOKE_AT", "MODERATED") == {
        ("SPOKE_AT", "Ines Duarte", "Costs"),
        ("SPOKE_AT", "Senegal", "Costs"),
        ("SPOKE_AT", "Jun Takeda", "Returnees"),
    }
    times = {n.name: n.properties.get("time") for n in graph.nodes if n.label == "Session"}
    assert times["Costs"] == "9.30 - 11.00"
    assert not any("break" in name for name in times)


LINES_IN_CELLS = """\
# Programme

## Day 1: Monday, 3 June 2024

| 9.00-9.15 | Welcome<br>Remarks by Ms. Ana Ruiz, Director, ILO |
|---|---|
| 9.15-11.00 | PANEL 1: Rights<br>• Mr. Li Wei, IOM<br>• Ms. Eva Sow, UNHCR<br>Moderator: Chile |
| 11.00-12.00 | Lunch |
"""


def test_people_in_the_lines_of_a_panels_cell(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(LINES_IN_CELLS, encoding="utf-8")
    graph = read_document(page)[1].finish()
    names = {n.id: n.properties.get("acronym", n.name) for n in (*graph.nodes, graph.document)}
    found = {(e.type, names[e.source], names[e.target]) for e in graph.edges}
    assert of(found, "SPOKE_AT", "MODERATED") == {
        ("SPOKE_AT", "Li Wei", "Rights"),
        ("SPOKE_AT", "Eva Sow", "Rights"),
        ("MODERATED", "Chile", "Rights"),
    }
    dates = {n.properties.get("date") for n in graph.nodes if n.label == "Session"}
    assert dates == {"2024-06-03"}


def test_who_facilitates_a_group_beside_others_facilitates_no_meeting(
    facts: Callable[[str], Facts],
) -> None:
    found = facts("""\
Regional Workshop on Seasonal Work

9:00 – 10:00    Session 1: Wages
                Moderator: Peru

10:00 – 12:00   Breakout groups
                Facilitator: Brazil

12:00 – 13:00   Lunch
""")
    assert of(found, "MODERATED", "CO_FACILITATED", "LED") == {("MODERATED", "Peru", "Wages")}
