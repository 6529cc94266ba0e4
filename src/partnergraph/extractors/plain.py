"""Any text that no genre fits: its headings become Topics, its other lines are prose.

A heading is numbered, in capitals, bold, underlined or marked as Markdown does. What the text names
is read by `citations`.
"""

from collections import Counter

from partnergraph.extractors.blocks import Block, blocks
from partnergraph.extractors.draft import Draft, Mention, slug_code
from partnergraph.extractors.outline import Section, outline
from partnergraph.ids import fold
from partnergraph.passage import Passage, Text

_UNMARKED = frozenset(("title", "lead-in"))
_RULE = frozenset("=-~_—")


def recognise(text: Text) -> str | None:
    """Every text with words, where nothing else fits (see `extractors.FALLBACK`)."""
    return "no genre fits: headings and names only" if text.words else None


def extract(draft: Draft) -> None:
    """A Topic for each heading that nobody has read, PART_OF the Document; the rest is prose."""
    found = blocks(draft.text)
    sections = outline(found)
    topics: dict[int, Mention] = {}
    codes: Counter[str] = Counter()
    for number, block in enumerate(found):
        section = sections.get(number)
        title = _title(block, section)
        if title and fold(title.text) and draft.free(block.first):
            topics[number] = _topic(draft, title, section, codes)
            _under(draft, topics[number], section, topics)
    draft.take(filter(draft.free, range(len(draft.text.lines))), "prose")


def _title(block: Block, section: Section | None) -> Passage | None:
    """The words of the heading that a block begins with, if it is one."""
    if section and section.style not in _UNMARKED:
        return section.title
    if block.hashes:
        line = block.text.passage(block.first)
        return line[block.hashes :] if line.text.strip("#") else None
    if block.last > block.first and _is_rule(block.text.lines[block.first + 1].text):
        return block.text.passage(block.first)
    return None


def _is_rule(line: str) -> bool:
    rule = "".join(line.split())
    return len(rule) > 2 and set(rule) <= _RULE


def _topic(draft: Draft, title: Passage, section: Section | None, codes: Counter[str]) -> Mention:
    printed = section.code if section else ""
    count = str(_next(draft, printed, codes))
    draft.take(title, "heading")
    topic = draft.part("Topic", _code(printed, count), title)
    draft.property(topic, code=printed or count)
    return topic


def _next(draft: Draft, printed: str, codes: Counter[str]) -> int:
    """How many headings with this number (or none) there are by now."""
    key = slug_code(printed)
    codes[key] += 1
    while draft.has_part("Topic", _code(printed, str(codes[key]))):
        codes[key] += 1
    return codes[key]


def _code(printed: str, count: str) -> str:
    """What makes the id: `2.1`, the second of these `2.1-2`, without number `h3`."""
    if not printed:
        return f"h{count}"
    return printed if count == "1" else f"{printed}-{count}"


def _under(
    draft: Draft, topic: Mention, section: Section | None, topics: dict[int, Mention]
) -> None:
    draft.link("PART_OF", topic, draft.document)
    above = [parent.number for parent in section.parents] if section else []
    nearest = next((topics[number] for number in reversed(above) if number in topics), None)
    if nearest:
        draft.link("PART_OF", topic, nearest)
