"""What every page repeats: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from partnergraph.readers.layout.lines.line import Line

_NUMBER = r"(?:\d{1,4}|[ivxl]{1,6})"
_PAGE = re.compile(
    rf"[\W_]*(?:(?P<word>[^\W\d_]{{1,7}}\.?)\s*)?(?P<number>{_NUMBER})"
    rf"(?:\s*(?:of|/|sur|de|von|из)\s*\d{{1,4}})?(?![.)]$)[\W_]*",
    re.I,
)
_COUNTED = re.compile(r"\d+")
_DEEP = 4  # lines at a page's top or foot; letterheads of more are printed once
_LONGEST = 200  # characters; a running head of two parts over a wide page has 160
_ENDS = (".", "!", "?", ":", ";", "”", '"')


def running(lines: Sequence[Line]) -> set[int]:
    """The positions of lines that belong to the pages and not to the text.

    With form feeds: lines near a page's top or foot that another page has there too, up to numbers.
    Without: lines that stand beside page numbers, or that part a sentence, and come again.
    """
    filled = [i for i, line in enumerate(lines) if line.words]
    found = set(_on_pages(lines, filled)) if filled and lines[filled[-1]].page else set()
    numbers = set(_counting(lines, filled))
    found |= numbers
    if not (filled and lines[filled[-1]].page):
        found |= _beside(lines, filled, found)
    return found | _parting(lines, filled, found)


def _key(line: Line) -> str:
    """What a running line has in common with itself on another page."""
    return " ".join(_COUNTED.sub("", line.words.casefold()).split())


def _on_pages(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[int]:
    """Lines that stand at the edges of two pages or more, with nothing but such further out."""
    pages: dict[int, list[int]] = defaultdict(list)
    for i in filled:
        pages[lines[i].page].append(i)
    edges = {page: (_edge(lines, at, 1), _edge(lines, at, -1)) for page, at in pages.items()}
    seen: dict[str, set[int]] = defaultdict(set)
    for page, sides in edges.items():
        for i in (*sides[0], *sides[1]):
            seen[_key(lines[i])].add(page)
    for side in (side for sides in edges.values() for side in sides):
        kept: list[int] = []
        for i in side:
            again = len(seen[_key(lines[i])]) > 1 and _key(lines[i]) and not _leads(lines[i])
            if not (again or _PAGE.fullmatch(lines[i].words)):
                break
            kept.append(i)
        yield from _set_off(lines, kept, side)


def _leads(line: Line) -> bool:
    """Whether a line leads to what stands below it, as no head does: `Sessions:`, `Excellency,`."""
    return line.words.endswith((":", ",")) and not _PAGE.fullmatch(line.words)


def _edge(lines: Sequence[Line], at: Sequence[int], step: int) -> list[int]:
    """A page's lines from its top (1) or its foot (-1) inwards that may belong to every page."""
    most = _DEEP if len(at) > 2 * _DEEP else 2
    chosen = at[::step][:most]
    return [i for i in chosen if len(lines[i].text) <= _LONGEST and not _tabled(lines, i)]


def _set_off(lines: Sequence[Line], kept: list[int], side: Sequence[int]) -> Iterator[int]:
    """Of repeated lines those that blank ones part from the page's text.

    Where none parts them, those that carry the page's number, to the last of them.
    """
    step = 1 if side and kept[-1:] >= kept[:1] else -1
    while kept:
        near = kept[-1] + step
        inside = lines[near] if 0 <= near < len(lines) else None
        if inside is None or not inside.words or inside.page != lines[kept[-1]].page:
            break
        if _PAGE.fullmatch(lines[kept[-1]].words) and lines[kept[-1]].indent > _CENTRED:
            break
        kept.pop()
    yield from kept


def _tabled(lines: Sequence[Line], i: int) -> bool:
    here = [start for start, _ in lines[i].segments]
    for near in (i - 1, i + 1):
        if 0 <= near < len(lines) and len(here) > 2 and lines[near].page == lines[i].page:
            other = {start for start, _ in lines[near].segments}
            if len(other.intersection(here)) > 1:
                return True
    return False


