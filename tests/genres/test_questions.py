"""Guiding questions: the 7, the 5 and 19, the 21 of the seeds, and lists nobody has seen."""

import re
from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.pipeline.load import extracted
from partnergraph.readers import read
from partnergraph.readers import text as text_reader
from partnergraph.records.model import Extraction, Node
from partnergraph.relations.draft import Draft
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NOTE = "gfmd-2020-partnerships-note"
REVIEW = "gcm-review-2020-roundtable-1"
THEMES = "gfmd-2008-roundtable-themes"


def seed(stem: str) -> str:
    return (SEEDS / f"{stem}.txt").read_text(encoding="utf-8")


def read_draft(document: Document) -> tuple[Draft, Extraction]:
    draft, _ = extracted(document, None)
    extraction = draft.finish()
    verify(extraction, document.text)
    return draft, extraction


def made(content: str, name: str = "note.txt") -> Document:
    return Document(Path(name), "", text_reader.read(content.encode(), Path(name)))


def of(content: str, name: str = "note.txt") -> Extraction:
    return read_draft(made(content, name))[1]


def asked(extraction: Extraction) -> list[Node]:
    return [node for node in extraction.nodes if node.label == "Question"]


def by_code(extraction: Extraction) -> dict[str, str]:
    return {str(node.properties["code"]): node.name for node in asked(extraction)}


def ends(extraction: Extraction, type: str) -> dict[str, set[str]]:
    """The targets of a type by the code of the source."""
    found: dict[str, set[str]] = {}
    for edge in extraction.edges:
        if edge.type == type:
            found.setdefault(edge.source.partition("/")[2], set()).add(edge.target)
    return found


def facts(extraction: Extraction) -> set[object]:
    nodes = {(n.id, n.name, n.properties.get("details")) for n in extraction.nodes}
    return nodes | {(e.type, e.source, e.target) for e in extraction.edges}


def test_the_review_asks_seven_questions_of_its_roundtable() -> None:
    review = of(seed(REVIEW), f"{REVIEW}.txt")
    assert [node.properties["code"] for node in asked(review)] == list("1234567")
    first, second, *_ = asked(review)
    assert first.name == (
        "What has been the impact of the COVID-19 pandemic on the implementation of the GCM and"
        " more particularly of the 6 objectives of this roundtable?"
    )
    assert "details" not in first.properties
    assert second.properties["details"] == (
        "To what extent are these initiatives effective in empowering migrants and societies to"
        " realize full inclusion and social cohesion?"
    )
    under = ends(review, "UNDER")
    assert set(under) == set("1234567")
    assert all(targets == {f"roundtable:{REVIEW}/1"} for targets in under.values())


def test_six_of_the_seven_carry_an_objective() -> None:
    review = of(seed(REVIEW), f"{REVIEW}.txt")
    assert ends(review, "ASKS_ABOUT") == {
        "2": {"objective:gcm-16"},
        "3": {"objective:gcm-15"},
        "4": {"objective:gcm-19"},
        "5": {"objective:gcm-20"},
        "6": {"objective:gcm-22"},
        "7": {"objective:gcm-14"},
    }
    assert not any("Objective" in node.name + str(node.properties) for node in asked(review))
    edge = next(e for e in review.edges if e.type == "ASKS_ABOUT" and e.source.endswith("/4"))
    assert edge.evidence[0].quote == (
        "What actions or structures are in place to engage and empower migrants"
        " … (GCM Objective 19)"
    )
    assert edge.evidence[0].locator == "lines 105, 108"


def test_the_preamble_is_no_question() -> None:
    review = of(seed(REVIEW), f"{REVIEW}.txt")
    assert not any("whole-of-government" in node.name for node in asked(review))


def test_the_note_asks_five_questions_and_nineteen_below_them() -> None:
    note = of(seed(NOTE), f"{NOTE}.txt")
    codes = [str(node.properties["code"]) for node in asked(note)]
    below = {"1": 4, "2": 4, "3": 4, "4": 3, "5": 4}
    expected = [f"{main}{sub}" for main, n in below.items() for sub in ("", *_subs(n))]
    assert codes == expected
    assert len(codes) == 24
    under = ends(note, "UNDER")
    for main in below:
        assert under[main] == {f"document:{NOTE}"}
    for code in codes:
        if "." in code:
            assert under[code] == {f"question:{NOTE}/{code[0]}"}


