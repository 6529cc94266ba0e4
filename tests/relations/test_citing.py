"""What is named in running text, and by whom: the five documents, made-up ones, and traps."""

import textwrap
from pathlib import Path

import pytest

from partnergraph import readers
from partnergraph.document.document import Document
from partnergraph.names import names
from partnergraph.pipeline.load import extracted
from partnergraph.readers import text
from partnergraph.records.model import Extraction
from partnergraph.relations import citing
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent.parent / "seeds"
BODIES = ("Agency", "Organisation")


def page(content: str) -> Page:
    """A made-up text, of which nothing has been read yet."""
    path = Path("text.txt")
    document = Document(path, "", text.read(content.encode(), path))
    return Page(document.laid, Draft(document.text, names()))


def cited(read: Page) -> Extraction:
    citing.read(read)
    extraction = read.draft.finish()
    verify(extraction, read.draft.text)
    return extraction


def alone(content: str) -> Extraction:
    """What is cited where no other rule has read anything."""
    return cited(page(content))


def seed(name: str) -> Extraction:
    """What a seed cites where no other rule has read anything."""
    document = readers.read(SEEDS / name)
    return cited(Page(document.laid, Draft(document.text, names())))


def whole(name: str) -> Extraction:
    """All that is read of a seed."""
    document = readers.read(SEEDS / name)
    return extracted(document, None)[0].finish()


def said(sentence: str) -> set[str]:
    return {node.name for node in alone(sentence).nodes}


def ids(extraction: Extraction, *labels: str) -> set[str]:
    return {node.id for node in extraction.nodes if node.label in labels}


def links(extraction: Extraction, *types: str) -> set[tuple[str, str, str]]:
    def short(node_id: str) -> str:
        return node_id.replace(extraction.document.id.partition(":")[2], "~")

    return {
        (short(edge.source), edge.type, short(edge.target))
        for edge in extraction.edges
        if edge.type in types
    }


# The five documents


SUMMARY = "gcm-2017-thematic-session-4-summary.txt"
NAMED_IN_ITS_PROSE = {
    "agency:ifad",
    "agency:ilo",
    "agency:iom",
    "agency:undp",
    "agency:world-bank",
    "organisation:air",
    "organisation:build-your-house",
    "organisation:build-your-land",
    "organisation:general-assembly",
    "organisation:global-skill-partnerships",
    "organisation:gpfi",
    "organisation:international-day-of-family-remittances",
    "organisation:iom-undp-mainstreaming-programme",
    "organisation:m-pesa",
    "organisation:permanent-mission-of-eritrea-to-the-united-nations",
    "organisation:permanent-mission-of-mexico-to-the-united-nations",
    "organisation:permanent-mission-of-switzerland-to-the-united-nations",
    "organisation:three-for-one",
    "organisation:united-nations",
    "organisation:world-bank-s-global-concessional-finance-facility",
}
NAMED_IN_ITS_PROGRAMME = (
    "Africa-Europe Diaspora Development Platform",
    "Maastricht Graduate School of Governance",
    "Bertelsmann Stiftung",
    "Atikha Overseas Workers and Communities Initiative",
    "Inter-American Dialogue",
    "Migration, Remittances and Development Program",
    "Stanford University",
    "Developing Markets Associates",
    "Alianza Americas",
    "Mobile Money",
    "Association",
    "Overseas Development Institute",
)


def test_the_summary_names_thirty_two_organisations() -> None:
    summary = whole(SUMMARY)
    assert ids(summary, *BODIES) > NAMED_IN_ITS_PROSE
    others = {n.name for n in summary.nodes if n.label in BODIES and n.id not in NAMED_IN_ITS_PROSE}
    for name in NAMED_IN_ITS_PROGRAMME:
        assert any(name in other for other in others), name
    assert len(others) == len(NAMED_IN_ITS_PROGRAMME)
    assert len(ids(summary, *BODIES)) == 32


def test_the_summary_names_six_countries() -> None:
    countries = ids(whole(SUMMARY), "Country")
    assert countries == {f"country:{code}" for code in ("mex", "che", "egy", "pak", "eri", "ken")}


def test_the_summary_cites_five_instruments_and_a_report() -> None:
    summary = whole(SUMMARY)
    assert ids(summary, "Instrument") == {
        "instrument:2030-agenda",
        "instrument:addis-ababa-action-agenda",
        "instrument:ga-resolution-71-280",
        "instrument:gcm",
        "instrument:g20-high-level-principles-digital-financial-inclusion",
        "instrument:new-york-declaration",
    }
    assert ids(summary, "Document") == {"document:sutherland-report"}


