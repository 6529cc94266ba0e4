"""Stable identifiers: `label:slug`, the same in every run and for every order of loading."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from partnergraph.remembered import by_text

_LONGEST = 60
_WORDS = re.compile(r"[^\W_]+")
_PARTED = str.maketrans({chr(sign): " " for sign in range(128) if not chr(sign).isalnum()})
_UNFOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "’": "'", "‘": "'"}
    | dict.fromkeys("“”–—•", " ")
)


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, no punctuation, single spaces.

    >>> fold("Côte d’Ivoire"), fold("UN-DESA"), fold(" 5 plus 5 ")
    ('cote d ivoire', 'un desa', '5 plus 5')
    """
    return text.lower() if text.isascii() and text.isalnum() else _folded(text)


@by_text
def _folded(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare.translate(_UNFOLDED))
    if bare.isascii():
        return bare if bare.isalnum() else " ".join(bare.translate(_PARTED).split())
    bare = "".join([c for c in bare if not unicodedata.combining(c)])
    return " ".join(_WORDS.findall(bare))


def accented(folded: str) -> str:
    """A pattern of texts that fold to this, whatever their case and accents.

    >>> [bool(re.search(accented("cote"), text)) for text in ("la CÔTE d’Ivoire", "cotton")]
    [True, False]
    >>> bool(re.search(accented("strasse"), "Straße"))
    True
    """
    letters = _letters()
    parts = re.findall("|".join([*_joined(letters), "."]), folded)
    return "".join(f"(?:{letters.get(part, part)})[\u0300-\u036f]*" for part in parts)


def _joined(letters: Mapping[str, str]) -> list[str]:
    return [letter for letter in letters if len(letter) > 1]


@cache
def _letters() -> Mapping[str, str]:
    """For each letter, and pair that one character folds to, a pattern of what folds to it."""
    found: dict[str, list[str]] = {}
    for code in (*range(0x41, 0x180), *range(0x1E00, 0x1F00)):
        folded = fold(chr(code))
        if folded.isascii() and 0 < len(folded) < len("abc"):
            found.setdefault(folded, []).append(chr(code))
    single = {key: "|".join(chars) for key, chars in found.items() if len(key) == 1}
    pairs = {
        key: "|".join([*chars, "".join(f"(?:{single[letter]})" for letter in key)])
        for key, chars in found.items()
        if len(key) > 1 and " " not in key
    }
    return {**pairs, **single}


def slug(text: str) -> str:
    """The part of an id after its colon: ASCII words joined by `-`.

    A text that is long or does not survive folding to ASCII ends in a hash of the whole, so that
    two texts never share a slug by being cut.

    >>> slug("Bali Process")
    'bali-process'
    >>> slug("الأردن")
    'x-53eb70cf'
    """
    folded = fold(text)
    ascii_words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if folded.replace(" ", "-") == ascii_words and len(ascii_words) <= _LONGEST and ascii_words:
        return ascii_words
    import hashlib

    digest = hashlib.sha256(folded.encode() or text.encode()).hexdigest()[:8]
    head = ascii_words[:_LONGEST].rsplit("-", 1)[0] if len(ascii_words) > _LONGEST else ascii_words
    return f"{head or 'x'}-{digest}"


def make_id(label: str, *parts: str) -> str:
    """`label:slug`, with the codes of a document's part behind a slash.

    >>> make_id("Topic", "gfmd-2007-activities-matrix", "1c")
    'topic:gfmd-2007-activities-matrix/1c'
    """
    return f"{label.lower()}:{'/'.join(parts)}"
