"""Directories and signatures: bodies under their country, parties with who signed for them."""

from pathlib import Path

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
