"""Files that are written whole or not at all."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TextIO

from partnergraph.exchange.folders import lives


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of the one at `path` only once it is whole.

    Raises OSError with the name of `path`.
    """
    with replacing_bytes(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def replacing_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of the one at `path` only once it is whole.

    A device or a pipe is written as it is. What a process that was killed has left of an earlier
    one is taken away. Raises OSError with the name of `path`.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    device = path.exists() and not path.is_file()
    try:
        with (path if device else part).open("wb") as file:
            yield file
        if not device:
            part.replace(target)
            _take_away(target)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            part.unlink()


def _take_away(target: Path) -> None:
    left = re.compile(rf"\.{re.escape(target.name)}\.(\d+)\.part")
    for entry in target.parent.iterdir():
        found = left.fullmatch(entry.name)
        if found and not lives(int(found[1])):
            with suppress(OSError):
                entry.unlink()
