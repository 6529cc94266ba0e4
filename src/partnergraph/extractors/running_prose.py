"""Prose as it runs on: over blank lines, page numbers and running heads, up to where it ends.

In goes a draft in which headings and lists are taken, out come the paragraphs that nobody has taken
for anything but prose.
"""

import re
from collections.abc import Iterator

from partnergraph.extractors.draft import Draft
from partnergraph.extractors.markers import marker
from partnergraph.extractors.pieces import FURNITURE
from partnergraph.lexicon import outline

PROSE, PARAGRAPH = "prose", "numbered paragraph"
"""What a rule that only tells prose from lists takes a line for."""

_ENDED = re.compile(r"[.?!:;][”\"’')\]]*$")
_LAST = re.compile(r"[\w’']+$|[,–—&-]$")
_RUNS_ON = 45
_LONG = 60
_PARAGRAPH = 12


def paragraphs(draft: Draft) -> Iterator[list[int]]:
    """The positions of each paragraph of free prose; items of lists are left out."""
    run: list[int] = []
    for position, line in enumerate(draft.text.lines):
        if line.blank or draft.skipped.get(position, "").startswith(FURNITURE):
            continue
        free = _is_prose(draft, position)
        if run and not (free and _goes_on(draft, run[-1], position)):
            yield from _unless_item(draft, run)
            run = []
        if free:
            run.append(position)
    if run:
        yield from _unless_item(draft, run)


def _is_prose(draft: Draft, position: int) -> bool:
    if position in draft.taken:
        return draft.taken[position] in (PROSE, PARAGRAPH)
    return position not in draft.skipped


def _unless_item(draft: Draft, run: list[int]) -> Iterator[list[int]]:
    counted = draft.taken.get(run[0]) == PARAGRAPH or _is_counted(draft, run)
    if counted or not marker(draft.text.lines[run[0]].text):
        yield run


def _is_counted(draft: Draft, run: list[int]) -> bool:
    """Whether a number counts a paragraph of several lines or clauses, not an item of a list."""
    lines = draft.text.lines
    mark = marker(lines[run[0]].text)
    words = sum(len(lines[position].words) for position in run)
    apart = run[0] == 0 or lines[run[0] - 1].blank
    sentence = lines[run[-1]].text.rstrip().endswith(".")
    return bool(mark and mark.value[0].isdigit()) and apart and sentence and words >= _PARAGRAPH


def _goes_on(draft: Draft, last: int, position: int) -> bool:
    before, line = draft.text.lines[last].text.strip(), draft.text.lines[position].text.strip()
    adjacent = position == last + 1
    if marker(line) and not (adjacent and runs_on(before)):
        return False
    if adjacent:
        return True
    if _ENDED.search(before):
        return False
    return line[0].islower() or hangs(before) or len(before) >= _LONG


def hangs(line: str) -> bool:
    """Whether a line ends in a word or mark that something must follow."""
    last = _LAST.search(line)
    return last is not None and (last[0] in ",–—&-" or last[0].casefold() in outline.words("opens"))


def runs_on(line: str) -> bool:
    """Whether prose in this line goes on in the next."""
    if not line or line.isupper():
        return False
    return hangs(line) or (len(line) >= _RUNS_ON and line[-1].islower())
