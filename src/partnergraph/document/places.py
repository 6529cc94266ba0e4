"""Where words stand in a file, and how a locator says it.

A Place is what a locator counts and how far: `line 12`, `page 3`, `table 2 row 4`. The units that
readers use stand in docs/reference.md; a unit without a number (`header`) is a place by itself.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PART = re.compile(
    r"(?P<unit>table \d+ row|sheet .+? row|[a-z]+?)s? "
    r"(?P<ranges>\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)(?=; |$)"
)
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")


class Place(NamedTuple):
    """One place of a file: `Place("page", 3)`, `Place("table 2 row", 4)`, `Place("header")`."""

    unit: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.unit} {self.number}" if self.number else self.unit


def locator(places: Iterable[Place]) -> str:
    """Places in reading order as one locator; those of one unit that follow are counted together.

    >>> locator([Place("line", 12), Place("line", 15), Place("line", 16)])
    'lines 12, 15-16'
    >>> locator([Place("paragraph", 3), Place("table 1 row", 2)])
    'paragraph 3; table 1 row 2'
    """
    groups: list[tuple[str, list[int]]] = []
    for unit, number in places:
        if not groups or groups[-1][0] != unit:
            groups.append((unit, []))
        if number not in groups[-1][1][-1:]:
            groups[-1][1].append(number)
    return "; ".join(_said(unit, numbers) for unit, numbers in groups)


def _said(unit: str, numbers: list[int]) -> str:
    if numbers == [0]:
        return unit
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"{unit}{'s' if len(numbers) > 1 else ''} {said}"


def located(locator: str) -> Iterator[Place]:
    """The places that a locator names, in its order.

    >>> [str(place) for place in located("table 2 rows 4-5; page 7")]
    ['table 2 row 4', 'table 2 row 5', 'page 7']
    >>> list(located("sheet Who; what row 17"))
    [Place(unit='sheet Who; what row', number=17)]
    """
    at = 0
    while at < len(locator):
        part = _PART.match(locator, at)
        if part:
            for first, last in _RANGE.findall(part["ranges"]):
                yield from (
                    Place(part["unit"], n) for n in range(int(first), int(last or first) + 1)
                )
            at = part.end() + 2
        else:
            said, _, _ = locator[at:].partition("; ")
            yield Place(said)
            at += len(said) + 2
