"""Whether a country's name in running text is the country, by the words around it.

A name inside a longer proper name is not (Kenya Red Cross, Michael Jordan, Bank of Mauritius,
Kuwait City, Mexico-Guatemala); a name behind an office of a State is (Permanent Representative of
Mexico). A capitalised neighbour that no list knows makes it part of a longer name: a country missed
is better than a country made up.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Literal

from partnergraph.names.neighbours import is_body, is_ministry, is_office, is_office_behind, near
from partnergraph.names.words import Token

Words = Sequence[Token]
IsKnown = Callable[[int], bool]
Owner = Literal["office", "body", "other", "nobody"]
_REACH = 30
_IN = frozenset((",", "("))
_HYPHENS = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014")


class _Joint(Enum):
    """What ties a word to its neighbour."""

    NONE = 0
    SPACE = 1
    APOSTROPHE = 2
    TIGHT = 3


def stands_alone(
    text: str, words: Words, first: int, last: int, end: int, country: int, is_listed: IsKnown
) -> bool:
    """Whether the name in `words[first]` to `words[last]` is no part of a longer proper name.

    `end` is where the name ends in the text, its closing point or bracket included; `country` the
    last word of the country named before it; `is_listed` says whether a known name ends at a place,
    or a country's is the word there.
    """
    return (
        (_joins(words, first, country) or _free_before(text, words, first))
        and (last + 1 == len(words) or _free_behind(text, end, words[last + 1]))
        and not in_another(text, words, first, last, is_listed)
        and not _in_part(text, words, first)
        and not _is_bird(text, words, first, last)
        and not _in_firm(words, first - 1, first - 2, is_listed)
        and not _in_firm(words, last + 1, last + 2, is_listed)
        and not _in_address(text, words[first].start, words[last].end)
    )


def in_another(
    text: str, words: Words, first: int, last: int, is_listed: IsKnown
) -> tuple[int, int] | None:
    """The words that name a place in another country: (Atlanta,) Georgia; Peru, Indiana."""
    behind = words[last + 1 : last + 3]
    if behind and text[words[last].end : behind[0].start].strip() in _IN:
        several = behind[0].key in near("us_state_beginning") and behind[-1].key in near("us_state")
        alone = behind[0].key in near("us_state") - near("us_state_in_part")
        if behind[0].capital and (alone or several):
            return first, last + 1 + several
    if first == 0 or words[first].key not in near("namesake"):
        return None
    previous = words[first - 1]
    listed = text[previous.end : words[first].start].strip()
    city = previous.capital and not is_listed(first - 1)
    if city and (listed == "," or (listed == "(" and not previous.text.isupper())):
        return first, last
    return None


def _in_part(text: str, words: Words, first: int) -> bool:
    """Whether some part is named after it: the state of Georgia, the province of Panama."""
    place = first - 1
    while place > 0 and words[place].key in near("article") and _tied(text, words, place):
        place -= 1
    if place < 1 or words[place].key not in near("of") or not _tied(text, words, place):
        return False
    part = words[place - 1].key
    if part in near("state"):
        return words[first].key in near("state_of_another")
    return part in near("part") and not _is_ministry(words, place - 1)


def _is_ministry(words: Words, place: int) -> bool:
    """Whether a part's name is that of an office of State: the State Department of Mexico."""
    return words[place].capital and place > 0 and words[place - 1].capital


def _is_bird(text: str, words: Words, first: int, last: int) -> bool:
    """Whether Turkey opens a list of what is farmed: Turkey and guinea fowl."""
    if words[first].key != "turkey" or last + 1 >= len(words):
        return False
    beside = words[last + 1 : last + 3]
    return any(word.text.islower() and word.key in near("farmed") for word in beside)


def _in_firm(words: Words, sign: int, beyond: int, is_listed: IsKnown) -> bool:
    """Whether `&` joins the name to something else than a country: Jordan & Sons."""
    if not (0 <= sign < len(words) and words[sign].text == "&" and 0 <= beyond < len(words)):
        return False
    return not is_listed(beyond)


