"""A part of a graph as columns, packed: what a page of 100,000 things carries of its records.

Nodes are sorted by label and id, relationships by type and the places of their ends, so that most
columns are short runs or small differences, which compress well. A page unpacks `graph` when it
opens, `details` and `words` when they are first looked at.
"""

import base64
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby, pairwise
from operator import attrgetter
from typing import Any, TypeVar

from partnergraph.characters import plain
from partnergraph.picture.marks import marks
from partnergraph.picture.subgraph import Subgraph
from partnergraph.records.model import Evidence, Node, Origin, Value, is_stated
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Key, Link, Store

T = TypeVar("T")
MOST_QUOTES = 20_000
_type, _source, _target = map(attrgetter, ("type", "source", "target"))
_SURROGATE = re.compile("[\ud800-\udfff]")


class Columns:
    """The columns of a part of a graph, and where its nodes stand in them."""

    def __init__(self, store: Store, part: Subgraph) -> None:
        """Read the relationships of a part from its store."""
        self._store, self._documents = store, part.documents
        labels = {label: number for number, label in enumerate(marks())}
        self._nodes = sorted(part.nodes, key=lambda node: (labels[node.label], node.id))
        self.place = {node.id: number for number, node in enumerate(self._nodes)}
        self._links = self._in_order(store.links(self.place, part.documents))

    def _in_order(self, links: Iterable[Link]) -> list[Link]:
        """Links by type, source, target and then their properties."""
        count, types = len(self.place), vocabulary().types
        ranks = {name: type.rank for name, type in types.items()}
        found = sorted(links, key=_properties)
        found.sort(key=lambda link: (ranks[link.type] * count + link.source) * count + link.target)
        return found

    @property
    def size(self) -> int:
        """How many links there are."""
        return len(self._links)

    def busiest(self) -> str:
        """The id of the stakeholder with the most links; with none, of what has the most."""
        links = Counter(map(_source, self._links))
        links.update(map(_target, self._links))
        labels = vocabulary().labels
        ranked = (
            (labels[node.label].stakeholder, links[place], node.id)
            for place, node in enumerate(self._nodes)
        )
        return max(ranked)[-1]

    def graph(self) -> dict[str, Any]:
        """Names, ids and links: all that is needed to open."""
        nodes, links = self._nodes, self._links
        unstated = [place for place, link in enumerate(links) if not is_stated(link.origins)]
        return {
            "labels": _runs(node.label for node in nodes),
            "ids": [node.id.partition(":")[2] for node in nodes],
            "names": [plain(node.name) for node in nodes],
            "acronyms": {
                place: plain(str(node.properties["acronym"]))
                for place, node in enumerate(nodes)
                if node.properties.get("acronym")
            },
            "types": _runs(map(_type, links)),
            "sources": _differences(list(map(_source, links))),
            "targets": list(map(_target, links)),
            "inferred": _differences(unstated),
            "passive": [place for place, node in enumerate(nodes) if _is_no_body(node)],
            "covers": {
                place: node.properties["covers"]
                for place, node in enumerate(nodes)
                if "covers" in node.properties
            },
        }

    def details(self) -> dict[str, Any]:
        """What else is known of nodes and links, by their place."""
        return {
            "nodes": _shown(node.properties for node in self._nodes),
            "links": _shown(link.properties for link in self._links),
        }

    def words(self, centres: Iterable[str]) -> dict[str, Any]:
        """Who says so: for each link its evidence, by its origin, with locator and quote.

        Of much evidence both are empty where a link is far from `centres`, by id.
        """
        words = self._words({self.place[id] for id in centres})
        origins = [link.origins for link in self._links]
        for place, evidence in words.items():
            origins[place] = tuple(Origin(it.document, it.method, it.basis) for it in evidence)
        first = list(accumulate(map(len, origins), initial=0))
        locators, quotes, cues = ([""] * first[-1] for _ in range(3))
        for place, evidence in words.items():
            said = slice(first[place], first[place + 1])
            locators[said] = [plain(item.locator) for item in evidence]
            quotes[said] = [plain(item.quote) for item in evidence]
            cues[said] = [plain(item.cue) for item in evidence]
        known = dict.fromkeys(chain.from_iterable(origins))
        number = {origin: place for place, origin in enumerate(known)}
        documents = list(self._store.nodes({origin.document for origin in known}))
        document = {node.id: place for place, node in enumerate(documents)}
        return {
            "documents": [_document(node) for node in documents],
            "origins": [
                (document[origin.document], origin.method, int(origin.basis == "inferred"))
                for origin in known
            ],
            "counts": list(map(len, origins)),
            "said": [number[origin] for own in origins for origin in own],
            "locator": locators,
            "quote": quotes,
            "cue": cues,
        }

    def _words(self, centres: set[int]) -> dict[int, tuple[Evidence, ...]]:
        """The evidence of links, by their places: of what is near first, up to a limit."""
        room, places = MOST_QUOTES, dict[Key, int]()
        for place in self._near_first(centres):
            if room <= 0:
                break
            room -= len(self._links[place].origins)
            places[self._links[place].key] = place
        found = self._store.evidence(places, self._documents)
        return {places[key]: evidence for key, evidence in found}

    def _near_first(self, centres: set[int]) -> Iterator[int]:
        """The places of links: between centres, of one, of its neighbours, and all others."""
        near = set(centres)
        for link in self._links:
            if link.source in centres or link.target in centres:
                near |= {link.source, link.target}
        ranked: list[list[int]] = [[], [], [], []]
        for place, (_, _, source, target, _, _) in enumerate(self._links):
            between = (source in centres) + (target in centres)
            beside = between or source in near or target in near
            ranked[2 - between if beside else 3].append(place)
        return chain.from_iterable(ranked)


def pack(value: Any) -> str:
    """Data as JSON, compressed, in the letters of base64."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = _SURROGATE.sub("\ufffd", text).encode()
    return base64.b64encode(zlib.compress(data, 6)).decode()


def _properties(link: Link) -> str:
    return repr(sorted(link.properties.items())) if link.properties else ""


def _is_no_body(node: Node) -> bool:
    known = vocabulary()
    kind = node.properties.get("kind")
    return known.is_stakeholder(node.label) and not known.is_stakeholder(node.label, kind)


def _runs(values: Iterable[T]) -> list[tuple[T, int]]:
    """Values as runs of equal ones.

    >>> _runs("aab")
    [('a', 2), ('b', 1)]
    """
    return [(value, len(list(group))) for value, group in groupby(values)]


def _differences(numbers: Sequence[int]) -> list[int]:
    """What each number adds to the one before.

    >>> _differences([3, 3, 7])
    [3, 0, 4]
    """
    return [after - before for before, after in pairwise((0, *numbers))]


def _shown(things: Iterable[Mapping[str, Value]]) -> dict[int, dict[str, Any]]:
    return {
        number: {key: _text(value) for key, value in properties.items()}
        for number, properties in enumerate(things)
        if properties
    }


def _text(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [plain(str(item)) for item in value]
    return plain(value) if isinstance(value, str) else value


def _document(node: Node) -> dict[str, str]:
    known = {"id": node.id, "name": node.name}
    known |= {key: str(node.properties.get(key, "")) for key in ("file", "date")}
    return {key: plain(value) for key, value in known.items()}
