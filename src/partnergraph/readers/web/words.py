"""Words as they are gathered from a page: lines of runs, marks of notes told from text."""

from dataclasses import dataclass, field

from partnergraph.document.blocks import Run, Runs
from partnergraph.document.places import Place
from partnergraph.readers.layout.spaces import squeezed

_TAIL = 12  # characters before a raised one that tell an exponent or ordinal from a mark


@dataclass(slots=True)
class Line:
    """Words up to a break: whether a note's mark stands before them, whether there are none."""

    pieces: list[tuple[str, Place | None]] = field(default_factory=list)
    noted: bool = False
    blank: bool = True

    def runs(self, otherwise: Place) -> Runs:
        """Its words, at another place where they have none of their own."""
        grouped: list[tuple[list[str], Place]] = []
        for text, place in self.pieces:
            if not grouped or grouped[-1][1] != (place or otherwise):
                grouped.append(([], place or otherwise))
            grouped[-1][0].append(text)
        runs = (Run(squeezed("".join(texts)), place) for texts, place in grouped)
        return tuple(run for run in runs if run.text)


class Words:
    """The words of a paragraph or a cell."""

    __slots__ = ("_said", "lines")

    def __init__(self) -> None:
        self.lines = [Line()]
        self._said = False

    def __bool__(self) -> bool:
        return self._said

    def add(self, text: str, place: Place | None = None) -> None:
        """Some characters, with white space as the file has it."""
        line = self.lines[-1]
        if line.blank and squeezed(text):
            line.blank, self._said = False, True
        if not line.blank or not line.pieces:
            line.pieces.append((text, place))

    def end_line(self) -> None:
        """What follows stands on another line."""
        self.lines.append(Line())

    @property
    def tail(self) -> str:
        """The last characters."""
        return "".join(text for text, _ in self.lines[-1].pieces[-_TAIL:])[-_TAIL:]

    def runs(self, otherwise: Place) -> Runs:
        """All words, each line as runs of its own."""
        return tuple(run for line in self.lines for run in line.runs(otherwise))

    def paragraphs(self) -> list[list[Line]]:
        """Its lines, parted where an empty line stands between two."""
        parts: list[list[Line]] = [[]]
        for line in self.lines:
            if not line.blank:
                parts[-1].append(line)
            elif parts[-1]:
                parts.append([])
        return [part for part in parts if part]
