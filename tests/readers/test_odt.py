"""OpenDocument texts: what a person sees in LibreOffice is what is read, with its place."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers.odt import read

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in [
        *((name, name) for name in ("office", "text", "table", "style", "meta")),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
PATH = Path("paper.odt")


def odt(body: str, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES} {DC}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>"
        )
        for name, text in parts.items():
            archive.writestr({"manifest": "META-INF/manifest.xml"}.get(name, f"{name}.xml"), text)
    return made.getvalue()


def blocks(body: str, automatic: str = "", styles: str = "") -> list[Block]:
    return list(read(odt(body, automatic, styles), PATH).blocks)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def tc(*inside: str, of: str = "") -> str:
    held = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<table:table-cell {of}>{held}</table:table-cell>"


def tr(*cells: str, of: str = "") -> str:
    held = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<table:table-row {of}>{held}</table:table-row>"


def tbl(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


HEADER = tr("Activity", "Lead agency", "Partners")
COVERED = "<table:covered-table-cell/>"


def texts(found: list[Block]) -> list[str]:
    return [said(block.runs) for block in found]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def places(block: Block) -> list[str]:
    return [str(row.places[0]) for row in block.rows]


def test_headings_titles_and_paragraphs_are_counted() -> None:
    parent = '<style:style style:name="P1" style:family="paragraph" '
    automatic = f'{parent} style:parent-style-name="Title"/>'
    found = blocks(
        p("Plan of work", "P1") + p("") + '<text:h text:outline-level="2">Aims</text:h>'
        + tbl(HEADER, tr("Count", "IOM", "")) + p("End", "Heading_20_3"),
        automatic,
    )  # fmt: skip
    assert [(b.kind, b.level, b.locator) for b in found] == [
        ("heading", 1, "paragraph 1"),
        ("heading", 2, "paragraph 2"),
        ("table", 0, "table 1 rows 1-2"),
        ("heading", 3, "paragraph 3"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('by<text:s text:c="3"/>IOM', "by IOM"),
        ("by <text:span>I<text:a>O</text:a>M</text:span>", "by IOM"),
        ("by\n   IOM", "by IOM"),
        ("by <office:annotation><dc:creator>x</dc:creator><text:p>no</text:p></office:annotation>"
         "IOM", "by IOM"),
        ('by <text:ruby><text:ruby-base>IOM</text:ruby-base><text:ruby-text>aiem</text:ruby-text>'
         "</text:ruby>", "by IOM"),
        ('by <text:change text:change-id="c1"/>IOM', "by IOM"),
        ('by <text:placeholder text:placeholder-type="text"/>IOM', "by IOM"),
        ('see note<text:note-ref>1</text:note-ref> by IOM', "see note by IOM"),
        ("by I&#xAD;OM", "by IOM"),
        ('by <draw:frame><draw:image><svg:desc>a logo</svg:desc></draw:image><svg:title>x'
         "</svg:title></draw:frame>IOM", "by IOM"),
    ],
)  # fmt: skip
def test_the_characters_of_a_paragraph(inside: str, text: str) -> None:
    assert texts(blocks(p(inside))) == [text]


@pytest.mark.parametrize("between", ["<text:line-break/>", "<text:tab/>"])
def test_labels_are_cut_at_breaks_and_tabs(between: str) -> None:
    found = blocks(p(f"Activity: Count{between}Lead agency: IOM"))
    assert [(said(b.label), said(b.runs)) for b in found] == [
        ("Activity", "Count"),
        ("Lead agency", "IOM"),
    ]


def test_deletions_stand_apart_and_are_not_read() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('UNHCR')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    assert texts(blocks(changes + p('by <text:change text:change-id="c1"/>IOM'))) == ["by IOM"]


LISTS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
    text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
"""


def items(*texts: str, of: str = 'text:style-name="L1"') -> str:
    made = "".join(
        f"<text:list-item>{text if text.startswith('<') else p(text)}</text:list-item>"
        for text in texts
    )
    return f"<text:list {of}>{made}</text:list>"


def test_items_have_the_mark_that_is_shown() -> None:
    body = (
        items("One", p("Two") + p("goes on") + items("In two", of=""))
        + items("Dash", of='text:style-name="L2"')
        + items("Three", of='text:style-name="L1" text:continue-numbering="true"')
        + items("Anew")
        + '<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>Seven'
        "</text:p></text:list-item></text:list>"
    )
    found = blocks(body, LISTS)
    assert [(b.kind, b.level, b.mark) for b in found] == [
        ("item", 1, "1."),
        ("item", 1, "2."),
        ("paragraph", 0, ""),
        ("item", 2, "2.a)"),
        ("item", 1, "–"),
        ("item", 1, "3."),
        ("item", 1, "1."),
        ("item", 1, "7."),
    ]


def test_numbered_headings_have_the_outlines_numbers() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" '
        'style:num-format="I" style:num-suffix="."/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="1">Aims</text:h>'
    found = blocks(heading + heading, styles=outline)
    assert [(b.kind, b.mark, said(b.runs)) for b in found] == [
        ("heading", "I.", "Aims"),
        ("heading", "II.", "Aims"),
    ]


def test_hidden_text_and_sections_are_marked() -> None:
    hides = (
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'text:display="none"/></style:style>'
    )
    body = (
        p('Seen <text:span text:style-name="T1">unseen</text:span>')
        + f'<text:section text:display="none">{p("In it")}{tbl(HEADER, tr("a", "b", "c"))}'
        "</text:section>"
        + p('<text:hidden-text text:is-hidden="true" text:string-value="field"/>')
        + p('All <text:hidden-paragraph text:is-hidden="true"/>of it')
        + f"<text:section>{p('Shown')}</text:section>"
    )
    found = blocks(body, hides)
    assert [(said(b.runs), b.hidden) for b in found] == [
        ("Seen", False),
        ("unseen", True),
        ("In it", True),
        ("", True),
        ("field", True),
        ("All of it", True),
        ("Shown", False),
    ]


