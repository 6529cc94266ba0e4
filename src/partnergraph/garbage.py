"""Python's search for reference cycles, left out where records are made by the million."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search() -> Iterator[None]:
    """Look for no garbage cycles while this lasts: records have none, and each new one counts."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
