"""Recommendations, proposals and suggested actions: what should be done, never what was.

Each item of a list that a lead-in or heading announces, and each item or paragraph below a heading
that is the word for them, is a Recommendation; who is to do it, named before *should* or *can*, is
whom it is directed to. Of a summary of several areas each heading over such a list is a Topic, and
the recommendation's code counts in it (`f6`), unless printed numbers tell all of them apart.
"""

from collections import Counter
from collections.abc import Sequence

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.genres.recommendations.areas import area_of, areas, unused
from partnergraph.genres.recommendations.listed import (
    Item,
    Listed,
    announced_lists,
    announces,
    leads_in,
    tells,
)
from partnergraph.genres.section import Section
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.casts import casts
from partnergraph.records.ids import fold
from partnergraph.relations.containers import container
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.sections import code_of

_KINDS = ("item", "paragraph", "label")


def read(page: Page, part: Part, section: Section) -> bool:
    """Make a block a Recommendation, directed to whom it names as the one to act."""
    if part.block.kind not in _KINDS or len(part.words.words) < 2 or part.told.endswith(":"):
        return False
    heading = page.under.get(part)
    if heading and not announces(heading):
        return False
    if part.block.kind == "paragraph" and tells(part.words.text):
        return False
    code = page.code("Recommendation", code_of(part))
    _recommended(page, code, part.words)
    page.take(part, "recommendation")
    return True


def read_page(page: Page) -> str | None:
    """Read areas and announced lists; by what words the first list is announced."""
    found = list(announced_lists(page))
    if not found:
        return None
    topics = areas(page, found)
    counts: Counter[str] = Counter()
    printed = _printed_alone(found)
    for listed in found:
        if leads_in(listed.lead_in):
            page.take(listed.lead_in, "lead-in of a list")
        area = area_of(page, listed.section)
        over = topics[area] if area else _over(page, listed)
        for item in listed.items:
            counts[over.id] += 1
            code = item.code if printed else _counted(over, counts[over.id])
            _under(page, item, unused(page, "Recommendation", code), over)
    count = sum(len(listed.items) for listed in found)
    announcing = found[0].lead_in.whole.beginning().text
    return f"“{announcing}” announces a list ({count} items in all)"


def _over(page: Page, listed: Listed) -> Thing:
    part = listed.items[0].parts[0]
    return container(page, part, "Session", "Roundtable") or page.draft.document


def _printed_alone(found: Sequence[Listed]) -> bool:
    """Whether the numbers printed tell all recommendations of the page apart."""
    codes = [item.code for listed in found for item in listed.items]
    return all(code[:1].isdigit() for code in codes) and len(set(codes)) == len(codes)


def _counted(over: Thing, count: int) -> str:
    """A code counted behind that of what it stands under: `f6`, `2-6`, of the document `6`."""
    above = "" if over.label == "Document" else over.id.rpartition("/")[2]
    return f"{above}-{count}" if above[-1:].isdigit() else f"{above}{count}"


def _under(page: Page, item: Item, code: str, over: Thing) -> None:
    recommendation = _recommended(page, code, item.words)
    page.draft.link("UNDER", recommendation, over)
    for part in item.parts:
        page.take(part, f"recommendation {code}")


def _recommended(page: Page, code: str, words: Passage) -> Thing:
    """A Recommendation, DIRECTED_TO those whom its words name as the ones to act."""
    recommendation = page.draft.part("Recommendation", code, words)
    for cast in casts(words.text, page.names, page.definitions):
        if _is_possible(words.text[cast.stop :]):
            for mention in cast.members:
                if body := page.node(mention, words):
                    page.draft.link("DIRECTED_TO", recommendation, body)
    return recommendation


def _is_possible(behind: str) -> bool:
    """Whether words begin with `should`, `can`, `pourrait` …"""
    said = fold(behind[:40])
    return any(
        said.startswith(f"{fold(word)} ")
        for language in LANGUAGES
        for word in lexicon().small("possible", language)
    )
