"""Themes papers and roundtable notes: the outline of roundtables and their sessions.

`Roundtable 1: Migration, Development and Human Rights` is a Roundtable, part of the document;
`1.1 Protecting the rights of migrants` a Session, part of its roundtable; a session outside the
roundtables is part of the document; a theme above them is a Topic.
"""

from partnergraph.document.words import Text
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.roundtables.outline import Entry, outline
from partnergraph.model import Value

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
    placed: dict[str, Entry] = {}
    outlined: list[tuple[Entry, Mention]] = []
    for entry in found.entries:
        lines = range(entry.first, entry.last + 1)
        earlier = placed.setdefault(entry.place, entry)
        if earlier is entry:
            mention = _part(draft, entry)
            _nest(draft, entry, mention, outlined)
            outlined.append((entry, mention))
            draft.take(lines, f"heading of {entry.kind} {entry.code}")
        elif not entry.title or entry.title.casefold() == earlier.title.casefold():
            draft.take(lines, f"heading of {entry.kind} {entry.code}, again")
        else:
            draft.skip(lines, f"a second {entry.kind} {entry.code} with another title")


def _part(draft: Draft, entry: Entry) -> Mention:
    label = _LABELS[entry.kind]
    name = entry.title or f"{entry.kind.title()} {entry.code}"
    mention = draft.part(label, _id_code(draft, label, entry), entry.words, name)
    draft.property(mention, **_properties(entry))
    if entry.label != entry.code:
        draft.alias(mention, entry.label)
    return mention


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


def _nest(
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
