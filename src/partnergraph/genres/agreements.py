"""Agreements: who signed, by the block of signatures, and who signed for whom in which office.

`For IOM (signed)` above a name and an office: the body signed, the person is of it. A block that
nothing says is signed makes no signatory.
"""

import re
from collections.abc import Sequence
from functools import cache

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.people import holder

ENTRY = Entry("agreement", "agreement")
_FOR = re.compile(r"(?:For|FOR|Pour|Por)(?: and on behalf of| et au nom de)? (?=\S)")
_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*)(?: [^\W\d_][\w.’'-]*){1,4}")
_FEWEST = 2  # signatories of an agreement


@cache
def _signed() -> re.Pattern[str]:
    words = (word for each in LANGUAGES for word in lexicon().small("signed", each))
    return re.compile(rf"\(?\b(?:{'|'.join(map(re.escape, words))})\b\)?", re.IGNORECASE)


def announces(words: Passage) -> bool:
    """Whether a title is that of an agreement."""
    said = f" {fold(words.text)} "
    forms = (fold(word) for each in LANGUAGES for word in lexicon().small("agreement", each))
    return any(f" {form} " in said for form in forms)


def read(page: Page, part: Part, section: Section) -> bool:
    """Read a block of signatures: columns that begin with *For* and a body."""
    if part.block.kind != "table":
        return False
    columns = [[row[n] for row in part.rows if row[n]] for n in range(len(part.rows[0]))]
    signing = [column for column in columns if column and _FOR.match(column[0].text)]
    if len(signing) < _FEWEST:
        return False
    instrument = page.draft.stated("Instrument", section.cue, apart=page.draft.slug)
    for column in signing:
        _column(page, column, instrument, _said_below(page))
    page.take(part, "signatures")
    return True


def _column(
    page: Page, column: Sequence[Passage], instrument: Thing, below: Passage | None
) -> None:
    """A signatory, and below it who signed in which office."""
    first, *others = column
    signed = _signed().search(first.text)
    begin = _FOR.match(first.text)
    name = first[begin.end() if begin else 0 : signed.start() if signed else None]
    body = next((named.thing for named in page.listed(name)), None)
    marks = [each for each in others if _signed().fullmatch(each.text)]
    cue = first[signed.start() : signed.end()] if signed else next(iter(marks), below)
    if body is None or body.label == "Person":
        return
    if cue:
        page.draft.link("SIGNED", body, instrument, cue=cue, how="signed")
    people = [each for each in others if each not in marks]
    if people and _NAME.fullmatch(people[0].text):
        holder(page, people[0], people[1] if len(people) > 1 else people[0][:0], [body])


def _said_below(page: Page) -> Passage | None:
    """The word of the paragraph that says an agreement is signed: `Signed in Amman on …`."""
    for part in page.laid.parts:
        found = _signed().match(part.words.text) if part.block.kind == "paragraph" else None
        if found:
            return part.words[found.start() : found.end()]
    return None
