"""Workbooks: what their sheets show, at the row of the file; broken and hostile ones in bounds."""

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers import xlsx
from partnergraph.readers.sheets.numbers import shown_by

PATH = Path("plan.xlsx")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def row(number: int, *texts: str, of: str = "", at: str = "A") -> str:
    made = "".join(
        f'<c r="{chr(ord(at) + n)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for n, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}" {of}>{made}</row>'


def book(
    *sheets: str,
    parts: dict[str, str] | None = None,
    states: str = "",
    main: str = MAIN,
    of: str = "",
) -> bytes:
    names = ["Plan", "Notes", "Data"][: len(sheets)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}" {states if n > 1 else ""}/>'
        for n, name in enumerate(names, 1)
    )
    targets = {
        f"r{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)
    }
    targets |= {"s": ("sharedStrings", "shared.xml"), "t": ("styles", "styles.xml")}
    workbook = f'<workbook xmlns="{main}" xmlns:r="{RELS}"><workbookPr {of}/>'
    made = {
        "_rels/.rels": related({"a": ("officeDocument", "/xl/workbook.xml")}),
        "xl/workbook.xml": f"{workbook}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": related(targets),
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>'
            for n, sheet in enumerate(sheets, 1)
        },
        **(parts or {}),
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in made.items():
            archive.writestr(name, text)
    return packed.getvalue()


def related(targets: dict[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{RELS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def merged(*ranges: str) -> str:
    cells = "".join(f'<mergeCell ref="{cells}"/>' for cells in ranges)
    return f"<mergeCells>{cells}</mergeCells>"


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def blocks(*sheets: str, **of: object) -> list[Block]:
    return list(xlsx.read(book(*sheets, **of), PATH).blocks)  # type: ignore[arg-type]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


HEAD = row(1, "Activity", "Lead", "Partners")


def test_banner_label_and_table() -> None:
    sheet = data(
        row(1, "Plan of work"),
        row(2, "Status: March"),
        row(4, "Activity", "Lead", "Partners"),
        row(5, "a", "IOM", "ILO"),
        row(7, "b", "", "WHO"),
    )
    title, label, table = blocks(sheet + merged("A1:C1"))
    assert (title.kind, said(title.runs)) == ("paragraph", "Plan of work")
    assert title.locator == "sheet Plan row 1"
    assert (said(label.label), said(label.runs)) == ("Status", "March")
    assert cells(table) == [["Activity", "Lead", "Partners"], ["a", "IOM", "ILO"], ["b", "", "WHO"]]
    assert (table.header, table.locator) == (1, "sheet Plan rows 4-5, 7")


def test_merged_cells_are_carried_down_and_across() -> None:
    sheet = data(
        row(1, "Activity", "Agencies", "", "Donor"),
        row(2, "", "Lead", "Support"),
        row(3, "a", "IOM", "ILO", "Peru"),
        row(4, "b", "", "WHO", "Fiji"),
    )
    (table,) = blocks(sheet + merged("A1:A2", "B1:C1", "D1:D2", "B3:B4"))
    assert cells(table) == [
        ["Activity", "Agencies", "Agencies", "Donor"],
        ["Activity", "Lead", "Support", "Donor"],
        ["a", "IOM", "ILO", "Peru"],
        ["b", "IOM", "WHO", "Fiji"],
    ]
    assert table.header == 2
    assert str(table.rows[3].cells[1][0].place) == "sheet Plan row 4"


def test_tables_below_each_other() -> None:
    rows = [row(2, "a", "b", "c"), row(3, "d", "e", "f"), row(6, "Project", "Donor")]
    first, second = blocks(data(HEAD, *rows, row(7, "p", "Peru"), row(8, "q", "Fiji")))
    assert cells(first)[0] == ["Activity", "Lead", "Partners"]
    assert cells(second) == [["Project", "Donor"], ["p", "Peru"], ["q", "Fiji"]]


def test_tables_beside_each_other() -> None:
    rows = [row(1, "A", "B", "", "P", "Q"), row(2, "c", "d", "", "r", "s"), row(3, "e", "f")]
    assert [cells(block) for block in blocks(data(*rows))] == [
        [["A", "B"], ["c", "d"], ["e", "f"]],
        [["P", "Q"], ["r", "s"]],
    ]


def test_a_note_beside_a_table() -> None:
    rows = [row(2, "a", "b", "c", "", "Provisional."), row(3, "d", "e", "f")]
    table, note = blocks(data(HEAD, *rows))
    assert cells(table)[1] == ["a", "b", "c"]
    assert (note.kind, note.locator) == ("paragraph", "sheet Plan row 2")


def test_rows_behind_an_empty_one_go_on() -> None:
    rows = [row(2, "a", "IOM", "ILO"), row(4, "b", "WHO", "IOM"), row(5, "c", "IOM", "FAO")]
    (table,) = blocks(data(HEAD, *rows))
    assert table.locator == "sheet Plan rows 1-2, 4-5"


def test_hidden_rows_and_sheets_are_read_and_marked() -> None:
    sheet = data(HEAD, row(2, "a", "b", "c", of='hidden="1"'), row(3, "d", "e", "f"))
    table, note = blocks(sheet, data(row(1, "Provisional.")), states='state="veryHidden"')
    assert [r.hidden for r in table.rows] == [False, True, False]
    assert (note.hidden, table.hidden, note.locator) == (True, False, "sheet Notes row 1")


def test_values_of_every_type() -> None:
    raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><t>IO</t></r><r><t>M</t></r>{raised}'
        '<rPh sb="0" eb="1"><t>read</t></rPh></si><si><t>UNHCR_x000D_\nUNICEF</t></si></sst>'
    )
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="d mmm yyyy"/>'
        '</numFmts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="3"/></cellXfs></styleSheet>'
    )
    values = (
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>3.0</v></c><c s="1"><v>45444</v></c>'
        '<c s="2"><v>1200000</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>'
        '<c t="str"><f>INDEX(A1:A3,1)</f><v>FAO</v></c><c t="d"><v>2024-03-01T00:00:00</v></c>'
    )
    sheet = data(row(1, *"ABCDEFGHI"), f"<row>{values}</row>")
    (table,) = blocks(sheet, parts={"xl/shared.xml": shared, "xl/styles.xml": styles})
    assert cells(table)[1] == [
        *("IOM", "UNHCR UNICEF", "3", "2024-06-01", "1,200,000"),
        *("TRUE", "", "FAO", "2024-03-01"),
    ]
    assert len(table.rows[1].cells[1]) == 2


def test_years_from_1904_and_strict_files() -> None:
    styles = f'<styleSheet xmlns="{STRICT}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    second = '<row r="2"><c r="A2" s="0"><v>0</v></c><c r="B2" t="str"><v>IOM</v></c></row>'
    sheet = data(row(1, "Day", "Lead"), second)
    (table,) = blocks(sheet, main=STRICT, of='date1904="1"', parts={"xl/styles.xml": styles})
    assert cells(table)[1] == ["1904-01-01", "IOM"]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("General", "1234.5", "1234.5"),
        ("0", "2.5", "3"),
        ("#,##0.00", "-1234.5", "-1,234.50"),
        ('_($* #,##0_);_($* (#,##0);_($* "-"??_);_(@_)', "-1234", "$(1,234)"),
        ("[$€-407] #,##0", "1500", "€ 1,500"),
        ("0.0%", "0.1234", "12.3%"),
        ("0000", "7", "0007"),
        ('0.0,," m"', "1200000", "1.2 m"),
        ("yyyy-mm-dd hh:mm", "45444.5", "2024-06-01 12:00"),
        ("mmm-yy", "45444", "2024-06"),
        ("[h]:mm", "1.5", "36:00:00"),
        ("dd/mm/yyyy", "59", "1900-02-28"),
        ("dd/mm/yyyy", "-5", "-5"),
        ("0.00", "text", "text"),
    ],
)
def test_numbers_are_said_as_they_are_shown(code: str, value: str, shown: str) -> None:
    assert shown_by(code)(value) == shown


