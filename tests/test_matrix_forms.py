"""Small matrices in other forms, columns, languages; and texts that are none."""

import pytest

from partnergraph.document.words import Text
from partnergraph.extractors import matrix
from partnergraph.extractors.draft import Draft
from partnergraph.model import Extraction
from partnergraph.names import names
from partnergraph.verify import verify

LISTED = ("HAS_EXPERTISE_IN", "IMPLEMENTS", "LED", "CONTRIBUTES_TO")
"""What the header over a column of agencies may say of them."""


def read(content: str) -> tuple[Draft, Extraction]:
    draft = Draft(Text.of(content, "made.txt"), names())
    matrix.extract(draft)
    extraction = draft.finish()
    verify(extraction, draft.text)
    return draft, extraction


def rows(content: str) -> dict[str, tuple[str, list[str], list[str]]]:
    """Code to activity, objectives and agencies."""
    _, said = read(content)
    named = {node.id: node for node in said.nodes}

    def ends(types: tuple[str, ...], activity: str) -> list[str]:
        edges = (edge for edge in said.edges if edge.type in types)
        pairs = ((e.source, e.target) for e in edges)
        others = [s if t == activity else t for s, t in pairs if activity in (s, t)]
        return sorted(
            str(named[other].properties.get("acronym", named[other].name)) for other in others
        )

    return {
        str(node.properties["code"]): (
            node.name,
            ends(("PURSUES",), node.id),
            ends(LISTED, node.id),
        )
        for node in said.nodes
        if node.label == "Activity"
    }


PIPES = """Regional Forum on Labour Migration (RFLM)
Matrix of activities

Activity | Objective | Agencies
--- | --- | ---
Train labour inspectors in border regions. | Reduce abuse of seasonal workers. | ILO, IOM
Set up a hotline | Inform workers of their rights | UN Women / UNHCR
 | Refer victims of trafficking |
Publish a yearly review of fees | Make costs known; lower them | World Bank and IOM (lead)
Hold a workshop | Share practice | TBD
"""


def test_a_table_with_bars():
    assert rows(PIPES) == {
        "1": (
            "Train labour inspectors in border regions.",
            ["Reduce abuse of seasonal workers."],
            ["ILO", "IOM"],
        ),
        "2": (
            "Set up a hotline",
            ["Inform workers of their rights", "Refer victims of trafficking"],
            ["UN Women", "UNHCR"],
        ),
        "3": (
            "Publish a yearly review of fees",
            ["Make costs known; lower them"],
            ["IOM", "World Bank"],
        ),
        "4": ("Hold a workshop", ["Share practice"], []),
    }
    _, said = read(PIPES)
    assert said.document.properties["forum"] == "RFLM"
    assert said.skipped == ()


def test_a_markdown_table_with_columns_in_another_order():
    text = """| Project | Partners | Expected result |
|---|---|---|
| Mobile clinics for nomads | WHO, UNICEF | Fewer deaths at birth |
| Stipends |  | More girls in school |
| Cash for schooling | UNICEF; Oxfam; Ministry of Labour and Employment | |
"""
    assert rows(text) == {
        "1": ("Mobile clinics for nomads", ["Fewer deaths at birth"], ["UNICEF", "WHO"]),
        "2": ("Stipends", ["More girls in school"], []),
        "3": ("Cash for schooling", [], ["Ministry of Labour and Employment", "Oxfam", "UNICEF"]),
    }


def test_tabs_in_french():
    text = (
        "Activité\tObjectif\tOrganismes compétents\n"
        "Créer un guichet unique\tFaciliter les démarches\tOIM et HCR\n"
        "Former les agents consulaires.\tRenforcer la protection.\tOIT\n"
    )
    assert rows(text) == {
        "1": ("Créer un guichet unique", ["Faciliter les démarches"], ["IOM", "UNHCR"]),
        "2": ("Former les agents consulaires.", ["Renforcer la protection."], ["ILO"]),
    }


@pytest.mark.parametrize("gap", ["\n", ""])
def test_wide_gaps(gap: str):
    text = f"""a. Health of migrants

Activity                                  Objective                      Agencies
Train nurses in the border districts      Improve care for people        WHO, IOM
so that they can treat migrants and       on the move.
host communities alike.                   Cut waiting times.
{gap}Set up a mobile clinic with local         Reach remote villages.         UNICEF,
partners.                                                                UNFPA
"""
    assert rows(text) == {
        "a1": (
            "Train nurses in the border districts so that they can treat migrants and host "
            "communities alike.",
            ["Cut waiting times.", "Improve care for people on the move."],
            ["IOM", "WHO"],
        ),
        "a2": (
            "Set up a mobile clinic with local partners.",
            ["Reach remote villages."],
            ["UNFPA", "UNICEF"],
        ),
    }


MEMBERS_FIRST = """Matrix of activities

ROUNDTABLE 4: Health and migration

a. Care for people on the move

GMG Member(s)

Activity

Objective

WHO, IOM

Train nurses in the border districts.

Improve care for people on the move.

UNICEF

Set up a mobile clinic with local partners.

Reach remote villages.

Cut costs.

UNFPA; UN Women

Publish guides for midwives.

Lower risks at birth.
"""


def test_the_members_column_first_and_a_fourth_roundtable():
    assert rows(MEMBERS_FIRST) == {
        "4a1": (
            "Train nurses in the border districts.",
            ["Improve care for people on the move."],
            ["IOM", "WHO"],
        ),
        "4a2": (
            "Set up a mobile clinic with local partners.",
            ["Cut costs.", "Reach remote villages."],
            ["UNICEF"],
        ),
        "4a3": ("Publish guides for midwives.", ["Lower risks at birth."], ["UN Women", "UNFPA"]),
    }
    _, said = read(MEMBERS_FIRST)
    named = {node.id: node.name for node in said.nodes}
    assert named["roundtable:made/4"] == "Health and migration"
    assert named["topic:made/4a"] == "Care for people on the move"


