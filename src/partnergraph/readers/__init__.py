"""Files to texts: one reader for each ending, each a function of a path."""

from collections.abc import Callable, Mapping
from pathlib import Path

from partnergraph.errors import ReadError
from partnergraph.passage import Text
from partnergraph.readers import text

READERS: Mapping[str, Callable[[Path], Text]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
}


def read(path: Path) -> Text:
    """The words of a file. Raises ReadError for an ending no reader takes."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            str(path),
            f"no reader takes {path.suffix or 'a file without an ending'}",
            f"give one of {' '.join(READERS)} or .jsonl",
        )
    return reader(path)
