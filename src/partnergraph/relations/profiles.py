"""Cards and rows about a body: where it is, and what its role in the programme is.

`Organisation: … / Country: … / Role in the project: implementing partner`, or a table with these as
its columns. The role is words for one (*donor*, *lead agency*), which tie the body to the thing
that the page or section is about, or what it does (*runs the advice line, with UNFPA*), which is
read as a sentence that the body's name begins.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import Entry, lexicon
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.mentions.listing import listed
from partnergraph.mentions.mention import Mention
from partnergraph.records.ids import fold
from partnergraph.relations import doing
from partnergraph.relations.columns import THINGS, columns_of
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.pairs import roles
from partnergraph.relations.people import as_cast
from partnergraph.relations.ties import tie

Say = Callable[[Passage], None]
_BODY = "organisation"
_KINDS = (_BODY, "person")
_ROLE = "office"
_NAME = 8  # words
_STANDS = ("body", "country", "process")


class Field(NamedTuple):
    """What a label or header says, the words of it, and its value."""

    entry: Entry | None
    label: Passage
    value: Passage

    @property
    def kind(self) -> str:
        """What the value is."""
        return self.entry.kind if self.entry else ""

    @property
    def is_role(self) -> bool:
        """Whether the value says what a body's role is: not what its or somebody's title is."""
        said = fold(self.label.text)
        told = {said, said.partition(" ")[0]} & lexicon().folded("part_of_body")
        return self.kind == _ROLE and bool(told)


class Profile(NamedTuple):
    """A card about a body: its name, and the fields that say where it is and what it does."""

    name: Passage
    mention: Mention
    fields: Sequence[Field]


def of_card(page: Page, fields: Sequence[Field], heading: Passage | None) -> Profile | None:
    """A card's body: that of its own label, else the one that the heading above it names."""
    own = next((field for field in fields if field.kind in _KINDS), None)
    placed = any(field.kind == "country" for field in fields)
    about = own is not None and own.kind == _BODY
    if not any(field.is_role for field in fields) and not (placed and about):
        return None
    named = own.value if own else heading
    mention = _single(page, named) if named else None
    if own and own.kind == _BODY and named and mention is None:
        mention = _called(page, named)
    return Profile(named, mention, fields) if named and mention else None


def read(page: Page, profile: Profile, thing: Thing | None, say: Say) -> Thing | None:
    """Say what a card says of its body; the body."""
    body = page.node(profile.mention, profile.name)
    for field in profile.fields if body else ():
        assert body
        if field.kind == "country" and field.entry:
            _lies(page, body, field, field.entry)
        elif field.is_role:
            _part(page, profile.name, body, field, thing, say)
    return body


def reads(page: Page, part: Part) -> bool:
    """Whether the rows of a table are about bodies, each with its role in the same thing."""
    columns = columns_of(part)
    kinds = {column.kind for column in columns}
    said = (Field(column.entry, column.header, column.header).is_role for column in columns)
    named = _named_in(part)
    if not any(said) or {*THINGS, "person"} & kinds or not named:
        return False
    rows = part.rows[part.block.header :]
    known = [row for row in rows if _single(page, row[named[0]])]
    return len(known) * 2 > len(rows)


def table(page: Page, part: Part, thing: Thing | None, say: Say) -> None:
    """Read such a table row by row."""
    columns = columns_of(part)
    named = _named_in(part)[0]
    for row in part.rows[part.block.header :]:
        fields = [
            Field(column.entry, column.header, row[column.number])
            for column in columns
            if column.number != named and row[column.number]
        ]
        mention = _single(page, row[named])
        if mention:
            read(page, Profile(row[named], mention, fields), thing, say)
    page.take(part, "bodies and their roles")


def _named_in(part: Part) -> list[int]:
    """The columns that name bodies: *Organisation*, *Partner*."""
    found = [column for column in columns_of(part) if column.entry]
    labels = ((column, lexicon().label(column.header.text)) for column in found)
    own = [column.number for column, entry in labels if entry and entry.kind == _BODY]
    return own or [column.number for column in found if column.says_who][:1]


def _single(page: Page, words: Passage) -> Mention | None:
    """The one body that some words are the name of."""
    found = listed(words.text, page.names, page.definitions)
    whole = len(found) == 1 and found[0].what in _STANDS and found[0].start < len(words.text) // 3
    return found[0] if whole else None


def _called(page: Page, words: Passage) -> Mention | None:
    """A body by what its card calls it, if that is no list, no sentence and nobody."""
    text = words.text
    plain = 0 < len(words.words) <= _NAME and text[0].isupper() and not re.search(r"[.,;:/]", text)
    if not plain or bodies().is_nobody(text) or listed(text, page.names, page.definitions):
        return None
    return Mention(0, len(text), "body", text, how="listed")


def _lies(page: Page, body: Thing, field: Field, entry: Entry) -> None:
    """Where a body is: the one State that its card names."""
    found = listed(field.value.text, page.names, page.definitions)
    cast = [each for each in page.listed(field.value) if each.thing.label == "Country"]
    if len(found) == 1 and body.label != "Country":
        tie(page, cast, entry, body, field.label)


def _part(
    page: Page, name: Passage, body: Thing, field: Field, thing: Thing | None, say: Say
) -> None:
    """What a body's role is: by words for it, else by what it is said to do."""
    value = field.value
    first = value.text.split()[0].strip(" ,;.") if value else ""
    if bodies().is_nobody(first) or bodies().is_nobody(value.text):
        return
    if told := roles(value):
        for entry, cue in told if thing else ():
            assert thing
            tie(page, as_cast([body]), entry, thing, cue)
        if thing is None:
            page.draft.skip_words(value, "nothing on this page says in what this is a role")
    elif not doing.read(page, body, value, thing) and _leads(first):
        say(name + value)


def _leads(word: str) -> bool:
    """Whether a word is a verb of who leads a group, or who pays: *chairs the task force*."""
    forms = (form for form in lexicon().verb(word) if form.finite and form.tense != "base")
    told = [entry for form in forms for entry in form.entries]
    ties = [entry.tie("Activity") for entry in told]
    pays = any(tie and tie.type == "FUNDS" for tie in ties)
    return pays or any(entry.tie("Organisation") for entry in told)
