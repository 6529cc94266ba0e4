"""What is left of a note once all else is read: running text is said to be that.

Lines that an earlier rule could not read, and items of lists that no rule reads, stay in the
report.
"""

from partnergraph.extractors.draft import Draft
from partnergraph.extractors.headings import recognise
from partnergraph.extractors.lines import ends_sentence, is_page_number
from partnergraph.extractors.markers import marker
from partnergraph.extractors.pieces import FURNITURE

__all__ = ["extract", "recognise"]

_SHORTEST = 8


def extract(draft: Draft) -> None:
    """Say of the lines left that they are prose."""
    for first, last in draft.text.paragraphs():
        left = [p for p in range(first, last + 1) if draft.free(p) and p not in draft.skipped]
        _read_rest(draft, first, left)


def _read_rest(draft: Draft, first: int, left: list[int]) -> None:
    lines = draft.text.lines
    if not left or (left[0] == first and marker(lines[first].text)):
        return
    if len(left) == 1 and is_page_number(lines[left[0]]):
        draft.skip(left, FURNITURE)
        return
    words = sum(len(lines[position].words) for position in left)
    if words >= _SHORTEST or ends_sentence(lines[left[-1]].text.rstrip()):
        draft.take(left, "prose")
