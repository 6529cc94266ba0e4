"""What stands between reading and the store: facts that are not proved are not stored."""

from partnergraph.document.words import Text
from partnergraph.errors import EvidenceError
from partnergraph.records.model import Edge, Extraction, Node, Skipped
from partnergraph.verify.proofs import Doubt, doubt


def verify(extraction: Extraction, text: Text) -> None:
    """Check every evidence of a document against its text.

    Raises EvidenceError for the first that fails.
    """
    nodes = _nodes(extraction)
    for edge in extraction.edges:
        if not edge.evidence:
            raise _failure(text, edge, "has no evidence")
        for evidence in edge.evidence:
            found = doubt(edge, evidence, nodes[edge.source], nodes[edge.target], text)
            if found:
                raise _failure(text, edge, found.reason)


def sifted(extraction: Extraction, text: Text) -> Extraction:
    """A document's facts without those that are not proved: these are reported as skipped.

    The facts of a document are independent: one that fails says nothing against the others. A node
    that no fact is left of is left out too.
    """
    nodes = _nodes(extraction)
    kept: list[Edge] = []
    dropped: list[Skipped] = []
    for edge in extraction.edges:
        proved = []
        for evidence in edge.evidence:
            found = doubt(edge, evidence, nodes[edge.source], nodes[edge.target], text)
            if found:
                place, quote = evidence.locator, evidence.quote
                dropped.append(Skipped(extraction.document.id, place, quote, _told(edge, found)))
            else:
                proved.append(evidence)
        if proved:
            kept.append(edge._replace(evidence=tuple(proved)))
    if not dropped:
        return extraction
    ends = {end for edge in kept for end in (edge.source, edge.target)}
    left = tuple(node for node in extraction.nodes if node.id in ends)
    return Extraction(extraction.document, left, tuple(kept), (*extraction.skipped, *dropped))


def _nodes(extraction: Extraction) -> dict[str, Node]:
    return {node.id: node for node in (extraction.document, *extraction.nodes)}


def _told(edge: Edge, found: Doubt) -> str:
    return f"not stored: {edge.source} {edge.type} {edge.target}: {found.reason}"


def _failure(text: Text, edge: Edge, what: str) -> EvidenceError:
    return EvidenceError(
        str(text.path),
        f"{edge.source} {edge.type} {edge.target}: {what}",
        "report this as a fault of the reading rules",
    )
