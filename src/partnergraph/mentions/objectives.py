"""Objectives and targets named by number: `GCM objective 8`, `SDG target 10.7`, `Objectives 6-8`.

Numbers are those of the Global Compact for Safe, Orderly and Regular Migration (A/RES/73/195) and
of the Sustainable Development Goals and targets (A/RES/70/1).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from partnergraph.document.words import Passage

_COMPACT = (
    r"(?:GCM|PMM|Global Compact(?: for (?:Safe,? Orderly,? and Regular )?Migration)?(?: \(GCM\))?"
    r"|Pacte mondial(?: (?:sur|pour) les migrations)?"
    r"|Pacto Mundial(?: (?:sobre|para) la Migración)?)"
)
_GOALS = (
    r"(?:SDGs?|ODD|ODS|(?:Sustainable Development|Global) Goals?(?: \(SDGs?\))?"
    r"|Objectifs? de développement durable|Objetivos? de Desarrollo Sostenible)"
)
_OBJECTIVE = r"(?i:objectives?|objectifs?|objetivos?|objs?\.?(?= \d))"
_TARGET = r"(?i:targets?|cibles?|metas?)"
_NUMBER = r"\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?!\w|[.,]\d|\s*%|\s*per\s?cent)"
_AND = r"(?:\s*[,;/&–-]\s*(?:and\s|or\s)?|\s+(?:and|or|to|et|ou|à|y|o|a)\s+)"
_LIST = rf"(?P<list>{_NUMBER}(?:{_AND}{_NUMBER})*)"
_NO = r"(?:\s+(?i:nos?\.?|n°))?[\s:]+"
_OF = r"\s+(?:(?:of|in|under) (?:the )?|du |des |de l[ao]s? |del )"
FORMS = tuple(
    (framework, re.compile(rf"(?<![\w-]){pattern}"))
    for framework, pattern in (
        ("GCM", rf"{_COMPACT}(?:['’]s)?,?\s+(?P<head>{_OBJECTIVE}){_NO}{_LIST}"),
        ("GCM", rf"(?P<head>{_OBJECTIVE}){_NO}{_LIST}{_OF}{_COMPACT}(?!\w)"),
        ("SDG", rf"(?:{_GOALS}['’]?s?,?\s+)(?P<head>{_TARGET}){_NO}{_LIST}"),
        ("SDG", rf"(?P<head>{_TARGET}){_NO}{_LIST}{_OF}{_GOALS}(?!\w)"),
        ("SDG", rf"(?P<head>{_GOALS})(?:[\s:]+|-){_LIST}"),
    )
)
_BARE = re.compile(rf"(?<![\w-])(?P<head>{_OBJECTIVE}|{_TARGET}){_NO}{_LIST}")
OPENER = re.compile(
    rf"(?:{_COMPACT}\s+{_OBJECTIVE}{_NO}(?P<gcm>{_NUMBER})"
    rf"|{_GOALS}(?:\s+{_TARGET})?{_NO}(?P<sdg>{_NUMBER}))\s*(?:[:.–—-](?=\s|$)|$)"
)
BARE_OPENER = re.compile(
    rf"{_OBJECTIVE}{_NO}(?P<gcm>{_NUMBER})\s*[:.–—-]\s+(?P<sdg>(?!))?(?=[A-Z])"
)
_DIGIT = re.compile(r"\d")
_CLOSE = 12
_RANGE = re.compile(r"(\d+)\s*(?:–|-|to|à|a)\s*(\d+)")


class Reference(NamedTuple):
    """An objective named by its number, and the words that name it.

    They are those of the whole list of numbers or, where it is long, of its head and the number.
    """

    framework: str
    number: str
    words: Passage

    @property
    def torn(self) -> bool:
        """Whether other words stand between the words that name it."""
        return len(self.words.words) <= self.words.words[-1].place - self.words.words[0].place


def references(
    passage: Passage, bare: str | None = None, alone: bool = False
) -> Iterator[Reference]:
    """The objectives and targets that a passage names by number.

    `bare` is the framework of those named without one (`Objective 16`), if they shall count.
    `alone`: the passage holds nothing else, so that all numbers of a list are meant.

    >>> from partnergraph.document.words import Text
    >>> text = Text.of("SDG targets 8.7 and 8.8, GCM Objective 16 and 3 others, 24 SDG indicators")
    >>> [reference[:2] for reference in references(text.passage(0))]
    [('GCM', '16'), ('SDG', '8.7'), ('SDG', '8.8')]
    """
    if not _DIGIT.search(passage.text):
        return
    seen: set[tuple[str, str]] = set()
    read: list[range] = []
    for framework, pattern in (*FORMS, *([(bare, _BARE)] if bare else [])):
        for match in pattern.finditer(passage.text):
            if pattern is _BARE and any(match.start() in span for span in read):
                continue
            numbers, end = _numbers(match, alone)
            read.append(range(match.start(), end))
            whole = passage[match.start() : end]
            for number in numbers:
                words = whole if len(whole.words) <= _CLOSE else _apart(passage, match, number)
                if words and (framework, number) not in seen:
                    seen.add((framework, number))
                    yield Reference(framework, number, words)


def _apart(passage: Passage, match: re.Match[str], number: str) -> Passage:
    """What heads a long list of numbers, and one of them if it is a word of its own."""
    listed = passage.cut(match, "list")
    own = [w._replace(text=number) for w in listed.words if w.text.rstrip(",;") == number][:1]
    head = passage[match.start() : match.start("list")].words if own else ()
    return Passage(passage.source, (*head, *own))


def _numbers(match: re.Match[str], alone: bool) -> tuple[list[str], int]:
    """The numbers meant, and where the words that name them end.

    Behind a singular, unless it stands alone, only the first is sure and what has the form of a
    target: in *SDG 10 and 16 countries* sixteen is no goal.
    """
    head, listed = match["head"], match["list"]
    found = list(re.finditer(_NUMBER, listed))
    several = alone or re.search(r"s\)?$", head) or all("." in number[0] for number in found)
    if not several:
        found, listed = found[:1], found[0][0]
    numbers = [number[0] for number in found]
    for first, last in _RANGE.findall(listed) if "." not in listed else ():
        numbers += map(str, range(int(first) + 1, int(last)))
    if re.fullmatch(_TARGET, head):
        numbers = [number for number in numbers if "." in number]
    whole = len(listed) == len(match["list"])
    return numbers, match.end() if whole else match.start("list") + len(listed)
