"""Letters: who signs them in which office, and who is named in them as whose summary they transmit.

A letter is known by its salutation and its close. Who signs is named alone in a line below the
close, with the office in the lines below the name, else in the letterhead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.mentions.offices import HAS_ROLE
from partnergraph.mentions.shapes import NAME
from partnergraph.records.ids import fold
from partnergraph.relations import cover, meetings
from partnergraph.relations.page import Named, Page
from partnergraph.relations.people import holder
from partnergraph.relations.ties import hold

_NAME = re.compile(NAME)
_ADDRESSEE = re.compile(r"(?:To|À|A|Al|Aux?)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|\b(?:of|for|to|and|the|de|du|des|la|del|pour|para|et|y))$", re.I)
_HELD = re.compile(r"\bco-[^\W\d_]+s\b", re.IGNORECASE)
_THEIR_SUMMARY = re.compile(r"\b(?:co-[^\W\d_]+s?[’']?s?|their) summary of the\b", re.IGNORECASE)
_LONGEST = 10  # words of a salutation
_BELOW = 3  # parts below a name, or between two that sign


@dataclass(frozen=True)
class Letter:
    """The blocks of a letter: above its salutation, what it says, and below its close."""

    head: Sequence[Part]
    body: Sequence[Part]
    close: Sequence[Part]


def read_page(page: Page) -> str | None:
    """Read the letters that a document begins with or encloses, and the meeting that it is of."""
    meetings.entitled(page)
    found = list(letters(page.laid.parts))
    days = (cover.dateline(part.words.text) for part in found[0].head) if found else ()
    if day := next(filter(None, days), ""):
        page.draft.about(date=day)
    for letter in found:
        _body(page, letter)
        for name, office in _signed(letter, found[0] is letter):
            holder(page, name, office, ())
            page.draft.take_words(name + office, "signature")
    return f"{len(found)} with a salutation and a close" if found else None


def letters(parts: Sequence[Part]) -> Iterator[Letter]:
    """The letters among some blocks: each with a salutation, and a close before the next."""
    shown = [part for part in parts if part.block.kind != "running"]
    starts = [n for n, part in enumerate(shown) if _salutes(part)]
    before = 0
    for start, end in pairwise((*starts, len(shown))):
        closes = [n for n in range(start + 1, end) if _begins(shown[n], "valediction")]
        if closes:
            yield Letter(
                shown[before:start], shown[start + 1 : closes[0]], shown[closes[0] + 1 : end]
            )
            before = closes[0] + 1


def _salutes(part: Part) -> bool:
    words = part.whole
    short = 0 < len(words.words) <= _LONGEST and words.text.endswith((",", ":", "，"))
    return short and _begins(part, "salutation")


def _begins(part: Part, kind: str) -> bool:
    said = f"{fold(part.whole.text)} "
    return any(said.startswith(f"{form} ") for form in lexicon().folded(kind))


def _body(page: Page, letter: Letter) -> None:
    """The people a letter names with their offices; those whose summary it transmits held it."""
    told = " ".join(part.words.text for part in letter.body)
    meeting = meetings.known(page) if _THEIR_SUMMARY.search(told) else None
    for part in letter.body:
        for sentence in part.words.sentences():
            office = _HELD.search(sentence.text)
            people = [each for each in page.named(sentence) if each.what == "person"]
            cast = [Named(each, page.person(each, sentence)) for each in people]
            entry = lexicon().label(office[0]) if office else None
            if meeting and office and entry:
                behind = [named for named in cast if named.mention.start > office.start()]
                hold(page, behind, entry, meeting, sentence.cut(office))


def _signed(letter: Letter, outermost: bool) -> Iterator[tuple[Passage, Passage]]:
    """Who signs: names alone below a close, with the office below them, else in the letterhead."""
    alone = [place for place, part in enumerate(letter.close) if _is_name(part)]
    first = letter.close[alone[0]].words if alone and alone[0] < _BELOW else None
    last, found = 0, False
    for place in alone:
        office = _office_below(letter.close[place : place + 1 + _BELOW])
        if office and place - last <= _BELOW:
            last, found = place + 1, True
            yield letter.close[place].words, office
    office = _letterhead(letter.head) if outermost and not found else None
    if office and first:
        yield first, office


def _is_name(part: Part) -> bool:
    text = part.words.text
    named = _NAME.fullmatch(text) is not None and not text.isupper()
    return named and part.block.kind in ("heading", "paragraph")


def _office_below(parts: Sequence[Part]) -> Passage | None:
    """The office in the lines right below a name; one that ends in a small word goes on."""
    found: Passage | None = None
    for above, part in pairwise(parts):
        if not _adjoin(above, part) or _ADDRESSEE.match(part.words.text):
            break
        found = found + part.words if found else part.words
        if not _GOES_ON.search(found.text):
            break
    return found if found and HAS_ROLE.search(found.text) else None


def _adjoin(above: Part, below: Part) -> bool:
    """Whether no blank line stands between two blocks, as far as a file has lines."""
    ends, begins = (
        above.block.runs[-1].place,
        below.block.runs[0].place if below.block.runs else None,
    )
    return begins is not None and (ends.unit != "line" or begins.number - ends.number <= 1)


def _letterhead(head: Sequence[Part]) -> Passage | None:
    """The office that a letterhead prints in capitals: `THE PRESIDENT OF THE GENERAL ASSEMBLY`."""
    capitals = (part.words for part in head if part.words.text.isupper())
    return next((words for words in capitals if HAS_ROLE.search(words.text)), None)