def test_recommendations_of_the_summary_cite_what_they_name() -> None:
    cited = links(whole(SUMMARY), "CITES")
    assert {link for link in cited if link[0].startswith("recommendation:")} == {
        ("recommendation:~/a4", "CITES", "instrument:gcm"),
        ("recommendation:~/a6", "CITES", "instrument:gcm"),
        ("recommendation:~/e1", "CITES", "instrument:gcm"),
        ("recommendation:~/a4", "CITES", "agency:iom"),
        ("recommendation:~/c7", "CITES", "organisation:global-skill-partnerships"),
        ("recommendation:~/c11", "CITES", "organisation:build-your-house"),
        ("recommendation:~/c11", "CITES", "organisation:build-your-land"),
        ("recommendation:~/c14", "CITES", "document:sutherland-report"),
        ("recommendation:~/c15", "CITES", "agency:world-bank"),
        (
            "recommendation:~/c15",
            "CITES",
            "organisation:world-bank-s-global-concessional-finance-facility",
        ),
        ("recommendation:~/f3", "CITES", "organisation:gpfi"),
        (
            "recommendation:~/f3",
            "CITES",
            "instrument:g20-high-level-principles-digital-financial-inclusion",
        ),
        ("recommendation:~/f8", "CITES", "organisation:air"),
        ("recommendation:~/f10", "CITES", "organisation:three-for-one"),
        ("recommendation:~/g2", "CITES", "agency:ilo"),
        ("recommendation:~/g2", "CITES", "agency:iom"),
        ("recommendation:~/g2", "CITES", "agency:world-bank"),
        ("recommendation:~/g4", "CITES", "organisation:international-day-of-family-remittances"),
    }


def test_what_the_summary_says_of_its_programmes() -> None:
    summary = seed(SUMMARY)
    facility = "organisation:world-bank-s-global-concessional-finance-facility"
    joint = "organisation:iom-undp-mainstreaming-programme"
    assert links(summary, "LOCATED_IN", "PART_OF", "CONTRIBUTES_TO") == {
        ("organisation:m-pesa", "LOCATED_IN", "country:ken"),
        (facility, "PART_OF", "agency:world-bank"),
        ("agency:iom", "CONTRIBUTES_TO", joint),
        ("agency:undp", "CONTRIBUTES_TO", joint),
    }


def test_activities_of_the_matrix_cite_what_their_cells_name() -> None:
    matrix = whole("gfmd-2007-activities-matrix.txt")
    cited = {(s.partition("/")[2], t.partition(":")[2]) for s, _, t in links(matrix, "CITES")}
    agreement, accord = (
        next(n.id for n in matrix.nodes if n.name.startswith(name)).partition(":")[2]
        for name in ("2005 CARICOM member States Agreement", "UIA Accord")
    )
    assert cited >= {
        ("1c3", agreement),
        ("1c3", accord),
        ("1c3", "caricom"),
        ("1c3", "international-union-of-architects"),
        ("1c4", "commonwealth-code-of-practice"),
        ("1g10", "icrmw"),
        ("1h1", "brussels-declaration"),
        ("1h1", "untoc"),
    }
    assert {code for code, _ in cited if code} <= {"1c3", "1c4", "1g10", "1h1", "3c", "3c5"}
    assert "rcp:puebla-process" in ids(matrix, "RCP")
    assert not ids(matrix, "Country")
    assert ids(matrix, "Organisation") == {
        "organisation:caricom",
        "organisation:gfmd",
        "organisation:gmg",
        "organisation:international-union-of-architects",
    }


def test_a_long_name_is_kept_whole() -> None:
    matrix = whole("gfmd-2007-activities-matrix.txt")
    assert {
        "2005 CARICOM member States Agreement on Accreditation for Education in Medical and other"
        " Health Professions",
        "UIA Accord on Recommended International Standards of Professionalism in Architectural"
        " Practice",
    } <= {node.name for node in matrix.nodes}


def test_the_themes_paper_names_the_forum_and_its_organs() -> None:
    themes = seed("gfmd-2008-roundtable-themes.txt")
    assert ids(themes, "Organisation") == {
        "organisation:european-commission",
        "organisation:gfmd",
        "organisation:gfmd/brussels-forum",
        "organisation:gfmd/chair-in-office",
        "organisation:gfmd/friends-of-the-forum",
        "organisation:gfmd/steering-group",
        "organisation:gfmd/troika",
        "organisation:global-health-workforce-alliance",
        "organisation:united-nations",
    }
    assert ids(themes, "Instrument") == {"instrument:gfmd/operating-modalities"}
    assert ids(themes, "RCP") == {"rcp:bali-process", "rcp:5-plus-5"}
    assert ids(themes, "Country") == {f"country:{code}" for code in ("bgd", "fin", "gbr", "swe")}


