"""How two are on one thing, where its own name says that it stands for several."""

import re
from collections.abc import Mapping
from typing import Any

TOGETHER = "both in a doing role"
SEVERAL = "each in a doing role, on several things named as one"
_HEAD_ENDS = re.compile(
    r" (?:of|in|on|for|to|by|at|with|from|about|between|under|that|which|\w+ed|\w+en) ",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:[^\Ws]|[ai]e)s$", re.IGNORECASE)
_SINGULAR = ("series", "analysis", "basis", "campus", "census", "process", "progress", "status")


def how(row: Mapping[str, Any]) -> str:
    """What a row of partners says of the two: two who did things of one name did them apart.

    >>> how({"how": TOGETHER, "activity": "evaluations of the UK and the Alliance on codes"})
    'each in a doing role, on several things named as one'
    >>> how({"how": TOGETHER, "activity": "workshop on good practices"})
    'both in a doing role'
    """
    said = str(row["how"])
    return SEVERAL if said == TOGETHER and _is_plural(str(row["activity"])) else said


def _is_plural(name: str) -> bool:
    head = _HEAD_ENDS.split(name, maxsplit=1)[0].split()
    return bool(head) and bool(_PLURAL.search(head[-1])) and head[-1].casefold() not in _SINGULAR
