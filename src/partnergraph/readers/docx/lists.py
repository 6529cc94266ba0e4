"""Word's lists: the mark that each item shows, counted through the document."""

import re
from collections import defaultdict
from typing import NamedTuple
from xml.etree.ElementTree import Element

from partnergraph.readers.docx.accepted import number, on, value
from partnergraph.readers.office.marks import drawn, numeral

_LEVELS = range(9)  # levels that a list of Word has
_COUNTER = re.compile(r"%([1-9])")
_LONGEST_MARK = 40


class Level(NamedTuple):
    """A level of a list: its first number, the form of numbers, the text around them."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: int | None = None
    legal: bool = False
    style: str = ""


class Lists:
    """The lists of a file, and how far each is counted."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._take(root)

    def _take(self, root: Element) -> None:
        lists = {e.get("w:numId", ""): e for e in root.findall("w:num")}
        abstract = {e.get("w:abstractNumId", ""): e for e in root.findall("w:abstractNum")}
        styled = {value(e, "w:styleLink"): key for key, e in abstract.items()}
        for key, element in abstract.items():
            linked = styled.get(value(element, "w:numStyleLink") or "\0", key)
            self._abstract[key] = _levels(abstract[linked])
        for key, element in lists.items():
            overridden = element.findall("w:lvlOverride")
            starts = {_level(e): number(e, "w:startOverride") for e in overridden}
            own = self._abstract.get(value(element, "w:abstractNumId"), {})
            self._lists[key] = (
                value(element, "w:abstractNumId"),
                own | {_level(lvl): _read(lvl) for e in overridden for lvl in e.findall("w:lvl")},
                {level: start for level, start in starts.items() if start is not None},
            )

    def level_of(self, list_id: str, style: str) -> int:
        """The level that a list has for a paragraph style; 0 where it names none."""
        levels = self._lists.get(list_id, ("", {}, {}))[1]
        return next((n for n, level in levels.items() if style and level.style == style), 0)

    def mark(self, list_id: str, depth: int) -> str:
        """The mark of the next item at a level (from 0) of a list, which is counted by it."""
        if list_id not in self._lists or depth not in _LEVELS:
            return ""
        abstract, levels, starts = self._lists[list_id]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[abstract]
        for above in range(depth):
            counts.setdefault(above, levels.get(above, Level()).start)
        counts[depth] = self._next(list_id, depth, counts.get(depth), starts, level)
        for below in range(depth + 1, len(_LEVELS)):
            restarts = levels.get(below, Level()).restarts
            if restarts is None or depth < restarts:
                counts.pop(below, None)
        return _shown(level, counts, levels)

    def _next(
        self, list_id: str, depth: int, known: int | None, starts: dict[int, int], level: Level
    ) -> int:
        if depth in starts and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            return starts[depth]
        if known is None:
            return starts.get(depth, level.start)
        return known + 1


def _shown(level: Level, counts: dict[int, int], levels: dict[int, Level]) -> str:
    if level.form == "bullet":
        return drawn(level.text).strip() or ("•" if level.text.strip() else "")
    if level.form == "none" and not _COUNTER.sub("", level.text).strip():
        return ""

    def counted(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = levels.get(at, Level()).form
        if form in ("none", "bullet"):
            return ""
        return numeral(counts.get(at, 1), "decimal" if level.legal else form)

    return _COUNTER.sub(counted, level.text).strip()[:_LONGEST_MARK]


def _levels(abstract: Element) -> dict[int, Level]:
    return {_level(element): _read(element) for element in abstract.findall("w:lvl")}


def _level(element: Element) -> int:
    said = element.get("w:ilvl", "0")
    return int(said) if said.isdecimal() and len(said) < 3 else 0


def _read(element: Element) -> Level:
    start = number(element, "w:start")
    return Level(
        start=0 if start is None else start,
        form=_form(element),
        text=value(element, "w:lvlText"),
        restarts=number(element, "w:lvlRestart"),
        legal=on(element.find("w:isLgl")),
        style=value(element, "w:pStyle"),
    )


def _form(element: Element) -> str:
    """A level's form of numbers; newer ones stand in an alternative beside a plain one."""
    found = next(element.iter("w:numFmt"), None)
    said = "decimal" if found is None else found.get("w:val", "decimal")
    return "decimalZero" if found is not None and said == "custom" else said
