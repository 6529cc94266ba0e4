"""Pledges: each item is a planned activity of who pledges it.

Who pledges is named by the heading above the item, else by the words that the item begins with.
What is said not to be pledged, or only asked, offered or weighed, is none.
"""

from collections.abc import Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.casts import casts
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.things import aims

_KINDS = ("item", "paragraph", "label")
_FIRST = 3  # words in which an item says that there is no pledge


def read(page: Page, part: Part, section: Section) -> bool:
    """Make an item an Activity that its pledger is to do; False where nobody pledges it."""
    if part.block.kind not in _KINDS or _is_denied(part.whole):
        return False
    words = part.whole
    named, behind = _pledgers(page, words)
    if named and not _goes_on(behind.text, item=part.block.kind == "item"):
        return False
    doers = named or section.besides
    if not doers:
        return False
    called = part.words if part.label and named and part.words else words
    activity = page.activity(called, status="planned")
    for doer in doers:
        page.draft.link("IMPLEMENTS", doer, activity, cue=section.cue, status="planned")
    for aim in aims(page, words):
        page.draft.link("PURSUES", activity, aim)
    page.take(part, "pledge")
    return True


def _pledgers(page: Page, words: Passage) -> tuple[Sequence[Thing], Passage]:
    """Those whom a pledge begins with, and the words behind them."""
    first = next(iter(casts(words.text, page.names, page.definitions)), None)
    if first is None or words.text[: first.start].strip("Tthe "):
        return (), words
    cast = [thing for each in first.members if (thing := page.node(each, words))]
    return cast, words[first.stop :] if cast else words


def _goes_on(behind: str, item: bool) -> bool:
    """Whether words behind a name go on as a pledge does: `to open …`, `will …`, `: EUR 5 m`."""
    said, word = fold(behind[:60]), fold(behind).partition(" ")[0]
    if not behind[:1].isspace() and behind[:1] not in ("", "’", "'"):
        return True
    forms = lexicon().verb(word)
    if any(entry.id == "pledge" for form in forms for entry in form.entries):
        return True
    planned = (each for language in LANGUAGES for each in lexicon().small("planned", language))
    if word in ("to", "a", "de") or any(said.startswith(f"{fold(each)} ") for each in planned):
        return True
    return item and not any(form.finite for form in forms)


def _is_denied(words: Passage) -> bool:
    first = {fold(word.text) for word in words.words[:_FIRST]}
    return any(
        fold(denied) in first
        for language in LANGUAGES
        for denied in lexicon().small("denied", language)
    )
