"""The forms for other programs, read by readers that are not ours and, where it can be, theirs."""

import csv
import errno
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import igraph
import pytest
import rdflib

from partnergraph.cli.files import replacing
from partnergraph.exchange.csv_folder import write_folder
from partnergraph.exchange.export import write
from partnergraph.exchange.folders import filling
from partnergraph.exchange.spreadsheet import delimiter
from partnergraph.pipeline.load import load
from partnergraph.store.sqlite import SqliteStore

ROOT = Path(__file__).parent.parent
PG = rdflib.Namespace("urn:partnergraph:term:")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
IOM = rdflib.URIRef("urn:partnergraph:agency:iom")
GRAPHOLOGY = """
const { MultiGraph } = require("graphology");
const file = process.argv[2];
const reader = require(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
const text = require("node:fs").readFileSync(file, "utf8");
const graph = reader.parse(MultiGraph, text, { addMissingNodes: false });
console.log(JSON.stringify(graph.export()));
"""
EDGES = 13
HOSTILE = "a\x07b\ufffe c\x00 <b>&\"'\r\n]]> 👩‍👩‍👧"


def exported(store, format: str) -> tuple[str, list[str]]:
    out, told = io.StringIO(), []
    write(store, format, out, told.append)
    return out.getvalue(), told


def evidence(**fields):
    given = {"document": "document:d", "locator": "line 1", "quote": "q", "method": "hand"}
    return {**given, "basis": "stated", **fields}


def edge(type, source, target, *said, **properties):
    ends = {"type": type, "source": source, "target": target}
    return {"edge": {**ends, **properties, "evidence": list(said) or [evidence()]}}


@pytest.fixture(scope="session")
def odd_graph(tmp_path_factory):
    """What exports stumble on: mixed kinds, two links between two things, unheard-of characters."""
    folder = tmp_path_factory.mktemp("odd")
    nodes = [
        {"id": "document:d", "label": "Document", "name": "D"},
        {"id": "objective:a", "label": "Objective", "name": "A", "number": 5},
        {"id": "objective:b", "label": "Objective", "name": "B", "number": "10.7"},
        {"id": "objective:c", "label": "Objective", "name": "C", "number": True},
        {"id": "objective:d", "label": "Objective", "name": "D", "number": 0.5, "label_": "x"},
        {"id": "agency:x\x07", "label": "Agency", "name": HOSTILE, "type": "mine"},
        {"id": "agency:x\x08", "label": "Agency", "name": "=1+1", "aliases": ["a|b", "＝2"]},
        {"id": "activity:y#1%20?é", "label": "Activity", "name": " =cmd|' /C calc'!A0"},
        {"id": "organisation:ned", "label": "Organisation", "name": "Ned", "a b": "c"},
    ]
    edges = [
        edge("LED", "agency:x\x07", "activity:y#1%20?é", evidence(quote=HOSTILE), evidence()),
        edge("PREPARED", "agency:x\x07", "activity:y#1%20?é"),
        edge("PREPARED", "agency:x\x08", "activity:y#1%20?é", status="planned"),
        edge("MEMBER_OF", "agency:x\x08", "organisation:ned", role="chair", to="2007"),
        edge("SIMILAR_TO", "objective:a", "objective:b", evidence(basis="inferred"), score=0.5),
    ]
    edges += [edge("RECORDED_IN", node["id"], "document:d") for node in nodes[1:]]
    path = folder / "odd.jsonl"
    records = [*({"node": node} for node in nodes), *edges]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (report,) = load([path], folder / "odd.db")
    assert (report.status, report.why) == ("loaded", "")
    return folder / "odd.db"


@pytest.fixture
def odd(odd_graph):
    with SqliteStore(odd_graph) as store:
        yield store


