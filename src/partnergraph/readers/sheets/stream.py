"""XML parts of a workbook, read as a stream: a sheet of a million rows is never held as a tree."""

from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from partnergraph.errors import ReadError
from partnergraph.readers.xml import DEEPEST


class Handler:
    """What a part says, as its elements come; tags and attributes without their namespaces."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Some characters of it."""


def stream(data: bytes, handler: Handler, path: Path, part: str) -> None:
    """Gives the elements of an XML text to a handler; `path` and `part` are for messages.

    Raises ReadError where it is no XML, declares a document type, or is too deep.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0
    local: dict[str, str] = {}

    def refused(what: str) -> ReadError:
        return ReadError(str(path), f"its part {part} {what}", "save the file anew")

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refused(f"has more than {DEEPEST} elements in one another")
        if tag not in local:
            local[tag] = tag.rpartition(":")[2]
        handler.start(local[tag], attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local[tag])

    def doctype(*_: object) -> None:
        raise refused("declares a document type or entities")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, UnicodeError, LookupError) as error:
        raise refused("is no well-formed XML") from error


def named(attributes: Mapping[str, str], name: str) -> str:
    """An attribute's value whatever its prefix; empty where there is none."""
    found = (value for key, value in attributes.items() if key.rpartition(":")[2] == name)
    return attributes.get(name) or next(found, "")


def whole(text: str, otherwise: int = 0) -> int:
    """A number that an attribute gives, or another where it gives none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def said_so(text: str) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true", "on")
