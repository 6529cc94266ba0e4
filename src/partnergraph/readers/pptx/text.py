"""The paragraphs of a shape, and the bullets and numbers that they show."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from partnergraph.readers.office.marks import drawn, numeral, raised_mark
from partnergraph.readers.office.nodes import Paragraph, Piece
from partnergraph.readers.xml import under

_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RETURNS = (0x0A, 0x0B)
_BULLETS = ("a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip")
_FORMS = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_AROUND = {"Period": ("", "."), "ParenR": ("", ")"), "ParenBoth": ("(", ")"), "Plain": ("", "")}
_AUTO = re.compile(r"([a-z]+(?:Lc|Uc)?)(Period|ParenR|ParenBoth|Plain)")


def paragraphs(
    body: Element | None, styles: Sequence[Element] = (), hidden: bool = False
) -> Iterator[Paragraph]:
    """The paragraphs of a text body; those with a bullet or a number are items.

    `styles`: the lists of levels (`a:lvl1pPr`…) that hold for it, the nearest first.
    """
    counts: dict[int, tuple[str, int]] = {}
    for element in [] if body is None else body.findall("a:p"):
        pieces = list(_pieces(element, hidden))
        properties = element.find("a:pPr")
        said = "0" if properties is None else properties.get("lvl", "0")
        level = int(said) if said in set("012345678") else 0
        bullet = _bullet(properties, level, styles)
        shown = any(piece.text.strip() for piece in pieces)
        mark = _mark(bullet, level, counts) if shown else ""
        yield Paragraph(pieces, "item", level + 1, mark) if mark else Paragraph(pieces)


def _pieces(paragraph: Element, hidden: bool) -> Iterator[Piece]:
    before = ""
    for part in paragraph:
        if part.tag == "a:br":
            text = "\n"
        elif part.tag in ("a:r", "a:fld"):
            text = "".join(_decoded(t.text or "") for t in part.findall("a:t"))
            if _is_raised(part) and raised_mark(text, before):
                continue
        else:
            text = "".join(t.text or "" for t in under(part, "m:t"))
        before = text or before
        if text:
            yield Piece(text, hidden)


def _is_raised(run: Element) -> bool:
    properties = run.find("a:rPr")
    said = "" if properties is None else properties.get("baseline", "")
    return said[:1].isdigit() and said.strip("0%") != ""


def _decoded(text: str) -> str:
    """The characters of a run: some are coded (`_x000B_` is a soft return)."""
    text = text.replace("\n", " ")
    text = _CODED.sub(lambda found: _character(int(found[1], 16)), text)
    return drawn(text)


def _character(code: int) -> str:
    if code in _RETURNS:
        return "\n"
    return chr(code) if 0x20 <= code < 0xD800 or code >= 0xE000 else ""


def _bullet(properties: Element | None, level: int, styles: Sequence[Element]) -> Element | None:
    """What a paragraph, else the nearest style for its level, says of bullets."""
    levels = (style.find(f"a:lvl{level + 1}pPr") for style in styles)
    for said in (properties, *levels):
        for child in () if said is None else said:
            if child.tag in _BULLETS:
                return child
    return None


def _mark(bullet: Element | None, level: int, counts: dict[int, tuple[str, int]]) -> str:
    for deeper in [known for known in counts if known > level]:
        del counts[deeper]
    if bullet is None or bullet.tag != "a:buAutoNum":
        counts.pop(level, None)
    if bullet is None or bullet.tag == "a:buNone":
        return ""
    if bullet.tag != "a:buAutoNum":
        return drawn(bullet.get("char", "")) or "•"
    form, start = bullet.get("type", ""), bullet.get("startAt", "1")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    known, number = counts.get(level, ("", 0))
    counts[level] = form, number + 1 if known == form else first
    return _numbered(*counts[level])


def _numbered(form: str, number: int) -> str:
    found = _AUTO.fullmatch(form)
    if found is None:
        return f"{number}."
    before, behind = _AROUND[found[2]]
    return f"{before}{numeral(number, _FORMS.get(found[1], 'decimal'))}{behind}"
