"""Titles of project pages: they say what is done, and the text below speaks of *the project*.

`Strengthening border management in Togo`, then `The action will be implemented by …`: so the
databases of the European Union's trust fund, of IOM's development fund and of UNODC print them.
"""

import re
from collections.abc import Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import small_set
from partnergraph.lexicon.sorts import again
from partnergraph.relations.clauses.nouns import DEFINITE
from partnergraph.relations.clauses.words import is_act, language_of, words_of

_LONGEST = 25  # words; the title of a project is hardly longer
_TEXT = ("paragraph", "note", "item")
_COLON = re.compile(r":\s+|\s[–—]\s")


def title(shown: Sequence[Part]) -> Passage | None:
    """The title that a page's blocks begin with, where it is a project's and the text says so."""
    named = shown[0].words if shown else None
    if named is None or not _is_title(shown[0]) or not _says_what_is_done(named.text):
        return None
    below = (part.words.text for part in shown[1:] if part.block.kind in _TEXT)
    return named if any(map(_speaks_of_it, below)) else None


def _is_title(part: Part) -> bool:
    """Whether a block is a heading, or one line that is no sentence."""
    line = part.block.kind == "paragraph" and len({run.place for run in part.block.runs}) == 1
    short = len(part.words.words) <= _LONGEST and not part.words.text.endswith((".", ":", ","))
    return short and (line or part.block.kind == "heading")


def _speaks_of_it(text: str) -> bool:
    """Whether a text begins with *The project*, *Cette initiative*."""
    article, noun = _two(text)
    return article in DEFINITE and noun in again("work")


def _says_what_is_done(text: str) -> bool:
    """Whether a title begins with what is done: *Strengthening …*, *Renforcement de …*."""
    return any(map(_begins_with_deed, (text, *(text[m.end() :] for m in _COLON.finditer(text)))))


def _begins_with_deed(text: str) -> bool:
    first, of = _two(text)
    language = language_of(text)
    gerund = {form.tense for form in lexicon().verb(first)} == {"gerund"}
    deed = is_act(first, language) or first in small_set("helping", language)
    return gerund or (deed and of in small_set("preposition", language))


def _two(text: str) -> tuple[str, str]:
    """The first two words of a text; empty where it has none."""
    first, second, *_ = (*(word.text for word in words_of(text)), "", "")
    return first, second
