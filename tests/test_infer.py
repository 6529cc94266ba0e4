"""Links between documents that no text states."""

from pathlib import Path

from partnergraph.pipeline.load import load
from partnergraph.store.sqlite import SqliteStore

SEEDS = Path(__file__).parent.parent / "seeds"
MATRIX = SEEDS / "gfmd-2007-activities-matrix.txt"
MANILA = SEEDS / "gfmd-2008-roundtable-themes.txt"


def inferred(db):
    with SqliteStore(db) as store:
        return list(store.edges(types=["SAME_AS", "SIMILAR_TO"]))


def test_brussels_is_tied_to_the_matrix_whatever_the_order(tmp_path):
    load([MANILA], tmp_path / "a.db")
    assert [edge for edge in inferred(tmp_path / "a.db") if edge.type == "SAME_AS"] == []
    load([MATRIX], tmp_path / "a.db")
    load([MATRIX], tmp_path / "b.db")
    load([MANILA], tmp_path / "b.db")
    assert inferred(tmp_path / "a.db") == inferred(tmp_path / "b.db")
    same = [edge for edge in inferred(tmp_path / "a.db") if edge.type == "SAME_AS"]
    assert len(same) == 3
    assert {item.basis for edge in same for item in edge.evidence} == {"inferred"}
    assert {len(edge.evidence) for edge in same} == {2}


def test_a_document_that_goes_takes_its_inferred_links_along(tmp_path):
    copy = tmp_path / MATRIX.name
    copy.write_bytes(MATRIX.read_bytes())
    load([MANILA, copy], tmp_path / "a.db")
    copy.write_text("Dear all,\n\nthe table moved elsewhere.\n", encoding="utf-8")
    load([copy], tmp_path / "a.db")
    assert inferred(tmp_path / "a.db") == []


def test_similar_statements_carry_a_score(seeds_db):
    similar = [edge for edge in inferred(seeds_db) if edge.type == "SIMILAR_TO"]
    assert similar
    assert all(0.5 <= float(edge.properties["score"]) <= 1 for edge in similar)
    assert all(edge.source < edge.target for edge in similar)


def test_questions_leave_inferred_links_out(seeds):
    types = ["SAME_AS", "SIMILAR_TO"]
    ids = [node.id for node in seeds.nodes()]
    assert list(seeds.steps(ids, types)) == []
    assert list(seeds.steps(ids, types, inferred=True))
