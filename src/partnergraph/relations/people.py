"""Rows of people: who stands in which row of a table, with which office, in which body.

A row of a table may hold several lines of the page, one for each person: they are told apart by the
lines on which a name begins and another cell has words too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage, Text, Word
from partnergraph.mentions.listing import listed
from partnergraph.mentions.mention import Mention, What
from partnergraph.mentions.offices import HAS_ROLE, posts
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.seats import body_of
from partnergraph.names import Entity
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Named, Page

Cells = list[Passage]
STAKEHOLDERS = ("Country", "Organisation", "Agency", "RCP")
_ARTICLE = 4  # characters
_GOES_ON = "(abcdefghijklmnopqrstuvwxyz"


def rows_of(part: Part, key: int, begins: Callable[[str], bool] = bool) -> Iterator[Cells]:
    """The rows of a table, one for each line of the column `key` that begins another."""
    for row in part.rows:
        lines = _lines(row[key]) if key < len(row) else {}
        starts = [number for number, line in lines.items() if begins(line.text)]
        beside = [set(_lines(cell)) for place, cell in enumerate(row) if place != key]
        starts = [number for number in starts if any(number in each for each in beside)]
        if len(starts) < 2:
            yield list(row)
            continue
        columns = [_cut(_lines(cell), starts, cell.source) for cell in row]
        yield from ([column[number] for column in columns] for number in range(len(starts)))


def _lines(cell: Passage) -> dict[int, Passage]:
    grouped = groupby(cell.words, key=lambda word: word.line)
    return {number: Passage(cell.source, several) for number, several in grouped}


def _cut(lines: Mapping[int, Passage], starts: Sequence[int], source: Text) -> Cells:
    """The lines of a cell by the row they belong to."""
    owners = {number: sum(start <= number for start in starts[1:]) for number in lines}
    for row, start in enumerate(starts[1:], start=1):
        if start in lines and lines[start].text[0] in _GOES_ON:
            between = (number for number in lines if starts[row - 1] < number < start)
            owners.update(dict.fromkeys(between, row))
    made: list[list[Word]] = [[] for _ in starts]
    for number, line in lines.items():
        made[owners[number]] += line.words
    return [Passage(source, words) for words in made]


def holder(page: Page, name: Passage, office: Passage, beside: Sequence[Thing]) -> Thing:
    """A person by a name and an office that stand apart; `beside` the State or body of the row."""
    called, role = _name(page, name), ""
    held: list[tuple[Thing, str]] = []
    reading, state = Reading.of(office.text, page.names), _state(page, beside)
    for post in posts(office.text, page.names):
        role = role or post.role
        if post.named:
            mention = body_of(reading, post.start, post.stop, post.acronym)
            if body := page.node(owned(mention, state), office):
                held.append((body, post.role or role))
    if not held and not HAS_ROLE.search(office.text):
        held, role = [(body, "") for body in _held(page, office, state)], ""
    known = {body.id for body, _ in held}
    missing = [each for each in beside if each.label == "Country" or not held]
    held += [(each, role) for each in missing if each.id not in known]
    more: dict[str, Any] = {"role": role} if role else {}
    person = page.draft.person(name, held[0][0] if held else None, called, **more)
    for body, own in held:
        page.affiliate(person, body, name + office, own)
    return person


def _name(page: Page, words: Passage) -> str:
    """A name without its form of address."""
    found = next((each for each in page.named(words) if each.what == "person"), None)
    return found.name if found else words.text


def _held(page: Page, words: Passage, state: Entity | None) -> Iterator[Thing]:
    """The body that some words are the name of."""
    found = listed(words.text, page.names, page.definitions)
    whole = len(found) == 1 and found[0].start <= _ARTICLE and found[0].stop >= len(words.text) - 1
    thing = page.node(owned(found[0], state), words) if whole else None
    if thing and thing.label in STAKEHOLDERS:
        yield thing


def owned(mention: Mention, state: Entity | None) -> Mention:
    """A body of which each State has its own as that of the State it stands under."""
    if state is None or not mention.generic or mention.owner:
        return mention
    return mention._replace(owner=state)


def _state(page: Page, beside: Iterable[Thing]) -> Entity | None:
    states = (each.words.text for each in beside if each.label == "Country")
    return next((page.names.resolve(_aside(text), "Country") for text in states), None)


def _aside(text: str) -> str:
    return text.partition(" (")[0]


def as_cast(things: Iterable[Thing]) -> list[Named]:
    """Things as the cast of a tie."""
    made = []
    for thing in things:
        what: What = "person" if thing.label == "Person" else "body"
        text = thing.words.text
        made.append(Named(Mention(0, len(text), what, text), thing))
    return made
