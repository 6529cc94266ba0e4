"""A thing and who did it, without a verb: `a workshop by X`, `the evaluations of X on data`."""

from collections.abc import Iterator

from partnergraph.lexicon import Entry
from partnergraph.lexicon.data import small_set
from partnergraph.lexicon.entry import Tie
from partnergraph.lexicon.things import by_alone
from partnergraph.relations.clauses.frame import Claim, Frame
from partnergraph.relations.clauses.nouns import Noun
from partnergraph.relations.clauses.words import is_act

_OF_WHOM = frozenset(("of", "de", "du", "des", "del", "d’"))

_OPENING = 8
"""Words of a line before its noun that are of the name, at most."""


class Alone(Frame):
    """The claims of things by somebody."""

    def claims(self) -> Iterator[Claim]:
        """Every claim."""
        yield from self._by_alone()
        yield from self._of_alone()

    def _by_alone(self) -> Iterator[Claim]:
        """`a workshop on data by Ghana`."""
        for noun in self.sentence.nouns.list:
            token = self.tokens[noun.head]
            at = noun.last + 1
            if token.thing is None or self._key(at) not in ("by", "par", "por"):
                continue
            if noun.last > noun.head and is_act(self.tokens[noun.last].key, self.sentence.language):
                continue
            before = [n for n, group in enumerate(self.sentence.groups) if group.first < noun.first]
            cast, last = self.sentence.names_at(at + 1, -1 if not before else -2)
            target = self.targets.of_noun(self._opening(noun)) if cast else None
            if target is not None:
                ended = self.stopped(last) if not before else ()
                cue = (noun.head, noun.head), (at, at), *ended
                yield Claim(cast, (self._alone(noun),), target, cue)

    def _opening(self, noun: Noun) -> Noun:
        """A thing with all words that its line begins with: *Victims focused training* by."""
        before = self.tokens[: noun.first]
        small = (
            "determiner",
            "preposition",
            "auxiliary",
            "adverb",
            "relative",
            "planned",
            "denied",
        )
        named = all(not (token.mark or token.cast or token.is_a(*small)) for token in before)
        alone = self.sentence.language == "en" and not noun.article and len(before) <= _OPENING
        return noun._replace(first=0) if alone and named else noun

    def _of_alone(self) -> Iterator[Claim]:
        """`the evaluations of Ghana and Togo on data`: who did them stands behind *of*."""
        for noun in self.sentence.nouns.list:
            token = self.tokens[noun.head]
            told = token.thing is not None and token.thing.kind not in small_set("content", "en")
            if not told or not noun.definite or self._key(noun.head + 1) not in _OF_WHOM:
                continue
            cast, last = self.sentence.names_at(noun.head + 2)
            target = self.targets.of_noun(noun) if cast else None
            if target is not None and self._key(last + 1) in small_set(
                "topic", self.sentence.language
            ):
                cue = (noun.head, noun.head), (noun.head + 1, noun.head + 1)
                yield Claim(cast, (self._alone(noun),), target, cue)

    def _alone(self, noun: Noun) -> Entry:
        """What a thing's noun states of who stands behind `by` or `of`."""
        thing = self.tokens[noun.head].thing
        assert thing
        kinds = frozenset(("activity", "meeting", "document"))
        return Entry("by", "role", (Tie(by_alone()[thing.family], to=kinds),))
