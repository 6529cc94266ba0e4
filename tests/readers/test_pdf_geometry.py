"""The rules about geometry, on words and lines that are placed by hand."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from partnergraph.document.blocks import said
from partnergraph.readers.layout.geometry.document import blocks_of
from partnergraph.readers.layout.geometry.frames import frames, joined
from partnergraph.readers.layout.geometry.gutters import gutters
from partnergraph.readers.layout.geometry.joints import Joints
from partnergraph.readers.layout.geometry.lines import lines_of, ordered, without_marks
from partnergraph.readers.layout.geometry.page import Page
from partnergraph.readers.layout.geometry.pieces import CUT
from partnergraph.readers.layout.geometry.shapes import Rule, Sheet, Word


def word(text: str, x: float, base: float, size: float = 10, *, bold: bool = False) -> Word:
    width = 0.5 * size * len(text)
    return Word(text, x, base - 0.75 * size, x + width, base + 0.25 * size, base, size, bold)


def line(text: str, x: float, base: float, size: float = 10, *, bold: bool = False) -> list[Word]:
    words = []
    for part in text.split():
        words.append(word(part, x, base, size, bold=bold))
        x = words[-1].x1 + 0.25 * size
    return words


def laid(
    *lines: list[Word], level: tuple[Rule, ...] = (), upright: tuple[Rule, ...] = ()
) -> list[str]:
    sheet = Sheet(1, 595, 842, [w for words in lines for w in words], list(level), list(upright))
    told = []
    for block in blocks_of(Page(sheet).pieces([])):
        rows = [" | ".join(said(cell) for cell in row.cells) for row in block.rows]
        told += rows or [said((*block.label, *block.runs))]
    return told


def test_pieces_of_a_line_are_one() -> None:
    pieces = [Rule(100, 0, 50), Rule(100.5, 51, 90), Rule(100, 200, 210), Rule(140, 0, 10)]
    assert joined(pieces) == [Rule(100, 0, 90), Rule(100, 200, 210), Rule(140, 0, 10)]


def test_lines_that_meet_make_a_frame_and_others_do_not() -> None:
    made, loose = frames(
        [Rule(10, 0, 100), Rule(50, 0, 100), Rule(300, 0, 100)],
        [Rule(0, 10, 50), Rule(100, 10, 50)],
    )
    assert [(frame.xs, frame.ys) for frame in made] == [([0, 100], [10, 50])]
    assert loose == [Rule(300, 0, 100)]


def test_a_gutter_goes_on_as_long_as_lines_leave_it_free() -> None:
    rows = [line("left", 0, base) + line("right", 100, base) for base in (10, 24, 38)]
    (found,) = gutters(lines_of(w for row in rows for w in row))
    assert (found.x0, found.x1, found.first, found.last, found.parted) == (20, 100, 0, 2, 3)


def test_a_gap_in_one_line_is_no_gutter() -> None:
    rows = [
        line("left", 0, 10) + line("right", 100, 10),
        line("a line across all of it here", 0, 24),
    ]
    assert gutters(lines_of(w for row in rows for w in row)) == []


def test_an_upright_rule_parts_words_however_close() -> None:
    rows = [line("left", 0, base) + line("right", 23, base) for base in (10, 24)]
    lines = lines_of(w for row in rows for w in row)
    assert gutters(lines) == []
    assert len(gutters(lines, [Rule(21, 0, 30)])) == 1


def test_rows_of_an_unruled_table_are_found_by_what_fits() -> None:
    rows = [("Activity", "Lead", "Partners"), ("Set up a hotline for", "WHO", "UNODC and")]
    rows += [("workers in ports", "", "UNICEF"), ("Equip two clinics", "UNFPA", "FAO")]
    table = [
        line(cell, x, 100 + 12 * i)
        for i, row in enumerate(rows)
        for x, cell in zip((40, 150, 220), row, strict=True)
        if cell
    ]
    assert laid(*table) == [
        "Activity | Lead | Partners",
        "Set up a hotline for workers in ports | WHO | UNODC and UNICEF",
        "Equip two clinics | UNFPA | FAO",
    ]


def test_text_from_right_to_left() -> None:
    row = [word("عمان", 200, 10), word("IOM", 150, 10), word("في", 100, 10)]
    assert [w.text for w in ordered(row)] == ["عمان", "IOM", "في"]
    row = [word("8", 10, 10), word("May", 20, 10), word("in", 40, 10), word("الأردن", 80, 10)]
    assert [w.text for w in ordered(row)] == ["8", "May", "in", "الأردن"]


def test_raised_marks() -> None:
    def after(text: str, mark: str) -> str:
        first = word(text, 0, 100)
        raised = word(mark, first.x1, 96, 6)._replace(glued=True)
        return " ".join(w.text for w in without_marks([first, raised]))

    assert after("ILO", "1") == "ILO"
    assert after("ILO.", "12,") == "ILO."
    assert after("2", "nd") == "2nd"
    assert after("XXI", "e") == "XXIe"
    assert after("km", "2") == "km2"


def test_cut_words_are_joined_by_what_the_document_says() -> None:
    joints = Joints(["The programme is well-known; community work and the based."])
    assert joints.whole(f"pro{CUT}gramme") == "programme"
    assert joints.whole(f"well{CUT}known") == "well-known"
    assert joints.whole(f"JI{CUT}HoA") == "JI-HoA"
    assert joints.whole(f"short{CUT} and long-term") == "short- and long-term"
    assert joints.whole(f"Herze{CUT}govina") == "Herzegovina"


def test_labels_keep_their_value_over_a_gap() -> None:
    assert laid(line("Donor:", 40, 100) + line("Canada", 200, 100)) == ["Donor Canada"]


def cells(row: tuple[str, ...], base: float, *, bold: bool = False) -> list[Word]:
    """A row whose cells are centred upright around a baseline; a bar cuts a cell's lines."""
    words = []
    for x, cell in zip((40, 200, 300), row, strict=True):
        parts = cell.split("|") if cell else []
        for n, part in enumerate(parts):
            words += line(part, x, base + 12 * n - 6 * (len(parts) - 1), bold=bold)
    return words


