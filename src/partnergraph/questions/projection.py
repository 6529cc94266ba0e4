"""Who counts as being on an activity: the projections a question can be asked in."""

from typing import NamedTuple

from partnergraph.errors import UsageError


class Projection(NamedTuple):
    """The kinds of relationship that count, and how an answer says so."""

    kinds: tuple[str, ...]
    sentence: str


PROJECTIONS = {
    "work": Projection(
        ("doing", "support", "expertise", "account"),
        "recorded on an activity as doing, supporting or answering for it, or as listed with "
        "expertise in it; "
        "both listed with expertise does not say that they worked together",
    ),
    "doing": Projection(("doing",), "recorded as doing the activity"),
    "expertise": Projection(
        ("expertise",),
        "listed with expertise in the activity, which does not say that they worked together",
    ),
    "money": Projection(
        ("doing", "account", "money"),
        "recorded as doing, funding or answering for the activity; "
        "a funder is not the partner of those who do it",
    ),
}


def types_of(name: str) -> list[str]:
    """The types of a projection that reach an activity, by rank. Raises UsageError for others.

    >>> types_of("expertise")
    ['HAS_EXPERTISE_IN']
    """
    from partnergraph.vocabulary import vocabulary

    types = vocabulary().types
    return [
        type
        for type in vocabulary().of_kind(*projection(name).kinds)
        if "Activity" in types[type].target
    ]


def projection(name: str) -> Projection:
    """The projection of that name. Raises UsageError for an unknown one."""
    if name not in PROJECTIONS:
        raise UsageError(name, "no such projection", f"use one of {', '.join(PROJECTIONS)}")
    return PROJECTIONS[name]
