"""Themes that a sentence counts up, and objectives that it names by number."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft

Read = Callable[..., tuple[Draft, Extraction]]
NOTE = Path(__file__).parent.parent.parent / "seeds" / "gfmd-2020-partnerships-note.txt"


def topics(extraction: Extraction) -> dict[str, str]:
    nodes = (node for node in extraction.nodes if node.label == "Topic")
    return {str(node.properties["code"]): node.name for node in nodes}


def test_the_note_discusses_five_themes(read_page: Read) -> None:
    _, note = read_page(NOTE.read_text(), NOTE.name)
    assert topics(note) == {
        "1": "The Governance of Labor Migration in the Context of Changing Employment Landscapes",
        "2": "Skilling Migrants for Employment",
        "3": "Leveraging New Technologies to Empower Migrants",
        "4": "Addressing Gaps in Migrant Protection",
        "5": "Discussing Approaches to Prevent Irregular Migration",
    }
    themes = {node.id for node in note.nodes if node.properties.get("kind") == "theme"}
    assert len(themes) == 5
    for type in ("DISCUSSES", "PART_OF"):
        ends = {(e.source, e.target) for e in note.edges if e.type == type}
        document = note.document.id
        pairs = {(document, t) if type == "DISCUSSES" else (t, document) for t in themes}
        assert pairs <= ends


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Summit has three themes: (i) Skills, (ii) Return and (iii) Health.",
            {"i": "Skills", "ii": "Return", "iii": "Health"},
        ),
        ("Priority areas: a) health; b) housing.", {"a": "health", "b": "housing"}),
        (
            "The aim of the Forum is to build trust on: 1) Work; and 2) Return.",
            {"1": "Work", "2": "Return"},
        ),
        (
            "La réunion portera sur trois thèmes : a) le retour ; b) la santé ; et c) le travail.",
            {"a": "le retour", "b": "la santé", "c": "le travail"},
        ),
        ("The objective of this workshop is to: (a) share practices; (b) find gaps.", {}),
        ("Success depends on (a) money, accompanied by (b) monitoring and (c) change.", {}),
        ("The themes are many (1) and (2) new.", {}),
        ("It identified: (a) good practices; (b) needs.", {}),
    ],
)
def test_enumerations(read_page: Read, sentence: str, found: dict[str, str]) -> None:
    assert topics(read_page(sentence)[1]) == found


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("It serves targets 8.7 and 8.8 of the SDGs.", {"sdg-8.7", "sdg-8.8"}),
        ("GCM Objectives 6-8 matter.", {"gcm-6", "gcm-7", "gcm-8"}),
        ("The Global Compact for Migration’s objective 4 matters.", {"gcm-4"}),
        ("Objectives 12 and 13 of the GCM matter.", {"gcm-12", "gcm-13"}),
        (
            "La cible 10.7 des ODD compte, comme l’objectif 8 du Pacte mondial.",
            {"sdg-10.7", "gcm-8"},
        ),
        ("It serves SDG target 10.c; SDG 10.c remains unattained.", {"sdg-10.c"}),
        ("In SDG 10 and 16 countries.", {"sdg-10"}),
        ("More than 24 SDG indicators, SDG 10.7.1 and SDG 5 per cent.", set()),
        ("SDG 99.9 and GCM objective 31.", set()),
        ("Objective 5 of the project; target 2030; GCM objectives.", set()),
    ],
)
def test_objectives_named_by_number(read_page: Read, sentence: str, ids: set[str]) -> None:
    _, found = read_page(sentence)
    assert {n.id for n in found.nodes if n.label == "Objective"} == {f"objective:{i}" for i in ids}
