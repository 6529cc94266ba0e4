"""CSV that a spreadsheet opens with its accents and takes for text, never for formulas."""

import csv
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any, TextIO

from partnergraph.characters import plain

DELIMITERS: Mapping[str, str] = {",": ",", ";": ";", "|": "|", "tab": "\t"}
delimiter: ContextVar[str] = ContextVar("delimiter", default=",")
Rows = Iterable[Iterable[object]]
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@")
_BREAKS = ("\t", "\r")
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_DECIMAL_COMMA = ";"


def write_rows(out: TextIO, rows: Rows, as_text: Callable[[Any], str], mark: bool = True) -> None:
    """Write rows of values; on a terminal, what could be taken for a command is made visible.

    A byte order `mark` tells Excel that it is UTF-8. Cells are parted by the `delimiter` of this
    context. Where that is `;`, as Excel has it in French, Spanish and German, fractions are
    written with the comma that it expects beside it.
    """
    apart = delimiter.get()
    out.write(_BYTE_ORDER_MARK if mark else "")
    writer = csv.writer(out, delimiter=apart)
    shown = plain if out.isatty() else str
    for row in rows:
        writer.writerow([shown(_cell(value, as_text, apart)) for value in row])


def _cell(value: object, as_text: Callable[[Any], str], apart: str) -> str:
    text = as_text(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return text.replace(".", ",") if apart == _DECIMAL_COMMA else text
    return guarded(text)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula, whatever stands unseen before its sign.

    >>> guarded("=1+1"), guarded(" =1+1"), guarded("＝1+1"), guarded("IOM")
    ("'=1+1", "' =1+1", "'＝1+1", 'IOM')
    """
    seen = next((char for char in text if unicodedata.category(char) not in _UNSEEN), "")
    is_formula = unicodedata.normalize("NFKC", seen).startswith(_FORMULA)
    return f"'{text}" if is_formula or text.startswith(_BREAKS) else text
