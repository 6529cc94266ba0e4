"""A matrix laid out: its title, header, places, furniture, and the blocks of each section."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from partnergraph.document.words import Text
from partnergraph.extractors.matrix.agencies import CERTAIN, Bodies
from partnergraph.extractors.matrix.blocks import Block, Pages, blocks_of
from partnergraph.extractors.matrix.clash import apart
from partnergraph.extractors.matrix.clues import is_romance
from partnergraph.extractors.matrix.furniture import furniture_of
from partnergraph.extractors.matrix.headers import OTHER, Header, columns_of_all, headers_of
from partnergraph.extractors.matrix.headings import Headings, Place
from partnergraph.extractors.matrix.ruled import ruled_blocks
from partnergraph.extractors.matrix.turns import in_turn
from partnergraph.extractors.matrix.widths import Widths, learn, reach, runs


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks that stand in one place: a section, else a roundtable, else the document."""

    place: Place | None
    blocks: tuple[Block, ...]


class Layout:
    """What stands where in a text that may hold a matrix."""

    def __init__(self, text: Text, bodies: Bodies) -> None:
        self.text, self._bodies = text, bodies
        self.headers = headers_of(text, self._is_agencies)
        self.columns_printed = columns_of_all(self.headers)
        self.columns = tuple(column for column in self.columns_printed if column != OTHER)
        self._pages = Pages(text)

    @cached_property
    def header_lines(self) -> frozenset[int]:
        """The lines of all headers."""
        return frozenset(p for header in self.headers for p in header.positions)

    @cached_property
    def furniture(self) -> dict[int, str]:
        """The lines that belong to the page, and what they are."""
        return furniture_of(self.text, self.header_lines, self._pages, self._is_agencies)

    @cached_property
    def headings(self) -> Headings:
        """The themes, roundtables and sections, found."""
        headings = Headings(self.text, self.header_lines, self.furniture, self._is_agencies)
        headings.find(self._pages.begins)
        return headings

    @cached_property
    def romance(self) -> bool:
        """Whether the text is French or Spanish."""
        return is_romance(word.text for word in self.text.words)

    @cached_property
    def widths(self) -> Widths | None:
        """The widths of the columns."""
        bounds = (
            reach(run)
            for _, block in self._blocks
            if not block.column and not self._bodies.likeness(block.text)
            for run in runs(block.rows)
        )
        return learn(bound for bound in bounds if bound is not None)

    def sections(self) -> list[Section]:
        """The sections with their blocks, in the order of the text."""
        found: dict[int, tuple[Place | None, list[Block]]] = {}
        for place, block in self._blocks:
            found.setdefault(id(place), (place, []))[1].append(block)
        split = [list(apart(blocks, self.widths, self.romance)) for _, blocks in found.values()]
        turned = in_turn(split, self.columns_printed, self._bodies)
        places = [place for place, _ in found.values()]
        return [Section(*pair) for pair in zip(places, map(tuple, turned), strict=True)]

    def before(self) -> Iterator[int]:
        """The lines before the first header that are neither title nor heading."""
        used = self._used
        first = min(self.header_lines, default=0)
        return (p for p in range(first) if p not in used and not self.text.lines[p].blank)

    @cached_property
    def title_lines(self) -> frozenset[int]:
        """The lines of the document's title and date."""
        title = self.headings.title
        words = title.words if title else ()
        return frozenset({*map(self.text.position, words), *self.headings.dated})

    @cached_property
    def _used(self) -> frozenset[int]:
        lines = {line for place in self.headings.places for line in place.lines}
        return frozenset({*lines, *self.header_lines, *self.furniture, *self.title_lines})

    @cached_property
    def _blocks(self) -> list[tuple[Place | None, Block]]:
        found: list[tuple[Place | None, Block]] = []
        for place, first, stop in self._stretches():
            for start, end, header in self._stripes(first, stop):
                lines = range(start, end)
                made = ruled_blocks(self.text, header, lines, self._used) if header else None
                members = made or blocks_of(self.text, lines, self._used, self._pages)
                found += [(place, block) for block in members]
        return found

    def _stretches(self) -> Iterator[tuple[Place | None, int, int]]:
        """Which place each stretch of lines belongs to, from the first header on."""
        places = sorted(
            (place for place in self.headings.places if not place.holds),
            key=lambda place: (place.begins, place.kind in ("section", "cluster")),
        )
        start = min(self.header_lines, default=0)
        current: Place | None = None
        for place in places:
            if place.begins > start:
                yield current, start, place.begins
            start, current = max(start, place.begins), place
        yield current, start, len(self.text.lines)

    def _stripes(self, first: int, stop: int) -> Iterator[tuple[int, int, Header | None]]:
        """A stretch cut at ruled headers, each with the header that rules it."""
        within = slice(bisect_right(self._ruled, first), bisect_left(self._ruled, stop))
        for start, end in pairwise([first, *self._ruled[within], stop]):
            above = bisect_right(self._ruled, start)
            yield start, end, self._ruling[above - 1] if above else None

    @cached_property
    def _ruling(self) -> list[Header]:
        return [header for header in self.headers if header.ruled]

    @cached_property
    def _ruled(self) -> list[int]:
        """Where the ruled headers stand."""
        return [header.positions.start for header in self._ruling]

    def _is_agencies(self, text: str) -> bool:
        return self._bodies.likeness(text) >= CERTAIN
