"""Footnotes: lines at a page's foot that begin with a mark which words above them carry."""

import re
from collections import Counter
from collections.abc import Sequence

from partnergraph.readers.layout.lines.line import Line

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_NOTE = re.compile(
    rf" {{0,200}}(?P<mark>[{_RAISED}]{{1,3}}|\[\d{{1,3}}\]|\d{{1,3}}|\*{{1,3}}|[†‡§])\s*(?=[^\W_])"
)
_MARKED = re.compile(rf"[\d*†‡§{_RAISED}]")
_ANCHOR = re.compile(
    r"(?<=[^\W\d_]|[.,;:!?)\]”’\"])(?P<mark>\[\d{1,3}\]|\d{1,3}|\*{1,3}|[†‡§])(?=[\s.,;:)]|$)"
    rf"|(?<=[\w.,;:!?)\]”’\"])(?P<raised>[{_RAISED}]{{1,3}})(?=\W|$)"
)


def notes_of(lines: Sequence[Line]) -> dict[int, str]:
    """The positions of a page's lines that begin a note, each with its mark.

    They follow each other at the foot; each mark stands behind a word in the lines above them.
    Where the text has no pages, it is one.
    """
    marked = (line.text for line in lines if _MARKED.search(line.text))
    anchors = {plain(m[0]) for text in marked for m in _ANCHOR.finditer(text)}
    found: dict[int, str] = {}
    begun = Counter(m["mark"] for line in lines if (m := _NOTE.match(line.text)))
    filled = [i for i, line in enumerate(lines) if line.words]
    hanging = 0
    for i in reversed(filled):
        note = _NOTE.match(lines[i].text)
        mark = note["mark"] if note else ""
        bare = mark.isdecimal() and mark.isascii()
        bold = mark.startswith("*") and lines[i].words.endswith(mark)
        known = plain(mark) in anchors and begun[mark] == 1 and not bold
        if mark and known and (not bare or _spaced(lines[i], mark)):
            found[i] = mark
            hanging = 0
            continue
        hanging += 1
        if hanging > _LONGEST:
            break
    return found


_LONGEST = 8  # lines; a note of more at a page's foot is an annex


def _spaced(line: Line, mark: str) -> bool:
    """Whether a plain number is a mark here: one space and a capital behind it, no dot."""
    return bool(re.match(rf"\s*{mark}\s{{1,3}}[A-Z\"“‘]", line.text))


def plain(mark: str) -> str:
    """A mark as all its forms are: without brackets, not raised."""
    return mark.strip("[]").translate(_PLAIN)


def without_marks(text: str, marks: set[str]) -> str:
    """Words without the marks of notes that are known.

    >>> without_marks("the process2 of 2019¹, says", {"2", "1"})
    'the process of 2019, says'
    """
    return _ANCHOR.sub(lambda m: "" if plain(m[0]) in marks else m[0], text)
