"""Wrong claims of true quotes, made from what documents yield: each kind of error by itself.

In goes what was read of a document, out come claims that its words do not bear out, though each
quote stands where it says (but where another place is the error).
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from partnergraph.document.words import GAP, Text
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence, Extraction, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.verify import names_end, stands

NOW = ("type", "status", "role", "place", "cue", "end")
"""The errors that the three proofs find by themselves: such a claim is rejected."""
LATER = ("exchanged", "row", "column", "clause")
"""The errors that only a second reading finds: such a claim never stands."""
_FAR = {
    **dict.fromkeys(("LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS"), "FUNDS"),
    **dict.fromkeys(("HAS_EXPERTISE_IN", "HOSTED", "SPOKE_AT", "MODERATED", "ATTENDED"), "FUNDS"),
    **dict.fromkeys(("FUNDS", "CONTRIBUTES_TO", "ACCOUNTABLE_FOR"), "HOSTED"),
    "CO_FACILITATED": "FUNDS",
    "MEMBER_OF": "FUNDS",
}
"""For each relationship one that no word for the first means."""
_ROLES = ("member", "observer", "chair", "secretariat")
_MOST = 3
"""Wrong claims of one kind that one evidence gives."""


class Wrong(NamedTuple):
    """A claim, what is wrong with it, and the nodes at its ends."""

    kind: str
    edge: Edge
    source: Node
    target: Node


def wrong(extraction: Extraction, text: Text) -> Iterator[Wrong]:
    """Wrong claims made from all that a document yields."""
    maker = _Maker(extraction, text)
    for edge in extraction.edges:
        if edge.type not in ("RECORDED_IN", "MENTIONED_IN"):
            for evidence in edge.evidence:
                yield from maker.of(edge, evidence)


class _Maker:
    def __init__(self, extraction: Extraction, text: Text) -> None:
        self.text = text
        self.edges = extraction.edges
        self.nodes = {node.id: node for node in (extraction.document, *extraction.nodes)}
        self.linked = {(edge.source, edge.target) for edge in extraction.edges}
        self.places = [text.locator([line.number]) for line in text.lines if line.number]

    def of(self, edge: Edge, evidence: Evidence) -> Iterator[Wrong]:
        made = (
            *(
                ("place", self._claim(edge, evidence._replace(locator=at)))
                for at in self._away(evidence)
            ),
            *(("end", claim) for claim in self._other_ends(edge, evidence)),
            *(("exchanged", claim) for claim in self._exchanged(edge, evidence)),
            *(("row", claim) for claim in self._rows(edge, evidence)),
            *(("row", claim) for claim in self._short_rows(edge, evidence)),
            *(("column", claim) for claim in self._columns(edge, evidence)),
            *(("clause", claim) for claim in self._clauses(edge, evidence)),
            *(("clause", claim) for claim in self._things(edge, evidence)),
            *self._words(edge, evidence),
        )
        for kind, claim in made:
            yield Wrong(kind, claim, self.nodes[claim.source], self.nodes[claim.target])

    def _claim(self, edge: Edge, evidence: Evidence, **changed: str) -> Edge:
        return edge._replace(evidence=(evidence,), **changed)

    def _words(self, edge: Edge, evidence: Evidence) -> Iterator[tuple[str, Edge]]:
        """What the cue's words do not say: another type, status or role; and no cue at all."""
        if not evidence.cue:
            return
        ends = self.nodes[edge.source].label, self.nodes[edge.target].label
        other = _FAR.get(edge.type)
        if other and vocabulary().types[other].joins(*ends):
            yield "type", self._claim(edge, evidence, type=other)
        if "status" in vocabulary().types[edge.type].key:
            for status in ("planned", "cancelled", None):
                if status != edge.properties.get("status"):
                    yield "status", self._with(edge, evidence, "status", status)
        if edge.type == "MEMBER_OF":
            for role in _ROLES:
                if role != edge.properties.get("role"):
                    yield "role", self._with(edge, evidence, "role", role)
        word = self.nodes[edge.source].name.split()[-1].strip("().,")
        if f" {word} " in f" {evidence.quote} " and fold(word) not in fold(evidence.cue).split():
            cued = evidence._replace(cue=word, cue_locator="")
            yield "cue", self._claim(edge, cued)

    def _with(self, edge: Edge, evidence: Evidence, key: str, value: str | None) -> Edge:
        kept = {name: each for name, each in edge.properties.items() if name != key}
        properties = kept | ({key: value} if value else {})
        return edge._replace(evidence=(evidence,), properties=properties)

    def _away(self, evidence: Evidence) -> Iterator[str]:
        away = (at for at in self.places if not stands(evidence.quote, self.text.at(at)))
        yield from islice(away, 1)

    def _other_ends(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The claim with another thing of its kind at an end, which the quote does not name."""
        for end in ("source", "target"):
            label = self.nodes[getattr(edge, end)].label
            others = (
                node.id
                for node in self.nodes.values()
                if node.label == label != "Document" and not names_end(node, evidence.quote)
            )
            yield from (self._claim(edge, evidence, **{end: id}) for id in islice(others, _MOST))

    def _exchanged(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        same = edge.type == "PARTNERS_WITH" or edge.source == edge.target
        if (edge.target, edge.source) not in self.linked and not same:
            yield self._claim(edge, evidence, source=edge.target, target=edge.source)

    def _rows(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The doer of one place with the thing of the next of that kind."""
        alike = (
            other
            for other in self.edges
            if other.type == edge.type and (edge.source, other.target) not in self.linked
        )
        for other in islice(alike, 1):
            beside = other.evidence[0]
            if GAP in evidence.quote and evidence.document == beside.document:
                both = evidence._replace(
                    locator=f"{evidence.locator}; {beside.locator}",
                    quote=f"{evidence.quote}{GAP}{beside.quote}",
                )
                yield self._claim(edge, both, target=other.target)

    def _short_rows(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The doer of one place with the thing of the next, quoted in no more than their words."""
        alike = (
            other
            for other in self.edges
            if other.type == edge.type
            and other.source != edge.source
            and (edge.source, other.target) not in self.linked
        )
        for other in islice(alike, _MOST):
            yield from self._joined(edge, evidence, other, "target")

    def _columns(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The name of another column or label of the thing, by the words of the first."""
        held = {
            other.source
            for other in self.edges
            if (other.type, other.target) == (edge.type, edge.target)
        }
        beside = (
            other
            for other in self.edges
            if other.target == edge.target
            and other.source not in held
            and vocabulary()
            .types[edge.type]
            .joins(self.nodes[other.source].label, self.nodes[edge.target].label)
        )
        for other in islice(beside, _MOST):
            yield from self._joined(edge, evidence, other, "source")

    def _joined(self, edge: Edge, evidence: Evidence, other: Edge, end: str) -> Iterator[Edge]:
        """A claim with an end of another, where both are quoted end by end: `Thing … IOM`."""
        beside = other.evidence[0]
        claim = edge._replace(**{end: getattr(other, end)})
        quotes = evidence.quote.split(GAP), beside.quote.split(GAP)
        if min(map(len, quotes)) < 2 or evidence.document != beside.document:
            return
        doers, things = quotes if end == "target" else quotes[::-1]
        doer = next((each for each in doers if names_end(self.nodes[claim.source], each)), None)
        thing = next((each for each in things if names_end(self.nodes[claim.target], each)), None)
        for at in (
            f"{evidence.locator}; {beside.locator}",
            f"{beside.locator}; {evidence.locator}",
        ):
            quote = f"{thing}{GAP}{doer}"
            if doer and thing and stands(quote, self.text.at(at)):
                yield self._claim(claim, evidence._replace(locator=at, quote=quote))
                return

    def _things(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The claim of another thing that is told of in the same words."""
        others = (
            other.target
            for other in self.edges
            if any(each.quote == evidence.quote for each in other.evidence)
            and other.source != edge.source
            and other.target != edge.source
            and other.type not in ("RECORDED_IN", "MENTIONED_IN")
            and (edge.source, other.target) not in self.linked
            and vocabulary()
            .types[edge.type]
            .joins(self.nodes[edge.source].label, self.nodes[other.target].label)
        )
        for target in islice(dict.fromkeys(others), _MOST):
            if names_end(self.nodes[target], evidence.quote):
                yield self._claim(edge, evidence, target=target)

    def _clauses(self, edge: Edge, evidence: Evidence) -> Iterator[Edge]:
        """The claim of somebody else whom the quote names too."""
        label = self.nodes[edge.source].label
        named = (
            node.id
            for node in self.nodes.values()
            if node.label == label
            and (node.id, edge.target) not in self.linked
            and node.id != edge.target
            and names_end(node, evidence.quote)
        )
        yield from (self._claim(edge, evidence, source=id) for id in islice(named, _MOST))


def all_of(read: Iterable[tuple[Extraction, Text]]) -> list[Wrong]:
    """Wrong claims made from several documents."""
    return list(chain.from_iterable(wrong(extraction, text) for extraction, text in read))
