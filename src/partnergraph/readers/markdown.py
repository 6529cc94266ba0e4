"""Markdown: what a person reads in it, each word at its line of the file.

CommonMark with the tables, footnotes and struck-out words of GitHub and the definitions of others,
rendered as a page in which marks say where lines begin, and read as web pages are.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from partnergraph.document.blocks import Reading
from partnergraph.errors import ReadError
from partnergraph.readers import text
from partnergraph.readers.html import of_page
from partnergraph.readers.layout.spaces import squeezed
from partnergraph.readers.web.tags import numbered

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ENDS = re.compile(r"\r\n|\r|\n")
_PARTED = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
_TITLE = re.compile(r"^title\s*[:=]\s*(.+)$", re.IGNORECASE)
_BOX = re.compile(r"^\[[ xX]\]\s+")
_ANCHOR = re.compile(r"\s*\{\s*[#.][^{}]*\}\s*$")
_LOST_MARK = re.compile(r"\[\^[^\]\s]+\]")
_OPEN = re.compile(r"(?:\]\([^()\n]*|<[a-zA-Z/][^<>\n]*)$")
_MOST_LINKS = 3_000  # of one paragraph; to look for their ends takes quadratic time
_LONGEST_ADDRESS = 2_000  # characters of a link; browsers take about as many
_DEEPEST = 60  # lists and quotes in one another; people nest ten


def read(data: bytes, path: Path) -> Reading:
    """The blocks of a text at `line 12`, its lines, and the title that its front matter gives.

    Raises ReadError where it is no text, is empty, or has a line beyond all bounds.
    """
    content = text.decode(data, path).replace("\0", "")
    raw = _ENDS.split(content.removeprefix("\ufeff"))
    if not content.strip():
        raise ReadError(str(path), "the file is empty", "check where it came from")
    _check(raw, path)
    title, first = _front(raw)
    numbers, lines = _numbered(raw, first)
    reading = of_page(_page(lines, numbers), path, lines=True)
    return Reading(reading.blocks, title, tuple(raw[:-1] if not raw[-1] else raw))


def _check(lines: Sequence[str], path: Path) -> None:
    for number, line in enumerate(lines, start=1):
        if len(line) > text.LONGEST_LINE:
            raise ReadError(
                str(path),
                f"line {number} has {len(line):,} characters, more than {text.LONGEST_LINE:,}",
                "break it into lines",
            )


def _front(lines: Sequence[str]) -> tuple[str, int]:
    """The title that front matter gives, and how many lines front matter takes."""
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return "", 0
    ends = ("---", "...") if fence == "---" else ("+++",)
    last = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ends), 0)
    found = [match for match in map(_TITLE.match, lines[1:last]) if match]
    title = found[0][1].strip() if found else ""
    return squeezed(title.strip("\"'")), last + 1 if last else 0


def _numbered(raw: Sequence[str], first: int) -> tuple[list[int], list[str]]:
    """The lines behind front matter, parted at other separators, with their numbers in the file."""
    numbers, lines = [], []
    for number, line in enumerate(raw[first:], first + 1):
        for part in _PARTED.split(line):
            numbers.append(number)
            lines.append(re.sub("[\ufdd0\ufdd1]", "", part))
    return numbers, lines


def _page(lines: Sequence[str], numbers: list[int]) -> str:
    """A text as a page in which marks say where lines begin."""
    parser = _parser()
    parser.core.ruler.before("inline", "lines", lambda state: _mark(state.tokens, numbers))
    parser.core.ruler.push("lost_marks", lambda state: _drop_lost_marks(state.tokens))
    rendered: str = parser.render("\n".join(lines))
    return f"<body>{rendered}"


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "breaks": True})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    return parser.disable(["footnote_tail", "footnote_inline"])


def _mark(tokens: Sequence["Token"], numbers: list[int]) -> None:
    """Puts a mark before each line of the words of some tokens, and marks of items on them."""
    before = earlier = ""
    for token in tokens:
        first = token.map[0] if token.map else 0
        if token.type == "inline":
            content = token.content
            if earlier == "list_item_open":
                content = _BOX.sub("", content)
            elif before == "heading_open":
                content = _ANCHOR.sub("", content)
            token.content = _with_lines(_bounded(content), numbers, first)
        else:
            _mark_block(token, numbers, first)
        earlier, before = before, token.type


def _mark_block(token: "Token", numbers: list[int], first: int) -> None:
    if token.type == "html_block":
        count = token.content.count("\n") + 1
        token.content = numbered(token.content, numbers[first : first + count])
    elif token.type in ("fence", "code_block"):
        token.content = _with_lines(token.content, numbers, first + (token.type == "fence"))
        token.info = ""
    elif token.type == "list_item_open":
        token.attrSet("data-mark", f"{token.info}{token.markup}")
    elif token.type in ("footnote_reference_open", "footnote_reference_close"):
        token.type, token.tag = f"note_{token.type.rpartition('_')[2]}", "div"
        token.attrSet("role", "doc-footnote")


def _bounded(content: str) -> str:
    """Words with more brackets than any paragraph has links: these are characters then."""
    if content.count("[") > _MOST_LINKS:
        content = content.replace("[", "\\[")
    return content


def _with_lines(content: str, numbers: Sequence[int], first: int) -> str:
    """Words with a mark before each line, but in the middle of a link's address or of a tag."""
    made: list[str] = []
    for at, line in enumerate(content.split("\n"), first):
        within = made and _OPEN.search(made[-1][-_LONGEST_ADDRESS:])
        number = numbers[min(at, len(numbers) - 1)]
        made.append(line if within else f"\ufdd0{number}\ufdd1 {line}")
    return "\n".join(made)


def _drop_lost_marks(tokens: Sequence["Token"]) -> None:
    """Marks of notes that are nowhere are no text either; a second mark of one is as the first."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "text":
                child.content = _LOST_MARK.sub("", child.content)
            elif child.type == "footnote_ref":
                child.meta["subId"] = 0
