"""How words are made comparable: a title's (header, label, heading) and a sentence's."""

import re
from collections.abc import Iterator

from partnergraph.records.ids import fold
from partnergraph.remembered import by_text

_TOKEN = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*[’']?|&")
_ELIDED = re.compile(r"(?:l|d|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)[’']")
_YIES = re.compile(r"y\((?:-?ies)\)")
_SEVERAL = re.compile(r"\(e?s\)|\(ies\)|\(e\)|/s\b|(?<=\w)\(\w{1,3}\)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SIGNED = re.compile(r"[()\[\]/.\d]")
"""What stands in every number, bracket and plural of those above."""
_AS_OF = re.compile(r"\bas (?:of|at) .*$|\bau \d.*$|\bal \d.*$")
_MARK = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)\]]*\s+|(?:[a-z]|[ivx]{1,4})[.)\]]\s+)")
_YEARS = re.compile(r"(?: (?:19|20)\d\d)+$")
LONGEST_TITLE = 160
"""Characters; what is longer is a text and no header, label or heading of a role."""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a sentence as verbs and nouns are looked up: lower case, accents kept.

    >>> tokens("A été co-présidé avec l'appui d’ONU-Femmes")
    ('a', 'été', 'co-présidé', 'avec', 'l’', 'appui', 'd’', 'onu-femmes')
    """
    lowered = text.lower()
    if lowered.isalnum():
        return (lowered,)
    return tuple(_split(lowered.replace("'", "’").replace("‑", "-")))


def _split(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        while "’" in word and (elided := _ELIDED.match(word)):
            yield elided[0]
            word = word[elided.end() :]
        if word:
            yield word if "’" in word and _ELIDED.match(word) else word.rstrip("’")


@by_text
def title(text: str) -> tuple[str, tuple[str, ...]]:
    """A header, label or heading as it is looked up, and what stood in its brackets.

    Counts, years, numbering, emphasis, colons and the `(s)` of a plural are gone.

    >>> title("**Participating States (11):**"), title("2. Co-lead(s)")
    (('participating states', ('11',)), ('co leads', ()))
    """
    if len(text) > LONGEST_TITLE:
        return "", ()
    plain = text.casefold()
    inside: tuple[str, ...] = ()
    if _SIGNED.search(plain):
        plain = _MARK.sub("", _YIES.sub("ies", plain))
        plain = _SEVERAL.sub(lambda found: "s" if "s" in found[0] else "", plain)
        inside = tuple(fold(found[1]) for found in _BRACKETS.finditer(plain))
        plain = _BRACKETS.sub(" ", plain)
    folded = fold(plain)
    return _YEARS.sub("", _AS_OF.sub("", folded).strip()), inside


def singular(words: str) -> str:
    """Words with each plural taken off, for both sides of a comparison.

    >>> singular("lead agencies"), singular("process")
    ('lead agency', 'process')
    """
    return " ".join(map(_singular, words.split()))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word
