"""Tables that are as wide as the screen: texts wrap, and nothing of them is lost."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from partnergraph.characters import cells
from partnergraph.screen.terminal import colours, width

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console, RenderableType

_GAP = 2
_LEAST = 12
_WHOLE = 40


def write(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    out: TextIO,
    numbers: Sequence[bool] = (),
    indent: int = 0,
) -> None:
    """Write rows of texts under their headings; columns of `numbers` stand on the right.

    Where a row takes several lines, an empty one parts it from the next. Where the screen is too
    narrow for the columns, each row is a list of its headings and texts.
    """
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return
    right = [*numbers, *[False] * len(headings)][: len(headings)]
    room = width() - indent
    if not _fits(headings, rows, room):
        _write_lists(headings, rows, out)
        return
    table = Table(
        box=_ruled(out),
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        leading=int(_wraps(headings, rows, room)),
        header_style="bold",
        border_style="dim",
    )
    widths = _widths(headings, rows, room)
    for heading, is_number, each in zip(headings, right, widths, strict=True):
        table.add_column(
            Text(heading),
            justify="right" if is_number else "left",
            overflow="fold",
            width=each,
        )
    for row in rows:
        table.add_row(*map(Text, row))
    _print(Padding(table, (0, 0, 0, indent)), out)


def say(text: str, out: TextIO, style: str = "") -> None:
    """Write a paragraph, wrapped at words."""
    from rich.text import Text

    _print(Text(text, style=style), out)


def _print(what: "RenderableType", out: TextIO) -> None:
    console = _console(out)
    with console.capture() as said:
        console.print(what)
    out.writelines(f"{line.rstrip()}\n" for line in said.get().splitlines())


def _ruled(out: TextIO) -> "Box":
    """A line under the headings, and nothing else."""
    from rich.box import Box

    line = "─" if "utf" in (out.encoding or "").lower() else "-"
    return Box(f"    \n    \n {line}{line} \n    \n    \n    \n    \n    \n")


def _console(out: TextIO) -> "Console":
    """What draws for a stream, as wide as the screen, coloured where that can be."""
    from rich.console import Console

    coloured = colours(out)
    return Console(
        file=out,
        width=width(),
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _natural(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max(cells(line) for text in column for line in text.split("\n"))
        for column in zip(headings, *rows, strict=True)
    ]


def _wraps(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> bool:
    """Whether a text of a row takes several lines; headings may."""
    words = [max(heading.split(), key=cells, default="") for heading in headings]
    lines = any("\n" in text for row in rows for text in row)
    return lines or sum(_natural(words, rows)) + _GAP * (len(headings) - 1) > room


def _fits(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> bool:
    """Whether each column has room to be read in."""
    least = (min(_LEAST, natural) for natural in _natural(headings, rows))
    return sum(least) + _GAP * (len(headings) - 1) <= room


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide the columns are: long words, names of files, stay whole where there is room."""
    natural = _natural(headings, rows)
    room -= _GAP * (len(natural) - 1)
    words = [
        max(cells(word) for text in column for word in [*text.split(), ""])
        for column in zip(headings, *rows, strict=True)
    ]
    small = [min(_LEAST, own) for own in natural]
    names = [
        own if own == word <= _WHOLE else few
        for own, word, few in zip(natural, words, small, strict=True)
    ]
    whole = [word if word <= _WHOLE else _LEAST for word in words]
    widths = next((each for each in (whole, names) if sum(each) <= room), small)
    while (left := room - sum(widths)) > 0:
        wanting = [at for at, own in enumerate(natural) if widths[at] < own]
        if not wanting:
            break
        narrowest = min(wanting, key=lambda at: widths[at])
        widths[narrowest] += min(left, 1)
    return widths


def _write_lists(headings: Sequence[str], rows: Sequence[Sequence[str]], out: TextIO) -> None:
    for index, row in enumerate(rows):
        if index:
            out.write("\n")
        for heading, text in zip(headings, row, strict=True):
            if text:
                say(f"{heading}: {text}", out)
