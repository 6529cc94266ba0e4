"""Tables that stand on their side: the first column holds the labels, each other one is a thing.

`Project | Safe roads | School for sailors` above `Lead | FAO | IMO`: out come the labels of each
column, one column behind the other, as if each stood in a line of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnergraph.document.laid import Part
from partnergraph.lexicon import Entry, lexicon
from partnergraph.relations.columns import THINGS
from partnergraph.relations.terms import are_years

_SAID = ("role", "country")
_FEWEST = 3  # columns; of two the second holds the values of one card
_MOSTLY = 0.6  # of the first column's cells the lexicon knows


def reads(part: Part) -> bool:
    """Whether the first column is labels, one of them a role, and the first row's cells are not."""
    width = len(part.rows[0]) if part.rows else 0
    if width < _FEWEST:
        return False
    labels = [entry_of(row[0].text) for row in part.rows if row[0]]
    known = [entry for entry in labels if entry]
    roles = [entry for entry in known if entry.kind in _SAID]
    told = [cell for cell in part.rows[0][1:] if lexicon().header(cell.text)]
    several = len({entry.id for entry in known}) > 1 or not part.rows[0][0]
    enough = several and len(known) >= _MOSTLY * len(labels)
    if told or are_years(part.rows[0][1:]):
        return False
    return bool(roles) and enough and _names_things(part, known)


def cards(part: Part) -> Iterator[tuple[Part, Sequence[Part]]]:
    """Of each column its first cell and its labels with their values."""
    for number in range(1, len(part.rows[0])):
        labels = list(_labels(part, number))
        if labels:
            yield _value(part, 0, number), labels


def entry_of(text: str) -> Entry | None:
    """What a cell of the first column is as a label."""
    return lexicon().label(text) if text else None


def _names_things(part: Part, known: Sequence[Entry]) -> bool:
    """Whether the first row, or a row of titles, names what each column is of."""
    first = part.rows[0]
    return not first[0] or any(entry.kind in (*THINGS, "session") for entry in known)


def _labels(part: Part, number: int) -> Iterator[Part]:
    for at, cells in enumerate(part.rows):
        label, value = cells[0], cells[number]
        if label and value:
            said = part.block.rows[at].cells[0]
            made = _value(part, at, number)
            yield Part(replace(made.block, label=said), label, value)


def _value(part: Part, at: int, number: int) -> Part:
    """A cell as a value without its label."""
    runs = part.block.rows[at].cells[number]
    block = replace(part.block, kind="label", runs=runs, rows=(), header=0)
    return Part(block, part.rows[at][0][:0], part.rows[at][number])