def _subs(count: int) -> list[str]:
    return [f".{number}" for number in range(1, count + 1)]


def test_the_note_s_questions_are_whole() -> None:
    found = {str(n.properties["code"]): n for n in asked(of(seed(NOTE), f"{NOTE}.txt"))}
    details = str(found["1"].properties["details"])
    assert details.startswith("Having clearly identified objectives and outcomes and a workable")
    assert details.endswith("rights of migrants granted by destination countries)?")
    assert found["2"].properties["details"] == "What has worked and what has not?"
    assert found["1.1"].name == (
        "To what extent does diverse participation by multiple stakeholders assist in the"
        " establishment of partnerships?"
    )
    assert found["1.2"].properties["details"] == (
        "What interesting case studies can you share on overcoming these challenges?"
    )
    assert found["2.3"].name.endswith("rights of migrants etc.)?")
    assert "details" not in found["2.3"].properties
    assert found["3"].name.endswith("the future of human mobility and future of work?")
    assert found["5.4"].name == (
        "What frameworks can be put in place to ensure that partnership outcomes are coherent with"
        " wide national, regional and global policy?"
    )


def test_the_sessions_of_manila_ask_three_questions_each() -> None:
    manila = of(seed(THEMES), f"{THEMES}.txt")
    sessions = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3")
    codes = [f"{session}-{n}" for session in sessions for n in (1, 2, 3)]
    assert list(by_code(manila)) == codes
    under = ends(manila, "UNDER")
    assert all(under[code] == {f"session:{THEMES}/{code[:3]}"} for code in codes)
    found = {str(node.properties["code"]): node for node in asked(manila)}
    assert found["1.1-3"].name == (
        "What are the key elements of effective cooperation between countries on migrant"
        " protection, including with the engagement of the private sector?"
    )
    assert found["1.2-1"].name.endswith("(what are the conditions for success)?")
    assert found["3.2-3"].properties["details"] == "How to measure “effective” in this context?"
    assert found["3.3-1"].properties["details"] == (
        "And within the agendas of larger regional economic processes?"
    )


MUTATIONS = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "indented": lambda text: re.sub(r"(?m)^", "    ", text),
    "tabs": lambda text: re.sub(r"(?m)^", "\t", text),
    "more blank lines": lambda text: re.sub(r"\n\s*\n", "\n\n \n\n", text),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n"),
    "spaces at line ends": lambda text: text.replace("\n", "   \n"),
    "other bullets": lambda text: text.replace("\uf0b7", "▪").replace("•", "-"),
}


@pytest.mark.parametrize("stem", [NOTE, REVIEW, THEMES])
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_the_page_s_make_up_changes_nothing(stem: str, mutation: str) -> None:
    original = of(seed(stem), f"{stem}.txt")
    assert facts(of(MUTATIONS[mutation](seed(stem)), f"{stem}.txt")) == facts(original)


def test_a_byte_order_mark_and_windows_letters(tmp_path: Path) -> None:
    content = "Guiding questions\r\n\u2022 What is “return”?\r\n"
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        path = tmp_path / "note.txt"
        path.write_bytes(content.encode(encoding))
        assert by_code(read_draft(read(path))[1]) == {"1": "What is “return”?"}


