"""A sentence in clauses: which verb has which subject, and what belongs to whom.

A finite verb opens a clause, known to the lexicon or not.
"""

from partnergraph.lexicon.data import small_set
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.relatives import Subject
from partnergraph.relations.clauses.subjects import Subjects

_PARTS = frozenset((";", ":", "—", "–", "."))
_IF = frozenset(("if", "si", "unless", "whether"))


class Sentence(Subjects):
    """A sentence, and what its words say of its clauses and things."""

    def denied(self, place: int) -> bool:
        """Whether words in a group's clause before it deny it: neither, no workshop, aucune."""
        group = self.groups[place]
        floor = self.groups[place - 1].last + 1 if place else 0
        if self._wished(place, floor) or self._is_bare_form(place) or self._is_if(place):
            return True
        for at in range(group.first - 1, floor - 1, -1):
            token = self.tokens[at]
            if token.mark in _PARTS or token.is_a("adversative") or token.mark == ",":
                return False
            if token.is_a("denied", "possible") and not token.forms:
                return True
        return False

    def _is_if(self, place: int) -> bool:
        """Whether a condition stands before a clause: if the EU agrees, Kenya will host it."""
        before = self.tokens[: self.groups[place].first]
        return any(token.key in _IF for token in before)

    def _wished(self, place: int, floor: int) -> bool:
        """Whether a clause is what somebody asks for: recommended that IOM publish."""
        if not place:
            return False
        asks = any(
            form.lemma in small_set("ask", form.language) for form in self.groups[place - 1].forms
        )
        return asks and self.tokens[floor].key in ("that", "que", "qu’")

    def _is_bare_form(self, place: int) -> bool:
        """Whether one name has a verb without its ending: no statement, but a wish."""
        group = self.groups[place]
        cast = self.subjects[place].cast
        if self.language != "en" or group.passive or group.last != group.first or not cast:
            return False
        if group.shares:
            return False
        tenses = {form.tense for form in group.forms}
        only = bool(tenses) and tenses <= {"base", "infinitive"}
        return only and len(cast) == 1 and not cast[0].name.endswith("s")

    def led_by_outcomes(self, noun: Noun) -> bool:
        """Whether *the outcomes of* stands before a thing, or before those joined to it."""
        joined = self.nouns.joined(noun)
        return any(self._of_outcomes(each) for each in joined if each.head <= noun.head)

    def _of_outcomes(self, noun: Noun) -> bool:
        at = noun.first - 1
        while at >= 0 and self.tokens[at].is_a("determiner", "preposition"):
            at -= 1
        return at >= 0 and self.outcome(at)

    def outcome(self, at: int) -> bool:
        """Whether a token says what came of a thing: outcomes, results of."""
        words = self.tokens[at].key.split()
        return words[0] in small_set("outcome", self.language) and len(words) < 3


__all__ = ["Sentence", "Subject"]
