"""Objectives and targets that running text names by number: `GCM objective 8`, `SDG target 10.7`.

What a document names this way it discusses: the Session or Roundtable that the words stand in, else
the Document, DISCUSSES Objective. A number the reference tables do not know makes nothing and is
reported.
"""

from collections.abc import Iterator

from partnergraph.document.words import Passage
from partnergraph.mentions.objectives import Reference, references
from partnergraph.relations.page import Page


def read(page: Page) -> str | None:
    """Link what a page names by number to where it is named; the first that it names."""
    found = [
        (reference, sentence)
        for passage in _passages(page)
        for sentence in passage.sentences()
        for reference in references(sentence)
    ]
    for reference, sentence in found:
        _discusses(page, reference, sentence)
    return f"it names {found[0][0].words.text}" if found else None


def _passages(page: Page) -> Iterator[Passage]:
    for part in page.laid.parts:
        yield from (cell for row in part.rows for cell in row)
        yield part.whole


def _discusses(page: Page, reference: Reference, sentence: Passage) -> None:
    draft = page.draft
    entity = draft.names.objective(reference.framework, reference.number)
    first = reference.words.words[0]
    if entity is None:
        why = f"no {reference.framework} objective {reference.number} is known"
        draft.skip_words(reference.words, why)
        return
    owner, card = draft.owners.get(first.place), draft.named.get(first.place)
    if (owner and owner.label == "Question") or (card and card.id == entity.id):
        return
    mention = draft.shared(entity, reference.words)
    placed = reference.words.source is draft.text
    at = draft.text.position(first) if placed else 0
    where = draft.container(at, "Session", "Roundtable") if placed else None
    within = None if reference.torn else sentence
    draft.link("DISCUSSES", where or draft.document, mention, within=within)
