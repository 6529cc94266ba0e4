"""Plain text and Markdown: bytes to numbered lines, whatever the encoding."""

import codecs
import hashlib
from pathlib import Path

from partnergraph.errors import ReadError
from partnergraph.passage import Text

LARGEST = 64_000_000
LONGEST_LINE = 1_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path) -> Text:
    """A text file as lines. Raises ReadError for one that is empty, binary or too large."""
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadError(
            str(path), f"{size:,} bytes of text are more than {LARGEST:,}", "split the file"
        )
    data = path.read_bytes()
    content = decode(data, path)
    if not content.strip():
        raise ReadError(str(path), "the file is empty", "check where it came from")
    for number, line in enumerate(content.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise ReadError(
                str(path),
                f"line {number} has {len(line):,} characters, more than {LONGEST_LINE:,}",
                "break it into lines",
            )
    return Text.of(content, path, hashlib.sha256(data).hexdigest())


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
