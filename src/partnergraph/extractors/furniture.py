"""What a page prints around its text: page numbers, running heads, the table of contents."""

import re
from collections import Counter
from collections.abc import Sequence

_PAGE = r"(?:page|pág(?:ina)?\.?|p\.)?\s*\d{1,4}(?:\s*(?:of|/|sur|de)\s*\d{1,4})?"
_PAGE_NUMBER = re.compile(rf"[-–—|\s]*{_PAGE}[-–—|\s]*", re.I)
_NUMBERED_HEAD = re.compile(
    r"(?:\d{1,4}\s*[|–—-]?\s+)?(.*?)(?:\s*[|–—-]?\s+(?:page\s+)?(?!(?:19|20)\d\d$)\d{1,4})?", re.I
)
_CONTENTS = re.compile(r"(?:table of )?contents|sommaire|table des matières|índice|contenido", re.I)
_LEADERS = re.compile(r"(?:(?<!\.)\.{3,}|…|(?<!\. )(?:\. ){3,}|(?<!_)_{3,})\s*\d{1,4}$")
_LONGEST_HEAD = 90
_LONGEST_ENTRY = 400


def furniture(lines: Sequence[str]) -> set[int]:
    """The positions of page numbers and of the running heads beside them, among a text's lines.

    A running head stands alone next to a page number, and is in capitals, repeated or the
    document's first line.

    >>> sorted(furniture(["MY THEMES", "", "Some prose", "", "FINAL MY THEMES", "", "4", "", "on"]))
    [4, 6]
    """
    filled = [position for position, line in enumerate(lines) if line]
    pages = {position for position in filled if _is_page(lines[position])}
    common = Counter(_bare(lines[position]) for position in filled)
    beside = {
        near
        for index, position in enumerate(filled)
        if position in pages or _numbered(lines[position])
        for near in filled[max(index - 1, 0) : index + 2]
    }
    opening = _bare(lines[filled[0]]) if filled else ""
    heads = {
        position
        for position in beside - pages
        if position != filled[0]
        and _alone(lines, position)
        and _is_head(lines[position], common, opening)
    }
    return pages | heads


def contents(lines: Sequence[str]) -> set[int]:
    """The positions of a table of contents.

    It runs from its heading to the first line that repeats one of its entries; so is any line that
    ends in leaders and a page number.
    """
    found = {position for position, line in enumerate(lines) if _without_leaders(line) != line}
    for start, line in enumerate(lines):
        if _CONTENTS.fullmatch(line.strip(" #*:")):
            found.update(_block(lines, start))
    return found


def _block(lines: Sequence[str], start: int) -> range:
    seen: set[str] = set()
    for position in range(start + 1, len(lines)):
        entry = _without_leaders(lines[position]).strip().casefold()
        if entry and (entry in seen or entry.endswith((".", "?", ";"))):
            return range(start, position) if entry in seen else range(start, start + 1)
        if entry:
            seen.add(re.sub(r"\s+\d{1,4}$", "", entry))
    return range(start, start + 1)


def _without_leaders(line: str) -> str:
    return line if len(line) > _LONGEST_ENTRY else _LEADERS.sub("", line)


def _is_page(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD and bool(_PAGE_NUMBER.fullmatch(line))


def _bare(line: str) -> str:
    found = _NUMBERED_HEAD.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
    return (found[1] if found else line).casefold()


def _numbered(line: str) -> bool:
    return _bare(line) != line.casefold() and line.upper() == line


def _alone(lines: Sequence[str], position: int) -> bool:
    before = lines[position - 1] if position else ""
    after = lines[position + 1] if position + 1 < len(lines) else ""
    return all(not line or _is_page(line) for line in (before, after))


def _is_head(line: str, common: Counter[str], opening: str) -> bool:
    if len(line) > _LONGEST_HEAD or line.endswith((".", ":", "?", ";", ",")):
        return False
    bare = _bare(line)
    return line.isupper() or common[bare] > 1 or (len(opening) > 3 and opening in bare)
