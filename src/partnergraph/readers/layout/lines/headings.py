"""Which lines are headings, and of what level: capitals, numbers, lines drawn below, short lines.

A kind of heading (all in capitals, `1.`, `Session 1:`) has one level where it stands; a kind that
was not seen since a higher one stands a level below it.
"""

import re
from dataclasses import dataclass, field

from partnergraph.readers.layout.labels import labelled
from partnergraph.readers.layout.lines.line import Line
from partnergraph.readers.layout.lines.marks import Mark, earlier, mark_of
from partnergraph.readers.layout.lines.shape import Around, hangs

_MOST_WORDS = 22  # the longest of the field that was seen, a session's title, has 20
_SHORT = 12  # words of a heading that nothing but the white space around it shows
_IN_TEXT = 6  # words of one without even that, between sentences
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|uno|dos|tres"
    "|cuatro|cinco|première?|primera?"
)
_COUNTED = re.compile(
    r"(?P<word>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}) "
    rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*|[IVXL]+|[A-Z]|(?i:{_ONES}))"
    r"(?P<end>\s?[:–—]\s?|\.(?:\s+|$)|\s-\s|$)(?P<rest>.*)"
)
_NEAR = 9  # lines in which a number has the one that it counts on from
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º)?\b(?!:)")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Levels:
    """The kinds of heading that are open, from the outermost, and the last mark of each."""

    open: list[str] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)

    def of(self, kind: str, said: str = "") -> int:
        """The level, from 1, of a heading of this kind, which is open from now on.

        `said` is its mark: `i.` behind `h.` is a letter as that is.
        """
        before = earlier(said) if said else set()
        kind = next((each for each in self.open if self.last.get(each) in before), kind)
        self.last[kind] = said
        if kind in self.open:
            del self.open[self.open.index(kind) + 1 :]
        elif len(self.open) < _DEEPEST:
            self.open.append(kind)
        return self.open.index(kind) + 1 if kind in self.open else len(self.open)


_DEEPEST = 6  # levels, as HTML has


def heading(around: Around, i: int, above: str) -> tuple[str, int] | None:
    """The kind of the heading that begins at a line, and the position behind it; None for no one.

    `above` is the kind of block that stands right above, without a blank line (``: none does).
    """
    line = around.lines[i]
    words = line.words
    if len(words.split()) > _MOST_WORDS or not _LETTERS.search(words):
        return None
    below = around.at(i + 1)
    if below and _underlines(line, below):
        return f"underlined {below.words[0]}", i + 2
    if words.endswith((",", ";")) or "....." in words:
        return None
    mark = mark_of(line.text)
    if mark and not mark.bullet:
        return (f"number {mark.kind}", i + 1) if _numbered(around, i, mark) else None
    if mark or words[:1].islower():
        return None
    return _counted(around, i, above) or _capitals(around, i, above) or _short(around, i, above)


def _underlines(line: Line, below: Line) -> bool:
    said = set(below.words)
    return len(said) == 1 and said <= set("=-~*_") and len(line.words) // 2 < len(below.words) > 2


def _numbered(around: Around, i: int, mark: Mark) -> bool:
    """Whether a number begins a heading: a line by itself that no neighbour counts on from."""
    line = around.lines[i]
    below, behind = around.at(i + 1), around.next(i)
    if below and hangs(line) and not below.words[:1].islower():
        return False
    if line.words.endswith((".", ":", "?")) or line.text[mark.text].islower():
        return False
    if ")" in mark.said or (mark.kind[0].islower() and not _over_prose(around, i)):
        return False
    follower = mark_of(behind.text) if behind else None
    if follower and mark.said in earlier(follower.said):
        return False
    if _is_owned(around, i, mark):
        return False
    before = around.at(i - 1) or around.at(i - 2) or around.at(i - 3)
    sibling = mark_of(before.text) if before else None
    if sibling and sibling.said in earlier(mark.said) and "." not in mark.said.rstrip("."):
        return False
    if around.at(i - 1) and sibling is not None:
        return False
    if below is None:
        return bool(behind) or around.closed
    return not around.local(i).goes_on(line, below) and below.words[:1].isupper()


def _is_owned(around: Around, i: int, mark: Mark) -> bool:
    """Whether a number stands right below a line that it belongs to: a person below a State.

    It is set in further, or those that count on to it or from it stand below a line so too.
    """
    above = around.at(i - 1)
    if not above or mark_of(above.text):
        return False
    if around.lines[i].indent > above.indent + 1:
        return True
    return any(_is_counted(around, i, step, mark) for step in (-1, 1))


def _is_counted(around: Around, i: int, step: int, mark: Mark) -> bool:
    """Whether the next number before (or behind) counts on, and stands right below a line."""
    for k in range(i + step, i + step * _NEAR, step):
        line = around.at(k)
        other = mark_of(line.text) if line else None
        if other and not other.bullet:
            first, second = (other, mark) if step < 0 else (mark, other)
            return first.said in earlier(second.said) and around.at(k - 1) is not None
    return False


def _over_prose(around: Around, i: int) -> bool:
    """Whether a line alone stands over a paragraph."""
    behind = around.next(i)
    prose = behind and around.long(behind) and not mark_of(behind.text)
    return _alone(around, i) and bool(prose)


