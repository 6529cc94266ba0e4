"""From when until when somebody belongs, as a clause prints it."""

import re

from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.words import UNTIL

_YEAR = re.compile(r"(?:19|20)\d\d")
_FROM = frozenset(["from", "since", "de", "del", "depuis", "desde"])
_TO = UNTIL | {"to", "à", "au", "a", "al"}


def years(
    sentence: Sentence, clause: tuple[int, int], *, ended: bool, planned: bool
) -> dict[str, object]:
    """`from` and `to` of a membership, and `ended` where it is over without a year."""
    found: dict[str, object] = {}
    start, stop = clause
    for place in range(_opening(sentence, start), stop):
        if place > start and sentence.tokens[place].mark == ";":
            break
        mention = sentence.tokens[place].mention
        year = _YEAR.search(mention.name) if mention and mention.what == "date" else None
        if not year or place == 0:
            continue
        before = sentence.tokens[place - 1].key
        if before in _FROM:
            found["from"] = year[0]
        elif before in _TO or ended:
            found["to"] = year[0]
        elif place >= start and before in ("in", "en") and (planned or "from" not in found):
            found["from"] = year[0]
    if ended and "to" not in found:
        found["ended"] = True
    return found


def _opening(sentence: Sentence, start: int) -> int:
    """Where a clause begins before which a date may stand: `; from 2018 to 2020, X chaired it`."""
    before = [group.last for group in sentence.groups if group.last < start]
    for place in range(start - 1, before[-1] if before else -1, -1):
        if sentence.tokens[place].mark == ";":
            return place + 1
    return start if before else 0
