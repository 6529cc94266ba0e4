"""Which forum a matrix was made for, by its title."""

import re

from partnergraph.document.words import Passage
from partnergraph.names import Names

_NAMED = re.compile(r"[^.:;,()\n]*?\b((?:\w+ ){0,3}(?:forum|foro)\b[^.:;,()–—]*)", re.IGNORECASE)
_ACRONYM = re.compile(r"\(([A-Z]{3,8})\)|\b((?:[A-Z]{3,8}))\s+(?:matrix|matrice|matriz)\b")


def forum_of(title: Passage | None, names: Names) -> str | None:
    """The acronym of the forum that a title names: known, printed, or made of its initials."""
    if not title:
        return None
    for found in names.find(title, "Organisation"):
        if found.entity.properties.get("kind") == "forum" and "acronym" in found.entity.properties:
            return str(found.entity.properties["acronym"])
    printed = _ACRONYM.search(title.text)
    if printed:
        return printed[1] or printed[2]
    named = _NAMED.search(title.text)
    if not named:
        return None
    initials = "".join(word[0] for word in named[1].split() if len(word) > 3).upper()
    return initials if len(initials) > 2 else None
