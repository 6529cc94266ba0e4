"""Whether words stand somewhere: fragment by fragment, in order, verbatim."""

from partnergraph.document.words import GAP


def stands(quote: str, words: str, whole: bool = False) -> bool:
    """Whether the fragments of a quote stand in `words`, each behind the one before.

    With `whole` each must begin and end where words do.

    >>> stands("Collect data … IOM", "Collect data on return IOM, UNHCR")
    True
    >>> stands("IOM … Collect data", "Collect data on return IOM, UNHCR")
    False
    >>> stands("host", "hosted by IOM"), stands("host", "hosted by IOM", whole=True)
    (True, False)
    """
    place = 0
    for fragment in quote.split(GAP):
        found = find(fragment, words, place, whole) if fragment else -1
        if found < 0:
            return False
        place = found + len(fragment)
    return True


def find(fragment: str, words: str, place: int, whole: bool) -> int:
    """Where a fragment stands from a place on, -1 for nowhere; `whole` as `stands` has it."""
    found = words.find(fragment, place)
    while whole and found >= 0 and not _is_bounded(words, found, found + len(fragment)):
        found = words.find(fragment, found + 1)
    return found


def _is_bounded(words: str, start: int, stop: int) -> bool:
    """Whether no word goes on before or behind some characters."""
    before, behind = words[start - 1 : start], words[stop : stop + 1]
    runs_in = before.isalnum() and words[start].isalnum()
    return not runs_in and not (behind.isalnum() and words[stop - 1].isalnum())
