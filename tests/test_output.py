"""Rows as table, json, jsonl and csv: what people see and what machines get."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnergraph.characters import cells, cut, plain
from partnergraph.screen import output, terminal
from partnergraph.screen.output import Section, as_text, fitted, write, write_sections

COLUMNS = ("agency", "agency_id", "count", "objective")
ROWS = [
    {"agency": "IOM", "agency_id": "agency:iom", "count": 62, "objective": "Fewer deaths"},
    {"agency": "Côte d’Ivoire", "agency_id": "country:civ", "count": 4, "objective": "x" * 300},
]


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def written(form, columns=COLUMNS, rows=ROWS, out=None):
    out = out or io.StringIO()
    write(form, columns, rows, out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_table_fits_the_width_and_cuts_with_an_ellipsis():
    lines = written("table").splitlines()
    assert lines[0].split() == ["agency", "count", "objective"]
    assert set(lines[1]) == {"-", " "}
    assert lines[2] == "IOM               62  Fewer deaths"
    assert lines[3].startswith("Côte d’Ivoire      4  xxx")
    assert lines[3].endswith("x…")
    assert max(map(cells, lines)) == 80


def test_the_widest_columns_give_way_alike():
    row = {"a": "x" * 90, "b": "short", "c": "y" * 50}
    line = written("table", ("a", "b", "c"), [row]).splitlines()[2]
    a, b, c = line.split()
    assert (len(a), b, len(c)) == (35, "short", 35)


def test_a_narrow_terminal_gets_a_record_a_row(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    text = written(
        "table", ("first", "second", "third"), [dict.fromkeys(("first", "third"), "w" * 99)]
    )
    assert text.splitlines()[:3] == ["first: wwwwwwwwwwww…", "second:", "third: wwwwwwwwwwww…"]


def test_wide_and_combining_characters_keep_columns_straight():
    rows = [{"name": "国際移住機関", "n": 1}, {"name": "e\u0301cole", "n": 22}]
    header, _, first, second = written("table", ("name", "n"), rows).splitlines()
    assert cells(header) == cells(first) == cells(second) == 16


def test_a_table_without_rows_is_nothing_and_json_is_an_empty_list():
    assert written("table", rows=[]) == ""
    assert json.loads(written("json", rows=[])) == []
    assert written("jsonl", rows=[]) == ""
    assert written("csv", rows=[]) == "\ufeffagency,agency_id,count,objective\r\n"


def test_machine_formats_have_every_column_whole():
    assert json.loads(written("json")) == ROWS
    assert [json.loads(line) for line in written("jsonl").splitlines()] == ROWS
    read = list(csv.DictReader(io.StringIO(written("csv").removeprefix("\ufeff"))))
    assert [row["objective"] for row in read] == ["Fewer deaths", "x" * 300]
    assert read[1]["agency"] == "Côte d’Ivoire"


def test_json_is_utf_8_and_indented():
    assert '  {\n    "agency": "IOM"' in written("json")
    assert "Côte d’Ivoire" in written("json")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_never_takes_a_text_for_a_formula(start):
    text = written("csv", ("name", "n"), [{"name": f"{start}cmd()", "n": -5}])
    row = next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert row == {"name": f"'{start}cmd()", "n": "-5"}


def test_lists_are_joined():
    assert as_text([["IOM", "UNDP"], None, True]) == "IOM; UNDP; ; true"
    assert as_text([{"locator": "line 3", "text": "x"}]) == "locator: line 3, text: x"


@pytest.mark.parametrize("form", ["screen", "table", "json", "jsonl", "csv"])
def test_nothing_in_a_text_commands_the_terminal(form):
    nasty = "a\x1b]0;owned\x07\x9b31m\u202egnp\u2066\x00\x7f\ud800b"
    out = written(form, ("name",), [{"name": nasty}], Terminal())
    ours = out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert not set(ours) & set("\x1b\x07\x9b\u202e\u2066\x00\x7f\ud800")
    assert "x1b" in ours or "u001b" in ours


def test_json_keeps_what_it_escapes():
    nasty = "a\x1b\x9b\u202e\x7f\u2029b"
    assert json.loads(written("json", ("name",), [{"name": nasty}]))[0]["name"] == nasty


def test_colours_only_on_a_terminal_that_wants_them(monkeypatch):
    assert "\x1b[1m" in written("table", out=Terminal())
    assert "\x1b" not in written("table")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in written("table", out=Terminal())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in written("table", out=Terminal())


def test_without_a_terminal_a_table_has_a_hundred_columns(monkeypatch):
    monkeypatch.delenv("COLUMNS")
    monkeypatch.setattr("os.get_terminal_size", lambda *_: (_ for _ in ()).throw(OSError))
    assert terminal.width() == 100


def test_an_unknown_format_is_an_error():
    with pytest.raises(KeyError):
        write("yaml", COLUMNS, ROWS, io.StringIO())


SECTIONS = [
    Section("nodes", ("label", "count"), [{"label": "Agency", "count": 6}]),
    Section("empty", ("label",), []),
    Section("types", ("type", "count"), [{"type": "LED", "count": 2}]),
]


def sections(form):
    out = io.StringIO()
    write_sections(form, SECTIONS, out)
    return out.getvalue()


def test_sections_are_titled_tables_without_the_empty_ones():
    assert sections("table").splitlines()[:4] == [
        "nodes",
        "label   count",
        "------  -----",
        "Agency      6",
    ]
    assert "empty" not in sections("table")


def test_sections_are_one_json_object_or_rows_that_name_theirs():
    assert json.loads(sections("json"))["nodes"] == [{"label": "Agency", "count": 6}]
    assert json.loads(sections("json"))["empty"] == []
    rows = list(csv.DictReader(io.StringIO(sections("csv").removeprefix("\ufeff"))))
    assert rows[1] == {"section": "types", "label": "", "count": "2", "type": "LED"}
    assert json.loads(sections("jsonl").splitlines()[0])["section"] == "nodes"


@given(st.text(max_size=60), st.integers(1, 40))
def test_cut_text_always_fits(text, width):
    shown = cut(plain(text), width)
    assert cells(shown) <= width
    assert shown == plain(text) or shown.endswith("…")


@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(1, 3)), min_size=1, max_size=9),
    st.integers(1, 200),
)
def test_fitted_widths_always_fit(columns, room):
    natural, weights = map(list, zip(*columns, strict=True))
    widths = fitted(natural, room, weights)
    if sum(natural) <= room:
        assert widths == natural
    elif widths is not None:
        assert sum(widths) <= room
        assert all(0 < a <= b for a, b in zip(widths, natural, strict=True))


def test_every_format_is_named_once():
    assert list(output.FORMATS) == ["screen", "table", "json", "jsonl", "csv"]
