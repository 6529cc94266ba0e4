"""Word files: what a person sees in Word is what is read, and each word knows its place."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from partnergraph.document.blocks import Block, Reading, said
from partnergraph.errors import ReadError
from partnergraph.readers.docx import read

TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{TYPE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:new="urn:example:not-yet"'
)
PATH = Path("paper.docx")


def rels(links: dict[str, tuple[str, str]]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{key}" Type="{TYPE}/{kind}" Target="{target}"/>'
            for key, (kind, target) in links.items()
        )
        + "</Relationships>"
    )


def docx(body: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file: its body, and other parts by kind (`styles`, `numbering`, `footnotes`, …)."""
    made = BytesIO()
    root = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", rels({"rId1": ("officeDocument", f"/{main}")}))
        archive.writestr(main, f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        links = {kind: (kind, f"{kind}.xml") for kind in parts}
        folder, _, name = main.rpartition("/")
        archive.writestr(f"{folder}/_rels/{name}.rels", rels(links))
        for kind, text in parts.items():
            tag = root.get(kind, kind)
            archive.writestr(f"{folder}/{kind}.xml", f"<w:{tag} {SPACES}>{text}</w:{tag}>")
    return made.getvalue()


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, of: str = "") -> str:
    inside = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{of}</w:pPr>{inside}</w:p>"


def tc(*inside: str, of: str = "") -> str:
    held = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<w:tc><w:tcPr>{of}</w:tcPr>{held or '<w:p/>'}</w:tc>"


def tr(*cells: str, of: str = "") -> str:
    held = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{of}</w:trPr>{held}</w:tr>"


def tbl(*rows: str, grid: str = "") -> str:
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def blocks(body: str, **parts: str) -> list[Block]:
    return list(reading(body, **parts).blocks)


def test_a_document_put_into_a_document_is_reported_as_not_read():
    made = reading(f'{p("The first.")}<w:altChunk r:id="afchunk"/>', afchunk="")
    assert [said(block.runs) for block in made.blocks] == ["The first."]
    assert [(str(place), reason) for place, reason in made.unread] == [
        (
            "part word/afchunk.xml",
            "a document put into this one (altChunk) is not read: open it in Word and save it anew",
        )
    ]
    assert not reading(p("The first.")).unread


def reading(body: str, **parts: str) -> Reading:
    return read(docx(body, **parts), PATH)


def texts(found: list[Block]) -> list[str]:
    return [said(block.runs) for block in found]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def places(block: Block) -> list[str]:
    return [str(row.places[0]) for row in block.rows]


HEADER = tr("Activity", "Lead agency", "Partners")


def style(name: str, inside: str = "", based: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{inside}</w:style>'
    )


