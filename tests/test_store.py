"""One document replaced at a time, nothing lost when a load dies, others reading meanwhile."""

import sqlite3
import subprocess
import sys

import pytest

from partnergraph.document.words import Text
from partnergraph.errors import StoreError
from partnergraph.exchange import jsonl
from partnergraph.names import Entity, names
from partnergraph.records.model import Edge
from partnergraph.relations.draft import Draft
from partnergraph.store.connection import VERSION, open_to_write
from partnergraph.store.sqlite import SqliteStore
from partnergraph.store.writer import writing

IOM = Entity("agency:iom", "Agency", "International Organization for Migration", {"acronym": "IOM"})


def a_document(name: str, *agencies: str, printed: str = "IOM") -> tuple:
    text = Text.of(f"Train officials.\n{printed}\n" + "\n".join(agencies), f"{name}.txt", "0")
    draft = Draft(text, names())
    activity = draft.part("Activity", "1", text.passage(0))
    draft.link("HAS_EXPERTISE_IN", draft.shared(IOM, text.passage(1)), activity)
    for position, _ in enumerate(agencies, start=2):
        other = draft.stated("Organisation", text.passage(position))
        draft.link("HAS_EXPERTISE_IN", other, activity)
    return draft.finish(), text


def put(db, *documents: tuple) -> list[bool]:
    with writing(db) as writer:
        return [writer.replace(extraction, text, ["matrix"]) for extraction, text in documents]


def dump(db) -> str:
    with SqliteStore(db) as store:
        return "".join(jsonl.lines(store))


def test_the_same_document_again_changes_nothing(tmp_path):
    db = tmp_path / "a.db"
    assert put(db, a_document("one", "Atikha")) == [True]
    before = dump(db)
    assert put(db, a_document("one", "Atikha")) == [False]
    assert dump(db) == before


def test_the_order_of_loading_leaves_no_trace(tmp_path):
    one, two = a_document("one", "Atikha"), a_document("two", "ATIKHA", printed="OIM")
    put(tmp_path / "a.db", one, two)
    put(tmp_path / "b.db", two)
    put(tmp_path / "b.db", one)
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")


def test_a_changed_document_replaces_just_what_it_said(tmp_path):
    db = tmp_path / "a.db"
    put(db, a_document("one", "Atikha", printed="OIM"), a_document("two", "Atikha"))
    put(db, a_document("one", "Alianza"))
    put(tmp_path / "fresh.db", a_document("two", "Atikha"), a_document("one", "Alianza"))
    assert dump(db) == dump(tmp_path / "fresh.db")
    assert '"aliases": ["IOM"]' in dump(db)


def test_a_load_that_dies_leaves_the_graph_as_it_was(tmp_path):
    db = tmp_path / "a.db"
    put(db, a_document("one"))
    before = dump(db)
    with pytest.raises(KeyboardInterrupt), writing(db) as writer:  # noqa: PT012
        writer.replace(*a_document("two"), ["matrix"])
        raise KeyboardInterrupt
    assert dump(db) == before


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_store import a_document
from partnergraph.store.writer import writing
with writing(Path({db!r})) as writer:
    writer.replace(*a_document("two", "Atikha"), ["matrix"])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_load_that_is_killed_leaves_the_graph_as_it_was(tmp_path, request):
    db = tmp_path / "a.db"
    put(db, a_document("one"))
    before = dump(db)
    script = KILLED.format(tests=str(request.path.parent), db=str(db))
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -9
    assert dump(db) == before
    assert put(db, a_document("two")) == [True]


def test_two_may_read_while_one_writes(tmp_path):
    db = tmp_path / "a.db"
    put(db, a_document("one"))
    before = dump(db)
    with writing(db) as writer:
        writer.replace(*a_document("two"), ["matrix"])
        with SqliteStore(db) as first, SqliteStore(db) as second:
            assert "".join(jsonl.lines(first)) == "".join(jsonl.lines(second)) == before
    assert dump(db) != before


def test_it_is_written_ahead_and_synced_in_full(tmp_path):
    connection = open_to_write(tmp_path / "a.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()


def make_newer(path):
    open_to_write(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


def make_foreign(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no graph here"),
        (
            lambda path: path.write_text("no database, but a text of some length\n" * 9),
            "no partnergraph",
        ),
        (make_foreign, "no partnergraph graph"),
        (make_newer, "newer partnergraph"),
        (lambda path: path.mkdir(), "folder"),
    ],
)
def test_a_file_that_is_no_graph_gets_one_line(tmp_path, make, said):
    path = tmp_path / "x.db"
    make(path)
    with pytest.raises(StoreError, match=said) as caught:
        SqliteStore(path)
    assert str(caught.value).count("\n") == 0
    if path.exists():
        with pytest.raises(StoreError, match=said):
            open_to_write(path)


def test_names_are_found_whatever_their_case_and_accents(tmp_path):
    db = tmp_path / "a.db"
    put(db, a_document("one", "Fundación Ñandú"))
    with SqliteStore(db) as store:
        assert [node.id for node in store.find("fundacion nandu")] == [
            "organisation:fundacion-nandu"
        ]
        assert [node.id for node in store.find("iom")] == ["agency:iom"]
        assert {held.id for held in store.holding(["nand"], ["name"])} == {
            "organisation:fundacion-nandu"
        }
        assert [held.place for held in store.holding(["offic"], ["line"])] == ["line 1"]
        assert store.find("nandu") == []
        assert store.lines("document:one") == [
            ("line 1", "Train officials."),
            ("line 2", "IOM"),
            ("line 3", "Fundación Ñandú"),
        ]


def as_edges(store, places, documents=()):
    """What links say, by ids, as sorted as edges are."""
    ids = {place: id for id, place in places.items()}
    links = list(store.links(places, documents))
    evidence = dict(store.evidence([link.key for link in links], documents))
    assert all(
        link.origins == tuple(sorted((i.document, i.method, i.basis) for i in evidence[link.key]))
        for link in links
    )
    found = [
        Edge(link.type, ids[link.source], ids[link.target], evidence[link.key], link.properties)
        for link in links
    ]
    return sorted(found, key=repr)


def test_links_are_the_edges_among_some_nodes(seeds):
    every = [node.id for node in seeds.nodes()]
    for ids in (every, every[::2], [], ["no:such", *every[:200]]):
        places = {id: number for number, id in enumerate(ids)}
        among = [e for e in seeds.edges() if e.source in places and e.target in places]
        assert as_edges(seeds, places) == sorted(among, key=repr)


def test_links_of_a_document_are_what_it_says(seeds):
    places = {node.id: number for number, node in enumerate(seeds.nodes())}
    for loaded in seeds.loaded():
        document = loaded.document.id
        said = [
            edge._replace(evidence=own)
            for edge in seeds.edges()
            if (own := tuple(item for item in edge.evidence if item.document == document))
        ]
        assert as_edges(seeds, places, [document]) == sorted(said, key=repr)
