"""The lexicon of roles: which words tie a cast to a thing as what, in English, French and Spanish.

The words are data, one entry for a role: as a column's header, a label, a heading, a verb, a noun.
See `roles/*.toml`, `columns.toml` and, for the small words around them, `words.toml`.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from partnergraph.lexicon import cues, data, titles, verbs
from partnergraph.lexicon.entry import Entry, VerbForm, merged
from partnergraph.lexicon.spelling import tokens


class Lexicon:
    """All entries, and the ways to find one."""

    def header(self, text: str) -> Entry | None:
        """What stands below a column's header; None where the header is not understood.

        >>> lexicon().header("UN agencies (lead first)").first_leads
        True
        >>> lexicon().header("Budget (USD)").kind, lexicon().header("Moon phase")
        ('budget', None)
        """
        return titles.find(text, "header")

    def kind(self, name: str) -> Entry:
        """The entry of a kind of column that is no role: `activity`, `date`. Raises KeyError."""
        return data.entries()[name][0]

    def opens_header(self, word: str) -> bool:
        """Whether a column's header may begin with a word."""
        return titles.opens(word, "header")

    def label(self, text: str) -> Entry | None:
        """What the value behind a label is.

        >>> lexicon().label("Chef de file :").id, lexicon().label("Non-state partners").id
        ('lead', 'partner')
        """
        return titles.find(text, "label")

    def heading(self, text: str) -> Entry | None:
        """What a list below a heading names.

        >>> lexicon().heading("PARTICIPATING STATES (11)").tie("RCP").role
        'member'
        """
        return titles.find(text, "heading")

    def verb(self, word: str) -> tuple[VerbForm, ...]:
        """What a word, or the words of a verb in several, is as a verb's form; none: no known verb.

        >>> sorted({form.tense for form in lexicon().verb("carried out")})
        ['participle', 'past']
        >>> [entry.id for form in lexicon().verb("acogerá") for entry in form.entries]
        ['host']
        """
        return tuple(verbs.of(tokens(word)))

    def conjugated(self, language: str) -> Mapping[str, verbs.Row]:
        """The verbs of a language by infinitive, each column of its forms by name."""
        return verbs.table(language)

    def verb_entries(self, language: str) -> Mapping[str, tuple[Entry, ...]]:
        """The infinitives of a language that give a role to who does it."""
        return verbs.lemmas("verb", language)

    @cached_property
    def nouns(self) -> Mapping[str, Entry]:
        """Nouns that give a role in a sentence: `chair`, `observer status`."""
        return _merged("noun")

    @cached_property
    def phrases(self) -> Mapping[str, Entry]:
        """Words that tie the names behind them to a deed: `with funding from`."""
        return _merged("phrase")

    def small(self, name: str, language: str) -> tuple[str, ...]:
        """The small words of a class: `auxiliary`, `planned`, `denied`, `status.cancelled` …"""
        return data.small(name, language)

    def folded(self, name: str) -> frozenset[str]:
        """The small words of a class in all languages, folded."""
        return data.folded(name)

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the files."""
        return (entry for entry, _ in data.entries().values())

    def examples(self) -> Iterator[tuple[Entry, str, str, bool]]:
        """What the entries say of themselves: entry, use, words, whether they are its own."""
        for entry, raw in data.entries().values():
            for name, own in (("examples", True), ("counter", False)):
                yield from ((entry, *item, own) for item in _uses(raw.get(name, {})))

    meaning = staticmethod(cues.meaning)


def _uses(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for use, several in table.items():
        for words in several:
            yield use, words


def _merged(use: str) -> Mapping[str, Entry]:
    found: dict[str, list[Entry]] = {}
    for language in data.LANGUAGES:
        for entry, phrase in data.phrases(use, language):
            several = found.setdefault(phrase, [])
            if entry not in several:
                several.append(entry)
    return {phrase: merged(several) for phrase, several in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    return Lexicon()
