"""Areas and recommendations of summaries: what announces them, what belongs to one, what not."""

from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.pipeline.load import extracted
from partnergraph.readers import html as html_reader
from partnergraph.readers import text as text_reader
from partnergraph.records.model import Extraction
from partnergraph.verify import verify


def read(content: str, name: str = "summary.txt") -> Extraction:
    document = Document(Path(name), "", text_reader.read(content.encode(), Path(name)))
    extraction = extracted(document, None)[0].finish()
    verify(extraction, document.text)
    return extraction


def recommended(content: str) -> dict[str, str]:
    nodes = (node for node in read(content).nodes if node.label == "Recommendation")
    return {str(node.properties["code"]): node.name for node in nodes}


def areas(content: str) -> dict[str, str]:
    nodes = (node for node in read(content).nodes if node.label == "Topic")
    return {str(node.properties["code"]): node.name for node in nodes}


def under(content: str) -> dict[str, str]:
    edges = (edge for edge in read(content).edges if edge.type == "UNDER")
    return {e.source.rpartition("/")[2]: e.target.rpartition("/")[2] for e in edges}


@pytest.mark.parametrize(
    "announcement",
    [
        "Concrete issues and recommendations presented for consideration included:",
        "Key recommendations",
        "KEY RECOMMENDATIONS:",
        "**Recommendations**",
        "The following actions were proposed:",
        "The following recommendations were made by participants:",
        "Participants recommended that:",
        "8. Participants recommended that States should:",
        "It was proposed to:",
        "Delegations called for:",
        "Several speakers suggested the following:",
        "Way forward:",
        "Next steps",
        "Action points",
        "Recommandations :",
        "Les participants ont proposé les actions suivantes :",
        "Il a été recommandé de :",
        "Recomendaciones principales:",
        "Se propusieron las siguientes acciones:",
    ],
)
def test_what_announces_recommendations(announcement: str) -> None:
    content = (
        "A summary of the day\n\na. Data\n\nDelegations spoke of many things at length.\n\n"
        f"{announcement}\n\n- Train the border guards\n- Count all migrants, in towns and\n"
        "  villages\n"
    )
    assert list(recommended(content).values()) == [
        "Train the border guards",
        "Count all migrants, in towns and villages",
    ]
    assert set(under(content).values()) == {"a"}


@pytest.mark.parametrize(
    "announcement",
    [
        "Challenges identified:",
        "Good practices included:",
        "The following countries made recommendations:",
        "Recommendations of previous sessions:",
        "Actions already taken",
        "No recommendations were made, but these questions were asked:",
        "Recommended reading:",
        "The recommendations were rejected:",
    ],
)
def test_what_announces_something_else(announcement: str) -> None:
    content = (
        "A summary of the day\n\na. Data\n\nDelegations spoke of many things at length.\n\n"
        f"{announcement}\n\n- Train the border guards\n- Count all migrants\n"
    )
    assert recommended(content) == {}


@pytest.mark.parametrize(
    ("markers", "codes"),
    [
        (("- ", "- ", "- "), ("b1", "b2", "b3")),
        (("• ", "• ", "• "), ("b1", "b2", "b3")),
        (("– ", "– ", "– "), ("b1", "b2", "b3")),
        (("(i) ", "(ii) ", "(iii) "), ("b1", "b2", "b3")),
        (("(a) ", "(b) ", "(c) "), ("b1", "b2", "b3")),
        (("a) ", "b) ", "c) "), ("b1", "b2", "b3")),
        (("12. ", "13. ", "14. "), ("12", "13", "14")),
        (("1.1 ", "1.2 ", "1.3 "), ("1.1", "1.2", "1.3")),
        (("R1. ", "R2. ", "R3. "), ("1", "2", "3")),
        (("Recommendation 1: ", "Recommendation 2: ", "Recommendation 3: "), ("1", "2", "3")),
    ],
)
def test_items_of_every_kind(markers: tuple[str, ...], codes: tuple[str, ...]) -> None:
    words = ("Train the border guards;", "Count all migrants;", "Set up a fund.")
    items = "\n".join(mark + word for mark, word in zip(markers, words, strict=True))
    content = f"A summary of the day\n\nb. Data\n\nRecommendations:\n\n{items}\n"
    assert recommended(content) == dict(zip(codes, words, strict=True))


def test_labelled_recommendations_need_no_announcement() -> None:
    content = (
        "Summary of the roundtable\n\nKey messages\n- Data matter.\n\n"
        "Recommendation 1: States should report.\n\nRecommendation 2: States should plan.\n\n"
        "The session was closed.\n"
    )
    assert recommended(content) == {"1": "States should report.", "2": "States should plan."}


def test_numbered_paragraphs_under_a_heading_unless_they_only_tell() -> None:
    content = (
        "Summary of the day\n\nI. Root causes\n\n3. Poverty was discussed by many.\n\n"
        "Key recommendations\n\n4. Governments should ratify the convention.\n\n"
        "5. The ILO and the IOM should publish guidelines on\nrecruitment fees.\n\n"
        "IV. Way forward\n\n9. The co-facilitators thanked all participants.\n"
    )
    assert recommended(content) == {
        "4": "Governments should ratify the convention.",
        "5": "The ILO and the IOM should publish guidelines on recruitment fees.",
    }