def test_the_review_note_names_no_country() -> None:
    note = seed("gcm-review-2020-roundtable-1.txt")
    assert not ids(note, "Country")
    assert ids(note, "Instrument") == {"instrument:2030-agenda", "instrument:gcm"}
    assert ids(note, "Organisation") == {
        "organisation:gcm/connection-hub",
        "organisation:international-day-of-family-remittances",
        "organisation:gcm/knowledge-platform",
        "organisation:un-network-on-migration",
        "organisation:un-secretary-general",
    }


def test_the_partnerships_note_names_no_country_and_no_facility_that_is_only_wished_for() -> None:
    note = seed("gfmd-2020-partnerships-note.txt")
    assert not ids(note, "Country")
    assert ids(note, "Organisation") == {
        "organisation:g20",
        "organisation:g20-mutual-assessment-process",
        "organisation:gfmd",
        "organisation:united-nations",
    }
    assert links(note, "PART_OF") == {
        ("organisation:g20-mutual-assessment-process", "PART_OF", "organisation:g20")
    }


# Made-up sentences of the genre


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "They cited the Pacific Labour Mobility Network as a useful example.",
            "Pacific Labour Mobility Network",
        ),
        (
            "Support came from the Nordic Partnership on Migrant Skills and its members.",
            "Nordic Partnership on Migrant Skills",
        ),
        (
            "She leads the work of the Lagos School of Public Policy on remittances.",
            "Lagos School of Public Policy",
        ),
        (
            "It was first proposed by scholars at Uppsala University in a paper.",
            "Uppsala University",
        ),
        (
            "Panellists welcomed the International Day of Circular Migration as an opportunity.",
            "International Day of Circular Migration",
        ),
        ("There are schemes such as a 'Two-for-One' programme for communities.", "Two-for-One"),
        ("There are “Plant your tree” or “Dig your well” programmes for them.", "Plant your tree"),
        ("There are “Plant your tree” or “Dig your well” programmes for them.", "Dig your well"),
        ("As a case in point, the successful system G-Kash was cited.", "G-Kash"),
        (
            "The ILO-UNICEF child protection programme was cited as useful.",
            "ILO-UNICEF child protection programme",
        ),
        (
            "Draw lessons from the World Bank’s regional risk insurance facility for all.",
            "World Bank’s regional risk insurance facility",
        ),
        (
            "Recruiters follow the Lisbon Code of Practice for the Fair Recruitment of Nurses.",
            "Lisbon Code of Practice for the Fair Recruitment of Nurses",
        ),
        (
            "They recalled the 1998 MERCOSUR member States Agreement on Recognition of Diplomas in"
            " Engineering and other Technical Professions.",
            "1998 MERCOSUR member States Agreement on Recognition of Diplomas in Engineering and"
            " other Technical Professions",
        ),
        (
            "This follows the Quito Declaration on Human Mobility and other commitments made.",
            "Quito Declaration on Human Mobility",
        ),
        ("A fund should be set up, as the Betts Report suggests to donors.", "Betts Report"),
        (
            "Les délégués ont salué la Déclaration de Marrakech pendant la réunion.",
            "Déclaration de Marrakech",
        ),
        ("On a cité dans le débat l’Accord de Nouméa sur les travailleurs.", "Accord de Nouméa"),
        (
            "Los Estados recordaron la Declaración de San José sobre Refugiados en la reunión.",
            "Declaración de San José sobre Refugiados",
        ),
        (
            "UNHCR’s emergency cash facility was presented to all members.",
            "UNHCR’s emergency cash facility",
        ),
        (
            "This was presented by the Permanent Mission of Ghana to the United Nations.",
            "Permanent Mission of Ghana to the United Nations",
        ),
        (
            "Remarks by the Executive Director of the Sahel Diaspora Forum (SDF) opened the day.",
            "Sahel Diaspora Forum",
        ),
    ],
)
def test_names_no_table_knows_are_read_by_their_shape(sentence: str, name: str) -> None:
    assert name in said(sentence)
    assert name in said(textwrap.fill(f"They met in Lima and spoke of many things. {sentence}", 60))


