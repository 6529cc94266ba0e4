"""The objectives a meeting or note is about, printed on its first page as cards in columns.

Out: the Roundtable or Session the cards stand in, else the Document, DISCUSSES each Objective; the
title as printed becomes its alias. The number says which objective is meant: a title that is not
that number's is reported, a number nobody knows makes nothing.
"""

from partnergraph.document.words import Text
from partnergraph.extractors.columns.cards import Card, read_cards, titled
from partnergraph.extractors.draft import Draft
from partnergraph.mentions.objectives import OPENER
from partnergraph.names import names

_MOST_WORDS = 60


def recognise(text: Text) -> str | None:
    """Whether lines or cells begin with the number of an objective, as a heading does."""
    for line in text.lines:
        told = " ".join(word.text for word in line.words[:_MOST_WORDS])
        found = OPENER.match(told) or next(iter(titled(told, names())), None)
        if found and not found.start():
            return f"{found[0].rstrip(':. ')} heads {text.locator([line.number])}"
    return None


def extract(draft: Draft) -> None:
    """Link the objectives of the cards to where they stand."""
    doubted: set[int] = set()
    cards = list(read_cards(draft.text, draft.names))
    for card in cards:
        reason = _doubt(card)
        if reason:
            draft.skip(card.words, reason)
            doubted.update(draft.text.position(word) for word in card.words.words)
        if card.entity:
            _discusses(draft, card)
    for card in cards:
        lines = {draft.text.position(word) for word in card.words.words}
        draft.take(sorted(lines - doubted), f"card of {card.opener.text}")


def _doubt(card: Card) -> str:
    if card.entity is None:
        return f"no {card.framework} objective {card.number} is known"
    return "" if card.fits else f"the title printed is not that of {card.opener.text}"


def _discusses(draft: Draft, card: Card) -> None:
    assert card.entity
    objective = draft.shared(card.entity, card.opener)
    words = card.words if card.fits else card.opener
    title = words[len(card.opener.text) :].text.lstrip(":.–—- ")
    if card.over and title and title != card.entity.name:
        draft.alias(objective, title)
    position = draft.text.position(card.opener.words[0])
    where = draft.container(position, "Session", "Roundtable") or draft.document
    draft.link("DISCUSSES", where, objective, within=words)
