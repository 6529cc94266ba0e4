"""What the beginning of a text tells: that something is to be done, that it is so, a detail.

The words stand in the lexicon: forms of verbs, small words, `details` in `words.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.records.ids import fold

BULLET = re.compile(r"[-–—•▪●◦○■□‣∙·*➢✓\uf0b7](?=\s|$|[^\W\d_])|o(?=\s)")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z])\.(?=\s|$)")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_REFLEXIVE = re.compile(r"^(?:s|se|d|l)[’' ]", re.IGNORECASE)
_NOTE = re.compile(r"[(\[*]?\s*(\w+)\s?(?:bene)?\s?[:\-–]")
_CLAUSE = re.compile(r"[.;:?!](?:\s|$)")
_BEHIND_COMMA = re.compile(r", (?:and |et |y )?([^\W\d_]+)")
_ADVERBS = ("ly", "ment", "mente")
_BEGINNING = 400  # letters in which a clause and the order behind it stand
_EARLY = 12  # words in which a sentence has its verb


@cache
def _small(language: str, *classes: str) -> frozenset[str]:
    return frozenset(word for name in classes for word in lexicon().small(name, language))


@cache
def is_infinitive(word: str, language: str) -> bool:
    """Whether a word is what one begins an order with.

    >>> is_infinitive("Develop", "en"), is_infinitive("Créer", "fr"), is_infinitive("Créer", "en")
    (True, True, False)
    """
    forms = lexicon().verb(_REFLEXIVE.sub("", word.lower()))
    return any(f.language == language and f.tense in ("base", "infinitive") for f in forms)


def language_of(words: Iterable[str]) -> str:
    """The language whose small words a text has most of."""
    counts = Counter(word.lower() for word in words)

    def sum_of(language: str) -> int:
        small = _small(language, "determiner", "preposition", "conjunction")
        return sum(count for word, count in counts.items() if word in small)

    return max(LANGUAGES, key=sum_of)


@cache
def orders(text: str, language: str) -> bool:
    """Whether a text says what to do: a verb first, or behind a clause that leads to it.

    >>> orders("Better understand migration.", "en")
    True
    >>> orders("In host countries, provide incentives.", "en")
    True
    >>> orders("These centres could help.", "en"), orders("In addition, banks can help.", "en")
    (False, False)
    """
    words = _WORD.findall(text[:_BEGINNING])
    if not words or opens_details(text, language):
        return False
    first = words[0].lower()
    if is_infinitive(first, language):
        return True
    adverb = first in _small(language, "adverb") or first.endswith(_ADVERBS)
    if adverb and len(words) > 1 and is_infinitive(words[1], language):
        return True
    if not _leads(first, language):
        return False
    clause = _CLAUSE.split(text, maxsplit=1)[0]
    return any(is_infinitive(word, language) for word in _BEHIND_COMMA.findall(clause))


def _leads(word: str, language: str) -> bool:
    """Whether a clause begins with a word: a preposition, a gerund."""
    gerund = any(f.language == language and f.tense == "gerund" for f in lexicon().verb(word))
    return gerund or word in _small(language, "preposition", "adverb")


@cache
def opens_details(text: str, language: str) -> bool:
    """Whether a text goes on about what stands before it: an example, a list's announcement.

    >>> opens_details("For example, banks could help.", "en")
    True
    >>> opens_details("Develop databases", "en")
    False
    """
    return bool(_openers(language).match(fold(text[: _BEGINNING // 4])))


@cache
def _openers(language: str) -> re.Pattern[str]:
    phrases = map(re.escape, map(fold, lexicon().small("details", language)))
    return re.compile(rf"(?:{'|'.join(phrases)})(?= )")


@cache
def tells(text: str, language: str) -> bool:
    """Whether a first sentence says how it is, will or could be: it has a finite verb early on."""
    if orders(text, language):
        return False
    words = [w.lower() for w in _WORD.findall(_CLAUSE.split(text, maxsplit=1)[0])[:_EARLY]]
    finite = _small(language, "auxiliary", "modal", "planned")
    return any(word in finite for word in words[1:])


def is_note(text: str) -> bool:
    """Whether a text is a note to what stands before it: `Note: …`."""
    head = _NOTE.match(text)
    return bool(head) and head is not None and fold(head[1]) in _notes()


@cache
def _notes() -> frozenset[str]:
    return frozenset(w for language in LANGUAGES for w in lexicon().small("note", language))


def links(word: str, language: str) -> bool:
    """Whether a sentence cannot end with a word: an article, a preposition, an `and`."""
    return word.lower() in _small(language, "determiner", "preposition", "conjunction")
