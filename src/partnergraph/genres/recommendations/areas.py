"""The areas that recommendations stand under: headings that say of what they are."""

from collections.abc import Iterator, Sequence

from partnergraph.genres.recommendations.listed import Listed
from partnergraph.lexicon import announced, outline
from partnergraph.mentions.dates import first_date
from partnergraph.relations.containers import headed
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.sections import Section, closes


def area_of(page: Page, section: Section | None) -> Section | None:
    """The innermost heading over a list that says of what it is."""
    while section and not _says_of_what(section):
        of_all = section.above and section.above.word and closes(page.headings, section)
        section = section.above.above if section.above and of_all else section.above
    return section


def areas(page: Page, found: Sequence[Listed]) -> dict[Section, Thing]:
    """The Topic of each heading that is an area; others close the one before them."""
    holding = [area for listed in found if (area := area_of(page, listed.section))]
    alike = {(area.above, area.level) for area in holding if area.word or _is_thematic(area)}
    made: dict[Section, Thing] = {}
    for section in page.headings.values():
        if section in holding or (section.above, section.level) in alike:
            made[section] = _topic(page, section, len(made) + 1)
        elif made and not any(above in holding for above in _over(section)):
            page.draft.begin(_position(page, section), 1, None)
    return made


def _over(section: Section) -> Iterator[Section]:
    return section.above.chain if section.above else iter(())


def _says_of_what(section: Section) -> bool:
    title = section.title.text
    plain = outline.is_general(title) or announced.recommendations(title) or first_date(title)
    return not plain and bool(section.code or not section.first)


def _is_thematic(area: Section) -> bool:
    return area.above is not None and outline.holds("thematic", area.above.title.text)


def _topic(page: Page, section: Section, count: int) -> Thing:
    draft = page.draft
    known = headed(page, section.part)
    if known:
        return known
    position = _position(page, section)
    code = unused(page, "Topic", section.code or str(count))
    topic = draft.part("Topic", code, section.title, kind="area")
    draft.begin(position, 2, topic)
    draft.link("PART_OF", topic, draft.container(position, "Roundtable") or draft.document)
    page.take(section.part, f"heading of area {code}")
    page.headed[section.part] = topic
    return topic


def unused(page: Page, label: str, code: str) -> str:
    """A code that no other part of a label has: `a`, `a-2`."""
    repeated, wanted = 1, code
    while page.draft.has_part(label, wanted):
        repeated += 1
        wanted = f"{code}-{repeated}"
    return wanted


def _position(page: Page, section: Section) -> int:
    return page.draft.text.position(section.part.whole.words[0])
