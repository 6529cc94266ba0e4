"""A file that was read: its blocks, and its words as lines for what reads lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from partnergraph.document.blocks import Block, Reading
from partnergraph.document.laid import Laid, found_in, lay
from partnergraph.document.words import Text


@dataclass(frozen=True)
class Document:
    """A file's blocks in reading order, made once for all that ask."""

    path: Path
    sha256: str
    reading: Reading

    @property
    def blocks(self) -> Sequence[Block]:
        """Its blocks in reading order."""
        return self.reading.blocks

    @cached_property
    def laid(self) -> Laid:
        """Its blocks with their words: those of the file's lines where it has lines."""
        laid = lay(self.blocks, self.path, self.sha256)
        if not self.reading.lines:
            return laid
        return found_in(Text.numbered(self.reading.lines, self.path, self.sha256), laid)

    @property
    def text(self) -> Text:
        """Its words as lines: those of the file where it has lines, else one for each block."""
        return self.laid.text
