"""What a reader gives: blocks in reading order, each word with its place in the file.

A block says how words stand on the page (a heading, an item of a list, a table), never what they
mean. Words are verbatim but for white space; of a PDF, those cut at a line's end are joined.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from partnergraph.document.places import Place, locator

Kind = Literal["heading", "paragraph", "item", "label", "table", "running", "note"]


class Run(NamedTuple):
    """Words that follow each other at one place; white space in them is single spaces."""

    text: str
    place: Place


Runs = tuple[Run, ...]
"""Some words in reading order; the next run begins with a new word."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, the places it stands at, whether the file hides it.

    A cell that spans stands in each place that it covers: as the same `Runs` object in each column,
    and with this row's place in each row.
    """

    cells: tuple[Runs, ...]
    places: tuple[Place, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document.

    `level`: of a heading its level, of an item its depth, both from 1. `mark`: an item's bullet or
    number as printed. `label`: the words of a label, whose value are the `runs` (without the colon
    between them). Of a table the `runs` are its caption, `rows` its rows, and the first `header`
    of them its header. `hidden`: whether the file hides it. `within`: of a table in a cell, where
    the row that holds it stands and the cell's column, from 0.
    """

    kind: Kind
    runs: Runs = ()
    level: int = 0
    mark: str = ""
    label: Runs = ()
    hidden: bool = False
    rows: tuple[Row, ...] = ()
    header: int = 0
    within: tuple[Place, int] | None = None

    @property
    def locator(self) -> str:
        """Where it stands."""
        within = [place for row in self.rows for place in row.places]
        return locator([*(run.place for run in (*self.label, *self.runs)), *within])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file: its blocks, and the title that its properties give, if any.

    `lines` are the lines of a text file as they are, from the first; `unread` are places of which
    nothing could be read (a scanned page), each with the reason.
    """

    blocks: Sequence[Block]
    title: str = ""
    lines: Sequence[str] = ()
    unread: Sequence[tuple[Place, str]] = ()


def said(runs: Iterable[Run]) -> str:
    """The words of some runs, parted by single spaces."""
    return " ".join(run.text for run in runs if run.text)


def cut(runs: Iterable[Run], start: int, stop: int) -> Runs:
    """The part of some runs that `said(runs)[start:stop]` shows, without white space around it.

    >>> line = Place("line", 1)
    >>> said(cut((Run("Lead agency:", line), Run("IOM, UNDP", line)), 13, 16))
    'IOM'
    """
    made: list[Run] = []
    at = 0
    for run in runs:
        if not run.text:
            continue
        text = run.text[max(start - at, 0) : max(stop - at, 0)].strip()
        if text:
            made.append(Run(text, run.place))
        at += len(run.text) + 1
    return tuple(made)
