"""Made-up graphs to ask questions of: each relationship is a line of text."""

import pytest

from partnergraph.records.model import Edge, Evidence, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.sqlite import SqliteStore
from partnergraph.store.writer import writing

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


def random_edges(random):
    """Relationships of three documents over a few agencies, activities, topics, roundtables."""
    bodies = ["agency:iom", "agency:undp", "agency:un-desa", "organisation:ngo", "country:bgd"]
    activities = [f"activity:d/{n}" for n in range(5)]
    objectives = [f"objective:o-{n}" for n in range(4)]
    topics = [f"topic:d/{n}" for n in range(4)]
    roundtables = ["roundtable:d/1", "roundtable:d/2"]
    asked = ["question:d/1", "recommendation:d/a1"]
    kinds = [
        (14, bodies, ("HAS_EXPERTISE_IN", "LED", "IMPLEMENTS", "FUNDS", "HOSTED"), activities),
        (3, bodies, ("CONTRIBUTES_TO", "ACCOUNTABLE_FOR"), activities),
        (2, bodies, ("HOSTED", "CO_FACILITATED"), roundtables),
        (7, activities, ("PURSUES",), objectives),
        (6, activities, ("UNDER",), topics + roundtables),
        (3, topics, ("PART_OF",), roundtables + topics),
        (2, bodies, ("CONTRIBUTES_TO",), objectives),
        (2, bodies, ("PARTNERS_WITH",), bodies),
        (2, roundtables, ("DISCUSSES",), objectives),
        (2, asked, ("UNDER",), topics + roundtables),
        (1, activities, ("ADDRESSES",), asked),
        (1, roundtables, ("SAME_AS",), roundtables),
        (4, activities, ("LOCATED_IN",), ["country:bgd", "country:fra", "location:dhaka"]),
        (1, ["location:dhaka"], ("LOCATED_IN",), ["country:bgd"]),
        (2, ["recommendation:d/a1"], ("DIRECTED_TO",), ["country:bgd", "country:fra"]),
        (2, ["country:bgd", "country:fra"], ("MEMBER_OF",), ["rcp:bali", "organisation:ngo"]),
    ]
    lines = set()
    for most, sources, types, targets in kinds:
        for _ in range(random.randint(0, most)):
            source, type, target = (random.choice(choice) for choice in (sources, types, targets))
            basis = random.choice(["stated", "stated", "stated", "inferred"])
            if source != target and (type != "HAS_EXPERTISE_IN" or source != "country:bgd"):
                lines.add(f"{source} {type} {target} {random.choice('abc')} {basis}")
    return [edge(line) for line in sorted(lines)]


def random_covers(random):
    types = ["HAS_EXPERTISE_IN", "LED", "ADDRESSES", "MEMBER_OF", "PURSUES"]
    return {name: random.sample(types, random.randint(0, 3)) for name in "abc"}


@pytest.fixture(scope="session")
def random_graph(tmp_path_factory):
    """`random_graph(random)` makes a store of random relationships."""
    folder = tmp_path_factory.mktemp("random")
    made = []

    def make(random):
        made.append(folder / f"{len(made)}.db")
        return fill(made[-1], random_edges(random), **random_covers(random))

    return make
