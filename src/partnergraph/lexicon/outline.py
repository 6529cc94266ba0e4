"""What the headings of a paper say: of a roundtable, of a session, or of nothing in particular."""

import re
from functools import cache

from partnergraph.lexicon.data import LANGUAGES, listed, read
from partnergraph.records.ids import fold

_MOST_BEHIND = 4  # words behind a general title that change nothing: *Conclusions of the day*


@cache
def words(name: str) -> frozenset[str]:
    """The forms of a class in all languages, folded.

    >>> "table ronde" in words("roundtable"), "mesa redonda" in words("roundtable")
    (True, True)
    """
    table = read("outline")[name]
    return frozenset(fold(each) for one in LANGUAGES for each in listed(table.get(one, "")))


def says(name: str, text: str) -> bool:
    """Whether a line is nothing but one of a class.

    >>> says("list", "SESSIONS:"), says("single", "Separate Session"), says("list", "Sessions 3")
    (True, True, False)
    """
    return fold(text) in words(name)


def holds(name: str, text: str) -> bool:
    """Whether one of a class stands in a line.

    >>> holds("thematic", "III. Areas of discussion"), holds("thematic", "Arrears")
    (True, False)
    """
    return bool(set(fold(text).split()) & words(name))


def is_general(title: str) -> bool:
    """Whether a title is one that any paper may have.

    >>> is_general("Introduction"), is_general("Summary of the day"), is_general("Data")
    (True, True, False)
    """
    said = fold(title).split()
    known = words("general") | words("paper")
    starts = range(1, min(len(said), 3) + 1)
    begun = [n for n in starts if " ".join(said[:n]) in known]
    if not begun:
        return False
    behind = said[begun[-1] :]
    return not behind or (len(behind) <= _MOST_BEHIND and behind[0] in words("opens"))


@cache
def pattern(*names: str) -> str:
    """A regular expression for any form of some classes, with or without hyphens and accents."""
    table = read("outline")
    forms = {
        each for name in names for one in LANGUAGES for each in listed(table[name].get(one, ""))
    }
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in ordered) + ")"
