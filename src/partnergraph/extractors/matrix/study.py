"""The sections of a matrix read, one by one, with what the whole document teaches."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from partnergraph.extractors.matrix.agencies import CERTAIN, Bodies
from partnergraph.extractors.matrix.layout import Layout, Section
from partnergraph.extractors.matrix.likeness import Likeness
from partnergraph.extractors.matrix.reading import Reader, Readings
from partnergraph.extractors.matrix.units import Unit, units_of, unsure_tails
from partnergraph.extractors.matrix.weights import Fit, fit_of, wide_activities

_MOST_TAILS = 6
_GAIN = 1.0


class Read(NamedTuple):
    """A section, its units, how each fits the parts of a row, and the best readings."""

    section: Section
    units: Sequence[Unit]
    fits: Sequence[Fit]
    readings: Readings


class Study:
    """Reads sections; knows the widths, words and column order of their document."""

    def __init__(self, layout: Layout, bodies: Bodies) -> None:
        self._layout, self._bodies = layout, bodies
        self._sections = layout.sections()
        for section in self._sections:
            for block in section.blocks:
                if bodies.likeness(block.text) == CERTAIN:
                    bodies.learn(block.text)

    def read(self) -> Iterator[Read]:
        """Every section, with its best readings."""
        for section, plain in zip(self._sections, self._plain, strict=True):
            read = self._read(section, plain)
            tails: tuple[int, ...] = ()
            for tail in unsure_tails(section.blocks, self._bodies)[:_MOST_TAILS]:
                other = self._read(section, self._units(section, (*tails, tail)))
                if other.readings[0][0] > read.readings[0][0] + _GAIN:
                    read, tails = other, (*tails, tail)
            yield read

    def _units(self, section: Section, tails: Collection[int]) -> list[Unit]:
        layout = self._layout
        return list(units_of(section.blocks, self._bodies, layout.widths, layout.romance, tails))

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
    def _gaps(self) -> float:
        """How regularly a blank line stands before agency cells: from a fifth to all."""
        starts = [unit.start for unit in self._all if unit.agencies == CERTAIN]
        apart = sum(start in ("block", "fresh") for start in starts)
        return max(0.2, apart / len(starts)) if starts else 1.0

    def _read(self, section: Section, units: Sequence[Unit]) -> Read:
        fits = [fit_of(unit, self._wide) for unit in units]
        likeness = self._likeness.within([unit.text for unit in units])
        columns = self._layout.columns
        reader = Reader(units, fits, likeness, columns, self._gaps, not self._wide)
        return Read(section, units, fits, reader.read())
