"""What the Document of a file is called, so that two files never take each other's place."""

import os
from pathlib import Path
from typing import NamedTuple

from partnergraph.errors import ReadError
from partnergraph.pipeline.files import File
from partnergraph.records.ids import make_id
from partnergraph.store.writer import Writer

_STANDARD_INPUT = b"-"


class Name(NamedTuple):
    """The slug of a file's Document, the place that is noted with it, and what is odd about it."""

    slug: str
    place: bytes
    why: str

    @property
    def document(self) -> str:
        """The id of the Document."""
        return make_id("Document", self.slug)


def named(file: File, writer: Writer) -> Name:
    """What a file's Document is called: as before, else the first name that no other file has.

    One that stands elsewhere now, its old place being empty, is the same file. Raises ReadError
    where all names are taken.
    """
    folder = Path(writer.name).resolve().parent
    place = _place(file, folder)
    slugs = list(dict.fromkeys(file.slugs()))
    usual = make_id("Document", slugs[0])
    if file.stays and (known := writer.standing(place)):
        name = Name(known.partition(":")[2], place, "")
        return name._replace(why="" if known == usual else _other(usual, known, writer))
    for slug in slugs:
        name = Name(slug, place, "")
        owner = writer.owner(name.document)
        if owner is None or (owner.file == file.shown.name and owner.place in (None, place)):
            return name._replace(why="" if slug == slugs[0] else _other(usual, name.document))
        if owner.file == file.shown.name and owner.place and _is_empty(owner.place, folder):
            return name._replace(why=f"it was read from {_told(owner.place)} before")
    what = f"other files are called {', '.join(slugs)} already"
    raise ReadError(str(file.shown), what, "rename it")


def _other(usual: str, document: str, writer: Writer | None = None) -> str:
    if writer and writer.owner(usual) is None:
        return f"it was loaded as {document} before"
    return f"{usual} is another file; this one is {document}"


def _place(file: File, folder: Path) -> bytes:
    """Where a file stands, from the graph's folder: both may be moved together."""
    if not file.stays:
        return _STANDARD_INPUT
    path = file.path.resolve()
    try:
        return os.fsencode(os.path.relpath(path, folder))
    except ValueError:  # another drive of Windows
        return os.fsencode(path)


def _is_empty(place: bytes, folder: Path) -> bool:
    return place == _STANDARD_INPUT or not (folder / os.fsdecode(place)).exists()


def _told(place: bytes) -> str:
    return "standard input" if place == _STANDARD_INPUT else place.decode("utf-8", "replace")
