"""Words that are names and nothing else, with what joins them."""

import re

from partnergraph.document.words import Passage
from partnergraph.mentions.listing import listed
from partnergraph.relations.page import Named, Page

_JOINT = 3  # words between two names: *jointly with the*
_BRACKETS = re.compile(r"\([^()]*\)")


def names_alone(page: Page, words: Passage) -> list[Named]:
    """The States and bodies that some words are only the names of, with what joins them."""
    return page.listed(words) if are_names(page, words) else []


def are_names(page: Page, words: Passage) -> bool:
    """Whether some words are only names of States and bodies; nothing is made of them."""
    found = listed(words.text, page.names, page.definitions)
    ends = [0, *(mention.stop for mention in found)]
    between = (words.text[end : each.start] for end, each in zip(ends, found, strict=False))
    gaps = [_BRACKETS.sub("", text) for text in between]
    joined = all(len(gap.split()) <= _JOINT and not re.search(r"\d|[A-Z]", gap) for gap in gaps)
    behind = _BRACKETS.sub("", words.text[ends[-1] :])
    alone = joined and all(each.what != "person" for each in found)
    return bool(found) and alone and not re.search(r"[^\W\d_]", behind)
