"""Cells that follow each other in no order: the columns are known by their widths.

The second hypothesis, for texts whose columns a program has cut out of the page piece by piece.
Each column keeps its order, so that the n-th activity has the n-th list of bodies; where a section
does not have as many of both, what cannot be paired is unclear.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from partnergraph.records.ids import fold
from partnergraph.relations.lost_grid.bodies import LIKELY, NOT
from partnergraph.relations.lost_grid.cells import ENDED, Unit
from partnergraph.relations.lost_grid.headers import ACTIVITY, OBJECTIVE, WHO
from partnergraph.relations.lost_grid.rows import Row, Table, give_details
from partnergraph.relations.lost_grid.widths import Widths, reach

_SHORTEST = 4  # letters of a word that says what a text is about


class Placed(NamedTuple):
    """A unit with its column; `begins`: an activity, or a statement of an objective."""

    unit: Unit
    column: str
    begins: bool


class _Cell(NamedTuple):
    """An objective with its parts; those of one `group` stand together without a gap."""

    group: int
    units: list[Unit]


def wide_side(units: Sequence[Unit], widths: Widths, columns: Sequence[str]) -> int:
    """1 where activities stand in the wide column, -1 in the narrow one, 0 if it is not known.

    Lists and details are the activities'; what stands beside the bodies is the neighbour's.
    """
    wide = [_wideness(unit, widths) for unit in units]
    vote = sum(w for w, unit in zip(wide, units, strict=True) if unit.bullet or unit.details)
    place = columns.index(WHO) if WHO in columns else -1
    if place > 0:
        sign = 1 if columns[place - 1] == ACTIVITY else -1
        beside = (w for w, (_, after) in zip(wide, pairwise(units), strict=False) if after.level)
        vote += sign * sum(beside)
    return 1 if vote > 1 else -1 if vote < -1 else 0


def placed(units: Sequence[Unit], widths: Widths, side: int) -> list[Placed]:
    """Each unit in its column, by its width and its marks.

    A lone line tells no width: where activities and lists of bodies are not as many, those lines
    make up for it if there are just as many of them as it takes.
    """
    found: list[Placed] = []
    for unit in units:
        column = _column(unit, side * _wideness(unit, widths), found)
        found.append(Placed(unit, column, _begins(unit, column)))
    more = sum(e.begins for e in found if e.column == ACTIVITY) - len(list(_lists(found)))
    wrong, right = (ACTIVITY, OBJECTIVE) if more > 0 else (OBJECTIVE, ACTIVITY)
    blocks = Counter(unit.block for unit in units)
    lone = [
        place for place, each in enumerate(found)
        if each.column == wrong and each.begins and each.unit.orders
        and reach(each.unit.rows) is None and blocks[each.unit.block] == 1
    ]  # fmt: skip
    if len(lone) == abs(more):
        for place in lone:
            found[place] = Placed(found[place].unit, right, begins=True)
    return found


def misfits(cells: Iterable[tuple[Unit, str]], widths: Widths) -> int:
    """How many texts are not as wide as most in the column they were put into.

    None where activities and objectives are not told apart by their widths.
    """
    wide: dict[str, list[bool]] = {ACTIVITY: [], OBJECTIVE: []}
    for unit, column in cells:
        if column in wide and reach(unit.rows) is not None:
            wide[column].append(_wideness(unit, widths) > 0)
    mostly = {column: 2 * sum(told) > len(told) for column, told in wide.items()}
    if mostly[ACTIVITY] == mostly[OBJECTIVE]:
        return 0
    return sum(told != mostly[column] for column in wide for told in wide[column])


def _wideness(unit: Unit, widths: Widths) -> float:
    """From -1 to 1; a lone line that would fit into both columns tells nothing."""
    return widths.wideness(reach(unit.rows), max(row.width for row in unit.rows))


def _column(unit: Unit, wide: float, found: Sequence[Placed]) -> str:
    if unit.level > NOT and not (unit.level == LIKELY and unit.orders):
        return WHO
    before = found[-1] if found else None
    together = before and before.unit.block == unit.block and before.column != WHO
    if before and together and (unit.start == "middle" or unit.lower):
        return before.column
    if unit.lower and (column := _left_open(found)):
        return column
    if unit.bullet or unit.details or unit.aside:
        wide += 1
    if unit.note:
        wide -= 1
    if before and together and not wide:
        return before.column
    return ACTIVITY if wide > 0 else OBJECTIVE


def _left_open(found: Sequence[Placed]) -> str:
    """The only column whose last statement has not ended; empty if there is not one."""
    last = {each.column: each.unit for each in found if each.column != WHO}
    left = [column for column, unit in last.items() if not ENDED.search(unit.text)]
    return left[0] if len(left) == 1 else ""


def _begins(unit: Unit, column: str) -> bool:
    if column == WHO or unit.goes_on or unit.numbered:
        return False
    if column == ACTIVITY:
        return unit.orders and unit.start != "middle"
    return unit.start != "middle" or unit.orders


def paired(units: Sequence[Placed], number: int) -> Table:
    """The rows of a section: activities, objectives and bodies by their order; `number` of WHO."""
    table = Table()
    for part in _balanced(units):
        begun = [each.unit for each in part if each.column == ACTIVITY and each.begins]
        lists = list(_lists(part))
        if len(begun) != len(lists):
            sure = [unit for unit in begun if reach(unit.rows) is not None]
            table.rows += [Row(unit) for unit in sure]
            table.doubt([unit for unit in begun if unit not in sure], ACTIVITY)
            table.doubt([e.unit for e in part if e.column == OBJECTIVE], OBJECTIVE)
            table.doubt([unit for several in lists for unit in several], WHO)
            continue
        rows = [Row(unit) for unit in begun]
        table.rows += rows
        for row, several in zip(rows, lists, strict=True):
            row.listed += [(unit, number) for unit in several]
        for row, cell in _objectives(part, rows):
            row.objectives.append(cell)
    ours = [each for each in units if each.column == ACTIVITY]
    give_details(table, [each.unit for each in ours], [each.begins for each in ours])
    return table


def is_balanced(units: Sequence[Placed]) -> bool:
    """Whether a section has a list of bodies for each activity."""
    return sum(e.begins for e in units if e.column == ACTIVITY) == len(list(_lists(units)))


def _balanced(units: Sequence[Placed]) -> Iterator[Sequence[Placed]]:
    """A section cut where as many activities as lists stand before another activity."""
    if is_balanced(units):
        yield units
        return
    start = 0
    for place in range(1, len(units)):
        each, before = units[place], units[start:place]
        if each.column == ACTIVITY and each.begins and is_balanced(before) and _is_plain(before):
            yield before
            start = place
    yield units[start:]


def _is_plain(units: Sequence[Placed]) -> bool:
    """Whether one block of objectives stands before each list of bodies."""
    blocks: list[set[int]] = [set()]
    for each in units:
        if each.column == WHO:
            blocks.append(set())
        elif each.column == OBJECTIVE and each.begins:
            blocks[-1].add(each.unit.block)
    return len(blocks) > 1 and all(len(found) == 1 for found in blocks[:-1])


def _lists(units: Sequence[Placed]) -> Iterator[list[Unit]]:
    """The cells of bodies; one that a comma ends goes on in the next."""
    cell: list[Unit] = []
    for each in units:
        if each.column != WHO:
            continue
        if cell and not cell[-1].text.endswith((",", ";", "/", " and", " et", " y")):
            yield cell
            cell = []
        cell.append(each.unit)
    if cell:
        yield cell


def _objectives(units: Sequence[Placed], rows: Sequence[Row]) -> Iterator[tuple[Row, list[Unit]]]:
    """Each objective with its row.

    Between two lists of bodies stand further objectives of the row before, then, in a block of its
    own, those of the next; before the first and behind the last all are one row's.
    """
    runs: list[list[_Cell]] = [[]]
    last: Placed | None = None
    groups = 0
    for each in units:
        if last and (each.column != last.column or each.unit.block != last.unit.block):
            groups += 1
        if each.column == WHO:
            if last is None or last.column != WHO or _is_new(last.unit):
                runs.append([])
        elif each.column == OBJECTIVE and each.begins:
            runs[-1].append(_Cell(groups, [each.unit]))
        elif each.column == OBJECTIVE:
            cell = next((run[-1] for run in reversed(runs) if run), None)
            if cell is not None:
                cell.units.append(each.unit)
        last = each
    for number, run in enumerate(runs):
        before, after = rows[max(number - 1, 0)], rows[min(number, len(rows) - 1)]
        cells = len(run) if before is after else _cut(run, before, rows, units)
        for place, cell in enumerate(run):
            yield (before if place < cells else after), cell.units


def _is_new(unit: Unit) -> bool:
    return not unit.text.endswith((",", ";", "/", " and", " et", " y"))


def _cut(run: Sequence[_Cell], before: Row, rows: Sequence[Row], units: Sequence[Placed]) -> int:
    """How many of some objectives are the row's before: all but the last block, or by a phrase.

    In that block too the first are the row's before if they repeat a phrase of it that nothing
    else here says.
    """
    blocks = [list(cells) for _, cells in groupby(run, key=lambda cell: cell.group)]
    cut = sum(map(len, blocks[:-1]))
    others = [row for row in rows if row is not before]
    while cut < len(run) - 1 and _repeats(run[cut].units, before, others, units):
        cut += 1
    return cut


def _repeats(
    cell: Sequence[Unit], row: Row, others: Sequence[Row], units: Sequence[Placed]
) -> bool:
    """Whether an objective repeats a phrase of a row's activity or details, and of no other's."""
    own = _phrases(unit.text for unit in cell)
    activities = [other.activity for other in others]
    mine: list[Unit] = []
    theirs: list[Unit] = []
    into = theirs
    for each in units:
        if each.column == ACTIVITY:
            if each.begins:
                into = mine if each.unit is row.activity else theirs
            into.append(each.unit)
    return bool(
        (own & _phrases(unit.text for unit in mine))
        - _phrases(unit.text for unit in (*theirs, *activities))
    )


def _phrases(texts: Iterator[str]) -> set[tuple[str, str]]:
    """The pairs of longer words that follow each other in some texts."""
    return {
        pair
        for text in texts
        for pair in pairwise(fold(text).split())
        if all(len(word) > _SHORTEST for word in pair)
    }
