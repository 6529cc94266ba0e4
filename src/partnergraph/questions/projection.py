"""Who counts as being on an activity: the projections a question can be asked in."""

from typing import NamedTuple

from partnergraph.errors import UsageError


class Projection(NamedTuple):
    """The kinds of relationship that count, and how an answer says so."""

    kinds: tuple[str, ...]
    sentence: str


_LISTED = "two that are listed together need not have worked together"
PROJECTIONS = {
    "work": Projection(
        ("doing", "support", "expertise", "account"),
        "who does, supports or answers for an activity, or is listed with expertise in it "
        f"({_LISTED})",
    ),
    "doing": Projection(("doing",), "who does an activity"),
    "expertise": Projection(
        ("expertise",),
        f"who is listed with expertise in an activity ({_LISTED})",
    ),
    "money": Projection(
        ("doing", "account", "money"),
        "who does, pays for or answers for an activity "
        "(who pays is not the partner of those who do it)",
    ),
}


def types_of(name: str) -> list[str]:
    """The types of a projection that reach an activity, by rank. Raises UsageError for others.

    >>> types_of("expertise")
    ['HAS_EXPERTISE_IN']
    """
    from partnergraph.records.vocabulary import vocabulary

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
