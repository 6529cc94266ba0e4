"""Whether a claim stands: the three proofs, and whether reading its places again yields it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from partnergraph.names import names
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence
from partnergraph.records.vocabulary import vocabulary
from partnergraph.verify.again import Again
from partnergraph.verify.claims import Claim, Claims
from partnergraph.verify.ends import End, allowed, end_of, is_named, may_be_named
from partnergraph.verify.named import without
from partnergraph.verify.proofs import Doubt, of_cue, of_quote
from partnergraph.verify.sources import Source, source_of

Verdict = Literal["stands", "unclear", "rejected", "inferred"]


class Judgement(NamedTuple):
    """A row of `partnergraph verify`: the line of CLAIMS, the relationship, the verdict and why."""

    line: int
    type: str
    source: str
    target: str
    verdict: Verdict
    reason: str


def judged(claims: Claims, sources: Sequence[Source]) -> Iterator[Judgement]:
    """A verdict for each evidence of each claim, in their order.

    Raises ReadError where a document that a claim rests on cannot be read.
    """
    found = documents(claims, sources)
    for claim in claims.claims:
        verdict, reason = _verdict(claim, claims, found)
        edge = claim.edge
        yield Judgement(claim.line, edge.type, edge.source, edge.target, verdict, reason)


def documents(claims: Claims, sources: Sequence[Source]) -> dict[str, Source]:
    """The documents that claims rest on, by how they name them."""
    named = {claim.evidence.document for claim in claims.claims if claim.evidence}
    found = ((name, source_of(name, claims.nodes.get(name), sources)) for name in sorted(named))
    return {name: source for name, source in found if source}


def _verdict(claim: Claim, claims: Claims, found: Mapping[str, Source]) -> tuple[Verdict, str]:
    edge, evidence = claim.edge, claim.evidence
    if evidence is None:
        return "unclear", "it gives no evidence"
    if evidence.basis == "inferred":
        return "inferred", "it is not stated, so not judged"
    if edge.type not in vocabulary().types:
        return "unclear", f"no relationship is called {edge.type}"
    source = found.get(evidence.document)
    if source is None:
        return "unclear", f"no file that was given is {evidence.document or 'its document'}"
    evidence = evidence._replace(
        quote=" ".join(evidence.quote.split()), cue=" ".join(evidence.cue.split())
    )
    ends = end_of(edge.source, claims.nodes, source), end_of(edge.target, claims.nodes, source)
    return _Case(edge, evidence, *ends, source).verdict()


class _Case(NamedTuple):
    edge: Edge
    evidence: Evidence
    doer: End
    thing: End
    source: Source

    def verdict(self) -> tuple[Verdict, str]:
        """What the proofs and a second reading say; the words against a claim go first."""
        doubts = [found for found in self._doubts() if found]
        against = next((found for found in doubts if found.refuted), None)
        if against:
            return "rejected", against.reason
        again = self._again()
        read = list(again.same())
        if not read and again.exchanged():
            return "rejected", "reading its place again yields it with the ends exchanged"
        if read and (other := self._other_words(read)):
            return "rejected", other
        if not read and (told := again.opposite()):
            return "rejected", f"reading its place again yields {_told(told)} instead"
        if doubts:
            return "unclear", doubts[0].reason
        if read:
            return "stands", "its words are there, and reading them again yields it"
        return "unclear", "its words are there, but reading them again does not yield it"

    def _again(self) -> Again:
        return Again(self.edge, self.evidence, self.doer.read, self.thing.read, self.source)

    def _doubts(self) -> Iterator[Doubt | None]:
        if not self.evidence.quote or not self.evidence.locator:
            missing = "place" if self.evidence.quote else "quote"
            yield Doubt(False, f"its evidence gives no {missing}")
            return
        text, nodes = self.source.text, (self.doer.node, self.thing.node)
        yield of_quote(self.evidence, text)
        for end, other, labels in zip(
            (self.doer, self.thing), (self.thing, self.doer), allowed(self.edge.type), strict=True
        ):
            yield self._unnamed(end, other, labels)
        yield self._unfit()
        said = of_cue(self.edge, self.evidence, *nodes, text)
        yield said
        if said and not said.refuted:
            yield self._name_as_cue()

    def _unnamed(self, end: End, other: End, labels: frozenset[str]) -> Doubt | None:
        quote = self.evidence.quote
        if is_named(end, quote):
            return None
        if may_be_named(end, other, quote, labels):
            return Doubt(False, f"no table knows a form of {end.node.id} that the quote has")
        return Doubt(True, f"the quote does not name {end.node.id}")

    def _unfit(self) -> Doubt | None:
        """Whether such things cannot be related so: ends exchanged, or a label of no such thing."""
        source, target = self.doer.node.label, self.thing.node.label
        kind = vocabulary().types[self.edge.type]
        if not source or not target or kind.joins(source, target):
            return None
        said = f"{self.edge.type} does not lead from {source} to {target}"
        return Doubt(kind.joins(target, source), said)

    def _name_as_cue(self) -> Doubt | None:
        """A name is no word that says who does what."""
        cue = self.evidence.cue
        known = names().resolve(cue, "Country", "Agency", "RCP") if cue else None
        return Doubt(True, f"“{cue}” is the name of {known.id}") if known else None

    def _other_words(self, read: Sequence[Evidence]) -> str:
        """The cue by which reading yields the claim, where the claim's own is none of its words.

        Another cue of that meaning may be as good, but not one that is a word of a name.
        """
        own = set(fold(self.evidence.cue).split())
        cues = [each.cue for each in read if each.cue]
        if not own or not cues or any(own & set(fold(cue).split()) for cue in cues):
            return ""
        if self._is_meant() and not self._is_in_name():
            return ""
        return f"reading finds it said by “{cues[0]}”, not by “{self.evidence.cue}”"

    def _is_meant(self) -> bool:
        return not of_cue(
            self.edge, self.evidence, self.doer.node, self.thing.node, self.source.text
        )

    def _is_in_name(self) -> bool:
        quote, cue = self.evidence.quote, self.evidence.cue
        return cue in quote and cue not in without(without(quote, self.doer.node), self.thing.node)


def _told(edge: Edge) -> str:
    return f"{edge.source} {edge.type} {edge.target}"
