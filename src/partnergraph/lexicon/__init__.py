"""Which words say who does what, as data."""

from partnergraph.lexicon.cues import Meaning, meaning
from partnergraph.lexicon.entry import Entry, Tie, VerbForm
from partnergraph.lexicon.lexicon import Lexicon, lexicon

__all__ = ["Entry", "Lexicon", "Meaning", "Tie", "VerbForm", "lexicon", "meaning"]
