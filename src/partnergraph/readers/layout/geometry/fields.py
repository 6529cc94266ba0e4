"""Lines of a band of two columns to labels with their values."""

from collections.abc import Iterator, Sequence

from partnergraph.readers.layout.geometry.lines import Line, said
from partnergraph.readers.layout.geometry.pieces import Piece
from partnergraph.readers.layout.geometry.prose import pieces_of, pitch_of
from partnergraph.readers.layout.geometry.rows import GAP, cells_text, rights_of
from partnergraph.readers.layout.geometry.telling import cells_of


def labels_of(lines: Sequence[Line], cuts: Sequence[float], page: int) -> Iterator[Piece]:
    """A column of labels beside their values: one piece for each label.

    A label may go on below (*Geographical* / *coverage:*), and so may its value.
    """
    for group in _labelled(lines, cuts):
        label, value = cells_text(group, cuts, rights_of(group, cuts))
        first = group[0]
        piece = Piece(page, [[value]], first.size, False, first.x0, first.top, group[-1].base)
        piece.label, piece.alone = label.rstrip().removesuffix(":").rstrip(), True
        piece.hidden = all(word.hidden for line in group for word in line.words)
        if piece.label:
            yield piece
        else:
            yield from pieces_of(group, page)


def _labelled(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    colons = any(_ends_label(line, cuts) for line in lines)
    pitch = pitch_of(lines)
    open_label = False
    for line in lines:
        label = cells_of(line, cuts)[0]
        far = bool(groups) and line.base - groups[-1][-1].base > pitch * GAP * line.size
        if not groups or (label and not open_label) or (far and label):
            groups.append([])
        groups[-1].append(line)
        if label:
            open_label = colons and not _ends_label(line, cuts)
    return groups


def _ends_label(line: Line, cuts: Sequence[float]) -> bool:
    return said(cells_of(line, cuts)[0]).rstrip().endswith((":", "："))