def test_rows_whose_cells_are_centred_upright_have_one_middle() -> None:
    rows = [("Activity", "Lead|agency", "Partners")]
    rows += [("Open a desk for|returnees in towns", "IOM", "UNDP, Caritas|Albania, ILO|and WHO")]
    rows += [("Train the staff of|the border posts", "UNICEF", ""), ("Survey skills", "ILO", "IOM")]
    table = [cells(row, 100 + 45 * n, bold=not n) for n, row in enumerate(rows)]
    assert laid(*table) == [
        "Activity | Lead agency | Partners",
        "Open a desk for returnees in towns | IOM | UNDP, Caritas Albania, ILO and WHO",
        "Train the staff of the border posts | UNICEF | ",
        "Survey skills | ILO | IOM",
    ]


def test_a_text_over_all_columns_stands_in_each_of_them() -> None:
    rows = [("Activity", "Lead", "Partners"), ("Open a desk", "IOM", "UNDP")]
    rows += [("Train the staff", "UNICEF", "WHO"), ("Survey skills", "ILO", "IOM")]
    table = [cells(row, 100 + 20 * n + 20 * (n > 1)) for n, row in enumerate(rows)]
    over = "Objective 2: data of all kinds that are collected with care"
    assert laid(*table, line(over, 40, 140)) == [
        "Activity | Lead | Partners",
        "Open a desk | IOM | UNDP",
        f"{over} | {over} | {over}",
        "Train the staff | UNICEF | WHO",
        "Survey skills | ILO | IOM",
    ]


