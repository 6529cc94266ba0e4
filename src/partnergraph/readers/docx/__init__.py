"""Word files (DOCX): a walk over their XML that sees what a person sees in Word.

Tracked changes count as accepted, wrappers (content controls, smart tags, links) are walked
through, text boxes stand where they are anchored, fields are their results.
"""

from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.errors import ReadError
from partnergraph.readers.docx.document import Document

__all__ = ["read"]


def read(data: bytes, path: Path) -> Reading:
    """A Word file as blocks, placed by `paragraph 12` and `table 2 row 4`.

    Raises ReadError for one that is encrypted, damaged, too large or no Word file.
    """
    try:
        document = Document(data, path)
        blocks, unread = tuple(document.blocks()), tuple(document.unread())
        return Reading(blocks, title=document.title, unread=unread)
    except RecursionError as error:
        raise ReadError(
            str(path), "its parts stand too deep in one another", "save it anew in Word"
        ) from error
