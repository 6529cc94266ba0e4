"""What is to be done, as minutes and plans print it, with who does it in brackets or before `to`.

`Send the inventory to all members (UNICEF, by 1 March)`, `IOM to circulate the draft`.
"""

from collections.abc import Iterator, Sequence

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry
from partnergraph.mentions.casts import casts
from partnergraph.mentions.listing import listed
from partnergraph.mentions.mention import Mention
from partnergraph.relations.brackets import Behind, behind
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.shares import Share
from partnergraph.relations.ties import tie

_LONG = 3  # words


def action(page: Page, words: Passage, entry: Entry, cue: Passage) -> Thing | None:
    """An Activity to come and who does it, by a label's or heading's entry; None where nobody."""
    found = behind(words)
    told = list(_doers(page, found)) if found else []
    before = [] if told else _before(page, words)
    if not told and not before:
        return None
    thing = page.activity(found.thing if found and told else words, status="planned")
    for cast, share in told:
        type = _type(share.entry)
        if type == "CONTRIBUTES_TO":
            for named in cast:
                page.draft.link(type, named.thing, thing, cue=cue, status="planned")
        elif type in ("IMPLEMENTS", "LED"):
            tie(page, cast, entry, thing, cue)
    tie(page, before, entry, thing, cue)
    return thing


def doers(page: Page, words: Passage, thing: Thing) -> bool:
    """Tie those named in brackets behind an output to it; whether anybody is."""
    told = _told(page, words)
    for share in told:
        cast = _bodies(page, share)
        if share.entry and share.cue:
            tie(page, cast, share.entry, thing, share.cue)
        else:
            for named in cast:
                page.draft.link("IMPLEMENTS", named.thing, thing)
    return bool(told)


def undone(page: Page, words: Passage) -> Passage:
    """The words of an output without the brackets that say who does it."""
    found = behind(words)
    return found.thing if found and _told(page, words) else words


def says_who(page: Page, words: Passage) -> bool:
    """Whether an action says who does it; nothing is made of it."""
    found = behind(words)
    inside = listed(found.inside.text, page.names, page.definitions) if found else []
    return bool(inside or _first_to_act(page, words))


def _told(page: Page, words: Passage) -> list[Share]:
    """Who does an output by the brackets behind it: no lone State or place that is where it is."""
    found = behind(words)
    named = [(share, _named(page, share)) for share in found.shares] if found else []
    labelled = any(cast and share.entry for share, cast in named)
    behind_it = [share.entry for share, _ in named[1:]] + [None]
    return [
        share
        for (share, cast), entry in zip(named, behind_it, strict=False)
        if cast and (share.entry or _may_do(cast, labelled) or _type(entry) == "CONTRIBUTES_TO")
    ]


def _named(page: Page, share: Share) -> list[Mention]:
    return listed(share.names.text, page.names, page.definitions)


def _may_do(cast: Sequence[Mention], labelled: bool) -> bool:
    """Whether names that no word gives a role are of who does a thing, not of where it is done."""
    if all(each.what == "country" for each in cast):
        return False
    sure = (each.entity or each.how == "kind" or each.acronym or _is_long(each) for each in cast)
    known = any(sure)
    return known or labelled or len(cast) > 1


def _is_long(mention: Mention) -> bool:
    """Whether a name that no table knows is longer than a town's."""
    return len(mention.name.split()) >= _LONG


def _type(entry: Entry | None) -> str:
    """What a group in brackets does: it carries out what it stands behind, unless words say."""
    found = entry.tie("Activity") if entry else None
    return found.type if found else "IMPLEMENTS"


def _doers(page: Page, found: Behind) -> Iterator[tuple[list[Named], Share]]:
    for share in found.shares:
        if cast := _bodies(page, share):
            yield cast, share


def _bodies(page: Page, share: Share) -> list[Named]:
    return [named for named in page.listed(share.names) if named.thing.label != "Person"]


def _before(page: Page, words: Passage) -> list[Named]:
    """Those whom an action begins with, if `to` and what they are to do stands behind."""
    members = _first_to_act(page, words)
    return [Named(each, node) for each in members if (node := page.node(each, words))]


def _first_to_act(page: Page, words: Passage) -> Sequence[Mention]:
    first = next(iter(casts(words.text, page.names, page.definitions)), None)
    if first is None or first.start or not words.text[first.stop :].startswith(" to "):
        return ()
    return first.members