def test_a_text_between_two_tables_of_one_header_belongs_to_neither() -> None:
    rows = [
        ("Activity", "Lead", "Status"),
        ("Open a desk", "IOM", "done"),
        ("Train", "ILO", "done"),
    ]
    again = [rows[0], ("Survey skills", "ILO", "planned"), ("Print a guide", "WHO", "planned")]
    table = [cells(row, 100 + 20 * n, bold=not n) for n, row in enumerate(rows)]
    table += [cells(row, 180 + 20 * n, bold=not n) for n, row in enumerate(again)]
    told = laid(*table, line("What comes next year:", 40, 160))
    assert told[3:5] == ["What comes next year:", "Activity | Lead | Status"]


def test_a_header_in_the_middle_over_two_columns_is_that_of_both() -> None:
    table = [line("Activity", 40, 100, bold=True), line("Who does it", 240, 100, bold=True)]
    table += [cells(("Title", "Lead", "Partners"), 120, bold=True)]
    table += [cells(("Open a desk", "IOM", "UNDP"), 140), cells(("Train", "ILO", "WHO, FAO"), 160)]
    assert laid(*table)[0] == "Activity | Who does it | Who does it"


def test_a_typewriter_s_space_is_no_gap() -> None:
    def typed(text: str, x: float, base: float) -> list[Word]:
        return [
            word(part, x + 6 * at, base)._replace(x0=x + 6 * at, x1=x + 6 * (at + len(part)))
            for at, part in ((m.start(), m[0]) for m in re.finditer(r"\S+", text))
        ]

    rows = [("Entidad líder", "Estado"), ("Fondo Sur", "on hold"), ("Rojo Sur, QRT", "on hold")]
    table = [
        typed(cell, x, 100 + 20 * n)
        for n, row in enumerate(rows)
        for x, cell in zip((40, 129), row, strict=True)
    ]
    assert laid(*table) == [" | ".join(row) for row in rows]


def test_a_row_at_the_head_of_each_page_is_no_running_head() -> None:
    pages = []
    for number in (1, 2):
        rows = [("Lead", "Status", "Year"), ("IOM", "on hold", f"202{number}"), ("ILO", "", "2029")]
        table = [cells(row, 60 + 20 * n, bold=not n) for n, row in enumerate(rows)]
        rest = [cells((f"WHO {n}", "done", "2027"), 120 + 20 * n) for n in range(20)]
        pages.append(Page(Sheet(number, 595, 842, [w for row in table + rest for w in row])))
    made = [piece for page in pages for piece in page.pieces([p for p in pages if p is not page])]
    (table,) = blocks_of(made)
    assert len(table.rows) == 1 + 2 * 22


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["IOM", "a", "handbook", "1.", "•", "Lead:", "(a)", "1"]),
            st.integers(0, 560),
            st.integers(20, 820),
            st.sampled_from([6, 9, 10, 14]),
        ),
        min_size=1,
        max_size=60,
    ),
    st.lists(st.tuples(st.integers(0, 590), st.integers(0, 590), st.integers(0, 840)), max_size=12),
)
@example(
    [("IOM", 0, 20, 6), ("IOM", 1, 20, 6), ("handbook", 149, 20, 9)], [(5, 0, 19), (167, 0, 0)]
)
@example([("IOM", 0, 20, 6), ("handbook", 64, 20, 6)], [(68, 0, 189), (76, 93, 4), (84, 0, 187)])
def test_no_word_is_lost(
    words: list[tuple[str, int, int, int]], rules: list[tuple[int, int, int]]
) -> None:
    """Whatever stands on a page and wherever, each of its long words stands in a block."""
    placed = [word(text, x, y, size) for text, x, y, size in words]
    level = [Rule(y, min(a, b), max(a, b)) for a, b, y in rules]
    upright = [Rule(a, min(b, y), max(b, y)) for a, b, y in rules]
    many = sum(one.text == "handbook" for one in placed)
    told = laid(placed, level=tuple(level), upright=tuple(upright))
    assert " ".join(told).count("handbook") >= many
