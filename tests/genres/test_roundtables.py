"""The outline of a themes paper: roundtables, sessions, their titles, codes and dates."""

import re
from pathlib import Path

import pytest

from partnergraph import readers
from partnergraph.document.document import Document
from partnergraph.document.laid import running_lines
from partnergraph.genres import roundtables
from partnergraph.names import names
from partnergraph.readers import text as text_reader
from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent.parent / "seeds"
THEMES = SEEDS / "gfmd-2008-roundtable-themes.txt"
OUTLINE = [
    ("Roundtable", "1", "Migration, Development and Human Rights", "document"),
    ("Session", "1.1", "Protecting the rights of migrants – a shared responsibility", "1"),
    ("Session", "1.2", "Empowering migrants and diaspora to contribute to development", "1"),
    (
        "Roundtable",
        "2",
        "Secure, legal migration can achieve stronger development impacts",
        "document",
    ),
    ("Session", "2.1", "Fostering more opportunities for legal migration", "2"),
    (
        "Session",
        "2.2",
        "Managing migration and minimizing the negative impacts of irregular migration",
        "2",
    ),
    ("Roundtable", "3", "Policy and institutional coherence and partnerships", "document"),
    ("Session", "3.1", "Strengthening data and research tools on migration and development", "3"),
    (
        "Session",
        "3.2",
        "Policy and institutional coherence on migration and development within Government",
        "3",
    ),
    (
        "Session",
        "3.3",
        "Regional consultative processes (RCPs) at the interface of migration and development",
        "3",
    ),
    (
        "Session",
        "4",
        "The future of the Global Forum on Migration and Development (GFMD)",
        "document",
    ),
]


def read(content: str, name: str = "paper.txt") -> tuple[Draft, Extraction]:
    reading = text_reader.read(content.encode(), Path(name))
    return of(Document(Path(name), "", reading))


def page_of(document: Document) -> Page:
    return Page(document.laid, Draft(document.text, names()))


def of(document: Document) -> tuple[Draft, Extraction]:
    page = page_of(document)
    page.leave_out(running_lines(document.laid))
    roundtables.read_page(page)
    extraction = page.draft.finish()
    verify(extraction, document.text)
    return page.draft, extraction


def outlined(extraction: Extraction) -> list[tuple[str, str, str, str]]:
    """Label, code, name and the code of what it is part of (or `document`), in order of code."""
    nodes = {node.id: node for node in extraction.nodes}
    rows = [
        (
            nodes[edge.source].label,
            str(nodes[edge.source].properties["code"]),
            nodes[edge.source].name,
            str(nodes[edge.target].properties["code"]) if edge.target in nodes else "document",
        )
        for edge in extraction.edges
        if edge.type == "PART_OF"
    ]
    return sorted(rows, key=lambda row: row[1])


def headed(content: str) -> list[tuple[str, str, str, str]]:
    return outlined(read(content)[1])


def test_themes_paper_has_its_three_roundtables_and_eight_sessions() -> None:
    page = page_of(readers.read(THEMES))
    assert roundtables.read_page(page) == "headings: 3 roundtables, 8 sessions"
    extraction = page.draft.finish()
    assert outlined(extraction) == OUTLINE
    ids = {node.id for node in extraction.nodes}
    assert "roundtable:gfmd-2008-roundtable-themes/3" in ids
    assert "session:gfmd-2008-roundtable-themes/3.3" in ids
    aliases = {node.properties.get("aliases") for node in extraction.nodes}
    assert aliases == {("Roundtable 1",), ("Roundtable 2",), ("Roundtable 3",), None}


def test_lines_stand_in_their_session_and_furniture_is_reported() -> None:
    draft, extraction = read(THEMES.read_text(), THEMES.name)
    home = {number: draft.container(number - 1) for number in (20, 100, 130, 160, 205, 310, 400)}
    codes = {number: mention.id.split("/")[1] for number, mention in home.items() if mention}
    assert codes == {20: "1", 100: "1.1", 130: "1.2", 160: "2", 205: "2.1", 310: "3.1", 400: "4"}
    furniture = [s for s in extraction.skipped if s.reason.startswith("page furniture")]
    assert [s.locator for s in furniture] == ["lines 160, 163"]
    assert draft.container(0) is None


