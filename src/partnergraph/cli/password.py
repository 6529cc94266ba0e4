"""The password that stands in a file, whatever program wrote it."""

import codecs
from pathlib import Path

from partnergraph.errors import UsageError

_LONGEST = 16_384  # bytes
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def password_in(path: Path) -> str:
    """The one line of a file in UTF-8 or UTF-16, with a byte-order mark or without.

    Raises UsageError for a file that holds no password, more than one line, or no text; OSError
    for one that cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(_LONGEST)
    password = _decoded(data, path).strip()
    if not password or len(password.splitlines()) > 1:
        what = "it holds more than one line" if password else "it holds no password"
        raise UsageError(str(path), what, "write the password there, on one line")
    return password


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError:
        what = "this is no text in UTF-8 or UTF-16"
        raise UsageError(str(path), what, "save the password as UTF-8") from None


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data[1::2].count(0) * 4 > len(data):
        return "utf-16-le"
    return "utf-16-be" if data[0::2].count(0) * 4 > len(data) else "utf-8"
