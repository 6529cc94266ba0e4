"""What stands around capitalised words and says whether they are a name of one thing."""

import re

from partnergraph.mentions.shapes import WORD

_DEFINITE = re.compile(
    r"(?:(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Ll][ae]s?|[Ee]l|[Ll]os|[Dd]el|[Dd]u|[Aa]ux?|[Aa]l)|[’']s?)"
    r" |\b[LlDd][’'])[“\"‘']?$"
)
_INDEFINITE = re.compile(
    r"\b(?:an?|any|each|every|some|such|another|no|new|proposed|possible|potential|un|une|una)"
    r"(?: new| proposed| possible)? [“\"‘']?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r" \([A-Z][\w&/-]{0,13}s\)")
_LISTED_BEFORE = re.compile(rf"{WORD}, $")
_LISTED_BEHIND = re.compile(rf", {WORD}(?:,| and| et| y|\b(?= {WORD} and))| (?:and|et|y) {WORD}")
_JOINS = re.compile(r" (?:and|et|y) ")
_START = re.compile(r"[\s\W\d_]*")
_ORDINARY = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]{3,}")
_NO_CONTENT = frozenset(
    (
        *("with", "from", "into", "through", "between", "among", "towards", "toward", "upon"),
        *("their", "this", "that", "these", "those", "under", "over", "against", "dans", "pour"),
        *("avec", "entre", "para", "sobre"),
    )
)
_FEWEST_SMALL = 4
"""Words in small letters of a sentence that has none of content: *It is set out in the …*."""
_AROUND = 300
"""Characters on either side in which the words of a sentence are looked for."""


def is_definite(text: str, start: int) -> bool:
    """Whether `the`, `del`, `its` or a possessive stands before a place."""
    return bool(_DEFINITE.search(text, max(0, start - 12), start))


def is_one_of_many(text: str, start: int, stop: int) -> bool:
    """Whether words are of a class, or of something to be: `a Facility`, `Strategies (PRSs)`."""
    indefinite = _INDEFINITE.search(text, max(0, start - 24), start)
    return bool(indefinite or _PLURAL.match(text, stop))


def is_torn(text: str, start: int, stop: int, opened: bool) -> bool:
    """Whether words are the end or the beginning of a longer list: `for Safe, Orderly and …`.

    `opened` says whether a complement (`for Safe`) is among them.
    """
    before = _LISTED_BEFORE.search(text, max(0, start - 40), start)
    behind = _LISTED_BEHIND.match(text, stop)
    return bool((before and _JOINS.search(text, start, stop)) or (behind and opened))


def opens(text: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    match = _START.match(text)
    return start <= (match.end() if match else 0)


def in_sentence(text: str, start: int, stop: int) -> bool:
    """Whether the words around are those of a sentence, not of a heading in title case."""
    around = f"{text[max(0, start - _AROUND) : start]} {text[stop : stop + _AROUND]}"
    content = sum(match[0] not in _NO_CONTENT for match in _ORDINARY.finditer(around))
    ended = text.rstrip().endswith((".", ";", "?", "!"))
    return content > 1 or (ended and (content == 1 or _small(around) >= _FEWEST_SMALL))


def _small(words: str) -> int:
    return sum(word.isalpha() and word.islower() for word in words.split())
