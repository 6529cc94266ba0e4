"""Minutes: who chaired and came, who did not, and the cards of what is to be done."""

from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document

PAGES = {
    "minutes.txt": """\
MINUTES OF THE SEVENTH MEETING OF THE FERRY COMMITTEE
Banjul, 4 April 2022

Chair: Gambia
Present: Senegal, Guild of Ferry Pilots
Apologies: Mali; Radio Kora

Action: Print the tide tables
Who: Guild of Ferry Pilots
With: TBC
By when: May 2022
""",
    "proces.txt": """\
Procès-verbal de la réunion du Comité des ports

Présidente de séance : Gambie
Étaient présents : Sénégal ; Guild of Ferry Pilots
Étaient excusés : Mali

Action : Imprimer les tables
Qui : Guild of Ferry Pilots
Quand : mai 2023
""",
    "acta.md": """\
# Acta de la segunda reunión del Grupo de Trabajo sobre Remesas

**Preside:** Gambia
**Asistentes:** Senegal; Guild of Ferry Pilots
**Se excusaron:** Malí, Radio Andina

## Acuerdos

- Imprimir las tablas (Guild of Ferry Pilots, antes de julio)
""",
    "meeting.md": """\
# Third Coordination Meeting on Lost Documents

Date: 3 May 2021
Chair: Gambia
In attendance: Senegal; Guild of Ferry Pilots
Regrets: Mali
""",
    "lines.md": """\
# Réunion d'experts sur les ports

Présidence : Gambie

## Présents

Sénégal
Guild of Ferry Pilots

Excusés : Mali
""",
}


@pytest.mark.parametrize("page", PAGES)
def test_who_chaired_and_who_came(tmp_path: Path, page: str) -> None:
    path = tmp_path / page
    path.write_text(PAGES[page], encoding="utf-8")
    graph = read_document(path)[1].finish()
    nodes = {n.id: n for n in (*graph.nodes, graph.document)}
    at = {
        (nodes[e.source].name, e.type)
        for e in graph.edges
        if nodes[e.target].label == "Session" and e.type != "PART_OF"
    }
    assert at == {
        ("Gambia", "LED"),
        ("Senegal", "ATTENDED"),
        ("Guild of Ferry Pilots", "ATTENDED"),
    }
    done = {
        (nodes[e.source].name, e.type) for e in graph.edges if nodes[e.target].label == "Activity"
    }
    assert done <= {("Guild of Ferry Pilots", "IMPLEMENTS")}
    assert bool(done) == (page in ("minutes.txt", "proces.txt", "acta.md"))


def test_who_is_below_an_opening_spoke_there(tmp_path: Path) -> None:
    path = tmp_path / "programa.txt"
    path.write_text(
        """\
TERCER ENCUENTRO SOBRE PUERTOS
Iquique, 3 de mayo de 2022

PROGRAMA

9:00  Inauguración
      Sra. Ana SOTO, Directora, Gremio de Pilotos

10:00 Almuerzo

ASISTENTES

Chile
Cámara de Pilotos y Prácticos
""",
        encoding="utf-8",
    )
    graph = read_document(path)[1].finish()
    names = {n.id: n.name for n in (*graph.nodes, graph.document)}
    facts = {(e.type, names[e.source], names[e.target]) for e in graph.edges}
    assert ("SPOKE_AT", "Ana SOTO", "Inauguración") in facts
    assert {who for type, who, _ in facts if type == "ATTENDED"} == {
        "Chile",
        "Cámara de Pilotos y Prácticos",
    }
