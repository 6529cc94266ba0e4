"""What a noun says that a title or heading is of, and what it means again in a sentence."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from partnergraph.lexicon.data import LANGUAGES, listed, read
from partnergraph.lexicon.things import things
from partnergraph.records.ids import fold

Sort = Literal["session", "roundtable", "meeting", "group", "work", "aim", "part", "output"]
_OF_THINGS: Mapping[str, Sort] = {"event": "meeting", "work": "work"}
"""The sorts of the families of `things.toml`; a text is of none."""


@cache
def sorts() -> Mapping[str, Sort]:
    """The sort of each folded noun: session, roundtable, meeting, group, work, aim, part, output.

    >>> sorts()["workshop"], sorts()["objectif"]
    ('meeting', 'aim')
    """
    made: dict[str, Sort] = {}
    for language in LANGUAGES:
        for form, thing in things(language).items():
            if thing.family in _OF_THINGS:
                made[fold(form)] = _OF_THINGS[thing.family]
    for sort, nouns in read("sorts")["sort"].items():
        made.update(dict.fromkeys(map(fold, listed(nouns)), cast("Sort", sort)))
    return made


@cache
def again(what: str) -> frozenset[str]:
    """The nouns by which a meeting, session, work, item or paper is meant again; `this` before one.

    `deeds` behind `own` are whatever somebody does.

    >>> "projet" in again("work")
    True
    """
    return frozenset(listed(read("sorts")["again"][what]))
