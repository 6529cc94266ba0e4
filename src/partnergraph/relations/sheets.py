"""Tables whose cells are labels beside their values: a fact sheet, a project card.

`Donor | Norway`, or four columns: `Donor | Norway | Countries | Kenya`. In goes a table, out come
its labels as if each stood in a line of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from partnergraph.document.laid import Part
from partnergraph.lexicon import lexicon
from partnergraph.relations.columns import columns_of

_MOST = 6  # columns: three labels with their values
_PLAIN = ("code", "remarks")
_LONGEST = 6  # words; a label is hardly longer


def is_sheet(part: Part) -> bool:
    """Whether the cells of every second column are labels, most of which the lexicon knows."""
    width = len(part.rows[0]) if part.rows else 0
    if width % 2 or not 0 < width <= _MOST or _is_headed(part):
        return False
    columns = [[row[n].text for row in part.rows if row[n]] for n in range(0, width, 2)]
    labels = [text for column in columns for text in column]
    known = {text for text in labels if lexicon().label(text)}
    short = all(len(text.split()) <= _LONGEST for text in labels)
    mostly = all(sum(text in known for text in each) * 2 >= len(each) for each in columns)
    return short and len(known) >= 2 and mostly


def labels(part: Part) -> Iterator[Part]:
    """The labels of such a table, each with the cell behind it."""
    for cells, row in zip(part.rows, part.block.rows, strict=True):
        for number in range(0, len(cells), 2):
            label, value = cells[number], cells[number + 1]
            if label and value and label.text != value.text:
                runs, said = row.cells[number + 1], row.cells[number]
                block = replace(part.block, kind="label", runs=runs, label=said, rows=(), header=0)
                named = lexicon().label(label.text) or any(map(str.isdigit, label.text))
                yield Part(block, label if named else label[:0], value)


def _is_headed(part: Part) -> bool:
    """Whether the first row is a header: all its cells are known as such, and say of what.

    `Item | Details` stands over labels and values.
    """
    columns = columns_of(part)
    says = any(column.kind not in _PLAIN for column in columns)
    return bool(columns) and all(column.entry for column in columns) and says
