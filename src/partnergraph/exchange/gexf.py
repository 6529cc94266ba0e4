"""GEXF 1.3, as Gephi, Gephi Lite and networkx read it.

A node's label is its name, a relationship's its type, which is its `kind` too: Gephi keeps two
relationships between the same ends apart by it. See https://gexf.net/schema.html.
"""

from collections.abc import Callable, Iterator, Mapping

from partnergraph.exchange.flat import Link, Thing, as_text, kinds_of, links, things
from partnergraph.exchange.xml import Cleaner
from partnergraph.store.protocol import Store

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="static" defaultedgetype="directed">
"""


def gexf(store: Store, told: Callable[[str], None]) -> Iterator[str]:
    """The graph as GEXF, part by part; `told` hears what had to be cleaned."""
    cleaner = Cleaner()
    nodes, edges = kinds_of(things(store)), kinds_of(links(store))
    yield _HEAD
    yield from _attributes("node", nodes, cleaner)
    yield from _attributes("edge", edges, cleaner)
    yield "<nodes>\n"
    places = _places(nodes)
    for thing in things(store):
        own = f'id="{cleaner.id(thing.id)}" label="{cleaner.attribute(thing.label)}"'
        yield f"<node {own}>\n{_values(thing, places, cleaner)}</node>\n"
    yield "</nodes>\n<edges>\n"
    places = _places(edges)
    for link in links(store):
        ends = f'source="{cleaner.id(link.source)}" target="{cleaner.id(link.target)}"'
        own = f'id="{link.id}" {ends} label="{link.label}" kind="{link.label}"'
        yield f"<edge {own}>\n{_values(link, places, cleaner)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"
    cleaner.tell(told)


def _places(kinds: Mapping[str, str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(kinds)}


def _attributes(of: str, kinds: Mapping[str, str], cleaner: Cleaner) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for place, (name, kind) in enumerate(kinds.items()):
        title = cleaner.attribute(name)
        yield f'<attribute id="{place}" title="{title}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _values(record: Thing | Link, places: Mapping[str, int], cleaner: Cleaner) -> str:
    values = "".join(
        f'<attvalue for="{places[name]}" value="{cleaner.attribute(as_text(value))}"/>\n'
        for name, value in record.values.items()
    )
    return f"<attvalues>\n{values}</attvalues>\n"
