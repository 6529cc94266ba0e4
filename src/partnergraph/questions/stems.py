"""Whether two words are forms of one: by their stems in English, French and Spanish."""

import re
from collections.abc import Callable, Iterable
from functools import cache

_LANGUAGES = ("english", "french", "spanish")
_SPELLED = (
    (re.compile(r"our(?=$|s|e|i)"), "or"),
    (re.compile(r"is(?=(?:e[drs]?|es|ing|ations?)$)"), "iz"),
    (re.compile(r"programme(?=s?$)"), "program"),
    (re.compile(r"centre(?=s?$)"), "center"),
)
_MAY_DIFFER = re.compile(r"(?<=..)o(?:ur|r)|(?<=...)i[sz](?:e|ing|ation)|(?<=cent)(?:re|er)")
_ENGLISH = re.compile(r"(?:ies|y)$")
_WHOLE = 4
_ENDING = 3


def alike(asked: str, found: str) -> bool:
    """Whether a folded word is another or a form of it; one that is being typed begins it.

    >>> alike("remittance", "remittances"), alike("policy", "policies"), alike("labor", "labour")
    (True, True, True)
    >>> same("migraciones", "migracion"), same("migrante", "migrantes"), alike("remit", "remitted")
    (True, True, True)
    >>> alike("labor", "elaborating"), alike("police", "policies"), same("niger", "nigeria")
    (False, False, False)
    """
    return same(asked, found) or (len(asked) > _WHOLE and found.startswith(asked))


def same(one: str, other: str) -> bool:
    """Whether two folded words are forms of one."""
    if one == other:
        return True
    english, *others = zip(_stems(one), _stems(other), strict=True)
    if english[0] == english[1]:
        return True
    rest = max(len(one), len(other)) - len(_common(one, other))
    mixed = _ENGLISH.search(one) or _ENGLISH.search(other) or rest > _ENDING
    return not mixed and any(mine == theirs for mine, theirs in others)


def beginning(word: str) -> str:
    """What every form of a folded word begins with.

    >>> beginning("remittances"), beginning("policies"), beginning("labor"), beginning("iom")
    ('remitt', 'polic', 'lab', 'iom')
    """
    found = _MAY_DIFFER.search(word)
    forms = [word[: found.start()] if found else word, *_stems(word)]
    common = word
    for form in forms:
        common = _common(common, form)
    return (common.rstrip("iy") if len(common) > len("tiy") else common) or word


def _common(one: str, other: str) -> str:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return one[:count]


@cache
def _stems(word: str) -> tuple[str, ...]:
    spelled = word
    for pattern, way in _SPELLED:
        spelled = pattern.sub(way, spelled)
    return tuple(stem(spelled) for stem in _stemmers())


@cache
def _stemmers() -> Iterable[Callable[[str], str]]:
    import snowballstemmer

    return tuple(snowballstemmer.stemmer(language).stemWord for language in _LANGUAGES)
