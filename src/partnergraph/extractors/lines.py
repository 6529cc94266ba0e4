"""What a line is by itself: a sentence's end, a question, a heading, a page number."""

import re

from partnergraph.document.words import Line, Text
from partnergraph.extractors.markers import marker

_END = re.compile(r"[.?!…؟？][”\"’'»)\]]*(?:\s*[(\[][^()\[\]]*[)\]][.;]?)?$")
_PAGE = re.compile(
    r"(?i)[\s|()–—-]*(?:(?:page|p\.|seite|página)\s*)?\d{1,4}(?:\s*(?:/|of|de|sur)\s*\d+)?"
    r"[\s|()–—-]*"
)
_ASKS = re.compile(
    r"(?i)¿|(?:(?:to|in|at|by|for|from|on|with|under)\s+)?(?:what|how|which|who|whom|whose|why|when"
    r"|where|whether)\b|(?:do|does|did|is|are|was|were|can|could|should|would|will|has|have|may)\b"
    r"|(?:dans |à |en )?(?:comment|pourquoi|quel(?:le)?s?|combien|est-ce|qu[’']|où\b)"
    r"|(?:(?:de|en|a|con) )?(?:cómo|qué|cuáles|cuál|quién|quiénes|dónde|por qué)\b"
)
HEADING_WORDS = 9
_LONGEST_PAGE_NUMBER = 40
_BETWEEN = 8


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, question or exclamation mark, or a bracket after one.

    >>> ends_sentence("To what extent? (GCM Objective 16)"), ends_sentence("(sending and")
    (True, False)
    """
    return bool(_END.search(text))


def ends_asking(text: str) -> bool:
    """Whether a text ends in a question mark, but for what stands in brackets behind it.

    >>> ends_asking("To what extent? (GCM Objective 16)"), ends_asking("Who asks? Nobody.")
    (True, False)
    """
    found = _END.search(text)
    return found is not None and found[0][0] in "?؟？"


def asks(text: str) -> bool:
    """Whether a text is a question, by its mark or its first word.

    >>> asks("How to apply good practices"), asks("Skilling Migrants for Employment")
    (True, False)
    """
    return any(mark in text for mark in "?؟？") or bool(_ASKS.match(text))


def is_page_number(line: Line) -> bool:
    """Whether a line holds nothing but a page's number."""
    told = line.text.strip()
    return len(told) < _LONGEST_PAGE_NUMBER and bool(_PAGE.fullmatch(told))


def is_heading(text: Text, position: int) -> bool:
    """Whether a line is short, no item and no sentence, and does not run on into the next."""
    line = text.lines[position]
    if not 0 < len(line.words) <= HEADING_WORDS or marker(line.text):
        return False
    told = " ".join(line.text.split())
    if told[-1] in ".?!;," or told[0] in "([" or told[0].islower() or asks(told):
        return False
    return not runs_on(text, position)


def runs_on(text: Text, position: int) -> bool:
    """Whether the next line with words begins in the middle of a sentence."""
    for line in text.lines[position + 1 : position + 1 + _BETWEEN]:
        if not (line.blank or is_page_number(line)):
            return line.text.lstrip()[0].islower()
    return False
