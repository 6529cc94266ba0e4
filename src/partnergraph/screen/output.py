"""Rows as a screen or a table for people and as json, jsonl or csv for machines.

A row is a mapping; the columns say which of its values are shown, in which order. A table leaves
out a column `x_id` beside a column `x`; every machine format has all columns and whole texts.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TextIO

from partnergraph.characters import cells, cut, padded, plain, unsafe_escaped
from partnergraph.exchange import spreadsheet
from partnergraph.screen.terminal import styled, width

Row = Mapping[str, Any]
Writer = Callable[[Sequence[str], Iterable[Row], TextIO], None]

PAGES = ("screen", "table")
_GAP = "  "
_NARROWEST = 6
_ASIDE = ("why", "documents", "topics", "where", "genres")


def write(form: str, columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Write rows in one of FORMATS. Raises KeyError for any other."""
    FORMATS[form](columns, rows, out)


def write_json(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A JSON list of objects, one after the other, without holding them all."""
    before = "[\n"
    for row in rows:
        entry = as_json(_chosen(row, columns), indent=2)
        out.write(before + "\n".join(f"  {line}" for line in entry.split("\n")))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def write_jsonl(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A JSON object a line."""
    for row in rows:
        out.write(as_json(_chosen(row, columns)) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """CSV that a spreadsheet opens with its accents and takes for text, never for formulas."""
    body = ([row.get(column) for column in columns] for row in rows)
    spreadsheet.write_rows(out, chain([columns], body), as_text)


def write_table(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A table that fits the terminal, long texts cut; a record a row where it is too narrow."""
    shown = [column for column in columns if not _is_id_beside(column, columns)]
    rows = list(rows)
    if not rows:
        return
    body = [[plain(as_text(row.get(column))) for column in shown] for row in rows]
    natural = [max(map(cells, column)) for column in zip(shown, *body, strict=True)]
    room = width()
    weights = [1 if column in _ASIDE else 2 for column in shown]
    widths = fitted(natural, room - len(_GAP) * (len(shown) - 1), weights)
    if widths is None:
        out.writelines(_records(shown, body, room))
        return
    numeric = [all(_is_number(row.get(column)) for row in rows) for column in shown]
    out.write(styled(_line(shown, widths, numeric), "bold", out) + "\n")
    rule = "─" if out.isatty() and "utf" in (out.encoding or "").lower() else "-"
    out.write(styled(_GAP.join(rule * width for width in widths), "dim", out) + "\n")
    out.writelines(_line(row, widths, numeric) + "\n" for row in body)


def write_screen(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """A table as wide as the terminal whose texts wrap, its columns headed in words."""
    from partnergraph.screen import table

    shown = [column for column in columns if not _is_id_beside(column, columns)]
    rows = list(rows)
    shown = [
        column for column in shown if any(row.get(column) not in (None, (), []) for row in rows)
    ]
    numbers = [all(_is_number(row.get(column)) for row in rows) for column in shown]
    body = [[plain(as_text(row.get(column))) for column in shown] for row in rows]
    table.write([column.replace("_", " ") for column in shown], body, out, numbers)


class Section(NamedTuple):
    """Rows of one kind among several that a command writes together."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Row]


def write_sections(form: str, sections: Sequence[Section], out: TextIO) -> None:
    """Write several lists of rows: titled tables, one JSON object, or rows that name theirs."""
    if form in PAGES:
        _titled_tables(form, [section for section in sections if section.rows], out)
    elif form == "json":
        lists = {name: [_chosen(row, cols) for row in rows] for name, cols, rows in sections}
        out.write(as_json(lists, indent=2) + "\n")
    else:
        columns = dict.fromkeys(column for section in sections for column in section.columns)
        rows = ({"section": name, **row} for name, _, rows in sections for row in rows)
        write(form, ["section", *columns], rows, out)


def _titled_tables(form: str, sections: Sequence[Section], out: TextIO) -> None:
    for index, section in enumerate(sections):
        out.write(("\n" if index else "") + styled(plain(section.name), "bold", out) + "\n")
        write(form, section.columns, section.rows, out)


FORMATS: Mapping[str, Writer] = {
    "screen": write_screen,
    "table": write_table,
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
}


def as_json(value: object, indent: int | None = None) -> str:
    r"""JSON in UTF-8; what a terminal could take for a command is written as an escape.

    >>> as_json({"name": "Côte\x9b"})
    '{"name": "Côte\\u009b"}'
    """
    return unsafe_escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def as_text(value: object) -> str:
    """A value as a cell shows it: lists joined by `; `, nothing for None.

    >>> as_text(["IOM", "UNDP"]), as_text(None), as_text(True), as_text(0.5)
    ('IOM; UNDP', '', 'true', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {as_text(part)}" for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(as_text(part) for part in value)
    return str(value)


def fitted(natural: Sequence[int], room: int, weights: Sequence[int]) -> list[int] | None:
    """Widths of columns that take no more than `room`: the widest for their weight give way.

    None where a column that gives way would be too narrow to read.

    >>> fitted([5, 40, 90], 65, [1, 1, 1]), fitted([5, 40, 90], 16, [1, 1, 1])
    ([5, 30, 30], None)
    >>> fitted([5, 90, 90], 65, [2, 2, 1])
    [5, 40, 20]
    """
    left = sum(weights)
    for wanted, weight in sorted(zip(natural, weights, strict=True), key=lambda x: x[0] / x[1]):
        if wanted * left > room * weight:
            break
        room, left = room - wanted, left - weight
    else:
        return list(natural)
    widths = [min(own, room * each // left) for own, each in zip(natural, weights, strict=True)]
    given_way = [width for width, own in zip(widths, natural, strict=True) if width < own]
    return None if min(given_way) < _NARROWEST else widths


def _line(texts: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = zip(texts, widths, numeric, strict=True)
    return _GAP.join(
        padded(cut(text, width), width, right) for text, width, right in parts
    ).rstrip()


def _records(columns: Sequence[str], body: list[list[str]], room: int) -> Iterator[str]:
    for row in body:
        for column, text in zip(columns, row, strict=True):
            yield cut(f"{column}: {text}", room).rstrip() + "\n"
        yield "\n"


def _chosen(row: Row, columns: Sequence[str]) -> Row:
    return {column: row.get(column) for column in columns}


def _is_id_beside(column: str, columns: Sequence[str]) -> bool:
    return column.endswith("_id") and column.removesuffix("_id") in columns


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
