"""The words that say who moderates and who speaks: labels before names, roles behind them.

In goes a part of a programme, out come entries: the words up to the next label, each with the role
its people have (`MODERATED`, `SPOKE_AT`, none where nothing says). A label in the singular
(`Moderator:`) speaks of its own entry; one in the plural of all up to the next.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon

_SPEAKERS = ("MODERATED", "SPOKE_AT")
_NOTED = "rapporteur"
_OTHER = re.compile(r"[A-ZÀ-Þ][\w’'/-]*(?: [\w’'/-]+){0,4}\s?:\s")
_SEVERAL = re.compile(r"s(?:\(s\))?\s*:|\(s\)\s*:|es\s*:", re.I)
_LABEL = re.compile(r"([^:]{1,60}?)\s*:\s*")
_COLON = re.compile(r"\s*:")
_WORD = re.compile(r"(?:^|(?<=[\s;.|(]))[\w’'(-]")
_LONGEST = 60
_MOST_WORDS = 4
_HEAD = "panel"  # within a line it ends a panel's own heading: `SUMMARY PANEL: …`


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of a programme that belong together; `role` is empty where no label says it.

    `labelled` is whether a label stands over it, and `cue` that label's words.
    """

    words: Passage
    role: str
    labelled: bool
    cue: Passage | None = None


def entries(parts: Iterable[Passage]) -> Iterator[Entry]:
    """The parts of a slot cut at their labels, each with its people's role."""
    role, cue, lasts = "", None, True
    for part in parts:
        for words in _cut(part):
            label = _LABEL.match(words.text)
            said = _role(label[1]) if label else ""
            if not said and _OTHER.match(words.text):
                role, cue, lasts = "", None, True
            if label and said:
                role, cue = said, words.cut(label, 1)
                lasts = bool(_SEVERAL.search(label[0])) or role == "SPOKE_AT"
                words = words[label.end() : len(words.text)]
            yield Entry(words, role, bool(role), cue)
            if not lasts and words.text.strip():
                role, cue, lasts = "", None, True


def moderates(words: str) -> bool:
    """Whether what stands behind a name says that this person moderates.

    >>> moderates("Moderator"), moderates("Moderator of BBC Debates")
    (True, False)
    """
    return _role(words) == "MODERATED"


def labelled(words: str) -> bool:
    """Whether words begin with a label for who moderates or speaks."""
    label = _LABEL.match(words)
    return bool(label and _role(label[1]))


def _role(label: str) -> str:
    """What people behind a label do: MODERATED, SPOKE_AT or nothing of these."""
    entry = lexicon().label(label)
    if entry is None or not _is_label(label):
        return ""
    if entry.id == _NOTED:
        return "SPOKE_AT"
    types = {tie.type for tie in entry.ties}
    return next((type for type in _SPEAKERS if type in types), "")


def _is_label(words: str) -> bool:
    """Whether words begin as a label does, with no article and no preposition."""
    first = words.split()[0].casefold() if words.split() else ""
    return first not in lexicon().small("determiner", "en") + lexicon().small("preposition", "en")


def called(words: str) -> bool:
    """Whether words begin with any label: `Team members: …`."""
    return labelled(words) or bool(_OTHER.match(words))


def _cut(part: Passage) -> Iterator[Passage]:
    starts = sorted({0, *_starts(part.text)})
    for start, stop in zip(starts, [*starts[1:], len(part.text)], strict=True):
        words = part.text[start:stop]
        if words.strip():
            yield part[start : start + len(words.rstrip(" ;|"))]


def _starts(text: str) -> Iterator[int]:
    """Where the labels of a text begin: the longest run of words before a colon that is one."""
    for colon in _COLON.finditer(text):
        begins = [
            m.start() for m in _WORD.finditer(text, max(colon.start() - _LONGEST, 0), colon.start())
        ]
        for begin in begins[-_MOST_WORDS:]:
            label = text[begin : colon.start()]
            if _role(label) and not (begin and label.casefold() == _HEAD):
                yield begin
                break
