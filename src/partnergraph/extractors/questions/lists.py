"""The lists of questions in a text: what stands below each announcement, group by group."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.document.words import Text
from partnergraph.extractors.announced import Announcement, announcements
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.items import Item, Items, read_items
from partnergraph.extractors.lines import asks, ends_asking, ends_sentence, is_heading
from partnergraph.extractors.markers import marker


@dataclass(frozen=True, slots=True)
class Questions:
    """A list of questions and the announcement it stands below."""

    announcement: Announcement
    found: Items


def question_lists(draft: Draft) -> list[Questions]:
    """Every announced list in which something is asked. Lines of the others are skipped."""
    announced = list(announcements(draft.text))
    firsts = {announcement.first for announcement in announced}
    lists = [Questions(a, found) for a in announced for found in _below(draft, a, firsts)]
    return [questions for questions in lists if _asks_something(draft, questions.found)]


def home(draft: Draft, position: int) -> Mention | None:
    """What a question at a line stands under, if it is not the document."""
    return draft.container(position, "Topic", "Session", "Roundtable")


def _below(draft: Draft, announcement: Announcement, firsts: set[int]) -> Iterator[Items]:
    """The lists that one announcement holds: one, or one under each heading within it."""
    text = draft.text
    start, grouped = announcement.last + 1, False
    while start < len(text.lines) and start not in firsts:
        found = _read(draft, start, firsts)
        yield found
        grouped = grouped or not found.items or _headed(text, found)
        if not (announcement.heading and grouped and _is_group(draft, start, found.end)):
            return
        start = found.end + 1


def _read(draft: Draft, start: int, firsts: set[int]) -> Items:
    here = home(draft, start - 1)
    found = read_items(
        draft.text, start, lambda position: position in firsts or home(draft, position) != here
    )
    if not found.items:
        _read_paragraphs(draft.text, found)
    return found


def _headed(text: Text, found: Items) -> bool:
    """Whether a heading stands right before the first item."""
    before = [position for position in found.loose if position < found.items[0].lines[0]]
    return bool(before) and is_heading(text, before[-1])


def _is_group(draft: Draft, start: int, position: int) -> bool:
    """Whether the line that ended a list is a heading with more questions right under it."""
    lines = draft.text.lines
    if position >= len(lines):
        return False
    heads = home(draft, position) != home(draft, start - 1) or is_heading(draft.text, position)
    following = next((line.text for line in lines[position + 1 : position + 9] if line.words), "")
    return heads and bool(marker(following) or "?" in following)


def _read_paragraphs(text: Text, found: Items) -> None:
    """Plain paragraphs that end in a question mark are the items where none is marked."""
    for first, last in text.paragraphs(found.loose[0], found.loose[-1]) if found.loose else ():
        paragraph = range(first, last + 1)
        if ends_asking(text.lines[last].text.rstrip()):
            for run in _questions_of(text, paragraph):
                words = [word for position in run for word in text.lines[position].words]
                found.items.append(Item(None, text, None, words, run))
        elif found.items:
            break
    read = {position for item in found.items for position in item.lines}
    found.loose = [position for position in found.loose if position not in read]


def _questions_of(text: Text, paragraph: range) -> list[list[int]]:
    """A paragraph's questions: one a line where each line ends in a question mark, else one."""
    if all(text.lines[position].text.rstrip().endswith("?") for position in paragraph):
        return [[position] for position in paragraph]
    return [list(paragraph)]


def _asks_something(draft: Draft, found: Items) -> bool:
    """Leave out lists without a question; whether any items are left."""
    asking = {_family(item) for item in found.items if asks(item.words.text)}
    for item in found.items:
        if _family(item) not in asking and not _is_running(draft.text, item.top):
            draft.skip(item.lines, "it stands where questions are announced, but asks nothing")
    found.items = [item for item in found.items if _family(item) in asking]
    return bool(found.items)


def _family(item: Item) -> str:
    return item.top.marker.kind if item.top.marker else ""


def _is_running(text: Text, item: Item) -> bool:
    """Whether an item is a line of prose that happens to begin as an item does."""
    before = text.lines[item.lines[0] - 1].text.rstrip()
    return bool(before) and not (before.endswith(":") or ends_sentence(before))
