"""`partnergraph blocks`: what was read in a file, block by block, each with its place."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click

from partnergraph import readers
from partnergraph.characters import cells, padded, plain
from partnergraph.cli.options import debug_option, format_option
from partnergraph.document.blocks import Block, said
from partnergraph.document.places import locator
from partnergraph.errors import ReadError
from partnergraph.pipeline.files import see_plain
from partnergraph.screen.output import PAGES, Row, fitted, write
from partnergraph.screen.terminal import note, styled, width

_COLUMNS = (
    *("n", "kind", "level", "mark", "label", "text", "hidden", "locator"),
    *("cells", "header", "row_locators", "hidden_rows"),
)
_GAP = "  "
_WIDEST_PLACE = 24


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@debug_option
def blocks(file: Path, form: str) -> None:
    """What was read in FILE, block by block, each with its place.

    The first thing to ask of a file whose answers surprise: headings, paragraphs, items of lists,
    labels with their values, tables as tables, running heads and notes, in reading order. Nothing
    is loaded.
    """
    if not file.exists():
        raise ReadError(str(file), "there is no such file", "check the path")
    if file.is_dir():
        raise ReadError(str(file), "this is a folder", "name one file in it")
    see_plain(file, "name a file")
    reading = readers.read(file).reading
    rows = [_row(number, block) for number, block in enumerate(reading.blocks, start=1)]
    if form in PAGES:
        sys.stdout.writelines(f"{line}\n" for line in _page(reading.blocks, sys.stdout))
    else:
        write(form, _COLUMNS, rows, sys.stdout)
    for place, reason in reading.unread:
        note(f"{file}, {place}: {reason}")
    note(f"{len(rows)} blocks")


def _row(number: int, block: Block) -> Row:
    row: dict[str, object] = {
        "n": number,
        "kind": block.kind,
        "level": block.level or None,
        "mark": block.mark or None,
        "label": said(block.label) or None,
        "text": said(block.runs),
        "hidden": block.hidden,
        "locator": block.locator,
    }
    if block.kind == "table":
        row["cells"] = [[said(cell) for cell in each.cells] for each in block.rows]
        row["header"] = block.header
        row["row_locators"] = [locator(each.places) for each in block.rows]
        row["hidden_rows"] = [index for index, each in enumerate(block.rows) if each.hidden]
    return row


def _page(blocks: Sequence[Block], out: TextIO) -> Iterator[str]:
    """The blocks as a person reads them: where, what, and the words, wrapped."""
    places = [locator(row.places) for block in blocks for row in block.rows]
    longest = max(
        [0, *map(len, places), *(len(block.locator) for block in blocks if not block.rows)]
    )
    gutter = min(longest, _WIDEST_PLACE)
    for block in blocks:
        if block.kind != "table":
            yield from _told(block.locator, _kind(block), _words(block), gutter, out)
            continue
        what = f"{len(block.rows)} rows of {len(block.rows[0].cells)} columns" if block.rows else ""
        caption = said(block.runs)
        yield from _told("", _kind(block), f"{caption}: {what}" if caption else what, gutter, out)
        yield from _table(block, gutter, out)


def _kind(block: Block) -> str:
    level = f" {block.level}" if block.level and block.kind in ("heading", "item") else ""
    return f"{block.kind}{level}" + (" (hidden)" if block.hidden else "")


def _words(block: Block) -> str:
    label = f"{said(block.label)}: " if block.label else ""
    return f"{block.mark} {label}{said(block.runs)}".lstrip()


def _told(where: str, kind: str, text: str, gutter: int, out: TextIO) -> Iterator[str]:
    head = f"{padded(where, gutter)}{_GAP}{padded(kind, 9)}{_GAP}"
    lines = list(_wrapped(plain(text), max(width() - cells(head), 20))) or [""]
    yield (styled(head, "dim", out) + lines[0]).rstrip()
    yield from (" " * cells(head) + line for line in lines[1:])


def _table(block: Block, gutter: int, out: TextIO) -> Iterator[str]:
    texts = [[plain(said(cell)) for cell in row.cells] for row in block.rows]
    natural = [max(1, *map(cells, column)) for column in zip(*texts, strict=True)]
    room = width() - gutter - len(_GAP)
    widths = fitted(natural, room - 3 * (len(natural) - 1), [1] * len(natural))
    for index, (row, cells_) in enumerate(zip(block.rows, texts, strict=True)):
        where = locator(row.places) + (" (hidden)" if row.hidden else "")
        style = "bold" if index < block.header else ""
        if widths is None:
            lines = list(_wrapped(" | ".join(cells_), max(room, 20)))
        else:
            lines = list(_across(cells_, widths))
        for number, line in enumerate(lines or [""]):
            head = styled(padded("" if number else where, gutter), "dim", out)
            yield (head + _GAP + (styled(line, style, out) if style else line)).rstrip()


def _across(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [list(_wrapped(text, room)) for text, room in zip(texts, widths, strict=True)]
    for line in range(max(map(len, columns), default=0)):
        parts = (column[line] if line < len(column) else "" for column in columns)
        yield " | ".join(padded(part, room) for part, room in zip(parts, widths, strict=True))


def _wrapped(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in _pieces(text.split(), room):
        if line and cells(line) + 1 + cells(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def _pieces(words: Iterable[str], room: int) -> Iterator[str]:
    """Words, one that is wider than the room in parts."""
    for word in words:
        while cells(word) > room:
            yield word[: max(room // 2, 1)]
            word = word[max(room // 2, 1) :]
        yield word
