"""A cue cut into pieces: the longest runs of words that the lexicon has, each with what it is."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon import verbs
from partnergraph.lexicon.data import LANGUAGES, phrases, small
from partnergraph.lexicon.entry import Tie, VerbForm
from partnergraph.lexicon.spelling import tokens
from partnergraph.lexicon.things import things

STATUSES = ("planned", "cancelled", "suspended", "proposed", "ongoing", "completed")
_FILLERS = ("auxiliary", "adverb", "determiner", "preposition", "conjunction", "relative")
_SIGNS = ("planned", "supposed", "possible", "denied", "ended", "adversative")
_CLASSES = (*_FILLERS, *_SIGNS, *(f"status.{name}" for name in STATUSES))


class Piece(NamedTuple):
    """Some words of a cue: the classes of small words they are, their noun's ties, their forms."""

    words: tuple[str, ...]
    classes: frozenset[str] = frozenset()
    ties: tuple[Tie, ...] = ()
    forms: tuple[VerbForm, ...] = ()
    adjunct: bool = False

    @property
    def known(self) -> bool:
        """Whether the lexicon has these words at all."""
        return bool(self.classes or self.ties or self.forms)

    @property
    def acts(self) -> tuple[Tie, ...]:
        """The ties of its verb."""
        entries = (e for form in self.forms for e in (*form.entries, *form.holding))
        return tuple(dict.fromkeys(tie for entry in entries for tie in entry.ties))


@cache
def classes_of(language: str = "") -> dict[tuple[str, ...], frozenset[str]]:
    """The classes of the small words of one language, or of all."""
    found: dict[tuple[str, ...], set[str]] = {}
    for name in _CLASSES:
        for one in (language,) if language else LANGUAGES:
            for phrase in small(name, one):
                found.setdefault(tokens(phrase), set()).add(name)
    return {words: frozenset(classes) for words, classes in found.items()}


@cache
def _named(language: str) -> dict[tuple[str, ...], tuple[tuple[Tie, ...], bool]]:
    """The nouns and adjuncts of a language with their ties, and whether they are adjuncts."""
    found: dict[tuple[str, ...], tuple[tuple[Tie, ...], bool]] = {}
    for use in ("noun", "phrase"):
        for entry, phrase in phrases(use, language):
            words = tokens(phrase)
            before, adjunct = found.get(words, ((), use == "phrase"))
            found[words] = (*before, *entry.ties), adjunct and use == "phrase"
    return found


@cache
def _things(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tokens(form) for form in things(language))


@cache
def _reach(language: str) -> dict[str, int]:
    """How many words the longest phrase has that begins with a word."""
    reach: dict[str, int] = {}
    tables = (classes_of(language), _named(language), verbs.index(language), _things(language))
    for words in (words for table in tables for words in table if len(words) > 1):
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach


def pieces(words: tuple[str, ...], language: str) -> Iterator[Piece]:
    """Words cut into the longest pieces that the lexicon has in a language."""
    place = 0
    while place < len(words):
        longest = min(_reach(language).get(words[place], 1), len(words) - place)
        spans = (words[place : place + length] for length in range(longest, 0, -1))
        found = next((p for span in spans if (p := _piece(span, language)).known), None)
        piece = found or Piece(words[place : place + 1])
        yield piece
        place += len(piece.words)


def _piece(words: tuple[str, ...], language: str) -> Piece:
    classes = classes_of(language).get(words, frozenset())
    ties, adjunct = _named(language).get(words, ((), False))
    forms = verbs.forms(words, language)
    if not classes and words in _things(language):
        classes = frozenset(("thing",))
    if "planned" in classes and not forms:
        forms = tuple(_promises(words, language))
    return Piece(words, classes, ties, forms, adjunct)


def _promises(words: tuple[str, ...], language: str) -> Iterator[VerbForm]:
    """The verb of a phrase such as `pledges to`, where it gives a role by itself."""
    for stop in range(len(words), 0, -1):
        for start in range(stop):
            found = verbs.forms(words[start:stop], language)
            yield from (form for form in found if form.entries)
