"""Every export format reads back to the same graph."""

import csv
import io
import json

import networkx
import pytest

from partnergraph.errors import UsageError
from partnergraph.exchange.export import to_networkx, write
from partnergraph.exchange.neo4j_csv import SEPARATOR, write_csv


def exported(store, format: str) -> str:
    out = io.StringIO()
    write(store, format, out)
    return out.getvalue()


def ends(graph, key: str = "type") -> set[tuple[str, str, str]]:
    return {(source, data[key], target) for source, target, data in graph.edges(data=True)}


def rows(path):
    return csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))


@pytest.fixture
def expected(seeds):
    return {(edge.source, edge.type, edge.target) for edge in seeds.edges()}


def test_networkx_has_every_node_and_relationship_with_its_evidence(seeds, expected):
    graph = to_networkx(seeds)
    assert set(graph) == {node.id for node in seeds.nodes()}
    assert ends(graph) == expected
    assert all(data["evidence"][0]["quote"] for _, _, data in graph.edges(data=True))
    assert graph.nodes["agency:iom"]["acronym"] == "IOM"


def test_graphml_reads_back(seeds, expected):
    graph = networkx.parse_graphml(exported(seeds, "graphml"))
    assert set(graph) == {node.id for node in seeds.nodes()}
    assert ends(graph) == expected


def test_gexf_reads_back(seeds, expected):
    graph = networkx.read_gexf(io.BytesIO(exported(seeds, "gexf").encode()))
    assert set(graph) == {node.id for node in seeds.nodes()}
    assert ends(graph, "label") == expected
    assert graph.nodes["country:bgd"]["label"] == "Bangladesh"


def test_node_link_json_reads_back(seeds, expected):
    graph = networkx.node_link_graph(json.loads(exported(seeds, "json")), edges="edges")
    assert set(graph) == {node.id for node in seeds.nodes()}
    assert ends(graph) == expected


def test_the_files_of_the_neo4j_import_hold_all(seeds, expected, tmp_path):
    command = write_csv(seeds, tmp_path / "csv")
    assert command.startswith("neo4j-admin database import full")
    found = set()
    for path in (tmp_path / "csv").glob("edges-*.csv"):
        assert path.name in command
        for row in rows(path):
            found.add((row[":START_ID"], row[":TYPE"], row[":END_ID"]))
            lists = [row[key].split(SEPARATOR) for key in row if key.startswith("evidence_")]
            assert len({len(values) for values in lists}) == 1
    assert found == expected
    nodes = [row for path in (tmp_path / "csv").glob("nodes-*.csv") for row in rows(path)]
    assert {row["id:ID"] for row in nodes} == {node.id for node in seeds.nodes()}
    labels = {row["id:ID"]: row[":LABEL"].split(SEPARATOR) for row in nodes}
    assert labels["agency:iom"] == ["Partnergraph", "Agency", "Stakeholder"]


def test_a_folder_that_holds_anything_is_not_written_over(seeds, tmp_path):
    (tmp_path / "mine.csv").touch()
    with pytest.raises(UsageError, match="not empty"):
        write_csv(seeds, tmp_path)


def test_an_unknown_format_names_the_known(seeds):
    with pytest.raises(UsageError, match="jsonl, graphml, gexf, json, ttl, csv"):
        exported(seeds, "xlsx")
