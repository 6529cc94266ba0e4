"""Headings of a note: short lines that stand alone or begin a paragraph, and are no sentence.

They are taken early, so that the sentences below them are not read together with them.
"""

from partnergraph.document.words import Text
from partnergraph.extractors import columns, questions, themes
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.lines import is_heading


def recognise(text: Text) -> str | None:
    """Whether this is a note: it announces questions, has objective cards or counts up themes."""
    notes = (genre.recognise(text) for genre in (questions, columns, themes))
    found = next(filter(None, notes), None)
    return f"a note: {found}" if found else None


def extract(draft: Draft) -> None:
    """Take the headings nobody has taken."""
    for first, _ in draft.text.paragraphs():
        left = draft.free(first) and first not in draft.skipped
        if left and ":" not in draft.text.lines[first].text and is_heading(draft.text, first):
            draft.take([first], "heading")
