"""GraphML 1.0, as Gephi, Gephi Lite, yEd, igraph and networkx read it.

A node's `label` is its name, a relationship's its type; `type` says the kind of both. Every edge
has an id of its own. See http://graphml.graphdrawing.org/specification.html.
"""

from collections.abc import Callable, Iterator, Mapping

from partnergraph.exchange.flat import Link, Thing, as_text, kinds_of, links, things
from partnergraph.exchange.xml import Cleaner
from partnergraph.store.protocol import Store

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(store: Store, told: Callable[[str], None]) -> Iterator[str]:
    """The graph as GraphML, part by part; `told` hears what had to be cleaned."""
    cleaner = Cleaner()
    nodes, edges = kinds_of(things(store)), kinds_of(links(store))
    yield _HEAD
    yield from _keys("node", nodes, cleaner)
    yield from _keys("edge", edges, cleaner)
    yield '<graph id="partnergraph" edgedefault="directed">\n'
    places = _places("node", nodes)
    for thing in things(store):
        yield f'<node id="{cleaner.id(thing.id)}">\n{_data(thing, places, cleaner)}</node>\n'
    places = _places("edge", edges)
    for link in links(store):
        ends = f'source="{cleaner.id(link.source)}" target="{cleaner.id(link.target)}"'
        yield f'<edge id="{link.id}" {ends}>\n{_data(link, places, cleaner)}</edge>\n'
    yield "</graph>\n</graphml>\n"
    cleaner.tell(told)


def _places(domain: str, kinds: Mapping[str, str]) -> dict[str, str]:
    """The ids of the keys by the names of the properties; `label` is the first."""
    return {name: f"{domain[0]}{place}" for place, name in enumerate(["label", *kinds])}


def _keys(domain: str, kinds: Mapping[str, str], cleaner: Cleaner) -> Iterator[str]:
    for name, place in _places(domain, kinds).items():
        kind = kinds.get(name, "string")
        named = f'attr.name="{cleaner.attribute(name)}" attr.type="{kind}"'
        yield f'<key id="{place}" for="{domain}" {named}/>\n'


def _data(record: Thing | Link, places: Mapping[str, str], cleaner: Cleaner) -> str:
    values = {"label": record.label, **record.values}
    return "".join(
        f'<data key="{places[name]}">{cleaner.text(as_text(value))}</data>\n'
        for name, value in values.items()
    )
