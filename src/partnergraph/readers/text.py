"""Plain text: bytes to numbered lines, whatever the encoding, and to blocks by their layout."""

import codecs
import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.errors import ReadError
from partnergraph.readers.layout.lines import blocks_of
from partnergraph.readers.layout.lines.line import split

LARGEST = 64_000_000  # bytes; the longest text of the field that we know of has 2 million
LONGEST_LINE = 1_000_000  # characters; a paragraph typed as one line has some thousand
_MOST_FRONT = 40  # lines of front matter, as static site generators write it
_FIELD = re.compile(r"[A-Za-z][\w -]{0,40}:|\s|-\s|#")
_TITLE = re.compile(r"""title:\s*["']?(.+?)["']?\s*$""", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(data: bytes, path: Path) -> Reading:
    """A text file as blocks; places are `line` and number. `path` is for messages.

    Raises ReadError for one that is empty, binary or too large.
    """
    if len(data) > LARGEST:
        raise ReadError(
            str(path), f"{len(data):,} bytes of text are more than {LARGEST:,}", "split the file"
        )
    content = decode(data, path)
    if not content.strip():
        raise ReadError(str(path), "the file is empty", "check where it came from")
    lines = split(content)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise ReadError(
                str(path),
                f"line {number} has {len(line):,} characters, more than {LONGEST_LINE:,}",
                "break it into lines",
            )
    front = _front(lines)
    titles = [found[1] for line in lines[:front] if (found := _TITLE.match(line))]
    blocks = blocks_of([""] * front + _set_out(lines[front:]))
    return Reading(blocks, title=titles[0] if titles else "", lines=lines)


def _front(lines: Sequence[str]) -> int:
    """How many lines from the first are front matter: fields between two lines of dashes."""
    if lines[0].strip() != "---":
        return 0
    for number, line in enumerate(lines[1 : _MOST_FRONT + 1], start=2):
        if line.strip() in ("---", "..."):
            return number if number > 2 else 0
        if line.strip() and not _FIELD.match(line):
            return 0
    return 0


def _set_out(lines: Sequence[str]) -> list[str]:
    """Lines without the white space that all of them begin with."""
    filled = [line for line in lines if line.strip()]
    ends = zip(min(filled, default=""), max(filled, default=""), strict=False)
    width = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), ends))
    return [line[width:] if line.strip() else line for line in lines]


def decode(data: bytes, path: Path) -> str:
    """The characters of a file: by its byte-order mark, else UTF-8, UTF-16 or Windows-1252.

    Raises ReadError for bytes that are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise ReadError(
                    str(path), f"byte {error.start} is not {encoding}", "save it as UTF-8"
                ) from None
    if b"\0" in data:
        return _unmarked_utf16(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if any(byte < 32 and byte not in b"\t\n\r\f\v\x1b\x1a" for byte in data):
        raise _binary(path)
    return data.decode("cp1252", errors="replace")


def _unmarked_utf16(data: bytes, path: Path) -> str:
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > 0.6 * half and low < 0.05 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise _binary(path)


def _binary(path: Path) -> ReadError:
    return ReadError(str(path), "this is not text", "give it the ending of its real format")