def test_notes_boxes_and_tables_in_boxes() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Funded by Japan.')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('In the box')}{tbl(tr('UNICEF'))}</draw:text-box>"
    found = blocks(p("First") + p(f"Led by IOM{note}.{box}</draw:frame>") + p("Last"))
    assert [(b.kind, said(b.runs), b.locator) for b in found] == [
        ("paragraph", "First", "paragraph 1"),
        ("paragraph", "Led by IOM.", "paragraph 2"),
        ("note", "Funded by Japan.", "paragraph 2"),
        ("paragraph", "In the box", "paragraph 3"),
        ("table", "", "table 1 row 1"),
        ("paragraph", "Last", "paragraph 4"),
    ]


def test_covered_cells_are_those_that_cover_them() -> None:
    tall = tc("IOM", of='table:number-rows-spanned="2"')
    wide = tc("Both", of='table:number-columns-spanned="2"')
    (found,) = blocks(
        tbl(
            HEADER,
            tr("Count", tall, "ILO"),
            tr("Train", COVERED, "WHO"),
            tr("Print", wide, COVERED),
        )
    )
    assert cells(found)[1:] == [
        ["Count", "IOM", "ILO"],
        ["Train", "IOM", "WHO"],
        ["Print", "Both", "Both"],
    ]
    assert {str(run.place) for run in found.rows[2].cells[1]} == {"table 1 row 3"}


def test_repeated_cells_and_rows() -> None:
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    twice = tc("IOM", of='table:number-columns-repeated="2"')
    (found,) = blocks(
        tbl(
            HEADER,
            tr("Count", empty, of='table:number-rows-repeated="2"'),
            tr("", "", "", of='table:number-rows-repeated="1048576"'),
            tr("Train", twice),
        )
    )
    assert cells(found)[1:3] == [["Count", "", ""]] * 2
    assert cells(found)[-1] == ["Train", "IOM", "IOM"]
    assert places(found)[-1] == "table 1 row 1048580"


def test_the_header_that_the_file_says() -> None:
    said_so = f"<table:table-header-rows>{tr('2019', '2020')}</table:table-header-rows>"
    (found,) = blocks(f"<table:table>{said_so}{tr('a', 'b')}{tr('2019', '2020')}</table:table>")
    assert (found.header, cells(found)) == (1, [["2019", "2020"], ["a", "b"]])


def test_a_table_in_a_cell_and_hidden_rows() -> None:
    inner = tbl(tr("UNICEF"), tr("UNFPA")).replace(
        "<table:table>", '<table:table table:is-sub-table="true">'
    )
    hidden = tr("Train", "WHO", "", of='table:visibility="collapse"')
    found = blocks(tbl(HEADER, tr("Count", "IOM", tc(inner)), hidden) + tbl(tr("x")))
    assert [places(block)[0] for block in found] == [f"table {n} row 1" for n in (1, 2, 3)]
    assert cells(found[0])[1] == ["Count", "IOM", ""]
    assert [row.hidden for row in found[0].rows] == [False, False, True]


def test_heads_feet_and_the_title() -> None:
    styles = (
        "<office:master-styles><style:master-page><style:header>"
        f"{p('Internal draft')}</style:header><style:footer>{p('Page 2')}</style:footer>"
        f'<style:header-left style:display="false">{p("Not shown")}</style:header-left>'
        "</style:master-page></office:master-styles>"
    )
    meta = f"<office:document-meta {SPACES} {DC}><office:meta><dc:title>A plan</dc:title>"
    data = odt(p("Text"), styles=styles, meta=f"{meta}</office:meta></office:document-meta>")
    made = read(data, PATH)
    assert made.title == "A plan"
    assert [(b.kind, b.locator) for b in made.blocks] == [
        ("running", "header"),
        ("paragraph", "paragraph 1"),
        ("running", "footer"),
    ]


def test_an_index_without_its_templates() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Model"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('Aims 3')}"
        "</text:index-body></text:table-of-content>"
    )
    assert texts(blocks(index + p("Text"))) == ["Aims 3", "Text"]


def test_short_bold_paragraphs_are_headings_where_most_are_not() -> None:
    bold = (
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'fo:font-weight="bold"/></style:style>'
    )
    text = "".join(p(f"Staff was trained in {n} towns.") for n in range(4))
    found = blocks(p('<text:span text:style-name="T1">Background</text:span>') + text, bold)
    assert [b.kind for b in found] == ["heading", *["paragraph"] * 4]


def test_an_encrypted_text_says_so() -> None:
    data = odt("", manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(ReadError, match=r"^paper\.odt: it is encrypted; "):
        read(data, PATH)


def test_what_is_no_text_is_one_line() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {SPACES}/>")
    with pytest.raises(ReadError, match=r"^paper\.odt: it is no OpenDocument text; "):
        read(made.getvalue(), PATH)


def test_repetitions_beyond_reason_stay_in_bounds() -> None:
    wide = tc("IOM", of='table:number-columns-repeated="99999999"')
    tall = tr(wide, of='table:number-rows-repeated="99999999"')
    (found,) = blocks(tbl(HEADER, tall))
    assert len(found.rows) <= 1_001
    assert max(len(row.cells) for row in found.rows) <= 1_000
