"""Whether capitalised words are a body's name: by the word for its kind.

This is the one judge: who asks gets the same answer for a cell, a sentence, an office, an issuer.
"""

from collections.abc import Sequence
from typing import NamedTuple

from partnergraph.lexicon.bodies import Kind, word_set, words
from partnergraph.names.words import key

OPENERS = word_set("of for on against de des du d del para pour sur sobre contra contre da do")
"""What opens a name's complement: *Institute* for *Remittances*."""
SMALL = OPENERS | word_set("the and in to la le les l et los las el y e en other all")
"""Words in lower case that stand within names."""
_LONGEST_KIND = 3
OWN = "NGO"
"""The kind whose word alone is a name: *Caritas*, *Save the Children*."""


def kind_of_word(word: str) -> Kind | None:
    """What a capitalised word as printed is the word for, in any language.

    >>> kind_of_word("Université").kind, kind_of_word("bank"), kind_of_word("Migrant")
    ('university', None, None)
    """
    known = words().kinds.get(key(word), ()) if word[:1].isupper() else ()
    return known[0] if known else None


def ends_a_name(word: str) -> bool:
    """Whether a word for a kind may end a name, as in English: *Centre*, not *Cámara*.

    >>> ends_a_name("Council"), ends_a_name("Camara")
    (True, False)
    """
    return word[:1].isupper() and words().kind([key(word)]) is not None


class Judged(NamedTuple):
    """What a name's words make of it; `generic` where every country may have one of that name.

    `bare` says that no more than the word for a kind stands here (*the Secretariat*), `last` which
    word of the name that word ends with.
    """

    kind: Kind
    generic: bool
    bare: bool
    last: int


def judged(keys: Sequence[str], capitals: Sequence[bool]) -> Judged | None:
    """What the folded words of a name make of it, as printed with capitals or not; None: no body.

    >>> judged(["asian", "migrant", "centre"], [True] * 3).generic
    False
    >>> judged(["ministry", "of", "labour"], [True, False, True]).generic
    True
    >>> judged(["joint", "technical"], [True] * 2) is None
    True
    """
    head = next((i for i, key in enumerate(keys) if key in OPENERS and i), len(keys))
    found = _last(keys[:head], capitals) or _first(keys, capitals)
    if not found:
        return None
    kind, first, last = found
    rest = [key for i, key in enumerate(keys) if not first <= i <= last and key not in SMALL]
    bare = not rest
    own_name = kind.name == OWN and kind.leads
    if bare and kind.name not in words().bare and not own_name:
        return None
    if rest and all(key in words().general for key in rest):
        return Judged(kind, True, bare, last) if _is_everywhere(kind) and not kind.event else None
    return Judged(kind, _is_generic(kind, rest), bare, last)


def _is_everywhere(kind: Kind) -> bool:
    """Whether each State, or each document, has one of its own."""
    return kind.state or kind.name in words().bare


def _is_generic(kind: Kind, rest: Sequence[str]) -> bool:
    """Whether a name beside its kind word says no more than what such a body is about."""
    if not _is_everywhere(kind):
        return False
    if kind.name not in words().bare and any(key in words().worldwide for key in rest):
        return False
    told = words()
    known = (told.general, told.about, told.kinds)
    return all(
        any(key in listed for listed in known) or key.isdigit() or told.is_office(key)
        for key in rest
    )


def _last(head: Sequence[str], capitals: Sequence[bool]) -> tuple[Kind, int, int] | None:
    """The kind word that ends a head, as in English: the longest one."""
    end = len(head)
    while end > 1 and (head[end - 1].isdigit() or _is_form(head[:end])):
        end -= 1
    for count in range(min(_LONGEST_KIND, end), 0, -1):
        kind = words().kind(head[end - count : end])
        if kind and capitals[end - count]:
            return kind, end - count, end - 1
    return None


def _is_form(head: Sequence[str]) -> bool:
    """Whether a name ends with a legal form behind the word for its kind: *Initiative Inc*."""
    return head[-1] in words().legal and words().kind(head[-2:-1]) is not None


def _first(keys: Sequence[str], capitals: Sequence[bool]) -> tuple[Kind, int, int] | None:
    """The kind word that begins a name, as in French and Spanish."""
    for count in range(min(_LONGEST_KIND, len(keys)), 0, -1):
        kind = words().kind(keys[:count], leads=True)
        if kind and capitals[0]:
            return kind, 0, count - 1
    return None
