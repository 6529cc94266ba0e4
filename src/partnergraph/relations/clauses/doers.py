"""Names that only their place in a sentence tells: before a verb of doing, or behind its *by*.

`Bread for the World hosted the fair`, `a kitchen run by Refugees and Friends (RAF)`. No table, no
word for a kind and no list knows them. What could as well be a person, a class or a thing is none:
the words must have an article before them, a word such as *for* in them, an `&`, or an acronym in
brackets that they spell.
"""

from collections.abc import Iterator, Sequence

from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import small_set
from partnergraph.mentions.kinds import OPENERS, SMALL
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.groups import BY, groups
from partnergraph.relations.clauses.nouns import DEFINITE
from partnergraph.relations.clauses.token import Token

_DOES = frozenset(
    ("ORGANISED", "HOSTED", "FUNDS", "CONDUCTED", "PREPARED", "IMPLEMENTS", "LED", "CO_FACILITATED")
)
_PARTICLES = frozenset(("de", "del", "des", "du", "d", "da", "do", "la", "le", "les", "los", "las"))
"""What stands in a person's name too: Maria de la Cruz."""
_WITHOUT = frozenset(("without", "beyond", "sans", "sin"))
_SORTS = ("meeting", "work", "accord", "group")
_LONGEST = 12
"""Tokens of a name; printed ones without a word for a kind have up to eight."""
_FEWEST = 2
"""Words with a capital that such a name has."""


def with_doers(tokens: list[Token], text: str, language: str) -> list[Token]:
    """The tokens of a sentence with the bodies that only their place tells as one token each."""
    if sum(map(_unknown, tokens)) < _FEWEST:
        return tokens
    found = sorted(_found(tokens, language))
    for first, last, end in reversed(found):
        name = text[tokens[first].start : tokens[last].stop]
        mention = Mention(tokens[first].start, tokens[last].stop, "body", name, how="listed")
        span = tokens[first].start, tokens[end].stop
        cast = Cast(*span, (mention,))
        tokens = [*tokens[:first], Token(*span, name.lower(), cast=cast), *tokens[end + 1 :]]
    return joined(tokens) if found else tokens


def joined(tokens: Sequence[Token]) -> list[Token]:
    """Names on both sides of a conjunction as one list."""
    made: list[Token] = []
    for token in tokens:
        before = made[-2].cast if len(made) > 1 and made[-1].is_a("conjunction") else None
        if token.cast and before and before.members[-1].what != "person":
            cast = Cast(before.start, token.stop, (*before.members, *token.cast.members))
            made[-2:] = [made[-2]._replace(stop=token.stop, cast=cast)]
        else:
            made.append(token)
    return made


def _found(tokens: Sequence[Token], language: str) -> Iterator[tuple[int, int, int]]:
    """The first and last token of each name, and where the bracket behind it closes."""
    taken = -1
    for group in groups(tokens, language):
        if not _does(group):
            continue
        if group.by >= 0 and tokens[group.by].key in BY:
            span = _from(tokens, group.by + 1)
        else:
            finite = not (group.passive or group.reduced or group.infinitive or group.bare)
            span = _before(tokens, group.first - 1, taken + 1) if finite else None
        if span and span[0] > taken:
            yield span
            taken = span[2]


def _does(group: Group) -> bool:
    return any(tie.type in _DOES for f in group.forms for e in f.entries for tie in e.ties)


def _from(tokens: Sequence[Token], start: int) -> tuple[int, int, int] | None:
    """The name that begins at a place."""
    first = start + (start < len(tokens) and tokens[start].key in DEFINITE)
    last = first
    while last + 1 < len(tokens) and last - first < _LONGEST and _goes_on(tokens[last + 1]):
        last += 1
    return _told(tokens, first, last)


def _before(tokens: Sequence[Token], stop: int, floor: int) -> tuple[int, int, int] | None:
    """The name that ends at a place, before adverbs, an apposition and its acronym."""
    last = stop
    while last > floor and tokens[last].is_a("adverb"):
        last -= 1
    last = _before_apposition(tokens, last, floor)
    if last - 2 > floor and tokens[last].mark == ")":
        spelled = _spelled(tokens, last - 2, floor)
        if spelled >= 0:
            return spelled, last - 3, last
        last -= 3
    first = last
    while first > floor and last - first < _LONGEST and _goes_on(tokens[first - 1]):
        first -= 1
    opening = tokens[first - 1] if first > floor else None
    begins = opening is None or opening.key in DEFINITE or opening.mark in (",", ";", ":")
    return _told(tokens, first, last) if begins else None


def _before_apposition(tokens: Sequence[Token], last: int, floor: int) -> int:
    """The place before what says in small letters what a name is: `(BWD), a federation of X,`."""
    if tokens[last].mark != ",":
        return last
    for at in range(last - 1, floor, -1):
        if tokens[at].mark == "," and tokens[at + 1].is_a("determiner"):
            return at - 1
        if tokens[at].mark:
            break
    return last


def _goes_on(token: Token) -> bool:
    return (
        token.mark == "-" or _proper(token) or token.key in SMALL or token.key in _WITHOUT | {"&"}
    )


def _proper(token: Token) -> bool:
    """Whether a word with a capital names nothing that is known."""
    return _unknown(token) and token.noun not in _SORTS and not token.role


def _unknown(token: Token) -> bool:
    """Whether a word with a capital is no small word and in no name."""
    return token.capital and token.plain and not token.mention


def _told(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int, int] | None:
    """A name without the small words at its ends, if it is sure to be one."""
    while first < last and not _proper(tokens[first]):
        first += 1
    while last > first and not _proper(tokens[last]):
        last -= 1
    words = tokens[first : last + 1]
    office = any(bodies().is_office(token.key) for token in words)
    if sum(map(_proper, words)) < _FEWEST or office or _is_of_people(words[0].key):
        return None
    article = first > 0 and tokens[first - 1].key in DEFINITE
    own = [token for token in words if token.capital and not _says_kind(token.key)]
    article = article and len(own) >= _FEWEST and own[-1] is words[-1]
    keys = {token.key.rstrip("’") for token in words if not token.capital}
    opened = bool(keys & (OPENERS | _WITHOUT | {"&"}) - _PARTICLES)
    return (first, last, last) if article or opened else None


def _says_kind(word: str) -> bool:
    """Whether a word is of any body or office, so that an article makes no name of it."""
    told = bodies()
    known = told.is_general(word) or word in told.about or told.kind([word]) is not None
    return known or told.is_class(word)


def _is_of_people(word: str) -> bool:
    """Whether a name would begin with a class of people: *Members of the Union*."""
    people = small_set("represents", "en") | small_set("serves", "en")
    return bodies().is_class(word) or word in people


def _spelled(tokens: Sequence[Token], opening: int, floor: int) -> int:
    """The first word of a name whose capitals the bracket behind it holds; -1 where none does."""
    letters = tokens[opening + 1].key.replace(".", "")
    for at in range(opening - 1, max(floor, opening - _LONGEST) - 1, -1):
        token = tokens[at]
        if _unknown(token) and token.key[:1] == letters[-1:]:
            letters = letters[:-1]
            if not letters:
                return at
        elif token.mark not in (",", "-", "’") and token.key not in SMALL:
            break
    return -1
