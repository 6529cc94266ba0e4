"""A made text read as a file is, with all its links proved."""

import tempfile
from pathlib import Path

from partnergraph.pipeline.load import read_document
from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft
from partnergraph.verify import verify


def read(content: str, name: str = "made.txt") -> tuple[Draft, Extraction, str]:
    """A text's draft, what it says, and by what it is known as a matrix without its grid."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content.encode("utf-8"))
        document, draft, genres = read_document(path)
    said = draft.finish()
    verify(said, document.text)
    return draft, said, next((genre.why for genre in genres if genre.name == "matrix"), "")
