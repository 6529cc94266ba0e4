"""Whether a quote stands where it says and holds the words of both ends."""

import re
from collections.abc import Iterator

from partnergraph.errors import EvidenceError
from partnergraph.ids import fold
from partnergraph.model import STATEMENTS, Edge, Extraction, Node
from partnergraph.passage import GAP, Text

_BEGINNING = 4
_CUT = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad] (?=[a-zß-ÿ])")


def verify(extraction: Extraction, text: Text) -> None:
    """Check every evidence of a document against its text.

    Raises EvidenceError for the first that fails: nothing unproven is stored.
    """
    nodes = {node.id: node for node in (extraction.document, *extraction.nodes)}
    for edge in extraction.edges:
        if not edge.evidence:
            raise _failure(text, edge, "has no evidence")
        for evidence in edge.evidence:
            if not stands(evidence.quote, text.at(evidence.locator)):
                raise _failure(text, edge, f"its quote does not stand at {evidence.locator}")
            for end in (nodes[edge.source], nodes[edge.target]):
                if end.label != "Document" and not names_end(end, evidence.quote):
                    raise _failure(text, edge, f"the quote “{evidence.quote}” lacks {end.id}")


def stands(quote: str, words: str) -> bool:
    """Whether the fragments of a quote stand in `words`, each behind the one before.

    >>> stands("Collect data … IOM", "Collect data on return IOM, UNHCR")
    True
    >>> stands("IOM … Collect data", "Collect data on return IOM, UNHCR")
    False
    """
    place = 0
    for fragment in quote.split(GAP):
        found = words.find(fragment, place)
        if found < 0 or not fragment:
            return False
        place = found + len(fragment)
    return True


def names_end(node: Node, quote: str) -> bool:
    """Whether a quote holds a node's name, a printed form of it, or a long name's beginning.

    A word cut at a line end counts as one: *de- cides*.
    """
    whole = _CUT.sub("", quote)
    words = f" {fold(quote)} " + (f"| {fold(whole)} " if whole != quote else "")
    run_on = words.replace(" ", "")
    for form in _forms(node):
        folded = fold(form)
        if folded and f" {folded} " in words:
            return True
        if len(folded) > 12 and folded.replace(" ", "") in run_on:
            return True
    return False


def _forms(node: Node) -> Iterator[str]:
    yield node.name
    for key in ("acronym", "number"):
        if key in node.properties and node.label != "Objective":
            yield str(node.properties[key])
    aliases = node.properties.get("aliases", ())
    if isinstance(aliases, tuple):
        yield from aliases
    if node.label in STATEMENTS:
        yield " ".join(node.name.split()[:_BEGINNING])


def _failure(text: Text, edge: Edge, what: str) -> EvidenceError:
    return EvidenceError(
        str(text.path),
        f"{edge.source} {edge.type} {edge.target}: {what}",
        "report this as a fault of the reading rules; nothing of this file was stored",
    )
