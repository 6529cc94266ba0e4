"""Words that are names and nothing else, with what joins them."""

import re

from partnergraph.document.words import Passage
from partnergraph.mentions import listing
from partnergraph.relations.page import Named, Page

_JOINT = 3  # words between two names: *jointly with the*
_ARTICLE = re.compile(r"^(?:The|La|Le|Les|El|Los|Las)\s|^L[’']")
_GOES_ON = re.compile(r"[;,]\s(?:and|et|y|e)\s*$")
"""What ends the item before a list's last: `La Defensoría del Pueblo; y`."""
_BRACKETS = re.compile(r"\([^()]*\)")


def names_alone(page: Page, words: Passage) -> list[Named]:
    """The States and bodies that some words are only the names of, with what joins them."""
    return page.listed(words) if are_names(page, words) else []


def are_names(page: Page, words: Passage) -> bool:
    """Whether some words are only names of States and bodies; nothing is made of them."""
    first = next(words.sentences(), words)
    opening = next(listing.each(first.text, page.names, page.definitions), None)
    if opening and not opening.names and _says_more(opening.text):
        return False
    end = 0
    for part in listing.each(words.text, page.names, page.definitions):
        if not part.names and _says_more(part.text):
            return False
        for mention in part.names:
            gap = _BRACKETS.sub("", words.text[end : mention.start])
            gap = gap if end else _ARTICLE.sub("", gap)
            joined = len(gap.split()) <= _JOINT and not re.search(r"\d|[A-Z]", gap)
            if not joined or mention.what == "person":
                return False
            end = mention.stop
    behind = _GOES_ON.sub("", _BRACKETS.sub("", words.text[end:]))
    return end > 0 and not re.search(r"[^\W\d_]", behind)


def _says_more(text: str) -> bool:
    """Whether words that name nobody are more than what joins names."""
    bare = _BRACKETS.sub("", text)
    return len(bare.split()) > _JOINT and any(map(str.isalpha, bare))


def is_state_over(page: Page, words: Passage, below: Passage) -> bool:
    """Whether a line in capitals is the State that the bodies below it are in."""
    named = names_alone(page, words) if words.text.isupper() else []
    inner = names_alone(page, below) if len(named) == 1 else []
    of_state = bool(inner) and named[0].thing.label == "Country"
    return of_state and all(each.thing.label != "Country" for each in inner)
