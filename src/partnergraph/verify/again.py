"""What reading a claim's places again yields: the claim, its opposite, or neither.

A document is read once, and of each claim only what was read at its places counts. That this is
what those places say by themselves is a property of reading (`tests/relations/test_local.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from partnergraph.document.places import located
from partnergraph.document.words import GAP
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence
from partnergraph.records.vocabulary import vocabulary
from partnergraph.verify.sources import Source
from partnergraph.verify.standing import stands

_EITHER_WAY = frozenset(("PARTNERS_WITH", "SIMILAR_TO", "SAME_AS"))
"""Relationships that say the same with their ends exchanged."""
_WEAK = frozenset(vocabulary().of_kind("weak")) | {"RECORDED_IN"}

Fact = tuple[Edge, Evidence]


@dataclass(frozen=True)
class Again:
    """A claim, what reading its document made of its ends, and what it reads at its places."""

    edge: Edge
    evidence: Evidence
    sources: frozenset[str]
    targets: frozenset[str]
    document: Source

    def same(self) -> Iterator[Evidence]:
        """By what reading yields the claim."""
        for edge, evidence in self._there:
            if self._joins(edge) and self._is_alike(edge):
                yield evidence

    def exchanged(self) -> bool:
        """Whether reading yields it with its ends exchanged."""
        return self.edge.type not in _EITHER_WAY and any(
            self._returns(edge) and self._is_alike(edge) for edge, _ in self._there
        )

    def opposite(self) -> Edge | None:
        """What reading yields at its places, by its cue, in its stead.

        Only of ends that reading knows: of others it may have missed that they are named.
        """
        if not self.sources or not self.targets or self.edge.type in _WEAK:
            return None
        alike = [
            each
            for each in self._there
            if each[0].type == self.edge.type and not self._is_claimed(each[0])
        ]
        said = [each for each in alike if self._by_cue(each)]
        told = next((edge for edge, _ in said if edge.target in self.targets), None)
        own = (each for each in said if each[0].source in self.sources)
        told = told or next((edge for edge, words in own if self._in_words(words)), None)
        return told or self._crossed([edge for edge, _ in alike]) or self._beside()

    def _crossed(self, alike: list[Edge]) -> Edge | None:
        """What reading yields of one end, where it ties each of them to something else."""
        of_thing = next((edge for edge in alike if edge.target in self.targets), None)
        of_doer = next((edge for edge in alike if edge.source in self.sources), None)
        return of_thing if of_doer else None

    def _beside(self) -> Edge | None:
        """The other column or label by which reading ties the ends, where the cue is another's."""
        if not self._is_apart(self.evidence):
            return None
        tied = (each for each in self._there if self._joins(each[0]))
        return next(
            (
                edge
                for edge, words in tied
                if words.cue and self._is_apart(words) and not self._shares(words)
            ),
            None,
        )

    @cached_property
    def _there(self) -> list[Fact]:
        return self.document.read_at(located(self.evidence.locator))

    def _joins(self, edge: Edge) -> bool:
        return edge.source in self.sources and edge.target in self.targets

    def _returns(self, edge: Edge) -> bool:
        return edge.source in self.targets and edge.target in self.sources

    def _is_claimed(self, edge: Edge) -> bool:
        """Whether it is what is claimed, be it the other way round where that is the same."""
        return self._joins(edge) or (edge.type in _EITHER_WAY and self._returns(edge))

    def _is_alike(self, edge: Edge) -> bool:
        """Whether a relationship is of the claim's type, with what identifies it."""
        key = (*vocabulary().types[edge.type].key, "ended")
        claimed, read = self.edge.properties, edge.properties
        return edge.type == self.edge.type and all(
            str(claimed.get(name) or "") == str(read.get(name) or "") for name in key
        )

    def _by_cue(self, fact: Fact) -> bool:
        """Whether a fact rests on the claim's cue, as one that has none does on position."""
        return not self.evidence.cue or self._shares(fact[1])

    def _shares(self, read: Evidence) -> bool:
        return not set(fold(read.cue).split()).isdisjoint(fold(self.evidence.cue).split())

    def _in_words(self, read: Evidence) -> bool:
        """Whether the claim quotes no more than a fact does."""
        return stands(self.evidence.quote, read.quote)

    @staticmethod
    def _is_apart(evidence: Evidence) -> bool:
        """Whether a cue stands outside the quote, as a column's header does or a label."""
        return not all(part in evidence.quote for part in evidence.cue.split(GAP))
