"""Action items: who does them stands in brackets behind or before `to`."""

from partnergraph.pipeline.load import read_document

PAGE = """Minutes of the Coordination Group on Returns

Action items

- IOM to circulate the draft guide by 3 May.
- Map reception centres (UNHCR with Caritas Lebanon, by June)
- Translate the guide (TBC)
- Publish the Guide on Reception (GR)
"""


def test_who_is_named_is_to_do_it(tmp_path):
    page = tmp_path / "minutes.txt"
    page.write_text(PAGE, encoding="utf-8")
    found = read_document(page)[1].finish()
    names = {node.id: node.properties.get("acronym", node.name) for node in found.nodes}
    doing = {
        (names[edge.source], edge.type, names[edge.target], edge.properties.get("status"))
        for edge in found.edges
        if edge.type in ("IMPLEMENTS", "CONTRIBUTES_TO")
    }
    assert doing == {
        ("IOM", "IMPLEMENTS", "IOM to circulate the draft guide by 3 May.", "planned"),
        ("UNHCR", "IMPLEMENTS", "Map reception centres", "planned"),
        ("Caritas Lebanon", "CONTRIBUTES_TO", "Map reception centres", "planned"),
    }
