"""Things found by words: in names of three languages, details, quotes and lines, the best first."""

import pytest

from partnergraph.questions.search import search
from partnergraph.questions.stems import beginning, same
from partnergraph.records.model import Node


def found(store, text, *labels, most=3):
    return [(hit.within, hit.node.name) for hit in search(store, text, labels)][:most]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("improving remittances", ("name", "Improving Remittance Services")),
        ("IMPROVE remittance service", ("name", "Improving Remittance Services")),
        ("OIM", ("name", "International Organization for Migration")),
        ("PNUD", ("name", "United Nations Development Programme")),
        ("Maroc", ("name", "Morocco")),
        ("Marruecos", ("name", "Morocco")),
        ("bali", ("name", "Bali Process")),
        ("trafficking", ("name", "Addressing Trafficking in Persons and Smuggling of Migrants")),
    ],
)
def test_the_best_comes_first(seeds, text, first):
    assert found(seeds, text)[0] == first


def test_words_are_found_as_words(seeds):
    for hit in search(seeds, "labor"):
        assert "labo" in hit.passage.casefold().replace("elabo", ""), hit


def test_details_quotes_and_lines_come_with_their_place(seeds):
    hits = search(seeds, "seasonal workers")
    kinds = [hit.within for hit in hits]
    assert kinds == sorted(kinds, key=["name", "text", "quote", "line"].index)
    lines = [hit for hit in hits if hit.within == "line"]
    (line,) = [hit for hit in lines if hit.document.startswith("document:gcm-2017")]
    assert (line.place, "seasonal" in line.passage) == ("line 172", True)


def test_a_kind_narrows_it(seeds):
    assert {hit.node.label for hit in search(seeds, "remittances", ["Topic"])} == {"Topic"}


@pytest.mark.parametrize("text", ["", "…", "%' OR 9=9 --", '"', "qq\0qq", "*", "nosuchwordatall"])
def test_what_is_nowhere_is_not_found(seeds, text):
    assert search(seeds, text) == []


def test_another_language_finds_its_forms(graph):
    nodes = [
        Node("topic:a/1", "Topic", "Réintégration des travailleurs migrants"),
        Node("topic:a/2", "Topic", "Derechos de las personas trabajadoras migrantes"),
    ]
    store = graph("agency:iom LED activity:a/1 a", nodes=nodes)
    assert found(store, "reintegrations travailleur") == [("name", nodes[0].name)]
    assert found(store, "derecho migrante") == [("name", nodes[1].name)]
    assert found(store, "DERECHOS") == [("name", nodes[1].name)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "policies"),
        ("labour", "labor"),
        ("organise", "organizing"),
        ("agence", "agences"),
    ],
)
def test_forms_of_a_word_begin_alike(one, other):
    assert same(one, other)
    assert other.startswith(beginning(one))
    assert one.startswith(beginning(other))
