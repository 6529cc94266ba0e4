"""Who issued a document, from the words printed before or behind its title."""

import re

from partnergraph.document.words import Passage
from partnergraph.ids import make_id, slug
from partnergraph.mentions.kinds import kind_of_word
from partnergraph.names import Entity, Names

_BODIES = ("Agency", "Organisation", "RCP")
_GOVERNMENT = re.compile(r"(?:[Tt]he )?[Gg]overnments? of (?:the )?")
_JOINTS = re.compile(r"(?i)\b(?:and|et|y|the|jointly|with)\b|['’]s?(?=\W|$)|[\W_]")
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}")
_BRACKETED = re.compile(r"\s*\(([A-Z][\w&-]{1,14})\)$")
_NO_BODY = frozenset(("SDG", "GCM", "COVID", "UN", "EU", "FAQ", "PDF", "NB"))
_LONGEST = 12

Issuer = tuple[Entity, Passage]


def issuers(names: Names, words: Passage, known_only: bool = False) -> list[Issuer]:
    """The bodies that `words` are the names of; none where they are anything else besides.

    A body no table knows counts, unless `known_only`, by its last noun (`Asian Migrant Centre`) or
    as an acronym.

    >>> from partnergraph.names import names
    >>> from partnergraph.document.words import Text
    >>> [entity.id for entity, _ in issuers(names(), Text.of("IOM and UNHCR").passage(0))]
    ['agency:iom', 'agency:unhcr']
    >>> issuers(names(), Text.of("Joint Technical").passage(0))
    []
    """
    if not words or len(words.words) > _LONGEST:
        return []
    trimmed = _trimmed(words)
    government = trimmed.match(_GOVERNMENT)
    if government and government.start() == 0:
        return _all(names, trimmed[government.end() :], "Country")
    entity = names.resolve(trimmed.text, *_BODIES)
    if entity:
        return [(entity, trimmed)]
    found = _all(names, trimmed, *_BODIES)
    if found or known_only:
        return found
    unknown = _unknown(names, trimmed.text)
    return [(unknown, trimmed)] if unknown else []


def _all(names: Names, trimmed: Passage, *labels: str) -> list[Issuer]:
    """What a passage names, if it names nothing and says nothing else."""
    found = [f for f in names.find(trimmed, *labels) if f.how != "adjective"]
    edges = [0, *(place for item in found for place in (item.start, item.stop)), len(trimmed.text)]
    between = (trimmed.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    whole = not _JOINTS.sub("", " ".join(between))
    return [(item.entity, item.words) for item in found] if whole else []


def _trimmed(words: Passage) -> Passage:
    told = words.text
    start = re.match(r"(?:[Tt]he\s+)?", told)
    end = re.search(r"(?:['’]s?)?[\s,.;:–—-]*$", told)
    return words[start.end() if start else 0 : end.start() if end else len(told)]


def _unknown(names: Names, printed: str) -> Entity | None:
    bracketed = _BRACKETED.search(printed)
    name = printed[: bracketed.start()] if bracketed else printed
    properties = {"acronym": bracketed[1]} if bracketed else {}
    if _ACRONYM.fullmatch(name):
        if names.resolve(name) or name in _NO_BODY:
            return None
        properties["acronym"] = name
    else:
        *before, last = name.split() or [""]
        known = kind_of_word(last)
        if not known or not before or not all(_is_name(word) for word in before):
            return None
        if known.kind:
            properties["kind"] = known.kind
    return Entity(make_id("Organisation", slug(name)), "Organisation", name, properties)


def _is_name(word: str) -> bool:
    return word[0].isupper() or word in ("of", "for", "and", "the", "on", "de", "des", "du", "la")