def test_quotes_are_the_headings() -> None:
    _, extraction = read(THEMES.read_text(), THEMES.name)
    part = next(e for e in extraction.edges if e.source.endswith("/2.1") and e.type == "PART_OF")
    assert part.evidence[0].locator == "lines 152, 193"
    assert part.evidence[0].quote == (
        "Roundtable 2: Secure, legal migration can achieve stronger development impacts … "
        "2.1 Fostering more opportunities for legal migration"
    )


def test_review_note_has_one_roundtable_with_its_date() -> None:
    _, extraction = of(readers.read(SEEDS / "gcm-review-2020-roundtable-1.txt"))
    (node,) = extraction.nodes
    assert (node.id, node.name) == ("roundtable:gcm-review-2020-roundtable-1/1", "Roundtable 1")
    assert node.properties == {"code": "1", "date": "2020-11-12"}


@pytest.mark.parametrize(
    "name", ["gfmd-2020-partnerships-note.txt", "gcm-2017-thematic-session-4-summary.txt"]
)
def test_documents_without_roundtables_are_not_recognised(name: str) -> None:
    assert roundtables.read_page(page_of(readers.read(SEEDS / name))) is None


@pytest.mark.parametrize(
    ("heading", "code", "name"),
    [
        ("Roundtable 1: Rights at work", "1", "Rights at work"),
        ("RT 1 – Rights at work", "1", "Rights at work"),
        ("ROUND TABLE 2. SECURE MIGRATION", "2", "SECURE MIGRATION"),
        ("Round-table No. 3: Rights", "3", "Rights"),
        ("Roundtable II: Rights", "II", "Rights"),
        ("Roundtable B — Rights", "B", "Rights"),
        ("Roundtable Two: Rights", "2", "Rights"),
        ("Table ronde 1 : Migrations et développement", "1", "Migrations et développement"),
        ("Mesa redonda 1: Migración", "1", "Migración"),
        ("## Roundtable 1: Rights", "1", "Rights"),
        ("Roundtable 4", "4", "Roundtable 4"),
        ("RT 4", "4", "Roundtable 4"),
        ("ROUNDTABLE 4:", "4", "Roundtable 4"),
        ("Roundtable 1 Migration and Rights", "1", "Migration and Rights"),
        (
            "Roundtable 1: migration, rights and\ndevelopment",
            "1",
            "migration, rights and development",
        ),
        ("Roundtable 3\nPolicy Coherence", "3", "Policy Coherence"),
        (
            "Roundtable 3:\n\nPolicy coherence and\npartnerships",
            "3",
            "Policy coherence and partnerships",
        ),
        ("Roundtable 3: Can migration work?", "3", "Can migration work?"),
    ],
)
def test_headings_of_roundtables(heading: str, code: str, name: str) -> None:
    content = f"THE THEMES\n\n{heading}\n\nThis Roundtable will focus on workers.\n"
    assert headed(content) == [("Roundtable", code, name, "document")]


@pytest.mark.parametrize(
    ("heading", "code", "name"),
    [
        ("1.1  Protecting workers", "1.1", "Protecting workers"),
        ("1.1. Protecting workers", "1.1", "Protecting workers"),
        ("1.1: Protecting workers", "1.1", "Protecting workers"),
        ("Session 1.1 – Protecting workers", "1.1", "Protecting workers"),
        ("Session 1.1 Protecting workers", "1.1", "Protecting workers"),
        ("Roundtable Session 1.1: Protecting workers", "1.1", "Protecting workers"),
        ("RT 1.1: Protecting workers", "1.1", "Protecting workers"),
        ("Séance 1.1 : Protéger", "1.1", "Protéger"),
        ("Session 1: Protecting workers", "1", "Protecting workers"),
        ("Session A: Protecting workers", "A", "Protecting workers"),
        ("    1.1   Protecting workers", "1.1", "Protecting workers"),
        ("1.1 Protecting workers –\na shared duty", "1.1", "Protecting workers – a shared duty"),
        ("1.1 Protecting workers\n– a shared duty", "1.1", "Protecting workers – a shared duty"),
    ],
)
def test_headings_of_sessions(heading: str, code: str, name: str) -> None:
    content = f"Roundtable 1: Rights\n\n{heading}\nThis session will look at work.\n"
    assert headed(content)[-1] == ("Session", code, name, "1")


