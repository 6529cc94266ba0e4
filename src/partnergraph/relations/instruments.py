"""What is signed: the agreement that a card, a heading or the page's title names.

`Title: Agreement on Caregivers` beside `Signatories: Nepal; Israel`; a page that is called
*Memorandum of Understanding on …* with `Parties:` below. Of a draft nobody is a signatory.
"""

import re
from collections.abc import Iterable

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_HEAD_ENDS = frozenset(
    ("on", "of", "for", "between", "to", "in", "sur", "de", "du", "des", "d", "entre", "pour")
) | {"del", "sobre", "para", "relatif", "relative", "concernant", "concerning", "regarding"}
_LONG = 5  # words; a shorter title other agreements have, too
_MOST = 40  # words


def signs(entry: Entry | None) -> bool:
    """Whether an entry says that somebody signs, if what it is said of is signed."""
    return entry is not None and entry.tie("Instrument") is not None


def is_named(words: Passage) -> bool:
    """Whether words are the title of something signed, by the noun that heads them."""
    keys = fold(words.text).split()
    stop = next((n for n, key in enumerate(keys) if n and key in _HEAD_ENDS), len(keys))
    nouns = lexicon().folded("signed_text")
    heads = {keys[0], keys[stop - 1]} if keys else set()
    more = [key for key in keys if key not in nouns and not key.isdecimal() and len(key) > 1]
    return bool(heads & nouns) and bool(more) and len(keys) <= _MOST


def is_open(words: Iterable[str]) -> bool:
    """Whether words say that a text is not signed yet: *Draft*, *under negotiation*."""
    said = " ".join(map(fold, words))
    return any(re.search(rf"\b{each}", said) for each in lexicon().folded("unsigned"))


def titled(headings: Iterable[Passage]) -> Passage | None:
    """The nearest heading, else the title, that is the name of such a text."""
    return next(filter(is_named, headings), None)


def of(page: Page, headings: Iterable[Passage]) -> Thing | None:
    """What is signed here, by the headings; None where it is not signed yet."""
    words = titled(headings)
    return instrument(page, words) if words and not is_open((words.text,)) else None


def instrument(page: Page, words: Passage) -> Thing:
    """The agreement that a title names: one of the tables, else one of this title."""
    entity = page.names.resolve(words.text, "Instrument")
    if entity:
        return page.draft.shared(entity, words)
    apart = "" if len(words.words) >= _LONG else page.draft.slug
    return page.draft.stated("Instrument", words, apart=apart)
