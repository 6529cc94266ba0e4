"""Python's search for reference cycles, left out where records are made by the million."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 100_000


def search_seldom() -> None:
    """Look for garbage cycles after many new records, in a process that runs one command."""
    gc.set_threshold(_MANY)


def leave() -> None:
    """Search nothing that is there: the process ends, and with it all that it has made."""
    gc.freeze()


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Look for garbage cycles after many new records, not after hundreds: most of them stay."""
    usual = gc.get_threshold()
    gc.set_threshold(_MANY, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


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
