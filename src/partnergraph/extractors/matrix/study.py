"""The sections of a matrix read, one by one, with what the whole document teaches."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from partnergraph.extractors.matrix.agencies import CERTAIN, LIKELY, Bodies
from partnergraph.extractors.matrix.clues import is_stamp
from partnergraph.extractors.matrix.headers import OTHER
from partnergraph.extractors.matrix.layout import Layout, Section
from partnergraph.extractors.matrix.likeness import Likeness
from partnergraph.extractors.matrix.reading import (
    REGULAR,
    SCRAMBLED,
    UNKNOWN,
    Choice,
    Order,
    Reader,
    Readings,
)
from partnergraph.extractors.matrix.rows import Table, is_complete, table_of
from partnergraph.extractors.matrix.units import Unit, units_of, unsure_tails
from partnergraph.extractors.matrix.weights import Fit, fit_of, telling, wide_activities

_MOST_TAILS = 6
_GAIN = 1.0
_MARGIN = 0.75
_WARY = 1.3
_LACKING = 2.0
_STRICT = 6.0
_STRAIN = 1.0
_STRAIN_OF_ROW = 0.25
_TEXTS = 2
_FULL = 4


class Read(NamedTuple):
    """A section, its units, how each fits the parts of a row, and the best readings."""

    section: Section
    units: Sequence[Unit]
    fits: Sequence[Fit]
    readings: Readings
    margin: float = 0.0
    tails: frozenset[int] = frozenset()

    @property
    def choices(self) -> list[Choice]:
        """What the best reading chose for each unit."""
        return self.readings[0][1]

    @property
    def pairs(self) -> Iterator[tuple[Fit, Choice]]:
        """How each unit fits, and what it was read as."""
        return zip(self.fits, self.choices, strict=True)

    def table(self) -> Table:
        """The rows that the readings agree on.

        A text that may end in another cell's agencies is in doubt if its row has none.
        """
        doubted = [
            number
            for number, unit in enumerate(self.units)
            if self.tails.intersection(unit.positions) and not unit.agencies
        ]
        return table_of(self.units, self.fits, self.readings, self.margin, doubted)


class Study:
    """Reads sections; knows the widths, words and column order of their document."""

    def __init__(self, layout: Layout, bodies: Bodies) -> None:
        self._layout, self._bodies = layout, bodies
        self._sections = layout.sections()
        for section in self._sections:
            for block in section.blocks:
                if bodies.likeness(block.text) == CERTAIN:
                    bodies.learn(block.text)

    def read(self) -> list[Read]:
        """Every section, with its best readings and how far they must agree.

        Further where cells are missing, or widths tell nothing: then just the order tells, and
        where it breaks in the document, next to nothing is sure.
        """
        pairs = zip(self._sections, self._plain, strict=True)
        found = [self._with_tails(section, plain) for section, plain in pairs]
        broken = _strain(found) > _STRAIN + _STRAIN_OF_ROW * sum(map(_rows, found))
        blind = _STRICT if broken else _WARY
        columns = self._layout.columns
        return [
            read._replace(
                margin=blind
                if not self._wide
                else _MARGIN
                if is_complete(read.choices, columns)
                else _LACKING
            )
            for read in found
        ]

    def _with_tails(self, section: Section, plain: Sequence[Unit]) -> Read:
        """A section read with those agencies cut off a line's end that make a better reading."""
        read = self._read(section, plain)
        unsure = unsure_tails(section.blocks, self._bodies)
        tails: tuple[int, ...] = ()
        for tail in unsure[:_MOST_TAILS]:
            other = self._read(section, self._units(section, (*tails, tail)))
            if other.readings[0][0] > read.readings[0][0] + _GAIN:
                read, tails = other, (*tails, tail)
        return read._replace(tails=frozenset(unsure).difference(tails))

    def _units(self, section: Section, tails: Collection[int]) -> list[Unit]:
        layout = self._layout
        units = units_of(section.blocks, self._bodies, layout.widths, layout.romance, tails)
        if OTHER not in layout.columns_printed:
            return list(units)
        return [
            replace(unit, column=OTHER) if not unit.column and is_stamp(unit.text) else unit
            for unit in units
        ]

    @cached_property
    def _plain(self) -> list[list[Unit]]:
        return [self._units(section, ()) for section in self._sections]

    @cached_property
    def _all(self) -> list[Unit]:
        return [unit for units in self._plain for unit in units]

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(unit.text for unit in self._all)

    @cached_property
    def _wide(self) -> float:
        return wide_activities(self._all, self._layout.columns)

    @cached_property
    def _telling(self) -> bool:
        return telling(self._all)

    @cached_property
    def _order(self) -> Order:
        """How far to trust the order of cells; two widths tell that it may be broken."""
        widths = self._layout.widths
        if self._wide and widths and widths.often:
            return SCRAMBLED
        if is_regular(self._plain, self._layout.columns):
            return REGULAR
        return SCRAMBLED if self._wide else UNKNOWN

    @cached_property
    def _gaps(self) -> float:
        """How regularly a blank line stands before agency cells: from a fifth to all."""
        starts = [unit.start for unit in self._all if unit.agencies == CERTAIN]
        apart = sum(start in ("block", "fresh") for start in starts)
        return max(0.2, apart / len(starts)) if starts else 1.0

    def _read(self, section: Section, units: Sequence[Unit]) -> Read:
        fits = [fit_of(unit, self._wide, self._telling) for unit in units]
        likeness = self._likeness.within([unit.text for unit in units])
        columns = self._layout.columns
        reader = Reader(units, fits, likeness, columns, self._gaps, self._order)
        return Read(section, units, fits, reader.read())


def is_regular(sections: Iterable[Sequence[Unit]], columns: Sequence[str]) -> bool:
    """Whether cells can stand row by row: two texts or more for each cell of agencies.

    In a scrambled table texts are missing before some, or left over behind the last; two texts may
    be left over of a row without agencies, now and then.
    """
    if len(columns) < 3 or columns[1] == "agency":
        return False
    whole = left = 0
    for units in sections:
        texts = 0
        for unit in units if columns[-1] == "agency" else units[::-1]:
            if unit.agencies >= LIKELY:
                if texts < _TEXTS:
                    return False
                texts, whole = 0, whole + 1
            elif unit.start in ("block", "fresh") and unit.column != OTHER:
                texts += 1
        if 0 < texts < _TEXTS:
            return False
        left += texts >= _TEXTS
    return whole >= _FULL * left


def _rows(read: Read) -> int:
    return max((choice.row for choice in read.choices), default=0)


def _strain(found: Sequence[Read]) -> float:
    """What the best readings pay for cells that are out of order."""
    return sum(
        fit.scores.get(choice.part, 0.0) for read in found for fit, choice in read.pairs
    ) - sum(read.readings[0][0] for read in found)
