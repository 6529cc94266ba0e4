"""Ruling lines to frames: lines that touch each other, and the grid that they draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnergraph.readers.layout.geometry.shapes import Area, Rule

_NEAR = 3.0  # points: how far ends of lines that meet may miss each other (thick or double borders)
_MOST_RULES = 3_000  # of a page; a table of 100 rows and 10 columns drawn cell by cell has 2,000
_COVERED = 0.5  # of a cell's side: less drawn is a gap in the line


@dataclass(slots=True)
class Frame:
    """Lines that hang together: where columns (`xs`) and rows (`ys`) begin and end."""

    xs: list[float]
    ys: list[float]
    level: list[Rule]
    upright: list[Rule]

    @property
    def area(self) -> Area:
        """The rectangle around it."""
        return Area(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def line_under(self, row: int, column: int) -> bool:
        """Whether a line parts an elementary cell from the one below."""
        return _drawn(self.level, self.ys[row + 1], self.xs[column], self.xs[column + 1])

    def line_right(self, row: int, column: int) -> bool:
        """Whether a line parts an elementary cell from the one to its right."""
        return _drawn(self.upright, self.xs[column + 1], self.ys[row], self.ys[row + 1])


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines, pieces of one line put together: what is drawn cell by cell is one line."""
    made: list[Rule] = []
    for rule in sorted(rules):
        for index in range(len(made) - 1, max(len(made) - 40, -1), -1):
            known = made[index]
            if rule.at - known.at > _NEAR / 2:
                continue
            if rule.start <= known.stop + _NEAR and known.start <= rule.stop + _NEAR:
                made[index] = Rule(
                    known.at, min(known.start, rule.start), max(known.stop, rule.stop)
                )
                break
        else:
            made.append(rule)
    return made


def frames(level: Sequence[Rule], upright: Sequence[Rule]) -> tuple[list[Frame], list[Rule]]:
    """The frames of a page, and the level lines that touch no upright one.

    In go lines in any order and in any number of pieces. A page with more lines than any table has
    (a drawing, a map) has no frame.
    """
    if len(level) > _MOST_RULES or len(upright) > _MOST_RULES:
        return [], []
    flat, tall = joined(level), joined(upright)
    tall = [rule for rule in tall if rule.stop - rule.start > _NEAR]
    flat = [rule for rule in flat if rule.stop - rule.start > _NEAR]
    groups = _groups(flat, tall)
    made, loose = [], []
    for flats, talls in groups:
        if flats and talls:
            made.append(_frame(flats, talls))
        else:
            loose += flats
    return made + _open(group[1] for group in groups if not group[0]), sorted(loose)


def _open(groups: Iterable[list[Rule]]) -> list[Frame]:
    """Frames of upright lines alone: three or more of one height, as a row cut by a page's end."""
    beside: dict[tuple[int, int], list[Rule]] = {}
    for rules in groups:
        for rule in rules:
            key = round(rule.start / _NEAR), round(rule.stop / _NEAR)
            beside.setdefault(key, []).append(rule)
    made = []
    for rules in beside.values():
        xs = _apart([rule.at for rule in rules])
        if len(xs) > 2:
            made.append(Frame(xs, [rules[0].start, rules[0].stop], [], rules))
    return made


def _groups(flat: list[Rule], tall: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    parent = list(range(len(flat) + len(tall)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(flat)), key=lambda i: flat[i].at)
    ats = [flat[i].at for i in order]
    for j, rule in enumerate(tall):
        for i in order[_from(ats, rule.start - _NEAR) : _from(ats, rule.stop + _NEAR)]:
            if flat[i].start - _NEAR <= rule.at <= flat[i].stop + _NEAR:
                parent[root(i)] = root(len(flat) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(flat):
        groups.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(tall):
        groups.setdefault(root(len(flat) + j), ([], []))[1].append(rule)
    return list(groups.values())


def _from(ats: list[float], at: float) -> int:
    from bisect import bisect_left

    return bisect_left(ats, at)


def _frame(flat: list[Rule], tall: list[Rule]) -> Frame:
    xs = [rule.at for rule in tall]
    ys = [rule.at for rule in flat]
    xs += [min(rule.start for rule in flat), max(rule.stop for rule in flat)]
    ys += [min(rule.start for rule in tall), max(rule.stop for rule in tall)]
    return Frame(_apart(xs), _apart(ys), flat, tall)


def _apart(values: list[float]) -> list[float]:
    """Values in order, those that nearly coincide once."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _NEAR:
            made.append(value)
    return made


def _drawn(rules: list[Rule], at: float, start: float, stop: float) -> bool:
    covered = 0.0
    for rule in rules:
        if abs(rule.at - at) <= _NEAR:
            covered += max(min(rule.stop, stop) - max(rule.start, start), 0.0)
    return covered >= _COVERED * (stop - start)
