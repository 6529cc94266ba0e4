"""What is the same thing by another name, where inferred relationships are used."""

from collections.abc import Sequence
from typing import Any

from partnergraph.store.protocol import Store


def several(value: Any) -> list[str]:
    """One id or many as a list.

    >>> several("topic:m/1"), several(("a", "b"))
    (['topic:m/1'], ['a', 'b'])
    """
    return [value] if isinstance(value, str) else list(value)


def same(store: Store, ids: Sequence[str], inferred: bool) -> list[str]:
    """The ids and, where inferred ones count, all that SAME_AS ties to them, in order."""
    reached = dict.fromkeys(ids)
    new = list(reached)
    while inferred and new:
        steps = store.steps(new, ["SAME_AS"], inferred=True)
        ends = sorted({end for step in steps for end in (step.source, step.target)})
        new = [end for end in ends if end not in reached]
        reached.update(dict.fromkeys(new))
    return list(reached)
