"""What was found in a text is kept for the next who asks: several rules read the same sentence."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

_TEXTS = 4096
LONGEST = 2000
"""Characters; what is found in a longer text is not kept, so that no line fills the memory."""

More = TypeVarTuple("More")
Found = TypeVar("Found")


def by_text(find: Callable[[str, *More], Found]) -> Callable[[str, *More], Found]:
    """A function of a text that finds nothing twice; what it gives is for all, and not changed."""
    known = lru_cache(_TEXTS)(find)

    @wraps(find)
    def found(text: str, /, *more: *More) -> Found:
        return known(text, *more) if len(text) <= LONGEST else find(text, *more)

    return found
