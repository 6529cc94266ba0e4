"""Small matrices in other forms, columns, languages; and texts that are none."""

import pytest

import reading
from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft

LISTED = ("HAS_EXPERTISE_IN", "IMPLEMENTS", "LED", "CONTRIBUTES_TO")
"""What the header over a column of agencies may say of them."""


def read(content: str) -> tuple[Draft, Extraction]:
    draft, said, _ = reading.read(content)
    return draft, said


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
        "4a2": ("Set up a mobile clinic with local partners.", [], ["UNICEF"]),  # one or a row each
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

- formant des conseillers ;
- publiant des guides.

Faciliter la réinsertion.
Réduire les coûts du retour.

OIM, HCR

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
    assert not reading.read(NO_MATRIX[what])[2]


HOSTILE = {
    "only agencies below": "Activity\nObjective\nAgencies\n" + "IOM, UNDP\n\n" * 40,
    "only objectives below": "Activity\nObjective\nAgencies\n\nIOM\n\n" + "Improve it.\n\n" * 40,
    "brackets": "Activity\n\nObjective\n\nAgencies\n\n((((\n\n))))\n\n(IOM) ()\n",
    "bullets": "Activity\nObjective\nAgencies\n\n- \n\n-\n\n• a\n\nIOM\n",
    "labels": "a.\n\nb.\n\nROUNDTABLE 1:\n\na.\n\na.\n\nActivity\n\nObjective\n\nAgencies\n\nIOM\n",
    "same section twice": "a. One\n\nActivity\n\nObjective\n\nAgencies\n\nDo it\n\nWin\n\nIOM\n\n"
    "a. Two\n\nActivity\n\nObjective\n\nAgencies\n\nDo more\n\nWin\n\nIOM\n",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_tables_do_no_harm(what: str):
    draft, _ = read(HOSTILE[what])
    lines = range(len(draft.text.lines))
    unheard = [n for n in lines if draft.free(n) and n not in draft.skipped]
    assert unheard == []
