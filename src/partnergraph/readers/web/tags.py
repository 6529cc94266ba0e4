"""The tags of a page before it is parsed: bounds on them, and where lines begin between them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from partnergraph.errors import ReadError

DEEPEST = 5_000  # elements in one another; browsers keep 512, parsers take quadratic time
MOST_ATTRIBUTES = 300  # of one tag; the most we have seen are 40
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*)([^>]*)>?|!--)")
_OPAQUE = {"script", "style", "textarea", "title", "xmp", "iframe", "noframes"}
_UNCLOSED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "html",
        "head",
        "body",
        "rp",
        "rt",
    ]
)


def check(page: str, path: Path) -> None:
    """Raises ReadError where elements stand too deep in one another, or a tag says too much."""
    depth: Counter[str] = Counter()
    deep = 0
    for tag in _tags(page):
        name = tag[2].lower()
        if len(tag[3]) > MOST_ATTRIBUTES and len(_bare(tag[3]).split()) > MOST_ATTRIBUTES:
            raise ReadError(
                str(path), f"a tag has more than {MOST_ATTRIBUTES} attributes", "save it anew"
            )
        if name in _UNCLOSED or tag[3].endswith("/"):
            continue
        if not tag[1]:
            depth[name] += 1
            deep += 1
        elif depth[name]:
            depth[name] -= 1
            deep -= 1
        if deep > DEEPEST:
            raise ReadError(
                str(path), f"more than {DEEPEST:,} elements stand in one another", "save it anew"
            )


def _bare(attributes: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", "", attributes)


def _tags(page: str) -> Iterator[re.Match[str]]:
    """The tags of a page, those in comments and scripts left out."""
    for _, tag in _parts(page):
        if tag and tag[2]:
            yield tag


def _parts(page: str) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Tags where they stand, and the offsets behind comments and scripts, in order."""
    at, lowered = 0, ""
    while True:
        tag = _TAG.search(page, at)
        if tag is None:
            return
        yield tag.start(), tag
        at = tag.end()
        if tag[2] is None:
            at = _behind(page.find("-->", at), 3, page)
        elif tag[2].lower() in _OPAQUE and not tag[1]:
            lowered = lowered or page.lower()
            at = _behind(lowered.find(f"</{tag[2].lower()}", at), 0, page)
        yield at, None


def _behind(found: int, length: int, page: str) -> int:
    return len(page) if found < 0 else found + length


def numbered(page: str, numbers: list[int]) -> str:
    r"""A piece of HTML with a comment at each line's beginning that says the line's number.

    Lines that begin within a tag, a comment or a script get none.

    >>> numbered("<p>\nThree</p>", [2, 3])
    '<!--line 2--><p>\n<!--line 3-->Three</p>'
    """
    made, start, line = [_said(numbers, 0)], 0, 0
    bounds = [(place, tag is not None) for place, tag in _parts(page)]
    for place, opens in [*bounds, (len(page), True)]:
        piece = page[start:place]
        for part in re.split(r"(?<=\n)", piece):
            made.append(part)
            if part.endswith("\n"):
                line += 1
                if opens:
                    made.append(_said(numbers, line))
        start = place
    return "".join(made)


def _said(numbers: list[int], line: int) -> str:
    return f"<!--line {numbers[line]}-->" if line < len(numbers) else ""
