"""Who did what in French and Spanish, and what sessions build on there."""

from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.extractors import deeds
from partnergraph.extractors.draft import Draft
from partnergraph.genres import roundtables
from partnergraph.model import Extraction
from partnergraph.names import names
from partnergraph.readers import text as text_reader
from partnergraph.relations.page import Page
from partnergraph.verify import verify


def session(sentence: str) -> Extraction:
    content = (
        f"Table ronde 1 : Droits\n\nSéance 1.1 : Travail\n\n{sentence}\n\nSéance 1.2 : Retour\n"
    )
    path = Path("paper.txt")
    document = Document(path, "", text_reader.read(content.encode(), path))
    page = Page(document.laid, Draft(document.text, names()))
    roundtables.read_page(page)
    deeds.extract(page.draft)
    extraction = page.draft.finish()
    verify(extraction, document.text)
    return extraction


def facts(sentence: str) -> set[tuple[str, str, str]]:
    extraction = session(sentence)
    called = {node.id: node.name for node in extraction.nodes if node.label == "Activity"}
    return {
        (e.type, e.source.partition("/")[2] or e.source, called.get(e.target, e.target[-15:]))
        for e in extraction.edges
        if e.type not in ("PART_OF", "RECORDED_IN")
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "L’étude sur les profils migratoires, réalisée par la Suède et l’OIM, est connue.",
            {
                ("CONDUCTED", "country:swe", "étude sur les profils migratoires"),
                ("CONDUCTED", "agency:iom", "étude sur les profils migratoires"),
            },
        ),
        (
            "Un atelier sur la cohérence des politiques a été organisé par la Belgique à Accra.",
            {("ORGANISED", "country:bel", "atelier sur la cohérence des politiques")},
        ),
        (
            "Les Pays-Bas ont accueilli un séminaire sur les diasporas.",
            {("HOSTED", "country:nld", "séminaire sur les diasporas")},
        ),
        (
            "El taller sobre reclutamiento fue organizado por Filipinas y los Emiratos Árabes"
            " Unidos.",
            {
                ("ORGANISED", "country:phl", "taller sobre reclutamiento"),
                ("ORGANISED", "country:are", "taller sobre reclutamiento"),
            },
        ),
        (
            "Un estudio sobre remesas fue preparado por el Gobierno de El Salvador y la CEPAL.",
            {
                ("PREPARED", "country:slv", "estudio sobre remesas"),
                ("PREPARED", "agency:uneclac", "estudio sobre remesas"),
            },
        ),
        (
            "México financió una encuesta sobre salarios.",
            {("FUNDS", "country:mex", "encuesta sobre salarios")},
        ),
        (
            "La séance s’appuiera sur les résultats de l’enquête menée par le Maroc.",
            {
                ("CONDUCTED", "country:mar", "enquête"),
                ("DRAWS_ON", "1.1", "enquête"),
            },
        ),
        (
            "Cette table ronde s’appuiera sur les travaux de la table ronde 3 de Manille.",
            {("BUILDS_ON", "1", "er/manille-rt-3")},
        ),
        ("La séance complétera la séance 1.2.", {("COMPLEMENTS", "1.1", "ssion:paper/1.2")}),
    ],
)
def test_what_is_stated(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert facts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "L’atelier n’a pas été organisé par le Ghana.",
        "Aucune étude n’a été réalisée par la Suède.",
        "Une étude devrait être réalisée par la Suède.",
        "El taller podría ser organizado por Filipinas.",
        "El taller no fue organizado por Filipinas.",
        "El estudio sobre migrantes acogidos por España es conocido.",
        "L’étude sur les réfugiés accueillis par le Kenya est connue.",
        "L’atelier a été organisé par Genève.",
        "L’étude a-t-elle été réalisée par la Suède ?",
    ],
)
def test_what_is_denied_or_belongs_to_something_else(sentence: str) -> None:
    assert facts(sentence) == set()
