"""CSV and TSV: records as rows, whatever parts their fields and however their quotes stand."""

import csv as standard
import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph.document.blocks import Block, said
from partnergraph.errors import ReadError
from partnergraph.readers import csv

PATH = Path("plan.csv")


def blocks(text: str | bytes, path: Path = PATH) -> list[Block]:
    return list(csv.read(text if isinstance(text, bytes) else text.encode(), path).blocks)


def cells(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def places(block: Block) -> list[str]:
    return [str(row.places[0]) for row in block.rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_parts_the_fields(mark: str) -> None:
    (table,) = blocks(f"Activity{mark}Lead\nTrain{mark}IOM\nPrint{mark}ILO\n")
    assert cells(table) == [["Activity", "Lead"], ["Train", "IOM"], ["Print", "ILO"]]
    assert table.header == 1


def test_decimal_commas_part_nothing() -> None:
    (table,) = blocks("Activity;Budget;Lead\nTrain;1,5;IOM\nPrint;2,25;ILO\n")
    assert cells(table)[1] == ["Train", "1,5", "IOM"]


def test_tabs_of_tsv() -> None:
    (table,) = blocks("A, b\tC, d\nx, y\tz, w\n", Path("plan.tsv"))
    assert cells(table) == [["A, b", "C, d"], ["x, y", "z, w"]]


def test_said_separator_is_the_first_row() -> None:
    (table,) = blocks("\ufeffsep=;\r\nA;B\r\nx;y\r\n")
    assert (cells(table), places(table)) == ([["A", "B"], ["x", "y"]], ["row 2", "row 3"])


def test_a_row_is_a_record_however_many_lines_it_has() -> None:
    (table,) = blocks('A,B\n"x\ny",z\n\nu,v\n')
    assert cells(table) == [["A", "B"], ["x y", "z"], ["u", "v"]]
    assert places(table) == ["row 1", "row 2", "row 4"]
    assert [run.text for run in table.rows[1].cells[0]] == ["x", "y"]


def test_stray_quotes() -> None:
    (table,) = blocks(
        'A;B\n"Know your rights" leaflet;ILO\n"Safe" week, ok;IOM\n"q ""r""";5" pipe\n'
    )
    assert cells(table) == [
        ["A", "B"],
        ['"Know your rights" leaflet', "ILO"],
        ['"Safe" week, ok', "IOM"],
        ['q "r"', '5" pipe'],
    ]


def test_a_quote_never_closed_costs_one_cell() -> None:
    (table,) = blocks('A,B\n"open,x\ny,z\nu,v\n')
    assert cells(table) == [["A", "B"], ['"open', "x"], ["y", "z"], ["u", "v"]]


def test_lines_above_are_blocks_of_their_own() -> None:
    title, label, table = blocks(
        "Plan of the network\nUpdated: 3 March\n\nA,B,C\nx,y,z\nu,v,w\nA,B,C\n"
    )
    assert (title.kind, said(title.runs), title.locator) == (
        "paragraph",
        "Plan of the network",
        "row 1",
    )
    assert (label.kind, said(label.label), said(label.runs)) == ("label", "Updated", "3 March")
    assert places(table) == ["row 4", "row 5", "row 6"]


def test_two_tables() -> None:
    first, second = blocks("A,B,C\nx,y,z\nu,v,w\n\n\nProject,Donor\np,Japan\nq,Peru\n")
    assert cells(second) == [["Project", "Donor"], ["p", "Japan"], ["q", "Peru"]]
    assert (first.locator, second.locator) == ("rows 1-3", "rows 6-8")


def test_ragged_rows_and_empty_columns() -> None:
    (table,) = blocks("A,B,C,,,\nx,y\nu,,w,,,\n")
    assert cells(table) == [["A", "B", "C"], ["x", "y", ""], ["u", "", "w"]]


@pytest.mark.parametrize(
    "data",
    [
        "Activité;B\nx;y".encode("cp1252"),
        "Activité;B\nx;y".encode("utf-16"),
        b"Activit\xc3\xa9;B\0\nx;y",
    ],
)
def test_characters(data: bytes) -> None:
    assert cells(blocks(data)[0])[0] == ["Activité", "B"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        bytes(range(256)) * 10,
        b"a,b\n" + b"," * 1_000_000 + b"x\n",
        b'a,b\n"' + b"x" * 20_000_000 + b'",c\n',
        b"x" * 2_000_000,
    ],
)
def test_what_is_no_table_is_refused_in_one_line(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(ReadError, match=r"^plan\.csv: [^\n]+$"):
        csv.read(data, PATH)
    assert time.process_time() - start < 3


def test_a_million_empty_columns_are_none() -> None:
    (table,) = blocks("A,B" + "," * 1_000_000 + "\nx,y\n")
    assert cells(table) == [["A", "B"], ["x", "y"]]


@pytest.mark.parametrize("piece", ['"', '"a b,', 'a,"b\n', '"a"b,\n', "a,b\n\n", ",,,\n", '""'])
def test_repetitions_are_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    csv.read(b"a,b\n" + piece.encode() * 3_000, PATH)
    assert time.process_time() - start < 5


_WORD = st.text("abc ,;\"'\n", max_size=6)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(_WORD, _WORD), min_size=1, max_size=6))
def test_what_is_written_by_the_rules_is_read_back(rows: list[tuple[str, str]]) -> None:
    made = io.StringIO()
    standard.writer(made).writerows([("Activity", "Lead agency"), *rows])
    found = [said(c) for b in blocks(made.getvalue()) for r in b.rows for c in r.cells]
    wanted = {" ".join(cell.split()) for row in rows for cell in row}
    lines = {said(run) for b in blocks(made.getvalue()) for run in (b.runs, b.label)}
    assert wanted - {""} <= {*found, *lines} or len(rows) < 3
