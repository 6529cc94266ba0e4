"""PDF to blocks, on files that a few lines here write: exact blocks and places; hostile ones."""

import zlib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from partnergraph.document.blocks import Block, said
from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers.pdf import read

WHERE = Path("made.pdf")
HEADER = ("Activity", "Lead agency", "Partners")
ROWS = (
    ("Train consular staff in referral", "IOM", "UNHCR"),
    ("Open a clinic for seasonal workers", "WHO", "UNICEF"),
    ("Print a guide on fair recruitment", "ILO", "UNODC"),
)


@dataclass
class Made:
    """A PDF of pages of Helvetica; y counts upwards from the bottom, in points."""

    size: tuple[int, int] = (420, 595)
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    extra: str = ""
    objects: list[bytes] = field(default_factory=list)
    images: bool = False

    def text(
        self,
        x: float,
        y: float,
        told: str,
        size: float = 10,
        *,
        bold: bool = False,
        how: str = "0 Tr",
    ) -> "Made":
        told = told.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if bold else "F1"
        self.pages[-1].append(f"BT {how} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({told}) Tj ET")
        return self

    def lines(self, x: float, y: float, *told: str, step: float = 14, size: float = 10) -> "Made":
        for index, line in enumerate(told):
            self.text(x, y - index * step, line, size)
        return self

    def draw(self, operators: str) -> "Made":
        self.pages[-1].append(operators)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Made":
        return self.draw(f"{x0} {y0} m {x1} {y1} l S")

    def page(self) -> "Made":
        self.pages.append([])
        return self

    def data(self) -> bytes:
        many = len(self.pages)
        kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(many))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {many}/Kids[{kids}]>>".encode(),
            _font("Helvetica"),
            _font("Helvetica-Bold"),
            b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
            b"/ColorSpace/DeviceGray/Length 1>>stream\n\x80\nendstream",
        ]
        width, height = self.size
        for number, operators in enumerate(self.pages):
            content = "\n".join(operators).encode("cp1252")
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]{self.extra}"
                f"/Contents {7 + 2 * number} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>"
                f"/XObject<</Im 5 0 R>>>>>>".encode()
            )
            objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        return file_of([*objects, *self.objects])

    def blocks(self) -> list[Block]:
        return list(read(self.data(), WHERE).blocks)


def _font(name: str) -> bytes:
    return (f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>").encode()


def file_of(objects: list[bytes]) -> bytes:
    out, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    many = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % many
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (many, len(out))
    return out + head + table + tail


LOOP = file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 900000/Kids[2 0 R]>>"])


def told(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, said(block.runs)) for block in blocks if block.kind != "table"]


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def tables(blocks: list[Block]) -> list[list[list[str]]]:
    return [cells(block) for block in blocks if block.kind == "table"]


def table(
    made: Made, rows: tuple[tuple[str, ...], ...], top: float, *, ruled: str, step: float = 18
) -> Made:
    """Rows at 40, 220, 310; `ruled` draws `h` level and `v` upright lines."""
    edges = (35, 215, 305, 400)
    bottom = top - step * len(rows)
    for index, row in enumerate(rows):
        for x, cell in zip((40, 220, 310), row, strict=True):
            made.text(x, top - index * step - 12, cell)
    if "h" in ruled:
        for index in range(len(rows) + 1):
            made.rule(edges[0], top - index * step, edges[-1], top - index * step)
    if "v" in ruled:
        for x in edges:
            made.rule(x, top, x, bottom)
    return made


@pytest.mark.parametrize("ruled", ["", "h", "v", "hv"])
def test_one_rule_for_tables_with_and_without_lines(ruled: str) -> None:
    made = table(Made().text(40, 545, "Plan of work", 15), (HEADER, *ROWS), 500, ruled=ruled)
    heading, grid = made.blocks()
    assert (heading.kind, heading.level, said(heading.runs)) == ("heading", 1, "Plan of work")
    assert cells(grid) == [list(HEADER), *map(list, ROWS)]
    assert grid.header == 1
    assert {place for row in grid.rows for place in row.places} == {Place("page", 1)}


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_page_that_is_turned(turns: int) -> None:
    made = table(Made(extra=f"/Rotate {turns}"), (HEADER, *ROWS), 500, ruled="hv")
    assert tables(made.blocks()) == [[list(HEADER), *map(list, ROWS)]]


