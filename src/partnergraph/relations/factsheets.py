"""Fact sheets: titles that name a work by whatever words, since the labels below tell of one.

One label says who does or pays it, another how long, where or for how much, or both who does and
who pays it; none names it. A page may be one sheet, or a catalogue of several.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.mentions.dates import first_date
from partnergraph.records.ids import fold
from partnergraph.relations import sheets

_LONGEST = 20  # words; the title of a work is hardly longer
_FACTS = frozenset(("date", "budget", "country", "beneficiary", "status"))
_NAMING = frozenset(("activity", "output", "action", "session", "document"))
_CUT = re.compile(r"\s?:\s|\s[–—-]\s")
_COUNTED = re.compile(r"(?:[^\W\d_]+ )?(?:\d{1,2}|[IVX]{1,4})\s?[.:)–—-]\s*")
_SHARED = 2  # labels that the sheets of a catalogue have in common
_Sheet = tuple[int, frozenset[str]]
"""The level of a heading, and the entries of the labels below it."""


def title(parts: Sequence[Part]) -> Passage | None:
    """The title of a page that is a fact sheet.

    Above its labels stand no more than it, what kind of paper it is (*FACT SHEET*) and a date.
    """
    shown = [part for part in parts if part.block.kind != "running"]
    first = next((n for n, part in enumerate(shown) if _entry(part) or sheets.is_sheet(part)), 0)
    titles = [part for part in shown[:first] if not _is_aside(part)]
    headed = [part for part in titles if part.block.kind == "heading"]
    titles = headed if headed[:1] == titles[:1] else titles
    if len(titles) != 1 or not _tell_of_work(_told(shown[first:])):
        return None
    named = _presented(titles[0].line)
    return None if len(named.words) > _LONGEST or named.text.endswith(".") else named


def _told(parts: Sequence[Part]) -> Sequence[Entry]:
    """What the labels are of a table that is a sheet, or of some blocks."""
    if parts and sheets.is_sheet(parts[0]):
        return _entries(sheets.labels(parts[0]))
    return _entries(parts)


def catalogue(parts: Sequence[Part]) -> frozenset[Part]:
    """The headings of a page that are titles of sheets: each above labels that others have too."""
    found: dict[Part, _Sheet] = {}
    for place, part in enumerate(parts):
        below = (parts[at] for at in range(place + 1, len(parts)))
        entries = _entries(_with_lists(below)) if part.block.kind == "heading" else ()
        if _tell_of_work(entries) and len(part.words.words) <= _LONGEST:
            found[part] = part.block.level, frozenset(entry.id for entry in entries)
    counts = Counter(found.values())
    return frozenset(part for part, sheet in found.items() if _is_shared(sheet, counts))


def _is_shared(sheet: _Sheet, counts: Counter[_Sheet]) -> bool:
    """Whether another sheet at the same level has labels of this one too."""
    level, labels = sheet
    return any(
        beside == level and len(labels & shared) >= _SHARED
        for (beside, shared), count in counts.items()
        if (beside, shared) != sheet or count > 1
    )


def named(heading: Passage) -> Passage:
    """What a title in a catalogue names: `Practice 1 – Orientation buses` without its number."""
    counted = _COUNTED.match(heading.text)
    return heading[counted.end() :] if counted else heading


def _entries(parts: Iterable[Part]) -> Sequence[Entry]:
    """What the labels are that some blocks begin with."""
    return [entry for entry in map(_entry, takewhile(_is_label, parts)) if entry]


def _with_lists(parts: Iterable[Part]) -> Iterator[Part]:
    """The labels below a heading, without the items that stand behind one: `Support:`, a list."""
    waits = False
    for part in parts:
        if _is_label(part):
            yield part
            waits = part.block.kind == "paragraph"
        elif part.block.kind != "item" or not waits:
            return


def _entry(part: Part) -> Entry | None:
    return lexicon().label(part.label.text or part.words.text) if _is_label(part) else None


def _is_label(part: Part) -> bool:
    """Whether a block begins with a label, or is one whose values stand below it."""
    alone = part.block.kind == "paragraph" and part.words.text.endswith(":")
    alone = alone and lexicon().label(part.words.text) is not None
    return alone or part.block.kind == "label" or (part.block.kind == "item" and bool(part.label))


def _tell_of_work(entries: Sequence[Entry]) -> bool:
    kinds = {entry.kind for entry in entries}
    given = [entry.tie("Activity") for entry in entries if entry.kind == "role"]
    types = {tie.type for tie in given if tie}
    told = bool(types and kinds & _FACTS) or ("FUNDS" in types and len(types) > 1)
    return told and not kinds & _NAMING


def _is_aside(part: Part) -> bool:
    """Whether a line above a card is none of its title: a date, what kind of paper it is."""
    text = part.line.text
    return first_date(text) is not None or fold(text) in lexicon().folded("presenting")


def _presented(words: Passage) -> Passage:
    """A title without what kind of paper it is: `Call for partners: House of Languages`."""
    cut = _CUT.search(words.text)
    kind = words.text[: cut.start()] if cut else ""
    return words[cut.end() :] if cut and fold(kind) in lexicon().folded("presenting") else words
