"""A network as columns, packed: what a page of 100,000 things carries instead of their records.

Nodes are sorted by label and id, relationships by type, within which they come by the ids of their
ends, so that most columns are short runs or small differences, which compress well. A page unpacks
`graph` when it opens, `details` and `words` when they are first looked at.
"""

import base64
import json
import re
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from partnergraph.model import Edge, Node
from partnergraph.picture.marks import marks
from partnergraph.terminal import plain
from partnergraph.vocabulary import vocabulary

if TYPE_CHECKING:
    from partnergraph.picture.network import Network

MOST_QUOTES = 20_000
_SURROGATE = re.compile("[\ud800-\udfff]")


class Columns:
    """The columns of a network, and where its nodes stand in them."""

    def __init__(
        self, network: "Network", documents: Iterable[Node], near: Collection[str]
    ) -> None:
        """Take a network, the Documents that its evidence names, and what to quote first."""
        labels = {label: number for number, label in enumerate(marks())}
        self._nodes = sorted(network.nodes, key=lambda node: (labels[node["group"]], node["id"]))
        self.place = {node["id"]: number for number, node in enumerate(self._nodes)}
        types = vocabulary().types
        pairs = zip(network.edges, network.facts, strict=True)
        self._edges = sorted(pairs, key=lambda pair: types[pair[1].type].rank)
        self._documents = list(documents)
        self._near = near

    def graph(self) -> dict[str, Any]:
        """Names, ids and links: all that is needed to open."""
        nodes, edges = self._nodes, self._edges
        sources = [self.place[edge["from"]] for edge, _ in edges]
        return {
            "labels": _runs(node["group"] for node in nodes),
            "ids": [node["id"].partition(":")[2] for node in nodes],
            "names": [node["title"] for node in nodes],
            "acronyms": _sparse(node.get("acronym") for node in nodes),
            "types": _runs(edge["type"] for edge, _ in edges),
            "sources": _differences(sources),
            "targets": [self.place[edge["to"]] for edge, _ in edges],
            "inferred": _differences([n for n, (edge, _) in enumerate(edges) if "dashes" in edge]),
            "passive": [n for n, node in enumerate(nodes) if _is_no_body(node)],
            "covers": {
                str(self.place[node["id"]]): node["properties"]["covers"]
                for node in nodes
                if "covers" in node.get("properties", ())
            },
        }

    def details(self) -> dict[str, Any]:
        """What else is known of nodes and links, by their place."""
        return {
            "nodes": _sparse(_shown(node.get("properties", {})) for node in self._nodes),
            "links": _sparse(_shown(fact.properties) for _, fact in self._edges),
        }

    def words(self) -> dict[str, Any]:
        """Who says so: for each link its evidence, quoted where there is room for it."""
        documents = {node.id: number for number, node in enumerate(self._documents)}
        said = [item for _, fact in self._edges for item in fact.evidence]
        quoted = self._quoted()
        methods = list(dict.fromkeys(item.method for item in said))
        method = {name: number for number, name in enumerate(methods)}
        return {
            "documents": [_document(node) for node in self._documents],
            "methods": methods,
            "counts": [len(fact.evidence) for _, fact in self._edges],
            "document": [documents[item.document] for item in said],
            "method": [method[item.method] for item in said],
            "inferred": [int(item.basis == "inferred") for item in said],
            "locator": [plain(item.locator) if yes else "" for item, yes in _with(said, quoted)],
            "quote": [plain(item.quote) if yes else "" for item, yes in _with(said, quoted)],
        }

    def _quoted(self) -> list[bool]:
        """Which of all evidence is quoted: what is near first, then what comes first."""
        facts = [fact for _, fact in self._edges]
        if sum(len(fact.evidence) for fact in facts) <= MOST_QUOTES:
            return [True for fact in facts for _ in fact.evidence]
        near = [fact.source in self._near or fact.target in self._near for fact in facts]
        room, chosen = MOST_QUOTES, [False] * len(facts)
        for wanted in (True, False):
            for number, fact in enumerate(facts):
                if near[number] is wanted and room > 0:
                    chosen[number] = True
                    room -= len(fact.evidence)
        return [yes for fact, yes in zip(facts, chosen, strict=True) for _ in fact.evidence]


def pack(value: Any) -> str:
    """Data as JSON, compressed, in the letters of base64."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = _SURROGATE.sub("\ufffd", text).encode()
    return base64.b64encode(zlib.compress(data, 6)).decode()


def _is_no_body(node: Mapping[str, Any]) -> bool:
    label, kind = node["group"], node.get("properties", {}).get("kind")
    return vocabulary().is_stakeholder(label) and not vocabulary().is_stakeholder(label, kind)


def _runs(values: Iterable[str]) -> list[tuple[str, int]]:
    """Values as runs of equal ones.

    >>> _runs("aab")
    [('a', 2), ('b', 1)]
    """
    return [(value, sum(1 for _ in group)) for value, group in groupby(values)]


def _differences(numbers: Sequence[int]) -> list[int]:
    """What each number adds to the one before.

    >>> _differences([3, 3, 7])
    [3, 0, 4]
    """
    return [after - before for before, after in pairwise((0, *numbers))]


def _sparse(values: Iterable[Any]) -> dict[str, Any]:
    return {str(number): value for number, value in enumerate(values) if value}


def _with(items: Sequence[Any], flags: Sequence[bool]) -> Iterable[tuple[Any, bool]]:
    return zip(items, flags, strict=True)


def _shown(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _text(value) for key, value in properties.items()}


def _text(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [plain(str(item)) for item in value]
    return plain(value) if isinstance(value, str) else value


def _document(node: Node) -> dict[str, str]:
    known = {"id": node.id, "name": node.name}
    known |= {key: str(node.properties.get(key, "")) for key in ("file", "date")}
    return {key: plain(value) for key, value in known.items()}


def documents_of(edges: Iterable[Edge]) -> list[str]:
    """The ids of the Documents that evidence names, sorted."""
    return sorted({item.document for edge in edges for item in edge.evidence})
