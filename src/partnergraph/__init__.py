"""Who does what with whom in international migration, and who says so.

>>> import partnergraph
>>> graph = partnergraph.load("seeds/")                          # doctest: +SKIP
>>> graph.ask("gaps-apart", agency="UNODC")                      # doctest: +SKIP
>>> graph.evidence("IOM", "HAS_EXPERTISE_IN", "…")               # doctest: +SKIP
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from partnergraph.errors import PartnergraphError
    from partnergraph.graph import Graph, load, open_graph
    from partnergraph.records.model import Edge, Evidence, Node

_WHERE = {
    "Edge": "records.model",
    "Evidence": "records.model",
    "Graph": "graph",
    "Node": "records.model",
    "PartnergraphError": "errors",
    "load": "graph",
    "open_graph": "graph",
}

__all__ = ["Edge", "Evidence", "Graph", "Node", "PartnergraphError", "load", "open_graph"]


def __getattr__(name: str) -> "Any":
    """Import what is asked for when it is asked for: the command line starts faster without."""
    if name not in _WHERE:
        raise AttributeError(f"module 'partnergraph' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"partnergraph.{_WHERE[name]}"), name)
