"""The files that are to be loaded: those named, and the plain ones of folders."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partnergraph import readers
from partnergraph.errors import ReadError
from partnergraph.records.ids import slug

JSONL = ".jsonl"
_Identity = tuple[int, int] | Path
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


_BARRED = "permission denied"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A path of a folder that is not read, and why; `failed` where it should have been."""

    path: str
    why: str
    failed: bool = False

    @classmethod
    def barred(cls, path: Path) -> "LeftOut":
        """A path that its rights keep from being read."""
        return cls(str(path), f"{path}: {_BARRED}; check its rights", failed=True)


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read, and its path below the folder that was named.

    `shown` is the path it goes by, in text; it differs where the file's own name is none. What
    standard input held does not stay where it is.
    """

    path: Path
    below: Path
    shown: Path
    stays: bool = True

    @classmethod
    def at(cls, path: Path, folder: Path | None = None) -> "File":
        """A file that was named itself, or stands in a folder that was."""
        shown = Path(_text(path))
        return cls(path, shown.relative_to(_text(folder)) if folder else Path(shown.name), shown)

    @property
    def is_document(self) -> bool:
        """Whether it is read as a document; a graph in JSON Lines is taken as it is."""
        return self.shown.suffix.lower() != JSONL

    def slugs(self) -> Iterator[str]:
        """What its Document may be called: its path, else with its ending, else its folder."""
        whole = self.below.with_suffix("").as_posix()
        yield slug(whole)
        yield slug(f"{whole} {self.shown.suffix}")
        if self.stays:
            folder = Path(_text(self.path.absolute())).parent.name
            yield slug(f"{folder} {whole}")
            yield slug(f"{folder} {whole} {self.shown.suffix}")

    def known_as(self, other: str) -> str:
        """Its path below the folder that was named, with that folder where `other` is the same."""
        named = self.below.as_posix()
        return (
            f"{Path(_text(self.path.absolute())).parent.name}/{named}" if named == other else named
        )


def files(paths: Iterable[Path | str | File]) -> Iterator[File | LeftOut]:
    """The files that paths mean, and what is left out of folders, in order.

    Raises ReadError for a path that is missing, for one that is no plain file and for a folder
    where nothing can be read.
    """
    for path in paths:
        if isinstance(path, File):
            yield path
        elif not _existing(path).is_dir():
            see_plain(Path(path), "name a file, or read it with: load -")
            yield File.at(Path(path))
        else:
            yield from _of_folder(Path(path))


def see_plain(path: Path, todo: str) -> None:
    """See that a path is a plain file. Raises ReadError for a pipe, a socket and a device."""
    if kind := _special(path):
        raise ReadError(str(path), f"this is {kind}", todo)


def _of_folder(folder: Path) -> Iterator[File | LeftOut]:
    found = list(_chosen(folder))
    if not any(isinstance(item, File) for item in found):
        if any(isinstance(item, LeftOut) and item.failed for item in found):
            raise ReadError(str(folder), _BARRED, "check its rights")
        endings = ", ".join([*readers.endings(), JSONL])
        what = "nothing in this folder can be read"
        raise ReadError(str(folder), what, f"put in {endings} files")
    yield from found


def _chosen(folder: Path) -> Iterator[File | LeftOut]:
    for path, why in sorted(_walk(folder)):
        file = File.at(path, folder)
        if (why or (why := _special(path))) == _BARRED:
            yield LeftOut.barred(file.shown)
        elif why:
            yield LeftOut(str(file.shown), f"{why}: only files are read")
        elif _is_readable(path):
            yield file
        else:
            ending = file.shown.suffix or "its missing ending"
            yield LeftOut(str(file.shown), f"no reader takes {ending}")


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """The paths in a folder and its folders, linked ones once, with why one is not followed."""
    seen: set[_Identity] = set()
    above = {_identity(parent) for parent in folder.resolve().parents}
    starts = [folder]
    while starts:
        links: list[Path] = []
        for start in starts:
            if _identity(start) in seen | above:
                yield start, "a link to a folder that is read already"
            else:
                yield from _plainly(start, seen, links)
        starts = links


def _plainly(start: Path, seen: set[_Identity], links: list[Path]) -> Iterator[tuple[Path, str]]:
    """The paths in a folder and those in it that are no links; it notes which it has `seen`."""
    barred: list[OSError] = []
    for root, folders, found in os.walk(start, onerror=barred.append):
        seen.add(_identity(Path(root)))
        inside = [Path(root, name) for name in sorted(folders) if not name.startswith(".")]
        linked = {path for path in inside if os.path.islink(path)}  # noqa: PTH114 - never fails
        links += sorted(linked)
        folders[:] = [
            path.name for path in inside if path not in linked and _identity(path) not in seen
        ]
        yield from ((Path(root, name), "") for name in found if not name.startswith("."))
    yield from ((Path(error.filename), _BARRED) for error in barred)


def _identity(path: Path) -> _Identity:
    """What tells a folder from others, whatever links lead to it; its path where it is closed."""
    try:
        found = path.stat()
    except PermissionError:
        return path
    return found.st_dev, found.st_ino


def _special(path: Path) -> str:
    """What a path is that is no plain file; empty for one that is."""
    try:
        mode = path.stat().st_mode
    except PermissionError:
        return _BARRED
    except OSError:
        return "a link that leads nowhere"
    if stat.S_ISREG(mode):
        return ""
    return next((what for is_kind, what in _KINDS if is_kind(mode)), "no file")


def _existing(path: Path | str) -> Path:
    if not os.fspath(path):
        raise ReadError("load", "an empty path was given", "name a file or folder")
    if not Path(path).exists():
        raise ReadError(str(path), "there is no such file or folder", "check the path")
    return Path(path)


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() == JSONL or readers.is_readable(path)


def _text(path: Path) -> str:
    """A path as text: a name in it that is not UTF-8 is read as Windows would."""
    return os.fspath(Path(*map(_name, path.parts)))


def _name(part: str) -> str:
    try:
        part.encode()
    except UnicodeEncodeError:
        return os.fsencode(part).decode("cp1252", "replace")
    return part
