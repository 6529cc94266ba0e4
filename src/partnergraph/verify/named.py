"""Whether a quote names an end: by its name, a printed form of it, or a long name's beginning."""

import re
from collections.abc import Iterator
from functools import lru_cache

from partnergraph.names import names
from partnergraph.names.entity import Named
from partnergraph.records.ids import fold
from partnergraph.records.model import STATEMENTS, Node

_BEGINNING = 4
_RUN_ON = 12
"""Letters of a form from which on it is found without its spaces: line ends may have cost them."""
_IN_TABLES = frozenset(("Country", "Agency", "RCP"))
_CUT = re.compile(r"(?:[-\u2010] (?=[a-zß-ÿ])|\u00ad (?=[^\W\d_]))(?<=[^\W\d_]..)")


def names_end(node: Node, quote: str) -> bool:
    """Whether a quote holds a node's name, a printed form of it, or a long name's beginning.

    A word cut at a line end counts as one: *de- cides*. What stands only within the longer name of
    another thing that the tables know names that thing: Guinea is not named by *Equatorial Guinea*.

    >>> guinea = Node("country:gin", "Country", "Guinea")
    >>> names_end(guinea, "hosted by Guinea"), names_end(guinea, "hosted by Equatorial Guinea")
    (True, False)
    """
    if not _holds(node, quote):
        return _is_known(node, quote)
    if node.label not in _IN_TABLES or _is_known(node, quote):
        return True
    return _holds(node, _without_others(quote))


def mentioned(quote: str) -> tuple[Named, ...]:
    """What the tables know of the names in a quote, with their places."""
    return _mentioned(quote)


@lru_cache(256)
def _mentioned(quote: str) -> tuple[Named, ...]:
    return tuple(names().named(quote))


def _is_known(node: Node, quote: str) -> bool:
    known = node.label in _IN_TABLES or node.label in ("Organisation", "Instrument", "Objective")
    return known and any(named.entity.id == node.id for named in mentioned(quote))


def _without_others(quote: str) -> str:
    """A quote without the names that the tables know in it."""
    letters = list(quote)
    for _, start, stop, _ in mentioned(quote):
        letters[start:stop] = "|" * (stop - start)
    return "".join(letters)


def _holds(node: Node, quote: str) -> bool:
    words, run_on = _folded(quote)
    for form in forms(node):
        folded = fold(form)
        if folded and f" {folded} " in words:
            return True
        if len(folded) > _RUN_ON and folded.replace(" ", "") in run_on:
            return True
    return False


@lru_cache(256)
def _folded(quote: str) -> tuple[str, str]:
    """The words of a quote, those cut at a line end as one too, and the same without spaces."""
    whole = _CUT.sub("", quote)
    words = f" {fold(quote)} " + (f"| {fold(whole)} " if whole != quote else "")
    return words, words.replace(" ", "")


def forms(node: Node) -> Iterator[str]:
    """The forms that name a node: of a statement its first words are enough."""
    yield node.name
    for key in ("acronym", "number"):
        if key in node.properties and node.label != "Objective":
            yield str(node.properties[key])
    aliases = node.properties.get("aliases", ())
    if isinstance(aliases, tuple):
        yield from aliases
    if node.label in STATEMENTS:
        yield " ".join(node.name.split()[:_BEGINNING])


def without(words: str, node: Node) -> str:
    """Some words without those that are printed to name a node, whatever their case.

    A name is whole words: *AU* stands not in *launched*.

    >>> without("IOM: the IOM Study, diploma", Node("agency:iom", "Agency", "IOM"))
    '|||: the ||| Study, diploma'
    """
    lowered = words.lower()
    if len(lowered) != len(words):
        return words
    letters = list(words)
    for form in {form.lower() for form in forms(node)} - {""}:
        found = lowered.find(form)
        while found >= 0:
            end = found + len(form)
            if not (lowered[found - 1 : found].isalnum() or lowered[end : end + 1].isalnum()):
                letters[found:end] = "|" * len(form)
            found = lowered.find(form, end)
    return "".join(letters)