def test_text_drawn_turned() -> None:
    made = Made()
    for index, row in enumerate((HEADER, *ROWS)):
        for y, cell in zip((40, 260, 380), row, strict=True):
            made.draw(f"BT /F1 10 Tf 0 1 -1 0 {70 + 20 * index} {y} Tm ({cell}) Tj ET")
    assert tables(made.blocks()) == [[list(HEADER), *map(list, ROWS)]]


@pytest.mark.parametrize("ruled", ["", "hv"])
@pytest.mark.parametrize("again", [True, False])
def test_a_table_that_goes_on_over_the_page(ruled: str, again: bool) -> None:
    made = table(Made(), (HEADER, *ROWS[:2]), 120, ruled=ruled).page()
    table(made, (HEADER, ROWS[2]) if again else (ROWS[2],) * 2, 550, ruled=ruled)
    (grid,) = made.blocks()
    rest = ROWS[2:] if again else ROWS[2:] * 2
    assert cells(grid) == [list(HEADER), *map(list, ROWS[:2]), *map(list, rest)]
    assert grid.header == 1
    assert grid.rows[-1].places == (Place("page", 2),)
    assert grid.locator == "pages 1-2"


def test_a_row_that_goes_on_over_the_page() -> None:
    split = (HEADER, ROWS[0], ("Survey returnees in the", "IOM", "UNHCR,"))
    made = table(Made(), split, 110, ruled="hv").page()
    table(made, (("northern districts", "", "UNFPA"), ROWS[1]), 550, ruled="hv")
    (grid,) = made.blocks()
    assert cells(grid)[2] == ["Survey returnees in the northern districts", "IOM", "UNHCR, UNFPA"]
    assert grid.rows[2].places == (Place("page", 1), Place("page", 2))
    assert [run.place.number for run in grid.rows[2].cells[0]] == [1, 2]


def test_a_merged_cell_stands_in_each_row_it_covers() -> None:
    made = Made()
    for y in (500, 480, 440):
        made.rule(35, y, 400, y)
    made.rule(35, 460, 215, 460).rule(305, 460, 400, 460)
    for x in (35, 215, 305, 400):
        made.rule(x, 500, x, 440)
    for x, cell in zip((40, 220, 310), HEADER, strict=True):
        made.text(x, 486, cell)
    made.text(40, 466, "Run classes").text(40, 446, "Translate forms").text(220, 456, "UNIDO")
    made.text(310, 466, "WFP").text(310, 446, "UNCTAD")
    (grid,) = tables(made.blocks())
    assert grid[1:] == [["Run classes", "UNIDO", "WFP"], ["Translate forms", "UNIDO", "UNCTAD"]]


def test_two_columns_of_prose() -> None:
    made = Made().text(40, 545, "Highlights of the year", 15)
    left = (
        "The guide on fair recruitment was",
        "prepared by the ILO in 2021. It is in",
        "four languages.",
    )
    right = (
        "A household survey on return was",
        "funded by Norway. It covered eleven",
        "districts.",
    )
    made.lines(40, 510, *left).lines(225, 510, *right)
    assert told(made.blocks()) == [
        ("heading", "Highlights of the year"),
        ("paragraph", " ".join(left)),
        ("paragraph", " ".join(right)),
    ]


def test_cards_side_by_side_and_labels() -> None:
    made = Made((595, 420))
    made.lines(40, 380, "Activity: Broker jobs in shipyards", "Lead agency: UNIDO")
    made.lines(310, 380, "Activity: Mediate disputes", "Lead agency: ILO")
    assert [(said(b.label), said(b.runs)) for b in made.blocks()] == [
        ("Activity", "Broker jobs in shipyards"),
        ("Lead agency", "UNIDO"),
        ("Activity", "Mediate disputes"),
        ("Lead agency", "ILO"),
    ]


