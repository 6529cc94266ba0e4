"""The nouns of what is done: workshops, studies, manuals …, by family, language and form."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon.data import listed, read


class Thing(NamedTuple):
    """A printed form: its `kind` (the English singular), family, gender and number (1 or 2)."""

    kind: str
    family: str
    gender: str = ""
    number: int = 1


@cache
def things(language: str) -> Mapping[str, Thing]:
    """Every form of a language by its words, in lower case.

    >>> things("es")["reuniones"]
    Thing(kind='meeting', family='event', gender='f', number=2)
    """
    return dict(_forms(language))


def _forms(language: str) -> Iterator[tuple[str, Thing]]:
    for family, raw in read("things").items():
        for key, nouns in raw.items():
            named, _, gender = key.partition("_")
            for noun in listed(nouns) if named == language else ():
                kind, _, forms = noun.rpartition("=")
                for number, form in enumerate(forms.split("/"), start=1):
                    yield form, Thing(kind or forms.split("/")[0], family, gender, number)


@cache
def stated_by(language: str) -> Mapping[str, str]:
    """What each form states of who stands behind `by`: a workshop by Ghana is organised by it.

    >>> stated_by("en")["workshop"], stated_by("en")["surveys"]
    ('ORGANISED', 'CONDUCTED')
    """
    return {form: by_alone()[thing.family] for form, thing in things(language).items()}


@cache
def by_alone() -> Mapping[str, str]:
    """The relationship that each family states with `by` and no verb."""
    return {family: raw["by"] for family, raw in read("things").items()}


@cache
def _events() -> frozenset[str]:
    return frozenset(t.kind for t in things("en").values() if t.family == "event") | {"meeting"}


def is_event(kind: str) -> bool:
    """Whether things of a kind are held: workshops, consultations."""
    return kind in _events()