STYLES = (
    style("heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Own heading", based="heading2")
    + style("TOC Heading", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "heading2")
    + style("Title")
    + style("circle", based="circle")
    + style("Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("caption")
)


@pytest.mark.parametrize(
    ("of", "level"),
    [
        ('<w:pStyle w:val="heading2"/>', 2),
        ('<w:pStyle w:val="Ownheading"/>', 2),
        ('<w:pStyle w:val="Title"/>', 1),
        ('<w:pStyle w:val="TOCHeading"/>', 0),
        ('<w:pStyle w:val="circle"/>', 0),
        ('<w:pStyle w:val="heading2"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Titre3"/>', 3),
        ('<w:pStyle w:val="nowhere"/>', 0),
    ],
)
def test_headings_are_those_of_the_outline(of: str, level: int) -> None:
    (found,) = blocks(p("Plan of work", of=of), styles=STYLES)
    assert (found.kind, found.level) == ("heading" if level else "paragraph", level)
    assert found.locator == "paragraph 1"


def test_without_styles_ids_tell() -> None:
    found = blocks(p("Aims", of='<w:pStyle w:val="Heading1"/>') + p("To train."))
    assert [block.kind for block in found] == ["heading", "paragraph"]


def test_short_bold_paragraphs_are_headings_where_most_are_not() -> None:
    bold = run("Background", "<w:b/>")
    text = "".join(p(f"Staff was trained in {n} towns.") for n in range(4))
    found = blocks(p(bold) + text + p(run("Note:", "<w:b/>"), " by hand.") + p(bold, "."))
    assert [block.kind for block in found][:2] == ["heading", "paragraph"]
    assert [block.kind for block in found].count("heading") == 1
    assert "heading" not in [block.kind for block in blocks(p(bold) + p(bold) + p("Text."))]


NUMBERING = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
  </w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="4"/>
  <w:numFmt w:val="upperRoman"/><w:lvlText w:val="Section %1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def item(text: str, number: int, level: int = 0, more: str = "") -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, of=more + listed)


def test_items_have_the_mark_that_word_shows() -> None:
    body = (
        item("One", 1) + item("In one", 1, 1) + item("In one too", 1, 1) + item("Two", 1)
        + item("In two", 1, 1) + item("Bullet", 2) + item("Three", 1) + item("Anew", 4)
        + item("Roman", 3) + item("None", 0) + item("Unknown list", 9)
    )  # fmt: skip
    found = blocks(body, numbering=NUMBERING)
    assert [block.mark for block in found] == [
        *("1.", "1.a)", "1.b)", "2.", "2.a)", "•", "3.", "1.", "Section IV", "", "")
    ]
    assert [block.level for block in found][:4] == [1, 2, 2, 1]
    assert [block.kind for block in found][-2:] == ["paragraph", "paragraph"]


def test_a_numbered_heading_is_a_heading_with_its_number() -> None:
    heading = '<w:pStyle w:val="heading2"/>'
    (found,) = blocks(item("Aims", 1, 0, heading), numbering=NUMBERING, styles=STYLES)
    assert (found.kind, found.level, found.mark, said(found.runs)) == ("heading", 2, "1.", "Aims")


def test_deleted_items_are_not_counted() -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    deleted = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>{gone}</w:pPr></w:p>'
    found = blocks(item("One", 1) + deleted + item("Two", 1), numbering=NUMBERING)
    assert [block.mark for block in found] == ["1.", "2."]


@pytest.mark.parametrize(
    ("typed", "mark", "text"),
    [
        ("• Train staff", "•", "Train staff"),
        ("- Train staff", "-", "Train staff"),
        ("(a) Train staff", "(a)", "Train staff"),
        ("12. Train staff", "12.", "Train staff"),
        ("2017 was a year", "", "2017 was a year"),
    ],
)
def test_marks_that_are_typed(typed: str, mark: str, text: str) -> None:
    (found,) = blocks(p(typed))
    assert (found.mark, said(found.runs)) == (mark, text)
    assert found.kind == ("item" if mark else "paragraph")


@pytest.mark.parametrize("between", ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"])
def test_labels_are_cut_at_breaks_and_tabs(between: str) -> None:
    found = blocks(p("Activity: Count returns", between, "Lead agency: IOM"))
    assert [(said(b.label), said(b.runs)) for b in found] == [
        ("Activity", "Count returns"),
        ("Lead agency", "IOM"),
    ]
    (found_one,) = blocks(p("Lead agency:", between, "IOM"))
    assert (said(found_one.label), said(found_one.runs)) == ("Lead agency", "IOM")


def test_paragraphs_with_text_outside_tables_are_counted() -> None:
    body = p("One") + p("") + tbl(HEADER, tr("Count", "IOM", "")) + p(" ") + p("Two")
    assert [block.locator for block in blocks(body)] == [
        "paragraph 1",
        "table 1 rows 1-2",
        "paragraph 2",
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:sdt><w:sdtContent><w:r><w:t>IOM</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:smartTag w:element="x"><w:r><w:t>IOM</w:t></w:r></w:smartTag>',
        "<w:customXml><w:smartTag><w:r><w:t>IOM</w:t></w:r></w:smartTag></w:customXml>",
        '<w:ins w:id="1"><w:r><w:t>IOM</w:t></w:r></w:ins>',
        '<w:moveTo w:id="1"><w:r><w:t>IOM</w:t></w:r></w:moveTo>',
        '<w:hyperlink r:id="x"><w:r><w:t>IOM</w:t></w:r></w:hyperlink>',
        '<w:dir w:val="rtl"><w:r><w:t>IOM</w:t></w:r></w:dir>',
        '<w:del w:id="1"><w:r><w:delText>UNHCR</w:delText></w:r></w:del>' + run("IOM"),
        '<w:moveFrom w:id="1"><w:r><w:t>UNHCR</w:t></w:r></w:moveFrom>' + run("IOM"),
        '<w:commentRangeStart w:id="1"/>' + run("IOM") + "<w:r><w:commentReference/></w:r>",
        "<w:r><w:ruby><w:rt><w:r><w:t>aiem</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>IOM</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>IOM</m:t></m:r></m:oMath>",
        "<w:r><w:t>I</w:t><w:softHyphen/><w:t>OM</w:t></w:r>",
        run("I&#xAD;OM"),
    ],
)
def test_wrappers_are_walked_through(inside: str) -> None:
    assert texts(blocks(p("by ", inside))) == ["by IOM"]


def test_symbols_and_hyphens() -> None:
    signs = (
        '<w:r><w:t>c</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>a</w:t>'
        "<w:noBreakHyphen/><w:t>b</w:t>"
        '<w:sym w:font="Symbol" w:char="F062"/><w:sym w:font="Arial" w:char="F041"/></w:r>'
    )
    assert texts(blocks(p(signs))) == ["c✓a-bβA"]


def field(code: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = code if code.startswith("<") else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    shown = result if result.startswith("<") else run(result)
    return sign("begin") + code + sign("separate") + shown + sign("end")


def test_fields_are_their_results() -> None:
    nested = field(field("DOCPROPERTY x", "UNHCR"), "IOM")
    assert texts(blocks(p("by ", nested))) == ["by IOM"]
    within = field("HYPERLINK x", run("the ") + field("REF y", "IOM"))
    assert texts(blocks(p("by ", within))) == ["by the IOM"]
    simple = '<w:fldSimple w:instr="AUTHOR"><w:r><w:t>IOM</w:t></w:r></w:fldSimple>'
    assert texts(blocks(p("by ", simple))) == ["by IOM"]
    assert texts(blocks(p("See note", field(" NOTEREF _Ref1 \\h ", "1"), "."))) == ["See note."]


def test_a_field_goes_on_over_paragraphs_and_one_that_never_ends_is_none() -> None:
    first = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    parted = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p(first, parted, "One") + p("Two", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert texts(blocks(body)) == ["One", "Two"]
    assert texts(blocks(p(first, "One") + p("Two"))) == ["One", "Two"]


def test_a_forms_list_and_box_show_what_is_chosen() -> None:
    def form(inside: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar>'
        return begin + '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    choice = form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="IOM"/><w:listEntry w:val="ILO"/>'
        "</w:ddList>"
    )
    assert texts(blocks(p("by ", choice))) == ["by ILO"]
    assert texts(blocks(p(form("<w:checkBox><w:checked/></w:checkBox>"), " yes"))) == ["☒ yes"]


def test_a_deleted_paragraph_mark_joins_paragraphs() -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = p("Led by the ", of=gone) + p("ILO in Fiji") + p("End")
    found = blocks(body)
    assert texts(found) == ["Led by the ILO in Fiji", "End"]
    assert [block.locator for block in found] == ["paragraph 1", "paragraph 2"]


def test_a_large_initial_is_part_of_its_paragraph() -> None:
    body = p("T", of='<w:framePr w:dropCap="drop"/>') + p("he ILO led") + p("End")
    found = blocks(body)
    assert [(said(b.runs), b.locator) for b in found] == [
        ("The ILO led", "paragraph 1"),
        ("End", "paragraph 2"),
    ]


def test_a_table_whose_rows_are_deleted_is_none() -> None:
    gone = tbl(tr("a", of='<w:del w:id="1"/>'))
    assert [b.locator for b in blocks(gone + tbl(tr("b")))] == ["table 1 row 1"]


def test_a_narrow_empty_column_is_none() -> None:
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (2000, 60, 2000))
    (found,) = blocks(tbl(tr("Activity", "", "Lead"), tr("Count", "", "IOM"), grid=grid))
    assert cells(found) == [["Activity", "Lead"], ["Count", "IOM"]]


def test_hidden_text_is_marked() -> None:
    vanish = "<w:vanish/>"
    found = blocks(
        p(run("All hidden", vanish)) + p("Seen ", run("not seen", vanish), "again")
        + p(run("By style", '<w:rStyle w:val="Secret"/>'))
        + p(run("Shown", '<w:vanish w:val="0"/>')),
        styles=STYLES,
    )  # fmt: skip
    assert [(said(b.runs), b.hidden, b.locator) for b in found] == [
        ("All hidden", True, "paragraph 1"),
        ("Seen again", False, "paragraph 2"),
        ("not seen", True, "paragraph 2"),
        ("By style", True, "paragraph 3"),
        ("Shown", False, "paragraph 4"),
    ]


def test_the_prompt_of_an_empty_control_is_hidden() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Click here to enter text.")
        + "</w:sdtContent></w:sdt>"
    )
    found = blocks(p("Lead agency: ", prompt))
    assert [(said(b.runs), b.hidden) for b in found] == [
        ("Lead agency:", False),
        ("Click here to enter text.", True),
    ]


NOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    + run(" Funded by Japan.")
    + "</w:p></w:footnote>"
)
RAISED = '<w:vertAlign w:val="superscript"/>'


