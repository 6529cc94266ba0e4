"""Folders of files that are there whole or not at all, and errors that name the right file."""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from partnergraph.errors import UsageError

_PART = re.compile(r"\.partnergraph\.(\d+)\.part")


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A file to be written as it is told. Raises OSError with its name, a full disk's too."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A place for the files of `folder`, which come to stand there once all are whole.

    What an export that was killed has left there is taken away. Raises UsageError where the
    folder holds anything else, and OSError with the name that a file would have had in it.
    """
    _check(folder)
    place = folder if folder.exists() else folder.parent
    place.mkdir(parents=True, exist_ok=True)
    for entry in filter(_is_left, place.glob(".partnergraph.*.part")):
        shutil.rmtree(entry, ignore_errors=True)
    part = place / f".partnergraph.{os.getpid()}.part"
    try:
        part.mkdir()
        yield part
        _take_in(part, folder)
    except OSError as error:
        error.filename = _as_in(folder, part, error.filename)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    for entry in folder.iterdir() if folder.exists() else ():
        if not _is_left(entry):
            raise UsageError(str(folder), "the folder is not empty", "name a new one with -o")


def _is_left(entry: Path) -> bool:
    """Whether a process that is gone has left this."""
    found = _PART.fullmatch(entry.name)
    return found is not None and not lives(int(found[1]))


def lives(process: int) -> bool:
    """Whether a process of this machine is there, other than this one."""
    if os.name != "posix" or process == os.getpid():
        return False
    with suppress(ProcessLookupError, OverflowError):
        os.kill(process, 0)
        return True
    return False


def _take_in(part: Path, folder: Path) -> None:
    if not folder.exists():
        part.rename(folder)
        return
    for path in sorted(part.iterdir()):
        path.rename(folder / path.name)


def _as_in(folder: Path, part: Path, filename: object) -> str:
    path = Path(os.fsdecode(filename)) if isinstance(filename, (str, bytes)) else folder
    return str(folder / path.relative_to(part)) if path.is_relative_to(part) else str(path)
