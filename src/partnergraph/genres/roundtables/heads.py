"""What a line must look like to head a theme, a roundtable or a session, and what goes on from it.

`Roundtable 1: …`, `RT 2 – …`, `Session 1.1 …`, `Table ronde 3 : …`, `THEME 1`, `1.1 …`, `4. …`.
A mention in prose (`Roundtable 1 will …`) is no heading: it goes on in small letters.
"""

import re
from typing import NamedTuple

from partnergraph.lexicon import outline
from partnergraph.mentions.days import when

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_CODE = (
    r"\d{1,2}(?:\.\d{1,2})?|\d{1,2}[a-z]\b|(?-i:[IVX]{1,5}|[A-H])\b|"
    rf"(?:{'|'.join(_WORDS)})\b"
)
_LABELLED = re.compile(
    rf"(?P<label>(?P<table>{outline.pattern('roundtable')})(?:\s+{outline.pattern('session')})?"
    rf"|(?P<session>{outline.pattern('session')})|(?:{outline.pattern('theme')}))"
    rf"\s*(?:no\.?\s*|n[°º]\s*|\#\s*)?(?P<code>{_CODE})"
    r"(?P<sep>\s*[:.)–—-]+(?=\s|$)|\s*:|(?=\s|$))\s*(?P<rest>.*)",
    re.I,
)
_OPENING = r"(?P<rest>[A-ZÀ-Þ“\"‘'(¿].*)"
_BELOW = re.compile(
    rf"(?P<code>\d{{1,2}}\.\d{{1,2}}|[A-H]\.?\d{{1,2}})(?P<sep>\s*[:.)–—-]*)\s+{_OPENING}"
)
_APART = re.compile(rf"(?P<code>\d{{1,2}})(?P<sep>[.):])\s+{_OPENING}")
_VERB = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|is|are|was|were|has|have|had|"
    r"est|sont|sera|seront|es|son|será)\b"
)
_LAST = re.compile(r"[\w’']+$|[,–—&-]$")
_LONGEST = 240
_DECORATION = "#*_ "


class Head(NamedTuple):
    """A line that may be a heading: kind, code as printed, label, and where its title begins.

    `sure` is whether its punctuation alone makes it a heading, `closed` whether a full stop follows
    its number, `of_table` whether its label is the word for a roundtable.
    """

    kind: str
    code: str
    label: str
    start: int
    rest: str
    sure: bool = True
    closed: bool = False
    of_table: bool = False


def labelled(line: str) -> Head | None:
    """The heading a line is by its label.

    >>> labelled("ROUND TABLE 2. SECURE MIGRATION").rest, labelled("RT 1 discussions on practices")
    ('SECURE MIGRATION', None)
    """
    bare = line.lstrip(_DECORATION)
    found = _LABELLED.match(bare)
    if not found or not bare[0].isupper():
        return None
    rest, sep = found["rest"].strip(_DECORATION), found["sep"].strip()
    if rest and ":" not in sep and not (_opens(rest) or (sep and when(rest).date)):
        return None
    label = " ".join(bare[: found.end("code")].split())
    start = len(line) - len(bare) + found.start("rest")
    if outline.says("paper", rest):
        rest, start = "", len(line)
    sure, closed = bool(sep) or rest.isupper(), "." in sep
    of_table = bool(found["table"])
    kind = "roundtable" if of_table else "session" if found["session"] else "theme"
    if of_table and ("." in found["code"] or found["table"] != found["label"]):
        kind = "session"
    return Head(kind, _code(found["code"]), label, start, rest, sure, closed, of_table)


def below(line: str, above: str) -> Head | None:
    """The session that a line heads by its number, below the roundtable or theme `above`.

    >>> below("2.1 Fostering opportunities", "II").code, below("2.1 on fostering", "2")
    ('2.1', None)
    """
    head = _numbered(_BELOW, line)
    if not head or not above:
        return None
    first = re.split(r"\.|(?<=[A-H])", head.code)[0]
    return head if first == above or 0 < number(first) == number(above) else None


def apart(line: str) -> Head | None:
    """The session that a line heads by a number of its own: `4. The future of the Forum`."""
    return _numbered(_APART, line)


def hangs(line: str) -> bool:
    """Whether a line ends in a word or mark that something must follow.

    >>> hangs("Rights of"), hangs("Rights –"), hangs("Rights at work")
    (True, True, False)
    """
    last = _LAST.search(line)
    return last is not None and (last[0] in ",–—&-" or last[0].casefold() in outline.words("opens"))


def could_be_title(line: str) -> bool:
    """Whether words could be a title: no sentence, not too long."""
    sentence = line.endswith((".", "?", "!", ":", ";")) or _VERB.search(line)
    return 0 < len(line) <= _LONGEST and not sentence


def number(code: str) -> int:
    """The number a code stands for, 0 for a letter.

    >>> number("IV"), number("2"), number("three"), number("B")
    (4, 2, 3, 0)
    """
    if code.isdigit():
        return int(code)
    if code.casefold() in _WORDS:
        return _WORDS.index(code.casefold()) + 1
    values = [_ROMAN.get(letter, 0) for letter in code]
    if not code or not all(values):
        return 0
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _numbered(pattern: re.Pattern[str], line: str) -> Head | None:
    bare = line.lstrip(_DECORATION)
    found = pattern.match(bare)
    if not found or not _opens(found["rest"]):
        return None
    start = len(line) - len(bare) + found.start("rest")
    return Head("session", found["code"], found["code"], start, found["rest"].strip(_DECORATION))


def _opens(rest: str) -> bool:
    return not rest[0].islower() and ". " not in rest and not rest.endswith((".", ";", ","))


def _code(printed: str) -> str:
    return str(number(printed)) if printed.casefold() in _WORDS else printed
