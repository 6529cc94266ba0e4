"""A command as it was given, to be given again another way."""

import shlex
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from partnergraph.questions.same import several

_ENDS = ("stakeholder", "one", "other")


class Asked(NamedTuple):
    """What was asked: the command's words, `--db`, its filters as they were typed and as ids, and
    the things that a question needs, by the names of its parameters.
    """

    words: tuple[str, ...]
    db: tuple[str, ...] = ()
    typed: Mapping[str, Any] = {}
    filters: Mapping[str, Any] = {}
    named: Mapping[str, str] = {}

    def line(self, filters: Mapping[str, Any], *more: str) -> str:
        """The command with other filters, those that were typed in their typed form."""
        options = [
            part
            for key, value in filters.items()
            if key not in _ENDS
            for part in self._option(key, value)
        ]
        return shlex.join(["partnergraph", *self.words, *self.db, *options, *more])

    def _option(self, key: str, value: Any) -> Iterator[str]:
        option = f"--{'counting' if key == 'projection' else key}"
        if value is True:
            yield option
        elif value:
            for each in several(self.typed.get(key) or value):
                yield from (option, each)
