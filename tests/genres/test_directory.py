"""Directories and signatures: bodies under their country, parties with who signed for them."""

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


def test_bodies_are_in_the_country_above_them(tmp_path: Path) -> None:
    text = """\
# Directory of diaspora organisations

## Kenya

- Kenya Diaspora Alliance, Nairobi. Member of the Global Diaspora Confederation.

## Norway

### Pan-African Women's Association

## Chile

| Name | Type | City |
|---|---|---|
| Chilenos en Suecia | Association | Malmö (Sweden) |
| Casa Chile | NGO | Santiago |
"""
    assert read(tmp_path / "page.md", text, "LOCATED_IN") == {
        ("LOCATED_IN", "Kenya Diaspora Alliance", "Kenya"),
        ("LOCATED_IN", "Pan-African Women's Association", "Norway"),
        ("LOCATED_IN", "Chilenos en Suecia", "Sweden"),
        ("LOCATED_IN", "Casa Chile", "Chile"),
    }


SIGNATURES = """\
# MEMORANDUM OF UNDERSTANDING

between the Cedar Valley Vocational Trust, registered in Beirut (hereinafter "the Trust"), and IOM.

| For IOM {signed} | For the Trust {signed} |
|---|---|
| Tobias Renner | Elie Haddad |
| Chief of Mission | President |
"""


def test_parties_signed_and_people_for_them(tmp_path: Path) -> None:
    text = SIGNATURES.format(signed="(signed)")
    assert read(tmp_path / "page.md", text, "SIGNED", "AFFILIATED_WITH") == {
        ("SIGNED", "IOM", "MEMORANDUM OF UNDERSTANDING"),
        ("SIGNED", "Cedar Valley Vocational Trust", "MEMORANDUM OF UNDERSTANDING"),
        ("AFFILIATED_WITH", "Tobias Renner", "IOM"),
        ("AFFILIATED_WITH", "Elie Haddad", "Cedar Valley Vocational Trust"),
    }


def test_what_nothing_says_is_signed_is_not(tmp_path: Path) -> None:
    assert not read(tmp_path / "page.md", SIGNATURES.format(signed=""), "SIGNED")


ENTRIES = {
    "list.txt": """\
DIRECTORY OF FOCAL POINTS ON SEAFARERS
Updated 3 May 2024

GHANA
  Ministry of Harbours and Shipping
    Ms. Esi BOATENG, Head of Unit
    Tel. +233 30 000 0009
  Keta Returnees' Association
    Mr. Kofi ADZO, President

SAINT LUCIA
  Lucia Nurses' Network
    Ms. Ann CLERY, Coordinator

Corrections: please write to the editors. Nigeria has not sent its entry.
""",
    "labels.md": """\
# Répertoire des bureaux d'accueil

## Ghana

**Ministry of Harbours and Shipping**

Point focal : Mme Esi BOATENG, Cheffe d'unité
Tél. : +233 30 000 0009

**Keta Returnees' Association**

Contact : M. Kofi ADZO

## Sainte-Lucie

### Lucia Nurses' Network

Mme Ann CLERY, Coordinatrice
""",
    "alone.txt": """\
LIST OF FOCAL POINTS

Ghana

Ministry of Harbours and Shipping
Ms. Esi BOATENG, Head of Unit
Email: esi@example.org

Keta Returnees' Association
Mr. Kofi ADZO

Saint Lucia

Lucia Nurses' Network
Ms. Ann CLERY, Coordinator
Castries
""",
    "items.md": """\
# Directory of labour attachés

## Ghana

- Ministry of Harbours and Shipping, Accra
  - Ms. Esi BOATENG, Attaché
- Keta Returnees' Association
  - Mr. Kofi ADZO

## Saint Lucia

- Lucia Nurses' Network
  - Ms. Ann CLERY, Coordinator
""",
    "directorio.txt": """\
DIRECTORIO DE PUNTOS FOCALES

GHANA
  Ministry of Harbours and Shipping
    Punto focal: Sra. Esi BOATENG
    Tel. 30 000 0009
  Keta Returnees' Association
    Sr. Kofi ADZO, Presidente

SANTA LUCÍA
  Lucia Nurses' Network
    Sra. Ann CLERY, Coordinadora
""",
}


@pytest.mark.parametrize("page", ENTRIES)
def test_people_of_a_directory_are_of_the_body_above_them(tmp_path: Path, page: str) -> None:
    types = ("AFFILIATED_WITH", "LOCATED_IN", "ATTENDED", "SPOKE_AT")
    assert read(tmp_path / page, ENTRIES[page], *types) == {
        ("AFFILIATED_WITH", "Esi BOATENG", "Ministry of Harbours and Shipping"),
        ("AFFILIATED_WITH", "Kofi ADZO", "Keta Returnees' Association"),
        ("AFFILIATED_WITH", "Ann CLERY", "Lucia Nurses' Network"),
        ("LOCATED_IN", "Ministry of Harbours and Shipping", "Ghana"),
        ("LOCATED_IN", "Keta Returnees' Association", "Ghana"),
        ("LOCATED_IN", "Lucia Nurses' Network", "Saint Lucia"),
    }
