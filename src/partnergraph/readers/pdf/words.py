"""The words of a page of PDF with their boxes, from PDFium's text page."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from partnergraph.readers.pdf.native import Native, address, native

CUT = "\x02"
"""What a hyphen at a line's end is in a word until it is known whether it belongs there."""

_PARTS = re.compile(r"[^\s\x00-\x01\x03-\x1f]+")
_NOTHING = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\ufffe\uffff\u200e\u200f\u202a\u202b\u202c"))
_BOLD = re.compile(r"bold|black|heavy|medium|demi(?!tri)", re.I)
_BOLD_FROM = 500  # CSS' medium, what is set off from a light or regular face; PDFium gives 400
_INVISIBLE = 3  # PDF 32000-1, table 106
_TINIEST = 1.0  # points; nobody reads smaller print, authors hide words in it


class Style(NamedTuple):
    """How a text object is drawn. `quarters`: its direction in user space, -1 if it slants."""

    size: float
    quarters: int
    bold: bool
    invisible: bool
    white: bool
    artifact: bool


class Drawn(NamedTuple):
    """A word as PDFium has it, in user space: y upwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    x: float
    y: float
    style: Style
    glued: bool


class TextPage:
    """A page's characters, read word by word."""

    def __init__(self, page: Any, fonts: dict[int, bool], tagged: bool) -> None:
        self._pdfium: Native = native()
        self._text = page.get_textpage()
        self._handle = address(self._text.raw)
        self._count = self._text.count_chars()
        self._styles: dict[int, Style] = {}
        self._fonts = fonts
        self._tagged = tagged

    def close(self) -> None:
        """Give the page's memory back."""
        self._text.close()

    def words(self) -> Iterator[Drawn]:
        """Every word in the file's order, cut where white space stands or its font changes."""
        told = self._told()
        for found in _PARTS.finditer(told):
            yield from self._pieces(found[0], found.start(), found.end() - 1)

    def _told(self) -> str:
        """All characters, one at each index."""
        count = self._count
        buffer = (ctypes.c_ushort * (count + 1))()
        raw = self._pdfium.raw
        written = raw.FPDFText_GetText(self._text.raw, 0, count, buffer) if count else 0
        if written == count + 1:
            told = bytes(memoryview(buffer)[:count]).decode("utf-16-le", "surrogatepass")
            if len(told) == count:
                return told.replace("\ufffe", CUT)
        unicode, handle = self._pdfium.unicode, self._handle
        return "".join(_character(unicode(handle, index)) for index in range(count))

    def _pieces(self, text: str, first: int, last: int) -> Iterator[Drawn]:
        of, handle = self._pdfium.text_object, self._handle
        text_object = of(handle, first)
        if first == last or text_object == of(handle, last):
            word = self._drawn(text, first, last, text_object, False)
            if word:
                yield word
            return
        start, glued = first, False
        objects = [of(handle, index) for index in range(first, last + 1)]
        for index in range(first + 1, last + 2):
            if index <= last and not self._parted(objects, index - first, index):
                continue
            part = text[start - first : index - first]
            word = self._drawn(part, start, index - 1, objects[start - first], glued)
            if word:
                yield word
                glued = True
            start = index

    def _parted(self, objects: list[int | None], offset: int, index: int) -> bool:
        """Whether a word ends where one text object follows another."""
        if objects[offset] == objects[offset - 1] or not objects[offset] or not objects[offset - 1]:
            return False
        before, after = (
            self._style(objects[offset - 1], index - 1),
            self._style(objects[offset], index),
        )
        if before[:2] != after[:2] or before[3:] != after[3:]:
            return True
        return self._apart(index, before)

    def _apart(self, index: int, style: Style) -> bool:
        """Whether a character stands on another line or far from the one before it."""
        pdfium, handle = self._pdfium, self._handle
        pdfium.origin(handle, index, pdfium.at_x, pdfium.at_y)
        x, y = pdfium.x.value, pdfium.y.value
        pdfium.loose(handle, index - 1, pdfium.at_rect)
        left, right = pdfium.rect.left, pdfium.rect.right
        pdfium.origin(handle, index - 1, pdfium.at_x, pdfium.at_y)
        if style.quarters % 2:
            return abs(pdfium.x.value - x) > 0.1 * style.size
        across = abs(pdfium.y.value - y) > 0.1 * style.size
        return across or not left - style.size < x < right + style.size

    def _drawn(
        self, text: str, first: int, last: int, text_object: int | None, glued: bool
    ) -> Drawn | None:
        if not text.isascii():
            text = text.translate(_NOTHING)
        if not text:
            return None
        pdfium, handle = self._pdfium, self._handle
        style = self._style(text_object, first)
        rect = pdfium.rect
        pdfium.loose(handle, first, pdfium.at_rect)
        x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            pdfium.loose(handle, last, pdfium.at_rect)
            left, low, right, high = rect.left, rect.bottom, rect.right, rect.top
            x0, y0 = (left if left < x0 else x0), (low if low < y0 else y0)
            x1, y1 = (right if right > x1 else x1), (high if high > y1 else y1)
        pdfium.origin(handle, first, pdfium.at_x, pdfium.at_y)
        return Drawn(text, x0, y0, x1, y1, pdfium.x.value, pdfium.y.value, style, glued)

    def _style(self, text_object: int | None, index: int) -> Style:
        key = text_object or 0
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._styled(key, index)
        return style

    def _styled(self, text_object: int, index: int) -> Style:
        pdfium, handle = self._pdfium, self._handle
        matrix = pdfium.matrix
        if not pdfium.matrix_of(handle, index, pdfium.at_matrix):
            return Style(0.0, 0, False, False, False, False)
        size = pdfium.font_size(handle, index) * math.hypot(matrix.c, matrix.d)
        quarters = _quarters(matrix.a, matrix.b)
        if not text_object:
            return Style(size, quarters, False, False, False, False)
        mode = pdfium.render_mode(text_object)
        return Style(
            size,
            quarters,
            mode == 2 or self._is_bold(pdfium.font(text_object)),
            mode == _INVISIBLE or size < _TINIEST,
            self._is_white(text_object),
            self._tagged and _is_artifact(pdfium.raw, text_object, pdfium),
        )

    def _is_bold(self, font: int | None) -> bool:
        if not font:
            return False
        known = self._fonts.get(font)
        if known is None:
            name = ctypes.create_string_buffer(128)
            self._pdfium.font_name(font, ctypes.addressof(name), 128)
            heavy = self._pdfium.weight(font) >= _BOLD_FROM
            known = heavy or bool(_BOLD.search(name.value.decode("latin-1")))
            self._fonts[font] = known
        return known

    def _is_white(self, text_object: int) -> bool:
        colour = (ctypes.c_uint * 4)()
        at = ctypes.addressof(colour)
        if not self._pdfium.fill(text_object, at, at + 4, at + 8, at + 12):
            return False
        return min(colour[:3]) >= 250 or colour[3] == 0


def _character(code: int) -> str:
    if code in (0xFFFE, 2):
        return CUT
    return chr(code) if code and code <= 0x10FFFF else "\x01"


def _quarters(a: float, b: float) -> int:
    """Quarter turns (counter-clockwise in user space) of a text's direction, -1 if it slants."""
    turned = math.degrees(math.atan2(b, a)) / 90
    nearest = round(turned)
    return nearest % 4 if abs(turned - nearest) < 0.05 else -1


def _is_artifact(raw: Any, text_object: int, pdfium: Native) -> bool:
    if pdfium.count_marks(text_object) < 1:
        return False
    pointer = ctypes.cast(text_object, raw.FPDF_PAGEOBJECT)
    mark = raw.FPDFPageObj_GetMark(pointer, 0)
    name, written = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetName(mark, name, 32, ctypes.byref(written)):
        return False
    return bytes(name)[:16].decode("utf-16-le") == "Artifact"
