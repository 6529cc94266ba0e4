"""The parts of a workbook: its sheets with their names, its shared words, its formats of cells."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from partnergraph.errors import ReadError
from partnergraph.readers.archive import Archive
from partnergraph.readers.sheets.numbers import BUILT_IN, Shown, shown_by
from partnergraph.readers.sheets.stream import Handler, named, said_so, stream, whole
from partnergraph.readers.sheets.strings import Text

_RELS = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it: its name, its part, whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """What all sheets of a workbook share."""

    sheets: list[Listed]
    strings: list[str] = field(default_factory=list)
    formats: list[Shown] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)


def opened(archive: Archive, path: Path) -> Workbook:
    """The workbook in an archive. Raises ReadError where there is none."""
    root = _related(archive, "", path)
    part = next((target for kind, target in root.values() if kind == "officeDocument"), "")
    part = part if part in archive else "xl/workbook.xml"
    if part not in archive:
        raise ReadError(str(path), "it holds no workbook", "give the ending of its format")
    related = _related(archive, part, path)
    listed = _Sheets()
    stream(archive.read(part), listed, path, part)
    book = Workbook([])
    for name, key, hidden in listed.found:
        kind, target = related.get(key, ("", ""))
        if kind == "worksheet" and target in archive:
            book.sheets.append(Listed(name, target, hidden))
    for kind, target in related.values():
        if kind == "sharedStrings" and target in archive:
            book.strings = _strings(archive, target, path)
        if kind == "styles" and target in archive:
            styles = _Styles(listed.since_1904)
            stream(archive.read(target), styles, path, target)
            book.formats, book.bold = styles.formats, styles.bold
    return book


def _related(archive: Archive, part: str, path: Path) -> Mapping[str, tuple[str, str]]:
    """The parts that a part names: by their key their kind and name."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels") if part else _RELS
    found = _Relations(folder)
    if rels in archive:
        stream(archive.read(rels), found, path, rels)
    return found.found


def _strings(archive: Archive, part: str, path: Path) -> list[str]:
    found = _Strings()
    stream(archive.read(part), found, path, part)
    return found.found


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        target = attributes.get("Target", "").replace("\\", "/")
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            inside = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            self.found[attributes.get("Id", "")] = (kind, inside)


class _Sheets(Handler):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []
        self.since_1904 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            hidden = attributes.get("state", "visible") in ("hidden", "veryHidden")
            name = " ".join(attributes.get("name", "").split())
            self.found.append((name, named(attributes, "id"), hidden))
        elif tag == "workbookPr":
            self.since_1904 = said_so(attributes.get("date1904", ""))


class _Strings(Handler):
    def __init__(self) -> None:
        self.found: list[str] = []
        self._text = Text()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._text = Text()
        self._text.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._text.end(tag)
        if tag == "si":
            self.found.append(self._text.said())

    def text(self, text: str) -> None:
        self._text.text(text)


class _Styles(Handler):
    """How cells show their numbers, and whether in bold, by the index of their style."""

    def __init__(self, since_1904: bool) -> None:
        self._since_1904 = since_1904
        self._codes = dict(BUILT_IN)
        self._made: dict[str, Shown] = {}
        self._fonts: list[bool] = []
        self._within = ""
        self.formats: list[Shown] = []
        self.bold: list[bool] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs", "numFmts"):
            self._within = tag
        elif tag == "numFmt" and self._within == "numFmts":
            self._codes[whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag == "font" and self._within == "fonts":
            self._fonts.append(False)
        elif tag == "b" and self._within == "fonts" and self._fonts:
            self._fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif tag == "xf" and self._within == "cellXfs":
            font = whole(attributes.get("fontId", ""))
            self.bold.append(font < len(self._fonts) and self._fonts[font])
            self.formats.append(self._shown(whole(attributes.get("numFmtId", ""))))

    def _shown(self, number: int) -> Shown:
        code = self._codes.get(number, "General")
        if code not in self._made:
            self._made[code] = shown_by(code, since_1904=self._since_1904)
        return self._made[code]


def column_of(reference: str) -> int:
    """The column of a reference such as `AB12`, from 0; -1 where it names none.

    >>> column_of("A1"), column_of("AB12")
    (0, 27)
    """
    column = 0
    letters = re.match(r"\$?([A-Z]{1,3})(?=\$?\d|$)", reference)
    for letter in letters[1] if letters else "":
        column = column * 26 + ord(letter) - 64
    return column - 1
