"""Directories: bodies that stand under the country they are in, each with what is said of it.

A country in brackets behind an entry's town is where that body is. Who is named below a body, in a
line or behind a label for people, is of it; below a country alone, of the country.
"""

import re

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.listing import Place, listed
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.people import rows_of

ENTRY = Entry("directory", "directory")
_CONTACTS = ("focal-point", "address")
_BRACKET = re.compile(r"\(([^()]+)\)")
_END = re.compile(r",\s|\.(?:\s|$)|\s[–—-]\s|;|:\s")
_STOP = re.compile(r"\.\s")


def announces(words: Passage) -> bool:
    """Whether a title is that of a directory."""
    said = f"{fold(words.text)} "
    forms = (fold(word) for each in LANGUAGES for word in lexicon().small("directory", each))
    return any(said.startswith(f"{form} ") for form in forms)


def read(page: Page, part: Part, section: Section) -> bool:
    """Place the bodies of a table's rows in the country above them."""
    if part.block.kind in ("paragraph", "item", "label") and _people(page, part, section):
        return True
    if part.block.kind == "item":
        return _item(page, part, section)
    if part.block.kind != "table":
        return False
    state = section.beside if section.beside and section.beside.label == "Country" else None
    heads = part.block.header if _is_header(part) else 0
    for cells in list(rows_of(part, 1))[heads:]:
        filled = [cell for cell in cells if cell]
        if len({cell.text for cell in filled}) == 1:
            state = _country(page, filled[0])
            if state:
                section.begin(filled[0], state)
        elif filled and cells[0]:
            _entry(page, cells, state, section)
    page.take(part, "directory")
    return True


def _people(page: Page, part: Part, section: Section) -> bool:
    """Whoever a line or a label for people names, as of the body above it, else the country."""
    told = lexicon().label(part.label.text) if part.label else None
    if part.label and (told is None or (told.kind != "person" and told.id not in _CONTACTS)):
        return False
    where: Place = "one" if part.label else "any"
    cast = [each for each in page.listed(part.words, (), where) if each.mention.what == "person"]
    above = section.thing or section.beside
    if not cast or above is None or (not part.label and cast[0].mention.start > 0):
        return False
    for named in cast:
        if not named.mention.at:
            page.affiliate(named.thing, above, part.words, named.mention.office)
    page.take(part, "directory")
    return True


def names_body(page: Page, part: Part, below: Part | None) -> bool:
    """Whether a line's name is that of a body: by a table, its kind, or the people below it."""
    found = listed(part.words.text, page.names, page.definitions)
    sure = any(each.entity or each.how != "listed" for each in found)
    told = lexicon().label(below.label.text) if below and below.label else None
    people = below and any(each.what == "person" for each in page.named(below.whole))
    return sure or bool(people) or (told is not None and told.id in _CONTACTS)


def _is_header(part: Part) -> bool:
    """Whether a table's first rows say what stands below them."""
    cells = [cell for row in part.rows[: part.block.header] for cell in row if cell]
    return bool(cells) and all(lexicon().header(cell.text) for cell in cells[:1])


def _item(page: Page, part: Part, section: Section) -> bool:
    """An entry of a list: a name to the first comma or stop, and what is said of it."""
    words, state = part.words, section.beside
    end = _END.search(words.text)
    name = words[: end.start()] if end else words
    cast = page.listed(name)
    if not state or state.label != "Country" or len(cast) != 1:
        return False
    _entry(page, [name], state, section)
    stop = _STOP.search(words.text)
    if stop and words[stop.end() :].text:
        section.say(words[stop.end() :])
    page.take(part, "directory")
    return True


def below(page: Page, body: Thing, state: Thing) -> None:
    """A body that a heading names below that of its country."""
    if body.label in ("Organisation", "Agency"):
        page.draft.link("LOCATED_IN", body, state)


def _country(page: Page, words: Passage) -> Thing | None:
    cast = page.listed(words)
    alone = len(cast) == 1 and cast[0].thing.label == "Country"
    return cast[0].thing if alone else None


def _entry(page: Page, cells: list[Passage], state: Thing | None, section: Section) -> None:
    """A body, where it is, and the words behind its name as what is said of it."""
    name, behind = _name(cells[0])
    cast = page.listed(name)
    if len(cast) != 1 or cast[0].thing.label not in ("Organisation", "Agency"):
        return
    body, where = cast[0].thing, state
    for cell in cells[1:]:
        bracket = _BRACKET.search(cell.text)
        inside = cell[bracket.start(1) : bracket.end(1)] if bracket else cell[:0]
        where = (_country(page, inside) if inside else None) or where
    if where:
        page.draft.link("LOCATED_IN", body, where)
    section.begin(name, body)
    if behind:
        section.say(behind)


def _name(cell: Passage) -> tuple[Passage, Passage]:
    """A name, and the sentences in the lines behind it: `Facility Observer in the Network.`"""
    number = cell.words[0].line
    if not cell.text.endswith("."):
        return cell, cell[:0]
    first = [word for word in cell.words if word.line == number]
    return Passage(cell.source, first), Passage(cell.source, cell.words[len(first) :])
