"""What layout says is local: read from the blocks at its places alone, below the page's headings.

No other row, label, item or paragraph has a part in it. A name that the page explains elsewhere
(*hereinafter "the Trust"*) is that of the body it stands for.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from partnergraph import readers
from partnergraph.document.blocks import Block
from partnergraph.document.document import Document
from partnergraph.document.places import Place, located
from partnergraph.pipeline.load import extracted
from partnergraph.records.model import Evidence, Extraction
from partnergraph.verify import sifted

PAGES = Path(__file__).parent.parent / "pages"
FILES = [
    path
    for path in sorted(PAGES.iterdir())
    if path.is_file() and path.suffix != ".json" and path.name != "README.md"
]
WEAK = frozenset(("RECORDED_IN", "MENTIONED_IN", "CITES", "PART_OF"))


def places(block: Block) -> set[Place]:
    own = {run.place for run in (*block.label, *block.runs)}
    return own | {place for row in block.rows for place in row.places}


def alone(document: Document, evidence: Evidence) -> Iterator[Block]:
    """A page's headings and the blocks at the places of a piece of evidence, of tables rows."""
    wanted = {*located(evidence.locator), *located(evidence.cue_locator or "")}
    for block in document.reading.blocks:
        there = bool(places(block) & wanted)
        if block.kind == "heading" or (there and not block.rows):
            yield block
        elif there:
            rows = (
                row
                for number, row in enumerate(block.rows)
                if number < block.header or wanted.intersection(row.places)
            )
            yield replace(block, rows=tuple(rows))


def called(extraction: Extraction) -> dict[str, set[str]]:
    """What each thing is called: its name, and what the page prints in its stead."""
    return {
        node.id: {node.name, *node.properties.get("aliases", ())}
        for node in (extraction.document, *extraction.nodes)
    }


def told_alone(path: Path) -> Iterator[tuple[bool, str]]:
    """Of each fact of layout of a file, whether its blocks alone say it, and what it is."""
    document = readers.read(path)
    extraction = sifted(extracted(document, None)[0].finish(), document.text)
    names = called(extraction)
    for edge in extraction.edges:
        for evidence in edge.evidence if edge.type not in WEAK else ():
            if evidence.method == "layout":
                reading = replace(document.reading, blocks=list(alone(document, evidence)))
                part = Document(document.path, document.sha256, reading)
                found = extracted(part, None)[0].finish()
                there = called(found)
                held = any(
                    each.type == edge.type
                    and names[edge.source] & there[each.source]
                    and names[edge.target] & there[each.target]
                    for each in found.edges
                )
                yield held, f"{path.name}: {edge.source} {edge.type} {edge.target}"


def test_what_layout_says_is_said_by_its_own_blocks() -> None:
    found = [each for path in FILES for each in told_alone(path)]
    assert len(found) > 200
    assert [told for held, told in found if not held] == []
