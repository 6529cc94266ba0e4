"""What a block stands under before the page is walked: a topic, session or roundtable."""

from collections.abc import Iterator

from partnergraph.document.laid import Part
from partnergraph.lexicon import outline
from partnergraph.records.ids import fold
from partnergraph.relations import subjects
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

_SCHEDULED = ("session", "roundtable")
_LEVEL = 2  # of a theme's Topic among what holds something


def container(page: Page, part: Part, *labels: str) -> Thing | None:
    """The innermost thing of these labels that a block stands under, if it is not the document.

    A heading that names a session (`Session 2: Wages`) is one as soon as something stands under it.
    """
    words = part.whole or next((cell for row in part.rows for cell in row if cell), None)
    if not words:
        return None
    known = page.draft.container(page.draft.text.position(words.words[0]), *labels)
    return known or next((thing for thing in _headed(page, part) if thing.label in labels), None)


def headed(page: Page, part: Part) -> Thing | None:
    """The thing that a heading is of: one made before, else what its word and number name."""
    known = page.headed.get(part) or _scheduled(page, part) or _theme(page, part)
    if known:
        page.headed[part] = known
    return known


def _headed(page: Page, part: Part) -> Iterator[Thing]:
    section = page.under.get(part)
    found = (headed(page, above.part) for above in (section.chain if section else ()))
    yield from filter(None, found)


def _scheduled(page: Page, part: Part) -> Thing | None:
    """The session or roundtable that a heading names by its number."""
    found = subjects.heading(page, part.words, lambda: None) if part.words else None
    return found.thing if found and found.sort in _SCHEDULED and part.block.level else None


def _theme(page: Page, part: Part) -> Thing | None:
    """The Topic that a heading names: `Theme 2: Wages`."""
    section = page.headings.get(part)
    if section is None or fold(section.word) not in outline.words("theme"):
        return None
    draft = page.draft
    topic = draft.part("Topic", page.code("Topic", section.code), section.title, kind="theme")
    position = draft.text.position(part.words.words[0])
    draft.link("PART_OF", topic, draft.container(position, "Roundtable") or draft.document)
    draft.begin(position, _LEVEL, topic)
    return topic
