"""A verb group: what one verb of a clause is, and says of itself."""

from typing import NamedTuple

from partnergraph.lexicon import VerbForm


class Group(NamedTuple):
    """A verb group: tokens `first` to `last`, the main verb's place and forms, and its voice.

    `by` is the place of the word behind which its doers stand, if one follows; `reduced` whether it
    is a participle of a noun; `bare` whether it is only an auxiliary (is, has). `shares` are the
    tokens of an auxiliary that it has from the verb before: *will* organise it and *publish* it.
    """

    first: int
    last: int
    forms: tuple[VerbForm, ...]
    passive: bool = False
    reduced: bool = False
    bare: bool = False
    by: int = -1
    infinitive: bool = False
    shares: tuple[int, int] | None = None
