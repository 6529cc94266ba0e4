"""What is to be done, as minutes and plans print it, with who does it in brackets or before `to`.

`Send the inventory to all members (UNICEF, by 1 March)`, `IOM to circulate the draft`.
"""

from collections.abc import Iterator, Sequence

from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry
from partnergraph.mentions.casts import casts
from partnergraph.mentions.listing import listed
from partnergraph.mentions.mention import Mention
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page
from partnergraph.relations.shares import bracketed, shares
from partnergraph.relations.ties import tie


def action(page: Page, words: Passage, entry: Entry, cue: Passage) -> Thing | None:
    """An Activity to come and who does it, by a label's or heading's entry; None where nobody."""
    found = bracketed(words)
    behind = list(_doers(page, found[1])) if found else []
    before = [] if behind else _before(page, words)
    if not behind and not before:
        return None
    thing = page.activity(found[0] if found and behind else words, status="planned")
    for cast, helping, _ in behind:
        if helping:
            for named in cast:
                page.draft.link("CONTRIBUTES_TO", named.thing, thing, cue=cue, status="planned")
        else:
            tie(page, cast, entry, thing, cue)
    tie(page, before, entry, thing, cue)
    return thing


def doers(page: Page, words: Passage, thing: Thing) -> bool:
    """Tie those named in brackets behind an output to it; whether anybody is."""
    found = bracketed(words)
    behind = list(_doers(page, found[1])) if found else []
    for cast, entry, cue in behind:
        for named in cast:
            type = "CONTRIBUTES_TO" if entry else "IMPLEMENTS"
            page.draft.link(type, named.thing, thing, cue=cue)
    return bool(behind)


def says_who(page: Page, words: Passage) -> bool:
    """Whether an action says who does it; nothing is made of it."""
    found = bracketed(words)
    inside = listed(found[1].text, page.names, page.definitions) if found else []
    return bool(inside or _first_to_act(page, words))


_Doers = tuple[list[Named], Entry | None, Passage | None]


def _doers(page: Page, inside: Passage) -> Iterator[_Doers]:
    for share in shares(inside):
        cast = [named for named in page.listed(share.names) if named.thing.label != "Person"]
        if cast:
            yield cast, share.entry, share.cue


def _before(page: Page, words: Passage) -> list[Named]:
    """Those whom an action begins with, if `to` and what they are to do stands behind."""
    members = _first_to_act(page, words)
    return [Named(each, node) for each in members if (node := page.node(each, words))]


def _first_to_act(page: Page, words: Passage) -> Sequence[Mention]:
    first = next(iter(casts(words.text, page.names, page.definitions)), None)
    if first is None or first.start or not words.text[first.stop :].startswith(" to "):
        return ()
    return first.members
