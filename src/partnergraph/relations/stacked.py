"""Labels that stand alone on a line, what they say on the lines below: cards and fact sheets.

In go the blocks of a page, out come such lines as labels with their values, as if each stood behind
its label. The first line below a label is its value; the lines behind that are too as long as they
are names. A run has two labels at least that the lexicon knows, one of which says who does it, or
two of which name a body and its role.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from partnergraph.document.laid import Part
from partnergraph.lexicon import Entry, lexicon
from partnergraph.relations.page import Page

_FEWEST = 2  # labels; one line that is a word for a role is as often a heading
_LABEL = 5  # words; a label is hardly longer
_VALUE = 20  # words; what stands below one is a name or two, or a title
_ENDS = (".", ":", "?", "!")
_OF_BODY = frozenset(("organisation", "office"))  # labels of a body and of what it is there
_NAMES = frozenset(("body", "country", "process"))


def unrolled(page: Page, parts: Sequence[Part]) -> Iterator[Part]:
    """The blocks of a page, with labels and values in the place of lines that are such."""
    place = 0
    while place < len(parts):
        stop = _end(parts, place)
        labels = [at for at in range(place, stop) if _entry(parts[at])]
        if _is_card(parts, labels, stop):
            yield from _labels(page, parts, [*labels, stop])
        else:
            yield from parts[place:stop]
        place = stop


def _end(parts: Sequence[Part], start: int) -> int:
    """Where the short lines end that begin at a place with a known label."""
    stop = start + 1
    if not _entry(parts[start]):
        return stop
    while stop < len(parts) and parts[stop].block.kind == "paragraph" and _is_line(parts[stop]):
        stop += 1
    return stop


def _is_card(parts: Sequence[Part], labels: Sequence[int], stop: int) -> bool:
    """Whether labels differ, each has a value below it, and one says who does something."""
    if len(labels) < _FEWEST:
        return False
    entries = [entry for entry in map(_entry, (parts[at] for at in labels)) if entry]
    valued = all(one + 1 < other for one, other in zip(labels, [*labels[1:], stop], strict=True))
    differ = len({entry.id for entry in entries}) == len(labels)
    kinds = {entry.kind for entry in entries}
    return valued and differ and ("role" in kinds or kinds >= _OF_BODY)


def _labels(page: Page, parts: Sequence[Part], bounds: Sequence[int]) -> Iterator[Part]:
    for label, stop in pairwise(bounds):
        said = parts[label]
        for at in range(label + 1, stop):
            value = parts[at]
            if at > label + 1 and not _is_name(page, value):
                yield from parts[at:stop]
                break
            block = replace(value.block, kind="label", label=said.block.runs)
            yield Part(block, said.words, value.words)


def _entry(part: Part) -> Entry | None:
    """What the lexicon knows a line as that is nothing but a label."""
    kinds = ("paragraph", "heading")
    if part.block.kind not in kinds or not _is_line(part) or len(part.words.words) > _LABEL:
        return None
    return lexicon().label(part.words.text) if part.words.text[0].isupper() else None


def _is_line(part: Part) -> bool:
    return 0 < len(part.words.words) <= _VALUE and not part.words.text.endswith(_ENDS)


def _is_name(page: Page, part: Part) -> bool:
    """Whether a line is one name, with brackets behind it or none."""
    named = [each for each in page.named(part.words) if each.what in _NAMES]
    text = part.words.text
    return len(named) == 1 and named[0].start == 0 and text[named[0].stop :][:2] in ("", " (")
