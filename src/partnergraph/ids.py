"""Stable identifiers: `label:slug`, the same in every run and for every order of loading."""

import re
import unicodedata

_LONGEST = 60
_WORDS = re.compile(r"[^\W_]+")
_UNFOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "’": "'", "‘": "'"}
)


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, no punctuation, single spaces.

    >>> fold("Côte d’Ivoire"), fold("UN-DESA"), fold(" 5 plus 5 ")
    ('cote d ivoire', 'un desa', '5 plus 5')
    """
    bare = text.casefold()
    if not bare.isascii():
        spelled = unicodedata.normalize("NFKD", bare.translate(_UNFOLDED))
        bare = "".join(c for c in spelled if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(bare))


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
