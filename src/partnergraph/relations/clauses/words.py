"""The words of a text as a sentence is read by them, and the language that they tell."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from partnergraph.lexicon import verbs
from partnergraph.lexicon.data import LANGUAGES, small, small_set
from partnergraph.lexicon.things import things

AS = frozenset(("as", "como", "comme"))

OF = frozenset(("of", "de", "du", "del", "d’", "des"))
UNTIL = frozenset(("until", "till", "jusqu’à", "jusqu’", "hasta"))

_ACTS = ("tion", "sion", "ment", "ance", "ing", "al", "ción", "miento")
"""How nouns end that name what somebody does."""

_WORD = re.compile(
    r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\w)|\d+(?:\.\d+)+(?!\w)|[^\W_]+(?:[’'‑-][^\W_]+)*[’']?|&|[^\w\s]"
)

_ELIDED = re.compile(r"(?:l|d|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)[’']")

_LATEST = 16  # texts; a sentence is asked for its language, its headline and its tokens in turn

_SMALL = 3  # letters; articles and prepositions have small ones in a headline too

_FEWEST = 4  # words

_MOSTLY = 0.7  # of the words of a headline; names fill up to half of a sentence's


class Word(NamedTuple):
    """A word in lower case, and where it stands."""

    start: int
    stop: int
    text: str


@lru_cache(_LATEST)
def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text in lower case; an elided word keeps its apostrophe."""
    return tuple(_words_of(text))


def _words_of(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0].lower()
        if word.isalnum():
            yield Word(start, start + len(word), word)
            continue
        word = word.replace("'", "’").replace("‑", "-")
        while "’" in word and (elided := _ELIDED.match(word)):
            yield Word(start, start + elided.end(), elided[0])
            start, word = start + elided.end(), word[elided.end() :]
        if word:
            owned = word.removesuffix("’s").rstrip("’")
            yield Word(start, start + len(word), owned or word)


@cache
def _tells(language: str) -> frozenset[str]:
    """The small words that tell a language from the others."""
    mine = _smallest(language)
    others = (_smallest(other) for other in LANGUAGES if other != language)
    return mine - frozenset().union(*others)


@cache
def _smallest(language: str) -> frozenset[str]:
    names = ("determiner", "preposition", "auxiliary", "conjunction", "relative")
    return frozenset(w for name in names for w in small(name, language) if " " not in w)


def language_of(text: str, otherwise: str = "en") -> str:
    """The language of some words, by their small ones; another where they do not say.

    >>> language_of("La réunion a été financée par la Banque"), language_of("IOM hosted it")
    ('fr', 'en')
    """
    words = [word.text for word in words_of(text)]
    counts = {each: sum(map(_tells(each).__contains__, words)) for each in LANGUAGES}
    most = max(LANGUAGES, key=lambda each: counts[each])
    return most if counts[most] else otherwise


def is_act(word: str, language: str) -> bool:
    """Whether a word names what somebody does: a workshop on *ratification* by Mexico.

    >>> is_act("ratification", "en"), is_act("migration", "en")
    (True, False)
    """
    return word.endswith(_ACTS) and word not in small_set("matter", language)


def uncapped(text: str, language: str) -> str:
    """A text without the capital of a verb that begins it, or that a headline gives its verb.

    `asistieron Guatemala y Honduras`, `India leads First Colombo Process Meeting`
    """
    first = next(iter(words_of(text)), None)
    if first is None or first.start:
        return text
    finite = any(form.finite for form in verbs.forms((first.text,), language))
    at = 0 if finite and language != "en" else _headline_verb(text, language)
    return text if at < 0 else text[:at] + text[at].lower() + text[at + 1 :]


def _headline_verb(text: str, language: str) -> int:
    """Where the verb of a headline in capitals begins; -1 where a text is none."""
    words = [word for word in words_of(text) if word.stop - word.start > _SMALL]
    capitals = sum(text[word.start].isupper() for word in words)
    if len(words) < _FEWEST or capitals < len(words) * _MOSTLY or text.endswith("."):
        return -1
    for word in words[1:]:
        forms = verbs.forms((word.text,), language)
        does = any(form.finite and form.tense != "base" and form.entries for form in forms)
        if does and text[word.start].isupper() and word.text not in things(language):
            return word.start
    return -1
