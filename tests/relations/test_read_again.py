"""The quote of each fact that a sentence states, read alone, states it again."""

from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.document.words import GAP, Text
from partnergraph.names import names
from partnergraph.pipeline.load import read_document
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence, Extraction, Node
from partnergraph.relations.clauses import METHOD, Clauses
from partnergraph.relations.draft import Draft, Thing
from partnergraph.relations.page import Page

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for folder in (ROOT.parent / "seeds", ROOT / "pages")
    for path in folder.iterdir()
    if path.is_file() and path.suffix != ".json" and path.name != "README.md"
)
ALONE = frozenset(("RECORDED_IN", "AFFILIATED_WITH", "PART_OF"))
_CODE = 20
"""Characters that may stand before a session's name: Roundtable 3:."""
PARTS = frozenset(("Activity", "Session", "Roundtable", "Objective", "Recommendation"))


def stated(extraction: Extraction) -> list[tuple[Edge, Evidence]]:
    return [
        (edge, evidence)
        for edge in extraction.edges
        for evidence in edge.evidence
        if evidence.method == METHOD and edge.type not in ALONE
    ]


def again(
    edge: Edge, evidence: Evidence, nodes: dict[str, Node], document: Document
) -> set[tuple[str, str]]:
    """What a quote alone yields: its sentence, the words before it being what that is about.

    The short names that the document defines are known.
    """
    above, sentence = _parted(evidence.quote, [nodes[edge.source], nodes[edge.target]])
    above.sort(key=lambda found: found[1].id != edge.source)
    text = Text.of("\n".join((*(words for words, _ in above), sentence)), "page.txt")
    draft = Draft(text, names(), evidence.document.partition(":")[2])
    about = [_above(draft, line, node) for line, (_, node) in enumerate(above)]
    meeting = next((each for each in about if each.label in ("Session", "Roundtable")), None)
    item = next((each for each in about if each.label == "Activity"), None)
    Clauses(Page(document.laid, draft)).read(
        text.passage(len(above)),
        *((lambda thing=thing: thing) for thing in about),
        item=(lambda: item) if item else None,
        session=(lambda: meeting) if meeting else None,
    )
    return {(found.type, _who(found)) for found in draft.finish().edges}


def _parted(quote: str, ends: list[Node]) -> tuple[list[tuple[str, Node]], str]:
    """The words of a quote that name an end before its sentence, and the sentence."""
    above: list[tuple[str, Node]] = []
    *before, sentence = quote.split(GAP)
    for words in before:
        node = next((end for end in ends if fold(end.name) in fold(words)), None)
        if node:
            above.append((words, node))
    for end in ends:
        name = end.name.rstrip(".")
        stop = sentence.find(name) + len(name)
        if end.label in ("Session", "Roundtable") and 0 <= sentence.find(name) < _CODE:
            above.append((sentence[:stop], end))
            sentence = sentence[stop:].strip(" .")
    return above, sentence


def _above(draft: Draft, line: int, node: Node) -> Thing:
    words = draft.text.passage(line)
    if node.label in PARTS:
        code = str(node.properties.get("code", "1"))
        kind = {"kind": str(node.properties["kind"])} if "kind" in node.properties else {}
        return draft.part(node.label, code, words, **kind)
    return draft.stated(node.label, words, node.name)


def _who(edge: Edge) -> str:
    """The end by which a fact is told: who does it, of a thing that uses others its label."""
    label = edge.source.partition(":")[0]
    return label if label in ("session", "roundtable", "activity", "document") else edge.source


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_a_quote_alone_states_its_fact_again(path: Path) -> None:
    document, draft, _ = read_document(path)
    extraction = draft.finish()
    nodes = {node.id: node for node in (extraction.document, *extraction.nodes)}
    lost = [
        f"{edge.type} {edge.source} {edge.target}: {evidence.quote}"
        for edge, evidence in stated(extraction)
        if (edge.type, _who(edge)) not in again(edge, evidence, nodes, document)
    ]
    assert lost == []
