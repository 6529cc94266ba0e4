"""What the header over a matrix' agencies says of them: with expertise, leading, implementing."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.matrix.headers import Cell, Header
from partnergraph.lexicon import lexicon, meaning
from partnergraph.lexicon.entry import Tie
from partnergraph.vocabulary import vocabulary

EXPERTISE = "HAS_EXPERTISE_IN"
_THING = "Activity"


@dataclass(frozen=True, slots=True)
class Column:
    """The words of a header cell that say it, and the relationship of each cell's first and others.

    Without such words the column lists expertise, as the genre does; no fact can be made of that.
    """

    cue: Passage
    first: str = EXPERTISE
    others: str = EXPERTISE


def columns(text: Text, headers: list[Header]) -> dict[int, Column]:
    """The agencies' columns of some headers, by the line in which each header begins."""
    return {
        header.positions.start: _column(_words(text, cell))
        for header in headers
        for cell in header.cells
        if cell.column == "agency"
    }


def _words(text: Text, cell: Cell) -> Passage:
    """The words of a header cell."""
    whole = text.passage(cell.first, cell.last)
    start = whole.text.find(cell.text)
    return whole[start : start + len(cell.text)] if start >= 0 else whole


def _column(words: Passage) -> Column:
    for run in _runs(words):
        if meaning(run.text, EXPERTISE, thing=_THING) == "given":
            return Column(run)
    for run in _runs(words):
        entry = lexicon().header(run.text)
        tie = entry.tie(_THING) if entry else None
        if entry and entry.first_leads and _says(run, "LED"):
            return Column(run, "LED", "CONTRIBUTES_TO")
        if tie and _fits(tie) and _says(run, tie.type):
            return Column(run, tie.type, tie.type)
    return Column(Passage(words.source, ()))


def _fits(tie: Tie) -> bool:
    return tie.points == "thing" and vocabulary().types[tie.type].joins("Organisation", _THING)


def _says(words: Passage, type: str) -> bool:
    return meaning(words.text, type, thing=_THING) == "given"


def _runs(words: Passage) -> Iterator[Passage]:
    """The runs of words of a header, the longest first; of equal ones the last."""
    count = len(words.words)
    for length in range(count, 0, -1):
        for first in range(count - length, -1, -1):
            yield Passage(words.source, words.words[first : first + length])
