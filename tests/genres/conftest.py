"""A made page, read as a file of text is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft

Reading = tuple[Draft, Extraction]


@pytest.fixture
def read_page(tmp_path: Path) -> Callable[..., Reading]:
    """The draft and the facts of a text, in a file of a name."""

    def read(content: str, name: str = "page.txt") -> Reading:
        page = tmp_path / name
        page.write_text(content, encoding="utf-8", newline="")
        _, draft, _ = read_document(page)
        return draft, draft.finish()

    return read
