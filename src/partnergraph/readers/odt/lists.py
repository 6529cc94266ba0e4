"""OpenDocument lists: the mark that each item shows, counted through the document."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from partnergraph.readers.office.marks import drawn, numeral
from partnergraph.readers.xml import under

_DEEPEST = 10  # levels that a list of OpenDocument has
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLETS = ("text:list-level-style-bullet", "text:list-level-style-image")
_LEVELS = (*_BULLETS, "text:list-level-style-number", "text:outline-level-style")


class Level(NamedTuple):
    """A level of a list: a bullet, or a number's form with what stands around it."""

    bullet: str = ""
    form: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class Counter:
    """How far a list is counted, by level from 1."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The styles of a text's lists, and how far each list is counted."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles: dict[str, dict[int, Level]] = defaultdict(dict)
        for root in roots:
            for style in under(root, "text:list-style", "text:outline-style"):
                name = style.get("style:name", "") if style.tag == "text:list-style" else "\0"
                self._styles[name] = {_depth(e): _read(e) for e in under(style, *_LEVELS)}
        self._by_id: dict[str | None, Counter] = {}
        self._last: dict[str, Counter] = {}
        self._headings = Counter("\0")

    def begin(self, element: Element) -> Counter:
        """The counter of a list that begins: a new one, or that of the list it goes on with."""
        style = element.get("text:style-name", "")
        followed = element.get("text:continue-list")
        counter = self._by_id.get(followed) if followed else None
        if counter is None and element.get("text:continue-numbering") == "true":
            counter = self._last.get(style)
        counter = counter or Counter(style)
        self._last[style] = counter
        self._by_id[element.get("xml:id")] = counter
        return counter

    def mark(self, counter: Counter, style: str, depth: int, start: str = "") -> str:
        """The mark of the next item at a depth (from 1), which is counted by it.

        `style`: of the list there; `start`: the number that the item itself gives, if any.
        """
        levels = self._styles.get(style, {})
        level = levels.get(depth, Level())
        counts = counter.counts
        counts[depth] = _whole(start, counts.get(depth, level.start - 1) + 1)
        for below in range(depth + 1, _DEEPEST + 1):
            counts.pop(below, None)
        return level.bullet or _shown(levels, depth, counts)

    def heading(self, depth: int, start: str = "") -> str:
        """The number of the next heading of a level; empty where headings have none."""
        return self.mark(self._headings, "\0", depth, start)


def _shown(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    level = levels.get(depth, Level())
    if not level.form:
        return ""
    first = max(depth - level.shown + 1, 1)
    numbers = [
        numeral(counts.get(at, levels[at].start), _FORMS.get(levels[at].form, "decimal"))
        for at in range(first, depth + 1)
        if at in levels and levels[at].form
    ]
    return f"{level.before}{'.'.join(numbers)}{level.behind}".strip()


def _read(element: Element) -> Level:
    if element.tag in _BULLETS:
        return Level(bullet=drawn(element.get("text:bullet-char", "•")) or "•")
    return Level(
        form=element.get("style:num-format", ""),
        before=element.get("style:num-prefix", ""),
        behind=element.get("style:num-suffix", ""),
        start=_whole(element.get("text:start-value", ""), 1),
        shown=_whole(element.get("text:display-levels", ""), 1),
    )


def _depth(element: Element) -> int:
    return _whole(element.get("text:level", ""), 1)


def _whole(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) < 9 else otherwise
