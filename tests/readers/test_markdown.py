"""Markdown: what a person reads, each word at its line of the file."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph import readers
from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers import markdown

PATH = Path("plan.md")


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (b.kind, b.locator, ": ".join(filter(None, (said(b.label), said(b.runs)))))
        for b in markdown.read(text.encode(), PATH).blocks
    ]


def test_each_word_stands_at_its_line() -> None:
    (block,) = markdown.read(b"One *two*\nthree `four\nfive` six\n", PATH).blocks
    assert [(run.text, str(run.place)) for run in block.runs] == [
        ("One two", "line 1"),
        ("three four", "line 2"),
        ("five six", "line 3"),
    ]


def test_front_matter_is_no_text_and_gives_the_title() -> None:
    reading = markdown.read(b'---\ntitle: "A plan"\ndate: 2024\n---\n# Head\n', PATH)
    assert reading.title == "A plan"
    assert [(said(b.runs), b.locator) for b in reading.blocks] == [("Head", "line 5")]
    assert reading.lines == ("---", 'title: "A plan"', "date: 2024", "---", "# Head")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert told("---\n\nWords\n") == [("paragraph", "line 3", "Words")]


def test_labels_and_items() -> None:
    text = "**Co-leads:** WHO\n\n- Train staff\n  Timeline: Q3\n  1) deep\n* [x] done\n"
    assert told(text) == [
        ("label", "line 1", "Co-leads: WHO"),
        ("item", "line 3", "Train staff"),
        ("label", "line 4", "Timeline: Q3"),
        ("item", "line 5", "deep"),
        ("item", "line 6", "done"),
    ]
    marks = [(b.mark, b.level) for b in markdown.read(text.encode(), PATH).blocks if b.mark]
    assert marks == [("-", 1), ("1)", 2), ("*", 1)]


def test_headings_of_both_kinds() -> None:
    found = markdown.read(b"Plan\n====\n\n### Part {#p}\n", PATH).blocks
    assert [(said(b.runs), b.level, b.locator) for b in found] == [
        ("Plan", 1, "line 1"),
        ("Part", 3, "line 4"),
    ]


def test_tables_with_and_without_outer_pipes() -> None:
    text = "|A|B|\n|-|-|\n|a \\| b|**I**OM<br>ILO<sup>1</sup>|\n\nC | D\n--|--\nx | \n"
    first, second = markdown.read(text.encode(), PATH).blocks
    assert [[said(c) for c in row.cells] for row in first.rows] == [
        ["A", "B"],
        ["a | b", "IOM ILO"],
    ]
    assert [str(row.places) and str(row.places[0]) for row in first.rows] == ["line 1", "line 3"]
    assert cells(second) == [["C", "D"], ["x", ""]]
    assert (first.header, second.header, second.locator) == (1, 1, "lines 5, 7")


def test_notes_and_their_marks() -> None:
    assert told("IOM[^1] and ILO[^9].\n\n[^1]: Subject to\n    funds.\n[^2]: Unused.\n") == [
        ("paragraph", "line 1", "IOM and ILO."),
        ("note", "lines 3-4", "Subject to funds."),
        ("note", "line 5", "Unused."),
    ]


def test_web_page_in_markdown() -> None:
    text = (
        "<div>\n\n**Mid**\n\n</div>\n\n<table>\n<tr><th>A</th><th\nclass=x>B</th></tr>\n"
        "<tr><td>x</td>\n\n<td>y</td></tr>\n</table>\n"
    )
    paragraph, table = markdown.read(text.encode(), PATH).blocks
    assert (said(paragraph.runs), paragraph.locator) == ("Mid", "line 3")
    assert [[said(c) for c in row.cells] for row in table.rows] == [["A", "B"], ["x", "y"]]
    assert [[str(p) for p in row.places] for row in table.rows] == [
        ["line 8"],
        ["line 10", "line 12"],
    ]


def test_escapes_entities_links_pictures_and_struck_words() -> None:
    text = "R\\&D &amp; [text](http://a.b) ![alt](c.png) ~~gone~~ 5 \\* 3 <!-- no -->\n"
    assert told(text) == [("paragraph", "line 1", "R&D & text alt 5 * 3")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert told(f"One\u2028two{end}{end}three\fx{end}") == [
        ("paragraph", "line 1", "One two"),
        ("paragraph", "line 3", "three x"),
    ]


@pytest.mark.parametrize("data", [b"", b" \n", bytes(range(256)), b"x" * 2_000_000])
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^plan\.md: [^\n]+$"):
        markdown.read(data, PATH)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[a](",
        "*a **a ",
        "![",
        "<",
        "> ",
        "- ",
        "`",
        "| ",
        "|a|b|\n",
        "a\n",
        "[^1]: ",
        "<div>\n\n",
    ],
)
def test_repetitions_end(piece: str) -> None:
    start = time.process_time()
    markdown.read(b"|A|B|\n|-|-|\n" * (piece == "|a|b|\n") + piece.encode() * 2_000 + b"x", PATH)
    assert time.process_time() - start < 5


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "# A",
                "- b",
                "  c: D",
                "",
                "| e | f |",
                "|---|---|",
                "> g",
                "```",
                "1. h",
                "<p>i",
                "[^1]: j",
                "k[^1]",
            ]
        ),
        min_size=1,
    )
)
def test_words_stand_at_the_lines_that_say_them(lines: list[str]) -> None:
    for block in markdown.read("\n".join([*lines, "z"]).encode(), PATH).blocks:
        for run in (
            *block.label,
            *block.runs,
            *(r for row in block.rows for c in row.cells for r in c),
        ):
            assert run.text.split()[0] in [*lines, "z"][run.place.number - 1]


def test_a_character_that_is_not_printed_loses_no_word(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("- IOM a\x01nd UNHCR organised a workshop in Kenya.\n", encoding="utf-8")
    (part,) = readers.read(page).laid.parts
    said = "IOM and UNHCR organised a workshop in Kenya."
    assert part.words.text.replace("\x01", "") == said