@pytest.mark.parametrize(
    "sentence",
    [
        "There is a need for a Financing Facility to implement migration programs.",
        "Establish a global multi-stakeholder platform on labour skills availability.",
        "Panelists proposed a migration and development facility for coordination.",
        "Every Regional Consultative Process on Migration should share its practices.",
        "Regional Consultative Processes on Migration (RCPs) are informal forums of States.",
        "Plans such as Poverty Reduction Strategy Programs (PRSPs) are to be used widely.",
        "The Member States, the Parliamentarians and the Government agreed on this.",
        "A possible New Global Fund for Migrants was discussed by some delegations.",
        "Migrants of the “virtual” return and “brain drain” programmes were interviewed.",
        "Establish a national agency or focal point (e.g. within the Ministry of Foreign Affairs).",
        "Building Stronger Networks through the Regional Migrant Health Initiative",
        "MIGRATION AND THE REGIONAL HEALTH NETWORK OF THE SOUTH",
        "Business incubators of the Jordan Valley Savings Union lend to the migrants.",
        "The outcomes of the debates in Brussels RT 3 and in Manila were welcomed by all.",
        "The Sustainable Development Goals and SDG 10.c call for lower costs of transfers.",
        "Three-for-one schemes and other matching-grant programmes exist in some places.",
        "The resolution 12/5 was discussed, as was the Annual Report, by the delegations.",
        "The unions met with the National Seafarers Union of New Zealand and Fiji last year.",
        "The Troika met the Steering Group in order to prepare the coming meeting.",
        "See the Final Report, the Discussion Paper and the Concept Note for more of this.",
        "The Green Paper and the White Paper were issued by the Ministry for all of them.",
        "They signed a Bilateral Labour Agreement, and the Agenda was adopted by the meeting.",
        "The Senior Officials Meeting and the draft Declaration were prepared by delegates.",
    ],
)
def test_classes_proposals_headings_and_places_are_no_names(sentence: str) -> None:
    assert said(sentence) <= {"Jordan Valley Savings Union", "Fiji"}


@pytest.mark.parametrize(
    "spelling",
    [
        "General Assembly resolution 99/123",
        "UN General Assembly Resolution 99/123",
        "resolution 99/123 of the General Assembly",
        "A/RES/99/123",
        "UNGA resolution 99/123",
    ],
)
def test_a_resolution_is_one_thing_however_it_is_spelt(spelling: str) -> None:
    read_ = alone(f"In accordance with {spelling}, States met in June.")
    assert ids(read_, "Instrument") == {"instrument:ga-resolution-99-123"}


def test_resolutions_of_other_bodies_are_others() -> None:
    text = "They recalled Security Council resolution 1325 (2000) and A/HRC/RES/35/17 in full."
    assert ids(alone(text), "Instrument") == {
        "instrument:sc-resolution-1325",
        "instrument:hrc-resolution-35-17",
    }


@pytest.mark.parametrize(
    ("said_of_it", "located"),
    [
        ("developed in Kenya ten years ago", True),
        (", which was founded in Kenya,", True),
        ("not developed in Kenya", False),
        ("and its twin in Kenya", False),
        ("studied by scholars in Kenya", False),
    ],
)
def test_a_place_is_stated_by_its_words_alone(said_of_it: str, located: bool) -> None:
    text = f"The successful system G-Kash {said_of_it} was cited.".replace(" ,", ",")
    assert bool(links(alone(text), "LOCATED_IN")) is located


def test_an_acronym_in_brackets_is_a_property() -> None:
    (forum,) = alone("It was founded by the Sahel Diaspora Forum (SDF) last year.").nodes
    assert (forum.name, forum.properties["acronym"]) == ("Sahel Diaspora Forum", "SDF")
    assert forum.properties["kind"] == "forum"


def test_the_innermost_owner_cites_and_the_document_mentions() -> None:
    read = page(
        "The IOM met with Ghana last year to talk.\n"
        "\n"
        "Session on data\n"
        "This session looks at what the ILO does on the 2030 Agenda for Sustainable Development.\n"
        "- Ask the World Bank and Ghana for help\n"
    )
    draft = read.draft
    draft.begin(2, 1, draft.part("Session", "1", draft.text.passage(2)))
    draft.part("Recommendation", "a1", draft.text.passage(4)[2:])
    assert links(cited(read), "CITES", "MENTIONED_IN") == {
        ("agency:iom", "MENTIONED_IN", "document:~"),
        ("country:gha", "MENTIONED_IN", "document:~"),
        ("session:~/1", "CITES", "agency:ilo"),
        ("session:~/1", "CITES", "instrument:2030-agenda"),
        ("recommendation:~/a1", "CITES", "agency:world-bank"),
        ("recommendation:~/a1", "CITES", "country:gha"),
    }


