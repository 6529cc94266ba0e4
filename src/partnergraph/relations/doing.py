"""What a card says that its body does: `runs the advice line (with UNFPA)`, `financia la casa`.

The card says whose deed it is, so the words behind the verb and their article name what is done,
whatever noun they are. The same words in another card are the same thing; *the project* is the one
that the page is about. What is no plain deed of today is left to what reads sentences.
"""

import re
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.lexicon.sorts import sorts
from partnergraph.mentions.find import mentions
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.people import as_cast
from partnergraph.relations.shares import Share, shares
from partnergraph.relations.subjects import sort_of
from partnergraph.relations.ties import tie

_DOES = re.compile(r"\s(l['’]|[^\W\d_]+\s)(?=\S)")
_VERB = 3  # words: *carries out*, *pays for*
_END = re.compile(r"[,;(.]|\s(?:and|et|y|e|but|mais|pero|que|qui|that|which|to)\s")
_TYPES = frozenset(("LED", "IMPLEMENTS", "ORGANISED", "FUNDS", "CONTRIBUTES_TO", "HOSTED"))
_LONGEST = 8  # words; what is done is named by hardly more
_LABELS = ("Activity", "Session")


class Deed(NamedTuple):
    """What is done: the verb's entry and words, what its object names, who helps."""

    entry: Entry
    verb: Passage
    thing: Passage
    helping: tuple[Share, ...]


def read(page: Page, body: Thing, value: Passage, over: Thing | None) -> bool:
    """Say what a body does by a card's words, and who helps it; whether they say it."""
    found = _deed(page, value)
    thing = _thing(page, found.thing, over) if found else None
    if found is None or thing is None:
        return False
    tie(page, as_cast([body]), found.entry, thing, found.verb)
    for share in found.helping:
        cast = page.listed(share.names)
        for named in cast if share.cue else ():
            within = body.words + value
            page.draft.link("CONTRIBUTES_TO", named.thing, thing, within=within, cue=share.cue)
    return True


def _deed(page: Page, value: Passage) -> Deed | None:
    found = next((cut for cut in _DOES.finditer(value.text) if _is_article(cut[1])), None)
    verb = value.text[: found.start()] if found else ""
    entry = _entry(verb) if found and len(verb.split()) <= _VERB else None
    if not found or not entry:
        return None
    end = _END.search(value.text, found.end())
    helps = [share for share in shares(value) if share.entry and share.cue]
    stop = end.start() if end else len(value.text)
    if helps:
        cue = value.text.find(helps[0].cue.text if helps[0].cue else "")
        stop = min(stop, len(value.text[:cue].rstrip(" ,(")))
    rest = value.text[stop:]
    alone = not rest.strip(" .") or (helps and rest.strip(" ,(").startswith(_cue(helps[0])))
    thing = value[found.end() : stop]
    if not alone or not 0 < len(thing.words) <= _LONGEST or _is_other(page, thing):
        return None
    return Deed(entry, value[: found.start()], thing, tuple(helps))


def _cue(share: Share) -> str:
    return share.cue.text if share.cue else ""


def _entry(verb: str) -> Entry | None:
    """What a verb of today says that somebody does with a thing."""
    entries = (
        entry
        for form in lexicon().verb(verb)
        for entry in form.entries
        if form.finite and form.tense == "present"
    )
    ties = ((entry, entry.tie("Activity")) for entry in entries)
    return next((entry for entry, tie in ties if tie and tie.type in _TYPES), None)


def _is_article(word: str) -> bool:
    said = word.strip().replace("'", "’")
    return any(said in lexicon().small("determiner", language) for language in LANGUAGES)


def _is_other(page: Page, words: Passage) -> bool:
    """Whether words name somebody, or a group of people, and nothing that is done."""
    return sort_of(words.text) == "group" or any(
        found.start == 0 for found in mentions(words.text, page.names, page.definitions)
    )


def _thing(page: Page, words: Passage, over: Thing | None) -> Thing | None:
    """The Activity that words name: what the page is about, else the same for the same words."""
    if sorts().get(fold(words.text)) == "work":
        return Thing(over.id, over.label, over.words) if over and over.label in _LABELS else None
    return page.same_activity(words)
