"""OpenDocument texts (ODT): a walk over their XML that sees what a person sees in LibreOffice.

Tracked changes count as accepted: a deletion's words stand apart in the file and are not read.
"""

from pathlib import Path

from partnergraph.document.blocks import Reading
from partnergraph.errors import ReadError
from partnergraph.readers.odt.document import Document

__all__ = ["read"]


def read(data: bytes, path: Path) -> Reading:
    """An OpenDocument text as blocks, placed by `paragraph 12` and `table 2 row 4`.

    Raises ReadError for one that is encrypted, damaged, too large or no text.
    """
    try:
        document = Document(data, path)
        return Reading(tuple(document.blocks()), title=document.title)
    except RecursionError as error:
        raise ReadError(
            str(path), "its parts stand too deep in one another", "save it anew in LibreOffice"
        ) from error
