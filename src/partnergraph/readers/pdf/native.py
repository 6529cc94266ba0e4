"""The functions of PDFium that are called for each word, bound to plain numbers.

pypdfium2's own bindings build an object for every pointer that they return; a page has hundreds.
"""

import ctypes
from functools import cache
from typing import Any


class Native:
    """PDFium's functions on handles that are integers; what they fill in stands in `self`."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.rect = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.at_rect = ctypes.addressof(self.rect)
        self.at_matrix = ctypes.addressof(self.matrix)
        self.at_x, self.at_y = ctypes.addressof(self.x), ctypes.addressof(self.y)
        handle, number = ctypes.c_void_p, ctypes.c_int
        self.text_object = _bound(raw.FPDFText_GetTextObject, handle, handle, number)
        self.unicode = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, handle, number)
        self.generated = _bound(raw.FPDFText_IsGenerated, number, handle, number)
        self.loose = _bound(raw.FPDFText_GetLooseCharBox, number, handle, number, handle)
        self.origin = _bound(raw.FPDFText_GetCharOrigin, number, handle, number, handle, handle)
        self.matrix_of = _bound(raw.FPDFText_GetMatrix, number, handle, number, handle)
        self.font_size = _bound(raw.FPDFText_GetFontSize, ctypes.c_double, handle, number)
        self.render_mode = _bound(raw.FPDFTextObj_GetTextRenderMode, number, handle)
        self.font = _bound(raw.FPDFTextObj_GetFont, handle, handle)
        self.weight = _bound(raw.FPDFFont_GetWeight, number, handle)
        self.font_name = _bound(
            raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, handle, handle, ctypes.c_size_t
        )
        self.fill = _bound(raw.FPDFPageObj_GetFillColor, number, handle, *[handle] * 4)
        self.count_marks = _bound(raw.FPDFPageObj_CountMarks, number, handle)


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


@cache
def native() -> Native:
    """The functions, bound once a process."""
    return Native()


def address(pointer: Any) -> int:
    """A handle of pypdfium2 as a number."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
