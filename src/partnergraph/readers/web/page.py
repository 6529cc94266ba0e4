"""The blocks of a page, out of its elements in document order."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from partnergraph.document.blocks import Block, Runs
from partnergraph.document.places import Place
from partnergraph.readers.layout import labels
from partnergraph.readers.layout.marks import raised
from partnergraph.readers.layout.spaces import squeezed
from partnergraph.readers.web import lists, notes, scope, unseen
from partnergraph.readers.web.controls import shown
from partnergraph.readers.web.scope import BLOCKS, SILENT, Scope
from partnergraph.readers.web.tables import MOST_COLUMNS, Cell, Table, grid
from partnergraph.readers.web.words import Line, Words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_LINE = re.compile("\ufdd0(\\d+)\ufdd1")
_WORD_LIST = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_WORD_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass(slots=True)
class _Owner:
    """A block element: the number it gets when it has text of its own, its level as Word has it."""

    number: int = 0
    level: int = 0


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    tag: str
    scope: Scope
    owner: _Owner


@dataclass(slots=True)
class _OpenTable:
    """A table that is open, and the words that are gathered for it."""

    table: Table
    cell: Cell | None = None
    within_caption: bool = False
    made: list[Block] = field(default_factory=list)


class Page:
    """Gathers blocks while it is led through a page.

    With `lines` places are the lines that marks in the page say, and each line of the file is one;
    else block elements and rows are counted.
    """

    def __init__(self, page: "LexborHTMLParser", path: Path, *, lines: bool = False) -> None:
        self._path, self._lines = path, lines
        self._hidden = unseen.by_rules(page)
        self._open = [_Open("", Scope(), _Owner())]
        self._words, self._unseen = Words(), Words()
        self._of: _Open = self._open[0]
        self._paragraphs = self._number = 0
        self._tables: list[_OpenTable] = []
        self._done: list[tuple[int, list[Block]]] = []
        self._numberings: list[lists.Numbering] = []
        self._item: tuple[int, str] | None = None
        self._term: Runs = ()
        self._marks: set[str] = set()
        self._targets: set[str] = set()
        self._line: Place | None = Place("line", 1) if lines else None
        self.blocks: list[Block] = []
        if page.body is not None:
            self._walk(page.body)
        self._end_paragraph()

    def _walk(self, root: "LexborNode") -> None:
        """Enters and leaves each node under a root, itself too; in a loop, for pages are deep."""
        node: LexborNode | None = root
        depth = 0
        while node is not None:
            entered = self._enter(node)
            child = node.child if entered else None
            if child is not None:
                node, depth = child, depth + 1
                continue
            if entered:
                self._leave()
            while node is not None and depth and node.next is None:
                node, depth = node.parent, depth - 1
                self._leave()
            node = node.next if node is not None and depth else None

    # Entering and leaving

    def _enter(self, node: "LexborNode") -> bool:
        """Takes a node in; gives whether what it holds is to be taken in too."""
        if node.is_text_node:
            self._text(node.text_content or "")
        elif node.is_comment_node:
            self._comment(node.comment_content or "")
        elif node.is_element_node:
            return self._element(node, node.tag or "", node.attributes)
        return False

    def _element(self, node: "LexborNode", tag: str, attributes: scope.Attributes) -> bool:
        if tag in SILENT or self._spoken(node, tag, attributes):
            return False
        outer = self._open[-1]
        headed = tag in ("header", "div") and node.css_first("h1,h2,h3,h4,h5,h6") is not None
        now = scope.inner(outer.scope, tag, attributes, node.mem_id in self._hidden, headed)
        if (attributes.get("id") or attributes.get("name")) in self._targets:
            now = replace(now, note=True)
        block = tag in BLOCKS or unseen.is_block(attributes)
        if block:
            self._boundary()
        owner = _Owner(0, _word_level(attributes)) if block else outer.owner
        if node.child is None and tag not in ("td", "th", "tr", "li"):
            return False
        self._open.append(_Open(tag, now, owner))
        self._begin(node, tag, attributes)
        return True

    def _leave(self) -> None:
        left = self._open.pop()
        if left.tag in BLOCKS or left.owner is not self._open[-1].owner:
            self._boundary()
        self._end(left.tag)

    def _spoken(self, node: "LexborNode", tag: str, attributes: scope.Attributes) -> bool:
        """Whether an element is taken in as it is entered: a break, a mark, a field of a form."""
        if tag == "br":
            self._to().end_line()
        elif tag == "img":
            self._picture(squeezed(attributes.get("alt") or ""))
        elif tag in ("input", "select"):
            self._text(shown(node, tag, attributes))
        elif tag == "sup":
            return self._raised(node)
        elif tag == "a":
            return self._linked(node, False)
        elif _WORD_LIST.search(attributes.get("style") or ""):
            level = self._open[-1].owner.level or 1
            self._item = (level, squeezed(node.text(deep=True) or ""))
        else:
            return False
        return True

    def _begin(self, node: "LexborNode", tag: str, attributes: scope.Attributes) -> None:
        if tag == "table":
            self._begin_table()
        elif tag == "caption" and self._tables:
            self._tables[-1].within_caption = True
        elif tag in _GROUPS and self._tables:
            self._tables[-1].table.begin_group(tag)
        elif tag == "tr" and self._tables:
            self._tables[-1].table.begin_row(self._open[-1].scope.hidden)
        elif tag in ("td", "th") and self._tables and self._tables[-1].table.lines:
            self._begin_cell(tag, attributes)
        elif tag in ("ul", "ol", "menu", "dir"):
            items = len(node.css("li")) if "reversed" in attributes else 0
            self._numberings.append(lists.begun(tag, attributes, items))
        elif tag == "li":
            numbering = self._numberings[-1] if self._numberings else lists.Numbering(False)
            self._item = (max(self._open[-1].scope.depth, 1), numbering.mark(attributes))
        elif tag == "q":
            self._text("“")

    def _end(self, tag: str) -> None:
        if tag == "table":
            self._end_table()
        elif tag == "caption" and self._tables:
            self._tables[-1].within_caption = False
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].cell = None
        elif tag in ("ul", "ol", "menu", "dir") and self._numberings:
            self._numberings.pop()
        elif tag == "li":
            self._item = None
        elif tag == "dl":
            self._end_term()
        elif tag == "q":
            self._text("”")

    # Words

    def _to(self) -> Words:
        """Where words go now."""
        hidden = self._open[-1].scope.hidden
        if self._tables:
            at = self._tables[-1]
            if at.within_caption:
                return at.table.caption
            if at.cell:
                return at.cell.unseen if hidden else at.cell.words
        if not self._words and not self._unseen:
            self._of = self._open[-1]
        return self._unseen if hidden else self._words

    def _text(self, text: str) -> None:
        first, *others = _LINE.split(text) if self._lines else (text,)
        self._add(first)
        for number, part in zip(others[::2], others[1::2], strict=True):
            self._line = Place("line", int(number))
            self._add(part)

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self._open[-1].scope.kept_lines:
            self._to().add(text, self._line)
            return
        first, *others = text.replace("\r\n", "\n").split("\n")
        self._to().add(first, self._line)
        for line in others:
            self._to().end_line()
            self._to().add(line, self._line)

    def _comment(self, text: str) -> None:
        if self._lines and text.startswith("line ") and text[5:].isdigit():
            self._line = Place("line", int(text[5:]))

    def _picture(self, text: str) -> None:
        """What a picture says instead: text in Markdown, else only where a cell has no other."""
        if self._lines:
            self._text(text)
        elif self._tables and self._tables[-1].cell:
            cell = self._tables[-1].cell
            cell.alternative = f"{cell.alternative} {text}".strip()

    def _raised(self, node: "LexborNode") -> bool:
        """Takes raised characters in, unless they hold more than a mark or an exponent."""
        link = node.css_first("a")
        if link is not None and self._linked(link, True):
            return True
        text = _LINE.sub("", node.text(deep=True) or "")
        if len(text) > 12:  # longer than marks are
            return False
        kept = raised(text, self._to().tail)
        if kept:
            self._text(kept)
        elif text.strip():
            self._mark(notes.bare(text))
        return True

    def _linked(self, node: "LexborNode", within: bool) -> bool:
        """Leaves out a link that only marks a note, or leads back from one."""
        found = notes.link(node, within)
        if found and found[0]:
            self._mark(found[0])
            self._targets.add(found[1])
        return found is not None

    def _mark(self, mark: str) -> None:
        words = self._to()
        if words.lines[-1].blank:
            words.lines[-1].noted = mark in self._marks
        else:
            self._marks.add(mark)

    # Tables

    def _begin_table(self) -> None:
        self._boundary()
        if not self._tables:
            self._end_paragraph()
        self._number += 1
        opened = self._open[-1]
        self._tables.append(_OpenTable(Table(self._number, opened.scope.hidden)))
        opened.scope = replace(opened.scope, hidden=False)

    def _begin_cell(self, tag: str, attributes: scope.Attributes) -> None:
        at, opened = self._tables[-1], self._open[-1]
        own = unseen.hides(attributes)
        columns = min(max(_whole(attributes.get("colspan"), 1), 1), MOST_COLUMNS)
        cell = Cell(tag == "th", columns, _whole(attributes.get("rowspan"), 1))
        cell.left_out = own and "visibility" not in (attributes.get("style") or "")
        opened.scope = replace(opened.scope, hidden=own, heading=0, kept_lines=False)
        at.cell = cell
        at.table.lines[-1].cells.append(cell)

    def _end_table(self) -> None:
        if not self._tables:
            return
        table = self._tables.pop().table
        block = grid(table, self._path)
        made = [block] if block else []
        for line in table.lines:
            for cell in line.cells:
                place = self._line or table.place(line.number)
                made += _told("paragraph", cell.unseen.runs(place), hidden=True)
        self._done.append((table.number, made))
        if not self._tables:
            self.blocks += [block for _, done in sorted(self._done) for block in done]
            self._done = []

    # Paragraphs

    def _boundary(self) -> None:
        """A block element begins or ends."""
        if self._tables:
            at = self._tables[-1]
            words = at.table.caption if at.within_caption else at.cell and at.cell.words
            if words:
                words.end_line()
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        words, hidden, of = self._words, self._unseen, self._of
        if not words and not hidden:
            if len(words.lines) > 1 or words.lines[0].pieces:
                self._words, self._unseen = Words(), Words()
            return
        self._words, self._unseen = Words(), Words()
        place = self._line or Place("paragraph", self._counted(of.owner))
        for lines in words.paragraphs():
            self._keep(lines, of.scope, place)
        for lines in hidden.paragraphs():
            first = len(self.blocks)
            self._keep(lines, of.scope, place)
            self.blocks[first:] = [replace(block, hidden=True) for block in self.blocks[first:]]

    def _counted(self, owner: _Owner) -> int:
        if not owner.number:
            self._paragraphs += 1
            owner.number = self._paragraphs
        return owner.number

    def _keep(self, lines: list[Line], now: Scope, place: Place) -> None:
        """Words between two bounds become blocks of the kind that their element says."""
        runs = [line.runs(place) for line in lines]
        whole = tuple(run for line in runs for run in line)
        if now.term:
            self._term += whole
            return
        if now.value and not now.heading:
            self._keep_value(whole)
            return
        self._end_term()
        item, self._item = self._item, None
        if now.heading:
            self.blocks += _told("running" if now.running else "heading", whole, now.heading)
        elif now.note or any(line.noted for line in lines):
            self.blocks += _notes(lines, runs, item)
        elif now.running:
            self.blocks += _told("running", whole)
        elif item:
            self.blocks += labels.of_lines(runs, Block("item", level=item[0], mark=item[1]))
        else:
            self.blocks += labels.of_lines(runs)

    def _keep_value(self, runs: Runs) -> None:
        last = self.blocks[-1] if self.blocks else None
        if self._term or last is None or last.kind != "label":
            self.blocks.append(Block("label", label=self._term, runs=runs))
            self._term = ()
        else:
            self.blocks[-1] = replace(last, runs=(*last.runs, *runs))

    def _end_term(self) -> None:
        """A term without a value is a paragraph."""
        self.blocks += _told("paragraph", self._term)
        self._term = ()


def _told(kind: str, runs: Runs, level: int = 0, *, hidden: bool = False) -> list[Block]:
    if kind == "heading":
        return [Block("heading", runs, level=level, hidden=hidden)] if runs else []
    made = Block("running" if kind == "running" else "paragraph", runs, hidden=hidden)
    return [made] if runs else []


def _notes(lines: list[Line], runs: list[Runs], item: tuple[int, str] | None) -> list[Block]:
    """Notes, each of which begins with its mark."""
    made: list[Block] = []
    for line, told in zip(lines, runs, strict=True):
        if made and not line.noted:
            made[-1] = replace(made[-1], runs=(*made[-1].runs, *told))
        else:
            made.append(Block("note", told, mark="" if made or not item else item[1]))
    return made


def _word_level(attributes: scope.Attributes) -> int:
    """The depth of a list's item in a page that Word saved."""
    found = _WORD_LEVEL.search(attributes.get("style") or "")
    return int(found[1]) if found else 0


def _whole(text: str | None, otherwise: int) -> int:
    digits = re.match(r"\s*\+?(\d{1,9})", text or "")
    return int(digits[1]) if digits else otherwise
