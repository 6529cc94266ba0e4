"""What characters the bytes of a web page are."""

import codecs
import re
from pathlib import Path

from partnergraph.errors import ReadError
from partnergraph.readers import text

_SAID = re.compile(
    rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4_096  # bytes; browsers look at 1,024, pages saved by Word say it further down
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_WIDE = ("gb18030", "big5", "shift_jis", "euc_", "iso2022", "utf-16")


def decode(data: bytes, path: Path) -> str:
    """The characters of a page: by its mark, as valid UTF-8, as it says, else as Windows-1252.

    A page that is valid UTF-8 with letters beyond ASCII is that, whatever a single-byte name in it
    says. Raises ReadError for bytes that are no text.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return text.decode(data, path)
    if b"\0" in data[:_LOOKED_AT]:
        return text.decode(data, path)
    said = _said(data)
    for encoding in (said, "utf-8") if said.startswith(_WIDE[:-1]) else ("utf-8", said):
        try:
            return data.decode(encoding).replace("\0", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace").replace("\0", "")


def _said(data: bytes) -> str:
    """The encoding that a page says it has, as browsers take it."""
    found = _SAID.search(data[:_LOOKED_AT])
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name if found else "cp1252"
    except LookupError:
        return "cp1252"
    return "utf-8" if name.startswith("utf-16") else _READ_AS.get(name, name)


def checked(data: bytes, path: Path) -> str:
    """The characters of a page. Raises ReadError where it is empty or another kind of file."""
    if not data.strip():
        raise ReadError(str(path), "the file is empty", "check where it came from")
    if data.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        raise ReadError(
            str(path), "this is not what its ending says", "give it the ending of its format"
        )
    return decode(data, path)
