"""What a line must look like to head a theme, a roundtable or a session, and what goes on from it.

`Roundtable 1: …`, `RT 2 – …`, `Session 1.1 …`, `Table ronde 3 : …`, `THEME 1`, `1.1 …`, `4. …`.
A mention in prose (`Roundtable 1 will …`) is no heading: it goes on in small letters.
"""

import re
from dataclasses import dataclass

from partnergraph.extractors.days import when

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROUNDTABLE = r"(?:round[\s-]?table|(?-i:RT)|table[\s-]ronde|mesa[\s-]redonda)"
_SESSION = r"(?:sub-?)?(?:session|séance|sesión)"
_THEME = r"(?:theme|thème|tema)"
_CODE = (
    r"\d{1,2}(?:\.\d{1,2})?|\d{1,2}[a-z]\b|(?-i:[IVX]{1,5}|[A-H])\b|"
    rf"(?:{'|'.join(_WORDS)})\b"
)
_OPENING = r"(?P<rest>[A-ZÀ-Þ“\"‘'(¿].*)"
_LABELLED = re.compile(
    rf"(?P<label>{_ROUNDTABLE}(?:\s+{_SESSION})?|{_SESSION}|{_THEME})"
    rf"\s*(?:no\.?\s*|n[°º]\s*|\#\s*)?(?P<code>{_CODE})"
    r"(?P<sep>\s*[:.)–—-]+(?=\s|$)|\s*:|(?=\s|$))\s*(?P<rest>.*)",
    re.I,
)
_BELOW = re.compile(
    rf"(?P<code>\d{{1,2}}\.\d{{1,2}}|[A-H]\.?\d{{1,2}})(?P<sep>\s*[:.)–—-]*)\s+{_OPENING}"
)
_APART = re.compile(rf"(?P<code>\d{{1,2}})(?P<sep>[.):])\s+{_OPENING}")
_LIST_LABEL = re.compile(
    r"(?:the |les |las )?(?:sessions?|séances?|sesiones|round[\s-]?tables?|tables rondes)\s*:?",
    re.I,
)
_SINGLE_LABEL = re.compile(
    r"(?:separate|special|plenary|closing|final|extra) (?:session|plenary)\s*:?"
    r"|(?:séance|session) (?:séparée|spéciale|plénière)\s*:?",
    re.I,
)
_OTHER_LABEL = re.compile(
    r"(?:[\w-]+[\s-]){0,2}(?:objectives?|goals?|targets?|chairs?|moderators?|speakers?|panell?ists?|"
    r"venue|date|time|rapporteurs?|coordinators?|background|guiding|questions?|facilitators?)"
    r"\b.{0,30}?:",
    re.I,
)
_NO_TITLE = re.compile(
    r"(?:(?:provisional|draft|final) )?(?:programme|program|agenda|summary|report|concept note"
    r"|(?:background|discussion) (?:paper|note)|ordre du jour|programa)(?: of work)?",
    re.I,
)
_GENERAL = re.compile(
    r"(?:introduction|background|context|conclusions?|recommendations?|annex(?:es)?|appendix|outlook"
    r"|references|bibliography|next steps|(?:the )?way forward|summary|contacts?|acknowledge?ments"
    r"|methodology|(?:guiding|key) questions|contexte|antecedentes|conclusiones|anexos?)\b.{0,20}",
    re.I,
)
_HANGING = re.compile(
    r"(?:\b(?:of|in|the|an?|and|or|to|at|by|from|on|with|for|as|its|their|this|that|between|through|"
    r"du|de|des|la|le|les|et|en|pour|sur|y|del|los|las|para)|[,–—&-])$",
    re.I,
)
_VERB = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|is|are|was|were|has|have|had|"
    r"est|sont|sera|seront|es|son|será)\b"
)
_CLOSED = (".", "?", "!", ":", ";")
_LONGEST_LINE = 300
_LONGEST_TITLE = 240
_RUNS_ON = 45


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may be a heading: kind, code as printed, label, and where its title begins.

    `sure` is whether its punctuation alone makes it a heading, `ends_sentence` whether a full stop
    follows its number.
    """

    kind: str
    code: str
    label: str
    rest: str
    start: int
    sure: bool
    ends_sentence: bool

    @property
    def round_table(self) -> bool:
        """Whether its label is the word for a roundtable."""
        return is_of_roundtable(self.label)


def labelled(line: str) -> Head | None:
    """The heading a line is by its label.

    >>> labelled("ROUND TABLE 2. SECURE MIGRATION").rest, labelled("RT 1 discussions on practices")
    ('SECURE MIGRATION', None)
    """
    if len(line) > _LONGEST_LINE:
        return None
    bare = line.lstrip("#*_ ")
    found = _LABELLED.match(bare)
    if not found:
        return None
    rest, sep = found["rest"].strip("*_ "), found["sep"].strip()
    if rest and ":" not in sep and not (_opens(rest) or (sep and when(rest).date)):
        return None
    kind = _kind(found["label"], found["code"])
    label = " ".join(bare[: found.end("code")].split())
    start = len(line) - len(bare) + found.start("rest")
    if _NO_TITLE.fullmatch(rest):
        rest, start = "", len(line)
    return Head(
        kind, _code(found["code"]), label, rest, start, bool(sep) or rest.isupper(), "." in sep
    )


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


def is_of_roundtable(label: str) -> bool:
    """Whether a label says that it is of a roundtable: `Roundtable 2`, `Roundtable Session 1.1`."""
    return bool(re.match(_ROUNDTABLE, label, re.I))


def is_general(title: str) -> bool:
    """Whether a title is one that any paper may have: `Introduction`, `Conclusions`."""
    return bool(_GENERAL.fullmatch(title))


def is_list_label(line: str) -> bool:
    """Whether a line only announces the sessions that follow."""
    return bool(_LIST_LABEL.fullmatch(line) or _SINGLE_LABEL.fullmatch(line))


def is_single_label(line: str) -> bool:
    """Whether a line announces one session outside the roundtables."""
    return bool(_SINGLE_LABEL.fullmatch(line))


def is_label(line: str) -> bool:
    """Whether a line is a heading or label of its own, and so no part of a title."""
    return bool(
        _LABELLED.match(line)
        or _OTHER_LABEL.match(line)
        or _NO_TITLE.fullmatch(line)
        or is_list_label(line)
    )


def is_bare_label(line: str) -> bool:
    """Whether a line is the label of a roundtable or theme and nothing else: `Roundtable 4`."""
    found = _LABELLED.fullmatch(line)
    return bool(found and not found["rest"] and line[:1].isupper())


def hangs(line: str) -> bool:
    """Whether a line ends in a word or mark that something must follow."""
    return bool(_HANGING.search(line))


def runs_on(line: str) -> bool:
    """Whether prose in this line goes on in the next."""
    if not line or line.isupper():
        return False
    return hangs(line) or (len(line) >= _RUNS_ON and line[-1].islower())


def could_be_title(words: str) -> bool:
    """Whether words could be a title: no sentence, not too long."""
    return len(words) <= _LONGEST_TITLE and not words.endswith(_CLOSED) and not _VERB.search(words)


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
    if len(line) > _LONGEST_LINE:
        return None
    bare = line.lstrip("#*_ ")
    found = pattern.match(bare)
    if not found or not _opens(found["rest"]):
        return None
    start = len(line) - len(bare) + found.start("rest")
    return Head(
        "session", found["code"], found["code"], found["rest"].strip("*_ "), start, True, False
    )


def _opens(rest: str) -> bool:
    return not rest[0].islower() and ". " not in rest and not rest.endswith((".", ";", ","))


def _kind(label: str, code: str) -> str:
    if re.fullmatch(_THEME, label, re.I):
        return "theme"
    return "session" if "." in code or re.search(_SESSION, label, re.I) else "roundtable"


def _code(printed: str) -> str:
    return str(number(printed)) if printed.casefold() in _WORDS else printed
