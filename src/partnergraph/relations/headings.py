"""What a heading announces by its words, all of them or those behind a dash or colon."""

import re

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.records.ids import fold

_PARTS = re.compile(r":\s+|\s[–—-]\s")
_EDITION = re.compile(r",\s[^,]*\b(?:19|20)\d\d$")
_ANNOUNCED = ("pledge", "action", "member")  # what a part of a title may announce
TITLE = 0.5  # the depth of a title that is printed as a line like others


def titles(part: Part) -> bool:
    """Whether a first line is a title, though printed like others, by what it announces."""
    entry = announced(part.words)[0] if part.block.kind == "paragraph" else None
    return entry is not None and entry.id in _ANNOUNCED


def announced(words: Passage) -> tuple[Entry | None, Passage]:
    """What the lexicon says of a heading, and the words of it that say so.

    Of a title only the end may announce it: `Pledging Initiative - Summary of pledges received`.
    """
    words = words[: len(_EDITION.sub("", words.text))]
    entry = lexicon().heading(words.text)
    if entry:
        return entry, words
    for cut in reversed(list(_PARTS.finditer(words.text))):
        entry = lexicon().heading(words.text[cut.end() :])
        if entry and entry.id in _ANNOUNCED:
            return entry, words[cut.end() :]
    return None, words


def denies(words: Passage) -> bool:
    """Whether a heading says that there is nothing of the kind: `Statements without a pledge`."""
    said = set(fold(words.text).split())
    return any(
        fold(word) in said for language in LANGUAGES for word in lexicon().small("denied", language)
    )
