"""Programmes printed as tables: hours in one column, what is scheduled beside them.

In goes such a table, out come its lines as blocks, as a programme without a table has them: hours
begin what a row schedules, a label stands with its value, a bullet marks an item. A row that names
no session and nobody who chairs or speaks by a label is a slot of the meeting itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from partnergraph.document.blocks import Block, Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.mentions.days import HOURS
from partnergraph.relations import columns, subjects
from partnergraph.relations.page import Page

_FEWEST = 2  # rows with hours; a table with one is none of a programme
_BULLET = re.compile(r"([•▪◦‣●○■□▶►➢➤·∙\uf0a7\uf0b7*–—-])\s+(?=\S)")
_LABEL = re.compile(r"([^\W\d_][^:;]{0,58}[^\W_]|[^\W\d_]{2,})\s?:(?=\s|$)\s*")
_NEXT = re.compile(r"[;|]\s+(?=[^\W\d_][^:;]{1,58}:\s)")
_WHOLE = ("session", "roundtable")


def unrolled(page: Page) -> Iterator[Part]:
    """A page's blocks, with the lines of programmes in the place of tables that they stand in."""
    for part in page.laid.parts:
        key = _hours_column(part)
        if key is None or columns.reads(part):
            yield part
        else:
            yield from _rows(page, part, key)


def _hours_column(part: Part) -> int | None:
    """The column in which hours stand, most of what stands in it."""
    width = len(part.rows[0]) if part.rows else 0
    for number in range(width):
        cells = [row[number].text for row in part.rows if row[number]]
        timed = sum(bool(HOURS.fullmatch(cell)) for cell in cells)
        if timed >= _FEWEST and timed * 2 >= len(cells):
            return number
    return None


def _rows(page: Page, part: Part, key: int) -> Iterator[Part]:
    header = part.block.header
    heads = {
        n: cell
        for row in part.rows[:header]
        for n, cell in enumerate(row)
        if _says_who(lexicon().header(cell.text))
    }
    for row, laid in list(zip(part.rows, part.block.rows, strict=True))[header:]:
        hours, known = row[key], [row[key].text]
        found: list[Part] = []
        for number, cell in enumerate(row):
            if number != key and cell and cell.text not in known:
                known.append(cell.text)
                found += _cell(cell, laid.cells[number], heads.get(number))
        if HOURS.fullmatch(hours.text):
            yield from _slot(page, hours, found)
        else:
            yield from _lines(hours, laid.cells[key])
            yield from found


def _says_who(entry: Entry | None) -> bool:
    return entry is not None and entry.kind == "role" and entry.tie("Session") is not None


def _cell(cell: Passage, runs: Runs, header: Passage | None) -> Iterator[Part]:
    """The lines of a cell; all of it behind a label where the column's header says who they are."""
    if header is None:
        yield from _lines(cell, runs)
    else:
        yield Part(Block("label", runs), header, cell)


def _slot(page: Page, hours: Passage, lines: Sequence[Part]) -> Iterator[Part]:
    """A row: its hours mark what is named first, where that is a session; else they stand alone."""
    first = lines[0] if lines and not lines[0].label else None
    if first and (_is_session(page, first.words) or any(map(_staged, lines))):
        yield replace(first, block=replace(first.block, kind="item", level=1, mark=hours.text))
        yield from islice(lines, 1, None)
    else:
        yield Part(Block("paragraph"), hours[:0], hours)
        yield from lines


def _is_session(page: Page, words: Passage) -> bool:
    found = subjects.heading(page, words, lambda: None)
    return found is not None and found.sort in _WHOLE


def _staged(line: Part) -> bool:
    return bool(line.label) and _says_who(lexicon().label(line.label.text))


def _lines(cell: Passage, runs: Runs) -> Iterator[Part]:
    """The lines of a cell, each as an item, a label with its value, or a paragraph."""
    for line, run in zip(*_parted(cell, runs), strict=True):
        for words in _fields(line):
            bullet, label = _BULLET.match(words.text), _LABEL.match(words.text)
            block = Block("paragraph", run)
            if bullet:
                block = replace(block, kind="item", level=1, mark=bullet[1])
                yield Part(block, words[:0], words[bullet.end() :])
            elif label and lexicon().label(label[1]) and words[label.end() :]:
                yield Part(replace(block, kind="label"), words.cut(label, 1), words[label.end() :])
            else:
                yield Part(block, words[:0], words)


def _parted(cell: Passage, runs: Runs) -> tuple[list[Passage], list[Runs]]:
    """A cell by the lines of its file, each with its run."""
    lines: list[Passage] = []
    kept: list[Runs] = []
    at = 0
    for run in runs:
        count = len(run.text.split())
        words = cell.words[at : at + count]
        at += count
        if words:
            lines.append(Passage(cell.source, words))
            kept.append((run,))
    return lines, kept


def _fields(line: Passage) -> Iterator[Passage]:
    """The parts of a line that labels begin: `Moderator: Ms. A; Panellists: Mr. B`."""
    start = 0
    for found in _NEXT.finditer(line.text):
        label = _LABEL.match(line.text, found.end())
        if label and lexicon().label(label[1]):
            yield line[start : found.start()]
            start = found.end()
    yield line[start:]
