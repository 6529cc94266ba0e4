"""Blocks out of a format's paragraphs and tables: counted, placed, cut at breaks and labels.

Paragraphs with text outside tables are counted, tables too (one in a cell after the one that holds
it); what is anchored in a paragraph (a text box, a note) stands behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from partnergraph.document.blocks import Block, Run, Runs, cut, said
from partnergraph.document.places import Place
from partnergraph.readers.layout.grids import without_repeats
from partnergraph.readers.layout.labels import of_lines
from partnergraph.readers.office.grid import Words, filled, header, placed
from partnergraph.readers.office.headings import name_headings
from partnergraph.readers.office.lines import lines
from partnergraph.readers.office.marks import typed
from partnergraph.readers.office.nodes import Nodes, Paragraph, Table


class Flow:
    """The blocks of a document, made in reading order.

    `place`: one place for all (a slide, a header); without it paragraphs and tables are counted.
    """

    def __init__(self, place: Place | None = None) -> None:
        self._place = place
        self._paragraphs = self._tables = 0

    def blocks(self, nodes: Nodes) -> Iterator[Block]:
        """The blocks of some nodes that follow each other."""
        caption: Runs = ()
        name_headings(nodes)
        for node in nodes:
            if isinstance(node, Table):
                yield from self.table(node, caption)
                caption = ()
                continue
            made = list(self.paragraph(node))
            if made:
                caption = made[0].runs if node.caption and not made[0].label else ()
            yield from made

    def paragraph(self, node: Paragraph) -> Iterator[Block]:
        """A paragraph's blocks; what is hidden in one that is not has a block of its own."""
        place = self._counted(node)
        seen, unseen = lines(node.pieces), lines(node.pieces, hidden=True)
        if seen:
            yield from _cut(node, _runs(seen, place))
        if unseen:
            yield Block(
                "paragraph" if seen else node.kind,
                _runs(unseen, place),
                level=0 if seen else node.level,
                mark="" if seen else node.mark,
                hidden=True,
            )
        yield from self._anchored(node, place)

    def table(self, node: Table, caption: Runs = ()) -> Iterator[Block]:
        """A table's block, and behind it what its cells hold besides words."""
        self._tables += 1
        places = [
            self._place or Place(f"table {self._tables} row", row.number or number)
            for number, row in enumerate(node.rows, start=1)
        ]
        behind: list[Block] = []
        known: dict[int, list[str]] = {}
        for row, place in zip(node.rows, places, strict=True):
            cells = [_Inside(self, place).take(cell.nodes) for cell in row.cells]
            if not row.hidden and not any(cell.seen for cell in cells):
                row.hidden = any(cell.unseen for cell in cells)
            for cell, inside in zip(row.cells, cells, strict=True):
                known[id(cell)] = inside.seen or (inside.unseen if row.hidden else [])
                held = inside.behind if row.hidden else inside.all_behind()
                behind += [_within(block, place, cell.column) for block in held]
        yield from _block(node, lambda cell: known[id(cell)], places, caption)
        yield from behind

    def flat(self, nodes: Nodes, place: Place) -> Runs:
        """All that is seen in some nodes, at one place."""
        return _runs(_Inside(self, place, nested=False).take(nodes).seen, place)

    def _counted(self, node: Paragraph) -> Place:
        if not self._place and node.is_filled:
            self._paragraphs += 1
        return self._place or Place("paragraph", max(self._paragraphs, 1))

    def _anchored(self, node: Paragraph, place: Place) -> Iterator[Block]:
        yield from self.notes(node, place)
        for box in node.boxes:
            yield from self.blocks(box)

    def notes(self, node: Paragraph, place: Place) -> Iterator[Block]:
        """The notes that a paragraph anchors, at its place."""
        for note in node.notes:
            runs = self.flat(note, place)
            if runs:
                yield Block("note", runs)


def _within(block: Block, place: Place, column: int) -> Block:
    """A block behind a table, saying in which of its cells it stood if it is a table itself."""
    return replace(block, within=(place, column)) if block.rows and not block.within else block


class _Inside:
    """What stands in a cell or a note: its lines, and the blocks that stand behind its table."""

    def __init__(self, flow: Flow, place: Place, nested: bool = True) -> None:
        self._flow, self._place, self._nested = flow, place, nested
        self.seen: list[str] = []
        self.unseen: list[str] = []
        self.behind: list[Block] = []

    def take(self, nodes: Nodes) -> "_Inside":
        """Takes up some nodes; gives itself."""
        for node in nodes:
            if isinstance(node, Paragraph):
                self._paragraph(node)
            elif self._nested:
                self.behind += self._flow.table(node)
            else:
                for row in node.rows:
                    for cell in row.cells:
                        self.take(cell.nodes)
        return self

    def all_behind(self) -> list[Block]:
        """The blocks behind it, what is hidden in its words among them."""
        hidden = Block("paragraph", _runs(self.unseen, self._place), hidden=True)
        return [hidden, *self.behind] if self.unseen else self.behind

    def _paragraph(self, node: Paragraph) -> None:
        """The lines of a paragraph; of one that shows nothing but its number, that number."""
        self.seen += lines(node.pieces) or ([node.mark] if any(map(str.isalnum, node.mark)) else [])
        self.unseen += lines(node.pieces, hidden=True)
        self.behind += self._flow.notes(node, self._place)
        for box in node.boxes:
            self.take(box)


def _runs(texts: Iterable[str], place: Place) -> Runs:
    return tuple(Run(text, place) for text in texts)


def _cut(node: Paragraph, runs: Runs) -> Iterator[Block]:
    """The blocks of a paragraph's lines; one that begins with a typed mark is an item."""
    block = Block(node.kind, level=node.level, mark=node.mark)
    if node.caption or node.kind not in ("paragraph", "item"):
        yield replace(block, runs=runs)
        return
    mark = typed(said(runs[:2])) if node.kind == "paragraph" else None
    if mark:
        block = Block("item", level=1, mark=mark["mark"])
        runs = cut(runs, mark.end(), len(said(runs)))
    yield from of_lines([(run,) for run in runs], block)


def _block(node: Table, words: Words, places: Sequence[Place], caption: Runs) -> Iterator[Block]:
    grid = filled(node.rows)
    rows = placed(grid, node.rows, words, places)
    if any(cell for row in rows for cell in row.cells):
        count = header(grid, node.rows, rows)
        kept = without_repeats(rows, count)
        yield Block("table", caption, rows=kept, header=count, hidden=all(r.hidden for r in kept))
