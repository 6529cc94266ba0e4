"""Agencies at the end of a line: another cell, printed in the line of a statement."""

from collections.abc import Sequence
from itertools import pairwise

from partnergraph.document.words import Word
from partnergraph.extractors.matrix.agencies import Bodies
from partnergraph.extractors.matrix.clues import words_of

_MOST_AT_END = 8
_LONGEST_AT_END = 4
_LEADING = words_of("openers", "leading")
_ARTICLES = words_of("openers", "articles")
_LINKS = frozenset(("and", "et", "y", "e", "&", "/"))


def tail(words: tuple[Word, ...], bodies: Bodies) -> tuple[int, bool]:
    """How many words at the end of a line list agencies, and whether they surely are a cell.

    A sentence may end a line with an agency too. Sure is what stands behind a sentence's end, or
    a list that nothing in the sentence leads to.
    """
    names = _names_at_end([word.text for word in words], bodies)
    count = len(words) - names[0][0] if names else 0
    if not count or count == len(words) or not _separated(words, names):
        return 0, False
    before = words[-count - 1].text
    if before.endswith((".", ";", ":", "?")):
        return count, True
    several = len(names) > 1 or words[-1].text.endswith(",")
    leads = before.casefold() in _LEADING or before.endswith(",")
    if before.casefold() in _LEADING and not several:
        return 0, False
    return count, several and not leads and before.casefold() not in _ARTICLES


def _names_at_end(words: list[str], bodies: Bodies) -> list[tuple[int, int]]:
    """Where the agencies that end a line begin and end, in order."""
    found: list[tuple[int, int]] = []
    end = len(words)
    while end > 0 and len(found) < _MOST_AT_END:
        sizes = range(min(_LONGEST_AT_END, end), 0, -1)
        size = next((n for n in sizes if _listed(" ".join(words[end - n : end]), bodies)), 0)
        if size:
            found.append((end - size, end))
        elif not found or words[end - 1] not in _LINKS:
            break
        end -= max(size, 1)
    return found[::-1]


def _listed(words: str, bodies: Bodies) -> bool:
    bare = words.rstrip(",;")
    known = bodies.entity(bare) is not None and bare[0].isupper()
    return known or (bodies.is_acronym(bare) and bodies.seen(bare))


def _separated(words: Sequence[Word], names: list[tuple[int, int]]) -> bool:
    """Whether a comma, a slash or a link stands between all of these."""
    return all(
        words[stop - 1].text.endswith((",", ";", "/")) or start > stop
        for (_, stop), (start, _) in pairwise(names)
    )
