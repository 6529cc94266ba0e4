"""Running text as words that can be compared: folded, spelled one way, with their places."""

import re
from functools import cache
from typing import NamedTuple

from partnergraph.names.composed import composed
from partnergraph.records.ids import fold
from partnergraph.remembered import by_text

_WORD = re.compile(r"&|[^\W_]+(?:[\u0300-\u036f\u064b-\u0652\u0670]+[^\W_]*)*")
_TO_WORDS = str.maketrans(
    {chr(sign): " " for sign in range(128) if not chr(sign).isalnum()} | {"&": " & "}
)
_JOINTS = re.compile(r"[\s\-\u00ad\u2010-\u2015'’‘]+")
_SPELLINGS = {
    "&": "and",
    "center": "centre",
    "defense": "defence",
    "labor": "labour",
    "organization": "organisation",
    "organizations": "organisations",
    "program": "programme",
}


class Token(NamedTuple):
    """A word of a text as printed, where it begins and ends, and as it is compared."""

    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def key(form: str) -> str:
    """A name as it is looked up: folded, American spellings made British, `&` read as `and`.

    >>> key("International Labor Organization"), key("Côte d’Ivoire"), key("Turks & Caicos")
    ('international labour organisation', 'cote d ivoire', 'turks and caicos')
    """
    if form.isascii():
        words = form.lower().translate(_TO_WORDS).split()
        return " ".join([_SPELLINGS.get(word, word) for word in words])
    return " ".join(filter(None, map(_word_key, _WORD.findall(composed(form).text))))


@by_text
def tokens(text: str) -> list[Token]:
    """The words of a composed text in order.

    >>> [token.key for token in tokens("the Bali Process’ outcome")]
    ['the', 'bali', 'process', 'outcome']
    """
    made: list[Token] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if folded := _word_key(word):
            made.append(Token(word, *match.span(), folded))
    return made


@cache
def _word_key(word: str) -> str:
    folded = fold(word) or word.strip("_")
    return _SPELLINGS.get(folded, folded)


def gap(text: str, left: Token, right: Token) -> str:
    """What stands between two words that is more than space, hyphen or apostrophe.

    >>> one, other = tokens("Guadalajara, Mexico")
    >>> gap("Guadalajara, Mexico", one, other)
    ','
    """
    return _JOINTS.sub("", text[left.end : right.start])