@pytest.mark.parametrize(
    "prose",
    [
        "Roundtable 1 will build on this.",
        "It follows the debates in Brussels\nRT 1 discussions on good practices.",
        "It follows the work of\nRoundtable 1. The next one will follow.",
        "This session would link to\nsession 1.1 on rights, and more.",
        "This session would complement session\n2.1 on fostering opportunities.",
        "In all there are some\n3.5 Million migrants in the region.",
        "We met in\nSession 4. It was long.",
    ],
)
def test_prose_heads_nothing(prose: str) -> None:
    content = f"Roundtable 2: Rights\n\nThis Roundtable will focus on workers.\n\n{prose}\n"
    assert headed(content) == [("Roundtable", "2", "Rights", "document")]


def test_numbered_questions_are_no_sessions() -> None:
    content = (
        "Roundtable 1: Rights\n\n1.1 What are the benefits of\nprotection?\n2. What else helps?\n"
    )
    assert headed(content) == [("Roundtable", "1", "Rights", "document")]


def test_sessions_numbered_anew_in_each_roundtable_are_different_sessions() -> None:
    content = (
        "Roundtable 1: Rights\n\nSession 1: Work\n\nText.\n\n"
        "Roundtable 2: Return\n\nSession 1: Home\n\nText.\n"
    )
    draft, extraction = read(content)
    sessions = {
        n.id: (n.name, n.properties["code"]) for n in extraction.nodes if n.label == "Session"
    }
    assert sessions == {
        "session:paper/1.1": ("Work", "1"),
        "session:paper/2.1": ("Home", "1"),
    }
    assert draft.container(4).id == "session:paper/1.1"  # type: ignore[union-attr]


def test_running_heads_and_contents_make_nothing_twice() -> None:
    content = (
        "THEMES\n\nContents\n\nRoundtable 1: Rights\n1.1 Work\n\n"
        "Roundtable 1: Rights\n\nIntroduction.\n\n1.1 Work\n\nFirst half.\n\n"
        "Roundtable 1: Rights\n\n12\n\nSecond half.\n"
    )
    draft, extraction = read(content)
    assert headed(content) == [
        ("Roundtable", "1", "Rights", "document"),
        ("Session", "1.1", "Work", "1"),
    ]
    assert draft.container(19).id == "session:paper/1.1"  # type: ignore[union-attr]
    assert [s.locator for s in extraction.skipped if "contents" in s.reason] == ["lines 3, 5-6"]


def test_a_second_heading_with_another_title_is_reported() -> None:
    content = "Roundtable 1: Rights\n\nText.\n\nRoundtable 1: Return\n\nText.\n"
    _, extraction = read(content)
    assert headed(content) == [("Roundtable", "1", "Rights", "document")]
    assert ("line 5", "a second roundtable 1 with another title") in [
        (s.locator, s.reason) for s in extraction.skipped
    ]


def test_themes_stand_above_roundtables_or_take_their_place() -> None:
    content = "THEME 1: RIGHTS\n\nRoundtable 1: Work\n\nText.\n"
    assert sorted(headed(content)) == [
        ("Roundtable", "1", "Work", "1"),
        ("Roundtable", "1", "Work", "document"),
        ("Topic", "1", "RIGHTS", "document"),
    ]
    content = "Theme 1: Rights\n\n1.1 Work\n\nText.\n\nTheme 2: Return\n\n2.1 Home\n\nText.\n"
    assert headed(content) == [
        ("Topic", "1", "Rights", "document"),
        ("Session", "1.1", "Work", "1"),
        ("Topic", "2", "Return", "document"),
        ("Session", "2.1", "Home", "2"),
    ]