def test_what_stands_twice_in_json_lines_counts_once(tmp_path):
    path, db = tmp_path / "twice.jsonl", tmp_path / "twice.db"
    nodes = [
        {"id": "document:d", "label": "Document", "name": "D"},
        {"id": "agency:a", "label": "Agency", "name": "A"},
    ]
    once = edge("RECORDED_IN", "agency:a", "document:d")
    other = edge("RECORDED_IN", "agency:a", "document:d", evidence(quote="another"))

    def loaded(*records):
        path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        (report,) = load([path], db)
        return report

    lines = [{"node": node} for node in nodes]
    report = loaded(*lines, *lines, once, other, once)
    assert (report.nodes, report.edges) == (2, 1)
    with SqliteStore(db) as store:
        (kept,) = store.edges()
    assert len(kept.evidence) == 2
    report = loaded(*lines, {"node": {**nodes[1], "name": "B"}}, once)
    assert report.status == "failed"
    assert report.why.endswith("agency:a stands there twice, not the same; keep one of them")


@pytest.fixture
def theirs(tmp_path):
    """`theirs(format, text)`: the graph as the readers of Gephi Lite have it."""
    modules = ROOT / "node_modules"
    if not (modules / "graphology").is_dir() or shutil.which("node") is None:
        missing = "no graphology: run npm ci, to read what Gephi Lite would read"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    (tmp_path / "read.cjs").write_text(GRAPHOLOGY, "utf-8")

    def read(format, text):
        file = tmp_path / f"graph.{format}"
        file.write_bytes(text.encode())
        done = subprocess.run(
            ["node", tmp_path / "read.cjs", file],
            env={**os.environ, "NODE_PATH": str(modules)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return read


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_gephi_lite_reads_names_as_labels_and_keeps_every_edge(theirs, seeds, format):
    graph = theirs(format, exported(seeds, format)[0])
    nodes = {node["key"]: node["attributes"] for node in graph["nodes"]}
    assert {(id, node["label"], node["type"]) for id, node in nodes.items()} == {
        (node.id, node.name, node.label) for node in seeds.nodes()
    }
    told = [
        (edge["source"], edge["attributes"]["label"], edge["target"]) for edge in graph["edges"]
    ]
    assert sorted(told) == sorted((e.source, e.type, e.target) for e in seeds.edges())
    assert len({edge["key"] for edge in graph["edges"]}) == len(told)
    iom = nodes["agency:iom"]
    assert (iom["label"], iom["acronym"]) == ("International Organization for Migration", "IOM")


def test_igraph_reads_the_graphml(seeds, tmp_path):
    (tmp_path / "seeds.graphml").write_bytes(exported(seeds, "graphml")[0].encode())
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "seeds.graphml"))
    assert graph.is_directed()
    assert graph.vs.find(id="country:bgd").attributes()["label"] == "Bangladesh"
    assert graph.vs.find(id="country:bgd").attributes()["type"] == "Country"
    told = [(graph.vs[e.source]["id"], e["type"], graph.vs[e.target]["id"]) for e in graph.es]
    assert sorted(told) == sorted((e.source, e.type, e.target) for e in seeds.edges())
    assert graph.es["label"] == graph.es["type"]


def test_the_ids_of_edges_are_unique_and_the_same_for_the_same_graph(seeds):
    text = exported(seeds, "graphml")[0]
    edges = ElementTree.fromstring(text).iter("{http://graphml.graphdrawing.org/xmlns}edge")
    ids = [edge.get("id") for edge in edges]
    assert len(ids) == len(set(ids)) == sum(1 for _ in seeds.edges())
    assert exported(seeds, "graphml")[0] == text


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_mixed_kinds_become_text_and_what_xml_cannot_hold_is_cleaned_and_told(theirs, odd, format):
    text, told = exported(odd, format)
    graph = theirs(format, text)
    nodes = {node["key"]: node["attributes"] for node in graph["nodes"]}
    numbers = [nodes[f"objective:{letter}"]["number"] for letter in "abcd"]
    assert numbers == ["5", "10.7", "true", "0.5"]
    assert nodes[r"agency:x\u0007"]["type"] == "Agency"
    assert nodes[r"agency:x\u0007"]["type_"] == "mine"
    assert nodes[r"agency:x\u0007"]["label"].startswith("a\ufffdb\ufffd c\ufffd <b>&\"'")
    assert len(graph["edges"]) == EDGES
    (said,) = told
    assert "characters that XML cannot hold were replaced: " in said
    assert all(f"U+{code}" in said for code in ("0000", "0007", "FFFE"))


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_texts_come_back_as_they_were_but_for_what_was_cleaned(odd, format):
    root = ElementTree.fromstring(exported(odd, format)[0])
    found = {text for item in root.iter() for text in (item.text, *item.attrib.values())}
    assert HOSTILE.translate(dict.fromkeys(map(ord, "\x07\ufffe\x00"), "\ufffd")) in found


