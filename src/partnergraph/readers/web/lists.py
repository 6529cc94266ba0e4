"""The marks of list items as a browser prints them."""

from dataclasses import dataclass

BULLET = "•"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 3_999  # that is printed as letters or as a Roman number

Attributes = dict[str, str | None]


@dataclass(slots=True)
class Numbering:
    """A list that is open: whether it is ordered, its next number, how numbers are printed."""

    ordered: bool
    number: int = 1
    step: int = 1
    style: str = "1"
    bare: bool = False

    def mark(self, item: Attributes) -> str:
        """The mark of the next item."""
        said = item.get("data-mark")
        if said is not None:
            return said
        if self.bare or "none" in (item.get("style") or "").partition("list-style")[2][:20]:
            return ""
        if not self.ordered:
            return BULLET
        self.number = _whole(item.get("value"), self.number)
        number, self.number = self.number, self.number + self.step
        return f"{_printed(number, item.get('type') or self.style)}."


def begun(tag: str, attributes: Attributes, items: int) -> Numbering:
    """A list that begins, of so many items."""
    back = "reversed" in attributes
    bare = "none" in (attributes.get("style") or "").partition("list-style")[2][:20]
    first = _whole(attributes.get("start"), items if back else 1)
    return Numbering(tag == "ol", first, -1 if back else 1, attributes.get("type") or "1", bare)


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(text) if text and len(text) < 10 else otherwise
    except ValueError:
        return otherwise


def _printed(number: int, style: str) -> str:
    """A number as a list of a style prints it.

    >>> _printed(4, "1"), _printed(28, "a"), _printed(14, "I")
    ('4', 'ab', 'XIV')
    """
    if style not in ("a", "A", "i", "I") or not 0 < number < _HIGHEST:
        return str(number)
    text = _roman(number) if style in "iI" else _letters(number)
    return text.upper() if style.isupper() else text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(97 + letter) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        *_ROMAN,
    ):
        count, number = divmod(number, value)
        text += sign * count
    return text
