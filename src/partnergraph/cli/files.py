"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of the one at `path` only once it is whole.

    A device or a pipe is written as it is. Raises OSError with the name of `path`.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    device = path.exists() and not path.is_file()
    try:
        with (path if device else part).open("w", encoding="utf-8", newline="\n") as file:
            yield file
        if not device:
            part.replace(target)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)
