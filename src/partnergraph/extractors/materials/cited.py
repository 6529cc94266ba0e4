"""One entry of a list of references: its title, and who issued it if that is printed."""

import re
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.extractors.materials.entries import KIND
from partnergraph.extractors.materials.issuers import Issuer, issuers
from partnergraph.names import Names

_KIND_FIRST = re.compile(
    rf"(?i:{KIND}) (?:(?:issued |published |prepared )?(?:by|of|from)|par|de la|des?|du|del) "
    r"(?P<issuer>[^:]{2,120}?)\s?:\s+(?P<title>.+)"
)
_ISSUER_KIND = re.compile(rf"(?P<issuer>[^:]{{0,160}}?)\s*(?<!\w){KIND}\s?:\s+(?P<title>.+)")
_ISSUER_YEAR = re.compile(
    r"(?P<issuer>[^:(]{2,120}?)[,.]? \(\d{4}[^()]{0,20}\)[.,:]?\s+(?P<title>.+?)(?:\.\s.*)?"
)
_ISSUER_FIRST = re.compile(r"(?P<issuer>[^:,.“”\"]{2,120})[:,.]\s+(?:\d{4}[.,:]\s+)?(?P<title>.+)")
_ISSUER_LAST = re.compile(
    r"(?P<title>.+?)\s*(?:,|\(|–|-)\s*(?P<issuer>[^,()]{2,120}?)"
    r"(?:,?\s*\(?(?:\w+ )?\d{4}\)?)?\)?\.?"
)
_FORMS = (
    (_KIND_FIRST, False),
    (_ISSUER_KIND, False),
    (_ISSUER_YEAR, True),
    (_ISSUER_FIRST, True),
    (_ISSUER_LAST, True),
)
_LINK = re.compile(
    r"[\s,;:]*(?:[<(\[]?(?:https?://|www\.)\S+|[Aa]vailable (?:at|from|here)\b.*)\s*$"
)
_QUOTES = re.compile(r"[“\"«](.+)[”\"»][.,]?|(.+?)\.?")


class Cited(NamedTuple):
    """A document as a list of references gives it."""

    title: Passage
    issuers: list[Issuer]


def read_entry(entry: Passage, names: Names) -> Cited | None:
    """The title and issuers of an entry; None where it has no title (a bare link).

    An issuer behind a kind of document (`… Policy Brief: title`) may be a body nobody knows; one
    that only stands before or behind a title must be known.

    >>> from partnergraph.names import names
    >>> from partnergraph.document.words import Text
    >>> entry = Text.of("IOM Policy Brief: Health: A Right").passage(0)
    >>> cited = read_entry(entry, names())
    >>> cited.title.text, [entity.id for entity, _ in cited.issuers]
    ('Health: A Right', ['agency:iom'])
    """
    link = entry.match(_LINK)
    plain = entry[: link.start()] if link else entry
    for form, known_only in _FORMS:
        match = form.fullmatch(plain.text)
        if match:
            found = issuers(names, plain.cut(match, "issuer"), known_only)
            if found or form is _ISSUER_KIND:
                return _titled(plain.cut(match, "title"), found)
    return _titled(plain, [])


def _titled(title: Passage, found: list[Issuer]) -> Cited | None:
    match = _QUOTES.fullmatch(title.text)
    if match:
        title = title.cut(match, 1 if match[1] else 2)
    return Cited(title, found) if any(c.isalpha() for c in title.text) else None
