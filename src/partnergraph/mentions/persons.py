"""Names of persons: how far one reaches, and which words may be one's."""

import re
from collections.abc import Sequence

from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.kinds import ends_a_name
from partnergraph.mentions.naming import LEADING
from partnergraph.mentions.offices import HAS_ROLE, is_kind_word
from partnergraph.mentions.reading import Reading


def is_own(reading: Reading, place: int) -> bool:
    """Whether a word may be one of a person's name: no topic, class, office, body or place."""
    word, told = reading.words[place], lexicon()
    plain = (told.about, told.general, told.classes, told.kinds, told.areas, LEADING)
    return (
        word.capital
        and not word.text.isupper()
        and place not in reading.within_known
        and not reading.names.resolve(word.text, "Country")
        and not told.is_office(word.key)
        and not any(word.key in listed for listed in plain)
    )


def are_own(reading: Reading, start: int, stop: int) -> bool:
    """Whether all words between two places in the text may be one person's name: Ana de la Cruz."""
    places = range(reading.at(start), reading.at(stop))
    return all(is_own(reading, at) or reading.words[at].text.islower() for at in places)


def name_end(text: str, match: re.Match[str]) -> int:
    """Where a name ends; 0 where it is none: an office or a body stands behind the address."""
    words = match["name"].split()
    while words and HAS_ROLE.fullmatch(words[-1].rstrip(".")) and len(words) > 1:
        words.pop()
    words = words[: next((n - 1 for n in range(3, len(words)) if _is_whose(words, n)), None)]
    if len(words) < 2 or any(HAS_ROLE.fullmatch(word) for word in words):
        return 0
    if is_kind_word(words[0]) or any(ends_a_name(word) for word in words[1:]):
        return 0
    stop = match.start("name") + len(" ".join(words))
    return stop - (text[stop - 1] == "." and len(words[-1]) > 3)


def _is_whose(words: Sequence[str], place: int) -> bool:
    """Whether the body begins here that a name goes on to: Awa Diop du *Ministère*."""
    return words[place - 1] in ("de", "du", "del") and is_kind_word(words[place])
