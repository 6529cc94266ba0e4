"""What layout states: whole pages of a few lines as data, and all that is read of each."""

import tomllib
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.verify import sifted

CASES = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))
ASIDE = ("RECORDED_IN", "MENTIONED_IN", "CITES", "DISCUSSES")


@pytest.mark.parametrize(
    "page", CASES["page"], ids=[f"{page['kind']}: {page['name']}" for page in CASES["page"]]
)
def test_a_page_states_this_and_nothing_else(page, tmp_path):
    path = tmp_path / page["name"]
    path.write_text(page["text"], encoding="utf-8")
    document, draft, _ = read_document(path)
    found = sifted(draft.finish(), document.text)
    called = {node.id: node.name for node in (found.document, *found.nodes)}
    said = []
    for edge in found.edges:
        if edge.type not in ASIDE and edge.target != found.document.id:
            more = " ".join(f"{key}={value}" for key, value in sorted(edge.properties.items()))
            parts = [edge.type, called[edge.source], called[edge.target], more]
            said.append(" | ".join(filter(None, parts)))
    assert sorted(said) == page["facts"]