def _counted(around: Around, i: int, above: str) -> tuple[str, int] | None:
    """`Session 1: Recruitment`, `Axe 2`, `ANNEX II`: a word and a number."""
    line, below = around.lines[i], around.at(i + 1)
    found = _COUNTED.match(line.words)
    if not found or line.words.endswith(".") or not line.words[0].isupper():
        return None
    if above not in ("", "heading") and not _ends(around.at(i - 1)):
        return None
    if found["end"] and not found["rest"] and below:
        return None  # a label whose value stands below
    if not found["end"] and len(line.words.split()) > 4:
        return None
    if below and around.local(i).goes_on(line, below) and not is_date(found["rest"]):
        return None
    return f"counted {found['word'].casefold()}", i + 1


def _capitals(around: Around, i: int, above: str) -> tuple[str, int] | None:
    """Lines in capitals; those under each other are one heading."""
    line = around.lines[i]
    if above not in ("", "heading") or not capitals(line.words) or is_date(line.words):
        return None
    if line.words.endswith(".") or (labelled((line.run(),)) and not _alone(around, i)):
        return None
    stop = i + 1
    while (
        (below := around.at(stop))
        and capitals(below.words)
        and not (is_date(below.words) or labelled((below.run(),)) or mark_of(below.text))
        and below.indent - line.indent < 2
        and not _COUNTED.match(below.words)
        and not (_acronyms(below.words) and " " not in below.words)
        and stop - i < 4
    ):
        stop += 1
    behind = around.next(i)
    above_others = bool(behind and capitals(behind.words) and not _acronyms(behind.words))
    if _acronyms(line.words) and stop == i + 1 and not (_owns(around, i) or above_others):
        return None
    if line.words in around.common and stop == i + 1:
        return None
    return ("owner" if _owns(around, stop - 1) else "capitals"), stop


def capitals(words: str) -> bool:
    """Whether all letters outside brackets are capitals, and there are some.

    >>> capitals("COSTA RICA (observer)"), capitals("Costa RICA"), capitals("12-14")
    (True, False, False)
    """
    letters = [c for c in re.sub(r"\([^()]*\)", "", words) if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def _alone(around: Around, i: int) -> bool:
    return not around.at(i - 1) and not around.at(i + 1)


def _acronyms(words: str) -> bool:
    """Whether some capitals may be names in a cell or a line of an address: `IOM, UNHCR`."""
    parts = re.split(r"[\s,/&;]+", words)
    if "," not in words and len(parts) > 3:
        return False
    return all(len(part) < (7 if len(parts) == 1 else 6) for part in parts)


def is_date(words: str) -> bool:
    """Whether a short line gives a day: `Accra, 21–22 September 2022`."""
    year = _YEAR.search(words)
    return bool(year and len(words.split()) < 9 and _DAY.search(_YEAR.sub("", words)))


def _owns(around: Around, i: int) -> bool:
    """Whether the next line, right below, is set in further."""
    line, below = around.lines[i], around.at(i + 1)
    return bool(below and below.indent > line.indent + 1 and not _centred(around, below))


def _centred(around: Around, line: Line) -> bool:
    right = around.width - len(line.text)
    return line.indent > 8 and abs(line.indent - right) <= max(6, around.width // 10)


def _short(around: Around, i: int, above: str) -> tuple[str, int] | None:
    """A short line that white space sets apart, or that stands over what it announces."""
    line, below = around.lines[i], around.at(i + 1)
    words = line.words
    count = len(words.split())
    behind = around.next(i)
    if behind and behind.words[:1].islower() and not mark_of(behind.text):
        return None
    first = words.lstrip("“\"'«¿¡([*_")[:1]
    if (
        count > _SHORT
        or words[0] + words[-1] in ("()", "[]")
        or not (first.isupper() or first.isdigit())
        or words.endswith((".", ":", "!"))
    ):
        return None
    if words in around.common or is_date(words) or labelled((line.run(),)) or words.endswith("?"):
        return None
    if _acronyms(words) and capitals(words) and not _owns(around, i):
        return None
    if not below:
        titles = _first(around, i) and (around.closed or _over_capitals(around, i))
        alone = not above and (_announces(around, i) or titles)
        return ("short", i + 1) if alone and not first.isdigit() else None
    if _owns(around, i) and above in ("", "heading") and not is_date(below.words):
        return "owner", i + 1
    if (not above or _ends(around.at(i - 1))) and _over_text(around, i, below, count):
        return "short", i + 1
    return None


def _first(around: Around, i: int) -> bool:
    return all(not line.words for line in around.lines[:i][-3:])


def _over_capitals(around: Around, i: int) -> bool:
    """Whether a heading in capitals stands below: the lone line above it is the title."""
    behind = around.next(i)
    return behind is not None and capitals(behind.words) and not is_date(behind.words)


def _announces(around: Around, i: int) -> bool:
    """Whether what follows a lone line is text, or a heading of another kind."""
    behind = around.next(i)
    if not behind:
        return around.closed
    if mark_of(behind.text) or labelled((behind.run(),)) or _COUNTED.match(behind.words):
        return True
    if is_date(behind.words) or behind.words.endswith((".", "?", ":")):
        return True
    return around.long(behind)


def _over_text(around: Around, i: int, below: Line, count: int) -> bool:
    line = around.lines[i]
    if is_date(below.words):
        return True
    if count > _IN_TEXT or "," in line.words or around.local(i).goes_on(line, below):
        return False
    written = below.words.endswith((".", "?", ":")) or around.long(below)
    return written or bool(mark_of(below.text)) or bool(labelled((below.run(),)))


def _ends(line: Line | None) -> bool:
    return bool(line) and line.words.endswith((".", "?", "!", "”", ")")) if line else True