def test_what_needed_no_cleaning_is_not_spoken_of(seeds):
    assert [exported(seeds, format)[1] for format in ("graphml", "gexf", "ttl", "json")] == [[]] * 4


def test_the_command_reports_what_was_cleaned_on_standard_error(odd_graph, tmp_path):
    done = command("export", "gexf", "--db", odd_graph, "-o", tmp_path / "odd.gexf")
    assert done.returncode == 0
    assert "that XML cannot hold were replaced" in done.stderr
    assert done.stdout == ""


def test_gexf_gives_each_relationship_its_type_as_kind_so_that_gephi_keeps_two(odd):
    root = ElementTree.fromstring(exported(odd, "gexf")[0])
    edges = root.iter("{http://gexf.net/1.3}edge")
    ends = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(ends) == len(set(ends)) == EDGES


def command(*words, **options):
    return subprocess.run(
        [sys.executable, "-m", "partnergraph", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,
    )


# RDF


def turtle(store):
    return rdflib.Graph().parse(data=exported(store, "ttl")[0], format="turtle")


def test_rdflib_reads_every_relationship_with_its_evidence(seeds):
    graph = turtle(seeds)
    statements = list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    edges = list(seeds.edges())
    assert len(statements) == len(edges)
    found = set()
    for statement in statements:
        for item in graph.objects(statement, PROV.wasDerivedFrom):
            quote = str(graph.value(item, PROV.value))
            document = graph.value(item, PROV.wasQuotedFrom | PROV.wasDerivedFrom)
            found.add((str(graph.value(statement, rdflib.RDF.predicate)), str(document), quote))
    assert found == {
        (f"urn:partnergraph:term:{edge.type}", f"urn:partnergraph:{item.document}", item.quote)
        for edge in edges
        for item in edge.evidence
    }


def test_bodies_are_those_of_org_and_schema(seeds):
    graph = turtle(seeds)
    kinds = set(graph.objects(IOM, rdflib.RDF.type))
    assert {PG.Agency, ORG.FormalOrganization, rdflib.SDO.Organization, PROV.Agent} <= kinds
    assert str(graph.value(IOM, rdflib.SDO.name)) == "International Organization for Migration"
    assert str(graph.value(IOM, rdflib.SDO.alternateName)) == "IOM"


def test_only_what_is_stated_as_done_is_a_triple_of_its_own(odd):
    graph = turtle(odd)
    activity = rdflib.URIRef("urn:partnergraph:activity:y%231%2520%3F%C3%A9")
    done, planned = (rdflib.URIRef(f"urn:partnergraph:agency:x%0{code}") for code in "78")
    assert (done, PG.LED, activity) in graph
    assert (done, PG.PREPARED, activity) in graph
    assert not list(graph.triples((planned, PG.PREPARED, None)))
    assert not list(graph.triples((None, PG.MEMBER_OF, None)))
    assert not list(graph.triples((None, PG.SIMILAR_TO, None)))
    (statement,) = graph.subjects(rdflib.RDF.predicate, PG.MEMBER_OF)
    assert str(graph.value(statement, PG.role)) == "chair"
    (similar,) = graph.subjects(rdflib.RDF.predicate, PG.SIMILAR_TO)
    assert graph.value(similar, PG.stated).toPython() is False
    assert graph.value(similar, PG.score).toPython() == 0.5
    assert str(graph.value(done, rdflib.SDO.name)) == HOSTILE


# Tables


def table(path: Path, apart: str = ","):
    text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=apart))


