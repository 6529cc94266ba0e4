"""Tables whose rows are years: `Year | Chair | Vice-Chair`, who had which part in a body when.

In goes such a table, upright or on its side (`| | 2022 | 2023 |`), and the body it belongs to.
"""

import re
from collections.abc import Iterator, Sequence

from partnergraph.document.blocks import Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.relations.columns import columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.ties import tie

_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:[–—/-]|\b(?:to|a|al|à|au)\b)\s?"
_YEARS = re.compile(rf"\b({_YEAR})(?:{_TO}({_YEAR}|\d\d)\b)?")
_BODIES = ("RCP", "Organisation", "Agency")
_ALONE = re.compile(rf"{_YEAR}(?:\s?[–—/-]\s?(?:{_YEAR}|\d\d)?)?")
Held = tuple[Entry, Passage, Passage, Passage, Runs]
"""The entry of a role, its words, the years, who held it and the runs of these."""


def years(text: str) -> dict[str, str]:
    """The years that somebody is printed with: `Kenya (2011–2013)`.

    >>> years("Kenya (2011–13)"), years("2022"), years("Kenya"), years("2019 to 2021")
    ({'from': '2011', 'to': '2013'}, {'from': '2022'}, {}, {'from': '2019', 'to': '2021'})
    """
    found = _YEARS.search(text)
    if not found:
        return {}
    first, last = found[1], found[2] or ""
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return {"from": first, "to": last} if last else {"from": first}


def are_years(cells: Sequence[Passage]) -> bool:
    """Whether cells are years, or terms of years, alone."""
    filled = [cell.text for cell in cells if cell]
    return bool(filled) and all(map(_ALONE.fullmatch, filled))


def reads(part: Part) -> bool:
    """Whether such a table says who had which part in a body."""
    return any(_held(part))


def read(page: Page, part: Part, owner: Thing | None) -> None:
    """Tie those whom a table names to its owner, if that is a body: for one year from it to it."""
    if owner is None or owner.label not in _BODIES:
        return
    for entry, cue, year, cell, runs in _held(part):
        told = years(year.text)
        if told and year.text[-1].isdigit():
            told.setdefault("to", told["from"])
        if not tie(page, page.listed(cell, runs), entry, owner, cue, **told):
            page.draft.skip_words(cell, "names nobody that is known to be a name")
    page.take(part, "terms")


def _held(part: Part) -> Iterator[Held]:
    """The cells below the header, or beside the label, of a part in a body."""
    first = part.block.header
    rows = list(zip(part.rows, part.block.rows, strict=True))
    if are_years([cells[0] for cells, _ in rows[first:]]):
        parts = [(column.number, column.header, column.entry) for column in columns_of(part)[1:]]
        for number, cue, entry in parts:
            for cells, row in rows[first:] if entry and _is_part(entry) else ():
                if entry and cells[number]:
                    yield entry, cue, cells[0], cells[number], row.cells[number]
    elif rows and are_years(rows[0][0][1:]):
        for cells, row in rows[1:]:
            entry = lexicon().label(cells[0].text)
            for number in range(1, len(cells)) if entry and _is_part(entry) else ():
                if entry and cells[number]:
                    yield entry, cells[0], part.rows[0][number], cells[number], row.cells[number]


def _is_part(entry: Entry) -> bool:
    found = entry.tie("RCP") if entry.kind == "role" else None
    return found is not None and found.type == "MEMBER_OF"
