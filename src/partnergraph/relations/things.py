"""What a title, heading or cell is the name of: an outcome, an objective, a numbered thing."""

import re
from collections.abc import Iterator

from partnergraph.document.words import Passage
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_NUMBER = re.compile(
    r"(?P<word>(?:Outcome|Output|Objective|Activity|Result|Deliverable|Action|Pillar|Component"
    r"|Résultat|Effet|Produit|Objectif|Activité|Axe|Resultado|Producto|Efecto|Objetivo|Actividad"
    r"|Eje|Strategic Priority|Priority|Work ?package|WP)\s)?"
    r"(?P<code>\d{1,3}(?:\.\d{1,3}){0,4}|[A-Z]\.\d{1,2}(?:\.\d{1,3}){0,3}"
    r"|[A-Z]\d{1,2}(?:\.\d{1,3}){0,3}(?=[.:)])|[a-zA-Z](?=[.)]))\s?[.:)–—-]?\s+(?=\S)",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"(?:Outcome|Objective|Résultat|Effet|Objectif|Resultado|Efecto|Objetivo|Goal|Pillar|Impact)\s"
    r"\d{1,3}(?:\.\d{1,3}){0,3}\b|(?:Strategic |Specific |Overall )?(?:outcome|objective)\s?[:–—-]",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(r"\b(?:GCM|SDG|Global Compact|ODD|ODS|Target|Pacte)\b", re.IGNORECASE)


def numbered(words: Passage) -> tuple[str, Passage]:
    """The number or letter that some words are printed with, and the words without it.

    A word for the kind of thing goes with it: `Output 3.1.1 Municipal desks`.
    """
    found = _NUMBER.match(words.text)
    if not found:
        return "", words
    return found["code"], words[found.end() :]


def of_framework(words: Passage) -> bool:
    """Whether a line is one of a framework's that all know: `Objectif 7 du Pacte mondial : …`."""
    return bool(_FRAMEWORK.search(words.text.partition(":")[0]))


def outcome(page: Page, words: Passage) -> Thing | None:
    """The Objective that words are if they say so: `Outcome 3.1 By 2026, migrants …`."""
    if not _OUTCOME.match(words.text) or _FRAMEWORK.match(words.text):
        return None
    code, title = numbered(words)
    if not title:
        return None
    more = {"number": code} if code else {}
    return page.draft.part(
        "Objective", page.code("Objective", code), title, framework="results", **more
    )


def aims(page: Page, words: Passage) -> Iterator[Thing]:
    """The objectives of a framework that some words name by their number: `GCM objective 5`."""
    for mention in page.named(words):
        if mention.what == "objective" and mention.entity:
            yield page.draft.shared(mention.entity, words[mention.start : mention.stop])


def objective(page: Page, cell: Passage) -> Iterator[Thing]:
    """The objectives that a cell names: those of a framework by number, else the whole of it."""
    known = list(aims(page, cell))
    yield from known
    if known:
        return
    own = outcome(page, cell)
    if own:
        yield own
    elif len(cell.words) > 1:
        folded = " ".join(cell.text.split())
        yield page.same_objective(folded, cell)
