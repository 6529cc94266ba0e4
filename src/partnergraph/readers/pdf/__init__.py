"""PDF to blocks: words and rules from PDFium, everything else from geometry."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.document.places import Place
from partnergraph.readers.layout.geometry.document import blocks_of
from partnergraph.readers.layout.geometry.page import Page
from partnergraph.readers.layout.geometry.pieces import Grid, Piece
from partnergraph.readers.pdf.opening import Opened, opened, refused

_NEAR = 2  # pages on either side; running heads of left and right pages differ


def read(data: bytes, path: Path) -> Reading:
    """A PDF's blocks; a place is `page 3`, the file's page whatever is printed on it.

    Raises ReadError for one that asks for a password, is damaged, or has no text.
    """
    with opened(data, path) as pdf:
        unread: list[tuple[Place, str]] = []
        pieces = list(_pieces(pdf, unread))
        title = pdf.title
    if not pieces:
        raise refused(path, unread)
    return Reading(blocks_of(pieces), title, unread=tuple(unread))


def _pieces(pdf: Opened, unread: list[tuple[Place, str]]) -> Iterator[Piece | Grid]:
    """The pieces of all pages; a page is laid out when those near it are known."""
    window: deque[Page] = deque()
    at = 0
    for sheet in pdf.sheets():
        if sheet.unread:
            unread.append((Place("page", sheet.number), sheet.unread))
        window.append(Page(sheet))
        if len(window) > 2 * _NEAR + 1:
            window.popleft()
            at -= 1
        if len(window) > at + _NEAR:
            yield from _laid(window, at)
            at += 1
    while at < len(window):
        yield from _laid(window, at)
        at += 1


def _laid(window: deque[Page], at: int) -> list[Piece | Grid]:
    near = [page for index, page in enumerate(window) if 0 < abs(index - at) <= _NEAR]
    return window[at].pieces(near)
