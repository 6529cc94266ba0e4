"""How two things are connected: the shortest way, the same in every store, with its evidence."""

from itertools import islice

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnergraph.errors import UsageError
from partnergraph.questions.path import followed, path, paths
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary

RANK = {name: type.rank for name, type in vocabulary().types.items()}


def route(found):
    return [(hop.source, hop.type, hop.target) for hop in found.hops]


def test_a_path_is_told_hop_by_hop_with_its_evidence(graph):
    store = graph(
        "agency:iom HAS_EXPERTISE_IN activity:m/1 m", "organisation:ngo LED activity:m/1 n"
    )
    found = path(store, "agency:iom", "organisation:ngo")
    assert found.length == 2
    assert [hop.sentence for hop in found.hops] == [
        "IOM is listed with expertise in The activity m/1",
        "The organisation ngo led The activity m/1",
    ]
    record = found.record()
    assert list(record) == ["length", "follows", "hops"]
    assert record["hops"][1] == {
        "hop": 2,
        "source": "organisation:ngo",
        "type": "LED",
        "target": "activity:m/1",
        "evidence": [
            {
                "document": "document:n",
                "locator": "line 1",
                "quote": "organisation:ngo … activity:m/1",
                "method": "test",
                "basis": "stated",
            }
        ],
    }


def test_the_way_to_itself_has_no_hops(graph):
    store = graph("agency:iom LED activity:m/1 m")
    assert path(store, "agency:iom", "agency:iom").record()["length"] == 0
    assert len(list(paths(store, "agency:iom", "agency:iom"))) == 1


def test_doing_together_comes_before_sharing_a_topic_or_a_lesser_id(graph):
    store = graph(
        "activity:a/1 UNDER topic:a/1 m",
        "activity:b/1 UNDER topic:a/1 m",
        "agency:iom HAS_EXPERTISE_IN activity:a/2 m",
        "agency:undp HAS_EXPERTISE_IN activity:a/2 m",
        "agency:iom LED activity:z/9 m",
        "agency:undp LED activity:z/9 m",
        "agency:iom HAS_EXPERTISE_IN activity:a/1 m",
        "agency:undp HAS_EXPERTISE_IN activity:a/1 m",
    )
    every = [route(found) for found in paths(store, "agency:iom", "agency:undp")]
    assert [way[0][1:] for way in every] == [
        ("LED", "activity:z/9"),
        ("HAS_EXPERTISE_IN", "activity:a/1"),
        ("HAS_EXPERTISE_IN", "activity:a/2"),
    ]
    assert route(path(store, "agency:iom", "agency:undp")) == every[0]


def test_a_path_never_runs_over_a_document_that_names_both(graph):
    store = graph("agency:iom LED activity:m/1 m", "agency:undp LED activity:m/2 m")
    found = path(store, "agency:iom", "agency:undp")
    assert (found.length, found.hops) == (None, ())
    assert found.connects == ("a document: m.txt names both",)
    assert found.record()["length"] is None
    assert not {"RECORDED_IN", "MENTIONED_IN"} & set(found.follows)


def test_an_inferred_link_connects_only_when_asked(graph):
    store = graph(
        "agency:iom MODERATED roundtable:m/1 m",
        "roundtable:m/1 SAME_AS roundtable:n/1 m inferred",
        "session:n/1 PART_OF roundtable:n/1 n",
    )
    found = path(store, "agency:iom", "session:n/1")
    assert found.length is None
    assert found.connects == (
        "a relationship that no text states: The roundtable m/1 is the same as The roundtable n/1",
    )
    asked = path(store, "agency:iom", "session:n/1", inferred=True)
    assert asked.length == 3
    assert [hop.inferred for hop in asked.hops] == [False, True, False]


def test_what_both_cite_connects_only_when_asked(graph):
    store = graph(
        "session:m/1 CITES instrument:agenda m",
        "session:n/1 CITES instrument:agenda n",
        "document:m DISCUSSES objective:gcm-1 m",
        "roundtable:n/1 DISCUSSES objective:gcm-1 n",
    )
    found = path(store, "session:m/1", "session:n/1")
    assert found.length is None
    assert "CITES" not in found.follows
    assert found.connects == ("a path of 2 hops over weak relationships (CITES): --weak",)
    asked = path(store, "session:m/1", "session:n/1", weak=True)
    assert [hop.weak for hop in asked.hops] == [True, True]
    assert asked.record()["hops"][0]["weak"] is True
    assert path(store, "session:m/1", "session:n/1", only=["CITES"]).length == 2
    assert path(store, "document:m", "roundtable:n/1").length is None
    discussed = path(store, "document:m", "roundtable:n/1", weak=True)
    assert [(hop.type, hop.weak) for hop in discussed.hops] == [
        ("DISCUSSES", True),
        ("DISCUSSES", False),
    ]


