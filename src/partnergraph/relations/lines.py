"""Lines of their own that are no headings: the name of what labels below say who does, a number.

`1.1 One-stop desk` above `Lead: IOM`; `Work Package 31` below the heading that names it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from partnergraph.document.laid import Part
from partnergraph.lexicon import lexicon
from partnergraph.mentions.dates import first_date
from partnergraph.relations.numbers import number
from partnergraph.relations.scopes import Scopes
from partnergraph.relations.things import numbered

_SHORT = 20  # words; a line that labels stand below is hardly longer
_LETTERED = re.compile(r"[A-Z]{1,2}\.?\d{1,2}(?:\.\d{1,2})*\.? (?=\S)")
_DOING = ("LED", "IMPLEMENTS", "ORGANISED", "CONTRIBUTES_TO", "FUNDS", "CONDUCTED")


def heading_labels(parts: Sequence[Part]) -> frozenset[Part]:
    """Lines that are no sentence, above labels that say who does it; one alone must be numbered."""
    found = [part for part, below in pairwise(parts) if _is_line(part) and _says_who(below)]
    coded = [part for part in found if numbered(part.words)[0]]
    lettered = [part for part, below in pairwise(parts) if _is_lettered(part) and _tells(below)]
    if len(lettered) > 1:
        return frozenset((*coded, *lettered))
    return frozenset(coded or (found if len(found) > 1 else ()))


def _is_lettered(part: Part) -> bool:
    """Whether a line begins with the code of an action: `B.2 Regional dialogue on transhumance`."""
    line = part.block.kind in ("paragraph", "heading") and not part.words.text.endswith(":")
    return line and is_lettered(part.words.text)


def is_lettered(text: str) -> bool:
    """Whether words begin with a code of a letter and a number.

    >>> is_lettered("B.2 Regional dialogue"), is_lettered("Regional dialogue")
    (True, False)
    """
    return _LETTERED.match(text) is not None


def _tells(part: Part) -> bool:
    """Whether a label says when something is done, how far it is, or who does it."""
    entry = lexicon().label(part.label.text) if part.label else None
    return entry is not None and (entry.kind in ("date", "status") or _says_who(part))


def numbers_section(scopes: Scopes, part: Part, above: Part) -> bool:
    """Whether a line is only the number of what the heading above it names; it is so from here."""
    if not number(part.words) or above.block.kind != "heading":
        return False
    scopes.number(above.words, part.words)
    scopes.page.take(part, "heading")
    return True


def _is_line(part: Part) -> bool:
    """Whether a paragraph is a line of its own: no sentence, no date."""
    text = part.words.text
    short = 0 < len(part.words.words) <= _SHORT and not text.endswith((".", ";", ":"))
    return part.block.kind == "paragraph" and short and not first_date(text)


def _says_who(part: Part) -> bool:
    """Whether a label says who does something, which is done and no meeting or body."""
    entry = lexicon().label(part.label.text) if part.label else None
    tie = entry.tie("Activity") if entry and entry.kind == "role" else None
    return tie is not None and tie.type in _DOING and part.block.kind in ("item", "label")
