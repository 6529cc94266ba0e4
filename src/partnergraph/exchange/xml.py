"""Texts as XML 1.0 can hold them, and what had to be cleaned for it."""

import re
from collections import Counter
from collections.abc import Callable

from partnergraph.characters import escaped

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_BREAKS = {"\r": "&#13;"}
_IN_ATTRIBUTES = str.maketrans({**_MARKS, **_BREAKS, "\n": "&#10;", "\t": "&#9;"})
_IN_TEXTS = str.maketrans({**_MARKS, **_BREAKS})
_NAMED = 5


class Cleaner:
    r"""Makes texts fit for XML; counts the characters for which XML has no room.

    >>> cleaner = Cleaner()
    >>> cleaner.text("a<b\x07"), cleaner.id("x\x07")
    ('a&lt;b\ufffd', 'x\\u0007')
    >>> cleaner.tell(print)
    2 characters that XML cannot hold were replaced: U+0007 (2)
    """

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()

    def text(self, text: str) -> str:
        """A text between tags; U+FFFD stands for each character that cannot be."""
        return self._cleaned(text).translate(_IN_TEXTS)

    def attribute(self, text: str) -> str:
        """A text in an attribute, the same."""
        return self._cleaned(text).translate(_IN_ATTRIBUTES)

    def id(self, text: str) -> str:
        r"""An id in an attribute: escapes such as `\u0007` keep two ids apart."""
        return _NO_XML.sub(lambda match: escaped(self._counted(match[0])), text).translate(
            _IN_ATTRIBUTES
        )

    def tell(self, told: Callable[[str], None]) -> None:
        """Say what was cleaned, in a sentence; nothing where nothing was."""
        if not self._found:
            return
        most = self._found.most_common(_NAMED)
        named = ", ".join(f"U+{ord(char):04X} ({count})" for char, count in most)
        more = ", …" if len(self._found) > _NAMED else ""
        told(f"{_counted(self._found.total())}: {named}{more}")

    def _cleaned(self, text: str) -> str:
        if not _NO_XML.search(text):
            return text
        return _NO_XML.sub(lambda match: self._counted(match[0]) and "\ufffd", text)

    def _counted(self, char: str) -> str:
        self._found[char] += 1
        return char


def _counted(number: int) -> str:
    if number == 1:
        return "1 character that XML cannot hold was replaced"
    return f"{number} characters that XML cannot hold were replaced"
