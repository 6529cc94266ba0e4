"""The same in a notebook."""

import subprocess
import sys
from pathlib import Path

import pytest

import partnergraph
from partnergraph import Graph, PartnergraphError, load, open_graph

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def graph(seeds_db):
    with open_graph(seeds_db) as graph:
        yield graph


def test_the_package_offers_what_it_names():
    assert all(getattr(partnergraph, name) for name in partnergraph.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        partnergraph.nothing  # noqa: B018


def test_a_question_gives_rows_with_names(graph):
    rows = graph.ask("overlaps-agencies", agency="UNODC")
    assert {frozenset((row["a"], row["b"])): row["shared"] for row in rows} == {
        frozenset(("IOM", "UNODC")): 6,
        frozenset(("UNFPA", "UNODC")): 3,
        frozenset(("UNHCR", "UNODC")): 2,
    }
    answer = graph.answer("gaps-single-agency", limit=3)
    assert (len(answer.rows), answer.total) == (3, 19)


def test_a_link_says_who_says_so(graph):
    activity = next(
        edge.target
        for edge in graph.links("UNODC", "HAS_EXPERTISE_IN")
        if edge.target.endswith("1h1")
    )
    (said,) = graph.evidence("UNODC", "HAS_EXPERTISE_IN", activity)
    assert said.document == "document:gfmd-2007-activities-matrix"
    assert said.quote.startswith("Build the capacity of less-resourced States")
    assert said.quote.endswith("UNODC")


def test_a_path_is_explained(graph):
    first = graph.paths("Bangladesh", "Mauritius")[0]
    assert first.length == len(first.hops)
    assert all(hop.evidence for hop in first.hops)
    assert graph.paths("IOM", "IOM")[0].length == 0


def test_networkx_takes_it_all(graph):
    counts = graph.store.counts()
    taken = graph.to_networkx()
    assert taken.number_of_nodes() == sum(counts["nodes"].values())
    assert taken.number_of_edges() == sum(counts["edges"].values())


def test_names_are_forgiving_and_unknown_ones_an_error(graph):
    assert graph.node("bali process").id == "rcp:bali-process"
    for name in ("Balli Process", "", "Atlantis"):
        with pytest.raises(PartnergraphError):
            graph.node(name)


def test_a_graph_without_a_file_is_gone_when_closed():
    graph = load(SEEDS / "gfmd-2008-roundtable-themes.txt")
    file = Path(graph.store.name)
    assert [report.status for report in graph.reports] == ["loaded"]
    assert "nodes" in repr(graph)
    assert file.exists()
    graph.close()
    assert not file.exists()


def test_a_graph_in_a_file_stays(tmp_path):
    with load(SEEDS / "gfmd-2008-roundtable-themes.txt", db=tmp_path / "a.db") as graph:
        before = repr(graph)
    with open_graph(tmp_path / "a.db") as again:
        assert isinstance(again, Graph)
        assert repr(again) == before


def test_importing_the_package_imports_nothing_heavy():
    heavy = ("click", "networkx", "neo4j", "pyvis", "sqlite3")
    code = f"import sys, partnergraph; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_pyvis_takes_what_is_around_something(graph):
    around = graph.to_pyvis("Bali process")
    assert {"rcp:bali-process", "session:gfmd-2008-roundtable-themes/2.2"} <= set(around.node_ids)
    assert len(around.edges) == len(around.facts) >= 2
