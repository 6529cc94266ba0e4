"""Names as people type them: forgiving where they are clear, candidates where they are not."""

import pytest

from partnergraph.errors import UsageError
from partnergraph.questions.resolve import resolve
from partnergraph.records.model import Node


@pytest.fixture
def store(graph):
    nodes = [
        Node(
            "agency:iom", "Agency", "International Organization for Migration", {"acronym": "IOM"}
        ),
        Node("rcp:bali-process", "RCP", "Bali Process", {"aliases": ("the Bali Process",)}),
        Node("country:gbr", "Country", "United Kingdom", {"iso3": "GBR"}),
        Node("organisation:same", "Organisation", "Same Name"),
        Node("instrument:same", "Instrument", "Same name"),
        Node("topic:a/1h", "Topic", "Trafficking", {"code": "h"}),
        Node("topic:b/1h", "Topic", "Health", {"code": "h"}),
        Node("topic:a/2a", "Topic", "Remittances", {"code": "a"}),
        Node("roundtable:a/1", "Roundtable", "Human capital", {"code": "1"}),
        Node("roundtable:b/1", "Roundtable", "Roundtable 1", {"code": "1"}),
        Node("roundtable:b/2", "Roundtable", "Roundtable 2", {"code": "2"}),
        Node("organisation:long", "Organisation", "Word " * 40),
    ]
    return graph("agency:iom LED activity:a/1 a", nodes=nodes)


@pytest.mark.parametrize(
    ("typed", "labels", "id"),
    [
        ("iom", (), "agency:iom"),
        ("agency:iom", (), "agency:iom"),
        ("  International   organization for MIGRATION ", (), "agency:iom"),
        ("OIM", ("Agency",), "agency:iom"),
        ("bali process", ("RCP",), "rcp:bali-process"),
        ("UK", ("Country",), "country:gbr"),
        ("same name", ("Instrument",), "instrument:same"),
        ("a.txt", ("Document",), "document:a"),
        ("folder/a.txt", ("Document",), "document:a"),
        ("a", ("Document",), "document:a"),
        ("2a", ("Topic",), "topic:a/2a"),
        ("Topic 2a", ("Topic",), "topic:a/2a"),
        ("Roundtable 2", ("Roundtable",), "roundtable:b/2"),
        ("2", ("Roundtable",), "roundtable:b/2"),
        ("bali", (), "rcp:bali-process"),
        ("process", (), "rcp:bali-process"),
        ("human", ("Roundtable",), "roundtable:a/1"),
        ("remittance", (), "topic:a/2a"),
    ],
)
def test_a_name_that_means_one_thing(store, typed, labels, id):
    assert resolve(store, typed, labels).id == id


@pytest.mark.parametrize(
    ("typed", "labels", "says"),
    [
        ("Balli Process", (), "nothing in the graph has this name; did you mean Bali Process"),
        ("Bali Proces", ("RCP",), r"did you mean Bali Process \(consultative process\)"),
        (
            "Same Name",
            (),
            "2 things are called this; use one of instrument:same, organisation:same",
        ),
        ("1h", ("Topic",), "2 things are called this; use one of topic:a/1h, topic:b/1h"),
        ("1", ("Roundtable",), "use one of roundtable:a/1, roundtable:b/1"),
        ("Bhutan", ("Country",), r"no document of the graph names Bhutan \(country\)"),
        ("IOM", ("Topic",), "in the graph this is an agency, not a topic"),
        ("topic:a/9z", ("Topic",), "nothing in the graph has this name"),
        ("xyzzy", (), "see what there is with: partnergraph search TEXT"),
        ("", (), "an empty name: nothing in the graph has this name"),
        ("  ", ("Topic",), "an empty name"),
        ("\udcff\udcfe", (), "nothing in the graph has this name"),
        ("%' OR 1=1 --", (), "nothing in the graph has this name"),
        ("a\0b", ("Agency",), "nothing in the graph has this name"),
        ("x" * 100_000, (), "nothing in the graph has this name"),
    ],
)
def test_a_name_that_means_none_or_several(store, typed, labels, says):
    with pytest.raises(UsageError, match=says) as refused:
        resolve(store, typed, labels)
    assert refused.value.exit_code == 2
    assert "\n" not in str(refused.value)


def test_the_document_tells_one_roundtable_1_from_another(store):
    assert resolve(store, "1", ("Roundtable",), "document:b").id == "roundtable:b/1"
    assert resolve(store, "1h", ("Topic",), "document:a").id == "topic:a/1h"
    with pytest.raises(UsageError, match="2 things"):
        resolve(store, "1h", ("Topic",), "document:c")


def test_a_long_candidate_is_cut(store):
    with pytest.raises(UsageError, match=r"Word Word.*… \(organisation\)"):
        resolve(store, "word " * 13 + "wort")
