"""What a document says of itself: title, date, forum, letters, who signs, whose meeting it is."""

import tempfile
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.records.model import Extraction
from partnergraph.verify import verify

LETTERS = """\
THE PRESIDENT OF THE GENERAL ASSEMBLY

12 June 2017

Excellency,

I have the pleasure to enclose herewith a letter dated 9 June 2017 from the co-facilitators,
H.E. Ms. Amina Sow, Permanent Representative of Senegal, and H.E. Mr. Tomás Vidal, Permanent
Representative of Chile, transmitting their summary of the second informal thematic session.

Please accept, Excellency, the assurances of my highest consideration.

Miroslav Lajčák

New York, 9 June 2017

Excellencies,

We are pleased to submit the summary of the informal thematic session entitled “Addressing the
drivers of migration in every region” which was held in New York on 22 and 23 May 2017.

Please accept, Excellencies, the assurances of our highest consideration.

Amina Sow
Permanent Representative of Senegal
to the United Nations

"Addressing the drivers of migration in every region"

22-23 May 2017, New York
"""


def read(content: str) -> Extraction:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "paper.txt")
        page.write_text(content, encoding="utf-8")
        document, draft, _ = read_document(page)
    extraction = draft.finish()
    verify(extraction, document.text)
    return extraction


def links(extraction: Extraction, type: str) -> set[tuple[str, str]]:
    called = {node.id: node.name for node in (extraction.document, *extraction.nodes)}
    return {(called[e.source], called[e.target]) for e in extraction.edges if e.type == type}


def test_letters_date_sign_and_transmit() -> None:
    extraction = read(LETTERS)
    title = "Addressing the drivers of migration in every region"
    assert extraction.document.properties["date"] == "2017-06-12"
    assert extraction.document.name == title
    meeting = next(node for node in extraction.nodes if node.label == "Session")
    assert (meeting.name, meeting.properties["date"]) == (title, "2017-05-22/2017-05-23")
    assert links(extraction, "AFFILIATED_WITH") == {
        ("Miroslav Lajčák", "United Nations General Assembly"),
        ("Amina Sow", "Senegal"),
        ("Tomás Vidal", "Chile"),
    }
    assert links(extraction, "CO_FACILITATED") == {("Amina Sow", title), ("Tomás Vidal", title)}
    roles = {n.name: n.properties.get("role") for n in extraction.nodes if n.label == "Person"}
    assert roles["Tomás Vidal"] == "Permanent Representative of Chile"


def test_who_a_letter_only_names_co_facilitates_nothing() -> None:
    letter = LETTERS.replace("transmitting their summary of", "about")
    assert links(read(letter), "CO_FACILITATED") == set()


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Global Forum on Migration and Development\nThird Meeting, Athens, 4-5 November 2009",
         "2009-11-04/2009-11-05"),
        ("FORO MUNDIAL\nPuerto Vallarta, 8 a 11 de noviembre de 2010", "2010-11-08/2010-11-11"),
        ("SUMMARY OF THE DAY\n\nGeneva, 12 May 2019", "2019-05-12"),
        ("Minutes of the meeting, 4 March 2019", "2019-03-04"),
        ("A PAPER ON DATA\n\nIt was adopted on 12 May 2019 by all.", None),
        ("The March 2007 agenda", None),
        ("PROGRAMME OF WORK\n\nMonday, 12 May 2019\n\n9.00-9.30 Open\n\n9.30-10.00 Debate",
         "2019-05-12"),
    ],
)  # fmt: skip
def test_the_date_is_the_one_it_carries_for_itself(head: str, date: str | None) -> None:
    content = f"{head}\n\nDelegations spoke of many things at great length on that day.\n"
    assert read(content).document.properties.get("date") == date


def test_source_code_has_no_title() -> None:
    assert "title" not in read('#!/usr/bin/env python3\n"""A module."""\n').document.properties


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        (
            "Global Compact for Migration – Regional Review\nRoundtable 4\nThursday, 4 March 2021",
            "Global Compact for Migration – Regional Review",
            "2021-03-04",
        ),
        ("Roundtable 9\nGCM objective 2: Minimize the drivers", "Roundtable 9", None),
        ("A paper on the rights\nof migrants", "A paper on the rights of migrants", None),
    ],
)
def test_a_title_ends_where_something_else_is_headed(
    head: str, title: str, date: str | None
) -> None:
    document = read(f"{head}\n\nDelegations spoke of many things at great length.\n").document
    assert (document.name, document.properties.get("date")) == (title, date)
