"""Numbered roundtables and sessions, and meetings called by their town, that prose refers to.

Another meeting's (`Brussels RT 1`, `the RT3.1 session in Brussels`) or the document's own (`session
2.1`, `Roundtable 1`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.mentions.shapes import CAPITAL

_CODE = r"\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)"
_ROUNDTABLE = r"(?:RTs?|[Rr]ound[ -]?[Tt]ables?|[Tt]ables? rondes?|[Mm]esas? redondas?)"
_SESSION = r"(?:[Ss]essions?|[Ss]éances?|[Ss]esi(?:ón|ones))"
_LABEL = rf"(?:{_ROUNDTABLE}(?: [Ss]essions?)?|{_SESSION})"
_NO_PLACE = (
    r"(?!(?:This|The|That|These|In|It|Its|At|By|For|From|Of|On|Under|As|And|But|Also|Both|Each|"
    r"Session|Sessions|Roundtable|Roundtables|RT|RTs|See|While|With|During|After|Like|GFMD|Forum|"
    r"Global|La|Les?|Cette|Esta|El|Los|Las|\w+ing)\b)"
)
_TOWN = rf"{_NO_PLACE}[{CAPITAL}][\w’-]+(?: [{CAPITAL}][\w’-]+)?"
_YEAR = r"(?:19|20)\d\d"
_PLACE = rf"(?:{_TOWN}(?: {_YEAR})?|GFMD {_YEAR}|{_YEAR}(?: GFMD| {_TOWN})?)"
_LIST = rf"{_CODE}(?:(?:, | and |, and | & ){_LABEL} ?{_CODE}|(?:, | and |, and | & ){_CODE})*"
_REFERENCE = re.compile(
    rf"(?:(?P<before>{_PLACE})(?:[’']s?)? )?(?<![\w-])(?P<label>{_LABEL}) ?(?P<codes>{_LIST})"
    rf"(?: (?P<session>[Ss]essions?)(?![\w-]))?"
    rf"(?: (?:in|of|at|from|during|de|à|en|d[’'])(?: the)? ?(?P<after>{_PLACE}))?(?![\w-])"
)
_MEETING = re.compile(
    rf"(?:{_TOWN} (?:meeting|summit|conference)|(?:GFMD|Forum) meeting in {_TOWN})(?![\w-])"
)


class Numbered(NamedTuple):
    """A roundtable or session and the characters that name it.

    `label` is Roundtable or Session, `place` the meeting's town or year, empty for the document's
    own; `name` is how the words name this one of them.
    """

    start: int
    stop: int
    label: str
    code: str
    place: str
    name: str


def numbered(sentence: str) -> Iterator[Numbered]:
    """The roundtables and sessions a sentence refers to.

    >>> [(r.label, r.name) for r in numbered("begun in RT 1 in Brussels and Brussels RT 2")]
    [('Roundtable', 'RT 1 in Brussels'), ('Roundtable', 'Brussels RT 2')]
    """
    for found in _REFERENCE.finditer(sentence):
        codes = re.findall(_CODE, found["codes"])
        place = found["before"] or found["after"] or ""
        for code in codes:
            session = "." in code or found["session"] or re.fullmatch(_SESSION, found["label"])
            name = found[0] if len(codes) == 1 else f"{place} RT {code}".strip()
            label = "Session" if session else "Roundtable"
            yield Numbered(found.start(), found.end(), label, code, place, name)


def of_towns(sentence: str) -> Iterator[re.Match[str]]:
    """The meetings a sentence names by their town: `the Brussels meeting`."""
    return _MEETING.finditer(sentence)
