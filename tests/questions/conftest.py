"""Made-up graphs to ask questions of: each relationship is a line of text."""

import pytest

from partnergraph.model import Edge, Evidence, Node
from partnergraph.store.sqlite import SqliteStore
from partnergraph.store.writer import writing
from partnergraph.vocabulary import vocabulary

LABELS = {name.lower(): name for name in vocabulary().labels}


def node(id, **properties):
    label, _, slug = id.partition(":")
    if label == "agency":
        properties.setdefault("acronym", slug.upper())
    return Node(id, LABELS[label], f"The {label} {slug}", properties)


def edge(line):
    """`source TYPE target document [basis] [role]` as an Edge."""
    source, type, target, document, *rest = line.split()
    basis = rest[0] if rest else "stated"
    quote = f"{source} … {target}"
    properties = {"role": rest[1]} if len(rest) > 1 else {}
    evidence = Evidence(f"document:{document}", "line 1", quote, "test", basis)
    return Edge(type, source, target, (evidence,), properties)


def fill(db, edges, nodes=(), **covers):
    """A graph of these edges, nodes made of their ids, documents of their evidence."""
    said = {}
    for one in edges:
        for item in one.evidence:
            said.setdefault(item.document, []).append(
                Edge(one.type, one.source, one.target, (item,), one.properties)
            )
    for name in covers:
        said.setdefault(f"document:{name}", [])
    given = {one.id: one for one in nodes}
    with writing(db) as writer:
        for document in sorted(said):
            name = document.partition(":")[2]
            own = {document: node(document, file=f"{name}.txt", covers=tuple(covers.get(name, ())))}
            ids = {id for one in said[document] for id in (one.source, one.target)}
            own |= {id: given.get(id) or node(id) for id in sorted(ids - {document})}
            if document == min(said):
                own |= given
            known = {one.source for one in said[document] if one.type == "RECORDED_IN"}
            recorded = [
                edge(f"{id} RECORDED_IN {document} {name}")
                for id in sorted(set(own) - {document} - known)
            ]
            writer.add_nodes(document, own.values())
            writer.add_edges([*said[document], *recorded])
        writer.settle()
    return SqliteStore(db)


@pytest.fixture
def graph(tmp_path):
    """`graph('agency:iom LED activity:d/1 d', d=['LED'])` makes a store of these edges."""
    stores = []

    def make(*lines, nodes=(), **covers):
        edges = [line if isinstance(line, Edge) else edge(line) for line in lines]
        stores.append(fill(tmp_path / f"{len(stores)}.db", edges, nodes, **covers))
        return stores[-1]

    yield make
    for store in stores:
        store.close()
