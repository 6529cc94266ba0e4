"""A document cut into the sentences in which names are looked for, each with one owner at most."""

import re
from collections.abc import Iterator

from partnergraph.document.words import Line, Passage, Word
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.markers import marker

_BREAK = re.compile(r"<[^<>]{1,200}>|[▪•■\t]| \| ")
_ENDED = tuple('.?!:;”"')
_LONGEST = 400
_LONGEST_WORD = 200
FURNITURE = "page furniture"


def pieces(draft: Draft) -> Iterator[Passage]:
    """The sentences of a document: those of each owner's words, then those nobody owns.

    A paragraph that a page break cuts is read on where the next begins in lower case; list items,
    markup and lines taken for different things are kept apart.
    """
    owned: dict[str, list[Word]] = {}
    for place, owner in draft.owners.items():
        owned.setdefault(owner.id, []).append(draft.text.words[place])
    for words in owned.values():
        yield from _sentences(Passage(draft.text, sorted(words)))
    for run in _runs(draft):
        yield from _sentences(Passage(draft.text, run))


def _sentences(passage: Passage) -> Iterator[Passage]:
    start = 0
    for match in _BREAK.finditer(passage.text):
        yield from _bounded(passage[start : match.start()].sentences())
        start = match.end()
    yield from _bounded(passage[start : len(passage.text)].sentences())


def _bounded(sentences: Iterator[Passage]) -> Iterator[Passage]:
    """Sentences of no more words, and words of no more letters, than any writer uses."""
    for sentence in sentences:
        words = [word for word in sentence.words if len(word.text) <= _LONGEST_WORD]
        for first in range(0, len(words), _LONGEST):
            yield Passage(sentence.source, words[first : first + _LONGEST])


def _runs(draft: Draft) -> Iterator[list[Word]]:
    run: list[Word] = []
    last = -1
    for position, line in enumerate(draft.text.lines):
        if line.blank or draft.skipped.get(position, "").startswith(FURNITURE):
            continue
        free = [word for word in line.words if word.place not in draft.owners]
        if run and not (len(free) == len(line.words) and _goes_on(draft, last, position, run[-1])):
            yield run
            run = []
        run.extend(free)
        last = position
    if run:
        yield run


def _goes_on(draft: Draft, last: int, position: int, word: Word) -> bool:
    line: Line = draft.text.lines[position]
    if marker(line.text) or draft.taken_for(last) != draft.taken_for(position):
        return False
    if position == last + 1:
        return True
    return not word.text.endswith(_ENDED) and line.words[0].text[0].islower()
