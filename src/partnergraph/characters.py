"""Which characters may be shown, and how many columns they take."""

import re
import unicodedata

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Text on one line, with control characters and bidi overrides made visible.

    >>> plain("a\n b\x1b[31m\u202ec")
    'a b\\x1b[31m\\u202ec'
    """
    return safe(" ".join(text.split()))


def safe(text: str) -> str:
    r"""Text whose spaces are kept, with control characters and bidi overrides made visible.

    >>> safe("  a\tb\x07")
    '  a b\\x07'
    """
    return _UNSAFE.sub(lambda match: escaped(match[0], short=True), text.replace("\t", " "))


def escaped(char: str, short: bool = False) -> str:
    r"""A character as the escape that Python and JSON have for it.

    >>> escaped("\x9b"), escaped("\x9b", short=True)
    ('\\u009b', '\\x9b')
    """
    code = ord(char)
    return f"\\x{code:02x}" if short and code < 256 else f"\\u{code:04x}"


def unsafe_escaped(json_text: str) -> str:
    """JSON text whose unsafe characters are written as escapes: the same data."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else escaped(match[0]), json_text)


def cells(text: str) -> int:
    r"""How many columns a text takes: East Asian wide characters two, combining ones none.

    >>> cells("IOM"), cells("国際移住"), cells("e\u0301")
    (3, 8, 1)
    """
    return len(text) if text.isascii() else sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Text that takes at most `width` columns, ended by an ellipsis where it was longer.

    >>> cut("partnership", 8), cut("国際移住機関", 6), cut("IOM", 3)
    ('partner…', '国際…', 'IOM')
    """
    if cells(text) <= width:
        return text
    kept, room = [], width - 1
    for char in text:
        room -= _cells_of(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…" if width > 0 else ""


def padded(text: str, width: int, right: bool = False) -> str:
    """Text filled up with spaces to `width` columns, on its left where it is `right`-aligned."""
    space = " " * (width - cells(text))
    return space + text if right else text + space