def test_notes_stand_at_the_place_that_anchors_them() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = blocks(p("First") + p("Led by IOM", mark, "."), footnotes=NOTES)
    assert [(b.kind, said(b.runs), b.locator) for b in found] == [
        ("paragraph", "First", "paragraph 1"),
        ("paragraph", "Led by IOM.", "paragraph 2"),
        ("note", "Funded by Japan.", "paragraph 2"),
    ]
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    found = blocks(tbl(HEADER, tr("Count", tc(p("IOM", own)), "")), footnotes=NOTES)
    assert cells(found[0])[1] == ["Count", "IOM", ""]
    assert (found[1].kind, found[1].locator) == ("note", "table 1 row 2")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (("IOM", run("1", RAISED), " led"), "IOM led"),
        (("450 km", run("2", RAISED)), "450 km2"),
        (("the 17", run("th", RAISED), " session"), "the 17th session"),
        (("10", run("6", RAISED)), "106"),
    ],
)
def test_raised_marks_of_notes_are_no_text(runs: tuple[str, ...], text: str) -> None:
    assert texts(blocks(p(*runs))) == [text]


def box(inside: str) -> str:
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{inside}'
        "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    inside = p("In the box") + tbl(HEADER, tr("Count", "IOM", "ILO"))
    found = blocks(p("Before") + p("Anchor", box(inside)) + p("After"))
    assert [(said(b.runs), b.locator) for b in found] == [
        ("Before", "paragraph 1"),
        ("Anchor", "paragraph 2"),
        ("In the box", "paragraph 3"),
        ("", "table 1 rows 1-2"),
        ("After", "paragraph 4"),
    ]


