"""What a terminal can show: how wide words are, which characters are safe, whether to colour."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_STYLES = {"bold": "1", "dim": "2", "mark": "1;4", "red": "31", "green": "32"}
_WITHOUT_TERMINAL = (100, 24)
_PIECES = re.compile(r"\s*\S+\s*|\s+")
_LEAST = 20


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


def hanging(parts: Iterable[tuple[str, str]], head: str, stream: TextIO) -> Iterator[str]:
    """Parts of a text, each with its style, as lines no wider than the terminal.

    The first line begins with `head`, the others below its end.
    """
    room = max(width() - cells(head), _LEAST)
    line, used = head, 0
    for text, style in parts:
        for piece in _PIECES.findall(text):
            if used and used + cells(piece.rstrip()) > room:
                yield line.rstrip()
                line, used, piece = " " * cells(head), 0, piece.lstrip()
            line += styled(piece, style, stream) if style and piece else piece
            used += cells(piece)
    yield line.rstrip()


def wrapped(text: str, head: str = "", style: str = "", stream: TextIO | None = None) -> list[str]:
    """A text as lines no wider than the terminal, the first one behind `head`."""
    return list(hanging([(text, style)], head, stream or sys.stdout))


def width() -> int:
    """The columns there are: COLUMNS, the terminal's, or 100 where there is none."""
    return shutil.get_terminal_size(_WITHOUT_TERMINAL).columns


def colours(stream: TextIO) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream.isatty()


def styled(text: str, style: str, stream: TextIO) -> str:
    """Text in a style (`bold`, `dim`, `mark`, `red`, `green`) where the stream has colours."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colours(stream) else text


def note(message: str) -> None:
    """Say something that is no answer: a line on standard error."""
    line = plain(message)
    lines = wrapped(line) if sys.stderr.isatty() else [line]
    sys.stderr.writelines(f"{each}\n" for each in lines)
