"""Tables whose rows are posts: `Function | Held by | Until` with *Chair*, *Secretariat* below.

In goes such a table and the body it belongs to, out comes who is what in it, or in the group that a
row names (*Chair of the data sub-group*).
"""

import re

from partnergraph.document.blocks import Runs
from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.records.ids import fold
from partnergraph.relations.columns import Column, columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.subjects import sort_of
from partnergraph.relations.ties import tie

_OF = re.compile(r"\s(?:of|du|de|de la|del|des)\s(?:the\s|la\s|el\s)?(?=\S)")


def reads(part: Part) -> bool:
    """Whether a column names posts and the one behind it who holds them."""
    return _holders(part) is not None


def read(page: Page, part: Part, owner: Thing | None) -> None:
    """Tie who holds each post to the body it is a post of."""
    holders = _holders(part)
    if holders is None or owner is None:
        return
    post, holder = holders
    for cells, row in zip(part.rows, part.block.rows, strict=True):
        entry, cue, of = _post(cells[post.number])
        if entry:
            body = _group(page, of) or owner
            tie(page, page.listed(cells[holder.number], row.cells[holder.number]), entry, body, cue)
    page.take(part, "posts")


def labelled(page: Page, label: Passage, value: Passage, runs: Runs) -> bool:
    """Tie who stands behind a label to the group that it names: `Chair of the Data Group: Mali`."""
    entry, cue, of = _post(label)
    group = _group(page, of) if entry else None
    if entry is None or group is None:
        return False
    return tie(page, page.listed(value, runs), entry, group, cue) > 0


def _holders(part: Part) -> tuple[Column, Column] | None:
    columns = columns_of(part)
    if len(columns) < 2 or columns[0].kind != "office":
        return None
    rows = part.rows[part.block.header :]
    known = [row for row in rows if _post(row[0])[0]]
    return (columns[0], columns[1]) if rows and len(known) * 2 >= len(rows) else None


def _post(words: Passage) -> tuple[Entry | None, Passage, Passage]:
    """What a post is, the words for it, and those for the group that it is a post of."""
    cut = _OF.search(words.text)
    post = words[: cut.start()] if cut else words
    entry = lexicon().label(post.text)
    known = entry if entry and entry.tie("Organisation") else None
    return known, post, words[cut.end() :] if cut else words[:0]


def _group(page: Page, words: Passage) -> Thing | None:
    """The group that some words name, a part of this document's body; None where they name none."""
    if not words or sort_of(words.text) != "group" or len(fold(words.text).split()) < 2:
        return None
    return page.draft.stated("Organisation", words, apart=page.draft.slug, kind="working group")
