"""The verbs of deeds, by the relationship each states: the lexicon's, as patterns."""

import re
from collections.abc import Iterator

from partnergraph.lexicon import lexicon
from partnergraph.lexicon.things import by_alone

DOING = (
    *("ORGANISED", "HOSTED", "LED", "PREPARED", "CONDUCTED", "CO_FACILITATED", "FUNDS"),
    *("IMPLEMENTS", "ACCOUNTABLE_FOR", "CONTRIBUTES_TO"),
)
"""The relationships that a deed's verb may state."""
STRONG = {
    "ORGANISED": ("event",),
    "HOSTED": ("event",),
    "CO_FACILITATED": ("event",),
    "PREPARED": ("work", "text"),
    "CONDUCTED": ("event", "work"),
    "LED": ("event", "work", "text"),
    "ACCOUNTABLE_FOR": ("work", "text"),
}
"""The families of nouns a participle surely belongs to, even with words between."""

BY_ALONE = by_alone()
"""What a noun states with `by` and no verb: a workshop by Ghana was organised by it."""


def types_of(language: str) -> Iterator[tuple[str, str]]:
    """The infinitives of a language that state a deed, each with its relationship."""
    for lemma, entries in lexicon().verb_entries(language).items():
        stated = (tie.type for entry in entries for tie in entry.ties if tie.type in DOING)
        found = next(stated, None)
        if found:
            yield lemma, found


def forms(language: str, *columns: str) -> dict[str, str]:
    """The forms of these columns by their words, each with its relationship."""
    table = lexicon().conjugated(language)
    return {
        form: type
        for lemma, type in types_of(language)
        for column in columns
        for form in table[lemma][column]
    }


_BY_FORM = forms("en", "past", "participle", "base", "gerund")


def _pattern(*columns: str) -> str:
    found = sorted(forms("en", *columns), key=lambda form: (-len(form), form))
    return rf"(?:co-?)?(?:{'|'.join(map(re.escape, found))})"


PARTICIPLE = _pattern("participle")
PAST = _pattern("past", "participle")
BASE = _pattern("base")
PRESENT = _pattern("gerund")


def verb_types(words: str) -> list[str]:
    """The relationships that some verbs, joined by `and`, state.

    >>> verb_types("co-organized and hosted"), verb_types("carried out")
    (['ORGANISED', 'HOSTED'], ['CONDUCTED'])
    """
    verbs = re.findall(rf"\b(?:{PAST}|{BASE}|{PRESENT})\b", words.casefold())
    return list(dict.fromkeys(_type(verb) for verb in verbs))


def _type(verb: str) -> str:
    return _BY_FORM.get(verb) or _BY_FORM[re.sub(r"^co-?", "", verb)]
