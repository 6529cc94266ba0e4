"""Objectives and targets that running text names by number: `GCM objective 8`, `SDG target 10.7`.

What a document names this way it discusses: the Session or Roundtable the line stands in, else the
Document, DISCUSSES Objective. A number the reference tables do not know makes nothing and is
reported.
"""

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.pieces import pieces
from partnergraph.mentions.objectives import FORMS, Reference, references


def recognise(text: Text) -> str | None:
    """Whether the text names an objective or target by its number."""
    told = " ".join(word.text for word in text.words)
    found = next((match[0] for _, form in FORMS for match in [form.search(told)] if match), None)
    return f"it names {found}" if found else None


def extract(draft: Draft) -> None:
    """Link what the running text names by number to where it is named."""
    for sentence in pieces(draft):
        for reference in references(sentence):
            _discusses(draft, reference, sentence)


def _discusses(draft: Draft, reference: Reference, sentence: Passage) -> None:
    entity = draft.names.objective(reference.framework, reference.number)
    first = reference.words.words[0]
    if entity is None:
        draft.skip(
            reference.words, f"no {reference.framework} objective {reference.number} is known"
        )
        return
    owner, card = draft.owners.get(first.place), draft.named.get(first.place)
    if (owner and owner.label == "Question") or (card and card.id == entity.id):
        return
    mention = draft.shared(entity, reference.words)
    where = draft.container(draft.text.position(first), "Session", "Roundtable")
    within = None if reference.torn else sentence
    draft.link("DISCUSSES", where or draft.document, mention, within=within)
