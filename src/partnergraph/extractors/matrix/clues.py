"""What words tell of a cell: an order to do something, a detail, a header, nobody.

English verbs are listed; French and Spanish ones are known by the ending of their infinitive.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from partnergraph.ids import fold

_INFINITIVE = re.compile(r"[a-z]{2,}(?:er|ir|re|ar)(?:se)?$")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_REFLEXIVE = re.compile(r"^(?:s|se|d|l)[’' ]", re.IGNORECASE)
_FAR = 30


@cache
def lists() -> Mapping[str, Any]:
    """The word lists of the genre, as `words.toml` has them."""
    with files(__package__).joinpath("words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words_of(group: str, name: str) -> frozenset[str]:
    """One of the lists."""
    return frozenset(lists()[group][name].split())


@cache
def _opening() -> re.Pattern[str]:
    phrases = lists()["openers"]["phrases"]
    return re.compile("|".join(re.escape(phrase) for phrase in phrases), re.IGNORECASE)


@cache
def is_verb(word: str, romance: bool = False) -> bool:
    """Whether a word can give an order; `romance` reads French and Spanish infinitives too.

    >>> is_verb("Develop"), is_verb("Development"), is_verb("Renforcer", True)
    (True, False, True)
    """
    if fold(word).replace(" ", "-") in words_of("verbs", "english"):
        return True
    bare = fold(_REFLEXIVE.sub("", word))
    return (
        romance
        and bool(_INFINITIVE.fullmatch(bare))
        and bare not in words_of("verbs", "not_infinitives")
    )


def is_romance(words: Iterable[str]) -> bool:
    """Whether a text is French or Spanish rather than English, by its smallest words."""
    counts = Counter(word.lower() for word in words if len(word) <= 3)
    latin = sum(counts[word] for word in ("de", "la", "les", "des", "et", "y", "los", "del", "le"))
    return latin > sum(counts[word] for word in ("the", "of", "and", "to", "for"))


@cache
def orders(text: str, romance: bool = False) -> bool:
    """Whether a statement orders: a verb first, or behind a clause that leads to it.

    >>> orders("Better understand migration."), orders("In host countries, provide incentives.")
    (True, True)
    >>> orders("These centres could help."), orders("In addition, the banks can help.")
    (False, False)
    """
    words = _WORD.findall(text[:400])
    if not words or opens_details(text):
        return False
    first = words[0]
    if is_verb(first, romance):
        return True
    if len(words) > 1 and (fold(first) in words_of("verbs", "adverbs") or first.endswith("ly")):
        return is_verb(words[1], romance)
    if fold(words[0]) not in words_of("openers", "leads"):
        return False
    clause = re.split(r"[.;:?!](?:\s|$)", text, maxsplit=1)[0]
    return any(
        is_verb(word, romance) for word in re.findall(r", (?:and |et |y )?([^\W\d_]+)", clause)
    )


def opens_details(text: str) -> bool:
    """Whether a statement goes on about another: an example, a list's announcement, a `these`.

    >>> opens_details("For example, banks could help."), opens_details("Develop databases")
    (True, False)
    """
    plain = text.lstrip("“\"'(").lower()
    return bool(_opening().match(plain)) or bool(_opening().match(_unaccented(plain[:_FAR])))


def _unaccented(text: str) -> str:
    return text.translate(str.maketrans("éèêàâîôûç", "eeeaaiouc"))


@cache
def tells(text: str, romance: bool = False) -> bool:
    """Whether a first sentence states a fact or a possibility: it has a finite verb early on."""
    if orders(text, romance):
        return False
    first = re.split(r"[.;:?!](?:\s|$)", text, maxsplit=1)[0]
    words = [fold(word) for word in _WORD.findall(first)[:12]]
    return any(word in words_of("openers", "finite") for word in words[1:])


def is_note(text: str) -> bool:
    """Whether a text is a note to what stands before it: `Note: …`."""
    head = re.match(r"[(\[*]?\s*(\w+)\s?(?:bene)?\s?[:\-–]", text)
    return bool(head) and head is not None and fold(head[1]) in words_of("openers", "notes")


def column_of(text: str) -> str | None:
    """Which column a header cell of these words stands above; None for all other texts.

    >>> column_of("GMG Member(s) with Expertise"), column_of("Expected result")
    ('agency', 'objective')
    >>> column_of("Activities and objectives of the forum"), column_of("Improve the results.")
    (None, None)
    """
    kinds = _kinds(text)
    return kinds[0] if len(kinds) == 1 else None


def columns_of(text: str) -> list[str]:
    """The columns of a header printed in one line with nothing but spaces between its cells.

    >>> columns_of("Activity Objective GMG Member(s) with Expertise")
    ['activity', 'objective', 'agency']
    """
    kinds = _kinds(text)
    return kinds if len(kinds) > 1 else []


@cache
def _kinds(text: str) -> list[str]:
    if not text or len(text) > 100 or text[0].islower() or text[-1] in ".;,!?…-":
        return []
    words = fold(text).split()
    if not 1 <= len(words) <= 12 or words_of("header", "never").intersection(words):
        return []
    kinds: list[str] = []
    joined = False
    unknown = 0
    for word in words:
        kind = _kind(word)
        joined = joined or word in words_of("header", "join")
        if kind is None:
            unknown += word not in words_of("header", "before") and word not in words_of(
                "header", "join"
            )
        elif not kinds or (kind != kinds[-1] and not joined):
            kinds.append(kind)
            joined = False
        elif kind != kinds[-1]:
            joined = False
    if re.search(r"\b(?:and|et|y|&)\b", text) and len(kinds) > 1:
        return []
    return kinds if unknown <= 1 and len(kinds) <= 3 else []


@cache
def _kind(word: str) -> str | None:
    for column in ("activity", "objective", "agency"):
        if word in words_of("header", column):
            return column
    return None


def is_modifier(text: str) -> bool:
    """Whether words can stand in a line before a header's noun: `Expected`, not `GMG`."""
    words = fold(text).split()
    known = all(word in words_of("header", "before") for word in words)
    return known and 0 < len(words) <= 3 and not text.isupper()