def test_roundtables_numbered_below_themes_are_roundtables() -> None:
    content = (
        "THEME 1: RIGHTS\n\nRoundtable 1.1: Work\n\nText.\n\nTHEME 2: RETURN\n\n"
        "Roundtable 2.1: Home\n\nText.\n"
    )
    assert sorted(row for row in headed(content) if row[3] != "document") == [
        ("Roundtable", "1.1", "Work", "1"),
        ("Roundtable", "2.1", "Home", "2"),
    ]


def test_a_paper_of_one_session_heads_it() -> None:
    content = (
        "GLOBAL FORUM\n\nROUNDTABLE SESSION 1.1 BACKGROUND PAPER\n\n"
        "Circulating Labour for Development\n\n1. Introduction\n\nText is here.\n"
    )
    assert headed(content) == [("Session", "1.1", "Circulating Labour for Development", "document")]


def test_a_separate_session_stands_apart() -> None:
    content = (
        "Roundtable 1: Rights\n\n1.1 Work\n\nText.\n\nSpecial session\n\n7. The future\n\nText.\n"
    )
    assert headed(content)[-1] == ("Session", "7", "The future", "document")


@pytest.mark.parametrize(
    ("heading", "date", "name"),
    [
        ("Roundtable 2 – Friday, 13 November 2020", "2020-11-13", "Roundtable 2"),
        (
            "Roundtable 2: Rights at work, 24-25 July 2017",
            "2017-07-24/2017-07-25",
            "Rights at work",
        ),
        ("Table ronde 2 – jeudi 12 novembre 2020", "2020-11-12", "Roundtable 2"),
        ("Roundtable 2: The March 2007 agenda", None, "The March 2007 agenda"),
    ],
)
def test_dates_of_headings(heading: str, date: str | None, name: str) -> None:
    _, extraction = read(f"{heading}\nGCM objective 14: Enhance\nprotection\n\nText.\n")
    (node,) = (node for node in extraction.nodes if node.label == "Roundtable")
    assert (node.properties.get("date"), node.name) == (date, name)


def mutations() -> dict[str, str]:
    seed = THEMES.read_text()
    return {
        "windows": seed.replace("\n", "\r\n"),
        "no-break spaces": seed.replace(" ", "\u00a0"),
        "form feeds": seed.replace("\n \n", "\n\f\n"),
        "blank lines doubled": seed.replace("\n", "\n\n"),
        "indented": re.sub("^", "\t  ", seed, flags=re.M),
        "trailing spaces": re.sub("$", "   ", seed, flags=re.M),
        "roundtables abbreviated": re.sub(r"^Roundtable (\d):", r"RT \1 –", seed, flags=re.M),
        "sessions labelled": re.sub(r"^(\d\.\d) ", r"Session \1: ", seed, flags=re.M),
    }


@pytest.mark.parametrize("how", mutations())
def test_the_layout_changes_nothing(how: str) -> None:
    assert headed(mutations()[how]) == OUTLINE


def test_a_byte_order_mark_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "themes.txt"
    path.write_bytes(b"\xef\xbb\xbfRoundtable 1: Rights\r\n\r\nText.\r\n")
    assert outlined(of(readers.read(path))[1]) == [("Roundtable", "1", "Rights", "document")]


@pytest.mark.parametrize(
    "content",
    [
        "\n" * 2000 + "x",
        "Roundtable 1: X\n\n" * 1500,
        "Contents\n" + "Roundtable 1: A\n" * 1500,
        "Sessions:\n\n4. Abc\n\n" * 500,
        "." * 100_000,
        " . . ." * 20_000 + " 3",
        "Roundtable " * 30_000,
        "1.1 " * 50_000,
        "12\n" * 3000,
        "Roundtable 1: ﷽\u202e\U0001f600\n\n1.1 א\n\n" * 100,
        "Session 1.1: A\n\nSession 1.1: B\n\nRoundtable 2\n\nSession 1.1: C\n\nRoundtable 1.1: D",
    ],
)
def test_hostile_texts_are_read_or_left(content: str) -> None:
    draft, extraction = read(content)
    assert len(extraction.nodes) <= 5
    assert all(
        draft.free(i) or i in draft.taken for i, line in enumerate(draft.text.lines) if line.words
    )
