"""Web pages: what a browser shows, as blocks. No script is run, nothing is fetched."""

from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.readers.layout.spaces import squeezed
from partnergraph.readers.web import charset, tags
from partnergraph.readers.web.page import Page


def read(data: bytes, path: Path) -> Reading:
    """The blocks of a page at `paragraph 12`, `table 2 row 4`, and what its `<title>` says.

    Each block element with text of its own is a paragraph. Raises ReadError for what is no page,
    says nothing, or is nested beyond all bounds.
    """
    return of_page(charset.checked(data, path), path)


def of_page(text: str, path: Path, *, lines: bool = False) -> Reading:
    """The blocks of a page's text; with `lines` at the lines that marks in it say."""
    from selectolax.lexbor import LexborHTMLParser

    tags.check(text, path)
    page = LexborHTMLParser(text)
    title = page.css_first("head > title")
    said = squeezed(title.text(deep=True) or "") if title is not None else ""
    return Reading(tuple(Page(page, path, lines=lines).blocks), said)
