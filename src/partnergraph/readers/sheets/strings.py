"""The text of a cell: rich text put together, readings of signs and marks of notes left out."""

import re
from collections.abc import Mapping

from partnergraph.readers.layout.marks import raised
from partnergraph.readers.sheets.stream import Handler

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Text(Handler):
    """Gathers the words of a shared or inline string from its elements."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open = self._reading = self._raised = False
        self._run: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """`t` holds words, `rPh` how signs are read, `r` words of one look."""
        if tag == "t":
            self._open = not self._reading
        elif tag == "rPh":
            self._reading = True
        elif tag == "r":
            self._raised = False
        elif tag == "vertAlign":
            self._raised = attributes.get("val") == "superscript"

    def end(self, tag: str) -> None:
        """What a run of one look says is kept when it ends."""
        if tag == "t":
            self._keep("".join(self._run))
            self._open, self._run = False, []
        elif tag == "rPh":
            self._reading = False

    def text(self, text: str) -> None:
        """Some characters."""
        if self._open:
            self._run.append(text)

    def _keep(self, text: str) -> None:
        text = unescaped(text)
        if self._raised:
            text = raised(text, "".join(self._parts))
        self._parts.append(text)

    def said(self) -> str:
        """The words, with their line breaks."""
        return "".join(self._parts)


def unescaped(text: str) -> str:
    r"""A text with the characters that workbooks write as `_x000D_`.

    >>> unescaped("UNHCR_x000D_\nUNICEF"), unescaped("form_x005F_a")
    ('UNHCR\r\nUNICEF', 'form_a')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