@pytest.mark.parametrize("colon", [True, False])
def test_a_column_of_labels(colon: bool) -> None:
    made = Made()
    for index, (label, value) in enumerate(
        (("Donor", "Canada"), ("Partners", "UNHCR, UNICEF"), ("Years", "2022 to 2024"))
    ):
        made.text(40, 500 - 16 * index, label + ":" * colon, bold=not colon).text(
            180, 500 - 16 * index, value
        )
    assert [(b.kind, said(b.label), said(b.runs)) for b in made.blocks()] == [
        ("label", "Donor", "Canada"),
        ("label", "Partners", "UNHCR, UNICEF"),
        ("label", "Years", "2022 to 2024"),
    ]


def test_running_heads_stand_apart_and_a_paragraph_goes_on() -> None:
    made = Made()
    halves = (
        "The handbook for seafarers was prepared",
        "by the ILO and is used in all ports.",
        "It is free.",
    )
    for number, half in enumerate(halves, start=1):
        made.text(250, 570, "UNOPS Progress Note", 8).text(40, 505, half)
        made.text(40, 25, f"Regional Hub, page {number}", 8).page()
    made.pages.pop()
    blocks = made.blocks()
    assert [said(b.runs) for b in blocks if b.kind == "running"].count("UNOPS Progress Note") == 3
    first, second = (b for b in blocks if b.kind == "paragraph")
    assert said(first.runs) == f"{halves[0]} {halves[1]}"
    assert [run.place.number for run in first.runs] == [1, 2]
    assert first.locator == "pages 1-2"
    assert second.locator == "page 3"


def test_words_cut_at_a_lines_end() -> None:
    made = Made().lines(
        *(40, 500, "The guide was prepared by the Interna-"),
        *(
            "tional Labour Organization with a community-",
            "based network of non-governmental bodies and a well-",
        ),
        *("known school. Community-based work goes on.",),
    )
    ((_, text),) = told(made.blocks())
    assert "International Labour" in text
    assert "community-based network" in text
    assert "well-known school" in text


def test_spaces_that_are_only_gaps() -> None:
    words = "[(The) -278 (handbook) -278 (was) -278 (prepared) -278 (by) -278 (Norway.)]"
    made = Made().draw(f"BT /F1 10 Tf 40 500 Td {words} TJ ET")
    assert told(made.blocks()) == [("paragraph", "The handbook was prepared by Norway.")]


def test_text_drawn_twice_is_read_once() -> None:
    made = Made().text(40, 500, "The survey was funded by Norway.")
    made.text(40.4, 499.7, "The survey was funded by Norway.")
    assert told(made.blocks()) == [("paragraph", "The survey was funded by Norway.")]


def test_what_is_cropped_away_is_not_seen() -> None:
    made = Made((840, 595), extra="/CropBox[0 0 420 595]")
    made.text(40, 500, "The survey was funded by Norway.").text(460, 500, "The ferry was not.")
    assert told(made.blocks()) == [("paragraph", "The survey was funded by Norway.")]


def test_text_behind_a_scan_is_the_text_and_hidden_text_is_marked() -> None:
    scan = Made().draw("q 420 0 0 595 0 0 cm /Im Do Q")
    scan.text(40, 500, "The survey was funded by Norway.", how="3 Tr")
    (block,) = scan.blocks()
    assert not block.hidden
    plain = Made().text(40, 500, "The survey was funded by Norway.")
    plain.text(40, 450, "Nobody sees this.", how="3 Tr")
    plain.draw("1 1 1 rg").text(40, 400, "Nor this.")
    plain.draw("0 0 0 rg 30 340 300 30 re f 1 1 1 rg").text(40, 350, "This is white on black.")
    assert [(said(b.runs), b.hidden) for b in plain.blocks()] == [
        ("The survey was funded by Norway.", False),
        ("This is white on black.", False),
        ("Nobody sees this.", True),
        ("Nor this.", True),
    ]


