"""What layout says is local: read from the blocks at its places alone, with the headings over them.

`SHARE` is what holds so far; what is missing are facts whose evidence names no place for what
decided (a State that a line above names, a title that a table's row belongs to).
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
SHARE = 0.9


def places(block: Block) -> set[Place]:
    own = {run.place for run in (*block.label, *block.runs)}
    return own | {place for row in block.rows for place in row.places}


def above(blocks: list[Block], wanted: set[Place]) -> list[Block]:
    """The headings under which the blocks at some places stand."""
    under: list[Block] = []
    found: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            while under and under[-1].level >= block.level:
                under.pop()
            under.append(block)
        if places(block) & wanted:
            found += [heading for heading in under if heading not in found]
    return found


def alone(document: Document, evidence: Evidence) -> Iterator[Block]:
    """The blocks at the places of a piece of evidence, and their headings; of tables its rows."""
    wanted = {*located(evidence.locator), *located(evidence.cue_locator or "")}
    blocks = list(document.reading.blocks)
    headings = above(blocks, wanted)
    for block in blocks:
        if block in headings or (not block.rows and places(block) & wanted):
            yield block
        elif block.rows and places(block) & wanted:
            rows = (
                row
                for number, row in enumerate(block.rows)
                if number < block.header or wanted.intersection(row.places)
            )
            yield replace(block, rows=tuple(rows))


def told(extraction: Extraction) -> set[tuple[str, str, str]]:
    called = {node.id: node.name for node in (extraction.document, *extraction.nodes)}
    return {(edge.type, called[edge.source], called[edge.target]) for edge in extraction.edges}


def again(path: Path) -> Iterator[bool]:
    """Of each fact of layout of a file, whether its blocks alone say it."""
    document = readers.read(path)
    extraction = sifted(extracted(document, None)[0].finish(), document.text)
    called = {node.id: node.name for node in (extraction.document, *extraction.nodes)}
    for edge in extraction.edges:
        for evidence in edge.evidence if edge.type not in WEAK else ():
            if evidence.method == "layout":
                reading = replace(document.reading, blocks=list(alone(document, evidence)))
                part = Document(document.path, document.sha256, reading)
                fact = edge.type, called[edge.source], called[edge.target]
                yield fact in told(extracted(part, None)[0].finish())


def test_what_layout_says_is_said_by_its_own_blocks() -> None:
    found = [held for path in FILES for held in again(path)]
    assert len(found) > 200
    assert sum(found) >= SHARE * len(found), f"{sum(found)} of {len(found)}"
