"""The kinds of values that options take: words of lists, in the words a person has for them."""

from collections.abc import Callable, Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem


def near(word: str, known: Iterable[str]) -> str:
    """What an unknown word may have meant, to be put behind the word."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=3, cutoff=0.5)
    meant = [names[name] for name in found] or list(names.values())
    return f", {'did you mean' if found else 'use one of'} {', '.join(meant)}"


class OneOf(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A word of a list that is read when it is needed; whatever its case, `-` as `_`."""

    def __init__(self, what: str, known: Callable[[], Iterable[str]]) -> None:
        self.name = what
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the list has it. Fails with the near ones for any other."""
        known = list(self._known())
        for word in known:
            if _same(word) == _same(str(value)):
                return word
        return self.fail(f"no such {self.name}: {value}{near(str(value), known)}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words that begin so."""
        return _begun(self._known(), incomplete)


class KindOf(OneOf):
    """A kind of `gaps` or `overlaps`, by the word that a person calls it or its machine name."""

    def __init__(self, family: str) -> None:
        super().__init__("kind", lambda: self._words().keys())
        self._family = family

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The machine name of the kind. Fails with the near ones for any other."""
        words = self._words()
        for kind in words.values():
            if _same(kind) == _same(str(value)):
                return kind
        return words[super().convert(value, param, ctx)]

    def _words(self) -> dict[str, str]:
        from partnergraph.screen.words import words_of

        return words_of(self._family, kinds(self._family)())


class Kind(OneOf):
    """A kind of thing, by its label or by the word that a person has for it."""

    def __init__(self) -> None:
        super().__init__("kind", lambda: self._words().keys())

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The label. Fails with the near words for any other."""
        words = self._words()
        for label in words.values():
            if _same(label) == _same(str(value)):
                return label
        return words[super().convert(value, param, ctx)]

    def _words(self) -> dict[str, str]:
        from partnergraph.records.vocabulary import vocabulary

        return {known.words[0]: name for name, known in vocabulary().labels.items()}


class ManyOf(OneOf):
    """Words of a list, joined by commas."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words as the list has them."""
        words = (word.strip() for word in str(value).split(","))
        one = super().convert
        return tuple(one(word, param, ctx) for word in words if word)


def _begun(words: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if _same(word).startswith(_same(begun))]


def _same(word: str) -> str:
    return word.strip().casefold().replace("-", "_")


def types() -> Iterable[str]:
    """The types that relationships have."""
    from partnergraph.records.vocabulary import vocabulary

    return vocabulary().types


def kinds(family: str) -> Callable[[], list[str]]:
    """What reads the kinds of `gaps` or `overlaps` when they are needed."""

    def read() -> list[str]:
        from partnergraph.questions import listing

        return [name.removeprefix(f"{family}-") for name in listing.kinds(family)]

    return read


def projections() -> Iterable[str]:
    """The names of the sets of relationships that questions count."""
    from partnergraph.questions.projection import PROJECTIONS

    return PROJECTIONS
