"""Frames: which names do what to which thing in a sentence, by which words.

Verbs (`X hosted the workshop`, `prepared by X`), nouns with a role (`is a member of`, `host of`),
adjuncts (`with funding from X`), things by somebody (`a workshop by X`).
"""

from collections.abc import Callable, Iterator

from partnergraph.relations.clauses.accords import Accords
from partnergraph.relations.clauses.adjuncts import Adjuncts
from partnergraph.relations.clauses.admitted import Admitted
from partnergraph.relations.clauses.alone import Alone
from partnergraph.relations.clauses.frame import Claim, Span, Told
from partnergraph.relations.clauses.sentence import Sentence
from partnergraph.relations.clauses.targets import Targets
from partnergraph.relations.clauses.verbs import Verbs


class Frames:
    """The claims of one sentence; `status` says of a verb's words what they make of a deed."""

    def __init__(
        self, sentence: Sentence, targets: Targets, status: Callable[[tuple[Span, ...]], str | None]
    ) -> None:
        self.told = Told(sentence, targets, status)
        self.sentence = sentence
        self.verbs = Verbs(self.told)
        self.adjuncts = Adjuncts(self.told, self.verbs)
        self.alone = Alone(self.told)
        self.accords = Accords(self.told)
        self.admitted = Admitted(self.told)

    def claims(self) -> Iterator[Claim]:
        """Every claim, left to right; the heads of the things they are of are `done` then."""
        for claim in self._claims():
            if claim.target.noun:
                self.told.done.add(claim.target.noun.head)
            yield claim

    def _claims(self) -> Iterator[Claim]:
        yield from self.adjuncts.claims(-1)
        for place in range(len(self.sentence.groups)):
            yield from self.verbs.claims(place)
            yield from self.adjuncts.claims(place)
        yield from self.alone.claims()
        yield from self.accords.claims()
        yield from self.verbs.roles.apposed()
        yield from self.admitted.claims(self.verbs.roles)
