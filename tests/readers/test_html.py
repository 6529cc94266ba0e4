"""Web pages: what a browser shows, at its paragraph or row; hostile ones in bounds."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers import html

PATH = Path("plan.html")
TAGS = ["<table>", "<tr>", "<td>", "<td rowspan=0>", "<p>", "<li>", "<ul>", "</ul>", "<dl>", "<dt>"]
TAGS += ["<dd>", "<sup>", "</sup>", "<caption>", "</table>", "x", "1", "<a href=#fn>", "</a>"]
TAGS += ["<h2>", "<nav>", "</p>"]


def blocks(page: str | bytes) -> list[Block]:
    data = page if isinstance(page, bytes) else page.encode()
    return list(html.read(data, PATH).blocks)


def told(page: str | bytes) -> list[tuple[str, str, str]]:
    return [
        (b.kind, b.locator, ": ".join(filter(None, (said(b.label), said(b.runs)))))
        for b in blocks(page)
    ]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def table(rows: str) -> Block:
    return next(block for block in blocks(f"<table>{rows}</table>") if block.kind == "table")


def test_each_block_element_with_text_of_its_own_is_counted() -> None:
    page = (
        "<h1>Plan</h1><div>Loose<p>One</p>tail</div><ul><li>a<ul><li>b</ul></ul><div><p>c</p></div>"
    )
    assert told(page) == [
        ("heading", "paragraph 1", "Plan"),
        ("paragraph", "paragraph 2", "Loose"),
        ("paragraph", "paragraph 3", "One"),
        ("paragraph", "paragraph 2", "tail"),
        ("item", "paragraph 4", "a"),
        ("item", "paragraph 5", "b"),
        ("paragraph", "paragraph 6", "c"),
    ]


def test_marks_and_depths_of_items() -> None:
    page = "<ol type=a start=3><li>x<li value=9>y<ul><li>z</ul></ol>"
    assert [(b.level, b.mark) for b in blocks(page)] == [(1, "c."), (1, "i."), (2, "•")]


def test_tags_in_a_word_do_not_part_it_and_breaks_do() -> None:
    page = "<p><b>U</b>NHCR<br>UNI<wbr>CEF, Co\u00adordina&shy;tion, Hope&nbsp;&amp;&nbsp;Sons"
    assert told(page) == [("paragraph", "paragraph 1", "UNHCR UNICEF, Coordination, Hope & Sons")]


def test_labels_at_breaks_and_definitions() -> None:
    page = "<p>Lead: IOM<br>Donor: Japan</p><dl><dt>Chair<dd>Peru<dd>Chile<dt>Alone</dl>"
    assert told(page) == [
        ("label", "paragraph 1", "Lead: IOM"),
        ("label", "paragraph 1", "Donor: Japan"),
        ("label", "paragraphs 2-4", "Chair: Peru Chile"),
        ("paragraph", "paragraph 5", "Alone"),
    ]


def test_scripts_comments_and_struck_words_are_no_text() -> None:
    page = (
        "<script>a</script><style>b</style><!-- c --><template>d</template>"
        "<p>e <del>f</del><s>g</s>h"
    )
    assert told(page) == [("paragraph", "paragraph 1", "e h")]


@pytest.mark.parametrize(
    "page",
    [
        "<p hidden>x</p>",
        "<div style='display: none'><p>x</p></div>",
        "<style>.a, .b { display:none }</style><p class=b>x</p>",
        "<dialog><p>x</p></dialog>",
    ],
)
def test_what_is_hidden_is_read_marked_and_counted(page: str) -> None:
    first, second = blocks(page + "<p>y</p>")
    assert (first.hidden, said(first.runs), first.locator) == (True, "x", "paragraph 1")
    assert (second.hidden, second.locator) == (False, "paragraph 2")


def test_rules_for_print_hide_nothing_on_the_screen() -> None:
    (block,) = blocks("<style>@media print { .a { display: none } } .a {}</style><p class=a>x")
    assert not block.hidden


def test_furniture_is_running_and_a_head_with_a_heading_is_not() -> None:
    page = (
        "<nav><a href=x>Home</a></nav><header><h1>Plan</h1><p>2024</p></header>"
        "<footer>Foot</footer>"
    )
    assert [kind for kind, _, _ in told(page)] == ["running", "heading", "paragraph", "running"]


def test_marks_of_notes_are_no_text_and_exponents_are() -> None:
    page = (
        "<p>IOM<sup>1</sup>, 40 m<sup>2</sup>, 2<sup>nd</sup>, see <a href='#_ftn2'>[2]</a>."
        "<p><sup>1</sup> Subject to funds.<br><sup>2</sup> Later."
        "<div id=_ftn2><p><a href='#x'>[2]</a> Two"
    )
    assert told(page) == [
        ("paragraph", "paragraph 1", "IOM, 40 m², 2nd, see ."),
        ("note", "paragraph 2", "Subject to funds."),
        ("note", "paragraph 2", "Later."),
        ("note", "paragraph 3", "Two"),
    ]


def test_spans_stand_in_each_place_with_the_row_of_the_place() -> None:
    found = table(
        "<tr><th>A<th>B<th>C<tr><td>x<td rowspan=2>IOM<td>y<tr><td>z<td>w"
        "<tr><td colspan=10000000>band"
    )
    assert cells(found) == [["A", "B", "C"], ["x", "IOM", "y"], ["z", "IOM", "w"], ["band"] * 3]
    assert found.header == 1
    assert [str(run.place) for run in found.rows[2].cells[1]] == ["table 1 row 3"]


def test_header_of_two_lines_title_and_foot() -> None:
    found = table(
        "<caption>Cap</caption><tfoot><tr><td>f<td>g<td>h</tfoot>"
        "<thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>c<th>d</thead><tr><td>1<td>2<td>3"
        "<tr><th>A<th>c<th>d"
    )
    assert found.header == 2
    assert cells(found) == [["A", "B", "B"], ["A", "c", "d"], ["1", "2", "3"], ["f", "g", "h"]]
    assert [str(row.places[0]) for row in found.rows][-1] == "table 1 row 1"
    assert said(found.runs) == "Cap"


def test_a_table_in_a_cell_follows_the_one_that_holds_it() -> None:
    outer, inner = blocks("<table><tr><td>a<table><tr><td>n</table><td>b</table>")
    assert (cells(outer), outer.locator) == ([["a", "b"]], "table 1 row 1")
    assert (cells(inner), inner.locator) == ([["n"]], "table 2 row 1")


def test_hidden_rows_empty_cells_and_pictures() -> None:
    found = table("<tr><th>A<th>B<tr hidden><td>x<td><tr></tr><tr><td><td><img alt=Yes>")
    assert cells(found) == [["A", "B"], ["x", ""], ["", "Yes"]]
    assert [row.hidden for row in found.rows] == [False, True, False]
    assert str(found.rows[2].places[0]) == "table 1 row 4"


def test_fields_of_forms_show_their_values() -> None:
    page = (
        "<p>Lead <input value=IOM> <select><option>a<option selected>b</select>"
        "<input type=checkbox>"
    )
    assert told(page) == [("paragraph", "paragraph 1", "Lead IOM b ☐")]


def test_lists_that_word_saved() -> None:
    page = (
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Train<o:p></o:p></p>"
    )
    (block,) = blocks(page)
    assert (block.kind, block.level, block.mark, said(block.runs)) == (
        "item",
        2,
        "o",
        "Train",
    )


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=iso-8859-1><p>Médecins".encode(),
        "\ufeff<meta charset=latin1><p>Médecins".encode(),
        "<p>Médecins".encode("cp1252"),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>M\xe9decins",
        "<p>Médecins".encode("utf-16"),
    ],
)
def test_characters(data: bytes) -> None:
    assert told(data) == [("paragraph", "paragraph 1", "Médecins")]


def test_title() -> None:
    assert html.read(b"<title>Plan &amp; \n work</title><p>x", PATH).title == "Plan & work"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 x",
        b"PK\x03\x04x",
        b"<div>" * 100_000,
        b"<ul><li>" * 50_000,
        b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
        b"<table>" + b"<tr><td rowspan=65534>x" * 3_000 + b"</table>",
    ],
)
def test_what_is_no_page_is_refused_in_one_line(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(ReadError, match=r"^plan\.html: [^\n]+$"):
        html.read(data, PATH)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<script>", "x<br>", "<b><i>", "<p>x <b>y</b>", "&amp;", "[1]"]
)
def test_repetitions_are_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    html.read(piece.encode() * 2_000, PATH)
    assert time.process_time() - start < 3


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(TAGS)))
def test_any_tags_are_read_and_tables_are_even(pieces: list[str]) -> None:
    for block in blocks("".join(pieces) + "<p>z"):
        assert len({len(row.cells) for row in block.rows}) <= 1
        assert block.rows or said(block.runs) or said(block.label)
