"""Background materials: six cited documents of the review, and lists nobody has seen."""

from pathlib import Path

import pytest

from partnergraph.document.words import Text
from partnergraph.extractors import materials
from partnergraph.extractors.draft import Draft
from partnergraph.model import Extraction
from partnergraph.names import names
from partnergraph.readers import read
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent / "seeds"
REVIEW = SEEDS / "gcm-review-2020-roundtable-1.txt"
NETWORK = "organisation:un-network-on-migration"


def read_draft(text: Text) -> tuple[Draft, Extraction]:
    draft = Draft(text, names())
    if materials.recognise(text):
        materials.extract(draft)
    extraction = draft.finish()
    verify(extraction, text)
    return draft, extraction


def of(content: str) -> Extraction:
    return read_draft(Text.of(content, "note.txt"))[1]


def cited(extraction: Extraction) -> dict[str, set[str]]:
    """Who prepared each cited document, by its name."""
    names_ = {node.id: node.name for node in extraction.nodes if node.label == "Document"}
    found = {names_[e.target]: set[str]() for e in extraction.edges if e.type == "CITES"}
    for edge in extraction.edges:
        if edge.type == "PREPARED":
            found[names_[edge.target]].add(edge.source)
    return found


def test_the_review_cites_six_documents() -> None:
    _, review = read_draft(read(REVIEW).text)
    assert cited(review) == {
        "The Global Compact for Migration in a Nutshell": set(),
        "COVID-19 and People on the Move": {"organisation:un-secretary-general"},
        "COVID-19 Does Not Discriminate; Nor Should Our Response": {NETWORK},
        "Enhancing Access to Services for Migrants in the Context of COVID-19 Preparedness,"
        " Prevention, and Response and Beyond": {NETWORK},
        "The Global Compact for Migration (GCM): Well Governed Migration as an Essential Element"
        " of Effective COVID-19 Response": {NETWORK},
        "International Day of Family Remittances: The Global Pandemic Highlights the Crucial Role"
        " of Remittances for Migrant Families": {NETWORK},
    }
    assert all("file" not in n.properties for n in review.nodes if n.label == "Document")
    assert {e.source for e in review.edges if e.type == "CITES"} == {review.document.id}
    edge = next(e for e in review.edges if e.type == "PREPARED" and "discriminate" in e.target)
    assert edge.evidence[0].locator == "lines 130-131"
    assert edge.evidence[0].quote == (
        "UN Network on Migration Statement: COVID-19 Does Not Discriminate; Nor Should Our Response"
    )


def test_the_note_cites_its_concept_note_and_does_not_say_whose_it_is() -> None:
    _, note = read_draft(read(SEEDS / "gfmd-2020-partnerships-note.txt").text)
    assert cited(note) == {"GFMD Concept Note": set()}


def test_entries_wrapped_elsewhere() -> None:
    found = of(
        "Background documents\nUN Network on Migration\nPolicy Brief: Enhancing\nAccess to Services"
        "\nUN Secretary-General Policy\nBrief: People on\nthe Move\nVideo: A Nutshell\n\n"
        "Practical arrangements for all\nPlease bring a badge.\n"
    )
    assert cited(found) == {
        "Enhancing Access to Services": {NETWORK},
        "People on the Move": {"organisation:un-secretary-general"},
        "A Nutshell": set(),
    }


def test_marked_entries_and_ways_to_name_an_issuer() -> None:
    found = of(
        "Further reading\n\n• ILO Report: Decent Work for Migrants in the\n  Fishing Sector\n"
        "• Government of Finland Study: Coherence\n• Mexico Video: Return\n"
        "• Policy Brief by the UN Network on Migration: Skills\n"
        "• Asian Migrant Centre Policy Brief: Domestic Work: A Right\n"
        "• IOM and UNHCR Joint Statement: Rescue at Sea, https://example.org/x\n"
        "• IOM (2020). World Migration Report 2020. Geneva.\n• “On the Move” (UNHCR, 2019)\n"
        "• GCM Policy Brief: Tables\n• Joint Statement: Homes\n• https://example.org/y\n\n"
        "Contact\nPlease write to us at x@example.org.\n"
    )
    assert cited(found) == {
        "Decent Work for Migrants in the Fishing Sector": {"agency:ilo"},
        "Coherence": {"country:fin"},
        "Return": set(),
        "Skills": {NETWORK},
        "Domestic Work: A Right": {"organisation:asian-migrant-centre"},
        "Rescue at Sea": {"agency:iom", "agency:unhcr"},
        "World Migration Report 2020": {"agency:iom"},
        "On the Move": {"agency:unhcr"},
        "Tables": set(),
        "Homes": set(),
    }
    assert ("line 14", "a link without a title") in [(s.locator, s.reason) for s in found.skipped]


def test_entries_without_marks_or_kinds() -> None:
    found = of(
        "References\nIOM (2020). World Migration Report 2020. Geneva: IOM.\n"
        "World Bank, Migration and Development Brief 32\n“Skills on the Move” (UNHCR, 2019)\n\n"
        "All papers are available from the secretariat.\n"
    )
    assert cited(found) == {
        "World Migration Report 2020": {"agency:iom"},
        "Migration and Development Brief 32": {"agency:world-bank"},
        "Skills on the Move": {"agency:unhcr"},
    }


@pytest.mark.parametrize(
    "content",
    [
        "Background materials\nAll materials related to this meeting are available here.\n",
        "Background Note\nMigration has potential. A report: it says so.\n",
        "References to migration were made by many. The Concept Note was read by nobody at all.\n",
        "Resources\nEconomic resources have become scarcer.\n",
        "This Concept Note sets out the questions that the meeting will discuss in detail.\n",
        "",
    ],
)
def test_what_cites_nothing(content: str) -> None:
    assert cited(of(content)) == {}


def test_papers_named_in_a_sentence() -> None:
    found = of(
        "The discussion will draw on the Manila Background Paper and on the UN Network on Migration"
        " Policy Brief of last year.\nIt is set out in the GFMD Concept Note, too.\n"
    )
    assert cited(found) == {"Manila Background Paper": set(), "GFMD Concept Note": set()}


def test_the_page_s_make_up_changes_nothing() -> None:
    content = REVIEW.read_text(encoding="utf-8")
    expected = cited(of(content))
    for changed in (
        content.replace("\n", "\r\n"),
        content.replace("\n", "\n    "),
        content.replace(" ", "\u00a0"),
        content.replace("\n\n", "\n\f\n \n"),
    ):
        assert cited(of(changed)) == expected


def test_hostile_references() -> None:
    for content in (
        "UN Policy Brief: X " * 5000,
        "UN Policy Brief: X\n" * 1000,
        "Joint " * 20000 + "Report: x",
        "Report: " + "(" * 20000,
        "- <script>alert(1)</script>\n" * 200,
    ):
        of("References\n" + content)
