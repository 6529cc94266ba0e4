"""A token of a sentence, and all that it may be."""

from typing import NamedTuple

from partnergraph.lexicon import Entry, VerbForm
from partnergraph.lexicon.things import Thing
from partnergraph.mentions.mention import Cast, Mention

_LEADING = tuple(
    f"{word} "
    for word in [
        "at",
        "under",
        "by",
        "with",
        "on",
        "in",
        "as",
        "sous",
        "à",
        "en",
        "bajo",
        "por",
        "con",
        "avec",
    ]
)

_OF_WHAT = (" of", " of the", " from", " de", " du", " des", " del")


class Token(NamedTuple):
    """Some words at `start` to `stop` of a text, and all that they may be."""

    start: int
    stop: int
    key: str
    classes: frozenset[str] = frozenset()
    forms: tuple[VerbForm, ...] = ()
    role: Entry | None = None
    phrase: Entry | None = None
    thing: Thing | None = None
    cast: Cast | None = None
    mention: Mention | None = None
    noun: str = ""
    capital: bool = False

    @property
    def mark(self) -> str:
        """The punctuation mark that it is; empty for words."""
        return self.key if not (self.key[0].isalnum() or self.key == "&") else ""

    @property
    def plain(self) -> bool:
        """Whether it is a word that could stand within a noun's words: no small one, no name."""
        small = self.classes or self.key in ("se", "ne", "me", "leur")
        return not (self.mark or small or self.cast or self.phrase or self.leads)

    @property
    def leads(self) -> bool:
        """Whether it is a phrase that a preposition begins: at the invitation of."""
        return self.role is not None and self.key.startswith(_LEADING)

    @property
    def governs(self) -> bool:
        """Whether it is a noun with its preposition, of what comes then: outcomes of, host of."""
        return self.role is not None and self.key.endswith(_OF_WHAT)

    def is_a(self, *names: str) -> bool:
        """Whether it is a small word of one of these classes."""
        return not self.classes.isdisjoint(names)
