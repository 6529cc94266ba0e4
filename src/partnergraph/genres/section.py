"""A section that a heading announces: its words, what the lexicon says of them, whose it is."""

from collections.abc import Callable
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry
from partnergraph.relations.draft import Thing


def _nowhere(words: Passage, thing: Thing) -> None:
    """Nothing stands below."""


def _unsaid(words: Passage) -> None:
    """Nothing reads it."""


class Section(NamedTuple):
    """`beside` is the State or body that a heading names below the section's own.

    `others` are those it names too. `thing` is what the section belongs to (a session, the page's
    subject) and `over` the section of the genre above, where this is one of its groups (*Observers*
    in a list of participants); `begin` says that what stands below some words is about the thing
    that they name; `say` reads running text.
    """

    entry: Entry
    cue: Passage
    beside: Thing | None = None
    thing: Thing | None = None
    over: "Section | None" = None
    begin: Callable[[Passage, Thing], None] = _nowhere
    say: Callable[[Passage], None] = _unsaid
    others: tuple[Thing, ...] = ()

    @property
    def besides(self) -> tuple[Thing, ...]:
        """All that the heading below the section's own names."""
        return (self.beside, *self.others) if self.beside else ()
