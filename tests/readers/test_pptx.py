"""Slides: in the order of the show, as they stand on the slide, each word with its slide."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers.pptx import read

OFFICE = "http://schemas.openxmlformats.org"
TYPE = f"{OFFICE}/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:p="{OFFICE}/presentationml/2006/main" '
    f'xmlns:r="{TYPE}" xmlns:dgm="{OFFICE}/drawingml/2006/diagram" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)
PATH = Path("deck.pptx")


def rels(*links: tuple[str, str]) -> str:
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{n}" Type="{TYPE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, start=1)
    ) + "</Relationships>"  # fmt: skip


def pptx(*slides: str, order: tuple[int, ...] = (), layout: str = "", **more: str) -> bytes:
    """A deck: shapes of slides; `order` of the show by file number; `master`, `data`, `notes`."""
    made = BytesIO()
    order = order or tuple(range(1, len(slides) + 1))
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", rels(("officeDocument", "ppt/presentation.xml")))
        listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in order)
        archive.writestr(
            "ppt/presentation.xml",
            f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        )
        links = [("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
        archive.writestr("ppt/_rels/presentation.xml.rels", rels(*links))
        for n, slide in enumerate(slides, start=1):
            shown = 'show="0"' if slide.startswith("hidden") else ""
            archive.writestr(f"ppt/slides/slide{n}.xml", held("sld", slide, shown))
            archive.writestr(
                f"ppt/slides/_rels/slide{n}.xml.rels",
                rels(
                    ("slideLayout", "../slideLayouts/slideLayout1.xml"),
                    ("diagramData", "../diagrams/data1.xml"),
                    *([("notesSlide", "../notesSlides/notes1.xml")] if "notes" in more else []),
                ),
            )
        archive.writestr("ppt/slideLayouts/slideLayout1.xml", held("sldLayout", layout))
        archive.writestr(
            "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
            rels(("slideMaster", "../slideMasters/slideMaster1.xml")),
        )
        archive.writestr(
            "ppt/slideMasters/slideMaster1.xml",
            f"<p:sldMaster {SPACES}><p:txStyles><p:bodyStyle>{more.get('master', BULLETS)}"
            "</p:bodyStyle></p:txStyles></p:sldMaster>",
        )
        archive.writestr(
            "ppt/diagrams/data1.xml", f"<dgm:dataModel {SPACES}>{more.get('data', '')}"
            "</dgm:dataModel>"
        )  # fmt: skip
        archive.writestr("ppt/notesSlides/notes1.xml", held("notes", more.get("notes", "")))
    return made.getvalue()


def held(tag: str, shapes: str, more: str = "") -> str:
    shapes = shapes.removeprefix("hidden")
    return f"<p:{tag} {SPACES} {more}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{tag}>"


BULLETS = '<a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr>'


def p(text: str, of: str = "", more: str = "") -> str:
    runs = "<a:br/>".join(f"<a:r><a:t>{part}</a:t></a:r>" for part in text.split("|"))
    return f"<a:p><a:pPr {of}>{more}</a:pPr>{runs}</a:p>"


def sp(
    *paragraphs: str, role: str = "", at: tuple[int, int] | None = None, hidden: str = ""
) -> str:
    """A shape; `at` are its upper left corner, its size one unit by one."""
    held = "".join(part if part.startswith("<") else p(part) for part in paragraphs)
    place = f'<p:ph type="{role}"/>' if role else ""
    frame = f"<a:xfrm>{box(*at)}</a:xfrm>" if at else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x" {hidden}/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody>{held}</p:txBody></p:sp>"
    )


def box(x: int, y: int, width: int = 900_000, height: int = 900_000) -> str:
    return f'<a:off x="{x * 1_000_000}" y="{y * 1_000_000}"/><a:ext cx="{width}" cy="{height}"/>'


def tc(text: str, of: str = "") -> str:
    return f"<a:tc {of}><a:txBody>{p(text)}</a:txBody></a:tc>"


def table(*rows: list[str]) -> str:
    made = "".join(
        f"<a:tr>{''.join(c if c.startswith('<') else tc(c) for c in row)}</a:tr>" for row in rows
    )
    return (
        f"<p:graphicFrame><p:xfrm>{box(0, 5)}</p:xfrm><a:graphic><a:graphicData><a:tbl>{made}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def blocks(*slides: str, **more: str) -> list[Block]:
    return list(read(pptx(*slides, **more), PATH).blocks)


def texts(found: list[Block]) -> list[str]:
    return [said(block.runs) for block in found]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def test_slides_come_in_the_order_of_the_show() -> None:
    data = pptx(sp("One", role="title"), sp("Two", role="title"), order=(2, 1))
    assert [(said(b.runs), b.locator) for b in read(data, PATH).blocks] == [
        ("Two", "slide 1"),
        ("One", "slide 2"),
    ]


def test_the_title_comes_first_the_rest_by_place() -> None:
    slide = (
        sp("Below right", at=(5, 3)) + sp("Below left", at=(0, 3)) + sp("Above", at=(0, 1))
        + sp("3", role="sldNum", at=(9, 9)) + sp("Plan of work", role="ctrTitle", at=(0, 8))
    )  # fmt: skip
    found = blocks(slide)
    assert texts(found) == ["Plan of work", "Above", "Below left", "Below right", "3"]
    assert [b.kind for b in found] == ["heading", *["paragraph"] * 3, "running"]


def test_columns_under_their_headings_are_read_one_by_one() -> None:
    def at(text: str, x: int, y: int) -> str:
        return sp(text, at=(x, y)).replace('cy="900000"', 'cy="1000000"')

    slide = at("Partners", 5, 1) + at("IOM", 0, 2) + at("ILO", 5, 2) + at("Lead", 0, 1)
    assert texts(blocks(slide)) == ["Lead", "IOM", "Partners", "ILO"]


def test_a_placeholder_stands_where_its_layout_puts_it() -> None:
    layout = sp("", role="body", at=(0, 2))
    found = blocks(sp("Below", at=(0, 4)) + sp("Body", role="body") + sp("Above", at=(0, 0)),
                   layout=layout)  # fmt: skip
    assert texts(found) == ["Above", "Body", "Below"]


def test_bullets_are_those_that_are_shown() -> None:
    body = sp(
        p("One"),
        p("In one", 'lvl="1"'),
        p("Plain", more="<a:buNone/>"),
        p("First", more='<a:buAutoNum type="alphaLcParenR"/>'),
        p("Second", more='<a:buAutoNum type="alphaLcParenR"/>'),
        p("Fourth", more='<a:buAutoNum type="romanUcPeriod" startAt="4"/>'),
        role="body",
    )
    assert [(b.kind, b.level, b.mark) for b in blocks(body)] == [
        ("item", 1, "•"),
        ("item", 2, "–"),
        ("paragraph", 0, ""),
        ("item", 1, "a)"),
        ("item", 1, "b)"),
        ("item", 1, "IV."),
    ]
    assert [b.kind for b in blocks(sp("In a box"))] == ["paragraph"]


def test_soft_returns_part_words_and_labels() -> None:
    found = blocks(sp(p("Lead agency: IOM|Donor: Japan"), p("FAO_x000B_WFP_xD800_")))
    assert [(said(b.label), said(b.runs)) for b in found] == [
        ("Lead agency", "IOM"),
        ("Donor", "Japan"),
        ("", "FAO WFP"),
    ]


def test_a_title_of_several_lines_is_one_heading() -> None:
    assert texts(blocks(sp("Plan|of", "work", role="title"))) == ["Plan of work"]


def test_tables_with_merged_cells() -> None:
    (found,) = blocks(
        table(
            ["Activity", "Lead agency", "Partners"],
            ["Count", tc("IOM", 'rowSpan="2"'), "ILO"],
            ["Train", tc("", 'vMerge="1"'), "WHO"],
            ["Print", tc("Both", 'gridSpan="2"'), tc("", 'hMerge="1"')],
        )
    )
    assert found.header == 1
    assert cells(found)[1:] == [
        ["Count", "IOM", "ILO"],
        ["Train", "IOM", "WHO"],
        ["Print", "Both", "Both"],
    ]
    assert found.locator == "slide 1"


def test_groups_are_read_as_a_whole() -> None:
    group = (
        f"<p:grpSp><p:grpSpPr><a:xfrm>{box(0, 2)}</a:xfrm></p:grpSpPr>"
        f"{sp('Inner below', at=(0, 90))}{sp('Inner above', at=(0, 80))}</p:grpSp>"
    )
    found = blocks(sp("Below", at=(0, 5)) + group + sp("Above", at=(0, 0)))
    assert texts(found) == ["Above", "Inner above", "Inner below", "Below"]


DIAGRAM = "".join(
    f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t>{p(text)}</dgm:t></dgm:pt>'
    for key, kind, text in [
        *(("2", "node", "Second"), ("0", "doc", ""), ("3", "node", "In the first")),
        *(("1", "node", "First"), ("9", "pres", "Not this")),
    ]
)
LINKS = "".join(
    f'<dgm:cxn srcId="{source}" destId="{target}" srcOrd="{order}"/>'
    for source, target, order in (("0", "2", 1), ("0", "1", 0), ("1", "3", 0), ("3", "1", 0))
)


def test_a_diagram_is_read_once_in_the_order_of_its_outline() -> None:
    frame = (
        f"<p:graphicFrame><p:xfrm>{box(0, 0)}</p:xfrm><a:graphic><a:graphicData>"
        '<dgm:relIds r:dm="rId2"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    assert texts(blocks(frame, data=DIAGRAM + LINKS)) == ["First", "In the first", "Second"]


def test_notes_are_notes_and_what_is_hidden_is_marked() -> None:
    notes = sp("Say thanks to Japan", role="body") + sp("7", role="sldNum")
    found = blocks(sp("Plan", role="title"), notes=notes)
    assert [(b.kind, said(b.runs), b.locator) for b in found] == [
        ("heading", "Plan", "slide 1"),
        ("note", "Say thanks to Japan", "slide 1"),
    ]
    found = blocks(sp("One"), "hidden" + sp("Two"), sp("Three") + sp("Four", hidden='hidden="1"'))
    assert [(said(b.runs), b.hidden, b.locator) for b in found] == [
        ("One", False, "slide 1"),
        ("Two", True, "slide 2"),
        ("Three", False, "slide 3"),
        ("Four", True, "slide 3"),
    ]


def test_of_alternatives_one_is_read() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{sp("IOM")}</mc:Choice>'
        f"<mc:Fallback>{sp('IOM')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(blocks(both)) == ["IOM"]


def test_a_slide_of_very_many_shapes_takes_no_long_time() -> None:
    shapes = "".join(sp(f"s{n}", at=(n % 60, n // 60)) for n in range(3_000))
    assert len(blocks(shapes)) == 3_000


def test_spans_beyond_reason_stay_in_bounds() -> None:
    huge = tc("IOM", 'gridSpan="999999999" rowSpan="999999999"')
    (found,) = blocks(table(*[[huge, huge]] * 50))
    assert max(len(row.cells) for row in found.rows) <= 1_000


def test_what_is_no_deck_is_one_line() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(ReadError, match=r"^deck\.pptx: it holds no ppt/presentation\.xml; "):
        read(made.getvalue(), PATH)