def _joins(words: Words, first: int, country: int) -> bool:
    """Whether a name goes on after a country's: Kenya *and of* Togo, du Togo et du Mali."""
    place = first - 1
    while place > 0 and words[place].key in near("before a name"):
        place -= 1
    return place < first - 1 and words[place].key in near("joining") and country == place - 1 >= 0


def _free_before(text: str, words: Words, first: int) -> bool:
    if first == 0:
        return True
    previous = words[first - 1]
    between = text[previous.end : words[first].start]
    joint = _joint(between)
    if joint is _Joint.NONE:
        return not (between.startswith(".") and _is_title(previous, between))
    if joint is _Joint.TIGHT:
        return False
    if _in_parallel(text, words, first):
        return True
    if previous.key in near("before a name"):
        return _owner(text, words, first - 1) in ("office", "nobody")
    if previous.key in near("joining") and first > 2 and words[first - 3].key in near("of"):
        return _owner(text, words, first - 3) != "body"
    if previous.key in near("functions"):
        return True
    return not previous.capital and previous.key not in near("named_in_small")


def _in_parallel(text: str, words: Words, first: int) -> bool:
    """Whether a name stands beside another with an *of* of its own: du Mali et du Niger."""
    if first < 4 or words[first - 1].key not in near("of"):
        return False
    if words[first - 2].key not in near("joining"):
        return False
    for place in range(first - 4, max(first - 8, 0), -1):
        if words[place].key in near("of"):
            return _owner(text, words, place) != "body"
    return False


def _is_title(previous: Token, between: str) -> bool:
    initial = len(previous.text) == 1 and previous.text.isupper()
    return between.strip() == "." and (initial or previous.key in near("title"))


def _owner(text: str, words: Words, place: int) -> Owner:
    """What stands before the `of` (or article) at `place`: Bank of the, Government of, in the."""
    while words[place].key in near("article") and _tied(text, words, place):
        place -= 1
    if words[place].key not in near("of"):
        known = words[place].key in near("functions")
        return "other" if words[place].capital and not known else "nobody"
    owner: Owner = "nobody"
    for _ in range(_REACH):
        if not _tied(text, words, place):
            return owner
        place -= 1
        word = words[place]
        if is_ministry(word.key) or (owner == "nobody" and is_office(word.key)):
            return "office"
        if is_body(word.key) if word.capital else word.key in near("named_in_small"):
            return "body"
        if not (word.capital or word.key in near("links") | near("later")):
            return owner
        if word.capital and word.key not in near("functions") | near("people") | near("later"):
            owner = "other"
    return "other"


def _tied(text: str, words: Words, place: int) -> bool:
    """Whether the word at `place` follows another without a break."""
    if place == 0:
        return False
    return _joint(text[words[place - 1].end : words[place].start]) is not _Joint.NONE


def _free_behind(text: str, end: int, following: Token) -> bool:
    between = text[end : following.start]
    joint = _joint(between)
    if joint is _Joint.NONE:
        return between != "."
    if joint is _Joint.APOSTROPHE:
        return True
    if joint is _Joint.TIGHT or following.key in near("place") | near("thing"):
        return False
    shouted = len(following.text) > 1 and following.text.isupper()
    return (
        not following.capital
        or is_office_behind(following.key)
        or (shouted and following.key in near("functions behind"))
    )


def _joint(between: str) -> _Joint:
    bare = between.strip()
    if not bare:
        return _Joint.SPACE
    if bare in ("'", "’", "‘") and len(between) == 1:
        return _Joint.APOSTROPHE
    if len(between) == 1 and bare in _HYPHENS:
        return _Joint.TIGHT
    return _Joint.NONE


def _in_address(text: str, start: int, end: int) -> bool:
    begin = max(text.rfind(" ", 0, start), 0)
    stop = text.find(" ", end)
    chunk = text[begin : stop if stop >= 0 else len(text)]
    return "@" in chunk or "://" in chunk or "www." in chunk or chunk.strip().startswith("#")
