"""Names that a page has told before: in its lists and tables, or in full.

*Bread and Roses* that a table has as a lead, *Ms Ruiz* of whom a list has the whole name, *the
Foundation* where only one is spoken of.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from partnergraph.mentions.kinds import kind_of_word
from partnergraph.mentions.mention import Cast, Mention, What
from partnergraph.mentions.shapes import HONORIFIC
from partnergraph.names import Entity
from partnergraph.records.ids import fold
from partnergraph.relations.clauses.doers import joined
from partnergraph.relations.clauses.nouns import DEFINITE
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.draft import Draft, Thing

_BODIES = ("Organisation", "Agency", "RCP")
_ADDRESS = re.compile(HONORIFIC)
_CAPITALS = re.compile(r"\b[^\W\d_a-zß-ÿ]")
_FEWEST = 2
"""Words with a capital of a name that is looked for by its place in a list alone."""


@dataclass
class Recalled:
    """The names of a page so far; `spoken` are those of its sentences, of which no node need be."""

    draft: Draft
    spoken: dict[str, set[str]] = field(default_factory=dict)

    def hear(self, tokens: Sequence[Token]) -> None:
        """Remember the bodies that a sentence names, by their first and last words."""
        for mention in (each for token in tokens if token.cast for each in token.cast.members):
            name = fold(mention.entity.name if mention.entity else mention.name)
            words = name.split() if mention.what in ("body", "process") else []
            for end in {words[0], words[-1]} if len(words) > 1 else ():
                self.spoken.setdefault(end, set()).add(name)

    def within(self, tokens: list[Token], text: str) -> list[Token]:
        """The tokens of a sentence with the names that the page has told before as one each."""
        found = list(_found(tokens, text, (self._listed, self._person, self._bare)))
        for first, last, mention in reversed(found):
            span = tokens[first].start, tokens[last].stop
            token = Token(*span, text[slice(*span)].lower(), cast=Cast(*span, (mention,)))
            tokens = [*tokens[:first], token, *tokens[last + 1 :]]
        return joined(tokens) if found else tokens

    def _listed(self, tokens: Sequence[Token], place: int, text: str) -> tuple[int, Mention] | None:
        """A name that a list, table or label has made a body."""
        token = tokens[place]
        if token.cast or token.mention or not token.capital:
            return None
        for thing in self.draft.called(_first_word(token), _BODIES):
            form = thing.words.text
            stop = token.start + len(form)
            whole = text.startswith(form, token.start) and not text[stop : stop + 1].isalnum()
            last = next((n for n in range(place, len(tokens)) if tokens[n].stop == stop), -1)
            own = last > place and not any(t.cast or t.mention for t in tokens[place : last + 1])
            if whole and own and len(_CAPITALS.findall(form)) >= _FEWEST:
                return last, _again(thing, token.start, stop, form)
        return None

    def _person(self, tokens: Sequence[Token], place: int, text: str) -> tuple[int, Mention] | None:
        """A person by a form of address and a surname, where one of that name was told."""
        token = tokens[place]
        if token.cast or not _ADDRESS.fullmatch(text[token.start : token.stop] + "."):
            return None
        at = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].mark == ".")
        if at >= len(tokens) or tokens[at].cast or not tokens[at].capital:
            return None
        surname = fold(tokens[at].key)
        names = [name for name in self.draft.persons if surname in name.split()[1:]]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if len(names) != 1 or (following and following.capital):
            return None
        return at, Mention(token.start, tokens[at].stop, "person", names[0], how="shape")

    def _bare(self, tokens: Sequence[Token], place: int, text: str) -> tuple[int, Mention] | None:
        """*The Foundation*, *l’Institut*: the only body of its kind that was spoken of."""
        token = tokens[place]
        said = text[token.start : token.stop].split()
        if token.cast:
            told = token.cast.members[0].name if len(token.cast.members) == 1 else ""
            word = told if said[:1] != [told] and " " not in told else ""
        else:
            word = (
                said[0] if token.capital and not (token.noun or token.role or token.thing) else ""
            )
            word = word if place and tokens[place - 1].key in DEFINITE else ""
        kind = kind_of_word(word) if word else None
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        goes_on = following is not None and (
            following.capital or following.cast or following.is_a("preposition")
        )
        if kind is None or kind.event or goes_on:
            return None
        key = fold(word)
        whole = [t for t in self.draft.called(key, _BODIES) if " " in t.words.text]
        names = {fold(t.words.text) for t in whole} | self.spoken.get(key, set())
        if len({t.id for t in whole}) != 1 or len(names) != 1:
            return None
        return place, _again(whole[0], token.start, token.stop, whole[0].words.text)


_Finder = Callable[[Sequence[Token], int, str], tuple[int, Mention] | None]


def _found(
    tokens: Sequence[Token], text: str, finders: Iterable[_Finder]
) -> Iterator[tuple[int, int, Mention]]:
    """The first and last token of each name that was told before."""
    taken = -1
    for place in range(len(tokens)):
        if place <= taken:
            continue
        for find in finders:
            named = find(tokens, place, text)
            if named:
                taken = named[0]
                yield place, *named
                break


def _first_word(token: Token) -> str:
    return fold(token.key.split()[0])


def _again(thing: Thing, start: int, stop: int, name: str) -> Mention:
    """A mention of what the page has a node of."""
    what: What = "process" if thing.label == "RCP" else "body"
    entity = Entity(thing.id, thing.label, name, {})
    return Mention(start, stop, what, name, entity, how="again")
