"""The slots of a programme: lines that belong to one time, or to one panel and its people.

A slot begins with its hours, or with the heading of a panel or session below which its hours or
labelled people stand. It goes on over a page break, but not past a heading of another kind.
"""

import re
from dataclasses import dataclass, replace

from partnergraph.document.words import Text
from partnergraph.extractors.dates import first_date
from partnergraph.extractors.people import HONORIFIC
from partnergraph.extractors.programme.speaking import called, labelled

_CLOCK = r"(?:[01]?\d|2[0-3])(?:[.:h]| h )[0-5]\d(?: ?[ap]\.?m\.?)?|(?:1[0-2]|0?[1-9]) ?[ap]\.?m\.?"
_RANGE = rf"(?:{_CLOCK})\s*(?:-|–|—|to|à|a)\s*(?:{_CLOCK})"
_SLOT = re.compile(
    rf"\s*[|•▪*-]?\s*\(?(?P<time>{_RANGE}|(?:{_CLOCK})(?=\s*[|–—:]|\t|\s{{2,}}|$))\)?\s*[|:–—-]?\s*",
    re.I,
)
HOURS = re.compile(rf"[\s,;:(–—|-]*(?P<time>{_RANGE})\s*\)?$", re.I)
_KIND = (
    r"(?:(?:summary|opening|closing|high-level|expert|plenary|parallel|thematic|interactive) )*"
    r"(?:panel|session|roundtable|round table|workshop|dialogue|table ronde|mesa redonda|séance"
    r"|sesión)(?: (?:discussion|session))?"
)
_CODE = r"(?P<code>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}|[A-H])"
PANEL = re.compile(
    rf"\**(?P<label>{_KIND}(?: {_CODE}(?![\w]))?)\**\s*(?:[:.–—-]\s*(?P<title>\S.{{2,400}})|$)",
    re.I,
)
_NUMBERED = re.compile(rf"\**{_KIND} {_CODE}(?!\w)", re.I)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_DAY = re.compile(
    rf"\s*(?:#+ )?\**(?:(?:(?:day|jour|día) (?:\d|one|two|three|un|deux|uno|dos)\b|{_WEEKDAY})"
    r".{0,60}|[^a-zß-ÿ]{0,12}\d[\w ,–-]{6,40})",
    re.I,
)
_BREAK = re.compile(r"<[^<>]{0,200}>|[▪•●◦■]|\s\|\s|^\||\|$|\n")
_BULLET = re.compile(r"[-–—*•▪●◦■o]\s+")
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """Lines of a programme that belong together, the day they are on, and the hours printed."""

    first: int
    last: int
    day: str
    time: str


def slots(text: Text) -> list[Slot]:
    """The slots of a text in order; none where nothing looks like a programme."""
    found: list[Slot] = []
    day = ""
    for position, line in enumerate(text.lines):
        words = " ".join(line.text.split())
        if hours := _SLOT.match(_spaced(line.text)):
            if found and _waits(text, found[-1], position):
                found[-1] = replace(found[-1], last=position, time=_plain(hours["time"]))
            else:
                found.append(Slot(position, position, day, _plain(hours["time"])))
        elif is_day(words):
            day = first_date(words) or day
        elif _NUMBERED.match(words) and PANEL.match(words) and not _names_panel(text, found):
            found.append(Slot(position, position, day, ""))
        elif found and words and _continues(text, found[-1], position):
            found[-1] = replace(found[-1], last=position)
    return [slot for slot in found if slot.time or _has_people(text, slot)]


def is_day(words: str) -> bool:
    """Whether a line names a day of the programme, and nothing else."""
    return len(words) < 80 and bool(_DAY.fullmatch(words) and first_date(words))


def hours_end(line: str) -> int:
    """Where the hours that a line begins with end; 0 where it begins with none."""
    found = _SLOT.match(line)
    return found.end() if found else 0


def _plain(time: str) -> str:
    return " ".join(time.split())


def _waits(text: Text, slot: Slot, position: int) -> bool:
    """Whether a slot so far is a panel's heading, near above its hours."""
    near = position - slot.last <= _NEAR - 2
    return not slot.time and near and not _has_people(text, slot)


def _names_panel(text: Text, found: list[Slot]) -> bool:
    """Whether the last slot has hours and nothing else yet."""
    if not found or not found[-1].time or found[-1].first != found[-1].last:
        return False
    line = _spaced(text.lines[found[-1].first].text)
    return hours_end(line) >= len(line)


def _spaced(line: str) -> str:
    """A line with its tabs and runs of spaces, which part the cells of a table."""
    return line.replace("\u00a0", " ").strip()


def _continues(text: Text, slot: Slot, position: int) -> bool:
    line = text.lines[position].text
    words = line.strip()
    if position - slot.last == 1:
        return True
    between = text.lines[slot.last + 1 : position]
    near = len(between) < _NEAR and all(line.blank for line in between)
    if slot.time and (line[:1] in (" ", "\t", "|") or _BREAK.match(words)):
        return True
    return near and (labelled(words) or _addressed(_BULLET.sub("", words, count=1)))


def _has_people(text: Text, slot: Slot) -> bool:
    lines = [text.lines[p].text.strip() for p in range(slot.first, slot.last + 1)]
    return any(labelled(line) or _addressed(_BULLET.sub("", line, count=1)) for line in lines)


def _addressed(words: str) -> bool:
    return bool(re.match(HONORIFIC, words))


def breaks(line: str) -> list[tuple[int, int]]:
    """Where the parts of a line of a programme stand: between tags, bullets and cell borders."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in [*_BREAK.finditer(line), None]:
        stop = found.start() if found else len(line)
        if line[start:stop].strip(" |"):
            spans.append((start, stop))
        start = found.end() if found else stop
    return spans


def opens(line: str, words: str) -> bool:
    """Whether a line of a programme, or its first part, begins something new."""
    bullet = _BULLET.match(line)
    return bool(
        bullet or _BREAK.match(line) or called(words) or _addressed(words) or is_panel(words)
    )


def is_panel(words: str) -> bool:
    """Whether words are the heading of a panel or session."""
    return bool(PANEL.match(words))