def test_parts_of_an_item_are_its_own_other_bullets_are_items() -> None:
    content = (
        "Summary of the day\n\nA. Data\n\nIt was recommended to:\n\n"
        "• Establish a referral mechanism:\n    – at national level;\n    – at regional level;\n"
        "• Train guards;\n• Set up a fund.\n"
    )
    assert list(recommended(content).values()) == [
        "Establish a referral mechanism: – at national level; – at regional level;",
        "Train guards;",
        "Set up a fund.",
    ]


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        (("a. Data", "b. Rights", "c. Return"), ("a", "b", "c")),
        (("I. Data", "II. Rights", "III. Return"), ("I", "II", "III")),
        (("1. Data", "2. Rights", "3. Return"), ("1", "2", "3")),
        (("Theme 1: Data", "Theme 2: Rights", "Theme 3: Return"), ("1", "2", "3")),
        (("A) Data", "B) Rights", "C) Return"), ("A", "B", "C")),
    ],
)
def test_areas_of_every_kind(headings: tuple[str, ...], codes: tuple[str, ...]) -> None:
    body = (
        "\n\nDelegations spoke of many things.\n\nRecommendations included:\n\n- Do one thing\n\n"
    )
    content = "Summary of the day\n\n" + "".join(heading + body for heading in headings)
    assert areas(content) == dict(zip(codes, ("Data", "Rights", "Return"), strict=True))
    assert sorted(under(content).values()) == sorted(code.lower() for code in codes)


def test_an_area_without_recommendations_is_an_area_by_its_word() -> None:
    content = (
        "Summary of the day\n\nTheme 1: Data\n\nRecommendations:\n\n- Do one thing\n\n"
        "Theme 2: Slavery\n\nThere were no proposals.\n"
    )
    assert areas(content) == {"1": "Data", "2": "Slavery"}
    assert recommended(content) == {"1-1": "Do one thing"}


def test_wrapped_at_any_width_the_items_are_the_same() -> None:
    item = (
        "Establish voluntary humanitarian visa schemes for persons who are displaced by sudden"
        " disasters, building on the experience of Brazil and Argentina, and of their partners"
    )
    for width in (30, 50, 70, 100):
        words, lines = item.split(), [""]
        for word in words:
            if len(lines[-1]) + len(word) >= width:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        wrapped = "\n".join(lines)
        content = (
            f"A summary\n\na. Climate\n\nProposals included:\n\n- {wrapped}\n- Set up a fund\n"
        )
        assert recommended(content) == {"a1": item, "a2": "Set up a fund"}, width


def test_a_heading_of_hundreds_holds_its_paragraphs() -> None:
    content = (
        "Summary of discussions\n\n1.0 Background\n\nMany States attended the meeting.\n\n"
        "2.0 Recommendations\n\n2.1 Governments should open channels.\n"
        "2.2 Governments should support regional processes.\n"
        "    2.2.1 in particular by funding their secretariats;\n3.0 Closing\n"
    )
    assert recommended(content) == {
        "2.1": "Governments should open channels.",
        "2.2": "Governments should support regional processes. 2.2.1 in particular by funding their"
        " secretariats;",
    }


def test_addressees_part_one_list_conclusions_end_it() -> None:
    content = (
        "Report of the meeting\n\nRecommendations\n\nTo Governments of countries of origin:\n"
        "- Regulate recruiters\n\nTo international organizations:\n- ILO: publish guidance\n\n"
        "Agreed conclusions\n- Migration is a fact.\n"
    )
    assert recommended(content) == {"1": "Regulate recruiters", "2": "ILO: publish guidance"}


def facts(extraction: Extraction) -> set[tuple[str, str, str]]:
    called = {node.id: node.name for node in (*extraction.nodes, extraction.document)}
    return {(e.type, called[e.source], called[e.target]) for e in extraction.edges}


def test_a_page_of_another_format_by_its_headings() -> None:
    html = (
        b"<h1>Report of the seminar on seafarers</h1><h2>Crew change</h2><p>Much was said.</p>"
        b"<p>Participants called for:</p><ul><li>Kenya should open its ports</li>"
        b"<li>Publish a register</li></ul><h2>Wages</h2><p>Less was said.</p>"
        b"<p>It was recommended to:</p><ul><li>Set a floor</li></ul><h2>Closing</h2><p>The end.</p>"
    )
    path = Path("report.html")
    document = Document(path, "", html_reader.read(html, path))
    extraction = extracted(document, None)[0].finish()
    assert {fact for fact in facts(extraction) if fact[0] in ("UNDER", "DIRECTED_TO")} == {
        ("UNDER", "Kenya should open its ports", "Crew change"),
        ("UNDER", "Publish a register", "Crew change"),
        ("UNDER", "Set a floor", "Wages"),
        ("DIRECTED_TO", "Kenya should open its ports", "Kenya"),
    }


def test_conclusions_of_a_meeting_in_french() -> None:
    content = (
        "Rapport du séminaire sur la pêche\n\nThème 1 : Contrats\n\nLes délégations ont parlé de"
        " beaucoup de choses.\n\nIl a été recommandé de :\n\n- publier un registre\n- former les"
        " inspecteurs\n\nThème 2 : Ports\n\nLes participants ont proposé :\n\n- ouvrir un guichet\n"
    )
    assert areas(content) == {"1": "Contrats", "2": "Ports"}
    assert recommended(content) == {
        "1-1": "publier un registre",
        "1-2": "former les inspecteurs",
        "2-1": "ouvrir un guichet",
    }


def test_what_a_list_of_recommendations_leaves_to_others() -> None:
    content = (
        "Report of the meeting\n\nRecommendations\n\n- Open the ports\n\nParticipants\n\n"
        "Kenya\nMali\n\nThe workshop was hosted by Ghana in Accra, where many people came to it.\n"
    )
    assert recommended(content) == {"1": "Open the ports"}
