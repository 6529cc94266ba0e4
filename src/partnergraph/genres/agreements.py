"""Agreements: who signed, by the block of signatures, and who signed for whom in which office.

`For IOM (signed)` above a name and an office: the body signed, the person is of it. A block that
nothing says is signed makes no signatory. The parties are told by the title, too, or by the names
below *Between*, in a text that says that they agreed (*have agreed as follows*) or signed.
"""

import re
from collections.abc import Sequence
from functools import cache

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES, phrases
from partnergraph.lexicon.objects import accords
from partnergraph.mentions.casts import casts
from partnergraph.mentions.naming import ANDS
from partnergraph.records.ids import fold
from partnergraph.relations.alone import names_alone
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.people import holder

ENTRY = Entry("agreement", "agreement")
_SAID = "agree"
_BETWEEN = re.compile(r"\b(?:between|entre)\s", re.IGNORECASE)
_COVER = 12  # blocks on which an agreement says whose it is
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


def bound(page: Page, parts: Sequence[Part]) -> None:
    """Say who is party to the agreement that a page is the text of, by its title or *Between*."""
    shown = [part for part in parts if part.block.kind != "running" and part.words]
    title = shown[0].words if shown else None
    if title is None or not (announces(title) or _is_between(title)) or _is_draft(title):
        return
    told = _agreed(page)
    if told is None:
        return
    lead, cast = title, _between(page, title)
    if not cast:
        lead, cast = _listed(page, shown[1:])
    if len(cast) < _FEWEST:
        return
    instrument = page.draft.stated("Instrument", title, apart=page.draft.slug)
    for each in cast:
        within = lead + each.thing.words
        page.draft.link("SIGNED", each.thing, instrument, within, cue=told, how="signed")


def _is_draft(title: Passage) -> bool:
    return not lexicon().folded("draft").isdisjoint(fold(title.text).split())


def _is_between(title: Passage) -> bool:
    """Whether a title is that of an agreement between some: `Convention entre A et B`."""
    found = _BETWEEN.search(title.text)
    nouns = accords()
    return found is not None and any(
        word in nouns for word in fold(title.text[: found.start()]).split()
    )


def _between(page: Page, title: Passage) -> list[Named]:
    """Those whom a title names behind *between*, with nothing but articles before them."""
    found = _BETWEEN.search(title.text)
    said = title[found.end() :] if found else title[:0]
    cast = next(iter(casts(said.text, page.names, page.definitions)), None) if said else None
    if cast is None or len(said.text[: cast.start].split()) > 1:
        return []
    return page.listed(said[cast.start : cast.stop])


def _listed(page: Page, parts: Sequence[Part]) -> tuple[Passage, list[Named]]:
    """A line or label *Between*, and the names below it to the first line that is more."""
    lead, cast = parts[0].words[:0] if parts else Passage(page.draft.text, ()), list[Named]()
    for part in parts[:_COVER]:
        said = part.label or part.words
        if not lead:
            lead = said if fold(said.text) in ("between", "entre") else lead
            if not (lead and part.label):
                continue
        elif fold(part.words.text) in ANDS:
            continue
        named = names_alone(page, part.words)
        if not named or (part.label and cast):
            break
        cast += named
    return lead, cast


def _agreed(page: Page) -> Passage | None:
    """The words of an agreement's text that say that its parties agreed, or signed it."""
    for part in page.laid.parts:
        found = _agreement().search(part.whole.text)
        if found:
            return part.whole[found.start() : found.end()]
    return _said_below(page)


@cache
def _agreement() -> re.Pattern[str]:
    told = (each for language in LANGUAGES for each in phrases("words", language))
    words = [words for entry, words in told if entry.id == _SAID]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


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
