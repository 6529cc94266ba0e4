"""Agencies by topics, or by what else they are asked for, as wide as the screen."""

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from partnergraph.characters import cells, plain
from partnergraph.questions.answer import Answer
from partnergraph.screen import table
from partnergraph.screen.answers import Screen
from partnergraph.screen.cells import counting
from partnergraph.screen.terminal import width
from partnergraph.screen.words import counted

_EMPTY = {"none": "0", "not recorded": "?"}
_NAMES = 28
_GAP = 2
MEANING = (
    "A number is on how many activities; 0 means that a document lists both and has nobody there, "
    "? that no document tells."
)
_SEVERAL = {"country": "countries"}


def write_matrix(screen: Screen, answer: Answer, by: str, out: TextIO) -> None:
    """Write the matrix, the busiest agencies first, in as many parts as the screen needs."""
    screen.title(f"On how many activities agencies are, by {by}{screen.where()}")
    lines, agencies = crossed(answer, by)
    unknown = [name for name in agencies if all(row.get(name) == "?" for row in lines.values())]
    told = [name for name in agencies if name not in unknown]
    for part in _parts(told, width()):
        body = [[row[by], *(row.get(name, "") for name in part)] for row in lines.values()]
        table.write([by, *part], body, out, [False, *[True] * len(part)])
        out.write("\n")
    if unknown:
        table.say(f"No document tells for {', '.join(unknown)}.", out)
    if lines:
        table.say(MEANING, out)
        rows = counted(len(lines), by, _SEVERAL.get(by, f"{by}s"))
        table.say(f"{rows}, {counted(len(agencies), 'agency', 'agencies')}.", out)
    screen.about(answer, answer.rows)
    screen.next((f"gaps --kind {'missing' if by == 'topic' else 'one-agency'}", "overlaps"), ())


def crossed(answer: Answer, by: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    """A line for each topic, or what else it is by, and the agencies, the busiest first."""
    lines: dict[str, dict[str, Any]] = {}
    totals: dict[str, int] = {}
    for row in sorted(answer.rows, key=lambda row: counting(row[f"{by}_id"])):
        line = lines.setdefault(row[f"{by}_id"], {by: plain(row[by])})
        line[row["agency"]] = str(row["count"] or _EMPTY[row["absence"]])
        totals[row["agency"]] = totals.get(row["agency"], 0) + row["count"]
    return lines, sorted(totals, key=lambda name: (-totals[name], name))


def _parts(agencies: Sequence[str], room: int) -> Iterator[list[str]]:
    """The agencies that stand side by side, part by part."""
    part: list[str] = []
    left = room - _NAMES
    for name in agencies:
        if part and cells(name) + _GAP > left:
            yield part
            part, left = [], room - _NAMES
        part.append(name)
        left -= cells(name) + _GAP
    if part:
        yield part
