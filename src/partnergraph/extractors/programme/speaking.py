"""The words that say who moderates and who speaks: labels before names, roles behind them.

In goes a part of a programme, out come entries: the words up to the next label, each with the role
its people have (`MODERATED`, `SPOKE_AT`, none where nothing says). A label in the singular
(`Moderator:`) speaks of its own entry; one in the plural of all up to the next.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partnergraph.passage import Passage

_MODERATES = (
    r"(?:co-?)?(?:moderat(?:ors?|ion|ed by)|chair(?:s|persons?|m[ae]n|wom[ae]n|ed by)?"
    r"|facilitat(?:ors?|ed by|ion)|président(?:e?s?|ence)|présidée? par|modérat(?:eurs?|rices?|ion)"
    r"|animat(?:eurs?|rices?|ion)|moderador(?:a|es|as)?|moderación|moderad[ao] por|preside"
    r"|presidencia|facilitador(?:a|es|as)?)"
)
_SPEAKS = (
    r"(?:(?:key|lead|main|guest|invited|special|opening|closing|distinguished|expert) )?"
    r"(?:panell?ists?|panel members?|speakers?|presenters?|presentations?|discussants?|respondents?"
    r"|keynote(?: (?:speakers?|address|speech|remarks|statement))?|rapporteurs?|resource persons?"
    r"|(?:opening|closing|welcom(?:e|ing)|introductory|concluding|framing|special)"
    r" (?:remarks|address|statements?|speech|words)|guests?|remarks|introduced by|welcomed by"
    r"|intervenante?s?|interventions?|panélistes?|orat(?:eurs?|rices?)|conférenci(?:ers?|ères?)"
    r"|allocutions?|ponentes?|panelistas?|oradore?s?|oradoras?|expositor(?:a|es|as)?)"
)
LABEL = re.compile(
    rf"(?:(?P<moderates>{_MODERATES})|(?P<speaks>{_SPEAKS}))(?:\(s\))?(?: by)?\s*:\s*", re.I
)
_OTHER = re.compile(r"[A-ZÀ-Þ][\w’'/-]*(?: [\w’'/-]+){0,4}\s?:\s")
_ANY = re.compile(rf"(?:^|(?<=[\s;.|(]))(?:{_MODERATES}|{_SPEAKS})(?:\(s\))?(?: by)?\s*:", re.I)
_SEVERAL = re.compile(r"s(?:\(s\))?\s*:|\(s\)\s*:|es\s*:", re.I)
_BEHIND = re.compile(
    r"(?:(?:session|panel) )?(?:co-?)?(?:moderator|chair(?:person)?|modérateur|modératrice"
    r"|moderadora?)(?: of the (?:session|panel|meeting))?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of a programme that belong together; `role` is empty where no label says it.

    `labelled` is whether a label stands over it.
    """

    words: Passage
    role: str
    labelled: bool


def entries(parts: Iterable[Passage]) -> Iterator[Entry]:
    """The parts of a slot cut at their labels, each with its people's role."""
    role, lasts = "", True
    for part in parts:
        for words in _cut(part):
            label = LABEL.match(words.text)
            if not label and _OTHER.match(words.text):
                role, lasts = "", True
            if label:
                role = "MODERATED" if label["moderates"] else "SPOKE_AT"
                lasts = bool(_SEVERAL.search(label[0])) or role == "SPOKE_AT"
                words = words[label.end() : len(words.text)]
            yield Entry(words, role, bool(role))
            if not lasts and words.text.strip():
                role, lasts = "", True


def moderates(words: str) -> bool:
    """Whether what stands behind a name says that this person moderates.

    >>> moderates("Moderator"), moderates("Moderator of BBC Debates")
    (True, False)
    """
    return bool(_BEHIND.fullmatch(words.strip()))


def labelled(words: str) -> bool:
    """Whether words begin with a label for who moderates or speaks."""
    return bool(LABEL.match(words))


def called(words: str) -> bool:
    """Whether words begin with any label: `Team members: …`."""
    return bool(LABEL.match(words) or _OTHER.match(words))


def _cut(part: Passage) -> Iterator[Passage]:
    starts = sorted({0, *(found.start() for found in _ANY.finditer(part.text))})
    for start, stop in zip(starts, [*starts[1:], len(part.text)], strict=True):
        words = part.text[start:stop]
        if words.strip():
            yield part[start : start + len(words.rstrip(" ;|"))]
