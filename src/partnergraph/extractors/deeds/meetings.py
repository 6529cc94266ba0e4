"""Sessions and roundtables referred to in prose, as parts of this document or of other meetings.

`Brussels RT 1` and `RT 1 in Brussels` are one Roundtable, named as printed, of another meeting;
never a country. `session 2.1` is this document's own, if it heads one.
"""

import re

from partnergraph.document.words import Passage
from partnergraph.extractors.deeds.references import Reference, meetings, references
from partnergraph.extractors.deeds.session_links import Use
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.ids import slug

_KINDS = {"roundtable": "Roundtable", "session": "Session"}
_FAR = 16
_ELSEWHERE = re.compile(r"\b(?:since|after|before|until|prior to|who|which|whose|than)\b")
_AND = re.compile(r",|&|\b(?:and|as well as)\b")


class Meetings:
    """What the document's prose refers to."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._own: dict[tuple[str, str], Mention] = {}
        self._others: dict[tuple[str, str, str], Mention] = {}
        self._names = _names(draft)
        for mention in draft.headed(*_KINDS.values()):
            self._own.setdefault((mention.label, draft.code(mention)), mention)

    @property
    def sessions(self) -> bool:
        """Whether the document heads sessions of its own."""
        return any(label == "Session" for label, _ in self._own)

    def own(self, code: str, *labels: str) -> Mention | None:
        """The document's own session or roundtable of that code."""
        return next(
            (self._own[label, code] for label in labels if (label, code) in self._own), None
        )

    def referred(self, sentence: Passage, use: Use) -> list[Mention]:
        """What a session builds on or complements, of what the words from there on refer to."""
        text = sentence.text
        found = [r for r in references(text) if use.start <= r.start and r.stop <= use.stop]
        targets = [self._mention(sentence, r) for r in _reached(text, use.start, found)]
        targets += [self._meeting(sentence, meeting) for meeting in _met(text, use)]
        return [target for target in targets if target]

    def _meeting(self, sentence: Passage, meeting: re.Match[str]) -> Mention:
        words = sentence[meeting.start() : meeting.end()]
        return self.draft.stated("Organisation", words, kind="meeting")

    def _mention(self, sentence: Passage, reference: Reference) -> Mention | None:
        words = sentence[reference.start : reference.stop]
        if not reference.place:
            return self.own(reference.code, reference.label, *_KINDS.values())
        other = self._other(reference, words)
        self.draft.alias(other, words.text)
        return Mention(other.id, other.label, words)

    def _other(self, reference: Reference, words: Passage) -> Mention:
        """The roundtable of another meeting, made when it is first linked to."""
        key = _key(reference)
        if key not in self._others:
            code = f"{slug(reference.place)}-rt-{reference.code}"
            self._others[key] = self.draft.part(reference.label, code, words, self._names[key])
            self.draft.property(self._others[key], code=reference.code)
        return self._others[key]


def _names(draft: Draft) -> dict[tuple[str, str, str], str]:
    """What each is called: with the place first (`Brussels RT 1`) where the text prints that."""
    text = draft.text.whole.text
    names: dict[tuple[str, str, str], str] = {}
    for reference in references(text):
        if reference.place:
            known = names.setdefault(_key(reference), reference.name)
            if reference.name.startswith(reference.place) and not known.startswith(reference.place):
                names[_key(reference)] = reference.name
    return names


def _key(reference: Reference) -> tuple[str, str, str]:
    return reference.label, slug(reference.place), reference.code


def _reached(text: str, start: int, found: list[Reference]) -> list[Reference]:
    """The references that belong to a verb: the first if it is near, others joined to it."""
    reached: list[Reference] = []
    for reference in found:
        between = text[reached[-1].stop if reached else start : reference.start]
        same = bool(reached) and reference.start == reached[-1].start
        joined = bool(reached) and bool(_AND.search(between))
        if not (same or ((joined or not reached) and _near(between))):
            break
        reached.append(reference)
    return reached


def _met(text: str, use: Use) -> list[re.Match[str]]:
    """The meetings named near a verb, in its own clause."""
    return [
        meeting
        for meeting in meetings(text)
        if use.start <= meeting.start() < use.stop and _near(text[use.start : meeting.start()])
    ]


def _near(between: str) -> bool:
    return len(between.split()) <= _FAR and not _ELSEWHERE.search(between)
