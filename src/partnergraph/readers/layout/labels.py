"""Labels with their values: `Lead agency: IOM`, alone or several in a paragraph.

A label is a few words before a colon, at a paragraph's beginning or behind a break, a tab or a mark
that parts fields (`Date: 8 May · Place: Tunis`). Whether its words mean anything is not asked here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnergraph.document.blocks import Block, Run, Runs, cut, said

_MOST_WORDS = 8  # "Name and address of the institution responsible:" is among the longest seen
_LABEL = re.compile(r"(?P<label>[^\W_][^:.;?!•·|]{0,79}?)(?:(?<=\w\w)\.)?\s?[:：](?=\s+\S)")
_WAITS = re.compile(r"[^\W\d_a-z][^:.;?!•·|]{0,39}?\s?[:：]")
_FEW = 3  # words of a label that stands alone
HANGING = frozenset(
    (
        *("and", "or", "of", "the", "an", "in", "on", "to", "for", "with", "by", "from"),
        *("et", "ou", "de", "du", "des", "la", "le", "les", "en", "par", "avec"),
        *("y", "del", "los", "las", "con", "por"),
    )
)
"""Words that no line of a text ends in, if what it says ends there."""
_SENTENCE = 20  # words; what tells of something has more than what a label's value goes on with
_PARTED = re.compile(r"\s[·•∙|‖]\s")


def of_lines(lines: Sequence[Runs], block: Block | None = None) -> Iterator[Block]:
    """A paragraph's lines as blocks: one for each label with its value, else one for all.

    In go the words between two breaks, tabs or wide gaps, each as runs. A line without a label goes
    on in the block above it. `block` is what a part without a label becomes (a paragraph, an item),
    with its level and mark; the first part keeps the mark.
    """
    pattern = block or Block("paragraph")
    made: list[tuple[Block, list[Run]]] = []
    for line in lines:
        for part in _parts(line):
            found = labelled(part)
            if found:
                label, value = found
                kind = pattern.kind if pattern.mark and not made else "label"
                begun = replace(pattern if not made else _plain(pattern), kind=kind, label=label)
                made.append((begun, list(value)))
            elif made and (waits(said(part)) or _is_told(*made[-1], said(part))):
                made.append((_plain(pattern), list(part)))
            elif made and not made[-1][0].label and len(made) > 1:
                waiting, words = made[-1]
                label = _uncolonned(words)
                made[-1] = (replace(waiting, kind="label", label=label), list(part))
            elif made:
                made[-1][1].extend(part)
            elif part:
                made.append((pattern, list(part)))
    for begun, runs in made:
        yield replace(begun, runs=tuple(runs))


def labelled(runs: Runs) -> tuple[Runs, Runs] | None:
    """The label that some words begin with and its value; None where they begin with none.

    >>> from partnergraph.document.places import Place
    >>> from partnergraph.document.blocks import Run
    >>> label, value = labelled((Run("Co-leads: IOM, UNDP", Place("line", 3)),))
    >>> said(label), said(value)
    ('Co-leads', 'IOM, UNDP')
    """
    told = said(runs)
    found = _label_at(told, 0) if ":" in told or "：" in told else None
    if not found:
        return None
    return cut(runs, 0, found.end("label")), cut(runs, found.end(), len(told))


def waits(words: str) -> bool:
    """Whether words are a label whose value, or the list of whose values, stands below it.

    >>> waits("Members:"), waits("Members: IOM"), waits("They met in the following places:")
    (True, False, False)
    """
    return len(words.split()) <= _FEW and bool(_WAITS.fullmatch(words))


def _is_told(label: Block, value: Sequence[Run], words: str) -> bool:
    """Whether the line below a label's value begins running text: a title, then what it is about.

    >>> from partnergraph.document.places import Place
    >>> runs = (Run("Return in Togo", Place("line", 3)),)
    >>> case = Block("label", label=runs)
    >>> [_is_told(case, runs, each) for each in (f"In 2016, {'many ' * 20}came.", "Ghana and Mali")]
    [True, False]
    """
    before = said(tuple(value)).split()
    opened = not before or before[-1][-1] in ",;:-–" or before[-1].casefold() in HANGING
    told = len(words.split()) >= _SENTENCE and words.endswith((".", ".”", '."'))
    told = told and bool(label.label)
    return told and words[0].isupper() and not opened and len(before) < _SENTENCE


def _uncolonned(runs: Sequence[Run]) -> Runs:
    """A label's words without the colon behind them."""
    told = said(tuple(runs))
    return cut(tuple(runs), 0, len(told.rstrip(" :：")))


def _label_at(told: str, start: int) -> re.Match[str] | None:
    found = _LABEL.match(told, start)
    if not found or found["label"][0].islower() or len(found["label"].split()) > _MOST_WORDS:
        return None
    opened = found["label"].count("(") - found["label"].count(")")
    return found if opened <= 0 else None  # a colon in brackets that stand open ends no label


def _plain(pattern: Block) -> Block:
    return replace(pattern, kind="paragraph", mark="", level=0)


def _parts(runs: Runs) -> Iterator[Runs]:
    """Fields of one line that a mark parts, if what stands behind the mark is labelled."""
    told = said(runs)
    start = 0
    for mark in _PARTED.finditer(told):
        if _label_at(told, mark.end()):
            yield cut(runs, start, mark.start())
            start = mark.end()
    yield cut(runs, start, len(told))