def test_an_alternative_that_nobody_knows_is_not_taken() -> None:
    choice = f'<mc:Choice Requires="new">{run("new")}</mc:Choice>'
    both = f"<mc:AlternateContent>{choice}<mc:Fallback>{run('IOM')}</mc:Fallback>"
    assert texts(blocks(p("by ", both + "</mc:AlternateContent>"))) == ["by IOM"]


def test_heads_and_feet_are_running() -> None:
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/>'
    found = blocks(
        p("Text") + section + "</w:sectPr>",
        header=p("Internal draft") + p("Internal draft"),
        footer=tbl(tr("Page", "3")),
    )
    assert [(b.kind, said(b.runs), b.locator) for b in found] == [
        ("running", "Internal draft", "header"),
        ("paragraph", "Text", "paragraph 1"),
        ("running", "Page 3", "footer"),
    ]


def test_merged_cells_stand_in_each_place() -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = tc("IOM, ILO", of='<w:gridSpan w:val="2"/>')
    (found,) = blocks(
        tbl(
            HEADER,
            tr(tc("Count", of=start), "IOM", "ILO"),
            tr(tc("hidden by the merge", of=goes_on), wide),
            tr(tc(of=goes_on), "WHO", ""),
        )
    )
    assert cells(found)[1:] == [
        ["Count", "IOM", "ILO"],
        ["Count", "IOM, ILO", "IOM, ILO"],
        ["Count", "WHO", ""],
    ]
    assert found.rows[2].cells[1] is found.rows[2].cells[2]
    assert {run.place for cell in found.rows[2].cells for run in cell} == set(found.rows[2].places)


