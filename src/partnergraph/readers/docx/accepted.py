"""The content of a Word element as it stands once tracked changes are accepted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from partnergraph.readers.xml import below

_GONE = {"w:del", "w:moveFrom"}
_THROUGH = {
    *("w:sdt", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:hyperlink", "w:dir", "w:bdo"),
    *("w:sdtContent", "mc:Choice", "mc:Fallback"),
}
_ALTERNATIVES = ("mc:Choice", "mc:Fallback")
_OFF = {"0", "false", "off", "none"}


def content(element: Element) -> Iterator[Element]:
    """The elements in one, those in wrappers with them; of alternatives one, deletions not."""
    for child in element:
        if child.tag in _THROUGH:
            yield from content(child)
        elif child.tag == "mc:AlternateContent":
            yield from _alternative(child)
        elif child.tag not in _GONE:
            yield child


def _alternative(element: Element) -> Iterator[Element]:
    for tag in _ALTERNATIVES:
        chosen = element.find(tag)
        if chosen is not None:
            yield from content(chosen)
            return


def on(switch: Element | None) -> bool:
    """Whether an element that switches something on is there and does so."""
    return switch is not None and switch.get("w:val", "1").lower() not in _OFF


def gone(properties: Element | None) -> bool:
    """Whether the row, or the paragraph's mark, with these properties is deleted or moved away."""
    return properties is not None and any(properties.find(tag) is not None for tag in _GONE)


def value(element: Element | None, path: str) -> str:
    """The `w:val` of an element below one; empty where there is none."""
    found = below(element, path)
    return "" if found is None else found.get("w:val", "")


def number(element: Element | None, path: str) -> int | None:
    """The `w:val` of an element below one as a number; None where it is none."""
    said = value(element, path)
    return int(said) if said.lstrip("-").isdecimal() and len(said) < 10 else None
