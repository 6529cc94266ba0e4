"""What filters name, as ids of the graph."""

from typing import Any

from partnergraph.cli.options import STAKEHOLDERS
from partnergraph.questions.resolve import meant, resolve
from partnergraph.screen.terminal import note
from partnergraph.store.protocol import Store

_NAMED = {
    "agency": STAKEHOLDERS,
    "roundtable": ("Roundtable",),
    "topic": ("Topic",),
    "country": ("Country",),
    "document": ("Document",),
}


def resolved(store: Store, filters: dict[str, Any]) -> dict[str, Any]:
    """The filters that were given, names as ids.

    A filter that takes several things takes all that a part of a name means, and says which.
    """
    chosen = {key: value for key, value in filters.items() if value}
    for key, labels in _NAMED.items():
        if isinstance(chosen.get(key), tuple):
            chosen[key] = [id for name in chosen[key] for id in _all_of(store, key, name, labels)]
        elif key in chosen:
            chosen[key] = resolve(store, chosen[key], labels).id
    return chosen


def _all_of(store: Store, key: str, name: str, labels: tuple[str, ...]) -> list[str]:
    nodes, whole = meant(store, name, labels)
    if whole:
        return [resolve(store, name, labels).id]
    if len(nodes) > 1:
        note(f"{key} {name}: {', '.join(node.name for node in nodes)}")
    return [node.id for node in nodes]
