"""The formats there are, which of them a file is, and reading it."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from partnergraph.document.document import Document
from partnergraph.errors import ReadError

if TYPE_CHECKING:
    from partnergraph.document.blocks import Reading

LARGEST = 256_000_000  # bytes; the largest paper of the field that we know of has 40 million
_BEGINNING = 1024  # bytes that tell a format: a PDF's mark may stand behind some of a mail's
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of file.

    `what` it is called, its `endings`, the function that `reads` it (`module:function`, of a
    file's bytes and of its path, which is for messages only), an example of the `place` that its
    locators count. A file is of this format that begins with one of `begins`, or is a zip archive
    that `holds` a part of such a name; a format without either is known by its endings alone.
    """

    what: str
    endings: tuple[str, ...]
    reads: str
    place: str
    begins: tuple[bytes, ...] = ()
    holds: str = ""


FORMATS: Mapping[str, Format] = {
    "pdf": Format("PDF", (".pdf",), "partnergraph.readers.pdf:read", "page 3", (b"%PDF-",)),
    "docx": Format(
        "Word document",
        (".docx",),
        "partnergraph.readers.docx:read",
        "paragraph 12, table 2 row 4",
        holds="word/",
    ),
    "odt": Format(
        "OpenDocument text",
        (".odt",),
        "partnergraph.readers.odt:read",
        "paragraph 12, table 2 row 4",
        holds="application/vnd.oasis.opendocument.text",
    ),
    "pptx": Format("slides", (".pptx",), "partnergraph.readers.pptx:read", "slide 3", holds="ppt/"),
    "xlsx": Format(
        "workbook",
        (".xlsx", ".xlsm"),
        "partnergraph.readers.xlsx:read",
        "sheet Data row 17",
        holds="xl/",
    ),
    "html": Format(
        "web page",
        (".html", ".htm"),
        "partnergraph.readers.html:read",
        "paragraph 12, table 2 row 4",
        begins=(b"<!doctype html", b"<html"),
    ),
    "md": Format("Markdown", (".md",), "partnergraph.readers.markdown:read", "line 12"),
    "csv": Format("table as text", (".csv", ".tsv"), "partnergraph.readers.csv:read", "row 17"),
    "txt": Format("plain text", (".txt", ".text"), "partnergraph.readers.text:read", "line 12"),
}


def read(path: Path) -> Document:
    """A file as a document. Raises ReadError for one that cannot be read as what it is."""
    size = path.stat().st_size
    if size > LARGEST:
        raise ReadError(str(path), f"{size:,} bytes are more than {LARGEST:,}", "split the file")
    data = path.read_bytes()
    form = FORMATS[recognised(data, path)]
    module, _, function = form.reads.partition(":")
    reader: Callable[[bytes, Path], Reading] = getattr(import_module(module), function)
    return Document(path, hashlib.sha256(data).hexdigest(), reader(data, path))


def recognised(data: bytes, path: Path) -> str:
    """The name of the format that a file is: by its first bytes, else by its ending.

    Raises ReadError where no reader takes it, or where its bytes are not what its ending says.
    """
    by_bytes, by_ending = _by_bytes(data), _by_ending(path)
    if by_bytes and not (by_bytes == "html" and by_ending == "md"):
        return by_bytes
    if not data.strip(_BLANK):
        raise ReadError(str(path), "the file is empty", "check where it came from")
    if data.startswith(_OLE):
        what = "this is a file of an old Office program, or one with a password"
        raise ReadError(str(path), what, "save it without a password in today's format")
    if by_ending is None:
        raise ReadError(
            str(path),
            f"no reader takes {path.suffix or 'a file without an ending'}",
            f"give one of {' '.join(endings())} or .jsonl",
        )
    form = FORMATS[by_ending]
    if (form.holds or form.begins) and by_ending != "html" and not data.startswith(b"PK"):
        what = f"these are not the bytes of a {form.what}, though its name ends in {path.suffix}"
        raise ReadError(str(path), what, "give it the ending of its real format, or save it anew")
    return by_ending


def is_readable(path: Path) -> bool:
    """Whether a reader takes a file, by its ending or, where that says nothing, its first bytes."""
    if _by_ending(path):
        return True
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
            if not beginning.startswith(_ZIP):
                return _by_bytes(beginning) is not None
            file.seek(0)
            return _inside(file) is not None
    except OSError:
        return False


def endings() -> list[str]:
    """The endings of all formats, in their order."""
    return [ending for form in FORMATS.values() for ending in form.endings]


def _by_ending(path: Path) -> str | None:
    ending = path.suffix.lower()
    return next((name for name, form in FORMATS.items() if ending in form.endings), None)


def _by_bytes(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        return _inside(io.BytesIO(data))
    beginning = data[:_BEGINNING]
    if b"%PDF-" in beginning:
        return "pdf"
    text = beginning.lstrip(_BLANK).lower()
    for name, form in FORMATS.items():
        if form.begins and text.startswith(form.begins):
            return name
    return None


def _inside(file: io.BytesIO | io.BufferedReader) -> str | None:
    """The format of a zip archive, by the names of its parts or by its first one's content."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            first = archive.read("mimetype")[:_BEGINNING] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, OSError, EOFError):
        return None
    for name, form in FORMATS.items():
        if form.holds and (
            first.decode("ascii", "replace").strip() == form.holds
            or any(part.startswith(form.holds) for part in names)
        ):
            return name
    return None
