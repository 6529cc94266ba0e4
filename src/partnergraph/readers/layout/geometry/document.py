"""The pieces of all pages to a document's blocks: over pages, headings by style, words whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from partnergraph.document.blocks import Block, Row, Run, Runs
from partnergraph.document.places import Place
from partnergraph.readers.layout import grids, labels
from partnergraph.readers.layout.geometry.headings import Styles
from partnergraph.readers.layout.geometry.joints import Joints
from partnergraph.readers.layout.geometry.pieces import Grid, Piece
from partnergraph.readers.layout.geometry.spreads import Chain, Table, chained

_SPACES = re.compile(r"\s+")


def blocks_of(pieces: Iterable[Piece | Grid], unit: str = "page") -> list[Block]:
    """Blocks in reading order. `pieces` are those of all pages, one page after the other."""
    chains = chained(pieces)
    joints = Joints(_texts(chains))
    styles = Styles(
        [chain.first for chain in chains if isinstance(chain, Chain)],
        [grid for chain in chains if isinstance(chain, Table) for grid in chain.grids],
    )
    maker = _Maker(joints, styles, unit)
    return [block for chain in chains for block in maker.blocks(chain)]


def _texts(chains: Sequence[Chain | Table]) -> Iterator[str]:
    for chain in chains:
        if isinstance(chain, Table):
            for row in chain.rows:
                yield from (text for _, cells in row for text in cells)
        else:
            yield from (text for piece in chain.pieces for text in (piece.label, piece.text))


class _Maker:
    def __init__(self, joints: Joints, styles: Styles, unit: str) -> None:
        self._joints, self._styles, self._unit = joints, styles, unit
        self._marks: list[float] = []

    def blocks(self, chain: Chain | Table) -> Iterator[Block]:
        """The blocks that a chain of pieces or a table is."""
        if isinstance(chain, Table):
            yield self._table(chain)
            return
        first = chain.first
        lines = self._lines(chain)
        if first.label:
            label = self._said(first.label, Place(self._unit, first.page))
            yield Block("label", _all(lines), label=label, hidden=first.hidden)
            return
        if first.kind in ("note", "running"):
            yield Block(
                "note" if first.kind == "note" else "running", _all(lines), hidden=first.hidden
            )
            return
        level = self._styles.level(first)
        if level and len(chain.pieces) == 1:
            number = self._said(first.mark, Place(self._unit, first.page))
            told = tuple(merged((*number, *_all(lines))))
            yield Block("heading", told, level=level, hidden=first.hidden)
            self._marks = []
            return
        yield from self._text(first, lines)

    def _text(self, first: Piece, lines: list[list[Runs]]) -> Iterator[Block]:
        if first.mark:
            pattern = Block(
                "item", level=self._depth(first.x0), mark=first.mark, hidden=first.hidden
            )
        else:
            self._marks = [x for x in self._marks if x < first.x0 - 2] if first.indented else []
            pattern = Block("paragraph", hidden=first.hidden)
        parts = [part for line in lines for part in _fields(line)]
        made = list(labels.of_lines(parts, pattern))
        if first.mark or any(block.label for block in made):
            yield from made
            return
        yield from (replace(pattern, runs=runs) for runs in _paragraphs(lines))

    def _depth(self, x: float) -> int:
        """How deep an item stands, by where its mark stands among those above it."""
        self._marks = [known for known in self._marks if known < x - 3]
        self._marks.append(x)
        return len(self._marks)

    def _lines(self, chain: Chain) -> list[list[Runs]]:
        """Forced lines, each cut at wide gaps, with the page of every word."""
        made: list[list[Runs]] = []
        for index, piece in enumerate(chain.pieces):
            place = Place(self._unit, piece.page)
            told = [[self._said(part, place) for part in line] for line in piece.lines]
            told = [[part for part in line if part] for line in told]
            told = [line for line in told if line]
            if index and made and told:
                made[-1][-1] = (*made[-1][-1], *told[0][0])
                made[-1] += told[0][1:]
                told = told[1:]
            made += told
        return made

    def _said(self, text: str, place: Place) -> Runs:
        whole = _SPACES.sub(" ", self._joints.whole(text)).strip()
        return (Run(whole, place),) if whole else ()

    def _table(self, table: Table) -> Block:
        rows = []
        for row in table.rows:
            cells: list[Runs] = [() for _ in row[0][1]]
            for page, texts in row:
                place = Place(self._unit, page)
                cells = [(*c, *self._said(t, place)) for c, t in zip(cells, texts, strict=True)]
            same: dict[Runs, Runs] = {}
            shared = tuple(same.setdefault(cell, cell) for cell in cells)
            rows.append(Row(shared, tuple(Place(self._unit, page) for page, _ in row)))
        header = grids.header_of(rows) if table.header == 0 else max(table.header, 0)
        kept = grids.without_repeats(rows, header)
        return Block("table", rows=kept, header=header, hidden=table.hidden)


def _all(lines: Sequence[Sequence[Runs]]) -> Runs:
    return tuple(run for line in lines for part in line for run in part)


def _fields(line: Sequence[Runs]) -> Iterator[Runs]:
    """A line cut at its wide gaps where what stands behind one is labelled, else whole.

    A label and its value stay together however wide the gap between them is.
    """
    held: Runs = ()
    for part in line:
        if held and labels.labelled(part):
            yield held
            held = ()
        held = (*held, *part)
    if held:
        yield held


def _paragraphs(lines: Sequence[Sequence[Runs]]) -> Iterator[Runs]:
    """Forced lines as paragraphs: parted behind a sentence's end, else they go on."""
    held: Runs = ()
    for line in lines:
        told = tuple(run for part in line for run in part)
        if held and held[-1].text.endswith((".", "!", "?", ":", ";")):
            yield held
            held = ()
        held = (*held, *told)
    if held:
        yield held


def merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs, those that follow each other at one place as one."""
    held: Run | None = None
    for run in runs:
        if held and held.place == run.place:
            held = Run(f"{held.text} {run.text}", run.place)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