def test_rows_that_begin_late_and_end_early() -> None:
    late = tr("Register", "FAO", of='<w:gridBefore w:val="1"/>')
    early = tr("Count", of='<w:gridAfter w:val="2"/>')
    (found,) = blocks(tbl(HEADER, late, early))
    assert cells(found)[1:] == [["", "Register", "FAO"], ["Count", "", ""]]


def test_lines_of_the_grid_that_almost_meet_are_one() -> None:
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (2000, 60, 2000, 2000))
    two = '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr(tc("Activity", of=two), "Lead agency", "Partners"),
        tr("Count", tc("IOM", of=two), "ILO"),
        grid=grid,
    )
    assert cells(blocks(body)[0]) == [
        ["Activity", "Lead agency", "Partners"],
        ["Count", "IOM", "ILO"],
    ]


def test_wrapped_and_deleted_rows_and_cells() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    found = blocks(
        control(
            tbl(
                HEADER,
                control(tr("Count", control(tc("IOM")), tc(control(p("ILO"))))),
                tr("Gone", "WHO", "", of='<w:del w:id="1"/>'),
                tr("Kept", "WFP", "FAO", of='<w:ins w:id="1"/>'),
            )
        )
    )
    assert cells(found[0])[1:] == [["Count", "IOM", "ILO"], ["Kept", "WFP", "FAO"]]
    assert places(found[0]) == ["table 1 row 1", "table 1 row 2", "table 1 row 3"]


def test_a_table_in_a_cell_stands_behind_the_one_that_holds_it() -> None:
    inner = tbl(tr("UNICEF"), tr("UNFPA"))
    body = tbl(HEADER, tr("Count", "IOM", tc(inner, "<w:p/>"))) + tbl(HEADER, tr("a", "b", "c"))
    found = blocks(body)
    assert [places(block)[0] for block in found] == [
        "table 1 row 1",
        "table 2 row 1",
        "table 3 row 1",
    ]
    assert cells(found[0])[1] == ["Count", "IOM", ""]
    assert cells(found[1]) == [["UNICEF"], ["UNFPA"]]


def test_a_header_repeated_is_no_row_and_places_stay() -> None:
    (found,) = blocks(tbl(HEADER, tr("Count", "IOM", ""), HEADER, tr("Train", "ILO", "")))
    assert (found.header, len(found.rows)) == (1, 3)
    assert places(found)[-1] == "table 1 row 4"