def test_the_tables_of_gephi_have_the_columns_that_it_asks_for(seeds, tmp_path):
    write_folder(seeds, tmp_path / "out", "gephi")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("nodes.csv", "edges.csv", "partners.csv"),
    }
    assert (tmp_path / "out/nodes.csv").read_text("utf-8").startswith("Id,Label,")
    nodes = {row["Id"]: row for row in table(tmp_path / "out/nodes.csv")}
    assert set(nodes) == {node.id for node in seeds.nodes()}
    assert nodes["country:bgd"]["Label"] == "Bangladesh"
    edges = table(tmp_path / "out/edges.csv")
    assert list(edges[0])[:6] == ["Id", "Source", "Target", "Type", "Label", "Weight"]
    assert {row["Type"] for row in edges} == {"Directed"}
    assert [(e["Label"], e["Source"], e["Target"], int(e["Weight"])) for e in edges] == [
        (edge.type, edge.source, edge.target, len(edge.evidence)) for edge in seeds.edges()
    ]


def test_who_is_with_whom_has_the_number_of_activities_as_its_weight(seeds, tmp_path):
    write_folder(seeds, tmp_path / "out", "gephi")
    pairs = table(tmp_path / "out/partners.csv")
    weights = {(row["Source"], row["Target"]): row for row in pairs}
    row = weights["agency:iom", "agency:undp"]
    assert (row["Type"], row["Weight"], row["together"]) == ("Undirected", "28", "0")
    assert row["Label"] == "are listed together"


def test_the_tables_of_kumu_have_the_columns_that_it_asks_for(odd, tmp_path):
    write_folder(odd, tmp_path / "out", "kumu")
    nodes = {row["ID"]: row for row in table(tmp_path / "out/nodes.csv")}
    assert list(nodes["objective:a"]) == ["ID", "Label", "Type", "Description", "Tags"]
    assert nodes["agency:x\x08"]["Tags"] == "a¦b|＝2"
    edges = table(tmp_path / "out/edges.csv")
    assert list(edges[0])[:4] == ["ID", "From", "To", "Type"]
    assert {row["From"] for row in edges} | {row["To"] for row in edges} <= set(nodes)
    assert all("|" not in value for row in edges for value in row.values())


def test_all_audiences_get_their_files_in_one_folder(seeds, tmp_path):
    write_folder(seeds, tmp_path / "out")
    names = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*")}
    assert {"import.sh", "nodes-Agency.csv", "edges-LED.csv", "nodes.csv", "edges.csv"} <= names
    assert {"kumu/nodes.csv", "kumu/edges.csv", "partners.csv"} <= names


def test_no_cell_of_a_plain_table_is_a_formula(odd, tmp_path):
    write_folder(odd, tmp_path / "out")
    for path in (*(tmp_path / "out/kumu").iterdir(), *(tmp_path / "out").glob("[!-]*s.csv")):
        if "-" in path.name:
            continue
        for row in table(path):
            for cell in row.values():
                assert cell.strip()[:1] not in ("=", "+", "-", "@", "＝"), (path.name, cell)


def test_a_semicolon_is_what_excel_has_in_french_spanish_and_german(odd, tmp_path):
    token = delimiter.set(";")
    try:
        write_folder(odd, tmp_path / "out", "gephi")
    finally:
        delimiter.reset(token)
    text = (tmp_path / "out/edges.csv").read_text("utf-8")
    assert text.startswith("\ufeffId;Source;Target;")
    scores = [row["score"] for row in table(tmp_path / "out/edges.csv", ";")]
    assert [score for score in scores if score] == ["0,5"]


