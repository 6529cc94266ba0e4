"""How a document is read: whose each block is, what it became, by which words, what to do.

In goes what was laid out, seen by the walk and taken or skipped by the draft; out come reports in
reading order. What was not understood says where words would have to be added.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.document.laid import Laid, Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.relations.draft import SKIPPED, Draft, Seen

_ROLES = "if they say who does what, add them to a role in lexicon/roles"
_TODO = {
    "label": f"no entry of the lexicon has these words: {_ROLES}, else to lexicon/columns.toml",
    "table": f"no column says who does what: look at its header's words; {_ROLES}",
    "paragraph": "if it says who does what, add its verb or noun to a role in lexicon/roles",
}
_OTHERS = {"item": "paragraph", "note": "paragraph"}


@dataclass(frozen=True, slots=True)
class BlockReport:
    """A block with its place and words.

    `owner` is the thing it belongs to as the page prints it, `taken` what it was taken for
    (`skipped: …` where it was not understood), `by` the lexicon's entry that decided, `todo` what
    would make it understood; each empty where there is none.
    """

    place: str
    kind: str
    text: str
    owner: str
    taken: str
    by: str
    todo: str


def blocks(laid: Laid, draft: Draft) -> Iterator[BlockReport]:
    """Every block that has words of its own, in reading order."""
    for part in laid.parts:
        words = _words(part)
        if not words:
            continue
        found = draft.seen.get(words.words[0].place, Seen())
        taken = _taken(part, draft)
        todo = _todo(part, found.by) if taken.startswith(SKIPPED) else ""
        yield BlockReport(
            part.block.locator, part.block.kind, words.text, found.owner, taken, found.by, todo
        )


def _words(part: Part) -> Passage:
    whole = part.whole
    for row in part.rows:
        for cell in row:
            whole = whole + cell
    return whole


def _taken(part: Part, draft: Draft) -> str:
    """What became of a block's lines; of several the most frequent first, with their numbers."""
    words = _words(part)
    lines = dict.fromkeys(words.source.position(word) for word in words.words)
    counted = Counter(draft.taken_for(line) for line in lines)
    if len(counted) == 1 or part.block.kind != "table":
        return next(iter(counted))
    return "; ".join(f"{count} rows {what}" for what, count in counted.most_common())


def _todo(part: Part, by: str) -> str:
    kind = part.block.kind
    if kind == "label" and lexicon().label(part.label.text):
        return "nothing above says whose this is: name it in the title, a heading or a label"
    return _TODO.get(_OTHERS.get(kind, kind), "") if not by or kind != "heading" else ""
