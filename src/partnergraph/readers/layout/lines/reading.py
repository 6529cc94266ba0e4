"""A text's lines as blocks in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from partnergraph.document.blocks import Block, Runs, said
from partnergraph.readers.layout.grids import without_repeats
from partnergraph.readers.layout.lines.drawn import barred, of_bars, of_tabs, tabbed
from partnergraph.readers.layout.lines.flow import Flow
from partnergraph.readers.layout.lines.furniture import running
from partnergraph.readers.layout.lines.gaps import region
from partnergraph.readers.layout.lines.line import Line, apart, numbered
from partnergraph.readers.layout.lines.marks import hung
from partnergraph.readers.layout.lines.notes import notes_of, plain, without_marks
from partnergraph.readers.layout.lines.rows import table_of
from partnergraph.readers.layout.lines.shape import Around, common_words, shape_of
from partnergraph.readers.layout.lines.sides import in_order


def blocks_of(lines: list[str]) -> list[Block]:
    """Lines of text, from the first, as blocks in reading order; places are `line` and number.

    Running heads and feet stand where they are printed, as kind `running`; what they part is read
    on behind them. Takes time by the text's length.
    """
    all_lines = list(hung(numbered(lines)))
    heads = running(all_lines)
    pages = [
        list(page)
        for _, page in groupby(
            (line for i, line in enumerate(all_lines) if i not in heads), lambda line: line.page
        )
    ]
    body: list[Line] = []
    notes: list[Block] = []
    for page in pages:
        kept, found = _without_notes(page)
        notes.extend(found)
        body.extend(in_order(kept))
    heads_and_notes = [Block("running", (all_lines[i].run(),)) for i in sorted(heads)]
    return _placed(_read(body), sorted([*heads_and_notes, *notes], key=_first))


def _first(block: Block) -> int:
    return block.runs[0].place.number


def _without_notes(page: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """A page's lines without its notes and their marks; the notes."""
    found = notes_of(page)
    if not found:
        return list(page), []
    kept: list[Line] = []
    notes: list[Block] = []
    mark = ""
    for i, line in enumerate(page):
        mark = found.get(i, mark if line.words else "")
        if not mark:
            kept.append(line)
        elif i in found:
            start = line.text.index(mark) + len(mark)
            notes.append(Block("note", (line.run(start),), mark=mark))
        else:
            notes[-1] = replace(notes[-1], runs=(*notes[-1].runs, line.run()))
    marks = {plain(note.mark) for note in notes}
    return [replace(line, text=without_marks(line.text, marks)) for line in kept], notes


def _read(body: Sequence[Line]) -> list[Block]:
    flow = Flow()
    shape, common = shape_of(body), common_words(body)
    tables = _Tables(body)
    text: list[Line] = []
    i = 0
    while i < len(body):
        found = tables.at(i) if body[i].words else None
        if not found:
            text.extend(apart(body[i]))
            i += 1
            continue
        stop, table = found
        flow.read(Around(text, shape, common, closed=True))
        flow.close()
        _add_table(flow.blocks, table, any(line.words for line in text))
        text, i = [], stop
    flow.read(Around(text, shape, common))
    flow.close()
    return flow.blocks


@dataclass(slots=True)
class _Tables:
    """Finds tables; remembers up to where none of a kind begins, so that no line is tried twice."""

    body: Sequence[Line]
    none: dict[str, int] = field(default_factory=dict)

    def at(self, i: int) -> tuple[int, Block] | None:
        """The table that begins at a line, and the position behind it."""
        for name, find in (("bars", _by_bars), ("tabs", _by_tabs), ("gaps", _by_gaps)):
            if i >= self.none.get(name, 0):
                stop, table = find(self.body, i)
                if table:
                    return stop, table
                self.none[name] = stop
        return None


def _by_bars(body: Sequence[Line], i: int) -> tuple[int, Block | None]:
    stop, table = barred(body, i)
    return stop, of_bars(body[i:stop]) if table else None


def _by_tabs(body: Sequence[Line], i: int) -> tuple[int, Block | None]:
    stop, table = tabbed(body, i)
    return stop, of_tabs(body[i:stop]) if table else None


def _by_gaps(body: Sequence[Line], i: int) -> tuple[int, Block | None]:
    found = region(body, i)
    return found.stop, table_of(body, found) if found.cuts else None


def _add_table(blocks: list[Block], table: Block, parted: bool) -> None:
    """Adds a table; one that only goes on behind a page's end is added to the one above it."""
    above = blocks[-1] if blocks else None
    if above and parted and (caption := _caption(above)):
        blocks[-1] = replace(table, runs=caption)
    elif above and above.kind == "table" and not parted and _same(above, table):
        joined = (*above.rows, *table.rows)
        rows = without_repeats(joined, above.header)
        blocks[-1] = replace(above, rows=rows)
    else:
        blocks.append(table)


_CAPTION = re.compile(
    r"(?:table|tableau|tabla|cuadro|quadro|tabelle) [\w.]{1,5}(?:[\s.:–—-]|$)", re.I
)


def _caption(above: Block) -> Runs:
    """The words of the block above a table, if they number it."""
    if not _CAPTION.match(said((*above.label, *above.runs))):
        return ()
    label = tuple(run._replace(text=f"{run.text}:") for run in above.label)
    return (*label, *above.runs)


def _same(above: Block, table: Block) -> bool:
    """Whether two tables have as many columns, and the second no other header."""
    if len(above.rows[0].cells) != len(table.rows[0].cells):
        return False
    heads = [[said(cell) for cell in row.cells] for row in table.rows[: table.header]]
    own = [[said(cell) for cell in row.cells] for row in above.rows[: above.header]]
    return heads == own or not table.header or bool(own)


def _placed(blocks: Sequence[Block], apart: Sequence[Block]) -> list[Block]:
    """Blocks with those that stand apart put before the first that begins behind them."""
    return list(_merged(blocks, apart))


def _merged(blocks: Sequence[Block], apart: Sequence[Block]) -> Iterator[Block]:
    waiting = list(reversed(apart))
    for block in blocks:
        while waiting and _first(waiting[-1]) < _begin(block):
            yield waiting.pop()
        yield block
    yield from reversed(waiting)


def _begin(block: Block) -> int:
    runs: Runs = (*block.label, *block.runs)
    if runs:
        return runs[0].place.number
    return block.rows[0].places[0].number if block.rows else 0
