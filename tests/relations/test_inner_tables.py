"""A table in a cell says who is meant by that cell of the row that holds it."""

from pathlib import Path

from partnergraph.document.blocks import Block, Reading, Row, Run
from partnergraph.document.document import Document
from partnergraph.document.places import Place
from partnergraph.pipeline.load import extracted


def row(table: int, number: int, *cells: str) -> Row:
    place = Place(f"table {table} row", number)
    return Row(tuple((Run(text, place),) if text else () for text in cells), (place,))


def test_names_of_a_table_in_a_cell_are_the_cells() -> None:
    rows = (
        row(1, 1, "Activity", "Lead agency", "Partners"),
        row(1, 2, "Open a clinic for carers", "WHO", ""),
        row(1, 3, "Train 20 clerks", "ILO", ""),
    )
    inner = Block(
        "table",
        rows=(row(2, 1, "UNICEF"), row(2, 2, "UNFPA")),
        within=(Place("table 1 row", 2), 2),
    )
    reading = Reading([Block("table", rows=rows, header=1), inner])
    extraction = extracted(Document(Path("plan.docx"), "", reading), None)[0].finish()
    called = {node.id: node.name for node in extraction.nodes}
    found = {
        (called[edge.source], called[edge.target], edge.evidence[0].locator)
        for edge in extraction.edges
        if edge.type == "CONTRIBUTES_TO"
    }
    assert found == {
        (
            "United Nations Children's Fund",
            "Open a clinic for carers",
            "table 1 row 2; table 2 row 1",
        ),
        (
            "United Nations Population Fund",
            "Open a clinic for carers",
            "table 1 row 2; table 2 row 2",
        ),
    }
