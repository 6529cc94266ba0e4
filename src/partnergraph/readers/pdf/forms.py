"""Values that a form's fields hold, as words where the fields stand."""

import ctypes
from collections.abc import Iterator
from typing import Any

from partnergraph.readers.pdf.words import Drawn, Style

_CHECKED, _OPEN = "\u2612", "\u2610"
_WIDTH = 0.5  # of the font's size: what a character of a sans-serif face takes on average
_SIZE = 10.0  # points, where a field says no size; the size that office programs give fields
_LONGEST = 100_000  # characters of one value


def values(page: Any, form: Any) -> Iterator[Drawn]:
    """The words of each field that is shown and has a value; a check box is ☒ or ☐."""
    import pypdfium2.raw as raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            if _is_shown(raw, annotation):
                yield from _words(raw, form, annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _is_shown(raw: Any, annotation: Any) -> bool:
    if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
        return False
    unseen = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    return not raw.FPDFAnnot_GetFlags(annotation) & unseen


def _words(raw: Any, form: Any, annotation: Any) -> Iterator[Drawn]:
    rect = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return
    told = _value(raw, form, annotation)
    size = ctypes.c_float()
    raw.FPDFAnnot_GetFontSize(form, annotation, ctypes.byref(size))
    low, high = min(rect.bottom, rect.top), max(rect.bottom, rect.top)
    lines = told.splitlines()
    height = size.value or min((high - low) / max(len(lines), 1) * 0.7, _SIZE)
    if height > 0:
        first = low + (high - low - height) / 2 + 0.2 * height if len(lines) < 2 else high - height
        yield from _laid(lines, rect.left, rect.right, first, height)


def _laid(lines: list[str], left: float, right: float, base: float, size: float) -> Iterator[Drawn]:
    """Words from left to right; a value too long for its field goes on below, as on paper."""
    style = Style(size, 0, False, False, False, False)
    y = base
    for line in lines:
        x = left + 2
        for word in line.split():
            width = len(word) * _WIDTH * size
            if x > left + 2 and x + width > right:
                x, y = left + 2, y - 1.2 * size
            yield Drawn(word, x, y - 0.2 * size, x + width, y + 0.8 * size, x, y, style, False)
            x += width + 0.28 * size
        y -= 1.2 * size


def _value(raw: Any, form: Any, annotation: Any) -> str:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        return _CHECKED if raw.FPDFAnnot_IsChecked(form, annotation) else _OPEN
    told = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    if kind not in told or _is_secret(raw, form, annotation):
        return ""
    length = raw.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    if not 2 < length <= 2 * _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _is_secret(raw: Any, form: Any, annotation: Any) -> bool:
    flags = raw.FPDFAnnot_GetFormFieldFlags(form, annotation)
    return bool(flags & raw.FPDF_FORMFLAG_TEXT_PASSWORD)