def test_other_numbers_letters_and_tags() -> None:
    found = of(
        "Discussion questions:\n\n1) What works\nin practice (e.g. visas) and why?\n"
        "2) How can cities help? (SDG 10.7)\n   a) In housing?\n   b) In schools?\n"
        "3) Who pays? Since when? (GCM Objectives 15 and 16)\n"
    )
    assert by_code(found) == {
        "1": "What works in practice (e.g. visas) and why?",
        "2": "How can cities help?",
        "2.a": "In housing?",
        "2.b": "In schools?",
        "3": "Who pays?",
    }
    assert ends(found, "ASKS_ABOUT") == {
        "2": {"objective:sdg-10.7"},
        "3": {"objective:gcm-15", "objective:gcm-16"},
    }
    assert ends(found, "UNDER")["2.b"] == {"question:note/2"}


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("Guiding questions\n(1) Why?\n(2) How?\n", ["1", "2"]),
        ("Guiding questions\ni. Why?\nii. How?\niii. Who?\n", ["i", "ii", "iii"]),
        ("GUIDING QUESTIONS\nA. Why?\nB. How?\n", ["A", "B"]),
        ("III. Key questions\nQuestion 1: Why?\nQuestion 2: How?\n", ["1", "2"]),
        ("## Guiding questions\n* Why?\n* How?\n", ["1", "2"]),
        ("Guiding questions\nQ.1 Why so?\nQ.2 How?\n", ["1", "2"]),
        ("Questions for discussion\n– Why?\n– How?\n", ["1", "2"]),
        ("Questions directrices :\n- Pourquoi ?\n- Comment ?\n", ["1", "2"]),
        ("Preguntas orientadoras\n1. ¿Por qué?\n2. ¿Cómo?\n", ["1", "2"]),
        ("Guiding questions\n\nWhy? Since when?\n\nHow?\n\nIt ends at noon.\n", ["1", "2"]),
        ("Guiding questions\nWhy?\nHow?\n", ["1", "2"]),
        ("Guiding questions\n•\nWhy?\n•\nHow?\n", ["1", "2"]),
        ("Guiding questions\n•Why?\n•How?\n", ["1", "2"]),
        ("Guiding questions\ng) Why?\nh) How?\ni) Who?\nj) Where?\n", ["g", "h", "i", "j"]),
    ],
)
def test_styles_of_numbering(content: str, codes: list[str]) -> None:
    found = of(
        f"This note is for all who come to the meeting, and for all who do not.\n\n{content}"
    )
    assert sorted(by_code(found)) == codes
    assert ends(found, "UNDER") == {code.casefold(): {"document:note"} for code in codes}


def test_nesting_by_label_and_by_indentation() -> None:
    found = of(
        "Guiding questions\nQuestion 1 – What are the gaps?\n  • Where?\n"
        "      ◦ In which regions?\n"
        "  • Why?\nQuestion 2 – What next?\n"
    )
    assert list(by_code(found)) == ["1", "1.1", "1.1.1", "1.2", "2"]
    assert ends(found, "UNDER")["1.1.1"] == {"question:note/1.1"}
    same = of("Guiding questions\n• What gaps?\n  • Where?\n  • Why?\n• What next?\n")
    assert list(by_code(same)) == ["1", "1.1", "1.2", "2"]


def test_labels_of_groups_are_no_questions() -> None:
    found = of("Guiding questions\n1. Skills\n - How much?\n - Who pays?\n2. Costs\n - How?\n")
    assert by_code(found) == {"1.1": "How much?", "1.2": "Who pays?", "2.1": "How?"}
    assert set.union(*ends(found, "UNDER").values()) == {"document:note"}


def test_lists_under_headings_and_two_lists_with_the_same_numbers() -> None:
    found = of(
        "Guiding questions\n\nHealth\n1. What is needed?\n2. Who decides?\n\nHousing\n"
        "1. What is built?\n\nCommunications\n- Tweets: please use #GCM\n"
    )
    assert sorted(node.name for node in asked(found)) == [
        "What is built?",
        "What is needed?",
        "Who decides?",
    ]
    assert len({node.id for node in asked(found)}) == 3
    assert [(s.text, s.reason) for s in found.skipped] == [
        ("- Tweets: please use #GCM", "no rule reads it")
    ]


def test_two_roundtables_with_numbered_questions() -> None:
    found = of(
        "Roundtable 1: Skills\n\nGuiding questions\n1. Why?\n2. How?\n\n"
        "Roundtable 2: Return\n\nGuiding questions\n1. When?\n2. Where?\n"
    )
    assert ends(found, "UNDER") == {
        "1-1": {"roundtable:note/1"},
        "1-2": {"roundtable:note/1"},
        "2-1": {"roundtable:note/2"},
        "2-2": {"roundtable:note/2"},
    }
    assert [node.properties["code"] for node in asked(found)] == ["1", "2", "1", "2"]


