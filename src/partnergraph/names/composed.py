"""A text as names are matched in it: what nobody sees is absent, what is cut up is composed.

Zero-width characters, soft hyphens, byte-order and direction marks, variation selectors and control
characters are left out; accents printed apart, ligatures and full-width letters become the letters
they are; hyphens, spaces and apostrophes become the plain ones; a raised number (a note's mark)
becomes a space. Letters of another script stay what they are: `И` is no `N`. Every place can be
taken back to the text as printed.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from partnergraph.remembered import by_text

_SOFT = "\u00ad"
_LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2043\u2212", "-")
    | dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
    | dict.fromkeys("\u202f\u205f\u3000", " ")
    | dict.fromkeys("`\u00b4\u02b9\u02bb\u02bc\u02c8\u2032\ua78c\uff07", "’")
)
"""One character for one, so that no place moves."""

# Whatever is left out, composed or spelled otherwise: combining marks, format and control
# characters, selectors, compatibility forms of the Latin and Arabic scripts, surrogate planes.
_MOVED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u00b2\u00b3\u00b9\u0300-\u036f\u061c"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2070-\u209c\u20d0-\u20ff\u2100-\u214f\u3164\ufb00-\ufb06\ufb50-\ufdff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\uff5e\uffa0\U0001d400-\U0001d7ff\U000e0000-\U000e01ef]"
)
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")


class Composed(NamedTuple):
    """A composed text and, where places moved, where each of its characters stands in print."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, stop: int) -> tuple[int, int]:
        r"""The place in the printed text of `text[start:stop]`.

        >>> made = composed("by UN\u200bHCR")
        >>> made.text, made.span(3, 8)
        ('by UNHCR', (3, 9))
        """
        if start >= stop:
            at = self.starts[start] if start < len(self.text) else self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[stop - 1]


@by_text
def composed(text: str) -> Composed:
    """A text as names are matched in it."""
    plain = text if text.isascii() and "`" not in text else text.translate(_PLAIN)
    if not _MOVED.search(plain):
        return Composed(plain, range(len(plain)), range(1, len(plain) + 1))
    pieces = list(_pieces(plain))
    starts = [start for piece, start, _ in pieces for _ in piece]
    ends = [end for piece, _, end in pieces for _ in piece]
    return Composed("".join(piece for piece, _, _ in pieces), starts, ends)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Each letter with its marks as it is composed, and its place."""
    place = 0
    while place < len(text):
        start, letter = place, text[place]
        place += 1
        if _is_unseen(letter):
            if letter == _SOFT:
                place = _behind_cut(text, place)
            continue
        end, marks = place, ""
        while place < len(text) and (_is_mark(text[place]) or _is_unseen(text[place])):
            if _is_unseen(text[place]):
                if text[place] == _SOFT:
                    break
                place += 1
                continue
            marks += text[place]
            place += 1
            end = place
        yield unicodedata.normalize("NFC", _spelled(letter) + marks), start, end


def _behind_cut(text: str, place: int) -> int:
    """Where a word cut by a soft hyphen goes on: behind the line's end."""
    on = place
    while on < len(text) and text[on].isspace():
        on += 1
    ended = any(sign in _LINE_ENDS for sign in text[place:on])
    return on if ended and on < len(text) and text[on].isalpha() else place


@cache
def _is_unseen(letter: str) -> bool:
    if letter in _FILLERS or "\ufe00" <= letter <= "\ufe0f" or letter >= "\U000e0100":
        return True
    category = unicodedata.category(letter)
    return category == "Cf" or (category == "Cc" and not letter.isspace())


@cache
def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0


@cache
def _spelled(letter: str) -> str:
    """What a letter of a form of its own (ligature, full width) is; a raised number is a space."""
    form = unicodedata.decomposition(letter).partition(" ")[0]
    if not form.startswith("<"):
        return letter
    if form in _KEPT_FORMS:
        return " " if form == "<super>" else letter
    return unicodedata.normalize("NFKC", letter)
