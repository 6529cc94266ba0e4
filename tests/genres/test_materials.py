"""Background materials: six cited documents of the review, and lists nobody has seen."""

from pathlib import Path

import pytest

from partnergraph import readers
from partnergraph.pipeline.load import extracted
from partnergraph.records.model import Extraction
from partnergraph.verify import sifted

SEEDS = Path(__file__).parent.parent.parent / "seeds"
REVIEW = SEEDS / "gcm-review-2020-roundtable-1.txt"
NETWORK = "organisation:un-network-on-migration"


def read(path: Path) -> Extraction:
    """What is stored of a file: what its proofs hold."""
    document = readers.read(path)
    return sifted(extracted(document, None)[0].finish(), document.text)


@pytest.fixture
def of(tmp_path):
    def reading(content: str, name: str = "note.txt") -> Extraction:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read(path)

    return reading


def cited(extraction: Extraction) -> dict[str, set[str]]:
    """Who prepared each cited document, by its name."""
    names_ = {node.id: node.name for node in extraction.nodes if node.label == "Document"}
    found = {
        names_[e.target]: set[str]()
        for e in extraction.edges
        if e.type == "CITES" and e.target in names_
    }
    for edge in extraction.edges:
        if edge.type == "PREPARED" and edge.target in names_:
            found[names_[edge.target]].add(edge.source)
    return found


def test_the_review_cites_six_documents() -> None:
    review = read(REVIEW)
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
    ids = {n.id for n in review.nodes if n.label == "Document"}
    citing = {e.source for e in review.edges if e.type == "CITES" and e.target in ids}
    assert citing == {review.document.id}
    edge = next(e for e in review.edges if e.type == "PREPARED" and "discriminate" in e.target)
    assert edge.evidence[0].locator == "lines 130-131"
    assert edge.evidence[0].quote == (
        "UN Network on Migration Statement: COVID-19 Does Not Discriminate; Nor Should Our Response"
    )
    assert edge.evidence[0].cue == "Statement"


def test_the_note_cites_its_concept_note_and_does_not_say_whose_it_is() -> None:
    note = read(SEEDS / "gfmd-2020-partnerships-note.txt")
    assert cited(note) == {"GFMD Concept Note": set()}


def test_marked_entries_and_ways_to_name_an_issuer(of) -> None:
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


def test_entries_without_marks_or_kinds(of) -> None:
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
    ],
)
def test_what_cites_nothing(of, content: str) -> None:
    assert cited(of(content)) == {}


def test_other_languages_and_formats(of) -> None:
    found = of(
        "Le Dialogue s’est réuni à Lima pendant deux jours.\n\nDocuments de référence\n\n"
        "Note d’orientation de l’OIM : Le retour des jeunes\nRapport annuel du HCR : Protéger\n"
    )
    assert cited(found) == {"Le retour des jeunes": {"agency:iom"}, "Protéger": {"agency:unhcr"}}
    found = of(
        "# Roundtable on Skills\n\nThe roundtable is held in June.\n\n## Selected references\n\n"
        "1. ILO and IOM (2021), *Skills on the Move*.\n"
        "2. [Harbour Research Centre Working Paper: Moving On](https://example.org/a)\n"
        "3. OECD, International Migration Outlook 2022\n"
        "4. Asian Development Bank. *Labour Migration in Asia*. 2019\n\n## Contact\n\nWrite!\n",
        "note.md",
    )
    assert cited(found) == {
        "Skills on the Move": {"agency:ilo", "agency:iom"},
        "Moving On": {"organisation:harbour-research-centre"},
        "International Migration Outlook 2022": {"agency:oecd"},
        "Labour Migration in Asia": {"agency:adb"},
    }
    found = of(
        "<h1>Reunión de Quito</h1><p>La reunión fue en mayo.</p><h2>Lecturas recomendadas</h2>"
        "<ul><li>OIT, Informe sobre el trabajo</li><li>Informe de la CEPAL: Panorama</li></ul>",
        "nota.html",
    )
    assert cited(found) == {
        "Informe sobre el trabajo": {"agency:ilo"},
        "Panorama": {"agency:uneclac"},
    }


def test_what_stands_among_entries_and_is_none(of) -> None:
    found = of(
        "References\n\nIOM Study: Homes\n\nContact person: Ms. Ana Ruiz\n\n"
        "The paper is available from the secretariat of the meeting.\n"
    )
    assert cited(found) == {"Homes": {"agency:iom"}}


def test_papers_named_in_a_sentence(of) -> None:
    found = of(
        "The discussion will draw on the Manila Background Paper and on the UN Network on Migration"
        " Policy Brief of last year.\nIt is set out in the GFMD Concept Note, too.\n"
    )
    assert cited(found) == {"Manila Background Paper": set(), "GFMD Concept Note": set()}


def test_the_page_s_make_up_changes_nothing(of) -> None:
    content = REVIEW.read_text(encoding="utf-8")
    expected = cited(of(content))
    for changed in (
        content.replace("\n", "\r\n"),
        content.replace("\n", "\n    "),
        content.replace(" ", "\u00a0"),
        content.replace("\n\n", "\n\f\n \n"),
    ):
        assert cited(of(changed)) == expected


def test_hostile_references(of) -> None:
    for content in (
        "UN Policy Brief: X " * 5000,
        "UN Policy Brief: X\n" * 1000,
        "Joint " * 20000 + "Report: x",
        "Report: " + "(" * 20000,
        "- <script>alert(1)</script>\n" * 200,
    ):
        of("References\n" + content)