def test_shapes_on_a_sheet_are_read_at_their_row() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    drawing = (
        f'<x:wsDr xmlns:x="{space}/spreadsheetDrawing" xmlns:a="{space}/main"><x:twoCellAnchor>'
        "<x:from><x:col>0</x:col><x:row>4</x:row></x:from><x:sp><x:txBody><a:p><a:r>"
        "<a:t>Lead: IOM</a:t></a:r></a:p></x:txBody></x:sp></x:twoCellAnchor></x:wsDr>"
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": related({"d": ("drawing", "../drawings/d.xml")}),
        "xl/drawings/d.xml": drawing,
    }
    found = blocks(data(HEAD, row(2, "a", "b", "c")), parts=parts)
    assert (said(found[-1].label), found[-1].locator) == ("Lead", "sheet Plan row 5")


def test_empty_sheets_far_cells_and_extents_that_are_not_so() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    extent = '<dimension ref="A1:XFD1048576"/>'
    assert len(blocks(extent + data(HEAD, row(2, "a", "b", "c"), far), data())) == 1


@pytest.mark.parametrize(
    "made",
    [
        b"",
        b"hello",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        book(data(HEAD))[:300],
        book("<a>" * 5_000),
        book("<sheetData><row>"),
        book(
            "",
            parts={"xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'},
        ),
        book(data() + " " * 60_000_000),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(made: bytes) -> None:
    start = time.process_time()
    with pytest.raises(ReadError, match=r"^plan\.xlsx: [^\n]+$"):
        xlsx.read(made, PATH)
    assert time.process_time() - start < 3


def test_ranges_that_cover_the_sheet_are_bounded() -> None:
    start = time.process_time()
    blocks(data(HEAD, row(2, "a", "b", "c")) + merged(*["A1:XFD1048576"] * 2_000))
    assert time.process_time() - start < 3