FRENCH = """FORUM MONDIAL SUR LA MIGRATION ET LE DÉVELOPPEMENT
Matrice d'activités

TABLE RONDE 1 : Mobilité de la main-d'œuvre

a) Faciliter la migration circulaire

Activité

Objectif

Membres du GMG
ayant des compétences

Renforcer les capacités des consulats afin de mieux informer les
travailleurs migrants. Par exemple, des séances mensuelles pourraient
être organisées.

Protéger les droits des travailleurs
migrants et de leurs familles.

OIM, PNUD

Créer des centres d'accueil pour les migrants de retour, notamment en :

Faciliter la réinsertion.

Réduire les coûts du retour.

OIM, HCR

- formant des conseillers ;
- publiant des guides.

Mettre en place un fonds de garantie.

Attirer les investissements de la diaspora.

Banque mondiale
"""


def test_french():
    assert rows(FRENCH) == {
        "1a1": (
            "Renforcer les capacités des consulats afin de mieux informer les travailleurs "
            "migrants.",
            ["Protéger les droits des travailleurs migrants et de leurs familles."],
            ["IOM", "UNDP"],
        ),
        "1a2": (
            "Créer des centres d'accueil pour les migrants de retour, notamment en :",
            ["Faciliter la réinsertion.", "Réduire les coûts du retour."],
            ["IOM", "UNHCR"],
        ),
        "1a3": (
            "Mettre en place un fonds de garantie.",
            ["Attirer les investissements de la diaspora."],
            ["World Bank"],
        ),
    }
    _, said = read(FRENCH)
    assert said.document.properties["forum"] == "GFMD"


def test_spanish_without_sections():
    text = """Matriz de actividades

Actividad
Objetivo
Organismos competentes

Fortalecer la capacidad de los consulados para informar a los trabajadores.

Proteger los derechos de los trabajadores migrantes.

OIM, OIT

Elaborar una guía para las familias. Por ejemplo, podría incluir consejos sobre remesas.

Reducir el costo de las remesas.

PNUD y Banco Mundial
"""
    assert rows(text) == {
        "1": (
            "Fortalecer la capacidad de los consulados para informar a los trabajadores.",
            ["Proteger los derechos de los trabajadores migrantes."],
            ["ILO", "IOM"],
        ),
        "2": (
            "Elaborar una guía para las familias.",
            ["Reducir el costo de las remesas."],
            ["UNDP", "World Bank"],
        ),
    }
    _, said = read(text)
    under = [edge for edge in said.edges if edge.type == "UNDER"]
    assert {edge.target for edge in under} == {"document:made"}


def test_a_footnote_and_a_bracketed_role_are_no_agency():
    text = PIPES.replace("ILO, IOM", "ILO (lead), IOM*, Philippines")
    assert rows(text)["1"][2] == ["ILO", "IOM"]


def test_two_rows_with_the_same_words_are_two_activities():
    text = """Activity | Objective | Agencies
Hold a workshop | Share practice | IOM
Hold a workshop | Share practice | UNDP
"""
    _, said = read(text)
    assert sum(node.label == "Activity" for node in said.nodes) == 2
    assert sum(node.label == "Objective" for node in said.nodes) == 1


NO_MATRIX = {
    "prose": """Report of the meeting

Activities and objectives

The activity of the group has the objective to help. Members with expertise came.

Activity

Our activity this year was good. IOM, UNHCR took part.

Objectives

The objectives are three.
""",
    "contents": """Contents

Activities

Objectives

Partners

Annex

1. Activities

We did many things with partners in the field, which were good.

2. Objectives

We want to do more.
""",
    "header alone": "Activity\n\nObjective\n\nAgencies\n",
    "nothing": "x",
    "agencies alone": "IOM, UNDP\n\nUNHCR\n",
}


@pytest.mark.parametrize("what", NO_MATRIX)
def test_what_is_no_matrix(what: str):
    assert matrix.recognise(Text.of(NO_MATRIX[what], "made.txt")) is None


HOSTILE = {
    "only agencies below": "Activity\nObjective\nAgencies\n" + "IOM, UNDP\n\n" * 40,
    "only objectives below": "Activity\nObjective\nAgencies\n\nIOM\n\n" + "Improve it.\n\n" * 40,
    "brackets": "Activity | Objective | Agencies\n(((( | )))) | (IOM) ()\n",
    "bullets": "Activity\nObjective\nAgencies\n\n- \n\n-\n\n• a\n\nIOM\n",
    "bars": "Activity | Objective | Agencies\n" + "|" * 500 + "\n|a|b|IOM|UNDP|c|\n",
    "labels": "a.\n\nb.\n\nROUNDTABLE 1:\n\na.\n\na.\n\nActivity\n\nObjective\n\nAgencies\n\nIOM\n",
    "same section twice": "a. One\n\nActivity | Objective | Agencies\nDo it | Win | IOM\n\n"
    "a. Two\n\nActivity | Objective | Agencies\nDo more | Win | IOM\n",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_tables_do_no_harm(what: str):
    draft, _ = read(HOSTILE[what])
    lines = range(len(draft.text.lines))
    unheard = [n for n in lines if draft.free(n) and n not in draft.skipped]
    assert unheard == []
