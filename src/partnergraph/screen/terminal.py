"""What a terminal can show: how wide it is, whether to colour, lines that fit."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from partnergraph.characters import cells, plain

_STYLES = {"bold": "1", "dim": "2", "mark": "1;4", "red": "31", "green": "32"}
_WITHOUT_TERMINAL = (100, 24)
_PIECES = re.compile(r"\s*\S+\s*|\s+")
_LEAST = 20


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
