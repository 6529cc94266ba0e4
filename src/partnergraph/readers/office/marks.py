"""Numbers and bullets of lists: as formats count them, and as people type them."""

import re

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 3_999
_LONGEST_LETTERS = 20
_TYPED = re.compile(
    r"(?P<mark>[•●▪◦‣⁃∙■□○◆►➢➤❖✓✔]|[-–—*](?=\s)"
    r"|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?=\s)|\(?[A-Z]\)(?=\s))\s*(?=\S)"
)
_RAISED_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]+)[\])]?(?:, ?\d{1,3})*")
_NO_UNIT = re.compile(r"(?<![^\W\d_])(?!(?:[kcdm]?m|ft|in)$)[^\W\d_]+$|[.,;:!?)\]”»\"’]$")
_DRAWN = {
    **dict.fromkeys("\uf0b7\uf06c\uf09f\uf06e", "•"),
    **dict.fromkeys("\uf0a7\uf0a8\uf071", "▪"),
    **dict.fromkeys("\uf0d8\uf0e0\uf0f0", "➢"),
    **dict.fromkeys("\uf0fc\uf0fe\uf050", "✓"),
    **dict.fromkeys("\uf06f\uf072", "□"),
    **dict.fromkeys("\uf0fb\uf0fd", "✗"),
    "\uf02d": "-",
    "\uf0ae": "→",
    "\uf0a3": "≤",
    "\uf0b3": "≥",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf020": " ",
}


def numeral(number: int, form: str) -> str:
    """A list's number in a form that Office names; a decimal in a form not known here.

    >>> [numeral(4, form) for form in ("decimal", "lowerRoman", "upperLetter", "ordinal")]
    ['4', 'iv', 'D', '4th']
    >>> numeral(28, "lowerLetter")
    'bb'
    """
    if form.endswith("Roman") and 0 < number <= _LARGEST_ROMAN:
        return _cased(_roman(number), form)
    if form.endswith("Letter") and 0 < number <= 26 * _LONGEST_LETTERS:
        return _cased(chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1), form)
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        teen = number % 100 in (11, 12, 13)
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    return str(number)


def drawn(text: str) -> str:
    """Characters of a symbol font's private area as those that they look like; others vanish.

    >>> drawn(chr(0xF0B7)), drawn(chr(0xF0E9))
    ('•', '')
    """
    if not any("\ue000" <= character <= "\uf8ff" for character in text):
        return text
    return "".join(_DRAWN.get(c, "" if "\ue000" <= c <= "\uf8ff" else c) for c in text)


def typed(text: str) -> re.Match[str] | None:
    """The mark (group `mark`) that a line typed as an item of a list begins with.

    >>> typed("(a) To train staff")["mark"], typed("• IOM")["mark"], typed("- IOM")["mark"]
    ('(a)', '•', '-')
    >>> typed("2017 was a year") or typed("e.g. this") or typed("-40 degrees")
    """
    return _TYPED.match(text)


def raised_mark(text: str, before: str) -> bool:
    """Whether some raised characters are a note's mark, behind what stands before them.

    Not so the power of a unit or a number, the end of an ordinal, a trademark.

    >>> raised_mark("1", "IOM"), raised_mark("2", "450 km"), raised_mark("th", "17")
    (True, False, False)
    """
    if not _RAISED_MARK.fullmatch(text.strip()):
        return False
    before = before.rstrip()
    return not before or _NO_UNIT.search(before) is not None


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said
