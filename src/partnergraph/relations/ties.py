"""Casts tied to things: which relationship an entry of the lexicon gives, and its evidence."""

import re
from collections.abc import Iterable
from typing import Any

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, Tie, lexicon
from partnergraph.mentions.mention import Mention
from partnergraph.records.vocabulary import vocabulary
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page

_ASIDE = re.compile(r" \(([^()]{1,40})\)|(?:,|\s[–—-])\s([^(),;–—]{1,40})$")
_CONTAINERS = ("Session", "Roundtable", "Document")


def tie(
    page: Page,
    cast: Iterable[Named],
    entry: Entry,
    thing: Thing,
    cue: Passage,
    status: str = "",
    **extra: str,
) -> int:
    """Tie everybody of a cast to a thing as an entry says, by these words; how many were tied."""
    made = 0
    for place, named in enumerate(cast):
        found = _tie_of(entry, thing, named, first=place == 0)
        if found and _link(page, named, found, thing, cue, status, extra):
            made += 1
    return made


def role_behind(words: Passage, mention: Mention) -> tuple[Entry, Passage] | None:
    """The role that stands behind a name: `Bhutan (observer)`, `Kenya, chair of the Network`."""
    found = _ASIDE.match(words.text, mention.stop)
    number = found.lastindex if found else None
    entry = lexicon().label(found[number]) if found and number else None
    if found is None or number is None or entry is None or entry.kind != "role":
        return None
    return entry, words[found.start(number) : found.end(number)]


def aside(words: Passage, mention: Mention) -> tuple[Entry, Passage] | None:
    """What stands behind a name and says that it is what members are not: `Bhutan (observer)`."""
    found = role_behind(words, mention)
    return found if found and found[0].apart else None


def hold(page: Page, cast: Iterable[Named], entry: Entry, thing: Thing, cue: Passage) -> None:
    """Tie people to a thing as those who hold an office at it, as a body would (*co-chairs*)."""
    found = entry.tie(thing.label)
    for named in cast if found else ():
        assert found
        _link(page, named, found, thing, cue, "", {})


def _tie_of(entry: Entry, thing: Thing, named: Named, first: bool) -> Tie | None:
    if entry.first_leads:
        return Tie("LED") if first else Tie("CONTRIBUTES_TO")
    return entry.tie(thing.label, named.mention.what == "person")


def _link(
    page: Page,
    named: Named,
    tie: Tie,
    thing: Thing,
    cue: Passage,
    status: str,
    extra: dict[str, str],
) -> bool:
    source, target = (named.thing, thing) if tie.points == "thing" else (thing, named.thing)
    kind = vocabulary().types[tie.type]
    if not kind.joins(source.label, target.label) or source.id == target.id:
        return False
    said = {"role": tie.role, "how": tie.how, "status": tie.status or status or None, **extra}
    known: dict[str, Any] = {
        key: value for key, value in said.items() if value and key in kind.properties
    }
    if tie.ended:
        known["ended"] = True
    page.draft.link(tie.type, source, target, cue=cue, **known)
    return True