def _counting(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[int]:
    """Page numbers that stand alone and grow down the text, or are dressed up as such (`- 4 -`)."""
    alone = [i for i in filled if len(lines[i].words) < 24 and _PAGE.fullmatch(lines[i].words)]
    last = 0
    for i in alone:
        found = _PAGE.fullmatch(lines[i].words)
        number = found["number"] if found else ""
        if not number.isdecimal() or (found and found["word"] and not _says_page(found["word"])):
            continue
        dressed = bool(re.fullmatch(r"[-–—|]\s*\d+\s*[-–—|]", lines[i].words)) or bool(
            found and found["word"]
        )
        stands = _apart(lines, i) or lines[i].indent > _CENTRED
        if dressed or (last < int(number) <= last + _SKIPPED and stands):
            last = int(number)
            yield i


_CENTRED = 12  # characters; a number alone so far in is centred or at the right margin
_SKIPPED = 6  # pages without a number of their own: a cover, plates, an annex


def _says_page(word: str) -> bool:
    return word.casefold().rstrip(".") in {
        "page",
        "p",
        "pg",
        "pág",
        "pag",
        "página",
        "seite",
        "стр",
    }


def _apart(lines: Sequence[Line], i: int) -> bool:
    """Whether blank lines, the text's ends or page breaks stand on one side of a line at least."""
    return any(
        not 0 <= near < len(lines) or not lines[near].words or lines[near].page != lines[i].page
        for near in (i - 1, i + 1)
    )


def _beside(lines: Sequence[Line], filled: Sequence[int], known: set[int]) -> set[int]:
    """Lines that come again in the text, beside a page number once in two times at least."""
    where: dict[str, list[int]] = defaultdict(list)
    for i in filled:
        if len(lines[i].text) <= _LONGEST:
            where[lines[i].words.casefold()].append(i)
    beside = {
        near
        for index, i in enumerate(filled)
        if i in known
        for near in (*filled[max(index - 2, 0) : index], *filled[index + 1 : index + 3])
    }
    found: set[int] = set()
    for near in beside - known:
        again = where.get(lines[near].words.casefold(), [])
        often = len(again) > 1 and 2 * len(beside.intersection(again)) >= len(again)
        if often and _like_a_head(lines[near]) and not any(_goes_on(lines, i) for i in again):
            found.update(again)
        elif _echoes(lines, near, where, filled):
            found.add(near)
    return found


def _echoes(
    lines: Sequence[Line], i: int, where: dict[str, list[int]], filled: Sequence[int]
) -> bool:
    """Whether a line alone beside a page number repeats the text's first line (`FINAL …`)."""
    first = lines[filled[0]].words.casefold()
    alone = _apart(lines, i) and i != filled[0]
    return alone and lines[i].words.casefold().endswith(first) and len(first) > 5


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether the sentence of a line goes on in the next, as that of no running head does."""
    return i + 1 < len(lines) and lines[i + 1].words[:1].islower()


def _like_a_head(line: Line) -> bool:
    return (
        len(line.words.split()) > 1
        and not line.words.endswith(_ENDS)
        and line.words[:1].upper() == line.words[:1]
    )


def _parting(lines: Sequence[Line], filled: Sequence[int], known: set[int]) -> set[int]:
    """Lines that come again and stand, once at least, in the middle of a sentence."""
    where: dict[str, list[int]] = defaultdict(list)
    for i in filled:
        where[lines[i].words].append(i)
    body = [i for i in filled if i not in known]
    found: set[int] = set()
    for before, i, behind in zip(body, body[1:], body[2:], strict=False):
        again = where[lines[i].words]
        if len(again) > 1 and i not in found and _like_a_head(lines[i]) and len(again) < len(body):
            ends, goes_on = lines[before].words, lines[behind].words[:1].islower()
            blank = behind - i > 1 and i - before > 1
            several = len(lines[i].words.split()) > 2  # a short one may be a cell's word
            if (
                several
                and goes_on
                and blank
                and ends[-1:].isalnum()
                and len(ends) >= _LINE_OF_PROSE
            ):
                found.update(again)
    return found


_LINE_OF_PROSE = 40  # characters; narrower lines are cells and verses