def test_bullets_of_a_theme_count_within_it() -> None:
    found = of(
        "Roundtable 1: Work\n\nThis roundtable is about work, and about those who do it.\n\n"
        "THEME F: REMITTANCES\n\nIt considered the following questions:\n• Why?\n• How?\n"
    )
    assert ends(found, "UNDER") == {
        "theme-f1": {"topic:note/theme-f"},
        "theme-f2": {"topic:note/theme-f"},
    }


def test_a_page_ends_within_a_question() -> None:
    draft, found = read_draft(
        made(
            "The session will address the questions:\n• What are the needs \n\nNOTES ON ROUNDTABLES"
            "\n \n\n 4\n\nof countries? Who \n\ndecides?\n• How so?\n",
            "note.txt",
        )
    )
    assert by_code(found) == {"1": "What are the needs of countries?", "2": "How so?"}
    assert asked(found)[0].properties["details"] == "Who decides?"
    assert 6 in draft.skipped


def test_words_cut_at_a_line_end_and_questions_without_words() -> None:
    found = of(
        "Guiding questions\n- Who de-\ncides?\n- ( ? )\n- — … What?\n\nHe who decides does.\n"
    )
    assert by_code(found) == {"1": "Who decides?", "2": "What?"}
    assert ("line 4", "a question without words") in {
        (skipped.locator, skipped.reason) for skipped in found.skipped
    }


@pytest.mark.parametrize(
    "content",
    [
        "Background\nIs this a question in prose? It is not announced.\n",
        "The question of whether migrants may vote was raised:\n- by some\n- by others\n",
        "Guiding questions ....... 3\nBackground ....... 4\n",
        "Frequently asked questions:\n- What is the GCM?\n",
        "Guiding questions\nThere are none. Who would ask?  Nobody would.\n",
        "- Develop questions for census surveys, for example on birth:\n- Do they?\n",
        "Questions\n1. Migration and health.\n2. Migration and work.\n",
    ],
)
def test_what_is_no_list_of_questions(content: str) -> None:
    assert asked(of(content)) == []


def test_the_first_statement_ends_at_its_stop_or_closing_colon() -> None:
    found = of(
        "Guiding questions\n- Share good practices. Say why.\n- What are the costs: (a) for"
        " migrants; (b) for States?\n- Why (is it safe?) and how? Who?\n"
        "- What “next?” means to you\n"
    )
    assert by_code(found) == {
        "1": "Share good practices.",
        "2": "What are the costs:",
        "3": "Why (is it safe?) and how?",
        "4": "What “next?” means to you",
    }
    assert asked(found)[1].properties["details"] == "(a) for migrants; (b) for States?"


def test_an_unknown_objective_is_reported_and_the_question_kept() -> None:
    found = of("Guiding questions\n1. What is it?\n(GCM Objective 31)\n2. Why?\n")
    assert by_code(found) == {"1": "What is it?", "2": "Why?"}
    assert ends(found, "ASKS_ABOUT") == {}
    assert [(s.locator, s.reason) for s in found.skipped] == [
        ("line 3", "no GCM objective 31 is known")
    ]


def test_a_list_that_follows_and_asks_nothing_is_no_question() -> None:
    found = of(
        "The panel will consider the\nfollowing questions:\n* Which work? [GCM Objective 5]\n"
        "* Who pays?\n\nParticipants may bring:\n* statements\n* data\n"
    )
    assert by_code(found) == {"1": "Which work?", "2": "Who pays?"}
    assert ends(found, "ASKS_ABOUT") == {"1": {"objective:gcm-5"}}
    assert [s.locator for s in found.skipped] == ["lines 6-8"]


def test_no_country_stands_in_the_notes() -> None:
    for stem in (NOTE, REVIEW):
        assert not [n for n in of(seed(stem), f"{stem}.txt").nodes if n.label == "Country"]


def test_ten_thousand_bullets_and_hostile_marks() -> None:
    many = of("Guiding questions\n" + "• Why?\n" * 3000)
    assert len(asked(many)) == 3000
    for content in ("? ( " * 20000, "(" * 50000, '"' * 50000 + "?", "<script>?</script>\n" * 500):
        of("Guiding questions\n• " + content)
