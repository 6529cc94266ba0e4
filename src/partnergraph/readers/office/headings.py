"""Which paragraphs are headings: by the names of styles, else by standing bold and alone."""

import re
from itertools import pairwise

from partnergraph.readers.office.lines import is_labelled, lines
from partnergraph.readers.office.marks import typed
from partnergraph.readers.office.nodes import Nodes, Paragraph

_MOST_WORDS = 15  # of a heading: two lines
_MOST_BOLD = 1 / 3  # of paragraphs: where more are bold, bold says nothing

_HEADING = re.compile(
    r"(?:heading|titre|titolo|t[ií]?tulo|(?:ü|ue)?berschrift|kop|rubrik|nag[lł]?[oó]?wek|overskrift"
    r"|otsikko|başl[iı]k|заголовок|标题|標題|見出し|제목|عنوان)[ _-]?([1-9])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"title|titre|titel|t[ií]tulo|titolo|название", re.IGNORECASE)
_CAPTION = re.compile(r"caption|l[eé]gende|beschriftung|didascalia|leyenda|legenda", re.IGNORECASE)


def level_of(name: str) -> int:
    """The heading level from 1 that a style's name or id says; 0 where it says none.

    >>> level_of("heading 2"), level_of("Titre1"), level_of("Title"), level_of("Body Text")
    (2, 1, 1, 0)
    """
    found = _HEADING.fullmatch(name)
    if found:
        return int(found[1])
    return 1 if _TITLE.fullmatch(name) else 0


def is_caption(name: str) -> bool:
    """Whether a style's name says that it is that of captions."""
    return _CAPTION.fullmatch(name) is not None


def name_headings(nodes: Nodes) -> None:
    """Makes headings of short paragraphs that are bold as a whole, above others.

    So people write them who use no styles: in minutes, concept notes, terms of reference. Their
    level is the one below the last heading that has a style.
    """
    filled = [node for node in nodes if not isinstance(node, Paragraph) or node.is_filled]
    bold = [node for node in filled if isinstance(node, Paragraph) and _is_title(node)]
    if len(bold) > _MOST_BOLD * len(filled):
        return
    level, named = 1, set(map(id, bold))
    for node, following in pairwise(filled):
        if not isinstance(node, Paragraph):
            continue
        if node.kind == "heading":
            level = node.level + 1
        elif id(node) in named and not (node.kind == "item" and _is_item(following)):
            node.kind, node.level = "heading", level


def _is_item(node: object) -> bool:
    return isinstance(node, Paragraph) and node.kind == "item"


def _is_title(node: Paragraph) -> bool:
    """Whether a paragraph looks as a heading does; a number before it is one's, a bullet is not."""
    if node.kind not in ("paragraph", "item") or node.caption or not node.is_bold:
        return False
    said = lines(node.pieces)
    text = " ".join(said)
    if len(text.split()) > _MOST_WORDS or text[-1:] in (*".,;:", "") or any(map(is_labelled, said)):
        return False
    found = typed(text)
    mark = node.mark or (found["mark"] if found else "1")
    return any(map(str.isalnum, mark)) and any(map(str.isalpha, text))