def test_what_an_earlier_rule_has_read_is_left_to_it() -> None:
    read = page("Ms. Ama Mensah, Director, ILO, spoke to the panel on behalf of the IOM.")
    draft, words = read.draft, read.draft.text.passage(0)
    ilo = names().resolve("ILO")
    assert ilo
    office = draft.shared(ilo, words[26:29])
    person = draft.person(words[4:14], office)
    draft.link("AFFILIATED_WITH", person, office, role="Director")
    draft.begin(0, 1, draft.part("Session", "1", words))
    assert links(cited(read), "CITES", "MENTIONED_IN") == {
        ("agency:iom", "MENTIONED_IN", "document:~")
    }


def test_two_names_joined_by_and_are_two_things() -> None:
    text = "They thanked the Sahel Diaspora Forum and the Lagos Institute of Data for their work."
    assert said(text) == {"Sahel Diaspora Forum", "Lagos Institute of Data"}


def test_a_name_cut_by_a_page_break_is_read_on() -> None:
    text = "They thanked the Nordic Partnership on\n\n\nmigrant skills. The ILO spoke.\n"
    assert said(text.replace("migrant skills", "and the ILO office")) >= {
        "International Labour Organization"
    }
    assert said("They thanked the World\n\nBank for all its work.") == set()


def test_an_abbreviation_the_document_defines_is_the_same_thing() -> None:
    read = page(
        "It was founded by the Sahel Diaspora Forum (SDF) last year.\n\n- Work with the SDF\n"
    )
    read.draft.part("Recommendation", "a1", read.draft.text.passage(2)[2:])
    assert links(cited(read), "CITES") == {
        ("recommendation:~/a1", "CITES", "organisation:sahel-diaspora-forum")
    }
    assert "organisation:sdf" not in said("Work with the SDF on the data of migrants.")


def test_the_first_words_of_a_full_name_stand_for_it() -> None:
    compact = "They adopted the Global Compact for Safe, Orderly and Regular Migration in 2018."
    for sentence, cited in (
        ("The Global Compact was cited.", True),
        ("They cited the Global Compact on Refugees.", False),
        ("They cited the UN Global Compact of firms.", False),
        ("They cited the global compact.", False),
    ):
        found = alone(f"{compact}\n\n{sentence}\n")
        lines = {
            evidence.locator
            for edge in found.edges
            for evidence in edge.evidence
            if edge.target == "instrument:gcm"
        }
        assert ("line 3" in lines) is cited, sentence
    assert "instrument:gcm" not in ids(alone("The Global Compact was cited."), "Instrument")


def test_a_known_name_keeps_what_follows_out() -> None:
    assert said("They asked the UN Network on Migration on GCM objectives to report.") == {
        "United Nations Network on Migration",
        "Global Compact for Safe, Orderly and Regular Migration",
    }
    assert said("It was run by the Migrants Caught in Conflict Initiative (MCCI) last year.") == {
        "Migrants Caught in Conflict Initiative"
    }
    assert said("It was funded by the Alexander S. Onassis Benefit Foundation last year.") == {
        "Alexander S. Onassis Benefit Foundation"
    }


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Ratify ILO Conventions No. 97 and No. 143 soon.", {"ilo-c97", "ilo-c143"}),
        ("Ratify ILO Conventions 97, 143 and 189.", {"ilo-c97", "ilo-c143", "ilo-c189"}),
        ("Ratify ILO Convention No. 189 soon.", {"ilo-c189"}),
        ("Ratify ILO Convention No. 19 soon.", {"ilo-c19"}),
    ],
)
def test_conventions_of_the_ilo_by_number(sentence: str, cited: set[str]) -> None:
    found = ids(alone(sentence), "Instrument")
    assert found == {f"instrument:{code}" for code in cited}


def test_names_in_cells_labels_and_headings() -> None:
    found = alone(
        "The Road to Quito\n\n"
        "This note says what the States of the region have done since they met for the first time"
        " and what is to come.\n\n"
        "Legal basis: the Quito Declaration on Human Mobility, as agreed by all members\n\n"
        "| Body | What it holds |\n|---|---|\n"
        "| Registry | It keeps the texts of the Lima Protocol for all of them. |\n"
    )
    assert ids(found, "Instrument") == {
        "instrument:quito-declaration-on-human-mobility",
        "instrument:lima-protocol",
    }
