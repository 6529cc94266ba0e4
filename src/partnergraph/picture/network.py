"""The network of a picture: pyvis' model of nodes and edges, filled and written our own way.

Importing this module imports pyvis, so it is imported where it is used. pyvis' own template loads
scripts from the network and takes titles for HTML; its `add_edge` compares with every edge before;
importing it imports IPython. None of these happens here.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

from partnergraph.characters import cut, plain
from partnergraph.picture import policy
from partnergraph.picture.marks import marks
from partnergraph.picture.subgraph import Scope, subgraph
from partnergraph.picture.template import environment
from partnergraph.records.model import Edge, Node, is_stated
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

_LABEL = 40
_VIS = Path("lib", "vis-9.1.2")


@contextmanager
def _without_ipython() -> Iterator[None]:
    """Let `from IPython.display import IFrame` pass without importing IPython."""
    if "IPython" in sys.modules:
        yield
        return
    package, display = ModuleType("IPython"), ModuleType("IPython.display")
    display.IFrame = None  # type: ignore[attr-defined]
    sys.modules.update({"IPython": package, "IPython.display": display})
    try:
        yield
    finally:
        for name in ("IPython", "IPython.display"):
            sys.modules.pop(name, None)


with _without_ipython():
    import pyvis.network


class Network(pyvis.network.Network):  # type: ignore[misc]
    """A pyvis network of nodes and relationships that is written as one safe, offline page.

    `nodes` and `edges` are vis-network's; `facts` are the relationships behind the edges, in the
    same order. Options can be set as in pyvis; labels and titles are text, never HTML.
    """

    def __init__(self, nodes: Iterable[Node], edges: Iterable[Edge], title: str = "") -> None:
        super().__init__(directed=True, cdn_resources="in_line", heading=plain(title))
        self.facts: Sequence[Edge] = list(edges)
        self.templateEnv = environment()
        self.path = "network.html"
        self.nodes = [_vis_node(node) for node in nodes]
        self.node_ids = [node["id"] for node in self.nodes]
        self.node_map = {node["id"]: node for node in self.nodes}
        types = vocabulary().types
        self.edges = [_vis_edge(edge, types[edge.type].phrase) for edge in self.facts]

    def generate_html(
        self, name: str = "index.html", local: bool = True, notebook: bool = False
    ) -> str:
        """The page that draws the network with vis-network, which it carries with it."""
        options = {"groups": _groups(), **_plain(self.options)}
        data = {"nodes": self.nodes, "edges": self.edges, "options": options}
        library = Path(pyvis.network.__file__).parent / "templates" / _VIS
        scripts = [
            (library / "vis-network.min.js").read_text(encoding="utf-8"),
            Path(__file__).with_name("network.js").read_text(encoding="utf-8"),
        ]
        styles = [Path(__file__).with_name("network.css").read_text(encoding="utf-8")]
        self.html = self.templateEnv.get_template(self.path).render(
            title=self.heading or "Network",
            height=self.height,
            data=policy.inline_json(data),
            scripts=[policy.inline(script) for script in scripts],
            styles=[policy.inline(style) for style in styles],
            policy=policy.of(scripts, styles),
        )
        return str(self.html)

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to a file, and open it if asked to; nothing is written beside it."""
        path = Path(name)
        path.write_text(self.generate_html(name), encoding="utf-8")
        if open_browser:
            import webbrowser

            webbrowser.open(path.resolve().as_uri())

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Write the page to a file and open it in a browser; a notebook shows it itself."""
        self.write_html(name, open_browser=not notebook)

    def _repr_html_(self) -> str:
        page = escape(self.generate_html())
        return f'<iframe srcdoc="{page}" width="100%" height="620" style="border:0"></iframe>'


def to_pyvis(store: Store, *ids: str, hops: int = 1) -> Network:
    """The network around some ids as a pyvis object; of the whole graph where none is given."""
    nodes = subgraph(store, Scope(ids, hops) if ids else Scope()).nodes
    among = {node.id for node in nodes}
    edges = store.edges(among if ids else None)
    return Network(nodes, (edge for edge in edges if {edge.source, edge.target} <= among))


def _vis_node(node: Node) -> dict[str, Any]:
    """A node as vis-network draws it; an acronym and further properties stand beside."""
    name = plain(node.name)
    entry: dict[str, Any] = {"id": node.id, "group": node.label, "title": name}
    acronym = node.properties.get("acronym")
    if acronym:
        entry["acronym"] = plain(str(acronym))
    entry["label"] = cut(entry.get("acronym", name), _LABEL)
    if node.properties:
        entry["properties"] = node.properties
    return entry


def _vis_edge(edge: Edge, phrase: str) -> dict[str, Any]:
    entry = {"from": edge.source, "to": edge.target, "type": edge.type, "title": phrase}
    return entry if is_stated(edge.evidence) else {**entry, "dashes": True}


def _groups() -> Mapping[str, Any]:
    groups = {}
    for label, mark in marks().items():
        fill = "#ffffff" if mark.hollow else mark.light
        shape = "text" if mark.shape == "plus" else mark.shape
        groups[label] = {
            "shape": shape,
            "color": {"background": fill, "border": mark.light},
            "borderWidth": 2,
        }
    return groups


def _plain(options: Any) -> dict[str, Any]:
    """Pyvis' options, whether it keeps them as its own object or as what a user has set."""
    found: dict[str, Any] = options if isinstance(options, dict) else json.loads(options.to_json())
    return found
