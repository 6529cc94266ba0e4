"""Themes papers and roundtable notes: the outline of roundtables and their sessions.

`Roundtable 1: Migration, Development and Human Rights` is a Roundtable, part of the document;
`1.1 Protecting the rights of migrants` a Session, part of its roundtable; a session outside the
roundtables is part of the document; a theme above them is a Topic.
"""

from partnergraph.genres.roundtables.outline import Entry, Outline, outline_of
from partnergraph.records.model import Value
from partnergraph.relations.draft import Draft, Thing
from partnergraph.relations.page import Page
from partnergraph.relations.sections import closes

_LABELS = {"theme": "Topic", "roundtable": "Roundtable", "session": "Session"}
_LEVELS = {"theme": 0, "roundtable": 1, "session": 2}


def read_page(page: Page) -> str | None:
    """Make each heading of the outline the thing that the blocks below it belong to."""
    found = outline_of(page)
    if found is None:
        return None
    draft = page.draft
    for part in found.labels:
        page.take(part, "label of the sessions that follow")
    placed: dict[str, Entry] = {}
    outlined: list[tuple[Entry, Thing]] = []
    for entry in found.entries:
        earlier = placed.setdefault(entry.place, entry)
        if earlier is entry:
            thing = _part(draft, entry)
            _nest(draft, entry, thing, outlined)
            outlined.append((entry, thing))
            page.headed.update(dict.fromkeys(entry.parts, thing))
            draft.take_words(entry.words, f"heading of {entry.kind} {entry.code}")
        elif not entry.title or entry.title.casefold() == earlier.title.casefold():
            draft.take_words(entry.words, f"heading of {entry.kind} {entry.code}, again")
        else:
            draft.skip(entry.words, f"a second {entry.kind} {entry.code} with another title")
    _close(page)
    return _why(found)


def _close(page: Page) -> None:
    """End roundtables and sessions where a heading is of the whole page."""
    for part, section in page.headings.items():
        if part not in page.headed and closes(page.headings, section):
            page.draft.begin(page.draft.text.position(part.whole.words[0]), 0, None)


def _why(found: Outline) -> str:
    """The number of roundtable and session headings."""
    counts = ((found.count(kind), kind) for kind in _LABELS)
    return "headings: " + ", ".join(f"{n} {kind}{'s' * (n > 1)}" for n, kind in counts if n)


def _part(draft: Draft, entry: Entry) -> Thing:
    label = _LABELS[entry.kind]
    name = entry.title or f"{entry.kind.title()} {entry.code}"
    thing = draft.part(label, _id_code(draft, label, entry), entry.words, name)
    draft.property(thing, **_properties(entry))
    if entry.label != entry.code:
        draft.alias(thing, entry.label)
    return thing


def _id_code(draft: Draft, label: str, entry: Entry) -> str:
    """The code a part's id ends in: with its roundtable's where that numbers its sessions anew."""
    code = f"theme-{entry.code}" if entry.kind == "theme" else entry.code
    if entry.kind == "session" and entry.above and "." not in entry.code:
        code = f"{entry.above}.{entry.code}"
    if draft.has_part(label, code):
        code = f"{code}-line-{entry.words.numbers[0]}"
    return code


def _properties(entry: Entry) -> dict[str, Value]:
    properties: dict[str, Value] = {"code": entry.code}
    if entry.kind == "theme":
        properties["kind"] = "theme"
    elif entry.when.date:
        properties["date"] = entry.when.date
    if entry.kind == "session" and entry.when.time:
        properties["time"] = entry.when.time
    return properties


def _nest(draft: Draft, entry: Entry, thing: Thing, outlined: list[tuple[Entry, Thing]]) -> None:
    over = next((above for other, above in reversed(outlined) if _holds(other, entry)), None)
    if entry.kind == "roundtable" or over is None:
        draft.link("PART_OF", thing, draft.document)
    if over:
        draft.link("PART_OF", thing, over)
    outermost = entry.kind == "session" and over is None
    position = draft.text.position(entry.words.words[0])
    draft.begin(position, 0 if outermost else _LEVELS[entry.kind], thing)


def _holds(upper: Entry, entry: Entry) -> bool:
    if entry.kind == "session":
        return upper.kind != "session" and upper.code == entry.above
    return entry.kind == "roundtable" and upper.kind == "theme"