def test_the_header_that_the_file_says_and_a_group_of_columns() -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    grouped = tbl(
        tr(tc("Activity", of=start), tc("Agencies", of='<w:gridSpan w:val="2"/>')),
        tr(tc(of=goes_on), "Lead", "Partners"),
        tr("Count", "IOM", "ILO"),
    )
    assert blocks(grouped)[0].header == 2
    said_so = "<w:tblHeader/>"
    flagged = tbl(tr("2019", "2020", of=said_so), tr("a", "b", of=said_so), tr("c", "d"))
    assert blocks(flagged)[0].header == 2


def test_hidden_rows_are_read_and_marked() -> None:
    vanished = tr(tc(p(run("Train", "<w:vanish/>"))), tc(p(run("ILO", "<w:vanish/>"))), "")
    hidden = tr("Count", "IOM", "", of="<w:hidden/>")
    found = blocks(tbl(HEADER, hidden, vanished, tr("Print", "WHO", "")))
    assert [row.hidden for row in found[0].rows] == [False, True, True, False]
    assert cells(found[0])[2] == ["Train", "ILO", ""]
    assert len(found) == 1


def test_a_caption_stands_alone_and_with_its_table() -> None:
    body = p("Table 1: Who does what", of='<w:pStyle w:val="caption"/>')
    found = blocks(body + tbl(HEADER, tr("Count", "IOM", "")), styles=STYLES)
    assert [(b.kind, said(b.runs)) for b in found] == [
        ("paragraph", "Table 1: Who does what"),
        ("table", "Table 1: Who does what"),
    ]


def test_an_automatic_number_alone_in_its_cell_is_shown() -> None:
    number = tc('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>')
    body = tbl(tr("No.", "Activity"), tr(number, "Count"), tr(number, "Train"))
    assert cells(blocks(body, numbering=NUMBERING)[0])[1:] == [["1.", "Count"], ["2.", "Train"]]


def test_strict_files_and_other_names_of_the_main_part() -> None:
    data = docx(p("Plan of work"), main="word/document2.xml")
    assert texts(list(read(data, PATH).blocks)) == ["Plan of work"]
    made = BytesIO()
    strict = "http://purl.oclc.org/ooxml"
    with ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<d:document xmlns:d="{strict}/wordprocessingml/main"><d:body><d:p><d:r><d:t>Plan of '
            "work</d:t></d:r></d:p></d:body></d:document>",
        )
    assert texts(list(read(made.getvalue(), PATH).blocks)) == ["Plan of work"]


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!DOCTYPE a SYSTEM "http://localhost/x.dtd"><a/>',
        "<a><b></a>",
        "",
        "<a>" * 5_000 + "</a>" * 5_000,
        "<a>" + "<b/>" * 1_000_001 + "</a>",
    ],
)
def test_hostile_xml_is_one_line(document: str) -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    with pytest.raises(ReadError, match=r"^paper\.docx: [^\n]+; [^\n]+$"):
        read(made.getvalue(), PATH)


def test_tables_in_tables_to_the_bound() -> None:
    body = p("innermost")
    for _ in range(55):
        body = tbl(tr(tc(body, "<w:p/>")))
    assert cells(blocks(body)[-1]) == [["innermost"]]
    for _ in range(40):
        body = tbl(tr(tc(body, "<w:p/>")))
    with pytest.raises(ReadError):
        blocks(body)


def test_wrappers_in_wrappers_to_the_bound() -> None:
    body = run("innermost")
    for _ in range(110):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert texts(blocks(p(body))) == ["innermost"]


def test_spans_beyond_reason_stay_in_bounds() -> None:
    wide = tc("IOM", of='<w:gridSpan w:val="999999999"/>')
    (found,) = blocks(tbl(HEADER, tr(wide), tr("a", of='<w:gridBefore w:val="99999999"/>')))
    assert max(len(row.cells) for row in found.rows) <= 130


def test_a_long_paragraph_takes_linear_time() -> None:
    many = p(*["a. "] * 20_000, run("1", RAISED))
    assert len(blocks(many)) == 1
    assert len(blocks(p("x" * 2_000_000))) == 1
