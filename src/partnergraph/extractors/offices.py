"""What an office says, of a passage: `mentions.offices` tells where its bodies stand."""

from dataclasses import dataclass

from partnergraph.document.words import Passage
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions import offices
from partnergraph.mentions.offices import HAS_ROLE
from partnergraph.names import Names
from partnergraph.names.words import key

__all__ = ["HAS_ROLE", "Post", "kind_of", "posts"]
_SAID = ("university", "bank", "foundation", "programme", "network", "forum")
"""The kinds that a person's body is said to be of."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role, as printed, and the words of the body or State it is held in (none if unnamed)."""

    role: str
    body: Passage | None
    acronym: str = ""


def posts(office: Passage, names: Names, beside: Passage | None = None) -> list[Post]:
    """What an office says; `beside` is what stands in brackets behind the person's name.

    >>> from partnergraph.names import names
    >>> from partnergraph.document.words import Text
    >>> office = Text.of("Chief of Section, UNESCO").passage(0)
    >>> [(post.role, post.body.text) for post in posts(office, names()) if post.body]
    [('Chief of Section', 'UNESCO')]
    """
    held: list[Post] = []
    for post in offices.posts(office.text, names, beside.text if beside is not None else None):
        words = beside if post.beside and beside is not None else office
        body = words[post.start : post.stop] if post.named else None
        held.append(Post(post.role, body, post.acronym))
    return held


def kind_of(name: str) -> str:
    """What a body's own name says it is; empty where it does not say.

    >>> kind_of("Stanford University"), kind_of("Atikha")
    ('university', '')
    """
    found = [known for word in key(name).split() for known in lexicon().kinds.get(word, ())]
    return next((kind for kind in _SAID if any(each.kind == kind for each in found)), "")
