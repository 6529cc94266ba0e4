"""The forms of the lexicon's verbs, from the files that `scripts/build_verb_forms.py` makes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from partnergraph.lexicon.data import LANGUAGES, phrases
from partnergraph.lexicon.entry import Entry, VerbForm
from partnergraph.lexicon.spelling import tokens

Row = Mapping[str, Sequence[str]]


@cache
def table(language: str) -> Mapping[str, Row]:
    """The verbs of a language by infinitive: each column's forms.

    >>> table("en")["carry out"]["past"], table("fr")["élaborer"]["participle f sg"]
    (['carried out'], ['élaborée'])
    """
    columns, lines = _lines(language)
    rows = (line.split(",") for line in lines)
    return {
        cells[0]: dict(zip(columns, (cell.split("|") for cell in cells), strict=True))
        for cells in rows
    }


@cache
def _lines(language: str) -> tuple[list[str], list[str]]:
    """The columns and the rows of a language's file; none where it has no verbs yet."""
    path = Path(__file__).with_name("verb_forms") / f"{language}.csv"
    if not path.exists():
        return [], []
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return header.split(","), lines


@cache
def lemmas(use: str, language: str) -> Mapping[str, tuple[Entry, ...]]:
    """The infinitives with a role, by use: `verb` for who does it, `verb_of` for what it holds."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry, lemma in phrases(use, language):
        name = lemma.replace("_", " ")
        found[name] = (*found.get(name, ()), entry)
    return found


@cache
def index(language: str) -> Mapping[tuple[str, ...], list[tuple[str, int]]]:
    """The words of every form: of which verb, and in which column they stand."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    first = 1 if language == "en" else 0
    for line in _lines(language)[1]:
        lemma, *_ = cells = line.split(",")
        for place in range(first, len(cells)):
            for variant in cells[place].split("|"):
                words = tokens(variant) if "’" in variant else tuple(variant.split())
                found.setdefault(words, []).append((lemma, place))
    return found


@cache
def forms(words: tuple[str, ...], language: str) -> tuple[VerbForm, ...]:
    """What some words are as forms of a language's verbs; none for no known verb."""
    columns = _lines(language)[0]
    doing, holding = lemmas("verb", language), lemmas("verb_of", language)
    found = index(language).get(words, ())
    return tuple(
        VerbForm(name, language, *_read(columns[place]), doing.get(name, ()), holding.get(name, ()))
        for name, place in found
    )


@cache
def _read(column: str) -> tuple[str, str, str]:
    """A column's tense, number and gender."""
    tense, *rest = column.split()
    return tense, rest[-1] if rest else "", rest[0] if len(rest) > 1 else ""


def of(words: tuple[str, ...], languages: Sequence[str] = LANGUAGES) -> Iterator[VerbForm]:
    """What some words are as a form of a verb, in each language."""
    for language in languages:
        yield from forms(words, language)
