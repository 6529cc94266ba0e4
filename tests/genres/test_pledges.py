"""Pledges: to come, of who makes them; what is not pledged is none."""

from partnergraph.pipeline.load import read_document

PAGE = """Pledging Initiative - Summary of pledges received

Philippines
 - To open resource centres in three provinces.

Mexico, jointly with Guatemala
 - To run a mobile clinic along the border.

Maldives
 - No pledge was made this year.

UNITED NATIONS AND OTHER ORGANISATIONS

UNICEF
 - To train 1,000 guardians.

STATEMENTS WITHOUT A PLEDGE

Norway asked that pledges be reviewed yearly. Thailand offered to host that review.
"""


def test_each_item_is_of_those_above_it_and_to_come(tmp_path):
    page = tmp_path / "pledges.txt"
    page.write_text(PAGE, encoding="utf-8")
    found = read_document(page)[1].finish()
    names = {node.id: node.properties.get("acronym", node.name) for node in found.nodes}
    pledged = {
        (names[edge.source], names[edge.target][:12], edge.properties.get("status"))
        for edge in found.edges
        if edge.type == "IMPLEMENTS"
    }
    assert pledged == {
        ("Philippines", "To open reso", "planned"),
        ("Mexico", "To run a mob", "planned"),
        ("Guatemala", "To run a mob", "planned"),
        ("UNICEF", "To train 1,0", "planned"),
    }