def test_notes_and_their_marks() -> None:
    made = Made().draw(
        "BT /F1 10 Tf 40 500 Td (The handbook was prepared by the ILO) Tj /F1 6 Tf 4 Ts (1) Tj "
        "0 Ts /F1 10 Tf ( in its 2) Tj /F1 6 Tf 4 Ts (nd) Tj 0 Ts /F1 10 Tf ( year.) Tj ET"
    )
    made.draw("BT /F1 5 Tf 40 80 Td 3 Ts (1) Tj 0 Ts /F1 8 Tf ( See the report of the ILO.) Tj ET")
    assert told(made.blocks()) == [
        ("paragraph", "The handbook was prepared by the ILO in its 2nd year."),
        ("note", "See the report of the ILO."),
    ]


def test_items_with_their_marks_and_depth() -> None:
    made = (
        Made()
        .text(40, 500, "1.")
        .text(60, 500, "Train the staff of all consulates in the referral of")
    )
    made.text(60, 486, "migrants at risk.")
    made.text(60, 472, "a)").text(80, 472, "In ports").text(40, 458, "2.").text(
        60, 458, "Print a guide."
    )
    items = made.blocks()
    assert [(b.mark, b.level, said(b.runs)) for b in items] == [
        ("1.", 1, "Train the staff of all consulates in the referral of migrants at risk."),
        ("a)", 2, "In ports"),
        ("2.", 1, "Print a guide."),
    ]


def test_values_of_a_form_and_no_comments() -> None:
    widget = (
        "<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(lead)/V(ILO, UNDP)/DA(/F1 10 Tf)"
        "/Rect[150 495 370 511]/P 6 0 R>>"
    )
    comment = "<</Type/Annot/Subtype/Text/Contents(Ask Norway)/Rect[10 10 30 30]>>"
    made = Made(extra="/Annots[8 0 R 9 0 R]", objects=[widget.encode(), comment.encode()])
    data = made.text(40, 500, "Lead agency:").data()
    data = data.replace(b"/Pages 2 0 R>>", b"/Pages 2 0 R/AcroForm<</Fields[8 0 R]>>>>", 1)
    (block,) = read(data, WHERE).blocks
    assert (said(block.label), said(block.runs)) == ("Lead agency", "ILO, UNDP")


def test_a_page_without_text_does_not_vanish_in_silence() -> None:
    made = Made().text(40, 500, "The survey was funded by Norway.").page()
    made.draw("q 420 0 0 595 0 0 cm /Im Do Q").page().text(40, 500, "It goes on.")
    reading = read(made.data(), WHERE)
    assert [block.locator for block in reading.blocks] == ["page 1", "page 3"]
    ((place, reason),) = reading.unread
    assert place == Place("page", 2)
    assert "scan" in reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no PDF"),
        (b"PK\x03\x04 a zip", "it is no PDF"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "damaged or cut off"),
        (Made().text(40, 500, "Half of it.").data()[:200], "damaged or cut off"),
        (Made().draw("q 420 0 0 595 0 0 cm /Im Do Q").data(), "only a picture of it"),
        (Made().data(), "has no text"),
        (LOOP, "pages are more than"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read(data, WHERE)
    assert str(caught.value).startswith("made.pdf: ")
    assert "\n" not in str(caught.value)


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zlib.compress(b" " * 300_000_000, 9)
    content = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(bomb), bomb)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R>>"
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    with pytest.raises(ReadError, match="unpacks to more than"):
        read(file_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content]), WHERE)


@pytest.mark.parametrize("loop", [True, False])
def test_forms_that_draw_each_other_without_end_are_refused(loop: bool) -> None:
    head = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
    ]
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 400 400]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Length 60>>stream\n%s\nendstream" % (5 if loop else 6 + index, b"/X Do " * 10)
        for index in range(1 if loop else 12)
    ]
    last = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 2>>stream\nn \nendstream"
    with pytest.raises(ReadError, match="draw each other"):
        read(file_of([*head, *forms, last]), WHERE)


def test_a_page_of_thousands_of_words_and_rules_takes_no_time() -> None:
    made = Made()
    for index in range(8000):
        made.text(index * 7919 % 400, index * 104729 % 590, "word", 3)
        x, y = index * 31 % 400, index * 17 % 590
        made.rule(x, y, x + 30, y).rule(x, y, x, y + 30)
    assert made.blocks()
