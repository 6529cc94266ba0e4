"""A name beside its role: `Kenya – chair`, `Présidence – Sénégal`, `Norway: donor`.

Lines of a list, or labels, below a heading that says no role: each ties whom it names to what the
section or page is about. In go the two sides, in either order; what is in brackets behind a role
(where somebody is from, since when) is no part of it.
"""

import re
from collections.abc import Iterator, Sequence

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.records.ids import fold
from partnergraph.relations.alone import are_names
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.terms import years
from partnergraph.relations.ties import tie

_DASH = re.compile(r"\s[–—-]\s")
_ASIDE = re.compile(r"\s?\([^()]*\)\s*$")
_JOINT = re.compile(r"\s?[;,/]\s|\s(?:and|et|y|e|&)\s")
_MOST = 20  # words of both sides
Role = tuple[Entry, Passage]


def sides(words: Passage) -> tuple[Passage, Passage] | None:
    """The two sides of a line that one dash parts."""
    found = list(_DASH.finditer(words.text))
    if len(found) != 1 or len(words.words) > _MOST:
        return None
    return words[: found[0].start()], words[found[0].end() :]


def is_pair(page: Page, left: Passage, right: Passage) -> bool:
    """Whether of two sides one is the name of somebody and the other a role."""
    return any(roles(one) and _is_name(page, other) for one, other in _ways(left, right))


def read(page: Page, left: Passage, right: Passage, thing: Thing) -> bool:
    """Tie who is named on one side to a thing by the role on the other; whether it was done."""
    for role, name in _ways(left, right):
        told = roles(role)
        if told and _is_name(page, name):
            cast = page.listed(name)
            given = [(entry, cue) for entry, cue in told if _has(thing, entry)]
            years = _years(role.text)
            return sum(tie(page, cast, entry, thing, cue, **years) for entry, cue in given) > 0
    return False


def _years(text: str) -> dict[str, str]:
    """The years in the brackets behind a role: `(until 2022)`, `(2019–2021)`, `(since 2020)`."""
    aside = _ASIDE.search(text)
    told = years(aside[0]) if aside else {}
    said = fold(aside[0]) if aside else ""
    ends = any(said.startswith(f"{word} ") for word in lexicon().folded("until"))
    return {"to": told["from"]} if ends and len(told) == 1 else told


def _has(thing: Thing, entry: Entry) -> bool:
    """Whether a thing has such a role: nobody attends a project."""
    found = entry.tie(thing.label)
    return found is not None and (found.type != "ATTENDED" or thing.label != "Activity")


def roles(words: Passage) -> Sequence[Role]:
    """The roles that some words are, each with its words; none where any is something else."""
    if len(words.words) > _MOST:
        return []
    found = list(_roles(words))
    return [(entry, cue) for entry, cue in found if entry] if all(e for e, _ in found) else []


def _ways(left: Passage, right: Passage) -> Iterator[tuple[Passage, Passage]]:
    """The sides as a role and a name, in either order."""
    yield right, left
    yield left, right


def _is_name(page: Page, words: Passage) -> bool:
    return bool(words) and not roles(words) and are_names(page, words)


def _roles(words: Passage) -> Iterator[tuple[Entry | None, Passage]]:
    aside = _ASIDE.search(words.text)
    words = words[: aside.start()] if aside else words
    at = 0
    for cut in (*_JOINT.finditer(words.text), None):
        said = words[at : cut.start() if cut else len(words.text.rstrip(" ."))]
        if said:
            entry = lexicon().label(said.text)
            yield (entry if entry and entry.kind == "role" else None), said
        at = cut.end() if cut else at