def is_other_column(text: str) -> bool:
    """Whether a header cell heads a column that is not read: `Timeline`, `Means of verification`.

    >>> is_other_column("Time frame"), is_other_column("Country visits")
    (True, False)
    """
    words = fold(text).split()
    least = words_of("header", "other") | words_of("header", "before") | words_of("header", "join")
    return 0 < len(words) <= 4 and least.issuperset(words) and not _others().isdisjoint(words)


@cache
def _others() -> frozenset[str]:
    return words_of("header", "other")


def is_stamp(text: str) -> bool:
    """Whether a cell says no more than when or how much: `by end of 2013`, `USD 50,000`.

    >>> is_stamp("2012-2014"), is_stamp("Ongoing"), is_stamp("Train 20 nurses by 2013")
    (True, True, False)
    """
    words = fold(text).split()
    known = words_of("header", "stamps")
    return 0 < len(words) <= 8 and all(word.isdigit() or word in known for word in words)


def is_nobody(text: str) -> bool:
    """Whether an agency cell says that it names none: `TBD`, `—`, `all members`."""
    return fold(text) in frozenset(lists()["nobody"]["items"])


def is_class(text: str) -> bool:
    """Whether words are those of a class of bodies, no body: `national governments`, `NGOs`.

    >>> is_class("Governments of host countries"), is_class("Ministry of Labour")
    (True, False)
    """
    words = frozenset(fold(text).split())
    rest = words - words_of("nobody", "which") - words_of("openers", "small")
    return bool(rest) and rest <= words_of("nobody", "classes")


def qualities(title: str) -> Iterator[str]:
    """The words right before the activities that a title names, unless they are several.

    >>> list(qualities("List of ongoing projects")), list(qualities("Past and planned actions"))
    (['ongoing'], [])
    """
    words = ["", "", *fold(title).split()]
    for before, quality, word in zip(words, words[1:], words[2:], strict=False):
        if _kind(word) == "activity" and before not in ("and", "or", "et", "ou", "y", "o"):
            yield quality


def status_of(words: Iterable[str]) -> str:
    """What a header's words say of its activities; they are proposals unless they say otherwise."""
    plain = {word for text in words for word in fold(text).split()}
    for status in ("ongoing", "completed", "planned"):
        if plain & words_of("status", status):
            return status
    return "proposed"


def spelled(group: str) -> str:
    """The words that announce a theme, roundtable or section, as alternatives of a pattern."""
    return "|".join(lists()[group]["words"])
