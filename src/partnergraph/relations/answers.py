"""How a recommendation was answered: *Management response: Accepted*, label or line below it."""

import re
from collections.abc import Iterator
from functools import cache

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.records.ids import fold
from partnergraph.relations.page import RESPONSES, Page, response_of
from partnergraph.relations.scopes import Scopes

_LONGEST = 120  # characters of a label with its answer


def answered(page: Page, scopes: Scopes, words: Passage) -> bool:
    """Whether words under a recommendation say how it was answered, behind a label or alone."""
    ends = _ends(words.text) if fold(words.text).endswith(_answers()) else ()
    said = next((each for each in ends if response_of(each)), "")
    thing = scopes.near() if said else None
    if not thing or thing.label != "Recommendation":
        return False
    page.draft.property(thing, response=response_of(said))
    return True


@cache
def _answers() -> tuple[str, ...]:
    """The words of all answers, folded."""
    return tuple(word for name in RESPONSES for word in lexicon().folded(f"response.{name}"))


def asks(scopes: Scopes, words: Passage) -> bool:
    """Whether a heading is only a label below a recommendation: `Management response`."""
    entry = lexicon().label(words.text)
    asked = entry is not None and entry.kind == "response"
    thing = scopes.near() if asked else None
    return thing is not None and thing.label == "Recommendation"


def _ends(text: str) -> Iterator[str]:
    """Words, and what stands behind a known label of an answer in them."""
    yield text
    for cut in re.finditer(r"\s", text[:_LONGEST]):
        entry = lexicon().label(text[: cut.start()])
        if entry and entry.kind == "response":
            yield text[cut.end() :]
