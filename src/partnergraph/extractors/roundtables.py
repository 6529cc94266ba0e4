"""Themes papers and roundtable notes: the outline of roundtables and their sessions.

`Roundtable 1: Migration, Development and Human Rights` is a Roundtable, part of the document;
`1.1 Protecting the rights of migrants` a Session, part of its roundtable; a session outside the
roundtables is part of the document; a theme above them is a Topic.
"""

from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.roundtable_outline import Entry, outline
from partnergraph.model import Value
from partnergraph.passage import Text

_LABELS = {"theme": "Topic", "roundtable": "Roundtable", "session": "Session"}
_LEVELS = {"theme": 0, "roundtable": 1, "session": 2}


def recognise(text: Text) -> str | None:
    """The number of roundtable and session headings, where there are any."""
    found = outline(text)
    if not found:
        return None
    counts = ((found.count(kind), kind) for kind in _LABELS)
    return "headings: " + ", ".join(f"{n} {kind}{'s' * (n > 1)}" for n, kind in counts if n)


def extract(draft: Draft) -> None:
    """Read the outline; register each heading as the container of the lines that follow."""
    found = outline(draft.text)
    if not found:
        return
    draft.skip(found.furniture, "page furniture: a page number or running head")
    draft.skip(found.contents, "table of contents: its entries are read where they stand")
    draft.take(found.labels, "label of the sessions that follow")
    outlined: list[tuple[Entry, Mention]] = []
    for entry in found.entries:
        _read(draft, entry, outlined)


def _read(draft: Draft, entry: Entry, outlined: list[tuple[Entry, Mention]]) -> None:
    lines = range(entry.first, entry.last + 1)
    earlier = [other for other, _ in outlined if entry.has_code_of(other)]
    if any(entry.repeats(other) for other in earlier):
        draft.take(lines, f"heading of {entry.kind} {entry.code}, again")
    elif earlier:
        draft.skip(lines, f"a second {entry.kind} {entry.code} with another title")
    else:
        mention = _part(draft, entry)
        _place(draft, entry, mention, outlined)
        draft.take(lines, f"heading of {entry.kind} {entry.code}")
        outlined.append((entry, mention))


def _part(draft: Draft, entry: Entry) -> Mention:
    label = _LABELS[entry.kind]
    code, name = _id_code(draft, label, entry), entry.title or f"{entry.kind.title()} {entry.code}"
    mention = draft.part(label, code, entry.words, name)
    draft.property(mention, **_properties(entry))
    if entry.label != entry.code:
        draft.alias(mention, entry.label)
    return mention


def _id_code(draft: Draft, label: str, entry: Entry) -> str:
    """The code a part's id ends in: a session numbered anew in each roundtable has that before."""
    if entry.kind == "session" and entry.above and "." not in entry.code:
        return f"{entry.above}.{entry.code}"
    return entry.code if not draft.has_part(label, entry.code) else f"{entry.kind} {entry.code}"


def _properties(entry: Entry) -> dict[str, Value]:
    properties: dict[str, Value] = {"code": entry.code}
    if entry.kind == "theme":
        properties["kind"] = "theme"
    elif entry.when.date:
        properties["date"] = entry.when.date
    if entry.kind == "session" and entry.when.time:
        properties["time"] = entry.when.time
    return properties


def _place(
    draft: Draft, entry: Entry, mention: Mention, outlined: list[tuple[Entry, Mention]]
) -> None:
    over = next((above for other, above in reversed(outlined) if _holds(other, entry)), None)
    if entry.kind == "roundtable" or over is None:
        draft.link("PART_OF", mention, draft.document)
    if over:
        draft.link("PART_OF", mention, over)
    outermost = entry.kind == "session" and over is None
    draft.begin(entry.first, 0 if outermost else _LEVELS[entry.kind], mention)


def _holds(upper: Entry, entry: Entry) -> bool:
    if entry.kind == "session":
        return upper.kind != "session" and upper.code == entry.above
    return entry.kind == "roundtable" and upper.kind == "theme"
