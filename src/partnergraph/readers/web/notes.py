"""Marks of footnotes on a page, links to notes and back from them."""

import re
from typing import TYPE_CHECKING

from partnergraph.readers.layout.marks import is_mark

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NOTE_ID = re.compile(
    r"^[_#]*(?:fn|ftn|edn|foot|end|note|cite[_-]note|sdfoot|sdend)", re.IGNORECASE
)
_BACK = re.compile(r"^[\s↩↑^⏎︎\ufe0e\[\]]+$")
_ROLE = re.compile(r"\b(?:doc-)?(?:noteref|footnote|endnote)s?\b", re.IGNORECASE)
_LONGEST = 12  # characters of a mark with its brackets


def said(attributes: dict[str, str | None]) -> bool:
    """Whether an element says that it holds notes."""
    if not attributes:
        return False
    told = (attributes.get(name) or "" for name in ("role", "epub:type", "class"))
    return any(_ROLE.search(text) and "ref" not in text for text in told)


def link(node: "LexborNode", raised: bool) -> tuple[str, str] | None:
    """The mark and the target of a link to a note; an empty mark for one back from a note.

    None for a link that is text.
    """
    attributes = node.attributes
    href = attributes.get("href") or ""
    text = (node.text(deep=True) or "").strip()
    if "#" not in href or not text or len(text) > _LONGEST:
        return None
    target = href.partition("#")[2]
    if _BACK.match(text):
        return "", target
    if not is_mark(text):
        return None
    bracketed = text[0] in "[(" and text[-1] in "])"
    told = any("noteref" in (attributes.get(n) or "") for n in ("role", "epub:type"))
    if raised or bracketed or told or _NOTE_ID.match(target):
        return bare(text), target
    return None


def bare(mark: str) -> str:
    """A mark without its brackets."""
    return mark.strip(" \xa0[]().")
