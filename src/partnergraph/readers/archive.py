"""A zip archive opened in bounds: what DOCX, ODT, PPTX and XLSX files are.

Nothing is unpacked to disk, no name leads out of the archive, and what one part or all of them
unpack to is bounded before and while they are read.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from partnergraph.errors import ReadError

MOST_PARTS = 20_000  # a deck of 1,000 slides has about 4,000
LARGEST_PART = 128_000_000  # bytes unpacked; the text of the largest paper we know has 30 million
LARGEST_READ = 256_000_000  # bytes unpacked of all parts that are read
LARGEST_WHOLE = 2_000_000_000  # bytes that all parts say they unpack to; films are not packed
HIGHEST_RATIO = 250  # of a part's size to its packed size; XML of sheets reaches 100, deflate 1,032
_SMALL = 16_000_000  # bytes that are no danger whatever they were packed to
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # a compound file: Word 97-2003, or a password around a new one
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError)


class Archive:
    """The parts of a zip archive, by name."""

    def __init__(self, parts: zipfile.ZipFile, path: Path) -> None:
        self._parts, self._path, self._read = parts, path, 0
        self._infos = {_plain(info.filename): info for info in parts.infolist()}
        self._folded = {name.casefold(): name for name in self._infos}

    @classmethod
    def open(cls, data: bytes, path: Path) -> "Archive":
        """The archive that these bytes are; `path` is for messages.

        Raises ReadError where they are none, are damaged or encrypted, or unpack to too much.
        """
        if data.startswith(_OLD_OFFICE):
            raise _compound(data, path)
        if not data.startswith(b"PK"):
            raise ReadError(
                str(path), "this is not what its ending says", "give it the ending of its format"
            )
        try:
            parts = zipfile.ZipFile(BytesIO(data))
        except (*_BROKEN, NotImplementedError) as error:
            raise _damaged(path) from error
        _check(parts.infolist(), path)
        return cls(parts, path)

    @property
    def names(self) -> list[str]:
        """The names of the parts, parted by `/`, without a leading one."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return _plain(name).casefold() in self._folded

    def read(self, name: str) -> bytes:
        """The bytes of a part; upper and lower case are the same in it.

        Raises ReadError where there is none, it is damaged or encrypted, or it is too large.
        """
        info = self._infos.get(self._folded.get(_plain(name).casefold(), ""))
        if info is None:
            raise ReadError(str(self._path), f"it has no part {name}", _WHOLE)
        limit = min(LARGEST_PART, LARGEST_READ - self._read)
        if info.file_size > min(limit, max(_SMALL, info.compress_size * HIGHEST_RATIO)):
            raise _bomb(self._path, info.file_size)
        try:
            with self._parts.open(info) as part:
                data = part.read(limit + 1)
        except (*_BROKEN, NotImplementedError, RuntimeError) as error:
            raise _damaged(self._path) from error
        self._read += len(data)
        return data


def _plain(name: str) -> str:
    """A part's name as most write it; some programs write backslashes, some lead with `/`."""
    return name.replace("\\", "/").lstrip("/")


def _check(infos: Iterable[zipfile.ZipInfo], path: Path) -> None:
    infos = list(infos)
    if len(infos) > MOST_PARTS:
        raise ReadError(
            str(path), f"{len(infos):,} parts are more than {MOST_PARTS:,}", "split the file"
        )
    if any(info.flag_bits & 0x1 for info in infos):
        raise ReadError(str(path), "it is encrypted", "save it without a password")
    whole = sum(info.file_size for info in infos)
    if whole > LARGEST_WHOLE:
        raise _bomb(path, whole)


_WHOLE = "open it in an office program and save it anew"


def _bomb(path: Path, size: int) -> ReadError:
    return ReadError(str(path), f"it unpacks to {size:,} bytes, which is not safe to read", _WHOLE)


def _damaged(path: Path) -> ReadError:
    return ReadError(str(path), "the archive is damaged or cut off", "fetch it again")


def _compound(data: bytes, path: Path) -> ReadError:
    if _ENCRYPTED in data:
        return ReadError(str(path), "it is encrypted", "save it without a password")
    return ReadError(
        str(path),
        "it is encrypted or of an old Office format",
        f"save it as {path.suffix.lower() or '.docx'} without a password",
    )
