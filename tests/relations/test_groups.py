"""Groups: who belongs to them as what, and what they are to do, however a paper prints it."""

from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document

PAGES = {
    "sections.md": """\
# Lagoon Forum on Labour: working structure 2025-2027

## Working Group 1: Fair wages

Chair: Ghana
Members: Benin, Association of Growers and Packers of Tema
Observer: Norway

Deliverables:
- A wage calculator
- A list of licensed brokers

## Working Group 2: Pensions

Chair: to be confirmed
Members:
- Togo
- Savings & Loans Institute

Secretariat: Ada Mensah Centre for Labour Law
""",
    "termes.txt": """\
MANDAT DU COMITÉ TECHNIQUE SUR LES TRANSFERTS

Adopté le 4 mai 2021

1. Composition

Coprésidence : Ghana, OIM
Membres : Bénin, Chambre des changeurs et des banquiers
Observateurs : Norvège
Secrétariat : Imprimerie nationale des cartes

2. Produits attendus

- Un barème commun
- Un registre des bureaux
""",
    "estructura.md": """\
# Red de Archivos: estructura de trabajo

## Grupo de Trabajo 1: Catálogos

Presidencia: Ghana
Miembros:
- Benín
- Asociación de Archiveras y Archiveros

Entregables:
1. Un catálogo común

## Grupo de Trabajo 2: Copias

Secretaría: por definir
Observadores: Noruega
""",
    "terms.txt": """\
TERMS OF REFERENCE OF THE STEERING COMMITTEE ON SEASONAL WORK

Composition

Chair: Ghana
Members: Benin, Growers and Packers Association
Observers: Norway

Expected outputs

- A model contract
""",
    "items.md": """\
# Lakes Forum on Herds — Task forces

### Task Force A: Corridors

- **Lead:** Ghana
- **Members:** Benin; Herders & Traders Union
- **Deliverables:**
  - A map of corridors
  - A code for markets

### Task Force B: Health

- **Observers:** Norway
- **Deliverables:** A vaccination calendar
""",
    "table.md": """\
# Structure of the Harbour Process

| Working group | Chair | Members | Observers | Outputs |
|---|---|---|---|---|
| Task Force on Tides | Ghana; ILO | Benin, Guild of Clerks | Norway | A tide table; a guide |
| Working Group on Buoys | TBC | Togo | – | n/a |
""",
    "membership.txt": """\
Coastal Dialogue on Crews

MEMBERS

Benin
Guild of Ferry Pilots
Union of Dockers and Stevedores

CHAIR

Ghana

OBSERVERS

Norway
""",
}
DONE = {
    "sections.md": {"A wage calculator", "A list of licensed brokers"},
    "termes.txt": {"Un barème commun", "Un registre des bureaux"},
    "estructura.md": {"Un catálogo común"},
    "terms.txt": {"A model contract"},
    "items.md": {"A map of corridors", "A code for markets", "A vaccination calendar"},
    "table.md": {"A tide table", "a guide"},
    "membership.txt": set(),
}


def read(tmp_path: Path, page: str) -> set[tuple[str, str, str]]:
    path = tmp_path / page
    path.write_text(PAGES[page], encoding="utf-8")
    graph = read_document(path)[1].finish()
    names = {n.id: n.name for n in (*graph.nodes, graph.document)}
    return {
        (names[e.source], e.properties.get("role", e.type), names[e.target]) for e in graph.edges
    }


@pytest.mark.parametrize("page", PAGES)
def test_who_belongs_to_a_group_does_so_as_printed(tmp_path: Path, page: str) -> None:
    held = {(who, role) for who, role, _ in read(tmp_path, page)}
    first = {"termes.txt": "co-chair", "items.md": "lead"}.get(page, "chair")
    assert {("Ghana", first), ("Benin", "member"), ("Norway", "observer")} <= held
    assert not {("Norway", "member"), ("Ghana", "member"), ("Benin", "chair")} & held


@pytest.mark.parametrize("page", PAGES)
def test_what_a_group_is_to_deliver_it_implements(tmp_path: Path, page: str) -> None:
    facts = read(tmp_path, page)
    assert {what for _, type, what in facts if type == "IMPLEMENTS"} == DONE[page]
    assert not {who for who, type, _ in facts if type == "IMPLEMENTS"} & {"Ghana", "Benin"}


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("sections.md", "Savings & Loans Institute"),
        ("sections.md", "Ada Mensah Centre for Labour Law"),
        ("termes.txt", "Chambre des changeurs et des banquiers"),
        ("estructura.md", "Asociación de Archiveras y Archiveros"),
        ("terms.txt", "Growers and Packers Association"),
        ("items.md", "Herders & Traders Union"),
        ("table.md", "Guild of Clerks"),
        ("membership.txt", "Union of Dockers and Stevedores"),
    ],
)
def test_a_body_of_a_group_has_its_whole_name(tmp_path: Path, page: str, body: str) -> None:
    facts = read(tmp_path, page)
    assert any(who == body and role in ("member", "secretariat") for who, role, _ in facts)


def test_each_group_is_named_by_its_number_and_title(tmp_path: Path) -> None:
    of = {(who, what) for who, _, what in read(tmp_path, "sections.md")}
    assert ("Ghana", "Working Group 1: Fair wages") in of
    assert ("Togo", "Working Group 2: Pensions") in of
    assert ("Ghana", "Working Group 2: Pensions") not in of
