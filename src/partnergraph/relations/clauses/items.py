"""What the lexicon's words and phrases are in a sentence: small words, nouns, roles; no verbs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from partnergraph.lexicon import Entry, verbs
from partnergraph.lexicon.data import phrases, small
from partnergraph.lexicon.entry import merged
from partnergraph.lexicon.objects import nouns
from partnergraph.lexicon.spelling import tokens as spelled
from partnergraph.lexicon.things import Thing, things

CLASSES = (
    *("auxiliary", "adverb", "determiner", "preposition", "conjunction", "relative"),
    *("planned", "supposed", "possible", "denied", "ended", "adversative", "joins"),
)

_SORTS = {"event": "meeting", "work": "work", "text": "work"}


@dataclass(slots=True)
class Item:
    """What a word or phrase may be."""

    classes: frozenset[str] = frozenset()
    role: Entry | None = None
    phrase: Entry | None = None
    thing: Thing | None = None
    noun: str = ""


@cache
def items(language: str) -> Mapping[tuple[str, ...], Item]:
    """What the lexicon's words and phrases are in a language, but for verbs."""
    found: dict[tuple[str, ...], Item] = {}

    def at(words: str) -> Item:
        return found.setdefault(spelled(words), Item())

    for name in CLASSES:
        for words in small(name, language):
            at(words).classes |= {name}
    for use in ("noun", "phrase"):
        for entry, words in phrases(use, language):
            if use == "noun" and _is_thing_of(words, language):
                continue
            item = at(words)
            known = item.role if use == "noun" else item.phrase
            both = merged([known, entry]) if known and known != entry else entry
            item.role, item.phrase = (both, item.phrase) if use == "noun" else (item.role, both)
    for sort in ("work", "meeting", "group", "people", "abstract", "accord"):
        for words in nouns(sort, language):
            at(words).noun = sort
    for words, thing in things(language).items():
        item = at(words)
        item.thing, item.noun = thing, item.noun if item.noun == "group" else _SORTS[thing.family]
    for said, item in found.items():
        last = found.get(said[-1:]) if len(said) > 1 and language == "en" else None
        if item.role and not item.noun and last and last.noun in _SORTS.values():
            item.thing, item.noun = last.thing, last.noun  # joint *initiative*
    return found


def _is_thing_of(words: str, language: str) -> bool:
    """Whether a phrase is the noun of a thing with its preposition: evaluation of."""
    noun, _, last = words.rpartition(" ")
    bare = noun.removesuffix(" of")
    return noun in things(language) or (last == "the" and bare in things(language))


@cache
def reach(language: str) -> Mapping[str, int]:
    """How many words the longest phrase has that begins with a word."""
    longest: dict[str, int] = {}
    for table in (items(language), verbs.index(language)):
        for words in table:
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest
