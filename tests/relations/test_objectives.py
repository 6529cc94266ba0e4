"""Objectives and targets that running text names by number."""

from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.names import names
from partnergraph.readers import markdown
from partnergraph.readers import text as text_reader
from partnergraph.records.model import Extraction
from partnergraph.relations import objectives
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.verify import verify


def read(content: str, name: str = "note.txt") -> Extraction:
    path = Path(name)
    reader = markdown if name.endswith(".md") else text_reader
    document = Document(path, "", reader.read(content.encode(), path))
    page = Page(document.laid, Draft(document.text, names()))
    objectives.read(page)
    extraction = page.draft.finish()
    verify(extraction, document.text)
    return extraction


def discussed(extraction: Extraction) -> set[tuple[str, str]]:
    return {(e.source, e.target) for e in extraction.edges if e.type == "DISCUSSES"}


@pytest.mark.parametrize(
    ("content", "name", "numbers"),
    [
        ("Crews need papers, as GCM Objective 4 says.\n", "note.txt", {"gcm-4"}),
        (
            "# Ports\n\n- Fees fall towards SDG target 10.c in two ports.\n"
            "- Inspections serve SDG targets 8.7 and 8.8.\n",
            "note.md",
            {"sdg-10.c", "sdg-8.7", "sdg-8.8"},
        ),
        (
            "| Port | Aim |\n|---|---|\n| Riga | Objective 16 of the Global Compact |\n",
            "note.md",
            {"gcm-16"},
        ),
        ("Le port applique l’objectif 5 du Pacte mondial.\n", "note.txt", {"gcm-5"}),
        ("We met 24 SDG indicators and 3 others.\n", "note.txt", set()),
    ],
)
def test_what_a_page_names_by_number_it_discusses(
    content: str, name: str, numbers: set[str]
) -> None:
    assert discussed(read(content, name)) == {
        ("document:note", f"objective:{number}") for number in numbers
    }


def test_a_number_that_no_table_has_is_reported() -> None:
    extraction = read("The text cites GCM Objective 44 twice.\n")
    assert not discussed(extraction)
    assert [s.reason for s in extraction.skipped] == ["no GCM objective 44 is known"]
