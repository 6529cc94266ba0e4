"""The gate before the store: each fact is proved by code that shares nothing with what read it.

Three proofs (`proofs`): the quote stands at its place, both ends are named in it, and the cue
stands there and the lexicon gives it this type, role and status. `judge` adds, for claims that
anybody makes, whether reading their places again yields them.
"""

from partnergraph.verify.gate import sifted, verify
from partnergraph.verify.named import names_end
from partnergraph.verify.proofs import Doubt, doubt
from partnergraph.verify.standing import stands

__all__ = ["Doubt", "doubt", "names_end", "sifted", "stands", "verify"]