def test_only_without_and_max_hops(graph):
    store = graph(
        "agency:iom LED activity:m/1 m",
        "activity:m/1 PURSUES objective:m/1 m",
        "agency:iom CONTRIBUTES_TO objective:m/1 m",
    )
    assert path(store, "agency:iom", "objective:m/1").length == 1
    longer = path(store, "agency:iom", "objective:m/1", without=["CONTRIBUTES_TO"])
    assert longer.length == 2
    assert "CONTRIBUTES_TO" not in longer.follows
    only = path(store, "agency:iom", "objective:m/1", only=["PURSUES", "LED"])
    assert (only.length, only.follows) == (2, ("LED", "PURSUES"))
    short = path(store, "agency:iom", "objective:m/1", only=["PURSUES", "LED"], max_hops=1)
    assert short.length is None
    assert short.connects[:2] == (
        "a path of 2 hops, more than the 1 asked for",
        "a path of 1 hop that runs over CONTRIBUTES_TO too",
    )
    assert path(store, "agency:iom", "agency:iom", max_hops=0).length == 0
    assert path(store, "agency:iom", "objective:m/1", max_hops=0).length is None


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"only": ["KNOWS"]}, "KNOWS: no such relationship type"),
        ({"without": ["led"]}, "led: no such relationship type"),
        ({"only": ["RECORDED_IN"]}, "RECORDED_IN: paths never run over this"),
        ({"only": ["LED"], "without": ["LED"]}, "this leaves no type to follow"),
    ],
)
def test_types_that_cannot_be_followed(graph, options, says):
    store = graph("agency:iom LED activity:m/1 m")
    with pytest.raises(UsageError, match=says):
        path(store, "agency:iom", "activity:m/1", **options)


def test_an_id_that_is_not_there(graph):
    store = graph("agency:iom LED activity:m/1 m")
    with pytest.raises(UsageError, match="agency:who: nothing in the graph has this id"):
        path(store, "agency:iom", "agency:who")


def test_one_membership_in_two_roles_is_one_hop(graph):
    store = graph(
        "country:bgd MEMBER_OF rcp:bali m stated chair",
        "country:bgd MEMBER_OF rcp:bali m stated member",
    )
    found = list(paths(store, "country:bgd", "rcp:bali"))
    assert len(found) == 1
    assert len(found[0].hops[0].evidence) == 2


def test_a_way_longer_than_the_stack(graph):
    chain = [f"topic:m/{n} PART_OF topic:m/{n + 1} m" for n in range(1500)]
    assert path(graph(*chain), "topic:m/0", "topic:m/1500").length == 1500


def test_all_paths_come_one_by_one(graph):
    """2 to the 40th shortest paths: the first few must not wait for the others."""
    steps = [
        f"topic:m/{n}{one} PART_OF topic:m/{n + 1}{other} m"
        for n in range(41)
        for one in "ab"
        for other in "ab"
        if (n > 0 or one == "a") and (n < 40 or other == "a")
    ]
    store = graph(*steps)
    first = [route(found) for found in islice(paths(store, "topic:m/0a", "topic:m/41a"), 3)]
    assert [way[0][2] for way in first] == ["topic:m/1a"] * 3
    assert [way[-1][0] for way in first] == ["topic:m/40a", "topic:m/40b", "topic:m/40a"]


def drawn(store, inferred):
    """The graph for networkx, with all steps between two things on one edge."""
    plain = nx.Graph()
    plain.add_nodes_from(node.id for node in store.nodes())
    for step in store.steps(list(plain), followed(), inferred):
        if not plain.has_edge(step.source, step.target):
            plain.add_edge(step.source, step.target, steps=set())
        plain[step.source][step.target]["steps"].add(step)
    return plain


def ways(plain, source, target):
    """All shortest paths as steps, in the order of ranks, then of the ids passed."""
    found = []
    for nodes in nx.all_shortest_paths(plain, source, target):
        partial = [((), ())]
        for one, other in nx.utils.pairwise(nodes):
            partial = [
                ((*taken, step), (*key, (RANK[step.type], other, tuple(step))))
                for taken, key in partial
                for step in plain[one][other]["steps"]
            ]
        found += partial
    by_rank = sorted(found, key=lambda way: ([k[0] for k in way[1]], [k[1:] for k in way[1]]))
    return [[tuple(step[i] for i in (1, 0, 2)) for step in way] for way, _ in by_rank]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False), inferred=st.booleans())
def test_on_random_graphs_the_paths_are_those_networkx_finds(random_graph, random, inferred):
    with random_graph(random) as store:
        plain = drawn(store, inferred)
        source, target = random.choice(sorted(plain)), random.choice(sorted(plain))
        found = list(paths(store, source, target, inferred=inferred))
        if nx.has_path(plain, source, target):
            assert [route(way) for way in found] == ways(plain, source, target)
        else:
            assert [way.length for way in found] == [None]


def test_a_name_with_an_acronym_is_told_by_it(graph):
    gfmd = Node("organisation:gfmd", "Organisation", "Global Forum", {"acronym": "GFMD"})
    store = graph("country:bgd HOSTED organisation:gfmd m", nodes=[gfmd])
    assert path(store, "country:bgd", "organisation:gfmd").hops[0].sentence == (
        "The country bgd hosted GFMD"
    )
