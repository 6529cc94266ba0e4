"""What parts the fields of a table as text: said by the file, or told by how even it makes them."""

import csv
from collections import Counter

from partnergraph.readers.sheets.records import Lenient

_SEPARATORS = ",;\t|"
_SAMPLE = 200_000  # characters that are looked at: some hundred rows of wide tables


def separator(content: str, *, tabs: bool = False) -> tuple[str, bool]:
    r"""The character between the fields, and whether the first line says it (`sep=;`).

    Taken is the one that gives most records the same number of fields, the more the better
    (van den Burg, Nazábal and Sutton, "Wrangling messy CSV files", 2019, count patterns so). With
    `tabs` the tab is taken wherever it parts anything.

    >>> separator("Activity;Budget\nPrint a guide;1,5\nOpen a desk;2,5\n")
    (';', False)
    >>> separator("sep=|\na|b\n")
    ('|', True)
    """
    first = content.partition("\n")[0].strip().strip('"')
    if first.lower().startswith("sep=") and len(first) < 6:
        return first[4:] or "\t", True
    sample = content[:_SAMPLE].rpartition("\n")[0] or content[:_SAMPLE]
    if tabs and "\t" in sample:
        return "\t", False
    return max(_SEPARATORS, key=lambda mark: _evenness(sample, mark)), False


def _evenness(sample: str, mark: str) -> float:
    """How much and how evenly a character parts records."""
    if mark not in sample:
        return 0.0
    widths = Counter(len(fields) for fields in _records(sample, mark) if any(fields))
    even = sum(count * (width - 1) / width for width, count in widths.items())
    return even / len(widths) if widths else 0.0


def _records(sample: str, mark: str) -> list[list[str]]:
    lines = [f"{line}\n" for line in sample.split("\n")]
    try:
        return list(csv.reader(lines, delimiter=mark, strict=True, skipinitialspace=True))
    except csv.Error:
        return list(Lenient(sample, mark))