@pytest.mark.parametrize(("word", "apart"), [(";", ";"), ("tab", "\t"), (",", ",")])
def test_answers_are_parted_as_asked(seeds_db, word, apart):
    words = ("overlaps", "--kind", "agencies", "--limit", "1", "--format", "csv")
    done = command(*words, "--delimiter", word, "--db", seeds_db)
    header, row = done.stdout.removeprefix("\ufeff").splitlines()
    assert header.split(apart)[:2] == ["a", "a_id"]
    ratio = row.split(apart)[header.split(apart).index("jaccard")]
    assert ("," if apart == ";" else ".") in ratio


def test_an_unknown_delimiter_is_one_line(seeds_db):
    done = command("info", "--format", "csv", "--delimiter", "x", "--db", seeds_db)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


# Faults


def test_a_value_larger_than_the_read_buffer_of_neo4j_asks_for_a_larger_one(tmp_path):
    source, db = tmp_path / "long.jsonl", tmp_path / "long.db"
    nodes = [
        {"id": "document:d", "label": "Document", "name": "D"},
        {"id": "activity:long", "label": "Activity", "name": "é" * 1_500_000},
    ]
    records = [
        *({"node": node} for node in nodes),
        edge("RECORDED_IN", "activity:long", "document:d"),
    ]
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    source.write_text("".join(lines), "utf-8")
    load([source], db)
    with SqliteStore(db) as store:
        write_folder(store, tmp_path / "out", "neo4j")
    line = (tmp_path / "out/import.sh").read_text("utf-8").splitlines()[1]
    (size,) = (word for word in line.split() if word.startswith("--read-buffer-size="))
    assert int(size.partition("=")[2]) >= len(nodes[1]["name"].encode())


def test_small_values_leave_the_read_buffer_alone(seeds, tmp_path):
    write_folder(seeds, tmp_path / "out", "neo4j")
    assert "--read-buffer-size" not in (tmp_path / "out/import.sh").read_text("utf-8")


def fill_half(folder):
    with filling(folder) as place:
        (place / "nodes.csv").write_text("half")
        raise KeyError


@pytest.mark.parametrize("there", [False, True])
def test_a_failed_export_leaves_nothing_and_does_not_block_the_next(seeds, tmp_path, there):
    folder = tmp_path / "out"
    if there:
        folder.mkdir()
    with pytest.raises(KeyError):
        fill_half(folder)
    assert (list(tmp_path.rglob("*")) == [folder]) if there else not list(tmp_path.iterdir())
    write_folder(seeds, folder, "gephi")
    assert (folder / "nodes.csv").read_text("utf-8").startswith("Id,")


def test_what_a_killed_export_left_is_taken_away(seeds, tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / "out" / f".partnergraph.{gone.pid}.part"
    left.mkdir(parents=True)
    (left / "nodes.csv").write_text("half")
    write_folder(seeds, tmp_path / "out", "gephi")
    assert not left.exists()
    assert (tmp_path / "out/nodes.csv").stat().st_size > 1000


def test_a_full_disk_names_the_file_that_did_not_fit(seeds_db, tmp_path):
    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    done = command(
        *("export", "csv", "--for", "neo4j", "--db", seeds_db, "-o", tmp_path / "out"),
        preexec_fn=small,
    )
    assert done.returncode == 1
    named = tmp_path / "out" / "nodes-Activity.csv"
    assert done.stderr.startswith(f"partnergraph: {named}: file too large; make room")
    assert not list(tmp_path.iterdir())


def test_a_disk_that_only_reads_names_the_file_that_was_asked_for(tmp_path, monkeypatch):
    def refuse(path, *_, **__):
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OSError, match="Read-only") as said, replacing(tmp_path / "page.html"):
        pass
    assert said.value.filename == str(tmp_path / "page.html")


@pytest.mark.parametrize("format", ["jsonl", "graphml", "ttl"])
def test_a_full_device_is_named(seeds_db, format):
    done = command("export", format, "--db", seeds_db, "-o", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith("partnergraph: /dev/full: no space left on device; make room")
