"""A sentence taken apart: its tokens, verb groups and noun phrases."""

from collections.abc import Sequence

from partnergraph.relations.clauses.groups import groups
from partnergraph.relations.clauses.nouns import Noun, Nouns
from partnergraph.relations.clauses.token import Token

_QUOTES = frozenset(("”", "“", '"', "»", "«"))
THAT = frozenset(
    (
        *("which", "who", "that", "qui", "que", "qu’", "quien", "quienes", "lequel", "laquelle"),
        *("cual", "cuales"),
    )
)


class Parsed:
    """The parts of a sentence, and how to go back in it."""

    def __init__(self, text: str, tokens: Sequence[Token], language: str) -> None:
        self.text = text
        self.tokens = tokens
        self.language = language
        self.groups = groups(tokens, language)
        self.nouns = Nouns(tokens, self.groups, language)
        self.starts = {group.first: place for place, group in enumerate(self.groups)}

    def _back(self, at: int, floor: int) -> int:
        """The place of the last token before that is no adverb and in no brackets."""
        while at >= floor:
            token = self.tokens[at]
            if token.mark == ")":
                opening = self._opening(at, floor)
                if opening < floor:
                    return at
                at = opening - 1
            elif token.mark in _QUOTES:
                opening = self._quoted(at, floor)
                if opening == at:
                    return at
                at = opening - 1
            elif token.is_a("adverb") and not token.cast:
                at -= 1
            else:
                return at
        return at

    def _quoted(self, at: int, floor: int) -> int:
        """Where the quotes begin that end at a place; the place itself where they do not."""
        for here in range(at - 1, max(floor, at - 8) - 1, -1):
            if self.tokens[here].mark in _QUOTES:
                return here
        return at

    def _opening(self, at: int, floor: int) -> int:
        while at >= floor and self.tokens[at].mark != "(":
            at -= 1
        return at

    def _is_relative(self, place: int) -> bool:
        at = self._back(self.groups[place].first - 1, 0)
        return at >= 0 and self.tokens[at].key in THAT

    def _noun_ending(self, at: int) -> Noun | None:
        """The outermost thing whose words end at a place."""
        found = [n for n in self.nouns.list if n.head <= at <= n.last]
        return found[0] if found else None
