"""Summaries: areas of discussion and what was recommended, proposed or called for in each.

Out come a Topic for each heading that holds such a list (its code as printed, else counted), and a
Recommendation for each bullet or numbered paragraph of a list that a lead-in or heading announces
(its printed number where that tells it from all others, else counted in its area: `f6`).
"""

import re
from collections import Counter
from collections.abc import Sequence

from partnergraph.document.words import Text
from partnergraph.extractors.announcing import announces
from partnergraph.extractors.blocks import Block, blocks, plain
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.furniture import contents, furniture
from partnergraph.extractors.outline import Section, outline
from partnergraph.extractors.recommendations.listed import Item, Listed, announced_lists
from partnergraph.extractors.running_prose import PARAGRAPH, PROSE
from partnergraph.mentions.dates import first_date
from partnergraph.mentions.days import HOURS

_THEMATIC = re.compile(
    r"\b(?:areas?|themes?|thematic|topics?|issues|clusters?|domaines|thèmes?|áreas|temas?)\b", re.I
)
_GENERAL = re.compile(
    r"(?:(?:session|panel|main|key) )?(?:highlights|messages|key messages|findings|observations"
    r"|benchmarks|points|(?:general )?introduction|background|(?:executive )?summary|conclusions?"
    r"|overview|(?:general |plenary )?discussions?|outcomes?|opening|closing|closure|annex"
    r"|participants|plenary|introduction générale|contexte|résumé|conclusiones|introducción"
    r"|resumen)\b.{0,30}",
    re.I,
)
_PROSE = 12
Found = list[tuple[Listed, Section | None]]


def recognise(text: Text) -> str | None:
    """Why this text holds recommendations: the first words that announce a list of them."""
    _, _, found = _read(text)
    if not found:
        return None
    count = sum(len(listed.items) for listed, _ in found)
    first = found[0][0]
    announcing = first.lead_in or first.first
    return f"“{announcing.words.beginning().text}” announces a list ({count} items in all)"


def extract(draft: Draft) -> None:
    """Read areas and recommendations into the draft."""
    parts, sections, found = _read(draft.text)
    areas = _areas(draft, sections, found)
    counts: Counter[str] = Counter()
    printed = _printed_alone([listed for listed, _ in found])
    for listed, section in found:
        if listed.lead_in:
            lead_in = range(listed.lead_in.first, listed.lead_in.last + 1)
            draft.take(lead_in, "lead-in of a list")
        container = _container(draft, listed, section, areas)
        for item in listed.items:
            _recommend(draft, item, container, counts, printed)
    _account(draft, parts, sections)


def _read(text: Text) -> tuple[list[Block], dict[int, Section], Found]:
    parts = blocks(text, contents(plain(text)))
    sections = outline(parts)
    return parts, sections, list(announced_lists(parts, sections))


def _areas(draft: Draft, sections: dict[int, Section], found: Found) -> dict[int, Mention]:
    """The Topic of each section that is an area; others close the one before them."""
    holding = [area for _, section in found if section and (area := _area(section))]
    alike = {(area.parents, area.style) for area in holding if _thematic(area) or area.called}
    numbers = {area.number for area in holding}
    areas: dict[int, Mention] = {}
    for number, section in sections.items():
        if number in numbers or (section.parents, section.style) in alike:
            areas[number] = _topic(draft, section, len(areas) + 1)
        elif areas and _above(section, holding):
            draft.begin(section.block.first, 1, None)
    return areas


def _area(section: Section) -> Section | None:
    """The innermost heading over a list that says of what it is."""
    return next((above for above in section.chain if _says_of_what(above)), None)


def _says_of_what(section: Section) -> bool:
    title = section.title.text
    if HOURS.match(title) or announces(title) or _GENERAL.fullmatch(title) or first_date(title):
        return False
    return bool(section.number or section.code)


def _thematic(area: Section) -> bool:
    return bool(area.parents and _THEMATIC.search(area.parents[-1].title.text))


def _above(section: Section, areas: Sequence[Section]) -> bool:
    return not any(area.number == parent.number for area in areas for parent in section.parents)


def _topic(draft: Draft, section: Section, count: int) -> Mention:
    known = draft.container(section.block.first, "Topic", "Session", "Roundtable")
    lines = range(section.block.first, section.block.last + 1)
    if known and set(known.words.numbers) & {draft.text.lines[p].number for p in lines}:
        return known
    code = _unused(draft, "Topic", section.code or str(count))
    topic = draft.part("Topic", code, section.title, kind="area")
    draft.begin(section.block.first, 2, topic)
    draft.link("PART_OF", topic, draft.container(lines[0], "Roundtable") or draft.document)
    draft.take(lines, f"heading of area {code}")
    return topic


def _unused(draft: Draft, label: str, code: str) -> str:
    repeated = 1
    wanted = code
    while draft.has_part(label, wanted):
        repeated += 1
        wanted = f"{code}-{repeated}"
    return wanted


def _container(
    draft: Draft, listed: Listed, section: Section | None, areas: dict[int, Mention]
) -> Mention:
    area = _area(section) if section else None
    if area:
        return areas[area.number]
    return draft.container(listed.first.first, "Session", "Roundtable") or draft.document


def _printed_alone(found: Sequence[Listed]) -> bool:
    """Whether the numbers printed tell all recommendations of the document apart."""
    codes = [item.code for listed in found for item in listed.items]
    return all(code[:1].isdigit() for code in codes) and len(set(codes)) == len(codes)


def _recommend(
    draft: Draft, item: Item, container: Mention, counts: Counter[str], printed: bool
) -> None:
    counts[container.id] += 1
    above = "" if container.label == "Document" else container.id.rpartition("/")[2]
    counted = _joined(above, str(counts[container.id]))
    code = _unused(draft, "Recommendation", item.code if printed else counted)
    recommendation = draft.part("Recommendation", code, item.words)
    draft.link("UNDER", recommendation, container)
    draft.take(item.positions, f"recommendation {code}")
    draft.skip(item.left, f"nothing says whether it still belongs to recommendation {code}")


def _joined(above: str, count: str) -> str:
    """A code counted behind the code above it.

    >>> _joined("f", "6"), _joined("2", "6"), _joined("", "6")
    ('f6', '2-6', '6')
    """
    return f"{above}-{count}" if above[-1:].isdigit() else above + count


def _account(draft: Draft, parts: Sequence[Block], sections: dict[int, Section]) -> None:
    """Say what the other lines are: furniture, contents, headings, prose, unannounced lists."""
    lines = plain(draft.text)
    draft.take(furniture(lines), "page furniture")
    draft.take(contents(lines), "table of contents")
    for number, block in enumerate(parts):
        positions = range(block.first, block.last + 1)
        if number in sections:
            draft.take(positions, "heading")
        elif not block.kind and block.size >= _PROSE and not block.whole.text.endswith("?"):
            draft.take(positions, PROSE)
        elif _is_paragraph(block) and all(after.apart for after in parts[number + 1 : number + 2]):
            draft.take(positions, PARAGRAPH)
        elif block.kind:
            draft.skip(positions, "a list that nothing announces as recommendations")


def _is_paragraph(block: Block) -> bool:
    """Whether a number counts a paragraph of prose, set apart and ended as a sentence is."""
    return bool(block.code[:1].isdigit() and block.apart and block.whole.text.endswith("."))
