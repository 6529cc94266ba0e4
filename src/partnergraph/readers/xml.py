"""XML parsed in bounds: no document type, so no entities and nothing fetched; tags in short form.

The tags and attributes of the office formats are known by the prefixes that their standards use
(`w:p`, `text:span`), whatever prefixes a file binds and whether it is strict or transitional.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from partnergraph.errors import ReadError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DEEPEST = 256  # elements in one another, as libxml2 has it; ten tables in one another make 100
MOST_ELEMENTS = 1_000_000  # of one part: 220 MB of memory; a page of a matrix has about 1,000
_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_MICROSOFT = "http://schemas.microsoft.com/"
_PREFIXES = {
    "wordprocessingml/main": "w",
    "drawingml/main": "a",
    "drawingml/diagram": "dgm",
    "drawingml/wordprocessingDrawing": "wp",
    "presentationml/main": "p",
    "officeDocument/relationships": "r",
    "officeDocument/math": "m",
    "markup-compatibility": "mc",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp",
    f"{_MICROSOFT}office/word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}office/word/2010/wordml": "w14",
    f"{_MICROSOFT}office/drawing/2008/diagram": "dsp",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_OASIS_PREFIXES = {
    "drawing": "draw",
    "svg-compatible": "svg",
    "xsl-fo-compatible": "fo",
    "datastyle": "number",
}
_KEPT_OUT = ("w:rsid", "w14:paraId", "w14:textId")


def parse(data: bytes, path: Path, part: str) -> Element:
    """The root of an XML text; `path` and `part` are for messages.

    Raises ReadError where it is no XML, has a document type, or is too deep or too large.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    tree = _Tree(parser, path, part)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, UnicodeError, ValueError, LookupError) as error:
        raise ReadError(
            str(path), f"its part {part} is no well-formed XML", "save the file anew"
        ) from error
    return tree.root()


def words(element: Element | None) -> str:
    """All text in an element, as one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def below(element: Element | None, path: str) -> Element | None:
    """The first element at a path of tags parted by `/`; None where there is none."""
    for tag in path.split("/"):
        element = None if element is None else element.find(tag)
    return element


def under(element: Element, *tags: str) -> Iterator[Element]:
    """The elements with one of some tags anywhere in an element, in document order."""
    return (found for found in element.iter() if found.tag in tags)


class _Tree:
    """Builds the tree while the parser reads, and stops it at the bounds."""

    def __init__(self, parser: "XMLParserType", path: Path, part: str) -> None:
        self._path, self._part = path, part
        self._builder = TreeBuilder()
        self._depth = self._count = 0
        self._known: dict[str, str] = {}
        self._bound: dict[str, str] = {}
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.StartNamespaceDeclHandler = self._bind
        parser.StartDoctypeDeclHandler = self._doctype

    def root(self) -> Element:
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise self._refused(f"has more than {DEEPEST} elements in one another")
        if self._count > MOST_ELEMENTS:
            raise self._refused(f"has more than {MOST_ELEMENTS:,} elements")
        known = self._known
        named = {}
        for key, value in attributes.items():
            short = known.get(key) or self._short(key)
            if not short.startswith(_KEPT_OUT):
                named[short] = value
        short = known.get(tag) or self._short(tag)
        if short == "mc:Choice" and not self._understood(named.get("Requires", "")):
            short = "mc:Unknown"
        self._builder.start(short, named)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(self._known[tag])

    def _short(self, name: str) -> str:
        space, _, local = name.rpartition("}")
        prefix = prefix_of(space)
        self._known[name] = f"{prefix}:{local}" if prefix else local
        return self._known[name]

    def _bind(self, prefix: str | None, space: str | None) -> None:
        self._bound[prefix or ""] = space or ""

    def _understood(self, prefixes: str) -> bool:
        """Whether an alternative asks only for what the two houses' programs show themselves."""
        spaces = [self._bound.get(prefix, "") for prefix in prefixes.split()]
        return all(space.startswith((_OFFICE, _STRICT, _MICROSOFT)) for space in spaces)

    def _doctype(self, *_: object) -> None:
        raise self._refused("declares a document type or entities")

    def _refused(self, what: str) -> ReadError:
        return ReadError(
            str(self._path), f"its part {self._part} {what}", "save it anew in an office program"
        )


def prefix_of(space: str) -> str:
    """The prefix that the standards use for a namespace; the namespace itself where it is unknown.

    >>> prefix_of("http://purl.oclc.org/ooxml/wordprocessingml/main")
    'w'
    >>> prefix_of("urn:oasis:names:tc:opendocument:xmlns:table:1.0")
    'table'
    """
    if space.startswith(_OASIS):
        name = space.removeprefix(_OASIS).partition(":")[0]
        return _OASIS_PREFIXES.get(name, name)
    for house in (_OFFICE, _STRICT):
        if space.startswith(house) and not space.startswith(f"{house}package/"):
            rest = space.removeprefix(house).replace("/2006", "")
            return _PREFIXES.get(rest, space)
    return _PREFIXES.get(space, space)
