"""The picture: a graph, or the part around what was asked, as one HTML file that opens offline.

`page(store, Request(…))` is the file's text; `to_pyvis(store, ids…)` the network as a pyvis object.
"""

from typing import TYPE_CHECKING

from partnergraph.picture.page import page
from partnergraph.picture.request import VIEWS, Request, Route
from partnergraph.picture.subgraph import Scope, scope_around
from partnergraph.store.protocol import Store

if TYPE_CHECKING:
    from partnergraph.picture.network import Network

__all__ = ["VIEWS", "Request", "Route", "Scope", "page", "scope_around", "to_pyvis"]


def to_pyvis(store: Store, *ids: str, hops: int = 1) -> "Network":
    """The network around some ids as a pyvis object; of the whole graph where none is given."""
    from partnergraph.picture.network import to_pyvis

    return to_pyvis(store, *ids, hops=hops)
