"""Numbers and dates of cells as a spreadsheet shows them; dates as ISO 8601.

A format code has sections for positive and negative numbers, zero and text (ECMA-376, 18.8.31).
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import partial

Shown = Callable[[str], str]
"""What a cell with this number shows."""

_DATES = dict.fromkeys((14, 15, 16, *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd")
_TIMES = {18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 32: "h:mm", 33: "h:mm:ss"}
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    17: "mmm-yy",
    22: "yyyy-mm-dd h:mm",
    34: "h:mm",
    35: "h:mm:ss",
    45: "mm:ss",
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"',
    46: "[h]:mm:ss",
    48: "0.0E+0",
    **_DATES,
    **_TIMES,
}
"""Codes of the formats that files name by number only (ECMA-376, 18.8.30)."""

_TOKEN = re.compile(
    r'"(?P<said>[^"]*)"?|\\(?P<one>.)|(?P<width>[_*].)|\[\$(?P<sign>[^\]-]*)[^\]]*\]'
    r"|\[(?P<elapsed>[hms]+)\]|(?P<rule>\[[^\]]*\])|(?P<half>AM/PM|A/P|am/pm)"
    r"|(?P<date>[ymdhs]+)|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)(?P<scale>,*)"
    r"|(?P<exponent>[Ee][+-])|(?P<rest>.)",
    re.IGNORECASE | re.DOTALL,
)
_LAST_DAY = 2_958_465  # 31 December 9999
_DIGITS = 15  # that a spreadsheet keeps of a number


def shown_by(code: str, *, since_1904: bool = False) -> Shown:
    """How cells of a format code show a number.

    >>> shown_by("General")("3.0"), shown_by("#,##0")("1200000"), shown_by("0%")("0.25")
    ('3', '1,200,000', '25%')
    >>> shown_by("d mmm yyyy")("45444"), shown_by("mmm-yy")("45444")
    ('2024-06-01', '2024-06')
    """
    sections = _sections(code)
    if any(kind in ("date", "elapsed") for kind, _ in sections[0]):
        return partial(_date, _precision(sections[0]), since_1904)
    if any(kind == "rule" and re.match(r"\[[<>=]", value) for kind, value in sections[0]):
        return general
    return partial(_number, sections)


def general(value: str) -> str:
    """A number without a format.

    >>> general("0.30000000000000004"), general("1E+2"), general("7.0")
    ('0.3', '100', '7')
    """
    number = _decimal(value)
    if number is None:
        return value
    text = f"{+number.normalize():f}" if abs(number.adjusted()) < 21 else value
    kept = f"{float(number):.{_DIGITS}g}"
    return (
        kept if len(kept) < len(text) and "e" not in kept else text.replace("-0", "0", text == "-0")
    )


_Section = list[tuple[str, str]]


def _sections(code: str) -> list[_Section]:
    sections: list[_Section] = [[]]
    for token in _TOKEN.finditer(code[:255]):  # the longest code that a spreadsheet takes
        kind = token.lastgroup or "rest"
        if token["number"] is not None:
            sections[-1] += [("number", token["number"]), ("scale", token["scale"])]
        elif token["rest"] == ";":
            sections.append([])
        elif code.casefold().startswith("general", token.start()):
            sections[-1].append(("general", ""))
            break
        else:
            sections[-1].append((kind, token[kind] or ""))
    return sections


def _number(sections: list[_Section], value: str) -> str:
    """A number by the section for its sign."""
    number = _decimal(value)
    if number is None:
        return value
    section, sign = sections[0], "-" if number < 0 else ""
    if number < 0 and len(sections) > 1:
        section, sign = sections[1], ""
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    if not section and len(sections) > 1:
        return ""
    patterns = [text for kind, text in section if kind == "number"]
    kinds = {kind for kind, _ in section}
    if "general" in kinds or kinds & {"exponent"} or not kinds or len(patterns) > 1:
        return general(value)
    return (
        sign + "".join(_piece(kind, text, abs(number), section) for kind, text in section).strip()
    )


def _piece(kind: str, text: str, number: Decimal, section: _Section) -> str:
    if kind == "number":
        percents = sum(text == "%" for kind, text in section if kind == "rest")
        scale = sum(len(text) for kind, text in section if kind == "scale")
        return _digits(number.scaleb(2 * percents - 3 * scale), text)
    return text if kind in ("said", "one", "sign", "rest") and text != "@" else ""


def _digits(number: Decimal, pattern: str) -> str:
    """Digits as a pattern such as `#,##0.0#` asks for them."""
    whole, _, part = pattern.partition(".")
    rounded = number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    text = f"{rounded:{',' if ',' in whole else ''}f}"
    digits, _, decimals = text.partition(".")
    least = len(part.rstrip("#?"))
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    digits = digits.zfill(whole.count("0")) if "," not in whole else digits
    return f"{digits}.{decimals}" if decimals else digits


def _decimal(value: str) -> Decimal | None:
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 300 else None


def _precision(section: _Section) -> str:
    """How precise the dates are that a section shows: some of `y`, `m`, `d`, `h`, `s`, or `e`."""
    if any(kind == "elapsed" for kind, _ in section):
        return "e"
    letters = "".join(text for kind, text in section if kind == "date").casefold()
    clock = "h" in letters or "s" in letters
    if not clock and "d" not in letters and "y" in letters:
        return "ym" if "m" in letters else "y"
    day = "d" in letters or "y" in letters or not clock
    return ("d" if day else "") + ("h" if clock else "") + ("s" if "s" in letters else "")


_PATTERNS = {
    "y": "%Y",
    "ym": "%Y-%m",
    "d": "%Y-%m-%d",
    "h": "%H:%M",
    "hs": "%H:%M:%S",
    "dh": "%Y-%m-%d %H:%M",
    "dhs": "%Y-%m-%d %H:%M:%S",
}


def _date(precision: str, since_1904: bool, value: str) -> str:
    number = _decimal(value)
    if number is None or not 0 <= number <= _LAST_DAY:
        return general(value)
    if precision == "e":
        minutes, seconds = divmod(int((number * 86_400).to_integral_value()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    moment = _moment(number, since_1904)
    if moment is None:
        return general(value)
    return moment.strftime(_PATTERNS[precision]).zfill(4)


def _moment(number: Decimal, since_1904: bool) -> datetime | None:
    """The moment of a serial number; in the system of 1900 that year has a 29 February."""
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    if not since_1904 and number < 61:
        first += timedelta(days=1)
    try:
        return first + timedelta(seconds=int((number * 86_400).to_integral_value(ROUND_HALF_UP)))
    except OverflowError:
        return None
